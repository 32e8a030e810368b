//! What the program does with an import by itself: checking, laying, clearing. Each step is safe to repeat, and each
//! transaction is short.

use super::{
    Batch, BatchId, BatchRefusal, CHUNK, Candidate, Finding, Given, Importer, Judge, Judged, Line,
    MOST_CHANGES, Mapping, State, Verdict, reading, store,
};
use crate::{
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Error, OrNotFound, Result},
    manifest::JobKind,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The job that goes on with an import.
pub const JOB: &str = "batch.go-on";
/// An import with so many rows is done while the visitor waits; a longer one by a job.
pub const AT_ONCE: i64 = 500;
/// So many seconds the visitor's own request has for a short import before the job looks after it.
const HEAD_START: i64 = 60;

/// What the job is about.
#[derive(Deserialize)]
struct About {
    batch: BatchId,
}

/// The jobs of imports.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::when_enqueued(JOB, |ctx, about| {
        Box::pin(async move {
            let about: About = serde_json::from_value(about.clone())?;
            go_on(ctx, about.batch).await
        })
    })]
}

/// The importer of this name.
///
/// # Errors
/// [`Error::NotFound`].
pub fn importer(ctx: &Ctx, what: &str) -> Result<Importer> {
    let mut all = ctx.app.house.rooms.iter().flat_map(|room| &room.importers);
    all.find(|one| one.what == what).copied().or_not_found()
}

/// Moves an import to a state in which the program works on it, and remembers that work in the same transaction. What is short is
/// begun at once by [`head_start`]; the job then finds nothing to do.
///
/// # Errors
/// [`Error::Stale`] when the import has moved since it was read.
pub async fn begin(ctx: &Ctx, tx: &mut Tx, batch: &Batch, to: State) -> Result<()> {
    store::pass(tx, batch, to).await?;
    remember(ctx, tx, batch).await
}

/// As [`begin`] for the check, with what a person said about the columns.
///
/// # Errors
/// As [`begin`].
pub async fn begin_check(ctx: &Ctx, tx: &mut Tx, batch: &Batch, mapping: &Mapping) -> Result<()> {
    store::map(tx, batch, mapping).await?;
    remember(ctx, tx, batch).await
}

async fn remember(ctx: &Ctx, tx: &mut Tx, batch: &Batch) -> Result<()> {
    let due = ctx.now().plus_seconds(if batch.total <= AT_ONCE { HEAD_START } else { 0 });
    tx.enqueue(JOB, json!({ "batch": batch.id }), due).await
}

/// Goes on at once with a short import, so that its page tells the end of it; a long one is the job's.
///
/// # Errors
/// When the database does not answer.
pub async fn head_start(ctx: &Ctx, batch: &Batch) -> Result<()> {
    if batch.total > AT_ONCE {
        return Ok(());
    }
    // The form's key was answered by the commit before; what follows is the program's own work.
    let ctx = Ctx { repeat: None, ..ctx.clone() };
    match go_on(&ctx, batch.id).await {
        // Somebody else is at it already.
        Err(Error::Stale) => Ok(()),
        other => other,
    }
}

/// Does all that the program can do by itself with an import, until a person is needed.
///
/// # Errors
/// When the database does not answer; [`BatchRefusal`] when it cannot go on.
pub async fn go_on(ctx: &Ctx, id: BatchId) -> Result<()> {
    loop {
        let mut tx = ctx.read(crate::ctx::PUBLIC).await?;
        let what = store::importer_of(&mut tx, id).await?;
        let batch = store::batch(&mut tx, &what, id).await?;
        tx.done().await?;
        let importer = importer(ctx, &what)?;
        match batch.state {
            State::Checking => check(ctx, &importer, &batch).await?,
            State::Laying => lay(ctx, &importer, &batch).await?,
            State::Clearing => clear(ctx, &importer, &batch).await?,
            _ => return Ok(()),
        }
    }
}

