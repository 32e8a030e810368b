//! Merged cells. A sheet tells of them behind its rows, so it is unpacked once to its end before its rows are read.

use super::archive::{Archive, Entry};
use super::xml::{Piece, Xml};
use crate::bounds::{Bounds, Place, Refusal};
use std::io::Read;

/// Cells that are one, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The upper left corner, whose value it has.
    pub first: Place,
    /// The lower right corner.
    pub last: Place,
}

/// Unpacks a sheet to its end, which checks its size and sum, and gives the merged cells by their first row.
pub fn find(archive: &Archive<'_>, entry: &Entry, bounds: &Bounds) -> Result<Vec<Merge>, Refusal> {
    let damaged = || Refusal::damaged(&entry.name);
    let mut whole = archive.unpack(entry)?;
    let mut search = Search::default();
    let mut block = [0_u8; 16 << 10];
    loop {
        let count = whole.read(&mut block).map_err(|_| damaged())?;
        if count == 0 {
            break;
        }
        search.look(block.get(..count).unwrap_or_default());
    }
    let Some(from) = search.found else { return Ok(Vec::new()) };
    let mut rest = archive.unpack(entry)?;
    std::io::copy(&mut rest.by_ref().take(from), &mut std::io::sink()).map_err(|_| damaged())?;
    let mut xml = Xml::of(rest.buffered(), &entry.name, bounds);
    let mut merges = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(element) if element.name == "mergeCell" => {
                merges.extend(element.get("ref").and_then(range));
                if merges.len() > bounds.merges {
                    return Err(Refusal::TooManyMerges { limit: bounds.merges });
                }
            }
            Piece::End => break,
            _ => {}
        }
    }
    merges.sort_by_key(|merge| (merge.first, merge.last));
    Ok(merges)
}

/// Looks for the end of the rows in blocks of bytes.
#[derive(Default)]
struct Search {
    passed: u64,
    tail: Vec<u8>,
    found: Option<u64>,
}

const END: &[u8] = b"sheetData>";

impl Search {
    fn look(&mut self, block: &[u8]) {
        let kept = self.tail.len();
        self.tail.extend_from_slice(block);
        // An empty `<sheetData/>` has no rows before it, and merged cells without rows cover nothing.
        if let Some(at) = self.tail.windows(END.len()).rposition(|part| part == END) {
            let end = at.saturating_add(END.len());
            let before = self.passed.saturating_sub(u64::try_from(kept).unwrap_or(0));
            self.found = Some(before.saturating_add(u64::try_from(end).unwrap_or(0)));
        }
        self.passed = self.passed.saturating_add(u64::try_from(block.len()).unwrap_or(0));
        let spare = self.tail.len().saturating_sub(END.len() - 1);
        self.tail.drain(..spare);
    }
}

/// `B2:D4`.
fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    (first.row <= last.row && first.column <= last.column).then_some(Merge { first, last })
}

/// `B2`, perhaps with `$`.
pub fn place(text: &str) -> Option<Place> {
    let mut place = Place { row: 0, column: 0 };
    for byte in text.bytes().filter(|byte| *byte != b'$') {
        match byte.to_ascii_uppercase() {
            letter @ b'A'..=b'Z' if place.row == 0 => {
                let digit = u32::from(letter - b'A').checked_add(1)?;
                place.column = place.column.checked_mul(26)?.checked_add(digit)?;
            }
            digit @ b'0'..=b'9' if place.column > 0 => {
                place.row = place.row.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
            }
            _ => return None,
        }
    }
    (place.row > 0).then_some(place)
}
