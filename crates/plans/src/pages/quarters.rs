//! The plan quarter by quarter: what is worked on when, one year at a time, and what never ends.

use super::{
    line_url, parts,
    pieces::{quarter_word, state_of, who, year_word},
    room_url, tree,
};
use crate::{
    can,
    rules::periods::Quarter,
    seen::PlanSeen,
    store::{frameworks::find_in_force, lines::Line, parties::Part},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{Head, page, shown, table, tabs},
    http::{Answer, html},
    t,
};

/// `GET /{p}/work/plan/quarters`: the plan in force by quarter; `?year=…` chooses the year.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let seen = match find_in_force(&mut tx).await? {
        Some(framework) => Some(PlanSeen::load(&ctx, &mut tx, framework).await?),
        None => None,
    };
    tx.done().await?;
    html(match seen {
        Some(seen) => view(&ctx, &seen, year_of(&ctx, &seen)),
        None => tree::none_view(&ctx),
    })
}

/// The year that is asked for; else the present one, or the nearest of the plan.
fn year_of(ctx: &Ctx, seen: &PlanSeen) -> i16 {
    let asked = ctx.address().get("year").parse::<i16>().ok();
    let present = seen.years.quarter_of(ctx.today()).map(Quarter::year);
    let year = asked.or(present).unwrap_or_else(|| seen.years.first());
    year.clamp(seen.years.first(), seen.years.last())
}

/// The page of one year.
pub(crate) fn view(ctx: &Ctx, seen: &PlanSeen, year: i16) -> Markup {
    let say = ctx.say();
    let link = |of: i16| {
        let href = room_url(ctx, &format!("/quarters?year={of}"));
        (year_word(seen.years, of), href, of == year)
    };
    let years: Vec<_> = (seen.years.first()..=seen.years.last()).map(link).collect();
    let ongoing: Vec<&Line> =
        seen.lines.iter().filter(|line| line.ongoing && line.from_quarter.is_none()).collect();
    let body = markup! {
        (parts(ctx, "/quarters"))
        (tabs(&t!(say, "plan-years"), &years))
        @for quarter in (1..=4).filter_map(|number| Quarter::new(year, number)) {
            section {
                h2 { (quarter_word(ctx, seen.years, quarter)) }
                (lines(ctx, seen, &seen.lines.iter().filter(|line| line.span().covers(quarter)).collect::<Vec<_>>(), &quarter_word(ctx, seen.years, quarter)))
            }
        }
        @if !ongoing.is_empty() { section { h2 { (t!(say, "plan-never-ends")) } (lines(ctx, seen, &ongoing, &t!(say, "plan-never-ends"))) } }
    };
    page(ctx, &Head::of(ctx, &seen.framework.title), body)
}

/// Lines as a table: code, words, who leads, how far.
pub(crate) fn lines(ctx: &Ctx, seen: &PlanSeen, all: &[&Line], caption: &str) -> Markup {
    let say = ctx.say();
    let heads = [t!(say, "line-code"), t!(say, "line-title"), t!(say, "line-lead"), t!(say, "plan-state")];
    let row = |line: &&Line| {
        let state = if line.kind.is_done_by_somebody() {
            state_of(ctx, seen.state(line))
        } else {
            markup! {}
        };
        vec![
            markup! { span.num { (line.code) } },
            markup! { a href=(line_url(ctx, line.id, "")) { (shown(ctx, &line.title)) } },
            who(ctx, &seen.who(line.id, Part::Lead), seen),
            state,
        ]
    };
    markup! {
        @if all.is_empty() { p.quiet { (t!(say, "plan-quarter-empty")) } }
        @else { (table(caption, &heads, all.iter().map(row).collect())) }
    }
}
