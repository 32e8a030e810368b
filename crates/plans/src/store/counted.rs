//! What a framework comes to, counted by the database without reading its lines: what a table of it can be narrowed to.

use super::parties::{Part, Party, Who};
use crate::{
    FrameworkId,
    rules::{
        kinds::Kind,
        states::{Said, State},
    },
};
use councils::CouncilId;
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{db::Tx, errors::Result, sql};
use std::collections::BTreeMap;

/// How many lines there are of each kind that occurs.
pub type Kinds = BTreeMap<Kind, i64>;
/// How many actions and projects stand how far, as those who work on them see it; without a state, as far as nobody has said.
pub type States = BTreeMap<Option<State>, i64>;

/// How many lines there are of each kind, and how many of what somebody does stand how far: in one pass over the lines.
///
/// # Errors
/// When the database does not answer.
pub async fn count_lines(tx: &mut Tx, framework: FrameworkId) -> Result<(Kinds, States)> {
    let found = sql!(
        tx,
        all(Kind, Option<State>, Option<State>, Option<State>, i64),
        "SELECT kind, confirmed_state, CASE WHEN confirmed_on IS NULL OR reported_on >= confirmed_on THEN reported_state END AS since,
           derived_state, count(*)
         FROM plan_node
         WHERE partnership_id = $1 AND framework_id = $2 AND binned_at IS NULL
         GROUP BY kind, confirmed_state, since, derived_state LIMIT 5000",
        tx.partnership()?,
        framework
    )?;
    let (mut kinds, mut states) = (Kinds::new(), States::new());
    for (kind, confirmed, since, derived, n) in found {
        *kinds.entry(kind).or_default() += n;
        if kind.is_done_by_somebody() {
            let on = |state: Option<State>| state.map(|state| (state, Date::ZERO));
            let said = Said { reported: on(since), is_released: false, confirmed: on(confirmed), derived };
            *states.entry(said.standing()).or_default() += n;
        }
    }
    Ok((kinds, states))
}

/// Every body and organization that has a part in a line, once for each part.
///
/// # Errors
/// When the database does not answer.
pub async fn list_everybody(tx: &mut Tx, framework: FrameworkId) -> Result<Vec<Party>> {
    let found = sql!(
        tx,
        all(Part, Option<CouncilId>, Option<OrganizationId>),
        "SELECT DISTINCT y.part, y.council_id, y.organization_id FROM plan_party y
         JOIN plan_node n ON n.partnership_id = y.partnership_id AND n.id = y.node_id
         WHERE y.partnership_id = $1 AND n.framework_id = $2 AND n.binned_at IS NULL
           AND (y.council_id IS NOT NULL OR y.organization_id IS NOT NULL) LIMIT 10000",
        tx.partnership()?,
        framework
    )?;
    let read = |(part, council, organization): (Part, Option<CouncilId>, Option<OrganizationId>)| {
        let who = council.map(Who::Council).or_else(|| organization.map(Who::Organization))?;
        Some(Party { part, who })
    };
    Ok(found.into_iter().filter_map(read).collect())
}
