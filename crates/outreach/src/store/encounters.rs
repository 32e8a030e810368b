//! The log of outreach: whom we met.

use crate::EncounterId;
use jiff::civil::Date;
use partners::{OrganizationId, Spoken};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::{PartnershipId, Ref},
    row,
    search::Sought,
    sql,
    text::fold,
};
use serde::Serialize;

row! {
    /// Somebody met: a community, in a language, at a place. People are counted, never named.
    #[derive(PartialEq, Eq)]
    pub struct Encounter {
        /// Which entry.
        pub id: EncounterId,
        /// On which day.
        pub met_on: Date,
        /// Who was met, as a community: the tenants of a house, a class, a congregation.
        pub community: String,
        /// In which language.
        pub language: Option<Spoken>,
        /// Where.
        pub place: String,
        /// With which organization.
        pub organization_id: Option<OrganizationId>,
        /// How many people were met; none when nobody counted.
        pub people: Option<i64>,
        /// Who of us went.
        pub met_by: String,
        /// What we asked.
        pub asked: String,
        /// What they said.
        pub said: String,
        /// What we promised; may be empty.
        pub promise: String,
        /// Until when.
        pub promise_on: Option<Date>,
        /// When it was kept.
        pub promise_kept_on: Option<Date>,
        /// What the staff notes; for nobody else.
        pub note: String,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

impl Encounter {
    /// What is written, to be changed.
    pub fn facts(&self) -> NewEncounter {
        NewEncounter {
            met_on: self.met_on,
            community: self.community.clone(),
            language: self.language,
            place: self.place.clone(),
            organization: self.organization_id,
            people: self.people,
            met_by: self.met_by.clone(),
            asked: self.asked.clone(),
            said: self.said.clone(),
            promise: self.promise.clone(),
            promise_on: self.promise_on,
            note: self.note.clone(),
        }
    }
}

/// What is written about a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewEncounter {
    /// On which day.
    pub met_on: Date,
    /// Who was met, as a community.
    pub community: String,
    /// In which language.
    pub language: Option<Spoken>,
    /// Where; may be empty.
    pub place: String,
    /// With which organization.
    pub organization: Option<OrganizationId>,
    /// How many people were met; none when nobody counted.
    pub people: Option<i64>,
    /// Who of us went.
    pub met_by: String,
    /// What we asked; may be empty.
    pub asked: String,
    /// What they said; may be empty.
    pub said: String,
    /// What we promised; may be empty.
    pub promise: String,
    /// Until when.
    pub promise_on: Option<Date>,
    /// What the staff notes.
    pub note: String,
}

const COLUMNS: &str = "id, met_on, community, language, place, organization_id, people, met_by, asked, said, promise, promise_on, promise_kept_on, note, version";
const OPEN: &str = "promise_on IS NOT NULL AND promise_kept_on IS NULL";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "encounter").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// The entry.
///
/// # Errors
/// When the database does not answer.
pub async fn find_encounter(tx: &mut Tx, id: EncounterId) -> Result<Option<Encounter>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of entries that `address` asks for, the latest day first: by language, by promise (`promise=open`), by words of
/// community and place.
///
/// # Errors
/// When the database does not answer.
pub async fn list_encounters(tx: &mut Tx, address: &Address) -> Result<Page<Encounter>> {
    let partnership = tx.partnership()?;
    let language = Spoken::from_code(address.get("language"));
    let list = kept(&partnership)
        .filter_some("language = ?", language.as_ref())
        .search("search_key", address.get("q"));
    let list = match address.get("promise") {
        "open" => list.only(OPEN),
        "kept" => list.only("promise_kept_on IS NOT NULL"),
        "none" => list.only("promise_on IS NULL AND promise_kept_on IS NULL"),
        _ => list,
    };
    tx.page_for(address, list.sort("met_on", Sort::Down).sort("id", Sort::Down)).await
}

/// In which languages people were met, with how often; without one where none is written down.
///
/// # Errors
/// When the database does not answer.
pub async fn count_languages(tx: &mut Tx) -> Result<Vec<(Option<Spoken>, i64)>> {
    let partnership = tx.partnership()?;
    tx.counts("language", &kept(&partnership)).await
}

/// The open promises, the earliest day first: at most 50, with how many there are.
///
/// # Errors
/// When the database does not answer.
pub async fn open_promises(tx: &mut Tx) -> Result<Page<Encounter>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).only(OPEN).sort("promise_on", Sort::Up).sort("id", Sort::Up);
    tx.page(&list.page(1, 50)).await
}

