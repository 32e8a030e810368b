//! How long imports keep what stood in a sheet, and what they hold about a person.

use super::{State, store};
use crate::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::Result,
    manifest::JobKind,
    personal::{Held, Holding, Subject},
    t,
};

/// So long rows are kept after an import came in, was undone or was left lying: 30 days, in seconds. Until then it can be undone.
const KEEP: i64 = 30 * 86_400;
/// So many rows go in one transaction.
const AT_ONCE: u32 = 1_000;

/// Forgets the rows of imports that are over.
pub(crate) const JOB: JobKind = JobKind::every("batch.forget", 86_400, |ctx, _| Box::pin(forget(ctx)));

async fn forget(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.read(PUBLIC).await?;
    let lying = store::lying_since(&mut tx, ctx.now().plus_seconds(-KEEP)).await?;
    tx.done().await?;
    for batch in lying {
        let mut tx = ctx.write(PUBLIC).await?;
        if matches!(batch.state, State::Reading | State::Mapping | State::Checked) {
            store::pass(&mut tx, &batch, State::Dropped).await?;
        }
        store::forget_head(&mut tx, batch.id).await?;
        tx.commit().await?;
        loop {
            let mut tx = ctx.write(PUBLIC).await?;
            let gone = store::forget_lines(&mut tx, batch.id, AT_ONCE).await?;
            tx.commit().await?;
            if gone == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// Rows of sheets that name a person by an address of hers.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-imports",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let mut all = Vec::new();
    for (batch, number) in store::naming(tx, &of.addresses).await? {
        let words = store::line(tx, batch, number).await?.cells.0.join(" · ");
        all.push(Held::new(t!(ctx.say(), "held-import-row", n = number), words));
    }
    Ok(all)
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for row in store::naming(tx, &of.addresses).await? {
        gone += store::forget_line(tx, row).await?;
    }
    Ok(gone)
}
