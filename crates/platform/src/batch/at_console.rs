//! An import without a person in between: what would need one is told, and stops it.

use super::{BatchId, State, Verdict, engine, reading, store};
use crate::{
    ctx::Ctx,
    errors::{Error, Result},
};
use std::collections::BTreeMap;

/// What became of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The headings of its columns and what they say, in words; nothing for one that is left out.
    pub columns: Vec<(String, Option<String>)>,
    /// How many rows have each verdict.
    pub counts: BTreeMap<Verdict, i64>,
    /// What was found about rows that are refused, in words.
    pub refused: Vec<(i64, String)>,
    /// The import, when it is in.
    pub taken: Option<BatchId>,
}

/// Reads a sheet, compares it and, unless this is a dry run or a row is refused or asked about, takes it in. What does not come in
/// leaves nothing behind.
///
/// # Errors
/// When the file is not read ([`reading::SheetRefusal`]), or no column says what the rows are about.
pub async fn import(ctx: &Ctx, what: &str, (name, bytes): (&str, Vec<u8>), dry_run: bool) -> Result<Told> {
    let importer = engine::importer(ctx, what)?;
    let say = ctx.say();
    let opened = reading::open(&importer, name, bytes, false).map_err(|why| Error::Refused(why.why))?;
    let mut batch = reading::write_down(ctx, &importer, opened).await?;
    let words = |key: &String| {
        let column = importer.columns.iter().find(|one| one.key == key);
        column.map(|one| say.t(one.label, &[]))
    };
    let says = batch.mapping.0.columns.iter().map(|key| key.as_ref().and_then(words));
    let columns = batch.head.0.names.iter().cloned().zip(says).collect();
    let mut tx = ctx.write(importer.may).await?;
    engine::begin_check(ctx, &mut tx, &batch, &batch.mapping.0).await?;
    tx.commit().await?;
    engine::go_on(ctx, batch.id).await?;
    let mut tx = ctx.read(importer.may).await?;
    batch = store::batch(&mut tx, what, batch.id).await?;
    let mut told = Told { columns, counts: store::counts(&mut tx, batch.id).await?, ..Told::default() };
    let mut after = 0;
    loop {
        let lines = store::lines_of(&mut tx, (batch.id, Verdict::Refuse), after, 1_000).await?;
        let Some(last) = lines.last() else { break };
        after = last.number;
        for line in lines {
            let wrong = line.findings.0.iter().filter(|one| one.wrong);
            let words: Vec<String> = wrong.map(|one| one.words(ctx, &say)).collect();
            told.refused.push((line.number, words.join(" ")));
        }
    }
    tx.done().await?;
    let mut tx = ctx.write(importer.may).await?;
    if !dry_run && engine::may_come(&mut tx, &batch).await.is_ok() {
        engine::begin(ctx, &mut tx, &batch, State::Laying).await?;
        tx.commit().await?;
        engine::go_on(ctx, batch.id).await?;
        told.taken = Some(batch.id);
    } else {
        while store::forget_lines(&mut tx, batch.id, 1_000).await? > 0 {}
        store::remove(&mut tx, batch.id).await?;
        tx.commit().await?;
    }
    Ok(told)
}

/// Undoes an import; how many of its changes stay because somebody has changed the records since.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this id in the partnership; [`super::BatchRefusal`].
pub async fn undo(ctx: &Ctx, id: BatchId) -> Result<i64> {
    let mut tx = ctx.read(crate::ctx::PUBLIC).await?;
    let what = store::importer_of(&mut tx, id).await?;
    tx.done().await?;
    let importer = engine::importer(ctx, &what)?;
    let mut tx = ctx.write(importer.may).await?;
    let batch = store::batch(&mut tx, &what, id).await?;
    let kept = engine::undo(ctx, &importer, &batch, &mut tx).await?;
    tx.commit().await?;
    engine::go_on(ctx, id).await?;
    Ok(kept)
}
