//! Work that must happen: written in the transaction of its cause (an outbox), done afterwards, retried until it is done.
//!
//! A job may run twice (a node dies between doing and noting): every job is safe to repeat. It is leased for ten minutes and
//! must end within nine; longer work enqueues its own continuation. The number of tries is the fence: a worker that
//! lost its lease cannot note anything any more. A clock that is set back does not leave jobs lying: what was set in
//! what is now the future counts as due.

use crate::{
    app::App,
    authority::Caller,
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    db::{Json, Tx},
    errors::{Error, Result},
    ids::{Chance, PartnershipId},
    manifest::{JobKind, Per},
    retention::{self, Sweep},
    row, sql,
};
use serde::Serialize;
use serde_json::Value;
use std::{
    future::Future,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

mod pulses;
use pulses::Pulses;
pub use pulses::{Pulse, pulse};

crate::id! { /// One job.
JobId, "job" }

/// How often a job is begun before it counts as failed.
pub const MOST_TRIES: i64 = 10;
/// How long a worker has a job for itself, in seconds.
pub const LEASE_SECONDS: i64 = 600;
/// How long one try may take.
const TRY: Duration = Duration::from_secs(540);
/// How many jobs a node does at a time, and how many of them may be of one kind: a mail server that does not answer
/// does not hold up everything else.
const AT_ONCE: usize = 6;
const ALIKE: usize = 4;
/// How often a node looks for work that another node has written.
const LOOK: Duration = Duration::from_secs(2);
/// How often a node looks whether it is time for something.
const CLOCKWORK: Duration = Duration::from_secs(5);
/// How long running jobs may go on when the program is asked to stop.
const PARTING: Duration = Duration::from_secs(20);
/// Clocks of several nodes differ by less than this, in seconds; more means that a clock was set back.
pub const CLOCK_SKEW: i64 = 60;
/// How long done and failed jobs stay, in seconds: seven and ninety days.
const KEEP_DONE: i64 = 7 * 86_400;
const KEEP_FAILED: i64 = 90 * 86_400;

/// How many seconds to wait after the `tries`th try that did not succeed; none when it was the last.
pub fn wait_after(tries: i64) -> Option<i64> {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 3_600;
    Some(match tries {
        ..=1 => MINUTE,
        2 => 5 * MINUTE,
        3 => 30 * MINUTE,
        4 => 2 * HOUR,
        5 => 4 * HOUR,
        6 => 8 * HOUR,
        7 => 12 * HOUR,
        8 | 9 => 24 * HOUR,
        MOST_TRIES.. => return None,
    })
}

row! {
    /// A job in a worker's hands.
    struct Leased {
        id: JobId,
        partnership_id: Option<PartnershipId>,
        kind: String,
        about: Json<Value>,
        tries: i64,
    }
}

impl Tx {
    /// Writes a job into the outbox, in this transaction: it runs at `due` or soon after, and only if this commits.
    /// It belongs to the partnership of the transaction, or to the installation.
    ///
    /// # Errors
    /// When the database refuses; a failure in a reading transaction.
    pub async fn enqueue(&mut self, kind: &'static str, about: impl Serialize, due: Moment) -> Result<()> {
        let about = Json(serde_json::to_value(about)?);
        let (id, partnership, now) = (self.new_id::<JobId>()?, self.partnership, self.now);
        sql!(
            self,
            must,
            "INSERT INTO job (id, partnership_id, kind, about, due_at, set_at, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            partnership,
            kind,
            about,
            due,
            now,
            now
        )
    }
}

/// Which jobs a worker may take: due or, where the clock was set back, due when they were set; not leased, or no longer.
/// `$1` is the present, `$2` the latest instant that another node's clock can honestly show, `$3` a kind of which there are enough.
const FREE: &str = "done_at IS NULL AND failed_at IS NULL AND kind <> $3 AND (
    (leased_until IS NULL AND (due_at <= $1 OR (set_at > $2 AND due_at <= set_at)))
    OR (leased_until IS NOT NULL AND (leased_until <= $1 OR set_at > $2)))";

/// Takes the job that has waited longest, unless it is of the kind `enough`.
async fn lease(app: &App, enough: &str) -> Result<Option<Leased>> {
    let now = app.clock.now();
    let latest = now.plus_seconds(CLOCK_SKEW);
    let mut tx = app.db.reading(None, now).await?;
    let look = format!("SELECT count(*) FROM (SELECT 1 FROM job WHERE {FREE} LIMIT 1) AS free");
    let free = sql!(tx, value i64, &look, now, latest, enough)?;
    tx.done().await?;
    if free == 0 {
        return Ok(None);
    }
    let mut tx = app.db.writing(None, now).await?;
    let lock = tx.dialect().skip_locked();
    let leased = take(&mut tx, enough, lock).await?;
    tx.commit().await?;
    Ok(leased)
}

