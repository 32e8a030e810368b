//! What imports write, and what goes when one is undone.

use super::{
    locations::{LocationFacts, offer_at},
    services::ServiceFacts,
};
use crate::{LocationId, ServiceId, rules::freshness::turns};
use jiff::civil::Date;
use platform::{
    audit::Told,
    batch::BatchId,
    db::{Bind, Json, List, Param, Sort, Tx},
    errors::Result,
    sql,
    text::Text,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// A service on its way in.
pub(crate) struct NewService<'a> {
    /// What it is kept with.
    pub(crate) facts: &'a ServiceFacts,
    /// Its id in its source.
    pub(crate) source_id: Option<String>,
    /// When somebody there looked whether it is true.
    pub(crate) verified_on: Option<Date>,
    /// Where each field comes from, and what else imports know of it.
    pub(crate) beyond: Value,
}

/// The services by their ids in their sources.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn sources(tx: &mut Tx) -> Result<HashMap<(String, String), Uuid>> {
    let partnership = tx.partnership()?;
    let list = List::new("s.id, s.source, s.source_id", "kept_service s")
        .filter("s.partnership_id = ?", &partnership)
        .only("s.source_id IS NOT NULL")
        .sort("s.id", Sort::Up);
    let rows: Vec<(Uuid, String, String)> = tx.every(list).await?;
    let mut all: HashMap<_, _> = rows.into_iter().map(|(id, source, own)| ((source, own), id)).collect();
    // What somebody said is the same as a record of another source is known by both.
    let list = List::new("s.id, s.beyond", "kept_service s")
        .filter("s.partnership_id = ?", &partnership)
        .only("CAST(s.beyond AS TEXT) LIKE '%\"also\"%'")
        .sort("s.id", Sort::Up);
    let rows: Vec<(Uuid, Json<Value>)> = tx.every(list).await?;
    for (id, beyond) in rows {
        all.extend(also(&beyond.0).into_iter().map(|key| (key, id)));
    }
    Ok(all)
}

/// The sources by which a record is known beside its own, each with its id there.
fn also(beyond: &Value) -> Vec<(String, String)> {
    let all = beyond.get("also").and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|one| serde_json::from_value(one.clone()).ok()).collect()
}

/// What imports know of a service with one more source by which it is known.
pub(crate) fn known_also(mut beyond: Value, source: &str, own: &str) -> Value {
    let known = also(&beyond).iter().any(|(of, id)| of == source && id == own);
    if let (Some(all), false) = (beyond.as_object_mut(), known) {
        let list = all.entry("also").or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(json!([source, own]));
        }
    }
    beyond
}

/// Keeps a service of an import, out of sight until it is shown.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn lay_service(tx: &mut Tx, batch: BatchId, new: &NewService<'_>) -> Result<ServiceId> {
    let (id, partnership, at, facts) = (tx.new_id::<ServiceId>()?, tx.partnership()?, tx.now(), new.facts);
    let turns = new.verified_on.map(|on| turns(on, i32::try_from(facts.months).unwrap_or(12)));
    sql!(
        tx,
        must,
        "INSERT INTO service (id, partnership_id, organization_id, name, about, status, visibility, informal, stream, needs, facts, beyond,
           months, source, source_on, search_key, added_at, changed_at, source_id, verified_on, due_on, stale_on, batch_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21, $22)",
        id,
        partnership,
        facts.organization,
        facts.name,
        facts.about,
        facts.status,
        facts.visibility,
        facts.informal,
        facts.stream,
        facts.needs,
        Json(&facts.facts),
        Json(&new.beyond),
        facts.months,
        facts.source,
        facts.source_on,
        facts.name.search_key(),
        at,
        new.source_id,
        new.verified_on,
        turns.map(|(due, _)| due),
        turns.map(|(_, stale)| stale),
        batch
    )?;
    offer_at(tx, id, &facts.locations).await?;
    tx.audit_many("service.imported", vec![Told::added(id, json!({ "batch": batch }))]).await?;
    Ok(id)
}

