//! What HSDS 3.1 says of each object, as constants: its table, the columns of it, and what stands within it in JSON.
//!
//! The objects themselves ([`crate::objects`]) are declared from the same lines, so nothing here is written twice.

use crate::values::Type;

/// One kind of object.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in the standard, in the singular: `service`.
    pub name: &'static str,
    /// The file of a package that holds such objects: `services.csv`.
    pub path: &'static str,
    /// What such an object is, in a sentence.
    pub about: &'static str,
    /// Its columns, in the order of the standard.
    pub columns: &'static [Column],
    /// What stands within it in JSON.
    pub parts: &'static [Part],
}

impl Table {
    /// The column of that name, with its place, from 0.
    pub fn column(&self, name: &str) -> Option<(usize, &'static Column)> {
        self.columns.iter().enumerate().find(|(_, column)| column.name == name)
    }
}

/// One column of a table, which is one member of the object in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds, in a sentence.
    pub about: &'static str,
    /// What its values are.
    pub holds: Type,
    /// Whether every object in JSON has it.
    pub required: bool,
    /// Whether every row of the table has it; an object in JSON may say it by where it stands.
    pub required_in_table: bool,
    /// Whether no two rows share a value.
    pub unique: bool,
    /// The only values it may have; any where there are none.
    pub options: &'static [&'static str],
    /// The table whose `id` it names.
    pub refers_to: Option<&'static str>,
}

impl Column {
    pub(crate) const fn new(name: &'static str, about: &'static str, holds: Type) -> Self {
        Self {
            name,
            about,
            holds,
            required: false,
            required_in_table: false,
            unique: false,
            options: &[],
            refers_to: None,
        }
    }

    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self.required_in_table = true;
        self
    }

    pub(crate) const fn required_in_table(mut self) -> Self {
        self.required_in_table = true;
        self
    }

    pub(crate) const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    pub(crate) const fn one_of(mut self, options: &'static [&'static str]) -> Self {
        self.options = options;
        self
    }

    pub(crate) const fn refers_to(mut self, table: &'static str) -> Self {
        self.refers_to = Some(table);
        self
    }
}

/// Other objects that stand within an object in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The member they stand in.
    pub name: &'static str,
    /// The table whose objects they are.
    pub table: &'static str,
    /// Whether there can be several, so that they stand in an array.
    pub many: bool,
    /// Whether the object must have it.
    pub required: bool,
}

/// All tables, in the order of the standard's own package.
pub fn tables() -> &'static [&'static Table] {
    crate::objects::TABLES
}

/// The table of that name (`service`).
pub fn table(name: &str) -> Option<&'static Table> {
    tables().iter().copied().find(|table| table.name == name)
}

/// The table that a file of that name, or that has the plural as its name, holds (`services.csv`, `services`).
pub fn table_of_file(name: &str) -> Option<&'static Table> {
    let stem = |path: &'static str| path.strip_suffix(".csv").unwrap_or(path);
    tables().iter().copied().find(|table| table.path == name || stem(table.path) == name)
}
