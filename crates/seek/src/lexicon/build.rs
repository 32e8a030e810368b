//! Gathering the phrases of a lexicon.

use super::{COMMON, Known, Languages, Lexicon, Phrase, Tongues};
use crate::{
    numbers::{real, short},
    words::{Side, each},
};
use std::collections::{BTreeSet, HashMap};

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
///
/// Of languages it is told by whatever names the caller has for them; a phrase of no language has the empty name.
///
/// ```
/// let mut builder = seek::Builder::default();
/// for word in ["who", "will", "my"] {
///     builder.stop("en", word);
/// }
/// builder.add("en", "who will mind my child", "child care");
/// builder.add("fa", "زنان", "women");
/// builder.add("ar", "أسنان", "dentist");
/// let lexicon = builder.build();
/// assert_eq!(lexicon.read_in("mind child", "en")[0].score, 1.0);
/// assert_eq!(lexicon.stops("who minds", "en"), [0]);
/// // One letter away from both.
/// assert_eq!(lexicon.read_in("سنان", "ar")[0].topic, "dentist");
/// assert_eq!(lexicon.read_in("سنان", "fa")[0].topic, "women");
/// ```
#[derive(Default)]
pub struct Builder {
    words: Names,
    topics: Names,
    languages: Languages,
    stops: HashMap<String, Tongues>,
    read: Vec<Read>,
}

/// A phrase as it was gathered.
struct Read {
    text: String,
    topic: usize,
    tongue: Tongues,
    words: Vec<usize>,
}

impl Builder {
    /// Takes a stop word of a language: one that says nothing of what somebody is about (*I*, *want*, *where*). In phrases of that language that
    /// are added later it does not count, unless they have nothing else.
    pub fn stop(&mut self, language: &str, word: &str) {
        let tongue = self.languages.known_or_new(language);
        each(word, Side::Asked, &mut |word, _| {
            *self.stops.entry(word.text.to_owned()).or_default() |= tongue;
        });
    }

    /// Takes a phrase of a language and its topic.
    pub fn add(&mut self, language: &str, phrase: &str, topic: &str) {
        let tongue = self.languages.known_or_new(language);
        let is_stop = |word: &str| tongue != 0 && self.stops.get(word).is_some_and(|of| of & tongue != 0);
        let (mut telling, mut stops) = (Vec::new(), Vec::new());
        each(phrase, Side::Asked, &mut |word, _| {
            let list = if is_stop(word.text) { &mut stops } else { &mut telling };
            list.push(word.text.to_owned());
        });
        let own = if telling.is_empty() { stops } else { telling };
        let mut words: Vec<usize> = own.iter().map(|word| self.words.number(word)).collect();
        words.sort_unstable();
        words.dedup();
        if !words.is_empty() {
            let topic = self.topics.number(topic);
            self.read.push(Read { text: phrase.to_owned(), topic, tongue, words });
        }
    }

    /// The lexicon of all of them.
    pub fn build(self) -> Lexicon {
        let Self { words, topics, languages, stops, mut read } = self;
        let ((words, word_at), (topics, topic_at)) = (words.in_order(), topics.in_order());
        let mut topics_of = vec![(BTreeSet::<usize>::new(), 0); words.len()];
        for Read { topic, tongue, words, .. } in &mut read {
            *topic = topic_at.get(*topic).copied().unwrap_or_default();
            words.iter_mut().for_each(|word| *word = word_at.get(*word).copied().unwrap_or_default());
            words.sort_unstable();
            for word in words {
                if let Some((of, tongues)) = topics_of.get_mut(*word) {
                    of.insert(*topic);
                    *tongues |= *tongue;
                }
            }
        }
        let mut lexicon = Lexicon { topics, languages, stops, ..Lexicon::default() };
        for (word, (of, tongues)) in words.iter().zip(topics_of) {
            lexicon.vocabulary.push(word);
            let weight = (1.0 + real(lexicon.topics.len()) / real(of.len())).ln();
            let common = of.len() >= COMMON.0.max(lexicon.topics.len() / COMMON.1);
            lexicon.words.push(Known { weight, common, tongues, end: 0 });
        }
        let mut having = vec![Vec::new(); words.len()];
        for Read { text, topic, words, .. } in read {
            let mut weight = 0.0;
            for word in words {
                weight += lexicon.words.get(word).map_or(0.0, |known| known.weight);
                having.get_mut(word).into_iter().for_each(|of| of.push(short(lexicon.phrases.len())));
            }
            lexicon.texts.push_str(&text);
            lexicon.phrases.push(Phrase { end: short(lexicon.texts.len()), topic: short(topic), weight });
        }
        for (known, of) in lexicon.words.iter_mut().zip(having) {
            lexicon.having.extend(of);
            known.end = short(lexicon.having.len());
        }
        lexicon.texts.shrink_to_fit();
        lexicon.having.shrink_to_fit();
        lexicon.phrases.shrink_to_fit();
        lexicon
    }
}
