//! What sheets bring: drafts and their lines with the import that they came with, out of sight until it is shown.

use crate::{
    FrameworkId, NodeId,
    rules::{
        periods::{Span, Years},
        states::State,
        tree::code_key,
    },
    store::{
        frameworks::years_kept,
        lines::LineFacts,
        parties::{Party, insert_parties},
    },
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    batch::BatchId,
    db::{Bind, List, Param, Sort, Tx},
    errors::Result,
    sql,
    text::Text,
};
use uuid::Uuid;

/// A line on its way into a draft.
#[derive(Debug, Clone)]
pub struct LaidLine {
    /// Which.
    pub id: NodeId,
    /// The line above it.
    pub above: Option<NodeId>,
    /// Its step.
    pub depth: u32,
    /// Its place among those below the same line.
    pub position: u32,
    /// What it says.
    pub facts: LineFacts,
    /// Who leads it and takes part.
    pub parties: Vec<Party>,
    /// What it keeps from the version before.
    pub line: Option<Uuid>,
    /// How far it is, with what was said of it: noted for those who carry it.
    pub progress: Option<(State, Text)>,
}

/// The name of the file or of what was pasted.
///
/// # Errors
/// When the database does not answer.
pub async fn name_of_batch(tx: &mut Tx, batch: BatchId) -> Result<String> {
    let name = "SELECT name FROM batch WHERE partnership_id = $1 AND id = $2";
    Ok(sql!(tx, find(String,), name, tx.partnership()?, batch)?.map(|(name,)| name).unwrap_or_default())
}

/// The draft that an import has set up, seen or not.
///
/// # Errors
/// When the database does not answer.
pub async fn find_imported(tx: &mut Tx, batch: BatchId) -> Result<Option<FrameworkId>> {
    let found = "SELECT id FROM plan_framework WHERE partnership_id = $1 AND batch_id = $2";
    Ok(sql!(tx, find(FrameworkId,), found, tx.partnership()?, batch)?.map(|(id,)| id))
}

/// Notes the import with which a draft came.
///
/// # Errors
/// When the database refuses.
pub async fn note_batch(tx: &mut Tx, framework: FrameworkId, batch: BatchId) -> Result<()> {
    let note = "UPDATE plan_framework SET batch_id = $3 WHERE partnership_id = $1 AND id = $2";
    sql!(tx, must, note, tx.partnership()?, framework, batch)
}

/// Gives a draft years that reach at least from the one to the other.
///
/// # Errors
/// When the database refuses.
pub async fn widen_years(tx: &mut Tx, framework: FrameworkId, (first, last): (i16, i16)) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_framework SET first_year = CASE WHEN first_year < $3 THEN first_year ELSE $3 END,
           last_year = CASE WHEN last_year > $4 THEN last_year ELSE $4 END
         WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        framework,
        i32::from(first),
        i32::from(last)
    )
}

/// A draft that an import sets up on its own, seen or not, with its name and years; none when it is the next version of a plan.
///
/// # Errors
/// When the database does not answer.
pub async fn find_draft_named(tx: &mut Tx, batch: BatchId) -> Result<Option<(FrameworkId, Text, Years)>> {
    let found = sql!(
        tx,
        find(FrameworkId, Text, i32, i32, i32),
        "SELECT id, title, first_year, last_year, year_month FROM plan_framework WHERE partnership_id = $1 AND batch_id = $2 AND number = 1",
        tx.partnership()?,
        batch
    )?;
    found.map(|(id, title, first, last, month)| Ok((id, title, years_kept(first, last, month)?))).transpose()
}

/// Gives a draft that nobody has seen another name.
///
/// # Errors
/// When the database refuses.
pub async fn rename_draft(tx: &mut Tx, id: FrameworkId, title: &Text) -> Result<()> {
    let rename = "UPDATE plan_framework SET title = $3, search_key = $4 WHERE partnership_id = $1 AND id = $2 AND batch_id IS NOT NULL";
    sql!(tx, must, rename, tx.partnership()?, id, title, title.search_key())
}

