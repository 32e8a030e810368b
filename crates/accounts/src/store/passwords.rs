//! Passwords: of the installation, one for an account at most.

use crate::{Mail, SignInId};
use platform::{clock::Moment, db::Tx, errors::Result, ids::AccountId, sql};

/// What is kept of the password of the account that has this address, and whose it is; none when the account has none, has
/// ended or never was. One statement for everybody, so that the answer takes equally long.
pub(crate) async fn password_of_mail(tx: &mut Tx, mail: &Mail) -> Result<Option<(AccountId, String)>> {
    sql!(
        tx,
        find(AccountId, String),
        "SELECT a.id, p.hash FROM account a JOIN password p ON p.account_id = a.id WHERE a.mail = $1 AND a.ended_at IS NULL",
        mail.as_str()
    )
}

/// Whether this is what is kept of an account's password at this moment.
pub(crate) async fn is_password(tx: &mut Tx, account: AccountId, hash: &str) -> Result<bool> {
    let same = "SELECT count(*) FROM password WHERE account_id = $1 AND hash = $2";
    Ok(sql!(tx, value i64, same, account, hash)? == 1)
}

/// When an account's password was set; none when it has none.
pub(crate) async fn password_set_at(tx: &mut Tx, account: AccountId) -> Result<Option<Moment>> {
    let found = sql!(tx, find(Moment,), "SELECT set_at FROM password WHERE account_id = $1", account)?;
    Ok(found.map(|(at,)| at))
}

/// Keeps a password, in place of the one before.
pub(crate) async fn set_password(
    tx: &mut Tx,
    account: AccountId,
    (hash, is_long): (&str, bool),
) -> Result<()> {
    let now = tx.now();
    sql!(
        tx,
        must,
        "INSERT INTO password (account_id, hash, is_long, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, is_long = excluded.is_long, set_at = excluded.set_at",
        account,
        hash,
        is_long,
        now
    )
}

/// The same password, hashed at today's cost.
pub(crate) async fn rehash_password(
    tx: &mut Tx,
    account: AccountId,
    (before, after): (&str, &str),
) -> Result<()> {
    let anew = "UPDATE password SET hash = $1 WHERE account_id = $2 AND hash = $3";
    sql!(tx, run, anew, after, account, before)?;
    Ok(())
}

/// Removes an account's password. False when it has none.
pub(crate) async fn remove_password(tx: &mut Tx, account: AccountId) -> Result<bool> {
    Ok(sql!(tx, run, "DELETE FROM password WHERE account_id = $1", account)? == 1)
}

/// When a sign-in was made, and whether nobody says when its owner last showed herself; none when it is not this account's, or has
/// ended.
pub(crate) async fn signed_in_at(
    tx: &mut Tx,
    account: AccountId,
    id: SignInId,
) -> Result<Option<(Moment, bool)>> {
    let made = "SELECT made_at, undated FROM sign_in WHERE id = $1 AND account_id = $2 AND ended_at IS NULL";
    sql!(tx, find(Moment, bool), made, id, account)
}

/// Notes of the sign-in with this hash that nobody says when its owner last showed herself.
pub(crate) async fn note_undated(tx: &mut Tx, secret_hash: &str) -> Result<()> {
    tx.step_out().await?;
    sql!(tx, must, "UPDATE sign_in SET undated = $1 WHERE secret_hash = $2", true, secret_hash)?;
    tx.step_in().await
}
