//! Lists of organizations: narrowed, counted, sorted, paged.

use crate::{
    SectorId,
    narrowing::{Narrowing, SortBy},
    rules::{Reader, Standing, Visibility},
    spoken::Spoken,
    store::organizations::{Organization, seen_by},
};
use jiff::civil::Date;
use platform::{
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::{Address, api::Cursor},
    ids::PartnershipId,
    langs::Lang,
    search::Sought,
    sql,
};
use std::collections::HashMap;

/// How an organization stands, told by its two days.
const STANDING: &str = "CASE WHEN o.left_on IS NOT NULL THEN 'left' WHEN o.joined_on IS NOT NULL THEN 'partner' ELSE 'prospect' END";
const IS_STANDING: &str = "(CASE WHEN o.left_on IS NOT NULL THEN 'left' WHEN o.joined_on IS NOT NULL THEN 'partner' ELSE 'prospect' END) = ?";
const SPEAKS: &str = "EXISTS (SELECT 1 FROM organization_language l WHERE l.partnership_id = o.partnership_id AND l.organization_id = o.id AND l.language = ?)";
const WITH_SECTOR: &str =
    "kept_organization o LEFT JOIN sector s ON s.partnership_id = o.partnership_id AND s.id = o.sector_id";
const WITH_LANGUAGES: &str = "kept_organization o JOIN organization_language l ON l.partnership_id = o.partnership_id AND l.organization_id = o.id";

const STEWARD: &str = "o.steward_id = ?";
const QUIET: &str = "NOT EXISTS (SELECT 1 FROM staff_note n WHERE n.partnership_id = o.partnership_id AND n.organization_id = o.id \
    AND n.way <> 'note' AND n.on_day >= ? \
    AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id))";
const QUIET_PEOPLE: &str = "NOT EXISTS (SELECT 1 FROM speaker s JOIN staff_note n ON n.partnership_id = s.partnership_id AND n.person_id = s.person_id \
    WHERE s.partnership_id = o.partnership_id AND s.organization_id = o.id AND (s.to_on IS NULL OR s.to_on >= n.on_day) AND n.way <> 'note' AND n.on_day >= ? \
    AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id))";

/// How many organizations each answer of a filter leaves, the other filters being as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// By sector.
    pub sectors: Vec<(Option<SectorId>, i64)>,
    /// By being registered.
    pub formal: Vec<(bool, i64)>,
    /// By language.
    pub languages: Vec<(Spoken, i64)>,
    /// By standing.
    pub standings: Vec<(Standing, i64)>,
    /// By who may know.
    pub visibilities: Vec<(Visibility, i64)>,
}

/// Which filter is left out of a count: its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Without {
    Nothing,
    Sector,
    Formal,
    Language,
    Standing,
    Visibility,
}

/// The page of organizations that `address` asks for, or all rows when it asks for a file.
///
/// # Errors
/// When the database does not answer.
pub async fn organizations(
    tx: &mut Tx,
    reader: Reader,
    narrowing: &Narrowing,
    (address, lang): (&Address, Lang),
) -> Result<Page<Organization>> {
    let partnership = tx.partnership()?;
    let list = narrowed(&partnership, reader, narrowing, Without::Nothing).from(WITH_SECTOR);
    let (sort, way) = (narrowing.sort, narrowing.way);
    let list = match sort {
        SortBy::Name => list,
        SortBy::Sector => list.sort("s.place IS NULL", Sort::Up).sort("s.place", way),
        SortBy::Joined => list.sort("o.joined_on IS NULL", Sort::Up).sort("o.joined_on", way),
    };
    let by_name = if sort == SortBy::Name { way } else { Sort::Up };
    let list = list.sort(name_key(lang), by_name).sort("o.id", Sort::Up);
    tx.page_for(address, list).await
}

/// How many organizations a narrowing leaves.
///
/// # Errors
/// When the database does not answer.
pub async fn how_many(tx: &mut Tx, reader: Reader, narrowing: &Narrowing) -> Result<i64> {
    let partnership = tx.partnership()?;
    let list = narrowed(&partnership, reader, narrowing, Without::Nothing).page(1, 1);
    Ok(tx.page::<Organization>(&list).await?.total)
}

/// What each filter of the list would leave.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx, reader: Reader, narrowing: &Narrowing) -> Result<Counts> {
    let partnership = tx.partnership()?;
    let without = |without| narrowed(&partnership, reader, narrowing, without);
    let languages = without(Without::Language).from(WITH_LANGUAGES);
    Ok(Counts {
        sectors: tx.counts("o.sector_id", &without(Without::Sector)).await?,
        formal: tx.counts("o.formal", &without(Without::Formal)).await?,
        languages: tx.counts("l.language", &languages).await?,
        standings: tx.counts(STANDING, &without(Without::Standing)).await?,
        visibilities: tx.counts("o.visibility", &without(Without::Visibility)).await?,
    })
}

