//! Packages to try things on.

use hsds::package::{Options, Source, read};
use hsds::{Findings, Problem};
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;

/// Files of a package by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The folder of standards that are kept here as others wrote them.
pub fn standards() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../standards")
}

/// All files of a folder.
pub fn folder(below: &str) -> Files {
    let entries = std::fs::read_dir(standards().join(below)).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.path().is_file());
    files
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// The example of the standard, repaired: nothing is wrong with it.
pub fn good() -> Files {
    folder("hsds-3.1/repaired")
}

/// Rows of a table.
pub fn table(files: &Files, file: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(files[file].as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Puts rows in place of a table's.
pub fn put(files: &mut Files, file: &str, rows: &[Vec<String>]) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    files.insert(file.to_owned(), writer.into_inner().unwrap());
}

/// Puts a value into a cell, rows counted as a spreadsheet program does.
pub fn set(files: &mut Files, file: &str, row: usize, column: &str, value: &str) {
    let mut rows = table(files, file);
    let at = rows[0].iter().position(|heading| heading == column).unwrap();
    rows[row - 1][at] = value.to_owned();
    put(files, file, &rows);
}

/// Adds a copy of a row, with some of its values changed.
pub fn add(files: &mut Files, file: &str, like: usize, changes: &[(&str, &str)]) {
    let mut rows = table(files, file);
    let mut row = rows[like - 1].clone();
    for (column, value) in changes {
        let at = rows[0].iter().position(|heading| heading == column).unwrap();
        row[at] = (*value).to_owned();
    }
    rows.push(row);
    put(files, file, &rows);
}

/// An archive of these files, in the order of their names.
pub fn zipped<'a>(files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What is found in a package.
pub fn found(files: &Files, options: &Options) -> Findings {
    read(Source::Files(files), options, |_| ()).unwrap()
}

/// The same in short: `services.csv:2:1 not-uuid`.
pub fn told(findings: &Findings) -> Vec<String> {
    let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
    let one = |finding: &hsds::Finding| {
        let (row, column) = (number(finding.row), number(finding.column));
        format!("{}:{row}:{column} {}", finding.file, Problem::code(&finding.problem))
    };
    findings.list.iter().map(one).collect()
}
