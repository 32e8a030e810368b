//! Words that are nearly the same: how many slips a word may have, and which of many words are that near.

use crate::{
    letters::Script,
    numbers::{place, short},
    words::Word,
};

/// Forms of a word share so many letters at its beginning, and so many hundredths of the longer.
const ALIKE: (usize, usize) = (4, 55);

/// Slips (a letter left out, put in, changed, or changed places with its neighbour) that are forgiven in a word.
pub(crate) fn forgiven(word: &Word<'_>) -> u8 {
    if word.digit {
        return 0;
    }
    let (one, two) = match word.writing {
        Script::Latin | Script::Other => (4, 9),
        // Short words, their vowels are not written.
        Script::Arabic | Script::Hebrew => (3, 8),
        // A letter is a syllable.
        Script::Ethiopic => (3, 7),
        // Two or three letters are a syllable.
        Script::Hangul => (5, 12),
        Script::Han => return 0,
    };
    match word.text.chars().count() {
        length if length >= two => 2,
        length if length >= one => 1,
        _ => 0,
    }
}

/// How a word of the vocabulary answers to one that was asked, from the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Nearness {
    /// Is it.
    Same,
    /// Begins with it.
    Begun,
    /// One slip apart.
    Slip,
    /// Begins with a word one slip apart.
    BegunSlip,
    /// Two slips apart.
    Slips,
    /// Begins with a word two slips apart.
    BegunSlips,
}

impl Nearness {
    /// How much of its weight it keeps.
    pub fn worth(self) -> f64 {
        match self {
            Self::Same => 1.0,
            Self::Begun => 0.8,
            Self::Slip => 0.7,
            Self::BegunSlip => 0.55,
            Self::Slips => 0.5,
            Self::BegunSlips => 0.4,
        }
    }

    /// Whether a slip was mended.
    pub fn is_mended(self) -> bool {
        self > Self::Begun
    }

    fn of(slips: u8, whole: bool) -> Self {
        match (slips, whole) {
            (0, true) => Self::Same,
            (0, false) => Self::Begun,
            (1, true) => Self::Slip,
            (1, false) => Self::BegunSlip,
            (_, true) => Self::Slips,
            (_, false) => Self::BegunSlips,
        }
    }
}

/// Different words in order, made to be walked through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    letters: Vec<char>,
    /// Where each word ends in the letters.
    ends: Vec<u32>,
    /// How many letters each word shares with the one before it.
    shared: Vec<u8>,
}

