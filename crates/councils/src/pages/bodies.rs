//! The bodies: all of them as a tree, and the page of each.

use super::{
    AtCouncil, council_url, leaving,
    lines::{Names, SeatLine, Table},
    parts, references, word_of,
};
use crate::{
    can,
    rules::{counting::Counted, seats::SeatState},
    seen::{counted, standing},
    store::{
        bodies::{Council, find_council, list_councils},
        references::{TermsOfReference, list_terms_of_reference},
        seats::{list_all_seats, list_seats_of_council},
        terms::{list_terms, list_terms_of_council},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::OrNotFound,
    html::{Empty, Head, acts, empty, facts, form, page, panels, paragraphs, shown},
    http::{Answer, Path, html},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// All bodies, as their page shows them: from the top down, each followed by those below it.
pub(crate) struct BodiesPage {
    pub(crate) bodies: Vec<(Council, Counted)>,
}

/// `GET /{p}/work/councils`: the tree of bodies.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let councils = list_councils(&mut tx).await?;
    let (seats, terms) = (list_all_seats(&mut tx).await?, list_terms(&mut tx).await?);
    tx.done().await?;
    let counted = counted(&standing(seats, &terms, ctx.today()));
    let with_count = |council: Council| (counted.get(&council.id).copied().unwrap_or_default(), council);
    let bodies = councils.into_iter().map(with_count).map(|(counted, council)| (council, counted)).collect();
    html(view(&ctx, &BodiesPage { bodies }))
}

/// The page of all bodies.
pub(crate) fn view(ctx: &Ctx, shown_page: &BodiesPage) -> Markup {
    let say = ctx.say();
    let add = (t!(say, "council-add"), super::room_url(ctx, "/new"));
    let may_add = ctx.may(can::SET_UP_COUNCILS);
    let body = markup! {
        (parts(ctx, ""))
        @if shown_page.bodies.is_empty() {
            (empty(&Empty { why: t!(say, "councils-empty-why"), example: Some(t!(say, "councils-empty-example")), first: may_add.then(|| add.clone()) }))
        } @else {
            (tree(ctx, &shown_page.bodies))
            @if may_add { (acts(&[add])) }
        }
    };
    page(ctx, &Head::new(t!(say, "councils-title")), body)
}

/// What stands below a body's name: its word and how its seats stand.
pub(crate) fn note(ctx: &Ctx, council: &Council, standing: Counted) -> String {
    let say = ctx.say();
    let seats = t!(say, "council-seats", n = standing.total());
    let vacant = (standing.vacant > 0).then(|| t!(say, "council-vacant", n = standing.vacant));
    let awaited = (standing.awaited > 0).then(|| t!(say, "council-awaited", n = standing.awaited));
    let closed = council.closed_at.map(|_| t!(say, "council-closed"));
    let all = [Some(word_of(ctx, council)), Some(seats), vacant, awaited, closed];
    all.into_iter().flatten().collect::<Vec<String>>().join(" · ")
}

/// The bodies as a list with links, nested as they are.
fn tree(ctx: &Ctx, bodies: &[(Council, Counted)]) -> Markup {
    let Some(highest) = bodies.first().map(|(council, _)| council.depth) else { return markup! {} };
    let starts: Vec<usize> = bodies
        .iter()
        .enumerate()
        .filter(|(_, (council, _))| council.depth <= highest)
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([bodies.len()]);
    markup! {
        ul.groups { @for (start, end) in starts.iter().copied().zip(ends) {
            @if let Some(((council, standing), below)) = bodies.get(start..end).and_then(<[_]>::split_first) {
                li {
                    p.group-name { a href=(council_url(ctx, council.id, "")) { (shown(ctx, &council.name)) } }
                    p.small.quiet { (note(ctx, council, *standing)) }
                    (tree(ctx, below))
                }
            }
        } }
    }
}

/// One body, as its page shows it.
pub(crate) struct BodyPage {
    pub(crate) council: Council,
    pub(crate) thread: Thread,
    /// How all its seats stand, those too that the reader may not see.
    pub(crate) counted: Counted,
    /// The seats that she may see.
    pub(crate) lines: Vec<SeatLine>,
    pub(crate) versions: Vec<TermsOfReference>,
    pub(crate) panels: Markup,
}

/// `GET /{p}/work/councils/{council}`: one body.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let seats = list_seats_of_council(&mut tx, at.council).await?;
    let terms = list_terms_of_council(&mut tx, at.council).await?;
    let versions = list_terms_of_reference(&mut tx, at.council).await?;
    let reader = partners::reader(&ctx);
    let names = Names::of(&mut tx, reader, &seats, &terms).await?;
    let object = Ref::from(at.council);
    let thread = thread(&ctx, &mut tx, &object).await?;
    let panels = panels(&ctx, &mut tx, &object).await?;
    tx.done().await?;
    let councils = [council.clone()];
    let table = Table { councils: &councils, terms: &terms, names: &names, reader, today: ctx.today() };
    let states: Vec<SeatState> =
        seats.iter().map(|seat| seat.on_board(&terms).state_on(ctx.today())).collect();
    let lines = seats.into_iter().filter_map(|seat| table.line(seat)).collect();
    let counted = Counted::of(&states);
    html(body_view(&ctx, &BodyPage { council, thread, counted, lines, versions, panels }))
}