/// Where lines of these keys of codes stand in a draft.
///
/// # Errors
/// When the database does not answer.
pub async fn laid_by_code(
    tx: &mut Tx,
    framework: FrameworkId,
    keys: &[String],
) -> Result<Vec<(String, NodeId, u32)>> {
    let partnership = tx.partnership()?;
    let mut all = Vec::with_capacity(keys.len());
    for some in keys.chunks(500) {
        let list = List::new("n.code_key, n.id, n.depth", "plan_node n")
            .filter("n.partnership_id = ?", &partnership)
            .filter("n.framework_id = ?", &framework)
            .only("n.binned_at IS NULL")
            .among("n.code_key", some)
            .sort("n.id", Sort::Up);
        all.extend(tx.rows::<(String, NodeId, u32)>(&list.page(1, 500)).await?);
    }
    Ok(all)
}

const INSERT: &str = "INSERT INTO plan_node (id, partnership_id, framework_id, line_id, parent_id, parent_depth, depth, position, kind, code, code_key,
   title, note, wording, decision, owner_id, from_quarter, to_quarter, from_month, to_month, ongoing, patterns, stage, stage_why, seeking, secured, in_kind,
   volunteer_hours, reported_state, reported_note, reported_on, reported_by, reported_for_owner, confirmed_note, confirmed_decision, search_key, created_at, batch_id) VALUES";

/// What is stored with a line besides what it says.
struct Worked {
    key: String,
    search: String,
    step: Option<u32>,
    kept: Uuid,
    state: Option<State>,
    told: Text,
    told_on: Option<Date>,
    told_by: String,
    for_owner: bool,
}

impl Worked {
    fn of(line: &LaidLine, (on, by): (Date, &str)) -> Self {
        let said = line.progress.as_ref();
        Self {
            key: code_key(&line.facts.code),
            search: line.facts.search_key(),
            step: line.above.and(line.depth.checked_sub(1)),
            kept: line.line.unwrap_or(line.id.0),
            state: said.map(|(state, _)| *state),
            told: said.map(|(_, note)| note.clone()).unwrap_or_default(),
            told_on: said.map(|_| on),
            told_by: said.map_or_else(String::new, |_| by.to_owned()),
            for_owner: said.is_some(),
        }
    }
}

/// Writes lines of a draft down, each after the one above it, with who leads them and takes part.
///
/// # Errors
/// When the database refuses.
pub async fn lay_lines(
    tx: &mut Tx,
    (framework, batch): (FrameworkId, BatchId),
    lines: &[LaidLine],
    on: Date,
) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let (partnership, at, nothing, by) = (tx.partnership()?, tx.now(), Text::default(), tx.author().words());
    let worked: Vec<Worked> = lines.iter().map(|line| Worked::of(line, (on, &by))).collect();
    let rows: Vec<Vec<Bind<'_>>> = lines
        .iter()
        .zip(&worked)
        .map(|(line, of)| {
            let (facts, money) = (&line.facts, &line.facts.money);
            vec![
                line.id.bind(),
                partnership.bind(),
                framework.bind(),
                of.kept.bind(),
                line.above.bind(),
                of.step.bind(),
                line.depth.bind(),
                line.position.bind(),
                facts.kind.bind(),
                facts.code.bind(),
                of.key.bind(),
                facts.title.bind(),
                facts.note.bind(),
                facts.wording.bind(),
                nothing.bind(),
                facts.owner.bind(),
                facts.span.from.bind(),
                facts.span.to.bind(),
                facts.span.from_month.bind(),
                facts.span.to_month.bind(),
                facts.span.ongoing.bind(),
                facts.patterns.bind(),
                facts.stage.bind(),
                facts.stage_why.bind(),
                money.seeking.bind(),
                money.secured.bind(),
                money.in_kind.bind(),
                money.volunteer_hours.bind(),
                of.state.bind(),
                of.told.bind(),
                of.told_on.bind(),
                of.told_by.bind(),
                of.for_owner.bind(),
                nothing.bind(),
                nothing.bind(),
                of.search.bind(),
                at.bind(),
                batch.bind(),
            ]
        })
        .collect();
    tx.insert_many(INSERT, &rows).await?;
    let parties: Vec<(NodeId, &[Party])> =
        lines.iter().map(|line| (line.id, line.parties.as_slice())).collect();
    insert_parties(tx, &parties).await
}

