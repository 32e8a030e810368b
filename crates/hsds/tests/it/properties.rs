//! What holds of every package.

use crate::files::{Files, put, table, told};
use hsds::package::{Options, Region, Source, read};
use hsds::write::About;
use hsds::*;
use proptest::prelude::*;
use serde_json::Number;
use std::io::Read as _;

fn id(kind: &str, number: usize) -> String {
    ids::mapped("https://example.org", kind, &number.to_string()).to_string()
}

/// Texts with everything in them that a table can trip over, and no signs that turn.
fn text() -> impl Strategy<Value = String> {
    let odd = "[a-zé,;\"\r\n\t '=|\u{feff}سا字]{1,12}";
    prop_oneof![odd, "\\PC{1,20}"].prop_map(|text| {
        text.replace(
            |c| ('\u{202A}'..='\u{202E}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c),
            "x",
        )
    })
}

prop_compose! {
    fn service()(name in text(), description in proptest::option::of(text()), alert in proptest::option::of(text()), age in proptest::option::of(0_i64..99), north in 41.0_f64..84.0, east in -142.0_f64..-52.0, day in 1..29_u8)
        -> (Service, Location, Schedule) {
        let service = Service {
            name, description, alert, status: "active".to_owned(),
            minimum_age: age.map(Number::from),
            assured_date: Some(format!("2026-02-{day:02}")),
            last_modified: Some(format!("2026-02-{day:02}T10:00:00Z")),
            email: Some(format!("a{day}@example.org")),
            ..Service::default()
        };
        let location = Location { location_type: "physical".to_owned(), latitude: Number::from_f64(north), longitude: Number::from_f64(east), ..Location::default() };
        let schedule = Schedule { byday: Some("MO,TU".to_owned()), freq: Some("WEEKLY".to_owned()), valid_from: Some("2026-01-01".to_owned()), valid_to: Some(format!("2026-02-{day:02}")), opens_at: Some("09:00:00".to_owned()), closes_at: Some("17:00:00".to_owned()), ..Schedule::default() };
        (service, location, schedule)
    }
}

prop_compose! {
    /// Organizations with services at places, and what belongs to them.
    fn package()(parts in proptest::collection::vec(service(), 1..12), about in text()) -> Package {
        let mut package = Package::default();
        for (number, (service, location, schedule)) in parts.into_iter().enumerate() {
            let organization_id = Some(id("organization", number / 2));
            if number % 2 == 0 {
                package.organizations.push(Organization { id: id("organization", number / 2), name: "Library".to_owned(), description: about.clone(), ..Organization::default() });
            }
            let service_id = Some(id("service", number));
            let at = id("at", number);
            package.schedules.push(Schedule { id: id("schedule", number), service_at_location_id: Some(at.clone()), ..schedule });
            package.service_at_locations.push(ServiceAtLocation { id: at, service_id: service_id.clone(), location_id: Some(id("location", number)), ..ServiceAtLocation::default() });
            package.locations.push(Location { id: id("location", number), organization_id: organization_id.clone(), ..location });
            package.phones.push(Phone { id: id("phone", number), service_id, number: "905 555-0100".to_owned(), extension: Some(Number::from(number)), kind: Some("voice".to_owned()), ..Phone::default() });
            package.services.push(Service { id: id("service", number), organization_id, ..service });
        }
        package
    }
}

/// The files of a package as it is written.
fn files(package: &Package) -> Files {
    let bytes = package.archive(About::default()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn options() -> Options {
    Options { near: Some(Region::CANADA), ..Options::default() }
}

/// What can be wrong: file, column, a value that makes it so, and what is found.
const WRONG: &[(&str, &str, &str, &str)] = &[
    ("services.csv", "status", "open?", "not-an-option"),
    ("services.csv", "status", "", "missing"),
    ("services.csv", "email", "nobody", "wrong-format"),
    ("services.csv", "assured_date", "2026-02-30", "impossible-date"),
    ("services.csv", "last_modified", "yesterday", "wrong-type"),
    ("services.csv", "minimum_age", "young", "wrong-type"),
    ("services.csv", "organization_id", "11111111-2222-4333-8444-555555555555", "broken-reference"),
    ("services.csv", "name", "a\u{202E}b", "turns-direction"),
    ("locations.csv", "latitude", "north", "wrong-type"),
    ("locations.csv", "latitude", "97.5", "not-on-earth"),
    ("locations.csv", "location_type", "nowhere", "not-an-option"),
    ("schedules.csv", "valid_to", "2025-12-31", "ends-before-start"),
    ("schedules.csv", "closes_at", "08:00:00", "closes-before-opening"),
    ("schedules.csv", "freq", "DAILY", "not-an-option"),
    ("phones.csv", "extension", "x", "wrong-type"),
    ("phones.csv", "service_id", "17", "not-uuid"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_unchanged_and_written_again_as_the_same_bytes(package in package()) {
        let bytes = package.archive(About::default()).unwrap();
        let (again, findings) = Package::read(Source::Zip(&bytes), &options()).unwrap();
        prop_assert_eq!(told(&findings), Vec::<String>::new());
        prop_assert_eq!(&again, &package);
        prop_assert_eq!(again.archive(About::default()).unwrap(), bytes);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(package in package(), wrong in 0..WRONG.len(), row in any::<proptest::sample::Index>()) {
        let mut files = files(&package);
        plant(&mut files, wrong, row);
        let kinds = |files: &Files| {
            let findings = read(Source::Files(files), &options(), |_| ()).unwrap();
            let mut kinds: Vec<_> = findings.list.iter().map(|it| (it.file.clone(), it.column, it.problem.code())).collect();
            kinds.sort();
            kinds
        };
        let before = kinds(&files);
        let names: Vec<String> = files.keys().filter(|name| name.ends_with(".csv")).cloned().collect();
        for name in names {
            let mut rows = table(&files, &name);
            rows[1..].reverse();
            put(&mut files, &name, &rows);
        }
        prop_assert_eq!(kinds(&files), before);
    }

    #[test]
    fn a_planted_error_is_found_and_nothing_else(package in package(), wrong in 0..WRONG.len(), row in any::<proptest::sample::Index>()) {
        let mut files = files(&package);
        let (at, column) = plant(&mut files, wrong, row);
        let findings = read(Source::Files(&files), &options(), |_| ()).unwrap();
        prop_assert_eq!(told(&findings), [format!("{}:{at}:{column} {}", WRONG[wrong].0, WRONG[wrong].3)]);
    }
}

/// Makes something wrong in one row; its number, and that of the column.
fn plant(files: &mut Files, wrong: usize, row: proptest::sample::Index) -> (usize, usize) {
    let (file, column, value, _) = WRONG[wrong];
    let mut rows = table(files, file);
    let at = 1 + row.index(rows.len() - 1);
    let place = rows[0].iter().position(|heading| heading == column).unwrap();
    rows[at][place] = value.to_owned();
    put(files, file, &rows);
    (at + 1, place + 1)
}
