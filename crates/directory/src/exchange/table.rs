//! A service as one line of a table: what the CSV and the workbook say of it, column by column, each of which the import reads back. The same
//! line tells what a file would change.

use super::shelf::Shelf;
use crate::{
    ServiceId,
    rules::{
        eligibility::Openness,
        facts::{Cost, Facts, Interpretation, Papers},
        hours::write_codes,
        lines,
        phones::write_phones,
        place::Place,
    },
    store::{
        locations::Location,
        services::{Service, ServiceFacts},
    },
    words,
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    ctx::Ctx,
    sheets::{Plain, Sheet},
    t,
    text::Text,
};

/// The columns, by their keys in imports, each with the key of its heading; the order of the file.
pub(crate) const HEAD: [(&str, &str); 56] = [
    ("id", "exchange-id-here"),
    ("name", "service-name"),
    ("organization", "service-organization"),
    ("about", "service-about"),
    ("status", "service-status"),
    ("informal", "exchange-informal"),
    ("needs", "service-needs"),
    ("stream", "service-stream"),
    ("program", "service-program"),
    ("phone", "service-phones"),
    ("mail", "service-mail"),
    ("web", "service-web"),
    ("contacts", "service-contacts"),
    ("hours", "exchange-hours"),
    ("hours-note", "service-hours-note"),
    ("holidays", "exchange-holidays"),
    ("language", "service-languages"),
    ("interpretation", "service-interpretation"),
    ("cost", "service-cost"),
    ("cost-note", "service-cost-note"),
    ("open-to", "exchange-open-to"),
    ("open-to-note", "service-openness-note"),
    ("age-from", "service-age-from"),
    ("age-to", "service-age-to"),
    ("papers-needed", "exchange-papers-needed"),
    ("papers", "service-papers-note"),
    ("features", "service-features"),
    ("apply", "service-apply"),
    ("intake", "service-intake"),
    ("wait-days", "service-wait-days"),
    ("wait-room", "service-has-room"),
    ("wait-on", "exchange-wait-on"),
    ("capacity", "service-capacities"),
    ("funding", "service-funding"),
    ("alert", "service-alert"),
    ("alert-until", "service-alert-until"),
    ("areas", "service-areas"),
    ("links", "service-links"),
    ("place", "exchange-place"),
    ("street", "location-street"),
    ("unit", "location-unit"),
    ("city", "location-city"),
    ("province", "location-province"),
    ("postal", "location-postal-code"),
    ("north", "exchange-north"),
    ("east", "exchange-east"),
    ("transit", "location-transit"),
    ("access", "location-access"),
    ("place-web", "location-web"),
    ("access-web", "location-access-web"),
    ("other-places", "exchange-other-places"),
    ("verified", "service-verified"),
    ("source", "service-source"),
    ("source-on", "exchange-source-on"),
    ("changed", "exchange-changed"),
    ("texts", "exchange-texts"),
];

/// What stands between several things in one cell; those of which a part may hold this sign stand on lines.
const BETWEEN: &str = "; ";

/// A service as its line has it.
pub(crate) struct Line<'a> {
    pub(crate) id: ServiceId,
    pub(crate) organization: &'a Text,
    pub(crate) facts: &'a ServiceFacts,
    /// The places that the line tells of, in the order of its page.
    pub(crate) places: Vec<Placed<'a>>,
    pub(crate) verified_on: Option<Date>,
    pub(crate) changed_at: Moment,
}

/// A place as the line has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed<'a> {
    pub(crate) name: &'a str,
    pub(crate) place: &'a Place,
}

impl<'a> Placed<'a> {
    pub(crate) fn of(location: &'a Location, ctx: &Ctx) -> Self {
        Self { name: location.name.plain(ctx.lang), place: &location.place.0 }
    }
}

/// A place as one line, its parts parted by bars: name, street, unit, town, province, postal code, degrees north and east, how one gets there and
/// in, its page and the one about getting in.
pub(crate) fn place_line(ctx: &Ctx, of: &Placed<'_>) -> String {
    let Place { street, unit, city, province, postal_code, point, transit, access, web, access_web, .. } =
        of.place;
    let (north, east) = point.map(crate::rules::place::Point::degrees).unzip();
    let degrees = |of: Option<f64>| of.map(|of| of.to_string()).unwrap_or_default();
    let (north, east) = (degrees(north), degrees(east));
    let (transit, access) = (transit.plain(ctx.lang), access.plain(ctx.lang));
    let where_ = [of.name, street, unit, city, province, postal_code, &north, &east];
    let parts = where_.into_iter().chain([transit, access, web, access_web]);
    lines::written(&parts.collect::<Vec<_>>())
}

/// Whom it is for, in words that the import knows.
fn open_to(ctx: &Ctx, of: &Openness) -> String {
    let say = ctx.say();
    match of {
        Openness::Unknown => String::new(),
        Openness::Everyone => t!(say, "openness-everyone"),
        Openness::Funder { funder } => say.t(&format!("openness-funder-{funder}"), &[]),
        Openness::Only { classes } => {
            classes.iter().map(|one| words::class(ctx, *one)).collect::<Vec<_>>().join(BETWEEN)
        }
    }
}

pub(crate) fn yes_or_no(ctx: &Ctx, of: bool) -> String {
    let say = ctx.say();
    if of { t!(say, "exchange-yes") } else { t!(say, "exchange-no") }
}

