//! Accounts and sign-ins: of the installation.

use crate::{Mail, NewAccount, SignInId, rules};
use platform::{clock::Moment, db::Tx, errors::Result, ids::AccountId, langs::Lang, row, sql};

row! {
    /// An account.
    pub struct Account {
        /// Which.
        pub id: AccountId,
        /// Where mail reaches her, folded.
        pub mail: String,
        /// Her name.
        pub name: String,
        /// The language of her pages and mail.
        pub lang: Lang,
        /// When she first signed in; none before.
        pub entered_at: Option<Moment>,
        /// When it ended; none while it holds.
        pub ended_at: Option<Moment>,
    }
}

/// Writes an account, unless its address has one: also when that one is written somewhere else at this instant, whose end is
/// waited for. It belongs to the installation, so a partnership's transaction steps out for it.
pub(crate) async fn insert_account(tx: &mut Tx, id: AccountId, new: &NewAccount) -> Result<bool> {
    tx.step_out().await?;
    let now = tx.now();
    let written = sql!(
        tx,
        run,
        "INSERT INTO account (id, mail, name, lang, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (mail) DO NOTHING",
        id,
        new.mail.as_str(),
        new.name,
        new.lang,
        now
    )?;
    tx.step_in().await?;
    Ok(written == 1)
}

/// The account of an address, wherever it holds grants.
pub(crate) async fn account_by_mail(tx: &mut Tx, mail: &Mail) -> Result<Option<Account>> {
    tx.step_out().await?;
    let found = sql!(
        tx,
        find Account,
        "SELECT id, mail, name, lang, entered_at, ended_at FROM account WHERE mail = $1",
        mail.as_str()
    )?;
    tx.step_in().await?;
    Ok(found)
}

/// Lines up at an account's row, first of all that a transaction does about how it signs in: whoever comes in, shows others out
/// or changes a way at the same instant waits here, and sees what was done meanwhile.
pub(crate) async fn line_up(tx: &mut Tx, id: AccountId) -> Result<()> {
    tx.step_out().await?;
    sql!(tx, run, "UPDATE account SET version = version WHERE id = $1", id)?;
    tx.step_in().await
}

/// Notes the first time an account comes in. False when it has ended.
pub(crate) async fn enter(tx: &mut Tx, id: AccountId) -> Result<bool> {
    tx.step_out().await?;
    let now = tx.now();
    let entered = sql!(
        tx,
        run,
        "UPDATE account SET entered_at = coalesce(entered_at, $1) WHERE id = $2 AND ended_at IS NULL",
        now,
        id
    )?;
    tx.step_in().await?;
    Ok(entered == 1)
}

/// Writes a sign-in, with the hash of its secret and the name of the device.
pub(crate) async fn insert_sign_in(
    tx: &mut Tx,
    id: SignInId,
    account: AccountId,
    (secret_hash, device): (&str, &str),
) -> Result<()> {
    tx.step_out().await?;
    let now = tx.now();
    sql!(
        tx,
        must,
        "INSERT INTO sign_in (id, account_id, secret_hash, device, made_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        account,
        secret_hash,
        device,
        now,
        now
    )?;
    tx.step_in().await
}

row! {
    /// A sign-in with its account, as the gate needs it.
    pub(crate) struct SignedInRow {
        pub(crate) id: SignInId,
        pub(crate) account_id: AccountId,
        pub(crate) name: String,
        pub(crate) lang: Lang,
        pub(crate) made_at: Moment,
        pub(crate) seen_at: Moment,
    }
}

/// The sign-in whose secret has this hash, unless it or its account has ended.
pub(crate) async fn sign_in_by_hash(tx: &mut Tx, secret_hash: &str) -> Result<Option<SignedInRow>> {
    sql!(
        tx,
        find SignedInRow,
        "SELECT s.id, s.account_id, a.name, a.lang, s.made_at, s.seen_at FROM sign_in s JOIN account a ON a.id = s.account_id
         WHERE s.secret_hash = $1 AND s.ended_at IS NULL AND a.ended_at IS NULL",
        secret_hash
    )
}

/// Notes that a sign-in was seen now.
pub(crate) async fn note_seen(tx: &mut Tx, id: SignInId) -> Result<()> {
    let now = tx.now();
    sql!(tx, run, "UPDATE sign_in SET seen_at = $1 WHERE id = $2 AND seen_at < $1", now, id)?;
    Ok(())
}

row! {
    /// A device that is signed in.
    pub(crate) struct Device {
        pub(crate) id: SignInId,
        pub(crate) device: String,
        pub(crate) made_at: Moment,
        pub(crate) seen_at: Moment,
    }
}

/// The devices on which an account is signed in, last seen first.
pub(crate) async fn devices(tx: &mut Tx, account: AccountId) -> Result<Vec<Device>> {
    let now = tx.now();
    let (seen, made) = (now.plus_seconds(-rules::IDLE_SECONDS), now.plus_seconds(-rules::WHOLE_SECONDS));
    sql!(
        tx,
        all Device,
        "SELECT id, device, made_at, seen_at FROM sign_in WHERE account_id = $1 AND ended_at IS NULL AND seen_at > $2 AND made_at > $3
         ORDER BY seen_at DESC, id DESC LIMIT 200",
        account,
        seen,
        made
    )
}

/// Ends one sign-in of an account.
pub(crate) async fn end_sign_in(tx: &mut Tx, account: AccountId, id: SignInId) -> Result<()> {
    let now = tx.now();
    tx.step_out().await?;
    let end = "UPDATE sign_in SET ended_at = $1 WHERE id = $2 AND account_id = $3 AND ended_at IS NULL";
    sql!(tx, run, end, now, id, account)?;
    tx.step_in().await
}

/// Ends all sign-ins of an account but one. Says how many.
pub(crate) async fn end_other_sign_ins(tx: &mut Tx, account: AccountId, but: SignInId) -> Result<u64> {
    let now = tx.now();
    let end = "UPDATE sign_in SET ended_at = $1 WHERE account_id = $2 AND id <> $3 AND ended_at IS NULL";
    sql!(tx, run, end, now, account, but)
}

/// Sign-ins that ended or ran out before an instant.
pub(crate) const SIGN_INS_OVER: &str = "FROM sign_in WHERE (seen_at < $1 OR ended_at < $1)";

/// An account by its id.
pub(crate) async fn account_by_id(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    tx.step_out().await?;
    let found = sql!(
        tx,
        find Account,
        "SELECT id, mail, name, lang, entered_at, ended_at FROM account WHERE id = $1",
        id
    )?;
    tx.step_in().await?;
    Ok(found)
}

/// Changes the language of an account's pages and mail.
///
/// # Errors
/// When there is no such account, or the database does not answer.
pub async fn set_lang(tx: &mut Tx, id: AccountId, lang: Lang) -> Result<()> {
    sql!(tx, must, "UPDATE account SET lang = $1, version = version + 1 WHERE id = $2", lang, id)
}
