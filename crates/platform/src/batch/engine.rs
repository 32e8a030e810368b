//! What the program does with an import by itself: checking, laying, clearing. Each step is safe to repeat, and each
//! transaction is short.

mod laying;

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
            State::Laying => laying::lay(ctx, &importer, &batch).await?,
            State::Clearing => laying::clear(ctx, &importer, &batch).await?,
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
