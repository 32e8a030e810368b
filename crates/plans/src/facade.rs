//! What other rooms and the demo may do here without a page: write plans, report and confirm states, set what follows from evidence.
//!
//! The same rules decide as on the pages, and the same audit entries are written.

use crate::{
    FrameworkId, LetterId, NodeId,
    judging::{At, judge},
    links::Tie,
    records::carried::carry,
    rules::{
        changes::{Changes, Placed, Version, changes},
        kinds::Kind,
        standing::{Standing, bring_into_force},
        states::{self, State},
        tree::{Forest, Node, TreeRefusal},
        wording,
    },
    store::{
        frameworks::{
            Framework, FrameworkFacts, Level, find_framework, find_in_force, insert_framework, last_number,
            list_levels, list_slugs, replace_levels, update_standing,
        },
        letters::{Letter, NewLetter, insert_letter, replace_letter_lines, update_cancelled, update_sent},
        lines::{Line, LineFacts, Told, find_line, forest_of, list_lines},
        parties::{Party, list_parties, replace_parties},
        saying::{
            Confirmation, Reported, update_adopted, update_confirmed, update_derived, update_released,
            update_reported,
        },
        writing::{insert_line, update_binned},
    },
};
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    text::Text,
    thread::link,
};
use serde::Serialize;
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// A line to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// The code of the line above it, which stands in the framework or before it in the list; none for a highest line.
    pub above: Option<String>,
    /// What it says.
    pub facts: LineFacts,
    /// Who leads it and takes part.
    pub parties: Vec<Party>,
}

/// `slug`, or with the first number behind it that is free.
pub(crate) fn free_slug(slug: &str, taken: &[String]) -> String {
    let first = if slug.is_empty() { "plan" } else { slug };
    let numbered = (2..).map(|n: u32| format!("{first}-{n}"));
    let mut all = std::iter::once(first.to_owned()).chain(numbered);
    all.find(|slug| !taken.contains(slug)).unwrap_or_default()
}

/// Sets up a framework, its first version. Its place in addresses comes from `slug`, with a number when that is taken.
///
/// # Errors
/// When the database refuses.
pub async fn add_framework(
    tx: &mut Tx,
    slug: &str,
    (facts, standing): (&FrameworkFacts, Standing),
    levels: &[Level],
) -> Result<FrameworkId> {
    let slug = free_slug(slug, &list_slugs(tx).await?);
    let id = insert_framework(tx, &slug, None, (facts, standing)).await?;
    replace_levels(tx, id, levels).await?;
    tx.audit("plan-framework.set-up", id, None::<&()>, Some(facts)).await?;
    Ok(id)
}

/// Brings a framework into force; the one that was before is past from then.
///
/// # Errors
/// [`crate::rules::standing::StandingRefusal`].
pub async fn bring_framework_into_force(tx: &mut Tx, id: FrameworkId) -> Result<()> {
    let framework = find_framework(tx, id).await?.or_not_found()?;
    let standing = bring_into_force(framework.standing, list_lines(tx, id).await?.len())?;
    if let Some(before) = find_in_force(tx).await? {
        update_standing(tx, &before, Standing::Past).await?;
        tx.audit("plan-framework.superseded", before.id, None::<&()>, Some(&json!({ "framework": id })))
            .await?;
    }
    update_standing(tx, &framework, standing).await?;
    tx.audit("plan-framework.in-force", id, None::<&()>, None::<&()>).await
}

/// Writes lines down, in their order; each gets its audit entry. Their ids stand in the same order.
///
/// # Errors
/// The first refusal; then none is written down.
pub async fn add_lines(tx: &mut Tx, framework: FrameworkId, new: &[NewLine]) -> Result<Vec<NodeId>> {
    let years = find_framework(tx, framework).await?.or_not_found()?.years()?;
    let lines = list_lines(tx, framework).await?;
    let mut forest = forest_of(&lines);
    let mut by_code: HashMap<String, NodeId> =
        lines.iter().map(|line| (crate::rules::tree::code_key(&line.code), line.id)).collect();
    let mut ids = Vec::with_capacity(new.len());
    for one in new {
        let key = |code: &String| crate::rules::tree::code_key(code);
        let above = one.above.as_ref().map(|code| by_code.get(&key(code)).ok_or(TreeRefusal::NoSuchParent));
        let parent = above.transpose()?.copied();
        let at = At { forest: &forest, years, before: None, parent };
        let facts = judge(&at, &one.facts).map_err(first)?;
        let id = tx.new_id::<NodeId>()?;
        let position = forest.next_position(parent);
        let node = Node { id, parent, position, code: facts.code.clone(), kind: facts.kind };
        let depth = forest.insert(node.clone())?;
        insert_line(tx, framework, (&node, depth), (&facts, None)).await?;
        replace_parties(tx, id, &one.parties).await?;
        tx.audit("plan-node.added", id, None::<&()>, Some(&Told { facts: &facts, parties: &one.parties }))
            .await?;
        by_code.insert(key(&facts.code), id);
        ids.push(id);
    }
    Ok(ids)
}

