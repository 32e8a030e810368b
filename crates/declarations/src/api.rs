//! What programs read: the declaration in force and who signed it, exactly as far as anyone may see them.

use crate::public::wall::wall;
use axum::http::HeaderMap;
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::OrNotFound,
    http::{Answer, api::answer},
    langs::Lang,
};
use serde::Serialize;
use serde_json::Value;

#[derive(Debug, Serialize)]
struct DeclarationItem {
    version: u32,
    in_force_on: Option<Date>,
    title: Value,
    body: Value,
    decision: Value,
    signatories: Vec<SignatoryItem>,
    url: String,
}

#[derive(Debug, Serialize)]
struct SignatoryItem {
    organization: OrganizationItem,
    since: Date,
    signed_on: Date,
    version: u32,
}

#[derive(Debug, Serialize)]
struct OrganizationItem {
    id: OrganizationId,
    name: Value,
}

/// `GET /{p}/api/v1/declaration`.
pub(crate) async fn declaration(ctx: Ctx, headers: HeaderMap) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let wall = wall(&ctx, &mut tx).await?;
    tx.done().await?;
    let text = wall.text.or_not_found()?;
    let lang = ctx.partnership.as_ref().and_then(|p| p.langs.first().copied()).unwrap_or(Lang::En);
    let signatories = wall.signatories.into_iter().map(|one| SignatoryItem {
        organization: OrganizationItem { id: one.organization_id, name: one.organization.to_plain_json() },
        since: one.since_on,
        signed_on: one.signed_on,
        version: one.number,
    });
    let item = DeclarationItem {
        version: text.number,
        in_force_on: text.in_force_on,
        title: text.title.to_plain_json(),
        body: text.body.to_plain_json(),
        decision: text.decision.to_plain_json(),
        signatories: signatories.collect(),
        url: ctx.web_url(&format!("/{lang}{}", crate::public::PATH)),
    };
    answer(&headers, &item)
}
