//! Passkeys: of the installation, some for an account.

use crate::{PasskeyId, rules::KeptKey};
use data_encoding::BASE64URL_NOPAD;
use platform::{
    clock::Moment,
    db::Tx,
    errors::{Error, Result},
    ids::AccountId,
    row, sql,
};

row! {
    /// A passkey as its owner sees it.
    pub(crate) struct PasskeyRow {
        pub(crate) id: PasskeyId,
        pub(crate) credential: String,
        pub(crate) name: String,
        pub(crate) host: String,
        pub(crate) made_at: Moment,
        pub(crate) used_at: Option<Moment>,
    }
}

/// The passkeys of an account, the newest first.
pub(crate) async fn passkeys(tx: &mut Tx, account: AccountId) -> Result<Vec<PasskeyRow>> {
    sql!(
        tx,
        all PasskeyRow,
        "SELECT id, credential, name, host, made_at, used_at FROM passkey WHERE account_id = $1 ORDER BY made_at DESC, id DESC LIMIT 100",
        account
    )
}

/// A new passkey.
pub(crate) struct NewPasskey<'a> {
    pub(crate) id: PasskeyId,
    /// The name that its authenticator gave it.
    pub(crate) credential: &'a [u8],
    pub(crate) key: &'a KeptKey,
    /// What its owner calls it.
    pub(crate) name: &'a str,
    /// The host to which it is bound.
    pub(crate) host: &'a str,
}

/// Keeps a passkey. False when its credential is kept already, for whomever.
pub(crate) async fn insert_passkey(tx: &mut Tx, account: AccountId, new: &NewPasskey<'_>) -> Result<bool> {
    let now = tx.now();
    let kept = sql!(
        tx,
        run,
        "INSERT INTO passkey (id, account_id, credential, algorithm, public_key, sign_count, name, host, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (credential) DO NOTHING",
        new.id,
        account,
        BASE64URL_NOPAD.encode(new.credential),
        new.key.algorithm,
        BASE64URL_NOPAD.encode(&new.key.key),
        new.key.count,
        new.name,
        new.host,
        now
    )?;
    Ok(kept == 1)
}

/// The passkey with this credential, bound to this host, of an account that has not ended.
pub(crate) async fn passkey(
    tx: &mut Tx,
    (credential, host): (&[u8], &str),
) -> Result<Option<(PasskeyId, AccountId, KeptKey)>> {
    let found = sql!(
        tx,
        find(PasskeyId, AccountId, i64, String, i64),
        "SELECT p.id, p.account_id, p.algorithm, p.public_key, p.sign_count FROM passkey p JOIN account a ON a.id = p.account_id
         WHERE p.credential = $1 AND p.host = $2 AND a.ended_at IS NULL",
        BASE64URL_NOPAD.encode(credential),
        host
    )?;
    let Some((id, account, algorithm, key, count)) = found else { return Ok(None) };
    let key = BASE64URL_NOPAD.decode(key.as_bytes()).map_err(Error::failed)?;
    Ok(Some((id, account, KeptKey { algorithm, key, count })))
}

/// Notes that a passkey was used, and how often it has signed by now. False when it has been removed, or has signed as often
/// before: those that do not count stay at 0.
pub(crate) async fn note_passkey(tx: &mut Tx, id: PasskeyId, count: i64) -> Result<bool> {
    let now = tx.now();
    let noted = sql!(
        tx,
        run,
        "UPDATE passkey SET used_at = $1, sign_count = $2 WHERE id = $3 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0))",
        now,
        count,
        id
    )?;
    Ok(noted == 1)
}

/// Removes a passkey of an account. False when it has none such.
pub(crate) async fn remove_passkey(tx: &mut Tx, account: AccountId, id: PasskeyId) -> Result<bool> {
    Ok(sql!(tx, run, "DELETE FROM passkey WHERE id = $1 AND account_id = $2", id, account)? == 1)
}

/// Removes all passkeys of an account. Says how many.
pub(crate) async fn remove_all_passkeys(tx: &mut Tx, account: AccountId) -> Result<usize> {
    let gone = sql!(tx, run, "DELETE FROM passkey WHERE account_id = $1", account)?;
    usize::try_from(gone).map_err(Error::failed)
}
