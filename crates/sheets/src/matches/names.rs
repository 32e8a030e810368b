//! How alike two names are.

use super::{Record, Sign};
use crate::fold::fold;
use std::collections::BTreeSet;

/// A record, folded once for all comparisons.
#[derive(Debug)]
pub struct Folded {
    pub key: String,
    pub ids: BTreeSet<(String, String)>,
    pub names: BTreeSet<Name>,
    pub place: Option<String>,
    pub reach: BTreeSet<String>,
}

/// One name of a record.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// Its words in their order, a space between them, without legal form and articles.
    line: String,
    words: BTreeSet<String>,
    /// Its initials, with and without those of small words; only of three words and more.
    initials: BTreeSet<String>,
}

/// What a clue to how a word begins begins with itself; it stands in no name.
pub const BEGINNING: char = '^';

/// Letters of a word's beginning that two spellings of it have in common.
const SHARED: usize = 3;

impl Folded {
    pub fn of(record: &Record) -> Self {
        let id = |(scheme, value): &(String, String)| {
            let value: String =
                value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            (!value.is_empty()).then(|| (scheme.clone(), value))
        };
        let mut names = BTreeSet::new();
        for name in std::iter::once(&record.name).chain(&record.others) {
            let (outer, inner) = without_brackets(name);
            // An acronym in brackets is a name of its own; other words in brackets are remarks.
            let is_acronym =
                |text: &&String| text.len() >= 2 && !text.contains(' ') && **text == text.to_uppercase();
            names.extend(Name::of(&outer));
            names.extend(inner.iter().filter(is_acronym).filter_map(|text| Name::of(text)));
        }
        let place = record.place.as_deref().map(fold).filter(|place| !place.is_empty());
        let reach =
            record.reach.iter().map(|reach| reach.trim().to_lowercase()).filter(|reach| !reach.is_empty());
        Self {
            key: record.key.clone(),
            ids: record.ids.iter().filter_map(id).collect(),
            names,
            place,
            reach: reach.collect(),
        }
    }

    /// What a record that is like this one has at least one of.
    pub fn clues(&self) -> BTreeSet<String> {
        let mut clues = BTreeSet::new();
        for name in &self.names {
            clues.insert(format!("={}", name.line));
            clues.extend(name.initials.iter().map(|initials| format!("={initials}")));
            let joined = name.line.replace(' ', "");
            clues.extend(name.words.iter().chain([&joined]).map(|word| {
                let start: String = word.chars().take(SHARED).collect();
                format!("{BEGINNING}{start}")
            }));
        }
        clues.extend(self.ids.iter().map(|(scheme, value)| format!("#{scheme} {value}")));
        clues.extend(self.reach.iter().map(|reach| format!("@{reach}")));
        clues
    }
}

/// Words that say what an organization is in law, folded.
const LEGAL: &[&str] = &[
    "inc",
    "incorporated",
    "incorporee",
    "ltd",
    "limited",
    "ltee",
    "limitee",
    "corp",
    "corporation",
    "co",
    "company",
    "compagnie",
    "cie",
    "llc",
    "llp",
    "lp",
    "plc",
    "senc",
    "sencrl",
    "srl",
    "societe",
    "enr",
    "reg",
    "registered",
];

/// Words that join others.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "de", "des", "du", "d", "en", "et", "for", "in", "l", "la", "le", "les", "of",
    "on", "pour", "the", "to",
];

/// Words that are written in several ways, folded, and the one that is compared.
const WAYS: &[(&str, &str)] = &[
    ("center", "centre"),
    ("centers", "centre"),
    ("centres", "centre"),
    ("ctr", "centre"),
    ("organisation", "organization"),
    ("organisations", "organization"),
    ("organizations", "organization"),
    ("assoc", "association"),
    ("assn", "association"),
    ("services", "service"),
    ("svcs", "service"),
    ("svc", "service"),
    ("dept", "department"),
    ("govt", "government"),
    ("univ", "university"),
    ("intl", "international"),
    ("cdn", "canadian"),
    ("saint", "st"),
    ("sainte", "ste"),
    ("mount", "mt"),
    ("libraries", "library"),
    ("newcomers", "newcomer"),
    ("immigrants", "immigrant"),
];

