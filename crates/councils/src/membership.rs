//! Who sits on a body belongs to the partnership, and may be written to about its work: the ledger of consent learns it here.

use crate::{SeatId, rules::terms::belonging, store::terms::list_terms_of_people};
use jiff::{ToSpan, civil::Date};
use partners::{OrganizationId, PersonId, Reader};
use platform::{
    consent::{Basis, NewConsent},
    db::Tx,
    errors::Result,
    langs::Lang,
};
use uuid::Uuid;

/// For what those who sit on a body may be written to.
pub(crate) const PURPOSE: &str = "council-letters";

/// Writes down since when and until when people belong, from all terms each holds or stands in for. One who is left with no term at all
/// belonged until `today`.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_membership(tx: &mut Tx, people: &[PersonId], today: Date) -> Result<()> {
    close_unless_serving(tx, people, |_| today).await
}

/// The same after a mistake was corrected: one who is left with no term never belonged.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn correct_membership(tx: &mut Tx, people: &[PersonId]) -> Result<()> {
    close_unless_serving(tx, people, |since| since.saturating_sub(1.day())).await
}

/// Closes what was asked about a seat that is taken: done by the organization whose seat it is and by those for which its holder
/// speaks; of the others it is not wanted any more.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn settle_asks(
    tx: &mut Tx,
    (seat, organization): (SeatId, Option<OrganizationId>),
    holder: Option<PersonId>,
    today: Date,
) -> Result<()> {
    let mut by: Vec<OrganizationId> = organization.into_iter().collect();
    if let Some(holder) = holder {
        let spoken_for = partners::spoken_for_by(tx, Reader::Staff, holder).await?.into_iter();
        let today = spoken_for.filter(|one| one.from_on <= today && one.to_on.is_none_or(|on| on >= today));
        by.extend(today.map(|one| one.organization));
    }
    partners::settle_asks(tx, &seat.into(), &by).await
}

/// Writes down since when and until when people belong; gives those who serve no term.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_terms(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let (mut belong, mut others) = (Vec::new(), Vec::new());
    let terms = list_terms_of_people(tx, people).await?;
    for person in people {
        match belonging(&terms, *person) {
            Some(days) => belong.push((*person, days)),
            None => others.push(*person),
        }
    }
    record(tx, &belong).await?;
    Ok(others)
}

async fn close_unless_serving(tx: &mut Tx, people: &[PersonId], ended: impl Fn(Date) -> Date) -> Result<()> {
    let left: Vec<Uuid> = note_terms(tx, people).await?.into_iter().map(|person| person.0).collect();
    let mut belonged = Vec::new();
    for (person, facts) in tx.consent_facts_of(&left).await? {
        let last = facts.iter().rfind(|fact| fact.purpose == PURPOSE && fact.basis == Basis::Membership);
        let Some((since, until)) = last.and_then(|fact| Some((fact.since?, fact.ended))) else { continue };
        let ended = ended(since);
        if until.is_none_or(|until| until > ended) {
            belonged.push((PersonId(person), (since, Some(ended))));
        }
    }
    belonged.sort_unstable();
    record(tx, &belonged).await
}

/// Since when and until when somebody belongs.
type Belongs = (PersonId, (Date, Option<Date>));

async fn record(tx: &mut Tx, all: &[Belongs]) -> Result<()> {
    let mut facts = Vec::with_capacity(all.len());
    for (person, (since, ended)) in all {
        let fact = NewConsent {
            purpose: PURPOSE,
            basis: Basis::Membership,
            since: Some(*since),
            ended: *ended,
            how: "seat",
            wording: "",
            lang: Lang::En,
            evidence: None,
        };
        facts.push((tx.new_id()?, person.0, fact));
    }
    tx.record_consents(&facts).await
}
