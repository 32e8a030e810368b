//! What other rooms and the demo may do here without a page: set up bodies, grant seats, record versions, take expressions.
//!
//! The same rules decide as on the pages, and the same audit entries are written.

use crate::{
    CouncilId, ExpressionId, ReferenceId, RoundId, SeatId, TermId,
    known::{Known, people_of, refuse_first},
    membership::note_terms,
    rules::{
        expressions::{ExpressionState, Round, Season, hold_round, move_round, receive, take_back_round},
        references::{AskForVersion, Latest, record},
        seats::{SeatOnBoard, grant_seat},
        terms::{AskForTerm, Left, Term, hold, leave},
        tree::{TreeRefusal, put_below},
    },
    store::{
        bodies::{CouncilFacts, find_council, insert_council, list_councils, list_slugs_like, tree_of},
        categories::category_named,
        expressions::{
            NewExpression, count_answered_in, delete_round, insert_expression, insert_round, list_rounds,
            update_kept, update_round,
        },
        references::{NewTermsOfReference, insert_terms_of_reference, list_terms_of_reference},
        seats::{Seat, SeatFacts, find_board, insert_seat, list_seats_among, list_seats_of_organization},
        terms::{OnSeat, insert_terms, list_terms_of_person, list_terms_of_seats},
    },
};
use jiff::civil::Date;
use partners::{OrganizationId, PersonId, Reader};
use platform::{
    clock::Moment,
    db::Tx,
    errors::{OrNotFound, Result},
};
use std::collections::BTreeSet;

/// A seat to be granted, with the terms already served on it, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeat {
    /// What it is.
    pub facts: SeatFacts,
    /// The terms served on it, and how those that ended early did.
    pub terms: Vec<(AskForTerm, Option<Left>)>,
}

/// A seat and the terms served on it, oldest first.
#[derive(Debug, Clone)]
pub struct SeatWithTerms {
    /// The seat.
    pub seat: Seat,
    /// Its terms.
    pub terms: Vec<Term>,
}

impl SeatWithTerms {
    /// The seat as the rules know it.
    pub fn on_board(&self) -> SeatOnBoard {
        let terms: Vec<OnSeat> = self.terms.iter().map(|term| (self.seat.id, *term)).collect();
        self.seat.on_board(&terms)
    }
}

/// Sets up a body and writes the audit entry. Its place in addresses comes from `slug`, with a number when that is taken.
///
/// # Errors
/// [`TreeRefusal`] when it cannot stand there.
pub async fn add_council(tx: &mut Tx, slug: &str, facts: &CouncilFacts) -> Result<CouncilId> {
    let tree = tree_of(&list_councils(tx).await?);
    let depth = put_below(&tree, None, facts.parent)?;
    let slug = free_slug(slug, &list_slugs_like(tx, slug).await?);
    let id = insert_council(tx, &slug, facts, depth).await?;
    tx.audit("council.set-up", id, None::<&()>, Some(facts)).await?;
    Ok(id)
}

