//! Filters and counts.

use crate::{
    ask::{Ask, Count, Filter},
    bits::Bits,
    entry::{Facet, Moment, Point},
    numbers::place,
    part::Part,
    search::Sifted,
};
use std::collections::BTreeMap;

/// The filters of a question, made ready for one part.
pub(crate) struct Sieve<'a> {
    part: &'a Part,
    ask: &'a Ask<'a>,
    /// What each filter by a facet leaves; whether that facet is counted sideways.
    facets: Vec<(Facet, Bits, bool)>,
    /// For each moment that is asked, which hours are open then.
    open: Vec<Vec<bool>>,
}

impl<'a> Sieve<'a> {
    pub fn new(part: &'a Part, ask: &'a Ask<'a>) -> Self {
        let mut sieve = Self { part, ask, facets: Vec::new(), open: Vec::new() };
        for filter in &ask.filters {
            match filter {
                Filter::Any(facet, values) => {
                    let sideways = ask.counts.contains(&Count::Sideways(*facet));
                    sieve.facets.push((*facet, having(part, *facet, values), sideways));
                }
                Filter::Open(moment) => {
                    sieve.open.push(open_at(part, moment));
                }
                Filter::ForAll | Filter::Within { .. } | Filter::Around(..) => {}
            }
        }
        sieve
    }

    /// What of a set passes.
    pub fn sift(&self, mut set: Bits) -> Sifted {
        self.facets.iter().filter(|(_, _, sideways)| !sideways).for_each(|(_, bits, _)| set.keep(bits));
        let part = self.part;
        for filter in &self.ask.filters {
            match filter {
                Filter::Any(..) | Filter::Open(_) => {}
                Filter::ForAll => set.keep(&part.for_all),
                Filter::Within { from, to } => {
                    set.retain(|document| {
                        part.points(document).iter().any(|point| is_within(*point, *from, *to))
                    });
                }
                Filter::Around(centre, most) => {
                    set.retain(|document| {
                        part.points(document).iter().any(|point| is_around(*point, *centre, *most))
                    });
                }
            }
        }
        let chosen = |mut set: Bits| {
            self.facets.iter().filter(|(_, _, sideways)| *sideways).for_each(|(_, bits, _)| set.keep(bits));
            set
        };
        let whenever = (!self.ask.moments.is_empty()).then(|| chosen(set.clone()));
        self.open.iter().for_each(|open| set.retain(|document| self.is_open(document, open)));
        Sifted { hits: chosen(set.clone()), base: set, whenever }
    }

    fn is_open(&self, document: u32, open: &[bool]) -> bool {
        let hours = self.part.hours_of.get(place(document)).and_then(|hours| open.get(place(*hours)));
        hours.copied().unwrap_or(false)
    }

    /// What passes all filters but those of one facet.
    fn beside(&self, sifted: &Sifted, facet: Facet) -> Option<Bits> {
        self.facets.iter().any(|(own, _, _)| *own == facet).then(|| {
            let mut set = sifted.base.clone();
            let others = self.facets.iter().filter(|(other, _, sideways)| *sideways && *other != facet);
            others.for_each(|(_, bits, _)| set.keep(bits));
            set
        })
    }
}

/// Which hours of a part are open at some minute of a moment.
fn open_at(part: &Part, moment: &Moment) -> Vec<bool> {
    part.hours.iter().map(|hours| hours.open(moment)).collect()
}

/// How many would be open at each moment that is asked for.
pub(crate) fn open(ask: &Ask<'_>, sieves: &[Sieve<'_>], sifted: &[Sifted]) -> Vec<usize> {
    let count = |moment: &Moment| {
        let parts = sieves.iter().zip(sifted).filter_map(|(sieve, sifted)| {
            let (mut set, open) = (sifted.whenever.clone()?, open_at(sieve.part, moment));
            set.retain(|document| sieve.is_open(document, &open));
            Some(set.count())
        });
        parts.sum()
    };
    ask.moments.iter().map(count).collect()
}

/// Who has one of these values.
pub(crate) fn having(part: &Part, facet: Facet, values: &[String]) -> Bits {
    let mut bits = Bits::none(part.documents);
    if let Some(column) = part.facets.get(&facet.0) {
        values.iter().filter_map(|value| column.of(value)).for_each(|docs| docs.join_into(&mut bits));
    }
    bits
}

fn is_within(point: Point, from: Point, to: Point) -> bool {
    let across = if from.longitude <= to.longitude {
        from.longitude <= point.longitude && point.longitude <= to.longitude
    } else {
        from.longitude <= point.longitude || point.longitude <= to.longitude
    };
    across && from.latitude <= point.latitude && point.latitude <= to.latitude
}

fn is_around(point: Point, centre: Point, most: f64) -> bool {
    // A degree of latitude has more than 110 km everywhere.
    (point.latitude - centre.latitude).abs() * 110.0 <= most && point.kilometres_to(centre) <= most
}

/// The counts of a question.
pub(crate) fn counted(
    ask: &Ask<'_>,
    sieves: &[Sieve<'_>],
    sifted: &[Sifted],
) -> Vec<(Facet, Vec<(String, usize)>)> {
    let count = |count: &Count| {
        let facet = count.facet();
        let mut sums = BTreeMap::<&str, usize>::new();
        for (sieve, sifted) in sieves.iter().zip(sifted) {
            let Some(column) = sieve.part.facets.get(&facet.0) else { continue };
            let beside = match count {
                Count::Sideways(_) => sieve.beside(sifted, facet),
                Count::Within(_) => None,
            };
            let set = beside.as_ref().unwrap_or(&sifted.hits);
            let counts = column.counts(set, set.count());
            for ((value, _), count) in column.values.iter().zip(counts).filter(|(_, count)| *count > 0) {
                *sums.entry(value).or_default() += count;
            }
        }
        let mut sums: Vec<(String, usize)> =
            sums.into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
        sums.sort_by(|(one, count), (other, than)| than.cmp(count).then_with(|| one.cmp(other)));
        (facet, sums)
    };
    ask.counts.iter().map(count).collect()
}
