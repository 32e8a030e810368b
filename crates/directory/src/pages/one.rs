//! The page of one service in the workspace: what it says, where, how fresh, who looked.

use super::{AtService, history, list::fresh_of, location_url, room_url, service_url, time};
use crate::{
    ServiceId,
    asking::{mails::asking_url, view::stands},
    can,
    public::facts::facts_of,
    rules::{facts::Capacity, outcomes::Outcome, suggestions::month_of},
    store::{
        checks::{Check, Found, Way, list_checks},
        experiences::outcomes_of,
        letter_readers::{LetterReader, readers_of},
        letters::{Letter, letters_about},
        locations::{Location, locations_of},
        services::{Service, find_service},
        suggestions::{Suggestion, suggestions_about},
    },
    suggesting::{deciding::waiting, experiences::told},
    words,
};
use jiff::ToSpan;
use maud::{Markup, html as markup};
use partners::Visibility;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{self, Head, acts, call, facts, field, form, page, paragraphs, shown},
    http::{Address, Answer, Pairs, Path, html as answer},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// A letter that asked about a service.
pub(crate) struct AskedAbout {
    pub(crate) letter: Letter,
    pub(crate) readers: Vec<LetterReader>,
    pub(crate) found: Option<Found>,
}

/// One service, as its page shows it.
pub(crate) struct ServicePage {
    pub(crate) of: Service,
    pub(crate) locations: Vec<Location>,
    pub(crate) checks: Vec<Check>,
    /// The letters that asked about it, each with who got it and what was said of it.
    pub(crate) letters: Vec<AskedAbout>,
    /// What visitors suggest about it, and nobody has decided.
    pub(crate) suggestions: Vec<Suggestion>,
    /// How it went for whoever was there in the last year, counted.
    pub(crate) outcomes: Vec<(Outcome, i64)>,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// The service with all that its page shows.
pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, id: ServiceId) -> Result<ServicePage> {
    let reader = partners::reader(ctx);
    let of = find_service(tx, reader, id).await?.or_not_found()?;
    let object = Ref::from(id);
    let since = month_of(ctx.today().saturating_sub(11.months()));
    Ok(ServicePage {
        locations: locations_of(tx, reader, id).await?,
        checks: list_checks(tx, id).await?,
        letters: asked_about(ctx, tx, id).await?,
        suggestions: if ctx.may(can::KEEP_DIRECTORY) { suggestions_about(tx, id).await? } else { Vec::new() },
        outcomes: if ctx.may(can::KEEP_DIRECTORY) { outcomes_of(tx, id, &since).await? } else { Vec::new() },
        thread: thread(ctx, tx, &object).await?,
        history: history(ctx, tx, &object).await?,
        of,
        sent: Pairs::default().with("checked_on", ctx.today()).with("found", Found::Unchanged.code()),
        complaints: Complaints::default(),
    })
}

/// Who was asked about it and when: for those who keep the inventory.
async fn asked_about(ctx: &Ctx, tx: &mut Tx, id: ServiceId) -> Result<Vec<AskedAbout>> {
    let mut all = Vec::new();
    if ctx.may(can::KEEP_DIRECTORY) {
        for (letter, found) in letters_about(tx, id).await? {
            let readers = readers_of(tx, letter.id).await?;
            all.push(AskedAbout { letter, readers, found });
        }
    }
    Ok(all)
}

/// `GET /{p}/work/directory/services/{service}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let shown = load(&ctx, &mut tx, ServiceId(at.service)).await?;
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, page_of: &ServicePage) -> Markup {
    let (say, of) = (ctx.say(), &page_of.of);
    let may = ctx.may(can::KEEP_DIRECTORY);
    let mut ways = Vec::new();
    if of.visibility == Visibility::Public {
        ways.push((t!(say, "service-public-page"), ctx.public_url(&format!("/help/{}", of.id))));
    }
    if may {
        ways.insert(0, (t!(say, "service-edit"), service_url(ctx, of.id, "/edit")));
        ways.push((t!(say, "exchange-fields"), service_url(ctx, of.id, "/sources")));
        ways.push((t!(say, "directory-bin"), service_url(ctx, of.id, "/bin")));
    }
    let organization = ctx.url(&format!("/work/partners/{}", of.slug));
    let fresh = fresh_of(ctx, of);
    let kept = facts(&[
        (
            t!(say, "service-organization"),
            markup! { a href=(organization) { (shown(ctx, &of.organization)) } },
        ),
        (
            t!(say, "service-fresh"),
            markup! { (words::freshness(ctx, fresh)) @if let Some(on) = of.verified_on { " " (time(ctx, on)) } },
        ),
        (t!(say, "service-status"), markup! { (words::status(ctx, of.status)) }),
        (t!(say, "service-stream"), markup! { @if let Some(one) = of.stream { (words::stream(ctx, one)) } }),
        (
            t!(say, "service-visibility"),
            markup! { (say.t(&format!("visibility-{}", of.visibility.code()), &[])) },
        ),
        (
            t!(say, "service-source"),
            markup! { (of.source) @if let Some(on) = of.source_on { " " (time(ctx, on)) } },
        ),
    ]);
    let body = markup! {
        (acts(&ways))
        (kept)
        (paragraphs(ctx, &of.about))
        (facts_of(ctx, of, &page_of.locations))
        (beyond(ctx, of))
        @if !page_of.locations.is_empty() { section #locations { h2 { (t!(say, "service-locations")) }
            ul { @for place in &page_of.locations { li { a href=(location_url(ctx, place.id, "")) { (shown(ctx, &place.name)) } } } }
        } }
        @if may { (waiting(ctx, &page_of.suggestions)) (told(ctx, &page_of.outcomes)) (asked(ctx, page_of)) }
        section #checks { h2 { (t!(say, "checks-title")) } (checks(ctx, page_of, may)) }
        section #history { h2 { (t!(say, "history-heading")) } (html::history(ctx, &page_of.history)) }
    };
    let head = Head::of(ctx, &of.name)
        .under(t!(say, "directory-title"), room_url(ctx, ""))
        .on_thread(page_of.thread.clone());
    page(ctx, &head, body)
}

