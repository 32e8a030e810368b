//! `Find help`: one box, twelve needs, results in facts. Works without scripts; what is asked stands in the address, who asks nowhere.

use super::{
    PATH,
    asked::{Asked, Placed, SHOWN},
    card::{Card, a_person, card, leave, numbers, whole_kilometres},
    facts::{open_state, province_of},
    first,
    narrow::{Counts, filters},
    situation::{self, Said},
    told::told,
};
use crate::{
    ServiceId,
    finder::{
        Finder,
        entry::{NEED, STATUS, point},
    },
    needs,
    rules::{
        eligibility::{Answer as May, Situation},
        facts::Status,
        hours::Open,
    },
    store::finding::placed_among,
    suggesting::public::MISSING,
    unfound,
};
use axum::{
    http::{HeaderValue, header::CACHE_CONTROL},
    response::Response,
};
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    errors::{Error, Result},
    html::{Head, page},
    http::{Address, Answer, Form, Pairs, cache::GoodUntil, html},
    t,
};
use seek::{Ask, Filter, Found};

/// What the page shows.
pub(crate) struct HelpPage {
    pub(crate) asked: Asked,
    /// What she said of herself with this one question.
    pub(crate) said: Said,
    /// What stands on this page, the best first.
    pub(crate) cards: Vec<Card>,
    /// What the index found.
    pub(crate) found: Found,
    /// How many services there are at all.
    pub(crate) all: usize,
    /// Which page of them, from 1.
    pub(crate) number: usize,
    /// How many there are of each choice.
    pub(crate) counts: Counts,
    /// How far away the nearest is, in kilometres, where nothing is as near as she asked.
    pub(crate) nearest: Option<u32>,
}

impl HelpPage {
    fn placed(&self) -> impl Iterator<Item = &Placed> {
        self.cards.iter().map(|card| &card.placed)
    }
}

/// `GET /{p}/{lang}/help`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let shown = look(&ctx, Said::default()).await?;
    unfound::count(&ctx, &shown.asked, &shown.found);
    let good = good_until(&ctx, &shown);
    let mut answer = html(view(&ctx, &shown))?;
    if shown.asked.is_kept_nowhere(ctx.lang, shown.placed()) {
        return Ok(kept_nowhere(answer));
    }
    if let Some(good) = good {
        answer.extensions_mut().insert(GoodUntil(good));
    }
    Ok(answer)
}

