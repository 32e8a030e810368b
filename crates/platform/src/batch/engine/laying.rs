//! Writing what is new out of sight, showing it, and deleting it again.

use crate::{
    batch::{Batch, CHUNK, Finding, Importer, Intake, Line, Part, State, Verdict, pace::Pace, store},
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Error, Result},
};
use serde_json::json;

/// Writes what is new, a chunk at a time and out of sight; then shows it all and makes the changes, in one transaction. A row that is
/// refused now sends the import back to whoever decides, with the reason at the row.
pub(super) async fn lay(ctx: &Ctx, intake: &Intake, batch: &Batch) -> Result<()> {
    let importer = &intake.importer;
    let (mut after, mut done, mut pace) = (0, 0, Pace::default());
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let turn = pace.turn();
        store::note_done(&mut tx, batch, done).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, turn.rows).await?;
        let Some(last) = lines.last() else {
            return show(ctx, intake, batch, tx).await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        // What an interrupted run had laid has its id already.
        let fresh: Vec<Line> = lines.into_iter().filter(|line| line.target_id.is_none()).collect();
        match lay_lines(ctx, importer, batch, (&mut tx, &fresh)).await {
            Ok(()) => tx.commit().await?,
            Err(why) if stops(&why) => {
                drop(tx);
                lay_singly(ctx, importer, batch, fresh).await?;
            }
            Err(other) => return Err(other),
        }
        pace.took(&turn);
    }
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
async fn lay_singly(ctx: &Ctx, importer: &Importer, batch: &Batch, lines: Vec<Line>) -> Result<()> {
    for line in lines {
        let mut tx = ctx.write(importer.may).await?;
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

/// Notes at a row why it cannot come in.
async fn refuse(ctx: &Ctx, importer: &Importer, batch: &Batch, (line, why): (Line, &Error)) -> Result<()> {
    let finding = match why {
        Error::Refused(refusal) => Finding::refused(None, refusal.as_ref()),
        _ => Finding { wrong: true, ..Finding::noted(None, "batch-moved") },
    };
    let mut line = Line { verdict: Verdict::Refuse, ..line };
    line.findings.0.push(finding);
    let mut tx = ctx.write(importer.may).await?;
    store::note_done(&mut tx, batch, 0).await?;
    store::keep_line(&mut tx, batch.id, &line).await?;
    tx.commit().await
}

/// The one transaction that shows what was laid and makes the changes. When a row of it is refused, or the record that it changes has
/// itself changed since the check, nothing happens and a person decides.
async fn show(ctx: &Ctx, intake: &Intake, batch: &Batch, mut tx: Tx) -> Result<()> {
    let importer = &intake.importer;
    let counts = store::counts(&mut tx, batch.id).await?;
    if counts.get(&Verdict::Refuse).copied().unwrap_or(0) > 0 {
        drop(tx);
        return give_back(ctx, importer, batch).await;
    }
    match make_all(ctx, intake, batch, &mut tx).await {
        Ok(changed) => {
            let added = counts.get(&Verdict::Add).copied().unwrap_or(0);
            tx.audit(
                "batch.taken",
                batch.id,
                None::<&()>,
                Some(&json!({ "added": added, "changed": changed })),
            )
            .await?;
            tx.commit().await
        }
        Err((Some(line), why)) if stops(&why) => {
            drop(tx);
            refuse(ctx, importer, batch, (*line, &why)).await?;
            give_back(ctx, importer, batch).await
        }
        Err((_, other)) => Err(other),
    }
}

/// A row that was refused, when it is about one, and why.
type Refused = (Option<Box<Line>>, Error);

/// A failure that is about no row.
const fn failed(why: Error) -> Refused {
    (None, why)
}

/// Makes the changes, shows what was laid, and makes what rows say for parts; how many changes.
async fn make_all(ctx: &Ctx, intake: &Intake, batch: &Batch, tx: &mut Tx) -> Result<i64, Refused> {
    let changed = make_changes(ctx, &intake.importer, batch, tx).await?;
    (intake.importer.show)(tx, batch.id).await.map_err(failed)?;
    store::pass(tx, batch, State::Taken).await.map_err(failed)?;
    for part in &intake.parts {
        make_part(ctx, *part, batch, tx).await?;
    }
    Ok(changed)
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
        let lines: Vec<Line> = lines.into_iter().filter(said).collect();
        let made = (part.make)(ctx, tx, &lines).await;
        let made = made.map_err(|(at, why)| (lines.get(at).cloned().map(Box::new), why))?;
        for (mut line, made) in lines.into_iter().zip(made) {
            line.record
                .iter_mut()
                .for_each(|read| drop(read.0.made.insert(part.name.to_owned(), made.clone())));
            store::keep_line(tx, batch.id, &line).await.map_err(failed)?;
        }
    }
}

/// Makes the changes of all rows; on the way out, the row that was refused.
async fn make_changes(ctx: &Ctx, importer: &Importer, batch: &Batch, tx: &mut Tx) -> Result<i64, Refused> {
    let (mut after, mut changed) = (0, 0);
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await.map_err(failed)?;
        let Some(last) = lines.last() else { return Ok(changed) };
        after = last.number;
        for mut line in lines.into_iter().filter(|line| !line.is_for_parts_only()) {
            match (importer.change)(ctx, tx, batch.id, &line).await {
                Ok(now) => {
                    line.before = Some(Json(now.before));
                    line.name(now.names);
                }
                Err(why) => return Err((Some(Box::new(line)), why)),
            }
            store::keep_line(tx, batch.id, &line).await.map_err(failed)?;
            changed += 1;
        }
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

async fn clear_laid(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    let mut pace = Pace::default();
    loop {
        let mut tx = ctx.write(importer.may).await?;
        let turn = pace.turn();
        // Only as long as the import is where it was: what is shown is never deleted here.
        store::note_done(&mut tx, batch, 0).await?;
        let gone = (importer.clear)(ctx, &mut tx, batch.id, turn.rows).await?;
        tx.commit().await?;
        pace.took(&turn);
        if gone == 0 {
            break;
        }
    }
    let mut tx = ctx.write(importer.may).await?;
    store::note_done(&mut tx, batch, 0).await?;
    let mut after = 0;
    loop {
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Change), after, CHUNK).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for mut line in lines.into_iter().filter(|line| line.is_finished_later()) {
            line.verdict = Verdict::Add;
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
    }
    store::forget_targets(&mut tx, batch.id).await?;
    tx.commit().await
}
