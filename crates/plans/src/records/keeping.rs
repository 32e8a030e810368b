//! What other rooms and the demo may write down beside lines without a page, under the rules of the line; whether a text names somebody, only forms
//! look for, where people type.

use crate::{
    NodeId,
    rules::records::{answered, has_come, on_the_way, tells_of},
    store::{
        evidence::{Evidence, EvidenceFacts},
        lines::find_line,
        milestones::{Milestone, MilestoneFacts},
        recommendations::{Recommendation, RecommendationFacts},
        stored::Stored,
    },
};
use platform::{
    db::Tx,
    errors::{OrNotFound, Result},
};
use serde_json::json;

/// Keeps a milestone beside a line.
///
/// # Errors
/// [`crate::rules::records::RecordRefusal`] when the line is none that somebody does.
pub async fn add_milestone(tx: &mut Tx, node: NodeId, facts: &MilestoneFacts) -> Result<()> {
    let line = find_line(tx, node).await?.or_not_found()?;
    on_the_way(line.kind)?;
    Milestone::insert(tx, &[(node, facts.clone())]).await?;
    tx.audit("plan-node.milestone-added", node, None::<&()>, Some(&json!({ "milestone": facts }))).await
}

/// Keeps what tells of a need.
///
/// # Errors
/// [`crate::rules::records::RecordRefusal`] when the line is no need.
pub async fn add_evidence(tx: &mut Tx, node: NodeId, facts: &EvidenceFacts) -> Result<()> {
    let line = find_line(tx, node).await?.or_not_found()?;
    tells_of(line.kind)?;
    Evidence::insert(tx, &[(node, facts.clone())]).await?;
    tx.audit("plan-node.evidence-added", node, None::<&()>, Some(&json!({ "evidence": facts }))).await
}

/// Keeps a recommendation to somebody outside.
///
/// # Errors
/// [`crate::rules::records::RecordRefusal`] when its answer does not fit.
pub async fn add_recommendation(tx: &mut Tx, node: NodeId, facts: &RecommendationFacts) -> Result<()> {
    find_line(tx, node).await?.or_not_found()?;
    has_come(facts.reply, facts.replied_on.is_some())?;
    answered(facts.recommended_on, facts.replied_on)?;
    Recommendation::insert(tx, &[(node, facts.clone())]).await?;
    tx.audit("plan-node.recommendation-added", node, None::<&()>, Some(&json!({ "recommendation": facts })))
        .await
}
