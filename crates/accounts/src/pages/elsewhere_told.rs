//! Why somebody is not let in by another house, told on a page of its own. What answers a form leads there, so that the way back
//! in a browser sends no form again. The browser keeps what is told, sealed: no mail address stands in the address of a page.

use super::{
    browser,
    elsewhere::{At, issuer},
    elsewhere_begun::{Begun, ended},
    elsewhere_shown::{self, Trouble},
    spoken,
};
use crate::{can, mails::ENDED_ELSEWHERE, rules::BEGUN_SECONDS};
use axum::http::HeaderMap;
use platform::{
    config::Issuer,
    ctx::Ctx,
    errors::Result,
    http::{Answer, Path, see_other},
};
use serde::{Deserialize, Serialize};

/// What the browser keeps, and under which purpose it is sealed.
const KEPT: &str = "elsewhere-told";
const PURPOSE: &str = "accounts.elsewhere-told";
/// What is kept for twins of a request, under the same purpose.
const TWIN: &str = "twin";
/// So long the way back leads to the same words.
const SECONDS: i64 = 900;

/// What was told last.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    issuer: String,
    trouble: Trouble,
    to: String,
    lang: String,
}

impl Told {
    fn of(ctx: &Ctx, headers: &HeaderMap, issuer: &Issuer) -> Result<Option<Self>> {
        let sealed = browser::kept(ctx, headers, KEPT);
        let opened = ctx.app.settings.unseal((PURPOSE, KEPT), &sealed)?;
        let told: Option<Self> = opened.and_then(|opened| serde_json::from_slice(&opened).ok());
        Ok(told.filter(|told| told.issuer == issuer.key))
    }
}

/// What a browser brought back from another house, good for one exchange: the secret that all twins of a request know.
pub(super) fn secret_of(begun: &Begun, code: &str) -> String {
    format!("{} {code}", begun.waits)
}

/// Ends the first request with what was brought, and keeps why, sealed, for its twins: they are told the same.
pub(super) async fn end(
    ctx: &Ctx,
    issuer: &Issuer,
    (begun, code): (&Begun, &str),
    (trouble, to): (Trouble, &str),
) -> Answer {
    let whole = serde_json::to_vec(&(&trouble, to))?;
    let sealed = ctx.app.settings.seal(&ctx.app.chance, (PURPOSE, TWIN), &whole)?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let secret = format!("{} {TWIN}", secret_of(begun, code));
    tx.issue_ticket_with(ENDED_ELSEWHERE, &secret, sealed, BEGUN_SECONDS).await?;
    tx.commit().await?;
    ended(ctx, tell(ctx, issuer, (trouble, to))?)
}

/// Why the first request with what was brought was not let in, and where it wanted to go; none while that is not known.
pub(super) async fn ended_before(ctx: &Ctx, begun: &Begun, code: &str) -> Result<Option<(Trouble, String)>> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let secret = format!("{} {TWIN}", secret_of(begun, code));
    let found: Option<String> = tx.peek_ticket(ENDED_ELSEWHERE, &secret).await?;
    tx.done().await?;
    let Some(sealed) = found else { return Ok(None) };
    let opened = ctx.app.settings.unseal((PURPOSE, TWIN), &sealed)?;
    Ok(opened.and_then(|opened| serde_json::from_slice(&opened).ok()))
}

/// Tells it: at once on a page that was asked for, on its own page after a form.
pub(super) fn tell(ctx: &Ctx, issuer: &Issuer, (trouble, to): (Trouble, &str)) -> Answer {
    if !ctx.is_sent {
        return elsewhere_shown::trouble(ctx, issuer, (&trouble, to));
    }
    let (to, lang) = (to.to_owned(), ctx.lang.code().to_owned());
    let told = Told { issuer: issuer.key.clone(), trouble, to, lang };
    let sealed = ctx.app.settings.seal(&ctx.app.chance, (PURPOSE, KEPT), &serde_json::to_vec(&told)?)?;
    let mut response = see_other(&format!("/sign-in/with/{}/ended", issuer.key))?;
    browser::keep(ctx, &mut response, (KEPT, &sealed), SECONDS)?;
    Ok(response)
}

/// `GET /sign-in/with/{issuer}/ended`: why. Who was told nothing here, or long ago, comes too late.
pub(crate) async fn show(ctx: Ctx, headers: HeaderMap, Path(at): Path<At>) -> Answer {
    let issuer = issuer(&ctx, &at.issuer)?;
    match Told::of(&ctx, &headers, issuer)? {
        Some(told) => {
            let ctx = spoken(&ctx, &told.lang);
            elsewhere_shown::trouble(&ctx, issuer, (&told.trouble, &told.to))
        }
        None => elsewhere_shown::trouble(&ctx, issuer, (&Trouble::Late, "")),
    }
}
