//! Agreements with governments and the log of exchanges under them.

use crate::{
    AgreementId,
    rules::agreements::{Level, Tie},
    store::exchanges::forget_names,
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// An agreement, a regular exchange or a working group with a government.
    #[derive(PartialEq, Eq)]
    pub struct Agreement {
        /// Which agreement.
        pub id: AgreementId,
        /// The order of government.
        pub level: Level,
        /// The department.
        pub department: Text,
        /// Its unit; may be empty.
        pub unit: String,
        /// What sort of tie it is.
        pub kind: Tie,
        /// What it is about.
        pub subject: Text,
        /// Since when it runs.
        pub since_on: Option<Date>,
        /// Until when it runs.
        pub until_on: Option<Date>,
        /// Whom to address there.
        pub person_id: Option<PersonId>,
        /// When the next exchange is due.
        pub next_on: Option<Date>,
        /// Where it can be read; may be empty.
        pub link: String,
        /// How its record stands.
        pub version: i64,
    }
}

/// What an agreement is kept with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreementFacts {
    /// The order of government.
    pub level: Level,
    /// The department.
    pub department: Text,
    /// Its unit.
    pub unit: String,
    /// What sort of tie it is.
    pub kind: Tie,
    /// What it is about.
    pub subject: Text,
    /// Since when it runs.
    pub since_on: Option<Date>,
    /// Until when it runs.
    pub until_on: Option<Date>,
    /// Whom to address there.
    pub person: Option<PersonId>,
    /// When the next exchange is due.
    pub next_on: Option<Date>,
    /// Where it can be read.
    pub link: String,
}

impl AgreementFacts {
    fn search_key(&self) -> String {
        let unit = platform::text::fold(&self.unit);
        format!("{} {unit} {}", self.department.search_key(), self.subject.search_key())
    }
}

const COLUMNS: &str =
    "id, level, department, unit, kind, subject, since_on, until_on, person_id, next_on, link, version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "agreement").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// The agreement.
///
/// # Errors
/// When the database does not answer.
pub async fn find_agreement(tx: &mut Tx, id: AgreementId) -> Result<Option<Agreement>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the agreements that `address` asks for, by order of government and department.
///
/// # Errors
/// When the database does not answer.
pub async fn page_agreements(
    tx: &mut Tx,
    (level, kind): (Option<Level>, Option<Tie>),
    address: &Address,
) -> Result<Page<Agreement>> {
    let partnership = tx.partnership()?;
    let (column, way) = address.sort();
    let list = kept(&partnership)
        .filter_some("level = ?", level.as_ref())
        .filter_some("kind = ?", kind.as_ref())
        .search("search_key", address.get("q"));
    let by_level = "CASE level WHEN 'federal' THEN 1 WHEN 'provincial' THEN 2 ELSE 3 END";
    let list = match column {
        "department" => list.sort("search_key", way),
        // Without a day comes last, on both databases.
        "next" => list.sort("COALESCE(next_on, '9999-12-31')", way),
        _ => list.sort(by_level, Sort::Up).sort("search_key", Sort::Up),
    };
    tx.page_for(address, list.sort("id", Sort::Up)).await
}

/// The agreements with a next exchange on or before `day`, the nearest first.
///
/// # Errors
/// When the database does not answer.
pub async fn agreements_due(tx: &mut Tx, day: Date) -> Result<Vec<Agreement>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).filter("next_on <= ?", &day);
    tx.rows(&list.sort("next_on", Sort::Up).sort("id", Sort::Up).page(1, 100)).await
}

/// Stores an agreement.
///
/// # Errors
/// When the database refuses.
pub async fn insert_agreement(tx: &mut Tx, new: &AgreementFacts) -> Result<AgreementId> {
    let (id, partnership, at) = (tx.new_id::<AgreementId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO agreement (id, partnership_id, level, department, unit, kind, subject, since_on, until_on, person_id, next_on, link,
           search_key, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        partnership,
        new.level,
        new.department,
        new.unit,
        new.kind,
        new.subject,
        new.since_on,
        new.until_on,
        new.person,
        new.next_on,
        new.link,
        new.search_key(),
        at
    )?;
    Ok(id)
}

/// Changes an agreement.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_agreement(tx: &mut Tx, before: &Agreement, new: &AgreementFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE agreement SET level = $1, department = $2, unit = $3, kind = $4, subject = $5, since_on = $6, until_on = $7, person_id = $8,
           next_on = $9, link = $10, search_key = $11, version = version + 1
         WHERE partnership_id = $12 AND id = $13 AND version = $14",
        new.level,
        new.department,
        new.unit,
        new.kind,
        new.subject,
        new.since_on,
        new.until_on,
        new.person,
        new.next_on,
        new.link,
        new.search_key(),
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Says when the next exchange is due; none when it is open.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_next(tx: &mut Tx, before: &Agreement, next_on: Option<Date>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE agreement SET next_on = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        next_on,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Takes an agreement out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_agreement(
    tx: &mut Tx,
    (id, version): (AgreementId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE agreement SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// The agreements at which a person is to be addressed, those in the bin too: what they are called.
///
/// # Errors
/// When the database does not answer.
pub async fn agreements_of(tx: &mut Tx, person: PersonId) -> Result<Vec<(AgreementId, Text)>> {
    sql!(
        tx,
        all(AgreementId, Text),
        "SELECT id, department FROM agreement WHERE partnership_id = $1 AND person_id = $2 ORDER BY id LIMIT 1000",
        tx.partnership()?,
        person
    )
}

/// Takes a person from the agreements at which she is addressed, and her names from what was noted under them; gives of how
/// many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_contact(tx: &mut Tx, person: PersonId, names: &[String]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for (id, _) in agreements_of(tx, person).await? {
        gone += forget_names(tx, id, names).await?;
    }
    gone += sql!(
        tx,
        run,
        "UPDATE agreement SET person_id = NULL, version = version + 1 WHERE partnership_id = $1 AND person_id = $2",
        partnership,
        person
    )?;
    Ok(gone)
}

/// The agreements whose department, unit or subject has what is looked for.
///
/// # Errors
/// When the database does not answer.
pub async fn agreements_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Agreement>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).sort("search_key", Sort::Up).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}
