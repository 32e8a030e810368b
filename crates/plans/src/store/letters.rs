//! Letters that ask how far lines are: to whom, about which lines, and what became of them.

use crate::{
    LetterId, NodeId,
    rules::asking::{LINK_SECONDS, Sent},
};
use jiff::civil::Date;
use partners::{OrganizationId, PersonId};
use platform::{
    clock::Moment,
    db::{Bind, List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::{AccountId, PartnershipId},
    langs::Lang,
    retention::{AT_ONCE, Due},
    row, sql,
};
use serde::Serialize;
use uuid::Uuid;

row! {
    /// A letter.
    pub struct Letter {
        /// Which letter.
        pub id: LetterId,
        /// The record of who is asked; none for the mailbox of an organization.
        pub person_id: Option<PersonId>,
        /// The organization whose mailbox it is.
        pub organization_id: Option<OrganizationId>,
        /// Who is asked, by the name used then.
        pub name: String,
        /// Where the link goes.
        pub email: String,
        /// The language to write in.
        pub lang: Lang,
        /// Until when an answer is asked for.
        pub until_on: Date,
        /// When it was sent last.
        pub sent_at: Moment,
        /// How often it was sent.
        pub sent_count: u32,
        /// When it was answered first.
        pub answered_at: Option<Moment>,
        /// When it was taken back.
        pub cancelled_at: Option<Moment>,
        /// About how many lines: those that are still hers, and those of which something was said.
        pub lines: i64,
        /// Of how many of them something was said.
        pub answered: i64,
        /// How its record stands.
        pub version: i64,
    }
}

impl Letter {
    /// What happened to it.
    pub fn sent(&self) -> Sent {
        Sent { sent_at: self.sent_at, answered_at: self.answered_at, cancelled_at: self.cancelled_at }
    }

    /// Whom the ledger of consent knows as its reader.
    pub fn reader(&self) -> Uuid {
        self.person_id.map(|id| id.0).or(self.organization_id.map(|id| id.0)).unwrap_or_default()
    }
}

/// A letter on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewLetter {
    /// The record of who is asked.
    pub person: Option<PersonId>,
    /// The organization whose mailbox it is.
    pub organization: Option<OrganizationId>,
    /// Who is asked.
    pub name: String,
    /// Where the link goes.
    pub email: String,
    /// The language to write in.
    pub lang: Lang,
    /// Until when an answer is asked for.
    pub until_on: Date,
}

const COLUMNS: &str = "l.id, l.person_id, l.organization_id, l.name, l.email, l.lang, l.until_on, l.sent_at, l.sent_count, l.answered_at, l.cancelled_at, \
    (SELECT count(*) FROM plan_letter_line x WHERE x.partnership_id = l.partnership_id AND x.letter_id = l.id \
      AND (x.answered_at IS NOT NULL OR EXISTS (SELECT 1 FROM plan_node n \
        JOIN plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id \
        WHERE n.partnership_id = x.partnership_id AND n.id = x.node_id AND n.binned_at IS NULL AND f.standing = 'in-force' \
          AND ((x.organization_id IS NULL AND n.owner_id = l.person_id) OR EXISTS (SELECT 1 FROM plan_party y \
            WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id AND y.part = 'lead' AND y.organization_id = x.organization_id))))) AS lines, \
    (SELECT count(*) FROM plan_letter_line x WHERE x.partnership_id = l.partnership_id AND x.letter_id = l.id AND x.answered_at IS NOT NULL) AS answered, l.version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "plan_letter l").filter("l.partnership_id = ?", partnership)
}

/// The letter.
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

/// The letters whose links hold, answered or not: what readers were asked last.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_that_hold(tx: &mut Tx) -> Result<Vec<Letter>> {
    let (partnership, ended) = (tx.partnership()?, tx.now().plus_seconds(-LINK_SECONDS));
    let list = kept(&partnership).only("l.cancelled_at IS NULL").filter("l.sent_at > ?", &ended);
    tx.rows(&list.sort("l.sent_at", Sort::Down).sort("l.id", Sort::Up).page(1, 1_000)).await
}

/// How many letters nobody has answered whose day is over, and the first of those days.
///
/// # Errors
/// When the database does not answer.
pub async fn unanswered_by(tx: &mut Tx, today: Date) -> Result<(i64, Option<Date>)> {
    sql!(
        tx,
        one(i64, Option<Date>),
        "SELECT count(*), min(until_on) FROM plan_letter
         WHERE partnership_id = $1 AND answered_at IS NULL AND cancelled_at IS NULL AND until_on < $2 AND sent_at > $3",
        tx.partnership()?,
        today,
        tx.now().plus_seconds(-LINK_SECONDS)
    )
}

/// The lines of a letter that its reader still looks after, or whose lead she was asked for, in the plan in force; each with the
/// organization for which she answers.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_still_hers(
    tx: &mut Tx,
    letter: LetterId,
) -> Result<Vec<(NodeId, Option<OrganizationId>)>> {
    sql!(
        tx,
        all(NodeId, Option<OrganizationId>),
        "SELECT n.id, x.organization_id FROM plan_letter_line x
         JOIN plan_letter l ON l.partnership_id = x.partnership_id AND l.id = x.letter_id
         JOIN plan_node n ON n.partnership_id = x.partnership_id AND n.id = x.node_id
         JOIN plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id
         WHERE x.partnership_id = $1 AND x.letter_id = $2 AND n.binned_at IS NULL AND f.standing = 'in-force'
           AND ((x.organization_id IS NULL AND n.owner_id = l.person_id)
             OR EXISTS (SELECT 1 FROM plan_party y WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id AND y.part = 'lead'
               AND y.organization_id = x.organization_id))
         ORDER BY n.code_key, n.id LIMIT 1000",
        tx.partnership()?,
        letter
    )
}

