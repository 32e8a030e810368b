//! The lines of a framework as one list: narrowed, sorted, page by page; and those that are found by their words.

use super::lines::{Line, kept};
use crate::{
    FrameworkId, NodeId,
    rules::{kinds::Kind, periods::Quarter, states::State},
};
use platform::{
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
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
    /// Only what somebody does and stands like this to those who work on it.
    pub state: StateAsked,
    /// Only what is worked on between these quarters.
    pub during: Option<(Quarter, Quarter)>,
    /// Whether something was asked for that no line can be: then none is found.
    pub is_nonsense: bool,
    /// Only lines whose code, title or adopted wording has all these words.
    pub words: String,
    /// By which column.
    pub sort: LineOrder,
    /// Which way.
    pub way: Sort,
}

/// How far the lines are that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StateAsked {
    /// However far.
    #[default]
    Any,
    /// As far as nobody has said.
    Unknown,
    /// So far.
    Is(State),
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

/// How much a state asks for attention, of `x`: the order of [`State::urgency`], which a test holds to it.
macro_rules! urgency {
    ($x:literal) => {
        concat!(
            "CASE ",
            $x,
            " WHEN 'stalled' THEN 7 WHEN 'behind' THEN 6 WHEN 'not_started' THEN 5 WHEN 'under_way' THEN 4 WHEN 'on_track' THEN 3",
            " WHEN 'ongoing' THEN 2 WHEN 'done' THEN 1 WHEN 'dropped' THEN 0 ELSE -1 END"
        )
    };
}

/// What was reported, unless the council confirmed something since.
macro_rules! since {
    () => {
        "CASE WHEN n.confirmed_on IS NULL OR n.reported_on >= n.confirmed_on THEN n.reported_state END"
    };
}

/// That a line stands like `?`, as [`crate::rules::states::Said::standing`] decides: somebody says so, and nobody says anything that asks for more attention.
const STANDS: &str = concat!(
    "(n.confirmed_state = ? OR n.derived_state = ? OR ",
    since!(),
    " = ?) AND ",
    urgency!("n.confirmed_state"),
    " <= ",
    urgency!("?"),
    " AND ",
    urgency!("n.derived_state"),
    " <= ",
    urgency!("?"),
    " AND CASE WHEN n.confirmed_on IS NULL OR n.reported_on >= n.confirmed_on THEN ",
    urgency!("n.reported_state"),
    " ELSE -1 END <= ",
    urgency!("?")
);
const UNKNOWN: &str = "n.confirmed_state IS NULL AND n.reported_state IS NULL AND n.derived_state IS NULL";
const DONE_BY_SOMEBODY: &str = "n.kind IN ('action', 'project')";

/// The lines of a framework that fit what is asked, in its order.
fn list_asked<'a>(
    partnership: &'a PartnershipId,
    framework: &'a FrameworkId,
    asked: &'a LinesAsked,
) -> List<'a> {
    const LED: &str =
        "EXISTS (SELECT 1 FROM plan_party y WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id
      AND y.part = 'lead' AND COALESCE(y.council_id, y.organization_id) = ?)";
    const SHARED: &str =
        "EXISTS (SELECT 1 FROM plan_party y WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id
      AND y.organization_id = ?)";
    let mut list = kept(partnership)
        .filter("n.framework_id = ?", framework)
        .filter_some("n.kind = ?", asked.kind.as_ref())
        .filter_some(LED, asked.lead.as_ref())
        .filter_some(SHARED, asked.partner.as_ref())
        .search("n.search_key", &asked.words);
    list = match &asked.state {
        StateAsked::Any => list,
        StateAsked::Unknown => list.only(DONE_BY_SOMEBODY).only(UNKNOWN),
        StateAsked::Is(state) => list.only(DONE_BY_SOMEBODY).filter(STANDS, state),
    };
    if let Some((first, last)) = &asked.during {
        list = list
            .only("(n.from_quarter IS NOT NULL OR n.to_quarter IS NOT NULL)")
            .filter("COALESCE(n.from_quarter, '') <= ?", last)
            .filter("COALESCE(n.to_quarter, '9999') >= ?", first);
    }
    if asked.is_nonsense {
        list = list.only("1 = 0");
    }
    list.sort(asked.sort.column(), asked.way).sort("n.code_key", Sort::Up).sort("n.id", Sort::Up)
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
    let partnership = tx.partnership()?;
    tx.page_for(address, list_asked(&partnership, &framework, asked)).await
}

/// The first lines of a framework that fit what is asked.
///
/// # Errors
/// When the database does not answer.
pub async fn first_lines_asked(
    tx: &mut Tx,
    framework: FrameworkId,
    asked: &LinesAsked,
    limit: u32,
) -> Result<Vec<Line>> {
    let partnership = tx.partnership()?;
    tx.rows(&list_asked(&partnership, &framework, asked).page(1, limit)).await
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
