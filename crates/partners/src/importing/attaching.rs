//! What rows add to people and organizations beside their records: that somebody speaks for an organization, and how they are reached.
//!
//! At somebody who is new and out of sight it is written at once ([`attach`]); at those whom everybody sees it is worked out beforehand
//! and written when all is shown ([`Additions`]).

use super::said::Said;
use crate::{
    ContactId, OrganizationId, PersonId, SpeakerId,
    contact::ContactKind,
    rules::Visibility,
    store::{
        contacts::{NewContactPoint, lay_contact, lay_contacts},
        imported, picture,
        speakers::{NewSpeaker, lay_speaker, lay_speakers},
    },
};
use jiff::civil::Date;
use platform::{
    audit::Told,
    batch::{BatchId, Moved},
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    langs::Lang,
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet, btree_map::Entry};

/// What a row says of somebody at one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct AtPlace<'a> {
    /// At which organization; none for what is her own.
    pub of: Option<OrganizationId>,
    /// What she does there.
    pub title: &'a str,
    /// The language of that.
    pub lang: Lang,
    /// Her address for mail there.
    pub mail: &'a str,
    /// Her number there.
    pub phone: &'a str,
    /// Whether she is new, so that nothing can be kept of her yet.
    pub is_new: bool,
}

impl AtPlace<'_> {
    fn speaker(&self, ctx: &Ctx, who: PersonId) -> Option<NewSpeaker> {
        let mut title = Text::default();
        if !self.title.is_empty() {
            title = title.with(self.lang, self.title, ctx.today());
        }
        let organization = self.of?;
        Some(NewSpeaker { person: who, organization, title, from_on: ctx.today(), to_on: None })
    }

    fn contacts(&self, who: PersonId) -> impl Iterator<Item = NewContactPoint> {
        let said = [(ContactKind::Mail, self.mail), (ContactKind::Phone, self.phone)];
        let (person, organization, visibility) = (Some(who), self.of, Visibility::Staff);
        let with = move |(kind, value): (ContactKind, &str)| NewContactPoint {
            person,
            organization,
            kind,
            value: value.to_owned(),
            visibility,
        };
        said.into_iter().filter(|(_, value)| !value.is_empty()).map(with)
    }
}

/// What was added for a person of a row who was known, to be taken back: what belongs to somebody new goes with her.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Attached {
    /// That she speaks for an organization, and what she does there as the row says it.
    pub speaker: Option<(SpeakerId, Text)>,
    pub contacts: Vec<ContactId>,
}

/// Takes back what was added, as far as nobody has changed it since.
pub(super) async fn take_back<'a>(tx: &mut Tx, all: impl Iterator<Item = &'a Attached> + Send) -> Result<()> {
    let (mut speakers, mut contacts) = (Vec::new(), Vec::new());
    for one in all {
        speakers.extend(&one.speaker);
        contacts.extend(&one.contacts);
    }
    imported::take_back(tx, &contacts).await?;
    imported::drop_speakers(tx, &speakers).await
}

/// Keeps that somebody whom nobody sees yet speaks for the organization, and how she is reached there, unless it is kept already.
pub(super) async fn attach(ctx: &Ctx, tx: &mut Tx, who: PersonId, at: &AtPlace<'_>) -> Result<()> {
    if let (Some(of), Some(new)) = (at.of, at.speaker(ctx, who))
        && (at.is_new || !imported::speaks(tx, who, of).await?)
    {
        lay_speaker(tx, &new).await?;
    }
    for new in at.contacts(who) {
        if at.is_new || !imported::reached_at(tx, who, at.of, new.kind).await? {
            lay_contact(tx, &new).await?;
        }
    }
    Ok(())
}

/// In which way somebody, an organization or somebody at an organization is reached.
type Way = (Option<PersonId>, Option<OrganizationId>, ContactKind);

/// For whom people speak or began to speak that day, and how they and organizations are reached.
#[derive(Debug, Default)]
struct Reach {
    speaks: HashSet<(PersonId, OrganizationId)>,
    ways: HashSet<Way>,
}

impl Reach {
    async fn learn(
        &mut self,
        tx: &mut Tx,
        people: &[PersonId],
        organizations: &[OrganizationId],
        since: Date,
    ) -> Result<()> {
        self.speaks.extend(picture::speaking_among(tx, people, since).await?);
        let ways = picture::reached_among(tx, people).await?;
        self.ways.extend(ways.into_iter().map(|(who, of, kind)| (Some(who), of, kind)));
        let ways = picture::kinds_among(tx, organizations).await?;
        self.ways.extend(ways.into_iter().map(|(of, kind)| (None, Some(of), kind)));
        Ok(())
    }
}

const fn way(one: &NewContactPoint) -> Way {
    (one.person, one.organization, one.kind)
}

/// What rows add to people and organizations whom everybody sees.
#[derive(Debug, Default)]
pub(super) struct Additions {
    /// The import, once a row of it was learned.
    batch: Option<BatchId>,
    there: Reach,
    /// About whom rows are, each with the first such row.
    people: BTreeMap<PersonId, i64>,
    /// About which organizations rows are.
    organizations: BTreeMap<OrganizationId, i64>,
    /// At which organizations rows name somebody.
    places: BTreeMap<OrganizationId, i64>,
    speakers: Vec<(SpeakerId, NewSpeaker)>,
    contacts: Vec<(ContactId, NewContactPoint)>,
}

