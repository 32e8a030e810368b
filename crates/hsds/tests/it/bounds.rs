//! Packages that are meant to harm.

use crate::files::{Files, good, zipped};
use hsds::package::{Options, Source, read};
use hsds::{Limits, Refusal};

fn refused(bytes: &[u8], limits: Limits) -> Refusal {
    let options = Options { limits, ..Options::default() };
    read(Source::Zip(bytes), &options, |_| ()).unwrap_err()
}

fn with(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut files = good();
    files.insert(name.to_owned(), bytes.to_vec());
    zipped(&files)
}

#[test]
fn a_good_archive_is_within_the_usual_bounds() {
    let archive = zipped(&good());
    assert!(read(Source::Zip(&archive), &Options::default(), |_| ()).unwrap().keeps_schema());
}

#[test]
fn names_that_lead_outside_are_refused_in_archives_and_descriptors() {
    for name in ["../evil.csv", "/etc/passwd", "a/../../b.csv", "C:evil.csv", "..\\evil.csv"] {
        let refusal = refused(&with(name, b"id\n"), Limits::default());
        assert_eq!(refusal, Refusal::LeadsOutside { file: name.to_owned() });
    }
    let descriptor = |path: &str| {
        let text = String::from_utf8(good()["datapackage.json"].clone()).unwrap();
        let mut files = good();
        files.insert("datapackage.json".to_owned(), text.replace("organizations.csv", path).into_bytes());
        read(Source::Files(&files), &Options::default(), |_| ()).unwrap_err()
    };
    for path in ["../organizations.csv", "/etc/passwd", "http://example.org/a.csv/../../x"] {
        assert_eq!(descriptor(path), Refusal::LeadsOutside { file: path.to_owned() });
    }
}

#[test]
fn links_that_lead_out_of_a_folder_are_not_followed() {
    let folder = std::env::temp_dir().join(format!("hsds-links-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in good() {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let outside = std::env::temp_dir().join(format!("hsds-outside-{}.csv", std::process::id()));
    std::fs::rename(folder.join("units.csv"), &outside).unwrap();
    std::os::unix::fs::symlink(&outside, folder.join("units.csv")).unwrap();
    let findings = read(Source::Folder(&folder), &Options::default(), |_| ()).unwrap();
    assert!(crate::files::told(&findings).contains(&"units.csv:-:- missing-file".to_owned()));
    std::fs::remove_dir_all(folder).unwrap();
    std::fs::remove_file(outside).unwrap();
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    let zeros = vec![b'0'; 40 << 20];
    assert_eq!(refused(&with("languages.csv", &zeros), Limits::default()), Refusal::TooDense { limit: 100 });
    let few = Limits { unpacked: 10_000, ..Limits::default() };
    assert_eq!(refused(&zipped(&good()), few), Refusal::TooLarge { limit: 10_000 });
    let many: Files = (0..300).map(|number| (format!("{number}.csv"), Vec::new())).collect();
    assert_eq!(refused(&zipped(&many), Limits::default()), Refusal::TooManyFiles { limit: 256 });
    let inner = zipped(&good());
    let nested = Refusal::NestedArchive { file: "more.csv".to_owned() };
    assert_eq!(refused(&with("more.csv", &inner), Limits::default()), nested);
}

#[test]
fn an_archive_that_lies_about_its_list_or_is_cut_off_is_refused() {
    let archive = zipped(&good());
    for cut in [0, 3, 21, archive.len() / 2, archive.len() - 1] {
        assert!(matches!(refused(&archive[..cut], Limits::default()), Refusal::NotAnArchive), "{cut}");
    }
    let mut lying = archive.clone();
    let end = lying.len() - 22;
    lying[end + 8..end + 12].copy_from_slice(&[0xFF, 0, 0xFF, 0]);
    assert!(matches!(refused(&lying, Limits::default()), Refusal::NotAnArchive));
    // A size that is smaller than what is unpacked: in the list and before the bytes.
    let mut small = archive.clone();
    let name = b"services.csv";
    let size = u32::try_from(good()["services.csv"].len()).unwrap().to_le_bytes();
    let mut changed = 0;
    for at in 0..small.len() - 4 {
        let near = small[at..(at + 60).min(small.len())].windows(name.len()).any(|word| word == name);
        if near && small[at..at + 4] == size {
            small[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
            changed += 1;
        }
    }
    assert!(changed > 0);
    assert!(matches!(refused(&small, Limits::default()), Refusal::Damaged { .. }));
}

#[test]
fn cells_rows_and_columns_have_their_limits() {
    let long = format!("id,name\n11111111-2222-4333-8444-555555555555,\"{}\"\n", "x".repeat(2 << 20));
    let place = Refusal::CellTooLong { file: "units.csv".to_owned(), row: 2, column: 2, limit: 1 << 20 };
    let dense = Limits { ratio: u64::MAX, ..Limits::default() };
    assert_eq!(refused(&with("units.csv", long.as_bytes()), dense), place);
    let wide = "a,".repeat(600);
    let place = Refusal::TooManyColumns { file: "units.csv".to_owned(), row: 1, limit: 512 };
    assert_eq!(refused(&with("units.csv", wide.as_bytes()), Limits::default()), place);
    let few = Limits { rows: 10, ..Limits::default() };
    assert!(matches!(refused(&zipped(&good()), few), Refusal::TooManyRows { limit: 10, .. }));
}

#[test]
fn a_descriptor_that_is_none_is_refused() {
    for bad in ["", "[]", "{}", "{\"resources\": [{}]}", "{\"resources\": []}"] {
        let refusal = refused(&with("datapackage.json", bad.as_bytes()), Limits::default());
        assert!(matches!(refusal, Refusal::BadDescriptor { .. } | Refusal::NoTables), "{bad}");
    }
    let other = "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"encoding\": \"latin1\"}]}";
    let refusal = refused(&with("datapackage.json", other.as_bytes()), Limits::default());
    assert_eq!(refusal, Refusal::OtherEncoding { file: "a.csv".to_owned(), encoding: "latin1".to_owned() });
    assert_eq!(refused(&zipped(&Files::new()), Limits::default()), Refusal::NoTables);
}

#[test]
fn what_is_remembered_has_its_limit_whatever_the_schema_wants() {
    let fields = |unique: bool| {
        let one = |at: usize| {
            format!(r#"{{"name": "c{at}", "type": "string", "constraints": {{"unique": {unique}}}}}"#)
        };
        (0..8).map(one).collect::<Vec<_>>().join(",")
    };
    let read = |unique: bool| {
        let descriptor = format!(
            r#"{{"resources": [{{"name": "t", "path": "t.csv", "schema": {{"fields": [{}]}}}}]}}"#,
            fields(unique)
        );
        let row =
            |at: usize| (0..8).map(|column| format!("{at}-{column}")).collect::<Vec<_>>().join(",") + "\n";
        let table = "c0,c1,c2,c3,c4,c5,c6,c7\n".to_owned() + &(0..50).map(row).collect::<String>();
        let files = Files::from([
            ("datapackage.json".to_owned(), descriptor.into_bytes()),
            ("t.csv".to_owned(), table.into_bytes()),
        ]);
        let limits = Limits { rows: 100, ..Limits::default() };
        read(
            Source::Files(&files),
            &Options { limits, schema: hsds::package::Schema::Declared, ..Options::default() },
            |_| (),
        )
    };
    assert!(read(false).is_ok(), "the control");
    assert!(matches!(read(true), Err(Refusal::TooManyRows { .. })));
}
