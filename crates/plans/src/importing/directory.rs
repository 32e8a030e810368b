//! Who is meant by the words in a cell: councils, organizations and people by their names, those of nearly that name to be asked about,
//! and everybody else in the words that stand there.

use crate::store::parties::Who;
use partners::PersonId;
use platform::text::fold;
use sheets::matches::{Index, Record};
use std::{collections::HashMap, sync::Arc};

/// So many are named of whom words may mean one.
pub(super) const NEAR: usize = 3;

/// Names of councils, organizations and people, folded. A name that two have means neither.
#[derive(Debug, Clone, Default)]
pub(super) struct Directory {
    names: HashMap<String, Option<Meant>>,
    /// Councils and organizations with all their names, as they were added.
    known: Vec<(Who, Vec<String>)>,
    near: Arc<Index>,
    /// Where among them words stand in a name.
    by_word: HashMap<String, Vec<usize>>,
}

/// Somebody in a cell: who is kept under that name, or the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    Known(Who),
    /// A person, with the name that the record has.
    Person(PersonId, String),
    /// Words that are nearly the names of some, the likest first.
    Near(String, Vec<(Who, String)>),
    Words(String),
}

fn folded(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name that tell it from others, folded.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_owned)
        .collect()
}

fn bare(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words and what stands in brackets behind them: `City of Hamilton (J. Smith)`.
fn bracketed(words: &str) -> Option<(&str, &str)> {
    let (before, rest) = words.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let (before, inside) = (before.trim(), rest.trim());
    (!before.is_empty() && !inside.is_empty()).then_some((before, inside))
}

/// Words without what stands in brackets behind them.
fn before_brackets(words: &str) -> &str {
    bracketed(words).map_or(words, |(before, _)| before)
}

/// Whether words in brackets are the short form of the name before them: `Hamilton Public Library (HPL)`.
fn is_short_form(name: &str, inside: &str) -> bool {
    let begins = |word: &str| word.chars().next().filter(|first| first.is_uppercase());
    let initials: String = name.split([' ', '-', '’', '\'']).filter_map(begins).collect();
    let bare: String = inside.chars().filter(|c| *c != '.').collect();
    !bare.contains(char::is_whitespace) && !bare.is_empty() && initials.contains(&bare)
}

impl Directory {
    /// With one more council or organization, by all its names.
    pub fn add(&mut self, names: Vec<String>, who: &Who) {
        for name in &names {
            self.insert(name, &Meant::Known(who.clone()));
        }
        self.known.push((who.clone(), names));
    }

    /// With one person more.
    pub fn add_person(&mut self, name: &str, id: PersonId) {
        self.insert(name, &Meant::Person(id, name.to_owned()));
    }

    /// Ready to find those of nearly a name.
    pub fn indexed(mut self) -> Self {
        let record = |(at, (_, names)): (usize, &(Who, Vec<String>))| {
            let mut names = names.iter().cloned();
            let name = names.next().unwrap_or_default();
            Record { key: at.to_string(), name, others: names.collect(), ..Record::default() }
        };
        let records: Vec<Record> = self.known.iter().enumerate().map(record).collect();
        self.near = Arc::new(Index::new(&records));
        for (at, (_, names)) in self.known.iter().enumerate() {
            for word in names.iter().flat_map(|name| words_of(name)) {
                let places = self.by_word.entry(word).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        self
    }

    fn insert(&mut self, name: &str, meant: &Meant) {
        let entry = self.names.entry(folded(name)).or_insert_with(|| Some(meant.clone()));
        if entry.as_ref() != Some(meant) {
            *entry = None;
        }
    }

    fn find(&self, words: &str) -> Option<Meant> {
        self.names.get(&folded(words)).cloned().flatten()
    }

    /// Where those stand whose names have all these words, when they are few: “YMCA” for “YMCA of Hamilton”.
    fn with_words(&self, words: &str) -> Vec<usize> {
        let all = |word: &String| self.by_word.get(word).cloned().unwrap_or_default();
        let found = words_of(words).iter().map(all).reduce(|mut some, next| {
            some.retain(|at| next.contains(at));
            some
        });
        found.filter(|found| found.len() <= NEAR).unwrap_or_default()
    }

    /// Those of nearly this name, the likest first.
    fn near(&self, words: &str) -> Option<Meant> {
        let asked = Record { key: "?".into(), name: bare(words), ..Record::default() };
        let mut places: Vec<usize> =
            self.near.find(&asked).iter().filter_map(|one| one.key.parse().ok()).take(NEAR).collect();
        if places.is_empty() {
            places = self.with_words(words);
        }
        let known = places.into_iter().filter_map(|at| self.known.get(at));
        let all: Vec<(Who, String)> =
            known.map(|(who, names)| (who.clone(), names.first().cloned().unwrap_or_default())).collect();
        (!all.is_empty()).then(|| Meant::Near(bare(words), all))
    }

    /// Everybody in a cell. Names stand apart by semicolons, line breaks and dots before them; by commas where one of them is known or all
    /// of them nearly, since names hold commas themselves.
    pub fn read(&self, cell: &str) -> Vec<Meant> {
        if let Some(one) = self.find(cell) {
            return vec![one];
        }
        let mut all: Vec<Meant> = Vec::new();
        for part in cell.split([';', '\n', '\r', '\t', '•', '|', '·']) {
            let part = part.trim().trim_start_matches(['-', '–', '*']).trim();
            if part.is_empty() {
                continue;
            }
            for one in self.parts(part) {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        all
    }

    fn parts(&self, part: &str) -> Vec<Meant> {
        if let Some(one) = self.find(part) {
            return vec![one];
        }
        let pieces: Vec<&str> =
            apart(part).into_iter().map(str::trim).filter(|one| !one.is_empty()).collect();
        let known = pieces.iter().filter(|one| self.find(before_brackets(one)).is_some()).count();
        let all_near = || pieces.iter().all(|one| self.near(before_brackets(one)).is_some());
        if pieces.len() > 1 && (known > 0 || all_near()) {
            return pieces.into_iter().flat_map(|one| self.one(one)).collect();
        }
        self.one(part)
    }

    /// Who is meant by one name; words in brackets behind it are somebody too, unless they are its short form.
    fn one(&self, words: &str) -> Vec<Meant> {
        if let Some(one) = self.find(words) {
            return vec![one];
        }
        if let Some((before, inside)) = bracketed(words)
            && let Some(one) = self.find(before).or_else(|| self.near(before))
        {
            let more = if is_short_form(before, inside) {
                None
            } else {
                Some(self.find(inside).unwrap_or_else(|| Meant::Words(bare(inside))))
            };
            return std::iter::once(one).chain(more).collect();
        }
        vec![self.near(words).unwrap_or_else(|| Meant::Words(bare(words)))]
    }
}

/// The pieces of words between commas and strokes, but for those within brackets.
fn apart(words: &str) -> Vec<&str> {
    let (mut all, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, sign) in words.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | '/' if depth == 0 => {
                all.extend(words.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    all.extend(words.get(from..));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use councils::CouncilId;
    use uuid::Uuid;

    fn council(n: u128) -> Who {
        Who::Council(CouncilId(Uuid::from_u128(n)))
    }

    #[test]
    fn names_are_found_with_their_commas_and_the_rest_stays_in_words() {
        let mut all = Directory::default();
        for (name, n) in [
            ("Immigration, Refugees and Citizenship", 1),
            ("Library", 2),
            ("Settlement", 3),
            ("Twin", 4),
            ("twin", 5),
        ] {
            all.add(vec![name.to_owned()], &council(n));
        }
        let ana = PersonId(Uuid::from_u128(6));
        all.add_person("Ana Sousa", ana);
        let known = |n| Meant::Known(council(n));
        let words = |words: &str| Meant::Words(words.to_owned());
        for (cell, expected) in [
            ("immigration,  refugees and citizenship", vec![known(1)]),
            ("Library; LIBRARY\n• Settlement", vec![known(2), known(3)]),
            ("Library, Settlement", vec![known(2), known(3)]),
            ("Library, school boards", vec![known(2), words("school boards")]),
            ("Schools, boards", vec![words("Schools, boards")]),
            ("School boards; Library", vec![words("School boards"), known(2)]),
            ("Twin", vec![words("Twin")]),
            ("ana sousa / Library", vec![Meant::Person(ana, "Ana Sousa".to_owned()), known(2)]),
            (" ; ", vec![]),
        ] {
            assert_eq!(all.read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn names_that_are_nearly_known_come_with_those_whom_they_may_mean() {
        let mut all = Directory::default();
        for (names, n) in [
            (vec!["Hamilton Public Library", "Bibliothèque publique de Hamilton"], 1),
            (vec!["City of Hamilton", "Ville de Hamilton"], 2),
            (vec!["YMCA of Hamilton"], 3),
            (vec!["Wesley Urban Ministries"], 4),
        ] {
            all.add(names.into_iter().map(str::to_owned).collect(), &council(n));
        }
        let all = all.indexed();
        let near = |meant: &Meant| match meant {
            Meant::Near(words, some) => (words.clone(), some[0].0.clone()),
            other => panic!("{other:?}"),
        };
        let words = |words: &str| Meant::Words(words.to_owned());
        let misspelt = all.read("Hamilton Public Libary");
        assert_eq!(near(&misspelt[0]), ("Hamilton Public Libary".to_owned(), council(1)));
        assert_eq!(all.read("City of Hamilton (J. Smith)"), [Meant::Known(council(2)), words("J. Smith")]);
        assert_eq!(all.read("Hamilton Public Library (HPL)"), [Meant::Known(council(1))]);
        assert_eq!(
            all.read("Ville de Hamilton; bibliothèque publique de hamilton"),
            [2, 1].map(|n| Meant::Known(council(n)))
        );
        let list = all.read("YMCA, Wesley");
        assert_eq!(list.iter().map(|one| near(one).1).collect::<Vec<_>>(), [council(3), council(4)]);
        assert_eq!(all.read("City of Hamilton, Ana (X, Y)"), [Meant::Known(council(2)), words("Ana (X, Y)")]);
        assert_eq!(all.read("Zoe Quill"), [words("Zoe Quill")]);
    }
}
