//! What the room does by itself: it forgets expressions of interest when it has said it would.

use crate::{
    rules::expressions::KEPT_DAYS,
    store::{erasure::DELETE_EXPRESSION, expressions::list_over},
};
use jiff::ToSpan;
use platform::{
    ctx::Ctx,
    datamap::Class,
    errors::Result,
    manifest::{Fut, JobKind},
    retention::{self, Retention},
};
use serde_json::Value;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("councils.forget-expressions", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { retention::run(ctx, RETENTION).await.map(drop) })
}

/// Expressions of interest go when it was said they would.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-expression",
    class: Class::Personal,
    due: |ctx, tx, on| {
        Box::pin(async move {
            let before = on.plus_seconds(-i64::from(KEPT_DAYS) * 86_400);
            list_over(tx, before, on.day_in(&ctx.zone()).saturating_sub(KEPT_DAYS.days())).await
        })
    },
    erase: |ctx, due| Box::pin(async move { retention::delete_rows(ctx, DELETE_EXPRESSION, due).await }),
};
