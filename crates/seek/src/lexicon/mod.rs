//! Phrases and the topics they stand for.

mod build;

pub use build::Builder;

use crate::{
    near::{Nearness, Vocabulary, forgiven},
    numbers::{place, real, short},
    search::{WORDS, beginning},
    words::{Side, each},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So much of a phrase must be in a text, by the weight of its words.
const ENOUGH: f64 = 0.6;
/// A reading that is so much worse than the best is not told.
const WORSE: f64 = 0.45;
/// At most so many are told.
const MOST: usize = 8;
/// The last word of a text may be unfinished from so many letters on.
const BEGUN: usize = 3;
/// A slip in a word so short may as well be another word: it counts so much less.
const SHORT: usize = 4;
const DOUBT: f64 = 0.7;
/// What another form of a word is worth.
const AKIN: f64 = 0.65;
/// What a slip is worth that leads to a word of another language than the reader's.
const FOREIGN: f64 = 0.5;
/// Words in phrases of so many topics, and of one in so many, say nothing: they are covered by whatever else is read.
const COMMON: (usize, usize) = (6, 10);

/// A topic that somebody may have meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which.
    pub topic: String,
    /// How sure, up to 1.
    pub score: f64,
    /// The places of the words of the text that say so, counted in [`crate::words`].
    pub words: Vec<usize>,
    /// The phrase that was read, as it was written down.
    pub phrase: String,
    /// Whether a slip was mended.
    pub mended: bool,
}

/// Phrases in any languages and the topics they stand for.
///
/// A text need not hold a phrase as it stands: order and small words between do not matter, slips are forgiven, the last word may be
/// unfinished. Words that stand in phrases of few topics count more. A slip is mended towards words of the reader's own language first, and stop
/// words of it say nothing (see [`Builder`]).
///
/// ```
/// let lexicon = seek::Lexicon::new([("toothache", "dentist"), ("mal aux dents", "dentist"), ("learn English", "classes")]);
/// assert_eq!(lexicon.read("J’ai mal aux dants")[0].topic, "dentist");
/// assert_eq!(lexicon.read("english books").len(), 0);
/// assert_eq!(lexicon.read("learning english")[0].topic, "classes");
/// assert_eq!(lexicon.read("english lern")[0].words, [0, 1]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    topics: Vec<String>,
    vocabulary: Vocabulary,
    /// What each word of the vocabulary says.
    words: Vec<Known>,
    /// The phrases of each word, word by word.
    having: Vec<u32>,
    phrases: Vec<Phrase>,
    /// The phrases as they were written down, one behind the other.
    texts: String,
    languages: Languages,
    stops: HashMap<String, Tongues>,
}

/// Some of the languages of a lexicon, a bit for each; those after the 64th are not told apart from none.
type Tongues = u64;

/// Languages by their numbers.
#[derive(Clone, Debug, Default)]
struct Languages(Vec<String>);

impl Languages {
    fn bit(number: usize) -> Tongues {
        u32::try_from(number).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or(0)
    }

    fn of(&self, language: &str) -> Tongues {
        self.0.iter().position(|known| known == language).map_or(0, Self::bit)
    }

    fn known_or_new(&mut self, language: &str) -> Tongues {
        if language.is_empty() {
            return 0;
        }
        if self.of(language) == 0 {
            self.0.push(language.to_owned());
        }
        self.of(language)
    }
}

#[derive(Clone, Debug, Default)]
struct Known {
    weight: f64,
    common: bool,
    tongues: Tongues,
    /// Where its phrases end in the list of all.
    end: u32,
}

#[derive(Clone, Debug)]
struct Phrase {
    /// Where its text ends in the texts of all.
    end: u32,
    topic: u32,
    weight: f64,
}

/// A word of the vocabulary that was found in a text.
struct Heard {
    worth: f64,
    mended: bool,
    places: Vec<usize>,
}

