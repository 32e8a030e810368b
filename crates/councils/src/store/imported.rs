//! What sheets write about seats, and what their undo takes away: many at a time, since others wait meanwhile.

use super::seats::Seat;
use crate::{SeatId, TermId};
use partners::OrganizationId;
use platform::{
    db::{Bind, List, Param, Tx},
    errors::{Error, Result},
};
use std::collections::HashSet;

/// So many ids stand in one statement.
const AT_ONCE: usize = 500;

/// What becomes of a seat that is kept: to which organization it belongs, and how its record stands before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adopted {
    /// Which.
    pub id: SeatId,
    /// To which organization it belongs.
    pub organization: Option<OrganizationId>,
    /// The version that was read.
    pub before: i64,
    /// The version from now on.
    pub after: i64,
}

/// Writes that the terms of seats change, and to whom they belong.
///
/// # Errors
/// [`Error::Stale`] when somebody else has changed one of them since it was read.
pub async fn adopt_seats(tx: &mut Tx, seats: &[Adopted]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = seats
        .iter()
        .map(|one| {
            let which = [partnership.bind(), one.id.bind(), one.before.bind()];
            which.into_iter().chain([one.organization.bind(), one.after.bind()]).collect()
        })
        .collect();
    let update = "UPDATE seat SET organization_id = $4, version = $5 WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL";
    all_changed(&tx.run_many(update, &rows).await?)
}

/// Those of these seats with which an expression of interest was answered.
///
/// # Errors
/// When the database does not answer.
pub async fn wished_among(tx: &mut Tx, seats: &[SeatId]) -> Result<HashSet<SeatId>> {
    let (partnership, mut wished) = (tx.partnership()?, HashSet::new());
    for some in seats.chunks(AT_ONCE) {
        let list = List::new("DISTINCT seat_id", "expression").filter("partnership_id = ?", &partnership);
        let rows: Vec<(SeatId,)> = tx.rows(&list.among("seat_id", some).page(1, 1_000)).await?;
        wished.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(wished)
}

/// Deletes terms, each of its seat.
///
/// # Errors
/// [`Error::Stale`] when one of them is gone.
pub async fn delete_terms(tx: &mut Tx, terms: &[(SeatId, TermId)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> =
        terms.iter().map(|(seat, term)| vec![partnership.bind(), seat.bind(), term.bind()]).collect();
    let delete = "DELETE FROM seat_term WHERE partnership_id = $1 AND seat_id = $2 AND id = $3";
    all_changed(&tx.run_many(delete, &rows).await?)
}

/// Deletes seats without terms.
///
/// # Errors
/// [`Error::Stale`] when one of them has changed since it was read; a constraint when something names one.
pub async fn delete_seats(tx: &mut Tx, seats: &[&Seat]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> =
        seats.iter().map(|seat| vec![partnership.bind(), seat.id.bind(), seat.version.bind()]).collect();
    let delete = "DELETE FROM seat WHERE partnership_id = $1 AND id = $2 AND version = $3";
    all_changed(&tx.run_many(delete, &rows).await?)
}

fn all_changed(changed: &[u64]) -> Result<()> {
    if changed.iter().all(|n| *n == 1) { Ok(()) } else { Err(Error::Stale) }
}
