//! Names and other single lines.

use super::{Change, Cleaned, Doubt, Outcome};
use crate::fold::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// In which case a whole column is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// As names are, or of every kind: a name in capitals is then one on purpose, such as an acronym.
    #[default]
    Mixed,
    /// All in capitals: whoever typed it left the key down.
    Shouted,
}

/// How the names of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Naming {
    /// The case of the whole column, from [`whole_case`].
    pub case: Case,
    /// Whether names are persons' and written *Last, First*. Never guessed: *Fraser, Rose* may be two persons.
    pub last_first: bool,
}

/// A line of text: white space single, nothing invisible, letters in one piece.
///
/// # Errors
/// When there is nothing.
pub fn text(input: &str) -> Outcome<String> {
    let mut changes = Vec::new();
    let seen: String = input.chars().filter(|c| !is_invisible(*c)).collect();
    if seen != input {
        changes.push(Change::Invisible);
    }
    let whole: String = seen.nfc().collect();
    if whole != seen {
        changes.push(Change::Letters);
    }
    let spaced = whole
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if spaced != whole {
        changes.push(Change::Spaces);
    }
    if spaced.is_empty() { Err(Doubt::Empty) } else { Ok(Cleaned::new(spaced, changes)) }
}

/// The name of a person, an organization or a place.
///
/// # Errors
/// When there is nothing.
pub fn name(input: &str, naming: &Naming) -> Outcome<String> {
    let Cleaned { mut value, mut changes } = text(input)?;
    if naming.last_first
        && let Some(turned) = turned(&value)
    {
        value = turned;
        changes.push(Change::Turned);
    }
    if naming.case == Case::Shouted && shouts(&value) {
        let quiet = quiet(&value);
        if quiet != value {
            value = quiet;
            changes.push(Change::Case);
        }
    }
    Ok(Cleaned::new(value, changes))
}

/// The case of a column, as far as its values were seen. Nothing of them is held.
#[derive(Debug, Clone, Copy, Default)]
pub struct Casing {
    all: usize,
    shouted: usize,
}

impl Casing {
    /// Looks at one more value; a short one says nothing.
    pub fn see(&mut self, value: &str) {
        if value.chars().filter(|c| c.is_alphabetic()).count() > 3 {
            self.all += 1;
            self.shouted += usize::from(shouts(value));
        }
    }

    /// What they say together: shouted when nearly all are.
    pub const fn case(self) -> Case {
        if self.all >= 3 && self.shouted * 10 >= self.all * 9 { Case::Shouted } else { Case::Mixed }
    }
}

/// The case of a whole column: shouted when nearly all of its names of some length are.
pub fn whole_case<'a>(values: impl IntoIterator<Item = &'a str>) -> Case {
    let mut seen = Casing::default();
    values.into_iter().for_each(|value| seen.see(value));
    seen.case()
}

/// Capitals, and no small letter.
fn shouts(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// *Last, First* the other way round; none when there is not exactly one comma with words around it.
fn turned(name: &str) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    (!last.is_empty() && !first.is_empty() && !first.contains(',')).then(|| format!("{first} {last}"))
}

/// Words that stay small within a name.
const SMALL: &[&str] = &[
    "a", "and", "at", "for", "in", "of", "on", "the", "to", "au", "aux", "d", "de", "des", "du", "en", "et",
    "l", "la", "le", "les", "pour", "sur",
];

/// Words that stay large: what they abbreviate.
const LARGE: &[&str] =
    &["YMCA", "YWCA", "ESL", "LINC", "CLIC", "LGBTQ", "II", "III", "IV", "BC", "NB", "NS", "ON", "QC"];

/// A shouted name in usual letters. Where the rule errs (McDonald), a person sees the change and can undo it.
fn quiet(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut word = String::new();
    for c in name.chars() {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        say(&mut out, &word, c);
        word.clear();
        out.push(c);
    }
    say(&mut out, &word, ' ');
    out
}

/// Puts one word in usual letters. `next` is what follows it: `D` and `L` before an apostrophe are small.
fn say(out: &mut String, word: &str, next: char) {
    let lower = word.to_lowercase();
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    let elided = apostrophe(next) && matches!(lower.as_str(), "d" | "l");
    let possessive = lower == "s" && out.ends_with(apostrophe);
    let small = SMALL.contains(&lower.as_str()) && (!apostrophe(next) || elided);
    let initial = next == '.' && word.chars().count() == 1;
    if LARGE.contains(&word) || initial {
        out.push_str(word);
    } else if possessive || (small && !out.is_empty()) {
        out.push_str(&lower);
    } else {
        let mut letters = word.chars();
        out.extend(letters.next());
        out.push_str(&letters.as_str().to_lowercase());
    }
}
