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

/// The copies of a year's slice in the next year, from the top down; of one branch, when a line is named.
///
/// # Errors
/// [`PeriodRefusal::OutsideYears`] when the plan does not reach so far.
pub(crate) fn slice(
    seen: &PlanSeen,
    year: i16,
    below: Option<NodeId>,
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
        if branch.as_ref().is_some_and(|branch| !branch.contains(&line.id)) {
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
