//! Comparing every row with what is kept.

use crate::{
    batch::{
        Batch, Given, Intake, Judge, Judged, Line, PartJudge, State, Understood, Verdict, pace::Pace,
        reading, store,
    },
    ctx::Ctx,
    db::{Json, Tx},
    errors::Result,
};

/// What reads rows: the importer, and the parts by their names.
struct Readers {
    cleaner: reading::Cleaner,
    judge: Box<dyn Judge>,
    parts: Vec<(&'static str, Box<dyn PartJudge>)>,
}

impl Readers {
    async fn load(ctx: &Ctx, tx: &mut Tx, (intake, batch): (&Intake, &Batch)) -> Result<Self> {
        let mapping = &batch.mapping.0;
        let judge = (intake.importer.judge)(ctx, tx, mapping).await?;
        let mut parts = Vec::with_capacity(intake.parts.len());
        for part in &intake.parts {
            let is_said = |key: &str| part.columns.iter().any(|column| column.key == key);
            if mapping.columns.iter().flatten().any(|key| is_said(key)) {
                parts.push((part.name, (part.judge)(ctx, tx, mapping).await?));
            }
        }
        let cleaner = reading::Cleaner::load(tx, intake, batch).await?;
        Ok(Self { cleaner, judge, parts })
    }

    /// Cleans a row and has it judged; a row of which a cell cannot be read is refused, whatever it means.
    fn read(&mut self, line: &mut Line) {
        let (values, mut findings) = self.cleaner.clean(&line.cells.0);
        let given = Given { number: line.number, values };
        let mut judged = self.judge.judge(&given);
        findings.append(&mut judged.findings);
        if findings.iter().any(|one| one.wrong) {
            judged.verdict = Verdict::Refuse;
        }
        let mut read = Understood::default();
        for (name, judge) in &mut self.parts {
            let mut of_part = judge.judge(&given, &judged);
            findings.append(&mut of_part.findings);
            read.parts.extend(of_part.record.map(|record| ((*name).to_owned(), record)));
        }
        if findings.iter().any(|one| one.wrong) {
            judged.verdict = Verdict::Refuse;
        }
        let asks = findings.iter().any(|one| one.asks.is_some());
        if asks && matches!(judged.verdict, Verdict::Add | Verdict::Change | Verdict::Same) {
            judged.verdict = Verdict::Ask;
        }
        let Judged { verdict, record, target, names, candidates, waits, .. } = judged;
        // What is kept already is touched by a part alone.
        read.only_parts = verdict == Verdict::Same && !read.parts.is_empty();
        line.verdict = if read.only_parts { Verdict::Change } else { verdict };
        line.findings = Json(findings);
        line.record = Some(Json(Understood { record, names, candidates, waits, ..read }));
        line.target_id = target;
        line.before = None;
    }
}

/// Shows every row to a judge that asks to see them all before the first is judged.
async fn glance(ctx: &Ctx, (intake, batch): (&Intake, &Batch), readers: &mut Readers) -> Result<()> {
    if !readers.judge.glances() {
        return Ok(());
    }
    let mut after = 0;
    loop {
        let mut tx = ctx.read(intake.importer.may).await?;
        let lines = store::lines_after(&mut tx, batch.id, after, 1_000).await?;
        tx.done().await?;
        let Some(last) = lines.last() else { return Ok(()) };
        after = last.number;
        for line in &lines {
            let (values, _) = readers.cleaner.clean(&line.cells.0);
            readers.judge.glance(&Given { number: line.number, values });
        }
    }
}

/// Reads every row against what is kept, some at a time. Reading and judging happen while others write; only what was found is
/// written down in their way.
pub(super) async fn check(ctx: &Ctx, intake: &Intake, batch: &Batch) -> Result<()> {
    let mut tx = ctx.read(intake.importer.may).await?;
    let mut readers = Readers::load(ctx, &mut tx, (intake, batch)).await?;
    tx.done().await?;
    glance(ctx, (intake, batch), &mut readers).await?;
    let (mut after, mut done, mut pace) = (0, 0, Pace::default());
    loop {
        let mut tx = ctx.read(intake.importer.may).await?;
        let mut lines = store::lines_after(&mut tx, batch.id, after, pace.rows()).await?;
        tx.done().await?;
        lines.iter_mut().for_each(|line| readers.read(line));
        let mut tx = ctx.write(intake.importer.may).await?;
        let turn = pace.turn();
        let Some(last) = lines.last() else {
            store::pass(&mut tx, batch, State::Checked).await?;
            return tx.commit().await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        // Only as long as the import is where it was: somebody may have given it up.
        store::note_done(&mut tx, batch, done).await?;
        store::keep_lines(&mut tx, batch.id, &lines).await?;
        tx.commit().await?;
        pace.took(&turn);
    }
}
