//! Taking an import back, or saying what stands in the way.

use super::begin;
use crate::{
    batch::{Batch, BatchRefusal, CHUNK, Finding, Importer, InTheWay, Intake, Line, State, Verdict, store},
    ctx::Ctx,
    datamap::{self, French},
    db::Tx,
    errors::Result,
    ids::Ref,
    t, thread,
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// So many things that stand in the way are named in one sentence.
const NAMED: usize = 5;
/// So many are listed.
const LISTED: usize = 50;

/// How an undo went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// It is taken back; so many changes stay, since somebody has changed the records again.
    Undone(i64),
    /// Nothing is taken back, once the transaction is dropped: something stands in the way.
    Stopped(Stand),
}

/// What stands in the way of an undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// How many things.
    pub n: i64,
    /// The first of them.
    pub first: Vec<InTheWay>,
}

impl Stand {
    /// How many there are beside the first `named`.
    pub fn more(&self, named: usize) -> i64 {
        self.n - i64::try_from(named.min(self.first.len())).unwrap_or(self.n)
    }

    /// All of it in one sentence.
    pub fn refusal(&self, ctx: &Ctx) -> BatchRefusal {
        let mut named: Vec<String> = self.first.iter().take(NAMED).map(|one| one.words.clone()).collect();
        let more = self.more(NAMED);
        if more > 0 {
            named.push(t!(ctx.say(), "batch-and-more", n = more));
        }
        BatchRefusal::LeanedOn { n: self.n, what: named.join("; ") }
    }
}

/// Takes an import back: what it changed is as before, unless somebody has changed it since; what it added is out of sight at once
/// and deleted afterwards. What stands in the way stops it: the caller then drops the transaction.
///
/// # Errors
/// [`BatchRefusal::NotNow`]; [`crate::errors::Error::Stale`].
pub async fn undo(ctx: &Ctx, intake: &Intake, batch: &Batch, tx: &mut Tx) -> Result<Undoing> {
    if batch.state != State::Taken {
        return Err(BatchRefusal::NotNow.into());
    }
    tx.plan_anew().await?;
    let rows: i64 = store::counts(tx, batch.id).await?.values().sum();
    if rows < batch.total {
        return Err(BatchRefusal::TooLate.into());
    }
    // Asked before anything is taken back: what parts tell the ledger then is the undo's own doing, and in nobody's way.
    let told = store::consents_since(tx, batch, intake.importer.people).await?;
    let mut first = take_parts_back(ctx, tx, (intake, batch)).await?;
    first.extend((intake.importer.in_the_way)(ctx, tx, batch.id).await?);
    let mut found =
        store::leaned_on(tx, batch.id, (intake.importer.adds, intake.importer.belongings)).await?;
    found.extend(
        told.into_iter().map(|person| ("consent".to_owned(), Ref::new(intake.importer.people, person))),
    );
    found.dedup();
    if !(first.is_empty() && found.is_empty()) {
        let n = i64::try_from(first.len() + found.len()).unwrap_or(i64::MAX);
        found.truncate(LISTED);
        first.extend(in_words(ctx, tx, found).await?);
        first.truncate(LISTED);
        return Ok(Undoing::Stopped(Stand { n, first }));
    }
    let kept = revert_changes(ctx, tx, (&intake.importer, batch)).await?;
    store::forget_consents(tx, batch.id, intake.importer.people).await?;
    begin(ctx, tx, batch, State::Clearing).await?;
    tx.audit("batch.undone", batch.id, None::<&()>, Some(&json!({ "kept": kept }))).await?;
    Ok(Undoing::Undone(kept))
}

/// Takes back what was made for parts; gives what stands in the way.
async fn take_parts_back(
    ctx: &Ctx,
    tx: &mut Tx,
    (intake, batch): (&Intake, &Batch),
) -> Result<Vec<InTheWay>> {
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
    leaning.extend(made.into_keys().map(|words| InTheWay { words, href: None }));
    Ok(leaning)
}

/// What names a record that the import had added, in words: the record, and in which table it is named; with the way to the record.
async fn in_words(ctx: &Ctx, tx: &mut Tx, found: Vec<(String, Ref)>) -> Result<Vec<InTheWay>> {
    let french = French::of_house(&ctx.app.house);
    let headings: BTreeMap<&str, &str> =
        ctx.app.house.rooms.iter().flat_map(|room| datamap::headings(room.data_map)).collect();
    let mut all = Vec::with_capacity(found.len());
    for (table, of) in found {
        let told = headings.get(&*table).map_or(&*table, |heading| french.say(ctx.lang, heading));
        all.push(match thread::knot(ctx, tx, &of).await? {
            Some(knot) => InTheWay { words: format!("{} – {told}", knot.title.words), href: knot.href },
            None => InTheWay { words: told.to_owned(), href: None },
        });
    }
    Ok(all)
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
    let groups: Vec<Vec<Line>> = by_target.into_values().collect();
    let taken_back = (importer.revert)(ctx, tx, &groups).await?;
    let mut kept = Vec::new();
    for (lines, _) in groups.into_iter().zip(taken_back).filter(|(_, taken_back)| !taken_back) {
        kept.push(lines);
    }
    let n = i64::try_from(kept.len()).unwrap_or(i64::MAX);
    let mut lines: Vec<Line> = kept.into_iter().flatten().collect();
    for line in &mut lines {
        line.findings.0.push(Finding::noted(None, "batch-kept-change"));
    }
    store::keep_lines(tx, batch.id, &lines).await?;
    Ok(n)
}
