//! Requests to take part.

use crate::{
    JoiningId,
    rules::joining::{Asker, JoiningState},
};
use partners::{OrganizationId, PersonId, SectorId};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    retention::Due,
    row,
    search::Sought,
    sql,
    text::fold,
};
use uuid::Uuid;

row! {
    /// A request to take part as it is stored.
    #[derive(PartialEq, Eq)]
    pub struct Joining {
        /// Which request.
        pub id: JoiningId,
        /// For whom.
        pub asker: Asker,
        /// The name of whoever wrote.
        pub name: String,
        /// What the organization or group is called; empty for a person.
        pub organization: String,
        /// What it works in.
        pub sector_id: Option<SectorId>,
        /// What they would like to do.
        pub wish: String,
        /// Languages they speak, in their own words; may be empty.
        pub languages: String,
        /// Where an answer goes by mail; may be empty.
        pub email: String,
        /// Where somebody can be called; may be empty.
        pub phone: String,
        /// The language of the form, and of the answer.
        pub lang: Lang,
        /// When it came.
        pub received_at: Moment,
        /// How far it has come.
        pub state: JoiningState,
        /// The last words of an answer; empty before.
        pub answer: String,
        /// What the staff notes.
        pub note: String,
        /// When it was last answered or decided.
        pub answered_at: Option<Moment>,
        /// By whom, by the name used then; empty before.
        pub answered_by: String,
        /// The organization that came of it.
        pub organization_id: Option<OrganizationId>,
        /// The person who came of it.
        pub person_id: Option<PersonId>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

impl Joining {
    /// What it is called in a list: the organization, or the person.
    pub fn title(&self) -> &str {
        if self.organization.is_empty() { &self.name } else { &self.organization }
    }
}

/// What a request is sent in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJoining {
    /// For whom.
    pub asker: Asker,
    /// The name of whoever writes.
    pub name: String,
    /// What the organization or group is called; empty for a person.
    pub organization: String,
    /// What it works in.
    pub sector: Option<SectorId>,
    /// What they would like to do.
    pub wish: String,
    /// Languages they speak, in their own words; may be empty.
    pub languages: String,
    /// Where an answer goes by mail; may be empty.
    pub email: String,
    /// Where somebody can be called; may be empty.
    pub phone: String,
    /// The language of the form.
    pub lang: Lang,
    /// What they agreed to, in the words that they saw: kept in the ledger of consent.
    pub consent_wording: String,
}

pub(super) const COLUMNS: &str = "id, asker, name, organization, sector_id, wish, languages, email, phone, lang, received_at, state, answer, note, answered_at, answered_by, organization_id, person_id, version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "joining").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// What a list of requests is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// How far they have come.
    pub state: Option<JoiningState>,
    /// For whom.
    pub asker: Option<Asker>,
    /// Words of the name.
    pub words: String,
}

impl Asked {
    /// What an address says; what it says wrongly is as if it were not said.
    pub fn of(address: &Address) -> Self {
        Self {
            state: JoiningState::from_code(address.get("state")),
            asker: Asker::from_code(address.get("asker")),
            words: address.get("q").to_owned(),
        }
    }
}

/// The request.
///
/// # Errors
/// When the database does not answer.
pub async fn find_joining(tx: &mut Tx, id: JoiningId) -> Result<Option<Joining>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of requests that `address` asks for: those that wait first, oldest first among them.
///
/// # Errors
/// When the database does not answer.
pub async fn list_joinings(tx: &mut Tx, asked: &Asked, address: &Address) -> Result<Page<Joining>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership)
        .filter_some("state = ?", asked.state.as_ref())
        .filter_some("asker = ?", asked.asker.as_ref())
        .search("search_key", &asked.words)
        .sort("CASE state WHEN 'new' THEN 0 WHEN 'answered' THEN 1 ELSE 2 END", Sort::Up)
        .sort("received_at", Sort::Up)
        .sort("id", Sort::Up);
    tx.page_for(address, list).await
}

/// How many requests stand in each state, and how many ask for whom.
///
/// # Errors
/// When the database does not answer.
pub async fn count_joinings(tx: &mut Tx) -> Result<(Vec<(JoiningState, i64)>, Vec<(Asker, i64)>)> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership);
    Ok((tx.counts("state", &list).await?, tx.counts("asker", &list).await?))
}

