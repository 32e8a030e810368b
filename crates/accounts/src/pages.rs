//! The pages of this room, by noun.

pub(crate) mod browser;
pub(crate) mod closing;
pub(crate) mod daily;
pub(crate) mod departures;
pub(crate) mod devices;
pub(crate) mod elsewhere;
pub(crate) mod elsewhere_begun;
pub(crate) mod elsewhere_code;
pub(crate) mod elsewhere_shown;
pub(crate) mod elsewhere_told;
pub(crate) mod first_coordinator;
pub(crate) mod first_run;
pub(crate) mod founding;
pub(crate) mod grants;
pub(crate) mod installation;
pub(crate) mod invitations;
pub(crate) mod lost_codes;
pub(crate) mod own_identities;
pub(crate) mod own_passkeys;
pub(crate) mod own_password;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod people;
pub(crate) mod second_factor;
pub(crate) mod sign_in;
pub(crate) mod ways;

use crate::{
    rules::{self, Spent},
    store,
};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use platform::{
    app::App,
    authority::{Caller, SignedIn},
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    http::{Answer, front, see_other},
    ids::AccountId,
    langs::Lang,
    repeat::{Cookie, Secret},
};

/// Who signed in.
fn signed_in(ctx: &Ctx) -> Result<&SignedIn> {
    ctx.caller.account().ok_or(Error::SignIn)
}

/// The same context in the language that a stranger chose; who has an account has her own.
fn spoken(ctx: &Ctx, code: &str) -> Ctx {
    match (Lang::from_code(code), &ctx.caller) {
        (Some(lang), Caller::Anonymous) => Ctx { lang, ..ctx.clone() },
        _ => ctx.clone(),
    }
}

/// Where an account goes after signing in.
async fn first_page(tx: &mut Tx, account: AccountId, asked: &str) -> Result<String> {
    let (slugs, administers) = store::places_of(tx, account).await?;
    Ok(rules::first_page(asked, &slugs, administers))
}

/// The name of a device, from the headers of its request.
fn device_of(headers: &axum::http::HeaderMap) -> String {
    let says = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    rules::device_of(says)
}

/// What a device gets that signed in with `secret`.
const fn whole_time(secret: Secret) -> Cookie {
    Cookie { secret, seconds: rules::WHOLE_SECONDS }
}

/// Whether the visitor is signed in as this account already: the second click on the button of a link, which carries the
/// cookie of the first.
fn is_in(ctx: &Ctx, account: AccountId) -> bool {
    ctx.caller.account().is_some_and(|signed_in| signed_in.account == account)
}

/// Sends a device on without any cookie, and has it forget the pages it kept.
fn leave_at(app: &App, location: &str) -> Answer {
    let mut response = with_cookie(see_other(location)?, &front::cookie(app.settings.is_https(), "", 0))?;
    let forget = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), forget);
    Ok(response)
}

fn with_cookie(mut response: Response, cookie: &str) -> Answer {
    let cookie = HeaderValue::from_str(cookie).map_err(Error::failed)?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Signs an account in on the device of this request; the sign-in that the device had before ends.
///
/// # Errors
/// As [`crate::begin_sign_in`].
async fn take_over(
    ctx: &Ctx,
    tx: &mut Tx,
    (account, spent): (AccountId, Option<&Spent>),
    device: &str,
) -> Result<Secret> {
    let secret = enter(tx, (account, spent), device).await?;
    // Only now: the account's row comes first, its sign-ins after it.
    if let Some(before) = ctx.caller.account() {
        store::end_sign_in(tx, before.account, crate::SignInId(before.sign_in)).await?;
    }
    Ok(secret)
}

/// Signs an account in with the secret that a twin of this request gets too.
async fn enter(tx: &mut Tx, (account, spent): (AccountId, Option<&Spent>), device: &str) -> Result<Secret> {
    let secret = tx.cookie_secret()?;
    crate::begin_sign_in_with(tx, (account, spent), device, &secret.0).await?;
    Ok(secret)
}
