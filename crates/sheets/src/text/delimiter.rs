//! What stands between the cells of a text.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::collections::BTreeMap;

/// A sign between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`: what spreadsheet programs write where the comma is in numbers, as in French.
    Semicolon,
    /// A tab: what spreadsheet programs put on the clipboard.
    Tab,
    /// `|`
    Bar,
    /// None: one column.
    Nothing,
}

impl Delimiter {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Bar => "bar",
            Self::Nothing => "nothing",
        }
    }

    /// The byte; for no delimiter one that stands in no text, since a text that has it at its beginning is refused.
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
            Self::Nothing => 0,
        }
    }
}

/// A reader at the beginning of a text. A clone of one reads wrongly (csv-core 0.1.13), so each is built.
pub fn reader(delimiter: Delimiter, quotes: bool) -> Reader {
    ReaderBuilder::new().delimiter(delimiter.byte()).quoting(quotes).build()
}

/// Rows of the sample that are looked at.
const ROWS: usize = 200;

/// The delimiter that cuts the most rows into the same number of cells, and more than one. In doubt the earlier of tab, semicolon,
/// comma and bar: a comma stands in sentences and in French numbers, a tab in neither.
pub fn guess(sample: &str) -> Delimiter {
    if let Some(told) = told_by_excel(sample) {
        return told;
    }
    let mut best = (0, Delimiter::Nothing);
    for delimiter in [Delimiter::Tab, Delimiter::Semicolon, Delimiter::Comma, Delimiter::Bar] {
        if !sample.as_bytes().contains(&delimiter.byte()) {
            continue;
        }
        let widths = widths(sample, delimiter);
        if delimiter == Delimiter::Comma && sample.contains("\r\n") && is_our_own(&widths) {
            return delimiter;
        }
        let score = score(widths);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Excel's own first line `sep=;`.
pub fn told_by_excel(sample: &str) -> Option<Delimiter> {
    let line = sample.lines().next()?;
    let sign = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    [Delimiter::Tab, Delimiter::Semicolon, Delimiter::Comma, Delimiter::Bar]
        .into_iter()
        .find(|delimiter| sign.as_bytes() == [delimiter.byte()])
}

/// Whether every row has the same width with commas, and more than one cell, as this crate and other strict writers have it. Where the
/// comma is in numbers, the headings have none.
fn is_our_own(widths: &[usize]) -> bool {
    widths.first().is_some_and(|first| *first > 1 && widths.iter().all(|width| width == first))
}

/// In thousandths, how well rows of these widths are a table: the share of those with the commonest width, where that is more than
/// one, a little more for wider tables.
fn score(widths: Vec<usize>) -> usize {
    let rows = widths.len();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for width in widths.into_iter().filter(|width| *width > 1) {
        *counts.entry(width).or_default() += 1;
    }
    let Some((width, count)) = counts.into_iter().max_by_key(|(width, count)| (*count, *width)) else {
        return 0;
    };
    // One row of ten with a comma in it is a list of sentences.
    if rows == 0 || count * 5 < rows { 0 } else { count * 1000 / rows + width.min(20) * 10 }
}

/// The number of cells in each of the first rows that are not blank. Of many, the last one is left out: the sample may end within it.
fn widths(sample: &str, delimiter: Delimiter) -> Vec<usize> {
    let mut reader = reader(delimiter, true);
    let (mut rest, mut room) = (sample.as_bytes(), [0_u8; 512]);
    let (mut widths, mut width) = (Vec::new(), 1);
    while widths.len() < ROWS {
        let (outcome, taken, _) = reader.read_field(rest, &mut room);
        rest = rest.get(taken..).unwrap_or_default();
        match outcome {
            ReadFieldResult::Field { record_end: true } => {
                widths.push(width);
                width = 1;
            }
            ReadFieldResult::Field { record_end: false } => width += 1,
            ReadFieldResult::End => break,
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
        }
    }
    if widths.len() > 5 && !sample.ends_with(['\n', '\r']) {
        widths.pop();
    }
    widths
}
