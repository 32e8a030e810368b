//! One-use links: whoever holds the secret may do one thing, once. Opening a link never uses it up (mail programs
//! and scanners open links); only the form behind it does.
//!
//! The secret stands in the link alone; here lies its SHA-256.

use crate::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    datamap::Class,
    db::{Json, One, Tx},
    errors::Result,
    manifest::JobKind,
    retention::{self, Retention, Sweep},
    sql, throttle,
};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

crate::id! { /// One ticket.
TicketId, "ticket" }

/// How long a ticket holds when nothing speaks for less: 30 days, in seconds.
pub const USUAL_SECONDS: i64 = 30 * 86_400;
/// Used and expired tickets are kept so long, in seconds, that a late reader can be told what became of hers: 30 days.
const KEEP_SECONDS: i64 = 30 * 86_400;
/// So many tickets that are none may one visitor send in so many seconds.
const KNOCKS: u32 = 30;
const KNOCK_SECONDS: i64 = 15 * 60;

/// How it stands with a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    /// It may be used.
    Good(T),
    /// It was used, and would not have ended yet.
    Used(T),
    /// It ended, is for something else, or never was.
    Gone,
}

/// How it stands with the ticket of a form that anybody can send: looked at by a reader, so that made-up tickets do not
/// take the one writer, and counted by visitor when there is none such. Good tickets are not counted: many readers'
/// mail programs send from the same machines (RFC 8058).
///
/// # Errors
/// [`Error::TooOften`](crate::errors::Error::TooOften); [`Error::Answered`](crate::errors::Error::Answered) when a twin of
/// this request used it; or as [`Tx::peek_ticket`].
pub async fn knock<T: DeserializeOwned>(ctx: &Ctx, purpose: &'static str, secret: &str) -> Result<Found<T>> {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = tx.find_ticket(purpose, secret).await?;
    if !matches!(found, Found::Good(_)) {
        tx.repeat.clone_from(&ctx.repeat);
        tx.unless_answered().await?;
    }
    tx.done().await?;
    if matches!(found, Found::Gone) && !ctx.visitor.is_empty() {
        let visitor = format!("ticket/visitor/{}", ctx.visitor);
        throttle::allow(&ctx.app, &visitor, KNOCKS, KNOCK_SECONDS).await?;
    }
    Ok(found)
}

fn hash(secret: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(secret))
}

impl Tx {
    /// Issues a ticket and gives its secret, for the address in a mail. Nobody can read it here again.
    /// It belongs to the partnership of the transaction, or to the installation.
    ///
    /// # Errors
    /// When the database refuses; a failure in a reading transaction.
    pub async fn issue_ticket(
        &mut self,
        purpose: &str,
        about: impl Serialize,
        valid_seconds: i64,
    ) -> Result<String> {
        let secret = self.new_secret()?;
        self.issue_ticket_with(purpose, &secret, about, valid_seconds).await?;
        Ok(secret)
    }

    /// The same with a secret that whoever is to use it has already: made by chance, and given to nobody else.
    ///
    /// # Errors
    /// As [`Tx::issue_ticket`]; [`crate::errors::Error::Constraint`] when a ticket has this secret.
    pub async fn issue_ticket_with(
        &mut self,
        purpose: &str,
        secret: &str,
        about: impl Serialize,
        valid_seconds: i64,
    ) -> Result<()> {
        let id = self.new_id::<TicketId>()?;
        let (partnership, now, about) = (self.partnership, self.now, Json(serde_json::to_value(about)?));
        sql!(
            self,
            must,
            "INSERT INTO ticket (id, partnership_id, purpose, secret_hash, about, made_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            partnership,
            purpose,
            hash(secret),
            about,
            now,
            now.plus_seconds(valid_seconds)
        )
    }

    /// What a ticket is about, without using it: for the page that a link opens. None when it is used, expired, for
    /// another purpose or never was.
    ///
    /// # Errors
    /// When the database does not answer; a failure when `about` does not read as `T`.
    pub async fn peek_ticket<T: DeserializeOwned>(
        &mut self,
        purpose: &'static str,
        secret: &str,
    ) -> Result<Option<T>> {
        Ok(match self.find_ticket(purpose, secret).await? {
            Found::Good(about) => Some(about),
            Found::Used(_) | Found::Gone => None,
        })
    }

    /// How it stands with a ticket, without using it.
    ///
    /// # Errors
    /// As [`Tx::peek_ticket`].
    pub async fn find_ticket<T: DeserializeOwned>(
        &mut self,
        purpose: &'static str,
        secret: &str,
    ) -> Result<Found<T>> {
        let (partnership, now) = (self.partnership, self.now);
        let found = sql!(
            self,
            find(Json<serde_json::Value>, Option<Moment>),
            "SELECT about, used_at FROM ticket WHERE secret_hash = $1 AND purpose = $2 AND partnership_id IS NOT DISTINCT FROM $3
             AND expires_at > $4",
            hash(secret),
            purpose,
            partnership,
            now
        )?;
        let Some((Json(about), used_at)) = found else { return Ok(Found::Gone) };
        let about = serde_json::from_value(about)?;
        Ok(if used_at.is_some() { Found::Used(about) } else { Found::Good(about) })
    }

