//! Milestones on the way of what is done.

use super::stored::stored;
use crate::{FrameworkId, MilestoneId, NodeId};
use jiff::civil::Date;
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    sql,
    text::Text,
};

stored! {
    /// One row: a milestone.
    Milestone, MilestoneFacts, MilestoneId, "plan_milestone",
    {
        /// What is reached.
        title: Text,
        /// Until when.
        due_on: Option<Date>,
        /// When it was reached.
        done_on: Option<Date>,
    }
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn milestones_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Milestone>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list = by_day(kept(&partnership).among("b.node_id", some));
        found.extend(tx.every::<Milestone>(list).await?);
    }
    Ok(found)
}

/// By the day until when, those without a day last.
fn by_day(list: List<'_>) -> List<'_> {
    list.sort("b.due_on IS NULL", Sort::Up).sort("b.due_on", Sort::Up).sort("b.id", Sort::Up)
}

/// Those of a framework that were not reached and are due on this day or before, the oldest first; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn milestones_due(tx: &mut Tx, framework: FrameworkId, last: Date) -> Result<Vec<Milestone>> {
    const THERE: &str =
        "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = b.partnership_id AND n.id = b.node_id
      AND n.framework_id = ? AND n.binned_at IS NULL)";
    let partnership = tx.partnership()?;
    let list =
        kept(&partnership).filter(THERE, &framework).only("b.done_on IS NULL").filter("b.due_on <= ?", &last);
    tx.rows(&by_day(list).page(1, 500)).await
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
