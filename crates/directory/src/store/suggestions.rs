//! What visitors suggest.

use crate::{
    ServiceId, SuggestionId,
    rules::{
        differences::{Difference, Fields},
        suggestions::{SuggestionKind, SuggestionState},
    },
};
use platform::{
    clock::Moment,
    db::{Json, List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    retention::{AT_ONCE, Due},
    row, sql,
    text::Text,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is wished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// Where a record should say something else.
    pub differences: Vec<Difference>,
    /// What a new service would say, as the fields of its form.
    pub fields: Fields,
    /// Why somebody could not get help, as codes.
    pub reasons: Vec<String>,
    /// For which need, as its id; empty when she did not say.
    pub need: String,
}

row! {
    /// A suggestion.
    pub struct Suggestion {
        /// Which.
        pub id: SuggestionId,
        /// What it is.
        pub kind: SuggestionKind,
        /// About which service; or which it became.
        pub service_id: Option<ServiceId>,
        /// What that is called.
        pub service: Option<Text>,
        /// What is wished.
        pub wishes: Json<Wishes>,
        /// What is said in words.
        pub note: String,
        /// The language in which it was said.
        pub lang: Lang,
        /// Where to tell what became of it; empty when she gave nothing, and as soon as it is decided.
        pub email: String,
        /// How it stands.
        pub state: SuggestionState,
        /// What she was told.
        pub answer: String,
        /// When it came in.
        pub received_at: Moment,
        /// When it was decided.
        pub decided_at: Option<Moment>,
        /// How its record stands.
        pub version: i64,
    }
}

/// A suggestion on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSuggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// About which service.
    pub service: Option<ServiceId>,
    /// What is wished.
    pub wishes: Wishes,
    /// What is said in words.
    pub note: String,
    /// In which language.
    pub lang: Lang,
    /// Where to tell what became of it; may be empty.
    pub email: String,
}

const COLUMNS: &str = "g.id, g.kind, g.service_id, s.name AS service, g.wishes, g.note, g.lang, g.email, g.state, g.answer, g.received_at, g.decided_at, g.version";
const FROM: &str =
    "suggestion g LEFT JOIN service s ON s.partnership_id = g.partnership_id AND s.id = g.service_id";

fn all(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, FROM).filter("g.partnership_id = ?", partnership)
}

/// Keeps a suggestion.
///
/// # Errors
/// When the database refuses.
pub async fn add_suggestion(tx: &mut Tx, new: &NewSuggestion) -> Result<SuggestionId> {
    let (id, partnership, at) = (tx.new_id::<SuggestionId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO suggestion (id, partnership_id, kind, service_id, wishes, note, lang, email, state, answer, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', '', $9)",
        id,
        partnership,
        new.kind,
        new.service,
        Json(&new.wishes),
        new.note,
        new.lang,
        new.email,
        at
    )?;
    Ok(id)
}

/// A suggestion.
///
/// # Errors
/// When the database does not answer.
pub async fn find_suggestion(tx: &mut Tx, id: SuggestionId) -> Result<Option<Suggestion>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&all(&partnership).filter("g.id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of suggestions that `address` asks for, the longest waiting first.
///
/// # Errors
/// When the database does not answer.
pub async fn page_suggestions(
    tx: &mut Tx,
    (kind, state): (Option<SuggestionKind>, Option<SuggestionState>),
    address: &Address,
) -> Result<Page<Suggestion>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership)
        .filter_some("g.kind = ?", kind.as_ref())
        .filter_some("g.state = ?", state.as_ref())
        .sort("CASE WHEN g.state = 'open' THEN 0 ELSE 1 END", Sort::Up)
        .sort("g.received_at", Sort::Up);
    tx.page_for(address, list.sort("g.id", Sort::Up)).await
}

/// How many suggestions wait, and since when the first of them does.
///
/// # Errors
/// When the database does not answer.
pub async fn suggestions_waiting(tx: &mut Tx) -> Result<(i64, Option<Moment>)> {
    sql!(
        tx,
        one(i64, Option<Moment>),
        "SELECT count(*), min(received_at) FROM suggestion WHERE partnership_id = $1 AND state = 'open'",
        tx.partnership()?
    )
}

/// How many suggestions wait about a service.
///
/// # Errors
/// When the database does not answer.
pub async fn suggestions_about(tx: &mut Tx, service: ServiceId) -> Result<Vec<Suggestion>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership).filter("g.service_id = ?", &service).only("g.state = 'open'");
    tx.rows(&list.sort("g.received_at", Sort::Up).sort("g.id", Sort::Up).page(1, 50)).await
}

/// Notes what was decided; the address goes with it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn decide_suggestion(
    tx: &mut Tx,
    before: &Suggestion,
    (state, answer): (SuggestionState, &str),
    service: Option<ServiceId>,
) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE suggestion SET state = $1, answer = $2, service_id = COALESCE($3, service_id), decided_at = $4, email = '', version = version + 1
         WHERE partnership_id = $5 AND id = $6 AND version = $7",
        state,
        answer,
        service,
        at,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Suggestions that came from one of these addresses.
///
/// # Errors
/// When the database does not answer.
pub async fn suggestions_from(tx: &mut Tx, addresses: &[String]) -> Result<Vec<Suggestion>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        let address = address.to_lowercase();
        let list = all(&partnership).filter("lower(g.email) = ?", &address);
        let some: Vec<Suggestion> = tx.rows(&list.sort("g.id", Sort::Up).page(1, 1_000)).await?;
        found.extend(some);
    }
    Ok(found)
}

/// Deletes a suggestion.
///
/// # Errors
/// When the database refuses.
pub async fn delete_suggestion(tx: &mut Tx, id: SuggestionId) -> Result<u64> {
    let partnership = tx.partnership()?;
    sql!(tx, run, DELETE_SUGGESTION, partnership, id)
}

/// As retention deletes one.
pub const DELETE_SUGGESTION: &str = "DELETE FROM suggestion WHERE partnership_id = $1 AND id = $2";

/// Suggestions that were decided before `instant`, or have waited since; the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn suggestions_over(tx: &mut Tx, instant: Moment) -> Result<Vec<Due>> {
    let rows = sql!(
        tx,
        all(Uuid, Moment),
        "SELECT id, COALESCE(decided_at, received_at) FROM suggestion WHERE partnership_id = $1 AND COALESCE(decided_at, received_at) < $2
         ORDER BY COALESCE(decided_at, received_at), id LIMIT $3",
        tx.partnership()?,
        instant,
        AT_ONCE
    )?;
    Ok(rows.into_iter().map(|(id, since)| Due { id, name: String::new(), since }).collect())
}
