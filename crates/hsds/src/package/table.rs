//! One table: its headings, then row after row.

use super::check::Check;
use super::meaning::Meaning;
use super::order::{Reading, target};
use super::{Columns, Row};
use crate::declared::Table;
use crate::limits::Refusal;
use crate::problem::{Finding, Problem, shown};
use crate::rows::{Record, Rows};
use crate::values::Type;
use std::io::Read;
use std::sync::Arc;

/// What a row names of a table that is not read yet.
pub(super) struct Pending {
    pub(super) table: usize,
    pub(super) target: usize,
    pub(super) known: usize,
    pub(super) value: u128,
    /// What is told when it is not there; of very many only their number is.
    pub(super) finding: Option<Box<Finding>>,
}

/// What a table begins with.
pub(super) enum Begun<R> {
    /// Headings, and rows behind them.
    Rows(Rows<R>),
    /// Nothing that could be read.
    Nothing(Problem),
}

/// A column of the file.
struct Column {
    heading: Arc<str>,
    /// Its field, by place in the schema.
    field: Option<usize>,
    check: Option<Check>,
}

/// What a row names, made ready.
struct Names {
    fields: Vec<usize>,
    column: usize,
    table: Arc<str>,
    target: usize,
    known: usize,
}

/// How the rows of one table are read.
pub(super) struct Plan<'r, 't> {
    reading: &'r mut Reading<'t>,
    at: usize,
    table: &'t Table,
    file: Arc<str>,
    columns: Vec<Column>,
    /// For each field the column, where there is one.
    places: Vec<Option<usize>>,
    /// What rows are known by: places in `Reading::known` of those whose columns are all there.
    known: Vec<usize>,
    names: Vec<Names>,
    meaning: Meaning,
    /// For each field, whether the row has a value of its type there.
    typed: Vec<bool>,
    broken: bool,
}

impl<'r, 't> Plan<'r, 't> {
    pub(super) fn new(reading: &'r mut Reading<'t>, at: usize, file: Arc<str>) -> Self {
        static NONE: Table = Table {
            name: String::new(),
            path: String::new(),
            delimiter: None,
            missing: Vec::new(),
            fields: Vec::new(),
            key: Vec::new(),
            references: Vec::new(),
            not_read: Vec::new(),
        };
        let table = reading.tables.get(at).unwrap_or(&NONE);
        let meaning = Meaning::of(table, reading.options.near);
        Self {
            reading,
            at,
            table,
            file,
            columns: Vec::new(),
            places: vec![None; table.fields.len()],
            known: Vec::new(),
            names: Vec::new(),
            meaning,
            typed: vec![false; table.fields.len()],
            broken: false,
        }
    }

    /// Reads the headings and makes everything ready for the rows.
    pub(super) fn begin<R: Read>(&mut self, file: R) -> Result<Begun<R>, Refusal> {
        let limits = &self.reading.options.limits;
        let mut rows = Rows::new(file, &self.file, self.table.delimiter, limits)?;
        if rows.is_wide() {
            return Ok(Begun::Nothing(Problem::WrongEncoding));
        }
        let headings = match rows.next()? {
            Some(record) if record.len() > 0 => {
                (0..record.len()).map(|at| record.cell(at).unwrap_or_default().trim().to_owned()).collect()
            }
            _ => return Ok(Begun::Nothing(Problem::NoHeadings)),
        };
        self.head(headings);
        let here = |fields: &[usize]| {
            fields.iter().all(|field| self.places.get(*field).is_some_and(Option::is_some))
        };
        let known = self.reading.known.get(self.at).map_or(&[][..], Vec::as_slice);
        self.known =
            known.iter().enumerate().filter(|(_, known)| here(&known.fields)).map(|(at, _)| at).collect();
        self.names = self
            .table
            .references
            .iter()
            .filter_map(|reference| {
                let target = target(self.reading.tables, self.at, &reference.table)?;
                let other = self.reading.tables.get(target)?;
                let named: Option<Vec<usize>> =
                    reference.named.iter().map(|name| other.place(name)).collect();
                let named = named?;
                let known = self.reading.known.get(target)?.iter().position(|known| known.fields == named)?;
                let column = (*self.places.get(*reference.fields.first()?)?)?;
                here(&reference.fields).then(|| Names {
                    fields: reference.fields.clone(),
                    column,
                    table: other.name.as_str().into(),
                    target,
                    known,
                })
            })
            .collect();
        Ok(Begun::Rows(rows))
    }

