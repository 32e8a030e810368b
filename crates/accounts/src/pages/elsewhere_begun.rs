//! A sign-in at another house that was begun in a browser: what the browser keeps of it, sealed, until it comes back.

use super::{browser, elsewhere_shown::Trouble, sign_in};
use crate::{
    issuers::{self, Asked},
    mails::TOLD_ELSEWHERE,
    rules::BEGUN_SECONDS,
};
use axum::{http::HeaderMap, response::Response};
use platform::{config::Issuer, ctx::Ctx, errors::Result, http::Answer, ids::AccountId};
use serde::{Deserialize, Serialize};

/// What the browser keeps meanwhile, and under which purpose it is sealed.
const KEPT: &str = "elsewhere";
pub(super) const PURPOSE: &str = "accounts.elsewhere";
/// So much longer than it counts the browser keeps it: who comes too late is told so.
const TOLD_LATE_SECONDS: i64 = 3_600;

/// A sign-in that was begun in this browser.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Begun {
    issuer: String,
    state: String,
    nonce: String,
    verifier: String,
    /// The secret of what waits here for a code, once the house has told who comes.
    pub(super) waits: String,
    pub(super) to: String,
    pub(super) lang: String,
    ends_at: i64,
    /// Who adds the house to her own account; none who signs in.
    pub(super) owner: Option<AccountId>,
}

impl Begun {
    pub(super) fn new(ctx: &Ctx, issuer: &Issuer, to: &str, owner: Option<AccountId>) -> Self {
        let secret = || ctx.app.chance.secret();
        Self {
            issuer: issuer.key.clone(),
            state: secret(),
            nonce: secret(),
            verifier: secret(),
            waits: secret(),
            to: crate::rules::local_path(to).unwrap_or_default().to_owned(),
            lang: ctx.lang.code().to_owned(),
            ends_at: ctx.now().plus_seconds(BEGUN_SECONDS).0.as_second(),
            owner,
        }
    }

    /// What this browser was given on its way to this house.
    pub(super) fn kept(ctx: &Ctx, headers: &HeaderMap, issuer: &Issuer) -> Result<Option<Self>> {
        let sealed = browser::kept(ctx, headers, KEPT);
        let Some(opened) = ctx.app.settings.unseal((PURPOSE, KEPT), &sealed)? else { return Ok(None) };
        let begun: Option<Self> = serde_json::from_slice(&opened).ok();
        Ok(begun.filter(|begun| begun.issuer == issuer.key))
    }

    /// Whether there is time to come back still.
    pub(super) fn is_open(&self, ctx: &Ctx) -> bool {
        ctx.now().0.as_second() < self.ends_at
    }

    /// What this browser was given, when it fits what it brings back.
    pub(super) fn of(
        ctx: &Ctx,
        headers: &HeaderMap,
        (issuer, state): (&Issuer, &str),
    ) -> Result<Option<Self>> {
        let begun = Self::kept(ctx, headers, issuer)?;
        Ok(begun.filter(|begun| begun.state == state && begun.is_open(ctx)))
    }

    /// The door behind which it waits for a code, once the house has told who comes.
    pub(super) fn door<'a>(&'a self, at: &'a str) -> sign_in::Door<'a> {
        sign_in::Door { purpose: TOLD_ELSEWHERE, secret: &self.waits, at }
    }

    /// What it was begun with, as the house is asked about it.
    pub(super) fn asked<'a>(&'a self, back: &'a str) -> Asked<'a> {
        Asked { back, state: &self.state, nonce: &self.nonce, verifier: &self.verifier }
    }

    /// Gives it to the browser, with the answer that sends it there.
    pub(super) fn give(&self, ctx: &Ctx, response: &mut Response) -> Result<()> {
        let sealed = ctx.app.settings.seal(&ctx.app.chance, (PURPOSE, KEPT), &serde_json::to_vec(self)?)?;
        browser::keep(ctx, response, (KEPT, &sealed), BEGUN_SECONDS + TOLD_LATE_SECONDS)
    }

    /// Where the browser goes; why nowhere stands inside.
    pub(super) async fn way_there(
        &self,
        ctx: &Ctx,
        issuer: &Issuer,
    ) -> Result<std::result::Result<String, Trouble>> {
        Ok(match issuers::offered(ctx, issuer).await? {
            Ok(offered) => {
                let back = back_at(ctx, issuer);
                Ok(issuers::way_there(issuer, &offered, &self.asked(&back), ctx.lang.code()))
            }
            Err(away) => {
                tracing::warn!(issuer = issuer.key, ?away, "another house does not sign in");
                Err(Trouble::Away)
            }
        })
    }
}

/// Where the browser comes back to: at the host where the visitor is, since the cookie lives there.
pub(super) fn back_at(ctx: &Ctx, issuer: &Issuer) -> String {
    let at = Ctx { partnership: ctx.host_of.clone(), ..ctx.clone() };
    format!("{}/sign-in/with/{}/back", at.origin(), issuer.key)
}

/// Whether something is under way in this browser.
pub(super) fn has_begun(ctx: &Ctx, headers: &HeaderMap) -> bool {
    !browser::kept(ctx, headers, KEPT).is_empty()
}

/// An answer after which the browser need not keep anything.
pub(super) fn ended(ctx: &Ctx, mut response: Response) -> Answer {
    browser::keep(ctx, &mut response, (KEPT, ""), 0)?;
    Ok(response)
}
