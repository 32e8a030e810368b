//! Expressions of interest and the rounds in which they are asked for.

use crate::{
    CouncilId, ExpressionId, RoundId, SeatId,
    rules::{
        expressions::{ExpressionState, Round, Season},
        reaching::ReachBy,
    },
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    retention::Due,
    row, sql,
};
use uuid::Uuid;

row! {
    /// An expression of interest as it is stored.
    pub struct Expression {
        /// Which expression.
        pub id: ExpressionId,
        /// The body the person would like to sit on.
        pub council_id: CouncilId,
        /// The round it came in; none when it was late.
        pub round_id: Option<RoundId>,
        /// The person's name, as she wrote it.
        pub name: String,
        /// The address for mail; empty when there is none.
        pub email: String,
        /// The telephone number; empty when there is none.
        pub phone: String,
        /// By which of the two the person asked to be reached.
        pub reach_by: ReachBy,
        /// What the person would speak for: an organization, a group, a street; may be empty.
        pub speaks_for: String,
        /// The language she wrote in, and is answered in.
        pub lang: Lang,
        /// Why she would like to.
        pub body: String,
        /// What she agreed to, in the words that she saw.
        pub consent_wording: String,
        /// When it came.
        pub received_at: Moment,
        /// How far it has come.
        pub state: ExpressionState,
        /// The seat she was given.
        pub seat_id: Option<SeatId>,
        /// The words of the answer; empty before.
        pub answer: String,
        /// When she was answered.
        pub answered_at: Option<Moment>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

/// What an expression is sent in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExpression {
    /// The body the person would like to sit on.
    pub council: CouncilId,
    /// The person's name, as she wrote it.
    pub name: String,
    /// The address for mail; may be empty when there is a telephone number.
    pub email: String,
    /// The telephone number; may be empty when there is an address for mail.
    pub phone: String,
    /// By which of the two the person asked to be reached.
    pub reach_by: ReachBy,
    /// What the person would speak for; may be empty.
    pub speaks_for: String,
    /// The language she wrote in.
    pub lang: Lang,
    /// Why she would like to.
    pub body: String,
    /// What she agreed to, in the words that she saw.
    pub consent_wording: String,
}

const COLUMNS: &str = "id, council_id, round_id, name, email, phone, reach_by, speaks_for, lang, body, consent_wording, received_at, state, seat_id, answer, answered_at, version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "expression").filter("partnership_id = ?", partnership)
}

/// The expression.
///
/// # Errors
/// When the database does not answer.
pub async fn find_expression(tx: &mut Tx, id: ExpressionId) -> Result<Option<Expression>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the expressions for these bodies in these states that `address` asks for, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_expressions(
    tx: &mut Tx,
    councils: &[CouncilId],
    states: &[ExpressionState],
    address: &Address,
) -> Result<Page<Expression>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).among("council_id", councils).among("state", states);
    tx.page_for(address, list.sort("received_at", Sort::Up).sort("id", Sort::Up)).await
}

/// How many expressions for these bodies stand in each state.
///
/// # Errors
/// When the database does not answer.
pub async fn count_expressions(tx: &mut Tx, councils: &[CouncilId]) -> Result<Vec<(ExpressionState, i64)>> {
    let partnership = tx.partnership()?;
    tx.counts("state", &kept(&partnership).among("council_id", councils)).await
}

/// Stores an expression that came in at `received_at`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_expression(
    tx: &mut Tx,
    new: &NewExpression,
    (round, state): (Option<RoundId>, ExpressionState),
    received_at: Moment,
) -> Result<ExpressionId> {
    let (id, partnership) = (tx.new_id::<ExpressionId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO expression (id, partnership_id, council_id, round_id, name, email, phone, reach_by, speaks_for, lang, body,
           consent_wording, received_at, state, answer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '')",
        id,
        partnership,
        new.council,
        round,
        new.name,
        new.email,
        new.phone,
        new.reach_by,
        new.speaks_for,
        new.lang,
        new.body,
        new.consent_wording,
        received_at,
        state
    )?;
    Ok(id)
}

/// What an answer writes.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// The state that follows.
    pub state: ExpressionState,
    /// The seat that was given.
    pub seat: Option<SeatId>,
    /// The words to the person.
    pub words: &'a str,
}

/// Answers an expression.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_answer(tx: &mut Tx, before: &Expression, answered: Answered<'_>) -> Result<()> {
    let partnership = tx.partnership()?;
    let answered_at = answered.state.is_answered().then(|| tx.now());
    sql!(
        tx,
        save,
        "UPDATE expression SET state = $4, seat_id = $5, answer = $6, answered_at = $7, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        partnership,
        before.id,
        before.version,
        answered.state,
        answered.seat,
        answered.words,
        answered_at
    )
}

