//! Taking an import back, or saying what stands in the way.

use super::begin;
use crate::{
    batch::{Batch, BatchRefusal, CHUNK, Finding, Importer, Intake, Line, State, Verdict, store},
    ctx::Ctx,
    datamap::{self, French},
    db::Tx,
    errors::Result,
    ids::Ref,
    thread,
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// So many things that stand in the way are named.
const NAMED: usize = 5;

/// Takes an import back: what it changed is as before, unless somebody has changed it since; what it added is out of sight at once
/// and deleted afterwards. Gives how many changes could not be taken back.
///
/// # Errors
/// [`BatchRefusal::NotNow`], [`BatchRefusal::LeanedOn`]; [`crate::errors::Error::Stale`].
pub async fn undo(ctx: &Ctx, intake: &Intake, batch: &Batch, tx: &mut Tx) -> Result<i64> {
    if batch.state != State::Taken {
        return Err(BatchRefusal::NotNow.into());
    }
    let rows: i64 = store::counts(tx, batch.id).await?.values().sum();
    if rows < batch.total {
        return Err(BatchRefusal::TooLate.into());
    }
    let mut leaning = take_parts_back(ctx, tx, (intake, batch)).await?;
    leaning.extend(leaning_on(ctx, tx, (&intake.importer, batch)).await?);
    if !leaning.is_empty() {
        let n = i64::try_from(leaning.len()).unwrap_or(i64::MAX);
        let mut named: Vec<String> = leaning.into_iter().take(NAMED).collect();
        if n > i64::try_from(NAMED).unwrap_or(n) {
            named.push("…".to_owned());
        }
        return Err(BatchRefusal::LeanedOn { n, what: named.join("; ") }.into());
    }
    let kept = revert_changes(ctx, tx, (&intake.importer, batch)).await?;
    store::forget_consents(tx, batch.id, intake.importer.people).await?;
    begin(ctx, tx, batch, State::Clearing).await?;
    tx.audit("batch.undone", batch.id, None::<&()>, Some(&json!({ "kept": kept }))).await?;
    Ok(kept)
}

/// Takes back what was made for parts; gives what stands in the way.
async fn take_parts_back(ctx: &Ctx, tx: &mut Tx, (intake, batch): (&Intake, &Batch)) -> Result<Vec<String>> {
    let mut made: BTreeMap<String, Vec<serde_json::Value>> = BTreeMap::new();
    let mut after = 0;
    loop {
        let lines = store::lines_with_parts(tx, batch.id, after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for read in lines.into_iter().filter_map(|line| line.record) {
            for (name, value) in read.0.made {
                made.entry(name).or_default().push(value);
            }
        }
    }
    let mut leaning = Vec::new();
    for part in &intake.parts {
        if let Some(values) = made.remove(part.name) {
            leaning.extend((part.take_back)(ctx, tx, &values).await?);
        }
    }
    // What a part had made that the caller may not, or that this program has no room for, stays and stands in the way.
    leaning.extend(made.into_keys());
    Ok(leaning)
}

/// What names a record that the import had added, in words: the record, and in which table it is named.
async fn leaning_on(ctx: &Ctx, tx: &mut Tx, (importer, batch): (&Importer, &Batch)) -> Result<Vec<String>> {
    let mut found = store::leaned_on(tx, batch.id, (importer.adds, importer.belongings)).await?;
    for person in store::consents_since(tx, batch, importer.people).await? {
        found.push(("consent".to_owned(), Ref::new(importer.people, person)));
    }
    let french = French::of_house(&ctx.app.house);
    let headings: BTreeMap<&str, &str> =
        ctx.app.house.rooms.iter().flat_map(|room| datamap::headings(room.data_map)).collect();
    let mut words = Vec::with_capacity(found.len());
    for (table, of) in found {
        let told = headings.get(&*table).map_or(&*table, |heading| french.say(ctx.lang, heading));
        let title = thread::knot(ctx, tx, &of).await?.map(|knot| knot.title.words);
        words.push(title.map_or(told.to_owned(), |title| format!("{title} – {told}")));
    }
    Ok(words)
}

/// Takes back what the import had changed; how many records somebody has changed since.
async fn revert_changes(ctx: &Ctx, tx: &mut Tx, (importer, batch): (&Importer, &Batch)) -> Result<i64> {
    let mut by_target: BTreeMap<Uuid, Vec<Line>> = BTreeMap::new();
    let mut after = 0;
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for line in lines.into_iter().filter(|line| !line.is_for_parts_only()) {
            by_target.entry(line.target_id.unwrap_or_default()).or_default().push(line);
        }
    }
    let mut kept = 0;
    for lines in by_target.into_values() {
        if (importer.revert)(ctx, tx, &lines).await? {
            continue;
        }
        kept += 1;
        for mut line in lines {
            line.findings.0.push(Finding::noted(None, "batch-kept-change"));
            store::keep_line(tx, batch.id, &line).await?;
        }
    }
    Ok(kept)
}
