//! Questions that people ask.

use crate::{
    EnquiryId,
    rules::enquiries::{EnquiryState, Topic},
};
use areas::AreaId;
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
    /// A question as it is stored.
    #[derive(PartialEq, Eq)]
    pub struct Enquiry {
        /// Which question.
        pub id: EnquiryId,
        /// What it is about.
        pub topic: Topic,
        /// The question; empty when it is erased.
        pub question: String,
        /// The name of whoever asks; may be empty.
        pub name: String,
        /// Where an answer goes by mail; may be empty.
        pub email: String,
        /// Where she can be called; may be empty.
        pub phone: String,
        /// Where she lives, when she said so.
        pub area_id: Option<AreaId>,
        /// The language of the form, and of the answer.
        pub lang: Lang,
        /// When it came.
        pub received_at: Moment,
        /// How far it has come.
        pub state: EnquiryState,
        /// The answer; empty before, and when it is erased.
        pub answer: String,
        /// When it was answered.
        pub answered_at: Option<Moment>,
        /// By whom, by the name used then.
        pub answered_by: String,
        /// When everything personal in it was erased; topic, language and area stay.
        pub erased_at: Option<Moment>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

/// What a question is sent in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnquiry {
    /// What it is about.
    pub topic: Topic,
    /// The question.
    pub question: String,
    /// The name of whoever asks; may be empty.
    pub name: String,
    /// Where an answer goes by mail; may be empty.
    pub email: String,
    /// Where she can be called; may be empty.
    pub phone: String,
    /// Where she lives, when she says so.
    pub area: Option<AreaId>,
    /// The language of the form.
    pub lang: Lang,
    /// What she agreed to, in the words that she saw: kept in the ledger of consent.
    pub consent_wording: String,
}

pub(super) const COLUMNS: &str = "id, topic, question, name, email, phone, area_id, lang, received_at, state, answer, answered_at, answered_by, erased_at, version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "enquiry").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// The question.
///
/// # Errors
/// When the database does not answer.
pub async fn find_enquiry(tx: &mut Tx, id: EnquiryId) -> Result<Option<Enquiry>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of questions that `address` asks for: those that wait first, oldest first among them.
///
/// # Errors
/// When the database does not answer.
pub async fn list_enquiries(tx: &mut Tx, address: &Address) -> Result<Page<Enquiry>> {
    let partnership = tx.partnership()?;
    let (state, topic) =
        (EnquiryState::from_code(address.get("state")), Topic::from_code(address.get("topic")));
    let list = kept(&partnership)
        .filter_some("state = ?", state.as_ref())
        .filter_some("topic = ?", topic.as_ref())
        .sort("CASE state WHEN 'new' THEN 0 ELSE 1 END", Sort::Up)
        .sort("received_at", Sort::Up)
        .sort("id", Sort::Up);
    tx.page_for(address, list).await
}

/// The voices in what was asked: how many questions stand in each state, are about each topic and came in each language. Those whose
/// words are erased count too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voices {
    /// By state.
    pub states: Vec<(EnquiryState, i64)>,
    /// By topic.
    pub topics: Vec<(Topic, i64)>,
    /// By the language of the form.
    pub langs: Vec<(Lang, i64)>,
}

/// Counts the voices, each from most to least.
///
/// # Errors
/// When the database does not answer.
pub async fn count_voices(tx: &mut Tx) -> Result<Voices> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership);
    Ok(Voices {
        states: tx.counts("state", &list).await?,
        topics: tx.counts("topic", &list).await?,
        langs: tx.counts("lang", &list).await?,
    })
}

/// How many questions wait for an answer, and when the oldest of them came.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_enquiries(tx: &mut Tx) -> Result<(i64, Option<Moment>)> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).filter("state = ?", &EnquiryState::New);
    let page: Page<Enquiry> = tx.page(&list.sort("received_at", Sort::Up).page(1, 1)).await?;
    Ok((page.total, page.rows.first().map(|first| first.received_at)))
}

/// Stores a question that came in at `received_at`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_enquiry(tx: &mut Tx, new: &NewEnquiry, received_at: Moment) -> Result<EnquiryId> {
    let (id, partnership) = (tx.new_id::<EnquiryId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO enquiry (id, partnership_id, topic, question, name, email, phone, area_id, lang, received_at, state, answer, answered_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '')",
        id,
        partnership,
        new.topic,
        new.question,
        new.name,
        new.email,
        new.phone,
        new.area,
        new.lang,
        received_at,
        EnquiryState::New
    )?;
    Ok(id)
}

/// Answers a question, under the topic that it turned out to be about.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_answered(
    tx: &mut Tx,
    before: &Enquiry,
    (state, topic): (EnquiryState, Topic),
    words: &str,
) -> Result<()> {
    let (partnership, now, by) = (tx.partnership()?, tx.now(), tx.author().words());
    sql!(
        tx,
        save,
        "UPDATE enquiry SET state = $4, topic = $5, answer = $6, answered_at = $7, answered_by = $8, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        state,
        topic,
        words,
        now,
        by
    )
}

/// Puts a question out of sight (`at`) or back into it (none).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it is not there.
pub async fn update_enquiry_binned(tx: &mut Tx, id: EnquiryId, at: Option<Moment>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE enquiry SET binned_at = $3, version = version + 1 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id,
        at
    )
}

/// What a question is over by: its answer, or its coming when there was none, before `$2`; or the bin since before `$3`.
const OVER: &str = "erased_at IS NULL AND (COALESCE(answered_at, received_at) < $2 OR binned_at < $3)";

/// The questions that still hold something personal and were answered (or came, without an answer) before the first instant, or
/// lie in the bin since before the second, as retention tells them, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn enquiries_over(tx: &mut Tx, (answered, binned): (Moment, Moment)) -> Result<Vec<Due>> {
    let select = format!(
        "SELECT id, name, COALESCE(binned_at, answered_at, received_at) FROM enquiry WHERE partnership_id = $1 AND {OVER}
         ORDER BY received_at, id LIMIT 5000"
    );
    let rows = sql!(tx, all(Uuid, String, Moment), &select, tx.partnership()?, answered, binned)?;
    Ok(rows.into_iter().map(|(id, name, since)| Due { id, name, since }).collect())
}

/// Whether a question is there and over, as [`enquiries_over`] tells it.
///
/// # Errors
/// When the database does not answer.
pub async fn is_enquiry_over(
    tx: &mut Tx,
    id: EnquiryId,
    (answered, binned): (Moment, Moment),
) -> Result<bool> {
    let count = format!("SELECT count(*) FROM enquiry WHERE partnership_id = $1 AND {OVER} AND id = $4");
    Ok(sql!(tx, value i64, &count, tx.partnership()?, answered, binned, id)? > 0)
}

/// Erases everything personal in questions: topic, language, area and days stay; one that waits is over without an answer. Gives
/// how many.
///
/// # Errors
/// When the database refuses.
pub async fn erase_enquiries(tx: &mut Tx, ids: &[EnquiryId]) -> Result<u64> {
    let (partnership, now, mut gone) = (tx.partnership()?, tx.now(), 0);
    for id in ids {
        gone += sql!(
            tx,
            run,
            "UPDATE enquiry SET question = '', name = '', email = '', phone = '', answer = '', answered_by = '', erased_at = $3,
               state = CASE WHEN state = 'new' THEN 'erased' ELSE state END, version = version + 1
             WHERE partnership_id = $1 AND id = $2 AND erased_at IS NULL",
            partnership,
            *id,
            now
        )?;
    }
    Ok(gone)
}