impl Name {
    /// None when nothing is left to compare.
    fn of(name: &str) -> Option<Self> {
        let folded = fold(name);
        let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let telling = |word: &&&str| !LEGAL.contains(*word) && !SMALL.contains(*word);
        let mut kept: Vec<&str> = all.iter().filter(telling).copied().collect();
        if kept.is_empty() {
            kept = all.clone();
        }
        let way =
            |word: &str| WAYS.iter().find(|(from, _)| *from == word).map_or(word, |(_, to)| *to).to_owned();
        let words: Vec<String> = kept.into_iter().map(way).collect();
        let initials =
            |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
        let lawless: Vec<&str> = all.iter().filter(|word| !LEGAL.contains(*word)).copied().collect();
        let bare: Vec<&str> = words.iter().map(String::as_str).collect();
        let both = [initials(&lawless), initials(&bare)];
        (!words.is_empty()).then(|| Self {
            line: words.join(" "),
            words: words.iter().cloned().collect(),
            initials: both.into_iter().filter(|text| text.chars().count() >= 3).collect(),
        })
    }
}

/// A name without what stands in brackets, and that.
fn without_brackets(name: &str) -> (String, Vec<String>) {
    let (mut outer, mut inner, mut current) = (String::new(), Vec::new(), None::<String>);
    for c in name.chars() {
        match (c, &mut current) {
            ('(' | '[', None) => current = Some(String::new()),
            (')' | ']', Some(text)) => {
                inner.push(text.trim().to_owned());
                current = None;
                outer.push(' ');
            }
            (c, Some(text)) => text.push(c),
            (c, None) => outer.push(c),
        }
    }
    inner.extend(current.map(|text| text.trim().to_owned()));
    (outer, inner)
}

/// The strongest sign that two records' names give, and how alike they are in thousandths.
pub fn alike(one: &Folded, other: &Folded) -> (Option<Sign>, u32) {
    let pairs = one.names.iter().flat_map(|name| other.names.iter().map(move |their| (name, their)));
    let found = pairs.filter_map(|(name, their)| sign(name, their));
    // Of signs, the first is the strongest; of scores, the highest.
    found
        .min_by_key(|(sign, score)| (*sign, std::cmp::Reverse(*score)))
        .map_or((None, 0), |(sign, score)| (Some(sign), score))
}

fn sign(one: &Name, other: &Name) -> Option<(Sign, u32)> {
    if one.line == other.line {
        return Some((Sign::SameName, 1_000));
    }
    if one.words == other.words {
        return Some((Sign::SameWords, 980));
    }
    let shared = one.words.intersection(&other.words).count();
    let (few, many) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    let spelling = if one.line <= other.line {
        strsim::jaro_winkler(&one.line, &other.line)
    } else {
        strsim::jaro_winkler(&other.line, &one.line)
    };
    if spelling >= 0.93 && differ_in_letters(one, other) {
        return Some((Sign::Spelling, thousandths(spelling)));
    }
    if shared >= 2 && shared == few.words.len() && shared * 10 >= many.words.len() * 5 {
        return Some((Sign::PartOfName, 850));
    }
    let called = |short: &Name, long: &Name| long.initials.contains(&short.line);
    (called(one, other) || called(other, one)).then_some((Sign::Acronym, 820))
}

/// Whether what differs is letters within words and not a whole word: *School North* and *School South* are two.
fn differ_in_letters(one: &Name, other: &Name) -> bool {
    let near = |word: &String, words: &BTreeSet<String>| {
        let length = word.chars().count();
        let most = if length <= 3 { 0 } else { 1 + usize::from(length > 8) };
        words.iter().any(|their| strsim::osa_distance(word, their) <= most)
    };
    let numbers = |name: &Name| -> BTreeSet<String> {
        name.words.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).cloned().collect()
    };
    // *StJoseph* and *St Joseph* are one word and two.
    let joined = one.line.replace(' ', "") == other.line.replace(' ', "");
    let covered = one.words.iter().all(|word| near(word, &other.words))
        && other.words.iter().all(|word| near(word, &one.words));
    joined || (covered && numbers(one) == numbers(other))
}

/// A share of one in thousandths, by its digits.
fn thousandths(share: f64) -> u32 {
    format!("{:.0}", share * 1_000.0).parse().unwrap_or(0)
}
