//! Cells of a work plan as people write them: numbers before titles, marks in quarters, years and quarters in words.

use super::periods::Quarter;
use std::collections::HashMap;

/// What a cell under a quarter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Nothing is done then.
    No,
    /// Something is done then.
    Yes,
    /// Something is done then, and what it is.
    Words(String),
    /// It says neither: “maybe”, “?”, a sign or two letters that nobody explains.
    Doubt(String),
}

/// Signs and words for yes, folded.
const YES: [&str; 19] =
    ["x", "xx", "yes", "oui", "y", "o", "1", "✓", "✔", "✗", "✘", "☑", "☒", "•", "●", "■", "*", "√", "→"];
/// Signs and words for no, folded.
const NO: [&str; 11] = ["", "no", "non", "n", "0", "-", "–", "—", "n/a", "s.o.", "☐"];

/// What people write who do not know yet, folded.
const MAYBE: [&str; 22] = [
    "maybe",
    "perhaps",
    "possibly",
    "probably",
    "tbd",
    "tbc",
    "tba",
    "t.b.d.",
    "t.b.c.",
    "unknown",
    "not sure",
    "unsure",
    "to be confirmed",
    "to be determined",
    "peut-etre",
    "eventuellement",
    "possible",
    "a confirmer",
    "a determiner",
    "a preciser",
    "a venir",
    "inconnu",
];
/// A mark is no longer than this; what is longer is words.
const MARK: usize = 2;

/// Whether a folded cell neither marks a quarter nor says what is done then.
fn is_doubtful(folded: &str) -> bool {
    let bare = folded.trim_matches(['?', '(', ')', '!', '.', ' ']);
    folded.ends_with('?')
        || MAYBE.contains(&folded)
        || MAYBE.contains(&bare)
        || bare.chars().count() <= MARK
        || !bare.chars().any(char::is_alphanumeric)
}

/// Whether words name quarters themselves: “Q1-Q3” below Q1 says more than that something is done in Q1.
fn names_quarters(folded: &str) -> bool {
    let mut parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_quarter = |part: &str| matches!(part, "q1" | "q2" | "q3" | "q4" | "t1" | "t2" | "t3" | "t4");
    parts.next().is_some_and(is_quarter)
        && parts.all(|part| is_quarter(part) || matches!(part, "to" | "a" | "and" | "et"))
}

/// Reads a cell under a quarter.
pub fn mark(cell: &str) -> Mark {
    let bare = cell.trim();
    let folded = platform::text::fold(bare);
    match () {
        () if NO.contains(&folded.as_str()) => Mark::No,
        () if YES.contains(&folded.as_str()) => Mark::Yes,
        () if is_doubtful(&folded) || names_quarters(&folded) => Mark::Doubt(bare.to_owned()),
        () => Mark::Words(bare.to_owned()),
    }
}

/// Words with which a row of sums begins, folded; the longest first.
const SUMS: [&str; 11] = [
    "grand total",
    "sous-total",
    "sous total",
    "sub-total",
    "sub total",
    "subtotal",
    "totaux",
    "totals",
    "total",
    "somme",
    "sum",
];
/// Words that may follow them in a row of sums; before others “total” begins a name.
const OF_SUMS: [&str; 15] = [
    "of", "for", "de", "du", "des", "d’", "pour", "general", "budget", "cost", "costs", "amount", "hours",
    "area", "goal",
];

