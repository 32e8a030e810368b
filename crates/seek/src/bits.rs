//! Sets of documents as bits, one for each document of a part.

use crate::numbers::{place, short};

/// A set of document numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// No document of so many.
    pub fn none(documents: u32) -> Self {
        Self(vec![0; place(documents).div_ceil(64)])
    }

    /// All of so many documents.
    pub fn all(documents: u32) -> Self {
        let mut words = vec![u64::MAX; place(documents).div_ceil(64)];
        if let (Some(last), over @ 1..) = (words.last_mut(), documents % 64) {
            *last = (1 << over) - 1;
        }
        Self(words)
    }

    pub fn insert(&mut self, document: u32) {
        if let Some(word) = self.0.get_mut(place(document >> 6)) {
            *word |= 1 << (document & 63);
        }
    }

    pub fn contains(&self, document: u32) -> bool {
        self.0.get(place(document >> 6)).is_some_and(|word| word >> (document & 63) & 1 == 1)
    }

    pub fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, with)| *word &= with);
    }

    pub fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, with)| *word |= with);
    }

    /// Whether all of so many documents are in it.
    pub fn is_full(&self, documents: u32) -> bool {
        self.count() == place(documents)
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| place(word.count_ones())).sum()
    }

    /// Whether there is one.
    pub fn any(&self) -> bool {
        self.0.iter().any(|word| *word != 0)
    }

    /// How many are in both.
    pub fn count_with(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(word, with)| place((word & with).count_ones())).sum()
    }

    /// Those in the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().zip(0..).flat_map(|(word, at)| Ones(*word).map(move |bit| at * 64 + bit))
    }

    /// Leaves only what passes.
    pub fn retain(&mut self, mut passes: impl FnMut(u32) -> bool) {
        for (word, at) in self.0.iter_mut().zip(0_u32..) {
            for bit in Ones(*word) {
                if !passes(at * 64 + bit) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    /// So many 64-bit words.
    pub fn width(&self) -> usize {
        self.0.len()
    }
}

/// The places of the bits that are set, from the lowest.
struct Ones(u64);

impl Iterator for Ones {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        (self.0 != 0).then(|| {
            let lowest = self.0.trailing_zeros();
            self.0 &= self.0 - 1;
            lowest
        })
    }
}

/// Documents that have something: as bits when they are many, else as a list.
#[derive(Clone, Debug)]
pub(crate) enum Docs {
    Many(Bits),
    Few(Vec<u32>),
}

impl Docs {
    /// From numbers in order.
    pub fn of(list: Vec<u32>, documents: u32) -> Self {
        if short(list.len()) < documents / 32 {
            return Self::Few(list);
        }
        let mut bits = Bits::none(documents);
        list.iter().for_each(|document| bits.insert(*document));
        Self::Many(bits)
    }

    pub fn count_with(&self, bits: &Bits) -> usize {
        match self {
            Self::Many(own) => own.count_with(bits),
            Self::Few(list) => list.iter().filter(|document| bits.contains(**document)).count(),
        }
    }

    pub fn join_into(&self, bits: &mut Bits) {
        match self {
            Self::Many(own) => bits.join(own),
            Self::Few(list) => list.iter().for_each(|document| bits.insert(*document)),
        }
    }

    pub fn each(&self, mut done: impl FnMut(u32)) {
        match self {
            Self::Many(bits) => bits.iter().for_each(done),
            Self::Few(list) => list.iter().for_each(|document| done(*document)),
        }
    }

    /// What counting them in a set costs, in words looked at.
    pub fn cost(&self) -> usize {
        match self {
            Self::Many(bits) => bits.width(),
            Self::Few(list) => list.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_ends_where_the_documents_end() {
        let mut bits = Bits::none(130);
        for document in [0, 63, 64, 129, 500] {
            bits.insert(document);
        }
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!(Bits::all(130).count(), 130);
        assert_eq!(Bits::all(128).count(), 128);
        assert_eq!(bits.count_with(&Bits::all(64)), 2);
        bits.retain(|document| document != 129 && document != 63);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 64]);
    }

    #[test]
    fn few_and_many_answer_alike() {
        let list: Vec<u32> = (0..1000).filter(|n| n % 7 == 0).collect();
        let many = Docs::of(list.clone(), 1000);
        assert!(matches!(many, Docs::Many(..)));
        let few = Docs::Few(list);
        let mut half = Bits::none(1000);
        (0..500).for_each(|n| half.insert(n));
        assert_eq!(many.count_with(&half), few.count_with(&half));
        let all = |docs: &Docs| {
            let mut all = Vec::new();
            docs.each(|document| all.push(document));
            all
        };
        assert_eq!(all(&many), all(&few));
    }
}
