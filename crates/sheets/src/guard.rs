//! The mark that keeps a spreadsheet program from reading a text as a formula: put on when CSV is written, taken off when it is read.
//!
//! A program takes a cell of CSV for a formula when it begins with one of a few signs. An apostrophe before them makes it text. A text that
//! itself begins with apostrophes and such a sign gets one more, so taking one off gives back exactly what was written:
//! `unguarded(&guarded(text)) == text` for every text, and no text without the mark is changed.

use std::borrow::Cow;

const MARK: char = '\'';

/// Signs with which a formula may begin, also in their full-width forms, and the white space that some programs skip before them.
const fn is_risky(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Text that no spreadsheet program takes for a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches(MARK).starts_with(is_risky) {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before [`guarded`].
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if rest.trim_start_matches(MARK).starts_with(is_risky) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_program_would_run_gets_a_mark_and_nothing_else_does() {
        for text in
            ["=1+1", "+1 613 555 0100", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "Rose", "'tis", "O'Brien", "'", "1-2", " =1"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn taking_off_gives_back_what_was_written(text in "['=+@\t\r\n a-]{0,6}|\\PC{0,12}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), text.as_str());
            prop_assert!(!written.starts_with(is_risky));
        }
    }
}
