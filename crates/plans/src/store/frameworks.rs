//! Frameworks: one row per version, and the names that each gives to its levels.

use crate::{
    FrameworkId,
    rules::{charter::Charter, kinds::Kind, periods::Years, standing::Standing, states::Publicity},
};
use jiff::civil::Date;
use platform::{
    db::{Bind, List, Param, Sort, Tx},
    errors::{Error, Result},
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde::Serialize;
use uuid::Uuid;

/// More frameworks than any partnership has; a query never gives more.
const MOST: u32 = 500;

row! {
    /// A version of a framework, as it is stored.
    pub struct Framework {
        /// Which version.
        pub id: FrameworkId,
        /// The first version of the same framework.
        pub family_id: Uuid,
        /// The number of the version, from 1.
        pub number: u32,
        /// Its place in addresses.
        pub slug: String,
        /// What it is called.
        pub title: Text,
        /// What it is.
        pub about: Text,
        /// Why the partnership exists, as its charter says.
        pub purpose: Text,
        /// What it wants, one goal on a line.
        pub goals: Text,
        /// By what it goes, one principle on a line.
        pub principles: Text,
        /// Where it comes from, when it was not written here.
        pub source: Text,
        /// What the document says of its own version.
        pub edition: String,
        /// How it stands.
        pub standing: Standing,
        /// Whether it is told from an old document.
        pub historical: bool,
        /// What the public sees of its states.
        pub publicity: Publicity,
        /// The calendar year in which its first year starts.
        pub first_year: i32,
        /// The calendar year in which its last year starts.
        pub last_year: i32,
        /// The month in which its years start.
        pub year_month: i32,
        /// The day on which it was adopted.
        pub adopted_on: Option<Date>,
        /// The decision by which it was adopted.
        pub decision: Text,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

const COLUMNS: &str = "id, family_id, number, slug, title, about, purpose, goals, principles, source, edition, standing, historical, publicity, first_year, last_year, year_month, adopted_on, decision, version";

/// Years as they are stored.
pub(super) fn years_kept(first: i32, last: i32, month: i32) -> Result<Years> {
    let small = |year: i32| i16::try_from(year).map_err(Error::failed);
    let month = i8::try_from(month).map_err(Error::failed)?;
    Years::new(small(first)?, small(last)?, month).map_err(Into::into)
}

impl Framework {
    /// Its years.
    ///
    /// # Errors
    /// A failure when what is stored is none; the constraints refuse that.
    pub fn years(&self) -> Result<Years> {
        years_kept(self.first_year, self.last_year, self.year_month)
    }

    /// Why the partnership exists, what it wants, by what it goes.
    pub fn charter(&self) -> Charter {
        Charter {
            purpose: self.purpose.clone(),
            goals: self.goals.clone(),
            principles: self.principles.clone(),
        }
    }

    /// What it was set up with or last changed to.
    ///
    /// # Errors
    /// As [`Framework::years`].
    pub fn facts(&self) -> Result<FrameworkFacts> {
        Ok(FrameworkFacts {
            title: self.title.clone(),
            about: self.about.clone(),
            charter: self.charter(),
            source: self.source.clone(),
            edition: self.edition.clone(),
            historical: self.historical,
            publicity: self.publicity,
            years: self.years()?,
            adopted_on: self.adopted_on,
            decision: self.decision.clone(),
        })
    }
}

/// What a framework is set up with, or changed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrameworkFacts {
    /// What it is called.
    pub title: Text,
    /// What it is.
    pub about: Text,
    /// Why the partnership exists, what it wants, by what it goes.
    #[serde(flatten)]
    pub charter: Charter,
    /// Where it comes from, when it was not written here.
    pub source: Text,
    /// What the document says of its own version.
    pub edition: String,
    /// Whether it is told from an old document.
    pub historical: bool,
    /// What the public sees of its states.
    pub publicity: Publicity,
    /// Its years.
    pub years: Years,
    /// The day on which it was adopted.
    pub adopted_on: Option<Date>,
    /// The decision by which it was adopted.
    pub decision: Text,
}

row! {
    /// What a framework calls one of its levels.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Level {
        /// Which kind of line it names.
        pub kind: Kind,
        /// One of them: “Strategic action”.
        pub one: Text,
        /// Several of them: “Strategic actions”.
        pub many: Text,
    }
}

fn all(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "kept_plan_framework").filter("partnership_id = ?", partnership)
}

/// The framework with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn find_framework(tx: &mut Tx, id: FrameworkId) -> Result<Option<Framework>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&all(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The framework with this place in addresses.
///
/// # Errors
/// When the database does not answer.
pub async fn find_framework_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Framework>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&all(&partnership).filter("slug = ?", slug).page(1, 1)).await?.pop())
}

