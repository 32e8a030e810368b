//! All SQL that writes areas and sets of areas.

use crate::{
    AreaId, AreaSetId,
    rules::{AreaKind, AreaRefusal, NewArea, NewAreaSet, Share, check_area, check_set},
};
use jiff::civil::Date;
use platform::{
    db::{List, Param, Sort, Tx},
    errors::Result,
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
    }
}

row! {
    /// A weighted set of areas.
    #[derive(PartialEq, Eq)]
    pub struct AreaSet {
        /// Its id.
        pub id: AreaSetId,
        /// Its place in addresses.
        pub slug: String,
        /// Its name per language.
        pub name: Text,
        /// The first day on which it holds.
        pub valid_from: Date,
        /// The last day on which it holds.
        pub valid_to: Option<Date>,
    }
}

const COLUMNS: &str = "id, kind, code, name, valid_from, valid_to";
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

/// The area with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn find_area(tx: &mut Tx, id: AreaId) -> Result<Option<Area>> {
    sql!(
        tx,
        find Area,
        "SELECT id, kind, code, name, valid_from, valid_to FROM area WHERE partnership_id = $1 AND id = $2",
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
        "SELECT id, kind, code, name, valid_from, valid_to FROM area
         WHERE partnership_id = $1 AND kind = $2 AND code = $3 AND valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $4)
         ORDER BY valid_from DESC LIMIT 1",
        tx.partnership()?,
        kind,
        code,
        day
    )
}

/// All areas of the partnership, by kind and code; at most a thousand.
///
/// # Errors
/// When the database does not answer.
pub async fn list_areas(tx: &mut Tx) -> Result<Vec<Area>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "area")
        .filter("partnership_id = ?", &partnership)
        .sort("kind", Sort::Up)
        .sort("code", Sort::Up)
        .sort("valid_from", Sort::Up)
        .page(1, MOST);
    tx.rows(&list).await
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

