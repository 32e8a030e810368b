//! From a file to rows, and from cells to values: the crate `sheets` does the work, this part knows batches.

use super::{Batch, Finding, Headings, Holds, Importer, Mapping, store};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaint, Error, Result},
};
use sheets::{
    Kind,
    clean::{self, Case, Cleaned, Doubt, Naming, Order},
    fold::fold_heading,
    guess::{self, Guess},
    layout::{self, Layout, Part},
};
use std::collections::BTreeMap;

/// So many values of each column are shown, and each of them so long.
const SHOWN: usize = 3;
const CHARS: usize = 60;
/// So many rows are written down in one transaction.
const WRITTEN: usize = 500;
/// The question about what cannot be read, for importers that have a place for it.
pub const UNREADABLE: super::Question = ("import-unreadable", &["rest", "refuse"]);

/// A sheet that can be read to its end.
pub struct Opened {
    name: String,
    bytes: Vec<u8>,
    hint: sheets::Hint,
    sheet: usize,
    layout: Layout,
    head: Headings,
    /// The first values of each column.
    values: Vec<Vec<String>>,
    total: i64,
}

crate::refusals! {
    /// Why a file is not read.
    pub enum SheetRefusal {
        /// There is no row beside the headings.
        Empty = "sheet-empty",
        /// It is larger than is read, packed or unpacked.
        TooLarge = "sheet-too-large",
        /// It is of a kind that is not read: an old or locked workbook, a page, a picture.
        Kind {
            /// Which, by its code in the crate `sheets`.
            kind: String,
        } = "sheet-kind",
        /// It is damaged, or packed so that it may do harm.
        Damaged = "sheet-damaged",
        /// It has more rows, columns or cells than are read.
        TooMany = "sheet-too-many",
        /// A cell is longer than is read.
        CellTooLong {
            /// In which row.
            row: i64,
            /// In which column, from 1.
            column: i64,
        } = "sheet-cell-too-long",
        /// A quotation mark is never closed.
        OpenQuote {
            /// In which row.
            row: i64,
        } = "sheet-open-quote",
    }
}

fn refused(why: &sheets::Refusal) -> Complaint {
    use sheets::Refusal as Why;
    let number = |n: Option<u32>| i64::from(n.unwrap_or_default());
    let refusal = match why {
        Why::Empty | Why::NoSuchSheet { .. } => SheetRefusal::Empty,
        Why::TooManyBytes { .. } | Why::TooLarge { .. } | Why::TooMuchText { .. } => SheetRefusal::TooLarge,
        Why::OldWorkbook
        | Why::BinaryWorkbook
        | Why::Locked
        | Why::OpenDocument
        | Why::Markup
        | Why::NotATable => SheetRefusal::Kind { kind: why.code().to_owned() },
        Why::TooManyRows { .. }
        | Why::TooManyColumns { .. }
        | Why::TooManyCells { .. }
        | Why::TooManySheets { .. }
        | Why::TooManyMerges { .. } => SheetRefusal::TooMany,
        Why::CellTooLong { .. } => {
            SheetRefusal::CellTooLong { row: number(why.row()), column: number(why.column()) }
        }
        Why::OpenQuote { .. } => SheetRefusal::OpenQuote { row: number(why.row()) },
        _ => SheetRefusal::Damaged,
    };
    Complaint { field: "sheet", why: Box::new(refusal) }
}

/// Opens a file or a pasted table for an importer, and reads it once to its end: what can be refused is refused here.
///
/// # Errors
/// Says why it is not read.
pub fn open(importer: &Importer, name: &str, bytes: Vec<u8>, pasted: bool) -> Result<Opened, Complaint> {
    let hint = sheets::Hint { pasted, ..sheets::Hint::default() };
    let name = crate::text::line(name, 200).unwrap_or_else(|_| "…".to_owned());
    let survey = survey(importer, &bytes, &hint).map_err(|why| refused(&why))?;
    let Survey { sheet, title, layout, values, total } = survey;
    let samples = values.iter().map(|some| some.iter().take(SHOWN).map(|one| cut(one)).collect()).collect();
    let head = Headings { names: layout.headings.clone(), samples, sheet: title };
    Ok(Opened { name, bytes, hint, sheet, layout, head, values, total })
}

fn cut(value: &str) -> String {
    value.chars().take(CHARS).collect()
}

/// The first sheet that people see and that has rows.
struct Survey {
    sheet: usize,
    title: String,
    layout: Layout,
    values: Vec<Vec<String>>,
    total: i64,
}

fn survey(importer: &Importer, bytes: &[u8], hint: &sheets::Hint) -> Result<Survey, sheets::Refusal> {
    let book = sheets::read(bytes, hint)?;
    let known = || importer.columns.iter().flat_map(|column| column.headings).copied();
    for (sheet, told) in book.sheets().iter().enumerate() {
        if told.shown != sheets::Shown::Visible {
            continue;
        }
        let first: Vec<sheets::Row> =
            book.rows(sheet)?.take(layout::LOOKED_AT).collect::<Result<_, sheets::Refusal>>()?;
        let layout = layout::layout(&first, known());
        let (mut values, mut total) = (vec![Vec::new(); layout.headings.len()], 0);
        for row in book.rows(sheet)? {
            let row = row?;
            if layout.part(&row) != Part::Body {
                continue;
            }
            total += 1;
            for (at, some) in values.iter_mut().enumerate().filter(|(_, some)| some.len() < layout::LOOKED_AT)
            {
                let value = text(&row, at);
                if !value.trim().is_empty() {
                    some.push(value);
                }
            }
        }
        if total > 0 {
            return Ok(Survey { sheet, title: told.name.clone(), layout, values, total });
        }
    }
    Err(sheets::Refusal::Empty)
}

