//! `/{p}/api/hsds`: the directory by the API of HSDS 3.1, the same for every caller.

use super::{
    asked::{Asked, Sent, is_near},
    mapping::Mapping,
    openapi,
    shelf::{Offer, Shelf},
    terms::{Scheme, terms},
};
use crate::{
    ServiceAtLocationId, ServiceId,
    pages::AtService,
    store::{
        locations::{Location, service_offered},
        published::joined_with,
        services::{Service, find_service},
    },
};
use hsds::{
    TaxonomyTerm,
    json::{Form, Page, write},
};
use http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE};
use partners::{Organization, OrganizationId, Reader};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Error, OrNotFound, Result},
    http::{Answer, Path, Query, api::answer, json},
    t,
};
use serde::Deserialize;
use serde_json::{Value, json as object};
use uuid::Uuid;

/// The address below which all of it stands.
pub(crate) const PATH: &str = "/api/hsds";
/// Where the standard is told of.
const PROFILE: &str = "https://docs.openreferral.org/en/latest/hsds/";

/// The part of an address that names an organization.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtOrganization {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    organization: Uuid,
}

/// The part of an address that names a service at a place.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtOffer {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    offered: Uuid,
}

/// The part of an address that names a list of terms.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtScheme {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    taxonomy: Uuid,
}

/// The part of an address that names a term.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtTerm {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    tag: Uuid,
}

/// What is asked for, and the context that speaks its language.
pub(crate) fn asked(ctx: Ctx, sent: &Sent) -> Result<(Ctx, Asked)> {
    let asked = Asked::of(sent)?;
    Ok((Ctx { lang: asked.lang, ..ctx }, asked))
}

/// A page of a list.
fn page(headers: &HeaderMap, asked: &Asked, all: Vec<Value>, total: u64) -> Answer {
    answer(headers, &Page::new(all, u64::from(asked.page), u64::from(asked.per_page), total))
}

const fn form(full: bool) -> Form {
    if full { Form::Full } else { Form::List }
}

/// `GET /{p}/api/hsds`.
pub(crate) async fn root(ctx: Ctx, headers: HeaderMap) -> Answer {
    ctx.partnership()?;
    let openapi = ctx.web_url(&format!("{PATH}/openapi.json"));
    let changes = ctx.web_url(&format!("{PATH}/changes"));
    answer(
        &headers,
        &object!({ "version": "3.1", "profile": PROFILE, "openapi_url": openapi, "changes_url": changes }),
    )
}

/// `GET /{p}/api/hsds/openapi.json`.
pub(crate) async fn document(ctx: Ctx) -> Answer {
    ctx.partnership()?;
    json(&openapi::document(&ctx.web_url("/api")))
}

/// `GET /{p}/api/hsds/services`.
pub(crate) async fn services(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let mut shelf = Shelf::all(&mut tx).await?;
    let around = asked.around(&shelf);
    let near = |of: &Service| {
        around.is_none_or(|around| shelf.offers_of(of.id).any(|(_, place)| is_near(place, around)))
    };
    let found: Vec<Service> =
        shelf.services.iter().filter(|one| asked.fits(one) && near(one)).cloned().collect();
    let (found, total) = asked.page_of(found);
    let of: Vec<OrganizationId> = found.iter().map(|one| one.organization_id).collect();
    shelf.reach(&mut tx, &of).await?;
    tx.done().await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let one = |of: &Service| match (asked.minimal, asked.full) {
        (true, _) => minimal(&mapping.service_in_short(of)),
        (false, true) => write(&mapping.service(of), Form::Full),
        (false, false) => write(&mapping.service_in_lists(of), Form::List),
    };
    page(&headers, &asked, found.iter().map(one).collect(), total)
}

/// The least of a service that the standard lets stand alone, with the day it was changed.
fn minimal(of: &hsds::Service) -> Value {
    object!({ "id": of.id, "name": of.name, "status": of.status, "last_modified": of.last_modified })
}