/// Keeps that somebody is asked about lines, each with the organization for which she answers; the mail is another matter. One
/// that was sent `before` is the same letter again.
///
/// # Errors
/// [`Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn keep_letter(
    tx: &mut Tx,
    before: Option<&Letter>,
    new: &NewLetter,
    lines: &[(NodeId, Option<OrganizationId>)],
) -> Result<LetterId> {
    let id = match before {
        Some(before) if before.email.to_lowercase() == new.email.to_lowercase() => {
            update_sent(tx, before, new).await?;
            before.id
        }
        Some(before) => {
            end_letter(tx, before).await?;
            insert_letter(tx, new).await?
        }
        None => insert_letter(tx, new).await?,
    };
    replace_letter_lines(tx, id, lines).await?;
    tx.audit("plan-letter.sent", id, None::<&()>, None::<&()>).await?;
    Ok(id)
}

/// Takes a letter back: its link opens nothing any more, and what was asked by it is not asked any more.
pub(crate) async fn end_letter(tx: &mut Tx, letter: &Letter) -> Result<()> {
    update_cancelled(tx, letter).await?;
    partners::close_asks(tx, &letter.id.into(), partners::AskState::Withdrawn).await?;
    tx.audit("plan-letter.cancelled", letter.id, None::<&()>, None::<&()>).await
}

/// The first complaint as the refusal of the whole.
fn first(complaints: platform::errors::Complaints) -> Error {
    let first = complaints.0.into_iter().next();
    first.map_or_else(|| Error::failed("nothing to complain about"), |one| Error::Refused(one.why))
}

/// Notes what an owner reports of a line.
///
/// # Errors
/// [`states::StateRefusal`] when it cannot be said of it.
pub async fn report_state(tx: &mut Tx, id: NodeId, report: &Reported) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    states::say(line.kind.is_done_by_somebody(), report.state, !report.note.is_empty())?;
    update_reported(tx, id, report).await?;
    let stood = line.reported_state.map(|state| json!({ "state": state, "note": line.reported_note }));
    tx.audit("plan-node.reported", id, stood.as_ref(), Some(&report.told())).await
}

/// Says whether the public may see what was reported of a line.
///
/// # Errors
/// [`states::StateRefusal::NothingReported`].
pub async fn release_report(tx: &mut Tx, id: NodeId, released: bool) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    if line.reported_state.is_none() {
        return Err(states::StateRefusal::NothingReported.into());
    }
    update_released(tx, id, released).await?;
    let verb = if released { "plan-node.released" } else { "plan-node.withheld" };
    tx.audit(verb, id, None::<&()>, None::<&()>).await
}

/// Notes what a council confirmed of a line; `today` is the last day on which it can have decided.
///
/// # Errors
/// [`states::StateRefusal`].
pub async fn confirm_state(tx: &mut Tx, id: NodeId, confirmed: &Confirmation, today: Date) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    states::say(line.kind.is_done_by_somebody(), confirmed.state, !confirmed.note.is_empty())?;
    states::decided(confirmed.on, today)?;
    update_confirmed(tx, id, confirmed).await?;
    tx.audit("plan-node.confirmed", id, None::<&()>, Some(confirmed)).await
}

/// Sets what follows from the evidence on a line: the room that keeps the evidence calls this. Nothing is written when it said
/// so already.
///
/// # Errors
/// [`Error::NotFound`] when there is no such line.
pub async fn set_derived_state(tx: &mut Tx, id: NodeId, state: Option<State>) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    if line.derived_state == state {
        return Ok(());
    }
    update_derived(tx, id, state).await?;
    let told = |state: Option<State>| json!({ "state": state });
    tx.audit("plan-node.derived", id, Some(&told(line.derived_state)), Some(&told(state))).await
}

/// Adopts the wording of a line as it stands: from then its words stay.
///
/// # Errors
/// [`wording::WordingRefusal`].
pub async fn adopt_wording(
    tx: &mut Tx,
    id: NodeId,
    (on, decision): (Date, &Text),
    today: Date,
) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    wording::adopt(&line.wording, line.adopted_on, on, today)?;
    update_adopted(tx, &line, on, decision).await?;
    tx.audit("plan-node.adopted", id, None::<&()>, Some(&json!({ "on": on, "decision": decision }))).await
}

/// Moves a line, with everything below it, below another one, before the line that has `position` there. It can be undone.
///
/// # Errors
/// [`TreeRefusal`]; [`Error::Stale`] when somebody else has changed it since `line` was read.
pub async fn move_line(tx: &mut Tx, line: &Line, parent: Option<NodeId>, position: u32) -> Result<()> {
    crate::editing::move_branch(tx, line, parent, position).await.map(drop)
}

/// Puts a line that has none below it into the bin.
///
/// # Errors
/// [`TreeRefusal::HasBelow`]; [`Error::Stale`] when somebody else has changed it since `line` was read.
pub async fn bin_line(tx: &mut Tx, line: &Line) -> Result<()> {
    let mut forest = forest_of(&list_lines(tx, line.framework_id).await?);
    bin_from(tx, &mut forest, line).await
}

