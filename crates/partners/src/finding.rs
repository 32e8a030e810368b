//! How organizations, people, offers and needs are found by their names: those that the reader may know of.

use crate::{
    can,
    pages::{organization_url, person_url},
    reader,
    store::{list::organizations_called, offers::offers_called, people::people_called},
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
    SearchProvider { kind: "organization", see: can::SEE_PARTNERS, find: organizations },
    SearchProvider { kind: "person", see: can::SEE_PARTNERS, find: people },
    SearchProvider { kind: "offer", see: can::SEE_PARTNERS, find: offers },
];

fn all_at(ctx: &Ctx, path: &str, sought: &Sought) -> Option<String> {
    Some(Address::at(ctx.url(path)).with("q", sought.words()).to_string())
}

fn organizations<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let found = organizations_called(tx, reader(ctx), sought, ctx.lang).await?;
        let hit = |one: crate::Organization| Hit {
            title: one.name.worded(ctx.lang),
            href: organization_url(ctx, &one.slug),
            detail: ctx.say().t(&format!("standing-{}", one.standing().code()), &[]),
        };
        let list = all_at(ctx, "/work/partners", sought);
        Ok(Found { hits: found.into_iter().map(hit).collect(), list })
    })
}

fn offers<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let found = offers_called(tx, reader(ctx), sought).await?;
        let hit = |one: crate::Offer| Hit {
            title: one.title.worded(ctx.lang),
            href: ctx.url(&format!("/work/offers/{}", one.id)),
            detail: ctx.say().t(&format!("side-{}", one.side.code()), &[]),
        };
        let list = all_at(ctx, "/work/offers", sought);
        Ok(Found { hits: found.into_iter().map(hit).collect(), list })
    })
}

fn people<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let found = people_called(tx, reader(ctx), sought).await?;
        let hit = |one: crate::Person| Hit {
            href: person_url(ctx, one.id),
            title: Worded::new(one.name, ctx.lang),
            detail: String::new(),
        };
        let list = all_at(ctx, "/work/people", sought);
        Ok(Found { hits: found.into_iter().map(hit).collect(), list })
    })
}
