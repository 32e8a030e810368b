//! What nobody found: each search of a visitor that finds nothing counts as evidence of need, by need, language and week. Nothing of who looked is
//! kept, nor the words; what is too little to be told is widened (see [`crate::rules::unfound`]).
//!
//! A search is counted in the memory of the node that answers it, so that reading a page writes nothing. Each minute, and when the node stops,
//! what was counted is added to the record, quietly: pages that are kept stay good. A node that is killed loses its last minute.

mod counted;
pub(crate) mod page;
pub(crate) mod samples;

use crate::{
    can,
    finder::entry::NEED,
    needs,
    public::asked::{Asked, SURE},
    rules::unfound::{Sought, Under, settled},
    store::unfound::{count_unfound, every_unfound, move_unfound},
};
use counted::{Counted, Waiting};
use partners::Spoken;
use platform::{
    app::App,
    authority::Caller,
    ctx::{Ctx, PUBLIC},
    errors::Result,
    ids::PartnershipId,
    jobs::Pulse,
    manifest::{Fut, JobKind, Manifest},
};
use seek::Found;
use serde_json::Value;
use std::sync::Arc;

/// Once a day, in every partnership.
pub(crate) const SETTLE: JobKind = JobKind::every("directory.settle-unfound", 86_400, settle);

/// Each minute, on every node.
pub(crate) const WRITE_DOWN: Pulse =
    Pulse { name: "directory.count-unfound", every_seconds: 60, run: write_down };

/// The pages of it.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    manifest.get("/{p}/work/directory/unfound", can::SEE_DIRECTORY, page::index)
}

/// What a search looks for: the need that was chosen, else the one that its words mean; the language that was asked for, else hers. None when
/// she only followed a link to a need, as programs do too that read all pages, and none when she narrowed it by what says nothing of a need: that no
/// dentist is open at night, or within two kilometres, is not that there is none.
fn sought(ctx: &Ctx, asked: &Asked) -> Option<Sought> {
    let is_link = asked.words.is_empty() && asked.spoken.is_none();
    let is_narrow =
        asked.free || asked.open.is_some() || !asked.features.is_empty() || asked.within.is_some();
    if is_link || is_narrow {
        return None;
    }
    let meant = || asked.meant(ctx.lang).find(|(_, sure)| *sure >= SURE).map(|(need, _)| need.id.clone());
    let need = asked.need.clone().or_else(meant).unwrap_or_default();
    let language = asked.spoken.unwrap_or_else(|| Spoken::from(ctx.lang)).code().to_owned();
    Some(Sought { need, language, is_safety: asked.asks_in_danger(ctx.lang) })
}

/// Whether something was found for the need, whatever else the words found.
fn is_found(of: &Sought, found: &Found) -> bool {
    let mut needs = found.counts.iter().filter(|(facet, _)| *facet == NEED).flat_map(|(_, counts)| counts);
    found.total > 0 && (needs::need(&of.need).is_none() || needs.any(|(need, _)| *need == of.need))
}

/// Counts a search of a visitor that found nothing for what she needs, in the memory of this node.
pub(crate) fn count(ctx: &Ctx, asked: &Asked, found: &Found) {
    if let (Some(of), Caller::Anonymous, Some(here)) = (sought(ctx, asked), &ctx.caller, &ctx.partnership)
        && !is_found(&of, found)
    {
        ctx.app.shelf.get::<Counted>().count(here.id, of, ctx.now());
    }
}

/// Adds what this node has counted to the record. What cannot be written now waits for the next time.
fn write_down(app: &Arc<App>) -> Fut<'_, Result<()>> {
    Box::pin(async move {
        let (counted, mut outcome) = (app.shelf.get::<Counted>(), Ok(()));
        for (partnership, waiting) in counted.take() {
            if let Err(error) = add(app, partnership, &waiting).await {
                counted.give_back(partnership, waiting);
                outcome = Err(error);
            }
        }
        outcome
    })
}

async fn add(app: &Arc<App>, partnership: PartnershipId, waiting: &Waiting) -> Result<()> {
    let Some(here) = app.partnership_of(partnership).await? else { return Ok(()) };
    let ctx = Ctx::program(app, Caller::Job(WRITE_DOWN.name), Some(here));
    let mut tx = ctx.write_quietly(PUBLIC).await?;
    for (of, times) in waiting {
        count_unfound(&mut tx, &Under::of(of, ctx.today()), *times).await?;
    }
    tx.commit().await
}

fn settle<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write_quietly(can::KEEP_DIRECTORY).await?;
        let before = every_unfound(&mut tx).await?;
        let after = settled(before.clone(), ctx.today());
        move_unfound(&mut tx, &before, &after).await?;
        tx.commit().await
    })
}

#[cfg(test)]
mod tests;
