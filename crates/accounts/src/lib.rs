//! Accounts: people who sign in, on which devices, and what each may do. May, never is seated.
//!
//! **One door.** Whoever has proved who she is (by the link in a mail, by her password, by a passkey, at another house, by the
//! code on the console, or in the demo by a click) comes in through [`begin_sign_in`]: it makes a new secret of 256 bits, keeps only its hash, and the caller
//! sets the cookie. Every further way to prove it is a page of its own that
//! ends with the same call; nothing else here changes. A secret is never taken over from the browser, so nobody can plant one.
//!
//! The door itself asks for the second factor: an account that has one is let in with a code that is used up in the same
//! transaction, or not at all, whichever page forgot to ask.
//!
//! **One gate.** [`Keeper`] answers for every request to whom its cookie belongs and what she may do on this day; what is
//! revoked is gone with the next request.
//!
//! **Grants, not offices held.** A grant names an office on a partnership, on one council or organization of it, or on the
//! installation. Nobody grants more than she holds, and a partnership always keeps a coordinator: see [`rules`].

mod closing;
mod daily;
mod holding;
mod issuers;
mod jobs;
mod keeper;
mod mails;
mod outside;
mod pages;
mod panels;
pub mod rules;
mod second;
mod store;

pub use closing::{close_account, end_access, reopen_account};
#[doc(hidden)]
pub use daily::ONCE_A_DAY;
pub use issuers::trouble_with;
pub use keeper::Keeper;
pub use pages::password::COUNT_GUESSES;
pub use rules::{Mail, Span};
pub use store::{Account, GrantRow, set_lang};

use platform::{
    app::App,
    authority::{Caller, Grant},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::AccountId,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Sampled, Who},
};
use rules::{GrantRefusal, Spent};
use serde_json::json;
use std::sync::Arc;

/// What one may do here.
pub mod can {
    use platform::authority::{Office, Permission};

    /// See who may do what in the partnership.
    pub const SEE: Permission = Permission::act("accounts.see", &[Office::Coordinator]);
    /// Invite people, grant offices and revoke them.
    pub const GRANT: Permission = Permission::act("accounts.grant", &[Office::Coordinator]);
    /// Run the installation: see which partnerships there are, and make more.
    pub const INSTALL: Permission = Permission::installation("accounts.install", &[Office::Administrator]);
    /// Sign in and out, and look after own sign-ins; the handler asks whose.
    pub const SIGN_IN: Permission = Permission::anyone("accounts.sign-in");
    /// Accept an invitation; its link is the proof.
    pub const ACCEPT: Permission = Permission::anyone("accounts.accept");
}

/// What the room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = ways(routes(Manifest::new("accounts")));
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    let entry = |key, path, see| NavEntry { group: NavGroup::Office, key, path, see };
    manifest.nav = vec![
        entry("nav-accounts", "/work/accounts", can::SEE),
        entry("nav-daily", "/work/daily", platform::pages::ENTER),
    ];
    manifest.account_purposes = vec![mails::DAILY];
    manifest.panels = panels::panels();
    manifest.jobs = jobs::kinds();
    manifest.sweeps = jobs::SWEEPS.to_vec();
    manifest.holdings = vec![holding::HOLDING];
    manifest.refusals = vec![
        rules::GrantRefusal::CODES,
        rules::SlugRefusal::CODES,
        rules::FirstRunRefusal::CODES,
        rules::ClosingRefusal::CODES,
        rules::PasswordRefusal::CODES,
        rules::CodeRefusal::CODES,
        rules::PasskeyRefusal::CODES,
    ];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.sampled = vec![
        Sampled { name: "accounts/sign-in", samples: pages::sign_in::samples },
        Sampled { name: "accounts/password", samples: pages::password::samples },
        Sampled { name: "accounts/own-password", samples: pages::own_password::samples },
        Sampled { name: "accounts/passkey", samples: pages::passkey::samples },
        Sampled { name: "accounts/own-passkeys", samples: pages::own_passkeys::samples },
        Sampled { name: "accounts/elsewhere", samples: pages::elsewhere_shown::samples },
        Sampled { name: "accounts/own-identities", samples: pages::own_identities::samples },
        Sampled { name: "accounts/second-factor", samples: pages::second_factor::samples },
        Sampled { name: "accounts/lost-codes", samples: pages::lost_codes::samples },
        Sampled { name: "accounts/devices", samples: pages::devices::samples },
        Sampled { name: "accounts/daily", samples: pages::daily::samples },
        Sampled { name: "accounts/people", samples: pages::people::samples },
        Sampled { name: "accounts/grant", samples: pages::grants::samples },
        Sampled { name: "accounts/departure", samples: pages::departures::samples },
        Sampled { name: "accounts/closing", samples: pages::closing::samples },
        Sampled { name: "accounts/invitation", samples: pages::invitations::samples },
        Sampled { name: "accounts/first-run", samples: pages::first_run::samples },
        Sampled { name: "accounts/first-coordinator", samples: pages::first_coordinator::samples },
        Sampled { name: "accounts/installation", samples: pages::installation::samples },
    ];
    manifest
}