/// With `lock`, nodes that ask at the same instant get different jobs.
async fn take(tx: &mut Tx, enough: &str, lock: &str) -> Result<Option<Leased>> {
    let now = tx.now;
    let (latest, until) = (now.plus_seconds(CLOCK_SKEW), now.plus_seconds(LEASE_SECONDS));
    let take = format!(
        "UPDATE job SET tries = tries + 1, leased_until = $4, set_at = $1
         WHERE id = (SELECT id FROM job WHERE {FREE} ORDER BY due_at, id LIMIT 1 {lock}) RETURNING id, partnership_id, kind, about, tries"
    );
    sql!(tx, find Leased, &take, now, latest, enough, until)
}

/// Notes how a try ended, unless another worker has the job by now.
async fn note(app: &App, job: &Leased, outcome: Result<()>) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.writing(None, now).await?;
    let noted = match outcome {
        Ok(()) => sql!(
            tx,
            run,
            "UPDATE job SET done_at = $1, leased_until = NULL, trouble = NULL WHERE id = $2 AND tries = $3
             AND leased_until IS NOT NULL AND partnership_id IS NOT DISTINCT FROM $4",
            now,
            job.id,
            job.tries,
            job.partnership_id
        )?,
        Err(error) => {
            let trouble = words_of(&error);
            // Why stands in its row, for those who may read it: a mail server may have quoted an address.
            tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, "a job did not come to its end");
            let wait = wait_after(job.tries);
            let (due, failed) = (now.plus_seconds(wait.unwrap_or_default()), wait.is_none().then_some(now));
            sql!(
                tx,
                run,
                "UPDATE job SET due_at = $1, set_at = $2, failed_at = $3, trouble = $4, leased_until = NULL
                 WHERE id = $5 AND tries = $6 AND leased_until IS NOT NULL AND partnership_id IS NOT DISTINCT FROM $7",
                due,
                now,
                failed,
                trouble,
                job.id,
                job.tries,
                job.partnership_id
            )?
        }
    };
    tx.commit().await?;
    if noted == 0 {
        tracing::warn!(job = %job.id, kind = job.kind, "another worker took this job meanwhile");
    }
    Ok(())
}

/// An error as the record keeps it: the whole chain, cut at a thousand characters.
pub(crate) fn words_of(error: &Error) -> String {
    let words = match error {
        Error::Failed(cause) => format!("{cause:#}"),
        other => other.to_string(),
    };
    words.chars().take(1_000).collect()
}

