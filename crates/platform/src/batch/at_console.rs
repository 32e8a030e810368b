//! An import without a person in between: what would need one is told, and stops it.

use super::{
    Batch, BatchId, BatchRefusal, Finding, Importer, Intake, State, Verdict, engine,
    opening::{Wanted, open},
    reading, store,
};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, Result},
    words::Arg,
};
use std::{collections::BTreeMap, time::Duration};

/// So often is looked at an import that the server is at work on.
const BETWEEN_LOOKS: Duration = Duration::from_millis(300);
/// After so many looks at which nothing had moved it is taken over: whoever was at it is gone.
const LOOKS: u32 = 200;

/// What became of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The headings of its columns and what they say, in words; nothing for one that is left out.
    pub columns: Vec<(String, Option<String>)>,
    /// How many rows have each verdict.
    pub counts: BTreeMap<Verdict, i64>,
    /// What was found about rows that are refused, in words.
    pub refused: Vec<(i64, String)>,
    /// What rows ask, in words.
    pub asked: Vec<(i64, String)>,
    /// What is open: what the importer asks of the whole sheet, with the answer that is taken now, and then what rows ask.
    pub questions: Vec<Question>,
    /// The import, when it is in.
    pub taken: Option<BatchId>,
}

/// Something that can be answered beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Under which key the answer is given.
    pub key: String,
    /// What is asked.
    pub words: String,
    /// What may be answered, each with its words.
    pub choices: Vec<(String, String)>,
    /// The answer that is taken now; none while rows wait for one.
    pub taken: Option<String>,
}

/// A sheet that is to come in without a person in between.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The name of the sheet that is meant, when it is a workbook with several.
    pub sheet: String,
    /// Whether it is only said what would happen.
    pub dry_run: bool,
    /// What is answered beforehand, by the keys of the questions.
    pub answers: BTreeMap<String, String>,
}

impl Brought {
    /// A file, to come in.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), ..Self::default() }
    }

    /// The same, as a dry run.
    #[must_use]
    pub fn dry(self) -> Self {
        Self { dry_run: true, ..self }
    }
}

/// Reads a sheet, compares it and, unless this is a dry run or a row is refused or asked about, takes it in. What does not come in
/// leaves nothing behind, whatever happens midway.
///
/// # Errors
/// When the file is not read ([`super::opening::SheetRefusal`], [`BatchRefusal::SeveralSheets`]), or no column says what the rows are
/// about.
pub async fn import(ctx: &Ctx, what: &str, brought: Brought) -> Result<Told> {
    let intake = engine::intake(ctx, what)?;
    let mut tx = ctx.read(intake.importer.may).await?;
    let before = reading::chosen_before(&mut tx, &intake).await?;
    tx.done().await?;
    let wanted = Wanted { pasted: false, sheet: brought.sheet, before };
    let opened = match open(&intake, &brought.name, brought.bytes, &wanted) {
        Ok(opened) => opened,
        Err(why) => return unread(ctx, why),
    };
    if opened.sheets().len() > 1 {
        return Err(BatchRefusal::SeveralSheets { sheets: opened.sheets().join(", ") }.into());
    }
    let mut tx = ctx.write(intake.importer.may).await?;
    let ids = reading::begin(&mut tx, &intake, &opened).await?;
    tx.commit().await?;
    let batch = reading::write_down(ctx, &intake, opened, &ids).await?;
    let id = batch.id;
    match go_through(ctx, &intake, batch, (&brought.answers, brought.dry_run)).await {
        Ok(told) if told.taken.is_some() => Ok(told),
        other => {
            engine::abandon(ctx, &intake, id).await?;
            other
        }
    }
}

/// A file of which one thing is wrong is refused for it; of one with several they are all told.
fn unread(ctx: &Ctx, why: Complaints) -> Result<Told> {
    let say = ctx.say();
    let mut all = why.0;
    if all.len() == 1
        && let Some(one) = all.pop()
    {
        return Err(Error::Refused(one.why));
    }
    let refused: Vec<(i64, String)> =
        (1..).zip(&all).map(|(n, one)| (n, say.refusal(one.why.as_ref()))).collect();
    let counts = BTreeMap::from([(Verdict::Refuse, i64::try_from(refused.len()).unwrap_or(i64::MAX))]);
    Ok(Told { counts, refused, ..Told::default() })
}