/// Whether the same content came from the same person to the same body at `since` or later, and is here.
///
/// # Errors
/// When the database does not answer.
pub async fn has_come_since(tx: &mut Tx, new: &NewExpression, since: Moment) -> Result<bool> {
    let same = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM expression WHERE partnership_id = $1 AND council_id = $2 AND name = $3 AND lower(email) = lower($4)
           AND phone = $5 AND reach_by = $6 AND speaks_for = $7 AND lang = $8 AND body = $9 AND received_at >= $10",
        tx.partnership()?,
        new.council,
        new.name,
        new.email,
        new.phone,
        new.reach_by,
        new.speaks_for,
        new.lang,
        new.body,
        since
    )?;
    Ok(same > 0)
}

/// The expressions that were answered before `instant`, and those without an answer whose round closed before `day`, or which came
/// before `instant` and are in no round, as retention tells them, the oldest first. None that came after `instant`.
///
/// # Errors
/// When the database does not answer.
pub async fn list_over(tx: &mut Tx, instant: Moment, day: Date) -> Result<Vec<Due>> {
    let rows = sql!(
        tx,
        all(Uuid, String, Moment),
        "SELECT id, name, received_at FROM expression WHERE partnership_id = $1 AND received_at < $2
           AND (answered_at < $2 OR (answered_at IS NULL AND NOT EXISTS (
             SELECT 1 FROM expression_round r WHERE r.partnership_id = $1 AND r.id = expression.round_id AND r.closes_on >= $3)))
         ORDER BY received_at, id LIMIT 5000",
        tx.partnership()?,
        instant,
        day
    )?;
    Ok(rows.into_iter().map(|(id, name, since)| Due { id, name, since }).collect())
}

/// Lets every kept expression enter a round; gives how many did.
///
/// # Errors
/// When the database refuses.
pub async fn update_kept(tx: &mut Tx, round: RoundId) -> Result<u64> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        run,
        "UPDATE expression SET state = $3, round_id = $2, version = version + 1 WHERE partnership_id = $1 AND state = $4",
        partnership,
        round,
        ExpressionState::Received,
        ExpressionState::Kept
    )
}

row! {
    struct RoundRow {
        id: RoundId,
        season: Season,
        opens_on: Date,
        closes_on: Date,
        version: i64,
    }
}

/// The rounds, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_rounds(tx: &mut Tx) -> Result<Vec<Round>> {
    let rows = sql!(
        tx,
        all RoundRow,
        "SELECT id, season, opens_on, closes_on, version FROM expression_round WHERE partnership_id = $1 ORDER BY opens_on DESC LIMIT 200",
        tx.partnership()?
    )?;
    let round = |row: RoundRow| Round {
        id: row.id,
        season: row.season,
        opens_on: row.opens_on,
        closes_on: row.closes_on,
        version: row.version,
    };
    Ok(rows.into_iter().map(round).collect())
}

/// Stores a round.
///
/// # Errors
/// When the database refuses.
pub async fn insert_round(tx: &mut Tx, season: Season, opens_on: Date, closes_on: Date) -> Result<RoundId> {
    let (id, partnership) = (tx.new_id::<RoundId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO expression_round (id, partnership_id, season, opens_on, closes_on) VALUES ($1, $2, $3, $4, $5)",
        id,
        partnership,
        season,
        opens_on,
        closes_on
    )?;
    Ok(id)
}

/// Corrects the season and the days of a round.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_round(
    tx: &mut Tx,
    before: &Round,
    (season, opens_on, closes_on): (Season, Date, Date),
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE expression_round SET season = $1, opens_on = $2, closes_on = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6",
        season,
        opens_on,
        closes_on,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// How many expressions that came in a round have had their answer.
///
/// # Errors
/// When the database does not answer.
pub async fn count_answered_in(tx: &mut Tx, round: RoundId) -> Result<i64> {
    sql!(
        tx,
        value i64,
        "SELECT count(*) FROM expression WHERE partnership_id = $1 AND round_id = $2 AND answered_at IS NOT NULL",
        tx.partnership()?,
        round
    )
}

/// Deletes a round: the expressions in it leave it, and those that nobody has read yet are kept for the next; gives how many
/// left it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn delete_round(tx: &mut Tx, before: &Round) -> Result<u64> {
    let partnership = tx.partnership()?;
    let left = sql!(
        tx,
        run,
        "UPDATE expression SET round_id = NULL, state = CASE WHEN state = $3 THEN $4 ELSE state END, version = version + 1
         WHERE partnership_id = $1 AND round_id = $2",
        partnership,
        before.id,
        ExpressionState::Received,
        ExpressionState::Kept
    )?;
    let gone = sql!(
        tx,
        run,
        "DELETE FROM expression_round WHERE partnership_id = $1 AND id = $2 AND version = $3",
        partnership,
        before.id,
        before.version
    )?;
    if gone == 1 { Ok(left) } else { Err(platform::errors::Error::Stale) }
}
