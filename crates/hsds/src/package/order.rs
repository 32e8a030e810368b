//! Tables one after another: those first that others refer to, and at the end what could not be known before.

use super::table::{Begun, Pending, Plan};
use super::{Gathered, Options, Row, keys};
use crate::declared::Table;
use crate::limits::Refusal;
use crate::problem::{Finding, Findings, Problem};
use std::io::Read;
use std::sync::Arc;

/// The tables in the order in which they are read: a table comes after those that it refers to, unless they refer to it as well.
pub(super) fn order(tables: &[Table]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(tables.len());
    let waits = |at: usize, order: &[usize]| {
        tables.get(at).is_some_and(|table| {
            table.references.iter().any(|reference| {
                let other = target(tables, at, &reference.table);
                other.is_some_and(|other| other != at && !order.contains(&other))
            })
        })
    };
    while order.len() < tables.len() {
        let left = || (0..tables.len()).filter(|at| !order.contains(at));
        let next = left().find(|at| !waits(*at, &order)).or_else(|| left().next());
        match next {
            Some(at) => order.push(at),
            None => break,
        }
    }
    order
}

/// The table that a reference means.
pub(super) fn target(tables: &[Table], own: usize, name: &str) -> Option<usize> {
    if name.is_empty() { Some(own) } else { tables.iter().position(|table| table.name == name) }
}

/// All that is known while a package is read.
pub(super) struct Reading<'t> {
    pub(super) tables: &'t [Table],
    pub(super) options: &'t Options,
    /// Whether rows are looked at before they are handed out.
    pub(super) checks: bool,
    pub(super) numbers: keys::Numbers,
    /// For each table, what its rows are known by.
    pub(super) known: Vec<Vec<keys::Known>>,
    pub(super) read: Vec<bool>,
    pub(super) pending: Vec<Pending>,
    pub(super) gathered: Gathered,
    /// How many values are remembered, or were.
    pub(super) values: u64,
    counts: Vec<Option<(String, u32)>>,
    rows: u32,
}

impl<'t> Reading<'t> {
    pub(super) fn new(tables: &'t [Table], options: &'t Options, checks: bool) -> Self {
        Self {
            tables,
            options,
            checks,
            numbers: keys::Numbers::default(),
            known: (0..tables.len()).map(|at| known(tables, at)).collect(),
            read: vec![false; tables.len()],
            pending: Vec::new(),
            gathered: Gathered::new(options.limits.findings),
            values: 0,
            counts: vec![None; tables.len()],
            rows: 0,
        }
    }

    /// Reads one table to its end.
    pub(super) fn table(
        &mut self,
        at: usize,
        name: &str,
        file: Option<Box<dyn Read + '_>>,
        each: &mut impl FnMut(&Row<'_>),
    ) -> Result<(), Refusal> {
        let Some(table) = self.tables.get(at) else { return Ok(()) };
        let file_name: Arc<str> = name.into();
        let whole = |problem| Finding {
            file: file_name.clone(),
            row: None,
            column: None,
            field: None,
            pointer: None,
            problem,
        };
        for what in &table.not_read {
            self.gathered.take(at, whole(Problem::NotSupported { what: what.clone() }));
        }
        // A table without a path is one that others refer to and that is not in the package.
        if !table.path.is_empty() {
            match file {
                None => self.gathered.take(at, whole(Problem::MissingFile)),
                Some(file) => {
                    let mut plan = Plan::new(self, at, file_name.clone());
                    let count = match plan.begin(file)? {
                        Begun::Rows(rows) => plan.run(rows, each)?,
                        Begun::Nothing(problem) => {
                            self.gathered.take(at, whole(problem));
                            0
                        }
                    };
                    if let Some(slot) = self.counts.get_mut(at) {
                        *slot = Some((name.to_owned(), count));
                    }
                }
            }
        }
        if let Some(read) = self.read.get_mut(at) {
            *read = true;
        }
        for known in self.known.get_mut(at).into_iter().flatten().filter(|known| !known.is_named) {
            known.forget();
        }
        Ok(())
    }

    /// Counts a row, and refuses what is beyond the limit. Two values may be remembered for each row that may be read: a schema may want every
    /// column to be unique.
    pub(super) fn count(&mut self, file: &str) -> Result<(), Refusal> {
        self.rows = self.rows.saturating_add(1);
        let limit = self.options.limits.rows;
        if self.rows > limit || self.values > u64::from(limit) * 2 {
            Err(Refusal::TooManyRows { file: file.to_owned(), limit })
        } else {
            Ok(())
        }
    }

    /// What was found, after the rows are looked for that were named before they were read.
    pub(super) fn end(mut self) -> Findings {
        for pending in std::mem::take(&mut self.pending) {
            let known = self.known.get(pending.target).and_then(|all| all.get(pending.known));
            if !known.is_some_and(|known| known.has(pending.value)) {
                match pending.finding {
                    Some(finding) => self.gathered.take(pending.table, *finding),
                    None => self.gathered.more += 1,
                }
            }
        }
        let Gathered { mut found, more, .. } = self.gathered;
        found.sort_by_key(|(table, finding)| (*table, finding.row, finding.column));
        Findings {
            list: found.into_iter().map(|(_, finding)| finding).collect(),
            more,
            tables: self.counts.into_iter().flatten().collect(),
        }
    }
}

/// What the rows of a table are known by: its key, each unique column, and what others name them by.
fn known(tables: &[Table], at: usize) -> Vec<keys::Known> {
    let Some(table) = tables.get(at) else { return Vec::new() };
    let mut all: Vec<keys::Known> = Vec::new();
    let mut of = |fields: Vec<usize>, mark: fn(&mut keys::Known)| {
        let place = all.iter().position(|known| known.fields == fields).unwrap_or(all.len());
        if place == all.len() {
            all.push(keys::Known::by(fields));
        }
        if let Some(known) = all.get_mut(place) {
            mark(known);
        }
    };
    if !table.key.is_empty() {
        of(table.key.clone(), |known| known.is_key = true);
    }
    for (place, _) in table.fields.iter().enumerate().filter(|(_, field)| field.unique) {
        of(vec![place], |known| known.is_unique = true);
    }
    for (own, other) in tables.iter().enumerate() {
        for reference in &other.references {
            let fields: Option<Vec<usize>> = reference.named.iter().map(|name| table.place(name)).collect();
            if let (Some(target), Some(fields)) = (target(tables, own, &reference.table), fields)
                && target == at
            {
                of(fields, |known| known.is_named = true);
            }
        }
    }
    all
}
