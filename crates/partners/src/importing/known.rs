//! The people that are kept, as rows of sheets are compared with them: found by name, by address, by id.
//!
//! A hundred thousand of them are held while a long sheet is compared, so each has little: what is found by sorting has no key beside.

use crate::{OrganizationId, PersonId, contact::ContactKind, store::picture};
use platform::{db::Tx, errors::Result, reach::phone_key, text::fold};

/// A way in which somebody is reached.
#[derive(Debug, Clone)]
struct Way {
    /// At which organization; none for what is her own.
    of: Option<OrganizationId>,
    kind: ContactKind,
    /// The address or number, as it is compared.
    value: Box<str>,
}

/// Somebody who is kept, as far as rows are compared with her.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// Her name, folded.
    name: Box<str>,
    /// The organizations that she speaks for.
    of: Vec<OrganizationId>,
    ways: Vec<Way>,
}

impl KnownPerson {
    /// Somebody of whom only the name is known.
    pub fn new(id: PersonId, name: &str) -> Self {
        Self { id, name: fold(name).into(), of: Vec::new(), ways: Vec::new() }
    }

    /// Whether she speaks for an organization.
    pub fn speaks_for(&self, organization: OrganizationId) -> bool {
        self.of.contains(&organization)
    }

    /// Whether this address for mail, which is folded, is one of hers.
    pub fn has_mail(&self, mail: &str) -> bool {
        self.mails().any(|one| one == mail)
    }

    fn mails(&self) -> impl Iterator<Item = &str> {
        self.ways.iter().filter(|way| way.kind == ContactKind::Mail).map(|way| &*way.value)
    }

    /// Whether she is reached at such a place in this way, whatever the address or number.
    pub fn is_reached_at(&self, of: Option<OrganizationId>, kind: ContactKind) -> bool {
        self.ways.iter().any(|way| way.of == of && way.kind == kind)
    }

    /// Whether she is reached by this address or number, at whatever place and however it is written.
    pub fn is_reached_by(&self, kind: ContactKind, value: &str) -> bool {
        let value = as_compared(kind, value);
        self.ways.iter().any(|way| way.kind == kind && *way.value == *value)
    }
}

fn as_compared(kind: ContactKind, value: &str) -> String {
    if kind == ContactKind::Phone { phone_key(value) } else { fold(value) }
}

/// The people that are kept.
#[derive(Debug, Default)]
pub struct People {
    /// In the order of their ids.
    all: Vec<KnownPerson>,
    /// Places in `all`, in the order of the names.
    by_name: Vec<usize>,
    /// Places in `all`, once for each address for mail and in the order of these.
    by_mail: Vec<(Box<str>, usize)>,
}

impl People {
    fn new(mut all: Vec<KnownPerson>) -> Self {
        for one in &mut all {
            one.of.shrink_to_fit();
            one.ways.shrink_to_fit();
        }
        let mut by_name: Vec<usize> = (0..all.len()).collect();
        by_name.sort_by_key(|at| all.get(*at).map(|one| &one.name));
        let mails =
            all.iter().enumerate().flat_map(|(at, one)| one.mails().map(move |mail| (mail.into(), at)));
        let mut by_mail: Vec<(Box<str>, usize)> = mails.collect();
        by_mail.sort();
        Self { all, by_name, by_mail }
    }

    /// All of the partnership.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let mut all: Vec<KnownPerson> = Vec::new();
        picture::all_people(tx, |id, name| all.push(KnownPerson::new(id, &name))).await?;
        all.sort_unstable_by_key(|one| one.id);
        picture::contacts_of_people(tx, |id, of, kind, value| {
            if let Some(person) = at_id(&all, id).and_then(|at| all.get_mut(at)) {
                person.ways.push(Way { of, kind, value: as_compared(kind, &value).into() });
            }
        })
        .await?;
        picture::all_speakers(tx, |id, organization| {
            if let Some(person) = at_id(&all, id).and_then(|at| all.get_mut(at)) {
                person.of.push(organization);
            }
        })
        .await?;
        Ok(Self::new(all))
    }

    /// Who has this id.
    pub fn with(&self, id: PersonId) -> Option<&KnownPerson> {
        self.all.get(at_id(&self.all, id)?)
    }

    /// Those of this name, which is folded.
    pub fn called(&self, name: &str) -> impl Iterator<Item = &KnownPerson> {
        let at = |place: &usize| self.all.get(*place).map_or("", |one| &*one.name);
        let from = self.by_name.partition_point(|place| at(place) < name);
        let some = self.by_name.get(from..).unwrap_or_default().iter();
        some.filter_map(|place| self.all.get(*place)).take_while(move |one| *one.name == *name)
    }

    /// Those with this address for mail, which is folded.
    pub fn reached_by(&self, mail: &str) -> impl Iterator<Item = &KnownPerson> {
        let from = self.by_mail.partition_point(|(one, _)| **one < *mail);
        let some = self.by_mail.get(from..).unwrap_or_default().iter();
        some.take_while(move |(one, _)| **one == *mail).filter_map(|(_, place)| self.all.get(*place))
    }
}

fn at_id(all: &[KnownPerson], id: PersonId) -> Option<usize> {
    all.binary_search_by_key(&id, |one| one.id).ok()
}
