//! From rows to values: rows are written down, their columns guessed, their cells cleaned. The crate `sheets` does the work, this part
//! knows batches.

use super::{
    Batch, BatchId, Finding, Holds, Intake, Mapping, OneSheet, engine,
    opening::{Opened, Survey},
    store,
};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    text::{LineRefusal, prose},
};
use sheets::{
    Kind,
    clean::{self, Cleaned, Doubt, Naming, Order},
    fold::fold_heading,
    guess::{self, Guess},
    layout::Part,
};
use std::collections::BTreeMap;

/// So many rows are written down in one transaction.
const WRITTEN: usize = 500;
/// So much of a cell is shown with what is wrong with it.
const SHOWN: usize = 80;
/// The question about what cannot be read, for importers that have a place for it.
pub const UNREADABLE: super::Question = ("import-unreadable", &["rest", "refuse"]);

/// Begins an import for each sheet that may be meant, in the order of the workbook; their rows come next.
///
/// # Errors
/// When the database refuses.
pub async fn begin(tx: &mut Tx, intake: &Intake, opened: &Opened) -> Result<Vec<BatchId>> {
    let mut ids = Vec::with_capacity(opened.sheets.len());
    for sheet in &opened.sheets {
        let name = match (opened.sheets.as_slice(), sheet.title.as_str()) {
            ([_], _) | (_, "") => opened.name.clone(),
            (_, title) => cut_name(&format!("{} – {title}", opened.name)),
        };
        ids.push(store::begin(tx, intake.importer.what, &name).await?);
    }
    Ok(ids)
}

/// A name of a file or a sheet, as long as is kept.
fn cut_name(name: &str) -> String {
    name.chars().take(200).collect()
}

/// Writes the rows of each sheet down as they came, a few hundred at a time, and guesses what the columns say. When that fails
/// midway, nothing of it is left. Gives the first.
///
/// # Errors
/// When the database refuses.
pub async fn write_down(ctx: &Ctx, intake: &Intake, opened: Opened, ids: &[BatchId]) -> Result<Batch> {
    match write_all(ctx, intake, &opened, ids).await {
        Ok(batch) => Ok(batch),
        Err(why) => {
            for id in ids {
                engine::abandon(ctx, intake, *id).await?;
            }
            Err(why)
        }
    }
}

async fn write_all(ctx: &Ctx, intake: &Intake, opened: &Opened, ids: &[BatchId]) -> Result<Batch> {
    let what = intake.importer.what;
    for (id, sheet) in ids.iter().zip(&opened.sheets) {
        write_sheet(ctx, intake, (*id, opened), sheet).await?;
    }
    let mut tx = ctx.write(intake.importer.may).await?;
    if ids.len() > 1 {
        let sheets: Vec<OneSheet> = ids
            .iter()
            .zip(&opened.sheets)
            .map(|(batch, sheet)| OneSheet { batch: *batch, name: sheet.title.clone(), rows: sheet.total })
            .collect();
        for id in ids {
            let batch = store::batch(&mut tx, what, *id).await?;
            store::note_sheets(&mut tx, &batch, &sheets).await?;
        }
    }
    let first = ids.first().copied().or_not_found()?;
    let batch = store::batch(&mut tx, what, first).await?;
    tx.commit().await?;
    Ok(batch)
}

