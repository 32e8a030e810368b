//! A record as it is compared: names spelled out and without the words that say nothing, numbers and addresses in one form.

use super::Listing;
use platform::text::fold;
use std::collections::BTreeSet;

/// Short forms, spelled out: so that “Comm. Ctr” is “community centre”. Both languages of the field, after folding.
const SPELLED: [(&str, &str); 24] = [
    ("ctr", "centre"),
    ("center", "centre"),
    ("comm", "community"),
    ("assoc", "association"),
    ("assn", "association"),
    ("svcs", "services"),
    ("svc", "services"),
    ("service", "services"),
    ("soc", "society"),
    ("immig", "immigrant"),
    ("immigration", "immigrant"),
    ("immigrants", "immigrant"),
    ("dept", "department"),
    ("univ", "university"),
    ("intl", "international"),
    ("org", "organization"),
    ("st", "street"),
    ("ave", "avenue"),
    ("av", "avenue"),
    ("rd", "road"),
    ("blvd", "boulevard"),
    ("dr", "drive"),
    ("classes", "class"),
    ("groups", "group"),
];
/// Words that say nothing of which one it is.
const IDLE: [&str; 24] = [
    "the", "of", "for", "and", "a", "an", "in", "at", "inc", "ltd", "corp", "main", "office", "le", "la",
    "les", "l", "de", "des", "du", "d", "et", "aux", "pour",
];
/// What stands before the number of a house.
const UNITS: [&str; 8] = ["unit", "suite", "apt", "floor", "room", "bureau", "local", "unite"];

/// A name as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    words: Vec<String>,
    /// Its first letters, with the small words and without.
    initials: Vec<String>,
}

fn words_of(text: &str) -> Vec<String> {
    let plain = fold(text).replace(['\'', '’', '.'], " ");
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| {
            SPELLED.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long).to_owned()
        })
        .collect()
}

impl Name {
    fn of(text: &str) -> Option<Self> {
        let plain = fold(text);
        let all: Vec<&str> =
            plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let letters =
            |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
        let telling: Vec<&str> = all.iter().copied().filter(|word| !IDLE.contains(word)).collect();
        let initials = [letters(&all), letters(&telling)].into_iter().filter(|one| one.len() > 2).collect();
        let mut words: Vec<String> =
            words_of(text).into_iter().filter(|word| !IDLE.contains(&word.as_str())).collect();
        if words.is_empty() {
            words = words_of(text);
        }
        (!words.is_empty()).then_some(Self { words, initials })
    }

    pub(super) fn is_acronym_of(&self, other: &Self) -> bool {
        matches!(self.words.as_slice(), [one] if other.words.len() > 1 && other.initials.contains(one))
    }

    /// How much of the two is shared, in hundredths: words count by their letters, and one slip is forgiven in a long one.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let mut left: Vec<&String> = other.words.iter().collect();
        let (mut shared, mut all) = (0, 0);
        for word in &self.words {
            all += word.chars().count();
            if let Some(place) = left.iter().position(|one| is_near(word, one)) {
                shared += word.chars().count() + left.swap_remove(place).chars().count();
            }
        }
        all += other.words.iter().map(|word| word.chars().count()).sum::<usize>();
        (shared * 100).checked_div(all).unwrap_or_default()
    }
}

/// Whether two words are one, or a slip apart: a letter left out, put in, in another's place, or two that changed places.
fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // A letter has four bytes at most: most pairs are told apart by this, before a letter is counted.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (a, b) = (one.chars().count(), other.chars().count());
    if a.min(b) < 4 || a.abs_diff(b) > 1 {
        return false;
    }
    let front: usize =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (a, b) = (one.get(front..).unwrap_or_default(), other.get(front..).unwrap_or_default());
    let (first, second) = (behind(a), behind(b));
    let is_swapped = match (a.chars().next(), b.chars().next(), first.chars().next(), second.chars().next()) {
        (Some(x), Some(v), Some(y), Some(w)) => x == w && y == v && behind(first) == behind(second),
        _ => false,
    };
    is_swapped || first == second || first == b || second == a
}

/// A text without its first letter.
fn behind(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

/// A record as it is compared: folded once.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    pub(super) names: Vec<Name>,
    pub(super) who: Vec<Name>,
    pub(super) phones: BTreeSet<String>,
    pub(super) streets: BTreeSet<String>,
    pub(super) postal: BTreeSet<String>,
    pub(super) web: String,
    pub(super) mail: String,
}

fn digits(phone: &str) -> Option<String> {
    let all: String = phone.chars().filter(char::is_ascii_digit).collect();
    all.get(all.len().checked_sub(10)?..).map(str::to_owned)
}

/// A street as it is compared: its number and the word that names it. Units before it are left out.
fn street_key(street: &str) -> Option<String> {
    let words = words_of(street);
    let mut rest: &[String] = &words;
    // “Unit 4, 12 King Street”, “#4 - 12 King Street”, “12 King Street”: the last number before the first word that is none.
    let mut number = None;
    while let Some((first, after)) = rest.split_first() {
        if UNITS.contains(&first.as_str()) {
            rest = after;
        } else if first.starts_with(|c: char| c.is_ascii_digit()) {
            (number, rest) = (Some(first), after);
        } else {
            break;
        }
    }
    number.zip(rest.first()).map(|(number, name)| format!("{number} {name}"))
}

/// A page as it is compared: its host, and its path where that says more.
fn web_key(web: &str) -> String {
    let plain = web.trim().to_lowercase();
    let plain = plain.split_once("://").map_or(plain.as_str(), |(_, rest)| rest);
    plain.strip_prefix("www.").unwrap_or(plain).trim_end_matches('/').to_owned()
}

impl Folded {
    /// A record, folded.
    pub fn of(listing: &Listing) -> Self {
        let names = |all: &[String]| all.iter().filter_map(|one| Name::of(one)).collect();
        Self {
            names: names(&listing.names),
            who: names(&listing.who),
            phones: listing.phones.iter().filter_map(|one| digits(one)).collect(),
            streets: listing.places.iter().filter_map(|(street, _)| street_key(street)).collect(),
            postal: listing
                .places
                .iter()
                .map(|(_, postal)| {
                    postal.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect()
                })
                .filter(|postal: &String| postal.len() == 6)
                .collect(),
            web: web_key(&listing.web),
            mail: listing.mail.trim().to_lowercase(),
        }
    }

    /// Under what it is looked up: whatever a twin would share with it.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        keys.extend(self.phones.iter().map(|one| format!("p{one}")));
        keys.extend(self.streets.iter().map(|one| format!("s{one}")));
        keys.extend(self.postal.iter().map(|one| format!("c{one}")));
        if !self.mail.is_empty() {
            keys.insert(format!("m{}", self.mail));
        }
        if !self.web.is_empty() {
            keys.insert(format!("w{}", self.web));
        }
        for name in &self.names {
            let mut words = name.words.clone();
            words.sort_unstable();
            keys.insert(format!("n{}", words.join(" ")));
            keys.extend(words.windows(2).map(|pair| format!("n{}", pair.join(" "))));
            keys.extend(name.words.iter().filter(|word| word.len() > 3).map(|word| format!("t{word}")));
            keys.extend(name.initials.iter().map(|one| format!("n{one}")));
        }
        keys
    }
}
