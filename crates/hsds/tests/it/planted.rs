//! One error at a time, planted into a good package: it is found where it is, by its name, and nothing else is.

use crate::files::{Files, add, found, good, put, set, table, told};
use hsds::package::{Columns, Options, Region};
use hsds::{Findings, Problem};

const SERVICE: &str = "ac148810-d857-441c-9679-408f346de14b";
const OTHER: &str = "11111111-2222-4333-8444-555555555555";

fn options() -> Options {
    Options { near: Some(Region::CANADA), ..Options::default() }
}

/// Plants, and tells what is found.
fn planted(plant: impl Fn(&mut Files)) -> (Vec<String>, Findings) {
    let mut files = good();
    assert_eq!(told(&found(&files, &options())), Vec::<String>::new(), "the control");
    plant(&mut files);
    let findings = found(&files, &options());
    (told(&findings), findings)
}

#[track_caller]
fn only(expected: &str, plant: impl Fn(&mut Files)) -> Problem {
    let (told, findings) = planted(plant);
    assert_eq!(told, [expected]);
    findings.list[0].problem.clone()
}

#[test]
fn a_reference_to_nothing() {
    let problem =
        only("phones.csv:2:3 broken-reference", |files| set(files, "phones.csv", 2, "service_id", OTHER));
    assert_eq!(problem, Problem::BrokenReference { value: OTHER.to_owned(), table: "service".into() });
}

#[test]
fn an_encoding_that_is_not_utf_8() {
    only("services.csv:3:6 wrong-encoding", |files| {
        add(files, "services.csv", 2, &[("id", OTHER), ("description", "Ecole")]);
        let bytes = files.get_mut("services.csv").unwrap();
        let at = bytes.windows(5).rposition(|word| word == b"Ecole").unwrap();
        bytes[at] = 0xC9;
    });
    only("services.csv:-:- wrong-encoding", |files| {
        let wide: Vec<u8> = String::from_utf8_lossy(&files["services.csv"])
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        files.insert("services.csv".to_owned(), [b"\xFF\xFE".to_vec(), wide].concat());
        // Others refer to it, and they are not what is tried here.
        files
            .retain(|name, _| matches!(name.as_str(), "services.csv" | "organizations.csv" | "programs.csv"));
    });
}

#[test]
fn an_id_that_another_row_has() {
    let (told, findings) = planted(|files| add(files, "services.csv", 2, &[("name", "Another")]));
    assert_eq!(told, ["services.csv:3:1 not-unique", "services.csv:3:1 same-key"]);
    assert_eq!(findings.list[1].problem, Problem::SameKey { same_as: 2 });
}

#[test]
fn a_column_that_nobody_knows() {
    let problem = only("services.csv:1:24 unknown-column", |files| {
        let mut rows = table(files, "services.csv");
        rows[0].push("mood".to_owned());
        rows[1].push("good".to_owned());
        put(files, "services.csv", &rows);
    });
    assert!(!problem.breaks_schema());
}

#[test]
fn columns_may_come_in_any_order_and_optional_ones_may_be_absent() {
    let (told, _) = planted(|files| {
        let mut rows = table(files, "services.csv");
        let kept = ["name", "status", "organization_id", "id"]
            .map(|name| rows[0].iter().position(|cell| cell == name).unwrap());
        for row in &mut rows {
            *row = kept.iter().map(|at| row[*at].clone()).collect();
        }
        put(files, "services.csv", &rows);
    });
    assert_eq!(told, Vec::<String>::new());
    only("services.csv:1:23 missing-column", |files| {
        let mut rows = table(files, "services.csv");
        let at = rows[0].iter().position(|cell| cell == "status").unwrap();
        rows.iter_mut().for_each(|row| drop(row.remove(at)));
        put(files, "services.csv", &rows);
    });
}

#[test]
fn a_day_that_does_not_exist() {
    for day in ["2026-02-31", "31/02/2026"] {
        let problem = only("services.csv:2:19 impossible-date", |files| {
            set(files, "services.csv", 2, "assured_date", day)
        });
        assert_eq!(problem, Problem::ImpossibleDate { value: day.to_owned() });
    }
    only("services.csv:2:19 wrong-type", |files| set(files, "services.csv", 2, "assured_date", "in spring"));
    only("services.csv:2:23 impossible-date", |files| {
        set(files, "services.csv", 2, "last_modified", "2026-02-31T10:00:00Z")
    });
}

#[test]
fn places_whose_coordinates_changed_places() {
    let problem = only("locations.csv:2:9 swapped", |files| {
        set(files, "locations.csv", 2, "latitude", "-79.87");
        set(files, "locations.csv", 2, "longitude", "43.25");
    });
    assert!(!problem.breaks_schema());
    only("locations.csv:2:9 not-on-earth", |files| {
        set(files, "locations.csv", 2, "latitude", "143.25");
        set(files, "locations.csv", 2, "longitude", "43.25");
    });
    let (told, _) = planted(|files| {
        set(files, "locations.csv", 2, "latitude", "48.85");
        set(files, "locations.csv", 2, "longitude", "2.35");
    });
    assert_eq!(told, Vec::<String>::new(), "Paris is far, and not swapped");
}

#[test]
fn times_that_run_backwards() {
    let problem = only("schedules.csv:2:6 ends-before-start", |files| {
        set(files, "schedules.csv", 2, "valid_to", "2004-12-31")
    });
    assert!(matches!(problem, Problem::EndsBeforeStart { start: "valid_from", .. }));
    only("schedules.csv:2:9 ends-before-start", |files| {
        set(files, "schedules.csv", 2, "until", "2004-12-31")
    });
    only("schedules.csv:2:20 closes-before-opening", |files| {
        set(files, "schedules.csv", 2, "closes_at", "02:00:00")
    });
}