/// `GET /{p}/api/hsds/services/{service}`.
pub(crate) async fn service(
    ctx: Ctx,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
    Path(at): Path<AtService>,
) -> Answer {
    let (ctx, _) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let id = ServiceId(at.service);
    let Some(mut shelf) = Shelf::one(&mut tx, id).await? else {
        return gone(&ctx, &mut tx, id).await;
    };
    let of: Vec<OrganizationId> = shelf.services.iter().map(|one| one.organization_id).collect();
    shelf.reach(&mut tx, &of).await?;
    tx.done().await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let found = shelf.services.first().or_not_found()?;
    answer(&headers, &write(&mapping.service(found), Form::Full))
}

/// Nothing is of that id any more; where it was joined with a service that everyone may know of, the problem says with which.
async fn gone(ctx: &Ctx, tx: &mut Tx, id: ServiceId) -> Answer {
    let into = joined_with(tx, id).await?.or_not_found()?;
    find_service(tx, Reader::Public, into).await?.or_not_found()?;
    let (say, url) = (ctx.say(), ctx.web_url(&format!("{PATH}/services/{into}")));
    let mut told = json(&object!({
        "type": "/api/errors#not-found", "title": t!(say, "error-not-found"), "status": 404, "code": "not-found",
        "detail": t!(say, "exchange-joined"), "instance": &*ctx.request, "merged_into": into, "merged_into_url": url,
    }))?;
    *told.status_mut() = StatusCode::NOT_FOUND;
    told.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Ok(told)
}

/// `GET /{p}/api/hsds/organizations`.
pub(crate) async fn organizations(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let mut shelf = Shelf::all(&mut tx).await?;
    let found: Vec<Organization> =
        shelf.providers().into_iter().filter(|one| fits(&asked, &shelf, one)).cloned().collect();
    let (found, total) = asked.page_of(found);
    let of: Vec<OrganizationId> = found.iter().map(|one| one.id).collect();
    shelf.reach(&mut tx, &of).await?;
    tx.done().await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let one = |of: &Organization| {
        let whole = mapping.organization(of, asked.full_service);
        write(&whole, form(asked.full || asked.full_service))
    };
    page(&headers, &asked, found.iter().map(one).collect(), total)
}

/// Whether an organization is asked for: by itself, or by what it offers.
fn fits(asked: &Asked, shelf: &Shelf, of: &Organization) -> bool {
    let unsaid = Asked { term: None, taxonomy: None, modified_after: None, ..asked.clone() };
    let own = format!("{} {}", of.name.search_key(), of.about.search_key());
    let is_said = asked.says(&own) || shelf.services_of(of.id).any(|one| unsaid.fits(one));
    let narrowed = Asked { words: Vec::new(), ..asked.clone() };
    is_said && shelf.services_of(of.id).any(|one| narrowed.fits(one))
}

/// `GET /{p}/api/hsds/organizations/{organization}`.
pub(crate) async fn organization(
    ctx: Ctx,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
    Path(at): Path<AtOrganization>,
) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let mut shelf = Shelf::all(&mut tx).await?;
    let found = shelf.providers().into_iter().find(|one| one.id.0 == at.organization).cloned();
    let found = found.or_not_found()?;
    shelf.reach(&mut tx, &[found.id]).await?;
    tx.done().await?;
    let whole = Mapping::new(&ctx, &shelf).organization(&found, asked.full_service);
    answer(&headers, &write(&whole, Form::Full))
}

/// `GET /{p}/api/hsds/service_at_locations`.
pub(crate) async fn service_at_locations(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let mut shelf = Shelf::all(&mut tx).await?;
    let around = asked.around(&shelf);
    let fitting = shelf.services.iter().filter(|one| asked.fits(one));
    let found: Vec<(Service, Offer, Location)> = fitting
        .flat_map(|one| shelf.offers_of(one.id).map(move |(offer, place)| (one, offer, place)))
        .filter(|(_, _, place)| around.is_none_or(|around| is_near(place, around)))
        .map(|(service, offer, place)| (service.clone(), *offer, place.clone()))
        .collect();
    let (found, total) = asked.page_of(found);
    let of: Vec<OrganizationId> = found.iter().map(|(service, ..)| service.organization_id).collect();
    shelf.reach(&mut tx, &of).await?;
    tx.done().await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let one = |(service, offer, place): &(Service, Offer, Location)| {
        write(&mapping.at_location((offer, place), service, asked.full), form(asked.full))
    };
    page(&headers, &asked, found.iter().map(one).collect(), total)
}

