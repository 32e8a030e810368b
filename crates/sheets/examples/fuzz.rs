//! Random files against the readers, on a stable compiler and for as many files as one likes: `fuzz KIND COUNT FROM`.
//!
//! `KIND` is `csv` or `xlsx`. Each file is made from its number alone: an honest one with a few changes. It asks what the targets under
//! `fuzz` ask, without their measuring of what was reached. A file that breaks something is told by its number; `fuzz KIND 1 NUMBER` makes
//! it again. `cargo xtask fuzz` runs it.
#![expect(clippy::print_stdout, reason = "its output is its result")]
#![expect(clippy::expect_used, reason = "the questions of the targets are shared with them")]

#[path = "../fuzz/fuzz_targets/read.rs"]
mod read;

use sheets::Hint;
use std::panic::{AssertUnwindSafe, catch_unwind};

const TEXTS: [&[u8]; 9] = [
    b"Name,E-mail,Since\r\nYMCA,ymca@example.org,2020-01-02\r\n\"a \"\"b\"\"\",x,3/4/21\r\n",
    b"\xEF\xBB\xBFNom;Courriel\n\xC3\x89cole;a@b.ca\n;;\nTotal;2\n",
    b"\xFF\xFEN\0o\0m\0\t\0A\0\n\0x\0\t\0y\0\n\0",
    b"Nom\tVille\r\xC9cole\tQu\xE9bec\r\n",
    b"Our list,,\n,,\nName|Phone|Notes\nA|555|\"two\nlines\"\n",
    b"\xFE\xFF\0N\0o\0m\0;\0A\0\n\0\xC9\0;\0y\0\r\0\n",
    b"Name,Languages,Joined\r\nA,\"English, French\",2020-02-29\rB,arabe / ukrainien,31/12/1999\nC,,Dec 3 2021",
    b"Nom\xCA;T\x8El\x8Ephone\r\x83cole;(613) 555-0101 x 12\rTotal;2\r",
    b"=SUM(A1);+1;-x;@a\n'=1;\"=\"\"1\";\t;\xC2\xA0\n\xE2\x80\xAEa;\xEF\xBF\xBD;\xC2\xAD;1e309\n",
];
const PARTS: [&str; 3] = [
    r#"<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row><row r="3"><c s="1"><v>44197</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#,
    r#"<sst count="2"><si><t xml:space="preserve"> a </t></si><si><r><t>b</t></r><r><t>c</t></r></si></sst>"#,
    r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
];
const TOKENS: [&[u8]; 29] = [
    b"\"",
    b",",
    b";",
    b"\t",
    b"\r",
    b"\n",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\xFE\xFF",
    b"<",
    b">",
    b"</",
    b"/>",
    b"&amp;",
    b"&#x0;",
    b"r=\"XFD1048576\"",
    b"<!DOCTYPE a>",
    b"99999999999",
    b"-1e309",
    b"<![CDATA[",
    b"]]>",
    b"|",
    b"\r\n",
    b"\"\"",
    b"\xC2\xA0",
    b"\xE2\x80\xA8",
    b"\xE2\x80\xAE",
    b"\xD8\x00",
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
    for _ in 0..=numbers.below(8) {
        let (at, length) = (numbers.below(bytes.len() + 1), numbers.below(16));
        let end = (at + length).min(bytes.len());
        match numbers.below(5) {
            0 => {
                let token = TOKENS.get(numbers.below(TOKENS.len())).copied().unwrap_or_default();
                bytes.splice(at..at, token.iter().copied());
            }
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece: Vec<u8> = bytes.get(at..end).unwrap_or_default().repeat(1 + numbers.below(40));
                bytes.splice(at..at, piece);
            }
            3 => {
                let byte = numbers.next().to_le_bytes().first().copied().unwrap_or_default();
                bytes.splice(at..end.min(at + 1), [byte]);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

fn text(numbers: &mut Numbers) -> Vec<u8> {
    changed(TEXTS.get(numbers.below(TEXTS.len())).copied().unwrap_or_default().to_vec(), numbers)
}

fn workbook(numbers: &mut Numbers) -> Vec<u8> {
    const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#;
    const INNER: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="c" Type="x/styles" Target="y.xml"/></Relationships>"#;
    let spoiled = numbers.below(PARTS.len());
    let mut part = |n: usize| {
        let bytes = PARTS.get(n).copied().unwrap_or_default().as_bytes().to_vec();
        if n == spoiled || numbers.below(4) == 0 { changed(bytes, numbers) } else { bytes }
    };
    let (sheet, strings, styles) = (part(0), part(1), part(2));
    let whole = stored(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", INNER.as_bytes()),
        ("xl/s.xml", &sheet),
        ("xl/t.xml", &strings),
        ("xl/y.xml", &styles),
    ]);
    // The envelope is spoiled now and then, too.
    if numbers.below(16) == 0 { changed(whole, numbers) } else { whole }
}

/// An archive of entries that are not packed, with true sums.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    let long = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
    let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes();
    for (name, bytes) in parts {
        let at = long(out.len());
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let sizes = [sum.sum().to_le_bytes(), long(bytes.len()), long(bytes.len())].concat();
        let lengths = [short(name.len()), [0; 2]].concat();
        out.extend([b"PK\x03\x04".as_slice(), &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes, &lengths].concat());
        out.extend([name.as_bytes(), bytes].concat());
        list.extend(
            [b"PK\x01\x02".as_slice(), &[20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes, &lengths].concat(),
        );
        list.extend([[0; 10].as_slice(), &at, name.as_bytes()].concat());
    }
    let (count, at) = (short(parts.len()), long(out.len()));
    out.extend(&list);
    out.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &long(list.len()), &at, &[0; 2]].concat());
    out
}

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: u64| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let kind = words.first().map_or("csv", String::as_str);
    let (count, from) = (number(1, 100_000), number(2, 0));
    let mut opened = 0_u64;
    for n in from..from.saturating_add(count) {
        let mut numbers = Numbers(n.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let bytes = if kind == "xlsx" { workbook(&mut numbers) } else { text(&mut numbers) };
        let hint = Hint { pasted: kind != "xlsx" && n % 2 == 1, ..Hint::default() };
        opened += u64::from(sheets::read_within(&bytes, &hint, &read::bounds()).is_ok());
        if catch_unwind(AssertUnwindSafe(|| read::read_all(&bytes, &hint))).is_err() {
            println!("{kind} file {n} breaks a promise; make it again with: fuzz {kind} 1 {n}");
            return std::process::ExitCode::FAILURE;
        }
    }
    println!("{count} {kind} files from {from}: {opened} opened, no promise broken");
    std::process::ExitCode::SUCCESS
}
