//! What the room does by itself: it forgets requests when it has said it would.

use crate::{
    can,
    store::{
        enquiries::{enquiries_answered_before, erase_enquiries},
        joining::{delete_joinings, joinings_answered_before},
    },
};
use platform::{
    ctx::Ctx,
    errors::Result,
    ids::Ref,
    manifest::{Fut, JobKind},
};
use serde_json::Value;

/// What people send is kept for so many seconds after its answer: two years. The words that they agree to say so.
const KEEP_SECONDS: i64 = 730 * 86_400;
/// Everything personal in a question is kept for so many seconds after its answer: one year. Its topic stays.
const KEEP_ENQUIRIES: i64 = 365 * 86_400;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("outreach.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
        let before = tx.now().plus_seconds(-KEEP_SECONDS);
        let joinings = joinings_answered_before(&mut tx, before).await?;
        for id in &joinings {
            tx.forget_consent(*id).await?;
            tx.empty_bin_of(&Ref::from(*id)).await?;
        }
        delete_joinings(&mut tx, &joinings).await?;
        let before = tx.now().plus_seconds(-KEEP_ENQUIRIES);
        let enquiries = enquiries_answered_before(&mut tx, before).await?;
        for id in &enquiries {
            tx.forget_consent(*id).await?;
        }
        erase_enquiries(&mut tx, &enquiries).await?;
        tx.commit().await
    })
}
