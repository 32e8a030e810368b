//! What waits in the plan: what should be done by now, what does not move, what was reported and waits for the council.

use crate::{
    NodeId, can,
    mails::asking_url,
    pages::{
        line::{ask, ask_to_confirm},
        line_url,
        mine::MinePage,
        pieces::{quarter_word, state_word},
        room_url,
    },
    records::shown::{addressees, in_short},
    rules::{asking::owes, states::State},
    seen::PlanSeen,
    store::{
        frameworks::find_in_force,
        letters::unanswered_by,
        lines::Line,
        milestones::{Milestone, milestones_due},
        recommendations::{Recommendation, overdue_recommendations},
    },
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};
use std::collections::HashMap;

/// At most so many lines of each sort.
const MOST: usize = 10;

/// What *Today* asks of this room: only about lines of which the reader may say how far they are.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::SEE_PLAN) {
            return Ok(Vec::new());
        }
        let Some(framework) = find_in_force(tx).await?.filter(|one| !one.historical) else {
            return Ok(Vec::new());
        };
        let mine = MinePage::load(ctx, tx, framework).await?;
        let mut all = items(ctx, &mine.seen);
        all.extend(own(ctx, &mine));
        all.extend(milestones(ctx, tx, &mine.seen).await?);
        if ctx.may(can::EDIT_PLAN) {
            all.extend(replies(ctx, tx).await?);
            all.extend(letters(ctx, tx).await?);
        }
        Ok(all)
    })
}

fn items(ctx: &Ctx, seen: &PlanSeen) -> Vec<TodayItem> {
    let done = || seen.lines.iter().filter(|line| line.kind.is_done_by_somebody());
    let own: Vec<&Line> = done().filter(|line| ctx.may(ask(can::REPORT_STATE, seen, line))).collect();
    let is_open = |line: &&&Line| !matches!(seen.state(line), Some(State::Done | State::Dropped));
    let late = own.iter().filter(is_open).filter(|line| line.span().is_over(seen.years, ctx.today()));
    let stuck = own.iter().filter(|line| seen.state(line) == Some(State::Stalled));
    let waits = done().filter(|line| line.said().waits() && ctx.may(ask_to_confirm(seen, line)));
    let mut all: Vec<TodayItem> = Vec::new();
    all.extend(longest(late.map(|line| due(ctx, seen, line)).collect()));
    all.extend(longest(stuck.map(|line| stalled(ctx, line)).collect()));
    all.extend(longest(waits.map(|line| waiting(ctx, line)).collect()));
    all
}

/// Those of the lines that have waited longest.
fn longest(mut lines: Vec<TodayItem>) -> Vec<TodayItem> {
    lines.sort_by_key(|line| (line.on.is_none(), line.on));
    lines.truncate(MOST);
    lines
}

fn what(ctx: &Ctx, line: &Line) -> String {
    format!("{} {}", line.code, line.title.plain(ctx.lang))
}

/// The reader's own lines of which nobody has said anything this quarter, in one line.
fn own(ctx: &Ctx, of: &MinePage) -> Option<TodayItem> {
    let say = ctx.say();
    let lines = of.lines(ctx);
    let owed: Vec<&&Line> =
        lines.iter().filter(|line| owes(&line.said(), of.seen.years, ctx.today())).collect();
    let quarter = of.seen.years.quarter_of(ctx.today());
    (!owed.is_empty()).then(|| TodayItem {
        section: TodaySection::Waiting,
        on: quarter.and_then(|quarter| of.seen.years.ends_on(quarter)),
        when: quarter.map(|quarter| quarter_word(ctx, of.seen.years, quarter)).unwrap_or_default(),
        what: t!(say, "today-plan-mine", n = owed.len()),
        detail: None,
        act: t!(say, "mine-title"),
        href: room_url(ctx, "/mine"),
        late: false,
    })
}

/// So many days ahead a milestone is told.
const DAYS_AHEAD: i64 = 14;

/// Milestones that are near or late, of lines of which the reader may say how far they are.
async fn milestones(ctx: &Ctx, tx: &mut Tx, seen: &PlanSeen) -> Result<Vec<TodayItem>> {
    let say = ctx.say();
    let own: HashMap<NodeId, &Line> = seen
        .lines
        .iter()
        .filter(|line| line.kind.is_done_by_somebody() && ctx.may(ask(can::REPORT_STATE, seen, line)))
        .filter(|line| !matches!(seen.state(line), Some(State::Done | State::Dropped)))
        .map(|line| (line.id, line))
        .collect();
    let last = ctx.today().saturating_add(jiff::Span::new().days(DAYS_AHEAD));
    let near = milestones_due(tx, seen.id(), last).await?.into_iter();
    let item = |one: Milestone| {
        let (line, day) = (own.get(&one.node_id)?, one.due_on?);
        Some(TodayItem {
            section: TodaySection::Due,
            on: Some(day),
            when: say.short_day(day),
            what: one.title.plain(ctx.lang).to_owned(),
            detail: Some(what(ctx, line)),
            act: t!(say, "today-plan-open"),
            href: line_url(ctx, line.id, "#milestones"),
            late: day < ctx.today(),
        })
    };
    Ok(longest(near.filter_map(item).collect()))
}

