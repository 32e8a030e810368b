//! Last year's slice of a plan, copied to the next year: the lines that lie in one year alone, with new codes and quarters a year later. Pure,
//! but for the copying itself.

use super::setting::Kept;
use crate::{
    FrameworkId, NodeId,
    editing::{
        copy_links,
        setting::{EditRefusal, MOST_AT_ONCE},
    },
    facade::{NewLine, add_lines},
    rules::{
        money::Money,
        periods::{PeriodRefusal, Span, Years},
        stages::Stage,
        states::State,
        tree::code_key,
        workplan::years_moved,
    },
    seen::PlanSeen,
    store::{
        edits::{EditId, EditLine, Edited, insert_edit},
        lines::{Line, LineFacts, find_line, forest_of, list_lines},
        parties::parties_of,
    },
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Refusal, Result},
    text::Text,
};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// A line and its copy.
#[derive(Debug)]
pub(crate) struct Copied {
    pub line: NodeId,
    /// What is written down, or why it is not.
    pub new: std::result::Result<NewLine, Box<dyn Refusal>>,
    /// Whether its words name the old year: the copy then names the new one.
    pub is_retitled: bool,
}

/// Whether a line lies in one year alone.
pub(crate) fn lies_in(span: Span, year: i16) -> bool {
    !span.ongoing
        && matches!((span.from, span.to), (Some(from), Some(to)) if from.year() == year && to.year() == year)
}

/// The code of a copy: with the new year where the old one stood, or behind it. None when that is too long.
pub(crate) fn code_in(code: &str, (from, to): (i16, i16)) -> Option<String> {
    let old = from.to_string();
    let new = match code.rfind(&old) {
        Some(at) => format!("{}{to}{}", code.get(..at)?, code.get(at + old.len()..)?),
        None => format!("{code}-{to}"),
    };
    (new.chars().count() <= crate::pages::forms::CODE).then_some(new)
}

/// Whether a line is ticked when a year is looked at: what is done or was dropped has no next year, unless somebody says so.
pub(crate) const fn begins_ticked(state: Option<State>) -> bool {
    !matches!(state, Some(State::Done | State::Dropped))
}

/// The copies of a year's slice in the next year, from the top down; of one branch, when a line is named. Lines that are not taken have
/// none: what stands below them goes below the older line.
///
/// # Errors
/// [`PeriodRefusal::OutsideYears`] when the plan does not reach so far.
pub(crate) fn slice(
    seen: &PlanSeen,
    year: i16,
    below: Option<NodeId>,
    takes: impl Fn(&Line) -> bool,
) -> std::result::Result<Vec<Copied>, PeriodRefusal> {
    let years: Years = seen.years;
    let next = year.saturating_add(1);
    if !(years.first()..years.last()).contains(&year) {
        return Err(outside(years));
    }
    let known: HashMap<String, &Line> = seen.lines.iter().map(|line| (code_key(&line.code), line)).collect();
    let branch: Option<BTreeSet<NodeId>> = below.map(|id| seen.forest.branch(id).into_iter().collect());
    let mut codes: HashMap<NodeId, String> = HashMap::new();
    let mut given: BTreeSet<String> = BTreeSet::new();
    let mut all = Vec::new();
    for line in seen.lines.iter().filter(|line| lies_in(line.span(), year)) {
        let code = code_in(&line.code, (year, next));
        let key = code.as_deref().map(code_key).unwrap_or_default();
        // What was copied before gets new lines below its copy.
        let copy = known.get(&key).filter(|one| one.kind == line.kind && lies_in(one.span(), next));
        codes.extend(copy.map(|copy| (line.id, copy.code.clone())));
        if branch.as_ref().is_some_and(|branch| !branch.contains(&line.id)) || !takes(line) {
            continue;
        }
        let code = code.filter(|_| !known.contains_key(&key) && given.insert(key));
        let title = later_title(line, (year, next), years);
        let is_retitled = title != line.title;
        let new: std::result::Result<NewLine, Box<dyn Refusal>> = match (code, line.span().later(1, years)) {
            (Some(code), Some(span)) => {
                codes.insert(line.id, code.clone());
                Ok(copy_of(seen, line, (code, span, title), &codes))
            }
            (None, _) => Err(Box::new(SliceRefusal::CopiedAlready { code: line.code.clone() })),
            (_, None) => Err(Box::new(outside(years))),
        };
        all.push(Copied { line: line.id, new, is_retitled });
    }
    Ok(all)
}

/// The title of a copy: where it names the old year, it names the new one. Adopted words are not touched: they stay with the old line.
fn later_title(line: &Line, (year, next): (i16, i16), years: Years) -> Text {
    let mut title = line.title.clone();
    for (lang, piece) in line.title.pieces() {
        let later = years_moved(&piece.text, (year, years.month() != 1), next - year);
        if later != piece.text {
            title = title.with(lang, &later, piece.on);
        }
    }
    title
}

