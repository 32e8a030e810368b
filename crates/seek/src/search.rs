//! How a question is answered.
//!
//! Everything is a set of bits, one for each document: what a word finds, what a filter leaves, who has a facet. So counts are exact and cost
//! a walk over some thousand words of memory. Only what is found is scored.

use crate::{
    ask::{Ask, Found, Mended, Relaxed},
    bits::Bits,
    letters::Script,
    near::forgiven,
    numbers::real,
    part::Part,
    sift::{Sieve, counted, open},
    terms::{Asked, Term},
    top,
    words::{Side, each},
};
use std::sync::Arc;
use tantivy::TantivyError;

/// More words than this are not looked for, those that say nothing not counted.
pub(crate) const WORDS: usize = 16;
/// More letters than this are not read.
const LETTERS: usize = 1_000;
/// A single letter of an alphabet is not completed.
const COMPLETED: usize = 2;

/// The index as it was at one commit.
#[derive(Default)]
pub(crate) struct View {
    pub parts: Vec<(Arc<Part>, Bits)>,
    pub documents: usize,
}

/// Answers a question.
pub(crate) fn search(view: &View, ask: &Ask<'_>) -> Result<Found, TantivyError> {
    let asked = read(ask);
    let sieves: Vec<Sieve<'_>> = view.parts.iter().map(|(part, _)| Sieve::new(part, ask)).collect();
    let mut terms = Vec::new();
    for word in &asked {
        terms.push(Term::gather(view, word, ask, false)?);
    }
    let search = Search { view, ask, sieves: &sieves };
    let (relaxed, kept, sifted) = search.relax(&asked, &mut terms)?;
    terms.iter_mut().for_each(|term| term.weigh(view.documents));
    let terms: Vec<&Term> = kept.iter().filter_map(|at| terms.get(*at)).collect();
    let mended = terms
        .iter()
        .filter_map(|term| term.mended(view).map(|read| Mended { asked: term.asked.clone(), read }));
    let sets: Vec<&Bits> = sifted.iter().map(|sifted| &sifted.hits).collect();
    Ok(Found {
        total: sets.iter().map(|set| set.count()).sum(),
        hits: top::best(view, ask, &terms, &sets),
        counts: counted(ask, &sieves, &sifted),
        open: open(ask, &sieves, &sifted),
        relaxed,
        mended: mended.collect(),
    })
}

/// As much of a text as is read of a question.
pub(crate) fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LETTERS).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The words of the question, each once.
fn read(ask: &Ask<'_>) -> Vec<Asked> {
    let text = beginning(ask.text);
    let mut all: Vec<Asked> = Vec::new();
    let mut number = 0;
    each(text, Side::Asked, &mut |word, _| {
        all.iter_mut().for_each(|asked| asked.begun &= asked.writing == Script::Han);
        let at = number;
        number += 1;
        if let Some(known) = all.iter_mut().find(|known| known.text == word.text) {
            known.begun = ask.typing;
            return known.places.push(at);
        }
        let letters: Vec<char> = word.text.chars().collect();
        let begun = match word.writing {
            // One character alone stands for every pair that begins with it.
            Script::Han => letters.len() == 1,
            _ => ask.typing && letters.len() >= COMPLETED,
        };
        let (writing, slips) = (word.writing, forgiven(&word));
        all.push(Asked { text: word.text.to_owned(), letters, writing, slips, begun, places: vec![at] });
    });
    if let Some(topics) = &ask.topics {
        let is_stop = |asked: &Asked| asked.places.iter().all(|place| topics.stops.contains(place));
        if !all.iter().all(is_stop) {
            all.retain(|asked| !is_stop(asked));
        }
    }
    all.truncate(WORDS);
    all
}

