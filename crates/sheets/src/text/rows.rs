//! Rows of a text, one at a time.

use super::encoding::Decoding;
use super::{Delimiter, Format, delimiter};
use crate::bounds::{Bounds, Place, Refusal, Tally};
use crate::cell::{Cell, Row, Value};
use crate::guard::unguarded;
use csv_core::{ReadFieldResult, Reader};

/// Rows of a text. Blank lines are rows too, so that numbers are those that a spreadsheet program shows.
pub struct TextRows<'a> {
    source: Decoding<'a>,
    reader: Reader,
    tally: Tally,
    bounds: Bounds,
    quotes: bool,
    row: u32,
    field: Vec<u8>,
    ended: bool,
}

/// Columns of the widest sheet that a spreadsheet program can save.
const WIDEST: u32 = 16_384;

/// What the reader found when it looked for one cell.
enum Found {
    Cell(Cell),
    LastCell(Cell),
    End,
}

impl<'a> TextRows<'a> {
    pub fn new(bytes: &'a [u8], format: &Format, bounds: &Bounds) -> Self {
        let reader = delimiter::reader(format.delimiter, format.quotes);
        let mut rows = Self {
            source: Decoding::new(bytes, format.encoding),
            reader,
            tally: Tally::new(bounds.clone()),
            bounds: bounds.clone(),
            quotes: format.quotes,
            row: 0,
            field: Vec::new(),
            ended: false,
        };
        rows.skip_separator_line(format.delimiter);
        rows
    }

    /// Letters that could not be read so far.
    pub const fn unreadable(&self) -> usize {
        self.source.unreadable
    }

    /// Excel's own line `sep=;` is no row of the table.
    fn skip_separator_line(&mut self, delimiter: Delimiter) {
        let ready = self.source.ready();
        let line = [b's', b'e', b'p', b'=', delimiter.byte()];
        if ready.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(&line)) {
            let end = match ready.get(5..) {
                Some([b'\r', b'\n', ..]) => 7,
                Some([b'\r' | b'\n', ..]) => 6,
                _ => return,
            };
            self.source.take_off(end);
            self.row = 1;
        }
    }

    /// Whether a blank line comes next; it is taken. The reader itself would pass over it uncounted.
    fn blank_line(&mut self) -> bool {
        let first = self.source.ready().first().copied();
        let blank = matches!(first, Some(b'\r' | b'\n'));
        if blank {
            self.source.take_off(1);
        }
        if first == Some(b'\r') {
            self.line_feed();
        }
        blank
    }

    /// Takes the line feed of `\r\n` whose carriage return was the last thing taken.
    fn line_feed(&mut self) {
        if let [b'\n', ..] = self.source.ready() {
            self.source.take_off(1);
        }
    }

    fn cell(&mut self, place: Place) -> Result<Found, Refusal> {
        self.field.clear();
        let quoted = self.quotes && matches!(self.source.ready(), [b'"', ..]);
        let mut room = [0_u8; 256];
        let mut last = 0;
        loop {
            let ready = self.source.ready();
            let at_end = ready.is_empty();
            let (outcome, taken, put) = self.reader.read_field(ready, &mut room);
            last = taken.checked_sub(1).and_then(|at| ready.get(at)).copied().unwrap_or(last);
            self.source.take_off(taken);
            // A NUL is no letter, and databases take none.
            self.field.extend(room.iter().take(put).filter(|byte| **byte != 0));
            self.tally.long(place, self.field.len())?;
            match outcome {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::End => return Ok(Found::End),
                ReadFieldResult::Field { record_end } => {
                    if quoted && at_end && last != b'"' {
                        return Err(Refusal::OpenQuote { place });
                    }
                    if record_end && last == b'\r' && !at_end {
                        self.line_feed();
                    }
                    let cell = self.finished();
                    return Ok(if record_end { Found::LastCell(cell) } else { Found::Cell(cell) });
                }
            }
        }
    }

    /// What was gathered, as a cell.
    fn finished(&self) -> Cell {
        let text = String::from_utf8_lossy(&self.field);
        if text.is_empty() {
            return Cell::default();
        }
        let bare = unguarded(&text);
        let guarded = bare.len() != text.len();
        Cell { guarded, ..Cell::of(Value::Words(bare.to_owned())) }
    }

    fn read_row(&mut self) -> Result<Option<Row>, Refusal> {
        let number = self.row.saturating_add(1);
        let mut row = Row { number, ..Row::default() };
        let mut place = Place { row: number, column: 0 };
        let mut ended = self.blank_line();
        while !ended {
            place.column = place.column.saturating_add(1);
            let cell = match self.cell(place)? {
                Found::End if place.column == 1 => return Ok(None),
                Found::End => break,
                Found::Cell(cell) => cell,
                Found::LastCell(cell) => {
                    ended = true;
                    cell
                }
            };
            // A row may end in many delimiters with nothing between them.
            let beyond = place.column > self.bounds.columns && cell.value == Value::Nothing;
            if !beyond || place.column > WIDEST {
                self.tally.column(place)?;
                self.tally.text(place, &cell.text())?;
                row.cells.push(cell);
            }
        }
        self.row = number;
        let row = row.trimmed();
        self.tally.row(number, row.cells.len())?;
        Ok(Some(row))
    }
}

impl Iterator for TextRows<'_> {
    type Item = Result<Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read_row().transpose();
        self.ended = !matches!(row, Some(Ok(_)));
        row
    }
}
