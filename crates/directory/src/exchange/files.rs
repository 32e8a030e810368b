//! The directory as files: a package of HSDS, JSON, CSV, XLSX, and the points of a map. The same records give the same bytes: no day and no
//! moment of the making stands in a file.

use super::{
    api::asked,
    asked::Sent,
    mapping::Mapping,
    openapi,
    shelf::Shelf,
    table::table,
    terms::{Scheme, terms},
};
use crate::{
    public::facts::address_lines,
    store::{locations::Location, services::Service},
};
use hsds::{
    Package,
    json::{Form, write},
    write::About,
};
use partners::OrganizationId;
use platform::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    errors::{Error, Result},
    http::{Answer, Query, answer::file},
    t,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The name of a file.
fn called(ctx: &Ctx, ending: &str) -> Result<String> {
    Ok(format!("services-{}-{}.{ending}", ctx.partnership()?.slug, ctx.lang))
}

/// All that everyone may know, in the language that is asked for.
async fn everything(ctx: Ctx, sent: &Sent) -> Result<(Ctx, Shelf)> {
    let (ctx, _) = asked(ctx, sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let mut shelf = Shelf::all(&mut tx).await?;
    let of: Vec<OrganizationId> = shelf.providers().into_iter().map(|one| one.id).collect();
    shelf.reach(&mut tx, &of).await?;
    tx.done().await?;
    Ok((ctx, shelf))
}

/// `GET /{p}/api/hsds/package.zip`.
pub(crate) async fn package(ctx: Ctx, Query(sent): Query<Sent>) -> Answer {
    let (ctx, shelf) = everything(ctx, &sent).await?;
    let about = About {
        name: format!("services-{}", ctx.partnership()?.slug),
        title: Some(ctx.partnership()?.name.plain(ctx.lang).to_owned()),
        homepage: Some(ctx.web_url(&format!("/{}{}", ctx.lang, crate::public::PATH))),
    };
    let bytes = whole(&ctx, &shelf).archive(about).map_err(Error::failed)?;
    file(&called(&ctx, "hsds.zip")?, openapi::ZIP, bytes)
}

/// Everything as the rows of a package. Phones that ring at the organization stand with it.
fn whole(ctx: &Ctx, shelf: &Shelf) -> Package {
    let (mapping, mut all) = (Mapping::new(ctx, shelf), Package::default());
    for scheme in Scheme::ALL {
        all.taxonomies.push(scheme.taxonomy(ctx));
        all.taxonomy_terms.extend(terms(ctx, scheme));
    }
    let mut known = BTreeMap::new();
    for of in shelf.providers() {
        let mut one = mapping.organization(of, false);
        all.phones.append(&mut one.phones);
        all.organizations.push(mapping.organization_in_short(of));
        known.insert(of.id.0, ());
    }
    let mut others: Vec<_> =
        shelf.organizations.values().filter(|one| !known.contains_key(&one.id.0)).collect();
    others.sort_by_key(|one| one.id.0);
    all.organizations.extend(others.into_iter().map(|one| mapping.organization_in_short(one)));
    let mut locations: Vec<&Location> = shelf.locations.values().collect();
    locations.sort_by_key(|one| one.id.0);
    for of in locations {
        let mut one = mapping.location(of);
        all.addresses.append(&mut one.addresses);
        all.accessibility.append(&mut one.accessibility);
        all.locations.push(one);
    }
    for of in &shelf.services {
        let mut one = mapping.service(of);
        all.urls.append(&mut one.additional_urls);
        for contact in &mut one.contacts {
            all.phones.append(&mut contact.phones);
        }
        all.contacts.append(&mut one.contacts);
        all.programs.extend(one.program.take().map(|program| *program));
        for capacity in &mut one.capacities {
            all.units.extend(capacity.unit.take().map(|unit| *unit));
        }
        all.service_capacities.append(&mut one.capacities);
        all.service_areas.append(&mut one.service_areas);
        all.phones.append(&mut one.phones);
        all.schedules.append(&mut one.schedules);
        all.languages.append(&mut one.languages);
        all.cost_options.append(&mut one.cost_options);
        all.required_documents.append(&mut one.required_documents);
        all.funding.append(&mut one.funding);
        all.attributes.append(&mut one.attributes);
        all.metadata.append(&mut one.metadata);
        all.service_at_locations.append(&mut one.service_at_locations);
        all.services.push(one);
    }
    // Services share programs and units: each stands once.
    once(&mut all.programs, |one| &one.id);
    once(&mut all.units, |one| &one.id);
    all
}

/// Leaves the first of those that share an id.
fn once<T>(all: &mut Vec<T>, id: fn(&T) -> &String) {
    let mut seen = BTreeSet::new();
    all.retain(|one| seen.insert(id(one).clone()));
}

/// `GET /{p}/api/hsds/services.json`.
pub(crate) async fn services_json(ctx: Ctx, Query(sent): Query<Sent>) -> Answer {
    let (ctx, shelf) = everything(ctx, &sent).await?;
    let mapping = Mapping::new(&ctx, &shelf);
    let all: Vec<Value> = shelf.services.iter().map(|one| write(&mapping.service(one), Form::Full)).collect();
    file(&called(&ctx, "json")?, openapi::JSON, serde_json::to_vec(&all)?)
}

/// `GET /{p}/api/hsds/services.csv`.
pub(crate) async fn services_csv(ctx: Ctx, Query(sent): Query<Sent>) -> Answer {
    let (ctx, shelf) = everything(ctx, &sent).await?;
    file(&called(&ctx, "csv")?, openapi::CSV, table(&ctx, &shelf).to_csv())
}

/// `GET /{p}/api/hsds/services.xlsx`.
pub(crate) async fn services_xlsx(ctx: Ctx, Query(sent): Query<Sent>) -> Answer {
    let (ctx, shelf) = everything(ctx, &sent).await?;
    let changed = shelf.services.iter().map(|one| one.changed_at).max();
    let at = changed.unwrap_or_else(|| Moment::from_micros(0));
    file(&called(&ctx, "xlsx")?, openapi::XLSX, table(&ctx, &shelf).to_xlsx(at)?)
}

/// `GET /{p}/api/hsds/places.geojson`.
pub(crate) async fn places(ctx: Ctx, Query(sent): Query<Sent>) -> Answer {
    let (ctx, shelf) = everything(ctx, &sent).await?;
    file(&called(&ctx, "geojson")?, openapi::GEOJSON, serde_json::to_vec(&map(&ctx, &shelf))?)
}

/// The places with a point, each with what is offered there (RFC 7946).
fn map(ctx: &Ctx, shelf: &Shelf) -> Value {
    let mut offered = BTreeMap::<_, Vec<&Service>>::new();
    for service in &shelf.services {
        for (_, place) in shelf.offers_of(service.id) {
            offered.entry(place.id.0).or_default().push(service);
        }
    }
    let feature = |id: &uuid::Uuid, services: &Vec<&Service>| {
        let place = shelf.locations.get(&crate::LocationId(*id))?;
        let (north, east) = place.place.0.point?.degrees();
        let one = |of: &&Service| {
            let url = ctx.web_url(&format!("/{}{}/{}", ctx.lang, crate::public::PATH, of.id));
            json!({ "id": of.id, "name": of.name.plain(ctx.lang), "organization": of.organization.plain(ctx.lang), "url": url })
        };
        Some(json!({
            "type": "Feature",
            "id": id,
            "geometry": { "type": "Point", "coordinates": [east, north] },
            "properties": {
                "name": place.name.plain(ctx.lang),
                "address": address_lines(&place.place.0),
                "services": services.iter().map(one).collect::<Vec<_>>(),
            },
        }))
    };
    let features: Vec<Value> = offered.iter().filter_map(|(id, all)| feature(id, all)).collect();
    json!({ "type": "FeatureCollection", "features": features })
}

/// What can be taken away: the word of each, and its address.
pub(crate) fn offered(ctx: &Ctx) -> Vec<(String, String)> {
    let say = ctx.say();
    let lang = if ctx.lang == platform::langs::Lang::Fr { "?lang=fr" } else { "" };
    let at = |path: &str| ctx.url(&format!("{}/{path}{lang}", super::api::PATH));
    vec![
        (t!(say, "exchange-package"), at("package.zip")),
        ("JSON".to_owned(), at("services.json")),
        ("CSV".to_owned(), at("services.csv")),
        ("Excel".to_owned(), at("services.xlsx")),
        (t!(say, "exchange-map"), at("places.geojson")),
        (t!(say, "exchange-changes"), ctx.url(&format!("{}/changes", super::api::PATH))),
        (t!(say, "exchange-api"), ctx.url(&format!("{}/openapi.json", super::api::PATH))),
    ]
}
