//! The public pages: how to take part, and where to ask.

pub(crate) mod ask;
pub(crate) mod involved;
mod receipt;
pub(crate) mod samples;

use platform::{ctx::Ctx, errors::Result, throttle};

/// How many one visitor may send in an hour.
const PER_VISITOR: u32 = 10;
/// One address or number may send so many in an hour.
const PER_ADDRESS: u32 = 3;
/// A whole partnership takes so many in an hour.
const PER_PARTNERSHIP: u32 = 120;

/// Counts what comes in at one door (`joining`), by visitor, by where an answer goes, and altogether.
pub(crate) async fn not_too_often(ctx: &Ctx, door: &str, reach: &str) -> Result<()> {
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
