//! What the columns of a sheet mean, guessed from what was decided before, from their headings, and from their values.

use crate::fold::fold_heading;
use crate::kinds::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// A column that the caller knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// The caller's name for it.
    pub key: &'a str,
    /// What people write above it, in any language; accents, case, punctuation and plural do not matter.
    pub headings: &'a [&'a str],
    /// What its cells hold.
    pub kind: Kind,
}

/// How sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Nothing speaks for any.
    None,
    /// It may be; ask.
    Possible,
    /// It is, unless a person says otherwise.
    Likely,
    /// A person decided it before, or heading and values both say it.
    Certain,
}

impl Confidence {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Why a guess was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// A person decided it for the same heading before.
    Remembered,
    /// The heading is one of the column's.
    SameHeading,
    /// The heading is one of the column's but for a few letters.
    NearHeading {
        /// Letters that differ.
        letters: usize,
    },
    /// One has all the words of the other.
    PartOfHeading,
    /// The heading says nothing, and the values are of the column's kind.
    Values {
        /// How many in a hundred are.
        percent: usize,
    },
    /// There is no guess.
    Nothing,
}

impl Why {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Remembered => "remembered",
            Self::SameHeading => "same-heading",
            Self::NearHeading { .. } => "near-heading",
            Self::PartOfHeading => "part-of-heading",
            Self::Values { .. } => "values",
            Self::Nothing => "nothing",
        }
    }
}

/// What a column of the sheet means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess<'a> {
    /// The key of the caller's column; none when there is no guess, or when a person decided to leave it out.
    pub key: Option<&'a str>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Why.
    pub why: Why,
}

/// Decisions of persons: by heading as [`fold_heading`] folds it, the key of a column, or none to leave it out.
pub type Remembered = BTreeMap<String, Option<String>>;

/// One way to read one column of the sheet.
struct Candidate {
    score: usize,
    at: usize,
    column: usize,
    why: Why,
}

/// One guess for each heading, in their order. Each of the caller's columns is guessed at most once; the surer guess wins, and of
/// equals the first in the sheet and in the caller's list. `values` are some of each column's cells, in whatever order.
pub fn guess<'a>(
    headings: &[String],
    values: &[Vec<String>],
    columns: &'a [Column<'a>],
    remembered: &Remembered,
) -> Vec<Guess<'a>> {
    let known: Vec<Vec<String>> = columns
        .iter()
        .map(|column| column.headings.iter().map(|text| fold_heading(text)).collect())
        .collect();
    let folded: Vec<String> = headings.iter().map(|heading| fold_heading(heading)).collect();
    let shares: Vec<BTreeMap<Kind, usize>> =
        (0..headings.len()).map(|at| shares(values.get(at).map_or(&[], Vec::as_slice))).collect();
    let mut candidates = Vec::new();
    for (at, heading) in folded.iter().enumerate() {
        let decided = remembered.get(heading).filter(|_| !heading.is_empty());
        for (index, column) in columns.iter().enumerate() {
            let share = shares.get(at).and_then(|shares| shares.get(&column.kind)).copied().unwrap_or(0);
            let why = match decided {
                Some(key) => (key.as_deref() == Some(column.key)).then_some(Why::Remembered),
                None => {
                    known.get(index).and_then(|known| by_heading(heading, known)).or_else(|| by_values(share))
                }
            };
            candidates.extend(why.map(|why| Candidate { score: score(why, share), at, column: index, why }));
        }
    }
    candidates.sort_by_key(|one| (std::cmp::Reverse(one.score), one.at, one.column));
    let mut guesses: Vec<Guess<'a>> = folded.iter().map(|heading| nothing(heading, remembered)).collect();
    let (mut taken, mut done) = (BTreeSet::new(), BTreeSet::new());
    for one in candidates {
        if !taken.contains(&one.column) && !done.contains(&one.at) {
            let share = shares.get(one.at).cloned().unwrap_or_default();
            if let (Some(column), Some(guess)) = (columns.get(one.column), guesses.get_mut(one.at)) {
                *guess = Guess {
                    key: Some(column.key),
                    confidence: confidence(&one, column.kind, &share),
                    why: one.why,
                };
            }
            taken.insert(one.column);
            done.insert(one.at);
        }
    }
    guesses
}