/// Says more of a line that nobody sees yet.
///
/// # Errors
/// When the database refuses.
pub async fn tell_more(
    tx: &mut Tx,
    id: NodeId,
    (owner, span, note): (Option<PersonId>, Span, &Text),
) -> Result<()> {
    sql!(
        tx,
        must,
        "UPDATE plan_node SET from_quarter = $3, to_quarter = $4, note = $5, owner_id = $6, from_month = $7, to_month = $8 WHERE partnership_id = $1 AND id = $2 AND batch_id IS NOT NULL",
        tx.partnership()?,
        id,
        span.from,
        span.to,
        note,
        owner,
        span.from_month,
        span.to_month
    )
}

/// The lines of a framework that keep these from version to version.
///
/// # Errors
/// When the database does not answer.
pub async fn nodes_kept(tx: &mut Tx, framework: FrameworkId, kept: &[Uuid]) -> Result<Vec<(Uuid, NodeId)>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::with_capacity(kept.len()));
    for some in kept.chunks(500) {
        let list = List::new("n.line_id, n.id", "plan_node n")
            .filter("n.partnership_id = ?", &partnership)
            .filter("n.framework_id = ?", &framework)
            .only("n.binned_at IS NULL")
            .among("n.line_id", some);
        found.extend(tx.rows::<(Uuid, NodeId)>(&list.page(1, 1_000)).await?);
    }
    Ok(found)
}

/// Lines of an imported draft that somebody has changed, added, linked or said something of since; at most 100.
///
/// # Errors
/// When the database does not answer.
pub async fn touched_since(
    tx: &mut Tx,
    (framework, batch): (FrameworkId, BatchId),
) -> Result<Vec<(NodeId, String, Text)>> {
    sql!(
        tx,
        all(NodeId, String, Text),
        "SELECT n.id, n.code, n.title FROM plan_node n WHERE n.partnership_id = $1 AND n.framework_id = $2
           AND (n.version > 1 OR n.batch_id IS NULL OR n.batch_id <> $3
             OR n.confirmed_state IS NOT NULL OR n.derived_state IS NOT NULL
             OR EXISTS (SELECT 1 FROM audit_entry a WHERE a.partnership_id = n.partnership_id AND a.kind = 'plan-node' AND a.object_id = n.id
               AND (a.verb LIKE 'plan-node.milestone-%' OR a.verb LIKE 'plan-node.evidence-%' OR a.verb LIKE 'plan-node.recommendation-%'
                 OR a.verb = 'plan-node.reported'))
             OR EXISTS (SELECT 1 FROM link l WHERE l.partnership_id = n.partnership_id
               AND ((l.from_kind = 'plan-node' AND l.from_id = n.id) OR (l.to_kind = 'plan-node' AND l.to_id = n.id))))
         ORDER BY n.code_key, n.id LIMIT 100",
        tx.partnership()?,
        framework,
        batch
    )
}

/// Deletes at most so many lines that an import had added, the lowest first, and at last the draft itself; how many of both.
///
/// # Errors
/// When the database refuses.
pub async fn clear(tx: &mut Tx, batch: BatchId, limit: u32) -> Result<u64> {
    const LOWEST: &str = "SELECT id FROM plan_node WHERE partnership_id = $1 AND batch_id = $2 ORDER BY depth DESC, id LIMIT $3";
    let partnership = tx.partnership()?;
    let parties = format!("DELETE FROM plan_party WHERE partnership_id = $1 AND node_id IN ({LOWEST})");
    sql!(tx, run, &parties, partnership, batch, limit)?;
    let milestones =
        format!("DELETE FROM plan_milestone WHERE partnership_id = $1 AND node_id IN ({LOWEST})");
    sql!(tx, run, &milestones, partnership, batch, limit)?;
    let evidence = format!("DELETE FROM plan_evidence WHERE partnership_id = $1 AND node_id IN ({LOWEST})");
    sql!(tx, run, &evidence, partnership, batch, limit)?;
    let lines = format!("DELETE FROM plan_node WHERE partnership_id = $1 AND id IN ({LOWEST})");
    let gone = sql!(tx, run, &lines, partnership, batch, limit)?;
    if gone > 0 {
        return Ok(gone);
    }
    let Some(framework) = find_imported(tx, batch).await? else { return Ok(0) };
    let levels = "DELETE FROM plan_level WHERE partnership_id = $1 AND framework_id = $2";
    sql!(tx, run, levels, partnership, framework)?;
    sql!(tx, run, "DELETE FROM plan_framework WHERE partnership_id = $1 AND id = $2", partnership, framework)
}
