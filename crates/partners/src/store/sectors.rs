//! The list of sectors that a partnership keeps.

use crate::{
    SectorId,
    rules::{PartnerRefusal, is_slug},
};
use platform::{batch::BatchId, ctx::Ctx, db::Tx, errors::Result, langs::Lang, row, sql, text::Text};
use serde_json::json;

row! {
    /// A sector: the kind of organization.
    #[derive(PartialEq, Eq)]
    pub struct Sector {
        /// Its id.
        pub id: SectorId,
        /// Its code, stable through renaming.
        pub code: String,
        /// Its name.
        pub name: Text,
        /// Its place in lists, from 1.
        pub place: i64,
        /// How its record stands.
        pub version: i64,
    }
}

/// The sectors that a new partnership is offered, in the order of lists; each name has the key `sector-…`.
pub const DEFAULT_SECTORS: [&str; 25] = [
    "municipality",
    "government",
    "funder",
    "police",
    "business_association",
    "business",
    "employment",
    "school_board",
    "higher_education",
    "library",
    "housing",
    "transit",
    "health",
    "settlement",
    "interpreting",
    "advice",
    "community",
    "intercultural",
    "francophone_network",
    "neighbourhood",
    "faith",
    "arts",
    "research",
    "resident",
    "other",
];

/// All sectors of the partnership, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn sectors(tx: &mut Tx) -> Result<Vec<Sector>> {
    sql!(
        tx,
        all Sector,
        "SELECT id, code, name, place, version FROM sector WHERE partnership_id = $1 AND batch_id IS NULL ORDER BY place, code LIMIT 200",
        tx.partnership()?
    )
}

/// Gives the partnership the default list, in all languages that have words for it. A partnership that has sectors keeps
/// them as they are. Returns the list.
///
/// # Errors
/// When the database does not answer.
pub async fn add_default_sectors(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<Sector>> {
    let kept = sectors(tx).await?;
    if !kept.is_empty() {
        return Ok(kept);
    }
    for (place, code) in (1..).zip(DEFAULT_SECTORS) {
        let key = format!("sector-{}", code.replace('_', "-"));
        let mut name = Text::default();
        for say in Lang::ALL.map(|lang| ctx.say().in_lang(lang)) {
            if say.has(&key) {
                name = name.with(say.lang, &say.t(&key, &[]), ctx.today());
            }
        }
        add_sector(tx, code, &name, place).await?;
    }
    sectors(tx).await
}

/// Adds a sector at `place`.
///
/// # Errors
/// [`PartnerRefusal::SectorTaken`] when its code is there, [`PartnerRefusal::Slug`] when the code is not one.
pub async fn add_sector(tx: &mut Tx, code: &str, name: &Text, place: i64) -> Result<SectorId> {
    if !is_slug(&code.replace('_', "-")) {
        return Err(PartnerRefusal::Slug.into());
    }
    let id = tx.new_id::<SectorId>()?;
    sql!(
        tx,
        must,
        "INSERT INTO sector (id, partnership_id, code, name, place) VALUES ($1, $2, $3, $4, $5)",
        id,
        tx.partnership()?,
        code,
        name,
        place
    )
    .map_err(|error| {
        error
            .on_constraint("sector_code_once", PartnerRefusal::SectorTaken)
            .on_constraint("sector.partnership_id, sector.code", PartnerRefusal::SectorTaken)
    })?;
    tx.audit("sector.added", id, None::<&()>, Some(&json!({ "code": code, "name": name }))).await?;
    Ok(id)
}

/// Adds a sector out of sight, until the import is shown that names it.
///
/// # Errors
/// When the database refuses: its code may be there.
pub async fn lay_sector(
    tx: &mut Tx,
    batch: BatchId,
    code: &str,
    (name, place): (&Text, i64),
) -> Result<SectorId> {
    let id = tx.new_id::<SectorId>()?;
    sql!(
        tx,
        must,
        "INSERT INTO sector (id, partnership_id, code, name, place, batch_id) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        tx.partnership()?,
        code,
        name,
        place,
        batch
    )?;
    Ok(id)
}

/// The sector of a code that is on the list or that this import has laid.
///
/// # Errors
/// When the database does not answer.
pub async fn sector_for_import(tx: &mut Tx, code: &str, batch: BatchId) -> Result<Option<SectorId>> {
    let found = sql!(
        tx,
        find(SectorId,),
        "SELECT id FROM sector WHERE partnership_id = $1 AND code = $2 AND (batch_id IS NULL OR batch_id = $3)",
        tx.partnership()?,
        code,
        batch
    )?;
    Ok(found.map(|(id,)| id))
}

/// Puts the sectors on the list that an import had laid: they stay there from then on.
///
/// # Errors
/// When the database refuses.
pub async fn show_sectors(tx: &mut Tx, batch: BatchId) -> Result<()> {
    let laid: Vec<(SectorId, String, Text)> = sql!(
        tx,
        all(SectorId, String, Text),
        "SELECT id, code, name FROM sector WHERE partnership_id = $1 AND batch_id = $2 ORDER BY place, code LIMIT 1000",
        tx.partnership()?,
        batch
    )?;
    for (id, code, name) in laid {
        sql!(
            tx,
            must,
            "UPDATE sector SET batch_id = NULL WHERE partnership_id = $1 AND id = $2",
            tx.partnership()?,
            id
        )?;
        tx.audit("sector.added", id, None::<&()>, Some(&json!({ "code": code, "name": name }))).await?;
    }
    Ok(())
}

/// Forgets the sectors that an import had laid and never showed.
///
/// # Errors
/// When the database refuses.
pub async fn forget_sectors(tx: &mut Tx, batch: BatchId) -> Result<()> {
    sql!(
        tx,
        run,
        "DELETE FROM sector WHERE partnership_id = $1 AND batch_id = $2",
        tx.partnership()?,
        batch
    )?;
    Ok(())
}

/// Renames a sector or moves it to another place.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn change_sector(tx: &mut Tx, before: &Sector, name: &Text, place: i64) -> Result<()> {
    let old = json!({ "name": before.name, "place": before.place });
    let Some((old, new)) = super::changes(&old, &json!({ "name": name, "place": place })) else {
        return Ok(());
    };
    sql!(
        tx,
        save,
        "UPDATE sector SET name = $1, place = $2, version = version + 1 WHERE partnership_id = $3 AND id = $4 AND version = $5",
        name,
        place,
        tx.partnership()?,
        before.id,
        before.version
    )?;
    tx.audit("sector.changed", before.id, Some(&old), Some(&new)).await
}

/// How many organizations stand under a sector, those in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn organizations_under(tx: &mut Tx, sector: SectorId) -> Result<i64> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        value i64,
        "SELECT count(*) FROM organization WHERE partnership_id = $1 AND sector_id = $2",
        partnership,
        sector
    )
}

/// Takes a sector out of the list.
///
/// # Errors
/// [`PartnerRefusal::SectorUsed`] when organizations (those in the bin too) stand under it; [`platform::errors::Error::Stale`].
pub async fn remove_sector(tx: &mut Tx, sector: &Sector) -> Result<()> {
    let n = organizations_under(tx, sector.id).await?;
    if n > 0 {
        return Err(PartnerRefusal::SectorUsed { n }.into());
    }
    sql!(
        tx,
        save,
        "DELETE FROM sector WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        sector.id,
        sector.version
    )?;
    let was = json!({ "code": sector.code, "name": sector.name });
    tx.audit("sector.removed", sector.id, Some(&was), None::<&()>).await
}
