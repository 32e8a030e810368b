//! What forms and callers name by an id, looked up inside the transaction that writes. What the reader may not know of is as
//! unknown as what is not there: a guessed id seats nobody and tells nothing.

use crate::{rules::terms::AskForTerm, store::seats::SeatFacts};
use partners::{OrganizationId, PersonId, Reader, SectorId};
use platform::{
    db::Tx,
    errors::{Complaints, Error, FieldRefusal, Result},
};
use std::collections::HashSet;

/// What of the named is here, and the reader may know of.
#[derive(Debug, Default)]
pub(crate) struct Known {
    organizations: HashSet<OrganizationId>,
    sectors: HashSet<SectorId>,
    people: HashSet<PersonId>,
}

impl Known {
    /// Looks up what seats name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn in_seats(tx: &mut Tx, reader: Reader, seats: &[&SeatFacts]) -> Result<Self> {
        let named: Vec<OrganizationId> = seats.iter().filter_map(|facts| facts.organization).collect();
        let organizations = partners::organizations_named(tx, reader, &named).await?.into_keys().collect();
        let sectors = if seats.iter().any(|facts| facts.sector.is_some()) {
            partners::sectors(tx).await?.into_iter().map(|sector| sector.id).collect()
        } else {
            HashSet::new()
        };
        Ok(Self { organizations, sectors, people: HashSet::new() })
    }

    /// Looks up people.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn people(tx: &mut Tx, reader: Reader, named: &[PersonId]) -> Result<Self> {
        let people = partners::people_named(tx, reader, named).await?.into_keys().collect();
        Ok(Self { people, ..Self::default() })
    }

    /// What a seat names that is unknown. What it belonged to and spoke for before may stay as it is.
    pub(crate) fn seat(&self, facts: &SeatFacts, before: Option<&SeatFacts>) -> Complaints {
        let mut complaints = Complaints::default();
        let stays = |id| before.is_some_and(|before| before.organization == Some(id));
        if facts.organization.is_some_and(|id| !self.organizations.contains(&id) && !stays(id)) {
            complaints.add("organization", FieldRefusal::Unknown);
        }
        let stays = |id| before.is_some_and(|before| before.sector == Some(id));
        if facts.sector.is_some_and(|id| !self.sectors.contains(&id) && !stays(id)) {
            complaints.add("sector", FieldRefusal::Unknown);
        }
        complaints
    }

    /// Whom a term names that is unknown.
    pub(crate) fn term(&self, ask: &AskForTerm) -> Complaints {
        let mut complaints = self.person("holder", ask.holder.person());
        complaints.0.extend(self.person("alternate", ask.alternate).0);
        complaints
    }

    /// A complaint about `field` when the person in it is unknown.
    pub(crate) fn person(&self, field: &'static str, person: Option<PersonId>) -> Complaints {
        match person.filter(|id| !self.people.contains(id)) {
            Some(_) => Complaints::one(field, FieldRefusal::Unknown),
            None => Complaints::default(),
        }
    }
}

/// The people of a term.
pub(crate) fn people_of(ask: &AskForTerm) -> Vec<PersonId> {
    [ask.holder.person(), ask.alternate].into_iter().flatten().collect()
}

/// `read`, unless something in it is unknown.
pub(crate) fn unless<T>(unknown: Complaints, read: T) -> Result<T, Complaints> {
    if unknown.is_empty() { Ok(read) } else { Err(unknown) }
}

/// The first of these complaints as a refusal, for callers without a form.
///
/// # Errors
/// [`Error::Refused`] when there is one.
pub(crate) fn refuse_first(complaints: Complaints) -> Result<()> {
    complaints.0.into_iter().next().map_or(Ok(()), |first| Err(Error::Refused(first.why)))
}
