//! A large table is read in little memory. A test of its own, since what the process held at most is what it measures.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use sheets::{Hint, read};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const COLUMNS: usize = 30;

/// Most kibibytes that this process held since the last call of [`forget`]. Linux tells; elsewhere nothing is measured.
fn held() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn forget() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// A workbook as spreadsheet programs save it: each text once, different in every row.
fn workbook(rows: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, write: &mut dyn FnMut(&mut dyn FnMut(&str))| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        write(&mut |text| archive.write_all(text.as_bytes()).unwrap());
    };
    let relation = |kind: &str, target: &str, id: &str| {
        format!(r#"<Relationship Id="{id}" Type="x/{kind}" Target="{target}"/>"#)
    };
    part("_rels/.rels", &mut |put| {
        put(&format!(
            "<Relationships>{}</Relationships>",
            relation("officeDocument", "xl/workbook.xml", "a")
        ));
    });
    part("xl/workbook.xml", &mut |put| {
        put(r#"<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#)
    });
    part("xl/_rels/workbook.xml.rels", &mut |put| {
        let both = relation("worksheet", "s.xml", "a") + &relation("sharedStrings", "t.xml", "b");
        put(&format!("<Relationships>{both}</Relationships>"));
    });
    part("xl/t.xml", &mut |put| {
        put("<sst>");
        (0..rows * COLUMNS / 2).for_each(|number| put(&format!("<si><t>Établissement {number}</t></si>")));
        put("</sst>");
    });
    part("xl/s.xml", &mut |put| {
        put("<worksheet><sheetData>");
        let mut line = String::new();
        for row in 0..rows {
            line.clear();
            write!(line, r#"<row r="{}">"#, row + 1).unwrap();
            for column in 0..COLUMNS / 2 {
                let text = row * COLUMNS / 2 + column;
                write!(line, r#"<c t="s"><v>{text}</v></c><c><v>{}</v></c>"#, text * 7).unwrap();
            }
            line.push_str("</row>");
            put(&line);
        }
        put("</sheetData></worksheet>");
    });
    archive.finish().unwrap().into_inner()
}

fn csv(rows: usize) -> Vec<u8> {
    let line = |row: usize| {
        (0..COLUMNS).map(|column| format!("Établissement {row}-{column}")).collect::<Vec<_>>().join(",")
    };
    (0..rows).map(|row| line(row) + "\r\n").collect::<String>().into_bytes()
}

/// Reads a file to its end, and gives the kibibytes that this held at most, the file itself included.
fn cost(bytes: &[u8], rows: usize) -> u64 {
    forget();
    let book = read(bytes, &Hint::default()).unwrap();
    let (mut seen, mut cells) = (0, 0);
    for row in book.rows(0).unwrap() {
        let row = row.unwrap();
        seen += 1;
        cells += row.cells.len();
    }
    assert_eq!((seen, cells), (rows, rows * COLUMNS));
    held().unwrap_or(0)
}

#[test]
fn a_table_of_five_thousand_rows_is_read_in_little_memory() {
    let (sheet, text) = (workbook(5_000), csv(5_000));
    let held = cost(&sheet, 5_000).max(cost(&text, 5_000));
    assert!(held < 64 << 10, "{held} KiB");
}

#[test]
#[ignore = "minutes without optimization: run it by hand, alone, when the reader changes"]
fn a_workbook_of_a_hundred_thousand_rows_is_read_in_256_mebibytes() {
    let sheet = workbook(100_000);
    let held = cost(&sheet, 100_000);
    println!("{} KiB: {held} KiB held", sheet.len() >> 10);
    assert!(held < 256 << 10);
}

#[test]
#[ignore = "minutes without optimization: run it by hand, alone, when the reader changes"]
fn a_text_of_a_hundred_thousand_rows_is_read_in_256_mebibytes() {
    let text = csv(100_000);
    let held = cost(&text, 100_000);
    println!("{} KiB: {held} KiB held", text.len() >> 10);
    assert!(held < 256 << 10);
}
