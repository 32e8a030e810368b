//! Prospects and the history of their stages.

use super::stages::insert_stage;
use crate::{
    ProspectId,
    rules::{joining::Asker, prospects::Stage},
};
use areas::AreaId;
use jiff::civil::Date;
use partners::{Languages, OrganizationId, PersonId, SectorId, Spoken};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::fold,
};
use serde::Serialize;

row! {
    /// Somebody who should be at the table.
    #[derive(PartialEq, Eq)]
    pub struct Prospect {
        /// Which prospect.
        pub id: ProspectId,
        /// An organization, an informal group or a person.
        pub kind: Asker,
        /// The name.
        pub name: String,
        /// What they work in.
        pub sector_id: Option<SectorId>,
        /// Where.
        pub area_id: Option<AreaId>,
        /// Languages they speak or serve in.
        pub languages: Languages,
        /// Why they should be at the table.
        pub why: String,
        /// What is to be done next; may be empty.
        pub next_step: String,
        /// By when.
        pub next_on: Option<Date>,
        /// Who takes that step.
        pub steward_id: Option<PersonId>,
        /// A person who knows them.
        pub knows_person_id: Option<PersonId>,
        /// An organization that knows them.
        pub knows_organization_id: Option<OrganizationId>,
        /// How far they have come.
        pub stage: Stage,
        /// Since which day they stand there.
        pub stage_on: Date,
        /// The organization that they are here.
        pub organization_id: Option<OrganizationId>,
        /// The person whom they are here.
        pub person_id: Option<PersonId>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

impl Prospect {
    /// What is written about it, to be changed.
    pub fn facts(&self) -> NewProspect {
        NewProspect {
            kind: self.kind,
            name: self.name.clone(),
            sector: self.sector_id,
            area: self.area_id,
            languages: self.languages.clone(),
            why: self.why.clone(),
            next_step: self.next_step.clone(),
            next_on: self.next_on,
            steward: self.steward_id,
            knows_person: self.knows_person_id,
            knows_organization: self.knows_organization_id,
        }
    }
}

/// What is written about a prospect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewProspect {
    /// An organization, an informal group or a person.
    #[serde(serialize_with = "code_of")]
    pub kind: Asker,
    /// The name.
    pub name: String,
    /// What they work in.
    pub sector: Option<SectorId>,
    /// Where.
    pub area: Option<AreaId>,
    /// Languages they speak or serve in.
    pub languages: Languages,
    /// Why they should be at the table; may be empty.
    pub why: String,
    /// What is to be done next; may be empty.
    pub next_step: String,
    /// By when.
    pub next_on: Option<Date>,
    /// Who takes that step.
    pub steward: Option<PersonId>,
    /// A person who knows them.
    pub knows_person: Option<PersonId>,
    /// An organization that knows them.
    pub knows_organization: Option<OrganizationId>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn code_of<S: serde::Serializer>(kind: &Asker, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(kind.code())
}

impl NewProspect {
    /// One of whom nothing is known but what they are and their name.
    pub fn new(kind: Asker, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            sector: None,
            area: None,
            languages: Languages::default(),
            why: String::new(),
            next_step: String::new(),
            next_on: None,
            steward: None,
            knows_person: None,
            knows_organization: None,
        }
    }
}

pub(super) const COLUMNS: &str = "id, kind, name, sector_id, area_id, languages, why, next_step, next_on, steward_id, knows_person_id, knows_organization_id, stage, stage_on, organization_id, person_id, version";
const SPEAKS: &str = "(' ' || languages || ' ') LIKE ('% ' || ? || ' %')";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "prospect").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// What a list of prospects is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ProspectsAsked {
    /// How far they have come.
    pub stage: Option<Stage>,
    /// What they work in.
    pub sector: Option<SectorId>,
    /// Where.
    pub area: Option<AreaId>,
    /// A language.
    pub language: Option<Spoken>,
    /// Words of the name.
    pub words: String,
}

impl ProspectsAsked {
    /// What an address says; what it says wrongly is as if it were not said.
    pub fn of(address: &Address) -> Self {
        Self {
            stage: Stage::from_code(address.get("stage")),
            sector: address.get("sector").parse().ok(),
            area: address.get("area").parse().ok(),
            language: Spoken::from_code(address.get("language")),
            words: address.get("q").to_owned(),
        }
    }
}

