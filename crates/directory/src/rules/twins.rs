//! Whether two records are of the same thing: names folded and spelled out, acronyms, who offers it, telephone, address, page. Each thing
//! that speaks for it or against it has a weight, and a pair is told with its reasons. Nothing is ever merged by a score.

use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

mod folding;

pub use folding::Folded;
use folding::Name;

/// From this score on a pair is shown as perhaps the same.
pub const PERHAPS: i32 = 50;
/// From this score on it is told to somebody who still types: the same name alone is enough, since the rest is yet to come.
pub const TYPED: i32 = 40;
/// From this score on it very likely is.
pub const LIKELY: i32 = 90;
/// A key that more records share than this says too little to look up all of them.
const COMMON: usize = 400;

/// What is compared of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Its names, in all languages.
    pub names: Vec<String>,
    /// The names of whoever offers it; none when the record is of that organization itself.
    pub who: Vec<String>,
    /// Its telephone numbers, as they are written.
    pub phones: Vec<String>,
    /// Streets with their numbers, each with its postal code; one of the two may be empty.
    pub places: Vec<(String, String)>,
    /// Its page; may be empty.
    pub web: String,
    /// Its mail address; may be empty.
    pub mail: String,
}

/// What speaks for or against a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// The names say the same.
    Name,
    /// The names are close.
    NearName,
    /// One name is the acronym of the other.
    Acronym,
    /// The names have little in common.
    OtherName,
    /// The same organization offers both.
    Who,
    /// Others offer it.
    OtherWho,
    /// They share a number.
    Phone,
    /// They share no number.
    OtherPhone,
    /// They share a street with its number.
    Street,
    /// They are in different streets.
    OtherStreet,
    /// They share a postal code.
    Postal,
    /// They share none.
    OtherPostal,
    /// They share a page.
    Web,
    /// They share a mail address.
    Mail,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::NearName,
        Self::Acronym,
        Self::OtherName,
        Self::Who,
        Self::OtherWho,
        Self::Phone,
        Self::OtherPhone,
        Self::Street,
        Self::OtherStreet,
        Self::Postal,
        Self::OtherPostal,
        Self::Web,
        Self::Mail,
    ];

    /// The code in word keys (`twin-near-name`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NearName => "near-name",
            Self::Acronym => "acronym",
            Self::OtherName => "other-name",
            Self::Who => "who",
            Self::OtherWho => "other-who",
            Self::Phone => "phone",
            Self::OtherPhone => "other-phone",
            Self::Street => "street",
            Self::OtherStreet => "other-street",
            Self::Postal => "postal",
            Self::OtherPostal => "other-postal",
            Self::Web => "web",
            Self::Mail => "mail",
        }
    }

    /// How much it says, in tenths of a power of two.
    pub const fn weight(self) -> i32 {
        match self {
            Self::Name => 45,
            Self::NearName => 25,
            Self::Acronym => 30,
            Self::OtherName => -60,
            Self::Who => 20,
            Self::OtherWho => -25,
            Self::Phone => 50,
            Self::OtherPhone => -10,
            Self::Street => 35,
            Self::OtherStreet => -20,
            Self::Postal => 25,
            Self::OtherPostal => -15,
            Self::Web => 10,
            Self::Mail => 25,
        }
    }

    /// Whether all that one organization offers shares it.
    const fn is_of_the_house(self) -> bool {
        matches!(self, Self::Phone | Self::Street | Self::Postal | Self::Web | Self::Mail)
    }

    /// Whether it speaks for the pair.
    pub const fn speaks_for(self) -> bool {
        self.weight() > 0
    }
}

/// How alike two records are, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Likeness {
    /// The sum of what speaks for it and against it.
    pub score: i32,
    /// What does.
    pub signs: Vec<Sign>,
}

impl Likeness {
    /// Whether the pair is worth a look.
    pub const fn is_shown(&self) -> bool {
        self.score >= PERHAPS
    }
}

