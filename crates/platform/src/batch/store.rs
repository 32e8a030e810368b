//! The tables of imports: batches, and what headings say here.

mod leaning;
mod lines;

pub use leaning::{consents_since, forget_consents, leaned_on};
pub use lines::{
    added_and_waiting, counts, empty_line, forget_lines, forget_marks, forget_targets, is_marked, keep_line,
    keep_lines, leave_all, line, lines, lines_after, lines_of, lines_with_parts, naming, set_target,
    target_of, weighty_counts, write_lines,
};

use super::{Batch, BatchId, Headings, Mapping, OneSheet, State};
use crate::{
    clock::Moment,
    db::{Json, List, Page, Sort, Tx},
    errors::{OrNotFound, Result},
    http::Address,
    sql,
};
use std::collections::BTreeMap;

const COLUMNS: &str = "id, what, name, state, shown, head, mapping, total, done, begun_at, begun_by, taken_at, undone_at, version";

/// An import, for one importer.
///
/// # Errors
/// [`crate::errors::Error::NotFound`].
pub async fn batch(tx: &mut Tx, what: &str, id: BatchId) -> Result<Batch> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "batch")
        .filter("partnership_id = ?", &partnership)
        .filter("what = ?", what)
        .filter("id = ?", &id);
    tx.rows(&list.page(1, 1)).await?.pop().or_not_found()
}

/// Which importer reads an import.
///
/// # Errors
/// [`crate::errors::Error::NotFound`].
pub async fn importer_of(tx: &mut Tx, id: BatchId) -> Result<String> {
    let (what,) = sql!(
        tx,
        one(String,),
        "SELECT what FROM batch WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )?;
    Ok(what)
}

/// The imports of one importer, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn batches(tx: &mut Tx, what: &str, address: &Address) -> Result<Page<Batch>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "batch")
        .filter("partnership_id = ?", &partnership)
        .filter("what = ?", what)
        .sort("begun_at", Sort::Down)
        .sort("id", Sort::Up);
    tx.page_for(address, list).await
}

/// Begins an import whose rows come next.
///
/// # Errors
/// When the database refuses.
pub async fn begin(tx: &mut Tx, what: &str, name: &str) -> Result<BatchId> {
    let (id, by) = (tx.new_id::<BatchId>()?, tx.author().words());
    sql!(
        tx,
        must,
        "INSERT INTO batch (id, partnership_id, what, name, state, shown, head, mapping, total, done, begun_at, begun_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        tx.partnership()?,
        what,
        name,
        State::Reading,
        false,
        Json(Headings::default()),
        Json(Mapping::default()),
        0_i64,
        0_i64,
        tx.now(),
        by
    )?;
    Ok(id)
}

/// Moves an import from one state to another, as it was read.
///
/// # Errors
/// [`crate::errors::Error::Stale`] when it has moved since.
pub async fn pass(tx: &mut Tx, batch: &Batch, to: State) -> Result<()> {
    let shown = to == State::Taken;
    let taken = if shown { Some(tx.now()) } else { batch.taken_at };
    let undone = if to == State::Clearing { Some(tx.now()) } else { batch.undone_at };
    sql!(
        tx,
        save,
        "UPDATE batch SET state = $1, shown = $2, taken_at = $3, undone_at = $4, done = 0, version = version + 1
         WHERE partnership_id = $5 AND id = $6 AND version = $7",
        to,
        shown,
        taken,
        undone,
        tx.partnership()?,
        batch.id,
        batch.version
    )
}

/// Notes what was read of a sheet: its headings, what they seem to say, how many rows there are.
///
/// # Errors
/// When the database refuses.
pub async fn note_read(
    tx: &mut Tx,
    id: BatchId,
    (head, mapping): (&Headings, &Mapping),
    total: i64,
) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE batch SET head = $1, mapping = $2, total = $3, state = $4, version = version + 1
         WHERE partnership_id = $5 AND id = $6 AND state = 'reading'",
        Json(head),
        Json(mapping),
        total,
        State::Mapping,
        tx.partnership()?,
        id
    )
}

