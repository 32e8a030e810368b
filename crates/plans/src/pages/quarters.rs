//! The plan quarter by quarter: the work of one year as the plan of work that funders and councils know, a row for each line
//! and a column for each quarter, and what never ends among it.

use super::{
    line_url, parts,
    pieces::{quarter_word, state_of, state_word, who, who_words, year_word},
    room_url, tree,
};
use crate::{
    can,
    records::shown::milestone,
    rules::periods::Quarter,
    seen::PlanSeen,
    store::{
        frameworks::find_in_force,
        lines::Line,
        milestones::{Milestone, milestones_beside},
        parties::Part,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Head, ListShown, file, list, page, tabs},
    http::{Answer, html},
    t,
};

/// `GET /{p}/work/plan/quarters`: the plan in force by quarter; `?year=…` chooses the year. Also as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let seen = match find_in_force(&mut tx).await? {
        Some(framework) => Some(PlanSeen::load(&ctx, &mut tx, framework).await?),
        None => None,
    };
    let milestones = match &seen {
        Some(seen) => {
            let ids: Vec<crate::NodeId> = seen.lines.iter().map(|line| line.id).collect();
            milestones_beside(&mut tx, &ids).await?
        }
        None => Vec::new(),
    };
    tx.done().await?;
    let Some(seen) = seen else { return html(tree::none_view(&ctx)) };
    let year = year_of(&ctx, &seen);
    match ctx.address().file() {
        Some(kind) => {
            let (columns, name) =
                (columns(&ctx, &seen, year), format!("{}-{year}", t!(ctx.say(), "plan-file")));
            file(&ctx, kind, &name, &columns, &work_of(&seen, year))
        }
        None => html(view(&ctx, &seen, (year, &milestones))),
    }
}

/// The year that is asked for; else the present one, or the nearest of the plan.
fn year_of(ctx: &Ctx, seen: &PlanSeen) -> i16 {
    let asked = ctx.address().get("year").parse::<i16>().ok();
    let present = seen.years.quarter_of(ctx.today()).map(Quarter::year);
    let year = asked.or(present).unwrap_or_else(|| seen.years.first());
    year.clamp(seen.years.first(), seen.years.last())
}

/// What somebody does in a year, in the order of the plan.
fn work_of(seen: &PlanSeen, year: i16) -> Vec<&Line> {
    let fits =
        |line: &&Line| line.kind.is_done_by_somebody() && (line.span().touches(year) || never_ends(line));
    seen.lines.iter().filter(fits).collect()
}

/// Whether it goes on all the time: nobody said since when, and it has no end.
const fn never_ends(line: &Line) -> bool {
    line.ongoing && line.from_quarter.is_none()
}

/// The page of one year.
pub(crate) fn view(ctx: &Ctx, seen: &PlanSeen, (year, milestones): (i16, &[Milestone])) -> Markup {
    let say = ctx.say();
    let link = |of: i16| {
        let href = room_url(ctx, &format!("/quarters?year={of}"));
        (year_word(seen.years, of), href, of == year)
    };
    let years: Vec<_> = (seen.years.first()..=seen.years.last()).map(link).collect();
    let rows = one_page(ctx, work_of(seen, year));
    let shown = ListShown {
        caption: t!(say, "plan-work-of-year", year = year_word(seen.years, year)),
        columns: &columns(ctx, seen, year),
        filters: Vec::new(),
        search: None,
        page: &rows,
        empty: Empty { why: t!(say, "plan-year-empty"), ..Empty::default() },
    };
    let body = markup! {
        (parts(ctx, "/quarters"))
        (tabs(&t!(say, "plan-years"), &years))
        (list(ctx, &ctx.address(), &shown))
        (reached(ctx, seen, year, milestones))
    };
    page(ctx, &Head::of(ctx, &seen.framework.title), body)
}

