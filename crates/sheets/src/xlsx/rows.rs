//! Rows of a sheet, one at a time.

use super::Workbook;
use super::archive::Entry;
use super::merges::{Merge, place};
use super::serial::{Serial, time_alone};
use super::strings;
use super::styles::Look;
use super::xml::{Element, Piece, Xml};
use crate::bounds::{Place, Refusal, Tally};
use crate::cell::{Cell, Number, Row, Value};
use std::ops::RangeInclusive;

/// Merged cells wider than this are titles: their value is not repeated.
const WIDEST_MERGE: u32 = 64;

/// Bytes of the longest value that is repeated: what is longer is prose, not what rows have in common.
const LONGEST_MERGE: usize = 1_024;

/// Most lists of hidden columns that are kept.
const MOST_HIDDEN: usize = 4_096;

/// Rows of a sheet.
pub struct SheetRows<'a> {
    book: &'a Workbook<'a>,
    xml: Xml<'a>,
    tally: Tally,
    hidden: Vec<RangeInclusive<u32>>,
    merges: std::iter::Peekable<std::vec::IntoIter<Merge>>,
    /// Merged cells that reach into the row that comes, with their value.
    open: Vec<(Merge, Value)>,
    row: u32,
    ended: bool,
}

impl<'a> SheetRows<'a> {
    pub fn new(book: &'a Workbook<'a>, entry: &Entry, merges: Vec<Merge>) -> Result<Self, Refusal> {
        let xml = Xml::open(&book.archive, entry, &book.bounds)?;
        let mut rows = Self {
            book,
            xml,
            tally: Tally::new(book.bounds.clone()),
            hidden: Vec::new(),
            merges: merges.into_iter().peekable(),
            open: Vec::new(),
            row: 0,
            ended: false,
        };
        rows.read_head()?;
        Ok(rows)
    }