/// Reads every row against what is kept, a chunk at a time.
async fn check(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    let mut tx = ctx.read(importer.may).await?;
    let mut judge = (importer.judge)(ctx, &mut tx, &batch.mapping.0).await?;
    let cleaner = reading::Cleaner::load(&mut tx, importer, batch).await?;
    tx.done().await?;
    let mut after = 0;
    let mut done = 0;
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let lines = store::lines_after(&mut tx, batch.id, after, CHUNK).await?;
        let Some(last) = lines.last() else {
            store::pass(&mut tx, batch, State::Checked).await?;
            return tx.commit().await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        for mut line in lines {
            let read = read_line(&cleaner, judge.as_mut(), &line);
            line.verdict = read.verdict;
            line.findings = Json(read.findings);
            line.record = Some(Json(record_of(read.record, read.candidates)?));
            line.target_id = read.target;
            line.before = None;
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
        store::note_done(&mut tx, batch, done).await?;
        tx.commit().await?;
    }
}

/// Cleans a row and has it judged; a row of which a cell cannot be read is refused, whatever it means.
fn read_line(cleaner: &reading::Cleaner, judge: &mut dyn Judge, line: &Line) -> Judged {
    let (values, mut findings) = cleaner.clean(&line.cells.0);
    let given = Given { number: line.number, values };
    let mut judged = judge.judge(&given);
    findings.append(&mut judged.findings);
    if findings.iter().any(|one| one.wrong) {
        judged.verdict = Verdict::Refuse;
    }
    judged.findings = findings;
    judged
}

/// What is kept of a row: its record, and whom it may mean.
fn record_of(record: Value, candidates: Vec<Candidate>) -> Result<Value> {
    Ok(json!({ "record": record, "candidates": serde_json::to_value(candidates)? }))
}

/// The mark of a row that is laid, and finished when all is shown.
const FINISH: &str = "finish";

impl Line {
    fn mark(&mut self, mark: &str) -> Result<()> {
        let kept = self.record.as_mut().and_then(|kept| kept.0.as_object_mut());
        let kept = kept.ok_or_else(|| Error::failed("a row that was not read"))?;
        kept.insert(mark.to_owned(), Value::Bool(true));
        Ok(())
    }

    fn is_marked(&self, mark: &str) -> bool {
        self.record.as_ref().is_some_and(|kept| kept.0.get(mark).is_some())
    }

    /// What the row says, as its importer understood it.
    ///
    /// # Errors
    /// A failure when the row was not read, or by another edition of the program.
    pub fn said<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        let record = self.record.as_ref().and_then(|kept| kept.0.get("record")).cloned();
        Ok(serde_json::from_value(record.ok_or_else(|| Error::failed("a row that was not read"))?)?)
    }

    /// What is kept and may be what it means.
    pub fn candidates(&self) -> Vec<Candidate> {
        let kept = self.record.as_ref().and_then(|kept| kept.0.get("candidates")).cloned();
        kept.and_then(|kept| serde_json::from_value(kept).ok()).unwrap_or_default()
    }
}

/// Decides about a row that is asked about: it is this one, a new one, or left out.
///
/// # Errors
/// [`BatchRefusal::NotNow`] when nothing is asked, [`crate::errors::FieldRefusal::NotAChoice`] for an answer that was not offered.
pub async fn answer(tx: &mut Tx, batch: &Batch, number: i64, choice: &str) -> Result<()> {
    let mut line = store::line(tx, batch.id, number).await?;
    let candidates = line.candidates();
    let is_asked = !candidates.is_empty() && line.findings.0.iter().all(|one| !one.wrong);
    if batch.state != State::Checked || !is_asked {
        return Err(BatchRefusal::NotNow.into());
    }
    let chosen = candidates.iter().find(|one| one.id.to_string() == choice);
    (line.verdict, line.target_id) = match (choice, chosen) {
        ("leave", _) => (Verdict::Leave, None),
        ("new", _) => (Verdict::Add, None),
        (_, Some(one)) => (Verdict::Change, Some(one.id)),
        _ => return Err(crate::errors::FieldRefusal::NotAChoice.into()),
    };
    store::keep_line(tx, batch.id, &line).await?;
    // Whoever takes it in must have seen this answer.
    store::touch(tx, batch).await
}