/// Recommendations whose answer is overdue.
async fn replies(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let say = ctx.say();
    let all = overdue_recommendations(tx, ctx.today()).await?;
    let organizations = addressees(tx, partners::reader(ctx), &all).await?;
    let item = |one: Recommendation| {
        let to = one.organization_id.and_then(|id| organizations.get(&id)).map(|of| &of.name);
        let day = one.expected_on?;
        Some(TodayItem {
            section: TodaySection::Promised,
            on: Some(day),
            when: say.short_day(day),
            what: match to.unwrap_or(&one.named).plain(ctx.lang) {
                "" => t!(say, "today-recommendation-nobody"),
                to => t!(say, "today-recommendation", to = to),
            },
            detail: Some(in_short(one.wording.plain(ctx.lang))),
            act: t!(say, "today-plan-open"),
            href: line_url(ctx, one.node_id, "#recommendations"),
            late: true,
        })
    };
    Ok(all.into_iter().filter_map(item).collect())
}

/// Letters that nobody has answered by their day, in one line.
async fn letters(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let (n, first) = unanswered_by(tx, ctx.today()).await?;
    Ok(first.map(|first| TodayItem {
        section: TodaySection::Promised,
        on: Some(first),
        when: say.short_day(first),
        what: t!(say, "today-plan-letters", n = n),
        detail: None,
        act: t!(say, "plan-asking-title"),
        href: asking_url(ctx, "?state=waiting"),
        late: false,
    }))
}

/// A line whose last quarter is over.
fn due(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> TodayItem {
    let say = ctx.say();
    let until = line.to_quarter.map(|quarter| quarter_word(ctx, seen.years, quarter)).unwrap_or_default();
    TodayItem {
        section: TodaySection::Due,
        on: line.to_quarter.and_then(|quarter| seen.years.ends_on(quarter)),
        when: t!(say, "today-plan-until", quarter = until),
        what: what(ctx, line),
        detail: Some(state_word(ctx, seen.state(line))),
        act: t!(say, "state-report"),
        href: line_url(ctx, line.id, "/report"),
        late: true,
    }
}

/// A line that does not move.
fn stalled(ctx: &Ctx, line: &Line) -> TodayItem {
    let say = ctx.say();
    let note = line.reported_note.plain(ctx.lang).to_owned();
    TodayItem {
        section: TodaySection::Stuck,
        on: line.reported_on,
        when: line.reported_on.map(|day| say.short_day(day)).unwrap_or_default(),
        what: what(ctx, line),
        detail: (!note.is_empty()).then_some(note),
        act: t!(say, "today-plan-open"),
        href: line_url(ctx, line.id, ""),
        late: false,
    }
}

/// A report that the council has not confirmed.
fn waiting(ctx: &Ctx, line: &Line) -> TodayItem {
    let say = ctx.say();
    TodayItem {
        section: TodaySection::Waiting,
        on: line.reported_on,
        when: line.reported_on.map(|day| say.short_day(day)).unwrap_or_default(),
        what: what(ctx, line),
        detail: Some(t!(say, "today-plan-reported", state = state_word(ctx, line.reported_state))),
        act: t!(say, "state-confirm"),
        href: line_url(ctx, line.id, "/confirmation"),
        late: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    #[test]
    fn of_many_lines_those_that_wait_longest_are_told() {
        let line = |on: Option<Date>| TodayItem {
            section: TodaySection::Due,
            on,
            when: String::new(),
            what: String::new(),
            detail: None,
            act: String::new(),
            href: String::new(),
            late: true,
        };
        let days: Vec<Option<Date>> = (1..=12).rev().map(|day| Some(date(2026, 3, day))).collect();
        let told = longest([vec![None], days].concat().into_iter().map(line).collect());
        let told: Vec<Option<Date>> = told.into_iter().map(|line| line.on).collect();
        assert_eq!(told, (1..=10).map(|day| Some(date(2026, 3, day))).collect::<Vec<_>>());
    }
}
