//! Bodies and seats in pages by cursor, for programs that read them all.

use super::{
    bodies::{Council, kept as bodies_kept},
    seats::{Seat, kept as seats_kept},
};
use crate::{CouncilId, SeatId};
use partners::Reader;
use platform::{
    db::{Sort, Tx},
    errors::Result,
};
use uuid::Uuid;

/// At most `limit` bodies that are not closed, in the order of their slugs, after this slug and id.
///
/// # Errors
/// When the database does not answer.
pub async fn list_councils_after(
    tx: &mut Tx,
    after: Option<&(String, Uuid)>,
    limit: u32,
) -> Result<Vec<Council>> {
    let partnership = tx.partnership()?;
    let list = bodies_kept(&partnership).only("closed_at IS NULL");
    let list = match after {
        Some((slug, id)) => list.after("slug", slug, "id", id),
        None => list,
    };
    tx.rows(&list.sort("slug", Sort::Up).sort("id", Sort::Up).page(1, limit)).await
}

/// At most `limit` seats of a body that `reader` may see, by number, after this number and id.
///
/// # Errors
/// When the database does not answer.
pub async fn list_seats_after(
    tx: &mut Tx,
    (council, reader): (CouncilId, Reader),
    after: Option<&(i64, SeatId)>,
    limit: u32,
) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    let list =
        seats_kept(&partnership).filter("s.council_id = ?", &council).among("s.visibility", reader.sees());
    let list = match after {
        Some((number, id)) => list.after("s.number", number, "s.id", id),
        None => list,
    };
    tx.rows(&list.sort("s.number", Sort::Up).sort("s.id", Sort::Up).page(1, limit)).await
}