async fn write_sheet(
    ctx: &Ctx,
    intake: &Intake,
    (id, opened): (BatchId, &Opened),
    sheet: &Survey,
) -> Result<()> {
    let failed = |why: sheets::Refusal| Error::failed(why.code());
    let book = sheets::read(&opened.bytes, &opened.hint).map_err(failed)?;
    let mut rows = book.rows(sheet.at).map_err(failed)?;
    loop {
        let mut some: Vec<(i64, Vec<String>)> = Vec::with_capacity(WRITTEN);
        for row in rows.by_ref() {
            let row = row.map_err(failed)?;
            if sheet.layout.part(&row) == Part::Body {
                let cells = (0..sheet.head.names.len()).map(|at| row.text(at).into_owned()).collect();
                some.push((row.number.into(), cells));
            }
            if some.len() == WRITTEN {
                break;
            }
        }
        if some.is_empty() {
            break;
        }
        let mut tx = ctx.write(intake.importer.may).await?;
        store::write_lines(&mut tx, id, &some).await?;
        tx.commit().await?;
    }
    let mut tx = ctx.write(intake.importer.may).await?;
    let remembered = store::remembered(&mut tx, intake.importer.what).await?;
    let mapping = understood(intake, sheet, &remembered);
    store::note_read(&mut tx, id, (&sheet.head, &mapping), sheet.total).await?;
    tx.commit().await
}

/// Under which word the names of sheets are remembered that were chosen in workbooks.
fn sheets_of(what: &str) -> String {
    format!("{what}-sheet")
}

/// The names of sheets that were chosen before, folded.
///
/// # Errors
/// When the database does not answer.
pub async fn chosen_before(tx: &mut Tx, intake: &Intake) -> Result<Vec<String>> {
    Ok(store::remembered(tx, &sheets_of(intake.importer.what)).await?.into_keys().collect())
}

/// Notes which sheet of a workbook is meant, for this one and for later ones: the others are given up. They were read from the same
/// file as `batch`, which names them.
///
/// # Errors
/// [`Error::NotFound`] when it is none of them; [`Error::Stale`].
pub async fn choose_sheet(ctx: &Ctx, tx: &mut Tx, batch: &Batch, meant: BatchId) -> Result<Batch> {
    let sheets = &batch.head.0.sheets;
    let sheet = sheets.iter().find(|one| one.batch == meant).or_not_found()?;
    for other in sheets.iter().filter(|one| one.batch != meant) {
        let other = store::batch(tx, &batch.what, other.batch).await?;
        engine::give_up(ctx, tx, &other).await?;
    }
    let chosen = store::batch(tx, &batch.what, meant).await?;
    store::note_sheets(tx, &chosen, &[]).await?;
    let name = remembered_as(&sheet.name);
    if !name.is_empty() {
        store::remember(tx, &sheets_of(&batch.what), &name, "").await?;
    }
    store::batch(tx, &batch.what, meant).await
}

/// What the columns seem to say: as this partnership said before, else by their headings and what stands in them.
fn understood(intake: &Intake, sheet: &Survey, remembered: &BTreeMap<String, String>) -> Mapping {
    let known: Vec<guess::Column<'_>> = intake
        .columns()
        .map(|one| guess::Column { key: one.key, headings: one.headings, kind: one.holds.kind() })
        .collect();
    let decided = |(heading, says): (&String, &String)| {
        (heading.clone(), Some(says.clone()).filter(|says| !says.is_empty()))
    };
    let remembered = remembered.iter().map(decided).collect();
    let guesses = guess::guess(&sheet.head.names, &sheet.values, &known, &remembered);
    let columns = guesses.iter().map(|Guess { key, .. }| key.map(str::to_owned)).collect();
    Mapping { columns, answers: BTreeMap::new() }
}

/// The form in which a heading is remembered.
pub fn remembered_as(heading: &str) -> String {
    fold_heading(heading).chars().take(200).collect()
}

/// What cleaning a cell needs to know of its whole column, and of what the importer asks for.
pub struct Cleaner {
    /// By the place of the column in the sheet: what it says, and what its values are like.
    columns: Vec<Option<Known>>,
    /// The key of the column that takes what cannot be read; none when such rows are refused.
    rest: Option<&'static str>,
}

struct Known {
    key: &'static str,
    holds: Holds,
    order: Order,
    naming: Naming,
}