/// As [`bin_line`], out of a tree that was read before: many lines are binned with one reading.
pub(crate) async fn bin_from(tx: &mut Tx, forest: &mut Forest, line: &Line) -> Result<()> {
    forest.remove(line.id)?;
    let now = tx.now();
    update_binned(tx, line, Some(now)).await?;
    tx.bin(line.id, &line.title).await?;
    tx.audit("plan-node.binned", line.id, None::<&()>, None::<&()>).await
}

/// Links two lines: a priority answers a need, a direction continues a project, a line works towards one of another framework.
///
/// # Errors
/// A refusal when they cannot be linked so; [`Error::NotFound`] when one of them is not there.
pub async fn link_lines(ctx: &Ctx, tx: &mut Tx, role: Tie, (from, to): (NodeId, NodeId)) -> Result<()> {
    let (one, other) = (find_line(tx, from).await?.or_not_found()?, find_line(tx, to).await?.or_not_found()?);
    crate::links::fit(role, (one.kind, one.framework_id), (other.kind, other.framework_id))?;
    if link(ctx, tx, role.kind(), from.0, to.0).await? {
        let told = json!({ "role": role.code(), "to": to });
        tx.audit("plan-node.linked", from, None::<&()>, Some(&told)).await?;
    }
    Ok(())
}

/// What the next version of a framework is set up with: its place in addresses, its family and number, its facts.
pub(crate) async fn next_version_facts(
    tx: &mut Tx,
    of: &Framework,
    slugs: &[String],
) -> Result<(String, (Uuid, u32), FrameworkFacts)> {
    let number = last_number(tx, of.family_id).await? + 1;
    let facts = FrameworkFacts { adopted_on: None, decision: Text::default(), ..of.facts()? };
    Ok((free_slug(&format!("{}-{number}", of.slug), slugs), (of.family_id, number), facts))
}

/// Begins the next version of a framework: a draft with the same lines, which know where they come from, with their milestones and what
/// tells of needs. What was reported, confirmed and recommended stays with the older one.
///
/// # Errors
/// When the database refuses.
pub async fn add_version(tx: &mut Tx, of: &Framework) -> Result<FrameworkId> {
    let slugs = list_slugs(tx).await?;
    let (slug, family, facts) = next_version_facts(tx, of, &slugs).await?;
    let id = insert_framework(tx, &slug, Some(family), (&facts, Standing::Draft)).await?;
    let levels = list_levels(tx, of.id).await?;
    replace_levels(tx, id, &levels).await?;
    let mut parties: HashMap<NodeId, Vec<Party>> = HashMap::new();
    for (node, party) in list_parties(tx, of.id).await? {
        parties.entry(node).or_default().push(party);
    }
    let mut copies: HashMap<NodeId, (NodeId, Kind)> = HashMap::new();
    for line in list_lines(tx, of.id).await? {
        let copy = tx.new_id::<NodeId>()?;
        let parent = line.parent_id.and_then(|parent| copies.get(&parent)).map(|(copy, _)| *copy);
        let node = Node { id: copy, parent, ..line.node() };
        insert_line(tx, id, (&node, line.depth), (&line.facts(), Some(line.line_id))).await?;
        replace_parties(tx, copy, &parties.remove(&line.id).unwrap_or_default()).await?;
        copies.insert(line.id, (copy, line.kind));
    }
    carry(tx, &copies).await?;
    tx.audit("plan-framework.version-begun", id, None::<&()>, Some(&json!({ "framework": of.id }))).await?;
    Ok(id)
}

/// What a line says, as versions are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// What it says.
    pub facts: LineFacts,
    /// Who leads it and takes part.
    pub parties: Vec<Party>,
}

/// What changed from one version of a framework to another, line by line.
///
/// # Errors
/// When the database does not answer.
pub async fn changes_between(
    tx: &mut Tx,
    old: FrameworkId,
    new: FrameworkId,
) -> Result<Changes<Uuid, Compared>> {
    Ok(changes(&version_of(tx, old).await?, &version_of(tx, new).await?))
}

async fn version_of(tx: &mut Tx, framework: FrameworkId) -> Result<Version<Uuid, Compared>> {
    let lines = list_lines(tx, framework).await?;
    let kept: HashMap<NodeId, Uuid> = lines.iter().map(|line| (line.id, line.line_id)).collect();
    let mut parties: HashMap<NodeId, Vec<Party>> = HashMap::new();
    for (node, party) in list_parties(tx, framework).await? {
        parties.entry(node).or_default().push(party);
    }
    let forest = forest_of(&lines);
    let placed = lines.iter().map(|line| {
        let place = forest.children(line.parent_id).iter().position(|id| *id == line.id).unwrap_or_default();
        let placed = Placed {
            parent: line.parent_id.and_then(|parent| kept.get(&parent).copied()),
            position: u32::try_from(place).unwrap_or(u32::MAX),
            facts: Compared { facts: line.facts(), parties: parties.remove(&line.id).unwrap_or_default() },
        };
        (line.line_id, placed)
    });
    Ok(placed.collect())
}
