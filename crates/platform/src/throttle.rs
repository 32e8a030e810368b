//! Not too often: counted in the database, so that several nodes count together and a restart forgets nothing.
//!
//! What is counted stands here only as a keyed hash: no address of mail or of the network.

use crate::{
    app::App,
    clock::Moment,
    datamap::Class,
    errors::{Error, Result},
    jobs::CLOCK_SKEW,
    manifest::JobKind,
    retention::{self, Sweep},
    sql,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Counts one try under `key` (`sign-in/address/…`) and lets it pass when there were at most `most` in the span of
/// `per_seconds` that began with the first of them. Runs in a transaction of its own: call it while none is open.
///
/// A clock that is set back begins a new span; one that is set forward ends it early. Neither locks anybody out.
///
/// # Errors
/// [`Error::TooOften`] with the seconds to wait; or when the database does not answer.
pub async fn allow(app: &App, key: &str, most: u32, per_seconds: i64) -> Result<()> {
    let (now, key) = (app.clock.now(), hashed(&app.settings.secret, key)?);
    let latest = now.plus_seconds(CLOCK_SKEW);
    // Who is over the limit already is refused by a reader: a flood does not take the one writer.
    let mut tx = app.db.reading(None, now).await?;
    let counted = sql!(
        tx,
        find(i64, Moment),
        "SELECT count, ends_at FROM throttle WHERE key = $1 AND ends_at > $2 AND since <= $3",
        key,
        now,
        latest
    )?;
    tx.done().await?;
    if let Some((count, ends_at)) = counted
        && count >= i64::from(most)
    {
        return Err(Error::TooOften(wait(now, ends_at, per_seconds)));
    }
    let mut tx = app.db.writing(None, now).await?;
    let (count, ends_at) = sql!(
        tx,
        one(i64, Moment),
        "INSERT INTO throttle (key, count, since, ends_at) VALUES ($1, 1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN throttle.ends_at <= $2 OR throttle.since > $4 THEN 1 ELSE throttle.count + 1 END,
           since = CASE WHEN throttle.ends_at <= $2 OR throttle.since > $4 THEN excluded.since ELSE throttle.since END,
           ends_at = CASE WHEN throttle.ends_at <= $2 OR throttle.since > $4 THEN excluded.ends_at ELSE throttle.ends_at END
         RETURNING count, ends_at",
        key,
        now,
        now.plus_seconds(per_seconds),
        latest
    )?;
    tx.commit().await?;
    if count > i64::from(most) { Err(Error::TooOften(wait(now, ends_at, per_seconds))) } else { Ok(()) }
}

fn wait(now: Moment, ends_at: Moment, per_seconds: i64) -> u32 {
    let left = ends_at.0.as_second().saturating_sub(now.0.as_second()) + 1;
    u32::try_from(left.clamp(1, per_seconds.max(1))).unwrap_or(u32::MAX)
}

fn hashed(secret: &str, key: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Error::failed)?;
    mac.update(b"throttle\0");
    mac.update(key.as_bytes());
    Ok(data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes()))
}

/// Counts go when their span is over.
pub(crate) const SWEEP: Sweep = Sweep {
    key: "sweep-throttle",
    class: Class::Personal,
    over: "FROM throttle WHERE ends_at <= $1",
    keep_seconds: 0,
};

/// The jobs of the throttle.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::every_installation("throttle.sweep", 3_600, |ctx, _| {
        Box::pin(async move { retention::sweep(ctx, &[SWEEP]).await.map(drop) })
    })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{db::One, testing::Site};

    async fn tries(site: &Site, n: usize) -> Vec<Option<u32>> {
        let mut out = Vec::new();
        for _ in 0..n {
            out.push(match allow(&site.app, "sign-in/a@example.org", 3, 600).await {
                Ok(()) => None,
                Err(Error::TooOften(seconds)) => Some(seconds),
                Err(other) => panic!("{other:?}"),
            });
        }
        out
    }

    crate::on_both! { vec![];
        async fn the_fourth_try_waits_for_the_end_of_the_span(site) {
            assert_eq!(tries(site, 5).await, [None, None, None, Some(600), Some(600)]);
            site.app.clock.advance(500);
            assert_eq!(tries(site, 1).await, [Some(101)]);
            site.app.clock.advance(101);
            assert_eq!(tries(site, 4).await, [None, None, None, Some(600)]);
        }

        async fn of_eight_at_once_three_pass(site) {
            let mut tasks = tokio::task::JoinSet::new();
            for _ in 0..8 {
                let app = std::sync::Arc::clone(&site.app);
                tasks.spawn(async move { allow(&app, "at once", 3, 600).await.is_ok() });
            }
            assert_eq!(tasks.join_all().await.into_iter().filter(|passed| *passed).count(), 3);
        }

        async fn a_clock_that_jumps_a_day_locks_nobody_out(site) {
            tries(site, 4).await;
            site.app.clock.advance(-86_400);
            assert_eq!(tries(site, 4).await, [None, None, None, Some(600)], "the limit holds after the jump back");
            site.app.clock.advance(86_400);
            assert_eq!(tries(site, 4).await, [None, None, None, Some(600)]);
        }

        async fn another_node_whose_clock_is_a_little_behind_counts_on(site) {
            tries(site, 3).await;
            site.app.clock.advance(-30);
            assert_eq!(tries(site, 1).await, [Some(600)]);
        }

        async fn no_address_stands_in_the_table_and_old_rows_go(site) {
            tries(site, 1).await;
            let keys = async || {
                let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
                let keys = sql!(tx, all One<String>, "SELECT key FROM throttle").unwrap();
                tx.done().await.unwrap();
                keys
            };
            assert_eq!(keys().await.len(), 1);
            assert!(!keys().await[0].0.contains("example"));
            site.app.clock.advance(3_600);
            crate::jobs::run_due(&site.app).await.unwrap();
            assert_eq!(keys().await.len(), 0);
        }
    }
}
