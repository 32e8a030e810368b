//! Rows of CSV (RFC 4180, read as leniently as the reference does), one after another, from whatever gives bytes.
//!
//! Written here because three things come together that no reader of CSV offers: blank lines count as rows, since people count them; a cell
//! that is too long is refused while it is read, not after; and cells are parts of the text that was read, so nothing is copied.

use crate::limits::{Limits, Refusal};
use memchr::{memchr, memchr3};
use std::io::Read;
use std::ops::Range;

const QUOTE: u8 = b'"';
const ROOM: usize = 256 << 10;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows of one file.
pub(crate) struct Rows<R> {
    source: R,
    file: String,
    delimiter: Option<u8>,
    longest: usize,
    widest: usize,
    buffer: Vec<u8>,
    filled: usize,
    at: usize,
    ended: bool,
    number: u32,
    spans: Vec<Span>,
    scratch: Vec<u8>,
    lossy: String,
}

/// Where the text of a cell lies.
#[derive(Clone)]
struct Span {
    range: Range<usize>,
    /// In what was put together from several parts, instead of in what was read.
    apart: bool,
}

/// One row.
pub(crate) struct Record<'a> {
    /// Its number, from 1.
    pub(crate) number: u32,
    text: &'a str,
    apart: &'a str,
    spans: &'a [Span],
    /// Cells that are no UTF-8.
    pub(crate) spoiled: Vec<usize>,
    /// Whether a quotation mark in its last cell is never closed.
    pub(crate) open: bool,
}

impl<'a> Record<'a> {
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    pub(crate) fn cell(&self, at: usize) -> Option<&'a str> {
        let span = self.spans.get(at)?;
        if span.apart { self.apart.get(span.range.clone()) } else { self.text.get(span.range.clone()) }
    }
}

/// What a scan came to.
enum Scan {
    /// The row ends, and the next begins there.
    Row { next: usize, open: bool },
    /// The row goes on beyond what is read.
    More,
    /// There are no more rows.
    End,
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(
        source: R,
        file: &str,
        delimiter: Option<u8>,
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let mut rows = Self {
            source,
            file: file.to_owned(),
            delimiter,
            longest: limits.cell,
            widest: limits.columns,
            buffer: vec![0; ROOM],
            filled: 0,
            at: 0,
            ended: false,
            number: 0,
            spans: Vec::new(),
            scratch: Vec::new(),
            lossy: String::new(),
        };
        rows.fill()?;
        if rows.read().starts_with(b"\xEF\xBB\xBF") {
            rows.at = 3;
        }
        Ok(rows)
    }

    /// Whether it is text in two bytes for a sign.
    pub(crate) fn is_wide(&self) -> bool {
        matches!(self.read(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
    }

    /// The next row.
    pub(crate) fn next(&mut self) -> Result<Option<Record<'_>>, Refusal> {
        let delimiter = match self.delimiter {
            Some(known) => known,
            None => *self.delimiter.insert(guess(self.read())),
        };
        let (next, open) = loop {
            match self.scan(delimiter)? {
                Scan::Row { next, open } => break (next, open),
                Scan::End => return Ok(None),
                Scan::More => self.fill()?,
            }
        };
        self.number = self.number.saturating_add(1);
        let bytes = self.buffer.get(self.at..next).unwrap_or_default();
        self.at = next;
        let texts = (std::str::from_utf8(bytes), std::str::from_utf8(&self.scratch));
        let (Ok(text), Ok(apart)) = texts else {
            return Ok(Some(spoiled(
                bytes,
                self.number,
                open,
                (&mut self.spans, &self.scratch, &mut self.lossy),
            )));
        };
        Ok(Some(Record { number: self.number, text, apart, spans: &self.spans, spoiled: Vec::new(), open }))
    }

    fn read(&self) -> &[u8] {
        self.buffer.get(self.at..self.filled).unwrap_or_default()
    }

    /// Reads on. What is left of the row that is being read comes first; when it is all there is room for, the room doubles.
    fn fill(&mut self) -> Result<(), Refusal> {
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        if self.filled == self.buffer.len() {
            let most = self.longest.saturating_mul(16).max(ROOM * 2);
            if self.buffer.len() >= most {
                return Err(self.too_long(self.spans.len()));
            }
            self.buffer.resize((self.buffer.len() * 2).min(most), 0);
        }
        while self.filled < self.buffer.len() {
            let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
            match self.source.read(room) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return Err(Refusal::damaged(&self.file)),
            }
        }
        Ok(())
    }

