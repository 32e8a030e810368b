//! The parts of a workbook, each by itself in an archive that is well made: `cargo +nightly fuzz run sheet`.
#![no_main]

#[path = "read.rs"]
mod read;

use libfuzzer_sys::fuzz_target;
use sheets::Hint;

const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b"
Type="x/sharedStrings" Target="t.xml"/><Relationship Id="c" Type="x/styles" Target="y.xml"/></Relationships>"#;

fuzz_target!(|input: &[u8]| {
    let mut parts = input.splitn(3, |byte| *byte == 0xFF);
    let mut next = || parts.next().unwrap_or_default();
    let archive = stored(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
        ("xl/s.xml", next()),
        ("xl/t.xml", next()),
        ("xl/y.xml", next()),
    ]);
    read::read_all(&archive, &Hint::default());
});

/// An archive of entries that are not packed.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    let size = |length: usize| (length as u32).to_le_bytes();
    for (name, bytes) in parts {
        let at = size(out.len());
        let sizes = [[0; 4], size(bytes.len()), size(bytes.len())].concat();
        let lengths = [(name.len() as u16).to_le_bytes(), [0; 2]].concat();
        out.extend([b"PK\x03\x04".as_slice(), &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes, &lengths].concat());
        out.extend([name.as_bytes(), bytes].concat());
        list.extend(
            [b"PK\x01\x02".as_slice(), &[20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes, &lengths].concat(),
        );
        list.extend([[0; 10].as_slice(), &at, name.as_bytes()].concat());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let at = size(out.len());
    out.extend(&list);
    out.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &size(list.len()), &at, &[0; 2]].concat());
    out
}
