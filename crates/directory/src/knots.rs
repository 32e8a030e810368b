//! Where services and places stand on the thread: a service below the organization that offers it.

use crate::{
    LocationId, ServiceId, can,
    pages::{location_url, service_url},
    store::{locations::location, services::find_service},
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::{Id, Ref},
    manifest::Fut,
    t,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings.
pub(crate) const PROVIDERS: [Provider; 2] = [
    Provider { kind: ServiceId::KIND, knot: service, up: above_service, down: nothing },
    Provider { kind: LocationId::KIND, knot: place, up: nothing, down: nothing },
];

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn service<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let of = find_service(tx, partners::reader(ctx), ServiceId(id)).await?;
        Ok(of.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-service"),
            title: of.name.worded(ctx.lang),
            href: match ctx.face {
                Face::Work => ctx.may(can::SEE_DIRECTORY).then(|| service_url(ctx, of.id, "")),
                _ => Some(ctx.public_url(&format!("/help/{}", of.id))),
            },
        }))
    })
}

fn above_service<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let of = find_service(tx, partners::reader(ctx), ServiceId(id)).await?;
        Ok(of.map(|of| Ref::from(of.organization_id)).into_iter().collect())
    })
}

fn place<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if ctx.face != Face::Work || !ctx.may(can::SEE_DIRECTORY) {
            return Ok(None);
        }
        let of = location(tx, partners::reader(ctx), LocationId(id)).await?;
        Ok(of.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-location"),
            title: of.name.worded(ctx.lang),
            href: Some(location_url(ctx, of.id, "")),
        }))
    })
}
