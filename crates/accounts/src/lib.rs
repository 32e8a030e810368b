//! Accounts: people who sign in, on which devices, and what each may do. May, never is seated.
//!
//! **One door.** Whoever has proved who she is (today: by the link in a mail, by the code on the console, or in the demo
//! by a click) comes in through [`begin_sign_in`]: it makes a new secret of 256 bits, keeps only its hash, and the caller
//! sets the cookie. Every further way to prove it (password, passkey, another house's sign-in) is a page of its own that
//! ends with the same call; nothing else here changes. A secret is never taken over from the browser, so nobody can plant one.
//!
//! **One gate.** [`Keeper`] answers for every request to whom its cookie belongs and what she may do on this day; what is
//! revoked is gone with the next request.
//!
//! **Grants, not offices held.** A grant names an office on a partnership, on one council or organization of it, or on the
//! installation. Nobody grants more than she holds, and a partnership always keeps a coordinator: see [`rules`].

mod keeper;
pub mod rules;
mod store;

pub use keeper::Keeper;
pub use rules::{Mail, Span};
pub use store::{Account, GrantRow};

use platform::{
    authority::Grant,
    db::Tx,
    errors::{OrNotFound, Result},
    ids::AccountId,
    langs::Lang,
};
use rules::GrantRefusal;
use serde_json::json;

platform::id! { /// One office granted to one account.
GrantId, "grant" }
platform::id! { /// One device that is or was signed in.
SignInId, "sign-in" }

/// Who a new account is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Where mail reaches her; no two accounts have the same.
    pub mail: Mail,
    /// Her name.
    pub name: String,
    /// The language of her pages and mail.
    pub lang: Lang,
}

/// Makes an account without any grant, in a transaction of a partnership or of the installation.
///
/// # Errors
/// [`platform::errors::Error::Constraint`] on `account_mail` when the address has an account: see [`find_by_mail`].
pub async fn create_account(tx: &mut Tx, new: &NewAccount) -> Result<AccountId> {
    let id = tx.new_id::<AccountId>()?;
    store::insert_account(tx, id, new).await?;
    tx.audit("account.made", id, None::<&()>, Some(&json!({ "lang": new.lang }))).await?;
    Ok(id)
}

/// The account that mail to this address reaches, ended ones included.
///
/// # Errors
/// When the database does not answer.
pub async fn find_by_mail(tx: &mut Tx, mail: &Mail) -> Result<Option<Account>> {
    store::account_by_mail(tx, mail).await
}

/// Grants an office from today on. Whether the granter may is asked before: [`rules::may_grant`].
///
/// # Errors
/// [`GrantRefusal::AlreadyHeld`] when the account has this very grant and it has not run out.
pub async fn grant(tx: &mut Tx, account: AccountId, grant: &Grant) -> Result<GrantId> {
    let today = store::today_in(tx, grant.partnership).await?;
    grant_for(tx, account, grant, Span::since(today)).await
}

/// Grants an office for a span of days.
///
/// # Errors
/// As [`grant`].
pub async fn grant_for(tx: &mut Tx, account: AccountId, grant: &Grant, span: Span) -> Result<GrantId> {
    let held = store::grants_of(tx, account).await?;
    let same = |row: &GrantRow| row.grant() == *grant && row.until_on.is_none_or(|last| last >= span.from);
    if held.iter().any(same) {
        return Err(GrantRefusal::AlreadyHeld.into());
    }
    let id = tx.new_id::<GrantId>()?;
    store::insert_grant(tx, id, account, (grant, span)).await?;
    let after =
        json!({ "office": grant.office.code(), "on": grant.on, "from": span.from, "until": span.until });
    tx.audit("grant.given", account, None::<&()>, Some(&after)).await?;
    Ok(id)
}

/// Takes a grant back, with effect on the next request. Refused for the last coordinator of the partnership.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when there is no such grant here or it was revoked before;
/// [`GrantRefusal::LastCoordinator`].
pub async fn revoke(tx: &mut Tx, id: GrantId, today: jiff::civil::Date) -> Result<()> {
    let row = store::grant_by_id(tx, id).await?.or_not_found()?;
    if row.grant().partnership.is_some() {
        rules::keeps_coordinator(&store::coordinators(tx).await?, id, today)?;
    }
    store::revoke_grant(tx, id).await?;
    tx.audit("grant.revoked", row.account_id, Some(&row.told()), None::<&()>).await
}

/// Changes the last day of a grant. Refused when nobody would run the partnership after that day.
///
/// # Errors
/// As [`revoke`]; [`platform::errors::Error::Stale`] when somebody changed the grant meanwhile.
pub async fn change_last_day(
    tx: &mut Tx,
    (id, version): (GrantId, i64),
    until: Option<jiff::civil::Date>,
    today: jiff::civil::Date,
) -> Result<()> {
    let before = store::grant_by_id(tx, id).await?.or_not_found()?;
    if until.is_some() {
        rules::keeps_coordinator(&store::coordinators(tx).await?, id, today)?;
    }
    store::change_last_day(tx, id, version, until).await?;
    let after = store::grant_by_id(tx, id).await?.or_not_found()?;
    tx.audit("grant.changed", before.account_id, Some(&before.told()), Some(&after.told())).await
}

/// Signs an account in on a device and gives the secret of its cookie: the one door for every way of proving who one is.
///
/// # Errors
/// [`GrantRefusal::AccountEnded`] when the account has ended.
pub async fn begin_sign_in(tx: &mut Tx, account: AccountId, device: &str) -> Result<String> {
    let id = tx.new_id::<SignInId>()?;
    let secret = tx.new_secret()?;
    if !store::enter(tx, account).await? {
        return Err(GrantRefusal::AccountEnded.into());
    }
    store::insert_sign_in(tx, id, account, (&keeper::hash(&secret), device)).await?;
    Ok(secret)
}

#[cfg(test)]
mod tests;
