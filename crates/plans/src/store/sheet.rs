//! The lines of a framework as one list: narrowed, sorted, page by page; and those that are found by their words.

use super::lines::{Line, kept};
use crate::{FrameworkId, NodeId, rules::kinds::Kind};
use platform::{
    db::{Page, Sort, Tx},
    errors::Result,
    http::Address,
    search::Sought,
};
use uuid::Uuid;

/// What a list of lines is narrowed to and how it is sorted.
#[derive(Debug, Clone, Default)]
pub struct LinesAsked {
    /// Only lines of this kind.
    pub kind: Option<Kind>,
    /// Only lines that this body or organization leads.
    pub lead: Option<Uuid>,
    /// Only lines in which this organization takes part or which it leads.
    pub partner: Option<Uuid>,
    /// Only these lines: those in the state, or worked on in the year, that was asked for.
    pub among: Option<Vec<NodeId>>,
    /// Only lines whose code, title or adopted wording has all these words.
    pub words: String,
    /// By which column.
    pub sort: LineOrder,
    /// Which way.
    pub way: Sort,
}

/// By what a list of lines is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineOrder {
    /// By code.
    #[default]
    Code,
    /// By first quarter.
    From,
    /// By last quarter.
    To,
    /// By the state that its owner reported.
    Reported,
    /// By the state that the council confirmed.
    Confirmed,
}

impl LineOrder {
    const fn column(self) -> &'static str {
        match self {
            Self::Code => "n.code_key",
            Self::From => "COALESCE(n.from_quarter, '9999')",
            Self::To => "COALESCE(n.to_quarter, '9999')",
            Self::Reported => "COALESCE(n.reported_state, '')",
            Self::Confirmed => "COALESCE(n.confirmed_state, '')",
        }
    }
}

/// The page of a framework's lines that `address` asks for; all of them when it asks for a file.
///
/// # Errors
/// When the database does not answer.
pub async fn list_lines_asked(
    tx: &mut Tx,
    framework: FrameworkId,
    asked: &LinesAsked,
    address: &Address,
) -> Result<Page<Line>> {
    const LED: &str =
        "EXISTS (SELECT 1 FROM plan_party y WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id
      AND y.part = 'lead' AND COALESCE(y.council_id, y.organization_id) = ?)";
    const SHARED: &str =
        "EXISTS (SELECT 1 FROM plan_party y WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id
      AND y.organization_id = ?)";
    let partnership = tx.partnership()?;
    let list = kept(&partnership)
        .filter("n.framework_id = ?", &framework)
        .filter_some("n.kind = ?", asked.kind.as_ref())
        .filter_some(LED, asked.lead.as_ref())
        .filter_some(SHARED, asked.partner.as_ref())
        .search("n.search_key", &asked.words);
    let list = match &asked.among {
        Some(lines) => list.among("n.id", lines),
        None => list,
    };
    let list = list.sort(asked.sort.column(), asked.way).sort("n.code_key", Sort::Up).sort("n.id", Sort::Up);
    tx.page_for(address, list).await
}

/// The lines of a framework after a code, for pages by cursor.
///
/// # Errors
/// When the database does not answer.
pub async fn list_lines_after(
    tx: &mut Tx,
    (framework, kind): (FrameworkId, Option<Kind>),
    after: Option<&(String, NodeId)>,
    limit: u32,
) -> Result<Vec<(NodeId, String)>> {
    let partnership = tx.partnership()?;
    let list = platform::db::List::new("n.id, n.code_key", "plan_node n")
        .filter("n.partnership_id = ?", &partnership)
        .only("n.binned_at IS NULL")
        .filter("n.framework_id = ?", &framework)
        .filter_some("n.kind = ?", kind.as_ref());
    let list = match after {
        Some((code, id)) => list.after("n.code_key", code, "n.id", id),
        None => list,
    };
    tx.rows(&list.sort("n.code_key", Sort::Up).sort("n.id", Sort::Up).page(1, limit)).await
}

/// Lines of the framework in force that have these words, by code.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Line>> {
    const IN_FORCE: &str = "EXISTS (SELECT 1 FROM plan_framework f WHERE f.partnership_id = n.partnership_id
      AND f.id = n.framework_id AND f.standing = 'in-force')";
    let partnership = tx.partnership()?;
    let list = kept(&partnership).only(IN_FORCE).sort("n.code_key", Sort::Up).sort("n.id", Sort::Up);
    sought.rows(tx, list, "n.search_key").await
}
