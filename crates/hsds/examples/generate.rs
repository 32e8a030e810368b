//! Writes a large package with a few errors in it: `generate SERVICES FOLDER`. What the benchmark reads.
//!
//! Organizations, locations, services, phones, schedules and languages in the shape of a directory, one value in 5,000 broken. The same
//! number gives the same files.
#![expect(clippy::print_stderr, reason = "a command line program speaks")]

use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Numbers that look like chance and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// One value, and another instead once in 5,000 times.
    fn or<'a>(&mut self, good: &'a str, bad: &'a str) -> &'a str {
        if self.next().is_multiple_of(5_000) { bad } else { good }
    }
}

const DESCRIPTOR: &str = r#"{"name": "directory", "resources": [
{"name": "organizations", "path": "organizations.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "name", "type": "string", "constraints": {"required": true}},
  {"name": "description", "type": "string"}, {"name": "email", "type": "string", "format": "email"}, {"name": "website", "type": "string", "format": "uri"},
  {"name": "year_incorporated", "type": "integer", "constraints": {"minimum": 1500, "maximum": 2100}}]}},
{"name": "locations", "path": "locations.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "organization_id", "type": "string", "constraints": {"required": true}},
  {"name": "name", "type": "string"}, {"name": "latitude", "type": "number", "constraints": {"minimum": -90, "maximum": 90}},
  {"name": "longitude", "type": "number", "constraints": {"minimum": -180, "maximum": 180}}],
  "foreignKeys": [{"fields": ["organization_id"], "reference": {"resource": "organizations", "fields": ["id"]}}]}},
{"name": "services", "path": "services.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "organization_id", "type": "string", "constraints": {"required": true}},
  {"name": "name", "type": "string", "constraints": {"required": true}}, {"name": "description", "type": "string"},
  {"name": "status", "type": "string", "constraints": {"enum": ["active", "inactive", "defunct", "temporarily closed"]}},
  {"name": "email", "type": "string", "format": "email"}, {"name": "fees_description", "type": "string"}, {"name": "last_modified", "type": "datetime"}],
  "foreignKeys": [{"fields": ["organization_id"], "reference": {"resource": "organizations", "fields": ["id"]}}]}},
{"name": "phones", "path": "phones.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "service_id", "type": "string"},
  {"name": "number", "type": "string", "constraints": {"required": true}}, {"name": "extension", "type": "integer"}],
  "foreignKeys": [{"fields": ["service_id"], "reference": {"resource": "services", "fields": ["id"]}}]}},
{"name": "schedules", "path": "schedules.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "service_id", "type": "string"},
  {"name": "byday", "type": "string", "constraints": {"pattern": "((MO|TU|WE|TH|FR|SA|SU)(,|$))*"}},
  {"name": "opens_at", "type": "string", "constraints": {"pattern": "([01][0-9]|2[0-3]):[0-5][0-9]"}},
  {"name": "closes_at", "type": "string", "constraints": {"pattern": "([01][0-9]|2[0-3]):[0-5][0-9]"}}],
  "foreignKeys": [{"fields": ["service_id"], "reference": {"resource": "services", "fields": ["id"]}}]}},
{"name": "languages", "path": "languages.csv", "profile": "tabular-data-resource", "schema": {"primaryKey": ["id"], "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}}, {"name": "service_id", "type": "string"},
  {"name": "code", "type": "string", "constraints": {"pattern": "[a-z]{2,3}"}}],
  "foreignKeys": [{"fields": ["service_id"], "reference": {"resource": "services", "fields": ["id"]}}]}}
]}
"#;

fn id(kind: &str, number: usize) -> String {
    hsds::ids::mapped("https://example.org", kind, &number.to_string()).to_string()
}

/// One of several, in turn.
fn turn<'a>(all: &[&'a str], number: usize) -> &'a str {
    all.get(number % all.len().max(1)).copied().unwrap_or_default()
}