/// How many requests wait for an answer, and when the oldest of them came.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_joinings(tx: &mut Tx) -> Result<(i64, Option<Moment>)> {
    let partnership = tx.partnership()?;
    let list =
        kept(&partnership).filter("state = ?", &JoiningState::New).sort("received_at", Sort::Up).page(1, 1);
    let page: Page<Joining> = tx.page(&list).await?;
    Ok((page.total, page.rows.first().map(|first| first.received_at)))
}

/// Stores a request that came in at `received_at`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_joining(tx: &mut Tx, new: &NewJoining, received_at: Moment) -> Result<JoiningId> {
    let (id, partnership) = (tx.new_id::<JoiningId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO joining (id, partnership_id, asker, name, organization, sector_id, wish, languages, email, phone, lang, received_at, state,
           answer, note, answered_by, search_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', '', $14)",
        id,
        partnership,
        new.asker,
        new.name,
        new.organization,
        new.sector,
        new.wish,
        new.languages,
        new.email,
        new.phone,
        new.lang,
        received_at,
        JoiningState::New,
        fold(&format!("{} {}", new.organization, new.name))
    )?;
    Ok(id)
}

/// What an answer or a decision writes.
#[derive(Debug, Clone, Copy)]
pub struct Decided<'a> {
    /// The state that follows.
    pub state: JoiningState,
    /// The words to whoever asked; empty leaves those of before.
    pub words: &'a str,
    /// The organization that came of it.
    pub organization: Option<OrganizationId>,
    /// The person who came of it.
    pub person: Option<PersonId>,
}

/// Answers or decides a request.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_decided(tx: &mut Tx, before: &Joining, decided: Decided<'_>) -> Result<()> {
    let (partnership, now, by) = (tx.partnership()?, tx.now(), tx.author().words());
    let words = if decided.words.is_empty() { &before.answer } else { decided.words };
    sql!(
        tx,
        save,
        "UPDATE joining SET state = $4, answer = $5, answered_at = $6, answered_by = $7, organization_id = $8, person_id = $9, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        decided.state,
        words,
        now,
        by,
        decided.organization,
        decided.person
    )
}

/// Changes the note of the staff.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_note(tx: &mut Tx, before: &Joining, note: &str) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE joining SET note = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        tx.partnership()?,
        before.id,
        before.version,
        note
    )
}

/// Puts a request out of sight (`at`) or back into it (none).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it is not there as it was read.
pub async fn update_joining_binned(tx: &mut Tx, id: JoiningId, at: Option<Moment>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE joining SET binned_at = $3, version = version + 1 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id,
        at
    )
}

/// The requests that came of an organization, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn joinings_of_organization(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<Joining>> {
    let partnership = tx.partnership()?;
    let list =
        kept(&partnership).filter("organization_id = ?", &organization).sort("received_at", Sort::Down);
    tx.rows(&list.page(1, 50)).await
}

/// Deletes requests for good; gives how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn delete_joinings(tx: &mut Tx, ids: &[JoiningId]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for id in ids {
        gone += sql!(tx, run, "DELETE FROM joining WHERE partnership_id = $1 AND id = $2", partnership, *id)?;
    }
    Ok(gone)
}

/// What a request is over by: its last answer, or its coming when there was none, before `$2`; or the bin since before `$3`.
const OVER: &str = "(COALESCE(answered_at, received_at) < $2 OR binned_at < $3)";

/// The requests that were answered (or came, without an answer) before the first instant, or lie in the bin since before the
/// second, as retention tells them, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn joinings_over(tx: &mut Tx, (answered, binned): (Moment, Moment)) -> Result<Vec<Due>> {
    let select = format!(
        "SELECT id, name, COALESCE(binned_at, answered_at, received_at) FROM joining WHERE partnership_id = $1 AND {OVER}
         ORDER BY received_at, id LIMIT 5000"
    );
    let rows = sql!(tx, all(Uuid, String, Moment), &select, tx.partnership()?, answered, binned)?;
    Ok(rows.into_iter().map(|(id, name, since)| Due { id, name, since }).collect())
}

/// Whether a request is there and over, as [`joinings_over`] tells it.
///
/// # Errors
/// When the database does not answer.
pub async fn is_joining_over(
    tx: &mut Tx,
    id: JoiningId,
    (answered, binned): (Moment, Moment),
) -> Result<bool> {
    let count = format!("SELECT count(*) FROM joining WHERE partnership_id = $1 AND {OVER} AND id = $4");
    Ok(sql!(tx, value i64, &count, tx.partnership()?, answered, binned, id)? > 0)
}

/// The requests of these words, so many as a page of the search shows and one more.
///
/// # Errors
/// When the database does not answer.
pub async fn joinings_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Joining>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).sort("received_at", Sort::Down).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}