/// The best that any two names say.
fn of_names(one: &[Name], other: &[Name]) -> Option<Sign> {
    let pairs = || one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
    let shared = pairs().map(|(a, b)| a.shared(b)).max()?;
    let is_acronym = || pairs().any(|(a, b)| a.is_acronym_of(b) || b.is_acronym_of(a));
    Some(match shared {
        85.. => Sign::Name,
        _ if is_acronym() => Sign::Acronym,
        55.. => Sign::NearName,
        _ => Sign::OtherName,
    })
}

fn of_sets(one: &BTreeSet<String>, other: &BTreeSet<String>, (same, differs): (Sign, Sign)) -> Option<Sign> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    Some(if one.is_disjoint(other) { differs } else { same })
}

/// How alike two records are.
pub fn likeness(one: &Folded, other: &Folded) -> Likeness {
    let mut signs = Vec::new();
    signs.extend(of_names(&one.names, &other.names));
    signs.extend(of_names(&one.who, &other.who).map(|sign| match sign {
        Sign::OtherName | Sign::NearName => Sign::OtherWho,
        _ => Sign::Who,
    }));
    signs.extend(of_sets(&one.phones, &other.phones, (Sign::Phone, Sign::OtherPhone)));
    signs.extend(of_sets(&one.streets, &other.streets, (Sign::Street, Sign::OtherStreet)));
    signs.extend(of_sets(&one.postal, &other.postal, (Sign::Postal, Sign::OtherPostal)));
    signs.extend((!one.web.is_empty() && one.web == other.web).then_some(Sign::Web));
    signs.extend((!one.mail.is_empty() && one.mail == other.mail).then_some(Sign::Mail));
    // One house has one number and one door for all that it offers: there they tell little of which service it is.
    let is_one_house = signs.contains(&Sign::Who);
    let counts =
        |sign: &Sign| if is_one_house && sign.is_of_the_house() { sign.weight() / 4 } else { sign.weight() };
    Likeness { score: signs.iter().map(counts).sum(), signs }
}

/// Records that can be asked for what is like them, without comparing all with all.
#[derive(Debug, Default)]
pub struct Shelf {
    all: Vec<Folded>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Shelf {
    /// These records, each known by its place.
    pub fn of(listings: impl IntoIterator<Item = Folded>) -> Self {
        let mut shelf = Self::default();
        for one in listings {
            let place = shelf.all.len();
            for key in one.keys() {
                shelf.by_key.entry(key).or_default().push(place);
            }
            shelf.all.push(one);
        }
        shelf
    }

    /// The places of those that are worth a look beside `one`, the most alike first.
    pub fn like(&self, one: &Folded) -> Vec<(usize, Likeness)> {
        self.like_at_least(one, PERHAPS)
    }

    /// The same from a score on.
    pub fn like_at_least(&self, one: &Folded, least: i32) -> Vec<(usize, Likeness)> {
        let mut found = self.like_from(one, (0, least));
        found.sort_by(|one, other| other.1.score.cmp(&one.1.score).then(one.0.cmp(&other.0)));
        found
    }

    /// The same from a place and a score on, in the order of places.
    fn like_from(&self, one: &Folded, (first, least): (usize, i32)) -> Vec<(usize, Likeness)> {
        let keys = one.keys();
        let shared = keys.iter().filter_map(|key| self.by_key.get(key)).filter(|all| all.len() <= COMMON);
        let mut places: Vec<usize> = shared.flatten().copied().filter(|place| *place >= first).collect();
        places.sort_unstable();
        places.dedup();
        let found = places.into_iter().filter_map(|place| Some((place, likeness(one, self.all.get(place)?))));
        found.filter(|(_, like)| like.score >= least).collect()
    }

    /// Every pair that is worth a look, the most alike first; each once, the lower place first.
    pub fn pairs(&self) -> Vec<(usize, usize, Likeness)> {
        let of = |(place, one): (usize, &Folded)| {
            self.like_from(one, (place + 1, PERHAPS))
                .into_iter()
                .map(move |(other, like)| (place, other, like))
        };
        let mut pairs: Vec<_> = self.all.iter().enumerate().flat_map(of).collect();
        pairs.sort_by(|one, other| {
            other.2.score.cmp(&one.2.score).then((one.0, one.1).cmp(&(other.0, other.1)))
        });
        pairs
    }
}

#[cfg(test)]
mod tests;
