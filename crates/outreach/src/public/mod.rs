//! The public pages: how to take part, and where to ask.

pub(crate) mod ask;
pub(crate) mod involved;
mod receipt;
pub(crate) mod samples;

use crate::rules::joining::JoiningRefusal;
use axum::http::{HeaderValue, StatusCode, header::RETRY_AFTER};
use maud::Markup;
use platform::{
    ctx::Ctx,
    errors::{Error, Result},
    http::{Answer, answer::page_with},
    throttle,
};

/// How many one visitor may send in an hour.
const PER_VISITOR: u32 = 10;
/// One address or number may send so many in an hour.
const PER_ADDRESS: u32 = 3;
/// A whole partnership takes so many in an hour.
const PER_PARTNERSHIP: u32 = 120;

/// The seconds to wait at a door for whoever sends too often; none when it may come in.
pub(crate) async fn wait(ctx: &Ctx, door: &str, reach: &str) -> Result<Option<u32>> {
    match not_too_often(ctx, door, reach).await {
        Ok(()) => Ok(None),
        Err(Error::TooOften(seconds)) => Ok(Some(seconds)),
        Err(other) => Err(other),
    }
}

/// That somebody has to wait so many seconds, in minutes.
pub(crate) const fn too_often(seconds: u32) -> JoiningRefusal {
    JoiningRefusal::TooOften { minutes: seconds.div_ceil(60) }
}

/// The form with all that was typed, for whoever has to wait.
pub(crate) fn later(form: Markup, seconds: u32) -> Answer {
    let mut answer = page_with(StatusCode::TOO_MANY_REQUESTS, form)?;
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    Ok(answer)
}

/// Counts what comes in at one door (`joining`), by visitor, by where an answer goes, and altogether.
async fn not_too_often(ctx: &Ctx, door: &str, reach: &str) -> Result<()> {
    let partnership = ctx.partnership()?.id;
    if !ctx.visitor.is_empty() {
        throttle::allow(&ctx.app, &format!("{door}/visitor/{}", ctx.visitor), PER_VISITOR, 3_600).await?;
    }
    if !reach.is_empty() {
        let address = format!("{door}/{partnership}/{}", reach.to_lowercase());
        throttle::allow(&ctx.app, &address, PER_ADDRESS, 3_600).await?;
    }
    throttle::allow(&ctx.app, &format!("{door}/{partnership}"), PER_PARTNERSHIP, 3_600).await
}
