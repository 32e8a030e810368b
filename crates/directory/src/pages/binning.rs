//! Services and places go to the bin, and come back from it.

use super::{AtLocation, AtService, location_url, room_url, service_url};
use crate::{
    LocationId, ServiceId, can,
    store::{
        locations::{bin_location, location as find_location},
        services::{bin_service, find_service},
    },
};
use maud::Markup;
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    html::{Confirm, Head, confirm, page, said},
    http::{Answer, Form, Pairs, Path, html, see_other},
    manifest::Fut,
    t,
    text::Text,
};
use uuid::Uuid;

/// What is to go: where it stands, what it is called, how it stands.
pub(crate) struct Going<'a> {
    pub(crate) url: String,
    pub(crate) name: &'a Text,
    pub(crate) version: i64,
    pub(crate) explains: String,
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &Going<'_>) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: format!("{}/bin", of.url),
        explains: of.explains.clone(),
        submit: t!(say, "directory-bin"),
        cancel: of.url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    page(ctx, &Head::new(t!(say, "directory-bin-title", name = of.name.plain(ctx.lang))), confirm(ctx, &what))
}

/// `GET …/services/{service}/bin`.
pub(crate) async fn ask_service(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let of = find_service(&mut tx, Reader::Staff, ServiceId(at.service)).await?.or_not_found()?;
    tx.done().await?;
    let explains = t!(ctx.say(), "service-bin-explains");
    html(view(
        &ctx,
        &Going { url: service_url(&ctx, of.id, ""), name: &of.name, version: of.version, explains },
    ))
}

/// `POST …/services/{service}/bin`.
pub(crate) async fn service(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let id = ServiceId(at.service);
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let of = find_service(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    if sent.version() != of.version {
        return Err(Error::Stale);
    }
    let now = tx.now();
    bin_service(&mut tx, (id, Some(of.version)), Some(now)).await?;
    tx.bin(id, &of.name).await?;
    tx.audit("service.binned", id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, ""), "service-binned")).await?)
}

/// Takes a service out of the bin.
pub(crate) fn restore_service<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        bin_service(tx, (ServiceId(id), None), None).await?;
        tx.audit("service.restored", ServiceId(id), None::<&()>, None::<&()>).await
    })
}

/// `GET …/locations/{location}/bin`.
pub(crate) async fn ask_location(ctx: Ctx, Path(at): Path<AtLocation>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let of = find_location(&mut tx, Reader::Staff, LocationId(at.location)).await?.or_not_found()?;
    tx.done().await?;
    let explains = t!(ctx.say(), "location-bin-explains");
    html(view(
        &ctx,
        &Going { url: location_url(&ctx, of.id, ""), name: &of.name, version: of.version, explains },
    ))
}

/// `POST …/locations/{location}/bin`.
pub(crate) async fn location(ctx: Ctx, Path(at): Path<AtLocation>, Form(sent): Form<Pairs>) -> Answer {
    let id = LocationId(at.location);
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let of = find_location(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    if sent.version() != of.version {
        return Err(Error::Stale);
    }
    let now = tx.now();
    bin_location(&mut tx, (id, Some(of.version)), Some(now)).await?;
    tx.bin(id, &of.name).await?;
    tx.audit("location.binned", id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/locations"), "location-binned")).await?)
}

/// Takes a place out of the bin.
pub(crate) fn restore_location<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        bin_location(tx, (LocationId(id), None), None).await?;
        tx.audit("location.restored", LocationId(id), None::<&()>, None::<&()>).await
    })
}