/// `GET /{p}/api/hsds/service_at_locations/{offered}`.
pub(crate) async fn service_at_location(
    ctx: Ctx,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
    Path(at): Path<AtOffer>,
) -> Answer {
    let (ctx, _) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let of = service_offered(&mut tx, ServiceAtLocationId(at.offered)).await?.or_not_found()?;
    let mut shelf = Shelf::one(&mut tx, of).await?.or_not_found()?;
    let providers: Vec<OrganizationId> = shelf.services.iter().map(|one| one.organization_id).collect();
    shelf.reach(&mut tx, &providers).await?;
    tx.done().await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let service = shelf.services.first().or_not_found()?;
    let found = shelf.offers_of(of).find(|(offer, _)| offer.id.0 == at.offered).or_not_found()?;
    answer(&headers, &write(&mapping.at_location(found, service, true), Form::Full))
}

/// `GET /{p}/api/hsds/taxonomies`.
pub(crate) async fn taxonomies(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    ctx.partnership()?;
    let all = Scheme::ALL.into_iter().map(|scheme| scheme.taxonomy(&ctx));
    let found = all.filter(|one| asked.says(&format!("{} {}", one.name, one.description))).collect();
    let (found, total) = asked.page_of(found);
    page(&headers, &asked, found.iter().map(|one| write(one, Form::Full)).collect(), total)
}

/// `GET /{p}/api/hsds/taxonomies/{taxonomy}`.
pub(crate) async fn taxonomy(
    ctx: Ctx,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
    Path(at): Path<AtScheme>,
) -> Answer {
    let (ctx, _) = asked(ctx, &sent)?;
    ctx.partnership()?;
    let found = Scheme::ALL.into_iter().find(|scheme| scheme.id() == at.taxonomy).or_not_found()?;
    answer(&headers, &write(&found.taxonomy(&ctx), Form::Full))
}

/// Every term of every list.
fn every_term(ctx: &Ctx) -> impl Iterator<Item = TaxonomyTerm> {
    Scheme::ALL.into_iter().flat_map(|scheme| terms(ctx, scheme))
}

/// `GET /{p}/api/hsds/taxonomy_terms`.
pub(crate) async fn taxonomy_terms(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    ctx.partnership()?;
    let is = |own: &Option<String>, wanted: Option<Uuid>| {
        wanted.is_none_or(|id| own.as_deref() == Some(id.to_string().as_str()))
    };
    let found = every_term(&ctx)
        .filter(|one| asked.says(&format!("{} {}", one.name, one.description)))
        .filter(|one| is(&one.taxonomy_id, asked.taxonomy) && is(&one.parent_id, asked.parent))
        .filter(|one| !asked.top_only || one.parent_id.is_none())
        .collect();
    let (found, total) = asked.page_of(found);
    page(&headers, &asked, found.iter().map(|one| write(one, Form::Full)).collect(), total)
}

/// `GET /{p}/api/hsds/taxonomy_terms/{tag}`.
pub(crate) async fn taxonomy_term(
    ctx: Ctx,
    headers: HeaderMap,
    Query(sent): Query<Sent>,
    Path(at): Path<AtTerm>,
) -> Answer {
    let (ctx, _) = asked(ctx, &sent)?;
    ctx.partnership()?;
    let id = at.tag.to_string();
    let found = every_term(&ctx).find(|one| one.id == id).ok_or(Error::NotFound)?;
    answer(&headers, &write(&found, Form::Full))
}