/// Writes a table of so many rows.
fn table(
    path: &Path,
    headings: &str,
    rows: usize,
    mut row: impl FnMut(usize, &mut String) -> std::fmt::Result,
) -> io::Result<()> {
    let mut text = format!("{headings}\r\n");
    for number in 0..rows {
        row(number, &mut text).map_err(io::Error::other)?;
        text.push_str("\r\n");
    }
    std::fs::write(path, text)
}

/// Writes the first three tables, to which the others refer.
fn offers(folder: &Path, services: usize, numbers: &mut Numbers) -> io::Result<()> {
    let organizations = (services / 4).max(1);
    let what = "Helps newcomers settle, find work and learn English or French. ".repeat(3);
    table(
        &folder.join("organizations.csv"),
        "id,name,description,email,website,year_incorporated",
        organizations,
        |n, line| {
            let (mail, year) = (format!("info{n}@example.org"), (1900 + n % 120).to_string());
            let (mail, year) = (numbers.or(&mail, "not an email").to_owned(), numbers.or(&year, "19xx"));
            write!(line, "{},Organisation {n},\"{what}\",{mail},https://example.org/{n},{year}", id("o", n))
        },
    )?;
    table(
        &folder.join("locations.csv"),
        "id,organization_id,name,latitude,longitude",
        services / 3,
        |n, line| {
            let east = format!("-{}.{:02}", 63 + n % 60, n % 100);
            let east = numbers.or(&east, "west");
            write!(
                line,
                "{},{},Site {n},{}.{:03},{east}",
                id("l", n),
                id("o", n % organizations),
                43 + n % 11,
                n % 1000
            )
        },
    )?;
    let what =
        "Language classes, employment counselling, housing search and settlement information for newcomers. "
            .repeat(4);
    let headings = "id,organization_id,name,description,status,email,fees_description,last_modified";
    table(&folder.join("services.csv"), headings, services, |n, line| {
        let (known, none) = (id("o", n % organizations), id("zz", n));
        let when = format!("2026-{:02}-{:02}T10:00:00Z", 1 + n % 12, 1 + n % 28);
        let organization = numbers.or(&known, &none).to_owned();
        let (status, when) = (numbers.or("active", "open?").to_owned(), numbers.or(&when, "yesterday"));
        write!(
            line,
            "{},{organization},Service {n},\"{what}\",{status},s{n}@example.org,Free,{when}",
            id("s", n)
        )
    })
}

/// Writes what belongs to services.
fn details(folder: &Path, services: usize, numbers: &mut Numbers) -> io::Result<()> {
    table(&folder.join("phones.csv"), "id,service_id,number,extension", services, |n, line| {
        let extension = if n % 99 == 0 { String::new() } else { (n % 99).to_string() };
        write!(line, "{},{},403-555-{:04},{extension}", id("p", n), id("s", n), n % 10_000)
    })?;
    table(
        &folder.join("schedules.csv"),
        "id,service_id,byday,opens_at,closes_at",
        services * 2,
        |n, line| {
            let closes = numbers.or("17:00", "25:00");
            let days = turn(&["\"MO,TU,WE,TH,FR\"", "SA"], n);
            write!(line, "{},{},{days},09:00,{closes}", id("h", n), id("s", n / 2))
        },
    )?;
    table(&folder.join("languages.csv"), "id,service_id,code", services * 2, |n, line| {
        write!(line, "{},{},{}", id("g", n), id("s", n / 2), turn(&["en", "fr", "ar", "uk", "ti"], n))
    })
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [services, folder] = words.as_slice() else {
        eprintln!("generate SERVICES FOLDER");
        return ExitCode::FAILURE;
    };
    let (services, folder) = (services.parse().unwrap_or(1_000), Path::new(folder));
    let mut numbers = Numbers(5);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| offers(folder, services, &mut numbers))
        .and_then(|()| details(folder, services, &mut numbers))
        .and_then(|()| std::fs::write(folder.join("datapackage.json"), DESCRIPTOR));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
