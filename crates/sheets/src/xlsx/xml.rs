//! XML, one piece at a time, each piece bounded: neither a long text nor deep nesting is ever held.

use super::archive::{Archive, Entry, Unpacking};
use crate::bounds::{Bounds, Refusal};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

/// Deepest nesting of elements. Sheets nest five deep.
const DEEPEST: u32 = 64;

/// Bytes of markup around the text of a cell within one piece.
const MARKUP: usize = 64 << 10;

/// A stream that stops when one piece of XML takes more than its share.
struct Bounded<R> {
    inner: R,
    left: usize,
    overrun: bool,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(room)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            self.overrun = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let ready = self.inner.fill_buf()?;
        let count = ready.len().min(self.left);
        Ok(ready.get(..count).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.inner.consume(amount);
    }
}

/// One piece of a document, as far as values are in it. Names are without their prefix.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// An element begins.
    Open(Element),
    /// An element ends; one that is empty, too.
    Close(String),
    /// Some text, or a letter that was written as a reference.
    Text(String),
    /// The document ends.
    End,
}

/// An element with its attributes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The attribute of that name, prefix included.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The attribute of that name, whatever its prefix.
    pub fn local(&self, name: &str) -> Option<&str> {
        let bare = |key: &str| key.rsplit(':').next() == Some(name);
        self.attributes.iter().find(|(key, _)| bare(key)).map(|(_, value)| value.as_str())
    }

    /// The attribute as a number.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether the attribute says yes.
    pub fn is(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "true" | "on"))
    }
}

/// A part of a workbook, read piece by piece.
pub struct Xml<'a> {
    reader: Reader<Bounded<BufReader<Unpacking<'a>>>>,
    buffer: Vec<u8>,
    part: String,
    most: usize,
    cell: usize,
    depth: u32,
    closing: Option<String>,
}

impl<'a> Xml<'a> {
    pub fn open(archive: &Archive<'a>, entry: &Entry, bounds: &Bounds) -> Result<Self, Refusal> {
        let inner = archive.unpack(entry)?.buffered();
        Ok(Self::of(inner, &entry.name, bounds))
    }

    /// The rest of a part from which the beginning was already taken.
    pub fn of(inner: BufReader<Unpacking<'a>>, part: &str, bounds: &Bounds) -> Self {
        // A letter may be written in six bytes: `&amp;`, `&#xE9;`.
        let most = bounds.cell.saturating_mul(6).saturating_add(MARKUP);
        let mut reader = Reader::from_reader(Bounded { inner, left: most, overrun: false });
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        reader.config_mut().allow_dangling_amp = true;
        let part = part.to_owned();
        Self { reader, buffer: Vec::new(), part, most, cell: bounds.cell, depth: 0, closing: None }
    }

    /// The name of the part.
    pub fn part(&self) -> &str {
        &self.part
    }

    fn damaged(&self) -> Refusal {
        Refusal::damaged(&self.part)
    }

    /// The next piece that matters.
    pub fn next(&mut self) -> Result<Piece, Refusal> {
        if let Some(name) = self.closing.take() {
            return Ok(Piece::Close(name));
        }
        loop {
            self.buffer.clear();
            self.reader.get_mut().left = self.most;
            let Ok(event) = self.reader.read_event_into(&mut self.buffer) else {
                let overrun = self.reader.get_ref().overrun;
                let long = Refusal::CellTooLong { place: None, limit: self.cell };
                return Err(if overrun { long } else { self.damaged() });
            };
            let piece = match event {
                Event::Start(start) => {
                    self.depth = self.depth.saturating_add(1);
                    element(&start).map(Piece::Open)
                }
                Event::Empty(start) => {
                    let opened = element(&start);
                    self.closing = opened.as_ref().map(|element| element.name.clone());
                    opened.map(Piece::Open)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Some(Piece::Close(end.local_name().as_ref().to_owned()))
                }
                Event::Text(text) => Some(Piece::Text(without_nul(text.xml10_content()))),
                Event::CData(text) => Some(Piece::Text(without_nul(text.xml10_content()))),
                Event::GeneralRef(name) => referred(&name).map(|c| Piece::Text(c.to_string())),
                // Entities of a document's own are how a few bytes become many.
                Event::DocType(_) => None,
                Event::Eof => Some(Piece::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return piece.filter(|_| self.depth <= DEEPEST).ok_or_else(|| self.damaged());
        }
    }

    /// The text within the element that was just opened, up to its end. At most one cell's.
    pub fn text_until(&mut self, name: &str) -> Result<String, Refusal> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Piece::Text(part) => text.push_str(&part),
                Piece::Close(closed) if closed == name => return Ok(text),
                Piece::Open(_) | Piece::Close(_) => {}
                Piece::End => return Err(self.damaged()),
            }
            if text.len() > self.cell {
                return Err(Refusal::CellTooLong { place: None, limit: self.cell });
            }
        }
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        attributes.push((attribute.key.as_ref().to_owned(), without_nul(value)));
    }
    Some(Element { name: start.local_name().as_ref().to_owned(), attributes })
}

/// XML has no NUL, and what is damaged may.
fn without_nul(text: Cow<'_, str>) -> String {
    let mut text = text.into_owned();
    text.retain(|c| c != '\0');
    text
}

/// The letter of a reference: by number, or one of the five that XML itself names.
fn referred(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return Some(letter);
    }
    match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