impl Additions {
    /// Learns what is kept of these, each with its row: before anything is added to them.
    pub async fn learn(
        &mut self,
        ctx: &Ctx,
        (tx, batch): (&mut Tx, BatchId),
        people: Vec<(PersonId, i64)>,
        organizations: Vec<(OrganizationId, i64)>,
    ) -> Result<()> {
        self.batch = Some(batch);
        let (some, others) =
            (first_named(&mut self.people, people), first_named(&mut self.organizations, organizations));
        self.there.learn(tx, &some, &others, ctx.today()).await
    }

    /// Whether all of whom and of which rows say something are there, so that it can be written; else the row that cannot come in.
    pub async fn are_there(&self, tx: &mut Tx) -> Result<(), Moved> {
        let Some(batch) = self.batch else { return Ok(()) };
        let people: Vec<PersonId> = self.people.keys().copied().collect();
        let of_rows = || self.organizations.iter().chain(&self.places);
        let organizations: BTreeSet<OrganizationId> = of_rows().map(|(id, _)| *id).collect();
        let organizations: Vec<OrganizationId> = organizations.into_iter().collect();
        let people = imported::versions_of_people(tx, &people).await.map_err(|why| (None, why))?;
        let places = imported::standing(tx, batch, &organizations).await.map_err(|why| (None, why))?;
        let without_her = self.people.iter().filter(|(id, _)| !people.contains_key(id)).map(|(_, row)| *row);
        let without_place = of_rows().filter(|(id, _)| !places.contains(id)).map(|(_, row)| *row);
        match without_her.chain(without_place).min() {
            Some(row) => Err((Some(row), Error::Stale)),
            None => Ok(()),
        }
    }

    /// What a row adds to somebody who is known; what is kept already is not added.
    pub fn attach(
        &mut self,
        ctx: &Ctx,
        tx: &Tx,
        (who, row): (PersonId, i64),
        at: &AtPlace<'_>,
    ) -> Result<Attached> {
        let mut attached = Attached::default();
        if let Some(place) = at.of {
            self.places.entry(place).or_insert(row);
        }
        if let Some(new) = at.speaker(ctx, who)
            && self.there.speaks.insert((who, new.organization))
        {
            let id = tx.new_id()?;
            attached.speaker = Some((id, new.title.clone()));
            self.speakers.push((id, new));
        }
        for new in at.contacts(who) {
            attached.contacts.extend(self.reach(tx, new)?);
        }
        Ok(attached)
    }

    /// What a row adds to the ways to reach an organization itself, those of a kind that it lacks.
    pub fn reach_organization(&mut self, tx: &Tx, of: OrganizationId, said: &Said) -> Result<Vec<ContactId>> {
        let mut added = Vec::new();
        for new in own_ways(of, said) {
            added.extend(self.reach(tx, new)?);
        }
        Ok(added)
    }

    fn reach(&mut self, tx: &Tx, new: NewContactPoint) -> Result<Option<ContactId>> {
        if self.there.ways.contains(&way(&new)) {
            return Ok(None);
        }
        let (id, new) = (tx.new_id()?, new.checked()?);
        self.there.ways.insert(way(&new));
        self.contacts.push((id, new));
        Ok(Some(id))
    }

    /// Writes all of it, but for what somebody else has added since it was worked out.
    pub async fn write(&mut self, tx: &mut Tx) -> Result<()> {
        let (mut people, mut organizations) = (BTreeSet::new(), BTreeSet::new());
        people.extend(self.speakers.iter().map(|(_, new)| new.person));
        people.extend(self.contacts.iter().filter_map(|(_, new)| new.person));
        let own = self.contacts.iter().filter(|(_, new)| new.person.is_none());
        organizations.extend(own.filter_map(|(_, new)| new.organization));
        let (people, organizations): (Vec<_>, Vec<_>) =
            (people.into_iter().collect(), organizations.into_iter().collect());
        let mut now = Reach::default();
        let since = self.speakers.iter().map(|(_, new)| new.from_on).min().unwrap_or(Date::MAX);
        now.learn(tx, &people, &organizations, since).await?;
        self.speakers.retain(|(_, new)| !now.speaks.contains(&(new.person, new.organization)));
        self.contacts.retain(|(_, new)| !now.ways.contains(&way(new)));
        lay_speakers(tx, &self.speakers).await?;
        lay_contacts(tx, &self.contacts).await?;
        let own = self.contacts.iter().filter(|(_, new)| new.person.is_none());
        let told =
            own.filter_map(|(_, new)| Some(Told::added(new.organization?, serde_json::to_value(new).ok()?)));
        tx.audit_many("contact.added", told.collect()).await
    }
}

/// Keeps the first row of each; gives those that no earlier row had named.
fn first_named<Id: Copy + Ord>(kept: &mut BTreeMap<Id, i64>, all: Vec<(Id, i64)>) -> Vec<Id> {
    let mut new = Vec::new();
    for (id, row) in all {
        if let Entry::Vacant(place) = kept.entry(id) {
            place.insert(row);
            new.push(id);
        }
    }
    new
}

/// The organization's own ways to be reached, as a row says them.
pub(super) fn own_ways(of: OrganizationId, said: &Said) -> impl Iterator<Item = NewContactPoint> {
    let visibility = said.visibility.or(said.fresh.visibility).unwrap_or(Visibility::Partners);
    let (person, organization) = (None, Some(of));
    [(ContactKind::Mail, &said.mail), (ContactKind::Phone, &said.phone), (ContactKind::Web, &said.web)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(move |(kind, value)| NewContactPoint {
            person,
            organization,
            kind,
            value: value.clone(),
            visibility,
        })
}
