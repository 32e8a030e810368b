//! Packages: CSV files with a descriptor, read row by row.

mod check;
mod keys;
pub(crate) mod meaning;
mod order;
mod table;

use crate::declared::{self, Table};
use crate::files::Files;
pub use crate::files::Source;
use crate::limits::{Limits, Refusal};
use crate::objects::{Object, Package};
use crate::problem::{Finding, Findings};
use crate::rows::Record;
use crate::standard;
use std::collections::BTreeMap;

/// The file that describes a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// How a package is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Whose word counts.
    pub schema: Schema,
    /// How columns find their fields.
    pub columns: Columns,
    /// Where places are expected, to tell those whose latitude and longitude have changed places.
    pub near: Option<Region>,
    /// The most that is read.
    pub limits: Limits,
}

/// Which schema a package is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Schema {
    /// That of HSDS for its tables, known by name or file; what the descriptor says for others. Needs no descriptor.
    #[default]
    Standard,
    /// What the descriptor says, whatever it is.
    Declared,
}

/// How columns find their fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Columns {
    /// By their headings. Unknown ones are told and left out; missing ones matter when they are required.
    #[default]
    ByName,
    /// By their places, as Table Schema wants it: every field of the schema, in its order.
    ByPlace,
}

/// A part of the earth between two parallels and two meridians.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// Degrees north, from and to.
    pub north: (f64, f64),
    /// Degrees east, from and to.
    pub east: (f64, f64),
}

impl Region {
    /// Canada, with the sea around it.
    pub const CANADA: Self = Self { north: (41.0, 84.0), east: (-142.0, -52.0) };

    /// Whether a place lies within.
    pub fn holds(&self, latitude: f64, longitude: f64) -> bool {
        (self.north.0..=self.north.1).contains(&latitude) && (self.east.0..=self.east.1).contains(&longitude)
    }
}

/// A row, while it is read.
pub struct Row<'a> {
    pub(crate) table: &'a Table,
    pub(crate) columns: &'a [Option<usize>],
    pub(crate) record: &'a Record<'a>,
    pub(crate) sound: bool,
}

impl<'a> Row<'a> {
    /// The table.
    pub fn table(&self) -> &'a Table {
        self.table
    }

    /// The number of the row as a spreadsheet program counts it, headings first.
    pub fn number(&self) -> u32 {
        self.record.number
    }

    /// Whether nothing in it breaks the schema. What it names of tables that are read later is not known yet.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// The value of the field of that name; none where there is none.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.value(self.table.place(name)?)
    }

    /// The value of the field at that place in the schema.
    pub fn value(&self, field: usize) -> Option<&'a str> {
        let text = self.record.cell((*self.columns.get(field)?)?)?;
        (!self.table.missing.iter().any(|missing| missing == text)).then_some(text)
    }

    /// The row as an object of the standard. Fields that the object does not have are left out.
    pub fn object<T: Object>(&self) -> T {
        let mut object = T::default();
        for (place, column) in T::TABLE.columns.iter().enumerate() {
            if let Some(text) = self.get(column.name) {
                object.put(place, text);
            }
        }
        object
    }
}

/// Reads a package: hands out every row of every table, tables that others refer to first, and says all that is wrong.
///
/// Nothing is held but the ids, so the size of the package does not matter. Rows are handed out whether they are sound or not, and before
/// all is known; who wants all or nothing waits for the end.
pub fn read(source: Source<'_>, options: &Options, each: impl FnMut(&Row<'_>)) -> Result<Findings, Refusal> {
    walk(source, (options, true), each)
}

/// Hands out every row of a package once more that [`read`] found sound, in the same order. Nothing is looked at anew, so that not even ids are
/// held; the limits hold as before.
pub fn read_again(source: Source<'_>, options: &Options, each: impl FnMut(&Row<'_>)) -> Result<(), Refusal> {
    walk(source, (options, false), each).map(drop)
}

fn walk(
    source: Source<'_>,
    (options, checks): (&Options, bool),
    mut each: impl FnMut(&Row<'_>),
) -> Result<Findings, Refusal> {
    let mut files = Files::open(source, &options.limits)?;
    let (folder, tables) = described(&mut files, options)?;
    let mut reading = order::Reading::new(&tables, options, checks);
    for at in order::order(&tables) {
        let Some(table) = tables.get(at) else { continue };
        let name = format!("{folder}{}", table.path);
        // One that others refer to and that is not in the package has no file to be asked for.
        let file = if table.path.is_empty() { None } else { files.read(&name)? };
        reading.table(at, &name, file, &mut each)?;
    }
    Ok(reading.end())
}

impl Package {
    /// Reads a package into memory. Rows are taken whether they are sound or not.
    pub fn read(source: Source<'_>, options: &Options) -> Result<(Self, Findings), Refusal> {
        let mut package = Self::default();
        let findings = read(source, options, |row| package.take(row))?;
        Ok((package, findings))
    }
}

/// The tables of a package, and the folder within it where they lie.
fn described(files: &mut Files<'_>, options: &Options) -> Result<(String, Vec<Table>), Refusal> {
    let names = files.names();
    let ends = |name: &&String| name.as_str() == DESCRIPTOR || name.ends_with(&format!("/{DESCRIPTOR}"));
    let descriptor = names.iter().filter(ends).min_by_key(|name| (name.matches('/').count(), *name));
    if let Some(descriptor) = descriptor {
        let document = files.document(descriptor, &options.limits)?.unwrap_or_default();
        let tables = declared::tables(&document, options.schema == Schema::Standard)?;
        let folder = descriptor.strip_suffix(DESCRIPTOR).unwrap_or_default().to_owned();
        return if tables.is_empty() { Err(Refusal::NoTables) } else { Ok((folder, tables)) };
    }
    if options.schema == Schema::Declared {
        return Err(Refusal::NoTables);
    }
    // Without a descriptor the names of the files say what they are.
    let mut found: BTreeMap<&str, Vec<Table>> = BTreeMap::new();
    for name in &names {
        let (folder, file) = name
            .rsplit_once('/')
            .map_or(("", name.as_str()), |(_, file)| (name.strip_suffix(file).unwrap_or(""), file));
        if let Some(table) = standard::table_of_file(file).filter(|table| table.path == file) {
            found.entry(folder).or_default().push(table.into());
        }
    }
    let most = found.into_iter().max_by_key(|(folder, tables)| (tables.len(), std::cmp::Reverse(*folder)));
    let (folder, tables) = most.ok_or(Refusal::NoTables)?;
    Ok((folder.to_owned(), declared::with_absent(tables)))
}

/// Findings as they are gathered: kept up to a number, counted beyond it.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) found: Vec<(usize, Finding)>,
    pub(crate) more: u64,
    most: usize,
}

impl Gathered {
    pub(crate) fn new(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    pub(crate) fn take(&mut self, table: usize, finding: Finding) {
        if self.found.len() < self.most {
            self.found.push((table, finding));
        } else {
            self.more += 1;
        }
    }
}
