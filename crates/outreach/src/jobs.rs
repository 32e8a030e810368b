//! What the room does by itself: it forgets what people sent when it has said it would.

use crate::{
    EnquiryId, JoiningId, can,
    store::{
        enquiries::{enquiries_over, erase_enquiries, is_enquiry_over},
        joining::{delete_joinings, is_joining_over, joinings_over},
    },
};
use platform::{
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    errors::Result,
    ids::Ref,
    manifest::{Fut, JobKind},
    retention::{self, Due, Retention},
};
use serde_json::Value;

/// What people send is kept for so many seconds after its answer or, without one, after it came: two years. The words that they
/// agree to say so.
const KEEP_SECONDS: i64 = 730 * 86_400;
/// Everything personal in a question is kept for so many seconds after its answer or, without one, after it came: one year. Its
/// topic stays.
const KEEP_ENQUIRIES: i64 = 365 * 86_400;
/// Seconds that what people sent waits in the bin: 90 days.
const IN_BIN: i64 = 90 * 86_400;
/// So many go in one transaction.
const IN_ONE: usize = 100;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("outreach.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        retention::run(ctx, JOININGS).await?;
        retention::run(ctx, ENQUIRIES).await.map(drop)
    })
}

/// The instants before which something was answered or came, and before which it went into the bin, when it is over at `on`.
fn over(on: Moment, keep: i64) -> (Moment, Moment) {
    (on.plus_seconds(-keep), on.plus_seconds(-IN_BIN))
}

/// Requests to take part.
pub(crate) const JOININGS: Retention = Retention {
    key: "retention-joining",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { joinings_over(tx, over(on, KEEP_SECONDS)).await }),
    erase: |ctx, due| Box::pin(erase_joinings(ctx, due)),
};

async fn erase_joinings(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let (mut gone, before) = (0, over(ctx.now(), KEEP_SECONDS));
    for some in due.chunks(IN_ONE) {
        let (mut tx, mut ids) = (ctx.write(can::KEEP_OUTREACH).await?, Vec::new());
        for id in some.iter().map(|one| JoiningId(one.id)) {
            if is_joining_over(&mut tx, id, before).await? {
                tx.forget_consent(id).await?;
                tx.empty_bin_of(&Ref::from(id)).await?;
                ids.push(id);
            }
        }
        gone += delete_joinings(&mut tx, &ids).await?;
        tx.commit().await?;
    }
    Ok(gone)
}

/// Everything personal in questions.
pub(crate) const ENQUIRIES: Retention = Retention {
    key: "retention-enquiry",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { enquiries_over(tx, over(on, KEEP_ENQUIRIES)).await }),
    erase: |ctx, due| Box::pin(erase_questions(ctx, due)),
};

async fn erase_questions(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let (mut gone, before) = (0, over(ctx.now(), KEEP_ENQUIRIES));
    for some in due.chunks(IN_ONE) {
        let (mut tx, mut ids) = (ctx.write(can::KEEP_OUTREACH).await?, Vec::new());
        for id in some.iter().map(|one| EnquiryId(one.id)) {
            if is_enquiry_over(&mut tx, id, before).await? {
                tx.forget_consent(id).await?;
                tx.empty_bin_of(&Ref::from(id)).await?;
                ids.push(id);
            }
        }
        gone += erase_enquiries(&mut tx, &ids).await?;
        tx.commit().await?;
    }
    Ok(gone)
}
