//! Where this room's objects stand on the thread: a signatory below its organization, as the declaration asks for it.

use crate::{
    Agreement, AgreementId, DeclarationId, Document, DocumentId, SignatoryId, StatementId, can,
    pages::{record::record_url, room_url, signatory_url, statements::Kept},
    store::{
        agreements::find_agreement,
        documents::find_document,
        signatories::{Signatory, find_signatory},
        statements::find_statement,
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
pub(crate) const PROVIDERS: [Provider; 5] = [
    Provider { kind: "strategic-document", knot: document, up: above_document, down: nothing },
    Provider { kind: "agreement", knot: agreement, up: nothing, down: nothing },
    Provider { kind: "statement", knot: statement, up: above_statement, down: nothing },
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

fn statement<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let of = find_statement(tx, partners::reader(ctx), StatementId(id)).await?;
        Ok(of.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-statement"),
            title: of.title.worded(ctx.lang),
            href: href(
                ctx,
                record_url::<Kept>(ctx, id, ""),
                Some(ctx.public_url(&format!("/statements/{id}"))),
            ),
        }))
    })
}

fn above_statement<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let of = find_statement(tx, partners::reader(ctx), StatementId(id)).await?;
        Ok(of.and_then(|of| of.council_id).map(Ref::from).into_iter().collect())
    })
}

fn agreement<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if ctx.face != Face::Work || !ctx.may(can::SEE_AGREEMENTS) {
            return Ok(None);
        }
        let of = find_agreement(tx, AgreementId(id)).await?;
        Ok(of.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-agreement"),
            title: of.department.worded(ctx.lang),
            href: Some(record_url::<Agreement>(ctx, id, "")),
        }))
    })
}

async fn known_document(ctx: &Ctx, tx: &mut Tx, id: Uuid) -> Result<Option<Document>> {
    // The register is for the workspace: no page of the public site shows it.
    let is_inside = ctx.face == Face::Work && ctx.may(can::SEE);
    let of = find_document(tx, partners::reader(ctx), DocumentId(id)).await?;
    Ok(of.filter(|_| is_inside))
}

fn document<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        Ok(known_document(ctx, tx, id).await?.map(|of| Knot {
            of: of.id.into(),
            word: t!(ctx.say(), "kind-strategic-document"),
            title: of.title.worded(ctx.lang),
            href: Some(record_url::<Document>(ctx, id, "")),
        }))
    })
}

fn above_document<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let of = known_document(ctx, tx, id).await?;
        Ok(of.map(|of| Ref::from(of.organization_id)).into_iter().collect())
    })
}
