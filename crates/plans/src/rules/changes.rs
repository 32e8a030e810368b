//! What changed between two versions of a framework: exact, so that applying it to the older gives the newer.

use std::collections::BTreeMap;

/// Where a line stands, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<K, F> {
    /// The line above it.
    pub parent: Option<K>,
    /// Its place among those below the same line.
    pub position: u32,
    /// What it says.
    pub facts: F,
}

/// A version: its lines, each known by what it keeps from version to version.
pub type Version<K, F> = BTreeMap<K, Placed<K, F>>;

/// Before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// What stood there.
    pub before: T,
    /// What stands there.
    pub after: T,
}

/// What changed from one version to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes<K: Ord, F> {
    /// Lines that are new.
    pub added: Version<K, F>,
    /// Lines that are gone, as they were.
    pub gone: Version<K, F>,
    /// Lines that stand elsewhere: below which line, and at which place.
    pub moved: BTreeMap<K, Change<(Option<K>, u32)>>,
    /// Lines that say something else.
    pub reworded: BTreeMap<K, Change<F>>,
}

impl<K: Ord, F> Changes<K, F> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.moved.is_empty() && self.reworded.is_empty()
    }
}

/// What changed from `old` to `new`.
pub fn changes<K: Ord + Copy, F: Clone + PartialEq>(
    old: &Version<K, F>,
    new: &Version<K, F>,
) -> Changes<K, F> {
    let only_in = |one: &Version<K, F>, other: &Version<K, F>| -> Version<K, F> {
        let alone = one.iter().filter(|(key, _)| !other.contains_key(key));
        alone.map(|(key, placed)| (*key, placed.clone())).collect()
    };
    let mut changes = Changes {
        added: only_in(new, old),
        gone: only_in(old, new),
        moved: BTreeMap::new(),
        reworded: BTreeMap::new(),
    };
    for (key, before) in old {
        let Some(after) = new.get(key) else { continue };
        let place = |placed: &Placed<K, F>| (placed.parent, placed.position);
        if place(before) != place(after) {
            changes.moved.insert(*key, Change { before: place(before), after: place(after) });
        }
        if before.facts != after.facts {
            let change = Change { before: before.facts.clone(), after: after.facts.clone() };
            changes.reworded.insert(*key, change);
        }
    }
    changes
}

/// The newer version, from the older and what changed.
pub fn apply<K: Ord + Copy, F: Clone>(old: &Version<K, F>, changes: &Changes<K, F>) -> Version<K, F> {
    let mut new = old.clone();
    new.retain(|key, _| !changes.gone.contains_key(key));
    for (key, change) in &changes.moved {
        if let Some(placed) = new.get_mut(key) {
            (placed.parent, placed.position) = change.after;
        }
    }
    for (key, change) in &changes.reworded {
        if let Some(placed) = new.get_mut(key) {
            placed.facts = change.after.clone();
        }
    }
    new.extend(changes.added.iter().map(|(key, placed)| (*key, placed.clone())));
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_version() -> impl Strategy<Value = Version<u8, String>> {
        let placed = (proptest::option::of(0_u8..12), 0_u32..4, "[a-c]{0,2}")
            .prop_map(|(parent, position, facts)| Placed { parent, position, facts });
        proptest::collection::btree_map(0_u8..12, placed, 0..12)
    }

    #[test]
    fn a_line_that_moved_and_was_reworded_is_told_as_both() {
        let at = |parent, facts: &str| Placed { parent, position: 0, facts: facts.to_owned() };
        let old = BTreeMap::from([(1, at(None, "a")), (2, at(Some(1), "b")), (3, at(None, "c"))]);
        let new = BTreeMap::from([(1, at(None, "a")), (2, at(None, "B")), (4, at(Some(1), "d"))]);
        let told = changes(&old, &new);
        assert_eq!(told.moved, BTreeMap::from([(2, Change { before: (Some(1), 0), after: (None, 0) })]));
        assert_eq!(told.reworded, BTreeMap::from([(2, Change { before: "b".into(), after: "B".into() })]));
        assert_eq!((told.added.len(), told.gone.len()), (1, 1));
    }

    proptest! {
        #[test]
        fn applying_what_changed_to_the_old_gives_the_new(old in any_version(), new in any_version()) {
            prop_assert_eq!(apply(&old, &changes(&old, &new)), new);
        }

        #[test]
        fn nothing_is_told_that_did_not_change(old in any_version(), new in any_version()) {
            prop_assert!(changes(&old, &old).is_empty());
            let told = changes(&old, &new);
            prop_assert_eq!(told.is_empty(), old == new);
            prop_assert!(told.moved.values().all(|change| change.before != change.after));
            prop_assert!(told.reworded.values().all(|change| change.before != change.after));
        }
    }
}