    /// Gives each column its field.
    fn head(&mut self, headings: Vec<String>) {
        let by_place = self.reading.options.columns == Columns::ByPlace;
        let mut not_read = Vec::new();
        for (at, heading) in headings.iter().enumerate() {
            let same = headings.iter().take(at).position(|other| other == heading && !heading.is_empty());
            let field = if by_place {
                (at < self.table.fields.len()).then_some(at)
            } else {
                self.table.place(heading)
            };
            let known = field.and_then(|field| self.table.fields.get(field));
            let field = field.filter(|_| by_place || same.is_none());
            let check = known.filter(|_| field.is_some()).map(|field| Check::of(field, &mut not_read));
            self.columns.push(Column { heading: heading.as_str().into(), field, check });
            if let Some(slot) = field.and_then(|field| self.places.get_mut(field)) {
                *slot = Some(at);
            }
            match (known, same) {
                (None, _) if by_place => self.heading(at, Problem::UnknownColumn { heading: shown(heading) }),
                _ if heading.is_empty() => self.heading(at, Problem::BlankHeading),
                (_, Some(first)) => {
                    self.heading(at, Problem::SameHeading { first: number(first) });
                }
                (None, _) => self.heading(at, Problem::UnknownColumn { heading: shown(heading) }),
                (Some(known), _) if known.name != *heading => {
                    self.heading(at, Problem::OtherColumn { heading: shown(heading) });
                }
                _ => {}
            }
        }
        let missing: Vec<usize> =
            (0..self.places.len()).filter(|field| self.places.get(*field) == Some(&None)).collect();
        for (count, field) in missing.into_iter().enumerate() {
            let Some(field) = self.table.fields.get(field) else { continue };
            if by_place || field.required {
                let column = Some(number(headings.len() + count));
                self.found(Some(1), column, Some(field.name.as_str().into()), Problem::MissingColumn);
            }
        }
        for what in not_read {
            self.found(None, None, None, Problem::NotSupported { what });
        }
    }

    fn heading(&mut self, at: usize, problem: Problem) {
        let name = self.columns.get(at).map(|column| column.heading.clone());
        self.found(Some(1), Some(number(at)), name, problem);
    }

    fn found(&mut self, row: Option<u32>, column: Option<u32>, field: Option<Arc<str>>, problem: Problem) {
        self.broken |= problem.breaks_schema();
        let finding = Finding { file: self.file.clone(), row, column, field, pointer: None, problem };
        self.reading.gathered.take(self.at, finding);
    }

    /// Something about the column at that place.
    fn at(&mut self, row: u32, column: usize, problem: Problem) {
        let name = self.columns.get(column).map(|column| column.heading.clone());
        self.found(Some(row), Some(number(column)), name, problem);
    }

    /// The same, for later.
    fn later(&self, row: u32, column: usize, problem: Problem) -> Finding {
        let field = self.columns.get(column).map(|column| column.heading.clone());
        let (row, column) = (Some(row), Some(number(column)));
        Finding { file: self.file.clone(), row, column, field, pointer: None, problem }
    }