/// The page of one body.
pub(crate) fn body_view(ctx: &Ctx, shown_page: &BodyPage) -> Markup {
    let say = ctx.say();
    let council = &shown_page.council;
    let next = leaving::by_last_day(ctx, shown_page.lines.clone());
    let unlisted = shown_page.counted.total().saturating_sub(shown_page.lines.len());
    let body = markup! {
        @if council.closed_at.is_some() { (platform::html::notice(markup! { p { (t!(say, "council-is-closed")) } })) }
        @if !council.outcome.is_empty() { section #outcome { h2 { (t!(say, "council-outcome")) } (paragraphs(ctx, &council.outcome)) } }
        @if !council.mandate.is_empty() { section #mandate { h2 { (t!(say, "council-mandate")) } (paragraphs(ctx, &council.mandate)) } }
        (about(ctx, shown_page))
        (ways_on(ctx, council))
        section #seats {
            h2 { (t!(say, "council-seats-heading")) }
            @if shown_page.counted.total() == 0 {
                (empty(&Empty { why: t!(say, "council-seats-empty-why"), example: Some(t!(say, "seats-empty-example")), first: first_seat(ctx, council) }))
            } @else if !shown_page.lines.is_empty() { (super::seats::table(ctx, &shown_page.lines)) }
            @if unlisted > 0 { p { (t!(say, "who-unlisted", n = unlisted)) } }
        }
        @if !next.is_empty() { section #leaving { h2 { (t!(say, "leaving-title")) } (leaving::table(ctx, &next)) } }
        (shown_page.panels)
    };
    let head = Head::of(ctx, &council.name).on_thread(shown_page.thread.clone());
    page(ctx, &head, body)
}

fn first_seat(ctx: &Ctx, council: &Council) -> Option<(String, String)> {
    let may = ctx.may(can::GRANT_SEAT.on(council.id)) && council.closed_at.is_none();
    may.then(|| (t!(ctx.say(), "seat-add"), council_url(ctx, council.id, "/seats/new")))
}

fn about(ctx: &Ctx, shown_page: &BodyPage) -> Markup {
    let say = ctx.say();
    let council = &shown_page.council;
    let standing = shown_page.counted;
    let seats = match council.own_limit() {
        Some(limit) => t!(say, "council-seats-of", n = standing.total(), limit = limit),
        None => t!(say, "council-seats", n = standing.total()),
    };
    let awaited = (standing.awaited > 0).then(|| t!(say, "council-awaited", n = standing.awaited));
    let vacancies = [Some(t!(say, "council-vacancies-count", n = standing.vacant)), awaited];
    let vacancies = vacancies.into_iter().flatten().collect::<Vec<String>>().join(" · ");
    let open = if council.open { t!(say, "council-open-yes") } else { t!(say, "council-open-no") };
    let versions = council_url(ctx, council.id, "/terms-of-reference");
    let reference = markup! {
        @match shown_page.versions.first() {
            Some(version) => { a href=(versions) { (t!(say, "reference-version-adopted", number = version.number, day = references::adopted(ctx, version))) } },
            None => { a href=(versions) { (t!(say, "reference-none")) } },
        }
    };
    let history = ctx.url(&format!("/work/history/council/{}", council.id));
    let words = |words: String| markup! { (words) };
    facts(&[
        (t!(say, "council-word"), words(word_of(ctx, council))),
        (t!(say, "council-open"), words(open)),
        (t!(say, "council-seats-heading"), words(seats)),
        (t!(say, "council-vacancies"), words(vacancies)),
        (t!(say, "reference-title"), reference),
        (
            t!(say, "council-history"),
            markup! { a href=(history) { (t!(say, "council-history-link", n = council.version)) } },
        ),
    ])
}

/// What can be done on a body's page, by those who may.
fn ways_on(ctx: &Ctx, council: &Council) -> Markup {
    let say = ctx.say();
    let url = |path: &str| council_url(ctx, council.id, path);
    let mut ways: Vec<(String, String)> = first_seat(ctx, council).into_iter().collect();
    if ctx.may(can::EDIT_COUNCIL.on(council.id)) {
        ways.push((t!(say, "council-edit"), url("/edit")));
    }
    ways.push((t!(say, "table-part"), url("/composition")));
    if ctx.may(can::WRITE_TO_GROUP.on(council.id)) {
        ways.push((t!(say, "letter-write"), url("/letters/new")));
    }
    markup! {
        (acts(&ways))
        @if ctx.may(can::SET_UP_COUNCILS) { (ends(ctx, council)) }
    }
}

/// Closing, opening again and the bin, each on the page that asks; opening again is one step.
fn ends(ctx: &Ctx, council: &Council) -> Markup {
    let say = ctx.say();
    let url = |path: &str| council_url(ctx, council.id, path);
    let version = council.version.to_string();
    let name = council.name.plain(ctx.lang);
    markup! {
        div.acts {
            @if council.closed_at.is_some() {
                (form(ctx, url("/reopening")).button(&t!(say, "council-reopen"), name, &[("version", version.as_str())]))
            } @else { a.btn.plain href=(url("/closing")) { (t!(say, "council-close")) } }
            " " a.btn.plain href=(url("/bin")) { (t!(say, "council-bin")) }
        }
    }
}
