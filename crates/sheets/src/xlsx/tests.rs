use crate::{Bounds, Cell, Hint, Place, Refusal, Row, Shown, Value, read, read_within};
use jiff::civil::date;
use rust_xlsxwriter::{Format, Formula, Workbook as Writer};
use std::io::Write;
use zip::write::SimpleFileOptions;

fn saved(mut book: Writer) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

fn rows(bytes: &[u8], sheet: usize) -> Vec<Row> {
    let book = read(bytes, &Hint::default()).unwrap();
    book.rows(sheet).unwrap().map(Result::unwrap).collect()
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text().into_owned()).collect()
}

/// A workbook of one sheet made by hand.
fn by_hand(sheet: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let workbook =
        r#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>"#;
    let rels = |kind: &str, target: &str| {
        format!(
            r#"<Relationships><Relationship Id="a" Type="http://x/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let (root, inner) =
        (rels("officeDocument", "xl/workbook.xml"), rels("worksheet", "worksheets/sheet1.xml"));
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", inner.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(others);
    zipped(&parts)
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn refused(bytes: &[u8]) -> Refusal {
    refused_within(bytes, &Bounds::default())
}

fn refused_within(bytes: &[u8], bounds: &Bounds) -> Refusal {
    let book = match read_within(bytes, &Hint::default(), bounds) {
        Ok(book) => book,
        Err(refusal) => return refusal,
    };
    match book.rows(0) {
        Ok(mut rows) => rows.find_map(Result::err).unwrap(),
        Err(refusal) => refusal,
    }
}

#[test]
fn values_are_what_people_see_in_the_sheet() {
    let mut book = Writer::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "Été _x000D_ & <b>").unwrap();
    page.write_number(0, 1, 6_135_550_100_f64).unwrap();
    page.write_number_with_format(0, 2, 1234, &Format::new().set_num_format("000000")).unwrap();
    page.write_number_with_format(0, 3, 0.5, &Format::new().set_num_format("0%")).unwrap();
    page.write_number_with_format(0, 4, 45_762, &Format::new().set_num_format("d mmm yyyy")).unwrap();
    page.write_number_with_format(0, 5, 45_762.5, &Format::new().set_num_format("yyyy-mm-dd hh:mm")).unwrap();
    page.write_number_with_format(0, 6, 0.75, &Format::new().set_num_format("hh:mm")).unwrap();
    page.write_boolean(0, 7, true).unwrap();
    page.write_formula(0, 8, Formula::new("=1+1").set_result("2")).unwrap();
    page.write_string(2, 0, "=not(a formula)").unwrap();
    let bytes = saved(book);
    let rows = rows(&bytes, 0);
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3]);
    let seen = texts(&rows[0]);
    let expected = [
        "Été _x000D_ & <b>",
        "6135550100",
        "001234",
        "50%",
        "2025-04-15",
        "2025-04-15T12:00:00",
        "18:00:00",
        "TRUE",
        "2",
    ];
    assert_eq!(seen, expected);
    assert_eq!(rows[0].cells[4], Cell::of(Value::Day(date(2025, 4, 15))));
    assert!(rows[0].cells[8].formula && !rows[0].cells[1].formula);
    assert_eq!(texts(&rows[1]), ["=not(a formula)"]);
    assert!(!rows[1].cells[0].formula);
}

#[test]
fn hidden_sheets_rows_and_columns_are_told_and_merged_cells_share_their_value() {
    let mut book = Writer::new();
    let page = book.add_worksheet();
    page.set_name("Partenaires").unwrap();
    page.merge_range(1, 0, 3, 0, "YMCA", &Format::new()).unwrap();
    page.merge_range(0, 0, 0, 2, "Our partners", &Format::new()).unwrap();
    for (row, name) in [(1, "Rose"), (2, "Ali"), (3, "Mei"), (4, "Jo")] {
        page.write_string(row, 1, name).unwrap();
    }
    page.set_row_hidden(2).unwrap();
    page.set_column_hidden(2).unwrap();
    book.add_worksheet().set_hidden(true).write_string(0, 0, "secret").unwrap();
    let bytes = saved(book);
    let book = read(&bytes, &Hint::default()).unwrap();
    let shown: Vec<(&str, Shown)> =
        book.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.shown)).collect();
    assert_eq!(shown, [("Partenaires", Shown::Visible), ("Sheet2", Shown::Hidden)]);
    let stream = book.rows(0).unwrap();
    assert!(stream.hides_column(2) && !stream.hides_column(1));
    let rows: Vec<Row> = stream.map(Result::unwrap).collect();
    let firsts: Vec<(String, bool)> = rows
        .iter()
        .map(|row| (row.text(0).into_owned(), row.cells.first().is_some_and(|cell| cell.covered)))
        .collect();
    let expected = [("Our partners", false), ("YMCA", false), ("YMCA", true), ("YMCA", true), ("", false)];
    assert_eq!(firsts, expected.map(|(text, covered)| (text.to_owned(), covered)));
    assert_eq!(texts(&rows[0]), ["Our partners"; 3]);
    assert_eq!(rows.iter().filter(|row| row.hidden).map(|row| row.number).collect::<Vec<_>>(), [3]);
    assert_eq!(texts(&self::rows(&bytes, 1)[0]), ["secret"]);
    assert_eq!(book.rows(2).err(), Some(Refusal::NoSuchSheet { sheet: 2 }));
}

