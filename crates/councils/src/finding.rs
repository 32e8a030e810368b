//! How bodies and seats are found by their names: those that the reader may know of.

use crate::{
    can,
    pages::{AtSeat, council_url, seat_url, word_of},
    store::{
        bodies::{Council, councils_called, list_councils},
        seats::{Seat, seats_called},
    },
};
use partners::reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::Fut,
    search::{Found, Hit, SearchProvider, Sought},
    t,
};

/// What this room finds.
pub(crate) const PROVIDERS: [SearchProvider; 2] = [
    SearchProvider { kind: "council", see: can::SEE_COUNCILS, find: councils },
    SearchProvider { kind: "seat", see: can::SEE_COUNCILS, find: seats },
];

fn councils<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Council| Hit {
            title: one.name.worded(ctx.lang),
            href: council_url(ctx, one.id, ""),
            detail: word_of(ctx, &one),
        };
        let found = councils_called(tx, sought).await?;
        Ok(Found { hits: found.into_iter().map(hit).collect(), list: Some(ctx.url("/work/councils")) })
    })
}

fn seats<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let found = seats_called(tx, reader(ctx), sought).await?;
        let councils = if found.is_empty() { Vec::new() } else { list_councils(tx).await? };
        let list = Address::at(ctx.url("/work/councils/seats")).with("q", sought.words()).to_string();
        let hits = found.into_iter().map(|seat| hit(ctx, &councils, &seat)).collect();
        Ok(Found { hits, list: Some(list) })
    })
}

/// “Health (Council, seat 3)”.
fn hit(ctx: &Ctx, councils: &[Council], seat: &Seat) -> Hit {
    let body = councils.iter().find(|one| one.id == seat.council_id);
    let body = body.map(|one| one.name.plain(ctx.lang).to_owned()).unwrap_or_default();
    Hit {
        title: seat.category.worded(ctx.lang),
        href: seat_url(ctx, AtSeat { council: seat.council_id, seat: seat.id }, ""),
        detail: format!("{body}, {}", t!(ctx.say(), "seat-numbered", number = seat.number)),
    }
}
