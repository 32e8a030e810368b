//! The first page of *Our plan*: priority by priority, goal by goal, what is done and how far.

use super::{PATH, line_url, shown_plan};
use crate::{
    NodeId,
    pages::charter,
    pages::pieces::{roll, state_of, when, who},
    rules::{kinds::Kind, states::Publicity},
    seen::PlanSeen,
    store::{lines::Line, parties::Part},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    html::{Empty, Head, empty, notice, page, paragraphs, shown},
    http::{Answer, html},
    langs::Lang,
    t,
};

/// `GET /{p}/{lang}/our-plan`.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let seen = match shown_plan(&mut tx).await? {
        Some(framework) => Some(PlanSeen::load(&ctx, &mut tx, framework).await?),
        None => None,
    };
    tx.done().await?;
    html(view(&ctx, seen.as_ref()))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, seen: Option<&PlanSeen>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        @match seen {
            None => (empty(&Empty { why: t!(say, "our-plan-empty"), ..Empty::default() })),
            Some(seen) => {
                (intro(ctx, seen))
                (overview(ctx, seen))
                @for line in seen.below(None) { (section(ctx, seen, line, 2)) }
                (charter::shown(ctx, &seen.framework.charter()))
            }
        }
    };
    let head = Head::new(t!(say, "our-plan-title")).at(PATH).about(t!(say, "our-plan-about"));
    page(ctx, &head, body)
}

fn intro(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let say = ctx.say();
    let framework = &seen.framework;
    let publicity = say.t(&format!("our-plan-shows-{}", framework.publicity.code()), &[]);
    markup! {
        p { b { (shown(ctx, &framework.title)) } " · " (counted(ctx, seen, &seen.counts())) }
        (paragraphs(ctx, &framework.about))
        @if !framework.charter().is_empty() { p { a href="#charter" { (t!(say, "charter")) } } }
        @if framework.historical { (notice(markup! { p { (t!(say, "our-plan-historical")) } })) }
        @if !framework.source.is_empty() { p.small.quiet { (t!(say, "our-plan-source")) " " (shown(ctx, &framework.source)) } }
        p.small.quiet { (publicity) }
    }
}

/// How many lines there are of each kind, in the words of the plan: “4 priorities, 16 goals and 57 strategic actions”.
fn counted(ctx: &Ctx, seen: &PlanSeen, counts: &[(Kind, usize)]) -> String {
    let say = ctx.say();
    let word = |(kind, n): &(Kind, usize)| {
        let own = seen.levels.iter().find(|level| level.kind == *kind);
        let own = own.map(|level| if *n == 1 { &level.one } else { &level.many });
        match own.map(|text| text.in_lang(ctx.lang)).filter(|word| !word.is_empty()) {
            Some(word) => t!(say, "our-plan-count", n = *n, what = word.to_lowercase()),
            None => say.t(&format!("our-plan-count-{}", kind.code()), &[("n", (*n).into())]),
        }
    };
    say.list(&counts.iter().map(word).collect::<Vec<String>>())
}

/// The highest lines below which something is done, side by side, each with how far all of it is.
fn overview(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let all = seen.below(None).into_iter().map(|line| (line, seen.roll(line.id)));
    let done: Vec<_> = all.filter(|(_, own)| own.total() > 0).collect();
    markup! {
        @if !done.is_empty() { div.three { @for (line, own) in done { div {
            p.group-name { a href={ "#" (anchor(line)) } { (shown(ctx, &line.title)) } }
            @if seen.framework.publicity != Publicity::Nothing { (roll(ctx, &own)) }
            p.small.quiet { (counted(ctx, seen, &seen.done_below(line.id))) }
        } } } }
    }
}

fn anchor(line: &Line) -> String {
    format!("line-{}", line.id)
}

/// A need, a priority or a goal with all that stands below it.
fn section(ctx: &Ctx, seen: &PlanSeen, line: &Line, level: u8) -> Markup {
    let (work, parts): (Vec<&Line>, Vec<&Line>) =
        seen.below(Some(line.id)).into_iter().partition(|below| is_work(below.kind));
    let title = markup! {
        span.quiet { (seen.word(ctx, line.kind)) " " (line.code) } " "
        a href=(line_url(ctx, line.id)) { (shown(ctx, &line.title)) }
    };
    markup! {
        section.goal[level > 2] id=(anchor(line)) {
            @match level { 2 => h2 { (title) }, 3 => h3 { (title) }, _ => h4 { (title) } }
            @if !line.note.is_empty() && level == 2 { div.quiet { (paragraphs(ctx, &line.note)) } }
            (list(ctx, seen, &work))
            @for part in parts { (section(ctx, seen, part, level.saturating_add(1))) }
        }
    }
}

const fn is_work(kind: Kind) -> bool {
    kind.is_done_by_somebody() || matches!(kind, Kind::Direction)
}

/// What is done, line by line, each with what stands below it.
pub(crate) fn list(ctx: &Ctx, seen: &PlanSeen, lines: &[&Line]) -> Markup {
    markup! { @if !lines.is_empty() { ol { @for line in lines { (item(ctx, seen, line)) } } } }
}

fn item(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> Markup {
    let below: Vec<NodeId> = seen.forest.children(Some(line.id)).to_vec();
    let below: Vec<&Line> = below.into_iter().filter_map(|id| seen.line(id)).collect();
    let leads = seen.who(line.id, Part::Lead);
    let shows_state = line.kind.is_done_by_somebody() && seen.framework.publicity != Publicity::Nothing;
    markup! {
        li {
            span.num.quiet { (line.code) }
            span {
                a href=(line_url(ctx, line.id)) { (shown(ctx, &line.title)) }
                br;
                span.small.quiet { (told(ctx, seen, line)) @if !leads.is_empty() { " · " (who(ctx, &leads, seen)) } }
            }
            @if shows_state { (state_of(ctx, seen.state(line))) }
            (list(ctx, seen, &below))
        }
    }
}

/// What is said of a line in a few words: what it is and when it is worked on, and when the council confirmed its state.
fn told(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> String {
    let say = ctx.say();
    let confirmed = line.confirmed_on.filter(|_| seen.framework.publicity != Publicity::Nothing);
    let confirmed = confirmed.map(|day| t!(say, "our-plan-confirmed-on", day = day));
    let stage = line.stage.map(|stage| say.t(&format!("plan-stage-{}", stage.code()), &[]));
    let all = [Some(seen.word(ctx, line.kind)), when(ctx, seen.years, line.span()), stage, confirmed];
    all.into_iter().flatten().collect::<Vec<String>>().join(" · ")
}

/// The first language of the partnership's site, for addresses in the API.
pub(crate) fn first_lang(ctx: &Ctx) -> Lang {
    ctx.partnership.as_ref().and_then(|p| p.langs.first().copied()).unwrap_or(Lang::En)
}
