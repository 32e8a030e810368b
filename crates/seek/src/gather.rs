//! The different words of one entry, gathered without an allocation for each.

use crate::numbers::{place, short};

/// Places in the table at the beginning; a power of two.
const FIRST: usize = 512;
/// A place that is free.
const FREE: u32 = u32::MAX;

/// Different words, each with flags; to be emptied and used again.
#[derive(Clone, Debug)]
pub(crate) struct Gathered {
    letters: String,
    /// Where each word begins and ends, and its flags.
    words: Vec<(u32, u32, u8)>,
    /// By the hash of the word, its number.
    table: Vec<u32>,
}

impl Default for Gathered {
    fn default() -> Self {
        Self { letters: String::new(), words: Vec::new(), table: vec![FREE; FIRST] }
    }
}

impl Gathered {
    pub fn clear(&mut self) {
        self.letters.clear();
        self.words.clear();
        self.table.fill(FREE);
    }

    /// Adds flags to a word.
    pub fn add(&mut self, word: &str, flags: u8) {
        let mut at = hash(word);
        loop {
            at &= self.table.len() - 1;
            match self.table.get(at).copied().unwrap_or(FREE) {
                FREE => break,
                number if self.word(number) == Some(word) => {
                    if let Some((.., known)) = self.words.get_mut(place(number)) {
                        *known |= flags;
                    }
                    return;
                }
                _ => at += 1,
            }
        }
        if let Some(slot) = self.table.get_mut(at) {
            *slot = short(self.words.len());
        }
        let start = short(self.letters.len());
        self.letters.push_str(word);
        self.words.push((start, short(self.letters.len()), flags));
        if self.words.len() * 2 > self.table.len() {
            self.grow();
        }
    }

    /// The words with their flags, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u8)> {
        let word =
            |(from, to, flags): &(u32, u32, u8)| Some((self.letters.get(place(*from)..place(*to))?, *flags));
        self.words.iter().filter_map(word)
    }

    fn word(&self, number: u32) -> Option<&str> {
        let (from, to, _) = self.words.get(place(number))?;
        self.letters.get(place(*from)..place(*to))
    }

    fn grow(&mut self) {
        let mut table = vec![FREE; self.table.len() * 2];
        for number in 0..short(self.words.len()) {
            let mut at = self.word(number).map_or(0, hash) & (table.len() - 1);
            while table.get(at).is_some_and(|taken| *taken != FREE) {
                at = (at + 1) & (table.len() - 1);
            }
            if let Some(slot) = table.get_mut(at) {
                *slot = number;
            }
        }
        self.table = table;
    }
}

/// FNV-1a: words are short, and whoever makes them collide slows down one entry.
fn hash(word: &str) -> usize {
    let mixed = word
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    usize::try_from((mixed ^ mixed >> 32) & u64::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_a_map_holds(words in prop::collection::vec(("[a-c]{0,6}", 1u8..32), 0..900)) {
            let mut gathered = Gathered::default();
            gathered.add("left over", 1);
            gathered.clear();
            let mut map = BTreeMap::<String, u8>::new();
            for (word, flags) in &words {
                gathered.add(word, *flags);
                *map.entry(word.clone()).or_default() |= flags;
            }
            let all: BTreeMap<String, u8> = gathered.iter().map(|(word, flags)| (word.to_owned(), flags)).collect();
            prop_assert_eq!(gathered.iter().count(), map.len());
            prop_assert_eq!(all, map);
        }
    }
}
