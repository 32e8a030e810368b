//! What the room does by itself: it forgets invitations and requests to sign when it has said it would.

use crate::{
    can,
    store::{invitations::delete_over_before, requests::delete_old},
};
use platform::{
    ctx::Ctx,
    errors::Result,
    manifest::{Fut, JobKind},
};
use serde_json::Value;

/// Kept for so many seconds after the answer or the end: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("declarations.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
        let before = tx.now().plus_seconds(-KEEP_SECONDS);
        delete_old(&mut tx, before).await?;
        delete_over_before(&mut tx, before).await?;
        tx.commit().await
    })
}
