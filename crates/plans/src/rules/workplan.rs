//! Cells of a work plan as people write them: numbers before titles, marks in quarters, years and quarters in words.

use super::periods::Quarter;

/// What a cell under a quarter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Nothing is done then.
    No,
    /// Something is done then.
    Yes,
    /// Something is done then, and what it is.
    Words(String),
}

/// Signs and words for yes, folded.
const YES: [&str; 19] =
    ["x", "xx", "yes", "oui", "y", "o", "1", "✓", "✔", "✗", "✘", "☑", "☒", "•", "●", "■", "*", "√", "→"];
/// Signs and words for no, folded.
const NO: [&str; 11] = ["", "no", "non", "n", "0", "-", "–", "—", "n/a", "s.o.", "☐"];

/// Reads a cell under a quarter.
pub fn mark(cell: &str) -> Mark {
    let bare = cell.trim();
    let folded = platform::text::fold(bare);
    match () {
        () if NO.contains(&folded.as_str()) => Mark::No,
        () if YES.contains(&folded.as_str()) => Mark::Yes,
        () => Mark::Words(bare.to_owned()),
    }
}

/// The code before a title, when it has one, and the title: `1.2 Find helpers`, `G3: Homes`, `2) Work`. A number counts as a code
/// only with a sign behind it or a dot in it: “3 newcomers” and “1-2 workshops” have none.
pub fn numbered(cell: &str) -> (Option<&str>, &str) {
    let bare = cell.trim();
    let Some((first, rest)) = bare.split_once(char::is_whitespace) else { return (None, bare) };
    let code = first.trim_end_matches(['.', ')', ':', '-', '–', '—']);
    let letters = code.chars().take_while(char::is_ascii_alphabetic).count();
    let numbers = code.get(letters..).unwrap_or_default();
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    let is_code = letters <= 2
        && numbers.split(['.', '-']).all(is_number)
        && (code.len() < first.len() || letters > 0 || (numbers.contains('.') && !numbers.contains('-')));
    let title = rest.trim_start().trim_start_matches(['-', '–', '—', ':']).trim_start();
    if is_code && !title.is_empty() { (Some(code), title) } else { (None, bare) }
}

/// A year of a plan: `2026`, `2026-27`, `2026–2027`: the one in which it starts.
pub fn year(cell: &str) -> Option<i16> {
    let digits: String = cell.trim().chars().take_while(char::is_ascii_digit).collect();
    let rest = cell.trim().get(digits.len()..)?.trim();
    let is_span = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | ' '));
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4 && is_span)?;
    Quarter::new(year, 1).map(Quarter::year)
}

/// A quarter: `2026-Q1`, `Q1 2026`, `T3 2026-2027`, `2026 Q2`.
pub fn quarter(cell: &str) -> Option<Quarter> {
    let folded = platform::text::fold(cell);
    let at = folded.find(['q', 't'])?;
    let number = folded.get(at + 1..at + 2)?.parse().ok()?;
    let around = format!("{}{}", folded.get(..at)?, folded.get(at + 2..)?);
    let year = year(around.trim().trim_matches(['-', '–', ' ', ',']))?;
    Quarter::new(year, number)
}

/// The first code below `above` that is free: `1.3` after `1.2`, `4` among the highest. It tries from `from` on.
pub fn free_code(above: Option<&str>, from: u32, is_taken: impl Fn(&str) -> bool) -> String {
    let code = |n: u32| above.map_or_else(|| n.to_string(), |above| format!("{above}.{n}"));
    (from.saturating_add(1)..).map(code).find(|code| !is_taken(code)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_before_titles_are_codes_and_numbers_in_titles_are_not() {
        for (cell, code, title) in [
            ("1. Settlement", Some("1"), "Settlement"),
            ("1.2 Find helpers", Some("1.2"), "Find helpers"),
            ("G3: Homes for all", Some("G3"), "Homes for all"),
            ("H2.1-1 – Inventory", Some("H2.1-1"), "Inventory"),
            ("2) Work", Some("2"), "Work"),
            ("3 newcomers in ten", None, "3 newcomers in ten"),
            ("1-2 workshops a year", None, "1-2 workshops a year"),
            ("1-2: Workshops", Some("1-2"), "Workshops"),
            ("2026 survey", None, "2026 survey"),
            ("A home for all", None, "A home for all"),
            ("Settlement", None, "Settlement"),
        ] {
            assert_eq!(numbered(cell), (code, title), "{cell}");
        }
    }

    #[test]
    fn marks_quarters_and_years_are_read_as_people_write_them() {
        for yes in ["x", " X ", "Oui", "✓", "●"] {
            assert_eq!(mark(yes), Mark::Yes, "{yes}");
        }
        for no in ["", " ", "-", "N/A", "non"] {
            assert_eq!(mark(no), Mark::No, "{no}");
        }
        assert_eq!(mark(" Survey drafted "), Mark::Words("Survey drafted".into()));
        for cell in ["2026-Q3", "Q3 2026", "T3 2026-2027", "2026 q3", "T3, 2026–27"] {
            assert_eq!(quarter(cell), Quarter::new(2026, 3), "{cell}");
        }
        for cell in ["", "Q5 2026", "2026", "autumn", "Q1"] {
            assert_eq!(quarter(cell), None, "{cell}");
        }
        assert_eq!((year("2026-27"), year("26"), year("2026 or so")), (Some(2026), None, None));
    }

    proptest! {
        #[test]
        fn nothing_of_a_title_is_lost(cell in "[0-9A-Za-zé .):–-]{0,24}") {
            let (code, title) = numbered(&cell);
            let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(signs(&format!("{}{title}", code.unwrap_or_default())), signs(&cell));
        }

        #[test]
        fn a_quarter_reads_back(year in 1900_i16..2200, number in 1_i8..=4) {
            let one = Quarter::new(year, number).unwrap();
            prop_assert_eq!(quarter(&one.code()), Some(one));
        }

        #[test]
        fn a_code_that_is_given_is_free(taken in proptest::collection::btree_set(1_u32..9, 0..8), from in 0_u32..5) {
            let code = free_code(Some("2"), from, |code| taken.iter().any(|n| code == format!("2.{n}")));
            let last: u32 = code.strip_prefix("2.").unwrap().parse().unwrap();
            prop_assert!(last > from && !taken.contains(&last));
        }
    }
}
