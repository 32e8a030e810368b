//! The areas that a partnership keeps.

use crate::{
    AreaId,
    rules::{AreaKind, AreaRefusal, NewArea, check_area},
    standard::standard,
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    db::{List, Param, Sort, Tx},
    errors::{OrNotFound, Result},
    http::api::Cursor,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use std::collections::HashMap;

row! {
    /// An area.
    #[derive(PartialEq, Eq)]
    pub struct Area {
        /// Its id.
        pub id: AreaId,
        /// What sort of unit.
        pub kind: AreaKind,
        /// Its code within the kind.
        pub code: String,
        /// Its name per language.
        pub name: Text,
        /// The first day of its boundary.
        pub valid_from: Date,
        /// The last day of its boundary, when it has changed since.
        pub valid_to: Option<Date>,
        /// Since when it is in the bin.
        pub binned_at: Option<Moment>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

impl Area {
    /// What a form changes of it.
    pub fn facts(&self) -> NewArea {
        NewArea {
            kind: self.kind,
            code: self.code.clone(),
            name: self.name.clone(),
            valid_from: self.valid_from,
            valid_to: self.valid_to,
        }
    }

    /// Whether its boundary holds on `day`.
    pub fn holds(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

const COLUMNS: &str = "id, kind, code, name, valid_from, valid_to, binned_at, version";
/// A partnership has this many areas at most: all forward sortation areas of the country, and some.
const MOST: u32 = 1_000;

/// Keeps an area and writes its audit entry.
///
/// # Errors
/// [`AreaRefusal`] when it is not sound or its code is taken since that day.
pub async fn add_area(tx: &mut Tx, new: &NewArea) -> Result<AreaId> {
    let ids = add_areas(tx, std::slice::from_ref(new)).await?;
    ids.into_iter().next().ok_or_else(|| platform::errors::Error::failed("an area was added without an id"))
}

/// Keeps many areas at once, each with its audit entry; their ids stand in the same order.
///
/// # Errors
/// As [`add_area`]; then none is kept.
pub async fn add_areas(tx: &mut Tx, new: &[NewArea]) -> Result<Vec<AreaId>> {
    let partnership = tx.partnership()?;
    let mut ids = Vec::with_capacity(new.len());
    for area in new {
        check_area(area)?;
        ids.push(tx.new_id::<AreaId>()?);
    }
    let rows: Vec<_> = ids
        .iter()
        .zip(new)
        .map(|(id, area)| {
            vec![
                id.bind(),
                partnership.bind(),
                area.kind.bind(),
                area.code.bind(),
                area.name.bind(),
                area.valid_from.bind(),
                area.valid_to.bind(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Ok(ids);
    }
    tx.insert_many(
        "INSERT INTO area (id, partnership_id, kind, code, name, valid_from, valid_to) VALUES",
        &rows,
    )
    .await
    .map_err(|error| {
        error
            .on_constraint("area_code_once", AreaRefusal::Taken)
            .on_constraint("area.partnership_id, area.kind, area.code, area.valid_from", AreaRefusal::Taken)
    })?;
    for (id, area) in ids.iter().zip(new) {
        tx.audit("area.added", *id, None::<&()>, Some(area)).await?;
    }
    Ok(ids)
}

/// The area with this id, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_area(tx: &mut Tx, id: AreaId) -> Result<Option<Area>> {
    sql!(
        tx,
        find Area,
        "SELECT id, kind, code, name, valid_from, valid_to, binned_at, version FROM area WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id
    )
}

/// The area of this kind and code that is valid on `day`.
///
/// # Errors
/// When the database does not answer.
pub async fn area_by_code(tx: &mut Tx, kind: AreaKind, code: &str, day: Date) -> Result<Option<Area>> {
    sql!(
        tx,
        find Area,
        "SELECT id, kind, code, name, valid_from, valid_to, binned_at, version FROM area
         WHERE partnership_id = $1 AND binned_at IS NULL AND kind = $2 AND code = $3 AND valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $4)
         ORDER BY valid_from DESC LIMIT 1",
        tx.partnership()?,
        kind,
        code,
        day
    )
}

/// The areas in use, by kind and code; at most a thousand.
///
/// # Errors
/// When the database does not answer.
pub async fn list_areas(tx: &mut Tx) -> Result<Vec<Area>> {
    let partnership = tx.partnership()?;
    tx.rows(&in_order(&partnership).only("binned_at IS NULL")).await
}

/// All areas that the partnership has ever kept, those in the bin too: what is counted or works there still has a name.
///
/// # Errors
/// When the database does not answer.
pub async fn known_areas(tx: &mut Tx) -> Result<Vec<Area>> {
    let partnership = tx.partnership()?;
    tx.rows(&in_order(&partnership)).await
}

fn in_order(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "area")
        .filter("partnership_id = ?", partnership)
        .sort("kind", Sort::Up)
        .sort("code", Sort::Up)
        .sort("valid_from", Sort::Up)
        .page(1, MOST)
}

/// Areas in use by code, `limit` of them and one more, after `after`.
///
/// # Errors
/// When the database does not answer.
pub async fn areas_after(tx: &mut Tx, after: Option<&Cursor>, limit: u32) -> Result<Vec<Area>> {
    let partnership = tx.partnership()?;
    let mut list =
        List::new(COLUMNS, "area").filter("partnership_id = ?", &partnership).only("binned_at IS NULL");
    if let Some(Cursor(code, id)) = after {
        list = list.after("code", code, "id", id);
    }
    tx.rows(&list.sort("code", Sort::Up).sort("id", Sort::Up).page(1, limit.saturating_add(1))).await
}

/// Areas by their ids; unknown ones are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn areas_named(tx: &mut Tx, ids: &[AreaId]) -> Result<HashMap<AreaId, Area>> {
    let partnership = tx.partnership()?;
    let mut found = HashMap::new();
    for some in ids.chunks(500) {
        let list = List::new(COLUMNS, "area")
            .filter("partnership_id = ?", &partnership)
            .among("id", some)
            .page(1, MOST);
        found.extend(tx.rows::<Area>(&list).await?.into_iter().map(|area| (area.id, area)));
    }
    Ok(found)
}

/// Takes a census division with its province and its subdivisions over from the standard classification, as far as the
/// partnership does not keep them yet; what lies in the bin stays there. Gives the ids of those that are new.
///
/// # Errors
/// When the database refuses.
pub async fn take_division(tx: &mut Tx, division: &str, on: Date) -> Result<Vec<AreaId>> {
    let known = known_areas(tx).await?;
    let mut new = standard(division, on);
    new.retain(|unit| {
        !known
            .iter()
            .any(|area| (area.kind, &area.code, area.valid_from) == (unit.kind, &unit.code, unit.valid_from))
    });
    add_areas(tx, &new).await
}

/// Renames an area or gives its boundary other days; kind and code stay what they are. Writes the audit entry.
///
/// # Errors
/// [`AreaRefusal`]; [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn change_area(tx: &mut Tx, before: &Area, after: &NewArea) -> Result<()> {
    check_area(after)?;
    let old = before.facts();
    let after = NewArea { kind: old.kind, code: old.code.clone(), ..after.clone() };
    if old == after {
        return Ok(());
    }
    sql!(
        tx,
        save,
        "UPDATE area SET name = $1, valid_from = $2, valid_to = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6 AND binned_at IS NULL",
        after.name,
        after.valid_from,
        after.valid_to,
        tx.partnership()?,
        before.id,
        before.version
    )
    .map_err(|error| {
        error
            .on_constraint("area_code_once", AreaRefusal::Taken)
            .on_constraint("area.partnership_id, area.kind, area.code, area.valid_from", AreaRefusal::Taken)
    })?;
    tx.audit("area.changed", before.id, Some(&old), Some(&after)).await
}

/// Puts an area into the bin and writes the audit entry. What works there keeps its name.
///
/// # Errors
/// [`AreaRefusal::InSet`] while it stands in a set; [`platform::errors::Error::Stale`].
pub async fn bin_area(tx: &mut Tx, area: &Area, version: i64) -> Result<()> {
    let n = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM area_share s JOIN area_set t ON t.partnership_id = s.partnership_id AND t.id = s.set_id
         WHERE s.partnership_id = $1 AND s.area_id = $2 AND t.binned_at IS NULL",
        tx.partnership()?,
        area.id
    )?;
    if n > 0 {
        return Err(AreaRefusal::InSet { n }.into());
    }
    sql!(
        tx,
        save,
        "UPDATE area SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        tx.now(),
        tx.partnership()?,
        area.id,
        version
    )?;
    tx.bin(area.id, &area.name).await?;
    tx.audit("area.binned", area.id, None::<&()>, None::<&()>).await
}

/// Takes an area out of the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when it is not in it.
pub async fn restore_area(tx: &mut Tx, id: AreaId) -> Result<()> {
    let changed = sql!(
        tx,
        run,
        "UPDATE area SET binned_at = NULL, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    (changed == 1).then_some(()).or_not_found()?;
    tx.audit("area.restored", id, None::<&()>, None::<&()>).await
}