/// A cell as people read it; days in ISO 8601, and nothing for a mistake that the spreadsheet program found.
fn text(row: &sheets::Row, at: usize) -> String {
    row.text(at).into_owned()
}

/// Writes the rows down as they came, a few hundred at a time, and guesses what the columns say.
///
/// # Errors
/// When the database refuses.
pub async fn write_down(ctx: &Ctx, importer: &Importer, opened: Opened) -> Result<Batch> {
    let mut tx = ctx.write(importer.may).await?;
    let id = store::begin(&mut tx, importer.what, &opened.name).await?;
    let remembered = store::remembered(&mut tx, importer.what).await?;
    tx.commit().await?;
    let failed = |why: sheets::Refusal| Error::failed(why.code());
    let book = sheets::read(&opened.bytes, &opened.hint).map_err(failed)?;
    let mut rows = book.rows(opened.sheet).map_err(failed)?;
    loop {
        let mut some: Vec<(i64, Vec<String>)> = Vec::with_capacity(WRITTEN);
        for row in rows.by_ref() {
            let row = row.map_err(failed)?;
            if opened.layout.part(&row) == Part::Body {
                let cells = (0..opened.head.names.len()).map(|at| text(&row, at)).collect();
                some.push((row.number.into(), cells));
            }
            if some.len() == WRITTEN {
                break;
            }
        }
        if some.is_empty() {
            break;
        }
        let mut tx = ctx.write(importer.may).await?;
        store::write_lines(&mut tx, id, &some).await?;
        tx.commit().await?;
    }
    let mapping = understood(importer, &opened, &remembered);
    let mut tx = ctx.write(importer.may).await?;
    store::note_read(&mut tx, id, (&opened.head, &mapping), opened.total).await?;
    let batch = store::batch(&mut tx, importer.what, id).await?;
    tx.commit().await?;
    Ok(batch)
}

/// What the columns seem to say: as this partnership said before, else by their headings and what stands in them.
fn understood(importer: &Importer, opened: &Opened, remembered: &BTreeMap<String, String>) -> Mapping {
    let known: Vec<guess::Column<'_>> = importer
        .columns
        .iter()
        .map(|one| guess::Column { key: one.key, headings: one.headings, kind: one.holds.kind() })
        .collect();
    let decided = |(heading, says): (&String, &String)| {
        (heading.clone(), Some(says.clone()).filter(|says| !says.is_empty()))
    };
    let remembered = remembered.iter().map(decided).collect();
    let guesses = guess::guess(&opened.head.names, &opened.values, &known, &remembered);
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
    pub async fn load(tx: &mut Tx, importer: &Importer, batch: &Batch) -> Result<Self> {
        let mapping = &batch.mapping.0;
        let mut columns: Vec<Option<Known>> = mapping
            .columns
            .iter()
            .map(|key| {
                let column = importer.columns.iter().find(|one| Some(one.key) == key.as_deref())?;
                let (key, holds) = (column.key, column.holds);
                Some(Known { key, holds, order: Order::Unknown, naming: Naming::default() })
            })
            .collect();
        let mut seen: Vec<Vec<String>> = vec![Vec::new(); columns.len()];
        let mut after = 0;
        loop {
            let lines = store::lines_after(tx, batch.id, after, 1_000).await?;
            let Some(last) = lines.last() else { break };
            after = last.number;
            for line in lines {
                for (at, value) in line.cells.0.into_iter().enumerate() {
                    let tells = columns.get(at).and_then(Option::as_ref);
                    if tells.is_some_and(|one| matches!(one.holds, Holds::Name | Holds::One(Kind::Date))) {
                        seen.get_mut(at).into_iter().for_each(|all| all.push(value.clone()));
                    }
                }
            }
        }
        for (column, seen) in columns.iter_mut().zip(&seen) {
            if let Some(column) = column {
                column.order = clean::order(seen.iter().map(String::as_str));
                column.naming = Naming { case: case_of(column.holds, seen), last_first: false };
            }
        }
        let keeps = mapping.answers.get(UNREADABLE.0).is_none_or(|answer| answer == "rest");
        Ok(Self { columns, rest: importer.rest.filter(|_| keeps) })
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

fn case_of(holds: Holds, seen: &[String]) -> Case {
    if holds == Holds::Name { clean::whole_case(seen.iter().map(String::as_str)) } else { Case::Mixed }
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
    fn read(&self, cell: &str) -> Read {
        match self.holds {
            Holds::Words => Read { values: vec![cell.trim().to_owned()], ..Read::default() },
            Holds::Name => self.one(cell, clean::name(cell, &self.naming)),
            Holds::Languages => self.languages(cell),
            Holds::One(kind) => self.one(cell, self.cleaned(kind, cell)),
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