/// Whether words look like the head of a row of sums: “TOTAL”, “Sous-total 1”, “Total for settlement”; not “Total immersion”.
pub fn is_sum(words: &str) -> bool {
    let folded = platform::text::fold(words);
    let folded = folded.trim().trim_start_matches(['*', '=', '-', ' ']);
    let Some(rest) = SUMS.iter().find_map(|sum| folded.strip_prefix(sum)) else { return false };
    if rest.starts_with(char::is_alphanumeric) {
        return false;
    }
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let next = rest.split(|c: char| c.is_whitespace() || c == '’' || c == '\'').next().unwrap_or_default();
    next.is_empty()
        || next.starts_with(|c: char| c.is_ascii_digit())
        || OF_SUMS.iter().any(|word| word.trim_end_matches('’') == next)
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

/// A name with years behind it, unless it tells a year already.
pub fn with_years(name: &str, years: &str) -> String {
    let tells_year = name.split(|c: char| !c.is_ascii_digit()).any(|part| year(part).is_some());
    if tells_year || years.is_empty() { name.to_owned() } else { format!("{name} {years}") }
}

/// Words with a year moved: `2026`, `2026–27` and `2026-2027` become a year later each, where they name this year; of years that do not
/// start in January, also the second calendar year alone. Other years, spans of years and sums stay.
pub fn years_moved(words: &str, (year, spans_two): (i16, bool), by: i16) -> String {
    let mut moved = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        moved.push_str(before);
        let digits = digits_of(from);
        let after = from.get(digits.len()..).unwrap_or_default();
        let sign = after.chars().next().filter(|c| matches!(c, '-' | '–' | '/'));
        let second = sign.map_or("", |sign| digits_of(after.get(sign.len_utf8()..).unwrap_or_default()));
        let is_money = moved.trim_end().ends_with('$')
            || moved.ends_with(['.', ','])
            || after.trim_start().starts_with('$');
        let first: Option<i16> = digits.parse().ok().filter(|_| digits.len() == 4 && !is_money);
        let later = |n: i16| n.saturating_add(by);
        match (first, second.len()) {
            (Some(n), 2 | 4) => {
                let sign = sign.unwrap_or('-');
                let ends: i16 = second.parse().unwrap_or_default();
                let is_span = n == year && (ends == n.saturating_add(1) || ends == n.saturating_add(1) % 100);
                match (is_span, second.len()) {
                    (true, 4) => moved.push_str(&format!("{}{sign}{}", later(n), later(ends))),
                    (true, _) => {
                        moved.push_str(&format!("{}{sign}{:02}", later(n), later(n).saturating_add(1) % 100))
                    }
                    (false, _) => moved.push_str(&format!("{digits}{sign}{second}")),
                }
                rest = after.get(sign.len_utf8() + second.len()..).unwrap_or_default();
            }
            (Some(n), _) if n == year || (spans_two && n == year.saturating_add(1)) => {
                moved.push_str(&later(n).to_string());
                rest = after;
            }
            _ => {
                moved.push_str(digits);
                rest = after;
            }
        }
    }
    moved.push_str(rest);
    moved
}

/// The digits with which words begin.
fn digits_of(words: &str) -> &str {
    words.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
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

/// The beginnings of the names of months in English and French, folded, each with its number.
const MONTHS: [(&str, u32); 20] = [
    ("jan", 1),
    ("feb", 2),
    ("fev", 2),
    ("mar", 3),
    ("apr", 4),
    ("avr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juin", 6),
    ("jun", 6),
    ("july", 7),
    ("juil", 7),
    ("jul", 7),
    ("aug", 8),
    ("aou", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// A calendar month: `2010-04`, `April 2010`, `avr. 2010`.
pub fn month(cell: &str) -> Option<(i16, u32)> {
    let folded = platform::text::fold(cell);
    let mut parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (one, other) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let named = |part: &str| MONTHS.iter().find(|(name, _)| part.starts_with(name)).map(|(_, n)| *n);
    let number = |part: &str| part.parse().ok().filter(|n| part.len() <= 2 && (1..=12).contains(n));
    let is_year = |part: &str| part.len() == 4 && part.chars().all(|c| c.is_ascii_digit());
    let (year_of, month) = if is_year(one) { (one, other) } else { (other, one) };
    if !is_year(year_of) {
        return None;
    }
    Some((year(year_of)?, named(month).or_else(|| number(month))?))
}

/// Codes that are given to rows that have none: the next free one below a line, `1.3` after `1.2`, `4` among the highest. A code that was
/// tried is not tried again, so that ten thousand rows need ten thousand tries and not fifty million; what is taken stays taken meanwhile.
#[derive(Debug, Clone, Default)]
pub struct FreeCodes {
    tried: HashMap<Option<String>, u32>,
}

impl FreeCodes {
    /// The next code below `above` that is free.
    pub fn give(&mut self, above: Option<&str>, mut is_taken: impl FnMut(&str) -> bool) -> String {
        let tried = self.tried.entry(above.map(str::to_owned)).or_default();
        loop {
            *tried = tried.saturating_add(1);
            let code = above.map_or_else(|| tried.to_string(), |above| format!("{above}.{tried}"));
            if !is_taken(&code) {
                return code;
            }
        }
    }
}

#[cfg(test)]
mod tests;
