// What must hold of every file that is read, whatever its kind.

use sheets::layout::{LOOKED_AT, layout};
use sheets::{Bounds, Hint, Row, read_within};

/// Small bounds, so that they are reached.
pub fn bounds() -> Bounds {
    Bounds {
        bytes: 1 << 20,
        entries: 32,
        unpacked: 4 << 20,
        sheets: 8,
        rows: 2_000,
        columns: 64,
        cells: 20_000,
        cell: 2_000,
        shared: 64 << 10,
        text: 256 << 10,
        merges: 64,
        ..Bounds::default()
    }
}

/// Reads all of a file twice and asks what must hold.
pub fn read_all(bytes: &[u8], hint: &Hint) {
    let bounds = bounds();
    let Ok(book) = read_within(bytes, hint, &bounds) else { return };
    for sheet in 0..book.sheets().len() {
        let Ok(rows) = book.rows(sheet) else { continue };
        let mut first: Vec<Row> = Vec::new();
        let (mut before, mut cells, mut count) = (0, 0, 0_u32);
        for row in rows {
            let Ok(row) = row else {
                assert!(book.format().is_none(), "a text refuses when it is opened, not later");
                break;
            };
            assert!(row.number > before, "rows are numbered upwards");
            before = row.number;
            count += u32::from(!row.cells.is_empty());
            cells += row.cells.len();
            assert!(row.cells.len() <= 64 && row.cells.iter().all(|cell| cell.text().len() <= 2_000));
            if first.len() < LOOKED_AT {
                first.push(row);
            }
        }
        assert!(count <= 2_000 && cells <= 20_000);
        // Cleaners cost more than readers, and have a target of their own.
        if bytes.len().is_multiple_of(64) {
            let layout = layout(&first, ["Name", "Nom", "Email"]);
            let parts: Vec<_> = first.iter().map(|row| layout.part(row)).collect();
            let again = book.rows(sheet).expect("it was read before");
            let same = again.take(first.len()).zip(&first).all(|(one, other)| one.as_ref() == Ok(other));
            assert!(same && parts.len() == first.len(), "a second reading gives the same");
        }
    }
}