impl Vocabulary {
    /// Takes the next word, which must be greater than the last.
    pub fn push(&mut self, word: &str) {
        let before = self.letters.len();
        self.letters.extend(word.chars().take(usize::from(u8::MAX)));
        let (known, new) = self.letters.split_at(before);
        let last = self.ends.len().checked_sub(2).and_then(|at| self.ends.get(at)).copied().unwrap_or(0);
        let last = if self.ends.is_empty() { &[] } else { known.get(place(last)..).unwrap_or_default() };
        let shared = last.iter().zip(new).take_while(|(one, other)| one == other).count();
        self.shared.push(u8::try_from(shared).unwrap_or(u8::MAX));
        self.ends.push(short(self.letters.len()));
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The letters of a word.
    pub fn letters(&self, number: usize) -> &[char] {
        let end = self.ends.get(number).copied().unwrap_or(0);
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.letters.get(place(start)..place(end)).unwrap_or_default()
    }

    /// A word.
    pub fn word(&self, number: usize) -> String {
        self.letters(number).iter().collect()
    }

    /// The word itself and, when asked, those that begin with it.
    pub fn same(&self, asked: &[char], begun: bool, found: &mut Vec<(usize, Nearness)>) {
        let mut at = self.first_from(asked);
        while at < self.len() {
            let letters = self.letters(at);
            if !letters.starts_with(asked) {
                break;
            }
            if letters.len() == asked.len() {
                found.push((at, Nearness::Same));
            } else if begun {
                found.push((at, Nearness::Begun));
            } else {
                break;
            }
            at += 1;
        }
    }

    /// Words that begin alike and may be other forms of the same one: at least four letters, and more than half of the longer.
    pub fn akin(&self, asked: &[char]) -> Vec<usize> {
        let Some(start) = asked.get(..ALIKE.0) else { return Vec::new() };
        let alike = |number: &usize| {
            let letters = self.letters(*number);
            let shared = letters.iter().zip(asked).take_while(|(one, other)| one == other).count();
            shared * 100 >= letters.len().max(asked.len()) * ALIKE.1
        };
        let from = self.first_from(start);
        let begun = (from..self.len()).take_while(|number| self.letters(*number).starts_with(start));
        begun.filter(alike).collect()
    }

    fn first_from(&self, asked: &[char]) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.letters(middle) < asked {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words at most so many slips away, or that begin with one that is; never the word itself.
    pub fn near(&self, asked: &[char], slips: u8, begun: bool, found: &mut Vec<(usize, Nearness)>) {
        if slips == 0 || asked.is_empty() {
            return;
        }
        let mut rows = Rows::new(asked, slips);
        let longest = asked.len() + usize::from(slips);
        // Rows up to here are those of the word before; a word that shares more than `dead` letters with it dies as it did.
        let (mut known, mut dead) = (0, usize::MAX);
        for (number, shared) in self.shared.iter().enumerate() {
            let shared = usize::from(*shared);
            if shared >= dead {
                continue;
            }
            dead = usize::MAX;
            known = known.min(shared);
            let letters = self.letters(number);
            let fits = letters.len() <= longest && letters.len() + usize::from(slips) >= asked.len();
            let is_longer = begun && letters.len() > longest;
            if !(fits || is_longer) {
                continue;
            }
            for (depth, letter) in letters.iter().enumerate().take(longest).skip(known) {
                known = depth + 1;
                let before = depth.checked_sub(1).and_then(|at| letters.get(at));
                let alive = rows.step(depth, *letter, before.copied());
                let has_begun = begun && rows.start(known) <= slips;
                if !(alive || has_begun) {
                    dead = known;
                    break;
                }
            }
            if dead == usize::MAX {
                let whole = if letters.len() <= longest { rows.whole(letters.len()) } else { u8::MAX };
                let start = if begun { rows.start(letters.len().min(longest)) } else { u8::MAX };
                if whole <= slips && whole <= start && whole > 0 {
                    found.push((number, Nearness::of(whole, true)));
                } else if start <= slips && start > 0 {
                    found.push((number, Nearness::of(start, false)));
                }
            }
        }
    }
}

/// Rows of the table of distances (optimal string alignment), one for each letter of the word that is looked at.
struct Rows<'a> {
    asked: &'a [char],
    slips: u8,
    width: usize,
    cells: Vec<u8>,
}

impl<'a> Rows<'a> {
    fn new(asked: &'a [char], slips: u8) -> Self {
        let width = asked.len() + 1;
        let mut cells = vec![slips + 1; width * (asked.len() + usize::from(slips) + 1)];
        for (cell, distance) in cells.iter_mut().take(usize::from(slips) + 1).zip(0..) {
            *cell = distance;
        }
        Self { asked, slips, width, cells }
    }

    fn cell(&self, row: usize, column: usize) -> u8 {
        self.cells.get(row * self.width + column).copied().unwrap_or(u8::MAX)
    }

    /// Works out the row behind a letter; whether any word can still be near.
    fn step(&mut self, depth: usize, letter: char, before: Option<char>) -> bool {
        let (band, row) = (usize::from(self.slips), depth + 1);
        let (from, to) = (row.saturating_sub(band), (row + band).min(self.width - 1));
        let over = self.slips + 1;
        let mut alive = false;
        if let Some(left) = from.checked_sub(1).and_then(|left| self.cells.get_mut(row * self.width + left)) {
            *left = over;
        }
        for column in from..=to {
            let value = match column.checked_sub(1) {
                None => u8::try_from(row).unwrap_or(over),
                Some(left) => {
                    let is_same = self.asked.get(left) == Some(&letter);
                    let mut value = self.cell(depth, left) + u8::from(!is_same);
                    value = value.min(self.cell(row, left) + 1);
                    value = value.min(if column < row + band { self.cell(depth, column) + 1 } else { over });
                    let crossed = left.checked_sub(1).and_then(|at| self.asked.get(at)) == Some(&letter)
                        && self.asked.get(left).copied() == before
                        && before.is_some();
                    match (crossed, depth.checked_sub(1), left.checked_sub(1)) {
                        (true, Some(row), Some(column)) => value.min(self.cell(row, column) + 1),
                        _ => value,
                    }
                }
            };
            let value = value.min(over);
            alive |= value <= self.slips;
            if let Some(cell) = self.cells.get_mut(row * self.width + column) {
                *cell = value;
            }
        }
        alive
    }

