//! Phrases and the topics they stand for.

use crate::{
    near::{Nearness, Vocabulary, forgiven},
    numbers::{real, short},
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
/// unfinished. Words that stand in phrases of few topics count more.
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
    /// What each word of the vocabulary says, and the phrases that have it.
    words: Vec<Known>,
    phrases: Vec<Phrase>,
}

#[derive(Clone, Debug, Default)]
struct Known {
    weight: f64,
    common: bool,
    phrases: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Phrase {
    text: String,
    topic: usize,
    weight: f64,
}

/// A word of the vocabulary that was found in a text.
struct Heard {
    worth: f64,
    mended: bool,
    places: Vec<usize>,
}

/// Texts and their numbers, in the order in which they came.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    fn number(&mut self, name: &str) -> usize {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        let new = self.0.len();
        self.0.insert(name.to_owned(), new);
        new
    }

    /// The texts in their own order, and the place there of each number.
    fn in_order(self) -> (Vec<String>, Vec<usize>) {
        let mut all: Vec<(String, usize)> = self.0.into_iter().collect();
        all.sort_unstable();
        let mut places = vec![0; all.len()];
        for (place, (_, number)) in all.iter().enumerate() {
            places.get_mut(*number).into_iter().for_each(|slot| *slot = place);
        }
        (all.into_iter().map(|(name, _)| name).collect(), places)
    }
}

/// Gathers the phrases of a [`Lexicon`], of which it holds no more than it needs.
#[derive(Default)]
pub struct Builder {
    words: Names,
    topics: Names,
    read: Vec<(String, usize, Vec<usize>)>,
}

impl Builder {
    /// Takes a phrase and its topic.
    pub fn add(&mut self, phrase: &str, topic: &str) {
        let mut own = Vec::new();
        each(phrase, Side::Asked, &mut |word, _| own.push(self.words.number(word.text)));
        own.sort_unstable();
        own.dedup();
        if !own.is_empty() {
            self.read.push((phrase.to_owned(), self.topics.number(topic), own));
        }
    }

    /// The lexicon of all of them.
    pub fn build(self) -> Lexicon {
        let Self { words, topics, mut read } = self;
        let ((words, word_at), (topics, topic_at)) = (words.in_order(), topics.in_order());
        let mut topics_of = vec![BTreeSet::<usize>::new(); words.len()];
        for (_, topic, own) in &mut read {
            *topic = topic_at.get(*topic).copied().unwrap_or_default();
            own.iter_mut().for_each(|word| *word = word_at.get(*word).copied().unwrap_or_default());
            own.sort_unstable();
            for word in own {
                if let Some(of) = topics_of.get_mut(*word) {
                    of.insert(*topic);
                }
            }
        }
        let mut lexicon = Lexicon { topics, ..Lexicon::default() };
        for (word, of) in words.iter().zip(&topics_of) {
            lexicon.vocabulary.push(word);
            let weight = (1.0 + real(lexicon.topics.len()) / real(of.len())).ln();
            let common = of.len() >= COMMON.0.max(lexicon.topics.len() / COMMON.1);
            lexicon.words.push(Known { weight, common, phrases: Vec::new() });
        }
        for (text, topic, own) in read {
            let mut weight = 0.0;
            for word in own {
                if let Some(known) = lexicon.words.get_mut(word) {
                    known.phrases.push(lexicon.phrases.len());
                    weight += known.weight;
                }
            }
            lexicon.phrases.push(Phrase { text, topic, weight });
        }
        lexicon
    }
}

