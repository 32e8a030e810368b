//! The public page of one service: everything a person needs to go there, and nothing about who reads it.

use super::{
    PATH,
    asked::Placed,
    card::leave,
    facts::{address_lines, alert, facts_of},
    help::kept_nowhere,
};
use crate::{
    ServiceId,
    pages::AtService,
    rules::{facts::Status, place::PlaceKind},
    store::{
        locations::{Location, locations_of},
        published::joined_with,
        services::{Service, find_service},
    },
    words,
};
use http::{HeaderValue, StatusCode, header::CACHE_CONTROL};
use maud::{Markup, PreEscaped, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::OrNotFound,
    html::{Head, call, named, page, paragraphs},
    http::{Address, Answer, Path, html, see_other},
    ids::Ref,
    t,
    thread::{Thread, thread},
};
use serde_json::json;

/// `GET /{p}/{lang}/help/{service}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let id = ServiceId(at.service);
    let Some(service) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "")).await;
    };
    let locations = locations_of(&mut tx, Reader::Public, id).await?;
    let thread = thread(&ctx, &mut tx, &Ref::from(id)).await?;
    tx.done().await?;
    let placed = Placed { service, locations };
    of_service(&placed.service, html(view(&ctx, &placed, &thread)))
}

/// The answer that is a page of one service: kept nowhere where it is for those in danger.
pub(crate) fn of_service(of: &Service, answer: Answer) -> Answer {
    if of.needs.is_safety() { answer.map(kept_nowhere) } else { answer }
}

/// The way to the service that one was joined with; the address of the old one stays good, as long as they are one.
pub(crate) async fn joined(ctx: &Ctx, tx: &mut Tx, (id, path): (ServiceId, &str)) -> Answer {
    let into = joined_with(tx, id).await?.or_not_found()?;
    let other = find_service(tx, Reader::Public, into).await?.or_not_found()?;
    let mut told = see_other(&ctx.public_url(&format!("{PATH}/{into}{path}")))?;
    *told.status_mut() = StatusCode::MOVED_PERMANENTLY;
    // Two that became one can be parted again: nobody keeps the way for ever.
    told.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    of_service(&other, Ok(told))
}

/// Where a map shows a place, in a new window of the reader's own choosing: a plain `geo:` link would do nothing on most machines.
fn directions(of: &Location) -> Option<String> {
    let place = &of.place.0;
    if place.is_confidential || of.kind != PlaceKind::Physical {
        return None;
    }
    match place.point {
        Some(point) => {
            let (north, east) = point.degrees();
            Some(format!("https://www.openstreetmap.org/directions?to={north:.5},{east:.5}"))
        }
        None if place.street.is_empty() => None,
        None => Some(
            Address::at("https://www.openstreetmap.org/search")
                .with("query", address_lines(place).join(", "))
                .to_string(),
        ),
    }
}

/// Ways to keep the page at hand: on paper, or sent to a telephone by the reader's own means. Nothing is sent from here.
fn take_along(ctx: &Ctx, of: &Service) -> Markup {
    let say = ctx.say();
    let web = ctx.web_url(&format!("/{}{PATH}/{}", ctx.lang, of.id));
    let line = format!("{} {web}", of.name.plain(ctx.lang));
    markup! {
        @if !of.needs.is_for_danger() { a.btn.plain href=(ctx.public_url(&format!("{PATH}/{}/sheet", of.id))) { (t!(say, "sheet-title")) } " " }
        a.btn.plain href=(Address::at("sms:").with("body", line.as_str())) { (t!(say, "help-send-phone")) } " "
        a.btn.plain href=(Address::at("mailto:").with("body", line.as_str())) { (t!(say, "help-send-mail")) }
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &Placed, thread: &Thread) -> Markup {
    let (say, service) = (ctx.say(), &of.service);
    let body = markup! {
        @if service.needs.is_safety() { (leave(ctx)) }
        p.lead { (named(ctx, &service.organization)) @if service.informal { " " span.tag { (t!(say, "service-informal-short")) } } }
        @if service.status != Status::Active { p { b { (words::status(ctx, service.status)) } } }
        (alert(ctx, &service.facts.0))
        (paragraphs(ctx, &service.about))
        p.acts {
            @if let Some(phone) = service.facts.0.phones.first() { (call(&phone.number)) " " }
            @if let Some(href) = of.locations.iter().find_map(directions) { a.btn.plain href=(href) rel="noopener noreferrer" { (t!(say, "help-directions")) } }
            @if !service.needs.is_for_danger() { a.btn.plain href=(ctx.public_url(&format!("{PATH}/{}/call", service.id))) { (t!(say, "help-call-me")) } " " }
            (take_along(ctx, service))
        }
        (facts_of(ctx, service, &of.locations))
        section { h2 { (t!(say, "service-needs")) } ul { @for need in service.needs.all() { li {
            a href=(Address::at(ctx.public_url(PATH)).with("need", need.id.as_str())) { (words::need(ctx, need)) }
        } } } }
        (crate::suggesting::public_view::ways(ctx, service.id))
        (linked(ctx, of))
    };
    let head = Head::of(ctx, &service.name)
        .at(format!("{PATH}/{}", service.id))
        .under(t!(say, "help-title"), ctx.public_url(PATH))
        .about(service.about.plain(ctx.lang))
        .on_thread(thread.clone());
    page(ctx, &head, body)
}

/// The same for programs, in the words of schema.org (30.0): a `Service` with who provides it and where.
fn linked(ctx: &Ctx, of: &Placed) -> Markup {
    let (service, facts) = (&of.service, &of.service.facts.0);
    let place = |one: &Location| {
        let place = &one.place.0;
        json!({ "@type": "Place", "name": one.name.plain(ctx.lang), "address": {
            "@type": "PostalAddress", "streetAddress": place.street, "addressLocality": place.city,
            "addressRegion": place.province, "postalCode": place.postal_code, "addressCountry": "CA" } })
    };
    let languages: Vec<_> = facts.languages.0.iter().map(|one| one.code()).collect();
    let said = json!({
        "@context": "https://schema.org", "@type": "Service", "@id": ctx.web_url(&format!("/{}{PATH}/{}", ctx.lang, service.id)),
        "name": service.name.plain(ctx.lang), "description": service.about.plain(ctx.lang),
        "provider": { "@type": "Organization", "name": service.organization.plain(ctx.lang) },
        "availableChannel": of.locations.iter().filter(|one| !one.place.0.is_confidential && one.kind == PlaceKind::Physical).map(|one| json!({
            "@type": "ServiceChannel", "availableLanguage": languages, "serviceLocation": place(one),
            "servicePhone": facts.phones.first().map(|phone| &phone.number) })).collect::<Vec<_>>(),
    });
    // A closing tag inside a text would end the element.
    let text = said.to_string().replace('<', "\\u003c");
    markup! { script type="application/ld+json" { (PreEscaped(text)) } }
}
