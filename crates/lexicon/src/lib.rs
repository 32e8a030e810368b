//! The needs that people bring, and the words that they say for them in each language: the files of the folder `lexicon`, compiled in.
//!
//! ```
//! # fn main() -> Result<(), lexicon::Fault> {
//! let lexicon = lexicon::Lexicon::load()?;
//! let readings = lexicon.phrases().read_in("بدي طبيب", "ar");
//! assert_eq!(lexicon.name(&readings[0].topic, "en"), Some("See a doctor or nurse"));
//! # Ok(()) }
//! ```
#![warn(missing_docs)]

mod read;

pub use read::{Fault, Group, Language, Need, Needs, Words};

use std::collections::BTreeMap;

const NEEDS: &str = include_str!("../../../lexicon/needs.toml");

/// Each language's code and file: all that the folder has.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// All of it. Of what people say, the phrases alone are held; [`files`] reads each language whole.
#[derive(Clone, Debug)]
pub struct Lexicon {
    needs: Needs,
    tongues: Vec<Tongue>,
    phrases: seek::Lexicon,
}

/// What stands on a page of the words of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// Its code.
    pub code: String,
    /// Whether a person who speaks it has read the whole file.
    pub reviewed: bool,
    /// Who wrote it.
    pub written: String,
    /// How many phrases it has.
    pub phrases: usize,
    names: BTreeMap<String, String>,
    said: BTreeMap<String, String>,
    group_names: BTreeMap<String, String>,
}

/// Each language whole, one after the other.
pub fn files(needs: &Needs) -> impl Iterator<Item = Result<Language, Fault>> {
    FILES.iter().map(move |(code, text)| Language::read(code, text, needs))
}

/// One language whole; none where there is no file of that code.
pub fn file(needs: &Needs, code: &str) -> Option<Result<Language, Fault>> {
    let (code, text) = FILES.iter().find(|(known, _)| *known == code)?;
    Some(Language::read(code, text, needs))
}

impl From<Language> for Tongue {
    fn from(of: Language) -> Self {
        Self {
            phrases: of.needs.values().map(|words| words.phrases().count()).sum(),
            said: of.needs.iter().map(|(need, words)| (need.clone(), words.words.join(", "))).collect(),
            names: of.needs.into_iter().map(|(need, words)| (need, words.name)).collect(),
            code: of.code,
            reviewed: of.reviewed,
            written: of.written,
            group_names: of.groups,
        }
    }
}

impl Lexicon {
    /// Reads the files that are compiled in; a test reads them too, so that nobody gets a program in which this fails.
    pub fn load() -> Result<Self, Fault> {
        let needs = Needs::read(NEEDS)?;
        let mut tongues = Vec::new();
        // A language at a time, so that what is read and let go of takes its place in memory once.
        let mut builder = seek::Builder::default();
        for language in files(&needs) {
            let language = language?;
            language.stop.iter().for_each(|word| builder.stop(&language.code, word));
            for (need, words) in &language.needs {
                words.phrases().for_each(|phrase| builder.add(&language.code, phrase, need));
            }
            tongues.push(Tongue::from(language));
        }
        Ok(Self { needs, tongues, phrases: builder.build() })
    }

    /// The needs and their groups, in the order of the door.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }

    /// The languages, and of each whether somebody who speaks it has read it.
    pub fn tongues(&self) -> &[Tongue] {
        &self.tongues
    }

    /// What people say, in all languages at once, and the needs that it stands for.
    pub fn phrases(&self) -> &seek::Lexicon {
        &self.phrases
    }

    /// How a need is called in a language.
    pub fn name(&self, need: &str, language: &str) -> Option<&str> {
        self.tongue(language)?.names.get(need).map(String::as_str)
    }

    /// What else people say for a need in a language, with commas between.
    pub fn said(&self, need: &str, language: &str) -> Option<&str> {
        self.tongue(language)?.said.get(need).map(String::as_str)
    }

    /// How a group of needs is called in a language.
    pub fn group_name(&self, group: &str, language: &str) -> Option<&str> {
        self.tongue(language)?.group_names.get(group).map(String::as_str)
    }

    /// The names of a need in all languages: what to index with whatever answers it.
    pub fn names<'a>(&'a self, need: &'a str) -> impl Iterator<Item = &'a str> {
        self.tongues.iter().filter_map(move |tongue| tongue.names.get(need).map(String::as_str))
    }

    fn tongue(&self, language: &str) -> Option<&Tongue> {
        self.tongues.iter().find(|known| known.code == language)
    }
}

#[cfg(test)]
mod tests;
