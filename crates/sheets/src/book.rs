//! A file with its sheets, and the door to their rows.

use crate::bounds::{Bounds, Refusal};
use crate::cell::Row;
use crate::text::{self, Delimiter, Encoding, Format, TextRows};
use crate::xlsx::{SheetRows, Workbook};

/// What the caller knows of the file already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hint {
    /// Whether it was pasted into a form: then it is text, whatever it begins with.
    pub pasted: bool,
    /// How its letters are written, when a person has said so.
    pub encoding: Option<Encoding>,
    /// What stands between its cells, when a person has said so.
    pub delimiter: Option<Delimiter>,
}

/// Whether people see a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Yes.
    Visible,
    /// No, but the program offers to show it.
    Hidden,
    /// No, and only a macro can show it.
    VeryHidden,
}

/// A sheet of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a text.
    pub name: String,
    /// Whether people see it.
    pub shown: Shown,
}

/// A file whose kind is known and whose bounds are kept. Rows are read on demand; nothing of them is held.
#[derive(Debug)]
pub struct Book<'a> {
    kind: Kind<'a>,
    sheets: Vec<Sheet>,
    bounds: Bounds,
}

#[derive(Debug)]
enum Kind<'a> {
    Text(&'a [u8], Format),
    Workbook(Box<Workbook<'a>>),
}

/// Opens a file within the default bounds; see [`read_within`].
///
/// # Errors
/// Says why it is not read.
pub fn read<'a>(bytes: &'a [u8], hint: &Hint) -> Result<Book<'a>, Refusal> {
    read_within(bytes, hint, &Bounds::default())
}

/// Opens a file: CSV, XLSX or pasted text. A text is read once to its end, so its rows cannot refuse later; of a workbook everything
/// but its sheets is read here, and each sheet is unpacked once to its end when its rows are asked for.
///
/// # Errors
/// Says why it is not read.
pub fn read_within<'a>(bytes: &'a [u8], hint: &Hint, bounds: &Bounds) -> Result<Book<'a>, Refusal> {
    if bytes.len() > bounds.bytes {
        return Err(Refusal::TooManyBytes { limit: bounds.bytes });
    }
    let (kind, sheets) = match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] if !hint.pasted => {
            let (workbook, sheets) = Workbook::open(bytes, bounds)?;
            (Kind::Workbook(Box::new(workbook)), sheets)
        }
        _ => {
            refuse_other_kinds(bytes)?;
            let format = text::survey(bytes, (hint.encoding, hint.delimiter), bounds)?;
            (Kind::Text(bytes, format), vec![Sheet { name: String::new(), shown: Shown::Visible }])
        }
    };
    Ok(Book { kind, sheets, bounds: bounds.clone() })
}

/// Files that are known by how they begin.
fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Refusal> {
    match bytes {
        // Compound files: old office documents, and the envelope of new ones that have a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let locked = bytes.windows(name.len()).any(|part| part == name);
            Err(if locked { Refusal::Locked } else { Refusal::OldWorkbook })
        }
        [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, 0xFF, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'%', b'P', b'D', b'F', ..]
        | [0x1F, 0x8B, ..]
        | [b'R', b'a', b'r', b'!', ..]
        | [b'7', b'z', 0xBC, 0xAF, ..] => Err(Refusal::NotATable),
        _ => Ok(()),
    }
}

impl Book<'_> {
    /// Its sheets, in their order; one without a name for a text.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// How it is read, if it is a text.
    pub const fn format(&self) -> Option<&Format> {
        match &self.kind {
            Kind::Text(_, format) => Some(format),
            Kind::Workbook(_) => None,
        }
    }

    /// The rows of a sheet, from 0, in their order.
    ///
    /// # Errors
    /// When there is no such sheet, or it is damaged or unpacks to more than the bounds allow.
    pub fn rows(&self, sheet: usize) -> Result<Rows<'_>, Refusal> {
        if sheet >= self.sheets.len() {
            return Err(Refusal::NoSuchSheet { sheet });
        }
        let source = match &self.kind {
            Kind::Text(bytes, format) => Source::Text(Box::new(TextRows::new(bytes, format, &self.bounds))),
            Kind::Workbook(workbook) => Source::Workbook(Box::new(workbook.rows(sheet)?)),
        };
        Ok(Rows { source })
    }
}

/// Rows of a sheet. After a refusal nothing more comes.
pub struct Rows<'a> {
    source: Source<'a>,
}

enum Source<'a> {
    Text(Box<TextRows<'a>>),
    Workbook(Box<SheetRows<'a>>),
}

impl Rows<'_> {
    /// Whether a column, from 0, is hidden in its sheet.
    pub fn hides_column(&self, column: usize) -> bool {
        match &self.source {
            Source::Text(_) => false,
            Source::Workbook(rows) => rows.hides_column(column),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.source {
            Source::Text(rows) => rows.next(),
            Source::Workbook(rows) => rows.next(),
        }
    }
}