/// Whether a checked import may come in.
///
/// # Errors
/// [`BatchRefusal`].
pub async fn may_come(tx: &mut Tx, batch: &Batch) -> Result<()> {
    let counts = store::counts(tx, batch.id).await?;
    let n = |verdict| counts.get(&verdict).copied().unwrap_or(0);
    if batch.state != State::Checked {
        return Err(BatchRefusal::NotNow.into());
    }
    let (refused, asked, changes) = (n(Verdict::Refuse), n(Verdict::Ask), n(Verdict::Change));
    let why = match () {
        () if refused > 0 => BatchRefusal::Refused { n: refused },
        () if asked > 0 => BatchRefusal::Asked { n: asked },
        () if changes > MOST_CHANGES => BatchRefusal::TooManyChanges { n: changes, max: MOST_CHANGES },
        () if changes + n(Verdict::Add) == 0 => BatchRefusal::NothingNew,
        () => return Ok(()),
    };
    Err(why.into())
}

/// Writes what is new, a chunk at a time and out of sight; then shows it all and makes the changes, in one transaction. A row that is
/// refused now sends the import back to whoever decides, with the reason at the row.
async fn lay(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    let (mut after, mut done) = (0, 0);
    loop {
        let mut tx = ctx.write(importer.may).await?;
        store::note_done(&mut tx, batch, done).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, CHUNK).await?;
        let Some(last) = lines.last() else {
            return show(ctx, importer, batch, tx).await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        // What an interrupted run had laid has its id already.
        let fresh: Vec<Line> = lines.into_iter().filter(|line| line.target_id.is_none()).collect();
        match lay_lines(ctx, importer, batch, (&mut tx, &fresh)).await {
            Ok(()) => tx.commit().await?,
            Err(why) if stops(&why) => {
                drop(tx);
                lay_singly(ctx, importer, batch, fresh).await?;
            }
            Err(other) => return Err(other),
        }
    }
}

async fn lay_lines(
    ctx: &Ctx,
    importer: &Importer,
    batch: &Batch,
    (tx, lines): (&mut Tx, &[Line]),
) -> Result<()> {
    let laid = (importer.lay)(ctx, tx, batch.id, lines).await?;
    for (line, laid) in lines.iter().zip(laid) {
        let mut line = Line { target_id: Some(laid.target), ..line.clone() };
        if laid.finish {
            line.verdict = Verdict::Change;
            line.mark(FINISH)?;
        }
        store::keep_line(tx, batch.id, &line).await?;
    }
    Ok(())
}

