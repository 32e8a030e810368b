//! Workbooks (OOXML, ISO/IEC 29500): an archive of XML parts, of which only those that hold values are read.

mod archive;
mod merges;
mod numbers;
mod parts;
mod rows;
mod serial;
mod strings;
mod styles;
mod xml;

pub(crate) use rows::SheetRows;
pub use serial::{Calendar, Serial};

use crate::book::Sheet;
use crate::bounds::{Bounds, Refusal};
use archive::{Archive, Entry};
use strings::Strings;
use styles::Styles;

/// A workbook of which all but the sheets is read.
#[derive(Debug)]
pub struct Workbook<'a> {
    archive: Archive<'a>,
    entries: Vec<Entry>,
    strings: Strings,
    styles: Styles,
    calendar: Calendar,
    bounds: Bounds,
}

impl<'a> Workbook<'a> {
    pub(crate) fn open(bytes: &'a [u8], bounds: &Bounds) -> Result<(Self, Vec<Sheet>), Refusal> {
        let archive = Archive::open(bytes, bounds)?;
        let found = parts::find(&archive, bounds)?;
        let strings = match found.strings.and_then(|name| archive.entry(&name)) {
            Some(entry) => strings::read(&archive, entry, bounds)?,
            None => Strings::default(),
        };
        let styles = match found.styles.and_then(|name| archive.entry(&name)) {
            Some(entry) => styles::read(&archive, entry, bounds)?,
            None => Styles::default(),
        };
        let (mut sheets, mut entries) = (Vec::new(), Vec::new());
        for (sheet, name) in found.sheets {
            let entry = archive.entry(&name).ok_or_else(|| Refusal::damaged(&name))?;
            entries.push(entry.clone());
            sheets.push(sheet);
        }
        let calendar = found.calendar;
        Ok((Self { archive, entries, strings, styles, calendar, bounds: bounds.clone() }, sheets))
    }

    pub(crate) fn rows(&self, sheet: usize) -> Result<SheetRows<'_>, Refusal> {
        let entry = self.entries.get(sheet).ok_or(Refusal::NoSuchSheet { sheet })?;
        let merges = merges::find(&self.archive, entry, &self.bounds)?;
        SheetRows::new(self, entry, merges)
    }
}

#[cfg(test)]
mod tests;
