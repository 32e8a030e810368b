//! The needs that people bring, and the words that they say for them in each language: the files of the folder `lexicon`, compiled in.
//!
//! ```
//! # fn main() -> Result<(), lexicon::Fault> {
//! let lexicon = lexicon::Lexicon::load()?;
//! let readings = lexicon.phrases().read("طبيب");
//! assert_eq!(lexicon.name(&readings[0].topic, "en"), Some("See a doctor or nurse"));
//! # Ok(()) }
//! ```
#![warn(missing_docs)]

mod read;

pub use read::{Fault, Group, Language, Need, Needs, Words};

const NEEDS: &str = include_str!("../../../lexicon/needs.toml");

/// Each language's code and file: all that the folder has.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// All of it.
#[derive(Clone, Debug)]
pub struct Lexicon {
    needs: Needs,
    languages: Vec<Language>,
    phrases: seek::Lexicon,
}

impl Lexicon {
    /// Reads the files that are compiled in; a test reads them too, so that nobody gets a program in which this fails.
    pub fn load() -> Result<Self, Fault> {
        let needs = Needs::read(NEEDS)?;
        let read = |(code, text): &(&str, &str)| Language::read(code, text, &needs);
        let languages: Vec<Language> = FILES.iter().map(read).collect::<Result<_, _>>()?;
        let phrases = languages.iter().flat_map(|language| {
            language.needs.iter().flat_map(|(need, words)| words.phrases().map(move |phrase| (phrase, need)))
        });
        let phrases = seek::Lexicon::new(phrases);
        Ok(Self { needs, languages, phrases })
    }

    /// The needs and their groups, in the order of the door.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }

    /// The languages, and of each whether somebody who speaks it has read it.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// What people say, in all languages at once, and the needs that it stands for.
    pub fn phrases(&self) -> &seek::Lexicon {
        &self.phrases
    }

    /// How a need is called in a language.
    pub fn name(&self, need: &str, language: &str) -> Option<&str> {
        self.words(language)?.needs.get(need).map(|words| words.name.as_str())
    }

    /// How a group of needs is called in a language.
    pub fn group_name(&self, group: &str, language: &str) -> Option<&str> {
        self.words(language)?.groups.get(group).map(String::as_str)
    }

    /// The names of a need in all languages: what to index with whatever answers it.
    pub fn names<'a>(&'a self, need: &'a str) -> impl Iterator<Item = &'a str> {
        self.languages
            .iter()
            .filter_map(move |language| language.needs.get(need).map(|words| words.name.as_str()))
    }

    fn words(&self, language: &str) -> Option<&Language> {
        self.languages.iter().find(|known| known.code == language)
    }
}

#[cfg(test)]
mod tests;
