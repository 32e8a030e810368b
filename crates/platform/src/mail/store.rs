//! The table of mails.

use super::{KEEP_SECONDS, Mail, MailId, Recipient};
use crate::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::Result,
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
    sql!(
        tx,
        must,
        "UPDATE mail SET sent_at = $1, tries = tries + 1, trouble = NULL, body = '', unsubscribe = NULL WHERE id = $2",
        tx.now(),
        id
    )
}

/// It will be tried again.
pub(super) async fn delayed(tx: &mut Tx, id: MailId, trouble: &str) -> Result<()> {
    sql!(tx, must, "UPDATE mail SET tries = tries + 1, trouble = $1 WHERE id = $2", trouble, id)
}

/// It will not be tried again; the reason stays with it.
pub(super) async fn failed(tx: &mut Tx, id: MailId, trouble: &str) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE mail SET failed_at = $1, tries = tries + 1, trouble = $2 WHERE id = $3",
        tx.now(),
        trouble,
        id
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
