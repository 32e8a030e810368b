//! The reference implementation (frictionless, in Python) beside this crate, over the same packages: the same errors by row, column and
//! kind. Needs the packages of `tests/hsds/requirements.txt` and `HSDS_VALIDATORS`, which names their interpreter; without it, it says that
//! it did not run.

use crate::files::{Files, good, standards};
use hsds::json::{self, Form};
use hsds::package::{Columns, Options, Schema, Source, read};
use hsds::write::About;
use hsds::{Organization, Package, Service};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Kinds that belong to a row, not to one of its columns.
const OF_ROWS: [&str; 3] = ["primary-key", "foreign-key", "blank-row"];

/// The interpreter with the packages: `HSDS_VALIDATORS`. None where it is not named, which is said aloud.
fn python() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("HSDS_VALIDATORS").map(PathBuf::from) {
        assert!(named.is_file(), "HSDS_VALIDATORS names no file: {}", named.display());
        return Some(named);
    }
    // Not println!, which is shown of failing tests only.
    let _ = writeln!(
        std::io::stderr(),
        "not run beside the validators of others: HSDS_VALIDATORS names no interpreter (see tests/hsds)"
    );
    None
}

fn ours(files: &Files) -> Vec<String> {
    let options = Options { schema: Schema::Declared, columns: Columns::ByPlace, ..Options::default() };
    let findings = read(Source::Files(files), &options, |_| ()).unwrap();
    let mut lines: Vec<String> = Vec::new();
    for finding in &findings.list {
        let Some(kind) = finding.problem.elsewhere() else { continue };
        let column = finding.column.filter(|_| !OF_ROWS.contains(&kind)).unwrap_or(0);
        lines.push(format!("{} {} {column} {kind}", finding.file, finding.row.unwrap_or(0)));
    }
    lines.sort();
    lines
}

/// Runs the reference over all packages at once: starting it costs more than the work.
fn theirs(python: &Path, what: &str, packages: &[Files]) -> Vec<Vec<String>> {
    let scratch = std::env::temp_dir().join(format!("hsds-{what}-{}", std::process::id()));
    let folders: Vec<PathBuf> = (0..packages.len()).map(|at| scratch.join(at.to_string())).collect();
    for (folder, files) in folders.iter().zip(packages) {
        std::fs::create_dir_all(folder).unwrap();
        files.iter().for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes).unwrap());
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hsds/validate.py");
    let output = Command::new(python).arg(script).args(&folders).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::remove_dir_all(scratch).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split("--\n").map(|part| part.lines().skip(1).map(str::to_owned).collect()).collect()
}

/// A package of one table with one column of a type, and of another table that refers to it.
fn package(field: &str, values: &[&str]) -> Files {
    let dialect = r#""dialect": {"csv": {"delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "skipInitialSpace": false}}"#;
    let descriptor = format!(
        r#"{{"name": "tried", "resources": [
            {{"name": "one", "path": "one.csv", {dialect}, "schema": {{"fields": [{{"name": "n", "type": "integer", "constraints": {{"required": true}}}}, {field}], "primaryKey": ["n"]}}}},
            {{"name": "two", "path": "two.csv", {dialect}, "schema": {{"fields": [{{"name": "k", "type": "string", "constraints": {{"unique": true}}}}, {{"name": "one", "type": "integer"}}],
              "foreignKeys": [{{"fields": "one", "reference": {{"resource": "one", "fields": "n"}}}}]}}}}]}}"#
    );
    let quoted = |value: &str| format!("\"{}\"", value.replace('"', "\"\""));
    let one: String =
        values.iter().enumerate().map(|(at, value)| format!("{at},{}\n", quoted(value))).collect();
    Files::from([
        ("datapackage.json".to_owned(), descriptor.into_bytes()),
        ("one.csv".to_owned(), format!("n,v\n{one}").into_bytes()),
        ("two.csv".to_owned(), b"k,one\na,0\nb,1\na,1\nc,99\n,\nd,x\n".to_vec()),
    ])
}

