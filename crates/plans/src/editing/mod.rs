//! Many lines changed at once, a branch moved, a year's slice copied: each is one edit, remembered for 30 days, and one undo takes it back
//! as long as nobody has changed a line of it since.

pub(crate) mod setting;
pub(crate) mod slice;
#[cfg(test)]
mod tests;

use crate::{
    FrameworkId, NodeId,
    facade::{bin_from, link_lines},
    rules::tree::Forest,
    store::{
        edits::{
            EditId, EditLine, Edited, find_edit, follow_versions, insert_edit, lines_of_edit, mark_undone,
        },
        lines::{Line, LineFacts, Told, find_line, forest_of, lines_with_records, list_lines},
        parties::{Party, list_parties, parties_of, replace_parties},
        saying::{Reported, clear_reported, update_reported},
        writing::{update_line, update_place, update_position},
    },
};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
};
use serde_json::json;
use setting::{By, EditRefusal, Kept, Outcome, Setting, outcomes, place_of, refused};
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many seconds an edit can be undone, and is remembered.
pub(crate) const KEPT_SECONDS: i64 = 30 * 86_400;

/// Lines with what becomes of them.
pub(crate) struct Preview {
    pub lines: Vec<(Line, Vec<Party>)>,
    pub outcomes: Vec<Outcome>,
}

