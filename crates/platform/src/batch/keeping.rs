//! How long imports keep what stood in a sheet, and what they hold about a person.

use super::{Batch, BatchId, State, engine, store};
use crate::{
    ctx::{Ctx, PUBLIC},
    datamap::Class,
    db::{Json, Tx},
    errors::Result,
    manifest::JobKind,
    personal::{Held, Holding, Subject, texts},
    retention::{self, Due, Retention},
    t,
};

/// So long rows are kept after an import came in, was undone or was left lying: 30 days, in seconds. Until then it can be undone.
const KEEP: i64 = 30 * 86_400;
/// So many rows go in one transaction.
const AT_ONCE: u32 = 1_000;

/// Forgets the rows of imports that are over.
const FORGET: JobKind = JobKind::every("batch.forget", 86_400, |ctx, _| Box::pin(forget(ctx)));

/// The jobs of imports.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![engine::KIND, FORGET]
}

async fn forget(ctx: &Ctx) -> Result<()> {
    retention::run(ctx, RETENTION).await.map(drop)
}

/// What stood in a sheet goes 30 days after the import is over, or was left lying.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-import",
    class: Class::Personal,
    due: |_, tx, on| {
        Box::pin(async move {
            let lying = store::lying_since(tx, on.plus_seconds(-KEEP)).await?;
            let told = |one: Batch| Due { id: one.id.0, name: one.name, since: one.begun_at };
            Ok(lying.into_iter().map(told).collect())
        })
    },
    erase: |ctx, due| Box::pin(erase_due(ctx, due)),
};

async fn erase_due(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let mut tx = ctx.read(PUBLIC).await?;
    let mut lying = store::lying_since(&mut tx, ctx.now().plus_seconds(-KEEP)).await?;
    tx.done().await?;
    lying.retain(|batch| due.iter().any(|one| one.id == batch.id.0));
    let mut all = 0;
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
        all += 1;
    }
    Ok(all)
}

/// Rows of sheets that name a person by an address of hers.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-imports",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

/// The rows in which one of these addresses stands, or in what was there before the row changed it, as a whole: `ann@example.org` is not in `joann@example.org`.
async fn naming(tx: &mut Tx, of: &Subject) -> Result<Vec<(BatchId, i64, String)>> {
    let mut rows = Vec::new();
    for (batch, number) in store::naming(tx, &of.addresses).await? {
        let line = store::line(tx, batch, number).await?;
        let (cells, before) = (line.cells.0, line.before.map(|Json(before)| before).unwrap_or_default());
        let is_apart = |c: char| c.is_whitespace() || "<>,;()\"'".contains(c);
        let said = cells.iter().map(String::as_str).chain(texts(&before));
        let mut parts = said.flat_map(|text| text.split(is_apart));
        let is_hers = parts.any(|part| {
            let part = part.trim_start_matches("mailto:").trim_end_matches('.');
            of.addresses.iter().any(|address| address.eq_ignore_ascii_case(part))
        });
        if is_hers {
            rows.push((batch, number, cells.join(" · ")));
        }
    }
    Ok(rows)
}

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let rows = naming(tx, of).await?.into_iter();
    Ok(rows
        .map(|(_, number, words)| Held::new(t!(ctx.say(), "held-import-row", n = number), words))
        .collect())
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for (id, number, _) in naming(tx, of).await? {
        let what = store::importer_of(tx, id).await?;
        let batch = store::batch(tx, &what, id).await?;
        gone += store::empty_line(tx, (&batch, number)).await?;
        store::forget_head(tx, id).await?;
        // Whoever is at work on the import may hold the row in memory: that run stops, and the next does not find it.
        if matches!(batch.state, State::Checking | State::Laying) {
            store::touch(tx, &batch).await?;
        }
    }
    Ok(gone)
}
