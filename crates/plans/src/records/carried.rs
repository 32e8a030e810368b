//! Milestones and what tells of needs go along when lines are copied into the next version of a plan, in few statements.

use crate::{
    FrameworkId, NodeId,
    rules::{
        kinds::Kind,
        records::{on_the_way, tells_of},
    },
    store::{
        evidence::{Evidence, evidence_beside},
        imported::{LaidLine, nodes_kept},
        milestones::{Milestone, milestones_beside},
        stored::Stored,
    },
};
use platform::{db::Tx, errors::Result};
use std::collections::HashMap;
use uuid::Uuid;

/// Copies what stands beside lines to their copies, each known by the line that it is the copy of, where it may stand beside what the copy
/// is. What was recommended stays with the older line.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn carry(tx: &mut Tx, copies: &HashMap<NodeId, (NodeId, Kind)>) -> Result<()> {
    let lines: Vec<NodeId> = copies.keys().copied().collect();
    let mut milestones = Vec::new();
    for one in milestones_beside(tx, &lines).await? {
        let copy = copies.get(&one.node_id).filter(|(_, kind)| on_the_way(*kind).is_ok());
        milestones.extend(copy.map(|(copy, _)| (*copy, one.facts())));
    }
    Milestone::insert(tx, &milestones).await?;
    let mut evidence = Vec::new();
    for one in evidence_beside(tx, &lines).await? {
        let copy = copies.get(&one.node_id).filter(|(_, kind)| tells_of(*kind).is_ok());
        evidence.extend(copy.map(|(copy, _)| (*copy, one.facts())));
    }
    Evidence::insert(tx, &evidence).await
}

/// As [`carry`], for lines out of a sheet that stand for lines of the version `base`.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn carry_kept(tx: &mut Tx, base: FrameworkId, laid: &[LaidLine]) -> Result<()> {
    let copies: HashMap<Uuid, (NodeId, Kind)> =
        laid.iter().filter_map(|one| Some((one.line?, (one.id, one.facts.kind)))).collect();
    let kept: Vec<Uuid> = copies.keys().copied().collect();
    let stood = nodes_kept(tx, base, &kept).await?.into_iter();
    carry(tx, &stood.filter_map(|(line, before)| Some((before, *copies.get(&line)?))).collect()).await
}
