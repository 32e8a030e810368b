//! Writing what is new out of sight, showing it, and deleting it again.

use crate::{
    batch::{
        Batch, CHUNK, Changing, Finding, Importer, Intake, Line, Part, State, Verdict, pace::Pace, store,
    },
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Error, Result},
};
use serde_json::json;

/// Writes what is new, a chunk at a time and out of sight, and works out what changes; then shows it all in one transaction. A row that
/// is refused now sends the import back to whoever decides, with the reason at the row.
pub(super) async fn lay(ctx: &Ctx, intake: &Intake, batch: &Batch) -> Result<()> {
    let importer = &intake.importer;
    let batch = &from_the_start(ctx, importer, batch).await?;
    let done = lay_new(ctx, importer, batch).await?;
    let mut changing = (importer.changing)();
    match prepare(ctx, importer, (batch, done), &mut *changing).await {
        Ok(()) => show(ctx, intake, batch, &mut *changing).await,
        Err((Some(line), why)) if stops(&why) => {
            refuse(ctx, importer, batch, (*line, &why)).await?;
            give_back(ctx, importer, batch).await
        }
        Err((_, other)) => Err(other),
    }
}

/// Takes the import over: should another run still be at work, it stops at its next step, since the import has moved. What that run had
/// laid is cleared when it had begun to work out changes or to clear: what it knew is lost.
async fn from_the_start(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<Batch> {
    let mut tx = ctx.write(importer.may).await?;
    store::touch(&mut tx, batch).await?;
    let batch = store::batch(&mut tx, importer.what, batch.id).await?;
    let is_half_done = store::is_marked(&mut tx, batch.id).await?;
    tx.commit().await?;
    if is_half_done {
        clear_laid(ctx, importer, &batch).await?;
    }
    Ok(batch)
}

/// Writes what is new; how many rows.
async fn lay_new(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<i64> {
    let (mut after, mut done, mut pace, mut turns) = (0, 0, Pace::default(), 0);
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let turn = pace.turn();
        grown(&mut tx, &mut turns).await?;
        store::note_done(&mut tx, batch, done).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, turn.rows).await?;
        let Some(last) = lines.last() else { return Ok(done) };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        // What an interrupted run had laid has its id already.
        let fresh: Vec<Line> = lines.into_iter().filter(|line| line.target_id.is_none()).collect();
        match lay_lines(ctx, importer, batch, (&mut tx, &fresh)).await {
            Ok(()) => tx.commit().await?,
            Err(why) if stops(&why) => {
                drop(tx);
                lay_singly(ctx, importer, (batch, done), fresh).await?;
            }
            Err(other) => return Err(other),
        }
        pace.took(&turn);
    }
}

/// Works out the changes of all rows, a chunk at a time; on the way out, the row that was refused.
async fn prepare(
    ctx: &Ctx,
    importer: &Importer,
    (batch, mut done): (&Batch, i64),
    changing: &mut dyn Changing,
) -> Result<(), Refused> {
    let (mut after, mut pace, mut turns) = (0, Pace::default(), 0);
    loop {
        let mut tx = ctx.write(importer.may).await.map_err(failed)?;
        let turn = pace.turn();
        grown(&mut tx, &mut turns).await.map_err(failed)?;
        store::note_done(&mut tx, batch, done).await.map_err(failed)?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Change), after, turn.rows).await;
        let lines = lines.map_err(failed)?;
        let Some(last) = lines.last() else { return Ok(()) };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        let mut lines: Vec<Line> = lines.into_iter().filter(|line| !line.is_for_parts_only()).collect();
        let changed = changing.prepare(ctx, &mut tx, batch.id, &lines).await;
        let changed = changed.map_err(|(at, why)| (lines.get(at).cloned().map(Box::new), why))?;
        for (line, now) in lines.iter_mut().zip(changed) {
            line.before = Some(Json(now.before));
            line.name(now.names);
        }
        store::keep_lines(&mut tx, batch.id, &lines).await.map_err(failed)?;
        tx.commit().await.map_err(failed)?;
        pace.took(&turn);
    }
}

/// After so many turns of work tables have grown so much that the way to their rows is thought out anew.
const GROWN: u32 = 8;

/// Counts a turn of work that makes tables grow.
async fn grown(tx: &mut Tx, turns: &mut u32) -> Result<()> {
    *turns += 1;
    if *turns % GROWN == 1 { tx.plan_anew().await } else { Ok(()) }
}