impl Preview {
    /// What would become of these lines.
    pub fn of(
        lines: Vec<(Line, Vec<Party>)>,
        (set, years, by): (&Setting, crate::rules::periods::Years, By<'_>),
        forest: &Forest,
    ) -> Self {
        let outcomes = outcomes(&lines, (set, years, by), &mut forest.clone());
        Self { lines, outcomes }
    }

    /// Without the lines that are refused.
    pub fn without_refused(self) -> Self {
        let kept =
            self.lines.into_iter().zip(self.outcomes).filter(|(_, one)| !matches!(one, Outcome::Refused(_)));
        let (lines, outcomes) = kept.unzip();
        Self { lines, outcomes }
    }

    /// How many lines would change.
    pub fn changes(&self) -> usize {
        self.outcomes.iter().filter(|one| matches!(one, Outcome::Changes(_))).count()
    }

    /// A number for what was seen: other lines, lines that somebody has changed, or another outcome of one of them, as when the years of
    /// the plan have changed meanwhile, give another one.
    pub fn mark(&self) -> i64 {
        let one = |((line, parties), outcome): (&(Line, Vec<Party>), &Outcome)| {
            let report = (line.reported_state, &line.reported_note, line.reported_on);
            let becomes = match outcome {
                Outcome::Same => json!(null),
                Outcome::Changes(after) => {
                    let report = after.report.as_ref().map(|one| (one.state, &one.note, one.on));
                    json!([after.owner, after.span, after.parties, report, after.above, after.place])
                }
                Outcome::Refused(why) => why.iter().map(|one| one.code()).collect(),
            };
            json!([line.id, line.version, line.parent_id, report, parties, becomes])
        };
        platform::text::mark(&self.lines.iter().zip(&self.outcomes).map(one).collect())
    }
}

/// Changes all these lines as the preview says, in the transaction of the caller: all or none. Which edit it is.
///
/// # Errors
/// [`EditRefusal`] when there is nothing to do or a line is refused; [`platform::errors::Error::Stale`] when somebody has changed a
/// line since it was read.
pub(crate) async fn apply(tx: &mut Tx, framework: FrameworkId, preview: &Preview) -> Result<EditId> {
    match refused(&preview.outcomes) {
        0 => {}
        count => return Err(EditRefusal::SomeRefused { count }.into()),
    }
    let mut forest = forest_of(&list_lines(tx, framework).await?);
    let mut edited = Vec::with_capacity(preview.lines.len());
    for ((line, parties), outcome) in preview.lines.iter().zip(&preview.outcomes) {
        let Outcome::Changes(after) = outcome else { continue };
        let before = Kept::of(line, parties, &forest);
        let version = set_line(tx, (line, &before), (after, false), &mut forest).await?;
        let after = Kept { place: place_of(&forest, line.id), ..(**after).clone() };
        edited.push(EditLine { node: line.id, version, before: Some(before), after });
    }
    if edited.is_empty() {
        return Err(EditRefusal::NothingSet.into());
    }
    remember(tx, framework, Edited::Set, &edited).await
}

async fn remember(tx: &mut Tx, framework: FrameworkId, what: Edited, lines: &[EditLine]) -> Result<EditId> {
    let id = insert_edit(tx, framework, what, lines).await?;
    let told = json!({ "count": lines.len() });
    tx.audit("plan-framework.edited", framework, None::<&()>, Some(&told)).await?;
    Ok(id)
}

/// Gives a line what it shall say; the version that it has then. What it was is written to its history. Its place among those below the
/// same line is set only where the edit `moves`: setting other things leaves it.
async fn set_line(
    tx: &mut Tx,
    (line, before): (&Line, &Kept),
    (after, moves): (&Kept, bool),
    forest: &mut Forest,
) -> Result<i64> {
    let mut line = line.clone();
    if before.says_other(after) {
        let stood = line.facts();
        let facts = LineFacts { owner: after.owner, span: after.span, ..stood.clone() };
        update_line(tx, &line, &facts).await?;
        replace_parties(tx, line.id, &after.parties).await?;
        let (told, now) = (
            Told { facts: &stood, parties: &before.parties },
            Told { facts: &facts, parties: &after.parties },
        );
        tx.audit("plan-node.changed", line.id, Some(&told), Some(&now)).await?;
        line.version += 1;
    }
    if before.report != after.report {
        set_report(tx, line.id, (before.report.as_ref(), after.report.as_ref())).await?;
    }
    if before.stands_elsewhere(after, moves) {
        set_place(tx, &line, (after.above, after.place), forest).await?;
        line.version += 1;
    }
    Ok(line.version)
}

async fn set_report(
    tx: &mut Tx,
    id: NodeId,
    (before, after): (Option<&Reported>, Option<&Reported>),
) -> Result<()> {
    match after {
        Some(report) => update_reported(tx, id, report).await?,
        None => clear_reported(tx, id).await?,
    }
    tx.audit(
        "plan-node.reported",
        id,
        before.map(Reported::told).as_ref(),
        after.map(Reported::told).as_ref(),
    )
    .await
}

/// Moves a line with everything below it to a place among those below another one.
pub(crate) async fn set_place(
    tx: &mut Tx,
    line: &Line,
    (above, place): (Option<NodeId>, usize),
    forest: &mut Forest,
) -> Result<()> {
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    for (id, position) in forest.move_to(line.id, above, place)? {
        if id == line.id {
            update_place(tx, line, above, (forest.depth(id), position)).await?;
        } else {
            update_position(tx, id, position).await?;
        }
    }
    let stood = json!({ "above": line.parent_id, "position": line.position });
    let stands = json!({ "above": above, "position": place });
    tx.audit("plan-node.moved", line.id, Some(&stood), Some(&stands)).await
}

/// Moves one branch, as an edit that can be undone.
///
/// # Errors
/// [`crate::rules::tree::TreeRefusal`]; [`platform::errors::Error::Stale`].
pub(crate) async fn move_branch(
    tx: &mut Tx,
    line: &Line,
    above: Option<NodeId>,
    position: u32,
) -> Result<EditId> {
    let mut forest = forest_of(&list_lines(tx, line.framework_id).await?);
    let parties = parties_of(tx, line.id).await?;
    let before = Kept::of(line, &parties, &forest);
    let place = usize::try_from(position).unwrap_or(usize::MAX);
    set_place(tx, line, (above, place), &mut forest).await?;
    let after = Kept { above, place: place_of(&forest, line.id), ..before.clone() };
    let line = EditLine { node: line.id, version: line.version + 1, before: Some(before), after };
    let framework = find_line(tx, line.node).await?.or_not_found()?.framework_id;
    insert_edit(tx, framework, Edited::Moved, &[line]).await
}

/// Whether an edit can still be undone at this instant, as far as its own record tells.
pub(crate) fn can_be_undone(made_at: Moment, undone_at: Option<Moment>, now: Moment) -> bool {
    undone_at.is_none() && now < made_at.plus_seconds(KEPT_SECONDS)
}

/// Takes an edit back, in the transaction of the caller: every line is as before, or none is touched.
///
/// # Errors
/// [`EditRefusal::NotNow`]; [`EditRefusal::ChangedSince`] names the lines that somebody has changed since.
pub(crate) async fn undo(tx: &mut Tx, id: EditId) -> Result<()> {
    let edit = find_edit(tx, id).await?.or_not_found()?;
    if !can_be_undone(edit.made_at, edit.undone_at, tx.now()) {
        return Err(EditRefusal::NotNow.into());
    }
    let all = lines_of_edit(tx, id).await?;
    let lines = list_lines(tx, edit.framework_id).await?;
    let mut forest = forest_of(&lines);
    let stands = stands(lines, list_parties(tx, edit.framework_id).await?, &forest);
    let added: Vec<NodeId> = all.iter().filter(|one| one.before.is_none()).map(|one| one.node).collect();
    let more = lines_with_records(tx, &added).await?;
    let now = untouched(&all, stands, (&forest, &more))?;
    let moves = edit.what == Edited::Moved;
    let mut versions = Vec::with_capacity(all.len());
    for (one, (line, stands)) in all.iter().zip(&now).rev() {
        match &one.before {
            Some(before) => {
                let version = set_line(tx, (line, stands), (before, moves), &mut forest).await?;
                versions.push((one.node, one.version_before(moves), version));
            }
            None => bin_from(tx, &mut forest, line).await?,
        }
    }
    follow_versions(tx, id, &versions).await?;
    mark_undone(tx, id).await?;
    let told = json!({ "count": all.len() });
    tx.audit("plan-framework.edit-undone", edit.framework_id, None::<&()>, Some(&told)).await
}

/// The lines of a plan with all that an edit can set of them.
fn stands(lines: Vec<Line>, parties: Vec<(NodeId, Party)>, forest: &Forest) -> HashMap<NodeId, (Line, Kept)> {
    let mut of: HashMap<NodeId, Vec<Party>> = HashMap::new();
    for (node, party) in parties {
        of.entry(node).or_default().push(party);
    }
    let kept = |line: Line| {
        let kept = Kept::of(&line, of.get(&line.id).map(Vec::as_slice).unwrap_or_default(), forest);
        (line.id, (line, kept))
    };
    lines.into_iter().map(kept).collect()
}

/// The lines of an edit as they stand, when nobody has changed one of them since, written below one that was added, or beside it: those
/// beside which something stands are `more`.
fn untouched(
    all: &[EditLine],
    mut stands: HashMap<NodeId, (Line, Kept)>,
    (forest, more): (&Forest, &HashSet<NodeId>),
) -> Result<Vec<(Line, Kept)>, EditRefusal> {
    let (mut now, mut changed) = (Vec::with_capacity(all.len()), Vec::new());
    let added: BTreeSet<NodeId> = all.iter().filter(|one| one.before.is_none()).map(|one| one.node).collect();
    for one in all {
        let Some((line, kept)) = stands.remove(&one.node) else {
            changed.push(String::from("–"));
            continue;
        };
        let is_untouched = line.version == one.version
            && kept.is_same(&one.after)
            && line.confirmed_state.is_none_or(|_| one.before.is_some());
        let has_more = one.before.is_none()
            && (forest.children(Some(one.node)).iter().any(|below| !added.contains(below))
                || more.contains(&one.node));
        if !is_untouched || has_more {
            changed.push(line.code.clone());
        }
        now.push((line, kept));
    }
    if changed.is_empty() {
        return Ok(now);
    }
    let count = u32::try_from(changed.len()).unwrap_or(u32::MAX);
    changed.truncate(20);
    Err(EditRefusal::ChangedSince { count, codes: changed.join(", ") })
}

/// Copies links of the lines that were copied to their copies: to the copy of the other end where there is one, and not to what lies in
/// the bin.
pub(crate) async fn copy_links(ctx: &Ctx, tx: &mut Tx, copies: &[(NodeId, NodeId)]) -> Result<()> {
    let copy_of: HashMap<NodeId, NodeId> = copies.iter().copied().collect();
    for (from, to) in copies {
        for role in crate::links::Tie::ALL {
            for other in tx.linked_with(role.kind(), &(*from).into()).await? {
                let other = copy_of.get(&NodeId(other)).copied().unwrap_or(NodeId(other));
                if find_line(tx, other).await?.is_some() {
                    link_lines(ctx, tx, role, (*to, other)).await?;
                }
            }
        }
    }
    Ok(())
}
