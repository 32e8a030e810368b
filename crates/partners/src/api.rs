//! The API of partners: those that everyone may know of and that have joined. The same for every caller.

use crate::{
    Reader, Standing,
    pages::OfOrganization,
    store::{
        list::public_partners,
        organizations::{Organization, organization_by_slug},
        sectors::{Sector, sectors},
    },
};
use http::HeaderMap;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::OrNotFound,
    http::{
        Answer, Path, Query,
        api::{self, Asked, Items},
    },
};
use serde_json::{Value, json};

/// `GET /{p}/api/v1/partners?cursor=&limit=`.
pub async fn list(ctx: Ctx, headers: HeaderMap, Query(asked): Query<Asked>) -> Answer {
    let (after, limit) = (asked.after()?, asked.limit()?);
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = public_partners(&mut tx, after.as_ref(), limit).await?;
    let sectors = sectors(&mut tx).await?;
    tx.done().await?;
    let page = Items::of(rows, limit, |(_, cursor)| cursor.clone(), |(row, _)| item(&ctx, &sectors, &row));
    api::answer(&headers, &page)
}

/// `GET /{p}/api/v1/partners/{slug}`.
pub async fn show(ctx: Ctx, headers: HeaderMap, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = organization_by_slug(&mut tx, Reader::Public, &of.slug).await?;
    let sectors = sectors(&mut tx).await?;
    tx.done().await?;
    let found = found.filter(|one| one.standing() == Standing::Partner).or_not_found()?;
    api::answer(&headers, &item(&ctx, &sectors, &found))
}

fn item(ctx: &Ctx, sectors: &[Sector], of: &Organization) -> Value {
    let sector = sectors.iter().find(|one| Some(one.id) == of.sector);
    json!({
        "id": of.id,
        "slug": of.slug,
        "name": of.name.to_plain_json(),
        "about": of.about.to_plain_json(),
        "sector": sector.map(|one| json!({ "code": one.code, "name": one.name.to_plain_json() })),
        "formal": of.formal,
        "languages": of.langs,
        "joined": of.joined_on,
        "url": ctx.web_url(&format!("/en/partners/{}", of.slug)),
    })
}

/// Paths and schemas of OpenAPI 3.1.
pub const OPENAPI: &str = include_str!("openapi.json");