/// The framework by which the partnership works, when there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn find_in_force(tx: &mut Tx) -> Result<Option<Framework>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&all(&partnership).only("standing = 'in-force'").page(1, 1)).await?.pop())
}

/// All frameworks, the one in force first, then the newest.
///
/// # Errors
/// When the database does not answer.
pub async fn list_frameworks(tx: &mut Tx) -> Result<Vec<Framework>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership)
        .sort("first_year", Sort::Down)
        .sort("number", Sort::Down)
        .sort("id", Sort::Up)
        .page(1, MOST);
    let mut found: Vec<Framework> = tx.rows(&list).await?;
    found.sort_by_key(|one| one.standing);
    Ok(found)
}

/// Stores a new framework: a first version, or the next one of `family`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_framework(
    tx: &mut Tx,
    slug: &str,
    family: Option<(Uuid, u32)>,
    (facts, standing): (&FrameworkFacts, Standing),
) -> Result<FrameworkId> {
    let (id, partnership, at) = (tx.new_id::<FrameworkId>()?, tx.partnership()?, tx.now());
    let (family, number) = family.unwrap_or((id.0, 1));
    sql!(
        tx,
        must,
        "INSERT INTO plan_framework (id, partnership_id, family_id, number, slug, title, about, purpose, goals, principles, source, edition, standing, historical,
           publicity, first_year, last_year, year_month, adopted_on, decision, search_key, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        id,
        partnership,
        family,
        number,
        slug,
        facts.title,
        facts.about,
        facts.charter.purpose,
        facts.charter.goals,
        facts.charter.principles,
        facts.source,
        facts.edition,
        standing,
        facts.historical,
        facts.publicity,
        i32::from(facts.years.first()),
        i32::from(facts.years.last()),
        i32::from(facts.years.month()),
        facts.adopted_on,
        facts.decision,
        facts.title.search_key(),
        at
    )?;
    Ok(id)
}

/// Changes a framework.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_framework(tx: &mut Tx, before: &Framework, facts: &FrameworkFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_framework SET title = $4, about = $5, source = $6, edition = $7, historical = $8, publicity = $9, first_year = $10,
           last_year = $11, year_month = $12, adopted_on = $13, decision = $14, search_key = $15, purpose = $16, goals = $17, principles = $18, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        facts.title,
        facts.about,
        facts.source,
        facts.edition,
        facts.historical,
        facts.publicity,
        i32::from(facts.years.first()),
        i32::from(facts.years.last()),
        i32::from(facts.years.month()),
        facts.adopted_on,
        facts.decision,
        facts.title.search_key(),
        facts.charter.purpose,
        facts.charter.goals,
        facts.charter.principles
    )
}

/// Says how a framework stands.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_standing(tx: &mut Tx, before: &Framework, standing: Standing) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_framework SET standing = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        standing
    )
}

/// The highest number among the versions of a framework.
///
/// # Errors
/// When the database does not answer.
pub async fn last_number(tx: &mut Tx, family: Uuid) -> Result<u32> {
    sql!(
        tx,
        value u32,
        "SELECT COALESCE(max(number), 0) FROM plan_framework WHERE partnership_id = $1 AND family_id = $2",
        tx.partnership()?,
        family
    )
}

/// The slugs of all frameworks.
///
/// # Errors
/// When the database does not answer.
pub async fn list_slugs(tx: &mut Tx) -> Result<Vec<String>> {
    let rows = sql!(
        tx,
        all(String,),
        "SELECT slug FROM plan_framework WHERE partnership_id = $1 ORDER BY slug LIMIT 10000",
        tx.partnership()?
    )?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}

/// What a framework calls its levels.
///
/// # Errors
/// When the database does not answer.
pub async fn list_levels(tx: &mut Tx, framework: FrameworkId) -> Result<Vec<Level>> {
    let mut levels = sql!(
        tx,
        all Level,
        "SELECT kind, one, many FROM plan_level WHERE partnership_id = $1 AND framework_id = $2 LIMIT 20",
        tx.partnership()?,
        framework
    )?;
    levels.sort_by_key(|level| level.kind);
    Ok(levels)
}

/// Says what a framework calls its levels, in place of what it called them.
///
/// # Errors
/// When the database refuses.
pub async fn replace_levels(tx: &mut Tx, framework: FrameworkId, levels: &[Level]) -> Result<()> {
    let partnership = tx.partnership()?;
    let gone = "DELETE FROM plan_level WHERE partnership_id = $1 AND framework_id = $2";
    sql!(tx, run, gone, partnership, framework)?;
    let rows: Vec<Vec<Bind<'_>>> = levels
        .iter()
        .map(|one| {
            vec![partnership.bind(), framework.bind(), one.kind.bind(), one.one.bind(), one.many.bind()]
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    tx.insert_many("INSERT INTO plan_level (partnership_id, framework_id, kind, one, many) VALUES", &rows)
        .await
}
