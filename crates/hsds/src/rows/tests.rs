use super::*;

/// Gives bytes a few at a time.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(self.0.len()).min(room.len());
        let (now, later) = self.0.split_at(count);
        room[..count].copy_from_slice(now);
        self.0 = later;
        Ok(count)
    }
}

fn rows(text: &[u8]) -> Vec<Vec<String>> {
    let read = |step: usize| {
        let mut rows = Rows::new(Drops(text, step), "a.csv", Some(b','), &Limits::default()).unwrap();
        rows.buffer.truncate(rows.buffer.len().min(ROOM));
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            assert_eq!(usize::try_from(row.number).unwrap(), all.len() + 1);
            all.push((0..row.len()).map(|at| row.cell(at).unwrap().to_owned()).collect());
        }
        all
    };
    let whole: Vec<Vec<String>> = read(usize::MAX);
    assert_eq!(whole, read(1));
    whole
}

#[test]
fn rows_are_read_as_the_reference_reads_them() {
    assert_eq!(
        rows(b"a,b\r\n1,2\n\r\n3,\r4"),
        [vec!["a", "b"], vec!["1", "2"], vec![], vec!["3", ""], vec!["4"]]
    );
    assert_eq!(rows(b"\"a\"\"b\",\"c\nd\",\"e\"f,g\"h\""), [["a\"b", "c\nd", "ef", "g\"h\""]]);
    assert_eq!(rows("\u{feff}é,\n".as_bytes()), [["é", ""]]);
    assert_eq!(rows(b"a,"), [["a", ""]]);
    assert_eq!(rows(b""), Vec::<Vec<String>>::new());
    assert_eq!(rows(b"\"open,1\n2"), [["open,1\n2"]]);
}

#[test]
fn bytes_that_are_no_text_are_told_by_their_cell() {
    let mut rows = Rows::new(&b"a,\xE9t\xE9,c\n"[..], "a.csv", None, &Limits::default()).unwrap();
    let row = rows.next().unwrap().unwrap();
    assert_eq!(
        (row.spoiled.as_slice(), row.cell(1), row.cell(2)),
        (&[1][..], Some("\u{fffd}t\u{fffd}"), Some("c"))
    );
}

#[test]
fn a_cell_over_the_limit_is_refused_while_it_is_read() {
    struct Endless(usize);
    impl Read for Endless {
        fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
            self.0 += room.len();
            room.fill(b'x');
            Ok(room.len())
        }
    }
    let mut endless = Endless(0);
    let limits = Limits { cell: 100_000, ..Limits::default() };
    let mut rows = Rows::new(&mut endless, "a.csv", None, &limits).unwrap();
    let refused = rows.next().err();
    assert_eq!(
        refused,
        Some(Refusal::CellTooLong { file: "a.csv".to_owned(), row: 1, column: 1, limit: 100_000 })
    );
    assert!(endless.0 < 2_000_000);
}

#[test]
fn the_sign_between_cells_is_found_in_the_headings() {
    assert_eq!(
        [guess(b"a;b,c"), guess(b"a;b"), guess(b"\"a,b\"\tc"), guess(b"a")],
        [b',', b';', b'\t', b',']
    );
}
