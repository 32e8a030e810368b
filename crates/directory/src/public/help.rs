//! `Find help`: one box, twelve needs, results in facts. Works without scripts; what is asked stands in the address, who asks nowhere.

use super::{
    PATH,
    asked::{Asked, FEATURES, Placed, SHOWN, found},
    facts::{address_lines, checked, may_use_words, open_state, open_words, province_of},
};
use crate::{
    needs,
    rules::{
        eligibility::Situation,
        facts::{Cost, Status},
    },
    store::{
        locations::{every_location, offered},
        services::every_service,
    },
    words,
};
use maud::{Markup, html as markup};
use partners::{Reader, Spoken};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::Result,
    html::{Choice, Head, call, choice, facts, named, page, shown},
    http::{Address, Answer, html},
    t,
};
use std::collections::HashMap;

/// What the page shows.
pub(crate) struct HelpPage {
    pub(crate) asked: Asked,
    /// What was found and stands on this page, the best first.
    pub(crate) found: Vec<Placed>,
    /// How many were found.
    pub(crate) total: usize,
    /// How many services there are at all.
    pub(crate) all: usize,
    /// Which page of them, from 1.
    pub(crate) number: usize,
    /// The languages that are spoken anywhere, to choose from.
    pub(crate) spoken: Vec<Spoken>,
}

/// Every service that anyone may know of, with its places.
pub(crate) async fn every_placed(tx: &mut Tx) -> Result<Vec<Placed>> {
    let services = every_service(tx, Reader::Public).await?;
    let places: HashMap<_, _> =
        every_location(tx, Reader::Public).await?.into_iter().map(|one| (one.id, one)).collect();
    let mut at: HashMap<_, Vec<_>> = HashMap::new();
    for one in offered(tx).await? {
        at.entry(one.service_id).or_default().extend(places.get(&one.location_id).cloned());
    }
    Ok(services
        .into_iter()
        .map(|service| Placed { locations: at.remove(&service.id).unwrap_or_default(), service })
        .collect())
}

/// `GET /{p}/{lang}/help`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let all = every_placed(&mut tx).await?;
    tx.done().await?;
    let address = ctx.address();
    let asked = Asked::of(&address);
    let results = if asked.is_empty() { Vec::new() } else { found(&ctx, &asked, Situation::default(), &all) };
    let is_spoken = |one: &Spoken| all.iter().any(|placed| placed.service.facts.0.languages.0.contains(one));
    let last = results.len().div_ceil(SHOWN).max(1);
    let number = usize::try_from(address.page()).unwrap_or(1).clamp(1, last);
    let is_offered = |one: &&Placed| !matches!(one.service.status, Status::Inactive | Status::Defunct);
    let shown = HelpPage {
        asked,
        all: all.iter().filter(is_offered).count(),
        total: results.len(),
        found: results.into_iter().skip((number - 1) * SHOWN).take(SHOWN).cloned().collect(),
        number,
        spoken: Spoken::all().filter(is_spoken).collect(),
    };
    html(view(&ctx, &shown))
}

/// The box.
fn search_box(ctx: &Ctx, of: &Asked) -> Markup {
    let say = ctx.say();
    markup! {
        form.seek role="search" method="get" action=(ctx.public_url(PATH)) {
            label.skip for="q" { (t!(say, "help-what")) }
            input id="q" name="q" type="search" value=(of.words) placeholder=(t!(say, "help-example"));
            button.btn { (t!(say, "help-search")) }
        }
    }
}

/// What the heading says: the need, the words, or the question.
fn heading(ctx: &Ctx, of: &Asked) -> String {
    let say = ctx.say();
    let group = |id: &str| {
        needs::groups().iter().find(|one| one.id == id).map(|one| needs::group_name(one, ctx.lang))
    };
    match &of.need {
        Some(id) => {
            needs::need(id).map(|one| needs::name(one, ctx.lang)).or_else(|| group(id)).unwrap_or_default()
        }
        None if !of.words.is_empty() => t!(say, "help-for"),
        None => t!(say, "help-title"),
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let leave = of.asked.is_safety(&of.found);
    let body = markup! {
        @if leave { p.acts { a.btn.bad href="https://www.google.ca/" rel="noreferrer" { (t!(say, "help-leave")) } } p.small.quiet { (t!(say, "help-leave-told")) } }
        @if of.asked.is_empty() { (door(ctx, of)) } @else { (results(ctx, of)) }
    };
    let head = Head::new(heading(ctx, &of.asked)).at(PATH).about(t!(say, "help-lead"));
    let head =
        if of.asked.is_empty() { head } else { head.under(t!(say, "help-title"), ctx.public_url(PATH)) };
    page(ctx, &head, body)
}

/// The box and the twelve needs.
fn door(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    markup! {
        p.lead { (t!(say, "help-lead")) }
        (search_box(ctx, &of.asked))
        section { h2 { (t!(say, "help-needs")) }
            ul.needs { @for group in needs::groups() { li {
                a href=(Address::at(ctx.public_url(PATH)).with("need", group.id.as_str())) { (needs::group_name(group, ctx.lang)) }
            } } }
        }
        p { (t!(say, "help-count", n = i64::try_from(of.all).unwrap_or_default())) " " (t!(say, "help-no-trace")) }
        (a_person(ctx))
    }
}

/// What is narrowed: by the address alone.
fn filters(ctx: &Ctx, of: &HelpPage) -> Markup {
    let (say, asked) = (ctx.say(), &of.asked);
    let spoken: Vec<Choice> =
        of.spoken.iter().map(|one| choice(one.code(), words::spoken(ctx, *one))).collect();
    let select = |name: &'static str, label: String, any: String, choices: &[Choice], picked: &str| {
        markup! {
            div.field { label for={ "f-" (name) } { (label) }
                select id={ "f-" (name) } name=(name) { option value="" { (any) } @for one in choices { option value=(one.code) selected[one.code == picked] { (one.label) } } }
            }
        }
    };
    let when = [choice("now", t!(say, "open-filter-now")), choice("tonight", t!(say, "open-filter-tonight"))];
    let open = match asked.open {
        Some(super::asked::When::Now) => "now",
        Some(super::asked::When::Tonight) => "tonight",
        None => "",
    };
    markup! {
        details.narrow open[asked.is_narrowed()] { summary { (t!(say, "help-narrow")) }
            form.filters method="get" action=(ctx.public_url(PATH)) {
                @if !asked.words.is_empty() { input type="hidden" name="q" value=(asked.words); }
                @if let Some(need) = &asked.need { input type="hidden" name="need" value=(need); }
                (select("spoken", t!(say, "about-languages"), t!(say, "help-any"), &spoken, asked.spoken.map_or("", Spoken::code)))
                (select("cost", t!(say, "about-cost"), t!(say, "help-any"), &[choice(Cost::Free.code(), words::cost(ctx, Cost::Free))], if asked.free { Cost::Free.code() } else { "" }))
                (select("open", t!(say, "about-hours"), t!(say, "help-any"), &when, open))
                fieldset.field { legend { (t!(say, "about-features")) } @for one in FEATURES {
                    @let id = format!("f-{}", one.code());
                    div.option { input type="checkbox" id=(id) name="with" value=(one.code()) checked[asked.features.contains(&one)]; label for=(id) { (words::feature(ctx, one)) } }
                } }
                div.field.acts { button.btn.plain { (t!(say, "help-show")) } }
            }
        }
    }
}

