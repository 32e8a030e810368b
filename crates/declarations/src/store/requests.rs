//! Requests to sign from those who have no invitation.

use crate::{InvitationId, RequestId, rules::signing::RequestState};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    retention::{Due, rows_due},
    row, sql,
};

row! {
    /// A request to sign.
    pub struct SigningRequest {
        /// Which request.
        pub id: RequestId,
        /// For which organization, as the person wrote it.
        pub organization_name: String,
        /// Who asks.
        pub name: String,
        /// As what.
        pub title: String,
        /// Where the answer goes.
        pub email: String,
        /// The language of the answer.
        pub lang: Lang,
        /// What the person wrote.
        pub words: String,
        /// What the person agreed to, in the words that she saw.
        pub consent_wording: String,
        /// When it came.
        pub received_at: Moment,
        /// How far it has come.
        pub state: RequestState,
        /// Why it was set aside.
        pub answer: String,
        /// When it was answered.
        pub answered_at: Option<Moment>,
        /// How its record stands.
        pub version: i64,
    }
}

/// A request on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// For which organization.
    pub organization_name: String,
    /// Who asks.
    pub name: String,
    /// As what; may be empty.
    pub title: String,
    /// Where the answer goes.
    pub email: String,
    /// The language of the answer.
    pub lang: Lang,
    /// What the person wrote; may be empty.
    pub words: String,
    /// What the person agreed to.
    pub consent_wording: String,
}

const COLUMNS: &str = "id, organization_name, name, title, email, lang, words, consent_wording, received_at, state, answer, answered_at, version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "signing_request").filter("partnership_id = ?", partnership)
}

/// The request.
///
/// # Errors
/// When the database does not answer.
pub async fn find_request(tx: &mut Tx, id: RequestId) -> Result<Option<SigningRequest>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the requests that `address` asks for, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn page_requests(
    tx: &mut Tx,
    states: &[RequestState],
    address: &Address,
) -> Result<Page<SigningRequest>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).among("state", states);
    tx.page_for(address, list.sort("received_at", Sort::Up).sort("id", Sort::Up)).await
}

/// Stores a request.
///
/// # Errors
/// When the database refuses.
pub async fn insert_request(tx: &mut Tx, new: &NewRequest) -> Result<RequestId> {
    let (id, partnership, at) = (tx.new_id::<RequestId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO signing_request (id, partnership_id, organization_name, name, title, email, lang, words, consent_wording, received_at,
           state, answer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')",
        id,
        partnership,
        new.organization_name,
        new.name,
        new.title,
        new.email,
        new.lang,
        new.words,
        new.consent_wording,
        at,
        RequestState::Received
    )?;
    Ok(id)
}

/// Answers a request: by an invitation, or by words why not.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_answer(
    tx: &mut Tx,
    before: &SigningRequest,
    invitation: Option<InvitationId>,
    words: &str,
) -> Result<()> {
    let at = tx.now();
    let state = if invitation.is_some() { RequestState::Invited } else { RequestState::SetAside };
    sql!(
        tx,
        save,
        "UPDATE signing_request SET state = $1, invitation_id = $2, answer = $3, answered_at = $4, version = version + 1
         WHERE partnership_id = $5 AND id = $6 AND version = $7",
        state,
        invitation,
        words,
        at,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// The requests that were answered before `instant`, and those that came before it and nobody has answered, as retention tells
/// them, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn requests_over(tx: &mut Tx, instant: Moment) -> Result<Vec<Due>> {
    let select = "SELECT id, name, received_at FROM signing_request
         WHERE partnership_id = $1 AND (answered_at < $2 OR (answered_at IS NULL AND received_at < $2)) ORDER BY received_at, id";
    rows_due(tx, (select, instant), |name: String| name).await
}

/// Deletes a request when it was answered before `instant`, or came before it and nobody has answered; gives how many it was.
///
/// # Errors
/// When the database refuses.
pub async fn delete_old_request(tx: &mut Tx, id: RequestId, instant: Moment) -> Result<u64> {
    sql!(
        tx,
        run,
        "DELETE FROM signing_request
         WHERE partnership_id = $1 AND id = $2 AND (answered_at < $3 OR (answered_at IS NULL AND received_at < $3))",
        tx.partnership()?,
        id,
        instant
    )
}

/// Whether an invitation answers a request, so that its reader asked for the link herself.
///
/// # Errors
/// When the database does not answer.
pub async fn was_asked_for(tx: &mut Tx, invitation: InvitationId) -> Result<bool> {
    let found = sql!(
        tx,
        find(RequestId,),
        "SELECT id FROM signing_request WHERE partnership_id = $1 AND invitation_id = $2 LIMIT 1",
        tx.partnership()?,
        invitation
    )?;
    Ok(found.is_some())
}