impl Lexicon {
    /// From phrases of no language in particular and their topics. A phrase may stand for several topics; one without words stands for none.
    pub fn new<P: AsRef<str>, T: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let mut builder = Builder::default();
        phrases.into_iter().for_each(|(phrase, topic)| builder.add("", phrase.as_ref(), topic.as_ref()));
        builder.build()
    }

    /// The topics that somebody may have meant, of whose language nothing is known; the likeliest first.
    pub fn read(&self, text: &str) -> Vec<Reading> {
        self.read_in(text, "")
    }

    /// The topics that somebody may have meant who reads this language; the likeliest first. What she wrote may be of another one.
    pub fn read_in(&self, text: &str, language: &str) -> Vec<Reading> {
        let reader = self.languages.of(language);
        let (heard, asked) = self.hear(text, reader);
        let mut scores = BTreeMap::<u32, Vec<usize>>::new();
        for word in heard.keys() {
            self.having(*word).iter().for_each(|phrase| scores.entry(*phrase).or_default().push(*word));
        }
        let mut best = BTreeMap::<u32, Reading>::new();
        for (number, own) in &scores {
            let Some(phrase) = self.phrases.get(place(*number)) else { continue };
            let Some(reading) = self.judged(*number, phrase, own, (&heard, asked)) else { continue };
            match best.get_mut(&phrase.topic) {
                Some(known) if known.score >= reading.score => {}
                Some(known) => *known = reading,
                None => drop(best.insert(phrase.topic, reading)),
            }
        }
        let mut all: Vec<Reading> = best.into_values().collect();
        all.sort_by(|one, other| other.score.total_cmp(&one.score).then_with(|| one.topic.cmp(&other.topic)));
        let least = all.first().map_or(0.0, |first| first.score * WORSE);
        all.retain(|reading| reading.score >= least);
        all.truncate(MOST);
        all
    }

    /// The places of the words of a text that say nothing, counted in [`crate::words`]: stop words of the reader's language, and those of any
    /// other one that no phrase has. Where all are stop words, those that no phrase (of hers, where they are hers) has.
    pub fn stops(&self, text: &str, language: &str) -> Vec<usize> {
        self.stops_of(text, self.languages.of(language))
    }

    fn stops_of(&self, text: &str, reader: Tongues) -> Vec<usize> {
        let (mut own, mut unknown, mut place) = (Vec::new(), Vec::new(), 0);
        each(beginning(text), Side::Asked, &mut |word, _| {
            if let Some(of) = self.stops.get(word.text) {
                let (letters, mut same) = (word.text.chars().collect::<Vec<_>>(), Vec::new());
                self.vocabulary.same(&letters, false, &mut same);
                let is_own = of & reader != 0;
                let says = |known: &Known| !is_own || known.tongues & reader != 0;
                let is_known = same.iter().filter_map(|(at, _)| self.words.get(*at)).any(says);
                unknown.extend((!is_known).then_some(place));
                own.extend((is_own || !is_known).then_some(place));
            }
            place += 1;
        });
        if own.len() == place { unknown } else { own }
    }

    /// The words of the vocabulary that a text has, or nearly has; and what all its words say together.
    fn hear(&self, text: &str, reader: Tongues) -> (BTreeMap<usize, Heard>, f64) {
        let mut asked: Vec<(Vec<char>, u8, Vec<usize>)> = Vec::new();
        let (mut at, mut last) = (0, 0);
        let stops = self.stops_of(text, reader);
        each(beginning(text), Side::Asked, &mut |word, _| {
            at += 1;
            if stops.contains(&(at - 1)) {
                last = usize::MAX;
                return;
            }
            let letters: Vec<char> = word.text.chars().collect();
            last = asked.iter().position(|(known, ..)| *known == letters).unwrap_or(asked.len());
            let room = asked.len() < WORDS;
            match asked.get_mut(last) {
                Some((_, _, places)) => places.push(at - 1),
                None if room => {
                    asked.push((letters, forgiven(&word), vec![at - 1]));
                }
                None => {}
            }
        });
        let mut heard = BTreeMap::new();
        let mut all = 0.0;
        let unknown = (1.0 + real(self.topics.len())).ln() / 2.0;
        for (number, (letters, slips, places)) in asked.iter().enumerate() {
            let found = self.heard(letters, *slips, number == last, reader);
            let says =
                |(word, ..): &(usize, f64, bool)| self.words.get(*word).map_or(0.0, |known| known.weight);
            all += found.iter().map(says).reduce(f64::max).unwrap_or(unknown);
            for (word, worth, mended) in found {
                let slot =
                    heard.entry(word).or_insert(Heard { worth: 0.0, mended: false, places: Vec::new() });
                if worth > slot.worth {
                    (slot.worth, slot.mended) = (worth, mended);
                }
                slot.places.extend(places);
            }
        }
        (heard, all)
    }

    /// The words of the vocabulary that one word may be: itself, what begins with it when it is the last, what is a slip away, other forms of
    /// it, what is two slips away. What each is worth, and whether a slip was mended. What is not the word itself is first looked for among the
    /// words of the reader's language.
    fn heard(&self, letters: &[char], slips: u8, last: bool, reader: Tongues) -> Vec<(usize, f64, bool)> {
        let mut found = Vec::new();
        self.vocabulary.same(letters, last && letters.len() >= BEGUN, &mut found);
        let is_itself = found.iter().any(|(_, near)| *near == Nearness::Same);
        if found.is_empty() {
            self.vocabulary.near(letters, slips, false, &mut found);
        }
        let akin = match found.iter().map(|(_, near)| *near).min() {
            Some(nearest) if nearest <= Nearness::Slip => Vec::new(),
            _ if slips == 0 => Vec::new(),
            _ => self.vocabulary.akin(letters),
        };
        let worth = |near: Nearness| {
            let is_doubtful = near.is_mended() && letters.len() <= SHORT;
            near.worth() * if is_doubtful { DOUBT } else { 1.0 }
        };
        let mut all: Vec<(usize, f64, bool, Nearness)> = if akin.is_empty() {
            found.into_iter().map(|(word, near)| (word, worth(near), near.is_mended(), near)).collect()
        } else {
            akin.into_iter().map(|word| (word, AKIN, false, Nearness::Slip)).collect()
        };
        if reader != 0 && !is_itself {
            let is_own = |word: usize| self.words.get(word).is_some_and(|known| known.tongues & reader != 0);
            if all.iter().any(|(word, ..)| is_own(*word)) {
                all.retain(|(word, ..)| is_own(*word));
            } else {
                all.iter_mut()
                    .filter(|(_, _, mended, _)| *mended)
                    .for_each(|(_, worth, ..)| *worth *= FOREIGN);
            }
        }
        let nearest = all.iter().map(|(.., near)| *near).min();
        all.retain(|(.., near)| Some(*near) == nearest);
        all.into_iter().map(|(word, worth, mended, _)| (word, worth, mended)).collect()
    }

    /// The phrases that have a word.
    fn having(&self, word: usize) -> &[u32] {
        let end_of = |word: usize| self.words.get(word).map_or(0, |known| place(known.end));
        let start = word.checked_sub(1).map_or(0, end_of);
        self.having.get(start..end_of(word)).unwrap_or_default()
    }

    /// A phrase as it was written down.
    fn text(&self, number: u32) -> &str {
        let end_of = |number: usize| self.phrases.get(number).map_or(0, |phrase| place(phrase.end));
        let start = place(number).checked_sub(1).map_or(0, end_of);
        self.texts.get(start..end_of(place(number))).unwrap_or_default()
    }

    fn judged(
        &self,
        number: u32,
        phrase: &Phrase,
        own: &[usize],
        (heard, asked): (&BTreeMap<usize, Heard>, f64),
    ) -> Option<Reading> {
        let (mut says, mut worth, mut places, mut mended) = (0.0, 0.0, BTreeSet::new(), false);
        for word in own {
            let (known, heard) = (self.words.get(*word)?, heard.get(word)?);
            says += known.weight;
            worth += known.weight * heard.worth;
            mended |= heard.mended;
            places.extend(heard.places.iter().copied());
        }
        if says < ENOUGH * phrase.weight || phrase.weight <= 0.0 {
            return None;
        }
        // What stands between the words of the phrase belongs to it, and what says nothing belongs to whatever is read.
        let between = places.first().copied().zip(places.last().copied());
        let common =
            heard.iter().filter(|(word, _)| self.words.get(**word).is_some_and(|known| known.common));
        let words: BTreeSet<usize> = between
            .into_iter()
            .flat_map(|(first, last)| first..=last)
            .chain(common.flat_map(|(_, heard)| heard.places.iter().copied()))
            .collect();
        Some(Reading {
            topic: self.topics.get(place(phrase.topic))?.clone(),
            // What of the phrase is missing counts twice: it may be just what it is about.
            score: worth / phrase.weight * (says / phrase.weight) * (0.6 + 0.4 * (says / asked).min(1.0)),
            words: words.into_iter().collect(),
            phrase: self.text(number).to_owned(),
            mended,
        })
    }

    /// How many phrases it has.
    pub fn len(&self) -> u32 {
        short(self.phrases.len())
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}

#[cfg(test)]
mod tests;
