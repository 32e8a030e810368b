//! Who sits on a body belongs to the partnership, and may be written to about its work: the ledger of consent learns it here.

use crate::{SeatId, rules::terms::belonging, store::terms::list_terms_of_person};
use jiff::{ToSpan, civil::Date};
use partners::{OrganizationId, PersonId, Reader};
use platform::{
    consent::{Basis, NewConsent},
    db::Tx,
    errors::Result,
    langs::Lang,
};

/// For what those who sit on a body may be written to.
pub(crate) const PURPOSE: &str = "council-letters";

/// Writes down since when and until when a person belongs, from all terms she holds or stands in for. One who is left with no
/// term at all belonged until `today`.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_membership(tx: &mut Tx, person: PersonId, today: Date) -> Result<()> {
    close_unless_serving(tx, person, |_| today).await
}

/// The same after a mistake was corrected: one who is left with no term never belonged.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn correct_membership(tx: &mut Tx, person: PersonId) -> Result<()> {
    close_unless_serving(tx, person, |since| since.saturating_sub(1.day())).await
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

/// Writes down since when and until when a person belongs; tells whether she serves any term.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_terms(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let terms: Vec<_> = list_terms_of_person(tx, person).await?.into_iter().map(|(_, term)| term).collect();
    let Some((since, ended)) = belonging(&terms, person) else { return Ok(false) };
    record(tx, person, (since, ended)).await?;
    Ok(true)
}

async fn close_unless_serving(tx: &mut Tx, person: PersonId, ended: impl FnOnce(Date) -> Date) -> Result<()> {
    if note_terms(tx, person).await? {
        return Ok(());
    }
    let facts = tx.consent_facts(person).await?;
    let last = facts.iter().rfind(|fact| fact.purpose == PURPOSE && fact.basis == Basis::Membership);
    let Some((since, until)) = last.and_then(|fact| Some((fact.since?, fact.ended))) else { return Ok(()) };
    let ended = ended(since);
    if until.is_some_and(|until| until <= ended) {
        return Ok(());
    }
    record(tx, person, (since, Some(ended))).await
}

async fn record(tx: &mut Tx, person: PersonId, (since, ended): (Date, Option<Date>)) -> Result<()> {
    let fact = NewConsent {
        purpose: PURPOSE,
        basis: Basis::Membership,
        since: Some(since),
        ended,
        how: "seat",
        wording: "",
        lang: Lang::En,
        evidence: None,
    };
    tx.record_consent(person, &fact).await.map(drop)
}