impl Cleaner {
    /// Looks through the columns whose values are read by what the others are like: days, and names.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn load(tx: &mut Tx, intake: &Intake, batch: &Batch) -> Result<Self> {
        let mapping = &batch.mapping.0;
        let mut columns: Vec<Option<Known>> = mapping
            .columns
            .iter()
            .map(|key| {
                let column = intake.column(key.as_deref()?)?;
                let (key, holds) = (column.key, column.holds);
                Some(Known { key, holds, order: Order::Unknown, naming: Naming::default() })
            })
            .collect();
        let mut seen: Vec<(clean::Casing, clean::Ordering)> = vec![Default::default(); columns.len()];
        let mut after = 0;
        loop {
            let lines = store::lines_after(tx, batch.id, after, 1_000).await?;
            let Some(last) = lines.last() else { break };
            after = last.number;
            for line in lines {
                for ((column, seen), value) in columns.iter().zip(&mut seen).zip(&line.cells.0) {
                    match column.as_ref().map(|column| column.holds) {
                        Some(Holds::Name) => seen.0.see(value),
                        Some(Holds::One(Kind::Date)) => seen.1.see(value),
                        _ => {}
                    }
                }
            }
        }
        for (column, seen) in columns.iter_mut().zip(&seen) {
            if let Some(column) = column {
                column.order = seen.1.order();
                column.naming = Naming { case: seen.0.case(), last_first: false };
            }
        }
        let keeps = mapping.answers.get(UNREADABLE.0).is_none_or(|answer| answer == "rest");
        Ok(Self { columns, rest: intake.importer.rest.filter(|_| keeps) })
    }

    /// The values of a row by the keys of its columns, and what was done to them. What cannot be read goes to the importer's rest, or
    /// is refused.
    pub fn clean(&self, cells: &[String]) -> (BTreeMap<&'static str, Vec<String>>, Vec<Finding>) {
        let (mut values, mut findings) = (BTreeMap::<&'static str, Vec<String>>::new(), Vec::new());
        let mut rest: Vec<String> = Vec::new();
        for (column, cell) in self.columns.iter().zip(cells) {
            let Some(column) = column else { continue };
            if cell.trim().is_empty() {
                continue;
            }
            if let Some(refused) = column.unprintable(cell) {
                findings.push(refused);
                continue;
            }
            let read = column.read(cell);
            if !read.values.is_empty() {
                values.entry(column.key).or_default().extend(read.values);
            }
            findings.extend(read.changed);
            let Some((what, doubt)) = read.doubt else { continue };
            match self.rest {
                Some(_) => {
                    findings.push(
                        Finding::noted(Some(column.key), "import-to-rest").with("before", what.clone()),
                    );
                    rest.push(what);
                }
                None => findings.push(doubted(column.key, &what, doubt)),
            }
        }
        if let (Some(key), false) = (self.rest, rest.is_empty()) {
            let kept = values.entry(key).or_default();
            let all: Vec<String> = kept.drain(..).chain(rest).collect();
            kept.push(all.join("\n"));
        }
        (values, findings)
    }
}

fn doubted(key: &str, what: &str, doubt: Doubt) -> Finding {
    let code = format!("doubt-{}", doubt.code());
    Finding { wrong: true, ..Finding::noted(Some(key), &code).with("before", what) }
}

/// One cell, read.
#[derive(Default)]
struct Read {
    values: Vec<String>,
    changed: Option<Finding>,
    doubt: Option<(String, Doubt)>,
}

