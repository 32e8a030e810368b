//! Places: the list, and each with what is offered there.

use super::{AtLocation, history, list::parts, location_url, room_url, service_url};
use crate::{
    LocationId, can,
    public::facts::{address_lines, link},
    store::{
        locations::{Location, location as find_location, page_locations},
        services::{Service, services_at},
    },
    words,
};
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Page,
    errors::OrNotFound,
    html::{self, Cell, Column, Empty, Head, ListShown, acts, facts, file, list, page, shown},
    http::{Answer, Path, html as answer},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// `GET /{p}/work/directory/locations`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let address = ctx.address();
    // A file leaves the house, and the address of a confidential place does not, whoever takes it.
    let reader = if address.file().is_some() { Reader::Partner } else { partners::reader(&ctx) };
    let rows = page_locations(&mut tx, reader, &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "locations-file"), &columns(&ctx), &rows.rows),
        None => answer(view(&ctx, &rows)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Location>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "location-name"), |of: &Location| {
            Cell::new(
                markup! { a href=(location_url(ctx, of.id, "")) { (shown(ctx, &of.name)) } },
                of.name.plain(ctx.lang),
            )
        })
        .sorts(),
        Column::new("kind", t!(say, "location-kind"), |of: &Location| {
            Cell::words(words::place_kind(ctx, of.kind))
        }),
        Column::new("address", t!(say, "location-address"), |of: &Location| {
            Cell::words(address_lines(&of.place.0).join(", "))
        }),
        Column::new("source", t!(say, "service-source"), |of: &Location| Cell::words(of.source.clone()))
            .on_demand(),
    ]
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Location>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let add = (t!(say, "location-add"), room_url(ctx, "/locations/new"));
    let may = ctx.may(can::KEEP_DIRECTORY);
    let shown = ListShown {
        caption: t!(say, "locations-caption"),
        columns: &columns,
        filters: Vec::new(),
        search: Some(t!(say, "locations-search")),
        page: rows,
        empty: Empty { why: t!(say, "locations-empty"), example: None, first: may.then(|| add.clone()) },
    };
    let body = markup! {
        (parts(ctx, "/locations"))
        @if may && rows.total > 0 { (acts(&[add])) }
        (list(ctx, &ctx.address(), &shown))
    };
    page(
        ctx,
        &Head::new(t!(say, "locations-title")).under(t!(say, "directory-title"), room_url(ctx, "")),
        body,
    )
}

/// One place, as its page shows it.
pub(crate) struct LocationPage {
    pub(crate) of: Location,
    pub(crate) services: Vec<Service>,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
}

/// `GET /{p}/work/directory/locations/{location}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtLocation>) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let (id, reader) = (LocationId(at.location), partners::reader(&ctx));
    let of = find_location(&mut tx, reader, id).await?.or_not_found()?;
    let object = Ref::from(id);
    let shown = LocationPage {
        services: services_at(&mut tx, reader, id).await?,
        thread: thread(&ctx, &mut tx, &object).await?,
        history: history(&ctx, &mut tx, &object).await?,
        of,
    };
    tx.done().await?;
    answer(one_view(&ctx, &shown))
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &LocationPage) -> Markup {
    let (say, place) = (ctx.say(), &of.of);
    let mut ways = Vec::new();
    if ctx.may(can::KEEP_DIRECTORY) {
        ways.push((t!(say, "location-edit"), location_url(ctx, place.id, "/edit")));
        ways.push((t!(say, "directory-bin"), location_url(ctx, place.id, "/bin")));
    }
    let lines = address_lines(&place.place.0);
    let point = place.place.0.point.map(|point| point.degrees());
    let about = facts(&[
        (t!(say, "location-kind"), markup! { (words::place_kind(ctx, place.kind)) }),
        (
            t!(say, "location-address"),
            markup! { @for (n, line) in lines.iter().enumerate() { @if n > 0 { br; } bdi { (line) } } },
        ),
        (
            t!(say, "location-point"),
            markup! { @if let Some((north, east)) = point { bdi dir="ltr" { (format!("{north:.5}, {east:.5}")) } } },
        ),
        (t!(say, "location-transit"), markup! { (shown(ctx, &place.place.0.transit)) }),
        (t!(say, "location-access"), markup! { (shown(ctx, &place.place.0.access)) }),
        (t!(say, "location-web"), link(&place.place.0.web)),
        (t!(say, "location-access-web"), link(&place.place.0.access_web)),
        (t!(say, "service-source"), markup! { (place.source) }),
    ]);
    let body = markup! {
        (acts(&ways))
        @if place.place.0.is_confidential { p { (t!(say, "location-confidential-told")) } }
        (about)
        section #services { h2 { (t!(say, "location-services")) }
            @if of.services.is_empty() { p { (t!(say, "location-services-none")) } }
            ul { @for one in &of.services { li { a href=(service_url(ctx, one.id, "")) { (shown(ctx, &one.name)) } " · " (shown(ctx, &one.organization)) } } }
        }
        section #history { h2 { (t!(say, "history-heading")) } (html::history(ctx, &of.history)) }
    };
    let head = Head::of(ctx, &place.name)
        .under(t!(say, "locations-title"), room_url(ctx, "/locations"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}
