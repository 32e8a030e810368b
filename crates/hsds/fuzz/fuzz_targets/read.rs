// What must hold of every package and document, whatever is in it.

use hsds::package::{self, Columns, Options, Region, Schema, Source};
use hsds::{Findings, Limits, Package, Service, json, write::About};

/// Small bounds, so that they are reached.
fn limits() -> Limits {
    Limits {
        files: 32,
        unpacked: 4 << 20,
        document: 256 << 10,
        cell: 2_000,
        columns: 64,
        rows: 2_000,
        findings: 50,
        ..Limits::default()
    }
}

/// Reads an archive in both ways, twice, and asks what must hold.
pub fn read_package(bytes: &[u8]) {
    for (schema, columns) in [(Schema::Standard, Columns::ByName), (Schema::Declared, Columns::ByPlace)] {
        let options = Options { schema, columns, near: Some(Region::CANADA), limits: limits() };
        let (mut rows, mut sound) = (0_u64, 0_u64);
        let read = package::read(Source::Zip(bytes), &options, |row| {
            rows += 1;
            sound += u64::from(row.is_sound());
            assert!(row.number() > 1, "headings are no row");
            for field in 0..row.table().fields.len() {
                assert!(
                    row.value(field).is_none_or(|text| text.len() <= 3 * 2_000),
                    "a cell is within its bound"
                );
            }
        });
        let again = package::read(Source::Zip(bytes), &options, |_| ());
        assert_eq!(read, again, "a second reading finds the same");
        let Ok(findings) = read else { continue };
        assert!(rows == findings.rows() && rows <= 2_000 && sound <= rows, "every row is handed out once");
        told(&findings);
        if findings.list.is_empty() && schema == Schema::Standard {
            written_again(bytes, &options);
        }
    }
}

/// What is right is written and read unchanged.
fn written_again(bytes: &[u8], options: &Options) {
    let (package, _) = Package::read(Source::Zip(bytes), options).expect("it was read before");
    let archive = package.archive(About::default()).expect("into memory");
    let (again, findings) =
        Package::read(Source::Zip(&archive), &Options::default()).expect("it was written here");
    assert!(again == package && findings.keeps_schema(), "what is written is read unchanged");
}

fn told(findings: &Findings) {
    assert!(
        findings.list.len() <= 50 && (findings.more == 0 || findings.list.len() == 50),
        "findings are bounded"
    );
    for finding in &findings.list {
        assert!(!finding.file.is_empty() || finding.pointer.is_some(), "a finding has a place");
        assert!(!finding.problem.code().is_empty() && finding.row != Some(0) && finding.column != Some(0));
    }
}

/// Reads a document in both forms, and asks what must hold.
pub fn read_document(bytes: &[u8]) {
    for form in [json::Form::Full, json::Form::List] {
        let options = json::Options { form, near: Some(Region::CANADA), limits: limits() };
        let Ok((services, findings)) = json::read::<Service>(bytes, "a.json", &options) else { return };
        told(&findings);
        for service in &services {
            let written = json::write(service, json::Form::Full).to_string();
            let again = json::read::<Service>(written.as_bytes(), "a.json", &json::Options::default());
            let again = again.expect("it was written here").0;
            assert_eq!(again.first(), Some(service), "what is written is read unchanged");
        }
        let (package, same) =
            json::read_flat::<Service>(bytes, "a.json", &options).expect("it was read before");
        assert!(same == findings, "both ways find the same");
        assert!(
            package.services.iter().all(|service| service.phones.is_empty()),
            "nothing stands within a row"
        );
    }
}
