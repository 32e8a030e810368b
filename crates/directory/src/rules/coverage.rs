//! What the inventory covers, and how far it can be trusted there: by group of needs, and by language.

use super::freshness::Freshness;
use std::collections::{BTreeMap, BTreeSet};

/// How many records can be trusted how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Looked at, not long ago.
    pub verified: usize,
    /// Due to be looked at.
    pub due: usize,
    /// Looked at long ago, or never.
    pub call_first: usize,
}

impl Counts {
    /// All of them.
    pub const fn sum(self) -> usize {
        self.verified + self.due + self.call_first
    }

    fn add(&mut self, fresh: Freshness) {
        match fresh {
            Freshness::Verified => self.verified += 1,
            Freshness::Due => self.due += 1,
            Freshness::CallFirst => self.call_first += 1,
        }
    }
}

/// How many records there are under each key; a record counts once under each of its keys, however often it names it, and a key that
/// no record has is there with none.
pub fn covered(
    keys: impl IntoIterator<Item = String>,
    records: impl IntoIterator<Item = (Vec<String>, Freshness)>,
) -> BTreeMap<String, Counts> {
    let mut all: BTreeMap<String, Counts> = keys.into_iter().map(|key| (key, Counts::default())).collect();
    for (keys, fresh) in records {
        for key in keys.into_iter().collect::<BTreeSet<_>>() {
            all.entry(key).or_default().add(fresh);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_nobody_offers_is_told_too() {
        let found = covered(["health".to_owned()], []);
        assert_eq!(found.get("health").map(|one| one.sum()), Some(0));
    }

    proptest! {
        #[test]
        fn each_record_counts_once_under_each_of_its_keys(
            records in proptest::collection::vec((proptest::collection::vec("[a-c]", 0..4), 0_usize..3), 0..20)
        ) {
            let fresh = |n: usize| Freshness::ALL[n];
            let found = covered([], records.iter().map(|(keys, n)| (keys.clone(), fresh(*n))));
            for key in ["a", "b", "c"] {
                let with: Vec<usize> =
                    records.iter().filter(|(keys, _)| keys.iter().any(|one| one == key)).map(|(_, n)| *n).collect();
                let counts = found.get(key).copied().unwrap_or_default();
                prop_assert_eq!(counts.sum(), with.len());
                prop_assert_eq!(counts.call_first, with.iter().filter(|n| **n == 2).count());
            }
        }
    }
}
