//! Which rows are known already: the same, nearly the same, or new. The rules are pure, look at names and not at the order of rows, and
//! say why.

mod names;

use names::Folded;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is compared: an organization, a person, a place; the rules do not ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The caller's name for it, each once.
    pub key: String,
    /// What it is known by elsewhere: scheme and value, such as a registration number. Only the same scheme is compared.
    pub ids: Vec<(String, String)>,
    /// Its name.
    pub name: String,
    /// Other names: in the other language, an acronym, a former one.
    pub others: Vec<String>,
    /// Where it is, if that is known: a city, or a street with its number.
    pub place: Option<String>,
    /// Cleaned telephone numbers, addresses of mail and of pages.
    pub reach: Vec<String>,
}

/// How alike two records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Nothing known is like it.
    New,
    /// A person should look.
    Near,
    /// It is the same.
    Same,
}

impl Grade {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Near => "near",
            Self::Same => "same",
        }
    }
}

/// What speaks for or against two records being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// They have an id in common.
    SameId,
    /// They have different ids of one scheme: against.
    OtherId,
    /// Their names are the same but for case, accents, punctuation and legal form.
    SameName,
    /// Their names have the same words in another order.
    SameWords,
    /// Their names differ in a few letters.
    Spelling,
    /// One name has all the words of the other.
    PartOfName,
    /// One is called by the other's initials.
    Acronym,
    /// They are reached by the same number or address.
    SameReach,
    /// They are in the same place.
    SamePlace,
    /// They are in different places: against.
    OtherPlace,
}

impl Sign {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SameId => "same-id",
            Self::OtherId => "other-id",
            Self::SameName => "same-name",
            Self::SameWords => "same-words",
            Self::Spelling => "spelling",
            Self::PartOfName => "part-of-name",
            Self::Acronym => "acronym",
            Self::SameReach => "same-reach",
            Self::SamePlace => "same-place",
            Self::OtherPlace => "other-place",
        }
    }
}

/// A known record that is like the one asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its key.
    pub key: String,
    /// How alike.
    pub grade: Grade,
    /// How alike in thousandths, for ordering those of one grade.
    pub score: u32,
    /// What speaks for and against it, in the order of [`Sign`].
    pub signs: Vec<Sign>,
}

/// Most candidates that are named: more would be no help.
pub const MOST: usize = 5;

/// Records that are known, ready to be asked about many others.
#[derive(Debug, Default)]
pub struct Index {
    known: Vec<Folded>,
    /// Where in `known` a clue leads.
    clues: BTreeMap<String, Vec<usize>>,
}

impl Index {
    /// An index of these records, in whatever order.
    pub fn new<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut known: Vec<Folded> = records.into_iter().map(Folded::of).collect();
        known.sort_by(|one, other| one.key.cmp(&other.key));
        let mut clues: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, record) in known.iter().enumerate() {
            for clue in record.clues() {
                clues.entry(clue).or_default().push(at);
            }
        }
        // What a quarter of all begin with is no clue.
        let most = (known.len() / 4).max(200);
        clues.retain(|clue, places| places.len() <= most || !clue.starts_with(names::BEGINNING));
        Self { known, clues }
    }

    /// The known records that are like this one, the likest first; those with its own key left out. None: it is new.
    pub fn find(&self, record: &Record) -> Vec<Candidate> {
        let asked = Folded::of(record);
        let places: BTreeSet<usize> =
            asked.clues().iter().filter_map(|clue| self.clues.get(clue)).flatten().copied().collect();
        let others =
            places.iter().filter_map(|at| self.known.get(*at)).filter(|other| other.key != asked.key);
        let mut found: Vec<Candidate> = others.filter_map(|other| compare(&asked, other)).collect();
        found.sort_by(|one, other| {
            (Reverse((one.grade, one.score)), &one.key)
                .cmp(&(Reverse((other.grade, other.score)), &other.key))
        });
        found.truncate(MOST);
        found
    }

    /// How the record stands to those that are known.
    pub fn grade(&self, record: &Record) -> Grade {
        self.find(record).first().map_or(Grade::New, |best| best.grade)
    }
}

/// The candidate that `other` is for `asked`; none when they are not alike. It is the same the other way round.
fn compare(asked: &Folded, other: &Folded) -> Option<Candidate> {
    let (name, mut score) = names::alike(asked, other);
    let mut signs: BTreeSet<Sign> = name.into_iter().collect();
    signs.extend(by_ids(asked, other));
    if asked.reach.iter().any(|reach| other.reach.contains(reach)) {
        signs.insert(Sign::SameReach);
        score = score.max(800);
    }
    signs.extend(match (&asked.place, &other.place) {
        (Some(one), Some(two)) if one == two => Some(Sign::SamePlace),
        (Some(_), Some(_)) => Some(Sign::OtherPlace),
        _ => None,
    });
    if signs.contains(&Sign::SameId) {
        score = 1_000;
    }
    let grade = grade(&signs, score);
    let alike = grade != Grade::New;
    alike.then(|| Candidate { key: other.key.clone(), grade, score, signs: signs.into_iter().collect() })
}

fn by_ids(asked: &Folded, other: &Folded) -> Option<Sign> {
    if asked.ids.iter().any(|id| other.ids.contains(id)) {
        return Some(Sign::SameId);
    }
    let schemes = |(scheme, _): &(String, String)| other.ids.iter().any(|(theirs, _)| theirs == scheme);
    asked.ids.iter().any(schemes).then_some(Sign::OtherId)
}

/// The rule itself. Ids decide; a name decides when nothing speaks against it and the place is the same or unknown to both.
fn grade(signs: &BTreeSet<Sign>, score: u32) -> Grade {
    let has = |sign| signs.contains(&sign);
    if has(Sign::SameId) {
        return Grade::Same;
    }
    let against = has(Sign::OtherId) || has(Sign::OtherPlace);
    let backed = has(Sign::SamePlace) || has(Sign::SameReach);
    if has(Sign::SameName) {
        return if backed && !against { Grade::Same } else { Grade::Near };
    }
    let like = has(Sign::SameWords) || has(Sign::Spelling) || has(Sign::PartOfName) || has(Sign::Acronym);
    match (like, against) {
        (true, false) => Grade::Near,
        // Branches of one body in two places have names alike; only the likest are worth a question.
        (true, true) if score >= 970 || has(Sign::SameReach) => Grade::Near,
        (false, _) if has(Sign::SameReach) => Grade::Near,
        _ => Grade::New,
    }
}

#[cfg(test)]
mod tests;
