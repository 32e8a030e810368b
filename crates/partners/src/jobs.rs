//! What the room does by itself: a person whose record has lain in the bin long enough is erased.

use crate::{can, store::erasure};
use platform::{
    ctx::Ctx,
    errors::Result,
    manifest::{Fut, JobKind},
    personal::{self, Why},
};
use serde_json::Value;

/// Seconds that the record of a person waits in the bin: 90 days.
pub const IN_BIN: i64 = 90 * 86_400;

/// Once a day, in every partnership.
pub(crate) const EMPTY_BIN: JobKind = JobKind::every("partners.empty-bin", 86_400, empty_bin);

fn empty_bin<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::EDIT_PEOPLE).await?;
        let before = tx.now().plus_seconds(-IN_BIN);
        for person in erasure::binned_before(&mut tx, before).await? {
            let subject = erasure::subject(&mut tx, person).await?;
            personal::erase(ctx, &mut tx, &subject, Why::BinEmptied).await?;
        }
        tx.commit().await
    })
}
