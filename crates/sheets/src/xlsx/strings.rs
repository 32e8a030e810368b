//! Texts that cells share, held in one piece.

use super::archive::{Archive, Entry};
use super::xml::{Piece, Xml};
use crate::bounds::{Bounds, Refusal};

/// The shared texts of a workbook, by number.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let start = match number.checked_sub(1) {
            None => 0,
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
        };
        self.text.get(start..end)
    }
}

pub fn read(archive: &Archive<'_>, entry: &Entry, bounds: &Bounds) -> Result<Strings, Refusal> {
    let limit = u64::try_from(bounds.shared).unwrap_or(u64::MAX);
    let too_much = || Refusal::TooMuchText { limit };
    let mut xml = Xml::open(archive, entry, bounds)?;
    let mut strings = Strings::default();
    loop {
        match xml.next()? {
            Piece::Open(element) if element.name == "si" => {
                strings.text.push_str(&within(&mut xml, "si", bounds)?);
                // Each text costs its place in the list, too.
                if strings.text.len() + strings.ends.len() * 4 > bounds.shared {
                    return Err(too_much());
                }
                strings.ends.push(u32::try_from(strings.text.len()).map_err(|_| too_much())?);
            }
            Piece::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an element that may hold it in runs of different looks. How it is pronounced (`rPh`) is no part of it.
pub fn within(xml: &mut Xml<'_>, name: &str, bounds: &Bounds) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut spoken = false;
    loop {
        match xml.next()? {
            Piece::Open(element) if element.name == "t" => {
                let part = xml.text_until("t")?;
                if !spoken {
                    text.push_str(&unescaped(&part));
                }
            }
            Piece::Open(element) if element.name == "rPh" => spoken = true,
            Piece::Close(closed) if closed == "rPh" => spoken = false,
            Piece::Close(closed) if closed == name => return Ok(text),
            Piece::End => return Ok(text),
            _ => {}
        }
        if text.len() > bounds.cell {
            return Err(Refusal::CellTooLong { place: None, limit: bounds.cell });
        }
    }
}

/// Letters that XML cannot hold are written `_x000D_`, and `_x005F_` is the underscore that would begin such a thing. `_x0000_` is nothing:
/// databases take no NUL.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let letter = from
            .get(2..6)
            .filter(|_| from.get(6..7) == Some("_"))
            .filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?));
        match letter {
            Some(letter) => {
                out.extend(Some(letter).filter(|letter| *letter != '\0'));
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}
