//! What tells of a need: research, figures, voices.

use super::stored::stored;
use crate::{EvidenceId, NodeId, rules::records::Telling};
use platform::{
    db::{Sort, Tx},
    errors::Result,
    sql,
    text::Text,
};

stored! {
    /// One row: what tells of a need.
    Evidence, EvidenceFacts, EvidenceId, "plan_evidence",
    {
        /// What it is.
        kind: Telling,
        /// What it says.
        what: Text,
        /// The figure; empty where there is none.
        figure: String,
        /// What the figure counts.
        unit: Text,
        /// Where it comes from; of a voice, who said it, in general terms.
        source: Text,
        /// Where it was said or counted.
        place: Text,
        /// In which year.
        year: Option<u32>,
        /// Where it can be read; may be empty.
        link: String,
    }
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn evidence_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Evidence>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list =
            kept(&partnership).among("b.node_id", some).sort("b.kind", Sort::Up).sort("b.id", Sort::Up);
        found.extend(tx.every::<Evidence>(list).await?);
    }
    Ok(found)
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