#[test]
fn texts_stand_in_cells_and_in_runs_and_faults_are_told() {
    let sheet = sheet_of(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><r><t>Ro</t></r><r><t>se</t></r><rPh><t>x</t></rPh></is></c><c r="C1" t="str"><f>A1</f><v>a &amp;&#233;</v></c></row>
        <row><c t="e"><v>#N/A</v></c><c><f>NOW()</f></c><c t="d"><v>2025-04-15T00:00:00</v></c></row>"#,
    );
    let bytes = by_hand(&sheet, &[]);
    let rows = rows(&bytes, 0);
    assert_eq!(texts(&rows[0]), ["Rose", "", "a &é"]);
    assert_eq!(rows[1].cells[0].value, Value::Fault("#N/A".into()));
    assert!(
        rows[1].cells[1].formula && rows[1].cells[1].value == Value::Nothing,
        "a formula is never evaluated"
    );
    assert_eq!(rows[1].cells[2].value, Value::Day(date(2025, 4, 15)));
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let noughts = vec![b' '; 40 << 20];
    let bomb = by_hand(&sheet_of(""), &[("xl/media/image1.bin", &noughts)]);
    assert!(bomb.len() < 200 << 10);
    assert_eq!(refused(&bomb), Refusal::TooDense { limit: 100 });
    let large = Bounds { unpacked: 30 << 20, ..Bounds::default() };
    assert_eq!(refused_within(&bomb, &large), Refusal::TooLarge { limit: 30 << 20 });
    let unbounded = Bounds { ratio: u64::MAX, ..Bounds::default() };
    assert!(read_within(&bomb, &Hint::default(), &unbounded).is_ok(), "it is the ratio that refuses it");
}

