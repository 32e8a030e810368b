//! What other tables say of the records that an import had added.

use crate::{
    batch::{Batch, BatchId},
    db::Tx,
    errors::Result,
    ids::Ref,
    sql,
};
use uuid::Uuid;

/// Where other tables name a record that the import had added: the table, and the record; of each table at most 1000 rows.
///
/// # Errors
/// When the database does not answer.
pub async fn leaned_on(
    tx: &mut Tx,
    id: BatchId,
    (adds, belongings): (&[&str], &[&str]),
) -> Result<Vec<(String, Ref)>> {
    let partnership = tx.partnership()?;
    let mut all = Vec::new();
    for table in tx.schema().await? {
        if adds.contains(&&*table.name) || belongings.contains(&&*table.name) {
            continue;
        }
        for foreign in table.foreign.iter().filter(|foreign| adds.contains(&&*foreign.to)) {
            let Some((here, _)) = foreign.columns.iter().find(|(_, there)| there == "id") else { continue };
            let (name, to) = (&table.name, &foreign.to);
            // Names of tables and columns come from the schema, never from outside.
            let leaning = format!(
                "SELECT x.{here} FROM {name} x WHERE x.partnership_id = $1 AND EXISTS
                 (SELECT 1 FROM {to} a WHERE a.partnership_id = $1 AND a.id = x.{here} AND a.batch_id = $2) ORDER BY x.{here} LIMIT 1000"
            );
            let some: Vec<(Uuid,)> = sql!(tx, all(Uuid,), &leaning, partnership, id)?;
            all.extend(some.into_iter().map(|(of,)| (name.clone(), Ref::new(to.as_str(), of))));
        }
    }
    Ok(all)
}

/// People whom the import had added and of whom the ledger of consent has learned something since it came in; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn consents_since(tx: &mut Tx, batch: &Batch, people: &str) -> Result<Vec<Uuid>> {
    let partnership = tx.partnership()?;
    // The name of the table is a constant of the importer.
    let since = format!(
        "SELECT DISTINCT c.person_id FROM consent c WHERE c.partnership_id = $1 AND c.recorded_at > $3 AND EXISTS
         (SELECT 1 FROM {people} p WHERE p.partnership_id = $1 AND p.id = c.person_id AND p.batch_id = $2) ORDER BY c.person_id LIMIT 1000"
    );
    let some: Vec<(Uuid,)> = sql!(tx, all(Uuid,), &since, partnership, batch.id, batch.taken_at)?;
    Ok(some.into_iter().map(|(id,)| id).collect())
}

/// Forgets what the import itself had told the ledger of consent about people whom it had added.
///
/// # Errors
/// When the database refuses.
pub async fn forget_consents(tx: &mut Tx, id: BatchId, people: &str) -> Result<()> {
    let partnership = tx.partnership()?;
    let forget = format!(
        "DELETE FROM consent WHERE partnership_id = $1 AND EXISTS
         (SELECT 1 FROM {people} p WHERE p.partnership_id = $1 AND p.id = consent.person_id AND p.batch_id = $2)"
    );
    sql!(tx, run, &forget, partnership, id)?;
    Ok(())
}
