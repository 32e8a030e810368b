//! How an entry is written into tantivy.

use crate::{entry::Entry, gather::Gathered};
use tantivy::{
    TantivyDocument, Term,
    schema::{BytesOptions, FAST, Field, Schema},
};
use uuid::Uuid;

/// The fields. Every term is written once for each document: a word together with the kinds of text in which it stands, so that one list has
/// one weight, and neither frequencies nor lengths are kept.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub schema: Schema,
    pub word: Field,
    pub facet: Field,
    id: Field,
    id_high: Field,
    id_low: Field,
    point: Field,
    hours: Field,
    mark: Field,
}

impl Fields {
    pub const ID_HIGH: &str = "high";
    pub const ID_LOW: &str = "low";
    pub const POINT: &str = "point";
    pub const HOURS: &str = "hours";
    pub const MARK: &str = "mark";

    pub fn new() -> Self {
        let mut schema = Schema::builder();
        // Terms are looked for, nothing is counted in them.
        let terms = BytesOptions::default().set_indexed();
        let word = schema.add_bytes_field("word", terms.clone());
        let facet = schema.add_bytes_field("facet", terms.clone());
        let id = schema.add_bytes_field("id", terms);
        let id_high = schema.add_u64_field(Self::ID_HIGH, FAST);
        let id_low = schema.add_u64_field(Self::ID_LOW, FAST);
        let point = schema.add_u64_field(Self::POINT, FAST);
        let hours = schema.add_bytes_field(Self::HOURS, FAST);
        let mark = schema.add_u64_field(Self::MARK, FAST);
        Self { schema: schema.build(), word, facet, id, id_high, id_low, point, hours, mark }
    }

    pub fn id(&self, id: Uuid) -> Term {
        Term::from_field_bytes(self.id, id.as_bytes())
    }

    /// `words` is only lent, to be used again.
    pub fn document(&self, entry: &Entry, words: &mut Gathered) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_bytes(self.id, entry.id.as_bytes());
        let (high, low) = entry.id.as_u64_pair();
        document.add_u64(self.id_high, high);
        document.add_u64(self.id_low, low);
        entry.words(words);
        let mut bytes = Vec::new();
        for (word, kinds) in words.iter() {
            bytes.clear();
            bytes.extend_from_slice(word.as_bytes());
            bytes.extend([0, kinds]);
            document.add_bytes(self.word, &bytes);
        }
        let mut facets: Vec<_> = entry.facets.iter().collect();
        facets.sort_unstable();
        facets.dedup();
        for (facet, value) in facets {
            bytes.clear();
            bytes.extend_from_slice(&facet.0.to_be_bytes());
            bytes.extend_from_slice(value.as_bytes());
            document.add_bytes(self.facet, &bytes);
        }
        for point in
            entry.points.iter().filter(|point| point.latitude.is_finite() && point.longitude.is_finite())
        {
            document.add_u64(self.point, point.packed());
        }
        if let Some(hours) = &entry.hours {
            document.add_bytes(self.hours, &hours.packed());
        }
        document.add_u64(self.mark, u64::from(entry.fresh) | u64::from(entry.for_all) << 8);
        document
    }

    /// A word and the kinds of text, from a term.
    pub fn word_in(term: &[u8]) -> Option<(&str, u8)> {
        let (word, tail) = term.split_at_checked(term.len().checked_sub(2)?)?;
        Some((std::str::from_utf8(word).ok()?, *tail.last()?))
    }

    /// A facet and its value, from a term.
    pub fn facet_in(term: &[u8]) -> Option<(u32, &str)> {
        let (facet, value) = term.split_first_chunk::<4>()?;
        Some((u32::from_be_bytes(*facet), std::str::from_utf8(value).ok()?))
    }
}
