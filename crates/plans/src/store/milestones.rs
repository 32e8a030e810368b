//! Milestones on the way of what is done.

use crate::{FrameworkId, MilestoneId, NodeId};
use jiff::civil::Date;
use platform::{
    db::{List, Param, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// One row: a milestone.
    #[derive(PartialEq)]
    pub struct Milestone {
        /// Which.
        pub id: MilestoneId,
        /// Beside which line.
        pub node_id: NodeId,
        /// What is reached.
        pub title: Text,
        /// Until when.
        pub due_on: Option<Date>,
        /// When it was reached.
        pub done_on: Option<Date>,
        /// How its record stands.
        pub version: i64,
    }
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MilestoneFacts {
    /// What is reached.
    pub title: Text,
    /// Until when.
    pub due_on: Option<Date>,
    /// When it was reached.
    pub done_on: Option<Date>,
}

impl Milestone {
    /// What it says.
    pub fn facts(&self) -> MilestoneFacts {
        MilestoneFacts { title: self.title.clone(), due_on: self.due_on, done_on: self.done_on }
    }
}

const COLUMNS: &str = "m.id, m.node_id, m.title, m.due_on, m.done_on, m.version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "plan_milestone m").filter("m.partnership_id = ?", partnership)
}

/// The one with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn find_milestone(tx: &mut Tx, id: MilestoneId) -> Result<Option<Milestone>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("m.id = ?", &id).page(1, 1)).await?.pop())
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn milestones_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Milestone>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list = by_day(kept(&partnership).among("m.node_id", some));
        found.extend(tx.every::<Milestone>(list).await?);
    }
    Ok(found)
}

/// By the day until when, those without a day last.
fn by_day(list: List<'_>) -> List<'_> {
    list.sort("m.due_on IS NULL", Sort::Up).sort("m.due_on", Sort::Up).sort("m.id", Sort::Up)
}

/// Those of a framework that were not reached and are due on this day or before, the oldest first; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn milestones_due(tx: &mut Tx, framework: FrameworkId, last: Date) -> Result<Vec<Milestone>> {
    const THERE: &str =
        "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = m.partnership_id AND n.id = m.node_id
      AND n.framework_id = ? AND n.binned_at IS NULL)";
    let partnership = tx.partnership()?;
    let list =
        kept(&partnership).filter(THERE, &framework).only("m.done_on IS NULL").filter("m.due_on <= ?", &last);
    tx.rows(&by_day(list).page(1, 500)).await
}

/// Stores many, each beside its line.
///
/// # Errors
/// When the database refuses.
pub async fn insert_milestones(tx: &mut Tx, all: &[(NodeId, MilestoneFacts)]) -> Result<()> {
    let (partnership, mut rows) = (tx.partnership()?, Vec::with_capacity(all.len()));
    let ids = all.iter().map(|_| tx.new_id::<MilestoneId>()).collect::<Result<Vec<_>>>()?;
    for (id, (node, facts)) in ids.iter().zip(all) {
        rows.push(vec![
            id.bind(),
            partnership.bind(),
            node.bind(),
            facts.title.bind(),
            facts.due_on.bind(),
            facts.done_on.bind(),
        ]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    let insert = "INSERT INTO plan_milestone (id, partnership_id, node_id, title, due_on, done_on) VALUES";
    tx.insert_many(insert, &rows).await
}

/// Stores one.
///
/// # Errors
/// When the database refuses.
pub async fn insert_milestone(tx: &mut Tx, node: NodeId, facts: &MilestoneFacts) -> Result<MilestoneId> {
    let (id, partnership) = (tx.new_id::<MilestoneId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO plan_milestone (id, partnership_id, node_id, title, due_on, done_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        partnership,
        node,
        facts.title,
        facts.due_on,
        facts.done_on
    )?;
    Ok(id)
}

/// Changes one.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_milestone(tx: &mut Tx, before: &Milestone, facts: &MilestoneFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_milestone SET title = $4, due_on = $5, done_on = $6, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        facts.title,
        facts.due_on,
        facts.done_on
    )
}

/// Takes one away.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn delete_milestone(tx: &mut Tx, before: &Milestone) -> Result<()> {
    sql!(
        tx,
        save,
        "DELETE FROM plan_milestone WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version
    )
}
