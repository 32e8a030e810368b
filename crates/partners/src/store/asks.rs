//! What is asked of organizations: written by every room through the facade, sent together, closed.

use crate::{
    AskId, OrganizationId,
    rules::asks::{AskState, Load, close, load},
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::{List, Page, Sort, Tx},
    errors::{Error, Result},
    http::Address,
    ids::{PartnershipId, Ref},
    row, sql,
    text::Text,
};
use serde_json::json;
use uuid::Uuid;

row! {
    /// Something that was asked of an organization.
    #[derive(PartialEq)]
    pub struct Ask {
        /// Which.
        pub id: AskId,
        /// Of whom.
        pub organization: OrganizationId,
        /// The organization's place in addresses.
        pub slug: String,
        /// Its name.
        pub name: Text,
        /// By which room, as its code; of a word key too (`ask-room-partners`).
        pub room: String,
        /// What, per language.
        pub what: Text,
        /// Where in the program it stands, from `/work` on; empty when nowhere.
        pub href: String,
        /// Until when.
        pub until_on: Option<Date>,
        /// How it stands.
        pub state: AskState,
        /// When it was asked.
        pub asked_at: Moment,
        /// By whom, by the name used then.
        pub asked_by: String,
        /// When it went out.
        pub sent_at: Option<Moment>,
        /// How the record stands.
        pub version: i64,
    }
}

/// Something that is asked of an organization, on its way in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAsk {
    /// Of whom.
    pub organization: OrganizationId,
    /// By which room: its name; the room has words for it under `ask-room-…`.
    pub room: &'static str,
    /// What, per language: one line.
    pub what: Text,
    /// Where in the program it stands, from `/work` on; empty when nowhere.
    pub href: String,
    /// What it is about, so that the room can close it by that.
    pub about: Option<Ref>,
    /// Until when.
    pub until_on: Option<Date>,
}

const COLUMNS: &str = "a.id, a.organization_id AS organization, o.slug, o.name, a.room, a.what, a.href, a.until_on, a.state, a.asked_at, a.asked_by, a.sent_at, a.version";
const FROM: &str =
    "ask a JOIN kept_organization o ON o.partnership_id = a.partnership_id AND o.id = a.organization_id";

fn all(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, FROM).filter("a.partnership_id = ?", partnership)
}

/// Keeps an ask that stands so, and writes the audit entry of the organization; one that `is_sent` went out now.
///
/// # Errors
/// A constraint when there is no such organization.
pub async fn insert_ask(
    ctx: &Ctx,
    tx: &mut Tx,
    new: &NewAsk,
    (state, is_sent): (AskState, bool),
) -> Result<AskId> {
    let (id, now) = (tx.new_id::<AskId>()?, tx.now());
    let (sent_at, closed_at) = (is_sent.then_some(now), (state != AskState::Open).then_some(now));
    let by = ctx.caller.account().map(|account| account.name.clone()).unwrap_or_default();
    sql!(
        tx,
        must,
        "INSERT INTO ask (id, partnership_id, organization_id, room, what, href, about_kind, about_id, until_on, state, asked_at, asked_by,
           sent_at, closed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        tx.partnership()?,
        new.organization,
        new.room,
        new.what,
        new.href,
        new.about.as_ref().map(|about| about.kind.clone()),
        new.about.as_ref().map(|about| about.id),
        new.until_on,
        state,
        now,
        by,
        sent_at,
        closed_at
    )?;
    let said = json!({ "room": new.room, "what": new.what, "until_on": new.until_on });
    tx.audit("organization.asked", new.organization, None::<&()>, Some(&said)).await?;
    Ok(id)
}

/// What was asked of an organization, the newest first; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn asks_of(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<Ask>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership).filter("a.organization_id = ?", &organization);
    tx.rows(&list.sort("a.asked_at", Sort::Down).sort("a.id", Sort::Down).page(1, 1_000)).await
}

/// One ask.
///
/// # Errors
/// When the database does not answer.
pub async fn find_ask(tx: &mut Tx, id: AskId) -> Result<Option<Ask>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&all(&partnership).filter("a.id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of asks that `address` asks for (all rows when it asks for a file), the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn listed_asks(tx: &mut Tx, state: Option<AskState>, address: &Address) -> Result<Page<Ask>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership).filter_some("a.state = ?", state.as_ref());
    tx.page_for(address, list.sort("a.asked_at", Sort::Down).sort("a.id", Sort::Down)).await
}

/// How many asks stand how.
///
/// # Errors
/// When the database does not answer.
pub async fn count_asks(tx: &mut Tx) -> Result<Vec<(AskState, i64)>> {
    let partnership = tx.partnership()?;
    tx.counts("a.state", &all(&partnership)).await
}

