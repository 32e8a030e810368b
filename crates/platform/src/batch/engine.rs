//! What the program does with an import by itself: checking, laying, clearing. Each step is safe to repeat, and each
//! transaction is short.

use super::{
    Batch, BatchId, BatchRefusal, CHUNK, Candidate, Finding, Given, Importer, Judge, Judged, Line,
    MOST_CHANGES, State, Verdict, reading, store,
};
use crate::{
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Error, OrNotFound, Result},
    manifest::JobKind,
};
use serde::Deserialize;
use serde_json::{Value, json};

/// The job that goes on with an import.
pub const JOB: &str = "batch.go-on";
/// An import with so many rows is done while the visitor waits; a longer one by a job.
pub const AT_ONCE: i64 = 500;

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

/// Goes on at once with a short import, and enqueues the rest of a long one. Called after the commit that began the work.
///
/// # Errors
/// When the database does not answer.
pub async fn set_going(ctx: &Ctx, batch: &Batch) -> Result<()> {
    if batch.total <= AT_ONCE {
        return go_on(ctx, batch.id).await;
    }
    let importer = importer(ctx, &batch.what)?;
    let mut tx = ctx.write(importer.may).await?;
    tx.enqueue(JOB, json!({ "batch": batch.id }), ctx.now()).await?;
    tx.commit().await
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

impl Line {
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
    if batch.state != State::Checked {
        return Err(BatchRefusal::NotNow.into());
    }
    let mut line = store::line(tx, batch.id, number).await?;
    let candidates = line.candidates();
    let chosen = candidates.iter().find(|one| one.id.to_string() == choice);
    (line.verdict, line.target_id) = match (choice, chosen) {
        ("leave", _) => (Verdict::Leave, None),
        ("new", _) if !candidates.is_empty() => (Verdict::Add, None),
        ("ask", _) if !candidates.is_empty() => (Verdict::Ask, None),
        (_, Some(one)) => (Verdict::Change, Some(one.id)),
        _ => return Err(crate::errors::FieldRefusal::NotAChoice.into()),
    };
    store::keep_line(tx, batch.id, &line).await
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

/// Writes what is new, a chunk at a time and out of sight; then shows it all and makes the changes, in one transaction.
async fn lay(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    let (mut after, mut done) = (0, 0);
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, CHUNK).await?;
        let Some(last) = lines.last() else {
            return show(ctx, importer, batch, tx).await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        // What an interrupted run had laid has its id already.
        let fresh: Vec<Line> = lines.into_iter().filter(|line| line.target_id.is_none()).collect();
        let ids = (importer.lay)(ctx, &mut tx, batch.id, &fresh).await?;
        for (mut line, id) in fresh.into_iter().zip(ids) {
            line.target_id = Some(id);
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
        store::note_done(&mut tx, batch, done).await?;
        tx.commit().await?;
    }
}

/// The one transaction that shows what was laid and makes the changes. When a record that it changes has itself changed since the
/// check, nothing happens and the check begins anew.
async fn show(ctx: &Ctx, importer: &Importer, batch: &Batch, mut tx: Tx) -> Result<()> {
    match make_changes(ctx, importer, batch, &mut tx).await {
        Ok(changed) => {
            store::pass(&mut tx, batch, State::Taken).await?;
            let counts = store::counts(&mut tx, batch.id).await?;
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
        Err(Error::Stale | Error::NotFound) => {
            drop(tx);
            begin_anew(ctx, importer, batch).await
        }
        Err(other) => Err(other),
    }
}

async fn make_changes(ctx: &Ctx, importer: &Importer, batch: &Batch, tx: &mut Tx) -> Result<i64> {
    let (mut after, mut changed) = (0, 0);
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { return Ok(changed) };
        after = last.number;
        for mut line in lines {
            line.before = Some(Json((importer.change)(ctx, tx, &line).await?));
            store::keep_line(tx, batch.id, &line).await?;
            changed += 1;
        }
    }
}

/// What was laid goes, and the rows are compared again with what is kept now.
async fn begin_anew(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    clear_laid(ctx, importer, batch).await?;
    let mut tx = ctx.write(importer.may).await?;
    store::pass(&mut tx, batch, State::Checking).await?;
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
    let n = store::leaned_on(tx, batch.id, (importer.adds, importer.belongings)).await?;
    if n > 0 {
        return Err(BatchRefusal::LeanedOn { n }.into());
    }
    let (mut after, mut kept) = (0, 0);
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for mut line in lines {
            if !(importer.revert)(ctx, tx, &line).await? {
                kept += 1;
                line.findings.0.push(Finding::noted(None, "batch-kept-change"));
                store::keep_line(tx, batch.id, &line).await?;
            }
        }
    }
    store::pass(tx, batch, State::Clearing).await?;
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
        let gone = (importer.clear)(ctx, &mut tx, batch.id, CHUNK).await?;
        tx.commit().await?;
        if gone == 0 {
            break;
        }
    }
    let mut after = 0;
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, CHUNK).await?;
        let Some(last) = lines.last() else { return tx.commit().await };
        after = last.number;
        for mut line in lines.into_iter().filter(|line| line.target_id.is_some()) {
            line.target_id = None;
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
        tx.commit().await?;
    }
}
