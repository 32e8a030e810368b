//! The API of partners: those that everyone may know of and that have joined. The same for every caller.

use crate::{
    Reader, Standing,
    pages::OfOrganization,
    store::{
        list::public_partners,
        offers::{Offer, public_offers},
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

/// `GET /{p}/api/v1/offers?cursor=&limit=`: what is offered and needed today, as far as everyone may know.
pub async fn offers(ctx: Ctx, headers: HeaderMap, Query(asked): Query<Asked>) -> Answer {
    let (after, limit) = (asked.after()?, asked.limit()?);
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = public_offers(&mut tx, ctx.today(), after.as_ref(), limit).await?;
    tx.done().await?;
    let page = Items::of(rows, limit, |(_, cursor)| cursor.clone(), |(row, _)| offered(&ctx, &row));
    api::answer(&headers, &page)
}

fn offered(ctx: &Ctx, of: &Offer) -> Value {
    let organization = of.slug.as_ref().zip(of.of_organization.as_ref()).map(|(slug, name)| {
        json!({ "slug": slug, "name": name.to_plain_json(), "url": ctx.web_url(&format!("/en/partners/{slug}")) })
    });
    json!({
        "id": of.id,
        "side": of.side.code(),
        "kind": of.kind.code(),
        "title": of.title.to_plain_json(),
        "about": of.about.to_plain_json(),
        "amount": of.amount,
        "times": of.times,
        "language": of.language,
        "from": of.from_on,
        "until": of.until_on,
        "confirmed": of.confirmed_on,
        "organization": organization,
        "person": of.of_person,
    })
}

/// Paths and schemas of OpenAPI 3.1.
pub const OPENAPI: &str = include_str!("openapi.json");
