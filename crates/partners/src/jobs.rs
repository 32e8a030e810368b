//! What the room does by itself: a person whose record has lain in the bin long enough is erased.

use crate::{PersonId, can, store::erasure};
use platform::{
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    errors::{Error, Result},
    manifest::{Fut, JobKind},
    personal::{self, Why},
    retention::{self, Due, Retention},
};
use serde_json::Value;
use uuid::Uuid;

/// Seconds that the record of a person waits in the bin: 90 days.
pub const IN_BIN: i64 = 90 * 86_400;

/// Once a day, in every partnership.
pub(crate) const EMPTY_BIN: JobKind = JobKind::every("partners.empty-bin", 86_400, empty_bin);

fn empty_bin<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { retention::run(ctx, RETENTION).await.map(drop) })
}

/// Who has lain in the bin for 90 days is erased.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-person",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { erasure::binned_before(tx, on.plus_seconds(-IN_BIN)).await }),
    erase: |ctx, due| Box::pin(erase_due(ctx, due)),
};

async fn erase_due(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let before = ctx.now().plus_seconds(-IN_BIN);
    let (mut gone, mut refused) = (0, None);
    for one in due {
        match erase_one(ctx, PersonId(one.id), (Some(before), Why::BinEmptied)).await {
            // One who must not go yet keeps nobody else.
            Err(Error::Refused(why)) => refused = Some(Error::Refused(why)),
            other => gone += u64::from(other?),
        }
    }
    refused.map_or(Ok(gone), Err)
}

/// Erases one person in a transaction of its own, so that nobody waits for the writer longer than that takes. With an instant,
/// only when her record lies in the bin since before it: she may have been taken out again meanwhile. Tells whether it was there.
async fn erase_one(ctx: &Ctx, person: PersonId, (before, why): (Option<Moment>, Why)) -> Result<bool> {
    let mut tx = ctx.write(can::EDIT_PEOPLE).await?;
    if !erasure::is_here(&mut tx, person, before).await? {
        tx.done().await?;
        return Ok(false);
    }
    let subject = erasure::subject(&mut tx, person).await?;
    personal::erase(ctx, &mut tx, &subject, why).await?;
    tx.commit().await?;
    Ok(true)
}

/// Erases again whom an older backup brought back: the records of these ids, in the partnership of the context. Gives how many
/// were there.
///
/// # Errors
/// When the database refuses, or a rule does; those before are erased.
pub async fn erase_again(ctx: &Ctx, people: &[(Uuid, Why)]) -> Result<usize> {
    let mut again = 0;
    for (person, why) in people {
        again += usize::from(erase_one(ctx, PersonId(*person), (None, *why)).await?);
    }
    Ok(again)
}
