//! The lines of a framework: needs, priorities, goals, actions, projects, directions.

use crate::{
    FrameworkId, NodeId,
    rules::{
        kinds::Kind,
        money::Money,
        patterns::Patterns,
        periods::{Quarter, Span},
        stages::Stage,
        states::{Said, State},
        tree::{Forest, Node},
    },
};
use councils::CouncilId;
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row,
    text::{Text, fold},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

row! {
    /// A line of a plan, as it is stored.
    pub struct Line {
        /// Which line.
        pub id: NodeId,
        /// The framework it belongs to.
        pub framework_id: FrameworkId,
        /// What it keeps from version to version of its framework.
        pub line_id: Uuid,
        /// The line above it.
        pub parent_id: Option<NodeId>,
        /// At which step of the tree it stands; the highest stand at 0.
        pub depth: u32,
        /// Its place among those below the same line.
        pub position: u32,
        /// What it is.
        pub kind: Kind,
        /// Its code: `H2.1-1`.
        pub code: String,
        /// What it says, in plain words.
        pub title: Text,
        /// What else is to be said of it.
        pub note: Text,
        /// The exact words that were adopted or are to be.
        pub wording: Text,
        /// The day on which those were adopted.
        pub adopted_on: Option<Date>,
        /// The decision by which they were adopted.
        pub decision: Text,
        /// Who looks after it.
        pub owner_id: Option<PersonId>,
        /// Its first quarter.
        pub from_quarter: Option<Quarter>,
        /// Its last quarter.
        pub to_quarter: Option<Quarter>,
        /// The month in which it starts, where that is known.
        pub from_month: Option<u32>,
        /// The month in which it ends, where that is known.
        pub to_month: Option<u32>,
        /// Whether it never ends.
        pub ongoing: bool,
        /// What shall show that it goes on.
        pub patterns: Patterns,
        /// How far a direction has come.
        pub stage: Option<Stage>,
        /// Why a direction went back or ended.
        pub stage_why: Text,
        /// Dollars asked for and not yet found.
        pub seeking: Option<i64>,
        /// Dollars found.
        pub secured: Option<i64>,
        /// What help in kind is worth.
        pub in_kind: Option<i64>,
        /// Hours of volunteers.
        pub volunteer_hours: Option<i64>,
        /// What its owner reported.
        pub reported_state: Option<State>,
        /// What the owner said to it.
        pub reported_note: Text,
        /// When.
        pub reported_on: Option<Date>,
        /// Who noted it.
        pub reported_by: String,
        /// Whether that was noted for those who carry the line, who have not said it themselves.
        pub reported_for_owner: bool,
        /// Whether the public may see that report.
        pub released: bool,
        /// What the council confirmed.
        pub confirmed_state: Option<State>,
        /// What the council said to it.
        pub confirmed_note: Text,
        /// When.
        pub confirmed_on: Option<Date>,
        /// Which council.
        pub confirmed_by: Option<CouncilId>,
        /// By which decision.
        pub confirmed_decision: Text,
        /// What follows from the evidence.
        pub derived_state: Option<State>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

const COLUMNS: &str = "n.id, n.framework_id, n.line_id, n.parent_id, n.depth, n.position, n.kind, n.code, n.title, n.note, n.wording, n.adopted_on, n.decision, n.owner_id, n.from_quarter, n.to_quarter, n.from_month, n.to_month, n.ongoing, n.patterns, n.stage, n.stage_why, n.seeking, n.secured, n.in_kind, n.volunteer_hours, n.reported_state, n.reported_note, n.reported_on, n.reported_by, n.reported_for_owner, n.released, n.confirmed_state, n.confirmed_note, n.confirmed_on, n.confirmed_by, n.confirmed_decision, n.derived_state, n.version";

/// What a line is written down with, or changed to; where it stands is not among it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFacts {
    /// What it is.
    pub kind: Kind,
    /// Its code.
    pub code: String,
    /// What it says, in plain words.
    pub title: Text,
    /// What else is to be said of it.
    pub note: Text,
    /// The exact words that were adopted or are to be.
    pub wording: Text,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// When it is worked on.
    pub span: Span,
    /// What shall show that it goes on.
    pub patterns: Patterns,
    /// How far a direction has come.
    pub stage: Option<Stage>,
    /// Why a direction went back or ended.
    pub stage_why: Text,
    /// What it needs and has.
    pub money: Money,
}

impl LineFacts {
    /// A line with this code and title, and nothing else known.
    pub fn new(kind: Kind, code: impl Into<String>, title: Text) -> Self {
        Self {
            kind,
            code: code.into(),
            title,
            note: Text::default(),
            wording: Text::default(),
            owner: None,
            span: Span::default(),
            patterns: Patterns::default(),
            stage: (kind == Kind::Direction).then_some(Stage::Idea),
            stage_why: Text::default(),
            money: Money::default(),
        }
    }

    pub(crate) fn search_key(&self) -> String {
        let texts = [self.title.search_key(), self.wording.search_key()];
        format!("{} {}", fold(&self.code), texts.join(" "))
    }
}

impl Line {
    /// The line as the forest knows it.
    pub fn node(&self) -> Node {
        Node {
            id: self.id,
            parent: self.parent_id,
            position: self.position,
            code: self.code.clone(),
            kind: self.kind,
        }
    }

    /// When it is worked on.
    pub fn span(&self) -> Span {
        let (from, to, ongoing) = (self.from_quarter, self.to_quarter, self.ongoing);
        Span { from, to, ongoing, from_month: self.from_month, to_month: self.to_month }
    }

    /// What it needs and has.
    pub fn money(&self) -> Money {
        Money {
            seeking: self.seeking,
            secured: self.secured,
            in_kind: self.in_kind,
            volunteer_hours: self.volunteer_hours,
        }
    }

    /// What the three sources say of it.
    pub fn said(&self) -> Said {
        Said {
            reported: self.reported_state.zip(self.reported_on),
            is_released: self.released,
            confirmed: self.confirmed_state.zip(self.confirmed_on),
            derived: self.derived_state,
        }
    }

    /// What it was written down with or last changed to.
    pub fn facts(&self) -> LineFacts {
        LineFacts {
            kind: self.kind,
            code: self.code.clone(),
            title: self.title.clone(),
            note: self.note.clone(),
            wording: self.wording.clone(),
            owner: self.owner_id,
            span: self.span(),
            patterns: self.patterns.clone(),
            stage: self.stage,
            stage_why: self.stage_why.clone(),
            money: self.money(),
        }
    }
}

/// A line with who carries it, as its audit entries keep it.
#[derive(Debug, Serialize)]
pub struct Told<'a> {
    /// What it says.
    #[serde(flatten)]
    pub facts: &'a LineFacts,
    /// Who leads it and takes part, but for names that not everybody who reads the history may know.
    #[serde(serialize_with = "without_asides")]
    pub parties: &'a [super::parties::Party],
}

