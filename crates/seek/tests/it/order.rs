//! What is found does not depend on how it was written.

use crate::random::{counts, entries, filters, index, question};
use proptest::prelude::*;
use seek::{Ask, Boost, Entry, Facet, Found, Index, Point, Topics};
use uuid::Uuid;

fn answer(index: &Index, ask: &Ask<'_>) -> Found {
    index.search(ask).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_order_of_writing_and_the_number_of_commits_do_not_matter(
        entries in entries(), text in question(), filters in filters(), seed in any::<u64>(), commits in 1usize..5
    ) {
        let boosts = vec![Boost::Fresh(1.5), Boost::ForAll(1.2)];
        let ask = Ask { filters, boosts, counts: counts(), ..Ask::new(&text) };
        let mut shuffled = entries.clone();
        let length = shuffled.len();
        (0..length).for_each(|at| shuffled.swap(at, usize::try_from(seed).unwrap_or(7) / (at + 1) % length));
        prop_assert_eq!(answer(&index(&entries, 1), &ask), answer(&index(&shuffled, commits), &ask));
    }

    #[test]
    fn taking_out_and_putting_in_is_replacing(entries in entries(), text in question(), filters in filters()) {
        let ask = Ask { filters, counts: counts(), ..Ask::new(&text) };
        let fresh = index(&entries, 1);
        let worn = index(&entries, 2);
        // Everything is first something else, then replaced; some are taken out and put in again.
        let others: Vec<Entry> = entries.iter().map(|entry| Entry::named(entry.id, "abab other words 22")).collect();
        worn.put(&others).unwrap();
        worn.commit().unwrap();
        worn.take_out(&entries.iter().step_by(2).map(|entry| entry.id).collect::<Vec<_>>());
        worn.put(&entries).unwrap();
        worn.take_out(&[Uuid::from_u128(77)]);
        worn.commit().unwrap();
        prop_assert_eq!(worn.len(), entries.len());
        prop_assert_eq!(answer(&worn, &ask), answer(&fresh, &ask));
        worn.rebuild(entries.clone()).unwrap();
        prop_assert_eq!(answer(&worn, &ask), answer(&fresh, &ask));
    }
}

#[test]
fn pages_follow_each_other_and_equals_are_ordered_by_id() {
    let entries: Vec<Entry> = (0..50u128).rev().map(|n| Entry::named(Uuid::from_u128(n), "same")).collect();
    let index = index(&entries, 3);
    let page = |skip| -> Vec<u128> {
        let found = index.search(&Ask { skip, limit: 20, ..Ask::new("same") }).unwrap();
        assert_eq!(found.total, 50);
        found.hits.iter().map(|hit| hit.id.as_u128()).collect()
    };
    assert_eq!([page(0), page(20), page(40)].concat(), (0..50).collect::<Vec<_>>());
}

#[test]
fn open_near_verified_and_in_your_language_come_first() {
    let language = Facet(2);
    let here = Point { latitude: 43.25, longitude: -79.87 };
    let there = Point { latitude: 43.65, longitude: -79.38 };
    let plain = |n: u128| Entry { points: vec![there], ..Entry::named(Uuid::from_u128(n), "clinic") };
    let entries = [
        plain(1),
        Entry { fresh: 255, ..plain(2) },
        Entry { points: vec![there, here], ..plain(3) },
        Entry { for_all: true, ..plain(4) },
        Entry { facets: vec![(language, "ti".to_owned())], ..plain(5) },
    ];
    let boosts = vec![
        Boost::Fresh(1.1),
        Boost::Near(here, 5.0, 1.3),
        Boost::ForAll(1.5),
        Boost::Has(language, vec!["ti".to_owned()], 2.0),
    ];
    let index = index(&entries, 2);
    let found = index.search(&Ask { boosts, from: Some(here), ..Ask::new("clinic") }).unwrap();
    let order: Vec<u128> = found.hits.iter().map(|hit| hit.id.as_u128()).collect();
    assert_eq!(order, [5, 4, 3, 2, 1]);
    let boosted: Vec<_> = found.hits.iter().map(|hit| hit.boosts.clone()).collect();
    assert_eq!(boosted, [vec![3], vec![2], vec![], vec![], vec![]]);
    assert_eq!(found.hits[2].kilometres, Some(0.0));
    assert!(found.hits[0].kilometres.unwrap() > 50.0);
}

#[test]
fn the_nearest_come_first_where_that_is_asked_whatever_else_speaks_for_others() {
    let here = Point { latitude: 43.25, longitude: -79.87 };
    let north = |degrees: f64| vec![Point { latitude: here.latitude + degrees, ..here }];
    // More than any list shows are better and farther away; one has no place.
    let mut entries: Vec<Entry> = (0..300u128)
        .map(|n| Entry {
            points: north(2.0),
            fresh: 255,
            for_all: true,
            ..Entry::named(Uuid::from_u128(n), "clinic")
        })
        .collect();
    entries.push(Entry {
        points: north(0.5),
        ..Entry::named(Uuid::from_u128(900), "clinic for all of the county")
    });
    entries.push(Entry::named(Uuid::from_u128(901), "clinic"));
    let boosts = vec![Boost::Fresh(1.5), Boost::ForAll(1.5)];
    let index = index(&entries, 2);
    let first = |nearest_first: bool| {
        let ask =
            Ask { boosts: boosts.clone(), from: Some(here), nearest_first, limit: 302, ..Ask::new("clinic") };
        index.search(&ask).unwrap().hits.iter().map(|hit| hit.id.as_u128()).collect::<Vec<_>>()
    };
    let (near, best) = (first(true), first(false));
    assert_eq!((near.first(), near.last(), near.len()), (Some(&900), Some(&901), 302));
    assert!(best.iter().position(|id| *id == 900) > Some(100), "the control: among the best it is not");
}

#[test]
fn words_that_say_nothing_take_no_room_from_one_that_does() {
    let (telling, small) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let entries = [Entry::named(telling, "dentist"), Entry::named(small, "word7 of the town")];
    let words: Vec<String> = (0..20).map(|n| format!("word{n}")).chain(["dentist".to_owned()]).collect();
    let text = words.join(" ");
    let found = |stops: Vec<usize>| {
        let topics = Some(Topics { facet: Facet(9), readings: Vec::new(), stops });
        let found = index(&entries, 1).search(&Ask { topics, typing: false, ..Ask::new(&text) }).unwrap();
        found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(found((0..20).collect()), [telling]);
    assert_eq!(found((0..21).collect()), [small], "where all say nothing, the first sixteen are looked for");
}
