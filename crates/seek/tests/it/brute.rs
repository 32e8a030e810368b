//! The same answers, found by looking at every entry: slow, short, and written apart from the index.

use seek::{Ask, Count, Entry, Filter, words};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Slips that are forgiven in a word of Latin letters.
fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        _ if word.chars().any(|c| c.is_ascii_digit()) => 0,
        0..4 => 0,
        4..9 => 1,
        _ => 2,
    }
}

/// From the best: the same, begun, one slip, begun with one, two slips, begun with two.
fn nearness(word: &str, asked: &str, begun: bool) -> Option<usize> {
    let whole = strsim::osa_distance(word, asked);
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let start = ends.map(|end| strsim::osa_distance(&word[..end], asked)).min().filter(|_| begun);
    [Some(whole * 2), start.map(|start| start * 2 + 1)].into_iter().flatten().min()
}

fn own_words(entry: &Entry) -> BTreeSet<String> {
    entry.texts.iter().flat_map(|(_, text)| words(text)).collect()
}

/// The ids that have all words, strictly, and pass the filters but those of one facet.
pub fn found(entries: &[Entry], ask: &Ask<'_>, but: Option<seek::Facet>) -> BTreeSet<Uuid> {
    let all: Vec<(&Entry, BTreeSet<String>)> =
        entries.iter().map(|entry| (entry, own_words(entry))).collect();
    let mut left: BTreeSet<Uuid> = entries.iter().map(|entry| entry.id).collect();
    let asked = words(ask.text);
    for (at, word) in asked.iter().enumerate() {
        let last = asked.iter().rposition(|each| each == word) == Some(asked.len() - 1) && at <= asked.len();
        let begun = ask.typing && last && word.chars().count() >= 2;
        let near = |known: &str| nearness(known, word, begun);
        let best = all.iter().flat_map(|(_, own)| own).filter_map(|known| near(known)).min();
        let fits = |known: &String| match (near(known), best) {
            (Some(near), Some(0 | 1)) => near <= 1,
            (Some(near), Some(best)) => near == best && near / 2 <= forgiven(word),
            _ => false,
        };
        left.retain(|id| all.iter().any(|(entry, own)| entry.id == *id && own.iter().any(fits)));
    }
    left.retain(|id| {
        let entry = entries.iter().find(|entry| entry.id == *id).unwrap();
        ask.filters.iter().all(|filter| passes(entry, filter, but))
    });
    left
}

fn passes(entry: &Entry, filter: &Filter, but: Option<seek::Facet>) -> bool {
    match filter {
        Filter::Any(facet, _) if but == Some(*facet) => true,
        Filter::Any(facet, values) => {
            entry.facets.iter().any(|(own, value)| own == facet && values.contains(value))
        }
        Filter::ForAll => entry.for_all,
        Filter::Open(moment) => entry.hours.as_ref().is_some_and(|hours| hours.open(moment)),
        Filter::Within { from, to } => entry.points.iter().any(|point| {
            (from.latitude..=to.latitude).contains(&point.latitude)
                && (from.longitude..=to.longitude).contains(&point.longitude)
        }),
        Filter::Around(centre, most) => {
            entry.points.iter().any(|point| point.kilometres_to(*centre) <= *most)
        }
    }
}

/// How many would be open at each time that is asked for, whatever filters by opening hours there are.
pub fn open(entries: &[Entry], ask: &Ask<'_>) -> Vec<usize> {
    let rest: Vec<Filter> =
        ask.filters.iter().filter(|filter| !matches!(filter, Filter::Open(_))).cloned().collect();
    let count = |moment: &seek::Moment| {
        let filters = [rest.clone(), vec![Filter::Open(*moment)]].concat();
        found(entries, &Ask { filters, ..ask.clone() }, None).len()
    };
    ask.moments.iter().map(count).collect()
}

/// The counts that are asked for.
pub fn counts(entries: &[Entry], ask: &Ask<'_>) -> Vec<(seek::Facet, Vec<(String, usize)>)> {
    let one = |count: &Count| {
        let (facet, but) = match count {
            Count::Sideways(facet) => (*facet, Some(*facet)),
            Count::Within(facet) => (*facet, None),
        };
        let ids = found(entries, ask, but);
        let mut sums = BTreeMap::<String, usize>::new();
        for entry in entries.iter().filter(|entry| ids.contains(&entry.id)) {
            let own: BTreeSet<_> = entry.facets.iter().filter(|(own, _)| *own == facet).collect();
            own.into_iter().for_each(|(_, value)| *sums.entry(value.clone()).or_default() += 1);
        }
        let mut sums: Vec<_> = sums.into_iter().collect();
        sums.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        (facet, sums)
    };
    ask.counts.iter().map(one).collect()
}