/// Stores a letter that is being sent now.
///
/// # Errors
/// When the database refuses.
pub async fn insert_letter(tx: &mut Tx, new: &NewLetter) -> Result<LetterId> {
    let (id, partnership, at) = (tx.new_id::<LetterId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO plan_letter (id, partnership_id, person_id, organization_id, name, email, lang, until_on, sent_at, sent_count)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        id,
        partnership,
        new.person,
        new.organization,
        new.name,
        new.email,
        new.lang,
        new.until_on,
        at
    )?;
    Ok(id)
}

/// Notes that a letter is sent again to the same address: its links go on, with another day; it waits for an answer anew.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_sent(tx: &mut Tx, before: &Letter, new: &NewLetter) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE plan_letter SET name = $4, email = $5, lang = $6, until_on = $7, sent_at = $8, sent_count = sent_count + 1,
           answered_at = NULL, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        new.name,
        new.email,
        new.lang,
        new.until_on,
        at
    )
}

/// Says about which lines a letter asks, in place of those it asked about.
///
/// # Errors
/// When the database refuses.
pub async fn replace_letter_lines(
    tx: &mut Tx,
    letter: LetterId,
    lines: &[(NodeId, Option<OrganizationId>)],
) -> Result<()> {
    let partnership = tx.partnership()?;
    let gone = "DELETE FROM plan_letter_line WHERE partnership_id = $1 AND letter_id = $2";
    sql!(tx, run, gone, partnership, letter)?;
    let row = |(line, via): &(NodeId, Option<OrganizationId>)| {
        let via = via.map_or(Bind::Null, |id| Bind::Uuid(id.0));
        vec![Bind::Uuid(partnership.0), Bind::Uuid(letter.0), Bind::Uuid(line.0), via]
    };
    let rows: Vec<Vec<Bind<'_>>> = lines.iter().map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let insert = "INSERT INTO plan_letter_line (partnership_id, letter_id, node_id, organization_id) VALUES";
    tx.insert_many(insert, &rows).await
}

/// Notes that a letter was answered, and of which lines.
///
/// # Errors
/// When the database refuses.
pub async fn update_answered(tx: &mut Tx, letter: LetterId, lines: &[NodeId]) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "UPDATE plan_letter SET answered_at = COALESCE(answered_at, $3), version = version + 1 WHERE partnership_id = $1 AND id = $2",
        partnership,
        letter,
        at
    )?;
    for line in lines {
        sql!(
            tx,
            must,
            "UPDATE plan_letter_line SET answered_at = $4 WHERE partnership_id = $1 AND letter_id = $2 AND node_id = $3",
            partnership,
            letter,
            line,
            at
        )?;
    }
    Ok(())
}

/// Notes that a letter was taken back.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_cancelled(tx: &mut Tx, before: &Letter) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE plan_letter SET cancelled_at = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        at
    )
}

/// The lines of the plan in force that somebody looks after whose address is that of an account.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<NodeId>> {
    let rows = sql!(
        tx,
        all(NodeId,),
        "SELECT n.id FROM plan_node n
         JOIN plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id
         WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force'
           AND EXISTS (SELECT 1 FROM contact_point c JOIN account a ON lower(a.mail) = lower(c.value)
             WHERE c.partnership_id = n.partnership_id AND c.person_id = n.owner_id AND c.kind = 'mail' AND a.id = $2)
         ORDER BY n.code_key, n.id LIMIT 1000",
        tx.partnership()?,
        account
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What was sent to a person, by her record or to one of these addresses: name and address, and when.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_to(tx: &mut Tx, person: PersonId, addresses: &[String]) -> Result<Vec<Letter>> {
    let partnership = tx.partnership()?;
    let own = kept(&partnership).filter("l.person_id = ?", &person);
    let mut all: Vec<Letter> = tx.rows(&own.sort("l.sent_at", Sort::Up).page(1, 1_000)).await?;
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        let address = address.to_lowercase();
        let list = kept(&partnership).filter("lower(l.email) = ?", &address).sort("l.sent_at", Sort::Up);
        let some: Vec<Letter> = tx.rows(&list.page(1, 1_000)).await?;
        let known: Vec<LetterId> = all.iter().map(|one| one.id).collect();
        all.extend(some.into_iter().filter(|one| !known.contains(&one.id)));
    }
    Ok(all)
}

/// Deletes a letter with what it asks about; its links open nothing any more.
///
/// # Errors
/// When the database refuses.
pub async fn delete_letter(tx: &mut Tx, id: LetterId) -> Result<u64> {
    let partnership = tx.partnership()?;
    let lines = "DELETE FROM plan_letter_line WHERE partnership_id = $1 AND letter_id = $2";
    sql!(tx, run, lines, partnership, id)?;
    sql!(tx, run, "DELETE FROM plan_letter WHERE partnership_id = $1 AND id = $2", partnership, id)
}

/// The letters whose links ended before `instant`, as retention tells them, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn letters_over(tx: &mut Tx, instant: Moment) -> Result<Vec<Due>> {
    let rows = sql!(
        tx,
        all(Uuid, String, Moment),
        "SELECT id, name, sent_at FROM plan_letter WHERE partnership_id = $1 AND sent_at < $2 ORDER BY sent_at, id LIMIT $3",
        tx.partnership()?,
        instant.plus_seconds(-LINK_SECONDS),
        AT_ONCE
    )?;
    Ok(rows.into_iter().map(|(id, name, since)| Due { id, name, since }).collect())
}
