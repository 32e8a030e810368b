//! What nobody found: each search of a visitor that finds nothing counts as evidence of need, by need, language and week. Nothing of who looked is
//! kept, nor the words; what is too little to be told is widened (see [`crate::rules::unfound`]).

pub(crate) mod page;
pub(crate) mod samples;

use crate::{
    can,
    finder::entry::NEED,
    needs,
    public::asked::{Asked, SURE},
    rules::unfound::{Period, Under, settled},
    store::unfound::{count_unfound, every_unfound, move_unfound},
};
use partners::Spoken;
use platform::{
    authority::Caller,
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    errors::Result,
    ids::PartnershipId,
    manifest::{Fut, JobKind, Manifest},
};
use seek::Found;
use serde_json::Value;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// The same search counts again after so many seconds, a day: five are then of five days, and neither a page that is loaded anew nor a program that
/// goes through addresses makes a need.
const AGAIN_SECONDS: i64 = 86_400;
/// So many different searches are remembered for that; then the memory begins anew.
const REMEMBERED: usize = 10_000;

/// Once a day, in every partnership.
pub(crate) const SETTLE: JobKind = JobKind::every("directory.settle-unfound", 86_400, settle);

/// The pages of it.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    manifest.get("/{p}/work/directory/unfound", can::SEE_DIRECTORY, page::index)
}

/// When which search was counted last, on this node.
#[derive(Default)]
struct Counted(Mutex<HashMap<(PartnershipId, Under), Moment>>);

impl Counted {
    /// Whether a search counts now; if so, it is remembered.
    fn counts(&self, partnership: PartnershipId, of: &Under, now: Moment) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let last = known.get(&(partnership, of.clone()));
        let is_again = last.is_some_and(|last| *last <= now && now < last.plus_seconds(AGAIN_SECONDS));
        if !is_again {
            known.insert((partnership, of.clone()), now);
        }
        !is_again
    }
}

/// Under what a search counts: the need that was chosen, else the one that its words mean; the language that was asked for, else hers. None when
/// she only followed a link to a need, as programs do too that read all pages, and none when she narrowed it by what says nothing of a need: that no
/// dentist is open at night, or within two kilometres, is not that there is none.
fn under(ctx: &Ctx, asked: &Asked) -> Option<Under> {
    let is_link = asked.words.is_empty() && asked.spoken.is_none();
    let is_narrow =
        asked.free || asked.open.is_some() || !asked.features.is_empty() || asked.within.is_some();
    if is_link || is_narrow {
        return None;
    }
    let meant = || asked.meant(ctx.lang).find(|(_, sure)| *sure >= SURE).map(|(need, _)| need.id.clone());
    let need = asked.need.clone().or_else(meant).unwrap_or_default();
    let language = asked.spoken.unwrap_or_else(|| Spoken::from(ctx.lang)).code().to_owned();
    Some(Under { need, language, period: Period::week_of(ctx.today()) })
}

/// Whether something was found for the need, whatever else the words found.
fn is_found(of: &Under, found: &Found) -> bool {
    let mut needs = found.counts.iter().filter(|(facet, _)| *facet == NEED).flat_map(|(_, counts)| counts);
    found.total > 0 && (needs::need(&of.need).is_none() || needs.any(|(need, _)| *need == of.need))
}

/// Counts a search of a visitor that found nothing for what she needs. The page does not wait for it, and one that is not counted does no harm.
pub(crate) fn count(ctx: &Ctx, asked: &Asked, found: &Found) {
    let (Some(of), Caller::Anonymous, Some(here)) = (under(ctx, asked), &ctx.caller, &ctx.partnership) else {
        return;
    };
    if is_found(&of, found) || !ctx.app.shelf.get::<Counted>().counts(here.id, &of, ctx.now()) {
        return;
    }
    let ctx = ctx.clone();
    #[expect(
        clippy::disallowed_methods,
        reason = "a count: what is lost of it with the program does no harm"
    )]
    tokio::spawn(async move {
        if let Err(error) = add(&ctx, &of).await {
            tracing::warn!(%error, "a search that found nothing was not counted");
        }
    });
}

async fn add(ctx: &Ctx, of: &Under) -> Result<()> {
    let mut tx = ctx.write(PUBLIC).await?;
    count_unfound(&mut tx, of).await?;
    tx.commit().await
}

fn settle<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
        let before = every_unfound(&mut tx).await?;
        let after = settled(before.clone(), ctx.today());
        move_unfound(&mut tx, &before, &after).await?;
        tx.commit().await
    })
}

#[cfg(test)]
mod tests;
