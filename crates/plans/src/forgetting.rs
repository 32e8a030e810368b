//! What the room does by itself: it forgets whom it asked, and what was done to many lines at once, when it has said it would.

use crate::{
    LetterId, can,
    editing::KEPT_SECONDS,
    store::{
        edits::{DELETE_EDIT, edits_over},
        letters::{delete_letter, letters_over},
    },
};
use platform::{
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    errors::Result,
    manifest::{Fut, JobKind},
    retention::{self, Due, Retention},
};
use serde_json::Value;

/// Letters are kept for so many seconds after their link has ended: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;
/// So many go in one transaction.
const IN_ONE: usize = 100;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("plans.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        retention::run(ctx, LETTERS).await?;
        retention::run(ctx, EDITS).await.map(drop)
    })
}

/// The instant before which a link ended that is over at `on`.
fn over(on: Moment) -> Moment {
    on.plus_seconds(-KEEP_SECONDS)
}

/// Letters that asked how far lines are.
pub(crate) const LETTERS: Retention = Retention {
    key: "retention-plan-letter",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { letters_over(tx, over(on)).await }),
    erase: |ctx, due| Box::pin(erase_letters(ctx, due)),
};

/// Edits of many lines, which cannot be undone any more.
pub(crate) const EDITS: Retention = Retention {
    key: "retention-plan-edit",
    class: Class::Internal,
    due: |_, tx, on| Box::pin(async move { edits_over(tx, on.plus_seconds(-KEPT_SECONDS)).await }),
    erase: |ctx, due| Box::pin(async move { retention::delete_rows(ctx, DELETE_EDIT, due).await }),
};

async fn erase_letters(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let mut gone = 0;
    for some in due.chunks(IN_ONE) {
        let mut tx = ctx.write(can::EDIT_PLAN).await?;
        // One that was sent again since lives on.
        let still: Vec<_> = letters_over(&mut tx, over(ctx.now())).await?.iter().map(|one| one.id).collect();
        for one in some.iter().filter(|one| still.contains(&one.id)) {
            gone += delete_letter(&mut tx, LetterId(one.id)).await?;
        }
        tx.commit().await?;
    }
    Ok(gone)
}
