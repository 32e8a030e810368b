//! Identities: how other houses know an account. Of the installation, one of each house at most for an account.

use crate::IdentityId;
use platform::{clock::Moment, db::Tx, errors::Result, ids::AccountId, row, sql};
use serde::{Deserialize, Serialize};

row! {
    /// An identity as its owner sees it.
    pub(crate) struct IdentityRow {
        pub(crate) id: IdentityId,
        pub(crate) issuer: String,
        pub(crate) mail: String,
        pub(crate) made_at: Moment,
        pub(crate) used_at: Option<Moment>,
    }
}

/// The identities of an account, the newest first.
pub(crate) async fn identities(tx: &mut Tx, account: AccountId) -> Result<Vec<IdentityRow>> {
    sql!(
        tx,
        all IdentityRow,
        "SELECT id, issuer, mail, made_at, used_at FROM identity WHERE account_id = $1 ORDER BY made_at DESC, id DESC LIMIT 100",
        account
    )
}

/// Whom a house knows under this name: also when the account has ended.
pub(crate) async fn identity(
    tx: &mut Tx,
    (issuer, subject): (&str, &str),
) -> Result<Option<(IdentityId, AccountId)>> {
    let of = "SELECT id, account_id FROM identity WHERE issuer = $1 AND subject = $2";
    sql!(tx, find(IdentityId, AccountId), of, issuer, subject)
}

/// A new identity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NewIdentity {
    /// The address of the house.
    pub(crate) issuer: String,
    /// Its own name for the person.
    pub(crate) subject: String,
    /// The address for mail that it told; empty when none.
    pub(crate) mail: String,
    /// Whether somebody came in by it because it was kept: removed meanwhile, it is not kept anew.
    #[serde(default)]
    pub(crate) is_known: bool,
}

/// Keeps an identity. False when the house knows somebody else here under this name, or the account under another.
pub(crate) async fn insert_identity(
    tx: &mut Tx,
    id: IdentityId,
    account: AccountId,
    new: &NewIdentity,
) -> Result<bool> {
    let now = tx.now();
    let kept = sql!(
        tx,
        run,
        "INSERT INTO identity (id, account_id, issuer, subject, mail, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        id,
        account,
        new.issuer,
        new.subject,
        new.mail,
        now
    )?;
    Ok(kept == 1)
}

/// Notes that an account came in by an identity. False when it was removed meanwhile.
pub(crate) async fn note_identity(tx: &mut Tx, id: IdentityId) -> Result<bool> {
    let now = tx.now();
    Ok(sql!(tx, run, "UPDATE identity SET used_at = $1 WHERE id = $2", now, id)? == 1)
}

/// Removes an identity of an account. False when it has none such.
pub(crate) async fn remove_identity(tx: &mut Tx, account: AccountId, id: IdentityId) -> Result<bool> {
    Ok(sql!(tx, run, "DELETE FROM identity WHERE id = $1 AND account_id = $2", id, account)? == 1)
}