fn routes(manifest: Manifest) -> Manifest {
    use pages::{
        closing, daily, departures, devices, elsewhere, elsewhere_code, elsewhere_told, first_coordinator,
        first_run, grants, installation, invitations, lost_codes, passkey, password, people, sign_in,
    };
    manifest
        .get("/sign-in", can::SIGN_IN, sign_in::ask)
        .post("/sign-in", can::SIGN_IN, sign_in::send)
        .get("/sign-in/sent", can::SIGN_IN, sign_in::sent)
        .get("/sign-in/link/{secret}", can::SIGN_IN, sign_in::link)
        .post("/sign-in/link/{secret}", can::SIGN_IN, sign_in::enter)
        .get("/sign-in/password", can::SIGN_IN, password::ask)
        .post("/sign-in/password", can::SIGN_IN, password::enter)
        .post("/sign-in/passkey/challenge", can::SIGN_IN, passkey::challenge)
        .post("/sign-in/passkey", can::SIGN_IN, passkey::enter)
        .get("/sign-in/with/{issuer}", can::SIGN_IN, elsewhere::begin)
        .get("/sign-in/with/{issuer}/back", can::SIGN_IN, elsewhere::back)
        .post("/sign-in/with/{issuer}/back", can::SIGN_IN, elsewhere::finish)
        .get("/sign-in/with/{issuer}/code", can::SIGN_IN, elsewhere_code::show)
        .post("/sign-in/with/{issuer}/code", can::SIGN_IN, elsewhere_code::enter)
        .get("/sign-in/with/{issuer}/ended", can::SIGN_IN, elsewhere_told::show)
        .get("/sign-in/devices", Who::SignedIn, devices::list)
        .post("/sign-in/devices/others", Who::SignedIn, devices::end_others)
        .post("/sign-in/out", can::SIGN_IN, devices::out)
        .get("/sign-in/closing", Who::SignedIn, closing::ask_own)
        .post("/sign-in/closing", Who::SignedIn, closing::close_own)
        .post("/sign-in/language", Who::SignedIn, devices::language)
        .get("/first-run", can::SIGN_IN, first_run::ask)
        .post("/first-run", can::SIGN_IN, first_run::found)
        .get("/installation", can::INSTALL, installation::show)
        .post("/installation/partnerships", can::INSTALL, installation::found)
        .post("/installation/partnerships/{partnership}/invitation", can::INSTALL, installation::send_again)
        .get("/installation/partnerships/{partnership}/coordinator", can::INSTALL, first_coordinator::ask)
        .post("/installation/partnerships/{partnership}/coordinator", can::INSTALL, first_coordinator::save)
        .get("/installation/accounts", can::INSTALL, closing::list)
        .get("/installation/accounts/{account}/closing", can::INSTALL, closing::ask)
        .post("/installation/accounts/{account}/closing", can::INSTALL, closing::close)
        .get("/installation/accounts/{account}/second-factor", can::INSTALL, lost_codes::ask)
        .post("/installation/accounts/{account}/second-factor", can::INSTALL, lost_codes::remove)
        .post("/installation/accounts/{account}/reopening", can::INSTALL, closing::reopen)
        .get("/{p}/{lang}/invitation/{secret}", can::ACCEPT, invitations::show)
        .post("/{p}/{lang}/invitation/{secret}", can::ACCEPT, invitations::accept)
        .get("/{p}/work/daily", platform::pages::ENTER, daily::show)
        .post("/{p}/work/daily", platform::pages::ENTER, daily::save)
        .get("/{p}/work/accounts", can::SEE, people::list)
        .post("/{p}/work/accounts", can::GRANT, people::invite)
        .get("/{p}/work/accounts/invite", can::GRANT, people::ask)
        .post("/{p}/work/accounts/{account}/invitation", can::GRANT, people::send_again)
        .get("/{p}/work/accounts/{account}/departure", can::GRANT, departures::ask)
        .post("/{p}/work/accounts/{account}/departure", can::GRANT, departures::end)
        .get("/{p}/work/accounts/grants/{grant}", can::GRANT, grants::show)
        .post("/{p}/work/accounts/grants/{grant}/last-day", can::GRANT, grants::change_last_day)
        .post("/{p}/work/accounts/grants/{grant}/revocation", can::GRANT, grants::revoke)
}