/// Finds the rows of a chunk that are refused, by laying one at a time.
async fn lay_singly(ctx: &Ctx, importer: &Importer, batch: &Batch, lines: Vec<Line>) -> Result<()> {
    for line in lines {
        let mut tx = ctx.write(importer.may).await?;
        let one = std::slice::from_ref(&line);
        match lay_lines(ctx, importer, batch, (&mut tx, one)).await {
            Ok(()) => tx.commit().await?,
            Err(why) if stops(&why) => {
                drop(tx);
                refuse(ctx, importer, batch, (line, &why)).await?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// What a rule or the database says of one row; anything else is a failure of ours and is tried again.
const fn stops(why: &Error) -> bool {
    matches!(why, Error::Refused(_) | Error::Constraint(_) | Error::NotFound | Error::Stale)
}

/// Notes at a row why it cannot come in.
async fn refuse(ctx: &Ctx, importer: &Importer, batch: &Batch, (line, why): (Line, &Error)) -> Result<()> {
    let finding = match why {
        Error::Refused(refusal) => Finding::refused(None, refusal.as_ref()),
        _ => Finding { wrong: true, ..Finding::noted(None, "batch-moved") },
    };
    let mut line = Line { verdict: Verdict::Refuse, ..line };
    line.findings.0.push(finding);
    let mut tx = ctx.write(importer.may).await?;
    store::note_done(&mut tx, batch, 0).await?;
    store::keep_line(&mut tx, batch.id, &line).await?;
    tx.commit().await
}

/// The one transaction that shows what was laid and makes the changes. When a row of it is refused, or the record that it changes has
/// itself changed since the check, nothing happens and a person decides.
async fn show(ctx: &Ctx, importer: &Importer, batch: &Batch, mut tx: Tx) -> Result<()> {
    let counts = store::counts(&mut tx, batch.id).await?;
    if counts.get(&Verdict::Refuse).copied().unwrap_or(0) > 0 {
        drop(tx);
        return give_back(ctx, importer, batch).await;
    }
    match make_changes(ctx, importer, batch, &mut tx).await {
        Ok(changed) => {
            store::pass(&mut tx, batch, State::Taken).await?;
            let added = counts.get(&Verdict::Add).copied().unwrap_or(0);
            tx.audit(
                "batch.taken",
                batch.id,
                None::<&()>,
                Some(&json!({ "added": added, "changed": changed })),
            )
            .await?;
            tx.commit().await
        }
        Err((Some(line), why)) if stops(&why) => {
            drop(tx);
            refuse(ctx, importer, batch, (*line, &why)).await?;
            give_back(ctx, importer, batch).await
        }
        Err((_, other)) => Err(other),
    }
}

/// Makes the changes of all rows; on the way out, the row that was refused.
async fn make_changes(
    ctx: &Ctx,
    importer: &Importer,
    batch: &Batch,
    tx: &mut Tx,
) -> Result<i64, (Option<Box<Line>>, Error)> {
    let (mut after, mut changed) = (0, 0);
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await;
        let lines = lines.map_err(|why| (None, why))?;
        let Some(last) = lines.last() else { return Ok(changed) };
        after = last.number;
        for mut line in lines {
            match (importer.change)(ctx, tx, batch.id, &line).await {
                Ok(before) => line.before = Some(Json(before)),
                Err(why) => return Err((Some(Box::new(line)), why)),
            }
            store::keep_line(tx, batch.id, &line).await.map_err(|why| (None, why))?;
            changed += 1;
        }
    }
}

/// What was laid goes, and whoever decides sees why.
async fn give_back(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    clear_laid(ctx, importer, batch).await?;
    let mut tx = ctx.write(importer.may).await?;
    store::pass(&mut tx, batch, State::Checked).await?;
    tx.commit().await
}

/// Takes an import back: what it changed is as before, unless somebody has changed it since; what it added is out of sight at once
/// and deleted afterwards. Gives how many changes could not be taken back.
///
/// # Errors
/// [`BatchRefusal::NotNow`], [`BatchRefusal::LeanedOn`]; [`Error::Stale`].
pub async fn undo(ctx: &Ctx, importer: &Importer, batch: &Batch, tx: &mut Tx) -> Result<i64> {
    if batch.state != State::Taken {
        return Err(BatchRefusal::NotNow.into());
    }
    let rows: i64 = store::counts(tx, batch.id).await?.values().sum();
    if rows < batch.total {
        return Err(BatchRefusal::TooLate.into());
    }
    let n = store::leaned_on(tx, batch.id, (importer.adds, importer.belongings)).await?;
    if n > 0 {
        return Err(BatchRefusal::LeanedOn { n }.into());
    }
    let mut by_target: BTreeMap<Uuid, Vec<Line>> = BTreeMap::new();
    let mut after = 0;
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for line in lines {
            by_target.entry(line.target_id.unwrap_or_default()).or_default().push(line);
        }
    }
    let mut kept = 0;
    for lines in by_target.into_values() {
        if (importer.revert)(ctx, tx, &lines).await? {
            continue;
        }
        kept += 1;
        for mut line in lines {
            line.findings.0.push(Finding::noted(None, "batch-kept-change"));
            store::keep_line(tx, batch.id, &line).await?;
        }
    }
    begin(ctx, tx, batch, State::Clearing).await?;
    tx.audit("batch.undone", batch.id, None::<&()>, Some(&json!({ "kept": kept }))).await?;
    Ok(kept)
}

/// Deletes what an undone import had added.
async fn clear(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    clear_laid(ctx, importer, batch).await?;
    let mut tx = ctx.write(importer.may).await?;
    store::pass(&mut tx, batch, State::Undone).await?;
    tx.commit().await
}

async fn clear_laid(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    loop {
        let mut tx = ctx.write(importer.may).await?;
        // Only as long as the import is where it was: what is shown is never deleted here.
        store::note_done(&mut tx, batch, 0).await?;
        let gone = (importer.clear)(ctx, &mut tx, batch.id, CHUNK).await?;
        tx.commit().await?;
        if gone == 0 {
            break;
        }
    }
    let mut tx = ctx.write(importer.may).await?;
    store::note_done(&mut tx, batch, 0).await?;
    let mut after = 0;
    loop {
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for mut line in lines.into_iter().filter(|line| line.is_marked(FINISH)) {
            line.verdict = Verdict::Add;
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
    }
    store::forget_targets(&mut tx, batch.id).await?;
    tx.commit().await
}