impl Known {
    /// Says of a cell of words that it holds signs which nobody sees and no list could show: it would be taken for other words. Names
    /// and values of a kind are cleaned of them.
    fn unprintable(&self, cell: &str) -> Option<Finding> {
        let read = prose(cell, usize::MAX);
        let is_wrong = self.holds == Holds::Words && read == Err(LineRefusal::Unprintable);
        is_wrong.then(|| {
            let shown: String =
                cell.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).take(SHOWN).collect();
            let found = Finding::noted(Some(self.key), "import-unprintable").with("before", shown);
            Finding { wrong: true, ..found }
        })
    }

    fn read(&self, cell: &str) -> Read {
        match self.holds {
            Holds::Words => Read { values: vec![cell.trim().to_owned()], ..Read::default() },
            Holds::Name => self.one(cell, clean::name(cell, &self.naming)),
            Holds::Languages => self.languages(cell),
            Holds::One(kind) => self.one(cell, self.cleaned(kind, cell)),
            Holds::Many(kind) => self.many(kind, cell),
        }
    }

    fn cleaned(&self, kind: Kind, cell: &str) -> clean::Outcome<String> {
        fn told<T>(read: clean::Outcome<T>, write: impl FnOnce(T) -> String) -> clean::Outcome<String> {
            read.map(|cleaned| cleaned.map(write))
        }
        match kind {
            Kind::Words => clean::text(cell),
            Kind::Mail => clean::mail(cell),
            Kind::Phone => told(clean::phone(cell), |phone| as_people_write(&phone)),
            Kind::Postal => clean::postal(cell),
            Kind::Web => clean::address(cell),
            Kind::Date => told(clean::date(cell, self.order), |day| day.to_string()),
            Kind::Language => told(clean::language(cell), str::to_owned),
            Kind::YesNo => told(clean::yes_no(cell), |yes| if yes { "yes" } else { "no" }.to_owned()),
            Kind::Whole => told(clean::whole(cell), |number| number.to_string()),
            Kind::Money => told(clean::money(cell), |money| money.to_string()),
        }
    }

    fn one(&self, cell: &str, read: clean::Outcome<String>) -> Read {
        match read {
            Ok(Cleaned { value, changes }) => {
                let tells = !changes.is_empty() && value != cell;
                let changed = tells.then(|| {
                    Finding::noted(Some(self.key), "import-cleaned")
                        .with("before", cell)
                        .with("after", value.clone())
                });
                Read { values: vec![value], changed, doubt: None }
            }
            Err(Doubt::Empty) => Read::default(),
            Err(doubt) => Read { doubt: Some((cell.to_owned(), doubt)), ..Read::default() },
        }
    }

    /// Several values; those that cannot be read are doubted together, the others count.
    fn many(&self, kind: Kind, cell: &str) -> Read {
        let apart = clean::Apart { comma: kind == Kind::Mail, ..clean::Apart::default() };
        let (mut values, mut doubted) = (Vec::new(), Vec::new());
        for part in clean::split(cell, apart) {
            match self.cleaned(kind, &part) {
                Ok(Cleaned { value, .. }) => values.push(value),
                Err(doubt) => doubted.push((part, doubt)),
            }
        }
        let doubt = doubted.first().map(|(_, doubt)| *doubt);
        let words: Vec<String> = doubted.into_iter().map(|(part, _)| part).collect();
        let after = values.join("; ");
        let tells = words.is_empty() && after != cell.trim();
        let changed = tells.then(|| {
            Finding::noted(Some(self.key), "import-cleaned").with("before", cell).with("after", after)
        });
        Read { values, changed, doubt: doubt.map(|doubt| (words.join("; "), doubt)) }
    }

    fn languages(&self, cell: &str) -> Read {
        let (known, unknown) = clean::languages(cell);
        let values = known.into_iter().map(|one| one.value.to_owned()).collect();
        let doubt = (!unknown.is_empty()).then(|| (unknown.join(", "), Doubt::Unreadable));
        Read { values, changed: None, doubt }
    }
}

/// A number of this continent without its country code, as people here write it; others with theirs.
fn as_people_write(phone: &clean::Phone) -> String {
    let digits = phone.number.strip_prefix("+1").filter(|digits| digits.len() == 10);
    let written = digits
        .and_then(|digits| Some(format!("{} {}-{}", digits.get(..3)?, digits.get(3..6)?, digits.get(6..)?)));
    let number = written.unwrap_or_else(|| phone.number.clone());
    phone.extension.as_ref().map_or(number.clone(), |extension| format!("{number} ext. {extension}"))
}