/// Open asks that went out and whose day has passed, the oldest day first; at most 200.
///
/// # Errors
/// When the database does not answer.
pub async fn late_asks(tx: &mut Tx, today: Date) -> Result<Vec<Ask>> {
    let partnership = tx.partnership()?;
    let list =
        all(&partnership).only("a.state = 'open' AND a.sent_at IS NOT NULL").filter("a.until_on < ?", &today);
    tx.rows(&list.sort("a.until_on", Sort::Up).sort("a.id", Sort::Up).page(1, 200)).await
}

/// How much is asked of each of these organizations.
///
/// # Errors
/// When the database does not answer.
pub async fn loads_of(
    tx: &mut Tx,
    ids: &[OrganizationId],
    (today, zone): (Date, &jiff::tz::TimeZone),
) -> Result<std::collections::HashMap<OrganizationId, Load>> {
    let partnership = tx.partnership()?;
    let mut found: std::collections::HashMap<OrganizationId, Vec<(AskState, Date)>> = Default::default();
    for some in ids.chunks(500) {
        let list = List::new("a.organization_id, a.state, a.asked_at", "ask a")
            .filter("a.partnership_id = ?", &partnership)
            .among("a.organization_id", some)
            .sort("a.id", Sort::Up);
        for number in 1.. {
            let rows: Vec<(OrganizationId, AskState, Moment)> =
                tx.rows(&list.clone().page(number, 1_000)).await?;
            let is_last = rows.len() < 1_000;
            for (of, state, at) in rows {
                found.entry(of).or_default().push((state, at.day_in(zone)));
            }
            if is_last {
                break;
            }
        }
    }
    Ok(found.into_iter().map(|(of, asks)| (of, load(asks, today))).collect())
}

/// Closes an ask and writes the audit entry of the organization.
///
/// # Errors
/// [`crate::PartnerRefusal::AskClosed`]; [`Error::Stale`] when it has changed since it was read.
pub async fn close_ask(tx: &mut Tx, ask: &Ask, to: AskState) -> Result<()> {
    let to = close(ask.state, to)?;
    sql!(
        tx,
        save,
        "UPDATE ask SET state = $1, closed_at = $2, version = version + 1 WHERE partnership_id = $3 AND id = $4 AND version = $5",
        to,
        tx.now(),
        tx.partnership()?,
        ask.id,
        ask.version
    )?;
    let (old, new) = (json!({ "state": ask.state.code() }), json!({ "state": to.code(), "what": ask.what }));
    tx.audit("organization.ask-closed", ask.organization, Some(&old), Some(&new)).await
}

/// The open asks about something.
///
/// # Errors
/// When the database does not answer.
pub async fn open_asks_about(tx: &mut Tx, about: &Ref) -> Result<Vec<Ask>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership)
        .only("a.state = 'open'")
        .filter("a.about_kind = ?", &about.kind)
        .filter("a.about_id = ?", &about.id);
    tx.rows(&list.sort("a.id", Sort::Up).page(1, 1_000)).await
}

/// Organizations of which something was asked since an instant, or is open; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn asked_since(tx: &mut Tx, since: Moment) -> Result<Vec<OrganizationId>> {
    let partnership = tx.partnership()?;
    let rows: Vec<(Uuid,)> = sql!(
        tx,
        all(Uuid,),
        "SELECT DISTINCT organization_id FROM ask WHERE partnership_id = $1 AND (asked_at > $2 OR state = 'open') ORDER BY 1 LIMIT 1000",
        partnership,
        since
    )?;
    Ok(rows.into_iter().map(|(id,)| OrganizationId(id)).collect())
}

/// Notes that asks have gone out, in the transaction that writes their mail.
///
/// # Errors
/// [`Error::Stale`] when one of them had gone out before or is not open any more: then nothing is sent.
pub async fn note_sent(tx: &mut Tx, ids: &[AskId]) -> Result<()> {
    let (partnership, now) = (tx.partnership()?, tx.now());
    for id in ids {
        let sent = "UPDATE ask SET sent_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND sent_at IS NULL AND state = 'open'";
        if sql!(tx, run, sent, now, partnership, id)? != 1 {
            return Err(Error::Stale);
        }
    }
    Ok(())
}

/// Organizations with something that waits to go out since before an instant; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn with_waiting(tx: &mut Tx, before: Moment) -> Result<Vec<OrganizationId>> {
    let partnership = tx.partnership()?;
    let rows: Vec<(Uuid,)> = sql!(
        tx,
        all(Uuid,),
        "SELECT DISTINCT a.organization_id FROM ask a JOIN kept_organization o ON o.partnership_id = a.partnership_id AND o.id = a.organization_id
         WHERE a.partnership_id = $1 AND a.state = 'open' AND a.sent_at IS NULL AND a.asked_at <= $2 ORDER BY 1 LIMIT 1000",
        partnership,
        before
    )?;
    Ok(rows.into_iter().map(|(id,)| OrganizationId(id)).collect())
}
