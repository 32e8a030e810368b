//! Letters that ask whether records are true: to whom they went, about which services, what was answered.

use crate::{
    LetterId, ServiceId,
    rules::letters::{LINK_SECONDS, Sent},
    store::checks::Found,
};
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    retention::{AT_ONCE, Due},
    row, sql,
    text::Text,
};
use uuid::Uuid;

row! {
    /// A letter.
    pub struct Letter {
        /// Which letter.
        pub id: LetterId,
        /// Of which organization it asks.
        pub organization_id: OrganizationId,
        /// What that is called.
        pub organization: Text,
        /// Its place in addresses.
        pub slug: String,
        /// Until when an answer is asked for.
        pub until_on: Date,
        /// When it was sent last.
        pub sent_at: Moment,
        /// How often it was sent.
        pub sent_count: u32,
        /// When the last of its services was answered.
        pub answered_at: Option<Moment>,
        /// When it was taken back.
        pub cancelled_at: Option<Moment>,
        /// About how many services.
        pub services: i64,
        /// How many of them were answered.
        pub answered: i64,
        /// To how many readers it went.
        pub readers: i64,
        /// How its record stands.
        pub version: i64,
    }
}

impl Letter {
    /// What happened to it.
    pub fn sent(&self) -> Sent {
        Sent { sent_at: self.sent_at, answered_at: self.answered_at, cancelled_at: self.cancelled_at }
    }
}

row! {
    /// A service about which a letter asks.
    pub struct Asked {
        /// Which letter.
        pub letter_id: LetterId,
        /// Which service.
        pub service_id: ServiceId,
        /// When it was answered.
        pub answered_at: Option<Moment>,
        /// What was said of it.
        pub found: Option<Found>,
    }
}

const COLUMNS: &str = "l.id, l.organization_id, o.name AS organization, o.slug, l.until_on, l.sent_at, l.sent_count, l.answered_at, l.cancelled_at, \
    (SELECT count(*) FROM service_letter_service x WHERE x.partnership_id = l.partnership_id AND x.letter_id = l.id) AS services, \
    (SELECT count(*) FROM service_letter_service x WHERE x.partnership_id = l.partnership_id AND x.letter_id = l.id AND x.answered_at IS NOT NULL) AS answered, \
    (SELECT count(*) FROM service_letter_reader x WHERE x.partnership_id = l.partnership_id AND x.letter_id = l.id) AS readers, l.version";
const FROM: &str = "service_letter l JOIN kept_organization o ON o.partnership_id = l.partnership_id AND o.id = l.organization_id";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, FROM).filter("l.partnership_id = ?", partnership)
}

/// The letter, while its organization is kept.
///
/// # Errors
/// When the database does not answer.
pub async fn find_letter(tx: &mut Tx, id: LetterId) -> Result<Option<Letter>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("l.id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the letters that `address` asks for, the last sent first; `state` narrows as the rule would now.
///
/// # Errors
/// When the database does not answer.
pub async fn page_letters(tx: &mut Tx, state: &str, address: &Address) -> Result<Page<Letter>> {
    let (partnership, ended) = (tx.partnership()?, tx.now().plus_seconds(-LINK_SECONDS));
    let open = "l.answered_at IS NULL AND l.cancelled_at IS NULL";
    let list = match state {
        "waiting" => kept(&partnership).only(open).filter("l.sent_at > ?", &ended),
        "ended" => kept(&partnership).only(open).filter("l.sent_at <= ?", &ended),
        "answered" => kept(&partnership).only("l.answered_at IS NOT NULL AND l.cancelled_at IS NULL"),
        "cancelled" => kept(&partnership).only("l.cancelled_at IS NOT NULL"),
        _ => kept(&partnership),
    };
    tx.page_for(address, list.sort("l.sent_at", Sort::Down).sort("l.id", Sort::Up)).await
}

/// The letters that wait for an answer.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_waiting(tx: &mut Tx) -> Result<Vec<Letter>> {
    let (partnership, ended) = (tx.partnership()?, tx.now().plus_seconds(-LINK_SECONDS));
    let open = "l.answered_at IS NULL AND l.cancelled_at IS NULL";
    let list = kept(&partnership).only(open).filter("l.sent_at > ?", &ended);
    tx.rows(&list.sort("l.sent_at", Sort::Down).sort("l.id", Sort::Up).page(1, 1_000)).await
}

/// The letters that ask about a service, the last sent first, with what was said of it; at most 50.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_about(tx: &mut Tx, service: ServiceId) -> Result<Vec<(Letter, Option<Found>)>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).filter(
        "EXISTS (SELECT 1 FROM service_letter_service a WHERE a.partnership_id = l.partnership_id AND a.letter_id = l.id AND a.service_id = ?)",
        &service,
    );
    let letters: Vec<Letter> =
        tx.rows(&list.sort("l.sent_at", Sort::Down).sort("l.id", Sort::Up).page(1, 50)).await?;
    let said = sql!(
        tx,
        all Asked,
        "SELECT letter_id, service_id, answered_at, found FROM service_letter_service WHERE partnership_id = $1 AND service_id = $2",
        tx.partnership()?,
        service
    )?;
    let found = |id: LetterId| said.iter().find(|one| one.letter_id == id).and_then(|one| one.found);
    Ok(letters.into_iter().map(|one| (found(one.id), one)).map(|(found, one)| (one, found)).collect())
}

