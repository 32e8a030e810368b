//! The rows of sheets, and what becomes of each.

use crate::{
    batch::{Batch, BatchId, Line, State, Verdict},
    db::{Json, List, Page, Param, Sort, Tx},
    errors::{OrNotFound, Result},
    http::Address,
    sql,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Writes rows down as they came.
///
/// # Errors
/// When the database refuses.
pub async fn write_lines(tx: &mut Tx, id: BatchId, lines: &[(i64, Vec<String>)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let cells: Vec<Json<&Vec<String>>> = lines.iter().map(|(_, cells)| Json(cells)).collect();
    let (nothing, unread) = (Json(Vec::<String>::new()), Verdict::Unread);
    let rows: Vec<Vec<_>> = lines
        .iter()
        .zip(&cells)
        .map(|((number, _), cells)| {
            vec![partnership.bind(), id.bind(), number.bind(), cells.bind(), unread.bind(), nothing.bind()]
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    tx.insert_many(
        "INSERT INTO batch_row (partnership_id, batch_id, number, cells, verdict, findings) VALUES",
        &rows,
    )
    .await
}

const LINE: &str = "number, cells, verdict, findings, record, before, target_id";

/// The rows after number `after`, at most `limit`, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_after(tx: &mut Tx, id: BatchId, after: i64, limit: u32) -> Result<Vec<Line>> {
    let partnership = tx.partnership()?;
    let list = List::new(LINE, "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .filter("number > ?", &after)
        .sort("number", Sort::Up);
    tx.rows(&list.page(1, limit)).await
}

/// The rows of one verdict after number `after`, at most `limit`, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_of(
    tx: &mut Tx,
    (id, verdict): (BatchId, Verdict),
    after: i64,
    limit: u32,
) -> Result<Vec<Line>> {
    let partnership = tx.partnership()?;
    let list = List::new(LINE, "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .filter("verdict = ?", &verdict)
        .filter("number > ?", &after)
        .sort("number", Sort::Up);
    tx.rows(&list.page(1, limit)).await
}

/// So many rows stand on a page until somebody wants more: what is to be decided comes first.
const SHOWN: u32 = 20;

/// The page of rows that an address asks for; without a verdict all, those that need a person first, then those about which
/// something was found.
///
/// # Errors
/// When the database does not answer.
pub async fn lines(
    tx: &mut Tx,
    id: BatchId,
    verdict: Option<Verdict>,
    address: &Address,
) -> Result<Page<Line>> {
    let partnership = tx.partnership()?;
    let urgent = "CASE verdict WHEN 'refuse' THEN 0 WHEN 'ask' THEN 1 WHEN 'change' THEN 2 ELSE 3 END";
    let silent = "CASE WHEN CAST(findings AS text) = '[]' THEN 1 ELSE 0 END";
    let list = List::new(LINE, "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .filter_some("verdict = ?", verdict.as_ref());
    let list =
        if address.file().is_some() { list } else { list.sort(urgent, Sort::Up).sort(silent, Sort::Up) };
    tx.page_for(address, list.sort("number", Sort::Up).page(1, SHOWN)).await
}

/// One row.
///
/// # Errors
/// [`crate::errors::Error::NotFound`].
pub async fn line(tx: &mut Tx, id: BatchId, number: i64) -> Result<Line> {
    lines_after(tx, id, number - 1, 1).await?.pop().filter(|line| line.number == number).or_not_found()
}

/// Keeps what is known of a row.
///
/// # Errors
/// When the database refuses.
pub async fn keep_line(tx: &mut Tx, id: BatchId, line: &Line) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE batch_row SET verdict = $1, findings = $2, record = $3, before = $4, target_id = $5, for_parts = $9
         WHERE partnership_id = $6 AND batch_id = $7 AND number = $8",
        line.verdict,
        line.findings,
        line.record,
        line.before,
        line.target_id,
        tx.partnership()?,
        id,
        line.number,
        line.waits()
    )
}

/// As [`keep_line`] for many rows at once.
///
/// # Errors
/// When the database refuses.
pub async fn keep_lines(tx: &mut Tx, id: BatchId, lines: &[Line]) -> Result<()> {
    let partnership = tx.partnership()?;
    let said: Vec<bool> = lines.iter().map(Line::waits).collect();
    let rows: Vec<Vec<_>> = lines
        .iter()
        .zip(&said)
        .map(|(line, waits)| {
            let (whose, came) = ([partnership.bind(), id.bind(), line.number.bind()], [line.cells.bind()]);
            let read = [line.verdict.bind(), line.findings.bind(), line.record.bind()];
            let done = [line.before.bind(), line.target_id.bind(), waits.bind()];
            whose.into_iter().chain(came).chain(read).chain(done).collect()
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    tx.write_many(
        "INSERT INTO batch_row (partnership_id, batch_id, number, cells, verdict, findings, record, before, target_id, for_parts) VALUES",
        &rows,
        "ON CONFLICT (partnership_id, batch_id, number) DO UPDATE SET verdict = excluded.verdict, findings = excluded.findings,
           record = excluded.record, before = excluded.before, target_id = excluded.target_id, for_parts = excluded.for_parts",
    )
    .await
}

/// The rows after number `after` that come in and say something for a part, at most `limit`, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_with_parts(tx: &mut Tx, id: BatchId, after: i64, limit: u32) -> Result<Vec<Line>> {
    let (partnership, yes) = (tx.partnership()?, true);
    let list = List::new(LINE, "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .filter("for_parts = ?", &yes)
        .only("verdict IN ('add', 'change')")
        .filter("number > ?", &after)
        .sort("number", Sort::Up);
    tx.rows(&list.page(1, limit)).await
}

/// How many rows add something and wait, with what they say beside, until all is shown.
///
/// # Errors
/// When the database does not answer.
pub async fn added_and_waiting(tx: &mut Tx, id: BatchId) -> Result<i64> {
    sql!(
        tx,
        value i64,
        "SELECT count(*) FROM batch_row WHERE partnership_id = $1 AND batch_id = $2 AND for_parts = $3 AND verdict = 'add'",
        tx.partnership()?,
        id,
        true
    )
}

/// How many rows have each verdict.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx, id: BatchId) -> Result<BTreeMap<Verdict, i64>> {
    let rows: Vec<(Verdict, i64)> = sql!(
        tx,
        all(Verdict, i64),
        "SELECT verdict, count(*) FROM batch_row WHERE partnership_id = $1 AND batch_id = $2 GROUP BY verdict LIMIT 10",
        tx.partnership()?,
        id
    )?;
    Ok(rows.into_iter().collect())
}

/// How many rows stand in the way of a sheet or change something. What is added, or is the same, is not counted: in a long sheet that
/// takes a tenth of a second, and this is asked while others wait.
///
/// # Errors
/// When the database does not answer.
pub async fn weighty_counts(tx: &mut Tx, id: BatchId) -> Result<BTreeMap<Verdict, i64>> {
    let rows: Vec<(Verdict, i64)> = sql!(
        tx,
        all(Verdict, i64),
        "SELECT verdict, count(*) FROM batch_row WHERE partnership_id = $1 AND batch_id = $2
         AND verdict IN ('refuse', 'ask', 'change') GROUP BY verdict LIMIT 3",
        tx.partnership()?,
        id
    )?;
    Ok(rows.into_iter().collect())
}

/// Leaves out all rows of a verdict, as a person decided; how many.
///
/// # Errors
/// When the database refuses.
pub async fn leave_all(tx: &mut Tx, id: BatchId, verdict: Verdict) -> Result<u64> {
    sql!(
        tx,
        run,
        "UPDATE batch_row SET verdict = $1 WHERE partnership_id = $2 AND batch_id = $3 AND verdict = $4",
        Verdict::Leave,
        tx.partnership()?,
        id,
        verdict
    )
}

/// Forgets what rows say, once nobody can undo it any more or it never came in: names and addresses stood in them.
///
/// # Errors
/// When the database refuses.
pub async fn forget_lines(tx: &mut Tx, id: BatchId, limit: u32) -> Result<u64> {
    let partnership = tx.partnership()?;
    let list = List::new("number", "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .sort("number", Sort::Up)
        .page(1, limit);
    let rows: Vec<(i64,)> = tx.rows(&list).await?;
    let forget = "DELETE FROM batch_row WHERE partnership_id = $1 AND batch_id = $2 AND number = $3";
    for_numbers(tx, id, forget, &rows).await
}

/// Rows that name one of these addresses; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn naming(tx: &mut Tx, addresses: &[String]) -> Result<Vec<(BatchId, i64)>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    for address in addresses {
        let like = format!(
            "%{}%",
            address.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
        );
        let some: Vec<(BatchId, i64)> = sql!(
            tx,
            all(BatchId, i64),
            "SELECT batch_id, number FROM batch_row WHERE partnership_id = $1
             AND (lower(CAST(cells AS text)) LIKE $2 ESCAPE '\\' OR lower(CAST(before AS text)) LIKE $2 ESCAPE '\\') LIMIT 1000",
            partnership,
            like
        )?;
        all.extend(some);
    }
    Ok(all)
}

/// What became of a row, and which record it had added or changed; a later row of the same sheet may go on with it.
///
/// # Errors
/// [`crate::errors::Error::NotFound`] when there is no such row.
pub async fn target_of(tx: &mut Tx, id: BatchId, number: i64) -> Result<(Verdict, Option<Uuid>)> {
    let line = line(tx, id, number).await?;
    Ok((line.verdict, line.target_id))
}

/// Notes that a row which is left out is stood for by the record of another one.
///
/// # Errors
/// When the database refuses.
pub async fn set_target(tx: &mut Tx, id: BatchId, number: i64, target: Uuid) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE batch_row SET target_id = $1 WHERE partnership_id = $2 AND batch_id = $3 AND number = $4",
        target,
        tx.partnership()?,
        id,
        number
    )
}

/// Whether an import is half done: changes of rows were worked out, or it was being cleared.
///
/// # Errors
/// When the database does not answer.
pub async fn is_marked(tx: &mut Tx, id: BatchId) -> Result<bool> {
    let some = sql!(
        tx,
        find(i64,),
        "SELECT number FROM batch_row WHERE partnership_id = $1 AND batch_id = $2 AND before IS NOT NULL LIMIT 1",
        tx.partnership()?,
        id
    )?;
    Ok(some.is_some())
}

/// Forgets which records rows had added, of at most `limit` rows: they are deleted. How many rows.
///
/// # Errors
/// When the database refuses.
pub async fn forget_targets(tx: &mut Tx, id: BatchId, limit: u32) -> Result<u64> {
    let partnership = tx.partnership()?;
    let list = List::new("number", "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .only("target_id IS NOT NULL")
        .only("verdict IN ('add', 'leave', 'refuse')")
        .sort("target_id", Sort::Up)
        .page(1, limit);
    let rows: Vec<(i64,)> = tx.rows(&list).await?;
    let forget =
        "UPDATE batch_row SET target_id = NULL WHERE partnership_id = $1 AND batch_id = $2 AND number = $3";
    for_numbers(tx, id, forget, &rows).await
}

/// Forgets what was worked out for at most `limit` rows; how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_marks(tx: &mut Tx, id: BatchId, limit: u32) -> Result<u64> {
    let partnership = tx.partnership()?;
    let list = List::new("number", "batch_row")
        .filter("partnership_id = ?", &partnership)
        .filter("batch_id = ?", &id)
        .only("before IS NOT NULL")
        .sort("number", Sort::Up)
        .page(1, limit);
    let rows: Vec<(i64,)> = tx.rows(&list).await?;
    let forget =
        "UPDATE batch_row SET before = NULL WHERE partnership_id = $1 AND batch_id = $2 AND number = $3";
    for_numbers(tx, id, forget, &rows).await
}

/// Runs a statement for these rows of an import; how many it changed.
async fn for_numbers(tx: &mut Tx, id: BatchId, statement: &str, numbers: &[(i64,)]) -> Result<u64> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<_>> =
        numbers.iter().map(|(number,)| vec![partnership.bind(), id.bind(), number.bind()]).collect();
    Ok(tx.run_many(statement, &rows).await?.into_iter().sum())
}

/// Empties what a row says; that it was there and what it became stays. A row that has not come in does not: while its import is laid,
/// that marks it as half done.
///
/// # Errors
/// When the database refuses.
pub async fn empty_line(tx: &mut Tx, (batch, number): (&Batch, i64)) -> Result<u64> {
    let nothing = Json(Vec::<String>::new());
    let has_come = matches!(batch.state, State::Taken | State::Clearing | State::Undone);
    let mark = (batch.state == State::Laying).then_some(Json(Vec::<String>::new()));
    sql!(
        tx,
        run,
        "UPDATE batch_row SET cells = $1, findings = $1, record = NULL, before = $2,
           verdict = CASE WHEN $3 THEN verdict ELSE 'leave' END, target_id = CASE WHEN $3 THEN target_id ELSE NULL END
         WHERE partnership_id = $4 AND batch_id = $5 AND number = $6",
        nothing,
        mark,
        has_come,
        tx.partnership()?,
        batch.id,
        number
    )
}
