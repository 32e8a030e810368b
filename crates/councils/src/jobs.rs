//! What the room does by itself: it forgets expressions of interest when it has said it would.

use crate::{can, rules::expressions::KEPT_DAYS, store::expressions::delete_over};
use jiff::ToSpan;
use platform::{
    ctx::Ctx,
    errors::Result,
    manifest::{Fut, JobKind},
};
use serde_json::Value;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("councils.forget-expressions", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
        let before = tx.now().plus_seconds(-i64::from(KEPT_DAYS) * 86_400);
        delete_over(&mut tx, before, ctx.today().saturating_sub(KEPT_DAYS.days())).await?;
        tx.commit().await
    })
}