    /// Uses a ticket up and says what it is about: for the form behind a link. Of several at the same instant one gets it.
    /// Undone when the transaction does not commit.
    ///
    /// # Errors
    /// As [`Tx::peek_ticket`].
    pub async fn use_ticket<T: DeserializeOwned>(
        &mut self,
        purpose: &'static str,
        secret: &str,
    ) -> Result<Option<T>> {
        take(self, purpose, secret, "AND used_at IS NULL").await
    }

    /// Removes the tickets of a purpose that ended before an instant: for those that no late reader asks about.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_tickets(&mut self, purpose: &str, before: Moment) -> Result<u64> {
        let partnership = self.partnership;
        sql!(
            self,
            run,
            "DELETE FROM ticket WHERE purpose = $1 AND expires_at < $2 AND partnership_id IS NOT DISTINCT FROM $3",
            purpose,
            before,
            partnership
        )
    }
}

/// One statement finds the ticket unused and marks it: a second caller waits for the first and then finds it `once` only.
async fn take<T: DeserializeOwned>(
    tx: &mut Tx,
    purpose: &str,
    secret: &str,
    once: &str,
) -> Result<Option<T>> {
    let statement = format!(
        "UPDATE ticket SET used_at = $1 WHERE secret_hash = $2 AND purpose = $3 AND partnership_id IS NOT DISTINCT FROM $4
         AND expires_at > $1 {once} RETURNING about"
    );
    let (partnership, now) = (tx.partnership, tx.now);
    let about =
        sql!(tx, find One<Json<serde_json::Value>>, &statement, now, hash(secret), purpose, partnership)?;
    about.map(|(Json(about),)| Ok(serde_json::from_value(about)?)).transpose()
}

/// Tickets of a partnership go a while after their end.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-ticket",
    class: Class::Personal,
    due: |_, tx, on| {
        Box::pin(async move {
            let select = "SELECT id, purpose, expires_at FROM ticket WHERE partnership_id = $1 AND expires_at < $2 ORDER BY expires_at, id";
            let over = on.plus_seconds(-KEEP_SECONDS);
            // What it is for is a code, and about whom it is it does not tell.
            retention::rows_due(tx, (select, over), |_: String| String::new()).await
        })
    },
    erase: |ctx, due| {
        Box::pin(async move {
            retention::delete_rows(ctx, "DELETE FROM ticket WHERE partnership_id = $1 AND id = $2", due).await
        })
    },
};

/// So do those of the installation: links by which people sign in, and what passkeys answer.
pub(crate) const SWEEP: Sweep = Sweep {
    key: "sweep-ticket",
    class: Class::Personal,
    over: "FROM ticket WHERE partnership_id IS NULL AND expires_at < $1",
    keep_seconds: KEEP_SECONDS,
};

