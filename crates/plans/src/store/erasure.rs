//! Letting go of a person: lines stay without an owner, reports without the name of who noted them.

use crate::NodeId;
use partners::PersonId;
use platform::{db::Tx, errors::Result, sql, text::Text};

/// The lines that a person looks after, in every framework and in the bin too: which, their codes and titles.
///
/// # Errors
/// When the database does not answer.
pub async fn owned_by(tx: &mut Tx, person: PersonId) -> Result<Vec<(NodeId, String, Text)>> {
    sql!(
        tx,
        all(NodeId, String, Text),
        "SELECT id, code, title FROM plan_node WHERE partnership_id = $1 AND owner_id = $2 ORDER BY code_key, id LIMIT 10000",
        tx.partnership()?,
        person
    )
}

/// The lines with which one of these names stands aside: which, their codes and titles.
///
/// # Errors
/// When the database does not answer.
pub async fn named_aside(tx: &mut Tx, names: &[String]) -> Result<Vec<(NodeId, String, Text)>> {
    let mut all = Vec::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        all.extend(sql!(
            tx,
            all(NodeId, String, Text),
            "SELECT n.id, n.code, n.title FROM plan_node n JOIN plan_party y ON y.partnership_id = n.partnership_id AND y.node_id = n.id
             WHERE n.partnership_id = $1 AND y.aside = $2 ORDER BY n.code_key, n.id LIMIT 10000",
            tx.partnership()?,
            name
        )?);
    }
    Ok(all)
}

/// Takes a person from the lines that she looks after, and her names from what is written of them; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_owner(tx: &mut Tx, person: PersonId, names: &[String]) -> Result<u64> {
    let (partnership, owned) = (tx.partnership()?, owned_by(tx, person).await?);
    super::edits::forget_edits(tx, person, names).await?;
    let mut gone = sql!(
        tx,
        run,
        "UPDATE plan_node SET owner_id = NULL, version = version + 1 WHERE partnership_id = $1 AND owner_id = $2",
        partnership,
        person
    )?;
    for (node, ..) in owned {
        gone += tx.forget_names(&node.into(), names).await?;
    }
    for name in names.iter().filter(|name| !name.is_empty()) {
        let aside = "DELETE FROM plan_party WHERE partnership_id = $1 AND aside = $2";
        gone += sql!(tx, run, aside, partnership, name)?;
        gone += sql!(
            tx,
            run,
            "UPDATE plan_node SET reported_by = '' WHERE partnership_id = $1 AND reported_by = $2",
            partnership,
            name
        )?;
    }
    Ok(gone)
}