/// Columns, and values at the edges of what they hold, with a broken bar between two of them.
const EDGES: &[(&str, &str)] = &[
    (
        r#"{"name": "v", "type": "string", "format": "uuid"}"#,
        "ac148810-d857-441c-9679-408f346de14b¦AC148810-D857-441C-9679-408F346DE14B¦ac148810d857441c9679408f346de14b¦\
         {ac148810-d857-441c-9679-408f346de14b}¦urn:uuid:ac148810-d857-441c-9679-408f346de14b¦¦17¦not-a-uuid¦\
         c148810-d857-441c-9679-408f346de14b¦ c148810-d857-441c-9679-408f346de14b¦gc148810-d857-441c-9679-408f346de14b¦ ",
    ),
    (
        r#"{"name": "v", "type": "string", "format": "email"}"#,
        "a@example.org¦A.B+c@Example.ORG¦a@b¦a@@b.ca¦a b@c.ca¦@c.ca¦a@¦a@b.c¦a@b-.ca¦a@-b.ca¦a@b_c.ca¦é@example.org¦a..b@c.ca¦\
         .a@c.ca¦a@c..ca¦a@c.ca.¦a@127.0.0.1¦\"ab\"@c.ca¦\"a b\"@c.ca¦o'brien@c.ca¦a@c.c1¦日本@c.ca¦a@c.ca ¦a@bücher.example¦\
         aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org¦a@xn--bcher-kva.example¦\
         a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.org",
    ),
    (
        r#"{"name": "v", "type": "string", "format": "uri"}"#,
        "http://example.com¦https://exa mple.com¦www.example.com¦mailto:a@b.ca¦tel:+1¦://x¦1a:b¦a1+.-:b¦é:b¦http:¦:¦//x.ca",
    ),
    (
        r#"{"name": "v", "type": "number", "constraints": {"minimum": -90, "maximum": 90}}"#,
        "0¦-90¦90.0¦90.00000000000000000001¦-91¦1e1¦1e5¦.5¦5.¦.¦1,5¦NaN¦inf¦-Infinity¦1_0¦ 7 ¦0x1¦west¦1e¦+3¦--3¦9e1",
    ),
    (
        r#"{"name": "v", "type": "integer", "constraints": {"minimum": 1, "maximum": "2100"}}"#,
        "1¦0¦2100¦2101¦1.0¦1e2¦1_000¦_1¦1__0¦ 12 ¦007¦19xx¦-5¦99999999999999999999999",
    ),
    (
        r#"{"name": "v", "type": "date", "constraints": {"minimum": "2000-01-01"}}"#,
        "2026-01-05¦2026-1-5¦2026-02-29¦2024-02-29¦31/02/2026¦1999-12-31¦2026-01- 5¦2026-01-05 ¦20260105¦0000-01-01¦2026-13-01¦2026-01-5x",
    ),
    (
        r#"{"name": "v", "type": "datetime"}"#,
        "2026-01-05T10:00:00Z¦2026-01-05 10:00:00¦2026-01-05T10:00¦2026-01-05T10:00:00.123+01:00¦2026-01-05T24:00:00¦2026-01-05T24:00:01¦\
         2026-01-05T10:00:60¦2026-02-31T10:00:00¦yesterday¦2026-W02-1T10:00:00¦2026-W54-1T10:00:00¦2026-01-05T10:00:00-0430¦\
         2026-01-05T10:00:00+25:00¦2026-01-05T10:00:00,5¦2026-01-05T10:00:00 Z¦2026-01-05T10:60:00¦9999-12-31T24:00:00",
    ),
    (
        r#"{"name": "v", "type": "time"}"#,
        "10:00:00¦10:00¦24:00:00¦25:00:00¦10:00:00Z¦10:00:00.5¦10:00:00+01¦100000¦10:00:0¦ten o'cl:ck",
    ),
    (r#"{"name": "v", "type": "boolean"}"#, "true¦True¦TRUE¦1¦0¦false¦yes¦tRue¦"),
    (r#"{"name": "v", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]}"#, "oui¦non¦true¦0"),
    (r#"{"name": "v", "type": "year"}"#, "2026¦26¦20266¦-026¦ 202¦0000¦19xx"),
    (r#"{"name": "v", "type": "yearmonth"}"#, "2026-01¦2026-13¦2026-1¦2026¦26-01¦2026-00¦2026-01-01"),
    (r#"{"name": "v", "type": "geopoint"}"#, "-79.8, 43.2¦43.2,-79.8¦181,0¦0,91¦1¦a,b¦1,2,3"),
    (
        r#"{"name": "v", "type": "array", "constraints": {"minLength": 1, "maxLength": 2}}"#,
        "[]¦[1]¦[1, 2]¦[1, 2, 3]¦{}¦[¦1",
    ),
    (r#"{"name": "v", "type": "object"}"#, "{}¦{\"a\": 1}¦[]¦{¦x"),
    (
        r#"{"name": "v", "type": "string", "constraints": {"pattern": "((MO|TU|WE)(,|$))*", "maxLength": 8, "minLength": 2}}"#,
        "MO¦MO,TU¦MO,XX¦¦M¦MO,TU,WE¦MO,TU,WE,MO¦éé",
    ),
    (
        r#"{"name": "v", "type": "string", "constraints": {"pattern": "a|b", "enum": ["a", "ax", "b"]}}"#,
        "a¦ax¦xb¦b¦bx¦c",
    ),
    (
        r#"{"name": "v", "type": "number", "constraints": {"enum": ["1", "2.5"], "unique": true}}"#,
        "1¦1.0¦2.50¦3¦x¦",
    ),
    (r#"{"name": "v", "type": "string", "constraints": {"required": true, "unique": true}}"#, "a¦a¦A¦¦b¦a"),
];

fn edges() -> Vec<Files> {
    EDGES.iter().map(|(field, values)| package(field, &values.split('¦').collect::<Vec<_>>())).collect()
}

/// Tables of odd shapes.
fn shapes() -> Vec<Files> {
    let of = |one: &str| {
        let mut files = package(r#"{"name": "v", "type": "string", "constraints": {"required": true}}"#, &[]);
        files.insert("one.csv".to_owned(), one.as_bytes().to_vec());
        files
    };
    vec![
        of("n,v\n0,a\n\n1,b\n"),
        of("n,v\n0,a,more\n1\n,\n"),
        of("n,v,w\n0,a,\n1,b,x\n"),
        of("n\n0\n1\n"),
        of("v,n\n0,1\n"),
        of("n,n\n0,1\n"),
        of("n,\n0,1\n"),
        of("n,v\r\n0,\"a\r\nb\"\r\n1,\"c\"\"d\"\r\n1,\"e\"f\r\n"),
        of("\u{feff}n,v\n0,a\n1,é\n0,b\n0,c\n"),
        of("n,v\nx,a\n,b\n"),
        of(" n , v \n0,a\n1,b"),
    ]
}

/// Two tables that refer to each other, and each to itself.
fn circles() -> Files {
    let table = |name: &str, other: &str| {
        format!(
            r#"{{"name": "{name}", "path": "{name}.csv", "schema": {{"fields": [{{"name": "id", "type": "string"}},
                {{"name": "parent", "type": "string"}}, {{"name": "other", "type": "string"}}], "primaryKey": "id", "foreignKeys": [
                {{"fields": "parent", "reference": {{"resource": "", "fields": "id"}}}},
                {{"fields": "other", "reference": {{"resource": "{other}", "fields": "id"}}}}]}}}}"#
        )
    };
    let descriptor =
        format!(r#"{{"name": "circles", "resources": [{}, {}]}}"#, table("one", "two"), table("two", "one"));
    Files::from([
        ("datapackage.json".to_owned(), descriptor.into_bytes()),
        ("one.csv".to_owned(), b"id,parent,other\na,b,y\nb,,x\nc,none,\nd,d,none\n".to_vec()),
        ("two.csv".to_owned(), b"id,parent,other\nx,y,a\ny,none,none\n".to_vec()),
    ])
}

/// The files of an archive.
fn unpacked(bytes: &[u8]) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn the_reference_accepts_what_is_written_and_refuses_what_is_spoiled() {
    let Some(python) = python() else { return };
    let (mut package, _) = Package::read(Source::Files(&good()), &Options::default()).unwrap();
    // Whatever a reader could guess wrongly from its first lines.
    let odd = [
        "a;b;c;d",
        "\t'x'\t",
        " \"quoted\" , twice ",
        "one\r\ntwo\n\nthree",
        "|||",
        "'",
        "=1+1",
        "é\u{feff}字",
        "\\",
    ];
    for (number, text) in odd.iter().enumerate() {
        let mut service = package.services[0].clone();
        service.id = hsds::ids::mapped("https://example.org", "service", &number.to_string()).to_string();
        service.name = (*text).to_owned();
        service.description = Some(odd.concat());
        package.services.push(service);
    }
    let whole = unpacked(&package.archive(About::default()).unwrap());
    let nothing = unpacked(&Package::default().archive(About::default()).unwrap());
    let mut spoiled = package.clone();
    spoiled.services[3].organization_id = Some("11111111-2222-4333-8444-555555555555".to_owned());
    let spoiled = unpacked(&spoiled.archive(About::default()).unwrap());
    let told = theirs(&python, "written", &[whole, nothing, spoiled]);
    assert_eq!(told[0], Vec::<String>::new());
    assert_eq!(told[1], Vec::<String>::new());
    assert_eq!(told[2], ["services.csv 5 0 foreign-key"]);
}

#[test]
fn the_published_schemas_accept_what_is_written_and_refuse_what_is_spoiled() {
    let Some(python) = python() else { return };
    let example = |file: &str| std::fs::read(standards().join("hsds-3.1/examples").join(file)).unwrap();
    let options = json::Options::default();
    let (services, _) = json::read::<Service>(&example("service_full.json"), "a", &options).unwrap();
    let (organizations, _) =
        json::read::<Organization>(&example("organization_full.json"), "a", &options).unwrap();
    let mut wrong = services[0].clone();
    wrong.status = "open?".to_owned();
    let scratch = std::env::temp_dir().join(format!("hsds-schemas-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).unwrap();
    let accepted = |schema: &str, value: serde_json::Value| {
        let file = scratch.join("document.json");
        std::fs::write(&file, value.to_string()).unwrap();
        let schema = standards().join("hsds-3.1/schema").join(schema);
        let program = python.with_file_name("check-jsonschema");
        Command::new(program).arg("--schemafile").args([&schema, &file]).output().unwrap().status.success()
    };
    assert!(accepted("service.json", json::write(&services[0], Form::Full)));
    assert!(accepted("organization.json", json::write(&organizations[0], Form::Full)));
    assert!(accepted("compiled/service_list.json", json::write(&services[0], Form::List)));
    assert!(!accepted("service.json", json::write(&wrong, Form::Full)), "the control");
    std::fs::remove_dir_all(scratch).unwrap();
}

#[test]
fn the_same_errors_by_row_column_and_kind() {
    let Some(python) = python() else { return };
    let mut packages = edges();
    packages.extend(shapes());
    packages.push(good());
    packages.push(circles());
    let theirs = theirs(&python, "errors", &packages);
    assert_eq!(theirs.len(), packages.len());
    let mut compared = 0;
    for (files, theirs) in packages.iter().zip(&theirs) {
        let ours = ours(files);
        let shown =
            |name: &str| files.get(name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        assert_eq!(&ours, theirs, "{}\n{}", shown("datapackage.json"), shown("one.csv"));
        compared += ours.len();
    }
    assert!(compared > 150, "only {compared} errors were compared");
}
