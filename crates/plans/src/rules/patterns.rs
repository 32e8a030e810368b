//! What shall show that a line goes on: patterns of evidence, chosen with one click, as many as fit.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What shows that an action goes on, chosen with one click; the evidence itself comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pattern {
    /// An inventory is kept up to date.
    Inventory,
    /// A series of meetings or workshops is held.
    Series,
    /// Signatories are won.
    Signatories,
    /// Something is published.
    Publication,
    /// A policy is adopted.
    Policy,
    /// Something is cared for all the time.
    Care,
}

impl Pattern {
    /// All patterns, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::Inventory, Self::Series, Self::Signatories, Self::Publication, Self::Policy, Self::Care];

    /// The code in the database, in forms and in word keys (`plan-pattern-series`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inventory => "inventory",
            Self::Series => "series",
            Self::Signatories => "signatories",
            Self::Publication => "publication",
            Self::Policy => "policy",
            Self::Care => "care",
        }
    }

    /// The pattern of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pattern| pattern.code() == code)
    }
}

platform::coded!(Pattern);

/// The patterns of a line, each once, in the order of lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patterns(BTreeSet<Pattern>);

impl Patterns {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Pattern> + '_ {
        self.0.iter().copied()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their codes with blanks between them.
    pub fn codes(&self) -> String {
        self.iter().map(Pattern::code).collect::<Vec<_>>().join(" ")
    }

    /// The patterns of codes with blanks between them; none when one of the codes is unknown.
    pub fn from_codes(codes: &str) -> Option<Self> {
        codes.split_whitespace().map(Pattern::from_code).collect()
    }
}

impl FromIterator<Pattern> for Patterns {
    fn from_iter<I: IntoIterator<Item = Pattern>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_unknown_code_is_no_pattern() {
        assert!(Pattern::ALL.into_iter().all(|one| Pattern::from_code(one.code()) == Some(one)));
        assert_eq!(Patterns::from_codes("care hope"), None);
        assert_eq!(Patterns::from_codes(""), Some(Patterns::default()));
    }

    proptest! {
        #[test]
        fn patterns_read_back_each_once_whatever_their_order(picked in proptest::collection::vec(0_usize..6, 0..9)) {
            let all: Patterns = picked.iter().map(|n| Pattern::ALL[*n]).collect();
            prop_assert_eq!(Patterns::from_codes(&all.codes()), Some(all.clone()));
            prop_assert_eq!(all.iter().count(), picked.iter().collect::<BTreeSet<_>>().len());
            prop_assert!(Pattern::ALL.into_iter().enumerate().all(|(n, one)| all.iter().any(|other| other == one) == picked.contains(&n)));
        }
    }
}