async fn lay_lines(
    ctx: &Ctx,
    importer: &Importer,
    batch: &Batch,
    (tx, lines): (&mut Tx, &[Line]),
) -> Result<()> {
    let laid = (importer.lay)(ctx, tx, batch.id, lines).await?;
    let mut kept = lines.to_vec();
    for (line, laid) in kept.iter_mut().zip(laid) {
        line.target_id = Some(laid.target);
        line.name(laid.names);
        if laid.finish {
            line.verdict = Verdict::Change;
            line.record.iter_mut().for_each(|read| read.0.finish = true);
        }
    }
    store::keep_lines(tx, batch.id, &kept).await
}

/// Finds the rows of a chunk that are refused, by laying one at a time.
async fn lay_singly(
    ctx: &Ctx,
    importer: &Importer,
    (batch, done): (&Batch, i64),
    lines: Vec<Line>,
) -> Result<()> {
    for line in lines {
        let mut tx = ctx.write(importer.may).await?;
        store::note_done(&mut tx, batch, done).await?;
        let one = std::slice::from_ref(&line);
        match lay_lines(ctx, importer, batch, (&mut tx, one)).await {
            Ok(()) => tx.commit().await?,
            Err(why) if stops(&why) => {
                drop(tx);
                refuse(ctx, importer, batch, (line, &why)).await?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// What a rule or the database says of one row; anything else is a failure of ours and is tried again.
const fn stops(why: &Error) -> bool {
    matches!(why, Error::Refused(_) | Error::Constraint(_) | Error::NotFound | Error::Stale)
}

/// Notes at a row why it cannot come in. The row is marked: what was laid beside it is cleared, also by whoever comes after a crash.
async fn refuse(ctx: &Ctx, importer: &Importer, batch: &Batch, (line, why): (Line, &Error)) -> Result<()> {
    let finding = match why {
        Error::Refused(refusal) => Finding::refused(None, refusal.as_ref()),
        _ => Finding { wrong: true, ..Finding::noted(None, "batch-moved") },
    };
    let mut line = Line { verdict: Verdict::Refuse, before: Some(Json(json!({}))), ..line };
    line.findings.0.push(finding);
    let mut tx = ctx.write(importer.may).await?;
    store::note_done(&mut tx, batch, 0).await?;
    store::keep_line(&mut tx, batch.id, &line).await?;
    tx.commit().await
}

/// The one transaction that shows what was laid and writes the changes. When a row of it is refused, or the record that it changes has
/// itself changed since the check, nothing happens and a person decides.
async fn show(ctx: &Ctx, intake: &Intake, batch: &Batch, changing: &mut dyn Changing) -> Result<()> {
    let importer = &intake.importer;
    // Counting a long sheet takes a while, and nobody waits for a reader.
    let mut tx = ctx.read(importer.may).await?;
    let counts = store::counts(&mut tx, batch.id).await?;
    tx.done().await?;
    let n = |verdict| counts.get(&verdict).copied().unwrap_or(0);
    let mut tx = ctx.write(importer.may).await?;
    tx.plan_anew().await?;
    store::note_done(&mut tx, batch, batch.total).await?;
    if !store::lines_of(&mut tx, (batch.id, Verdict::Refuse), 0, 1).await?.is_empty() {
        drop(tx);
        return give_back(ctx, importer, batch).await;
    }
    match make_all(ctx, intake, batch, (&mut tx, changing)).await {
        Ok(()) => {
            let told = json!({ "added": n(Verdict::Add), "changed": n(Verdict::Change) });
            tx.audit("batch.taken", batch.id, None::<&()>, Some(&told)).await?;
            tx.commit().await
        }
        Err((line, why)) if stops(&why) => {
            drop(tx);
            let line = match line {
                Some(line) => Some(*line),
                None => first_line(ctx, importer, batch).await?,
            };
            if let Some(line) = line {
                refuse(ctx, importer, batch, (line, &why)).await?;
            }
            give_back(ctx, importer, batch).await
        }
        Err((_, other)) => Err(other),
    }
}

/// The row at which a reason is told that is about none: the first that changes something, else the first that adds something.
async fn first_line(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<Option<Line>> {
    let mut tx = ctx.read(importer.may).await?;
    let mut lines = store::lines_of(&mut tx, (batch.id, Verdict::Change), 0, 1).await?;
    lines.extend(store::lines_of(&mut tx, (batch.id, Verdict::Add), 0, 1).await?);
    tx.done().await?;
    Ok(lines.into_iter().next())
}

/// A row that was refused, when it is about one, and why.
type Refused = (Option<Box<Line>>, Error);

/// A failure that is about no row.
const fn failed(why: Error) -> Refused {
    (None, why)
}

/// Writes the changes, shows what was laid, and makes what rows say for parts.
async fn make_all(
    ctx: &Ctx,
    intake: &Intake,
    batch: &Batch,
    (tx, changing): (&mut Tx, &mut dyn Changing),
) -> Result<(), Refused> {
    if let Err((number, why)) = changing.write(ctx, tx).await {
        let line = match number {
            Some(number) => Some(Box::new(store::line(tx, batch.id, number).await.map_err(failed)?)),
            None => None,
        };
        return Err((line, why));
    }
    (intake.importer.show)(tx, batch.id).await.map_err(failed)?;
    store::pass(tx, batch, State::Taken).await.map_err(failed)?;
    for part in &intake.parts {
        make_part(ctx, *part, batch, tx).await?;
    }
    Ok(())
}

/// Makes what rows say for a part.
async fn make_part(ctx: &Ctx, part: Part, batch: &Batch, tx: &mut Tx) -> Result<(), Refused> {
    let mut after = 0;
    loop {
        let lines = store::lines_with_parts(tx, batch.id, after, CHUNK).await.map_err(failed)?;
        let Some(last) = lines.last() else { return Ok(()) };
        after = last.number;
        let said =
            |line: &Line| line.record.as_ref().is_some_and(|read| read.0.parts.contains_key(part.name));
        let mut lines: Vec<Line> = lines.into_iter().filter(said).collect();
        let made = (part.make)(ctx, tx, &lines).await;
        let made = made.map_err(|(at, why)| (lines.get(at).cloned().map(Box::new), why))?;
        for (line, made) in lines.iter_mut().zip(made) {
            line.record
                .iter_mut()
                .for_each(|read| drop(read.0.made.insert(part.name.to_owned(), made.clone())));
        }
        store::keep_lines(tx, batch.id, &lines).await.map_err(failed)?;
    }
}

/// What was laid goes, and whoever decides sees why.
async fn give_back(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    clear_laid(ctx, importer, batch).await?;
    let mut tx = ctx.write(importer.may).await?;
    store::pass(&mut tx, batch, State::Checked).await?;
    tx.commit().await
}

/// Deletes what an undone import had added.
pub(super) async fn clear(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    clear_laid(ctx, importer, batch).await?;
    let mut tx = ctx.write(importer.may).await?;
    store::pass(&mut tx, batch, State::Undone).await?;
    tx.commit().await
}

/// Deletes what was laid, a chunk at a time, and leaves the rows as they were before. What marks the import as half done goes last, so
/// that whoever comes after a crash begins here again.
async fn clear_laid(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    for forget in [Forget::Records, Forget::Targets, Forget::Finishes, Forget::Marks] {
        let (mut after, mut pace, mut turns) = (0, Pace::default(), 0);
        loop {
            let mut tx = ctx.write(importer.may).await?;
            let turn = pace.turn();
            grown(&mut tx, &mut turns).await?;
            // Only as long as the import is where it was: what is shown is never deleted here.
            store::note_done(&mut tx, batch, 0).await?;
            let gone = match forget {
                Forget::Records => (importer.clear)(ctx, &mut tx, batch.id, turn.rows).await?,
                Forget::Targets => store::forget_targets(&mut tx, batch.id, turn.rows).await?,
                Forget::Finishes => forget_finishes(&mut tx, batch, &mut after, turn.rows).await?,
                Forget::Marks => store::forget_marks(&mut tx, batch.id, turn.rows).await?,
            };
            tx.commit().await?;
            pace.took(&turn);
            if gone == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// What goes when what was laid is deleted, one after the other.
#[derive(Clone, Copy)]
enum Forget {
    /// The records that were added.
    Records,
    /// Which records rows had added.
    Targets,
    /// That rows were laid and to be finished when all is shown: they add something again.
    Finishes,
    /// What was worked out for rows, which is what marks the import as half done.
    Marks,
}

/// Turns rows that were to be finished back into what they were, and moves `after` past them; how many rows it has looked at.
async fn forget_finishes(tx: &mut Tx, batch: &Batch, after: &mut i64, limit: u32) -> Result<u64> {
    let mut lines = store::lines_of(tx, (batch.id, Verdict::Change), *after, limit).await?;
    let seen = u64::try_from(lines.len()).unwrap_or(u64::MAX);
    *after = lines.last().map_or(*after, |line| line.number);
    lines.retain(Line::is_finished_later);
    for line in &mut lines {
        line.verdict = Verdict::Add;
        line.target_id = None;
        line.record.iter_mut().for_each(|read| read.0.finish = false);
    }
    store::keep_lines(tx, batch.id, &lines).await?;
    Ok(seen)
}