/// The prospect.
///
/// # Errors
/// When the database does not answer.
pub async fn find_prospect(tx: &mut Tx, id: ProspectId) -> Result<Option<Prospect>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of prospects that `address` asks for: by next step or by name, those without a step last.
///
/// # Errors
/// When the database does not answer.
pub async fn list_prospects(
    tx: &mut Tx,
    asked: &ProspectsAsked,
    address: &Address,
) -> Result<Page<Prospect>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership)
        .filter_some("stage = ?", asked.stage.as_ref())
        .filter_some("sector_id = ?", asked.sector.as_ref())
        .filter_some("area_id = ?", asked.area.as_ref())
        .filter_some(SPEAKS, asked.language.as_ref())
        .search("search_key", &asked.words);
    let (column, way) = address.sort();
    let list = match column {
        "name" => list.sort("search_key", way),
        "stage" => list.sort("stage", way).sort("search_key", Sort::Up),
        _ => list.sort("next_on IS NULL", Sort::Up).sort("next_on", way).sort("search_key", Sort::Up),
    };
    tx.page_for(address, list.sort("id", Sort::Up)).await
}

/// How many prospects stand at each stage.
///
/// # Errors
/// When the database does not answer.
pub async fn count_prospects(tx: &mut Tx) -> Result<Vec<(Stage, i64)>> {
    let partnership = tx.partnership()?;
    tx.counts("stage", &kept(&partnership)).await
}

/// The prospects that are known as this organization.
///
/// # Errors
/// When the database does not answer.
pub async fn prospects_of_organization(tx: &mut Tx, id: OrganizationId) -> Result<Vec<Prospect>> {
    let partnership = tx.partnership()?;
    tx.rows(&kept(&partnership).filter("organization_id = ?", &id).page(1, 50)).await
}

/// The next steps that are due until `day`, earliest first: at most 50.
///
/// # Errors
/// When the database does not answer.
pub async fn prospects_due(tx: &mut Tx, day: Date) -> Result<Vec<Prospect>> {
    let partnership = tx.partnership()?;
    let over = [Stage::Joined, Stage::Declined];
    let open: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| !over.contains(stage)).collect();
    let list = kept(&partnership).filter("next_on <= ?", &day).among("stage", &open);
    tx.rows(&list.sort("next_on", Sort::Up).sort("id", Sort::Up).page(1, 50)).await
}

/// Stores a prospect at a stage since a day.
///
/// # Errors
/// When the database refuses.
pub async fn insert_prospect(tx: &mut Tx, new: &NewProspect, stage: (Stage, Date)) -> Result<ProspectId> {
    let (id, partnership) = (tx.new_id::<ProspectId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO prospect (id, partnership_id, kind, name, sector_id, area_id, languages, why, next_step, next_on, steward_id,
           knows_person_id, knows_organization_id, stage, stage_on, search_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        id,
        partnership,
        new.kind,
        new.name,
        new.sector,
        new.area,
        new.languages,
        new.why,
        new.next_step,
        new.next_on,
        new.steward,
        new.knows_person,
        new.knows_organization,
        stage.0,
        stage.1,
        fold(&new.name)
    )?;
    insert_stage(tx, id, stage, "").await?;
    Ok(id)
}

/// Changes what is written about a prospect.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_prospect(tx: &mut Tx, before: &Prospect, new: &NewProspect) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE prospect SET kind = $4, name = $5, sector_id = $6, area_id = $7, languages = $8, why = $9, next_step = $10, next_on = $11,
           steward_id = $12, knows_person_id = $13, knows_organization_id = $14, search_key = $15, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        new.kind,
        new.name,
        new.sector,
        new.area,
        new.languages,
        new.why,
        new.next_step,
        new.next_on,
        new.steward,
        new.knows_person,
        new.knows_organization,
        fold(&new.name)
    )
}

/// What they are here.
#[derive(Debug, Clone, Copy, Default)]
pub struct Became {
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// The person.
    pub person: Option<PersonId>,
}

/// Moves a prospect to a stage on a day, with what happened, and says what they are here.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_stage(
    tx: &mut Tx,
    before: &Prospect,
    (stage, day): (Stage, Date),
    note: &str,
    became: Became,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE prospect SET stage = $4, stage_on = $5, organization_id = $6, person_id = $7, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        stage,
        day,
        became.organization,
        became.person
    )?;
    insert_stage(tx, before.id, (stage, day), note).await
}

/// Puts a prospect out of sight (`at`) or back into it (none).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it is not there as it was read.
pub async fn update_prospect_binned(tx: &mut Tx, id: ProspectId, at: Option<Moment>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE prospect SET binned_at = $3, version = version + 1 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id,
        at
    )
}

/// The prospects of these words, so many as a page of the search shows and one more.
///
/// # Errors
/// When the database does not answer.
pub async fn prospects_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Prospect>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).sort("search_key", Sort::Up).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}
