//! What programs read: the declaration in force, who signed it, and public statements, exactly as far as anyone may see them.

use crate::{
    SignatoryId, StatementId,
    pages::statement_list::{Behind, behind},
    public::wall::wall,
    store::{
        signatories::{Signatory, list_signatories_after},
        statements::list_statements_after,
    },
};
use axum::http::HeaderMap;
use councils::CouncilId;
use jiff::civil::Date;
use partners::{Organization, OrganizationId};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Error, OrNotFound, Result},
    http::{
        Answer, Query,
        api::{Asked, Cursor, Items, answer},
    },
    langs::Lang,
    text::Text,
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

#[derive(Debug, Serialize)]
struct CouncilItem {
    id: CouncilId,
    name: Value,
}

#[derive(Debug, Serialize)]
struct StatementItem {
    id: StatementId,
    kind: &'static str,
    title: Value,
    body: Value,
    issued_on: Date,
    council: Option<CouncilItem>,
    issuers: Vec<OrganizationItem>,
    signatories: Vec<OrganizationItem>,
    link: Option<String>,
    url: String,
}

/// The language in which a partnership's own addresses are given to programs.
fn first_lang(ctx: &Ctx) -> Lang {
    ctx.partnership.as_ref().and_then(|p| p.langs.first().copied()).unwrap_or(Lang::En)
}

/// A cursor whose key is of another kind than text.
fn keyed<T: std::str::FromStr>(Cursor(key, id): Cursor) -> Result<(T, uuid::Uuid)> {
    key.parse().map(|key| (key, id)).map_err(|_| Error::Malformed("cursor"))
}

/// `GET /{p}/api/v1/signatories`: who signed the declaration and has not withdrawn, in the order of their places in addresses.
pub(crate) async fn signatories(ctx: Ctx, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let (limit, after) = (asked.limit()?, asked.after()?.map(|Cursor(slug, id)| (slug, SignatoryId(id))));
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = list_signatories_after(&mut tx, after.as_ref(), limit + 1).await?;
    tx.done().await?;
    let cursor = |one: &Signatory| Cursor(one.slug.clone(), one.id.0);
    answer(&headers, &Items::of(rows, limit, cursor, signatory_item))
}

/// `GET /{p}/api/v1/statements`: what was stated in public, the oldest first.
pub(crate) async fn statements(ctx: Ctx, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let (limit, after) = (asked.limit()?, asked.after()?.map(keyed::<Date>).transpose()?);
    let after = after.map(|(day, id)| (day, StatementId(id)));
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = list_statements_after(&mut tx, after.as_ref(), limit + 1).await?;
    let rows = behind(&ctx, &mut tx, rows).await?;
    tx.done().await?;
    let cursor = |one: &Behind| Cursor(one.statement.issued_on.to_string(), one.statement.id.0);
    answer(&headers, &Items::of(rows, limit, cursor, |of| statement_item(&ctx, of)))
}

fn statement_item(ctx: &Ctx, of: Behind) -> StatementItem {
    let Behind { statement, council, issuers, signatories } = of;
    let organizations =
        |of: Vec<Organization>| of.iter().map(|one| organization_item(one.id, &one.name)).collect();
    StatementItem {
        url: ctx.web_url(&format!("/{}/statements/{}", first_lang(ctx), statement.id)),
        id: statement.id,
        kind: statement.kind.code(),
        title: statement.title.to_plain_json(),
        body: statement.body.to_plain_json(),
        issued_on: statement.issued_on,
        council: council.map(|one| CouncilItem { id: one.id, name: one.name.to_plain_json() }),
        issuers: organizations(issuers),
        signatories: organizations(signatories),
        link: Some(statement.link).filter(|link| !link.is_empty()),
    }
}

fn organization_item(id: OrganizationId, name: &Text) -> OrganizationItem {
    OrganizationItem { id, name: name.to_plain_json() }
}

fn signatory_item(one: Signatory) -> SignatoryItem {
    SignatoryItem {
        organization: organization_item(one.organization_id, &one.organization),
        since: one.since_on,
        signed_on: one.signed_on,
        version: one.number,
    }
}

/// `GET /{p}/api/v1/declaration`.
pub(crate) async fn declaration(ctx: Ctx, headers: HeaderMap) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let wall = wall(&ctx, &mut tx).await?;
    tx.done().await?;
    let text = wall.text.or_not_found()?;
    let lang = first_lang(&ctx);
    let signatories = wall.signatories.into_iter().map(signatory_item);
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
