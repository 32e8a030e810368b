//! A service in facts, in the reader's language: may I use it, cost, languages, hours, where, papers, how fresh.

use crate::{
    funders::funders,
    rules::{
        eligibility::Openness,
        facts::{Facts, Interpretation, Papers, Status},
        freshness::{freshness, wait_holds},
        holidays::{Province, is_holiday},
        hours::{DAYS, Hours, Minute, Open, minute_of, open},
        place::{Place, PlaceKind},
    },
    store::{locations::Location, services::Service},
    words,
};
use jiff::civil::{Date, DateTime};
use maud::{Markup, html};
use platform::{
    ctx::Ctx,
    html::{call, facts, paragraphs, shown},
    t,
};

/// The lines of an address as they stand on a letter. What a reader may not know was taken out when the place was read.
pub(crate) fn address_lines(place: &Place) -> Vec<String> {
    let town = [place.city.as_str(), place.province.as_str(), place.postal_code.as_str()];
    let town = town.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let street = [place.unit.as_str(), place.street.as_str()].into_iter().filter(|part| !part.is_empty());
    let lines = [street.collect::<Vec<_>>().join(", "), town];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// The present time where the partnership is.
pub(crate) fn now(ctx: &Ctx) -> DateTime {
    ctx.now().0.to_zoned(ctx.zone()).datetime()
}

/// Whether a service is open, in the partnership's time; of one that is not offered now nothing is said.
pub(crate) fn open_state(ctx: &Ctx, of: &Service, province: Province) -> Open {
    if of.status != Status::Active {
        return Open::Unknown;
    }
    let of = &of.facts.0;
    let closed = |day: Date| of.is_closed_on_holidays && is_holiday(province, day);
    open(&of.hours, now(ctx), &closed)
}

/// The province of a service: that of the first of its places that says one.
pub(crate) fn province_of(locations: &[Location]) -> Province {
    let code = locations.iter().map(|one| one.place.0.province.as_str()).find(|code| !code.is_empty());
    Province::from_code(code.unwrap_or_default())
}

/// "Open now, until 17:00", "Opens Monday at 09:00".
pub(crate) fn open_words(ctx: &Ctx, of: Open) -> Option<String> {
    let (say, today) = (ctx.say(), ctx.today());
    let clock = |at: DateTime| minute_of(at).to_string();
    match of {
        Open::Unknown => None,
        Open::Now { until } if until.date() > today || minute_of(until).minutes() == 1439 => {
            Some(t!(say, "open-now"))
        }
        Open::Now { until } => Some(t!(say, "open-until", time = clock(until))),
        Open::Next { at } if at.date() == today => Some(t!(say, "opens-today", time = clock(at))),
        Open::Next { at } => Some(t!(say, "opens-on", day = say.day(at.date()), time = clock(at))),
        Open::Closed => Some(t!(say, "open-closed")),
    }
}

/// Whether a span is the whole day, as people write it: until 23:59, 24:00, or the midnight after.
fn is_whole_day(opens: Minute, closes: Minute) -> bool {
    opens.minutes() == 0 && matches!(closes.minutes(), 0 | 1439)
}

/// From when to when; numbers are kept from turning round.
fn span(ctx: &Ctx, opens: Minute, closes: Minute) -> Markup {
    if is_whole_day(opens, closes) {
        return html! { (t!(ctx.say(), "hours-all-day")) };
    }
    html! { bdi dir="ltr" { (opens) "–" (closes) } }
}

/// The days of a line of hours: a run of days as "Monday to Friday".
fn days(ctx: &Ctx, of: &Hours) -> String {
    let say = ctx.say();
    let word = |place: usize| crate::pages::hours_form::day_word(ctx, place);
    let places: Vec<usize> = (0..7)
        .filter(|place| DAYS.get(*place).is_some_and(|(_, code)| of.days.iter().any(|day| day == code)))
        .collect();
    let is_run = places.len() > 2 && places.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    match (places.first(), places.last()) {
        (Some(first), Some(last)) if is_run => t!(say, "hours-run", first = word(*first), last = word(*last)),
        _ => say.list(&places.iter().map(|place| word(*place)).collect::<Vec<_>>()),
    }
}

/// The hours of a week in words, a line each.
pub(crate) fn hours_lines(ctx: &Ctx, of: &Facts) -> Vec<Markup> {
    let say = ctx.say();
    let line = |one: &Hours| {
        html! {
            (days(ctx, one)) " " (span(ctx, one.opens, one.closes))
            @if !one.weeks.is_empty() { " " (t!(say, "hours-some-weeks")) }
            @if let Some(to) = one.to { " " (t!(say, "hours-to", day = say.day(to))) }
        }
    };
    let mut lines: Vec<Markup> = of.hours.iter().map(line).collect();
    if of.is_closed_on_holidays && !lines.is_empty() {
        lines.push(html! { (t!(say, "hours-holidays")) });
    }
    lines
}

/// Whether it is open now, and the hours of a week.
fn hours(ctx: &Ctx, service: &Service, province: Province) -> Markup {
    let of = &service.facts.0;
    html! {
        @if let Some(now) = open_words(ctx, open_state(ctx, service, province)) { b { (now) } br; }
        @for line in hours_lines(ctx, of) { (line) br; }
        (shown(ctx, &of.hours_note))
    }
}

/// What has to be known before all else, while it stands.
pub(crate) fn alert(ctx: &Ctx, of: &Facts) -> Markup {
    let Some(alert) = of.alert.as_ref().filter(|one| one.stands(ctx.today())) else { return html! {} };
    html! {
        div.notice role="note" { (paragraphs(ctx, &alert.text))
            @if let Some(until) = alert.until { p { (t!(ctx.say(), "hours-to", day = ctx.say().day(until))) } }
        }
    }
}

/// The same as the first line of what stands on paper.
pub(crate) fn alert_line(ctx: &Ctx, of: &Facts) -> Markup {
    let (say, alert) = (ctx.say(), of.alert.as_ref().filter(|one| one.stands(ctx.today())));
    html! { @if let Some(alert) = alert {
        b { (shown(ctx, &alert.text)) } @if let Some(until) = alert.until { " " (t!(say, "hours-to", day = say.day(until))) } br;
    } }
}

/// Where the rule of the funder stands by which it is told whom it is for, and when a person read it there.
fn rule(ctx: &Ctx, of: &Facts) -> Markup {
    let Openness::Funder { funder } = &of.openness else { return html! {} };
    let say = ctx.say();
    html! { @for one in funders().iter().filter(|one| &one.funder == funder) {
        br; a href=(one.link) rel="noopener noreferrer" { (t!(say, "funder-rule-link")) }
        @if let Some(on) = one.checked_on { " " span.quiet { (t!(say, "funder-rule-read", day = say.day(on))) } }
    } }
}

/// A page on the net by its address; nothing where there is none.
pub(crate) fn link(address: &str) -> Markup {
    html! { @if !address.is_empty() { a href=(address) rel="noopener noreferrer" { bdi dir="ltr" { (address) } } } }
}

/// May I use it: never a bare "no".
pub(crate) fn may_use_words(ctx: &Ctx, of: &Facts) -> Markup {
    let say = ctx.say();
    let said = match &of.openness {
        Openness::Everyone => t!(say, "use-everyone"),
        Openness::Unknown => t!(say, "use-unknown"),
        Openness::Funder { funder } => say.t(&format!("use-funder-{funder}"), &[]),
        Openness::Only { classes } => {
            let who: Vec<String> = classes.iter().map(|one| words::class(ctx, *one)).collect();
            t!(say, "use-only", who = say.list(&who))
        }
    };
    html! {
        @if of.openness == Openness::Everyone { b { (said) } } @else { (said) }
        @if of.papers == Papers::None { " " (t!(say, "papers-none-told")) }
        @if !of.openness_note.is_empty() { br; (shown(ctx, &of.openness_note)) }
    }
}

fn cost(ctx: &Ctx, of: &Facts) -> Markup {
    html! { (words::cost(ctx, of.cost)) @if !of.cost_note.is_empty() { ". " (shown(ctx, &of.cost_note)) } }
}

fn languages(ctx: &Ctx, of: &Facts) -> Markup {
    let names: Vec<String> = of.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect();
    let names = ctx.say().list(&names);
    html! {
        (names)
        @if of.interpretation != Interpretation::Unknown {
            @if !names.is_empty() { br; }
            (words::interpretation(ctx, of.interpretation))
        }
    }
}

/// How long one waits: as a fact for thirty days, then "ask".
pub(crate) fn wait(ctx: &Ctx, of: &Facts) -> Markup {
    let say = ctx.say();
    let Some(wait) = of.wait else { return html! {} };
    if !wait_holds(wait.on, ctx.today()) {
        return html! { (t!(say, "wait-ask")) };
    }
    html! {
        @match wait.has_room { Some(true) => { (t!(say, "wait-room")) " " } Some(false) => { (t!(say, "wait-full")) " " } None => {} }
        @if let Some(days) = wait.days { (t!(say, "wait-days", n = i64::from(days))) " " }
        span.quiet { (t!(say, "wait-said", day = say.day(wait.on))) }
    }
}

/// How old a record is, in words a reader can use.
pub(crate) fn checked(ctx: &Ctx, of: &Service) -> Markup {
    let say = ctx.say();
    let fresh = freshness(of.verified_on, i32::try_from(of.months).unwrap_or(12), ctx.today());
    html! {
        (words::freshness(ctx, fresh))
        @if let Some(on) = of.verified_on { " " (t!(say, "checked-on", day = say.day(on))) }
        @if !of.source.is_empty() { br; span.quiet { (t!(say, "service-from")) " " bdi { (of.source) } } }
    }
}

/// Where: each place, with how one gets there and in.
fn places(ctx: &Ctx, locations: &[Location]) -> Markup {
    let say = ctx.say();
    html! {
        @for (n, one) in locations.iter().filter(|one| one.kind == PlaceKind::Physical).enumerate() {
            @if n > 0 { br; }
            @if one.place.0.is_confidential { (t!(say, "location-confidential-told")) " " }
            @for line in address_lines(&one.place.0) { bdi { (line) } br; }
            @if !one.place.0.transit.is_empty() { (shown(ctx, &one.place.0.transit)) br; }
            @if !one.place.0.access.is_empty() { (shown(ctx, &one.place.0.access)) br; }
            @for page in [&one.place.0.web, &one.place.0.access_web].into_iter().filter(|page| !page.is_empty()) { (link(page)) br; }
        }
    }
}

/// All facts of a service that are known; what is not known is not there.
pub(crate) fn facts_of(ctx: &Ctx, of: &Service, locations: &[Location]) -> Markup {
    let (say, said) = (ctx.say(), &of.facts.0);
    let province = province_of(locations);
    let features: Vec<String> = said.features.iter().map(|one| words::feature(ctx, *one)).collect();
    let ages = match (said.age_from, said.age_to) {
        (Some(from), Some(to)) => t!(say, "ages-both", from = i64::from(from), to = i64::from(to)),
        (Some(from), None) => t!(say, "ages-from", from = i64::from(from)),
        (None, Some(to)) => t!(say, "ages-to", to = i64::from(to)),
        (None, None) => String::new(),
    };
    let papers = match said.papers {
        Papers::None => html! { (t!(say, "papers-none-told")) },
        Papers::Listed => paragraphs(ctx, &said.papers_note),
        Papers::Unknown => html! {},
    };
    let phones = html! { @for one in &said.phones { (call(&one.number)) (words::beside(ctx, one)) br; } };
    let mail = html! { @if !said.mail.is_empty() { a href={ "mailto:" (said.mail) } { bdi dir="ltr" { (said.mail) } } } };
    let areas = html! { @for one in &said.areas { bdi { (one.name) } @if !one.about.is_empty() { " (" bdi { (one.about) } ")" } br; } };
    let links = html! { @for one in &said.links {
        @if one.label.is_empty() { (link(&one.address)) } @else { a href=(one.address) rel="noopener noreferrer" { bdi { (one.label) } } } br;
    } };
    let all = [
        (t!(say, "about-may-use"), html! { (may_use_words(ctx, said)) (rule(ctx, said)) }),
        (t!(say, "about-areas"), areas),
        (t!(say, "about-ages"), html! { (ages) }),
        (t!(say, "about-cost"), cost(ctx, said)),
        (t!(say, "about-languages"), languages(ctx, said)),
        (t!(say, "about-hours"), hours(ctx, of, province)),
        (t!(say, "about-where"), places(ctx, locations)),
        (t!(say, "about-features"), html! { (say.list(&features)) }),
        (t!(say, "about-phone"), phones),
        (t!(say, "about-mail"), mail),
        (t!(say, "about-web"), link(&said.web)),
        (t!(say, "about-links"), links),
        (t!(say, "about-papers"), papers),
        (t!(say, "about-apply"), paragraphs(ctx, &said.apply)),
        (t!(say, "about-intake"), html! { (shown(ctx, &said.intake)) }),
        (t!(say, "about-wait"), wait(ctx, said)),
        (t!(say, "about-checked"), checked(ctx, of)),
    ];
    let known: Vec<_> = all.into_iter().filter(|(_, value)| !value.0.trim().is_empty()).collect();
    facts(&known)
}
