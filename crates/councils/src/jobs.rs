//! What the room does by itself: it forgets expressions of interest when it has said it would.

use crate::{can, store::expressions::delete_answered_before};
use platform::{
    ctx::Ctx,
    errors::Result,
    manifest::{Fut, JobKind},
};
use serde_json::Value;

/// An expression is kept for so many seconds after its answer: two years. The words that people agree to say so.
const KEEP_SECONDS: i64 = 730 * 86_400;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("councils.forget-expressions", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
        let before = tx.now().plus_seconds(-KEEP_SECONDS);
        delete_answered_before(&mut tx, before).await?;
        tx.commit().await
    })
}
