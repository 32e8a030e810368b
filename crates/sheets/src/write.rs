//! CSV (RFC 4180) as spreadsheet programs read it: UTF-8 with a byte-order mark so that accents survive, and nothing in it that a
//! program would run. What is written here comes back unchanged through [`crate::read`].

use crate::guard::guarded;
use std::borrow::Cow;

/// What goes into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field<'a> {
    /// Words that somebody typed; they get the mark of [`guarded`] where a program would take them for a formula.
    Words(Cow<'a, str>),
    /// What the program itself writes and no program runs: numbers (`-3` is one), days.
    Plain(Cow<'a, str>),
}

impl<'a> Field<'a> {
    /// Words that somebody typed.
    pub fn words(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Words(text.into())
    }

    /// A number, a day, or nothing.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Plain(text.into())
    }
}

/// A file of CSV that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csv {
    text: String,
}

impl Default for Csv {
    fn default() -> Self {
        Self { text: "\u{FEFF}".to_owned() }
    }
}

impl Csv {
    /// One for so many bytes: a long one is not copied while it grows.
    pub fn with_room(bytes: usize) -> Self {
        let mut text = String::with_capacity(bytes + 3);
        text.push('\u{FEFF}');
        Self { text }
    }

    /// One more row.
    pub fn row<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        let start = self.text.len();
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            match field {
                Field::Words(words) => quoted(&mut self.text, &guarded(&words)),
                Field::Plain(plain) => quoted(&mut self.text, &plain),
            }
        }
        // A row of one blank cell would be a blank line.
        if self.text.len() == start {
            self.text.push_str("\"\"");
        }
        self.text.push_str("\r\n");
    }

    /// The file.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// In quotation marks where a reader needs them, or could take a sign within for a delimiter.
fn quoted(out: &mut String, text: &str) {
    let needs = text.contains(['"', ',', '\r', '\n', ';', '\t', '|'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace);
    if needs {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Hint, read};
    use proptest::prelude::*;

    fn written(rows: &[Vec<String>]) -> Vec<u8> {
        let mut csv = Csv::default();
        for row in rows {
            csv.row(row.iter().map(Field::words));
        }
        csv.finish()
    }

    /// What comes back; blank cells at the end of a row are none.
    fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
        let book = read(bytes, &Hint::default()).unwrap();
        let rows = book.rows(0).unwrap().map(Result::unwrap);
        rows.map(|row| row.cells.iter().map(|cell| cell.text().into_owned()).collect()).collect()
    }

    fn without_blank_ends(rows: &[Vec<String>]) -> Vec<Vec<String>> {
        let trimmed = |row: &Vec<String>| {
            let width = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row[..width].to_vec()
        };
        rows.iter().map(trimmed).collect()
    }

    #[test]
    fn a_table_of_formulas_is_a_table_of_words() {
        let mut csv = Csv::default();
        csv.row([Field::words("=1+1, \"x\""), Field::plain("-3"), Field::words("-3"), Field::plain("")]);
        csv.row([Field::words("")]);
        let text = String::from_utf8(csv.finish()).unwrap();
        assert_eq!(text, "\u{FEFF}\"'=1+1, \"\"x\"\"\",-3,'-3,\r\n\"\"\r\n");
    }

    #[test]
    fn other_delimiters_in_words_mislead_nobody() {
        for rows in [
            vec![vec!["a;b".to_owned()], vec!["c;d".to_owned()]],
            vec![vec!["x".to_owned(), "a;b".into()], vec!["y".into(), "c;d".into()]],
            vec![vec!["sep=;".to_owned(), "a".into()], vec!["y".into(), "c\td".into()]],
        ] {
            assert_eq!(read_back(&written(&rows)), rows);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn what_is_written_comes_back(
            rows in (1_usize..5).prop_flat_map(|width| prop::collection::vec(
                prop::collection::vec("[a-c=+@'\"\t\r\n;,| -]{0,6}|\\PC{0,12}", width..=width), 1..12)),
        ) {
            let wanted = without_blank_ends(&rows);
            prop_assume!(wanted.iter().flatten().any(|cell| !cell.trim().is_empty()));
            prop_assert_eq!(read_back(&written(&rows)), wanted);
        }
    }
}