/// The cells of a line, in the order of [`HEAD`], in the words of the context's language.
pub(crate) fn cells(ctx: &Ctx, of: &Line<'_>) -> Vec<Plain> {
    let (service, facts) = (of.facts, &of.facts.facts);
    let text = |of: &Text| Plain::from(of.plain(ctx.lang));
    let mut all = vec![
        of.id.to_string().into(),
        text(&service.name),
        text(of.organization),
        text(&service.about),
        words::status(ctx, service.status).into(),
        yes_or_no(ctx, service.informal).into(),
        joined(service.needs.all().map(|need| words::need(ctx, need))),
        service.stream.map(|one| words::stream(ctx, one)).unwrap_or_default().into(),
        lines::write_program(facts.program.as_ref(), ctx.lang).into(),
        write_phones(&facts.phones).into(),
        facts.mail.as_str().into(),
        facts.web.as_str().into(),
        lines::write_contacts(&facts.contacts).into(),
    ];
    all.extend(when_and_whom(ctx, facts));
    all.extend([lines::write_capacities(&facts.capacities).into(), facts.funding.join("\n").into()]);
    all.extend([
        facts.alert.as_ref().map_or(Plain::Nothing, |alert| text(&alert.text)),
        day(facts.alert.as_ref().and_then(|alert| alert.until)),
        lines::write_areas(&facts.areas).into(),
        lines::write_links(&facts.links).into(),
    ]);
    all.extend(where_(ctx, of));
    all.extend([
        day(of.verified_on),
        service.source.as_str().into(),
        day(service.source_on),
        of.changed_at.to_string().into(),
        ctx.lang.code().into(),
    ]);
    all
}

fn day(on: Option<Date>) -> Plain {
    on.map_or(Plain::Nothing, Plain::Day)
}

fn joined(all: impl Iterator<Item = String>) -> Plain {
    all.collect::<Vec<_>>().join(BETWEEN).into()
}

/// From its hours to how long one waits.
fn when_and_whom(ctx: &Ctx, facts: &Facts) -> Vec<Plain> {
    let text = |of: &Text| Plain::from(of.plain(ctx.lang));
    let number = |n: Option<u32>| n.map_or(Plain::Nothing, |n| Plain::Number(n.into()));
    let said = |word: String, is_known: bool| Plain::from(if is_known { word } else { String::new() });
    vec![
        write_codes(&facts.hours).into(),
        text(&facts.hours_note),
        yes_or_no(ctx, facts.is_closed_on_holidays).into(),
        joined(facts.languages.0.iter().map(|one| words::spoken(ctx, *one))),
        said(
            words::interpretation(ctx, facts.interpretation),
            facts.interpretation != Interpretation::Unknown,
        ),
        said(words::cost(ctx, facts.cost), facts.cost != Cost::Unknown),
        text(&facts.cost_note),
        open_to(ctx, &facts.openness).into(),
        text(&facts.openness_note),
        number(facts.age_from),
        number(facts.age_to),
        said(words::papers(ctx, facts.papers), facts.papers != Papers::Unknown),
        text(&facts.papers_note),
        joined(facts.features.iter().map(|one| words::feature(ctx, *one))),
        text(&facts.apply),
        text(&facts.intake),
        number(facts.wait.and_then(|wait| wait.days)),
        facts.wait.and_then(|wait| wait.has_room).map(|room| yes_or_no(ctx, room)).unwrap_or_default().into(),
        day(facts.wait.map(|wait| wait.on)),
    ]
}

/// Its first place in columns and the others beside.
fn where_(ctx: &Ctx, of: &Line<'_>) -> Vec<Plain> {
    let first = of.places.first();
    let at = |part: fn(&Place) -> &str| Plain::from(first.map_or("", |one| part(one.place)));
    let degrees = |part: fn((f64, f64)) -> f64| {
        let point = first.and_then(|one| one.place.point);
        point.map_or(Plain::Nothing, |point| Plain::Decimal(part(point.degrees())))
    };
    let others: Vec<String> = of.places.iter().skip(1).map(|one| place_line(ctx, one)).collect();
    let words =
        |part: fn(&Place) -> &Text| Plain::from(first.map_or("", |one| part(one.place).plain(ctx.lang)));
    vec![
        first.map_or("", |one| one.name).into(),
        at(|place| &place.street),
        at(|place| &place.unit),
        at(|place| &place.city),
        at(|place| &place.province),
        at(|place| &place.postal_code),
        degrees(|(north, _)| north),
        degrees(|(_, east)| east),
        words(|place| &place.transit),
        words(|place| &place.access),
        at(|place| &place.web),
        at(|place| &place.access_web),
        others.join("\n").into(),
    ]
}

/// One line for each service.
pub(crate) fn table(ctx: &Ctx, shelf: &Shelf) -> Sheet {
    let say = ctx.say();
    let head = HEAD.iter().map(|(_, label)| say.t(label, &[])).collect();
    let row = |of: &Service| {
        let facts = of.facts(&[]);
        let places = shelf.offers_of(of.id).map(|(_, place)| Placed::of(place, ctx)).collect();
        let line = Line {
            id: of.id,
            organization: &of.organization,
            facts: &facts,
            places,
            verified_on: of.verified_on,
            changed_at: of.changed_at,
        };
        cells(ctx, &line)
    };
    Sheet { name: t!(say, "services-title"), head, rows: shelf.services.iter().map(row).collect() }
}