impl Lexicon {
    /// From phrases and their topics. A phrase may stand for several topics; one without words stands for none.
    pub fn new<P: AsRef<str>, T: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let mut builder = Builder::default();
        phrases.into_iter().for_each(|(phrase, topic)| builder.add(phrase.as_ref(), topic.as_ref()));
        builder.build()
    }

    /// The topics that somebody may have meant, the likeliest first.
    pub fn read(&self, text: &str) -> Vec<Reading> {
        let (heard, asked) = self.hear(text);
        let mut scores = BTreeMap::<usize, Vec<usize>>::new();
        for word in heard.keys() {
            let phrases = self.words.get(*word).map(|known| known.phrases.as_slice()).unwrap_or_default();
            phrases.iter().for_each(|phrase| scores.entry(*phrase).or_default().push(*word));
        }
        let mut best = BTreeMap::<usize, Reading>::new();
        for (number, own) in &scores {
            let Some(phrase) = self.phrases.get(*number) else { continue };
            let Some(reading) = self.judged(phrase, own, &heard, asked) else { continue };
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

    /// The words of the vocabulary that a text has, or nearly has; and what all its words say together.
    fn hear(&self, text: &str) -> (BTreeMap<usize, Heard>, f64) {
        let mut asked: Vec<(Vec<char>, u8, Vec<usize>)> = Vec::new();
        let (mut place, mut last) = (0, 0);
        each(beginning(text), Side::Asked, &mut |word, _| {
            let letters: Vec<char> = word.text.chars().collect();
            last = asked.iter().position(|(known, ..)| *known == letters).unwrap_or(asked.len());
            let room = asked.len() < WORDS;
            match asked.get_mut(last) {
                Some((_, _, places)) => places.push(place),
                None if room => {
                    asked.push((letters, forgiven(&word), vec![place]));
                }
                None => {}
            }
            place += 1;
        });
        let mut heard = BTreeMap::new();
        let mut all = 0.0;
        let unknown = (1.0 + real(self.topics.len())).ln() / 2.0;
        for (number, (letters, slips, places)) in asked.iter().enumerate() {
            let found = self.heard(letters, *slips, number == last);
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
    /// it, what is two slips away. What each is worth, and whether a slip was mended.
    fn heard(&self, letters: &[char], slips: u8, last: bool) -> Vec<(usize, f64, bool)> {
        let mut found = Vec::new();
        self.vocabulary.same(letters, last && letters.len() >= BEGUN, &mut found);
        if found.is_empty() {
            self.vocabulary.near(letters, slips, false, &mut found);
        }
        let nearest = found.iter().map(|(_, near)| *near).min();
        if nearest.is_none_or(|nearest| nearest > Nearness::Slip) && slips > 0 {
            let akin = self.vocabulary.akin(letters);
            if !akin.is_empty() {
                return akin.into_iter().map(|word| (word, AKIN, false)).collect();
            }
        }
        found.retain(|(_, near)| Some(*near) == nearest);
        let worth = |near: Nearness| {
            let is_doubtful = near.is_mended() && letters.len() <= SHORT;
            near.worth() * if is_doubtful { DOUBT } else { 1.0 }
        };
        found.into_iter().map(|(word, near)| (word, worth(near), near.is_mended())).collect()
    }

    fn judged(
        &self,
        phrase: &Phrase,
        own: &[usize],
        heard: &BTreeMap<usize, Heard>,
        asked: f64,
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
            topic: self.topics.get(phrase.topic)?.clone(),
            // What of the phrase is missing counts twice: it may be just what it is about.
            score: worth / phrase.weight * (says / phrase.weight) * (0.6 + 0.4 * (says / asked).min(1.0)),
            words: words.into_iter().collect(),
            phrase: phrase.text.clone(),
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
mod tests {
    use super::*;
    use crate::words::words;
    use proptest::prelude::*;

    fn lexicon() -> Lexicon {
        Lexicon::new([
            ("doctor", "clinic"),
            ("kid is sick", "clinic"),
            ("طبيب", "clinic"),
            ("лікар", "clinic"),
            ("看医生", "clinic"),
            ("help with rent", "housing"),
            ("find a job", "work"),
            ("help with papers", "papers"),
            ("?!", "nothing"),
        ])
    }

    fn first(text: &str) -> Option<String> {
        lexicon().read(text).into_iter().next().map(|reading| reading.topic)
    }

    #[test]
    fn phrases_are_read_in_any_order_with_slips_and_small_words() {
        for text in ["my kid sick", "the sick kid", "dotor", "الطبيب", "лікарь", "我要看医生", "DOCTOR!"]
        {
            assert_eq!(first(text).as_deref(), Some("clinic"), "{text}");
        }
        assert_eq!(first("find job").as_deref(), Some("work"));
        assert_eq!(first("rent help").as_deref(), Some("housing"));
        for text in ["", "?!", "\u{301}", "help", "with a", "xyzzyq"] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn a_reading_says_which_words_and_which_phrase() {
        let all = lexicon().read("tigrinya dotor");
        assert_eq!(
            (all[0].words.as_slice(), all[0].phrase.as_str(), all[0].mended),
            ([1].as_slice(), "doctor", true)
        );
        assert_eq!(lexicon().read("kid is so sick")[0].words, [0, 1, 2, 3]);
        assert!(lexicon().read("kid is sick")[0].score > all[0].score);
    }

    #[test]
    fn several_topics_may_be_meant() {
        let topics: Vec<String> =
            lexicon().read("doctor and help with rent").into_iter().map(|reading| reading.topic).collect();
        assert_eq!(topics, ["housing", "clinic"]);
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_read_calmly(text in "\\PC{0,60}") {
            let readings = lexicon().read(&text);
            let count = words(&text).len();
            prop_assert!(readings.iter().all(|reading| reading.score <= 1.0 && reading.words.iter().all(|at| *at < count)));
        }
    }
}
