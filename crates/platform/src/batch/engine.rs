//! What the program does with an import by itself: checking, laying, clearing. Each step is safe to repeat, and each
//! transaction is short.

mod checking;
mod laying;
mod undoing;

pub use undoing::{Stand, Undoing, undo};

use super::{
    Batch, BatchId, BatchRefusal, Candidate, Finding, Intake, Line, MOST_CHANGES, Mapping, State, Verdict,
    pace::Pace, store,
};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::Ref,
    manifest::JobKind,
};
use serde::Deserialize;
use serde_json::json;
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

/// The job that goes on with imports.
pub(crate) const KIND: JobKind = JobKind::when_enqueued(JOB, |ctx, about| {
    Box::pin(async move {
        let about: About = serde_json::from_value(about.clone())?;
        match go_on(ctx, about.batch).await {
            // Nothing of it was to be left.
            Err(Error::NotFound) => Ok(()),
            other => other,
        }
    })
});

/// The importer of this name, with the parts that the caller may.
///
/// # Errors
/// [`Error::NotFound`].
pub fn intake(ctx: &Ctx, what: &str) -> Result<Intake> {
    let rooms = || ctx.app.house.rooms.iter();
    let importer = rooms().flat_map(|room| &room.importers).find(|one| one.what == what).or_not_found()?;
    let parts = rooms().flat_map(|room| &room.parts).filter(|part| part.of == what && ctx.may(part.may));
    Ok(Intake { importer: *importer, parts: parts.copied().collect() })
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
        let intake = intake(ctx, &what)?;
        match batch.state {
            State::Checking => checking::check(ctx, &intake, &batch).await?,
            State::Laying => laying::lay(ctx, &intake, &batch).await?,
            State::Clearing => laying::clear(ctx, &intake.importer, &batch).await?,
            State::Dropped => return forget(ctx, &intake, &batch).await,
            _ => return Ok(()),
        }
    }
}

/// Forgets an import that was given up, some at a time: what it had laid, and then its rows.
async fn forget(ctx: &Ctx, intake: &Intake, batch: &Batch) -> Result<()> {
    let importer = &intake.importer;
    let mut pace = Pace::default();
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let turn = pace.turn();
        store::note_done(&mut tx, batch, 0).await?;
        let gone = match (importer.clear)(ctx, &mut tx, batch.id, turn.rows).await? {
            0 => store::forget_lines(&mut tx, batch.id, turn.rows).await?,
            gone => gone,
        };
        tx.commit().await?;
        pace.took(&turn);
        if gone == 0 {
            return Ok(());
        }
    }
}

/// Gives an import up that is not in: it is out of sight at once, and what it says is forgotten afterwards.
///
/// # Errors
/// [`BatchRefusal::NotNow`]; [`Error::Stale`].
pub async fn give_up(ctx: &Ctx, tx: &mut Tx, batch: &Batch) -> Result<()> {
    if !matches!(batch.state, State::Reading | State::Mapping | State::Checked) {
        return Err(BatchRefusal::NotNow.into());
    }
    store::forget_head(tx, batch.id).await?;
    begin(ctx, tx, batch, State::Dropped).await
}

/// Leaves nothing of an import that did not come in. It is given up first: whoever is still at work on it stops, and the job ends what
/// a crash leaves here.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn abandon(ctx: &Ctx, intake: &Intake, id: BatchId) -> Result<()> {
    let mut tx = ctx.write(intake.importer.may).await?;
    let batch = store::batch(&mut tx, intake.importer.what, id).await?;
    if matches!(batch.state, State::Taken | State::Clearing | State::Undone) {
        return tx.done().await;
    }
    begin(ctx, &mut tx, &batch, State::Dropped).await?;
    let batch = store::batch(&mut tx, intake.importer.what, id).await?;
    tx.commit().await?;
    forget(ctx, intake, &batch).await?;
    let mut tx = ctx.write(intake.importer.may).await?;
    store::remove(&mut tx, id).await?;
    tx.commit().await
}

impl Line {
    /// What the row says, as its importer understood it.
    ///
    /// # Errors
    /// A failure when the row was not read, or by another edition of the program.
    pub fn said<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        let read = self.record.as_ref().ok_or_else(|| Error::failed("a row that was not read"))?;
        Ok(serde_json::from_value(read.0.record.clone())?)
    }

    /// What the row says for a part, as the part understood it; nothing when it says nothing for it.
    ///
    /// # Errors
    /// A failure when it was read by another edition of the program.
    pub fn part<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let said = self.record.as_ref().and_then(|read| read.0.parts.get(name)).cloned();
        Ok(said.map(serde_json::from_value).transpose()?)
    }

    /// The object of this kind for which the row stands.
    pub fn named(&self, kind: &str) -> Option<Uuid> {
        let names = self.record.as_ref().map_or(&[][..], |read| &read.0.names);
        names.iter().find(|name| name.kind == kind).map(|name| name.id)
    }

    /// What is kept and may be what it means.
    pub fn candidates(&self) -> Vec<Candidate> {
        self.record.as_ref().map(|read| read.0.candidates.clone()).unwrap_or_default()
    }

    /// Whether something of it waits until all is shown: what it says for a part, or what touches things that everybody sees.
    pub(super) fn waits(&self) -> bool {
        self.record.as_ref().is_some_and(|read| read.0.waits || !read.0.parts.is_empty())
    }

    fn name(&mut self, names: Vec<Ref>) {
        if let Some(read) = &mut self.record {
            read.0.names = names;
        }
    }

    fn is_finished_later(&self) -> bool {
        self.record.as_ref().is_some_and(|read| read.0.finish)
    }

    fn is_for_parts_only(&self) -> bool {
        self.record.as_ref().is_some_and(|read| read.0.only_parts)
    }
}

