//! What the room does by itself: it forgets invitations and requests to sign when it has said it would.

use crate::{
    InvitationId, RequestId, can,
    store::{
        invitations::{delete_over_invitation, invitations_over},
        requests::{delete_old_request, requests_over},
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

/// Kept for so many seconds after the answer or the end: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;
/// So many go in one transaction.
const IN_ONE: usize = 100;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("declarations.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        retention::run(ctx, REQUESTS).await?;
        retention::run(ctx, INVITATIONS).await.map(drop)
    })
}

/// The instant before which something was answered or ended that is over at `on`.
fn over(on: Moment) -> Moment {
    on.plus_seconds(-KEEP_SECONDS)
}

/// Requests to sign.
pub(crate) const REQUESTS: Retention = Retention {
    key: "retention-signing-request",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { requests_over(tx, over(on)).await }),
    erase: |ctx, due| Box::pin(erase_requests(ctx, due)),
};

async fn erase_requests(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let mut gone = 0;
    for some in due.chunks(IN_ONE) {
        let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
        for one in some {
            gone += delete_old_request(&mut tx, RequestId(one.id), over(ctx.now())).await?;
        }
        tx.commit().await?;
    }
    Ok(gone)
}

/// Invitations to sign.
pub(crate) const INVITATIONS: Retention = Retention {
    key: "retention-signing-invitation",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { invitations_over(tx, over(on)).await }),
    erase: |ctx, due| Box::pin(erase_invitations(ctx, due)),
};

async fn erase_invitations(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let mut gone = 0;
    for some in due.chunks(IN_ONE) {
        let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
        for one in some {
            // One that was sent again since lives on.
            gone += delete_over_invitation(&mut tx, InvitationId(one.id), over(ctx.now())).await?;
        }
        tx.commit().await?;
    }
    Ok(gone)
}
