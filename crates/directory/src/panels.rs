//! What this room shows on an organization's page, without `partners` knowing of services.

use crate::{
    can,
    pages::{list::fresh_of, room_url, service_url},
    rules::facts::Status,
    store::services::{Service, services_of},
    words,
};
use maud::html as markup;
use partners::OrganizationId;
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    html::shown,
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
};
use serde_json::json;

/// What this room shows on other rooms' pages.
pub(crate) fn all() -> Vec<Panel> {
    vec![Panel {
        on: "organization",
        name: "services",
        show: |ctx, tx, of| Box::pin(async move { services(ctx, tx, of).await }),
    }]
}

async fn services(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let (id, reader) = (OrganizationId(of.id), partners::reader(ctx));
    if partners::organization(tx, reader, id).await?.is_none() {
        return Ok(None);
    }
    let mut all = services_of(tx, reader, id).await?;
    if ctx.face != Face::Work {
        all.retain(|one| !matches!(one.status, Status::Inactive | Status::Defunct));
    }
    let (is_work, keeps) = (ctx.face == Face::Work, ctx.face == Face::Work && ctx.may(can::KEEP_DIRECTORY));
    if all.is_empty() && !keeps {
        return Ok(None);
    }
    let say = ctx.say();
    let href = |one: &Service| {
        if is_work { service_url(ctx, one.id, "") } else { ctx.public_url(&format!("/help/{}", one.id)) }
    };
    let html = markup! {
        ul { @for one in &all { li { a href=(href(one)) { (shown(ctx, &one.name)) } " " (words::freshness(ctx, fresh_of(ctx, one))) } } }
        @if keeps { p.acts { a.btn.plain href=(room_url(ctx, &format!("/new?organization={id}"))) { (t!(say, "service-add")) } } }
    };
    let items: Vec<_> = all
        .iter()
        .map(|one| json!({ "service": one.id, "name": one.name.to_plain_json(), "verified_on": one.verified_on }))
        .collect();
    Ok(Some(PanelShown { heading: t!(say, "services-title"), html, json: items.into() }))
}
