//! What a browser keeps for some minutes between two requests that belong together: a cookie beside that of the sign-in, which
//! scripts do not read and other sites do not set.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use platform::{
    ctx::Ctx,
    errors::{Error, Result},
};

/// The browser itself guards a `__Host-` cookie behind HTTPS.
fn called(ctx: &Ctx, name: &str) -> String {
    if ctx.app.settings.is_https() { format!("__Host-kith-{name}") } else { format!("kith-{name}") }
}

/// What the browser of a request keeps under a name; empty when nothing.
pub(super) fn kept(ctx: &Ctx, headers: &HeaderMap, name: &str) -> String {
    let wanted = called(ctx, name);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|all| all.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == wanted).map(|(_, value)| value.to_owned()).unwrap_or_default()
}

/// Has the browser keep a value for so many seconds; no value and 0 seconds make it forget.
pub(super) fn keep(
    ctx: &Ctx,
    response: &mut Response,
    (name, value): (&str, &str),
    seconds: i64,
) -> Result<()> {
    let secure = if ctx.app.settings.is_https() { "; Secure" } else { "" };
    let name = called(ctx, name);
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    let line = HeaderValue::from_str(&line).map_err(Error::failed)?;
    response.headers_mut().append(header::SET_COOKIE, line);
    Ok(())
}
