//! How lines of the plan in force are found by their codes and words.

use crate::{
    can,
    pages::line_url,
    seen::word_of,
    store::{lines::Line, sheet::lines_called},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::Fut,
    search::{Found, Hit, SearchProvider, Sought},
};

/// What this room finds.
pub(crate) const PROVIDERS: [SearchProvider; 1] =
    [SearchProvider { kind: "plan-node", see: can::SEE_PLAN, find: lines }];

fn lines<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Line| Hit {
            title: one.title.worded(ctx.lang),
            href: line_url(ctx, one.id, ""),
            detail: format!("{} {}", word_of(ctx, one.kind), one.code),
        };
        let found = lines_called(tx, sought).await?;
        let list = Address::at(ctx.url("/work/plan/table")).with("q", sought.words()).to_string();
        Ok(Found { hits: found.into_iter().map(hit).collect(), list: Some(list) })
    })
}
