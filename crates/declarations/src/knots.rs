//! Where this room's objects stand on the thread: a signatory below its organization, as the declaration asks for it.

use crate::{
    DeclarationId, SignatoryId, can,
    pages::{room_url, signatory_url},
    store::{
        signatories::{Signatory, find_signatory},
        versions::{Declaration, list_declarations},
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::Fut,
    t,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings.
pub(crate) const PROVIDERS: [Provider; 2] = [
    Provider { kind: "declaration", knot: declaration, up: nothing, down: nothing },
    Provider { kind: "signatory", knot: signatory, up: above_signatory, down: nothing },
];

/// Where a reader finds it: on the face she is on, when she may open it there.
fn href(ctx: &Ctx, work: String, public: Option<String>) -> Option<String> {
    match ctx.face {
        Face::Work => ctx.may(can::SEE).then_some(work),
        _ => public,
    }
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn declaration<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let versions = list_declarations(tx).await?;
        let begun = |one: &Declaration| one.in_force_on.is_some_and(|on| on <= ctx.today());
        let keeps = ctx.face == Face::Work && ctx.may(can::KEEP_DECLARATION);
        let of = versions.into_iter().find(|one| one.id == DeclarationId(id) && (begun(one) || keeps));
        Ok(of.map(|of| {
            let public = ctx.public_url(&format!("/declaration/versions/{}", of.number));
            Knot {
                of: of.id.into(),
                word: t!(ctx.say(), "signature-version", number = of.number),
                title: of.title.worded(ctx.lang),
                href: href(ctx, room_url(ctx, "/versions"), begun(&of).then_some(public)),
            }
        }))
    })
}

async fn known(ctx: &Ctx, tx: &mut Tx, id: Uuid) -> Result<Option<Signatory>> {
    find_signatory(tx, partners::reader(ctx), SignatoryId(id)).await
}

fn signatory<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let of = known(ctx, tx, id).await?.filter(|of| ctx.face == Face::Work || of.withdrawn_on.is_none());
        Ok(of.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-signatory"),
            title: of.organization.worded(ctx.lang),
            href: href(ctx, signatory_url(ctx, of.id, ""), Some(ctx.public_url("/declaration"))),
        }))
    })
}

fn above_signatory<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let of = known(ctx, tx, id).await?;
        Ok(of.map(|of| Ref::from(of.organization_id)).into_iter().collect())
    })
}
