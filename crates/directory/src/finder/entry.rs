//! What the index holds of a service: its words in all languages, what it can be narrowed by, where and when. Only what the public may know.

use crate::{
    funders::funders,
    needs,
    public::{asked::Placed, facts::province_of},
    rules::{
        eligibility::{Answer, Class, Openness, Situation, may_use},
        facts::{Facts, Status},
        freshness::{Freshness, freshness},
        holidays::{Province, holidays},
        hours::{minute_of, minutes_of_week, spans_on},
        place::Point,
    },
};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, date},
};
use platform::text::Text;
use seek::{Entry, Facet, Hours, Kind, Span};

/// A group of needs.
pub(crate) const GROUP: Facet = Facet(1);
/// A need.
pub(crate) const NEED: Facet = Facet(2);
/// A language that is spoken there.
pub(crate) const LANGUAGE: Facet = Facet(3);
/// What it costs.
pub(crate) const COST: Facet = Facet(4);
/// What makes it reachable.
pub(crate) const FEATURE: Facet = Facet(5);
/// How far it is there.
pub(crate) const STATUS: Facet = Facet(6);
/// As whom one may use it, by all that is known.
pub(crate) const MAY: Facet = Facet(7);

/// A need, or a group of needs, that it is there for above all.
pub(crate) const MAIN: Facet = Facet(8);

/// Minutes of a week and of a day.
const WEEK: u16 = 10_080;
const DAY: u16 = 1_440;

/// Days since 1 January 1970.
pub(crate) fn day_number(day: Date) -> i32 {
    let since = date(1970, 1, 1).until(day);
    since.map_or(0, |span| span.get_days())
}

/// As the index writes a point.
pub(crate) fn point(of: Point) -> seek::Point {
    let (latitude, longitude) = of.degrees();
    seek::Point { latitude, longitude }
}

/// How fresh a record is in the index: of three degrees.
pub(crate) fn degree(of: Freshness) -> u8 {
    match of {
        Freshness::Verified => 255,
        Freshness::Due => 128,
        Freshness::CallFirst => 0,
    }
}

/// Whether its hours are other ones each week, so that its entry holds for a day only.
pub(crate) fn holds_for_a_day(of: &Facts) -> bool {
    of.hours.iter().any(|one| !one.is_weekly())
}

/// What the index holds of a service, as it is on `today`.
pub(crate) fn entry(of: &Placed, today: Date) -> Entry {
    let (service, facts) = (&of.service, &of.service.facts.0);
    let mut texts = Vec::new();
    let mut say = |kind: Kind, text: &Text| {
        texts.extend(text.pieces().map(|(_, piece)| (kind, piece.text.clone())));
    };
    say(Kind::Name, &service.name);
    say(Kind::Organization, &service.organization);
    for text in [&service.about, &facts.apply, &facts.openness_note] {
        say(Kind::Description, text);
    }
    of.locations.iter().for_each(|one| say(Kind::Description, &one.name));
    texts.extend(of.locations.iter().map(|one| (Kind::Description, one.place.0.city.clone())));
    let mut facets = Vec::new();
    for need in service.needs.all() {
        texts.extend(needs::names(need).map(|name| (Kind::Topic, name.to_owned())));
        facets.push((NEED, need.id.clone()));
        facets.push((GROUP, need.group.clone()));
    }
    for need in service.needs.mainly() {
        facets.extend([(MAIN, need.id.clone()), (MAIN, need.group.clone())]);
    }
    facets.extend(facts.languages.0.iter().map(|one| (LANGUAGE, one.code().to_owned())));
    facets.extend(facts.features.iter().map(|one| (FEATURE, one.code().to_owned())));
    facets.extend([(COST, facts.cost.code().to_owned()), (STATUS, service.status.code().to_owned())]);
    let is_in = |class: &Class| {
        let of = Situation { class: Some(*class), resident_since: Some(today) };
        matches!(may_use(&facts.openness, funders(), of, today), Answer::Yes | Answer::Likely)
    };
    facets.extend(Class::ALL.into_iter().filter(is_in).map(|class| (MAY, class.code().to_owned())));
    facets.sort();
    facets.dedup();
    let months = i32::try_from(service.months).unwrap_or(12);
    Entry {
        id: service.id.0,
        texts,
        facets,
        points: of.locations.iter().filter_map(|one| one.place.0.point).map(point).collect(),
        hours: (service.status == Status::Active)
            .then(|| hours(facts, province_of(&of.locations), today))
            .flatten(),
        fresh: degree(freshness(service.verified_on, months, today)),
        for_all: facts.openness == Openness::Everyone,
    }
}

/// When it is open. Hours that are the same each week hold with the holidays of this year and the next; others are told for yesterday, today and
/// tomorrow, and have to be told anew each day.
fn hours(of: &Facts, province: Province, today: Date) -> Option<Hours> {
    if of.hours.is_empty() {
        return None;
    }
    let off = |year: i16| if of.is_closed_on_holidays { holidays(province, year) } else { Vec::new() };
    let mut closed: Vec<Date> =
        [today.year() - 1, today.year(), today.year() + 1].into_iter().flat_map(off).collect();
    closed.sort();
    if holds_for_a_day(of) {
        let around = [-1, 0, 1].into_iter().filter_map(|day: i32| today.checked_add(day.days()).ok());
        let spans = around.flat_map(|day| spans_on(&of.hours, day, &|day| closed.contains(&day)));
        return Some(Hours { week: spans.map(span).collect(), closed: Vec::new() });
    }
    let week =
        minutes_of_week(&of.hours).into_iter().map(|(from, until)| Span { from, until: wrapped(until) });
    Some(Hours { week: week.collect(), closed: closed.into_iter().map(day_number).collect() })
}

fn wrapped(until: u16) -> u16 {
    if until > WEEK { until - WEEK } else { until }
}

fn span((from, to): (DateTime, DateTime)) -> Span {
    let place = |at: DateTime| {
        let weekday = u16::try_from(at.date().weekday().to_monday_zero_offset()).unwrap_or(0);
        weekday * DAY + minute_of(at).minutes()
    };
    let (from, until) = (place(from), place(to));
    Span { from, until: if until == 0 { WEEK } else { until } }
}

#[cfg(test)]
mod tests;
