//! What the room does by itself: it forgets what was done to many lines at once when it cannot be undone any more.

use crate::{
    editing::KEPT_SECONDS,
    store::edits::{DELETE_EDIT, edits_over},
};
use platform::{
    ctx::Ctx,
    datamap::Class,
    errors::Result,
    manifest::{Fut, JobKind},
    retention::{self, Retention},
};
use serde_json::Value;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("plans.forget-edits", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { retention::run(ctx, RETENTION).await.map(drop) })
}

/// Edits go when they cannot be undone any more.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-plan-edit",
    class: Class::Internal,
    due: |_, tx, on| Box::pin(async move { edits_over(tx, on.plus_seconds(-KEPT_SECONDS)).await }),
    erase: |ctx, due| Box::pin(async move { retention::delete_rows(ctx, DELETE_EDIT, due).await }),
};
