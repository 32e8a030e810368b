//! Invitations to sign by a link.

use crate::{InvitationId, rules::signing::LINK_SECONDS};
use partners::{OrganizationId, PersonId};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    retention::{AT_ONCE, Due},
    row, sql,
    text::Text,
};
use serde::Serialize;
use uuid::Uuid;

row! {
    /// An invitation to sign.
    pub struct Invitation {
        /// Which invitation.
        pub id: InvitationId,
        /// Which organization is asked.
        pub organization_id: OrganizationId,
        /// Its name.
        pub organization: Text,
        /// The record of who is asked.
        pub person_id: Option<PersonId>,
        /// Who is asked.
        pub name: String,
        /// Where the link goes.
        pub email: String,
        /// The language to write in.
        pub lang: Lang,
        /// When the link was sent last.
        pub sent_at: Moment,
        /// How often it was sent.
        pub sent_count: u32,
        /// When it was used to sign.
        pub signed_at: Option<Moment>,
        /// When it was taken back.
        pub cancelled_at: Option<Moment>,
        /// How its record stands.
        pub version: i64,
    }
}

/// An invitation on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewInvitation {
    /// Which organization is asked.
    pub organization: OrganizationId,
    /// The record of who is asked, when there is one.
    pub person: Option<PersonId>,
    /// Who is asked.
    pub name: String,
    /// Where the link goes.
    pub email: String,
    /// The language to write in.
    pub lang: Lang,
}

const COLUMNS: &str = "i.id, i.organization_id, o.name AS organization, i.person_id, i.name, i.email, i.lang, i.sent_at, i.sent_count, \
    i.signed_at, i.cancelled_at, i.version";
const FROM: &str = "signing_invitation i JOIN kept_organization o ON o.partnership_id = i.partnership_id AND o.id = i.organization_id";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, FROM).filter("i.partnership_id = ?", partnership)
}

/// The invitation.
///
/// # Errors
/// When the database does not answer.
pub async fn find_invitation(tx: &mut Tx, id: InvitationId) -> Result<Option<Invitation>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("i.id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the invitations that `address` asks for, the last sent first; `state` narrows as the rule would at `now`.
///
/// # Errors
/// When the database does not answer.
pub async fn page_invitations(tx: &mut Tx, state: &str, address: &Address) -> Result<Page<Invitation>> {
    let (partnership, ended) = (tx.partnership()?, tx.now().plus_seconds(-LINK_SECONDS));
    let list = kept(&partnership).search("o.search_key", address.get("q"));
    let open = "i.signed_at IS NULL AND i.cancelled_at IS NULL";
    let list = match state {
        "waiting" => list.only(open).filter("i.sent_at > ?", &ended),
        "ended" => list.only(open).filter("i.sent_at <= ?", &ended),
        "signed" => list.only("i.signed_at IS NOT NULL"),
        "cancelled" => list.only("i.signed_at IS NULL AND i.cancelled_at IS NOT NULL"),
        _ => list,
    };
    tx.page_for(address, list.sort("i.sent_at", Sort::Down).sort("i.id", Sort::Up)).await
}

/// Whether a link waits for somebody of an organization who was asked unasked: not one that answers her own request.
///
/// # Errors
/// When the database does not answer.
pub async fn asks_still(tx: &mut Tx, of: OrganizationId) -> Result<bool> {
    let ended = tx.now().plus_seconds(-LINK_SECONDS);
    let waiting = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM signing_invitation i WHERE i.partnership_id = $1 AND i.organization_id = $2 AND i.signed_at IS NULL
           AND i.cancelled_at IS NULL AND i.sent_at > $3
           AND NOT EXISTS (SELECT 1 FROM signing_request r WHERE r.partnership_id = i.partnership_id AND r.invitation_id = i.id)",
        tx.partnership()?,
        of,
        ended
    )?;
    Ok(waiting > 0)
}

/// How many invitations nobody has followed that were sent last before `instant`, and the first of them.
///
/// # Errors
/// When the database does not answer.
pub async fn unanswered_before(tx: &mut Tx, instant: Moment) -> Result<(i64, Option<Moment>)> {
    sql!(
        tx,
        one(i64, Option<Moment>),
        "SELECT count(*), min(sent_at) FROM signing_invitation
         WHERE partnership_id = $1 AND signed_at IS NULL AND cancelled_at IS NULL AND sent_at <= $2",
        tx.partnership()?,
        instant
    )
}

/// Stores an invitation that is being sent now.
///
/// # Errors
/// When the database refuses.
pub async fn insert_invitation(tx: &mut Tx, new: &NewInvitation) -> Result<InvitationId> {
    let (id, partnership, at) = (tx.new_id::<InvitationId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO signing_invitation (id, partnership_id, organization_id, person_id, name, email, lang, sent_at, sent_count)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        id,
        partnership,
        new.organization,
        new.person,
        new.name,
        new.email,
        new.lang,
        at
    )?;
    Ok(id)
}

/// Notes that the link was sent again.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_sent(tx: &mut Tx, before: &Invitation) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE signing_invitation SET sent_at = $1, sent_count = sent_count + 1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = $4",
        at,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Notes that it was used to sign, or taken back.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_over(tx: &mut Tx, before: &Invitation, was_signed: bool) -> Result<()> {
    let at = tx.now();
    let (signed, cancelled) = if was_signed { (Some(at), None) } else { (None, Some(at)) };
    sql!(
        tx,
        save,
        "UPDATE signing_invitation SET signed_at = $1, cancelled_at = $2, version = version + 1
         WHERE partnership_id = $3 AND id = $4 AND version = $5",
        signed,
        cancelled,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Closes every open invitation of an organization that has signed on another way.
///
/// # Errors
/// When the database refuses.
pub async fn close_open_of(tx: &mut Tx, of: OrganizationId) -> Result<u64> {
    let at = tx.now();
    sql!(
        tx,
        run,
        "UPDATE signing_invitation SET cancelled_at = $1, version = version + 1
         WHERE partnership_id = $2 AND organization_id = $3 AND signed_at IS NULL AND cancelled_at IS NULL",
        at,
        tx.partnership()?,
        of
    )
}

/// The invitations that were over before `instant`, as retention tells them, the oldest first: followed, taken back, or sent last
/// so long before that the link had ended then.
///
/// # Errors
/// When the database does not answer.
pub async fn invitations_over(tx: &mut Tx, instant: Moment) -> Result<Vec<Due>> {
    let rows = sql!(
        tx,
        all(Uuid, String, Moment),
        "SELECT id, name, sent_at FROM signing_invitation WHERE partnership_id = $1
         AND (signed_at < $2 OR cancelled_at < $2 OR (signed_at IS NULL AND cancelled_at IS NULL AND sent_at < $3))
         ORDER BY sent_at, id LIMIT $4",
        tx.partnership()?,
        instant,
        instant.plus_seconds(-LINK_SECONDS),
        AT_ONCE
    )?;
    Ok(rows.into_iter().map(|(id, name, since)| Due { id, name, since }).collect())
}

/// Deletes an invitation when it was over before `instant`; gives how many it was.
///
/// # Errors
/// When the database refuses.
pub async fn delete_over_invitation(tx: &mut Tx, id: InvitationId, instant: Moment) -> Result<u64> {
    sql!(
        tx,
        run,
        "DELETE FROM signing_invitation WHERE partnership_id = $1 AND id = $2
         AND (signed_at < $3 OR cancelled_at < $3 OR (signed_at IS NULL AND cancelled_at IS NULL AND sent_at < $4))",
        tx.partnership()?,
        id,
        instant,
        instant.plus_seconds(-LINK_SECONDS)
    )
}