fn without_asides<S: serde::Serializer>(
    all: &&[super::parties::Party],
    to: S,
) -> std::result::Result<S::Ok, S::Error> {
    to.collect_seq(all.iter().filter(|party| party.aside().is_none()))
}

/// The lines of the transaction's partnership that are not in the bin.
pub(super) fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "plan_node n").filter("n.partnership_id = ?", partnership).only("n.binned_at IS NULL")
}

/// The line, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_line(tx: &mut Tx, id: NodeId) -> Result<Option<Line>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("n.id = ?", &id).page(1, 1)).await?.pop())
}

/// The line in the bin, if it is there.
///
/// # Errors
/// When the database does not answer.
pub async fn find_binned_line(tx: &mut Tx, id: NodeId) -> Result<Option<Line>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "plan_node n")
        .filter("n.partnership_id = ?", &partnership)
        .filter("n.id = ?", &id)
        .only("n.binned_at IS NOT NULL");
    Ok(tx.rows(&list.page(1, 1)).await?.pop())
}

/// All lines of a framework, from the top down, each followed by those below it.
///
/// # Errors
/// When the database does not answer.
pub async fn list_lines(tx: &mut Tx, framework: FrameworkId) -> Result<Vec<Line>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership)
        .filter("n.framework_id = ?", &framework)
        .sort("n.depth", Sort::Up)
        .sort("n.id", Sort::Up);
    let mut lines: Vec<Line> = tx.every(list).await?;
    let order: HashMap<NodeId, usize> =
        forest_of(&lines).walk().into_iter().enumerate().map(|(at, (id, _))| (id, at)).collect();
    lines.sort_by_key(|line| order.get(&line.id).copied());
    Ok(lines)
}

/// Those of the lines beside which a milestone, something that tells of them or a recommendation stands.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_with_records(tx: &mut Tx, lines: &[NodeId]) -> Result<HashSet<NodeId>> {
    const BESIDE: &str = "(EXISTS (SELECT 1 FROM plan_milestone m WHERE m.partnership_id = n.partnership_id AND m.node_id = n.id)
      OR EXISTS (SELECT 1 FROM plan_evidence e WHERE e.partnership_id = n.partnership_id AND e.node_id = n.id)
      OR EXISTS (SELECT 1 FROM plan_recommendation r WHERE r.partnership_id = n.partnership_id AND r.node_id = n.id))";
    let (partnership, mut found) = (tx.partnership()?, HashSet::new());
    for some in lines.chunks(500) {
        let list = List::new("n.id", "plan_node n").filter("n.partnership_id = ?", &partnership).only(BESIDE);
        let rows = tx.rows::<(NodeId,)>(&list.among("n.id", some).page(1, 1_000)).await?;
        found.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(found)
}

/// The forest that these lines make.
pub fn forest_of(lines: &[Line]) -> Forest {
    Forest::new(lines.iter().map(Line::node))
}

/// Lines among these ids, in any framework.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_among(tx: &mut Tx, ids: &[NodeId]) -> Result<Vec<Line>> {
    let partnership = tx.partnership()?;
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        found.extend(tx.rows(&kept(&partnership).among("n.id", some).page(1, 1_000)).await?);
    }
    Ok(found)
}

/// What lines are called that lie in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn called_in_bin(tx: &mut Tx, ids: &[NodeId]) -> Result<HashMap<NodeId, (String, Text)>> {
    let partnership = tx.partnership()?;
    let mut found = HashMap::new();
    for some in ids.chunks(500) {
        let list = List::new("n.id, n.code, n.title", "plan_node n")
            .filter("n.partnership_id = ?", &partnership)
            .only("n.binned_at IS NOT NULL")
            .among("n.id", some);
        let rows = tx.rows::<(NodeId, String, Text)>(&list.page(1, 500)).await?;
        found.extend(rows.into_iter().map(|(id, code, title)| (id, (code, title))));
    }
    Ok(found)
}
