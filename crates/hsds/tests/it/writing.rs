//! Packages as they are written.

use crate::files::good;
use hsds::limits::{Limits, Refusal};
use hsds::package::{Options, Row, Source, read, read_again};
use hsds::write::{About, Writer, descriptor};
use hsds::{Package, Service};
use std::io::Cursor;

#[test]
fn the_example_is_read_and_written_and_read_again() {
    let (package, _) = Package::read(Source::Files(&good()), &Options::default()).unwrap();
    let bytes = package.archive(About::default()).unwrap();
    let (again, findings) = Package::read(Source::Zip(&bytes), &Options::default()).unwrap();
    assert!(findings.keeps_schema());
    assert_eq!(again, package);
}

#[test]
fn what_was_read_is_handed_out_again_row_by_row() {
    let (files, options) = (good(), Options::default());
    let (mut first, mut again) = (Vec::new(), Vec::new());
    let row = |row: &Row<'_>| {
        let values: Vec<Option<String>> =
            (0..row.table().fields.len()).map(|field| row.value(field).map(str::to_owned)).collect();
        (row.table().name.clone(), row.number(), values)
    };
    assert!(read(Source::Files(&files), &options, |one| first.push(row(one))).unwrap().keeps_schema());
    read_again(Source::Files(&files), &options, |one| again.push(row(one))).unwrap();
    assert!(first.len() > 20);
    assert_eq!(first, again);
    let few = Options { limits: Limits { rows: 3, ..Limits::default() }, ..options };
    let refused = read_again(Source::Files(&files), &few, |_| ()).unwrap_err();
    assert!(
        matches!(refused, Refusal::TooManyRows { limit: 3, .. }),
        "the limits hold as before: {refused:?}"
    );
}

#[test]
fn the_descriptor_says_what_the_published_one_says() {
    // But for the one thing that is wrong there, and for titles and examples, which are the standard's own words.
    let published = hsds::declared::tables(&good()["datapackage.json"], false).unwrap();
    let own = hsds::declared::tables(descriptor(&About::default()).to_string().as_bytes(), false).unwrap();
    for (mut published, own) in published.into_iter().zip(own) {
        if own.name == "program" {
            published.fields[1].unique = false;
        }
        assert_eq!((published.name, published.path), (own.name.clone(), own.path));
        assert_eq!(published.fields, own.fields, "{}", own.name);
        assert_eq!((published.references.len(), own.delimiter), (own.references.len(), Some(b',')));
    }
}

#[test]
fn a_table_is_written_once_and_all_tables_are_there() {
    let mut writer =
        Writer::new(Cursor::new(Vec::new()), About { title: Some("Ours".to_owned()), ..About::default() });
    writer.table::<Service>([Service::default()]).unwrap();
    assert!(writer.table::<Service>([Service::default()]).is_err());
    let bytes = writer.finish().unwrap().into_inner();
    let archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.len(), 25);
}
