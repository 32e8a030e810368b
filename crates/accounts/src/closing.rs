//! Accounts end: their access to one partnership, or altogether.

use crate::{
    mails::DAILY,
    rules::{self, ClosingRefusal, Place},
    store,
};
use platform::{
    db::Tx,
    errors::{Error, Result},
    ids::AccountId,
    langs::Lang,
};
use serde_json::json;

/// Ends all that an account may do in this transaction's partnership, and takes an open invitation back. Who then holds
/// nothing anywhere is signed out on all devices.
///
/// # Errors
/// [`Error::NotFound`] when it holds nothing here; [`ClosingRefusal::LastCoordinator`], with `name` as the partnership.
pub async fn end_access(
    tx: &mut Tx,
    account: AccountId,
    (name, today): (&str, jiff::civil::Date),
) -> Result<()> {
    let own = store::grants_here(tx, account).await?;
    if own.is_empty() {
        return Err(Error::NotFound);
    }
    let held = store::coordinators(tx).await?;
    let ids = own.iter().map(|row| row.id).collect();
    rules::may_close(&[Place { partnership: Some(name.to_owned()), held, own: ids, today }])?;
    for row in &own {
        store::revoke_grant(tx, row.id).await?;
    }
    store::withdraw_invitation(tx, account).await?;
    tx.forget_waiting_letters(account.0, DAILY).await?;
    store::forget_daily(tx, account).await?;
    if store::holds_nothing(tx, account).await? {
        store::sign_out_everywhere(tx, account).await?;
    }
    let before: Vec<_> = own.iter().map(store::GrantRow::told).collect();
    tx.audit("account.access-ended", account, Some(&json!({ "grants": before })), None::<&()>).await
}

/// Closes an account altogether, in a transaction of the installation: nobody signs in with it, and it is out on all
/// devices. What it may do stays written down, for the day it is opened again.
///
/// It waits for others in the order in which all writers do, so none waits in a circle: heads of partnerships by id, then
/// accounts by id (the administrators'), then its own.
///
/// # Errors
/// [`ClosingRefusal`]; partnerships are named in `lang`.
pub async fn close_account(tx: &mut Tx, account: AccountId, lang: Lang) -> Result<()> {
    rules::may_close(&store::places_run_by(tx, account, lang).await?)?;
    if !store::close(tx, account).await? {
        return Err(ClosingRefusal::NotOpen.into());
    }
    for partnership in store::partnerships_of(tx, account).await? {
        tx.turn_to(Some(partnership)).await?;
        tx.forget_waiting_letters(account.0, DAILY).await?;
        store::forget_daily(tx, account).await?;
    }
    tx.turn_to(None).await?;
    tx.audit("account.closed", account, None::<&()>, None::<&()>).await
}

/// Opens a closed account again, in a transaction of the installation: it may do what it might do before.
///
/// # Errors
/// [`ClosingRefusal::NotOpen`] when it is not closed.
pub async fn reopen_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    if !store::reopen(tx, account).await? {
        return Err(ClosingRefusal::NotOpen.into());
    }
    tx.audit("account.reopened", account, None::<&()>, None::<&()>).await
}
