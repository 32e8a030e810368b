//! What tells of a need: research, figures, voices.

use crate::{EvidenceId, NodeId, rules::records::Telling};
use platform::{
    db::{List, Param, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// One row: what tells of a need.
    #[derive(PartialEq)]
    pub struct Evidence {
        /// Which.
        pub id: EvidenceId,
        /// Beside which line.
        pub node_id: NodeId,
        /// What it is.
        pub kind: Telling,
        /// What it says.
        pub what: Text,
        /// The figure; empty where there is none.
        pub figure: String,
        /// What the figure counts.
        pub unit: Text,
        /// Where it comes from; of a voice, who said it, in general terms.
        pub source: Text,
        /// Where it was said or counted.
        pub place: Text,
        /// In which year.
        pub year: Option<u32>,
        /// Where it can be read; may be empty.
        pub link: String,
        /// How its record stands.
        pub version: i64,
    }
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceFacts {
    /// What it is.
    pub kind: Telling,
    /// What it says.
    pub what: Text,
    /// The figure; empty where there is none.
    pub figure: String,
    /// What the figure counts.
    pub unit: Text,
    /// Where it comes from; of a voice, who said it, in general terms.
    pub source: Text,
    /// Where it was said or counted.
    pub place: Text,
    /// In which year.
    pub year: Option<u32>,
    /// Where it can be read; may be empty.
    pub link: String,
}

impl Evidence {
    /// What it says.
    pub fn facts(&self) -> EvidenceFacts {
        EvidenceFacts {
            kind: self.kind,
            what: self.what.clone(),
            figure: self.figure.clone(),
            unit: self.unit.clone(),
            source: self.source.clone(),
            place: self.place.clone(),
            year: self.year,
            link: self.link.clone(),
        }
    }
}

const COLUMNS: &str =
    "e.id, e.node_id, e.kind, e.what, e.figure, e.unit, e.source, e.place, e.year, e.link, e.version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "plan_evidence e").filter("e.partnership_id = ?", partnership)
}

/// The one with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn find_evidence(tx: &mut Tx, id: EvidenceId) -> Result<Option<Evidence>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("e.id = ?", &id).page(1, 1)).await?.pop())
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn evidence_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Evidence>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list =
            kept(&partnership).among("e.node_id", some).sort("e.kind", Sort::Up).sort("e.id", Sort::Up);
        found.extend(tx.every::<Evidence>(list).await?);
    }
    Ok(found)
}

/// Stores many, each beside its line.
///
/// # Errors
/// When the database refuses.
pub async fn insert_evidences(tx: &mut Tx, all: &[(NodeId, EvidenceFacts)]) -> Result<()> {
    let (partnership, mut rows) = (tx.partnership()?, Vec::with_capacity(all.len()));
    let ids = all.iter().map(|_| tx.new_id::<EvidenceId>()).collect::<Result<Vec<_>>>()?;
    for (id, (node, facts)) in ids.iter().zip(all) {
        rows.push(vec![
            id.bind(),
            partnership.bind(),
            node.bind(),
            facts.kind.bind(),
            facts.what.bind(),
            facts.figure.bind(),
            facts.unit.bind(),
            facts.source.bind(),
            facts.place.bind(),
            facts.year.bind(),
            facts.link.bind(),
        ]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    let insert = "INSERT INTO plan_evidence (id, partnership_id, node_id, kind, what, figure, unit, source, place, year, link) VALUES";
    tx.insert_many(insert, &rows).await
}

/// Stores one.
///
/// # Errors
/// When the database refuses.
pub async fn insert_evidence(tx: &mut Tx, node: NodeId, facts: &EvidenceFacts) -> Result<EvidenceId> {
    let (id, partnership) = (tx.new_id::<EvidenceId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO plan_evidence (id, partnership_id, node_id, kind, what, figure, unit, source, place, year, link)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        partnership,
        node,
        facts.kind,
        facts.what,
        facts.figure,
        facts.unit,
        facts.source,
        facts.place,
        facts.year,
        facts.link
    )?;
    Ok(id)
}

/// Changes one.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_evidence(tx: &mut Tx, before: &Evidence, facts: &EvidenceFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_evidence SET kind = $4, what = $5, figure = $6, unit = $7, source = $8, place = $9, year = $10, link = $11, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        facts.kind,
        facts.what,
        facts.figure,
        facts.unit,
        facts.source,
        facts.place,
        facts.year,
        facts.link
    )
}

/// Takes one away.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn delete_evidence(tx: &mut Tx, before: &Evidence) -> Result<()> {
    sql!(
        tx,
        save,
        "DELETE FROM plan_evidence WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version
    )
}