/// Compares a sheet that was written down and, unless something stops it, takes it in.
async fn go_through(
    ctx: &Ctx,
    intake: &Intake,
    batch: Batch,
    (answers, dry_run): (&BTreeMap<String, String>, bool),
) -> Result<Told> {
    let (importer, say) = (&intake.importer, ctx.say());
    let words = |key: &String| intake.column(key).map(|one| say.t(one.label, &[]));
    let says = batch.mapping.0.columns.iter().map(|key| key.as_ref().and_then(words));
    let columns = batch.head.0.names.iter().cloned().zip(says).collect();
    let batch = answered(ctx, intake, batch, answers).await?;
    let mut tx = ctx.read(importer.may).await?;
    let mut told = Told { columns, counts: store::counts(&mut tx, batch.id).await?, ..Told::default() };
    told.refused = refused_rows(ctx, &mut tx, (intake, batch.id)).await?;
    told.asked = asked_rows(ctx, &mut tx, (intake, batch.id)).await?;
    told.questions = questions(ctx, &mut tx, (intake, &batch)).await?;
    tx.done().await?;
    let mut tx = ctx.write(importer.may).await?;
    if dry_run || engine::may_come(&mut tx, &batch).await.is_err() {
        return Ok(told);
    }
    engine::begin(ctx, &mut tx, &batch, State::Laying).await?;
    tx.commit().await?;
    go_on(ctx, importer, batch.id).await?;
    let mut tx = ctx.read(importer.may).await?;
    let batch = store::batch(&mut tx, importer.what, batch.id).await?;
    told.refused.extend(refused_rows(ctx, &mut tx, (intake, batch.id)).await?);
    told.counts = store::counts(&mut tx, batch.id).await?;
    tx.done().await?;
    told.taken = Some(batch.id).filter(|_| batch.state == State::Taken);
    Ok(told)
}

/// Compares a sheet with what was answered beforehand: about the whole sheet at once; about rows as they ask it, as often as an answer
/// lets another question arise.
///
/// # Errors
/// [`BatchRefusal::NoSuchQuestion`] and [`BatchRefusal::NoSuchAnswer`]: an answer that nobody asks for is a slip of the pen.
async fn answered(
    ctx: &Ctx,
    intake: &Intake,
    mut batch: Batch,
    answers: &BTreeMap<String, String>,
) -> Result<Batch> {
    let importer = &intake.importer;
    let mut open = answers.clone();
    let mut mapping = batch.mapping.0.clone();
    for (key, choices) in importer.questions {
        let Some(answer) = open.remove(*key) else { continue };
        if !choices.contains(&answer.as_str()) {
            return Err(no_such_answer(key, choices.iter().copied()));
        }
        mapping.answers.insert((*key).to_owned(), answer);
    }
    loop {
        let mut tx = ctx.write(importer.may).await?;
        engine::begin_check(ctx, &mut tx, &batch, &mapping).await?;
        tx.commit().await?;
        go_on(ctx, importer, batch.id).await?;
        let mut tx = ctx.read(importer.may).await?;
        batch = store::batch(&mut tx, importer.what, batch.id).await?;
        let asked = engine::asked(&mut tx, batch.id).await?;
        tx.done().await?;
        let before = open.len();
        for asks in asked.into_iter().filter_map(|(finding, _)| finding.asks) {
            let Some(answer) = open.remove(&asks.key) else { continue };
            if !asks.choices.contains(&answer) {
                return Err(no_such_answer(&asks.key, asks.choices.iter().map(String::as_str)));
            }
            mapping.answers.insert(asks.key, answer);
        }
        match open.keys().next() {
            _ if open.len() < before => {}
            Some(key) => return Err(BatchRefusal::NoSuchQuestion { key: key.clone() }.into()),
            None => return Ok(batch),
        }
    }
}

fn no_such_answer<'a>(key: &str, choices: impl Iterator<Item = &'a str>) -> Error {
    let choices = choices.collect::<Vec<_>>().join(", ");
    BatchRefusal::NoSuchAnswer { key: key.to_owned(), choices }.into()
}

