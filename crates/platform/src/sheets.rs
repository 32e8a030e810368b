//! Tables as files: CSV and XLSX, written so that a spreadsheet program runs nothing that a stranger typed.

use crate::{
    clock::Moment,
    errors::{Error, Result},
};
use ::sheets::write::{Csv, Field};
use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// What stands in one cell of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    /// Nothing.
    Nothing,
    /// Words.
    Words(String),
    /// A whole number.
    Number(i64),
    /// A number with a part behind the point: a coordinate.
    Decimal(f64),
    /// A day.
    Day(Date),
}

impl Plain {
    /// What a reader sees in the cell.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Words(words) => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

impl From<String> for Plain {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl From<&str> for Plain {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<i64> for Plain {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<Date> for Plain {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

/// A table with a name and a head.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The heading of each column.
    pub head: Vec<String>,
    /// Its rows, each as wide as the head.
    pub rows: Vec<Vec<Plain>>,
}

impl Sheet {
    /// CSV as [`::sheets::write`] writes it: accents survive, words are never formulas, and reading it gives back the same words.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut csv = Csv::default();
        csv.row(self.head.iter().map(Field::words));
        for row in &self.rows {
            csv.row(row.iter().map(|cell| match cell {
                Plain::Words(words) => Field::words(words),
                other => Field::plain(other.text()),
            }));
        }
        csv.finish()
    }

    /// A workbook (OOXML) with one sheet; words are written as words, never as formulas. `at` is written as its date.
    ///
    /// # Errors
    /// When a text is longer than a cell may be, or there are more rows than a sheet may have.
    pub fn to_xlsx(&self, at: Moment) -> Result<Vec<u8>> {
        workbook(std::slice::from_ref(self), at)
    }

    fn fill(&self, page: &mut Worksheet) -> Result<()> {
        let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        page.set_name(sheet_name(&self.name)).map_err(Error::failed)?;
        page.set_freeze_panes(1, 0).map_err(Error::failed)?;
        for (column, text) in (0_u16..).zip(&self.head) {
            page.write_string_with_format(0, column, text, &bold).map_err(Error::failed)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                put(page, (line, column), cell, &date).map_err(Error::failed)?;
            }
        }
        page.autofit();
        Ok(())
    }
}

/// A workbook with these sheets, as [`Sheet::to_xlsx`] writes each.
///
/// # Errors
/// As there; when two have one name.
pub fn workbook(sheets: &[Sheet], at: Moment) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.0.as_second()).map_err(Error::failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in sheets {
        sheet.fill(book.add_worksheet())?;
    }
    book.save_to_buffer().map_err(Error::failed)
}

fn put(
    page: &mut Worksheet,
    (line, column): (u32, u16),
    cell: &Plain,
    date: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Plain::Nothing => return Ok(()),
        Plain::Words(words) => page.write_string(line, column, words)?,
        Plain::Number(number) => match i32::try_from(*number) {
            Ok(small) => page.write_number(line, column, small)?,
            Err(_) => page.write_string(line, column, number.to_string())?,
        },
        Plain::Decimal(number) => page.write_number(line, column, *number)?,
        Plain::Day(day) => {
            let value = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.write_datetime_with_format(line, column, &value, date)?
        }
    };
    Ok(())
}

/// At most 31 characters, none of those a sheet's name may not have.
fn sheet_name(name: &str) -> String {
    name.chars().map(|c| if r"[]:*?/\'".contains(c) { '-' } else { c }).take(31).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            name: "Écoles [1]".into(),
            head: vec!["Name".into(), "How many".into(), "Since".into(), "East".into()],
            rows: vec![vec![
                "=1+1, \"x\"".into(),
                (-3).into(),
                jiff::civil::date(2026, 4, 1).into(),
                Plain::Decimal(-81.2),
            ]],
        }
    }

    #[test]
    fn a_file_runs_nothing_and_negative_numbers_stay_numbers() {
        let csv = String::from_utf8(sheet().to_csv()).unwrap();
        assert_eq!(csv, "\u{FEFF}Name,How many,Since,East\r\n\"'=1+1, \"\"x\"\"\",-3,2026-04-01,-81.2\r\n");
    }

    #[test]
    fn both_kinds_of_file_come_back_with_the_same_words() {
        let at: Moment = "2026-11-22T15:00:00Z".to_owned().try_into().unwrap();
        for file in [sheet().to_csv(), sheet().to_xlsx(at).unwrap()] {
            let book = ::sheets::read(&file, &::sheets::Hint::default()).unwrap();
            let rows: Vec<_> = book.rows(0).unwrap().map(Result::unwrap).collect();
            let texts = |row: &::sheets::Row| {
                row.cells.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>()
            };
            assert_eq!(texts(&rows[0]), ["Name", "How many", "Since", "East"]);
            assert_eq!(texts(&rows[1]), ["=1+1, \"x\"", "-3", "2026-04-01", "-81.2"]);
            assert!(rows[1].cells.iter().all(|cell| !cell.formula));
        }
    }

    #[test]
    fn a_workbook_is_made_whatever_its_name() {
        let at: Moment = "2026-11-22T15:00:00Z".to_owned().try_into().unwrap();
        let book = sheet().to_xlsx(at).unwrap();
        assert!(book.starts_with(b"PK"));
    }
}
