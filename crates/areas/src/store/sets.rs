//! A partnership's own weighted sets of areas.

use crate::{
    AreaId, AreaSetId,
    rules::{AreaRefusal, NewAreaSet, Share, check_set},
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    db::{Param, Tx},
    errors::{OrNotFound, Result},
    row, sql,
    text::Text,
};

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
        /// Since when it is in the bin.
        pub binned_at: Option<Moment>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
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
    insert_shares(tx, id, &new.shares).await?;
    tx.audit("area-set.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// The sets in use, by slug and first day; at most a thousand.
///
/// # Errors
/// When the database does not answer.
pub async fn list_sets(tx: &mut Tx) -> Result<Vec<AreaSet>> {
    sql!(
        tx,
        all AreaSet,
        "SELECT id, slug, name, valid_from, valid_to, binned_at, version FROM area_set WHERE partnership_id = $1 AND binned_at IS NULL ORDER BY slug, valid_from LIMIT 1000",
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
        "SELECT id, slug, name, valid_from, valid_to, binned_at, version FROM area_set
         WHERE partnership_id = $1 AND binned_at IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY slug, valid_from LIMIT 1000",
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

/// The shares of several sets: which set, which area, how much of it.
///
/// # Errors
/// When the database does not answer.
pub async fn all_shares(tx: &mut Tx) -> Result<Vec<(AreaSetId, AreaId, Share)>> {
    let rows = sql!(
        tx,
        all(AreaSetId, AreaId, i64),
        "SELECT set_id, area_id, millionths FROM area_share WHERE partnership_id = $1 ORDER BY set_id, area_id LIMIT 20000",
        tx.partnership()?
    )?;
    rows.into_iter().map(|(set, area, part)| Ok((set, area, Share::of_millionths(part)?))).collect()
}

/// The set with this id, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_set(tx: &mut Tx, id: AreaSetId) -> Result<Option<AreaSet>> {
    sql!(
        tx,
        find AreaSet,
        "SELECT id, slug, name, valid_from, valid_to, binned_at, version FROM area_set WHERE partnership_id = $1 AND id = $2 AND binned_at IS NULL",
        tx.partnership()?,
        id
    )
}

async fn insert_shares(tx: &mut Tx, id: AreaSetId, shares: &[(AreaId, Share)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let parts: Vec<i64> = shares.iter().map(|(_, share)| share.millionths()).collect();
    let rows: Vec<_> = shares
        .iter()
        .zip(&parts)
        .map(|((area, _), part)| vec![partnership.bind(), id.bind(), area.bind(), part.bind()])
        .collect();
    tx.insert_many("INSERT INTO area_share (partnership_id, set_id, area_id, millionths) VALUES", &rows)
        .await?;
    Ok(())
}

/// Changes a set: its name, its days, its areas; its place in addresses stays. Writes the audit entry.
///
/// # Errors
/// [`AreaRefusal`]; [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn change_set(tx: &mut Tx, before: &AreaSet, after: &NewAreaSet) -> Result<()> {
    check_set(after)?;
    let mut old = NewAreaSet {
        slug: before.slug.clone(),
        name: before.name.clone(),
        valid_from: before.valid_from,
        valid_to: before.valid_to,
        shares: shares_of(tx, before.id).await?,
    };
    let mut after = NewAreaSet { slug: before.slug.clone(), ..after.clone() };
    old.shares.sort_unstable();
    after.shares.sort_unstable();
    if old == after {
        return Ok(());
    }
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE area_set SET name = $1, valid_from = $2, valid_to = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6 AND binned_at IS NULL",
        after.name,
        after.valid_from,
        after.valid_to,
        partnership,
        before.id,
        before.version
    )
    .map_err(|error| {
        error
            .on_constraint("area_set_slug_once", AreaRefusal::Taken)
            .on_constraint("area_set.partnership_id, area_set.slug, area_set.valid_from", AreaRefusal::Taken)
    })?;
    sql!(
        tx,
        run,
        "DELETE FROM area_share WHERE partnership_id = $1 AND set_id = $2",
        partnership,
        before.id
    )?;
    insert_shares(tx, before.id, &after.shares).await?;
    tx.audit("area-set.changed", before.id, Some(&old), Some(&after)).await
}

/// Puts a set into the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn bin_set(tx: &mut Tx, set: &AreaSet, version: i64) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE area_set SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        tx.now(),
        tx.partnership()?,
        set.id,
        version
    )?;
    tx.bin(set.id, &set.name).await?;
    tx.audit("area-set.binned", set.id, None::<&()>, None::<&()>).await
}

/// Takes a set out of the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when it is not in it; [`AreaRefusal::Binned`] while an area of it is in the bin.
pub async fn restore_set(tx: &mut Tx, id: AreaSetId) -> Result<()> {
    let binned = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM area_share s JOIN area a ON a.partnership_id = s.partnership_id AND a.id = s.area_id
         WHERE s.partnership_id = $1 AND s.set_id = $2 AND a.binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    if binned > 0 {
        return Err(AreaRefusal::Binned.into());
    }
    let changed = sql!(
        tx,
        run,
        "UPDATE area_set SET binned_at = NULL, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    (changed == 1).then_some(()).or_not_found()?;
    tx.audit("area-set.restored", id, None::<&()>, None::<&()>).await
}