/// The jobs of tickets.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![
        JobKind::every("tickets.sweep", 86_400, |ctx, _| {
            Box::pin(async move { retention::run(ctx, RETENTION).await.map(drop) })
        }),
        JobKind::every_installation("tickets.sweep-installation", 86_400, |ctx, _| {
            Box::pin(async move { retention::sweep(ctx, &[SWEEP]).await.map(drop) })
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{db::Dialect, pages::ENTER, testing::Site};
    use std::sync::Arc;
    use tokio::task::JoinSet;

    async fn issued(ctx: &Ctx, seconds: i64) -> String {
        let mut tx = ctx.write(ENTER).await.unwrap();
        let secret = tx.issue_ticket("confirm", "board 7", seconds).await.unwrap();
        tx.commit().await.unwrap();
        secret
    }

    async fn peeked(ctx: &Ctx, secret: &str) -> Option<String> {
        let mut tx = ctx.read(ENTER).await.unwrap();
        let about = tx.peek_ticket("confirm", secret).await.unwrap();
        tx.done().await.unwrap();
        about
    }

    async fn used(ctx: &Ctx, secret: &str) -> Option<String> {
        let mut tx = ctx.write(ENTER).await.unwrap();
        let about = tx.use_ticket("confirm", secret).await.unwrap();
        tx.commit().await.unwrap();
        about
    }

    /// How many of eight tasks get the ticket. They all hold their transaction open before the first of them asks; outside
    /// a partnership nothing else makes them wait for each other (SQLite has one writer, and lets one in at a time).
    async fn winners(site: &Site, once: &'static str) -> usize {
        let ctx = site.ctx(site.coordinator()).of_installation();
        let mut tx =
            Ctx { caller: crate::authority::Caller::Console, ..ctx.clone() }.write(ENTER).await.unwrap();
        let secret = tx.issue_ticket("confirm", 7, USUAL_SECONDS).await.unwrap();
        tx.commit().await.unwrap();
        let together = site.app.db.dialect() == Dialect::Postgres;
        let gate = Arc::new(tokio::sync::Barrier::new(if together { 8 } else { 1 }));
        let mut tasks = JoinSet::new();
        for _ in 0..8 {
            let (app, secret, gate) = (Arc::clone(&site.app), secret.clone(), Arc::clone(&gate));
            tasks.spawn(async move {
                let mut tx = app.db.writing(None, app.clock.now()).await.unwrap();
                gate.wait().await;
                let won: Option<i64> = take(&mut tx, "confirm", &secret, once).await.unwrap();
                tx.commit().await.unwrap();
                won.is_some()
            });
        }
        tasks.join_all().await.into_iter().filter(|won| *won).count()
    }

    crate::on_both! { vec![];
        async fn opening_does_not_use_it_up_and_the_form_does(site) {
            let ctx = site.ctx(site.coordinator());
            let secret = issued(&ctx, USUAL_SECONDS).await;
            assert_eq!(peeked(&ctx, &secret).await.as_deref(), Some("board 7"));
            assert_eq!(peeked(&ctx, &secret).await.as_deref(), Some("board 7"));
            assert_eq!(used(&ctx, &secret).await.as_deref(), Some("board 7"));
            assert_eq!(used(&ctx, &secret).await, None);
            assert_eq!(peeked(&ctx, &secret).await, None);
        }

        async fn a_used_ticket_is_told_from_one_that_never_was(site) {
            let ctx = site.ctx(site.coordinator());
            let secret = issued(&ctx, 1_800).await;
            let found = async |secret: &str| knock::<String>(&ctx, "confirm", secret).await.unwrap();
            assert_eq!(found(&secret).await, Found::Good("board 7".into()));
            used(&ctx, &secret).await;
            assert_eq!(found(&secret).await, Found::Used("board 7".into()));
            assert_eq!(found("made-up").await, Found::Gone);
            site.app.clock.advance(1_800);
            assert_eq!(found(&secret).await, Found::Gone);
        }

        async fn it_ends_is_for_one_purpose_and_for_one_partnership(site) {
            let ctx = site.ctx(site.coordinator());
            let secret = issued(&ctx, 1_800).await;
            let mut tx = ctx.write(ENTER).await.unwrap();
            assert_eq!(tx.use_ticket::<String>("sign-in", &secret).await.unwrap(), None);
            assert_eq!(tx.use_ticket::<String>("confirm", "another").await.unwrap(), None);
            drop(tx);
            for elsewhere in [Some(site.other.id), None] {
                let mut tx = site.app.db.writing(elsewhere, ctx.now()).await.unwrap();
                assert_eq!(tx.use_ticket::<String>("confirm", &secret).await.unwrap(), None);
                assert_eq!(tx.peek_ticket::<String>("confirm", &secret).await.unwrap(), None);
            }
            site.app.clock.advance(1_799);
            assert!(peeked(&ctx, &secret).await.is_some());
            site.app.clock.advance(1);
            assert_eq!(peeked(&ctx, &secret).await, None);
            assert_eq!(used(&ctx, &secret).await, None);
        }

        async fn using_is_undone_with_its_transaction(site) {
            let ctx = site.ctx(site.coordinator());
            let secret = issued(&ctx, USUAL_SECONDS).await;
            let mut tx = ctx.write(ENTER).await.unwrap();
            assert!(tx.use_ticket::<String>("confirm", &secret).await.unwrap().is_some());
            drop(tx);
            assert!(used(&ctx, &secret).await.is_some());
        }

        async fn the_secret_lies_nowhere_and_old_tickets_go(site) {
            let ctx = site.ctx(site.coordinator());
            let secret = issued(&ctx, 60).await;
            let rows = async || {
                let mut tx = ctx.read(ENTER).await.unwrap();
                let rows = sql!(tx, all One<String>, "SELECT secret_hash FROM ticket").unwrap();
                tx.done().await.unwrap();
                rows
            };
            assert_eq!((rows().await.len(), rows().await[0].0 == secret), (1, false));
            site.app.clock.advance(31 * 86_400);
            crate::jobs::run_due(&site.app).await.unwrap();
            assert_eq!(rows().await.len(), 0);
        }

        async fn of_eight_at_the_same_instant_one_gets_it(site) {
            assert_eq!(winners(site, "AND used_at IS NULL").await, 1);
            // The control: without the condition everybody gets it, so the test above can fail.
            assert_eq!(winners(site, "").await, 8);
        }
    }
}