    /// Finds the cells of the next row. Their places are counted from its beginning.
    fn scan(&mut self, delimiter: u8) -> Result<Scan, Refusal> {
        self.spans.clear();
        self.scratch.clear();
        let data = self.buffer.get(self.at..self.filled).unwrap_or_default();
        let (start, ended) = (self.at, self.ended);
        match (data.first(), data.get(1)) {
            (None, _) => return Ok(if ended { Scan::End } else { Scan::More }),
            (Some(b'\r'), None) if !ended => return Ok(Scan::More),
            (Some(b'\r' | b'\n'), _) => {
                let row = Scan::Row { next: start + line_end(data, 0), open: false };
                return Ok(row);
            }
            _ => {}
        }
        let mut at = 0;
        loop {
            let cell = if data.get(at) == Some(&QUOTE) {
                quoted(data, at, delimiter, &mut self.scratch)
            } else {
                let end = memchr3(delimiter, b'\n', b'\r', data.get(at..).unwrap_or_default());
                let end = end.map_or(data.len(), |end| at + end);
                Ends { span: Span { range: at..end, apart: false }, at: end, open: false }
            };
            if cell.span.range.len() > self.longest {
                return Err(self.too_long(self.spans.len()));
            }
            let known = match data.get(cell.at) {
                None => ended,
                Some(b'\r') => ended || cell.at + 1 < data.len(),
                Some(_) => true,
            };
            if !known {
                return Ok(Scan::More);
            }
            self.spans.push(cell.span);
            if self.spans.len() > self.widest {
                let row = self.number.saturating_add(1);
                return Err(Refusal::TooManyColumns { file: self.file.clone(), row, limit: self.widest });
            }
            match data.get(cell.at) {
                Some(byte) if *byte == delimiter => at = cell.at + 1,
                _ => {
                    return Ok(Scan::Row { next: start + line_end(data, cell.at), open: cell.open });
                }
            }
            if at == data.len() && !ended {
                return Ok(Scan::More);
            }
        }
    }

    fn too_long(&self, cells: usize) -> Refusal {
        Refusal::CellTooLong {
            file: self.file.clone(),
            row: self.number.saturating_add(1),
            column: u32::try_from(cells + 1).unwrap_or(u32::MAX),
            limit: self.longest,
        }
    }
}

/// A cell, and where what ends it stands.
struct Ends {
    span: Span,
    at: usize,
    open: bool,
}

/// The end of the line that ends at `at`.
fn line_end(data: &[u8], at: usize) -> usize {
    match (data.get(at), data.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(_), _) => at + 1,
        (None, _) => at,
    }
}

/// A cell that begins with a quotation mark.
fn quoted(data: &[u8], start: usize, delimiter: u8, apart: &mut Vec<u8>) -> Ends {
    let begun = apart.len();
    let mut from = start + 1;
    loop {
        let rest = data.get(from..).unwrap_or_default();
        let Some(quote) = memchr(QUOTE, rest).map(|at| from + at) else {
            // Never closed, as far as is known.
            apart.extend_from_slice(rest);
            return Ends {
                span: Span { range: begun..apart.len(), apart: true },
                at: data.len(),
                open: true,
            };
        };
        match data.get(quote + 1) {
            Some(&QUOTE) => {
                apart.extend_from_slice(data.get(from..=quote).unwrap_or_default());
                from = quote + 2;
            }
            Some(byte) if *byte != delimiter && !matches!(byte, b'\r' | b'\n') => {
                // What follows a closing mark belongs to the cell.
                apart.extend_from_slice(data.get(from..quote).unwrap_or_default());
                let rest = data.get(quote + 1..).unwrap_or_default();
                let end = memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
                apart.extend_from_slice(rest.get(..end).unwrap_or_default());
                let span = Span { range: begun..apart.len(), apart: true };
                return Ends { span, at: quote + 1 + end, open: false };
            }
            _ if apart.len() == begun => {
                let span = Span { range: start + 1..quote, apart: false };
                return Ends { span, at: quote + 1, open: false };
            }
            _ => {
                apart.extend_from_slice(data.get(from..quote).unwrap_or_default());
                let span = Span { range: begun..apart.len(), apart: true };
                return Ends { span, at: quote + 1, open: false };
            }
        }
    }
}

/// A row with bytes that are no UTF-8: every cell is put together anew, with signs in their place.
fn spoiled<'a>(
    bytes: &[u8],
    number: u32,
    open: bool,
    (spans, scratch, lossy): (&'a mut Vec<Span>, &[u8], &'a mut String),
) -> Record<'a> {
    lossy.clear();
    let mut bad = Vec::new();
    for (at, span) in spans.iter_mut().enumerate() {
        let cell = if span.apart { scratch } else { bytes }.get(span.range.clone()).unwrap_or_default();
        if std::str::from_utf8(cell).is_err() {
            bad.push(at);
        }
        let begun = lossy.len();
        lossy.push_str(&String::from_utf8_lossy(cell));
        *span = Span { range: begun..lossy.len(), apart: true };
    }
    Record { number, text: "", apart: lossy, spans, spoiled: bad, open }
}

/// What stands between the headings: a comma where there is one, otherwise the most frequent of the other signs.
fn guess(start: &[u8]) -> u8 {
    let line = start.split(|byte| matches!(byte, b'\r' | b'\n')).next().unwrap_or_default();
    let mut within = false;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in line {
        within ^= *byte == QUOTE;
        let known = DELIMITERS.iter().position(|delimiter| delimiter == byte).filter(|_| !within);
        if let Some(count) = known.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    let [commas, others @ ..] = counts;
    let most = others.iter().copied().max().unwrap_or_default();
    let other = others.iter().position(|count| *count == most).and_then(|at| DELIMITERS.get(at + 1));
    if commas > 0 || most == 0 { b',' } else { other.copied().unwrap_or(b',') }
}

#[cfg(test)]
mod tests;
