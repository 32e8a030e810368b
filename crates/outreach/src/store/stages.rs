//! The way of a prospect: its stages, one row each.

use crate::{ProspectId, StageId, rules::prospects::Stage};
use jiff::civil::Date;
use platform::{db::Tx, errors::Result, row, sql};

row! {
    /// One step of a prospect's way.
    #[derive(PartialEq, Eq)]
    pub struct StageKept {
        /// Where it went.
        pub stage: Stage,
        /// On which day.
        pub from_on: Date,
        /// What happened.
        pub note: String,
        /// Who wrote it down, by the name used then.
        pub moved_by: String,
    }
}

/// The stages of a prospect, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_stages(tx: &mut Tx, prospect: ProspectId) -> Result<Vec<StageKept>> {
    sql!(
        tx,
        all StageKept,
        "SELECT stage, from_on, note, moved_by FROM prospect_stage WHERE partnership_id = $1 AND prospect_id = $2
         ORDER BY moved_at DESC, id DESC LIMIT 500",
        tx.partnership()?,
        prospect
    )
}

/// Adds a stage to the way of a prospect.
///
/// # Errors
/// When the database refuses.
pub(super) async fn insert_stage(
    tx: &mut Tx,
    prospect: ProspectId,
    stage: (Stage, Date),
    note: &str,
) -> Result<()> {
    let (id, partnership, now) = (tx.new_id::<StageId>()?, tx.partnership()?, tx.now());
    let by = tx.author().words();
    sql!(
        tx,
        must,
        "INSERT INTO prospect_stage (id, partnership_id, prospect_id, stage, from_on, note, moved_by, moved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        partnership,
        prospect,
        stage.0,
        stage.1,
        note,
        by,
        now
    )
}
