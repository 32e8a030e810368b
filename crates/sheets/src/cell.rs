//! Rows and cells as they are handed out.

use jiff::civil::{Date, DateTime, Time};
use std::borrow::Cow;

/// A number and how its sheet shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The number.
    pub value: f64,
    /// As the cell's format shows it: with leading zeros, percent or brackets around an area code.
    pub shown: String,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Nothing,
    /// Words, exactly as they stand there. In CSV everything is words.
    Words(String),
    /// A number.
    Number(Number),
    /// A day.
    Day(Date),
    /// A day and a time, without a zone.
    Moment(DateTime),
    /// A time of day.
    Time(Time),
    /// True or false.
    Truth(bool),
    /// A mistake that the spreadsheet program found, such as `#N/A`.
    Fault(String),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What stands in it. Of a formula, what it had come to when the file was saved; formulas are never evaluated.
    pub value: Value,
    /// Whether a formula stands behind it.
    pub formula: bool,
    /// Whether another cell was merged over it, whose value it then has.
    pub covered: bool,
    /// Whether its text had the mark that keeps a spreadsheet program from reading it as a formula; the mark is taken off.
    pub guarded: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number, from 1, as a spreadsheet program shows it. Rows of a workbook that hold nothing are left out.
    pub number: u32,
    /// Whether it is hidden in its sheet.
    pub hidden: bool,
    /// Its cells, from the first column on; blank ones at the end are left out.
    pub cells: Vec<Cell>,
}

impl Value {
    /// As a person sees it; days and times as ISO 8601.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Words(words) | Self::Fault(words) => Cow::Borrowed(words),
            Self::Number(number) => Cow::Borrowed(&number.shown),
            Self::Day(day) => Cow::Owned(day.to_string()),
            Self::Moment(at) => Cow::Owned(at.to_string()),
            Self::Time(time) => Cow::Owned(time.to_string()),
            Self::Truth(true) => Cow::Borrowed("TRUE"),
            Self::Truth(false) => Cow::Borrowed("FALSE"),
        }
    }

    /// Whether nobody sees anything in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Words(words) => words.chars().all(|c| c.is_whitespace() || crate::fold::is_invisible(c)),
            _ => false,
        }
    }
}

impl Cell {
    /// A cell with this value and nothing else to tell.
    pub const fn of(value: Value) -> Self {
        Self { value, formula: false, covered: false, guarded: false }
    }

    /// As a person sees it.
    pub fn text(&self) -> Cow<'_, str> {
        self.value.text()
    }
}

impl Row {
    /// What a person sees in the column, from 0.
    pub fn text(&self, column: usize) -> Cow<'_, str> {
        self.cells.get(column).map_or(Cow::Borrowed(""), Cell::text)
    }

    /// Whether nobody sees anything in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_blank())
    }

    /// Without the blank cells at its end.
    pub(crate) fn trimmed(mut self) -> Self {
        let width = self.cells.iter().rposition(|cell| cell.value != Value::Nothing || cell.formula);
        self.cells.truncate(width.map_or(0, |last| last + 1));
        self
    }
}