/// Own ways of signing in.
fn ways(manifest: Manifest) -> Manifest {
    use pages::{own_identities, own_passkeys, own_password, second_factor};
    manifest
        .get("/sign-in/ways/password", Who::SignedIn, own_password::show)
        .post("/sign-in/ways/password", Who::SignedIn, own_password::set)
        .post("/sign-in/ways/password/removal", Who::SignedIn, own_password::remove)
        .get("/sign-in/ways/passkeys", Who::SignedIn, own_passkeys::show)
        .post("/sign-in/ways/passkeys", Who::SignedIn, own_passkeys::add)
        .post("/sign-in/ways/passkeys/challenge", Who::SignedIn, own_passkeys::challenge)
        .post("/sign-in/ways/passkeys/{passkey}/removal", Who::SignedIn, own_passkeys::remove)
        .get("/sign-in/ways/identities", Who::SignedIn, own_identities::show)
        .post("/sign-in/ways/identities", Who::SignedIn, own_identities::begin)
        .get("/sign-in/with/{issuer}/onward", Who::SignedIn, own_identities::onward)
        .post("/sign-in/ways/identities/{identity}/removal", Who::SignedIn, own_identities::remove)
        .get("/sign-in/ways/second-factor", Who::SignedIn, second_factor::show)
        .post("/sign-in/ways/second-factor", Who::SignedIn, second_factor::begin)
        .post("/sign-in/ways/second-factor/confirmation", Who::SignedIn, second_factor::confirm)
        .post("/sign-in/ways/second-factor/removal", Who::SignedIn, second_factor::remove)
}

/// A new code for the first run, for the console alone; none as soon as the installation has an account. Whatever code was
/// given before is worth nothing any more. With it [`/first-run`](manifest) makes the first partnership.
///
/// # Errors
/// When the database does not answer.
pub async fn first_run_code(app: &Arc<App>) -> Result<Option<String>> {
    let ctx = Ctx::program(app, Caller::Console, None);
    let mut tx = ctx.read(can::SIGN_IN).await?;
    let is_first = store::is_empty(&mut tx).await?;
    tx.done().await?;
    if !is_first {
        return Ok(None);
    }
    let mut tx = ctx.write(can::SIGN_IN).await?;
    // 20 of 32 signs each: 100 bits, and short enough to type.
    let code: String = tx.new_secret()?.chars().take(20).collect();
    store::set_code(&mut tx, &keeper::hash(&code)).await?;
    tx.commit().await?;
    let groups: Vec<String> =
        code.as_bytes().chunks(5).map(|g| String::from_utf8_lossy(g).into_owned()).collect();
    Ok(Some(groups.join("-")))
}

platform::id! { /// One office granted to one account.
GrantId, "grant" }
platform::id! { /// How another house knows an account.
IdentityId, "identity" }
platform::id! { /// One passkey of an account.
PasskeyId, "passkey" }
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
    match make_account(tx, new).await? {
        Some(id) => Ok(id),
        None => Err(Error::Constraint("account_mail".into())),
    }
}

/// Makes an account, unless its address has one.
async fn make_account(tx: &mut Tx, new: &NewAccount) -> Result<Option<AccountId>> {
    let id = tx.new_id::<AccountId>()?;
    if !store::insert_account(tx, id, new).await? {
        return Ok(None);
    }
    tx.audit("account.made", id, None::<&()>, Some(&json!({ "lang": new.lang }))).await?;
    Ok(Some(id))
}

/// The account of an address, made when there is none: one and the same for all who ask at the same instant, in whatever
/// partnership.
async fn account_of(tx: &mut Tx, new: &NewAccount) -> Result<Account> {
    let known = store::account_by_mail(tx, &new.mail).await?;
    if let Some(account) = known {
        return Ok(account);
    }
    make_account(tx, new).await?;
    store::account_by_mail(tx, &new.mail).await?.or_not_found()
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
/// [`GrantRefusal::AlreadyHeld`] when the account has this very grant and it has not run out; [`Error::Stale`] when the account
/// was erased meanwhile.
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
    // The grant holds the account's row: from here on nobody erases it.
    if store::is_erased(tx, account).await? {
        return Err(Error::Stale);
    }
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
    if row.grant().partnership.is_some() {
        // The letter that waits may tell what this office alone might see.
        tx.forget_waiting_letters(row.account_id.0, mails::DAILY).await?;
        if store::grants_here(tx, row.account_id).await?.is_empty() {
            store::forget_daily(tx, row.account_id).await?;
        }
    }
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
/// [`GrantRefusal::AccountEnded`] when the account has ended; [`rules::CodeRefusal::Needed`] when it has a second factor.
pub async fn begin_sign_in(tx: &mut Tx, account: AccountId, device: &str) -> Result<String> {
    let secret = tx.new_secret()?;
    begin_sign_in_with(tx, (account, None), device, &secret).await?;
    Ok(secret)
}

/// As [`begin_sign_in`], with a secret that this transaction gave.
async fn begin_sign_in_with(
    tx: &mut Tx,
    (account, spent): (AccountId, Option<&Spent>),
    device: &str,
    secret: &str,
) -> Result<()> {
    let id = tx.new_id::<SignInId>()?;
    if !store::enter(tx, account).await? {
        return Err(GrantRefusal::AccountEnded.into());
    }
    if store::has_second_factor(tx, account).await? {
        second::use_up(tx, account, spent).await?;
    }
    store::insert_sign_in(tx, id, account, (&keeper::hash(secret), device)).await
}

#[cfg(test)]
mod tests;
