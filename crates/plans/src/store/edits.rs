//! Edits: what was changed at once, line by line, as long as it can be undone.

use crate::{FrameworkId, NodeId, editing::setting::Kept};
use partners::PersonId;
use platform::{
    clock::Moment,
    db::{Bind, Json, Param, Tx},
    errors::Result,
    retention::{Due, rows_due},
    row, sql,
};

platform::id! { /// Something that was done to many lines at once.
EditId, "plan-edit" }

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// Something was set on many lines.
    Set,
    /// A branch was moved.
    Moved,
    /// A year's slice was copied to the next.
    Sliced,
}

impl Edited {
    const ALL: [Self; 3] = [Self::Set, Self::Moved, Self::Sliced];

    /// The code in the database and in word keys (`plan-edited-set`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Moved => "moved",
            Self::Sliced => "sliced",
        }
    }

    /// What a code says.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Edited);

row! {
    /// An edit, as it is stored.
    pub struct Edit {
        /// Which.
        pub id: EditId,
        /// The plan.
        pub framework_id: FrameworkId,
        /// What was done.
        pub what: Edited,
        /// When.
        pub made_at: Moment,
        /// By whom, by the name used then.
        pub made_by: String,
        /// When it was undone.
        pub undone_at: Option<Moment>,
    }
}

/// A line that an edit has touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EditLine {
    pub node: NodeId,
    /// The version of the line after the edit.
    pub version: i64,
    /// What it said before; nothing for one that the edit added.
    pub before: Option<Kept>,
    /// What it says since.
    pub after: Kept,
}

impl EditLine {
    /// The version of the line before the edit; that of a line which was added stands for itself.
    pub fn version_before(&self, moves: bool) -> i64 {
        let Some(before) = &self.before else { return self.version };
        // A move counts even when it leads to where the line stood.
        let moved = moves || before.stands_elsewhere(&self.after, false);
        self.version - i64::from(before.says_other(&self.after)) - i64::from(moved)
    }
}

/// Stores an edit with its lines, in their order.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn insert_edit(
    tx: &mut Tx,
    framework: FrameworkId,
    what: Edited,
    lines: &[EditLine],
) -> Result<EditId> {
    let (id, partnership, at, by) =
        (tx.new_id::<EditId>()?, tx.partnership()?, tx.now(), tx.author().words());
    sql!(
        tx,
        must,
        "INSERT INTO plan_edit (id, partnership_id, framework_id, what, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        partnership,
        framework,
        what,
        at,
        by
    )?;
    let mut rows: Vec<Vec<Bind<'_>>> = Vec::with_capacity(lines.len());
    for (position, line) in (0_i64..).zip(lines) {
        let before = line.before.as_ref().map(serde_json::to_string).transpose()?;
        rows.push(vec![
            partnership.bind(),
            id.bind(),
            Bind::Int(position),
            line.node.bind(),
            Bind::Int(line.version),
            before.map_or(Bind::Null, Bind::Owned),
            Bind::Owned(serde_json::to_string(&line.after)?),
        ]);
    }
    let insert = "INSERT INTO plan_edit_line (partnership_id, edit_id, position, node_id, version, before, after) VALUES";
    tx.insert_many(insert, &rows).await?;
    Ok(id)
}

/// An edit.
///
/// # Errors
/// When the database does not answer.
pub async fn find_edit(tx: &mut Tx, id: EditId) -> Result<Option<Edit>> {
    sql!(
        tx,
        find Edit,
        "SELECT id, framework_id, what, made_at, made_by, undone_at FROM plan_edit WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )
}

/// What was done to a plan at once, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_edits(tx: &mut Tx, framework: FrameworkId) -> Result<Vec<Edit>> {
    sql!(
        tx,
        all Edit,
        "SELECT id, framework_id, what, made_at, made_by, undone_at FROM plan_edit
         WHERE partnership_id = $1 AND framework_id = $2 ORDER BY made_at DESC, id DESC LIMIT 200",
        tx.partnership()?,
        framework
    )
}

