//! The people that are kept, as rows of sheets are compared with them: found by name, by address, by id.

use crate::{OrganizationId, PersonId, contact::ContactKind, store::imported};
use platform::{db::Tx, errors::Result, reach::phone_key, text::fold};
use std::collections::HashMap;

/// Somebody who is kept, as far as rows are compared with her.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// Her name, folded.
    pub name: String,
    /// Her addresses for mail, folded.
    pub mails: Vec<String>,
    /// The organizations that she speaks for.
    pub of: Vec<OrganizationId>,
    /// How she is reached, and at which organization.
    pub reached: Vec<(Option<OrganizationId>, ContactKind)>,
    /// Her addresses and numbers, as they are compared.
    pub values: Vec<(ContactKind, String)>,
}

impl KnownPerson {
    /// Somebody of whom only the name is known.
    pub fn new(id: PersonId, name: &str) -> Self {
        let name = fold(name);
        Self { id, name, mails: Vec::new(), of: Vec::new(), reached: Vec::new(), values: Vec::new() }
    }

    /// Whether she is reached by this address or number, at whatever place and however it is written.
    pub fn is_reached_by(&self, kind: ContactKind, value: &str) -> bool {
        self.values.contains(&(kind, as_compared(kind, value)))
    }
}

fn as_compared(kind: ContactKind, value: &str) -> String {
    if kind == ContactKind::Phone { phone_key(value) } else { fold(value) }
}

/// The people that are kept.
#[derive(Debug, Default)]
pub struct People {
    all: Vec<KnownPerson>,
    by_id: HashMap<PersonId, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_mail: HashMap<String, Vec<usize>>,
}

impl People {
    /// These people.
    pub fn new(all: Vec<KnownPerson>) -> Self {
        let mut people = Self { all, ..Self::default() };
        for (at, one) in people.all.iter().enumerate() {
            people.by_id.insert(one.id, at);
            people.by_name.entry(one.name.clone()).or_default().push(at);
            for mail in &one.mails {
                people.by_mail.entry(mail.clone()).or_default().push(at);
            }
        }
        people
    }

    /// All of the partnership, in the order of their ids.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let mut people: Vec<KnownPerson> = Vec::new();
        let mut places = HashMap::new();
        for (id, name) in imported::all_people(tx).await? {
            places.insert(id, people.len());
            people.push(KnownPerson::new(id, &name));
        }
        for (id, organization, kind, value) in imported::contacts_of_people(tx).await? {
            if let Some(person) = places.get(&id).and_then(|at| people.get_mut(*at)) {
                if kind == ContactKind::Mail {
                    person.mails.push(fold(&value));
                }
                person.reached.push((organization, kind));
                person.values.push((kind, as_compared(kind, &value)));
            }
        }
        for (id, organization) in imported::all_speakers(tx).await? {
            if let Some(person) = places.get(&id).and_then(|at| people.get_mut(*at)) {
                person.of.push(organization);
            }
        }
        Ok(Self::new(people))
    }

    /// Who has this id.
    pub fn with(&self, id: PersonId) -> Option<&KnownPerson> {
        self.by_id.get(&id).and_then(|at| self.all.get(*at))
    }

    /// Those of this name, which is folded.
    pub fn called(&self, name: &str) -> impl Iterator<Item = &KnownPerson> {
        self.at(self.by_name.get(name))
    }

    /// Those with this address for mail, which is folded.
    pub fn reached_by(&self, mail: &str) -> impl Iterator<Item = &KnownPerson> {
        self.at(self.by_mail.get(mail))
    }

    fn at<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a KnownPerson> {
        places.into_iter().flatten().filter_map(|at| self.all.get(*at))
    }
}
