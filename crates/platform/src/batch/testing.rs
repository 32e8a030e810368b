//! Doors for tests of other rooms; the product uses none of them.

use super::{BatchId, State, engine, store};
use crate::{ctx::Ctx, db::Tx, errors::Result, sql};

/// Shows or hides what an import had added, for tests of what readers see; nothing else may.
///
/// # Errors
/// When the database refuses.
pub async fn show_for_tests(tx: &mut Tx, id: BatchId, shown: bool) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE batch SET shown = $1 WHERE partnership_id = $2 AND id = $3",
        shown,
        tx.partnership()?,
        id
    )
}

/// Begins to take a checked import in, as a visitor does who is gone a moment later.
///
/// # Errors
/// When the database refuses.
pub async fn begin_for_tests(ctx: &Ctx, tx: &mut Tx, id: BatchId) -> Result<()> {
    let what = store::importer_of(tx, id).await?;
    let batch = store::batch(tx, &what, id).await?;
    engine::begin(ctx, tx, &batch, State::Laying).await
}
