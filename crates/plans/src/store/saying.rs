//! How far lines are, as owners report, councils confirm and the evidence tells; and which wordings were adopted.

use super::lines::Line;
use crate::{NodeId, rules::states::State};
use councils::CouncilId;
use jiff::civil::Date;
use platform::{db::Tx, errors::Result, sql, text::Text};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What is reported of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// How far the line is.
    pub state: State,
    /// What is to be said to it.
    pub note: Text,
    /// The day.
    pub on: Date,
    /// Who noted it.
    pub by: String,
    /// Whether somebody noted it for those who carry the line, who have not said it themselves.
    pub for_owner: bool,
    /// Whether the public may see it.
    pub released: bool,
}

impl Reported {
    /// What its audit entry keeps of it; who noted it stands in the entry itself.
    pub(crate) fn told(&self) -> serde_json::Value {
        let mut told =
            json!({ "state": self.state, "note": self.note, "on": self.on, "released": self.released });
        if self.for_owner
            && let Some(fields) = told.as_object_mut()
        {
            fields.insert("for_owner".into(), true.into());
        }
        told
    }
}

/// Notes what was reported, in place of the report before; whether the public may see it is said anew each time.
///
/// # Errors
/// When the database refuses.
pub async fn update_reported(tx: &mut Tx, id: NodeId, report: &Reported) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET reported_state = $3, reported_note = $4, reported_on = $5, reported_by = $6, reported_for_owner = $7, released = $8
         WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id,
        report.state,
        report.note,
        report.on,
        report.by,
        report.for_owner,
        report.released
    )
}

/// Takes back what was reported, as though nobody had.
///
/// # Errors
/// When the database refuses.
pub async fn clear_reported(tx: &mut Tx, id: NodeId) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET reported_state = NULL, reported_note = $3, reported_on = NULL, reported_by = '', reported_for_owner = $4, released = $4
         WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id,
        Text::default(),
        false
    )
}

/// Says whether the public may see what was reported.
///
/// # Errors
/// When the database refuses.
pub async fn update_released(tx: &mut Tx, id: NodeId, released: bool) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET released = $3 WHERE partnership_id = $1 AND id = $2 AND reported_state IS NOT NULL",
        tx.partnership()?,
        id,
        released
    )
}

/// What a council confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// How far the line is.
    pub state: State,
    /// What the council said to it.
    pub note: Text,
    /// The day of the decision.
    pub on: Date,
    /// Which council.
    pub council: CouncilId,
    /// The decision: “Meeting of September 17, decision 4”.
    pub decision: Text,
}

/// Notes what a council confirmed, in place of the confirmation before.
///
/// # Errors
/// When the database refuses.
pub async fn update_confirmed(tx: &mut Tx, id: NodeId, confirmed: &Confirmation) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET confirmed_state = $3, confirmed_note = $4, confirmed_on = $5, confirmed_by = $6, confirmed_decision = $7
         WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id,
        confirmed.state,
        confirmed.note,
        confirmed.on,
        confirmed.council,
        confirmed.decision
    )
}

/// Notes what follows from the evidence.
///
/// # Errors
/// When the database refuses.
pub async fn update_derived(tx: &mut Tx, id: NodeId, state: Option<State>) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET derived_state = $3 WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id,
        state
    )
}

/// Notes that a wording was adopted.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed the line since `before` was read.
pub async fn update_adopted(tx: &mut Tx, before: &Line, on: Date, decision: &Text) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_node SET adopted_on = $4, decision = $5, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        on,
        decision
    )
}
