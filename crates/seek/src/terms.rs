//! One word of a question, and all that it finds.

use crate::{
    ask::Ask,
    bits::Bits,
    letters::Script,
    near::Nearness,
    numbers::thousandths,
    part::Part,
    search::{View, rarity},
};
use std::{collections::BTreeMap, ops::Range};
use tantivy::TantivyError;

/// A word of the question.
pub(crate) struct Asked {
    pub text: String,
    pub letters: Vec<char>,
    pub writing: Script,
    /// So many slips are forgiven.
    pub slips: u8,
    /// Whether what begins with it will do.
    pub begun: bool,
    /// Where in the question it stands, counted in words.
    pub places: Vec<usize>,
}

impl Asked {
    /// Whether a topic is read in it.
    fn is_read(&self, ask: &Ask<'_>) -> bool {
        let readings = ask.topics.iter().flat_map(|topics| &topics.readings);
        readings.into_iter().any(|reading| self.places.iter().any(|place| reading.words.contains(place)))
    }
}

/// A word with what it finds.
pub(crate) struct Term {
    pub asked: String,
    pub parts: Vec<Finds>,
    /// So many living documents have it.
    pub documents: usize,
}

/// What a word finds in one part.
pub(crate) struct Finds {
    pub set: Bits,
    /// From the least weight to the greatest.
    pub sources: Vec<Source>,
    /// The documents of all sources.
    pub documents: Vec<u32>,
}

/// Documents that a word finds in one way.
pub(crate) struct Source {
    pub of: Of,
    /// What it counts, and the same in thousandths once it is known how rare the word is.
    pub worth: f64,
    pub weight: u32,
    pub range: Range<usize>,
}

/// A way in which a word finds documents.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    /// A word of the vocabulary, in texts of these kinds.
    Word(usize, u8, Nearness),
    /// A topic, by the place of its reading.
    Topic(usize),
}

impl Term {
    /// Looks a word up in all parts: the word itself and what begins with it, else the nearest. With `nearly`, the nearest in any case.
    pub fn gather(view: &View, asked: &Asked, ask: &Ask<'_>, nearly: bool) -> Result<Self, TantivyError> {
        let mut found: Vec<Vec<(usize, Nearness)>> = Vec::new();
        for (part, alive) in &view.parts {
            let mut of_part = Vec::new();
            part.vocabulary.same(&asked.letters, asked.begun, &mut of_part);
            living(part, alive, &mut of_part)?;
            found.push(of_part);
        }
        if nearly || (found.iter().all(Vec::is_empty) && !asked.is_read(ask)) {
            for ((part, alive), of_part) in view.parts.iter().zip(&mut found) {
                part.vocabulary.near(&asked.letters, asked.slips, asked.begun, of_part);
                living(part, alive, of_part)?;
            }
            let mended =
                found.iter().flatten().map(|(_, nearness)| *nearness).filter(|near| near.is_mended());
            let nearest = mended.min();
            let fits = |near: Nearness| !near.is_mended() || Some(near) == nearest;
            found.iter_mut().for_each(|of_part| of_part.retain(|(_, near)| fits(*near)));
        }
        let mut term = Self { asked: asked.text.clone(), parts: Vec::new(), documents: 0 };
        for ((part, alive), of_part) in view.parts.iter().zip(&found) {
            let finds = Finds::read(part, of_part, asked, ask)?;
            term.documents += finds.set.count_with(alive);
            term.parts.push(finds);
        }
        Ok(term)
    }

    /// Gives every source its weight.
    pub fn weigh(&mut self, documents: usize) {
        let rarity = rarity(self.documents, documents);
        for source in self.parts.iter_mut().flat_map(|finds| &mut finds.sources) {
            source.weight = thousandths(source.worth * rarity).max(1);
        }
    }

    /// What it was read as, when it was read otherwise: of the nearest, what most documents have.
    pub fn mended(&self, view: &View) -> Option<String> {
        let sources = self.parts.iter().flat_map(|finds| &finds.sources);
        let is_plain = |of: Of| matches!(of, Of::Word(_, _, nearness) if !nearness.is_mended());
        if sources.into_iter().any(|source| is_plain(source.of)) {
            return None;
        }
        let mut sizes = BTreeMap::<String, usize>::new();
        for (finds, (part, alive)) in self.parts.iter().zip(&view.parts) {
            for source in &finds.sources {
                if let Of::Word(number, ..) = source.of {
                    let living = finds.of(source).iter().filter(|document| alive.contains(**document));
                    *sizes.entry(part.vocabulary.word(number)).or_default() += living.count();
                }
            }
        }
        let largest = sizes.iter().max_by(|(one, size), (other, than)| size.cmp(than).then(other.cmp(one)));
        largest.map(|(word, _)| word.clone())
    }
}

/// Leaves the words that living documents have: the dead shall not decide what is near.
fn living(part: &Part, alive: &Bits, found: &mut Vec<(usize, Nearness)>) -> Result<(), TantivyError> {
    if alive.is_full(part.documents) {
        return Ok(());
    }
    let mut kept = Vec::new();
    let mut documents = Vec::new();
    for (number, nearness) in found.drain(..) {
        documents.clear();
        part.lists(number).iter().try_for_each(|list| part.documents(list, &mut documents))?;
        if documents.iter().any(|document| alive.contains(*document)) {
            kept.push((number, nearness));
        }
    }
    *found = kept;
    Ok(())
}

impl Finds {
    fn read(
        part: &Part,
        found: &[(usize, Nearness)],
        asked: &Asked,
        ask: &Ask<'_>,
    ) -> Result<Self, TantivyError> {
        let mut finds = Self { set: Bits::none(part.documents), sources: Vec::new(), documents: Vec::new() };
        for (number, nearness) in found {
            for list in part.lists(*number) {
                let start = finds.documents.len();
                part.documents(list, &mut finds.documents)?;
                let of = Of::Word(*number, list.kinds, *nearness);
                finds.add(of, ask.weights.of(list.kinds) * nearness.worth(), start);
            }
        }
        let topics = ask.topics.iter().flat_map(|topics| {
            topics.readings.iter().enumerate().map(move |(at, reading)| (topics.facet, at, reading))
        });
        for (facet, at, reading) in topics {
            if !asked.places.iter().any(|place| reading.words.contains(place)) {
                continue;
            }
            if let Some(docs) = part.facets.get(&facet.0).and_then(|column| column.of(&reading.topic)) {
                let start = finds.documents.len();
                docs.each(|document| finds.documents.push(document));
                finds.add(Of::Topic(at), ask.weights.reading * reading.score, start);
            }
        }
        finds.documents.iter().for_each(|document| finds.set.insert(*document));
        finds.sources.sort_by(|one, other| one.worth.total_cmp(&other.worth));
        Ok(finds)
    }

    fn add(&mut self, of: Of, worth: f64, start: usize) {
        self.sources.push(Source { of, worth, weight: 0, range: start..self.documents.len() });
    }

    /// The documents of a source, in order.
    pub fn of(&self, source: &Source) -> &[u32] {
        self.documents.get(source.range.clone()).unwrap_or_default()
    }

    /// The way that counts most in which it finds a document.
    pub fn best(&self, document: u32) -> Option<&Source> {
        self.sources.iter().rev().find(|source| self.of(source).binary_search(&document).is_ok())
    }
}
