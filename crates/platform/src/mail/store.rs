//! The table of mails.

use super::{KEEP_SECONDS, Mail, MailId, MailState, Recipient, SEND};
use crate::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    db::{List, Page, Sort, Tx},
    errors::{Error, Result},
    http::Address,
    langs::Lang,
    row, sql,
};

row! {
    /// A mail that has not left.
    pub(super) struct Waiting {
        pub id: MailId,
        pub recipient: Recipient,
        pub lang: Lang,
        pub subject: String,
        pub body: String,
        pub unsubscribe: Option<String>,
        pub made_at: Moment,
        pub tries: i64,
    }
}

pub(super) async fn insert(tx: &mut Tx, mail: &Mail) -> Result<MailId> {
    let (id, partnership, now) = (tx.new_id::<MailId>()?, tx.partnership, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO mail (id, partnership_id, recipient, lang, subject, body, unsubscribe, purpose, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        partnership,
        mail.to,
        mail.lang,
        mail.subject.as_str(),
        mail.body,
        mail.unsubscribe,
        mail.purpose,
        now
    )?;
    Ok(id)
}

pub(super) async fn waiting(tx: &mut Tx, id: MailId) -> Result<Option<Waiting>> {
    let partnership = tx.partnership;
    sql!(
        tx,
        find Waiting,
        "SELECT id, recipient, lang, subject, body, unsubscribe, made_at, tries FROM mail
         WHERE id = $1 AND partnership_id IS NOT DISTINCT FROM $2 AND sent_at IS NULL AND failed_at IS NULL",
        id,
        partnership
    )
}

/// It has left: its text and the link in it are cleared.
pub(super) async fn sent(tx: &mut Tx, id: MailId) -> Result<()> {
    let (here, now) = (tx.partnership, tx.now());
    sql!(
        tx,
        must,
        "UPDATE mail SET sent_at = $1, tries = tries + 1, trouble = NULL, body = '', unsubscribe = NULL
         WHERE id = $2 AND partnership_id IS NOT DISTINCT FROM $3",
        now,
        id,
        here
    )
}

/// It will be tried again.
pub(super) async fn delayed(tx: &mut Tx, id: MailId, trouble: &str) -> Result<()> {
    let here = tx.partnership;
    let note = "UPDATE mail SET tries = tries + 1, trouble = $1 WHERE id = $2 AND partnership_id IS NOT DISTINCT FROM $3";
    sql!(tx, must, note, trouble, id, here)
}

/// It will not be tried again; the reason stays with it.
pub(super) async fn failed(tx: &mut Tx, id: MailId, trouble: &str) -> Result<()> {
    let (here, now) = (tx.partnership, tx.now());
    sql!(
        tx,
        must,
        "UPDATE mail SET failed_at = $1, tries = tries + 1, trouble = $2
         WHERE id = $3 AND partnership_id IS NOT DISTINCT FROM $4",
        now,
        trouble,
        id,
        here
    )
}

/// Forgets mails a year after they were written.
pub(super) async fn sweep(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.write(PUBLIC).await?;
    let (before, partnership) = (ctx.now().plus_seconds(-KEEP_SECONDS), tx.partnership);
    sql!(
        tx,
        run,
        "DELETE FROM mail WHERE made_at < $1 AND partnership_id IS NOT DISTINCT FROM $2",
        before,
        partnership
    )?;
    tx.commit().await
}

row! {
    /// A mail as the office sees it: no text.
    pub struct MailRow {
        /// Which mail.
        pub id: MailId,
        /// To whom.
        pub recipient: String,
        /// About what.
        pub subject: String,
        /// When it was written.
        pub made_at: Moment,
        /// When it left.
        pub sent_at: Option<Moment>,
        /// When it was given up.
        pub failed_at: Option<Moment>,
        /// What went wrong last, in the words of the mail server.
        pub trouble: Option<String>,
    }
}

impl MailRow {
    /// How it stands.
    pub fn state(&self) -> MailState {
        match (self.sent_at, self.failed_at) {
            (Some(_), _) => MailState::Sent,
            (None, Some(_)) => MailState::Failed,
            (None, None) => MailState::Waiting,
        }
    }
}

/// One page of the partnership's mail, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_partnership(
    tx: &mut Tx,
    address: &Address,
    state: Option<MailState>,
) -> Result<Page<MailRow>> {
    let partnership = tx.partnership()?;
    let list = List::new("id, recipient, subject, made_at, sent_at, failed_at, trouble", "mail")
        .filter("partnership_id = ?", &partnership);
    let list = match state {
        None => list,
        Some(MailState::Sent) => list.only("sent_at IS NOT NULL"),
        Some(MailState::Failed) => list.only("failed_at IS NOT NULL"),
        Some(MailState::Waiting) => list.only("sent_at IS NULL AND failed_at IS NULL"),
    };
    tx.page_for(address, list.sort("made_at", Sort::Down).sort("id", Sort::Down)).await
}

row! {
    /// How many mails of the partnership stand how.
    pub struct Counts {
        sent: i64,
        failed: i64,
        waiting: i64,
    }
}

impl Counts {
    /// How many of one state.
    pub fn of(&self, state: MailState) -> i64 {
        match state {
            MailState::Sent => self.sent,
            MailState::Failed => self.failed,
            MailState::Waiting => self.waiting,
        }
    }

    /// Counts for a sample.
    pub(crate) fn sample(sent: i64, failed: i64, waiting: i64) -> Self {
        Self { sent, failed, waiting }
    }
}

/// Counts the partnership's mail by state.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx) -> Result<Counts> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        one Counts,
        "SELECT count(*) FILTER (WHERE sent_at IS NOT NULL) AS sent, count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed,
         count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL) AS waiting FROM mail WHERE partnership_id = $1",
        partnership
    )
}

/// How many mails of the partnership failed since then, and when the last of them did.
///
/// # Errors
/// When the database does not answer.
pub async fn failed_since(tx: &mut Tx, since: Moment) -> Result<(i64, Option<Moment>)> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        one(i64, Option<Moment>),
        "SELECT count(*), max(failed_at) FROM mail WHERE partnership_id = $1 AND failed_at >= $2",
        partnership,
        since
    )
}

/// Tries a mail again that has failed, as if it were new.
///
/// # Errors
/// [`Error::NotFound`] when no such mail has failed here.
pub async fn resend(tx: &mut Tx, id: MailId) -> Result<()> {
    let partnership = tx.partnership()?;
    let again = sql!(
        tx,
        run,
        "UPDATE mail SET failed_at = NULL, tries = 0 WHERE id = $1 AND partnership_id = $2 AND failed_at IS NOT NULL",
        id,
        partnership
    )?;
    if again != 1 {
        return Err(Error::NotFound);
    }
    tx.audit("mail.resent", id, None::<&()>, None::<&()>).await?;
    tx.enqueue(SEND, id, tx.now()).await
}
