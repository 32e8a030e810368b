//! Recommendations to those outside who decide, and what came of them.

use super::stored::stored;
use crate::{NodeId, RecommendationId, rules::records::Reply};
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    sql,
    text::Text,
};

stored! {
    /// One row: a recommendation.
    Recommendation, RecommendationFacts, RecommendationId, "plan_recommendation",
    {
        /// To which organization.
        organization_id: Option<OrganizationId>,
        /// To whom, in words, when it is none that is kept.
        named: Text,
        /// What stands in the way.
        barrier: Text,
        /// What is recommended.
        wording: Text,
        /// When it went out.
        recommended_on: Option<Date>,
        /// Until when an answer is expected.
        expected_on: Option<Date>,
        /// What was answered.
        reply: Reply,
        /// When.
        replied_on: Option<Date>,
        /// What was said to it.
        reply_note: Text,
        /// What came of it.
        outcome: Text,
        /// Whether the public may read it.
        released: bool,
    },
    with "search_key" = RecommendationFacts::search_key
}

impl RecommendationFacts {
    fn search_key(&self) -> String {
        [&self.wording, &self.barrier, &self.named].map(Text::search_key).join(" ")
    }
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn recommendations_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Recommendation>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list = kept(&partnership)
            .among("b.node_id", some)
            .sort("b.recommended_on IS NULL", Sort::Up)
            .sort("b.recommended_on", Sort::Up)
            .sort("b.id", Sort::Up);
        found.extend(tx.every::<Recommendation>(list).await?);
    }
    Ok(found)
}

/// Those that were released beside lines that the public may read, after one of them: the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_released_after(
    tx: &mut Tx,
    after: Option<&RecommendationId>,
    limit: u32,
) -> Result<Vec<Recommendation>> {
    const OPEN: &str =
        "EXISTS (SELECT 1 FROM plan_node n JOIN kept_plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id
      WHERE n.partnership_id = b.partnership_id AND n.id = b.node_id AND n.binned_at IS NULL AND f.standing IN ('in-force', 'past'))";
    let partnership = tx.partnership()?;
    let list = kept(&partnership).only("b.released").only(OPEN);
    let list = match after {
        Some(id) => list.filter("b.id > ?", id),
        None => list,
    };
    tx.rows(&list.sort("b.id", Sort::Up).page(1, limit)).await
}

/// Changes one.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_recommendation(
    tx: &mut Tx,
    before: &Recommendation,
    facts: &RecommendationFacts,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE plan_recommendation SET organization_id = $4, named = $5, barrier = $6, wording = $7, recommended_on = $8, expected_on = $9, reply = $10, replied_on = $11, reply_note = $12, outcome = $13, released = $14, search_key = $15, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version,
        facts.organization_id,
        facts.named,
        facts.barrier,
        facts.wording,
        facts.recommended_on,
        facts.expected_on,
        facts.reply,
        facts.replied_on,
        facts.reply_note,
        facts.outcome,
        facts.released,
        facts.search_key()
    )
}

/// The recommendations beside lines that are kept, as the list asks for them.
///
/// # Errors
/// When the database does not answer.
pub async fn list_recommendations(
    tx: &mut Tx,
    address: &Address,
    overdue: Date,
) -> Result<Page<Recommendation>> {
    let partnership = tx.partnership()?;
    let beside = "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = b.partnership_id AND n.id = b.node_id AND n.binned_at IS NULL)";
    let list = kept(&partnership).only(beside).search("b.search_key", address.get("q"));
    let list = match address.get("reply") {
        "" => list,
        "overdue" => list.only("b.reply = 'awaited'").filter("b.expected_on < ?", &overdue),
        code => match Reply::from_code(code) {
            Some(reply) => return tx.page_for(address, sorted(list.filter("b.reply = ?", &reply))).await,
            None => list,
        },
    };
    tx.page_for(address, sorted(list)).await
}

fn sorted(list: List<'_>) -> List<'_> {
    list.sort("b.recommended_on IS NULL", Sort::Up)
        .sort("b.recommended_on", Sort::Down)
        .sort("b.id", Sort::Up)
}

/// The recommendations whose answer should have come before `today`, the longest awaited first.
///
/// # Errors
/// When the database does not answer.
pub async fn overdue_recommendations(tx: &mut Tx, today: Date) -> Result<Vec<Recommendation>> {
    let partnership = tx.partnership()?;
    let beside = "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = b.partnership_id AND n.id = b.node_id AND n.binned_at IS NULL)";
    let list =
        kept(&partnership).only(beside).only("b.reply = 'awaited'").filter("b.expected_on < ?", &today);
    tx.rows(&list.sort("b.expected_on", Sort::Up).sort("b.id", Sort::Up).page(1, 10)).await
}
