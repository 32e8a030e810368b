//! The form of a place.

use super::{AtLocation, location_url, room_url};
use crate::{
    LocationId, can,
    rules::{
        DirectoryRefusal,
        place::{Place, PlaceKind, Point, read_postal_code},
    },
    store::locations::{Location, LocationFacts, add_location, location as find_location, update_location},
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Reader, web_or_none};
use platform::{
    ctx::Ctx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, choice, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::{NAME, Text},
};
use std::borrow::Cow;

/// A line of an address is at most so long.
const LINE: usize = 200;
/// The provinces and territories, by their codes.
const PROVINCES: [&str; 13] = ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"];

/// The fields that are not written per language, with the keys of their labels.
const FIELDS: [(&str, &str); 11] = [
    ("confidential", "location-confidential"),
    ("kind", "location-kind"),
    ("street", "location-street"),
    ("unit", "location-unit"),
    ("city", "location-city"),
    ("province", "location-province"),
    ("postal_code", "location-postal-code"),
    ("north", "location-north"),
    ("east", "location-east"),
    ("web", "location-web"),
    ("access_web", "location-access-web"),
];

/// A form as it stands on the page.
pub(crate) struct LocationForm<'a> {
    pub(crate) id: Option<LocationId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

fn typed(of: &Location) -> Pairs {
    let place = &of.place.0;
    let degrees = |of: i32| format!("{:.6}", f64::from(of) / 1e6);
    Pairs::default()
        .with_text("name", &of.name)
        .with("kind", of.kind.code())
        .with("street", &place.street)
        .with("unit", &place.unit)
        .with("city", &place.city)
        .with("province", &place.province)
        .with("postal_code", &place.postal_code)
        .with("north", place.point.map(|at| degrees(at.north)).unwrap_or_default())
        .with("east", place.point.map(|at| degrees(at.east)).unwrap_or_default())
        .with_text("transit", &place.transit)
        .with_text("access", &place.access)
        .with("web", &place.web)
        .with("access_web", &place.access_web)
        .with("confidential", if place.is_confidential { "yes" } else { "" })
}

