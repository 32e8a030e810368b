//! How requests, prospects and entries of the log are found by their names. Questions are not: their words are for their own page.

use crate::{
    can,
    pages::{
        joining::{joining_url, state_word},
        log::encounter_url,
        prospect::{prospect_url, stage_word},
        room_url,
    },
    store::{encounters::encounters_called, joining::joinings_called, prospects::prospects_called},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::Fut,
    search::{Found, Hit, SearchProvider, Sought},
    text::Worded,
};

/// What this room finds.
pub(crate) const PROVIDERS: [SearchProvider; 3] = [
    SearchProvider { kind: "joining", see: can::SEE_OUTREACH, find: joinings },
    SearchProvider { kind: "prospect", see: can::SEE_OUTREACH, find: prospects },
    SearchProvider { kind: "encounter", see: can::SEE_OUTREACH, find: encounters },
];

/// The list of the room that shows the same words.
fn list(ctx: &Ctx, path: &str, sought: &Sought) -> Option<String> {
    Some(Address::at(room_url(ctx, path)).with("q", sought.words()).to_string())
}

fn joinings<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: crate::Joining| Hit {
            title: Worded::new(one.title(), one.lang),
            href: joining_url(ctx, one.id, ""),
            detail: state_word(ctx, one.state),
        };
        let found = joinings_called(tx, sought).await?;
        Ok(Found { hits: found.into_iter().map(hit).collect(), list: list(ctx, "/joining", sought) })
    })
}

fn prospects<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: crate::Prospect| Hit {
            title: Worded::new(one.name, ctx.lang),
            href: prospect_url(ctx, one.id, ""),
            detail: stage_word(ctx, one.stage),
        };
        let found = prospects_called(tx, sought).await?;
        Ok(Found { hits: found.into_iter().map(hit).collect(), list: list(ctx, "/prospects", sought) })
    })
}

fn encounters<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: crate::Encounter| Hit {
            title: Worded::new(one.community, ctx.lang),
            href: encounter_url(ctx, one.id, ""),
            detail: ctx.say().day(one.met_on),
        };
        let found = encounters_called(tx, sought).await?;
        Ok(Found { hits: found.into_iter().map(hit).collect(), list: list(ctx, "/log", sought) })
    })
}
