//! Comparing every row with what is kept.

use crate::{
    batch::{
        Batch, CHUNK, Given, Intake, Judge, Judged, Line, PartJudge, State, Understood, Verdict, reading,
        store,
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
        let Judged { verdict, record, target, names, candidates, .. } = judged;
        // What is kept already is touched by a part alone.
        read.only_parts = verdict == Verdict::Same && !read.parts.is_empty();
        line.verdict = if read.only_parts { Verdict::Change } else { verdict };
        line.findings = Json(findings);
        line.record = Some(Json(Understood { record, names, candidates, ..read }));
        line.target_id = target;
        line.before = None;
    }
}

/// Reads every row against what is kept, a chunk at a time.
pub(super) async fn check(ctx: &Ctx, intake: &Intake, batch: &Batch) -> Result<()> {
    let mut tx = ctx.read(intake.importer.may).await?;
    let mut readers = Readers::load(ctx, &mut tx, (intake, batch)).await?;
    tx.done().await?;
    let (mut after, mut done) = (0, 0);
    loop {
        let mut tx = ctx.write(intake.importer.may).await?;
        let lines = store::lines_after(&mut tx, batch.id, after, CHUNK).await?;
        let Some(last) = lines.last() else {
            store::pass(&mut tx, batch, State::Checked).await?;
            return tx.commit().await;
        };
        after = last.number;
        done += i64::try_from(lines.len()).unwrap_or(0);
        for mut line in lines {
            readers.read(&mut line);
            store::keep_line(&mut tx, batch.id, &line).await?;
        }
        store::note_done(&mut tx, batch, done).await?;
        tx.commit().await?;
    }
}