/// What can be answered of a sheet that was compared.
async fn questions(ctx: &Ctx, tx: &mut Tx, (intake, batch): (&Intake, &Batch)) -> Result<Vec<Question>> {
    let (say, importer, said) = (ctx.say(), &intake.importer, &batch.mapping.0.answers);
    let mentions = match importer.mentions {
        Some(mentioning) => mentioning(ctx, tx).await?,
        None => Vec::new(),
    };
    let args: Vec<(&'static str, Arg)> =
        mentions.into_iter().map(|(name, words)| (name, Arg::from(words))).collect();
    let of_sheet = importer.questions.iter().map(|(key, choices)| {
        let words = |one: &&str| ((*one).to_owned(), say.t(&format!("{key}-{one}"), &args));
        let usual = || choices.first().map(|one| (*one).to_owned());
        Question {
            key: (*key).to_owned(),
            words: say.t(key, &args),
            choices: choices.iter().map(words).collect(),
            taken: said.get(*key).cloned().or_else(usual),
        }
    });
    let of_rows = engine::asked(tx, batch.id).await?;
    let of_rows = of_rows.iter().filter_map(|(finding, _)| {
        let asks = finding.asks.as_ref()?;
        let choices = asks.choices.iter().map(|one| (one.clone(), finding.choice(ctx, one))).collect();
        Some(Question { key: asks.key.clone(), words: finding.told(ctx, intake), choices, taken: None })
    });
    Ok(of_sheet.chain(of_rows).collect())
}

/// Goes on with an import until a person is needed. When the server is at it, its end is waited for.
async fn go_on(ctx: &Ctx, importer: &Importer, id: BatchId) -> Result<()> {
    loop {
        match engine::go_on(ctx, id).await {
            Err(Error::Stale) => wait(ctx, importer, id).await?,
            other => return other,
        }
    }
}

/// Waits until nobody works on an import, or whoever does has not moved it for long.
async fn wait(ctx: &Ctx, importer: &Importer, id: BatchId) -> Result<()> {
    let (mut seen, mut still) = (None, 0);
    while still < LOOKS {
        tokio::time::sleep(BETWEEN_LOOKS).await;
        let mut tx = ctx.read(importer.may).await?;
        let batch = store::batch(&mut tx, importer.what, id).await?;
        tx.done().await?;
        if !batch.state.is_under_way() {
            return Ok(());
        }
        let now = Some((batch.state, batch.version, batch.done));
        still = if seen == now { still + 1 } else { 0 };
        seen = now;
    }
    Ok(())
}

/// What was found about rows that are refused, in words, each with the column that it is about.
async fn refused_rows(ctx: &Ctx, tx: &mut Tx, of: (&Intake, BatchId)) -> Result<Vec<(i64, String)>> {
    told_rows(ctx, tx, of, (Verdict::Refuse, |one| one.wrong)).await
}

/// What rows ask, as [`refused_rows`].
async fn asked_rows(ctx: &Ctx, tx: &mut Tx, of: (&Intake, BatchId)) -> Result<Vec<(i64, String)>> {
    told_rows(ctx, tx, of, (Verdict::Ask, |one| one.asks.is_some())).await
}

async fn told_rows(
    ctx: &Ctx,
    tx: &mut Tx,
    (intake, id): (&Intake, BatchId),
    (verdict, fits): (Verdict, fn(&Finding) -> bool),
) -> Result<Vec<(i64, String)>> {
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let lines = store::lines_of(tx, (id, verdict), after, 1_000).await?;
        let Some(last) = lines.last() else { return Ok(rows) };
        after = last.number;
        for line in lines {
            let found = line.findings.0.iter().filter(|one| fits(one));
            let words: Vec<String> = found.map(|one| one.told(ctx, intake)).collect();
            rows.push((line.number, words.join(" ")));
        }
    }
}

/// Undoes an import; how many of its changes stay because somebody has changed the records since.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this id in the partnership; [`super::BatchRefusal`].
pub async fn undo(ctx: &Ctx, id: BatchId) -> Result<i64> {
    let mut tx = ctx.read(crate::ctx::PUBLIC).await?;
    let what = store::importer_of(&mut tx, id).await?;
    tx.done().await?;
    let intake = engine::intake(ctx, &what)?;
    let mut tx = ctx.write(intake.importer.may).await?;
    let batch = store::batch(&mut tx, &what, id).await?;
    let kept = match engine::undo(ctx, &intake, &batch, &mut tx).await? {
        engine::Undoing::Undone(kept) => kept,
        engine::Undoing::Stopped(stand) => return Err(stand.refusal(ctx).into()),
    };
    tx.commit().await?;
    go_on(ctx, &intake.importer, id).await?;
    Ok(kept)
}