/// Decides about a row that is asked about: it is this one, a new one, or left out.
///
/// # Errors
/// [`BatchRefusal::NotNow`] when nothing is asked, [`crate::errors::FieldRefusal::NotAChoice`] for an answer that was not offered.
pub async fn answer(tx: &mut Tx, batch: &Batch, number: i64, choice: &str) -> Result<()> {
    let mut line = store::line(tx, batch.id, number).await?;
    let candidates = line.candidates();
    let asks = line.findings.0.iter().any(|one| one.asks.is_some());
    let is_asked = (!candidates.is_empty() || asks) && line.findings.0.iter().all(|one| !one.wrong);
    if batch.state != State::Checked || !is_asked {
        return Err(BatchRefusal::NotNow.into());
    }
    let chosen = candidates.iter().find(|one| one.id.to_string() == choice);
    (line.verdict, line.target_id) = match (choice, chosen) {
        ("leave", _) => (Verdict::Leave, None),
        ("new", _) if !asks => (Verdict::Add, None),
        (_, Some(one)) => (Verdict::Change, Some(one.id)),
        _ => return Err(crate::errors::FieldRefusal::NotAChoice.into()),
    };
    store::keep_line(tx, batch.id, &line).await?;
    // Whoever takes it in must have seen this answer.
    store::touch(tx, batch).await
}

/// So many questions are asked at once at most; what is left is asked when these are answered.
const ASKED: usize = 50;

/// What rows ask, each question once with how many rows of those read ask it, in the order of the sheet.
///
/// # Errors
/// When the database does not answer.
pub async fn asked(tx: &mut Tx, id: BatchId) -> Result<Vec<(Finding, i64)>> {
    let mut all: Vec<(Finding, i64)> = Vec::new();
    for line in store::lines_of(tx, (id, Verdict::Ask), 0, 1_000).await? {
        for one in line.findings.0.into_iter().filter(|one| one.asks.is_some()) {
            let is_full = all.len() >= ASKED;
            match all.iter_mut().find(|(known, _)| known.asks == one.asks) {
                Some((_, n)) => *n += 1,
                None if is_full => {}
                None => all.push((one, 1)),
            }
        }
    }
    Ok(all)
}

/// Notes what a person answered to what rows ask, by the places of the questions; the rows are then compared anew. What was answered
/// with nothing stays open.
///
/// # Errors
/// [`BatchRefusal::NotNow`]; [`crate::errors::FieldRefusal::NotAChoice`] for an answer that was not offered; [`Error::Stale`].
pub async fn settle(ctx: &Ctx, tx: &mut Tx, batch: &Batch, said: impl Fn(usize) -> String) -> Result<()> {
    if batch.state != State::Checked {
        return Err(BatchRefusal::NotNow.into());
    }
    let mut mapping = batch.mapping.0.clone();
    for (at, (finding, _)) in asked(tx, batch.id).await?.into_iter().enumerate() {
        let (Some(asks), answer) = (finding.asks, said(at)) else { continue };
        if asks.choices.contains(&answer) {
            mapping.answers.insert(asks.key, answer);
        } else if !answer.is_empty() {
            return Err(crate::errors::FieldRefusal::NotAChoice.into());
        }
    }
    begin_check(ctx, tx, batch, &mapping).await
}

/// Whether a checked import may come in.
///
/// # Errors
/// [`BatchRefusal`].
pub async fn may_come(tx: &mut Tx, batch: &Batch) -> Result<()> {
    let counts = store::weighty_counts(tx, batch.id).await?;
    let n = |verdict| counts.get(&verdict).copied().unwrap_or(0);
    if batch.state != State::Checked {
        return Err(BatchRefusal::NotNow.into());
    }
    let changes = n(Verdict::Change) + store::added_and_waiting(tx, batch.id).await?;
    let (refused, asked) = (n(Verdict::Refuse), n(Verdict::Ask));
    let adds = !store::lines_of(tx, (batch.id, Verdict::Add), 0, 1).await?.is_empty();
    let why = match () {
        () if refused > 0 => BatchRefusal::Refused { n: refused },
        () if asked > 0 => BatchRefusal::Asked { n: asked },
        () if changes > MOST_CHANGES => BatchRefusal::TooManyChanges { n: changes, max: MOST_CHANGES },
        () if changes == 0 && !adds => BatchRefusal::NothingNew,
        () => return Ok(()),
    };
    Err(why.into())
}
