//! Writes packages: an archive with a file for each table and the descriptor. The same rows give the same bytes.

use crate::objects::{Object, Package};
use crate::package::DESCRIPTOR;
use crate::standard::{self, Column, Table};
use serde_json::{Value, json};
use std::borrow::{Borrow, Cow};
use std::io::{self, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What is said of a package as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name for programs: small letters, digits, `-`, `.`, `_` and `/`.
    pub name: String,
    /// Its name for people.
    pub title: Option<String>,
    /// Where it is told more of.
    pub homepage: Option<String>,
}

impl Default for About {
    fn default() -> Self {
        Self { name: "human_services_data".to_owned(), title: None, homepage: None }
    }
}

/// Writes a package table by table, so that it need not be held.
pub struct Writer<W: Write + Seek> {
    archive: ZipWriter<W>,
    about: About,
    written: Vec<&'static str>,
}

impl<W: Write + Seek> Writer<W> {
    /// Begins one.
    pub fn new(out: W, about: About) -> Self {
        Self { archive: ZipWriter::new(out), about, written: Vec::new() }
    }

    /// Writes all rows of a table. Each table can be written once.
    pub fn table<T: Object>(&mut self, rows: impl IntoIterator<Item = impl Borrow<T>>) -> io::Result<()> {
        self.begin(T::TABLE)?;
        let mut line = String::new();
        for row in rows {
            row_of(row.borrow().cells(), &mut line);
            self.archive.write_all(line.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the tables that have no rows, so that whatever refers to them finds them, and the descriptor.
    pub fn finish(mut self) -> io::Result<W> {
        for table in standard::tables() {
            if !self.written.contains(&table.name) {
                self.begin(table)?;
            }
        }
        let mut text = serde_json::to_string_pretty(&descriptor(&self.about))?;
        text.push('\n');
        self.archive.start_file(DESCRIPTOR, options())?;
        self.archive.write_all(text.as_bytes())?;
        Ok(self.archive.finish()?)
    }

    fn begin(&mut self, table: &'static Table) -> io::Result<()> {
        if self.written.contains(&table.name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.written.push(table.name);
        self.archive.start_file(table.path, options())?;
        let mut line = String::new();
        row_of(table.columns.iter().map(|column| Cow::Borrowed(column.name)), &mut line);
        self.archive.write_all(line.as_bytes())
    }
}

impl Package {
    /// The package as an archive.
    pub fn archive(&self, about: About) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(io::Cursor::new(Vec::new()), about);
        self.each_table(&mut writer)?;
        Ok(writer.finish()?.into_inner())
    }
}

/// Nothing of when and where it was written.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// One line of CSV (RFC 4180).
fn row_of<'a>(cells: impl IntoIterator<Item = Cow<'a, str>>, line: &mut String) {
    line.clear();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&cell);
        }
    }
    line.push_str("\r\n");
}

/// The descriptor of a package with all tables of the standard.
pub fn descriptor(about: &About) -> Value {
    let tables: Vec<Value> = standard::tables().iter().map(|table| described(table)).collect();
    object([
        ("profile", Some(json!("tabular-data-package"))),
        ("name", Some(json!(about.name))),
        ("title", about.title.as_ref().map(|title| json!(title))),
        ("homepage", about.homepage.as_ref().map(|homepage| json!(homepage))),
        ("version", Some(json!("3.1"))),
        ("resources", Some(Value::from(tables))),
    ])
}

/// An object of the members that are there.
fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect())
}

fn described(table: &Table) -> Value {
    let reference = |column: &Column| {
        let other = column.refers_to?;
        Some(json!({"fields": column.name, "reference": {"resource": other, "fields": "id"}}))
    };
    let references: Vec<Value> = table.columns.iter().filter_map(reference).collect();
    let schema = object([
        ("fields", Some(table.columns.iter().map(field).collect())),
        ("primaryKey", Some(json!("id"))),
        ("foreignKeys", (!references.is_empty()).then(|| Value::from(references))),
    ]);
    json!({
        "name": table.name,
        "path": table.path,
        "description": table.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        // All of it is said, so that nobody has to guess.
        "dialect": {
            "delimiter": ",",
            "quoteChar": "\"",
            "doubleQuote": true,
            "lineTerminator": "\r\n",
            "skipInitialSpace": false,
            "header": true,
        },
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let rules = object([
        ("required", column.required_in_table.then_some(json!(true))),
        ("unique", column.unique.then_some(json!(true))),
        ("enum", (!column.options.is_empty()).then(|| json!(column.options))),
    ]);
    object([
        ("name", Some(json!(column.name))),
        ("type", Some(json!(column.holds.name()))),
        ("format", column.holds.format().map(|format| json!(format))),
        ("description", Some(json!(column.about))),
        ("constraints", rules.as_object().is_some_and(|rules| !rules.is_empty()).then_some(rules)),
    ])
}