/// Where we met people with an organization, the latest first: at most so many.
///
/// # Errors
/// When the database does not answer.
pub async fn encounters_with(tx: &mut Tx, organization: OrganizationId, most: u32) -> Result<Vec<Encounter>> {
    let partnership = tx.partnership()?;
    tx.rows(&latest(kept(&partnership).filter("organization_id = ?", &organization), most)).await
}

/// The entries that are linked with whom or what they are about, the latest first: at most so many, however many there are.
///
/// # Errors
/// When the database does not answer.
pub async fn encounters_about(tx: &mut Tx, of: &Ref, most: u32) -> Result<Vec<Encounter>> {
    const LINKED: &str = "EXISTS (SELECT 1 FROM link l WHERE l.partnership_id = encounter.partnership_id AND l.from_kind = 'encounter' \
        AND l.from_id = encounter.id AND l.to_id = ?)";
    let partnership = tx.partnership()?;
    tx.rows(&latest(kept(&partnership).filter(LINKED, &of.id), most)).await
}

fn latest(list: List<'_>, most: u32) -> List<'_> {
    list.sort("met_on", Sort::Down).sort("id", Sort::Down).page(1, most)
}

/// Stores an entry.
///
/// # Errors
/// When the database refuses.
pub async fn insert_encounter(tx: &mut Tx, new: &NewEncounter) -> Result<EncounterId> {
    let (id, partnership) = (tx.new_id::<EncounterId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO encounter (id, partnership_id, met_on, community, language, place, organization_id, people, met_by, asked, said, promise,
           promise_on, note, search_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        id,
        partnership,
        new.met_on,
        new.community,
        new.language,
        new.place,
        new.organization,
        new.people,
        new.met_by,
        new.asked,
        new.said,
        new.promise,
        new.promise_on,
        new.note,
        fold(&format!("{} {}", new.community, new.place))
    )?;
    Ok(id)
}

/// Changes an entry; another promise is open again.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_encounter(tx: &mut Tx, before: &Encounter, new: &NewEncounter) -> Result<()> {
    let is_same = before.promise == new.promise && before.promise_on == new.promise_on;
    let kept_on = before.promise_kept_on.filter(|_| is_same);
    sql!(
        tx,
        save,
        "UPDATE encounter SET met_on = $4, community = $5, language = $6, place = $7, organization_id = $8, people = $9, met_by = $10,
           asked = $11, said = $12, promise = $13, promise_on = $14, promise_kept_on = $15, note = $16, search_key = $17, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        new.met_on,
        new.community,
        new.language,
        new.place,
        new.organization,
        new.people,
        new.met_by,
        new.asked,
        new.said,
        new.promise,
        new.promise_on,
        kept_on,
        new.note,
        fold(&format!("{} {}", new.community, new.place))
    )
}

/// Notes that a promise was kept on `day`.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_kept_promise(tx: &mut Tx, before: &Encounter, day: Date) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE encounter SET promise_kept_on = $4, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        day
    )
}

/// Puts an entry out of sight (`at`) or back into it (none).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it is not there.
pub async fn update_encounter_binned(tx: &mut Tx, id: EncounterId, at: Option<Moment>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE encounter SET binned_at = $3, version = version + 1 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id,
        at
    )
}

/// Takes names out of what entries say; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_in_encounters(tx: &mut Tx, without: impl Fn(&str) -> String) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    let list =
        List::new(COLUMNS, "encounter").filter("partnership_id = ?", &partnership).sort("id", Sort::Up);
    for number in 1.. {
        let rows: Vec<Encounter> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        for one in rows {
            let old = [&one.met_by, &one.asked, &one.said, &one.promise, &one.note];
            let new = old.map(|text| without(text));
            if old.iter().zip(&new).any(|(old, new)| *old != new) {
                let [met_by, asked, said, promise, note] = new;
                gone += sql!(
                    tx,
                    run,
                    "UPDATE encounter SET met_by = $3, asked = $4, said = $5, promise = $6, note = $7, version = version + 1
                     WHERE partnership_id = $1 AND id = $2",
                    partnership,
                    one.id,
                    met_by,
                    asked,
                    said,
                    promise,
                    note
                )?;
            }
        }
        if is_last {
            break;
        }
    }
    Ok(gone)
}

/// All entries, those in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn all_encounters(tx: &mut Tx) -> Result<Vec<EncounterId>> {
    let rows: Vec<(EncounterId,)> = sql!(
        tx,
        all(EncounterId,),
        "SELECT id FROM encounter WHERE partnership_id = $1 ORDER BY id LIMIT 100000",
        tx.partnership()?
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The entries of these words, so many as a page of the search shows and one more.
///
/// # Errors
/// When the database does not answer.
pub async fn encounters_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Encounter>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).sort("met_on", Sort::Down).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}
