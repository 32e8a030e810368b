//! Where the headings of a sheet are, and what its other rows are: titles above, totals below, blank ones between.

use crate::cell::{Row, Value};
use crate::fold::{fold, fold_heading};
use crate::kinds::looks_like;
use std::collections::BTreeSet;

/// Rows from the beginning of a sheet among which its headings are looked for.
pub const LOOKED_AT: usize = 200;

/// Rows among which the headings themselves must be.
const HEADS: usize = 40;

/// Why a row was taken for the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A person said so.
    Told,
    /// It has so many of the headings that the caller knows.
    Known {
        /// How many.
        count: usize,
    },
    /// It is all words, and below some of them stands what is no words: addresses, numbers, days.
    Kinds,
    /// It is the first row as wide as the table, and all short, different words.
    Wide,
    /// No row can be it: the sheet has values alone.
    ValuesAlone,
}

impl Reason {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Known { .. } => "known",
            Self::Kinds => "kinds",
            Self::Wide => "wide",
            Self::ValuesAlone => "values-alone",
        }
    }
}

/// How a sheet is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The number of the row of headings, from 1; none when there is none.
    pub heading: Option<u32>,
    /// Why it is that one.
    pub reason: Reason,
    /// The headings, as they stand there, one for each column of the table; empty ones where there is none.
    pub headings: Vec<String>,
    /// Whether there is anything below the heading of each column, as far as was looked.
    pub filled: Vec<bool>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It stands above the headings.
    Title,
    /// The headings, or the same again further down.
    Heading,
    /// Nothing is in it.
    Blank,
    /// A sum of others.
    Total,
    /// One of what the table is about.
    Body,
}

/// Guesses the layout from the first rows ([`LOOKED_AT`] are enough). `known` are headings that the caller knows, in any spelling.
pub fn layout<'a>(rows: &[Row], known: impl IntoIterator<Item = &'a str>) -> Layout {
    let known: BTreeSet<String> =
        known.into_iter().map(fold_heading).filter(|known| !known.is_empty()).collect();
    let (row, reason) = heading(rows, &known);
    laid_out(rows, row, reason)
}

/// The layout when a person says which row the headings are, or that there is none.
pub fn layout_told(rows: &[Row], heading: Option<u32>) -> Layout {
    laid_out(rows, heading, Reason::Told)
}

impl Layout {
    /// What a row of this sheet is.
    pub fn part(&self, row: &Row) -> Part {
        if row.is_blank() {
            return Part::Blank;
        }
        match self.heading {
            Some(heading) if row.number < heading => return Part::Title,
            Some(heading) if row.number == heading || self.repeats(row) => return Part::Heading,
            _ => {}
        }
        if is_total(row) { Part::Total } else { Part::Body }
    }

    /// Whether the row has the headings once more, as sheets do that were printed or pasted together.
    fn repeats(&self, row: &Row) -> bool {
        let words = self.headings.iter().filter(|heading| !heading.is_empty()).count();
        let same =
            |(at, heading): (usize, &String)| heading.is_empty() || fold(&row.text(at)) == fold(heading);
        words > 1 && self.headings.iter().enumerate().all(same)
    }
}

fn laid_out(rows: &[Row], heading: Option<u32>, reason: Reason) -> Layout {
    let head = rows.iter().find(|row| Some(row.number) == heading);
    let below = || rows.iter().filter(|row| heading.is_none_or(|heading| row.number > heading));
    let width = below().chain(head).map(|row| row.cells.len()).max().unwrap_or(0);
    let headings =
        (0..width).map(|at| head.map_or_else(String::new, |row| row.text(at).trim().to_owned())).collect();
    let filled = (0..width).map(|at| below().any(|row| is_filled(row, at))).collect();
    Layout { heading, reason, headings, filled }
}

fn is_filled(row: &Row, at: usize) -> bool {
    row.cells.get(at).is_some_and(|cell| !cell.value.is_blank())
}

