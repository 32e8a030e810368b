//! Writing what is new out of sight, showing it, and deleting it again.

use super::FINISH;
use crate::{
    batch::{Batch, CHUNK, Finding, Importer, Line, State, Verdict, store},
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Error, Result},
};
use serde_json::json;

/// Writes what is new, a chunk at a time and out of sight; then shows it all and makes the changes, in one transaction. A row that is
/// refused now sends the import back to whoever decides, with the reason at the row.
pub(super) async fn lay(ctx: &Ctx, importer: &Importer, batch: &Batch) -> Result<()> {
    let (mut after, mut done) = (0, 0);
    loop {
        let mut tx = ctx.write(importer.may).await?;
        store::note_done(&mut tx, batch, done).await?;
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Add), after, CHUNK).await?;
        let Some(last) = lines.last() else {
            return show(ctx, importer, batch, tx).await;
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
    }
}

async fn lay_lines(
    ctx: &Ctx,
    importer: &Importer,
    batch: &Batch,
    (tx, lines): (&mut Tx, &[Line]),
) -> Result<()> {
    let laid = (importer.lay)(ctx, tx, batch.id, lines).await?;
    for (line, laid) in lines.iter().zip(laid) {
        let mut line = Line { target_id: Some(laid.target), ..line.clone() };
        if laid.finish {
            line.verdict = Verdict::Change;
            line.mark(FINISH)?;
        }
        store::keep_line(tx, batch.id, &line).await?;
    }
    Ok(())
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
async fn show(ctx: &Ctx, importer: &Importer, batch: &Batch, mut tx: Tx) -> Result<()> {
    let counts = store::counts(&mut tx, batch.id).await?;
    if counts.get(&Verdict::Refuse).copied().unwrap_or(0) > 0 {
        drop(tx);
        return give_back(ctx, importer, batch).await;
    }
    match make_changes(ctx, importer, batch, &mut tx).await {
        Ok(changed) => {
            store::pass(&mut tx, batch, State::Taken).await?;
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

/// Makes the changes of all rows; on the way out, the row that was refused.
async fn make_changes(
    ctx: &Ctx,
    importer: &Importer,
    batch: &Batch,
    tx: &mut Tx,
) -> Result<i64, (Option<Box<Line>>, Error)> {
    let (mut after, mut changed) = (0, 0);
    loop {
        let lines = store::lines_of(tx, (batch.id, Verdict::Change), after, CHUNK).await;
        let lines = lines.map_err(|why| (None, why))?;
        let Some(last) = lines.last() else { return Ok(changed) };
        after = last.number;
        for mut line in lines {
            match (importer.change)(ctx, tx, batch.id, &line).await {
                Ok(before) => line.before = Some(Json(before)),
                Err(why) => return Err((Some(Box::new(line)), why)),
            }
            store::keep_line(tx, batch.id, &line).await.map_err(|why| (None, why))?;
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
    loop {
        let mut tx = ctx.write(importer.may).await?;
        // Only as long as the import is where it was: what is shown is never deleted here.
        store::note_done(&mut tx, batch, 0).await?;
        let gone = (importer.clear)(ctx, &mut tx, batch.id, CHUNK).await?;
        tx.commit().await?;
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
        for mut line in lines.into_iter().filter(|line| line.is_marked(FINISH)) {
            line.verdict = Verdict::Add;
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
    }
    store::forget_targets(&mut tx, batch.id).await?;
    tx.commit().await
}