/// `GET /{p}/work/directory/locations/new`.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    ctx.demand(can::KEEP_DIRECTORY)?;
    let (sent, complaints) =
        (Pairs::default().with("kind", PlaceKind::Physical.code()), Complaints::default());
    html(view(&ctx, &LocationForm { id: None, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/work/directory/locations`.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    match read(&ctx, &sent, None) {
        Ok(new) => {
            let id = add_location(&mut tx, &new).await?;
            tx.audit("location.added", id, None::<&()>, Some(&new)).await?;
            see_other(&tx.commit_to(&said(&location_url(&ctx, id, ""), "location-added")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                view(&ctx, &LocationForm { id: None, sent: &sent, complaints: &complaints }),
            )
        }
    }
}

/// `GET /{p}/work/directory/locations/{location}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtLocation>) -> Answer {
    let id = LocationId(at.location);
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let of = find_location(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    tx.done().await?;
    let (sent, complaints) = (typed(&of).with("version", of.version), Complaints::default());
    html(view(&ctx, &LocationForm { id: Some(id), sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/work/directory/locations/{location}`.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtLocation>, Form(sent): Form<Pairs>) -> Answer {
    let id = LocationId(at.location);
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let before = find_location(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    if sent.version() != before.version {
        let by = tx.history(&Ref::from(id), 1).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &before, &sent, by.first())?);
    }
    match read(&ctx, &sent, Some(&before)) {
        Ok(new) => {
            update_location(&mut tx, &before, &new).await?;
            tx.audit("location.changed", id, Some(&before.facts()), Some(&new)).await?;
            see_other(&tx.commit_to(&said(&location_url(&ctx, id, ""), "location-changed")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                view(&ctx, &LocationForm { id: Some(id), sent: &sent, complaints: &complaints }),
            )
        }
    }
}

fn read(ctx: &Ctx, sent: &Pairs, before: Option<&Location>) -> Result<LocationFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let text = |of: fn(&Location) -> &Text| before.map(of).cloned().unwrap_or_default();
    let name = reading.lines("name", &text(|of| &of.name), NAME);
    reading.needed("name", &name);
    let kind = reading.choice("kind", PlaceKind::from_code);
    let postal_code = read_postal_code(sent.get("postal_code")).unwrap_or_else(|why| {
        reading.refuse("postal_code", why);
        String::new()
    });
    let point = read_point(&mut reading, sent);
    let place = Place {
        street: reading.line_or_none("street", LINE),
        unit: reading.line_or_none("unit", LINE),
        city: reading.line_or_none("city", LINE),
        province: reading
            .choice_or_none("province", |code| PROVINCES.contains(&code).then(|| code.to_owned()))
            .unwrap_or_default(),
        postal_code,
        point,
        transit: reading.lines("transit", &text(|of| &of.place.0.transit), NAME),
        access: reading.lines("access", &text(|of| &of.place.0.access), NAME),
        web: web_or_none(&mut reading, sent, "web"),
        access_web: web_or_none(&mut reading, sent, "access_web"),
        is_confidential: reading.is_ticked("confidential"),
    };
    let kept = before.map(|of| (of.organization_id, of.source.clone())).unwrap_or_default();
    match kind {
        Some(kind) if reading.complaints.is_empty() => {
            Ok(LocationFacts { organization: kept.0, name, kind, place, source: kept.1 })
        }
        _ => Err(reading.complaints),
    }
}

/// The point of the two fields; north and east in each other's place are seen where the other way round lies in Canada.
fn read_point(reading: &mut Reading<'_>, sent: &Pairs) -> Option<Point> {
    let (north, east) = (sent.get("north"), sent.get("east"));
    if north.is_empty() && east.is_empty() {
        return None;
    }
    let point = Point::read(north, east);
    match (point, Point::read(east, north)) {
        (Some(point), _) if point.is_in_canada() => Some(point),
        (_, Some(swapped)) if swapped.is_in_canada() => {
            reading.refuse("north", DirectoryRefusal::PointSwapped);
            None
        }
        (Some(point), _) if (Point { east: -point.east, ..point }).is_in_canada() => {
            reading.refuse("east", DirectoryRefusal::PointEast);
            None
        }
        (None, _) => {
            reading.refuse("north", DirectoryRefusal::NotAPoint);
            None
        }
        (point, _) => point,
    }
}

/// Every field of the form as a page of two texts names it: what is not named there is overwritten unseen.
pub(crate) fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut labels = labels_in_langs(ctx, "name", &t!(say, "location-name"));
    labels.extend(FIELDS.map(|(name, label)| (name.into(), say.t(label, &[]))));
    labels.extend(labels_in_langs(ctx, "transit", &t!(say, "location-transit")));
    labels.extend(labels_in_langs(ctx, "access", &t!(say, "location-access")));
    labels
}

/// The page that shows what two people made of a place.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    before: &Location,
    sent: &Pairs,
    by: Option<&platform::audit::AuditEntry>,
) -> Result<Markup> {
    let say = ctx.say();
    let (theirs, mine) =
        (typed(before).with("version", before.version), sent.clone().with("version", before.version));
    let complaints = Complaints::default();
    let both = Conflict {
        action: location_url(ctx, before.id, ""),
        theirs: &theirs,
        mine: &mine,
        version: before.version,
        labels: labels(ctx),
        called: &|name, value| match (name, value) {
            ("confidential", "yes") => Some(t!(say, "wait-room-yes")),
            ("kind", code) => PlaceKind::from_code(code).map(|of| words::place_kind(ctx, of)),
            _ => None,
        },
        by,
        keep_href: location_url(ctx, before.id, ""),
        edit: fields(ctx, &LocationForm { id: Some(before.id), sent: &mine, complaints: &complaints }),
    };
    Ok(page(ctx, &Head::new(t!(say, "record-conflict")), conflict(ctx, &both)?))
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, of: &LocationForm<'_>) -> Markup {
    let say = ctx.say();
    let title = if of.id.is_some() { t!(say, "location-edit") } else { t!(say, "location-add") };
    page(
        ctx,
        &Head::new(title).under(t!(say, "locations-title"), room_url(ctx, "/locations")),
        fields(ctx, of),
    )
}

fn fields(ctx: &Ctx, of: &LocationForm<'_>) -> Markup {
    let (say, langs, sent) = (ctx.say(), ctx.site_langs(), of.sent);
    let back = of.id.map_or_else(|| room_url(ctx, "/locations"), |id| location_url(ctx, id, ""));
    let form = form(ctx, &back).complaints(of.complaints).cancel(&back);
    let provinces: Vec<_> = PROVINCES
        .into_iter()
        .map(|code| choice(code, say.t(&format!("province-{}", code.to_lowercase()), &[])))
        .collect();
    let line =
        |name: &'static str, label: String| form.text(field(name, label).value(sent.get(name)).optional());
    let inside = markup! {
        (form.texts(field("name", t!(say, "location-name")).hint(t!(say, "location-name-hint")), &sent.in_langs("name", langs)))
        (form.select(field("kind", t!(say, "location-kind")).value(sent.get("kind")), &words::choices(ctx, &PlaceKind::ALL, PlaceKind::code, words::place_kind)))
        (form.check(field("confidential", t!(say, "location-confidential")).hint(t!(say, "location-confidential-hint")).value(sent.get("confidential"))))
        (line("street", t!(say, "location-street")))
        (line("unit", t!(say, "location-unit")))
        (line("city", t!(say, "location-city")))
        (form.select(field("province", t!(say, "location-province")).value(sent.get("province")).optional(), &provinces))
        (form.text(field("postal_code", t!(say, "location-postal-code")).value(sent.get("postal_code")).short().optional()))
        (form.text(field("north", t!(say, "location-north")).hint(t!(say, "location-point-hint")).value(sent.get("north")).short().optional()))
        (form.text(field("east", t!(say, "location-east")).value(sent.get("east")).short().optional()))
        (form.texts(field("transit", t!(say, "location-transit")).optional(), &sent.in_langs("transit", langs)))
        (form.texts(field("access", t!(say, "location-access")).optional(), &sent.in_langs("access", langs)))
        (line("web", t!(say, "location-web")))
        (line("access_web", t!(say, "location-access-web")))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&t!(say, "location-save"), inside)
}