/// Cells of a row that show something of their own.
fn own(row: &Row) -> impl Iterator<Item = (usize, &crate::Cell)> {
    row.cells.iter().enumerate().filter(|(_, cell)| !cell.covered && !cell.value.is_blank())
}

fn heading(rows: &[Row], known: &BTreeSet<String>) -> (Option<u32>, Reason) {
    let heads = || rows.iter().filter(|row| !row.is_blank()).take(HEADS);
    let hits = |row: &Row| own(row).filter(|(_, cell)| known.contains(&fold_heading(&cell.text()))).count();
    // Of rows that know as many, the first.
    let best =
        heads().map(|row| (hits(row), row)).fold(None, |best: Option<(usize, &Row)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        });
    let width = usual_width(rows);
    if let Some((count, row)) = best.filter(|(count, _)| *count >= width.clamp(1, 2)) {
        return (Some(row.number), Reason::Known { count });
    }
    let Some(first) = heads().find(|row| is_headlike(row, width)) else { return (None, Reason::ValuesAlone) };
    if differs_below(rows, first) {
        (Some(first.number), Reason::Kinds)
    } else if width > 1 {
        (Some(first.number), Reason::Wide)
    } else {
        (None, Reason::ValuesAlone)
    }
}

/// How many cells the rows of a table usually fill: the middle of all that have any.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|row| own(row).count()).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// Short, different words that fill most of the table's width, and none of which is a value of another kind.
fn is_headlike(row: &Row, width: usize) -> bool {
    let texts: Vec<String> = own(row).map(|(_, cell)| fold(&cell.text())).collect();
    let different: BTreeSet<&String> = texts.iter().collect();
    let words = own(row).all(|(_, cell)| {
        matches!(&cell.value, Value::Words(words) if words.chars().count() <= 80 && looks_like(words).is_none())
    });
    let wide = texts.len() * 10 >= width * 6 && (width < 2 || texts.len() >= 2);
    words && wide && !texts.is_empty() && different.len() * 10 >= texts.len() * 8 && !is_total(row)
}

/// Whether below some of its words most cells are something else than words.
fn differs_below(rows: &[Row], head: &Row) -> bool {
    own(head).any(|(at, _)| {
        let (mut all, mut other) = (0_usize, 0_usize);
        for row in rows.iter().filter(|row| row.number > head.number && is_filled(row, at)) {
            all += 1;
            let words = row.cells.get(at).map(|cell| &cell.value);
            other += usize::from(!matches!(words, Some(Value::Words(words)) if looks_like(words).is_none()));
        }
        all > 0 && other * 10 >= all * 6
    })
}

/// Words with which a row of sums begins, folded.
const SUMS: &[&str] = &[
    "total",
    "totals",
    "totaux",
    "grand total",
    "total general",
    "subtotal",
    "sub total",
    "sous total",
    "somme",
    "sum",
    "average",
    "moyenne",
];

/// Whether the row is a sum: it says so and is otherwise numbers, or it is formulas that came to numbers and nothing else.
fn is_total(row: &Row) -> bool {
    let number = |cell: &crate::Cell| match &cell.value {
        Value::Number(_) => true,
        Value::Words(words) => crate::clean::money(words).is_ok(),
        _ => false,
    };
    let mut cells = own(row).map(|(_, cell)| cell);
    let Some(first) = cells.next() else { return false };
    let label = fold(&first.text());
    let says = SUMS
        .iter()
        .any(|sum| label == *sum || label.strip_prefix(sum).is_some_and(|rest| rest.starts_with(' ')));
    let rest: Vec<&crate::Cell> = cells.collect();
    if says {
        return !rest.is_empty() && rest.iter().all(|cell| number(cell));
    }
    let blank_label = row.cells.first().is_none_or(|cell| cell.value.is_blank());
    blank_label && own(row).all(|(_, cell)| cell.formula && number(cell))
}

#[cfg(test)]
mod tests;
