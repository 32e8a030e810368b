//! What is asked, and what is answered.

use crate::{
    entry::{Facet, Kind, Moment, Point},
    lexicon::Reading,
};
use uuid::Uuid;

/// One question. [`Ask::new`] has everything else empty.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// What somebody wrote, in any language. All words are looked for; nothing finds everything that passes the filters.
    pub text: &'a str,
    /// Whether the last word may be unfinished.
    pub typing: bool,
    /// What a lexicon made of the text: a word is also found in entries that have a topic which the lexicon reads in it.
    pub topics: Option<Topics>,
    /// What every hit must be; each narrows what the others leave.
    pub filters: Vec<Filter>,
    /// Facets to be counted.
    pub counts: Vec<Count>,
    /// Times of which it is counted how many would be open then, among what all filters leave but those by opening hours.
    pub moments: Vec<Moment>,
    /// From where distances are told.
    pub from: Option<Point>,
    /// Whether what is nearest there comes first, whatever else speaks for it; what has no place comes last.
    pub nearest_first: bool,
    /// What comes first, beside the words.
    pub boosts: Vec<Boost>,
    /// What each kind of text counts.
    pub weights: Weights,
    /// Hits to pass over.
    pub skip: usize,
    /// Hits to tell.
    pub limit: usize,
}

impl<'a> Ask<'a> {
    /// The first 20 hits for a text that is still being typed.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            typing: true,
            topics: None,
            filters: Vec::new(),
            counts: Vec::new(),
            moments: Vec::new(),
            from: None,
            nearest_first: false,
            boosts: Vec::new(),
            weights: Weights::default(),
            skip: 0,
            limit: 20,
        }
    }
}

/// What a lexicon read, and the facet whose values its topics are.
#[derive(Clone, Debug)]
pub struct Topics {
    /// The facet.
    pub facet: Facet,
    /// [`crate::Lexicon::read_in`] of the same text. A word that a reading has is not read otherwise than it is written.
    pub readings: Vec<Reading>,
    /// [`crate::Lexicon::stops`] of the same text: words that are not looked for, unless there are no others.
    pub stops: Vec<usize>,
}

/// What a hit must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Has one of these values.
    Any(Facet, Vec<String>),
    /// Turns nobody away.
    ForAll,
    /// Is open at some minute of the moment. Of what it is not known when it opens, it is not known that it is open.
    Open(Moment),
    /// Has a place in a box.
    Within {
        /// The south-western corner.
        from: Point,
        /// The north-eastern corner.
        to: Point,
    },
    /// Has a place at most so many kilometres away.
    Around(Point, f64),
}

/// How a facet is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Among what all filters leave, but for this facet's own: what one would find with another value chosen instead, or beside.
    Sideways(Facet),
    /// Among the hits.
    Within(Facet),
}

impl Count {
    /// The facet that is counted.
    pub fn facet(self) -> Facet {
        match self {
            Self::Sideways(facet) | Self::Within(facet) => facet,
        }
    }
}

/// What makes a hit come earlier. A boost of 1.5 makes its score half as large again; boosts multiply.
#[derive(Clone, Debug, PartialEq)]
pub enum Boost {
    /// It has one of these values.
    Has(Facet, Vec<String>, f64),
    /// It turns nobody away.
    ForAll(f64),
    /// It is near: all of the boost at the place itself, half of it so many kilometres away, ever less beyond.
    Near(Point, f64, f64),
    /// It is fresh: all of the boost at 255, none at 0.
    Fresh(f64),
}

/// What a word counts in each kind of text; the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// In a name.
    pub name: f64,
    /// In another name.
    pub alternate: f64,
    /// In the words for what it is about.
    pub topic: f64,
    /// For a topic that a lexicon read: what words mean together says more than where one of them stands.
    pub reading: f64,
    /// In the name of the organization.
    pub organization: f64,
    /// In a description.
    pub description: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { name: 5.0, alternate: 4.0, topic: 4.0, reading: 6.0, organization: 3.0, description: 1.0 }
    }
}

impl Weights {
    pub(crate) fn of(&self, flags: u8) -> f64 {
        let each = [self.name, self.alternate, self.topic, self.organization, self.description];
        let mine = Kind::ALL.into_iter().zip(each).filter(|(kind, _)| flags & kind.flag() != 0);
        mine.map(|(_, weight)| weight).fold(0.0, f64::max)
    }
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// So many are found, exactly.
    pub total: usize,
    /// Some of them, the best first; equals are ordered by id.
    pub hits: Vec<Hit>,
    /// Counts of each facet that was asked for, exactly, in that order; values that nobody has are left out, the most frequent first.
    pub counts: Vec<(Facet, Vec<(String, usize)>)>,
    /// How many would be open at each time that was asked for, exactly, in that order.
    pub open: Vec<usize>,
    /// What had to be given up to find anything.
    pub relaxed: Relaxed,
    /// Words that were read otherwise than they are written: *did you mean*.
    pub mended: Vec<Mended>,
}

/// What had to be given up to find anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Relaxed {
    /// Nothing: every word is found in every hit, or none was asked.
    #[default]
    No,
    /// Words that exist were read as others that are near.
    Nearly,
    /// These words were left out.
    Without(Vec<String>),
    /// A hit has at least one of the words.
    Any,
}

/// A word that was read otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mended {
    /// As it was asked, folded.
    pub asked: String,
    /// As it was read, folded; [`crate::as_written`] finds how a text writes it.
    pub read: String,
}

/// One that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Whose.
    pub id: Uuid,
    /// How well it answers; comparable within one answer. Where the nearest come first: how near it is.
    pub score: f64,
    /// Each word that was found in it, and how.
    pub why: Vec<Why>,
    /// Which of the boosts it has, by their places in the question; those that are only graded are not told.
    pub boosts: Vec<usize>,
    /// How far its nearest place is, when it was asked from somewhere.
    pub kilometres: Option<f64>,
    /// How fresh it is.
    pub fresh: u8,
    /// Whether it turns nobody away.
    pub for_all: bool,
}

/// Why something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The word that was asked, folded.
    pub asked: String,
    /// How it was found.
    pub by: By,
}

/// How a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// It stands in these kinds of text.
    Word {
        /// As it stands there, folded.
        word: String,
        /// Where it stands.
        kinds: Vec<Kind>,
        /// Whether a slip was mended.
        mended: bool,
    },
    /// The lexicon reads a topic in it, which the hit has.
    Topic(String),
}
