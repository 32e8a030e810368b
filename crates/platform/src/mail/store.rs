//! The table of mails.

use super::{Entry, Mail, MailId, MailState, Recipient, SEND};
use crate::{
    clock::Moment,
    db::{Bind, Db, Json, List, Page, Sort, Tx},
    errors::{Error, Result},
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    row, sql,
};
use uuid::Uuid;

row! {
    /// A mail that has not left.
    pub(super) struct Waiting {
        pub id: MailId,
        pub recipient: Recipient,
        pub lang: Lang,
        pub subject: String,
        pub body: String,
        pub unsubscribe: Option<String>,
        pub entry: Option<Json<Entry>>,
        pub purpose: String,
        pub reader: Option<Uuid>,
        pub reader_lang: Option<Lang>,
        pub made_at: Moment,
        pub tries: i64,
    }
}

/// An address as it is looked up: two that differ in capitals alone reach the same reader.
pub(crate) fn key_of(address: &str) -> String {
    address.trim().to_ascii_lowercase()
}

pub(super) async fn insert(tx: &mut Tx, mail: &Mail) -> Result<MailId> {
    let (id, partnership, now) = (tx.new_id::<MailId>()?, tx.partnership, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO mail (id, partnership_id, recipient, recipient_key, lang, subject, body, unsubscribe, purpose, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        partnership,
        mail.to,
        key_of(mail.to.address()),
        mail.lang,
        mail.subject.as_str(),
        mail.body,
        mail.unsubscribe,
        mail.purpose,
        now
    )?;
    Ok(id)
}

/// Notes the ticket that the mail will carry.
pub(super) async fn set_entry(tx: &mut Tx, id: MailId, entry: Entry) -> Result<()> {
    let here = tx.partnership;
    let note = "UPDATE mail SET entry = $1 WHERE id = $2 AND partnership_id IS NOT DISTINCT FROM $3";
    sql!(tx, must, note, Json(entry), id, here)
}

/// Notes whom the ledger of consent knows as the reader of a letter, and in which language she reads best.
pub(super) async fn set_reader(tx: &mut Tx, id: MailId, (who, lang): (Uuid, Lang)) -> Result<()> {
    let here = tx.partnership;
    let note = "UPDATE mail SET reader_id = $1, reader_lang = $2 WHERE id = $3 AND partnership_id IS NOT DISTINCT FROM $4";
    sql!(tx, must, note, who, lang, id, here)
}

pub(super) async fn waiting(tx: &mut Tx, id: MailId) -> Result<Option<Waiting>> {
    let partnership = tx.partnership;
    sql!(
        tx,
        find Waiting,
        "SELECT id, recipient, lang, subject, body, unsubscribe, entry, purpose, reader_id AS reader, reader_lang, made_at, tries
         FROM mail
         WHERE id = $1 AND partnership_id IS NOT DISTINCT FROM $2 AND sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL",
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
        "UPDATE mail SET sent_at = $1, tries = tries + 1, trouble = NULL, body = '', unsubscribe = NULL, entry = NULL
         WHERE id = $2 AND partnership_id IS NOT DISTINCT FROM $3",
        now,
        id,
        here
    )
}

/// It is not wanted any more: as if it had left, but that it did not.
pub(super) async fn stopped(tx: &mut Tx, id: MailId) -> Result<()> {
    let (here, now) = (tx.partnership, tx.now());
    sql!(
        tx,
        must,
        "UPDATE mail SET stopped_at = $1, trouble = NULL, body = '', unsubscribe = NULL, entry = NULL
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
        /// When it was found that its reader wants no more of its kind.
        pub stopped_at: Option<Moment>,
        /// What went wrong last, in the words of the mail server.
        pub trouble: Option<String>,
    }
}

impl MailRow {
    /// How it stands.
    pub fn state(&self) -> MailState {
        match (self.sent_at, self.failed_at, self.stopped_at) {
            (Some(_), _, _) => MailState::Sent,
            (None, Some(_), _) => MailState::Failed,
            (None, None, Some(_)) => MailState::Stopped,
            (None, None, None) => MailState::Waiting,
        }
    }
}

/// Whose mail this transaction is about: the condition, with its value as `$1` for a partnership.
fn whose(tx: &Tx) -> (&'static str, Vec<Bind<'static>>) {
    match tx.partnership {
        Some(id) => ("partnership_id = $1", vec![Bind::Uuid(id.0)]),
        None => ("partnership_id IS NULL", Vec::new()),
    }
}

/// One page of the mail of the partnership, or of the installation, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn listed(tx: &mut Tx, address: &Address, state: Option<MailState>) -> Result<Page<MailRow>> {
    let partnership = tx.partnership;
    let list = List::new("id, recipient, subject, made_at, sent_at, failed_at, stopped_at, trouble", "mail");
    let list = match &partnership {
        Some(id) => list.filter("partnership_id = ?", id),
        None => list.only("partnership_id IS NULL"),
    };
    let list = match state {
        None => list,
        Some(MailState::Sent) => list.only("sent_at IS NOT NULL"),
        Some(MailState::Failed) => list.only("failed_at IS NOT NULL"),
        Some(MailState::Waiting) => list.only("sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL"),
        Some(MailState::Stopped) => list.only("stopped_at IS NOT NULL"),
    };
    tx.page_for(address, list.sort("made_at", Sort::Down).sort("id", Sort::Down)).await
}

