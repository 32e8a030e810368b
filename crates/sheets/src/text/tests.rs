use super::*;
use crate::{Hint, Place, read, read_within};

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = read(bytes, &Hint::default()).unwrap();
    let rows = book.rows(0).unwrap().map(Result::unwrap);
    rows.map(|row| row.cells.iter().map(|cell| cell.text().into_owned()).collect()).collect()
}

fn refused(bytes: &[u8]) -> Refusal {
    read(bytes, &Hint::default()).unwrap_err()
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const TABLE: &str = "Nom,Ville\nÉcole d’été,Québec\n";

#[test]
fn the_same_table_is_read_in_every_encoding() {
    let expected = vec![vec!["Nom".to_owned(), "Ville".into()], vec!["École d’été".into(), "Québec".into()]];
    let with_mark = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    let windows = b"Nom,Ville\n\xC9cole d\x92\xE9t\xE9,Qu\xE9bec\n".to_vec();
    let macintosh = b"Nom,Ville\n\x83cole d\xD5\x8Et\x8E,Qu\x8Ebec\n".to_vec();
    for (bytes, encoding) in [
        (TABLE.as_bytes().to_vec(), Encoding::Utf8),
        (with_mark(b"\xEF\xBB\xBF", TABLE.into()), Encoding::Utf8),
        (with_mark(b"\xFF\xFE", wide(TABLE, u16::to_le_bytes)), Encoding::Utf16Le),
        (with_mark(b"\xFE\xFF", wide(TABLE, u16::to_be_bytes)), Encoding::Utf16Be),
        (wide(TABLE, u16::to_le_bytes), Encoding::Utf16Le),
        (wide(TABLE, u16::to_be_bytes), Encoding::Utf16Be),
        (windows, Encoding::Windows1252),
        (macintosh, Encoding::Macintosh),
    ] {
        assert_eq!(rows(&bytes), expected, "{encoding:?}");
        let book = read(&bytes, &Hint::default()).unwrap();
        assert_eq!((book.format().unwrap().encoding, book.format().unwrap().unreadable), (encoding, 0));
    }
}

#[test]
fn a_letter_that_was_damaged_on_its_way_is_counted_and_spoils_no_other() {
    let bytes = b"Nom\n\xC3\x89cole\nQu\xC3\xA9bec\nHiv\xE9r\n";
    assert_eq!(rows(bytes).concat(), ["Nom", "École", "Québec", "Hiv\u{FFFD}r"]);
    assert_eq!(read(bytes, &Hint::default()).unwrap().format().unwrap().unreadable, 1);
}

#[test]
fn every_common_delimiter_is_found() {
    for (text, delimiter) in [
        ("a,b\n1,2\n", Delimiter::Comma),
        ("a;b\n1,5;2\n", Delimiter::Semicolon),
        ("a\tb\n1,5\t2;3\n", Delimiter::Tab),
        ("a|b\n1|2\n", Delimiter::Bar),
        ("Rose\nAli\nMei\n", Delimiter::Nothing),
        (
            "Welcome, all of you.\nOne line.\nAnother line.\nAnd one.\nAnd one.\nAnd one.\n",
            Delimiter::Nothing,
        ),
        ("sep=;\na,b;c\n", Delimiter::Semicolon),
        ("\"a;b;c;d\",x\n\"e;f;g;h\",y\n", Delimiter::Comma),
        ("Our partners\n\nName,City\nA,B\nC,D\n", Delimiter::Comma),
    ] {
        let book = read(text.as_bytes(), &Hint::default()).unwrap();
        assert_eq!(book.format().unwrap().delimiter, delimiter, "{text}");
    }
    assert_eq!(rows(b"sep=;\r\na,b;c\r\n"), [["a,b", "c"]]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_program_numbers_them() {
    let text = b"Title\r\n\r\nName,City\rA,\"two\nlines\"\n\n\nB,C";
    let book = read(text, &Hint { delimiter: Some(Delimiter::Comma), ..Hint::default() }).unwrap();
    let numbered: Vec<(u32, String)> =
        book.rows(0).unwrap().map(Result::unwrap).map(|row| (row.number, row.text(0).into_owned())).collect();
    let expected = [(1, "Title"), (2, ""), (3, "Name"), (4, "A"), (5, ""), (6, ""), (7, "B")];
    assert_eq!(numbered, expected.map(|(number, text)| (number, text.to_owned())));
}

#[test]
fn quotes_in_odd_places_are_letters() {
    assert_eq!(rows(b"a,5\" pipe,\"b \"\"c\"\"\"\n\"x\"y,z,\"\"\n")[0], ["a", "5\" pipe", "b \"c\""]);
    assert_eq!(rows(b"a,b,c\n\"x\"y,z,w\n")[1], ["xy", "z", "w"]);
    let open = b"a,b\nc,\"never closed\nd,e\n";
    assert_eq!(refused(open), Refusal::OpenQuote { place: Place { row: 2, column: 2 } });
    let pasted = rows(b"a\tb\n\"c\td\ne\tf\n");
    assert_eq!(pasted[1], ["\"c", "d"], "a spreadsheet program does not quote what it copies");
    assert_eq!(rows(b"Rose\n\"Al\nMei\n").concat(), ["Rose", "\"Al", "Mei"], "nor does anybody in a list");
}

#[test]
fn the_mark_against_formulas_is_taken_off_and_told() {
    let book = read(b"Phone,Name\n'+1 613 555 0100,'tis\n", &Hint::default()).unwrap();
    let row = book.rows(0).unwrap().nth(1).unwrap().unwrap();
    assert_eq!(row.text(0), "+1 613 555 0100");
    assert!(row.cells[0].guarded && !row.cells[1].guarded);
    assert_eq!(row.text(1), "'tis");
}

#[test]
fn what_is_no_table_is_refused_by_what_it_is() {
    let encrypted: Vec<u8> =
        [&[0xD0, 0xCF, 0x11, 0xE0][..], &wide("EncryptedPackage", u16::to_le_bytes)].concat();
    for (bytes, code) in [
        (b"".as_slice(), "empty"),
        (b"\n\n \n", "empty"),
        (b"\xEF\xBB\xBF", "empty"),
        (b"%PDF-1.7\n", "not-a-table"),
        (b"\x89PNG\r\n", "not-a-table"),
        (b"a\0b\0\0\0c,d", "not-a-table"),
        (b"<html><table><tr><td>1", "markup"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "old-workbook"),
        (&encrypted, "locked"),
    ] {
        assert_eq!(refused(bytes).code(), code);
    }
    let told = Hint { encoding: Some(Encoding::Macintosh), ..Hint::default() };
    assert_eq!(
        read(b"a\0b\0", &told).unwrap_err(),
        Refusal::NotATable,
        "whatever its encoding is said to be"
    );
}

#[test]
fn a_cell_of_ten_megabytes_is_refused_by_row_and_column() {
    let text = format!("Name,Note\nRose,fine\nAli,{}\n", "x".repeat(10 << 20));
    let place = Place { row: 3, column: 2 };
    assert_eq!(refused(text.as_bytes()), Refusal::CellTooLong { place: Some(place), limit: 128 << 10 });
}

#[test]
fn a_million_columns_are_refused_by_their_row() {
    let text = format!("Name\n{}\n", vec!["x"; 1_000_000].join(","));
    assert_eq!(refused(text.as_bytes()), Refusal::TooManyColumns { row: 2, limit: 1_024 });
    let blank = format!("Name,City\nA,B{}\n", ",".repeat(5_000));
    assert_eq!(rows(blank.as_bytes())[1], ["A", "B"], "what a program leaves behind a row is no column");
    let million = format!("Name\nA,B{}\n", ",".repeat(1_000_000));
    assert_eq!(refused(million.as_bytes()).code(), "too-many-columns");
}

#[test]
fn blank_rows_that_a_program_left_behind_count_for_nothing() {
    let text = format!("a,b\n1,2\n{}", ",\n".repeat(50));
    assert!(read_within(text.as_bytes(), &Hint::default(), &Bounds { rows: 2, ..Bounds::default() }).is_ok());
}

#[test]
fn each_bound_refuses_what_is_one_more_and_nothing_less() {
    let text = b"a,b\nc,d\ne,f\n";
    let roomy = Bounds { bytes: 12, rows: 3, columns: 2, cells: 6, cell: 1, text: 6, ..Bounds::default() };
    assert!(read_within(text, &Hint::default(), &roomy).is_ok());
    for (bounds, code) in [
        (Bounds { bytes: 11, ..roomy.clone() }, "too-many-bytes"),
        (Bounds { rows: 2, ..roomy.clone() }, "too-many-rows"),
        (Bounds { columns: 1, ..roomy.clone() }, "too-many-columns"),
        (Bounds { cells: 5, ..roomy.clone() }, "too-many-cells"),
        (Bounds { cell: 0, ..roomy.clone() }, "cell-too-long"),
        (Bounds { text: 5, ..roomy.clone() }, "too-much-text"),
    ] {
        assert_eq!(read_within(text, &Hint::default(), &bounds).unwrap_err().code(), code);
    }
}

#[test]
fn a_nul_beyond_the_sample_is_left_out() {
    let filler = "name,town\n".repeat(10_000);
    let read = rows(format!("{filler}O\0ne,\0\n").as_bytes());
    assert_eq!(read.last().unwrap(), &["One"]);
    let told = Hint { encoding: Some(Encoding::Utf8), ..Hint::default() };
    // Where it stands at the beginning, the file is no text, whatever a person says of its letters.
    assert!(crate::read(b"a,b\nO\0ne,\"T\0wo\"\n", &told).is_err());
}

#[test]
fn a_cell_of_ten_megabytes_is_refused_by_its_place() {
    let huge = format!("Name,Note\nA,{}\n", "x".repeat(10_000_000));
    let refusal = refused(huge.as_bytes());
    assert_eq!((refusal.code(), refusal.row(), refusal.column()), ("cell-too-long", Some(2), Some(2)));
}

#[test]
fn line_ends_may_be_mixed() {
    let mixed = b"Name,Mail\r\nA,a@example.org\nB,b@example.org\rC,\"c\r\nd\"\r\n\nD,d@example.org";
    let book = crate::read(mixed, &crate::Hint::default()).unwrap();
    let rows: Vec<crate::Row> = book.rows(0).unwrap().map(Result::unwrap).collect();
    let first: Vec<String> =
        rows.iter().filter(|row| !row.cells.is_empty()).map(|row| row.text(0).into_owned()).collect();
    assert_eq!(first, ["Name", "A", "B", "C", "D"]);
}
