//! Entries and questions by chance.

use proptest::prelude::*;
use seek::{Count, Entry, Facet, Filter, Hours, Index, Kind, Moment, Point, Span};
use uuid::Uuid;

pub const LANGUAGE: Facet = Facet(1);
pub const COST: Facet = Facet(7);

/// Words that are near each other.
pub fn word() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[ab]{2,4}", 3 => "[abc]{4,6}", 1 => "[ab]{9,10}", 1 => "[1-3]{2}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..5).prop_map(|words| words.join(" "))
}

fn point() -> impl Strategy<Value = Point> {
    (0i32..40, 0i32..40).prop_map(|(north, east)| Point {
        latitude: 43.0 + f64::from(north) / 10.0,
        longitude: -80.0 + f64::from(east) / 10.0,
    })
}

fn hours() -> impl Strategy<Value = Hours> {
    let span = (0u16..10_080, 0u16..10_080).prop_map(|(from, until)| Span { from, until });
    (prop::collection::vec(span, 0..3), prop::collection::vec(0i32..20, 0..3))
        .prop_map(|(week, closed)| Hours { week, closed })
}

fn facet() -> impl Strategy<Value = (Facet, String)> {
    prop_oneof!["[a-d]".prop_map(|value| (LANGUAGE, value)), "[xy]".prop_map(|value| (COST, value))]
}

fn entry() -> impl Strategy<Value = Entry> {
    let texts = (text(), text(), text());
    let facets = prop::collection::vec(facet(), 0..5);
    (
        texts,
        facets,
        prop::collection::vec(point(), 0..3),
        prop::option::of(hours()),
        any::<u8>(),
        any::<bool>(),
    )
        .prop_map(|((name, organization, description), facets, points, hours, fresh, for_all)| Entry {
            id: Uuid::nil(),
            texts: vec![
                (Kind::Name, name),
                (Kind::Organization, organization),
                (Kind::Description, description),
            ],
            facets,
            points,
            hours,
            fresh,
            for_all,
        })
}

/// Entries with ids of their own.
pub fn entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(entry(), 1..40).prop_map(|entries| {
        let numbered = entries.into_iter().zip(1u128..);
        numbered
            .map(|(entry, id)| Entry { id: Uuid::from_u128(id * 0x1_0000_0000_0000_0003), ..entry })
            .collect()
    })
}

pub fn filter() -> impl Strategy<Value = Filter> {
    prop_oneof![
        prop::collection::vec("[a-e]", 1..3).prop_map(|values| Filter::Any(LANGUAGE, values)),
        "[xyz]".prop_map(|value| Filter::Any(COST, vec![value])),
        Just(Filter::ForAll),
        (0i32..20, 0u16..1_440).prop_map(|(day, from)| Filter::Open(Moment { day, from, until: from + 90 })),
        (point(), 0.0f64..2.0).prop_map(|(from, size)| Filter::Within {
            from,
            to: Point { latitude: from.latitude + size, longitude: from.longitude + size },
        }),
        (point(), 10.0f64..200.0).prop_map(|(centre, most)| Filter::Around(centre, most)),
    ]
}

pub fn filters() -> impl Strategy<Value = Vec<Filter>> {
    prop::collection::vec(filter(), 0..3)
}

pub fn question() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..3).prop_map(|words| words.join(" "))
}

pub fn counts() -> Vec<Count> {
    vec![Count::Sideways(LANGUAGE), Count::Within(LANGUAGE), Count::Sideways(COST)]
}

/// An index in memory, written in several commits so that it has several segments.
pub fn index(entries: &[Entry], commits: usize) -> Index {
    let index = Index::in_memory().unwrap();
    for some in entries.chunks(entries.len().div_ceil(commits).max(1)) {
        index.put(some).unwrap();
        index.commit().unwrap();
    }
    index
}