    /// Reads all rows, and gives their number.
    pub(super) fn run<R: Read>(
        &mut self,
        mut rows: Rows<R>,
        each: &mut impl FnMut(&Row<'_>),
    ) -> Result<u32, Refusal> {
        let mut count = 0;
        while let Some(record) = rows.next()? {
            count += 1;
            self.reading.count(&self.file)?;
            self.broken = false;
            if self.reading.checks {
                self.look(&record);
            }
            let row = Row { table: self.table, columns: &self.places, record: &record, sound: !self.broken };
            each(&row);
        }
        Ok(count)
    }

    /// Finds what is wrong with a row, and remembers what it is known by.
    fn look(&mut self, record: &Record<'_>) {
        if self.is_blank(record) {
            self.found(Some(record.number), None, None, Problem::BlankRow);
            self.typed.fill(false);
        } else {
            self.cells(record);
        }
        self.know(record);
        self.refer(record);
    }

    /// Whether a text stands for nothing.
    fn is_missing(&self, text: &str) -> bool {
        match self.table.missing.as_slice() {
            [only] => only == text,
            several => several.iter().any(|missing| missing == text),
        }
    }

    fn is_blank(&self, record: &Record<'_>) -> bool {
        (0..self.columns.len()).all(|at| record.cell(at).is_none_or(|text| self.is_missing(text)))
    }

    fn cells(&mut self, record: &Record<'_>) {
        let row = record.number;
        // What is found is gathered first, since the rules of the columns are borrowed meanwhile.
        let mut problems: Vec<(usize, Problem)> = Vec::new();
        for at in 0..self.columns.len() {
            let Some(column) = self.columns.get(at) else { break };
            let cell = record.cell(at);
            let value = cell.filter(|text| !self.is_missing(text));
            if let Some(check) = &column.check {
                let typed = check.judge(value, &mut |problem| problems.push((at, problem)));
                if let Some(slot) = column.field.and_then(|field| self.typed.get_mut(field)) {
                    *slot = typed;
                }
            }
            if cell.is_none() {
                problems.push((at, Problem::MissingCell));
            }
        }
        problems.extend((self.columns.len()..record.len()).map(|at| (at, Problem::ExtraCell)));
        problems.extend(record.spoiled.iter().map(|at| (*at, Problem::WrongEncoding)));
        if record.open {
            problems.push((record.len().saturating_sub(1), Problem::OpenQuote));
        }
        let (typed, places) = (&self.typed, &self.places);
        let value = |field: usize| {
            let column = (*places.get(field)?)?;
            record.cell(column).filter(|_| typed.get(field) == Some(&true))
        };
        self.meaning.judge(value, &mut |field, problem| {
            if let Some(Some(column)) = places.get(field) {
                problems.push((*column, problem));
            }
        });
        for (at, problem) in problems {
            self.at(row, at, problem);
        }
    }

    /// The value of a field, where it is of its type.
    fn value<'a>(&self, field: usize, record: &Record<'a>) -> (Type, Option<&'a str>) {
        let holds = self.table.fields.get(field).map_or(Type::Any, |field| field.holds);
        let typed = self.typed.get(field) == Some(&true);
        let column = self.places.get(field).copied().flatten();
        (holds, column.filter(|_| typed).and_then(|column| record.cell(column)))
    }

    /// The number for the values of some fields; none when the row has none of them.
    fn known_by(&self, fields: &[usize], record: &Record<'_>) -> Option<u128> {
        match fields {
            // Nearly every key is one column.
            [field] => self.reading.numbers.of(&[self.value(*field, record)]),
            all => {
                let values: Vec<_> = all.iter().map(|field| self.value(*field, record)).collect();
                self.reading.numbers.of(&values)
            }
        }
    }

    /// Remembers what the row is known by, and tells when another row is known by the same.
    fn know(&mut self, record: &Record<'_>) {
        let row = record.number;
        for which in 0..self.known.len() {
            let Some(place) = self.known.get(which).copied() else { break };
            let known = self.reading.known.get(self.at).and_then(|all| all.get(place));
            let Some(value) = known.map(|known| self.known_by(&known.fields, record)) else { break };
            let known = self.reading.known.get_mut(self.at).and_then(|all| all.get_mut(place));
            let Some(known) = known else { break };
            let (is_key, is_unique) = (known.is_key, known.is_unique);
            let column = known.fields.first().and_then(|field| self.places.get(*field).copied().flatten());
            let before = value.and_then(|value| known.take(value, row));
            self.reading.values += u64::from(value.is_some() && before.is_none());
            if let (Some(same_as), true, Some(column)) = (before, is_unique, column) {
                self.at(row, column, Problem::NotUnique { same_as });
            }
            let problem = match (is_key, value, before) {
                (true, None, _) => Problem::NoKey,
                (true, _, Some(same_as)) => Problem::SameKey { same_as },
                _ => continue,
            };
            if let Some(column) = column {
                self.at(row, column, problem);
            }
        }
    }

    /// Looks for the rows that the row names.
    fn refer(&mut self, record: &Record<'_>) {
        for which in 0..self.names.len() {
            let Some(names) = self.names.get(which) else { break };
            let Some(value) = self.known_by(&names.fields, record) else { continue };
            let known = self.reading.known.get(names.target).and_then(|all| all.get(names.known));
            if known.is_some_and(|known| known.has(value)) {
                continue;
            }
            let values = names.fields.iter().filter_map(|field| self.value(*field, record).1);
            let texts: Vec<&str> = values.collect();
            let problem =
                Problem::BrokenReference { value: shown(&texts.join(", ")), table: names.table.clone() };
            let (target, known, column) = (names.target, names.known, names.column);
            if self.reading.read.get(target) == Some(&true) {
                self.at(record.number, column, problem);
            } else {
                let kept =
                    self.reading.pending.len() < self.reading.options.limits.findings.saturating_mul(10);
                let finding = kept.then(|| Box::new(self.later(record.number, column, problem)));
                self.reading.pending.push(Pending { table: self.at, target, known, value, finding });
            }
        }
    }
}

/// A place from 0 as people count it.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}