/// What is left of one part: the hits, and what the counts of facets need.
pub(crate) struct Sifted {
    pub hits: Bits,
    /// The hits before the filters of facets that are counted sideways.
    pub base: Bits,
    /// The hits before the filters by opening hours; none where it is not asked what else would be open.
    pub whenever: Option<Bits>,
}

struct Search<'a> {
    view: &'a View,
    ask: &'a Ask<'a>,
    sieves: &'a [Sieve<'a>],
}

/// What was given up, the places of the words that are left, and what they find.
type Outcome = (Relaxed, Vec<usize>, Vec<Sifted>);

impl Search<'_> {
    /// Gives up as little as is needed to find anything.
    fn relax(&self, asked: &[Asked], terms: &mut Vec<Term>) -> Result<Outcome, TantivyError> {
        let all: Vec<usize> = (0..terms.len()).collect();
        let first = self.all_of(terms, &all);
        if terms.is_empty() || found(&first) {
            return Ok((Relaxed::No, all, first));
        }
        let mut nearly = Vec::new();
        for word in asked {
            nearly.push(Term::gather(self.view, word, self.ask, true)?);
        }
        let sifted = self.all_of(&nearly, &all);
        if found(&sifted) {
            *terms = nearly;
            return Ok((Relaxed::Nearly, all, sifted));
        }
        let size = |at: &usize| terms.get(*at).map_or(0, |term| term.documents);
        let known: Vec<usize> = all.iter().copied().filter(|at| size(at) > 0).collect();
        let without = |kept: &[usize]| {
            let gone = asked.iter().enumerate().filter(|(at, _)| !kept.contains(at));
            Relaxed::Without(gone.map(|(_, word)| word.text.clone()).collect())
        };
        if known.len() < all.len() {
            let sifted = self.all_of(terms, &known);
            if !known.is_empty() && found(&sifted) {
                return Ok((without(&known), known, sifted));
            }
        }
        // The word that says least is the one that most entries have; of two, the later.
        if let Some(least) =
            known.iter().copied().max_by_key(|at| (size(at), *at)).filter(|_| known.len() > 2)
        {
            let rest: Vec<usize> = known.iter().copied().filter(|at| *at != least).collect();
            let sifted = self.all_of(terms, &rest);
            if found(&sifted) {
                return Ok((without(&rest), rest, sifted));
            }
        }
        let sifted = self.any_of(terms, &known);
        if known.len() > 1 && found(&sifted) {
            return Ok((Relaxed::Any, known, sifted));
        }
        // Nothing helps: then nothing is given up.
        Ok((Relaxed::No, all, first))
    }

    fn all_of(&self, terms: &[Term], kept: &[usize]) -> Vec<Sifted> {
        self.sift(|number, set| {
            for term in kept.iter().filter_map(|at| terms.get(*at)) {
                if let Some(found) = term.parts.get(number) {
                    set.keep(&found.set);
                }
            }
        })
    }

    fn any_of(&self, terms: &[Term], kept: &[usize]) -> Vec<Sifted> {
        self.sift(|number, set| {
            let mut any = Bits::none(0);
            for found in kept.iter().filter_map(|at| terms.get(*at)?.parts.get(number)) {
                if any.width() == 0 {
                    any = found.set.clone();
                } else {
                    any.join(&found.set);
                }
            }
            set.keep(&any);
        })
    }

    fn sift(&self, words: impl Fn(usize, &mut Bits)) -> Vec<Sifted> {
        let parts = self.view.parts.iter().zip(self.sieves).enumerate();
        parts
            .map(|(number, ((_, alive), sieve))| {
                let mut set = alive.clone();
                words(number, &mut set);
                sieve.sift(set)
            })
            .collect()
    }
}

fn found(sifted: &[Sifted]) -> bool {
    sifted.iter().any(|sifted| sifted.hits.any())
}

/// What a word says: more when fewer have it.
pub(crate) fn rarity(having: usize, documents: usize) -> f64 {
    let (having, all) = (real(having), real(documents).max(real(having)));
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
