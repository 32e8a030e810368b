//! Who is meant by the words in a cell: councils, organizations and people by their names, and everybody else in the words that stand
//! there.

use crate::store::parties::Who;
use partners::PersonId;
use platform::text::fold;
use std::collections::HashMap;

/// Names of councils, organizations and people, folded. A name that two have means neither.
#[derive(Debug, Clone, Default)]
pub(super) struct Directory {
    names: HashMap<String, Option<Meant>>,
}

/// Somebody in a cell: who is kept under that name, or the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    Known(Who),
    /// A person, with the name that the record has.
    Person(PersonId, String),
    Words(String),
}

fn folded(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Directory {
    /// With one more name.
    pub fn add(&mut self, name: &str, who: &Who) {
        self.insert(name, &Meant::Known(who.clone()));
    }

    /// With one person more.
    pub fn add_person(&mut self, name: &str, id: PersonId) {
        self.insert(name, &Meant::Person(id, name.to_owned()));
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

    /// Everybody in a cell. Names stand apart by semicolons, line breaks and dots before them; by commas only where all of them are known,
    /// since names hold commas themselves.
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
        let pieces: Option<Vec<Meant>> = part.split([',', '/']).map(|piece| self.find(piece)).collect();
        match pieces {
            Some(known) => known,
            None => vec![Meant::Words(part.split_whitespace().collect::<Vec<_>>().join(" "))],
        }
    }
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
            ("Bibliothèque", 2),
            ("Settlement", 3),
            ("Twin", 4),
            ("twin", 5),
        ] {
            all.add(name, &council(n));
        }
        let ana = PersonId(Uuid::from_u128(6));
        all.add_person("Ana Sousa", ana);
        let known = |n| Meant::Known(council(n));
        let words = |words: &str| Meant::Words(words.to_owned());
        for (cell, expected) in [
            ("immigration,  refugees and citizenship", vec![known(1)]),
            ("Library; BIBLIOTHEQUE\n• Settlement", vec![known(2), known(3)]),
            ("Library, Settlement", vec![known(2), known(3)]),
            ("Library, school boards", vec![words("Library, school boards")]),
            ("School boards; Library", vec![words("School boards"), known(2)]),
            ("Twin", vec![words("Twin")]),
            ("ana sousa / Library", vec![Meant::Person(ana, "Ana Sousa".to_owned()), known(2)]),
            (" ; ", vec![]),
        ] {
            assert_eq!(all.read(cell), expected, "{cell}");
        }
    }
}