/// How many letters that wait are past their day, and the first of those days.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_unanswered(tx: &mut Tx, today: Date) -> Result<(i64, Option<Date>)> {
    sql!(
        tx,
        one(i64, Option<Date>),
        "SELECT count(*), min(until_on) FROM service_letter
         WHERE partnership_id = $1 AND answered_at IS NULL AND cancelled_at IS NULL AND until_on < $2 AND sent_at > $3",
        tx.partnership()?,
        today,
        tx.now().plus_seconds(-LINK_SECONDS)
    )
}

/// About which services a letter asks, in the order of their names.
///
/// # Errors
/// When the database does not answer.
pub async fn services_asked(tx: &mut Tx, letter: LetterId) -> Result<Vec<Asked>> {
    sql!(
        tx,
        all Asked,
        "SELECT a.letter_id, a.service_id, a.answered_at, a.found FROM service_letter_service a
         JOIN kept_service s ON s.partnership_id = a.partnership_id AND s.id = a.service_id
         WHERE a.partnership_id = $1 AND a.letter_id = $2 ORDER BY s.search_key, s.id LIMIT 1000",
        tx.partnership()?,
        letter
    )
}

/// Keeps a letter that is sent now about these services; one that waits already goes on, with another day and in place of what it
/// asked before.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn save_letter(
    tx: &mut Tx,
    before: Option<&Letter>,
    (organization, until_on): (OrganizationId, Date),
    services: &[ServiceId],
) -> Result<LetterId> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    let id = match before {
        Some(before) => {
            sql!(
                tx,
                save,
                "UPDATE service_letter SET until_on = $4, sent_at = $5, sent_count = sent_count + 1, answered_at = NULL, version = version + 1
                 WHERE partnership_id = $1 AND id = $2 AND version = $3",
                partnership,
                before.id,
                before.version,
                until_on,
                at
            )?;
            before.id
        }
        None => {
            let id = tx.new_id::<LetterId>()?;
            sql!(
                tx,
                must,
                "INSERT INTO service_letter (id, partnership_id, organization_id, until_on, sent_at, sent_count) VALUES ($1, $2, $3, $4, $5, 1)",
                id,
                partnership,
                organization,
                until_on,
                at
            )?;
            id
        }
    };
    let gone = "DELETE FROM service_letter_service WHERE partnership_id = $1 AND letter_id = $2";
    sql!(tx, run, gone, partnership, id)?;
    for service in services {
        sql!(
            tx,
            must,
            "INSERT INTO service_letter_service (partnership_id, letter_id, service_id) VALUES ($1, $2, $3)",
            partnership,
            id,
            service
        )?;
    }
    Ok(id)
}

/// Notes what was said of a service; the letter is answered when nothing is left. Gives whether something is.
///
/// # Errors
/// A failure when it was answered before.
pub async fn save_answer(
    tx: &mut Tx,
    (letter, service): (LetterId, ServiceId),
    found: Found,
) -> Result<bool> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "UPDATE service_letter_service SET answered_at = $4, found = $5
         WHERE partnership_id = $1 AND letter_id = $2 AND service_id = $3 AND answered_at IS NULL",
        partnership,
        letter,
        service,
        at,
        found
    )?;
    let left = services_asked(tx, letter).await?.iter().any(|one| one.answered_at.is_none());
    if !left {
        sql!(
            tx,
            must,
            "UPDATE service_letter SET answered_at = $3, version = version + 1 WHERE partnership_id = $1 AND id = $2",
            partnership,
            letter,
            at
        )?;
    }
    Ok(left)
}

/// Notes that a letter was taken back.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn cancel_letter(tx: &mut Tx, before: &Letter) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE service_letter SET cancelled_at = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        at
    )
}

/// The letters whose links ended before `instant`, as retention tells them, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_over(tx: &mut Tx, instant: Moment) -> Result<Vec<Due>> {
    let rows = sql!(
        tx,
        all(Uuid, Moment),
        "SELECT id, sent_at FROM service_letter WHERE partnership_id = $1 AND sent_at < $2 ORDER BY sent_at, id LIMIT $3",
        tx.partnership()?,
        instant.plus_seconds(-LINK_SECONDS),
        AT_ONCE
    )?;
    Ok(rows.into_iter().map(|(id, since)| Due { id, name: String::new(), since }).collect())
}

/// Deletes a letter with whom it went to and what it asks about.
///
/// # Errors
/// When the database refuses.
pub async fn delete_letter(tx: &mut Tx, id: LetterId) -> Result<u64> {
    let partnership = tx.partnership()?;
    for statement in [
        "DELETE FROM service_letter_service WHERE partnership_id = $1 AND letter_id = $2",
        "DELETE FROM service_letter_reader WHERE partnership_id = $1 AND letter_id = $2",
        "DELETE FROM service_letter WHERE partnership_id = $1 AND id = $2",
    ] {
        sql!(tx, run, statement, partnership, id)?;
    }
    Ok(1)
}
