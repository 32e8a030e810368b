//! What this node has counted and not written down yet.

use crate::rules::unfound::Sought;
use platform::{clock::Moment, ids::PartnershipId};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, PoisonError},
};

/// The same search counts again after so many seconds, a day: neither a page that is loaded anew nor a program that goes through addresses makes
/// a need.
const AGAIN_SECONDS: i64 = 86_400;
/// So many different searches are remembered for that; then the memory begins anew.
const REMEMBERED: usize = 10_000;

/// How often each was looked for.
pub(super) type Waiting = BTreeMap<Sought, u64>;

#[derive(Default)]
struct Memory {
    /// When which search counted last.
    last: HashMap<(PartnershipId, Sought), Moment>,
    /// What waits to be written. There are no more than needs and languages.
    waiting: HashMap<PartnershipId, Waiting>,
}

/// What was counted on this node.
#[derive(Default)]
pub(super) struct Counted(Mutex<Memory>);

impl Counted {
    /// Counts a search, unless the same one counted a moment ago.
    pub(super) fn count(&self, partnership: PartnershipId, of: Sought, now: Moment) {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if memory.last.len() >= REMEMBERED {
            memory.last.clear();
        }
        let key = (partnership, of.clone());
        let last = memory.last.get(&key).copied();
        if last.is_some_and(|last| last <= now && now < last.plus_seconds(AGAIN_SECONDS)) {
            return;
        }
        memory.last.insert(key, now);
        *memory.waiting.entry(partnership).or_default().entry(of).or_default() += 1;
    }

    /// All that waits; from here it is the caller's.
    pub(super) fn take(&self) -> HashMap<PartnershipId, Waiting> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).waiting)
    }

    /// What could not be written waits again, beside what was counted meanwhile.
    pub(super) fn give_back(&self, partnership: PartnershipId, waiting: Waiting) {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let there = memory.waiting.entry(partnership).or_default();
        for (of, times) in waiting {
            *there.entry(of).or_default() += times;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::clock::Clock;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_lost_or_counted_twice_however_often_writing_fails(
            searches in prop::collection::vec((0_u128..2, 0_usize..3), 0..60), fails in prop::collection::vec(any::<bool>(), 60),
        ) {
            let (counted, clock) = (Counted::default(), Clock::fixed("2026-11-22T15:00:00Z"));
            let mut written = 0;
            let mut write = |fails: bool| for (partnership, waiting) in counted.take() {
                if fails { counted.give_back(partnership, waiting) } else { written += waiting.values().sum::<u64>() }
            };
            for ((partnership, need), fails) in searches.iter().zip(&fails) {
                clock.advance(AGAIN_SECONDS);
                let of = Sought { need: format!("need {need}"), language: "ti".into(), is_safety: false };
                let partnership = PartnershipId(uuid::Uuid::from_u128(*partnership));
                counted.count(partnership, of.clone(), clock.now());
                // At once again.
                counted.count(partnership, of, clock.now());
                write(*fails);
            }
            write(false);
            prop_assert_eq!(written, u64::try_from(searches.len()).unwrap());
        }
    }
}