/// What is to be reached in a year, quarter by quarter.
fn reached(ctx: &Ctx, seen: &PlanSeen, year: i16, milestones: &[Milestone]) -> Markup {
    let say = ctx.say();
    let within = |quarter: Quarter| -> Vec<(&Line, &Milestone)> {
        let due =
            |one: &&Milestone| one.due_on.is_some_and(|day| seen.years.quarter_of(day) == Some(quarter));
        milestones.iter().filter(due).filter_map(|one| Some((seen.line(one.node_id)?, one))).collect()
    };
    let quarters: Vec<_> = (1..=4)
        .filter_map(|n| Quarter::new(year, n))
        .map(|quarter| (quarter, within(quarter)))
        .filter(|(_, all)| !all.is_empty())
        .collect();
    markup! { @if !quarters.is_empty() { section #milestones { h2 { (t!(say, "milestones")) }
        @for (quarter, all) in &quarters {
            h3 { (quarter_word(ctx, seen.years, *quarter)) }
            ul.plain-list { @for (line, one) in all { li { a href=(line_url(ctx, line.id, "#milestones")) { (line.code) } " " (milestone(ctx, one)) } } }
        }
    } } }
}

/// The rows that the address asks for, of all.
fn one_page<'a>(ctx: &Ctx, all: Vec<&'a Line>) -> Page<&'a Line> {
    let (number, size) = (ctx.address().page(), ctx.address().rows().unwrap_or(200));
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let before = usize::try_from(u64::from(number.saturating_sub(1)) * u64::from(size)).unwrap_or(usize::MAX);
    let rows = all.into_iter().skip(before).take(usize::try_from(size).unwrap_or(usize::MAX)).collect();
    Page { rows, total, number, size }
}

/// The columns of a plan of work: what it is for, the line, who, and when.
fn columns<'a>(ctx: &'a Ctx, seen: &'a PlanSeen, year: i16) -> Vec<Column<'a, &'a Line>> {
    let say = ctx.say();
    let people = move |line: &Line, part: Part| {
        Cell::new(who(ctx, &seen.who(line.id, part), seen), who_words(ctx, seen, line, part))
    };
    let mut all = vec![
        Column::new("code", t!(say, "line-code"), move |line: &&Line| {
            Cell::link(&line_url(ctx, line.id, ""), &line.code)
        }),
        Column::new("title", t!(say, "line-title"), move |line: &&Line| Cell::text(ctx, &line.title)),
        Column::new("above", t!(say, "line-above"), move |line: &&Line| {
            match line.parent_id.and_then(|id| seen.line(id)) {
                Some(above) => Cell::text(ctx, &above.title),
                None => Cell::nothing(),
            }
        })
        .on_demand(),
        Column::new("lead", t!(say, "line-lead"), move |line: &&Line| people(line, Part::Lead)),
        Column::new("partners", t!(say, "line-partners"), move |line: &&Line| people(line, Part::Partner))
            .on_demand(),
    ];
    let quarters = [("q1", 1_i8), ("q2", 2), ("q3", 3), ("q4", 4)];
    all.extend(quarters.into_iter().filter_map(|(key, n)| Some((key, Quarter::new(year, n)?))).map(
        |(key, quarter)| {
            Column::new(
                key,
                t!(say, "plan-quarter-short", n = quarter.number().to_string()),
                move |line: &&Line| at_work(ctx, seen, line, quarter),
            )
        },
    ));
    all.push(Column::new("state", t!(say, "plan-state"), move |line: &&Line| {
        Cell::new(state_of(ctx, seen.state(line)), state_word(ctx, seen.state(line)))
    }));
    all
}

/// A mark where a line is worked on in a quarter: a bar to see, words to hear, an x in a file.
fn at_work(ctx: &Ctx, seen: &PlanSeen, line: &Line, quarter: Quarter) -> Cell {
    if !line.span().covers(quarter) && !never_ends(line) {
        return Cell::nothing();
    }
    let heard = t!(ctx.say(), "plan-worked-on-in", quarter = quarter_word(ctx, seen.years, quarter));
    Cell::new(markup! { span.at-work { span.unseen { (heard) } } }, "x".to_owned())
}
