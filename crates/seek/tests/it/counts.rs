//! Totals and counts are exact, filters are cumulative.

use crate::{
    brute,
    random::{COST, LANGUAGE, counts, entries, filter, filters, index, question},
};
use proptest::prelude::*;
use seek::{Ask, Entry, Filter, Moment, Relaxed};
use std::collections::BTreeSet;
use uuid::Uuid;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_found_and_counted_is_what_comparing_everything_finds(
        entries in entries(), text in question(), filters in filters(), typing: bool, commits in 1usize..4
    ) {
        let index = index(&entries, commits);
        let moments = vec![Moment { day: 3, from: 600, until: 601 }, Moment { day: 4, from: 1_080, until: 1_440 }];
        let ask = Ask { typing, filters, counts: counts(), moments, limit: 100, ..Ask::new(&text) };
        let found = index.search(&ask).unwrap();
        let ids: BTreeSet<Uuid> = found.hits.iter().map(|hit| hit.id).collect();
        let expected = brute::found(&entries, &ask, None);
        if found.relaxed == Relaxed::No {
            prop_assert_eq!(&ids, &expected);
            prop_assert_eq!(found.total, expected.len());
            prop_assert_eq!(found.counts, brute::counts(&entries, &ask));
            prop_assert_eq!(found.open, brute::open(&entries, &ask));
        } else {
            prop_assert!(expected.is_empty(), "{:?} although {:?} is found", found.relaxed, expected);
        }
    }

    #[test]
    fn one_more_filter_finds_the_same_or_less(entries in entries(), text in question(), filters in filters(), more in filter()) {
        let index = index(&entries, 1);
        let fewer = index.search(&Ask { filters: [filters.clone(), vec![more]].concat(), limit: 100, ..Ask::new(&text) }).unwrap();
        let all = index.search(&Ask { filters, limit: 100, ..Ask::new(&text) }).unwrap();
        if fewer.relaxed == Relaxed::No {
            let all: BTreeSet<Uuid> = all.hits.iter().map(|hit| hit.id).collect();
            prop_assert!(fewer.hits.iter().all(|hit| all.contains(&hit.id)));
        }
    }
}

/// So many entries that facets are kept as bits, and so few hits that they are counted one by one.
#[test]
fn counts_are_the_same_whether_bits_or_entries_are_counted() {
    let entries: Vec<Entry> = (0..3_000u32)
        .map(|n| Entry {
            facets: vec![
                (LANGUAGE, format!("l{}", n % 7)),
                (LANGUAGE, format!("l{}", n % 5)),
                (COST, format!("c{}", n % 900)),
            ],
            ..Entry::named(Uuid::from_u128(n.into()), if n % 100 == 3 { "rare office" } else { "office" })
        })
        .collect();
    let index = index(&entries, 1);
    for text in ["rare", "office", ""] {
        let filters = vec![Filter::Any(COST, (0..450).map(|n| format!("c{n}")).collect())];
        let ask = Ask { filters, counts: counts(), ..Ask::new(text) };
        let found = index.search(&ask).unwrap();
        assert_eq!(found.counts, brute::counts(&entries, &ask), "{text}");
        assert_eq!(found.total, brute::found(&entries, &ask, None).len());
    }
}