/// Keeps a place of an import, out of sight until it is shown, under the key by which another row knows it again.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn lay_location(
    tx: &mut Tx,
    batch: BatchId,
    (new, key): (&LocationFacts, &str),
) -> Result<LocationId> {
    let (id, partnership, at) = (tx.new_id::<LocationId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO location (id, partnership_id, organization_id, name, kind, place, beyond, source, source_id, search_key, added_at, batch_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        partnership,
        new.organization,
        new.name,
        new.kind,
        Json(&new.place),
        Json(json!({})),
        new.source,
        key,
        new.name.search_key(),
        at,
        batch
    )?;
    tx.audit_many("location.imported", vec![Told::added(id, json!({ "batch": batch }))]).await?;
    Ok(id)
}

/// The place that an earlier row of the same import had added under a key.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn laid_place(tx: &mut Tx, batch: BatchId, key: &str) -> Result<Option<LocationId>> {
    let found = sql!(
        tx,
        find(LocationId,),
        "SELECT id FROM location WHERE partnership_id = $1 AND batch_id = $2 AND source_id = $3 ORDER BY id LIMIT 1",
        tx.partnership()?,
        batch,
        key
    )?;
    Ok(found.map(|(id,)| id))
}

/// What imports know of a service: where its fields come from, by what else it is known.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn beyond_of(tx: &mut Tx, id: ServiceId) -> Result<Value> {
    let found = sql!(
        tx,
        find(Json<Value>, i64),
        "SELECT beyond, version FROM service WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )?;
    Ok(found.map(|(beyond, _)| beyond.0).unwrap_or_else(|| json!({})))
}

/// Where the fields of a service come from, as far as imports have said.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn fields_of(tx: &mut Tx, id: ServiceId) -> Result<Value> {
    Ok(beyond_of(tx, id).await?.get("fields").cloned().unwrap_or_default())
}

/// Keeps what imports know of a service.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn write_beyond(tx: &mut Tx, id: ServiceId, beyond: &Value) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE service SET beyond = $1 WHERE partnership_id = $2 AND id = $3",
        Json(beyond),
        tx.partnership()?,
        id
    )
}

/// Sets back when somebody had looked.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn restore_verified(
    tx: &mut Tx,
    id: ServiceId,
    on: Option<Date>,
    turns: Option<(Date, Date)>,
) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE service SET verified_on = $1, due_on = $2, stale_on = $3 WHERE partnership_id = $4 AND id = $5",
        on,
        turns.map(|(due, _)| due),
        turns.map(|(_, stale)| stale),
        tx.partnership()?,
        id
    )
}

/// The services of an import that somebody has changed or looked at since; at most 100.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn touched_since(tx: &mut Tx, batch: BatchId) -> Result<Vec<(ServiceId, Text)>> {
    sql!(
        tx,
        all(ServiceId, Text),
        "SELECT id, name FROM service WHERE partnership_id = $1 AND batch_id = $2 AND version > 1 ORDER BY id LIMIT 100",
        tx.partnership()?,
        batch
    )
}

/// Deletes at most `limit` services that an import had added, or when none is left as many of its places; how many.
///
/// # Errors
/// A constraint when something else names one of them.
pub(crate) async fn clear(tx: &mut Tx, batch: BatchId, limit: u32) -> Result<u64> {
    let partnership = tx.partnership()?;
    for (first, own) in [
        (
            "SELECT id FROM service WHERE partnership_id = $1 AND batch_id = $2 ORDER BY id LIMIT $3",
            &[
                "DELETE FROM service_at_location WHERE partnership_id = $1 AND service_id = $2",
                "DELETE FROM service_check WHERE partnership_id = $1 AND service_id = $2",
                "DELETE FROM service_experience WHERE partnership_id = $1 AND service_id = $2",
                "DELETE FROM service_apart WHERE partnership_id = $1 AND (one_id = $2 OR other_id = $2)",
                "DELETE FROM service WHERE partnership_id = $1 AND id = $2",
            ][..],
        ),
        (
            "SELECT id FROM location WHERE partnership_id = $1 AND batch_id = $2 ORDER BY id LIMIT $3",
            &[
                "DELETE FROM service_at_location WHERE partnership_id = $1 AND location_id = $2",
                "DELETE FROM location WHERE partnership_id = $1 AND id = $2",
            ][..],
        ),
    ] {
        let ids: Vec<(Uuid,)> = sql!(tx, all(Uuid,), first, partnership, batch, limit)?;
        let rows: Vec<Vec<Bind<'_>>> = ids.iter().map(|(id,)| vec![partnership.bind(), id.bind()]).collect();
        for delete in own {
            tx.run_many(delete, &rows).await?;
        }
        if !ids.is_empty() {
            return Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX));
        }
    }
    Ok(0)
}