/// No guess, or the decision to leave the column out.
fn nothing<'a>(heading: &str, remembered: &Remembered) -> Guess<'a> {
    match remembered.get(heading) {
        Some(None) if !heading.is_empty() => {
            Guess { key: None, confidence: Confidence::Certain, why: Why::Remembered }
        }
        _ => Guess { key: None, confidence: Confidence::None, why: Why::Nothing },
    }
}

/// What the heading says, the best of all that the column is called.
fn by_heading(heading: &str, known: &[String]) -> Option<Why> {
    if heading.is_empty() {
        return None;
    }
    let says = |known: &String| {
        if known == heading {
            return Some(Why::SameHeading);
        }
        let letters = strsim::osa_distance(known, heading);
        if letters <= tolerated(known.chars().count().min(heading.chars().count())) {
            return Some(Why::NearHeading { letters });
        }
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
        let (known, heading) = (words(known), words(heading));
        (known.is_subset(&heading) || heading.is_subset(&known)).then_some(Why::PartOfHeading)
    };
    known.iter().filter(|known| !known.is_empty()).filter_map(says).max_by_key(|why| score(*why, 0))
}

/// Letters that may differ in a word of this length: in a short one every letter makes another word.
const fn tolerated(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=7 => 1,
        8..=14 => 2,
        _ => 3,
    }
}

/// Most values must be of a kind before a column without a telling heading is taken for it.
fn by_values(percent: usize) -> Option<Why> {
    (percent >= 80).then_some(Why::Values { percent })
}

/// How much speaks for a guess; the values are the last word between equals.
fn score(why: Why, percent: usize) -> usize {
    let said = match why {
        Why::Remembered => 9_000,
        Why::SameHeading => 8_000,
        Why::NearHeading { letters } => 7_000_usize.saturating_sub(letters * 500),
        Why::PartOfHeading => 4_000,
        Why::Values { .. } => 1_000,
        Why::Nothing => 0,
    };
    said + percent * 2
}

/// How sure, after a look at the values: a heading that its values contradict is worth less.
fn confidence(one: &Candidate, kind: Kind, shares: &BTreeMap<Kind, usize>) -> Confidence {
    let telling = Kind::TOLD_BY_VALUES.contains(&kind) && !shares.is_empty();
    let contradicted = telling && shares.get(&kind).copied().unwrap_or(0) < 20;
    match (one.why, contradicted) {
        (Why::Remembered, _) | (Why::SameHeading, false) => Confidence::Certain,
        (Why::SameHeading, true) | (Why::NearHeading { .. }, false) => Confidence::Likely,
        (Why::PartOfHeading, false) if telling => Confidence::Likely,
        (Why::Values { .. }, _) if matches!(kind, Kind::Mail | Kind::Postal | Kind::Web | Kind::Phone) => {
            Confidence::Likely
        }
        (Why::Nothing, _) => Confidence::None,
        _ => Confidence::Possible,
    }
}

/// How many in a hundred of the values that are not blank are of each kind; nothing when all are blank.
fn shares(values: &[String]) -> BTreeMap<Kind, usize> {
    let told: Vec<&String> = values.iter().filter(|value| !value.trim().is_empty()).collect();
    if told.is_empty() {
        return BTreeMap::new();
    }
    let share = |kind: Kind| told.iter().filter(|value| kind.fits(value)).count() * 100 / told.len();
    Kind::TOLD_BY_VALUES.into_iter().map(|kind| (kind, share(kind))).collect()
}

#[cfg(test)]
mod tests;
