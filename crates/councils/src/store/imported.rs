//! What the undo of an import takes away: seats and terms that it had made and nobody has changed since.

use super::seats::Seat;
use crate::{SeatId, TermId};
use platform::{db::Tx, errors::Result, sql};

/// Whether an expression of interest was answered with this seat.
///
/// # Errors
/// When the database does not answer.
pub async fn is_wished_for(tx: &mut Tx, seat: SeatId) -> Result<bool> {
    let n = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM expression WHERE partnership_id = $1 AND seat_id = $2",
        tx.partnership()?,
        seat
    )?;
    Ok(n > 0)
}

/// Deletes a term.
///
/// # Errors
/// When the database refuses.
pub async fn delete_term(tx: &mut Tx, seat: SeatId, term: TermId) -> Result<()> {
    sql!(
        tx,
        must,
        "DELETE FROM seat_term WHERE partnership_id = $1 AND seat_id = $2 AND id = $3",
        tx.partnership()?,
        seat,
        term
    )
}

/// Deletes a seat without terms.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read; a constraint when something names it.
pub async fn delete_seat(tx: &mut Tx, before: &Seat) -> Result<()> {
    sql!(
        tx,
        save,
        "DELETE FROM seat WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version
    )
}