fn results(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let turn = |number: usize| ctx.address().with("page", number.to_string()).to_string();
    markup! {
        (search_box(ctx, &of.asked))
        (filters(ctx, of))
        p.quiet role="status" { (t!(say, "help-found", n = i64::try_from(of.total).unwrap_or_default())) @if of.total > 0 { " · " (t!(say, "help-order")) } }
        @if of.found.is_empty() { (nothing(ctx, of)) }
        @for one in &of.found { (card(ctx, one)) }
        @if of.total > SHOWN {
            nav aria-label=(t!(say, "help-pages")) { p.acts {
                @if of.number > 1 { a.btn.plain href=(turn(of.number - 1)) rel="prev" { (t!(say, "help-before")) } }
                @if of.number * SHOWN < of.total { a.btn.plain href=(turn(of.number + 1)) rel="next" { (t!(say, "help-more")) } }
            } }
        }
        (a_person(ctx))
    }
}

/// No result is a dead end: wider choices first.
fn nothing(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let address = ctx.address();
    let wider = ["spoken", "cost", "open", "with", "page"].into_iter().fold(address, Address::without);
    markup! {
        p { (t!(say, "help-none")) }
        p.acts {
            @if of.asked.is_narrowed() { a.btn href=(wider) { (t!(say, "help-wider")) } }
            a.btn.plain href=(ctx.public_url(PATH)) { (t!(say, "help-all-needs")) }
        }
    }
}

/// A person to ask, and the number that finds any service.
fn a_person(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! {
        aside.beside { h2 { (t!(say, "help-person")) }
            p { (t!(say, "help-person-told")) }
            p.acts { a.btn.plain href=(ctx.public_url("/ask")) { (t!(say, "help-ask")) } " " (call("211")) }
        }
    }
}

/// One service: what it is, and its facts.
pub(crate) fn card(ctx: &Ctx, of: &Placed) -> Markup {
    let (say, service) = (ctx.say(), &of.service);
    let said = &service.facts.0;
    let url = ctx.public_url(&format!("{PATH}/{}", service.id));
    let languages =
        say.list(&said.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect::<Vec<_>>());
    let open = open_words(ctx, open_state(ctx, service, province_of(&of.locations))).unwrap_or_default();
    let place = of.locations.first().map(|one| address_lines(&one.place.0).join(", ")).unwrap_or_default();
    let all = [
        (t!(say, "about-may-use"), may_use_words(ctx, said)),
        (t!(say, "about-cost"), markup! { (words::cost(ctx, said.cost)) }),
        (t!(say, "about-languages"), markup! { (languages) }),
        (t!(say, "about-hours"), markup! { (open) }),
        (t!(say, "about-where"), markup! { bdi { (place) } }),
        (t!(say, "about-checked"), checked(ctx, service)),
    ];
    let known: Vec<_> =
        all.into_iter().filter(|(_, value)| !value.0.replace("<bdi></bdi>", "").trim().is_empty()).collect();
    markup! {
        article.card data-service=(service.id) {
            h2 { a href=(url) { (shown(ctx, &service.name)) } }
            p { (named(ctx, &service.organization))
                @if service.informal { " " span.tag { (t!(say, "service-informal-short")) } }
                @if service.status == Status::TemporarilyClosed { " " b { (words::status(ctx, service.status)) } }
            }
            (facts(&known))
            p.acts { @if let Some(phone) = said.phones.first() { (call(&phone.number)) " " } a.btn.plain href=(url) { (t!(say, "help-details")) } }
        }
    }
}
