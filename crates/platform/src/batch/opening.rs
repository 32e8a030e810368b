//! From a file to the sheets of it that may be meant: the crate `sheets` does the work, this part knows importers.

use super::{BatchRefusal, Headings, Intake, SUMS_TOLD, reading::remembered_as};
use crate::errors::{Complaint, Complaints};
use sheets::layout::{self, Layout, Part};

/// So many values of each column are shown, and each of them so long.
const SHOWN: usize = 3;
const CHARS: usize = 60;

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
        /// It is damaged.
        Damaged = "sheet-damaged",
        /// It is packed so that it may do harm.
        Packed = "sheet-packed",
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

/// How a file is to be opened.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Whether it was pasted into a form.
    pub pasted: bool,
    /// The name of the sheet that is meant; empty when nobody has said.
    pub sheet: String,
    /// The names of sheets that were chosen before, folded: see [`super::reading::chosen_before`].
    pub before: Vec<String>,
}

/// A file of which the sheets that may be meant can be read to their ends.
pub struct Opened {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) hint: sheets::Hint,
    pub(super) sheets: Vec<Survey>,
}

impl Opened {
    /// The names of the sheets that may be meant.
    pub fn sheets(&self) -> Vec<String> {
        self.sheets.iter().map(|sheet| sheet.title.clone()).collect()
    }
}

/// A sheet that has rows.
pub(super) struct Survey {
    /// Its place in the workbook.
    pub at: usize,
    pub title: String,
    pub layout: Layout,
    pub head: Headings,
    /// The first values of each column.
    pub values: Vec<Vec<String>>,
    pub total: i64,
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
        Why::TooDense { .. } | Why::TooManyEntries { .. } | Why::NestedArchive { .. } => SheetRefusal::Packed,
        Why::OpenQuote { .. } => SheetRefusal::OpenQuote { row: number(why.row()) },
        _ => SheetRefusal::Damaged,
    };
    Complaint { field: "sheet".into(), why: Box::new(refusal) }
}

/// Opens a file or a pasted table for an importer, and reads the sheets that may be meant once to their ends: what can be refused is
/// refused here. Of a workbook that is the sheet that was asked for; else the one that was chosen before; else all that people see
/// and that have rows.
///
/// # Errors
/// Says why it is not read: of a file of another kind than sheets, all that is wrong with it.
pub fn open(intake: &Intake, name: &str, bytes: Vec<u8>, wanted: &Wanted) -> Result<Opened, Complaints> {
    let bytes = match intake.importer.packed.and_then(|packed| (packed.unpack)(&bytes)) {
        Some(sheet) => sheet?,
        None => bytes,
    };
    let hint = sheets::Hint { pasted: wanted.pasted, ..sheets::Hint::default() };
    let name = crate::text::line(name, 200).unwrap_or_else(|_| "…".to_owned());
    let sheets = meant(intake, &bytes, (&hint, wanted)).map_err(|why| Complaints(vec![why]))?;
    Ok(Opened { name, bytes, hint, sheets })
}

fn meant(
    intake: &Intake,
    bytes: &[u8],
    (hint, wanted): (&sheets::Hint, &Wanted),
) -> Result<Vec<Survey>, Complaint> {
    let book = sheets::read(bytes, hint).map_err(|why| refused(&why))?;
    let seen = book.sheets().iter().enumerate().filter(|(_, told)| told.shown == sheets::Shown::Visible);
    let seen: Vec<(usize, &str)> = seen.map(|(at, told)| (at, told.name.as_str())).collect();
    let of = |ats: Vec<usize>| -> Result<Vec<Survey>, Complaint> {
        let surveys = ats.into_iter().map(|at| survey(intake, &book, at)).collect::<Result<Vec<_>, _>>();
        Ok(surveys.map_err(|why| refused(&why))?.into_iter().flatten().collect())
    };
    let asked = remembered_as(&wanted.sheet);
    let is_workbook = seen.iter().any(|(_, name)| !name.is_empty());
    if is_workbook && !asked.is_empty() {
        let named = seen.iter().filter(|(_, name)| remembered_as(name) == asked).map(|(at, _)| *at);
        let found = of(named.collect())?;
        let sheets = seen.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
        return match found.is_empty() {
            true => Err(Complaint {
                field: "sheet-name".into(),
                why: Box::new(BatchRefusal::NoSuchSheet { sheets }),
            }),
            false => Ok(found),
        };
    }
    let before =
        seen.iter().filter(|(_, name)| wanted.before.contains(&remembered_as(name))).map(|(at, _)| *at);
    let before = of(before.collect())?;
    if before.len() == 1 {
        return Ok(before);
    }
    let all = of(seen.iter().map(|(at, _)| *at).collect())?;
    if all.is_empty() { Err(refused(&sheets::Refusal::Empty)) } else { Ok(all) }
}

fn cut(value: &str) -> String {
    value.chars().take(CHARS).collect()
}

/// Looks through a sheet; nothing when it has no rows.
fn survey(intake: &Intake, book: &sheets::Book<'_>, at: usize) -> Result<Option<Survey>, sheets::Refusal> {
    let known = intake.columns().flat_map(|column| column.headings).copied();
    let first: Vec<sheets::Row> =
        book.rows(at)?.take(layout::LOOKED_AT).collect::<Result<_, sheets::Refusal>>()?;
    let layout = layout::layout(&first, known);
    let (mut values, mut total) = (vec![Vec::new(); layout.headings.len()], 0);
    let mut sums = Vec::new();
    for row in book.rows(at)? {
        let row = row?;
        match layout.part(&row) {
            Part::Body => total += 1,
            Part::Total if sums.len() < SUMS_TOLD => {
                sums.push(row.number);
                continue;
            }
            _ => continue,
        }
        for (at, some) in values.iter_mut().enumerate().filter(|(_, some)| some.len() < layout::LOOKED_AT) {
            let value = row.text(at).into_owned();
            if !value.trim().is_empty() {
                some.push(value);
            }
        }
    }
    if total == 0 {
        return Ok(None);
    }
    let title = book.sheets().get(at).map(|told| told.name.clone()).unwrap_or_default();
    let samples = values.iter().map(|some| some.iter().take(SHOWN).map(|one| cut(one)).collect()).collect();
    let head =
        Headings { names: layout.headings.clone(), samples, sheet: title.clone(), sums, sheets: Vec::new() };
    Ok(Some(Survey { at, title, layout, head, values, total }))
}
