//! Why somebody is not let in by another house, told on a page of its own. What answers a form leads there, so that the way back
//! in a browser sends no form again. The browser keeps what is told, sealed: no mail address stands in the address of a page.

use super::{
    browser,
    elsewhere::{At, issuer},
    elsewhere_shown::{self, Trouble},
    spoken,
};
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