/// Keeps what a person said about the columns, and begins the check anew.
///
/// # Errors
/// [`crate::errors::Error::Stale`] when the import has moved since it was read.
pub async fn map(tx: &mut Tx, batch: &Batch, mapping: &Mapping) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE batch SET mapping = $1, state = $2, done = 0, version = version + 1 WHERE partnership_id = $3 AND id = $4 AND version = $5",
        Json(mapping),
        State::Checking,
        tx.partnership()?,
        batch.id,
        batch.version
    )
}

/// Notes how many rows the work that is under way has done. The version stays: nobody decides about that.
///
/// # Errors
/// [`crate::errors::Error::Stale`] when the import is in another state by now.
pub async fn note_done(tx: &mut Tx, batch: &Batch, done: i64) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE batch SET done = $1 WHERE partnership_id = $2 AND id = $3 AND state = $4 AND version = $5",
        done,
        tx.partnership()?,
        batch.id,
        batch.state,
        batch.version
    )
}

/// What headings were said to say here, by their folded words.
///
/// # Errors
/// When the database does not answer.
pub async fn remembered(tx: &mut Tx, what: &str) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sql!(
        tx,
        all(String, String),
        "SELECT heading, says FROM heading WHERE partnership_id = $1 AND what = $2 ORDER BY noted_at DESC LIMIT 1000",
        tx.partnership()?,
        what
    )?;
    Ok(rows.into_iter().collect())
}

/// Remembers what a heading says here; nothing means that its column is left out.
///
/// # Errors
/// When the database refuses.
pub async fn remember(tx: &mut Tx, what: &str, heading: &str, says: &str) -> Result<()> {
    sql!(
        tx,
        must,
        "INSERT INTO heading (partnership_id, what, heading, says, noted_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (partnership_id, what, heading) DO UPDATE SET says = excluded.says, noted_at = excluded.noted_at",
        tx.partnership()?,
        what,
        heading,
        says,
        tx.now()
    )
}

/// Notes which sheets of a workbook may be meant, or with none that it was decided.
///
/// # Errors
/// [`crate::errors::Error::Stale`] when the import has moved since it was read.
pub async fn note_sheets(tx: &mut Tx, batch: &Batch, sheets: &[OneSheet]) -> Result<()> {
    let head = Headings { sheets: sheets.to_vec(), ..batch.head.0.clone() };
    sql!(
        tx,
        save,
        "UPDATE batch SET head = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        Json(head),
        tx.partnership()?,
        batch.id,
        batch.version
    )
}

/// Imports that nothing has happened to since `before` and that still hold rows; at most 100.
///
/// # Errors
/// When the database does not answer.
pub async fn lying_since(tx: &mut Tx, before: Moment) -> Result<Vec<Batch>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "batch")
        .filter("partnership_id = ?", &partnership)
        .filter("COALESCE(undone_at, taken_at, begun_at) < ?", &before)
        .only("EXISTS (SELECT 1 FROM batch_row r WHERE r.partnership_id = batch.partnership_id AND r.batch_id = batch.id)")
        .only("state IN ('reading', 'mapping', 'checked', 'taken', 'undone', 'dropped')")
        .sort("begun_at", Sort::Up)
        .sort("id", Sort::Up);
    tx.rows(&list.page(1, 100)).await
}

/// Empties what an import keeps of its sheet's headings and first values.
///
/// # Errors
/// When the database refuses.
pub async fn forget_head(tx: &mut Tx, id: BatchId) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE batch SET head = $1 WHERE partnership_id = $2 AND id = $3",
        Json(Headings::default()),
        tx.partnership()?,
        id
    )
}

/// Deletes an import whose rows are gone, as if it had never been: a dry run.
///
/// # Errors
/// A constraint when records carry its id.
pub async fn remove(tx: &mut Tx, id: BatchId) -> Result<()> {
    sql!(tx, must, "DELETE FROM batch WHERE partnership_id = $1 AND id = $2", tx.partnership()?, id)
}

/// Notes that a person has decided something about an import: who takes it in must have seen it.
///
/// # Errors
/// [`crate::errors::Error::Stale`] when it has moved since it was read.
pub async fn touch(tx: &mut Tx, batch: &Batch) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE batch SET version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        batch.id,
        batch.version
    )
}