fn outside(years: Years) -> PeriodRefusal {
    PeriodRefusal::OutsideYears { first: years.first().to_string(), last: years.last().to_string() }
}

platform::refusals! {
    /// Why a line is not copied to the next year.
    pub enum SliceRefusal {
        /// The code that its copy would have is given already.
        CopiedAlready { code: String } = "plan-slice-copied-already",
    }
}

/// A copy: below the copy of its line above, where that lies in the slice too. What was adopted, and what was found for the old year,
/// stays with the old line.
fn copy_of(
    seen: &PlanSeen,
    line: &Line,
    (code, span, title): (String, Span, Text),
    codes: &HashMap<NodeId, String>,
) -> NewLine {
    let above = line
        .parent_id
        .and_then(|id| codes.get(&id).cloned().or_else(|| seen.line(id).map(|one| one.code.clone())));
    let facts = LineFacts {
        code,
        span,
        title,
        money: Money::default(),
        wording: Text::default(),
        stage: line.stage.map(|_| Stage::Idea),
        stage_why: Text::default(),
        ..line.facts()
    };
    NewLine { above, facts, parties: seen.parties.get(&line.id).cloned().unwrap_or_default() }
}

/// Writes the copies down, with the links of their lines, as one edit.
///
/// # Errors
/// [`EditRefusal::NoLine`] when there is nothing to copy.
pub(crate) async fn copy_slice(
    ctx: &Ctx,
    tx: &mut Tx,
    framework: FrameworkId,
    all: Vec<Copied>,
) -> Result<EditId> {
    let (mut from, mut new) = (Vec::new(), Vec::new());
    for one in all {
        if let Ok(line) = one.new {
            from.push(one.line);
            new.push(line);
        }
    }
    if new.is_empty() {
        return Err(EditRefusal::NoLine.into());
    }
    if new.len() > usize::try_from(MOST_AT_ONCE).unwrap_or(usize::MAX) {
        return Err(EditRefusal::TooManyLines { most: MOST_AT_ONCE }.into());
    }
    let ids = add_lines(tx, framework, &new).await?;
    let copies: Vec<(NodeId, NodeId)> = from.into_iter().zip(ids).collect();
    copy_links(ctx, tx, &copies).await?;
    let forest = forest_of(&list_lines(tx, framework).await?);
    let mut lines = Vec::with_capacity(copies.len());
    for (_, id) in &copies {
        let line = find_line(tx, *id).await?.or_not_found()?;
        let after = Kept::of(&line, &parties_of(tx, *id).await?, &forest);
        lines.push(EditLine { node: *id, version: line.version, before: None, after });
    }
    let told = json!({ "count": lines.len() });
    tx.audit("plan-framework.edited", framework, None::<&()>, Some(&told)).await?;
    insert_edit(tx, framework, Edited::Sliced, &lines).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pages::samples::{inside, sample},
        rules::{kinds::Kind, periods::Quarter, standing::Standing},
    };

    #[test]
    fn what_is_done_or_dropped_begins_unticked() {
        let off: Vec<State> = State::ALL.into_iter().filter(|state| !begins_ticked(Some(*state))).collect();
        assert_eq!(off, [State::Done, State::Dropped]);
        assert!(begins_ticked(None), "nobody has said anything of it");
    }

    #[test]
    fn what_stands_below_a_line_that_is_not_taken_goes_below_the_older_one() {
        let mut seen = inside(Standing::InForce).unwrap();
        let within = |n, above| {
            let mut line = sample(n, above, Kind::Action);
            (line.from_quarter, line.to_quarter, line.ongoing) =
                (Quarter::new(2026, 1), Quarter::new(2026, 2), false);
            line
        };
        let mut lines = vec![sample(1, None, Kind::Priority), within(3, Some(1)), within(6, Some(3))];
        lines[0].to_quarter = Quarter::new(2029, 4);
        let facts = (lines, seen.levels.clone());
        seen = PlanSeen::new(seen.framework, facts, Default::default(), seen.face).unwrap();
        let above = |takes: fn(&Line) -> bool| {
            let all = slice(&seen, 2026, None, takes).unwrap();
            let told = all.into_iter().map(|one| one.new.unwrap());
            told.map(|new| (new.facts.code, new.above.unwrap_or_default())).collect::<Vec<_>>()
        };
        let (parent, child) = (seen.lines[1].code.clone(), seen.lines[2].code.clone());
        let all = above(|_| true);
        assert_eq!(all[1], (format!("{child}-2027"), format!("{parent}-2027")), "{all:?}");
        let one = above(|line| line.parent_id != Some(crate::pages::samples::id(1)));
        assert_eq!(one, [(format!("{child}-2027"), parent)]);
    }
}
