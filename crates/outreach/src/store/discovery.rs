//! The checklist: its questions, and their answers over time.

use crate::{
    AnswerId, QuestionId,
    rules::discovery::{Has, holds},
};
use jiff::civil::Date;
use partners::SectorId;
use platform::{clock::Moment, db::Tx, errors::Result, row, sql, text::Text};
use serde::Serialize;
use std::collections::HashMap;

row! {
    /// A question of the checklist.
    #[derive(PartialEq, Eq)]
    pub struct Question {
        /// Which question.
        pub id: QuestionId,
        /// About which sector.
        pub sector_id: Option<SectorId>,
        /// The question.
        pub question: Text,
        /// Its place on the list.
        pub place: i64,
        /// Whether it is not asked any more.
        pub retired: bool,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

impl Question {
    /// What is asked, to be changed.
    pub fn facts(&self) -> NewQuestion {
        NewQuestion { sector: self.sector_id, question: self.question.clone(), place: self.place }
    }
}

/// What is asked, about which sector, and where it stands on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewQuestion {
    /// About which sector.
    pub sector: Option<SectorId>,
    /// The question, in the partnership's own words.
    pub question: Text,
    /// Its place on the list.
    pub place: i64,
}

row! {
    /// An answer that was given once.
    #[derive(PartialEq, Eq)]
    pub struct AnswerKept {
        /// Which answer.
        pub id: AnswerId,
        /// To which question.
        pub question_id: QuestionId,
        /// The answer.
        pub has: Has,
        /// What is strong here.
        pub strengths: String,
        /// What is weak here.
        pub weaknesses: String,
        /// Who told us; may be empty.
        pub told_by: String,
        /// On which day.
        pub answered_on: Date,
        /// Who wrote it down, by the name used then.
        pub noted_by: String,
        /// When it was written down.
        pub noted_at: Moment,
    }
}

/// An answer on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// The answer.
    pub has: Has,
    /// What is strong here; may be empty.
    pub strengths: String,
    /// What is weak here; may be empty.
    pub weaknesses: String,
    /// Who told us; may be empty.
    pub told_by: String,
    /// On which day.
    pub answered_on: Date,
}

/// The questions, those that are asked first, by their place.
///
/// # Errors
/// When the database does not answer.
pub async fn list_questions(tx: &mut Tx) -> Result<Vec<Question>> {
    sql!(
        tx,
        all Question,
        "SELECT id, sector_id, question, place, retired, version FROM discovery_question WHERE partnership_id = $1
         ORDER BY retired, place, id LIMIT 500",
        tx.partnership()?
    )
}

/// The question.
///
/// # Errors
/// When the database does not answer.
pub async fn find_question(tx: &mut Tx, id: QuestionId) -> Result<Option<Question>> {
    sql!(
        tx,
        find Question,
        "SELECT id, sector_id, question, place, retired, version FROM discovery_question WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )
}

/// Stores a question.
///
/// # Errors
/// When the database refuses.
pub async fn insert_question(tx: &mut Tx, new: &NewQuestion) -> Result<QuestionId> {
    let (id, partnership) = (tx.new_id::<QuestionId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO discovery_question (id, partnership_id, sector_id, question, place, retired) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        partnership,
        new.sector,
        new.question,
        new.place,
        false
    )?;
    Ok(id)
}

/// Changes a question; `retired` when it is not asked any more.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_question(tx: &mut Tx, before: &Question, new: &NewQuestion, retired: bool) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE discovery_question SET sector_id = $4, question = $5, place = $6, retired = $7, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        new.sector,
        new.question,
        new.place,
        retired
    )
}

/// Puts a question at another place because its neighbour moved: its own record does not change.
///
/// # Errors
/// When the database refuses.
pub async fn update_place(tx: &mut Tx, id: QuestionId, place: i64) -> Result<()> {
    let change = "UPDATE discovery_question SET place = $3 WHERE partnership_id = $1 AND id = $2";
    sql!(tx, run, change, tx.partnership()?, id, place)?;
    Ok(())
}

/// The answers to a question, latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_answers(tx: &mut Tx, question: QuestionId) -> Result<Vec<AnswerKept>> {
    sql!(
        tx,
        all AnswerKept,
        "SELECT id, question_id, has, strengths, weaknesses, told_by, answered_on, noted_by, noted_at FROM discovery_answer
         WHERE partnership_id = $1 AND question_id = $2 ORDER BY answered_on DESC, noted_at DESC, id DESC LIMIT 500",
        tx.partnership()?,
        question
    )
}

/// The answer that holds to each question that has one.
///
/// # Errors
/// When the database does not answer.
pub async fn holding_answers(tx: &mut Tx) -> Result<HashMap<QuestionId, AnswerKept>> {
    let all: Vec<AnswerKept> = sql!(
        tx,
        all AnswerKept,
        "SELECT id, question_id, has, strengths, weaknesses, told_by, answered_on, noted_by, noted_at FROM discovery_answer
         WHERE partnership_id = $1 ORDER BY answered_on DESC, noted_at DESC LIMIT 10000",
        tx.partnership()?
    )?;
    let mut by_question: HashMap<QuestionId, Vec<AnswerKept>> = HashMap::new();
    for one in all {
        by_question.entry(one.question_id).or_default().push(one);
    }
    let latest = |answers: Vec<AnswerKept>| holds(&answers, |one| (one.answered_on, one.noted_at)).cloned();
    Ok(by_question.into_iter().filter_map(|(id, answers)| latest(answers).map(|one| (id, one))).collect())
}

/// Stores an answer beside those before.
///
/// # Errors
/// When the database refuses.
pub async fn insert_answer(tx: &mut Tx, question: QuestionId, new: &NewAnswer) -> Result<AnswerId> {
    let (id, partnership, now) = (tx.new_id::<AnswerId>()?, tx.partnership()?, tx.now());
    let by = tx.author().words();
    sql!(
        tx,
        must,
        "INSERT INTO discovery_answer (id, partnership_id, question_id, has, strengths, weaknesses, told_by, answered_on, noted_by, noted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        partnership,
        question,
        new.has,
        new.strengths,
        new.weaknesses,
        new.told_by,
        new.answered_on,
        by,
        now
    )?;
    Ok(id)
}

/// Takes names out of what answers say and of who told us; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_in_answers(tx: &mut Tx, without: impl Fn(&str) -> String) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    let all: Vec<(AnswerId, String, String, String)> = sql!(
        tx,
        all(AnswerId, String, String, String),
        "SELECT id, strengths, weaknesses, told_by FROM discovery_answer WHERE partnership_id = $1 ORDER BY id LIMIT 10000",
        partnership
    )?;
    for (id, strengths, weaknesses, told_by) in all {
        let after = (without(&strengths), without(&weaknesses), without(&told_by));
        if after != (strengths, weaknesses, told_by) {
            gone += sql!(
                tx,
                run,
                "UPDATE discovery_answer SET strengths = $3, weaknesses = $4, told_by = $5 WHERE partnership_id = $1 AND id = $2",
                partnership,
                id,
                after.0,
                after.1,
                after.2
            )?;
        }
    }
    Ok(gone)
}
