//! Random files against the readers, on a stable compiler and for as many files as one likes: `fuzz KIND COUNT FROM`.
//!
//! `KIND` is `hsds-package` or `hsds-json`. Each file is made from its number alone: an honest one with a few changes. It asks what the
//! targets under `fuzz` ask, without their measuring of what was reached. A file that breaks something is told by its number; `fuzz KIND 1
//! NUMBER` makes it again. `cargo xtask fuzz` runs it.
#![expect(clippy::print_stdout, reason = "its output is its result")]
#![expect(clippy::expect_used, reason = "the questions of the targets are shared with them")]

#[path = "../fuzz/fuzz_targets/read.rs"]
mod read;

use std::io::{Cursor, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const ORGANIZATION: &str = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
/// Honest tables; `@` stands for the id of the organization.
const TABLES: [(&str, &str); 5] = [
    (
        "organizations.csv",
        "id,name,description,email,website,year_incorporated\r\n@,Library,\"Books, and a \"\"warm\"\" room\",a@example.org,https://example.org,1901\r\n",
    ),
    (
        "locations.csv",
        "id,location_type,organization_id,name,latitude,longitude\n3a19ff88-4620-4d17-9830-ac1d859eb5d5,physical,@,Main,43.25,-79.87\n",
    ),
    (
        "services.csv",
        "id,organization_id,name,status,assured_date,last_modified,minimum_age\nac148810-d857-441c-9679-408f346de14b,@,Reading,active,2026-02-28,2026-02-28T10:00:00.5-05:00,12\n\n1c148810-d857-441c-9679-408f346de14b,@,Écriture,inactive,,,\n",
    ),
    (
        "schedules.csv",
        "id;service_id;valid_from;valid_to;freq;opens_at;closes_at\n48102e86-bb50-41c4-8f1e-e269368c41d1;ac148810-d857-441c-9679-408f346de14b;2026-01-01;2026-12-31;WEEKLY;09:00:00;17:00:00\n",
    ),
    (
        "taxonomy_terms.csv",
        "id,code,name,description,parent_id\n3f7b145d-84af-42d7-8fae-eaca714b02b2,a,A,B,\n",
    ),
];
const DESCRIPTOR: &str = r#"{"name": "d", "resources": [
{"name": "organization", "path": "organizations.csv", "schema": {"fields": [{"name": "id", "type": "string", "format": "uuid", "constraints": {"unique": true}}, {"name": "name", "type": "string", "constraints": {"maxLength": 9, "pattern": "[A-Z]\\w+"}}], "primaryKey": "id", "missingValues": ["", "-"]}},
{"name": "other", "path": "services.csv", "dialect": {"csv": {"delimiter": ","}}, "schema": {"fields": [{"name": "id", "type": "any"}, {"name": "organization_id", "type": "string"}, {"name": "n", "type": "number", "constraints": {"minimum": 1, "enum": [1, "2.50"]}}, {"name": "d", "type": "date"}, {"name": "t", "type": "datetime"}, {"name": "y", "type": "yearmonth"}, {"name": "o", "type": "geopoint"}], "foreignKeys": [{"fields": ["organization_id"], "reference": {"resource": "organization", "fields": ["id"]}}, {"fields": "id", "reference": {"resource": "", "fields": "organization_id"}}]}}]}"#;
const DOCUMENT: &str = r#"{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active", "minimum_age": 12.5, "last_modified": "2026-02-28T10:00:00Z", "x": null, "phones": [{"id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "1", "extension": 7, "languages": [{"id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "code": "ur"}]}], "schedules": [{"id": "48102e86-bb50-41c4-8f1e-e269368c41d1", "valid_from": "2026-01-01", "valid_to": "2025-01-01", "opens_at": "10:00", "closes_at": "09:00Z"}], "organization": {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "B", "description": "", "locations": [{"id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5", "location_type": "physical", "latitude": -79.8, "longitude": 43.2}]}, "attributes": [{"id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "taxonomy_term": {"id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "n", "description": "d"}}]}"#;
const TOKENS: [&[u8]; 28] = [
    b"\"",
    b",",
    b";",
    b"\r",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"null",
    b"1e999",
    b"-0",
    b"\\u0000",
    b"2026-02-31",
    b"24:00:00",
    b"\xE2\x80\xAE",
    b"NaN",
    b"99999999999999999999",
    b"true",
    b"\"contents\": [",
    b"../",
    b"id",
];

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

    /// Less than `most`; 0 when that is 0.
    fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most).unwrap_or(1).max(1);
        usize::try_from(self.next() % most).unwrap_or(0)
    }
}

/// A few changes: other bytes, words that mean something, pieces that go or come twice.
fn changed(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    for _ in 0..=numbers.below(6) {
        let (at, length) = (numbers.below(bytes.len() + 1), numbers.below(24));
        let end = (at + length).min(bytes.len());
        match numbers.below(6) {
            0 | 1 => {
                let token = TOKENS.get(numbers.below(TOKENS.len())).copied().unwrap_or_default();
                bytes.splice(at..at, token.iter().copied());
            }
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece: Vec<u8> = bytes.get(at..end).unwrap_or_default().repeat(1 + numbers.below(40));
                bytes.splice(at..at, piece);
            }
            4 => {
                let byte = numbers.next().to_le_bytes().first().copied().unwrap_or_default();
                bytes.splice(at..end.min(at + 1), [byte]);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

/// An archive in which one file, or now and then the archive itself, is spoiled.
fn package(numbers: &mut Numbers) -> Vec<u8> {
    let described = numbers.below(2) == 0;
    let spoiled = numbers.below(TABLES.len() + usize::from(described) + 1);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let method = if numbers.below(4) == 0 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method);
    let tables = TABLES.iter().map(|(name, text)| (*name, text.replace('@', ORGANIZATION)));
    let descriptor = described.then(|| ("datapackage.json", DESCRIPTOR.to_owned()));
    for (at, (name, text)) in tables.chain(descriptor).enumerate() {
        let bytes = if at == spoiled { changed(text.into_bytes(), numbers) } else { text.into_bytes() };
        archive.start_file(name, options).expect("a new name");
        archive.write_all(&bytes).expect("into memory");
    }
    let bytes = archive.finish().expect("into memory").into_inner();
    if numbers.below(16) == 0 { changed(bytes, numbers) } else { bytes }
}

fn document(numbers: &mut Numbers) -> Vec<u8> {
    let bytes = match numbers.below(3) {
        0 => DOCUMENT.to_owned(),
        1 => format!("[{DOCUMENT}, {DOCUMENT}]"),
        _ => format!(r#"{{"total_items": 1, "size": 1, "empty": false, "contents": [{DOCUMENT}]}}"#),
    };
    changed(bytes.into_bytes(), numbers)
}

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: u64| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let kind = words.first().map_or("hsds-package", String::as_str);
    let (count, from) = (number(1, 100_000), number(2, 0));
    for n in from..from.saturating_add(count) {
        let mut numbers = Numbers(n.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let packed = kind != "hsds-json";
        let bytes = if packed { package(&mut numbers) } else { document(&mut numbers) };
        let read = if packed { read::read_package } else { read::read_document };
        if catch_unwind(AssertUnwindSafe(|| read(&bytes))).is_err() {
            println!("{kind} file {n} breaks a promise; make it again with: fuzz {kind} 1 {n}");
            return std::process::ExitCode::FAILURE;
        }
    }
    println!("{count} {kind} files from {from}: no promise broken");
    std::process::ExitCode::SUCCESS
}