/// Keeps a weighted set and writes its audit entry.
///
/// # Errors
/// [`AreaRefusal`] when it is not sound or its slug is taken since that day.
pub async fn add_set(tx: &mut Tx, new: &NewAreaSet) -> Result<AreaSetId> {
    check_set(new)?;
    let (id, partnership) = (tx.new_id::<AreaSetId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO area_set (id, partnership_id, slug, name, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        partnership,
        new.slug,
        new.name,
        new.valid_from,
        new.valid_to
    )
    .map_err(|error| {
        error
            .on_constraint("area_set_slug_once", AreaRefusal::Taken)
            .on_constraint("area_set.partnership_id, area_set.slug, area_set.valid_from", AreaRefusal::Taken)
    })?;
    let parts: Vec<i64> = new.shares.iter().map(|(_, share)| share.millionths()).collect();
    let rows: Vec<_> = new
        .shares
        .iter()
        .zip(&parts)
        .map(|((area, _), part)| vec![partnership.bind(), id.bind(), area.bind(), part.bind()])
        .collect();
    tx.insert_many("INSERT INTO area_share (partnership_id, set_id, area_id, millionths) VALUES", &rows)
        .await?;
    tx.audit("area-set.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// All sets of the partnership, by slug and first day; at most a thousand.
///
/// # Errors
/// When the database does not answer.
pub async fn list_sets(tx: &mut Tx) -> Result<Vec<AreaSet>> {
    sql!(
        tx,
        all AreaSet,
        "SELECT id, slug, name, valid_from, valid_to FROM area_set WHERE partnership_id = $1 ORDER BY slug, valid_from LIMIT 1000",
        tx.partnership()?
    )
}

/// The sets that hold on `day`, by slug.
///
/// # Errors
/// When the database does not answer.
pub async fn sets_holding(tx: &mut Tx, day: Date) -> Result<Vec<AreaSet>> {
    sql!(
        tx,
        all AreaSet,
        "SELECT id, slug, name, valid_from, valid_to FROM area_set
         WHERE partnership_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY slug, valid_from LIMIT 1000",
        tx.partnership()?,
        day
    )
}

/// The areas of a set with their shares.
///
/// # Errors
/// When the database does not answer.
pub async fn shares_of(tx: &mut Tx, set: AreaSetId) -> Result<Vec<(AreaId, Share)>> {
    let rows = sql!(
        tx,
        all(AreaId, i64),
        "SELECT area_id, millionths FROM area_share WHERE partnership_id = $1 AND set_id = $2 ORDER BY area_id LIMIT 1000",
        tx.partnership()?,
        set
    )?;
    rows.into_iter().map(|(area, part)| Ok((area, Share::of_millionths(part)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard;
    use jiff::civil::date;
    use platform::{pages::ENTER, testing::refusal_code};

    platform::on_both! { vec![crate::manifest()];
        async fn the_standard_units_are_kept_and_found(site) {
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(ENTER).await.unwrap();
            let units = standard(date(2026, 11, 22));
            let ids = add_areas(&mut tx, &units).await.unwrap();
            tx.commit().await.unwrap();
            let mut tx = ctx.read(ENTER).await.unwrap();
            assert_eq!(list_areas(&mut tx).await.unwrap().len(), units.len());
            let day = date(2026, 11, 22);
            let hamilton = area_by_code(&mut tx, AreaKind::CensusDivision, "3525", day).await.unwrap().unwrap();
            assert_eq!(find_area(&mut tx, hamilton.id).await.unwrap().unwrap(), hamilton);
            assert_eq!(areas_named(&mut tx, &ids).await.unwrap().len(), ids.len());
            let before = area_by_code(&mut tx, AreaKind::CensusDivision, "3525", date(1999, 1, 1)).await.unwrap();
            assert_eq!(before, None, "not valid then");
        }

        async fn a_code_is_taken_once_from_a_day(site) {
            let ctx = site.ctx(site.coordinator());
            let unit = standard(date(2026, 11, 22)).remove(0);
            let mut tx = ctx.write(ENTER).await.unwrap();
            add_area(&mut tx, &unit).await.unwrap();
            assert_eq!(refusal_code(add_area(&mut tx, &unit).await), "area-taken");
        }

        async fn a_set_gives_its_shares_back_and_holds_between_its_days(site) {
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(ENTER).await.unwrap();
            let ids = add_areas(&mut tx, &standard(date(2026, 11, 22))[..2]).await.unwrap();
            let shares = vec![(ids[0], Share::WHOLE), (ids[1], Share::of_millionths(250_000).unwrap())];
            let new = NewAreaSet {
                slug: "catchment".into(),
                name: Text::both("Catchment", "Territoire desservi", date(2026, 1, 1)),
                valid_from: date(2026, 1, 1),
                valid_to: Some(date(2026, 12, 31)),
                shares: shares.clone(),
            };
            let id = add_set(&mut tx, &new).await.unwrap();
            let mut kept = shares_of(&mut tx, id).await.unwrap();
            kept.sort_by_key(|(_, share)| -share.millionths());
            assert_eq!(kept, shares);
            assert_eq!(list_sets(&mut tx).await.unwrap()[0].slug, "catchment");
            assert_eq!(sets_holding(&mut tx, date(2026, 12, 31)).await.unwrap().len(), 1);
            assert_eq!(sets_holding(&mut tx, date(2027, 1, 1)).await.unwrap().len(), 0);
            assert_eq!(refusal_code(add_set(&mut tx, &new).await), "area-taken");
        }

        async fn another_partnership_sees_none_of_them(site) {
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(ENTER).await.unwrap();
            let id = add_area(&mut tx, &standard(date(2026, 11, 22))[0]).await.unwrap();
            tx.commit().await.unwrap();
            let mut other = ctx.clone();
            other.partnership = Some(std::sync::Arc::clone(&site.other));
            other.caller = site.stranger();
            let mut tx = other.read(ENTER).await.unwrap();
            assert_eq!(find_area(&mut tx, id).await.unwrap(), None);
            assert!(list_areas(&mut tx).await.unwrap().is_empty());
        }
    }
}