/// The newest edit that touched a line.
///
/// # Errors
/// When the database does not answer.
pub async fn last_edit_of(tx: &mut Tx, node: NodeId) -> Result<Option<Edit>> {
    sql!(
        tx,
        find Edit,
        "SELECT e.id, e.framework_id, e.what, e.made_at, e.made_by, e.undone_at FROM plan_edit e
         JOIN plan_edit_line l ON l.partnership_id = e.partnership_id AND l.edit_id = e.id
         WHERE e.partnership_id = $1 AND l.node_id = $2 ORDER BY e.made_at DESC, e.id DESC LIMIT 1",
        tx.partnership()?,
        node
    )
}

/// The lines of an edit, in their order.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn lines_of_edit(tx: &mut Tx, id: EditId) -> Result<Vec<EditLine>> {
    let rows = sql!(
        tx,
        all(NodeId, i64, Option<Json<Kept>>, Json<Kept>),
        "SELECT node_id, version, before, after FROM plan_edit_line WHERE partnership_id = $1 AND edit_id = $2 ORDER BY position LIMIT 10000",
        tx.partnership()?,
        id
    )?;
    let line = |(node, version, before, after): (NodeId, i64, Option<Json<Kept>>, Json<Kept>)| EditLine {
        node,
        version,
        before: before.map(|json| json.0),
        after: after.0,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Lets what edits before remember of lines follow an undo: a line says again what it said in version `then`, and is in version `now`. All
/// that lies before moves by as much, so that what somebody changed between two edits still shows as a gap.
///
/// # Errors
/// When the database refuses.
pub async fn follow_versions(tx: &mut Tx, undone: EditId, lines: &[(NodeId, i64, i64)]) -> Result<()> {
    let partnership = tx.partnership()?;
    for (node, then, now) in lines.iter().filter(|(_, then, now)| then != now) {
        sql!(
            tx,
            run,
            "UPDATE plan_edit_line SET version = version + $4 WHERE partnership_id = $1 AND node_id = $2 AND version <= $3 AND edit_id <> $5",
            partnership,
            node,
            then,
            now - then,
            undone
        )?;
    }
    Ok(())
}

/// Notes that an edit was undone.
///
/// # Errors
/// When somebody else has undone it.
pub async fn mark_undone(tx: &mut Tx, id: EditId) -> Result<()> {
    let now = tx.now();
    let undone =
        "UPDATE plan_edit SET undone_at = $3 WHERE partnership_id = $1 AND id = $2 AND undone_at IS NULL";
    sql!(tx, save, undone, tx.partnership()?, id, now)
}

/// Edits that were made before an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn edits_over(tx: &mut Tx, before: Moment) -> Result<Vec<Due>> {
    const OVER: &str = "SELECT id, what, made_at FROM plan_edit WHERE partnership_id = $1 AND made_at < $2 ORDER BY made_at, id";
    rows_due(tx, (OVER, before), |_: String| String::new()).await
}

/// Deletes one edit whose time is over; its lines go with it.
pub(crate) const DELETE_EDIT: &str = "DELETE FROM plan_edit WHERE partnership_id = $1 AND id = $2";

/// Forgets the edits that mention a person or her names: they cannot be undone any more.
///
/// # Errors
/// When the database refuses.
pub async fn forget_edits(tx: &mut Tx, person: PersonId, names: &[String]) -> Result<u64> {
    let partnership = tx.partnership()?;
    let mut gone = 0;
    for words in names.iter().cloned().chain([person.to_string()]) {
        let like = format!("%{}%", words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        gone += sql!(
            tx,
            run,
            "DELETE FROM plan_edit WHERE partnership_id = $1 AND (made_by = $3 OR id IN (SELECT l.edit_id FROM plan_edit_line l
               WHERE l.partnership_id = $1 AND (CAST(l.before AS TEXT) LIKE $2 ESCAPE '\\' OR CAST(l.after AS TEXT) LIKE $2 ESCAPE '\\')))",
            partnership,
            like,
            words
        )?;
    }
    Ok(gone)
}
