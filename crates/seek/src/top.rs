//! The best hits, and why they are.

use crate::{
    ask::{Ask, Boost, By, Hit, Why},
    bits::Bits,
    entry::{Kind, Point},
    numbers::place,
    part::Part,
    search::View,
    sift::having,
    terms::{Of, Term},
};
use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};
use uuid::Uuid;

/// What all that is found has when no word was asked, in thousandths.
const NO_WORDS: u32 = 1_000;

/// One that may be told.
#[derive(Clone, Copy)]
struct Candidate {
    score: f64,
    id: u128,
    part: usize,
    document: u32,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then(other.id.cmp(&self.id))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// The hits that are asked for, in order.
pub(crate) fn best(view: &View, ask: &Ask<'_>, terms: &[&Term], sets: &[&Bits]) -> Vec<Hit> {
    let most = ask.skip.saturating_add(ask.limit);
    let boosts: Vec<Boosts<'_>> = view.parts.iter().map(|(part, _)| Boosts::new(part, ask)).collect();
    let mut heap = BinaryHeap::<Reverse<Candidate>>::new();
    if ask.limit > 0 {
        for (number, ((part, _), hits)) in view.parts.iter().zip(sets).enumerate() {
            let scores = scored(part, number, terms, hits);
            let Some(boosts) = boosts.get(number) else { continue };
            for document in hits.iter() {
                let text = scores.get(place(document)).copied().unwrap_or(NO_WORDS);
                let score = match ask.from.filter(|_| ask.nearest_first) {
                    Some(from) => -distance(part, document, from).unwrap_or(f64::INFINITY),
                    None => f64::from(text) * boosts.of(document),
                };
                let id = part.ids.get(place(document)).copied().unwrap_or(0);
                let candidate = Candidate { score, id, part: number, document };
                if heap.len() < most {
                    heap.push(Reverse(candidate));
                } else if let Some(mut worst) = heap.peek_mut()
                    && candidate > worst.0
                {
                    *worst = Reverse(candidate);
                }
            }
        }
    }
    let best = heap.into_sorted_vec().into_iter().skip(ask.skip);
    best.filter_map(|candidate| told(ask, terms, boosts.get(candidate.0.part)?, candidate.0)).collect()
}

/// What the words are worth in each document that is found; nothing when there are no words.
fn scored(part: &Part, number: usize, terms: &[&Term], hits: &Bits) -> Vec<u32> {
    let mut sums = Vec::new();
    let mut own = Vec::new();
    for finds in terms.iter().filter_map(|term| term.parts.get(number)) {
        own.resize(place(part.documents), 0);
        // From the least to the greatest: what is written last stays.
        for source in &finds.sources {
            for document in finds.of(source) {
                if let Some(slot) = own.get_mut(place(*document)) {
                    *slot = source.weight;
                }
            }
        }
        if sums.is_empty() {
            sums = std::mem::take(&mut own);
            continue;
        }
        for document in hits.iter() {
            let at = place(document);
            if let (Some(sum), Some(own)) = (sums.get_mut(at), own.get_mut(at)) {
                *sum += std::mem::take(own);
            }
        }
        own.fill(0);
    }
    sums
}

/// The boosts of a question, made ready for one part.
struct Boosts<'a> {
    part: &'a Part,
    all: Vec<Ready<'a>>,
}

enum Ready<'a> {
    Has(Bits, f64),
    ForAll(f64),
    Near(&'a Point, f64, f64, f64),
    Fresh(f64),
}

impl<'a> Boosts<'a> {
    fn new(part: &'a Part, ask: &'a Ask<'_>) -> Self {
        let ready = |boost: &'a Boost| match boost {
            Boost::Has(facet, values, times) => Ready::Has(having(part, *facet, values), *times),
            Boost::ForAll(times) => Ready::ForAll(*times),
            Boost::Near(point, half, times) => {
                Ready::Near(point, *half, *times, point.latitude.to_radians().cos())
            }
            Boost::Fresh(times) => Ready::Fresh(*times),
        };
        Self { part, all: ask.boosts.iter().map(ready).collect() }
    }

    fn of(&self, document: u32) -> f64 {
        let times = |ready: &Ready<'_>| match ready {
            Ready::Has(bits, times) if bits.contains(document) => *times,
            Ready::ForAll(times) if self.part.for_all.contains(document) => *times,
            Ready::Has(..) | Ready::ForAll(_) => 1.0,
            Ready::Fresh(times) => 1.0 + (times - 1.0) * f64::from(fresh(self.part, document)) / 255.0,
            Ready::Near(centre, half, times, narrow) => {
                let away = |point: &Point| {
                    let (north, east) =
                        (point.latitude - centre.latitude, point.longitude - centre.longitude);
                    north * north + east * narrow * east * narrow
                };
                let nearest = self.part.points(document).iter().map(away).fold(f64::INFINITY, f64::min);
                let kilometres = nearest.sqrt() * 111.195;
                1.0 + (times - 1.0) * half / (half + kilometres)
            }
        };
        self.all.iter().map(times).product()
    }

    /// The places of those that a document has wholly.
    fn places(&self, document: u32) -> Vec<usize> {
        let has = |ready: &Ready<'_>| match ready {
            Ready::Has(bits, _) => bits.contains(document),
            Ready::ForAll(_) => self.part.for_all.contains(document),
            Ready::Near(..) | Ready::Fresh(_) => false,
        };
        self.all.iter().enumerate().filter(|(_, ready)| has(ready)).map(|(at, _)| at).collect()
    }
}

fn fresh(part: &Part, document: u32) -> u8 {
    part.fresh.get(place(document)).copied().unwrap_or(0)
}

/// How far the nearest place of a document is, in kilometres.
fn distance(part: &Part, document: u32, from: Point) -> Option<f64> {
    part.points(document).iter().map(|point| point.kilometres_to(from)).min_by(f64::total_cmp)
}

/// A hit with its reasons.
fn told(ask: &Ask<'_>, terms: &[&Term], boosts: &Boosts<'_>, candidate: Candidate) -> Option<Hit> {
    let part = boosts.part;
    let document = candidate.document;
    let why = terms.iter().filter_map(|term| {
        let by = match term.parts.get(candidate.part)?.best(document)?.of {
            Of::Word(number, kinds, nearness) => By::Word {
                word: part.vocabulary.word(number),
                kinds: Kind::all_in(kinds),
                mended: nearness.is_mended(),
            },
            Of::Topic(at) => By::Topic(ask.topics.as_ref()?.readings.get(at)?.topic.clone()),
        };
        Some(Why { asked: term.asked.clone(), by })
    });
    Some(Hit {
        id: Uuid::from_u128(candidate.id),
        score: candidate.score / 1e3,
        why: why.collect(),
        boosts: boosts.places(document),
        kilometres: ask.from.and_then(|from| distance(part, document, from)),
        fresh: fresh(part, document),
        for_all: part.for_all.contains(document),
    })
}
