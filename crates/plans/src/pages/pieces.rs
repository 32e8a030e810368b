//! Pieces that several pages show: a state, what a branch says, who carries a line, when.

use crate::{
    rules::{
        periods::{Quarter, Span, Years},
        states::{Roll, State},
    },
    seen::PlanSeen,
    store::{
        lines::Line,
        parties::{Part, Who},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, Face},
    html::{Look, named, state},
    t,
    text::Text,
};

/// How a state looks.
pub(crate) const fn look(of: Option<State>) -> Look {
    match of {
        None => Look::Unknown,
        Some(State::NotStarted | State::Dropped) => Look::NotStarted,
        Some(State::UnderWay) => Look::UnderWay,
        Some(State::OnTrack | State::Ongoing) => Look::OnTrack,
        Some(State::Behind | State::Stalled) => Look::Behind,
        Some(State::Done) => Look::Done,
    }
}

/// The word of a state.
pub(crate) fn state_word(ctx: &Ctx, of: Option<State>) -> String {
    match of {
        Some(of) => ctx.say().t(&format!("plan-state-{}", of.code()), &[]),
        None => t!(ctx.say(), "plan-state-unknown"),
    }
}

/// What is reported, in words: the state, and that somebody noted it for those who carry the line.
pub(crate) fn reported_words(ctx: &Ctx, of: Option<State>, for_owner: bool) -> String {
    let word = state_word(ctx, of);
    if of.is_some() && for_owner { t!(ctx.say(), "plan-reported-for", state = word) } else { word }
}

/// A state: shape, colour and word.
pub(crate) fn state_of(ctx: &Ctx, of: Option<State>) -> Markup {
    state(look(of), &state_word(ctx, of))
}

/// What is done below a line, counted by how far it is, the most pressing first: “2 stalled  12 on track  4 unknown”.
pub(crate) fn roll(ctx: &Ctx, of: &Roll) -> Markup {
    let say = ctx.say();
    let mut all: Vec<(Option<State>, u32)> =
        of.pressing().into_iter().map(|(state, n)| (Some(state), n)).collect();
    if of.unknown > 0 {
        all.push((None, of.unknown));
    }
    markup! {
        @if !all.is_empty() {
            p.states { @for (one, n) in &all {
                (state(look(*one), &t!(say, "plan-roll", n = *n, state = state_word(ctx, *one).to_lowercase()))) " "
            } }
        }
    }
}

/// A year of a plan: “2026”, or “2026–2027” where it does not start in January.
pub(crate) fn year_word(years: Years, year: i16) -> String {
    if years.month() == 1 { year.to_string() } else { format!("{year}–{}", year.saturating_add(1)) }
}

/// A quarter of a plan: “Q3 of 2026–2027”.
pub(crate) fn quarter_word(ctx: &Ctx, years: Years, quarter: Quarter) -> String {
    let year = year_word(years, quarter.year());
    t!(ctx.say(), "plan-quarter", n = quarter.number().to_string(), year = year)
}

/// An end of a span: its month where that is known, else its quarter.
pub(crate) fn end_word(ctx: &Ctx, years: Years, (quarter, month): (Quarter, Option<u32>)) -> String {
    let say = ctx.say();
    match month.and_then(|month| years.month_in(quarter, month)) {
        Some((year, month)) => {
            let month = say.t(&format!("plan-month-{month}"), &[]);
            t!(say, "plan-month-of-year", month = month, year = year.to_string())
        }
        None => quarter_word(ctx, years, quarter),
    }
}

/// From the first year of a plan to its last: “2025–2030” for years that start in April 2025 and end in March 2030.
pub(crate) fn years_word(years: Years) -> String {
    let last = if years.month() == 1 { years.last() } else { years.last().saturating_add(1) };
    if last == years.first() { last.to_string() } else { format!("{}–{last}", years.first()) }
}

/// When a line is worked on; nothing when nobody said. Whole years are told as years.
pub(crate) fn when(ctx: &Ctx, years: Years, span: Span) -> Option<String> {
    let say = ctx.say();
    let word = |quarter: Quarter| quarter_word(ctx, years, quarter);
    let from_word = |quarter: Quarter| end_word(ctx, years, (quarter, span.from_month));
    let to_word = |quarter: Quarter| end_word(ctx, years, (quarter, span.to_month));
    let of_year = |year: i16| year_word(years, year);
    if let Some((first, last)) = span.whole_years() {
        let same = first == last;
        return Some(if same {
            of_year(first)
        } else {
            t!(say, "plan-from-to", from = of_year(first), to = of_year(last))
        });
    }
    let is_bare = !span.names_month();
    // Open ends at the first day of a year, or at its last, are told by the year.
    let since =
        |from: Quarter| if is_bare && from.number() == 1 { of_year(from.year()) } else { from_word(from) };
    let until = |to: Quarter| if is_bare && to.number() == 4 { of_year(to.year()) } else { to_word(to) };
    match (span.from, span.to, span.ongoing) {
        (Some(from), Some(to), _) if from == to && is_bare => Some(word(from)),
        (Some(from), Some(to), _) if from.year() == to.year() && is_bare => {
            let (first, last) = (from.number().to_string(), to.number().to_string());
            Some(t!(say, "plan-quarters-of-year", from = first, to = last, year = of_year(from.year())))
        }
        (Some(from), Some(to), _) => Some(t!(say, "plan-from-to", from = from_word(from), to = to_word(to))),
        (Some(from), None, true) => Some(t!(say, "plan-ongoing-from", from = since(from))),
        (Some(from), None, false) => Some(t!(say, "plan-from", from = since(from))),
        (None, Some(to), _) => Some(t!(say, "plan-until", to = until(to))),
        (None, None, true) => Some(t!(say, "plan-ongoing")),
        (None, None, false) => None,
    }
}

/// Who has a part in a line, with links where the reader may go.
pub(crate) fn who(ctx: &Ctx, all: &[(&Who, &Text)], seen: &PlanSeen) -> Markup {
    let href = |who: &Who| match (who, ctx.face) {
        (Who::Council(id), Face::Work) => Some(ctx.url(&format!("/work/councils/{id}"))),
        (Who::Council(id), _) => {
            let open = seen.names.councils.get(id).filter(|one| one.closed_at.is_none());
            open.map(|one| ctx.public_url(&format!("/who-we-are/{}", one.slug)))
        }
        (Who::Organization(id), Face::Work) => {
            let known = seen.names.organizations.get(id);
            known.map(|one| ctx.url(&format!("/work/partners/{}", one.slug)))
        }
        (Who::Organization(_) | Who::Named(_) | Who::Aside(_), _) => None,
    };
    markup! { @for (n, (one, name)) in all.iter().enumerate() {
        @if n > 0 { " · " }
        @match href(one) { Some(href) => a href=(href) { (named(ctx, name)) }, None => (named(ctx, name)) }
    } }
}

/// The names of who has a part in a line, for a file.
pub(crate) fn who_words(ctx: &Ctx, seen: &PlanSeen, line: &Line, part: Part) -> String {
    let names: Vec<&str> =
        seen.who(line.id, part).into_iter().map(|(_, name)| name.plain(ctx.lang)).collect();
    names.join("; ")
}
