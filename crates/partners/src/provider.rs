//! What the thread and the bin know of this room.

use crate::{
    OfferId, OrganizationId, PersonId, Standing, can, reader,
    store::{
        binned, offering::restore_offer, offers::find_offer, organizations::organization, people::person,
        sectors::sectors,
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::{Fut, Restorer},
    text::Worded,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// Knots of the thread: organizations and people.
pub fn providers() -> Vec<Provider> {
    vec![
        Provider { kind: "organization", knot: organization_knot, up: nothing, down: nothing },
        Provider { kind: "person", knot: person_knot, up: nothing, down: nothing },
        Provider { kind: "sector", knot: sector_knot, up: nothing, down: nothing },
        Provider { kind: "offer", knot: offer_knot, up: offer_up, down: nothing },
    ]
}

/// Ways out of the bin.
pub fn restorers() -> Vec<Restorer> {
    vec![
        Restorer {
            kind: "organization",
            may: can::DECIDE_PARTNERS,
            restore: |_, tx, id| Box::pin(binned::restore_organization(tx, OrganizationId(id))),
        },
        Restorer {
            kind: "person",
            may: can::EDIT_PEOPLE,
            restore: |_, tx, id| Box::pin(binned::restore_person(tx, PersonId(id))),
        },
        Restorer {
            kind: "offer",
            may: can::DECIDE_PARTNERS,
            restore: |_, tx, id| Box::pin(restore_offer(tx, OfferId(id))),
        },
    ]
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn organization_knot<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = organization(tx, reader(ctx), OrganizationId(id)).await?;
        Ok(found.map(|one| {
            let path = format!("/partners/{}", one.slug);
            let href = match ctx.face {
                Face::Work => Some(ctx.url(&format!("/work{path}"))),
                _ if one.standing() == Standing::Partner => Some(ctx.public_url(&path)),
                _ => None,
            };
            let title = one.name.worded(ctx.lang);
            Knot { of: Ref::from(one.id), word: ctx.say().t("kind-organization", &[]), title, href }
        }))
    })
}

fn sector_knot<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = sectors(tx).await?.into_iter().find(|one| one.id.0 == id);
        let may = ctx.face == Face::Work && ctx.may(can::EDIT_SECTORS);
        Ok(found.map(|one| Knot {
            of: Ref::from(one.id),
            word: ctx.say().t("kind-sector", &[]),
            title: one.name.worded(ctx.lang),
            href: may.then(|| ctx.url(&format!("/work/sectors/{}", one.id))),
        }))
    })
}

fn person_knot<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = person(tx, reader(ctx), PersonId(id)).await?;
        let href = |id: PersonId| (ctx.face == Face::Work).then(|| ctx.url(&format!("/work/people/{id}")));
        Ok(found.map(|one| Knot {
            of: Ref::from(one.id),
            word: ctx.say().t("kind-person", &[]),
            href: href(one.id),
            title: Worded::new(one.name, ctx.lang),
        }))
    })
}

/// What is offered or needed: it stands under whoever offers or needs it.
fn offer_knot<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let found = find_offer(tx, reader(ctx), OfferId(id)).await?;
        let href = (ctx.face == Face::Work).then(|| ctx.url(&format!("/work/offers/{id}")));
        Ok(found.map(|one| Knot {
            of: Ref::from(one.id),
            word: ctx.say().t("kind-offer", &[]),
            title: one.title.worded(ctx.lang),
            href,
        }))
    })
}

fn offer_up<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let found = find_offer(tx, reader(ctx), OfferId(id)).await?;
        found.iter().map(|one| Ok(one.whose()?.object())).collect()
    })
}
