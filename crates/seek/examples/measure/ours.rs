//! The same questions to this crate.

use super::corpus::{BOX, Question, Service};
use seek::{Ask, Count, Entry, Facet, Filter, Found, Hours, Index, Kind, Moment, Point, Span, Weights};
use uuid::Uuid;

pub const CATS: Facet = Facet(1);
const LANGS: Facet = Facet(2);
const ELIG: Facet = Facet(3);

/// Names, main and other descriptions count five, two and one, as with the other engines.
const WEIGHTS: Weights =
    Weights { name: 5.0, alternate: 4.0, topic: 2.0, reading: 2.0, organization: 3.0, description: 1.0 };

pub fn entry(service: &Service) -> Entry {
    let each = |facet: Facet, values: &[String]| -> Vec<(Facet, String)> {
        values.iter().map(|value| (facet, value.clone())).collect()
    };
    let week = service.open.iter().map(|(from, until)| Span { from: *from, until: *until }).collect();
    Entry {
        id: Uuid::from_u128(service.id.into()),
        texts: vec![
            (Kind::Name, service.name.clone()),
            (Kind::Topic, service.main.clone()),
            (Kind::Description, service.alternate.clone()),
        ],
        facets: [each(CATS, &service.cats), each(LANGS, &service.langs), each(ELIG, &service.elig)].concat(),
        points: vec![Point { latitude: service.lat, longitude: service.lon }],
        hours: Some(Hours { week, closed: Vec::new() }),
        fresh: 0,
        for_all: service.free,
    }
}

pub fn ask(question: &Question) -> Ask<'_> {
    let mut filters = Vec::new();
    let mut any = |facet, value: &Option<String>, also: &[&str]| {
        if let Some(value) = value {
            let also = also.iter().map(|value| (*value).to_owned());
            filters.push(Filter::Any(facet, std::iter::once(value.clone()).chain(also).collect()));
        }
    };
    any(LANGS, &question.lang, &[]);
    any(CATS, &question.cat, &[]);
    any(ELIG, &question.elig, &["any"]);
    if let Some((latitude, longitude)) = question.near {
        filters.push(Filter::Within {
            from: Point { latitude: latitude - BOX.0, longitude: longitude - BOX.1 },
            to: Point { latitude: latitude + BOX.0, longitude: longitude + BOX.1 },
        });
    }
    if let Some((day, minute)) = question.at {
        // The fourth day of 1970 and of our count was a Monday.
        filters.push(Filter::Open(Moment { day: i32::from(day) + 4, from: minute, until: minute + 1 }));
    }
    Ask { filters, counts: vec![Count::Within(CATS)], weights: WEIGHTS, ..Ask::new(&question.text) }
}

pub fn answer(index: &Index, question: &Question) -> Found {
    index.search(&ask(question)).unwrap()
}