/// `slug`, or with the first number behind it that is free.
pub(crate) fn free_slug(slug: &str, taken: &[String]) -> String {
    let is_free = |slug: &String| !taken.contains(slug);
    let numbered = (2..).map(|n: u32| format!("{slug}-{n}"));
    std::iter::once(slug.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

/// Grants seats on a body, with the terms already served on them; each gets its audit entry. Their ids stand in the same order.
///
/// # Errors
/// [`crate::rules::seats::SeatRefusal`] when the body is full or closed, [`crate::rules::terms::TermRefusal`] when a term
/// cannot be so, [`platform::errors::FieldRefusal::Unknown`] when an organization, a sector or a person is not here; then none
/// is granted. Whoever calls for somebody asks first what she may know of.
pub async fn add_seats(tx: &mut Tx, council: CouncilId, new: &[NewSeat]) -> Result<Vec<SeatId>> {
    let council = find_council(tx, council).await?.or_not_found()?;
    only_known(tx, new).await?;
    let mut board = find_board(tx, &council).await?;
    let mut ids = Vec::with_capacity(new.len());
    let mut terms: Vec<OnSeat> = Vec::new();
    for one in new {
        let number = grant_seat(&board)?;
        let category = category_named(tx, &one.facts.category).await?;
        let id = insert_seat(tx, &board, number, category, &one.facts).await?;
        board.seats.push(SeatOnBoard { id, number, since: one.facts.since_on, terms: Vec::new() });
        for (ask, left) in &one.terms {
            hold(&board, id, ask)?;
            let mut term = Term { id: tx.new_id::<TermId>()?, agreed: *ask, left: None };
            term.left = left.map(|left| leave(&term, left.on, left.how)).transpose()?;
            board.seats.last_mut().or_not_found()?.terms.push(term);
            terms.push((id, term));
        }
        tx.audit("seat.granted", id, None::<&()>, Some(&one.facts)).await?;
        ids.push(id);
    }
    insert_terms(tx, &terms).await?;
    let people: BTreeSet<PersonId> = terms.iter().flat_map(|(_, term)| people_of(&term.agreed)).collect();
    note_terms(tx, &people.into_iter().collect::<Vec<_>>()).await?;
    Ok(ids)
}

/// Refuses seats that name what is not here.
async fn only_known(tx: &mut Tx, new: &[NewSeat]) -> Result<()> {
    let seats: Vec<&SeatFacts> = new.iter().map(|one| &one.facts).collect();
    let in_seats = Known::in_seats(tx, Reader::Staff, &seats).await?;
    seats.into_iter().try_for_each(|facts| refuse_first(in_seats.seat(facts, None)))?;
    let terms = || new.iter().flat_map(|one| &one.terms).map(|(ask, _)| ask);
    let named: BTreeSet<PersonId> = terms().flat_map(people_of).collect();
    let named: Vec<PersonId> = named.into_iter().collect();
    let in_terms = Known::people(tx, Reader::Staff, &named).await?;
    terms().try_for_each(|ask| refuse_first(in_terms.term(ask)))
}

/// Records a version of a body's terms of reference and writes the audit entry.
///
/// # Errors
/// [`crate::rules::references::ReferenceRefusal`].
pub async fn record_terms_of_reference(
    tx: &mut Tx,
    council: CouncilId,
    new: &NewTermsOfReference,
    today: Date,
) -> Result<ReferenceId> {
    let versions = list_terms_of_reference(tx, council).await?;
    let latest = versions.first().map(|version| Latest {
        number: version.number,
        adopted_on: version.adopted_on,
        text: &version.body,
    });
    let ask = AskForVersion { text: &new.body, change_note: &new.change_note, adopted_on: new.adopted_on };
    let number = record(latest.as_ref(), &ask, today)?;
    let id = insert_terms_of_reference(tx, council, number, new).await?;
    tx.audit("council.terms-of-reference", council, None::<&()>, Some(&(number, &new.change_note))).await?;
    Ok(id)
}

/// Sets a round; kept expressions enter it.
///
/// # Errors
/// [`crate::rules::expressions::RoundRefusal`].
pub async fn add_round(tx: &mut Tx, season: Season, opens_on: Date, closes_on: Date) -> Result<RoundId> {
    hold_round(&list_rounds(tx).await?, opens_on, closes_on)?;
    let id = insert_round(tx, season, opens_on, closes_on).await?;
    let entered = update_kept(tx, id).await?;
    tx.audit("round.set", id, None::<&()>, Some(&(season.code(), opens_on, closes_on, entered))).await?;
    Ok(id)
}

/// Corrects the season and the days of a round. Kept expressions enter it when it is not over on `today`.
///
/// # Errors
/// [`crate::rules::expressions::RoundRefusal`]; [`platform::errors::Error::Stale`].
pub async fn change_round(tx: &mut Tx, before: &Round, new: (Season, Date, Date), today: Date) -> Result<()> {
    let (season, opens_on, closes_on) = new;
    move_round(&list_rounds(tx).await?, before.id, opens_on, closes_on)?;
    update_round(tx, before, new).await?;
    let entered = if closes_on >= today { update_kept(tx, before.id).await? } else { 0 };
    let old = (before.season.code(), before.opens_on, before.closes_on, 0);
    tx.audit("round.changed", before.id, Some(&old), Some(&(season.code(), opens_on, closes_on, entered)))
        .await
}

/// Takes a round back that was set by mistake; what came in it and waits is kept for the next.
///
/// # Errors
/// [`crate::rules::expressions::RoundRefusal::Answered`]; [`platform::errors::Error::Stale`].
pub async fn remove_round(tx: &mut Tx, round: &Round) -> Result<()> {
    take_back_round(count_answered_in(tx, round.id).await?)?;
    let left = delete_round(tx, round).await?;
    let old = (round.season.code(), round.opens_on, round.closes_on, left);
    tx.audit("round.removed", round.id, Some(&old), None::<&()>).await
}

/// Takes an expression of interest that came in at `received_at`: into the round open on `day`, or kept for the next.
///
/// # Errors
/// When the body is not there.
pub async fn add_expression(
    tx: &mut Tx,
    new: &NewExpression,
    received_at: Moment,
    day: Date,
) -> Result<(ExpressionId, ExpressionState)> {
    let council = find_council(tx, new.council).await?.or_not_found()?;
    if council.closed_at.is_some() {
        return Err(TreeRefusal::AlreadyClosed.into());
    }
    let (round, state) = receive(&list_rounds(tx).await?, day);
    let id = insert_expression(tx, new, (round, state), received_at).await?;
    tx.audit("expression.received", id, None::<&()>, Some(&state.code())).await?;
    Ok((id, state))
}

/// The seats that belong to an organization, with their terms, by body and number.
///
/// # Errors
/// When the database does not answer.
pub async fn seats_of_organization(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<SeatWithTerms>> {
    let seats = list_seats_of_organization(tx, organization).await?;
    with_terms(tx, seats).await
}

/// The seats that a person holds, held or stands in for, with their terms, by body and number.
///
/// # Errors
/// When the database does not answer.
pub async fn seats_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<SeatWithTerms>> {
    let mut ids: Vec<SeatId> =
        list_terms_of_person(tx, person).await?.into_iter().map(|(seat, _)| seat).collect();
    ids.sort();
    ids.dedup();
    let seats = list_seats_among(tx, &ids).await?;
    with_terms(tx, seats).await
}

async fn with_terms(tx: &mut Tx, seats: Vec<Seat>) -> Result<Vec<SeatWithTerms>> {
    let ids: Vec<SeatId> = seats.iter().map(|seat| seat.id).collect();
    let terms = list_terms_of_seats(tx, &ids).await?;
    let own = |seat: SeatId| terms.iter().filter(|(on, _)| *on == seat).map(|(_, term)| *term).collect();
    Ok(seats.into_iter().map(|seat| SeatWithTerms { terms: own(seat.id), seat }).collect())
}
