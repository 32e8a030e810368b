//! How services and places are found by their names: those that the reader may know of.

use crate::{
    LocationId, can,
    pages::{location_url, room_url, service_url},
    store::{
        locations::{Location, locations_called},
        services::{Service, services_called},
    },
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    ids::Id,
    manifest::Fut,
    search::{Found, Hit, SearchProvider, Sought},
};

/// What this room finds.
pub(crate) const PROVIDERS: [SearchProvider; 2] = [
    SearchProvider { kind: "service", see: can::SEE_DIRECTORY, find: services },
    SearchProvider { kind: LocationId::KIND, see: can::SEE_DIRECTORY, find: locations },
];

fn list(ctx: &Ctx, path: &str, sought: &Sought) -> Option<String> {
    Some(Address::at(room_url(ctx, path)).with("q", sought.words()).to_string())
}

fn services<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Service| Hit {
            title: one.name.worded(ctx.lang),
            href: service_url(ctx, one.id, ""),
            detail: one.organization.plain(ctx.lang).to_owned(),
        };
        let hits = services_called(tx, partners::reader(ctx), sought).await?.into_iter().map(hit).collect();
        Ok(Found { hits, list: list(ctx, "", sought) })
    })
}

fn locations<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Location| Hit {
            title: one.name.worded(ctx.lang),
            href: location_url(ctx, one.id, ""),
            detail: one.place.0.city,
        };
        let hits = locations_called(tx, sought)
            .await?
            .into_iter()
            .map(|one| hit(one.seen_by(partners::reader(ctx))))
            .collect();
        Ok(Found { hits, list: list(ctx, "/locations", sought) })
    })
}
