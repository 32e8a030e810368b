//! The example package of the standard: as it was published, and repaired.

use crate::files::{folder, found, good, told, zipped};
use hsds::package::{self, Columns, Options, Schema, Source};
use hsds::{Package, Problem, Refusal};

fn declared() -> Options {
    Options { schema: Schema::Declared, columns: Columns::ByPlace, ..Options::default() }
}

#[test]
fn as_it_was_published_it_is_refused_and_every_error_has_a_name() {
    let published = folder("hsds-3.1/examples/csv");
    let broken = told(&found(&published, &Options::default()));
    assert_eq!(
        broken,
        [
            "locations.csv:2:4 broken-reference",
            "locations.csv:2:9 not-on-earth",
            "contacts.csv:2:2 broken-reference",
            "contacts.csv:2:4 broken-reference",
            "service_areas.csv:2:3 broken-reference",
            "taxonomy_terms.csv:2:8 broken-reference",
            "service_capacity.csv:2:2 broken-reference",
            "service_capacity.csv:2:3 broken-reference",
        ]
    );
    // By its own descriptor it cannot be read at all: two tables have a key and no column for it.
    let refused = package::read(Source::Files(&published), &declared(), |_| ()).unwrap_err();
    assert_eq!(refused, Refusal::BadDescriptor { what: "/resources/21/schema/primaryKey".to_owned() });
}

#[test]
fn repaired_it_is_read_whole_from_folder_archive_and_memory() {
    let files = good();
    let path = crate::files::standards().join("hsds-3.1/repaired");
    let archive = zipped(&files);
    for options in [Options::default(), declared()] {
        let mut read = Vec::new();
        for source in [Source::Files(&files), Source::Folder(&path), Source::Zip(&archive)] {
            let (package, findings) = Package::read(source, &options).unwrap();
            assert_eq!(told(&findings), Vec::<String>::new());
            assert_eq!((findings.tables.len(), findings.rows(), package.rows()), (24, 24, 24));
            read.push(package);
        }
        assert!(read.iter().all(|package| *package == read[0]));
        let service = &read[0].services[0];
        assert_eq!((service.name.as_str(), service.status.as_str()), ("Community Counselling", "active"));
        assert_eq!(service.minimum_age.as_ref().and_then(serde_json::Number::as_i64), Some(12));
        assert_eq!(read[0].phones[0].kind.as_deref(), Some("voice"));
        assert_eq!(read[0].phones[0].number, "\"+44 1234 234567\"");
    }
}

#[test]
fn it_needs_no_descriptor_and_may_lie_in_a_folder_of_the_archive() {
    let mut files = good();
    files.remove("datapackage.json");
    files.remove("languages.csv");
    assert_eq!(told(&found(&files, &Options::default())), Vec::<String>::new());
    let below: crate::files::Files =
        good().into_iter().map(|(name, bytes)| (format!("export/{name}"), bytes)).collect();
    let archive = zipped(&below);
    let (package, findings) = Package::read(Source::Zip(&archive), &Options::default()).unwrap();
    assert_eq!((told(&findings).len(), package.rows()), (0, 24));
    assert_eq!(findings.tables[0].0, "export/organizations.csv");
}

#[test]
fn tables_come_before_those_that_refer_to_them() {
    let mut seen = Vec::new();
    package::read(Source::Files(&good()), &Options::default(), |row| seen.push(row.table().name.clone()))
        .unwrap();
    let at = |name: &str| seen.iter().position(|table| table == name).unwrap();
    for (first, then) in [
        ("organization", "service"),
        ("location", "service_at_location"),
        ("taxonomy", "taxonomy_term"),
        ("unit", "service_capacity"),
    ] {
        assert!(at(first) < at(then), "{first} before {then}");
    }
}

#[test]
fn the_schema_here_is_the_published_one() {
    // But for one thing: there, an organization can have one program only.
    let repaired = hsds::declared::tables(&good()["datapackage.json"], false).unwrap();
    for (published, own) in repaired.iter().zip(hsds::standard::tables()) {
        let mut own = hsds::declared::Table::from(*own);
        if own.name == "program" {
            assert!(!own.fields[1].unique && published.fields[1].unique);
            own.fields[1].unique = true;
        }
        assert_eq!((&published.name, &published.path, &published.key), (&own.name, &own.path, &own.key));
        assert_eq!(published.fields, own.fields, "{}", own.name);
        let sorted = |table: &hsds::declared::Table| {
            let mut references = table.references.clone();
            references.sort_by_key(|reference| reference.fields.clone());
            references
        };
        assert_eq!(sorted(published), sorted(&own), "{}", own.name);
    }
    assert_eq!(repaired.len(), 24);
}

#[test]
fn what_is_elsewhere_an_error_has_a_name_there() {
    assert_eq!(Problem::NoKey.elsewhere(), Some("primary-key"));
    assert_eq!(Problem::TurnsDirection.elsewhere(), None);
}
