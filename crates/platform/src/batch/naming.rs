//! What an import is called where others mention it: in histories, in the bin. Its file and its day.

use super::{Batch, BatchId, engine::intake, store};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    ids::Ref,
    manifest::Fut,
    t,
    text::Worded,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// Imports on the thread: for those who may bring such sheets in.
pub(crate) const PROVIDER: Provider = Provider { kind: "batch", knot, up: nothing, down: nothing };

fn knot<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = match store::importer_of(tx, BatchId(id)).await {
            Ok(what) => intake(ctx, &what).ok().filter(|intake| ctx.may(intake.importer.may)).map(|_| what),
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        let Some(what) = found else { return Ok(None) };
        let batch = store::batch(tx, &what, BatchId(id)).await?;
        Ok(Some(Knot {
            of: Ref::from(batch.id),
            word: t!(ctx.say(), "kind-batch"),
            title: Worded::new(called(ctx, &batch), ctx.lang),
            href: Some(ctx.url(&format!("/work/import/{what}/{}", batch.id))),
        }))
    })
}

/// The file, and the day on which it was brought.
fn called(ctx: &Ctx, batch: &Batch) -> String {
    let day = ctx.say().day(batch.begun_at.day_in(&ctx.zone()));
    t!(ctx.say(), "batch-called", name = batch.name.clone(), day = day)
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}