async fn attempt(app: &Arc<App>, job: &Leased) -> Result<()> {
    if job.tries > MOST_TRIES {
        return Err(Error::failed("begun again and again, and never ended"));
    }
    let kind = app
        .house
        .rooms
        .iter()
        .flat_map(|room| &room.jobs)
        .find(|kind| kind.kind == job.kind)
        .copied()
        .ok_or_else(|| Error::failed(format!("no room does {}", job.kind)))?;
    let partnership = match job.partnership_id {
        Some(id) => Some(app.partnership_of(id).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let ctx = Ctx::program(app, Caller::Job(kind.kind), partnership);
    let about = job.about.0.clone();
    // A task of its own: a panic in a room's job is a try that failed, not the end of the worker.
    let mut task = JoinSet::new();
    task.spawn(async move { (kind.run)(&ctx, &about).await });
    match tokio::time::timeout(TRY, task.join_next()).await {
        Ok(Some(Ok(outcome))) => outcome,
        Ok(Some(Err(broken))) => Err(Error::failed(broken)),
        Ok(None) => Err(Error::failed("the task is gone")),
        Err(_) => Err(Error::failed("took longer than nine minutes")),
    }
}

async fn carry_out(app: Arc<App>, job: Leased) -> String {
    let outcome = attempt(&app, &job).await;
    if let Err(error) = note(&app, &job, outcome).await {
        // The lease ends by itself, and the job runs again.
        tracing::error!(job = %job.id, kind = job.kind, "noting the end of a job: {}", words_of(&error));
    }
    job.kind
}

/// The kind of which so many are under way that no more are taken; empty when there is none.
fn enough(kinds: &[String]) -> &str {
    let alike = |kind: &&String| kinds.iter().filter(|other| other == kind).count() >= ALIKE;
    kinds.iter().find(alike).map_or("", String::as_str)
}

/// One of this kind has ended; of any kind when its task broke and took the name with it.
fn forget(kinds: &mut Vec<String>, kind: Option<String>) {
    let place = kinds.iter().position(|other| kind.as_ref().is_none_or(|kind| kind == other));
    if let Some(place) = place {
        kinds.swap_remove(place);
    }
}

/// Enqueues what it is time for: each kind with a period once per period and partnership, also with several nodes.
///
/// # Errors
/// When the database does not answer.
pub async fn wind(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.reading(None, now).await?;
    let known = sql!(
        tx,
        all(String, String, i64),
        "SELECT kind, scope, number FROM job_beat ORDER BY kind, scope LIMIT 100000"
    )?;
    tx.done().await?;
    let partnerships: Vec<PartnershipId> = app.partnerships().await?.iter().map(|p| p.id).collect();
    for kind in app.house.rooms.iter().flat_map(|room| &room.jobs).filter(|kind| kind.every_seconds > 0) {
        let number = beat(now, kind.every_seconds);
        let scopes: Vec<Option<PartnershipId>> = match kind.per {
            Per::Installation => vec![None],
            Per::Partnership => partnerships.iter().copied().map(Some).collect(),
        };
        for scope in scopes {
            let name = scope.map(|id| id.to_string()).unwrap_or_default();
            let last =
                known.iter().find(|(k, s, _)| k == kind.kind && *s == name).map(|(_, _, number)| *number);
            if last.is_none_or(|last| is_new(last, number)) {
                begin_beat(app, kind, scope, number).await?;
            }
        }
    }
    Ok(())
}

/// The number of the period in which `now` falls, periods of `every` seconds counted from 1970.
fn beat(now: Moment, every: i64) -> i64 {
    now.0.as_second().div_euclid(every.max(1))
}

/// Whether a period is to be served after `last`: a later one; or a much earlier one, when the clock was set back.
fn is_new(last: i64, number: i64) -> bool {
    number > last || number < last - 1
}

/// Whoever writes the number of the period first has the right to enqueue.
async fn begin_beat(app: &App, kind: &JobKind, scope: Option<PartnershipId>, number: i64) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.writing(scope, now).await?;
    tx.chance = Some(Chance::clone(&app.chance));
    let name = scope.map(|id| id.to_string()).unwrap_or_default();
    let first = sql!(
        tx,
        run,
        "INSERT INTO job_beat (kind, scope, number) VALUES ($1, $2, $3)
         ON CONFLICT (kind, scope) DO UPDATE SET number = excluded.number
         WHERE job_beat.number < excluded.number OR job_beat.number > excluded.number + 1",
        kind.kind,
        name,
        number
    )?;
    if first == 1 {
        tx.enqueue(kind.kind, serde_json::json!({}), now).await?;
    }
    tx.commit().await
}

/// Does what is due, until `stop`: started once by each node that serves, and stopped when it answers no more. Running jobs get twenty seconds
/// to end; then what rooms do on each node is done a last time.
pub async fn work(app: Arc<App>, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    let mut running = JoinSet::new();
    let mut kinds: Vec<String> = Vec::new();
    let mut wound: Option<Instant> = None;
    let mut pulses = Pulses::of(&app);
    loop {
        pulses.beat(&app);
        if wound.is_none_or(|at| at.elapsed() >= CLOCKWORK) {
            #[expect(clippy::disallowed_methods, reason = "how long ago, whatever clock a test sets")]
            let now = Instant::now();
            wound = Some(now);
            if let Err(error) = wind(&app).await {
                tracing::error!("looking at the clock: {}", words_of(&error));
            }
        }
        while running.len() < AT_ONCE {
            match lease(&app, enough(&kinds)).await {
                Ok(Some(job)) => {
                    kinds.push(job.kind.clone());
                    drop(running.spawn(carry_out(Arc::clone(&app), job)));
                }
                Ok(None) => break,
                Err(error) => {
                    tracing::error!("looking for work: {}", words_of(&error));
                    break;
                }
            }
        }
        tokio::select! {
            () = &mut stop => break,
            Some(ended) = running.join_next() => forget(&mut kinds, ended.ok()),
            () = app.bell.wait(), if running.len() < AT_ONCE => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    let parted = tokio::time::timeout(PARTING, async { while running.join_next().await.is_some() {} }).await;
    if parted.is_err() {
        tracing::warn!("{} jobs were still running and will run again", running.len());
    }
    pulses.end(&app).await;
}

/// Does everything that is due at this instant, one after the other, and says how many jobs that were: for tests and the demo.
///
/// # Errors
/// When the database does not answer; a job that fails is noted, not returned.
pub async fn run_due(app: &Arc<App>) -> Result<usize> {
    wind(app).await?;
    for done in 0..100_000 {
        match lease(app, "").await? {
            Some(job) => drop(carry_out(Arc::clone(app), job).await),
            None => return Ok(done),
        }
    }
    Err(Error::failed("jobs make jobs without end"))
}

/// What was done goes after a week, what failed for good after a season.
pub(crate) const SWEEPS: [Sweep; 2] = [
    Sweep {
        key: "sweep-job-done",
        class: Class::Internal,
        over: "FROM job WHERE done_at < $1",
        keep_seconds: KEEP_DONE,
    },
    Sweep {
        key: "sweep-job-failed",
        class: Class::Internal,
        over: "FROM job WHERE failed_at < $1",
        keep_seconds: KEEP_FAILED,
    },
];

/// The jobs of the outbox itself.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::every_installation("jobs.sweep", 86_400, |ctx, _| {
        Box::pin(async move { retention::sweep(ctx, &SWEEPS).await.map(drop) })
    })]
}

#[cfg(test)]
mod tests;