/// How many partners each sector has, whoever may know of them: numbers alone, counted where they stand.
///
/// # Errors
/// When the database does not answer.
pub async fn partners_by_sector(tx: &mut Tx) -> Result<HashMap<SectorId, i64>> {
    let partnership = tx.partnership()?;
    let narrowing = Narrowing { standing: Some(Standing::Partner), ..Narrowing::default() };
    let list = narrowed(&partnership, Reader::Staff, &narrowing, Without::Nothing);
    let counted: Vec<(Option<SectorId>, i64)> = tx.counts("o.sector_id", &list).await?;
    Ok(counted.into_iter().filter_map(|(sector, n)| sector.map(|sector| (sector, n))).collect())
}

/// The partners that everyone may know of, by name in English, after where the page before ended: one more than `limit`.
///
/// # Errors
/// When the database does not answer.
pub async fn public_partners(
    tx: &mut Tx,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Vec<(Organization, Cursor)>> {
    let partnership = tx.partnership()?;
    let narrowing = Narrowing { standing: Some(Standing::Partner), ..Narrowing::default() };
    let mut list = narrowed(&partnership, Reader::Public, &narrowing, Without::Nothing);
    if let Some(Cursor(key, id)) = after {
        list = list.after("o.sort_en", key, "o.id", id);
    }
    let list = list.sort("o.sort_en", Sort::Up).sort("o.id", Sort::Up).page(1, limit.saturating_add(1));
    let rows: Vec<Organization> = tx.rows(&list).await?;
    let cursor =
        |row: &Organization| Cursor(super::organizations::sort_key(&row.facts(), Lang::En), row.id.0);
    Ok(rows.into_iter().map(|row| (row.clone(), cursor(&row))).collect())
}

/// Organizations that the reader may know of and that are called so, in the alphabet of `lang`.
///
/// # Errors
/// When the database does not answer.
pub async fn organizations_called(
    tx: &mut Tx,
    reader: Reader,
    sought: &Sought,
    lang: Lang,
) -> Result<Vec<Organization>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort(name_key(lang), Sort::Up).sort("o.id", Sort::Up);
    sought.rows(tx, list, "o.search_key").await
}

/// Names of organizations that the reader may know of, for a list to choose from: at most 1000, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn choices(tx: &mut Tx, reader: Reader, lang: Lang) -> Result<Vec<Organization>> {
    let partnership = tx.partnership()?;
    let list =
        seen_by(&partnership, reader).sort(name_key(lang), Sort::Up).sort("o.id", Sort::Up).page(1, 1_000);
    tx.rows(&list).await
}

fn name_key(lang: Lang) -> &'static str {
    if lang == Lang::Fr { "o.sort_fr" } else { "o.sort_en" }
}

fn narrowed<'a>(
    partnership: &'a PartnershipId,
    reader: Reader,
    by: &'a Narrowing,
    without: Without,
) -> List<'a> {
    let mut list = seen_by(partnership, reader)
        .search("o.search_key", &by.q)
        .filter_some(STEWARD, by.care.steward.as_ref())
        .filter_some(QUIET, by.care.quiet_since.as_ref())
        .filter_some(QUIET_PEOPLE, by.care.quiet_since.as_ref());
    if by.care.unattended {
        list = list.only("o.steward_id IS NULL");
    }
    if without != Without::Sector {
        list = list.filter_some("o.sector_id = ?", by.sector.as_ref());
    }
    if without != Without::Formal {
        list = list.filter_some("o.formal = ?", by.formal.as_ref());
    }
    if without != Without::Language {
        list = list.filter_some(SPEAKS, by.language.as_ref());
    }
    if without != Without::Standing {
        list = list.filter_some(IS_STANDING, by.standing.as_ref());
    }
    if without != Without::Visibility {
        list = list.filter_some("o.visibility = ?", by.visibility.as_ref());
    }
    list
}

/// From when to when each organization is or was a partner, whoever may know of it: days alone, without names. The first hundred
/// thousand.
///
/// # Errors
/// When the database does not answer.
pub async fn days_of_partners(tx: &mut Tx) -> Result<Vec<(Date, Option<Date>)>> {
    sql!(
        tx,
        all(Date, Option<Date>),
        "SELECT joined_on, left_on FROM kept_organization WHERE partnership_id = $1 AND joined_on IS NOT NULL ORDER BY joined_on, id LIMIT 100000",
        tx.partnership()?
    )
}
