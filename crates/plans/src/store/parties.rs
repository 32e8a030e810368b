//! Who leads a line and who takes part in it.

use crate::{FrameworkId, NodeId};
use councils::CouncilId;
use partners::OrganizationId;
use platform::{
    db::{Bind, List, Sort, Tx},
    errors::Result,
    row, sql,
    text::Text,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What somebody does for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Answers for it.
    Lead,
    /// Takes part.
    Partner,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Lead, Self::Partner];

    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Partner => "partner",
        }
    }

    /// The part of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

platform::coded!(Part);

/// Who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// A body.
    Council(CouncilId),
    /// An organization.
    Organization(OrganizationId),
    /// Somebody of whom the plan has only words: “the school boards”.
    Named(Text),
    /// Somebody whom only those who write the plan read of: a person's name from a sheet, who is in no record.
    Aside(String),
}

/// Somebody who leads or takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which of the two.
    pub part: Part,
    /// Who it is.
    pub who: Who,
}

impl Party {
    /// The name that only those who write the plan read.
    pub fn aside(&self) -> Option<&str> {
        match &self.who {
            Who::Aside(name) => Some(name),
            Who::Council(_) | Who::Organization(_) | Who::Named(_) => None,
        }
    }
}

row! {
    struct PartyRow {
        node_id: NodeId,
        part: Part,
        council_id: Option<CouncilId>,
        organization_id: Option<OrganizationId>,
        named: Text,
        aside: String,
    }
}

const COLUMNS: &str = "node_id, part, council_id, organization_id, named, aside";

impl PartyRow {
    fn read(self) -> (NodeId, Party) {
        let who = match (self.council_id, self.organization_id) {
            (Some(council), _) => Who::Council(council),
            (None, Some(organization)) => Who::Organization(organization),
            (None, None) if !self.aside.is_empty() => Who::Aside(self.aside),
            (None, None) => Who::Named(self.named),
        };
        (self.node_id, Party { part: self.part, who })
    }
}

/// Who leads and takes part in the lines of a framework, line by line, leads first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_parties(tx: &mut Tx, framework: FrameworkId) -> Result<Vec<(NodeId, Party)>> {
    let rows = sql!(
        tx,
        all PartyRow,
        "SELECT y.node_id, y.part, y.council_id, y.organization_id, y.named, y.aside FROM plan_party y
         JOIN plan_node n ON n.partnership_id = y.partnership_id AND n.id = y.node_id
         WHERE y.partnership_id = $1 AND n.framework_id = $2 AND n.binned_at IS NULL ORDER BY y.node_id, y.part, y.position LIMIT 100000",
        tx.partnership()?,
        framework
    )?;
    Ok(rows.into_iter().map(PartyRow::read).collect())
}

/// Who leads and takes part in these lines, line by line, leads first.
///
/// # Errors
/// When the database does not answer.
pub async fn parties_beside(tx: &mut Tx, lines: &[NodeId]) -> Result<Vec<(NodeId, Party)>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in lines.chunks(500) {
        let list = List::new(COLUMNS, "plan_party")
            .filter("partnership_id = ?", &partnership)
            .among("node_id", some)
            .sort("node_id", Sort::Up)
            .sort("part", Sort::Up)
            .sort("position", Sort::Up);
        found.extend(tx.every::<PartyRow>(list).await?);
    }
    Ok(found.into_iter().map(PartyRow::read).collect())
}

/// Who leads and takes part in a line, leads first.
///
/// # Errors
/// When the database does not answer.
pub async fn parties_of(tx: &mut Tx, node: NodeId) -> Result<Vec<Party>> {
    let rows = sql!(
        tx,
        all PartyRow,
        "SELECT node_id, part, council_id, organization_id, named, aside FROM plan_party
         WHERE partnership_id = $1 AND node_id = $2 ORDER BY part, position LIMIT 1000",
        tx.partnership()?,
        node
    )?;
    Ok(rows.into_iter().map(|row| row.read().1).collect())
}

/// The lines of the framework in force that a body or an organization leads or takes part in.
///
/// # Errors
/// When the database does not answer.
pub async fn lines_of(tx: &mut Tx, who: Uuid) -> Result<Vec<(NodeId, Part)>> {
    sql!(
        tx,
        all(NodeId, Part),
        "SELECT y.node_id, y.part FROM plan_party y
         JOIN plan_node n ON n.partnership_id = y.partnership_id AND n.id = y.node_id
         JOIN plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id
         WHERE y.partnership_id = $1 AND (y.council_id = $2 OR y.organization_id = $2) AND n.binned_at IS NULL AND f.standing = 'in-force'
         ORDER BY y.part, n.code_key, n.id LIMIT 1000",
        tx.partnership()?,
        who
    )
}

/// Says who leads and takes part in a line, in place of who did.
///
/// # Errors
/// When the database refuses.
pub async fn replace_parties(tx: &mut Tx, node: NodeId, parties: &[Party]) -> Result<()> {
    let partnership = tx.partnership()?;
    let gone = "DELETE FROM plan_party WHERE partnership_id = $1 AND node_id = $2";
    sql!(tx, run, gone, partnership, node)?;
    insert_parties(tx, &[(node, parties)]).await
}

/// Writes down who leads and takes part in lines that have nobody yet.
///
/// # Errors
/// When the database refuses.
pub async fn insert_parties(tx: &mut Tx, all: &[(NodeId, &[Party])]) -> Result<()> {
    let mut rows: Vec<Vec<Bind<'_>>> = Vec::new();
    for (node, parties) in all {
        for (position, party) in parties.iter().enumerate() {
            rows.push(row_of(tx, *node, (position, party))?);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    let insert = "INSERT INTO plan_party (id, partnership_id, node_id, part, position, council_id, organization_id, named, aside) VALUES";
    tx.insert_many(insert, &rows).await
}

fn row_of(tx: &Tx, node: NodeId, (position, party): (usize, &Party)) -> Result<Vec<Bind<'static>>> {
    let (nothing, nobody) = (Text::default(), String::new());
    let (council, organization, named, aside) = match &party.who {
        Who::Council(id) => (Some(*id), None, nothing, nobody),
        Who::Organization(id) => (None, Some(*id), nothing, nobody),
        Who::Named(named) => (None, None, named.clone(), nobody),
        Who::Aside(name) => (None, None, nothing, name.clone()),
    };
    Ok(vec![
        Bind::Uuid(tx.new_id::<NodeId>()?.0),
        Bind::Uuid(tx.partnership()?.0),
        Bind::Uuid(node.0),
        Bind::Owned(party.part.code().to_owned()),
        Bind::Int(i64::try_from(position).unwrap_or(i64::MAX)),
        council.map_or(Bind::Null, |id| Bind::Uuid(id.0)),
        organization.map_or(Bind::Null, |id| Bind::Uuid(id.0)),
        Bind::Owned(serde_json::to_string(&named)?),
        Bind::Owned(aside),
    ])
}
