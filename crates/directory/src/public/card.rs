//! One service among those that were found: what it is, and its facts; and what stands beside every list.

use super::{
    PATH,
    asked::Placed,
    facts::{address_lines, alert, checked, may_use_words, open_state, open_words, province_of},
    situation::may_words,
};
use crate::{
    rules::{
        eligibility::{Answer as May, Openness},
        facts::Status,
    },
    store::services::Service,
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{call, facts, named, shown},
    reach::HelpFor,
    t,
};

/// A service that was found.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub(crate) placed: Placed,
    /// How far it is, when she said where she is.
    pub(crate) kilometres: Option<f64>,
    /// Whether she may use it, when she said something of herself.
    pub(crate) may: Option<May>,
    /// What is open to everyone, where it is likely not for her.
    pub(crate) instead: Option<Service>,
}

impl From<Placed> for Card {
    fn from(placed: Placed) -> Self {
        Self { placed, kilometres: None, may: None, instead: None }
    }
}

/// The page of a service.
pub(crate) fn url(ctx: &Ctx, of: &Service) -> String {
    ctx.public_url(&format!("{PATH}/{}", of.id))
}

/// Whole kilometres; none for what is too far to matter.
pub(crate) fn whole_kilometres(kilometres: f64) -> Option<u32> {
    const FAR: u32 = 500;
    (0..=FAR).find(|whole| f64::from(*whole) + 0.5 > kilometres)
}

/// A distance as people say it; none for one that is too far to matter.
pub(crate) fn distance(ctx: &Ctx, kilometres: f64) -> Option<String> {
    let whole = whole_kilometres(kilometres)?;
    Some(if whole == 0 { t!(ctx.say(), "help-km-near") } else { t!(ctx.say(), "help-km-about", n = whole) })
}

/// Where it is, in one line.
fn place(ctx: &Ctx, of: &Card) -> Markup {
    let line =
        of.placed.locations.first().map(|one| address_lines(&one.place.0).join(", ")).unwrap_or_default();
    markup! {
        @if let Some(far) = of.kilometres.and_then(|kilometres| distance(ctx, kilometres)) { (far) @if !line.is_empty() { br; } }
        @if !line.is_empty() { bdi { (line) } }
    }
}

/// One service: what it is, and its facts. One for those in danger has the way out beside it, unless the page begins with that.
pub(crate) fn card(ctx: &Ctx, of: &Card, page_has_way_out: bool) -> Markup {
    let (say, service) = (ctx.say(), &of.placed.service);
    let said = &service.facts.0;
    let url = url(ctx, service);
    let languages =
        say.list(&said.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect::<Vec<_>>());
    let open =
        open_words(ctx, open_state(ctx, service, province_of(&of.placed.locations))).unwrap_or_default();
    let may = markup! {
        @if let Some(may) = of.may.filter(|_| said.openness != Openness::Everyone) { (may_words(ctx, may)) br; }
        (may_use_words(ctx, said))
        @if let Some(other) = &of.instead { br; (t!(say, "help-instead")) " " a href=(self::url(ctx, other)) { (shown(ctx, &other.name)) } }
    };
    let all = [
        (t!(say, "about-may-use"), may),
        (t!(say, "about-cost"), markup! { (words::cost(ctx, said.cost)) }),
        (t!(say, "about-languages"), markup! { (languages) }),
        (t!(say, "about-hours"), markup! { (open) }),
        (t!(say, "about-where"), place(ctx, of)),
        (t!(say, "about-checked"), checked(ctx, service)),
    ];
    let known: Vec<_> = all.into_iter().filter(|(_, value)| !value.0.trim().is_empty()).collect();
    markup! {
        article.card data-service=(service.id) {
            h2 { a href=(url) { (shown(ctx, &service.name)) } }
            p { (named(ctx, &service.organization))
                @if service.informal { " " span.tag { (t!(say, "service-informal-short")) } }
                @if service.status == Status::TemporarilyClosed { " " b { (words::status(ctx, service.status)) } }
            }
            @if service.needs.is_safety() && !page_has_way_out { (leave(ctx)) }
            (alert(ctx, said))
            (facts(&known))
            p.acts { @if let Some(phone) = said.phones.first() { (call(&phone.number)) " " } a.btn.plain href=(url) { (t!(say, "help-details")) } @if !service.needs.is_for_danger() { " " a.btn.plain href={ (url) "/call" } { (t!(say, "help-call-me")) } } }
        }
    }
}

/// A way out for somebody who must not be seen reading.
pub(crate) fn leave(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! {
        p.leave { a.btn.bad href="https://www.google.ca/" rel="noreferrer" { (t!(say, "help-leave")) } }
        p.leave-told.small.quiet { (t!(say, "help-leave-told")) }
    }
}

/// The numbers that help at once, wherever she is: for whoever looks for safety where nothing of the inventory answers.
pub(crate) fn numbers(ctx: &Ctx) -> Markup {
    let lines = ctx.partnership.as_ref().map(|one| one.emergency.as_slice()).unwrap_or_default();
    markup! { ul.numbers { @for line in lines { li {
        @match line.what { HelpFor::Own => (named(ctx, &line.label)), known => (ctx.say().html(&format!("emergency-{}", known.code()), &[])) } " " (call(&line.number))
    } } } }
}

/// A person to ask, and the number that finds any service.
pub(crate) fn a_person(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! {
        aside.beside { h2 { (t!(say, "help-person")) }
            p { (t!(say, "help-person-told")) }
            p.acts { a.btn.plain href=(ctx.public_url("/ask")) { (t!(say, "help-ask")) } " " (call("211")) }
        }
    }
}
