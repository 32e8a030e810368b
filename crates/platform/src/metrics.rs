//! Counting aloud, for whoever watches the installation: how many answers, how fast, what waits, what failed.
//!
//! Nothing here tells who asked for what: no address, no partnership, no name. The text is that of Prometheus (version 0.0.4).

use crate::{app::App, errors::Result, ids::PartnershipId, sql};
use std::{
    fmt::Write,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// The upper ends of the steps in which time is counted, in milliseconds.
const STEPS: [u64; 11] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000];

#[derive(Debug, Default)]
struct Counts {
    classes: [AtomicU64; 5],
    steps: [AtomicU64; STEPS.len()],
    answers: AtomicU64,
    micros: AtomicU64,
    kept_pages: AtomicU64,
    failures: AtomicU64,
}

/// What this process has counted since it began. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Metrics(Arc<Counts>);

fn one(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}

impl Metrics {
    /// A request was answered with `status` after `time`.
    pub fn answered(&self, status: u16, time: Duration) {
        let class = usize::from(status / 100).saturating_sub(1);
        if let Some(counter) = self.0.classes.get(class) {
            one(counter);
        }
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let step = STEPS.iter().position(|step| micros <= step * 1_000);
        if let Some(counter) = step.and_then(|step| self.0.steps.get(step)) {
            one(counter);
        }
        one(&self.0.answers);
        self.0.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// A page was answered that had been kept.
    pub fn kept_page(&self) {
        one(&self.0.kept_pages);
    }

    /// Something of ours failed: the database, a disk, a page.
    pub fn failed(&self) {
        one(&self.0.failures);
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        head(out, "kith_requests_total", "counter")?;
        for (class, counter) in self.0.classes.iter().enumerate() {
            writeln!(out, "kith_requests_total{{status=\"{}xx\"}} {}", class + 1, read(counter))?;
        }
        head(out, "kith_request_seconds", "histogram")?;
        let mut below = 0;
        for (step, counter) in STEPS.iter().zip(&self.0.steps) {
            below += read(counter);
            writeln!(
                out,
                "kith_request_seconds_bucket{{le=\"{}\"}} {below}",
                Duration::from_millis(*step).as_secs_f64()
            )?;
        }
        let answers = read(&self.0.answers);
        writeln!(out, "kith_request_seconds_bucket{{le=\"+Inf\"}} {answers}")?;
        writeln!(
            out,
            "kith_request_seconds_sum {}",
            Duration::from_micros(read(&self.0.micros)).as_secs_f64()
        )?;
        writeln!(out, "kith_request_seconds_count {answers}")?;
        head(out, "kith_kept_pages_total", "counter")?;
        writeln!(out, "kith_kept_pages_total {}", read(&self.0.kept_pages))?;
        head(out, "kith_failures_total", "counter")?;
        writeln!(out, "kith_failures_total {}", read(&self.0.failures))
    }
}

fn head(out: &mut String, name: &str, kind: &str) -> std::fmt::Result {
    writeln!(out, "# TYPE {name} {kind}")
}

/// All that is counted: by this process, and what waits in the database it shares. A database that does not answer is
/// counted too (`kith_database_up 0`), and then what waits is left out.
///
/// # Errors
/// When text cannot be put together, which does not happen.
pub async fn text(app: &App) -> Result<String> {
    let mut out = String::new();
    app.metrics.write(&mut out)?;
    let waiting = waiting(app).await;
    head(&mut out, "kith_database_up", "gauge")?;
    writeln!(out, "kith_database_up {}", u8::from(waiting.is_ok()))?;
    match waiting {
        Ok(waiting) => {
            for (name, count) in waiting {
                head(&mut out, name, "gauge")?;
                writeln!(out, "{name} {count}")?;
            }
        }
        Err(error) => tracing::error!(?error, "counting what waits"),
    }
    Ok(out)
}

/// Jobs and mail that wait or were given up, in all partnerships together.
async fn waiting(app: &App) -> Result<Vec<(&'static str, i64)>> {
    let mut tx = app.db.reading(None, app.clock.now()).await?;
    let (jobs, jobs_failed) = sql!(
        tx,
        one(i64, i64),
        "SELECT count(*) FILTER (WHERE failed_at IS NULL), count(*) FILTER (WHERE failed_at IS NOT NULL) FROM job WHERE done_at IS NULL"
    )?;
    let (mut mail, mut mail_failed) = (0, 0);
    let partnerships = sql!(tx, all(PartnershipId,), "SELECT id FROM partnership ORDER BY id")?;
    let turns = std::iter::once(None).chain(partnerships.into_iter().map(|(id,)| Some(id)));
    for turn in turns {
        tx.turn_to(turn).await?;
        let (unsent, failed) = sql!(
            tx,
            one(i64, i64),
            "SELECT count(*) FILTER (WHERE failed_at IS NULL), count(*) FILTER (WHERE failed_at IS NOT NULL) FROM mail
             WHERE sent_at IS NULL AND (partnership_id = $1 OR (partnership_id IS NULL AND $2))",
            turn,
            turn.is_none()
        )?;
        mail += unsent;
        mail_failed += failed;
    }
    tx.done().await?;
    Ok(vec![
        ("kith_jobs_waiting", jobs),
        ("kith_jobs_given_up", jobs_failed),
        ("kith_mail_waiting", mail),
        ("kith_mail_given_up", mail_failed),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    crate::on_both! { Vec::new();
        async fn what_happens_is_counted_and_what_waits_is_asked(site) {
            site.get("/health").await;
            site.get("/nowhere").await;
            for (n, partnership) in [(1, site.partnership.id), (2, site.other.id)] {
                let mut tx = site.app.db.writing(Some(partnership), site.app.clock.now()).await.unwrap();
                let now = tx.now();
                sql!(tx, must, "INSERT INTO mail (id, partnership_id, recipient, recipient_key, lang, subject, body, purpose, made_at) VALUES ($1, $2, 'a', 'a', 'en', 's', 'b', 'p', $3)", Uuid::from_u128(n), partnership, now).unwrap();
                tx.commit().await.unwrap();
            }
            let text = text(&site.app).await.unwrap();
            for line in [
                "kith_requests_total{status=\"2xx\"} 1",
                "kith_requests_total{status=\"4xx\"} 1",
                "kith_request_seconds_bucket{le=\"+Inf\"} 2",
                "kith_request_seconds_count 2",
                "kith_database_up 1",
                "kith_jobs_given_up 0",
                "kith_mail_waiting 2",
                "kith_failures_total 0",
            ] {
                assert!(text.lines().any(|known| known == line), "{line} in {text}");
            }
        }
    }

    #[test]
    fn steps_are_counted_upwards() {
        let metrics = Metrics::default();
        for millis in [1, 3, 3, 9_000] {
            metrics.answered(200, Duration::from_millis(millis));
        }
        let mut text = String::new();
        metrics.write(&mut text).unwrap();
        for line in ["{le=\"0.001\"} 1", "{le=\"0.005\"} 3", "{le=\"5\"} 3", "{le=\"+Inf\"} 4"] {
            assert!(text.contains(&format!("kith_request_seconds_bucket{line}\n")), "{line} in {text}");
        }
    }
}