#[test]
fn a_name_that_turns() {
    only("services.csv:2:4 turns-direction", |files| {
        set(files, "services.csv", 2, "name", "Clinic \u{202E}gnp.exe")
    });
    let (told, _) = planted(|files| set(files, "services.csv", 2, "name", "\u{200F}عيادة"));
    assert_eq!(told, Vec::<String>::new(), "a mark is no override");
}

#[test]
fn an_id_of_another_kind() {
    let (told, _) = planted(|files| set(files, "metadata.csv", 2, "id", "17"));
    assert_eq!(told, ["metadata.csv:2:1 not-uuid", "metadata.csv:2:1 no-key"]);
}

#[test]
fn values_that_are_not_what_they_must_be() {
    only("services.csv:2:9 not-an-option", |files| set(files, "services.csv", 2, "status", "open?"));
    only("services.csv:2:9 missing", |files| set(files, "services.csv", 2, "status", ""));
    only("services.csv:2:8 wrong-format", |files| set(files, "services.csv", 2, "email", "not an email"));
    only("services.csv:2:7 wrong-format", |files| set(files, "services.csv", 2, "url", "www.example.org"));
    only("organizations.csv:2:9 wrong-type", |files| {
        set(files, "organizations.csv", 2, "year_incorporated", "19xx")
    });
    only("schedules.csv:2:19 wrong-type", |files| set(files, "schedules.csv", 2, "opens_at", "ten"));
}

#[test]
fn rows_of_another_shape() {
    let (told, _) = planted(|files| files.get_mut("units.csv").unwrap().extend(b"\r\n"));
    assert_eq!(told, ["units.csv:3:- blank-row", "units.csv:3:1 no-key"]);
    only("units.csv:2:6 extra-cell", |files| {
        let mut rows = table(files, "units.csv");
        rows[1].push("more".to_owned());
        put(files, "units.csv", &rows);
    });
    only("units.csv:2:5 missing-cell", |files| {
        let mut rows = table(files, "units.csv");
        rows[1].pop();
        put(files, "units.csv", &rows);
    });
    only("units.csv:3:2 open-quote", |files| {
        let mut rows = table(files, "units.csv");
        rows.iter_mut().for_each(|row| row.truncate(2));
        put(files, "units.csv", &rows[..2]);
        files.get_mut("units.csv").unwrap().extend(format!("{OTHER},\"never").as_bytes());
    });
}

#[test]
fn a_file_that_is_not_there_or_has_nothing_in_it() {
    only("languages.csv:-:- missing-file", |files| drop(files.remove("languages.csv")));
    only("languages.csv:-:- no-headings", |files| drop(files.insert("languages.csv".to_owned(), Vec::new())));
}

#[test]
fn by_place_every_heading_must_be_where_the_schema_has_it() {
    let mut files = good();
    let mut rows = table(&files, "units.csv");
    rows[0].swap(1, 2);
    put(&mut files, "units.csv", &rows);
    let by_place = Options { columns: Columns::ByPlace, ..Options::default() };
    assert_eq!(told(&found(&files, &by_place)), ["units.csv:1:2 other-column", "units.csv:1:3 other-column"]);
}

#[test]
fn findings_are_kept_up_to_a_number_and_counted_beyond() {
    let mut files = good();
    for number in 0..20 {
        let id = format!("11111111-2222-4333-8444-5555555555{number:02}");
        add(&mut files, "phones.csv", 2, &[("id", &id), ("service_id", OTHER)]);
    }
    let mut options = Options::default();
    options.limits.findings = 5;
    let findings = found(&files, &options);
    assert_eq!((findings.list.len(), findings.more, findings.keeps_schema()), (5, 15, false));
}

#[test]
fn references_that_wait_are_counted_when_they_are_too_many_to_tell() {
    let mut files = good();
    files.insert(
        "datapackage.json".to_owned(),
        br#"{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "id"}, {"name": "up"}], "primaryKey": "id",
            "foreignKeys": [{"fields": "up", "reference": {"resource": "", "fields": "id"}}]}}]}"#
            .to_vec(),
    );
    let rows: String =
        (0..30).map(|row| format!("{row},{}\n", if row == 7 { 8 } else { 100 + row })).collect();
    files.insert("t.csv".to_owned(), format!("id,up\n{rows}").into_bytes());
    let mut options = Options::default();
    options.limits.findings = 2;
    let findings = found(&files, &options);
    assert_eq!((findings.list.len(), findings.more), (2, 27));
}

#[test]
fn a_row_knows_whether_it_is_sound() {
    let mut files = good();
    add(&mut files, "services.csv", 2, &[("id", OTHER), ("status", "open?")]);
    let mut seen = Vec::new();
    let options = Options::default();
    hsds::package::read(hsds::package::Source::Files(&files), &options, |row| {
        if row.table().name == "service" {
            assert_eq!(row.get("no such field"), None);
            seen.push((row.number(), row.get("id").map(str::to_owned), row.is_sound()));
            assert_eq!(row.get("alternate_name").is_some(), row.value(4).is_some());
        }
    })
    .unwrap();
    assert_eq!(seen.iter().map(|row| (row.0, row.2)).collect::<Vec<_>>(), [(2, true), (3, false)]);
    assert_eq!(seen[0].1.as_deref(), Some(SERVICE));
}

#[test]
fn tables_without_those_that_they_refer_to_are_read_and_what_is_not_there_is_told() {
    let services = good().remove("services.csv").unwrap();
    let alone = Files::from([("services.csv".to_owned(), services)]);
    let told = told(&found(&alone, &options()));
    assert!(!told.is_empty() && told.iter().all(|one| one.contains("broken-reference")), "{told:?}");
}
