//! Full-text search in many languages at once, with slips mended and exact counts of facets, on tantivy.
//!
//! An [`Index`] is a cache: it is filled with [`Entry`]s from wherever they are kept, lies in a folder of its own on each node, and can be
//! thrown away at any time. It answers an [`Ask`] with [`Found`]: how many there are exactly, the best of them and why each was found, and
//! how many have each value of a [`Facet`].
//!
//! Words are found whatever the language of the text and of the question: [`words`] folds case, accents, forms of Arabic, Persian,
//! Devanagari, Gurmukhi and Ethiopic letters, digits of every script. All words are looked for; one that nobody has is read as the nearest
//! that somebody has, with one slip or two by its length and script; the last may be unfinished. When nothing has all words, as little as
//! possible is given up, and [`Found::relaxed`] says what.
//!
//! A [`Lexicon`] maps phrases to topics, so that *kid sick* finds what is about clinics and says neither word.
//!
//! ```
//! use seek::{Ask, Count, Entry, Facet, Filter, Index, Kind, Lexicon, Topics};
//! use uuid::Uuid;
//!
//! const LANGUAGE: Facet = Facet(1);
//! const NEED: Facet = Facet(2);
//!
//! # fn main() -> Result<(), seek::Error> {
//! let index = Index::in_memory()?;
//! index.rebuild([
//!     Entry {
//!         texts: vec![(Kind::Name, "Riverbend walk-in".to_owned()), (Kind::Alternate, "عيادة".to_owned())],
//!         facets: vec![(LANGUAGE, "ar".to_owned()), (LANGUAGE, "en".to_owned()), (NEED, "doctor".to_owned())],
//!         ..Entry::named(Uuid::from_u128(1), "")
//!     },
//!     Entry { facets: vec![(LANGUAGE, "en".to_owned())], ..Entry::named(Uuid::from_u128(2), "Library") },
//! ])?;
//!
//! let found = index.search(&Ask { counts: vec![Count::Sideways(LANGUAGE)], ..Ask::new("العيادة") })?;
//! assert_eq!(found.total, 1);
//! assert_eq!(found.counts[0].1, [("ar".to_owned(), 1), ("en".to_owned(), 1)]);
//!
//! let lexicon = Lexicon::new([("kid sick", "doctor"), ("read books", "library")]);
//! let topics = Topics { facet: NEED, readings: lexicon.read("my kid is siick"), stops: vec![] };
//! let found = index.search(&Ask { topics: Some(topics), ..Ask::new("my kid is siick") })?;
//! assert_eq!(found.hits[0].id, Uuid::from_u128(1));
//! # Ok(()) }
//! ```
#![warn(missing_docs)]

mod ask;
mod bits;
mod entry;
mod fields;
mod gather;
mod index;
mod letters;
mod lexicon;
mod near;
mod numbers;
mod part;
mod search;
mod sift;
mod terms;
mod top;
mod words;

pub use ask::{Ask, Boost, By, Count, Filter, Found, Hit, Mended, Relaxed, Topics, Weights, Why};
pub use entry::{Entry, Facet, Hours, Kind, Moment, Point, Span};
pub use index::{Error, Index};
pub use lexicon::{Builder, Lexicon, Reading};
pub use words::{as_written, words};
