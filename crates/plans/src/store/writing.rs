//! Lines written down, changed, moved and binned.

use super::lines::{Line, LineFacts};
use crate::{
    FrameworkId, NodeId,
    rules::tree::{Node, TreeRefusal, code_key},
};
use platform::{
    clock::Moment,
    db::Tx,
    errors::{Error, Result},
    sql,
    text::Text,
};
use uuid::Uuid;

/// Stores a new line, which keeps `line` from an older version of its framework where it stood there.
///
/// # Errors
/// [`TreeRefusal::CodeTaken`] when another line has its code, or when the database refuses.
pub async fn insert_line(
    tx: &mut Tx,
    framework: FrameworkId,
    (node, depth): (&Node, u32),
    (facts, line): (&LineFacts, Option<Uuid>),
) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    let money = facts.money;
    sql!(
        tx,
        must,
        "INSERT INTO plan_node (id, partnership_id, framework_id, line_id, parent_id, parent_depth, depth, position, kind, code, code_key,
           title, note, wording, decision, owner_id, from_quarter, to_quarter, from_month, to_month, ongoing, patterns, stage, stage_why, seeking, secured, in_kind,
           volunteer_hours, reported_note, reported_by, confirmed_note, confirmed_decision, search_key, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27,
           $28, $29, $30, $31, $32, $33, $34)",
        node.id,
        partnership,
        framework,
        line.unwrap_or(node.id.0),
        node.parent,
        node.parent.and(depth.checked_sub(1)),
        depth,
        node.position,
        facts.kind,
        facts.code,
        code_key(&facts.code),
        facts.title,
        facts.note,
        facts.wording,
        Text::default(),
        facts.owner,
        facts.span.from,
        facts.span.to,
        facts.span.from_month,
        facts.span.to_month,
        facts.span.ongoing,
        facts.patterns,
        facts.stage,
        facts.stage_why,
        money.seeking,
        money.secured,
        money.in_kind,
        money.volunteer_hours,
        Text::default(),
        String::new(),
        Text::default(),
        Text::default(),
        facts.search_key(),
        at
    )
    .map_err(|error| taken(error, &facts.code))
}

fn taken(error: Error, code: &str) -> Error {
    let refusal = || TreeRefusal::CodeTaken { code: code.to_owned() };
    error.on_constraint("plan_node_code", refusal()).on_constraint("plan_node.code_key", refusal())
}

/// Changes what a line says.
///
/// # Errors
/// [`Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_line(tx: &mut Tx, before: &Line, facts: &LineFacts) -> Result<()> {
    let (partnership, money) = (tx.partnership()?, facts.money);
    sql!(
        tx,
        save,
        "UPDATE plan_node SET kind = $4, code = $5, code_key = $6, title = $7, note = $8, wording = $9, owner_id = $10, from_quarter = $11,
           to_quarter = $12, ongoing = $13, patterns = $14, stage = $15, stage_why = $16, seeking = $17, secured = $18, in_kind = $19,
           volunteer_hours = $20, search_key = $21, from_month = $22, to_month = $23, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        facts.kind,
        facts.code,
        code_key(&facts.code),
        facts.title,
        facts.note,
        facts.wording,
        facts.owner,
        facts.span.from,
        facts.span.to,
        facts.span.ongoing,
        facts.patterns,
        facts.stage,
        facts.stage_why,
        money.seeking,
        money.secured,
        money.in_kind,
        money.volunteer_hours,
        facts.search_key(),
        facts.span.from_month,
        facts.span.to_month
    )
    .map_err(|error| taken(error, &facts.code))
}

/// Says where a line stands: below which, at which step and place. What stands below it moves by as many steps.
///
/// # Errors
/// [`Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_place(
    tx: &mut Tx,
    before: &Line,
    parent: Option<NodeId>,
    (depth, position): (u32, u32),
) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE plan_node SET parent_id = $4, parent_depth = $5, depth = $6, position = $7, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        parent,
        parent.and(depth.checked_sub(1)),
        depth,
        position
    )?;
    let steps = i64::from(depth) - i64::from(before.depth);
    if steps == 0 {
        return Ok(());
    }
    sql!(
        tx,
        run,
        "WITH RECURSIVE below (id) AS (
           SELECT id FROM plan_node WHERE partnership_id = $1 AND parent_id = $2
           UNION SELECT n.id FROM plan_node n JOIN below b ON n.parent_id = b.id WHERE n.partnership_id = $1)
         UPDATE plan_node SET depth = depth + $3, parent_depth = parent_depth + $3
         WHERE partnership_id = $1 AND id IN (SELECT id FROM below)",
        partnership,
        before.id,
        steps
    )
    .map(drop)
}

/// Gives a line its place among its neighbours; what it says stays, and so does its version.
///
/// # Errors
/// When the database refuses.
pub async fn update_position(tx: &mut Tx, id: NodeId, position: u32) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET position = $3 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id,
        position
    )
}

/// Puts a line into the bin (with an instant) or takes it out (without).
///
/// # Errors
/// [`Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_binned(tx: &mut Tx, before: &Line, binned_at: Option<Moment>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_node SET binned_at = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        binned_at
    )
    .map_err(|error| taken(error, &before.code))
}