#[test]
fn a_part_that_unpacks_to_more_than_it_said_is_damaged() {
    let sheet = sheet_of(r#"<row><c t="str"><v>some words</v></c></row>"#);
    let mut bytes = by_hand(&sheet, &[]);
    assert_eq!(rows(&bytes, 0).len(), 1);
    let listed = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    bytes[listed + 24..listed + 28].copy_from_slice(&20_u32.to_le_bytes());
    assert_eq!(refused(&bytes), Refusal::Damaged { part: "xl/worksheets/sheet1.xml".into() });
}

#[test]
fn an_archive_within_the_archive_is_refused() {
    let inner = zipped(&[("a.txt", b"a")]);
    let outer = by_hand(&sheet_of(""), &[("xl/embeddings/other.bin", &inner)]);
    assert_eq!(refused(&outer), Refusal::NestedArchive { part: "xl/embeddings/other.bin".into() });
}

#[test]
fn a_long_cell_is_refused_by_its_place_wherever_its_text_stands() {
    let long = "x".repeat(10 << 20);
    let bounds = Bounds { ratio: u64::MAX, ..Bounds::default() };
    let told = sheet_of(&format!(r#"<row r="7"><c r="C7" t="str"><v>{long}</v></c></row>"#));
    let limit = bounds.cell;
    let place = Some(Place { row: 7, column: 3 });
    assert_eq!(refused_within(&by_hand(&told, &[]), &bounds), Refusal::CellTooLong { place, limit });
    let inline = told.replace(r#"t="str"><v>"#, r#"t="inlineStr"><is><t>"#).replace("</v>", "</t></is>");
    assert_eq!(refused_within(&by_hand(&inline, &[]), &bounds), Refusal::CellTooLong { place, limit });
}

#[test]
fn rows_columns_cells_sheets_and_entries_are_bounded() {
    let far = by_hand(&sheet_of(r#"<row><c r="AAAA1"><v>1</v></c></row>"#), &[]);
    assert_eq!(refused(&far), Refusal::TooManyColumns { row: 1, limit: 1_024 });
    let bytes = by_hand(&sheet_of(&r#"<row><c><v>1</v></c><c><v>2</v></c></row>"#.repeat(3)), &[]);
    for (bounds, code) in [
        (Bounds { rows: 2, ..Bounds::default() }, "too-many-rows"),
        (Bounds { cells: 5, ..Bounds::default() }, "too-many-cells"),
        (Bounds { columns: 1, ..Bounds::default() }, "too-many-columns"),
        (Bounds { text: 5, ..Bounds::default() }, "too-much-text"),
        (Bounds { entries: 3, ..Bounds::default() }, "too-many-entries"),
        (Bounds { sheets: 0, ..Bounds::default() }, "too-many-sheets"),
    ] {
        assert_eq!(refused_within(&bytes, &bounds).code(), code);
    }
    let merged = "<worksheet><sheetData><row/></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
    let bounds = Bounds { merges: 0, ..Bounds::default() };
    assert_eq!(refused_within(&by_hand(merged, &[]), &bounds).code(), "too-many-merges");
}

#[test]
fn blank_rows_that_a_program_left_behind_count_for_nothing() {
    let blank = format!("{}<row r=\"900\"><c><v>7</v></c></row>", r#"<row><c s="1"/></row>"#.repeat(50));
    let bytes = by_hand(&sheet_of(&blank), &[]);
    let book = read_within(&bytes, &Hint::default(), &Bounds { rows: 1, ..Bounds::default() }).unwrap();
    let rows: Vec<Row> = book.rows(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(
        rows.iter().map(|row| (row.number, row.text(0).into_owned())).collect::<Vec<_>>(),
        [(900, "7".into())]
    );
}

#[test]
fn entities_of_its_own_and_deep_nesting_are_damage() {
    let part = Refusal::Damaged { part: "xl/worksheets/sheet1.xml".into() };
    let laughs =
        format!("<!DOCTYPE a [<!ENTITY b \"bbbb\">]>{}", sheet_of("<row><c t=\"str\"><v>&b;</v></c></row>"));
    assert_eq!(refused(&by_hand(&laughs, &[])), part);
    let deep = format!("<worksheet>{}", "<a>".repeat(1_000_000));
    let bounds = Bounds { ratio: u64::MAX, ..Bounds::default() };
    assert_eq!(refused_within(&by_hand(&deep, &[]), &bounds), part);
}

#[test]
fn other_archives_are_refused_by_what_they_are() {
    let ods =
        zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<a/>")]);
    assert_eq!(refused(&ods), Refusal::OpenDocument);
    assert_eq!(refused(&zipped(&[("a.csv", b"a,b")])), Refusal::NotATable);
    assert_eq!(refused(b"PK\x03\x04 and nothing more").code(), "damaged");
    let mut flipped =
        by_hand(&sheet_of(&r#"<row><c t="str"><v>some words, many of them</v></c></row>"#.repeat(40)), &[]);
    let at = flipped.windows(5).rposition(|name| name == b"sheet").unwrap();
    let packed = flipped.windows(10).position(|name| name == b"sheet1.xml").unwrap() + 30;
    assert!(packed < at);
    flipped[packed] ^= 0x10;
    assert_eq!(refused(&flipped).code(), "damaged");
}

#[test]
fn no_nul_comes_out_of_a_workbook_however_it_was_written() {
    let rows_of = sheet_of(
        "<row><c r=\"A1\" t=\"str\"><v>O_x0000_ne_x000D_</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>T_x0000_wo\0</t></is></c>\
         <c r=\"C1\" t=\"str\"><v>_x0000_</v></c><c r=\"D1\" t=\"e\"><v>#N\0/A</v></c><c r=\"E1\" t=\"x\"><v>six\0</v></c></row>",
    );
    let row = &rows(&by_hand(&rows_of, &[]), 0)[0];
    assert_eq!(texts(row), ["One\r", "Two", "", "#N/A", "six"]);
    assert_eq!(row.cells[2].value, Value::Nothing, "nothing but a NUL is nothing");
}

#[test]
fn a_blank_cell_without_a_place_takes_its_column() {
    let sheet = sheet_of(r#"<row><c/><c t="str"><v>name</v></c><c s="1"/><c t="str"><v>phone</v></c></row>"#);
    let read = rows(&by_hand(&sheet, &[]), 0);
    assert_eq!(texts(&read[0]), ["", "name", "", "phone"]);
    let mixed = sheet_of(r#"<row><c r="C1"/><c t="str"><v>fourth</v></c></row>"#);
    assert_eq!(texts(&rows(&by_hand(&mixed, &[]), 0)[0]), ["", "", "", "fourth"]);
}
