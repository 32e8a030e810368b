//! The directory as files: a package of HSDS, JSON, CSV, XLSX, and the points of a map. The same records give the same bytes: no day and no
//! moment of the making stands in a file.

use super::{
    api::asked,
    asked::Sent,
    mapping::Mapping,
    openapi,
    shelf::Shelf,
    terms::{Scheme, terms},
};
use crate::{
    public::facts::address_lines,
    rules::hours::Hours,
    store::{locations::Location, services::Service},
    words,
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
    sheets::{Plain, Sheet},
    t,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

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
        all.contacts.append(&mut one.contacts);
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
    all
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

/// Hours as one line, in the codes of days: `MO,TU 09:00-17:00; 1SA 10:00-12:00`.
pub(crate) fn hours_line(all: &[Hours]) -> String {
    let one = |hours: &Hours| {
        let weeks = if hours.weeks.is_empty() {
            vec![String::new()]
        } else {
            hours.weeks.iter().map(i8::to_string).collect()
        };
        let days = weeks.iter().flat_map(|week| hours.days.iter().map(move |day| format!("{week}{day}")));
        let span = |word: &str, day: Option<jiff::civil::Date>| {
            day.map_or_else(String::new, |day| format!(" {word} {day}"))
        };
        let days = days.collect::<Vec<_>>().join(",");
        let (from, to) = (span("from", hours.from), span("to", hours.to));
        format!("{days} {}-{}{from}{to}", hours.opens, hours.closes)
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A place as one line, its parts parted by bars.
pub(crate) fn place_line(ctx: &Ctx, of: &Location) -> String {
    let lines = address_lines(&of.place.0);
    std::iter::once(of.name.plain(ctx.lang).to_owned()).chain(lines).collect::<Vec<_>>().join(" | ")
}

/// One line for each service, its first place in columns and the others beside.
fn table(ctx: &Ctx, shelf: &Shelf) -> Sheet {
    let say = ctx.say();
    let head = vec![
        "id".to_owned(),
        t!(say, "service-name"),
        t!(say, "service-organization"),
        t!(say, "service-about"),
        t!(say, "service-status"),
        t!(say, "service-needs"),
        t!(say, "service-stream"),
        t!(say, "service-phones"),
        t!(say, "service-mail"),
        t!(say, "service-web"),
        t!(say, "exchange-hours"),
        t!(say, "service-languages"),
        t!(say, "service-cost"),
        t!(say, "exchange-open-to"),
        t!(say, "service-apply"),
        t!(say, "exchange-place"),
        t!(say, "location-street"),
        t!(say, "location-city"),
        t!(say, "location-province"),
        t!(say, "location-postal-code"),
        t!(say, "exchange-north"),
        t!(say, "exchange-east"),
        t!(say, "exchange-other-places"),
        t!(say, "service-verified"),
        t!(say, "service-source"),
        t!(say, "exchange-source-on"),
    ];
    let mapping = Mapping::new(ctx, shelf);
    let rows = shelf.services.iter().map(|one| row(ctx, (shelf, &mapping), one)).collect();
    Sheet { name: t!(say, "services-title"), head, rows }
}

fn row(ctx: &Ctx, (shelf, mapping): (&Shelf, &Mapping<'_>), of: &Service) -> Vec<Plain> {
    let (facts, short) = (&of.facts.0, mapping.service_in_short(of));
    let mut places = shelf.offers_of(of.id).map(|(_, place)| place);
    let first = places.next();
    let at = |part: fn(&crate::rules::place::Place) -> String| {
        first.map_or_else(String::new, |one| part(&one.place.0))
    };
    let joined = |all: Vec<String>| all.join("; ");
    let words = |text: Option<String>| Plain::Words(text.unwrap_or_default());
    let day = |on: Option<jiff::civil::Date>| on.map_or(Plain::Nothing, Plain::Day);
    let degrees = |part: fn((f64, f64)) -> f64| {
        let point = first.and_then(|one| one.place.0.point);
        point.map_or(Plain::Nothing, |point| Plain::Words(part(point.degrees()).to_string()))
    };
    vec![
        of.id.to_string().into(),
        short.name.into(),
        of.organization.plain(ctx.lang).into(),
        words(short.description),
        words::status(ctx, of.status).into(),
        joined(of.needs.all().map(|need| words::need(ctx, need)).collect()).into(),
        of.stream.map(|one| words::stream(ctx, one)).unwrap_or_default().into(),
        joined(facts.phones.iter().map(|one| one.number.clone()).collect()).into(),
        facts.mail.as_str().into(),
        facts.web.as_str().into(),
        hours_line(&facts.hours).into(),
        joined(facts.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect()).into(),
        words(short.fees_description),
        words(short.eligibility_description),
        words(short.application_process),
        first.map(|one| one.name.plain(ctx.lang).to_owned()).unwrap_or_default().into(),
        at(address_street).into(),
        at(|place| place.city.clone()).into(),
        at(|place| place.province.clone()).into(),
        at(|place| place.postal_code.clone()).into(),
        degrees(|(north, _)| north),
        degrees(|(_, east)| east),
        joined(places.map(|one| place_line(ctx, one)).collect()).into(),
        day(of.verified_on),
        of.source.as_str().into(),
        day(of.source_on),
    ]
}

/// Street and unit, as one line.
fn address_street(of: &crate::rules::place::Place) -> String {
    let parts = [of.street.as_str(), of.unit.as_str()].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
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
        (t!(say, "exchange-api"), ctx.url(&format!("{}/openapi.json", super::api::PATH))),
    ]
}
