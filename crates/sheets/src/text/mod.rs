//! Tables as text: CSV with any common delimiter and encoding, and what somebody pasted.

mod delimiter;
mod encoding;
mod rows;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub(crate) use rows::TextRows;

use crate::bounds::{Bounds, Refusal};
use std::io::Read;

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// How its bytes are to be read as letters.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub delimiter: Delimiter,
    /// Whether quotation marks around a cell belong to the format. Not so in pasted text where one is never closed.
    pub quotes: bool,
    /// Letters that could not be read and became `U+FFFD`, in the whole text.
    pub unreadable: usize,
}

/// Bytes of a text from which its delimiter is guessed.
const SAMPLE: u64 = 64 << 10;

/// Finds out how a text is to be read, and reads it once to the end: what lies beyond the bounds is refused here.
pub(crate) fn survey(
    bytes: &[u8],
    told: (Option<Encoding>, Option<Delimiter>),
    bounds: &Bounds,
) -> Result<Format, Refusal> {
    let encoding = match told.0 {
        Some(encoding) => encoding,
        None => encoding::guess(bytes)?,
    };
    let mut sample = Vec::new();
    encoding::Decoding::new(bytes, encoding).take(SAMPLE).read_to_end(&mut sample).unwrap_or_default();
    let sample = String::from_utf8_lossy(&sample);
    refuse_other_text(&sample)?;
    let delimiter = told.1.unwrap_or_else(|| delimiter::guess(&sample));
    let mut format = Format { encoding, delimiter, quotes: true, unreadable: 0 };
    let outcome = read_through(bytes, &format, bounds);
    // Spreadsheet programs do not quote what they copy, unless it has tabs or lines in it; nobody quotes the lines of a list.
    let stray = matches!(delimiter, Delimiter::Tab | Delimiter::Nothing)
        && matches!(outcome, Err(Refusal::OpenQuote { .. } | Refusal::CellTooLong { .. }));
    format.quotes = !stray;
    format.unreadable = if stray { read_through(bytes, &format, bounds)? } else { outcome? };
    Ok(format)
}

/// Reads all rows and gives the number of letters that could not be read.
fn read_through(bytes: &[u8], format: &Format, bounds: &Bounds) -> Result<usize, Refusal> {
    let mut rows = TextRows::new(bytes, format, bounds);
    let mut seen = false;
    for row in rows.by_ref() {
        seen |= !row?.is_blank();
    }
    if seen { Ok(rows.unreadable()) } else { Err(Refusal::Empty) }
}

/// So many signs that are no letters make no binary file.
const FEW: usize = 4;

/// Markup and binary files are text too, of a kind, but no tables.
fn refuse_other_text(sample: &str) -> Result<(), Refusal> {
    let start: String = sample.trim_start().chars().take(200).collect::<String>().to_lowercase();
    let markup = ["<!doctype", "<html", "<?xml", "<table", "<head", "<meta", "<div", "{\\rtf"];
    if markup.iter().any(|tag| start.starts_with(tag)) {
        return Err(Refusal::Markup);
    }
    if start.starts_with("%pdf") || sample.contains('\0') {
        return Err(Refusal::NotATable);
    }
    // A few slip into the cells of honest tables: whoever reads the cells says in which.
    let control = sample.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    if control > FEW && control * 50 > sample.chars().count() { Err(Refusal::NotATable) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