    fn whole(&self, length: usize) -> u8 {
        // Cells outside the band were never written in this walk.
        if length.abs_diff(self.width - 1) > usize::from(self.slips) {
            return u8::MAX;
        }
        self.cell(length, self.width - 1)
    }

    /// The least distance of any beginning of the word.
    fn start(&self, length: usize) -> u8 {
        let band = usize::from(self.slips);
        let first = (self.width - 1).saturating_sub(band);
        (first..=length.min(self.width - 1 + band))
            .map(|row| self.cell(row, self.width - 1))
            .min()
            .unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn vocabulary(words: &BTreeSet<String>) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        words.iter().for_each(|word| vocabulary.push(word));
        vocabulary
    }

    fn brute(word: &str, asked: &str, slips: u8, begun: bool) -> Option<Nearness> {
        let away = |word: &str| u8::try_from(strsim::osa_distance(word, asked)).unwrap();
        let whole = away(word);
        let cut = |(at, c): (usize, char)| away(&word[..at + c.len_utf8()]);
        let start = word.char_indices().map(cut).chain([away("")]).min().filter(|_| begun).unwrap_or(u8::MAX);
        if whole == 0 || start == 0 {
            return None;
        }
        let by = |slips: u8, is_whole| Nearness::of(slips, is_whole);
        (whole <= slips && whole <= start)
            .then(|| by(whole, true))
            .or((start <= slips).then(|| by(start, false)))
    }

    #[test]
    fn forms_of_a_word_are_akin_and_words_that_only_begin_alike_are_not() {
        let all = ["communication", "community", "документи", "садок", "садити", "interpreter"];
        let words: BTreeSet<String> = all.map(str::to_owned).into();
        let vocabulary = vocabulary(&words);
        let akin = |asked: &str| -> Vec<String> {
            let letters: Vec<char> = asked.chars().collect();
            vocabulary.akin(&letters).into_iter().map(|number| vocabulary.word(number)).collect()
        };
        assert_eq!(akin("документами"), ["документи"]);
        assert_eq!(akin("садочок"), ["садок"]);
        assert_eq!(akin("communities"), ["community"]);
        assert_eq!(akin("international"), [""; 0]);
        assert_eq!(akin("сад"), [""; 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_walk_finds_what_comparing_each_word_finds(
            words in prop::collection::btree_set("[abcé]{1,9}", 1..60), asked in "[abcé]{4,8}", slips in 1u8..3, begun: bool
        ) {
            let vocabulary = vocabulary(&words);
            let mut found = Vec::new();
            let letters: Vec<char> = asked.chars().collect();
            vocabulary.near(&letters, slips, begun, &mut found);
            let expected: Vec<_> = words.iter().enumerate()
                .filter_map(|(at, word)| Some((at, brute(word, &asked, slips, begun)?))).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn the_word_and_what_begins_with_it_are_found(words in prop::collection::btree_set("[ab]{1,6}", 1..40), asked in "[ab]{1,4}") {
            let vocabulary = vocabulary(&words);
            let mut found = Vec::new();
            vocabulary.same(&asked.chars().collect::<Vec<_>>(), true, &mut found);
            let got: Vec<String> = found.iter().map(|(at, _)| vocabulary.word(*at)).collect();
            let expected: Vec<String> = words.iter().filter(|word| word.starts_with(&asked)).cloned().collect();
            prop_assert_eq!(got, expected);
        }
    }
}
