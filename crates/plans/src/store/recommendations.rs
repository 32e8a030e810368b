//! Recommendations to those outside who decide, and what came of them.

use crate::{NodeId, RecommendationId, rules::records::Reply};
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// One row: a recommendation.
    #[derive(PartialEq)]
    pub struct Recommendation {
        /// Which.
        pub id: RecommendationId,
        /// Beside which line.
        pub node_id: NodeId,
        /// To which organization.
        pub organization_id: Option<OrganizationId>,
        /// To whom, in words, when it is none that is kept.
        pub named: Text,
        /// What stands in the way.
        pub barrier: Text,
        /// What is recommended.
        pub wording: Text,
        /// When it went out.
        pub recommended_on: Option<Date>,
        /// Until when an answer is expected.
        pub expected_on: Option<Date>,
        /// What was answered.
        pub reply: Reply,
        /// When.
        pub replied_on: Option<Date>,
        /// What was said to it.
        pub reply_note: Text,
        /// What came of it.
        pub outcome: Text,
        /// Whether the public may read it.
        pub released: bool,
        /// How its record stands.
        pub version: i64,
    }
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecommendationFacts {
    /// To which organization.
    pub organization_id: Option<OrganizationId>,
    /// To whom, in words, when it is none that is kept.
    pub named: Text,
    /// What stands in the way.
    pub barrier: Text,
    /// What is recommended.
    pub wording: Text,
    /// When it went out.
    pub recommended_on: Option<Date>,
    /// Until when an answer is expected.
    pub expected_on: Option<Date>,
    /// What was answered.
    pub reply: Reply,
    /// When.
    pub replied_on: Option<Date>,
    /// What was said to it.
    pub reply_note: Text,
    /// What came of it.
    pub outcome: Text,
    /// Whether the public may read it.
    pub released: bool,
}

impl RecommendationFacts {
    fn search_key(&self) -> String {
        [&self.wording, &self.barrier, &self.named].map(Text::search_key).join(" ")
    }
}

impl Recommendation {
    /// What it says.
    pub fn facts(&self) -> RecommendationFacts {
        RecommendationFacts {
            organization_id: self.organization_id,
            named: self.named.clone(),
            barrier: self.barrier.clone(),
            wording: self.wording.clone(),
            recommended_on: self.recommended_on,
            expected_on: self.expected_on,
            reply: self.reply,
            replied_on: self.replied_on,
            reply_note: self.reply_note.clone(),
            outcome: self.outcome.clone(),
            released: self.released,
        }
    }
}

const COLUMNS: &str = "r.id, r.node_id, r.organization_id, r.named, r.barrier, r.wording, r.recommended_on, r.expected_on, r.reply, r.replied_on, r.reply_note, r.outcome, r.released, r.version";

fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "plan_recommendation r").filter("r.partnership_id = ?", partnership)
}

/// The one with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn find_recommendation(tx: &mut Tx, id: RecommendationId) -> Result<Option<Recommendation>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("r.id = ?", &id).page(1, 1)).await?.pop())
}

/// All beside these lines.
///
/// # Errors
/// When the database does not answer.
pub async fn recommendations_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<Recommendation>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list = kept(&partnership)
            .among("r.node_id", some)
            .sort("r.recommended_on IS NULL", Sort::Up)
            .sort("r.recommended_on", Sort::Up)
            .sort("r.id", Sort::Up);
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
      WHERE n.partnership_id = r.partnership_id AND n.id = r.node_id AND n.binned_at IS NULL AND f.standing IN ('in-force', 'past'))";
    let partnership = tx.partnership()?;
    let list = kept(&partnership).only("r.released").only(OPEN);
    let list = match after {
        Some(id) => list.filter("r.id > ?", id),
        None => list,
    };
    tx.rows(&list.sort("r.id", Sort::Up).page(1, limit)).await
}

/// Stores one.
///
/// # Errors
/// When the database refuses.
pub async fn insert_recommendation(
    tx: &mut Tx,
    node: NodeId,
    facts: &RecommendationFacts,
) -> Result<RecommendationId> {
    let (id, partnership) = (tx.new_id::<RecommendationId>()?, tx.partnership()?);
    sql!(
        tx,
        must,
        "INSERT INTO plan_recommendation (id, partnership_id, node_id, organization_id, named, barrier, wording, recommended_on, expected_on, reply, replied_on, reply_note, outcome, released, search_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        id,
        partnership,
        node,
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
    )?;
    Ok(id)
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

/// Takes one away.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn delete_recommendation(tx: &mut Tx, before: &Recommendation) -> Result<()> {
    sql!(
        tx,
        save,
        "DELETE FROM plan_recommendation WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version
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
    let beside = "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = r.partnership_id AND n.id = r.node_id AND n.binned_at IS NULL)";
    let list = kept(&partnership).only(beside).search("r.search_key", address.get("q"));
    let list = match address.get("reply") {
        "" => list,
        "overdue" => list.only("r.reply = 'awaited'").filter("r.expected_on < ?", &overdue),
        code => match Reply::from_code(code) {
            Some(reply) => return tx.page_for(address, sorted(list.filter("r.reply = ?", &reply))).await,
            None => list,
        },
    };
    tx.page_for(address, sorted(list)).await
}

fn sorted(list: List<'_>) -> List<'_> {
    list.sort("r.recommended_on IS NULL", Sort::Up)
        .sort("r.recommended_on", Sort::Down)
        .sort("r.id", Sort::Up)
}

/// The recommendations whose answer should have come before `today`, the longest awaited first.
///
/// # Errors
/// When the database does not answer.
pub async fn overdue_recommendations(tx: &mut Tx, today: Date) -> Result<Vec<Recommendation>> {
    let partnership = tx.partnership()?;
    let beside = "EXISTS (SELECT 1 FROM plan_node n WHERE n.partnership_id = r.partnership_id AND n.id = r.node_id AND n.binned_at IS NULL)";
    let list =
        kept(&partnership).only(beside).only("r.reply = 'awaited'").filter("r.expected_on < ?", &today);
    tx.rows(&list.sort("r.expected_on", Sort::Up).sort("r.id", Sort::Up).page(1, 10)).await
}