row! {
    /// How many mails stand how.
    pub struct Counts {
        sent: i64,
        failed: i64,
        waiting: i64,
        stopped: i64,
    }
}

impl Counts {
    /// How many of one state.
    pub fn of(&self, state: MailState) -> i64 {
        match state {
            MailState::Sent => self.sent,
            MailState::Failed => self.failed,
            MailState::Waiting => self.waiting,
            MailState::Stopped => self.stopped,
        }
    }

    /// Counts for a sample.
    pub(crate) fn sample(sent: i64, failed: i64, waiting: i64) -> Self {
        Self { sent, failed, waiting, stopped: 0 }
    }
}

/// Counts the mail of the partnership, or of the installation, by state.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx) -> Result<Counts> {
    let (whose, binds) = whose(tx);
    let text = format!(
        "SELECT count(*) FILTER (WHERE sent_at IS NOT NULL) AS sent, count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed,
         count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL AND stopped_at IS NULL) AS waiting,
         count(*) FILTER (WHERE stopped_at IS NOT NULL) AS stopped FROM mail WHERE {whose}"
    );
    tx.one(&text, &binds).await
}

/// How many mails of the partnership, or of the installation, failed since then, and when the last of them did.
///
/// # Errors
/// When the database does not answer.
pub async fn failed_since(tx: &mut Tx, since: Moment) -> Result<(i64, Option<Moment>)> {
    let (whose, mut binds) = whose(tx);
    binds.push(Bind::Moment(since));
    let text =
        format!("SELECT count(*), max(failed_at) FROM mail WHERE {whose} AND failed_at >= ${}", binds.len());
    tx.one(&text, &binds).await
}

/// How many mails of the installation and of all its partnerships failed in the two weeks before `now`.
///
/// # Errors
/// When the database does not answer.
pub async fn undelivered(db: &Db, now: Moment) -> Result<i64> {
    let since = now.plus_seconds(-14 * 86_400);
    let mut tx = db.reading(None, now).await?;
    let partnerships = sql!(tx, all(PartnershipId,), "SELECT id FROM partnership ORDER BY id")?;
    let mut sum = failed_since(&mut tx, since).await?.0;
    for (id,) in partnerships {
        tx.turn_to(Some(id)).await?;
        sum += failed_since(&mut tx, since).await?.0;
    }
    tx.done().await?;
    Ok(sum)
}

/// Tries a mail again that has failed, as if it were new.
///
/// # Errors
/// [`Error::NotFound`] when no such mail has failed here.
pub async fn resend(tx: &mut Tx, id: MailId) -> Result<()> {
    let here = tx.partnership;
    let again = sql!(
        tx,
        run,
        "UPDATE mail SET failed_at = NULL, tries = 0
         WHERE id = $1 AND partnership_id IS NOT DISTINCT FROM $2 AND failed_at IS NOT NULL",
        id,
        here
    )?;
    if again != 1 {
        return Err(Error::NotFound);
    }
    tx.audit("mail.resent", id, None::<&()>, None::<&()>).await?;
    tx.enqueue(SEND, id, tx.now()).await
}