    /// What stands before the rows.
    fn read_head(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.next()? {
                Piece::Open(element) if element.name == "sheetData" => return Ok(()),
                Piece::Open(element) if element.name == "col" && element.is("hidden") => {
                    let ends = element.number("min").zip(element.number("max"));
                    if let Some((first, last)) = ends.filter(|_| self.hidden.len() < MOST_HIDDEN) {
                        self.hidden.push(first..=last);
                    }
                }
                Piece::End => {
                    self.ended = true;
                    return Ok(());
                }
                _ => {}
            }
        }
    }

    pub fn hides_column(&self, column: usize) -> bool {
        let number = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        self.hidden.iter().any(|range| range.contains(&number))
    }

    fn read_row(&mut self) -> Result<Option<Row>, Refusal> {
        loop {
            match self.xml.next()? {
                Piece::Open(element) if element.name == "row" => {
                    let row = self.row_of(&element)?;
                    if !row.cells.is_empty() {
                        return Ok(Some(row));
                    }
                }
                Piece::Close(name) if name == "sheetData" => return Ok(None),
                Piece::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn row_of(&mut self, element: &Element) -> Result<Row, Refusal> {
        let told = element.number("r").filter(|told| *told > self.row);
        let number = told.unwrap_or_else(|| self.row.saturating_add(1));
        let mut row = Row { number, hidden: element.is("hidden"), cells: Vec::new() };
        self.row = number;
        // A cell that does not say where it stands follows the one before it, and an empty one takes its place too.
        let mut last = 0;
        loop {
            match self.xml.next()? {
                Piece::Open(element) if element.name == "c" => {
                    let next = u32::saturating_add(last, 1);
                    let column = element.get("r").and_then(place).map_or(next, |place| place.column);
                    last = column;
                    let place = Place { row: number, column };
                    let cell = self.cell(&element, place)?;
                    if cell.value != Value::Nothing || cell.formula {
                        self.tally.column(place)?;
                        put(&mut row.cells, column, cell);
                    }
                }
                Piece::Close(name) if name == "row" => break,
                Piece::End => return Err(self.damaged()),
                _ => {}
            }
        }
        self.cover(&mut row);
        let row = row.trimmed();
        self.tally.row(number, row.cells.len())?;
        Ok(row)
    }

    fn damaged(&self) -> Refusal {
        Refusal::damaged(self.xml.part())
    }

    fn cell(&mut self, element: &Element, place: Place) -> Result<Cell, Refusal> {
        let kind = element.get("t").unwrap_or("n").to_owned();
        let style: usize = element.number("s").unwrap_or(0);
        let (mut stored, mut inline, mut formula) = (None, None, false);
        loop {
            let piece = self.xml.next().map_err(|refusal| at(refusal, place))?;
            match piece {
                Piece::Open(element) => match element.name.as_str() {
                    "v" => stored = Some(self.xml.text_until("v").map_err(|refusal| at(refusal, place))?),
                    "is" => {
                        let text = strings::within(&mut self.xml, "is", &self.book.bounds);
                        inline = Some(text.map_err(|refusal| at(refusal, place))?);
                    }
                    "f" => formula = true,
                    _ => {}
                },
                Piece::Close(name) if name == "c" => break,
                Piece::End => return Err(self.damaged()),
                _ => {}
            }
        }
        let value = match (inline, stored) {
            (Some(text), _) => words(&text),
            (None, Some(stored)) => self.value(&kind, &stored, style),
            (None, None) => Value::Nothing,
        };
        self.tally.text(place, &value.text())?;
        Ok(Cell { formula, ..Cell::of(value) })
    }

    /// What is stored, by the kind that the cell says it is.
    fn value(&self, kind: &str, stored: &str, style: usize) -> Value {
        match kind {
            "s" => {
                let text = stored.trim().parse().ok().and_then(|number| self.book.strings.get(number));
                text.map_or(Value::Nothing, words)
            }
            "str" | "inlineStr" => words(&strings::unescaped(stored)),
            "b" => Value::Truth(stored.trim() == "1"),
            "e" => Value::Fault(stored.to_owned()),
            "d" => day_or_words(stored),
            _ => match stored.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(number, style),
                _ => words(stored),
            },
        }
    }

    /// A number, as its style looks at it.
    fn number(&self, number: f64, style: usize) -> Value {
        let look = self.book.styles.look(style);
        let day = |number| match self.book.calendar.read(number) {
            Some(Serial::Day(day)) => Some(Value::Day(day)),
            Some(Serial::Moment(at)) => Some(Value::Moment(at)),
            None => None,
        };
        let value = match look {
            Look::Number(_) => None,
            Look::Day => day(number),
            Look::Time => time_alone(number).map(Value::Time).or_else(|| day(number)),
        };
        value.unwrap_or_else(|| {
            let shown = match look {
                Look::Number(pattern) => pattern.show(number),
                Look::Day | Look::Time => super::numbers::general(number),
            };
            Value::Number(Number { value: number, shown })
        })
    }

    /// Whether the value is one that its covered cells share. Merged cells that overlap are no program's work.
    fn repeats(&self, merge: &Merge, value: &Value) -> bool {
        let wide = merge.last.column.saturating_sub(merge.first.column) >= WIDEST_MERGE;
        let outside = merge.last.column > self.book.bounds.columns;
        let apart =
            |other: &Merge| other.last.column < merge.first.column || merge.last.column < other.first.column;
        let short = *value != Value::Nothing && value.text().len() <= LONGEST_MERGE;
        short && !wide && !outside && self.open.iter().all(|(other, _)| apart(other))
    }

    /// Gives covered cells the value that covers them.
    fn cover(&mut self, row: &mut Row) {
        self.open.retain(|(merge, _)| merge.last.row >= row.number);
        while let Some(merge) = self.merges.next_if(|merge| merge.first.row <= row.number) {
            let corner = usize::try_from(merge.first.column).unwrap_or(usize::MAX).saturating_sub(1);
            let value = row.cells.get(corner).map(|cell| cell.value.clone()).unwrap_or_default();
            if merge.first.row == row.number && self.repeats(&merge, &value) {
                self.open.push((merge, value));
            }
        }
        for (merge, value) in &self.open {
            for column in merge.first.column..=merge.last.column {
                let corner = Place { row: row.number, column } == merge.first;
                if !corner {
                    let covered = Cell { covered: true, ..Cell::of(value.clone()) };
                    put(&mut row.cells, column, covered);
                }
            }
        }
    }
}

/// Puts a cell into its column, counted from 1.
fn put(cells: &mut Vec<Cell>, column: u32, cell: Cell) {
    let Ok(width) = usize::try_from(column) else { return };
    if cells.len() < width {
        cells.resize_with(width, Cell::default);
    }
    if let Some(place) = width.checked_sub(1).and_then(|at| cells.get_mut(at)) {
        *place = cell;
    }
}

fn words(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Words(text.to_owned()) }
}

/// A day as ISO 8601 writes it.
fn day_or_words(text: &str) -> Value {
    let bare = text.trim().trim_end_matches('Z');
    if let Ok(at) = bare.parse::<jiff::civil::DateTime>() {
        let day = at.date();
        return if at == day.to_datetime(jiff::civil::Time::midnight()) {
            Value::Day(day)
        } else {
            Value::Moment(at)
        };
    }
    bare.parse().map_or_else(|_| words(text), Value::Time)
}

/// The refusal with the cell in which it came about.
fn at(refusal: Refusal, place: Place) -> Refusal {
    match refusal {
        Refusal::CellTooLong { place: None, limit } => Refusal::CellTooLong { place: Some(place), limit },
        other => other,
    }
}

impl Iterator for SheetRows<'_> {
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