/// An answer that neither this program nor a browser keeps: somebody else may look at the same telephone.
pub(crate) fn kept_nowhere(mut answer: Response) -> Response {
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// `POST /{p}/{lang}/help`: the same question with what she says of herself, which is read, answered and kept nowhere.
pub(crate) async fn for_me(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let said = situation::read(&ctx, &sent);
    html(view(&ctx, &look(&ctx, said).await?)).map(kept_nowhere)
}

/// Asks the index, and reads what it found.
async fn look(ctx: &Ctx, said: Said) -> Result<HelpPage> {
    let address = ctx.address();
    let asked = Asked::of(&address);
    let desk = Finder::of(ctx).await?;
    let search = |ask: &Ask<'_>| desk.index().search(ask).map_err(Error::failed);
    let mut page = HelpPage {
        all: desk.index().len(),
        number: 1,
        cards: Vec::new(),
        found: Found::default(),
        counts: Counts::default(),
        nearest: None,
        asked,
        said,
    };
    if page.asked.is_empty() {
        return Ok(page);
    }
    let of = page.said.situation();
    let wanted = usize::try_from(address.page()).unwrap_or(1).max(1);
    let mut found = search(&page.asked.ask(ctx, of, ((wanted - 1) * SHOWN, SHOWN)))?;
    page.number = wanted.min(found.total.div_ceil(SHOWN)).max(1);
    if page.number != wanted {
        found = search(&page.asked.ask(ctx, of, ((page.number - 1) * SHOWN, SHOWN)))?;
    }
    page.counts = Counts::of(&found);
    page.cards = cards(ctx, &page, &found, &search).await?;
    page.nearest = if found.total == 0 { nearest(ctx, &page.asked, &search)? } else { None };
    page.found = found;
    Ok(page)
}

/// How far away the nearest is that would be found but for the limit of distance.
fn nearest(
    ctx: &Ctx,
    asked: &Asked,
    search: &(dyn Fn(&Ask<'_>) -> Result<Found> + Sync),
) -> Result<Option<u32>> {
    if asked.within.is_none() || asked.from().is_none() {
        return Ok(None);
    }
    let wider = Asked { within: None, ..asked.clone() };
    let ask = Ask { nearest_first: true, ..wider.ask(ctx, Situation::default(), (0, 1)) };
    let nearest = search(&ask)?.hits.first().and_then(|hit| hit.kilometres);
    Ok(nearest.and_then(whole_kilometres))
}

/// The services that were found, each with how far it is and, where it is likely not for her, one that is, and is offered now.
async fn cards(
    ctx: &Ctx,
    page: &HelpPage,
    found: &Found,
    search: &(dyn Fn(&Ask<'_>) -> Result<Found> + Sync),
) -> Result<Vec<Card>> {
    let mut tx = ctx.read(PUBLIC).await?;
    let ids: Vec<ServiceId> = found.hits.iter().map(|hit| ServiceId(hit.id)).collect();
    let mut cards = Vec::new();
    for placed in placed_among(&mut tx, Reader::Public, &ids).await? {
        let hit = found.hits.iter().find(|hit| hit.id == placed.service.id.0);
        let may = page.said.may(&placed.service, ctx.today());
        let instead = match (may, placed.service.needs.all().next()) {
            (Some(May::LikelyNot), Some(need)) => {
                let ask = Ask {
                    filters: vec![
                        Filter::Any(NEED, vec![need.id.clone()]),
                        Filter::Any(STATUS, vec![Status::Active.code().to_owned()]),
                        Filter::ForAll,
                    ],
                    limit: 1,
                    from: page.asked.from().map(point),
                    ..page.asked.ask(ctx, Situation::default(), (0, 1))
                };
                let open = search(&Ask { text: "", topics: None, ..ask })?;
                let ids: Vec<ServiceId> = open.hits.iter().map(|hit| ServiceId(hit.id)).collect();
                placed_among(&mut tx, Reader::Public, &ids).await?.pop().map(|one| one.service)
            }
            _ => None,
        };
        cards.push(Card { kilometres: hit.and_then(|hit| hit.kilometres), may, instead, placed });
    }
    tx.done().await?;
    Ok(cards)
}

/// From when on the page is no longer true: the next time that something on it opens or closes. A list of what is open now, and one in which
/// nothing was found, are made anew each time.
fn good_until(ctx: &Ctx, of: &HelpPage) -> Option<Moment> {
    if of.asked.open.is_some() || (!of.asked.is_empty() && of.found.total == 0) {
        return Some(ctx.now());
    }
    let turns = of.cards.iter().filter_map(|card| {
        let Placed { service, locations } = &card.placed;
        match open_state(ctx, service, province_of(locations)) {
            Open::Now { until } => Some(until),
            Open::Next { at } => Some(at),
            Open::Unknown | Open::Closed => None,
        }
    });
    turns.min().and_then(|at| at.to_zoned(ctx.zone()).ok()).map(|at| Moment(at.timestamp()))
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
pub(crate) fn heading(ctx: &Ctx, of: &Asked) -> String {
    let say = ctx.say();
    match &of.need {
        Some(id) => needs::called_either(id, ctx.lang),
        None if !of.words.is_empty() => t!(say, "help-for"),
        None => t!(say, "help-title"),
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let inside = of.asked.quietly(ctx, of.asked.danger(ctx.lang));
    let body = markup! {
        @if of.asked.asks_in_danger(ctx.lang) { (leave(ctx)) }
        @if of.asked.is_empty() { (door(ctx, of)) } @else { (results(&inside, of)) }
    };
    let ctx = &of.asked.quietly(ctx, of.asked.danger(ctx.lang));
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
        section { h2 { (t!(say, "help-needs")) } (twelve(ctx)) }
        (first_steps(ctx))
        p { (t!(say, "help-count", n = of.all)) " " (t!(say, "help-no-trace")) }
        (a_person(ctx))
    }
}

/// The way to the first 90 days, step by step.
fn first_steps(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! { section { h2 { (t!(say, "first-title")) } p { (t!(say, "first-lead")) }
        p.acts { a.btn.plain href=(ctx.public_url(first::PATH)) { (t!(say, "first-all")) } }
    } }
}

/// On the first page of the partnership: the box, the twelve needs, the way to the first steps.
pub(crate) fn at_home(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! {
        section { h2 { (t!(say, "help-what")) }
            (search_box(ctx, &Asked::default()))
            p.small.quiet { (t!(say, "help-lead")) }
        }
        section { h2 { (t!(say, "help-needs")) } (twelve(ctx)) }
        (first_steps(ctx))
    }
}

/// The twelve needs, each a link.
pub(crate) fn twelve(ctx: &Ctx) -> Markup {
    markup! {
        ul.needs { @for group in needs::groups() { li {
            a href=(Address::at(ctx.public_url(PATH)).with("need", group.id.as_str())) { (needs::group_name(group, ctx.lang)) }
        } } }
    }
}

fn results(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let turn = |number: usize| ctx.address().with("page", number.to_string()).to_string();
    markup! {
        (search_box(ctx, &of.asked))
        (filters(ctx, &of.asked.without_danger(ctx.lang), &of.counts))
        p.quiet role="status" { (t!(say, "help-found", n = of.found.total)) @if of.found.total > 0 { " · " (t!(say, "help-order")) } }
        (told(ctx, &of.asked, &of.found))
        @if of.cards.is_empty() { (nothing(ctx, of)) }
        @for one in &of.cards { (card(ctx, one, of.asked.asks_in_danger(ctx.lang))) }
        @if of.found.total > SHOWN && of.said.is_empty() {
            nav aria-label=(t!(say, "help-pages")) { p.acts {
                @if of.number > 1 { a.btn.plain href=(turn(of.number - 1)) rel="prev" { (t!(say, "help-before")) } }
                @if of.number * SHOWN < of.found.total { a.btn.plain href=(turn(of.number + 1)) rel="next" { (t!(say, "help-more")) } }
            } }
        }
        @if !of.cards.is_empty() {
            (situation::form(ctx, &of.said))
            p.acts { a.btn.plain href=(of.asked.quietly(ctx, of.asked.danger(ctx.lang)).address().elsewhere(ctx.public_url(&format!("{PATH}/paper")))) { (t!(say, "help-paper")) } }
        }
        (a_person(ctx))
    }
}

/// No result is a dead end: wider choices first.
fn nothing(ctx: &Ctx, of: &HelpPage) -> Markup {
    let say = ctx.say();
    let wider = ["spoken", "cost", "open", "with", "near", "within", "page"]
        .into_iter()
        .fold(ctx.address(), Address::without);
    let near = of.asked.within.zip(of.nearest);
    let is_danger = of.asked.asks_in_danger(ctx.lang);
    markup! {
        @if is_danger { (numbers(ctx)) }
        @match near { Some((within, n)) => p { (t!(say, "help-near-none", within = within, n = n)) }, None => p { (t!(say, "help-none")) } }
        p.acts {
            @if near.is_some() { a.btn href=(ctx.address().without("within").without("page")) { (t!(say, "help-near-show")) } }
            @else if of.asked.is_narrowed() { a.btn href=(wider) { (t!(say, "help-wider")) } }
            a.btn.plain href=(ctx.public_url(PATH)) { (t!(say, "help-all-needs")) }
            a.btn.plain href=(ctx.public_url(MISSING)) { (t!(say, "way-in-missing-service")) }
        }
    }
}