/// What other directories ask for beside the facts of the door.
fn beyond(ctx: &Ctx, of: &Service) -> Markup {
    let (say, said) = (ctx.say(), &of.facts.0);
    let capacity = |one: &Capacity| {
        let (unit, available) = (one.unit.as_str(), i64::from(one.available));
        match one.most {
            Some(most) => {
                t!(say, "service-capacity-of", unit = unit, available = available, most = i64::from(most))
            }
            None => t!(say, "service-capacity-told", unit = unit, available = available),
        }
    };
    let all = [
        (
            t!(say, "service-alert"),
            markup! { @if let Some(one) = &said.alert { (paragraphs(ctx, &one.text)) @if let Some(until) = one.until { (t!(say, "hours-to", day = say.day(until))) } } },
        ),
        (
            t!(say, "service-program"),
            markup! { @if let Some(one) = &said.program { b { (shown(ctx, &one.name)) } (paragraphs(ctx, &one.about)) } },
        ),
        (
            t!(say, "service-contacts"),
            markup! { @for one in &said.contacts {
                bdi { (say.list(&[&one.name, &one.title, &one.department].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>())) }
                @if !one.mail.is_empty() { " " a href={ "mailto:" (one.mail) } { bdi dir="ltr" { (one.mail) } } }
                @for phone in &one.phones { " " (call(&phone.number)) (words::beside(ctx, phone)) }
                br;
            } },
        ),
        (
            t!(say, "service-capacities"),
            markup! { @for one in &said.capacities { (capacity(one)) @if !one.about.is_empty() { ", " bdi { (one.about) } } @if !one.unit_page.is_empty() { " " a href=(one.unit_page) rel="noopener noreferrer" { bdi dir="ltr" { (one.unit_page) } } } " " span.quiet { (time(ctx, one.on)) } br; } },
        ),
        (t!(say, "service-funding"), markup! { @for one in &said.funding { bdi { (one) } br; } }),
    ];
    let known: Vec<_> = all.into_iter().filter(|(_, value)| !value.0.trim().is_empty()).collect();
    if known.is_empty() {
        markup! {}
    } else {
        facts(&known)
    }
}

/// Who was asked whether it is true, and the way to ask.
fn asked(ctx: &Ctx, page_of: &ServicePage) -> Markup {
    let say = ctx.say();
    let ask = Address::at(asking_url(ctx, "")).with("service", page_of.of.id.to_string()).to_string();
    markup! { section #asked { h2 { (t!(say, "service-asked-title")) }
        @if page_of.letters.is_empty() { p { (t!(say, "service-asked-none")) } }
        ol.history reversed { @for one in &page_of.letters { li {
            (stands(ctx, &one.letter)) " · " (time(ctx, one.letter.sent_at.day_in(&ctx.zone()))) " · "
            (say.list(&one.readers.iter().map(|to| to.name.clone()).collect::<Vec<_>>()))
            @if let Some(found) = one.found { " · " b { (words::found(ctx, found)) } }
        } } }
        (acts(&[(t!(say, "service-ask"), ask)]))
    } }
}

/// Who looked and what was found, newest first, and the form of the next look.
fn checks(ctx: &Ctx, page_of: &ServicePage, may: bool) -> Markup {
    let (say, sent) = (ctx.say(), &page_of.sent);
    let form = form(ctx, service_url(ctx, page_of.of.id, "/checks")).complaints(&page_of.complaints);
    let fields = markup! {
        (form.radios(field("found", t!(say, "check-found")).value(sent.get("found")), &words::choices(ctx, &Found::ALL, Found::code, words::found)))
        (form.radios(field("way", t!(say, "check-way")).value(sent.get("way")), &words::choices(ctx, &Way::CHOSEN, Way::code, words::way)))
        (form.date(field("checked_on", t!(say, "check-on")).value(sent.get("checked_on"))))
        (form.text(field("who", t!(say, "check-who")).hint(t!(say, "check-who-hint")).value(sent.get("who")).optional()))
        (form.date(field("again_on", t!(say, "check-again")).value(sent.get("again_on")).optional()))
        (form.prose(field("note", t!(say, "check-note")).hint(t!(say, "check-note-hint")).value(sent.get("note")).optional()))
        (form.version(page_of.of.version))
    };
    markup! {
        @if page_of.checks.is_empty() { p { (t!(say, "checks-none")) } }
        ol.history reversed { @for one in &page_of.checks { li {
            b { (words::found(ctx, one.found)) } " · " (words::way(ctx, one.way)) " · " (time(ctx, one.checked_on))
            @if may && !one.who.is_empty() { " · " bdi { (one.who) } }
            @if may { @if let Some(on) = one.again_on { p { (t!(say, "check-again-told")) " " (time(ctx, on)) } } }
            @if may && !one.note.is_empty() { p { (one.note) } }
        } } }
        @if may { details #check open[!page_of.complaints.is_empty() || page_of.checks.is_empty()] {
            summary { (t!(say, "check-add")) }
            (form.show(&t!(say, "check-save"), fields))
        } }
    }
}
