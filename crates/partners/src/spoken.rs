//! Languages in which people are served: more than those in which Kith itself speaks.

use platform::{
    db::{Bind, Column, Mismatch, Param, Value},
    langs::Lang,
};
use serde::{Deserialize, Serialize};

/// The codes (BCP 47, primary tags), in the order of lists: first the languages of the first release, then by code.
const CODES: [&str; 101] = [
    "en", "fr", "ar", "uk", "es", "pa", "cmn", "yue", "fil", "fa", "prs", "ti", "so", "ur", "hi", "pt", "vi",
    "aii", "ak", "am", "ase", "az", "bg", "bm", "bn", "bo", "bs", "ceb", "ckb", "cr", "cs", "da", "de", "el",
    "et", "fcs", "ff", "fi", "gu", "ha", "he", "hmn", "hr", "ht", "hu", "hy", "id", "ig", "ilo", "it", "iu",
    "ja", "ka", "kk", "km", "kmr", "kn", "ko", "ksw", "ku", "ln", "lo", "lt", "lv", "mic", "ml", "mn", "moh",
    "mr", "ms", "my", "nan", "ne", "nl", "no", "oj", "om", "pl", "ps", "rhg", "rn", "ro", "ru", "rw", "shn",
    "si", "sk", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tr", "ug", "uz", "wo", "yi", "yo",
];

/// A language in which people are served. Its name in the reader's language has the key `spoken-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Spoken(usize);

impl Spoken {
    /// All languages that can be chosen, in the order of lists.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CODES.len()).map(Self)
    }

    /// The code: `"ksw"`.
    pub fn code(self) -> &'static str {
        CODES.get(self.0).copied().unwrap_or("und")
    }

    /// The language of a code; `tl` is read as `fil` and `zh-Hans` as Mandarin.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = match code {
            "tl" => "fil",
            "zh" | "zh-Hans" | "zh-Hant" => "cmn",
            other => other,
        };
        CODES.iter().position(|known| *known == code).map(Self)
    }

    /// The key of its name.
    pub fn key(self) -> String {
        format!("spoken-{}", self.code())
    }
}

impl From<Lang> for Spoken {
    fn from(lang: Lang) -> Self {
        Self::from_code(lang.code()).unwrap_or(Self(0))
    }
}

impl From<Spoken> for String {
    fn from(language: Spoken) -> Self {
        language.code().to_owned()
    }
}

impl TryFrom<String> for Spoken {
    type Error = &'static str;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or("not a known language")
    }
}

platform::coded!(Spoken);

/// Several languages, the most used first; stored as rows, read as codes with spaces between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Languages(pub Vec<Spoken>);

impl Languages {
    /// These, each once, in this order.
    pub fn of(languages: impl IntoIterator<Item = impl Into<Spoken>>) -> Self {
        let mut once: Vec<Spoken> = Vec::new();
        for language in languages.into_iter().map(Into::into) {
            if !once.contains(&language) {
                once.push(language);
            }
        }
        Self(once)
    }
}

impl Param for Languages {
    fn bind(&self) -> Bind<'_> {
        Bind::Owned(self.0.iter().map(|language| language.code()).collect::<Vec<_>>().join(" "))
    }
}

impl Column for Languages {
    fn column(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Null => Ok(Self::default()),
            Value::Text(codes) => Ok(Self(codes.split(' ').filter_map(Spoken::from_code).collect())),
            other => Err(Mismatch::new("codes of languages", &other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_language_of_the_program_is_one_that_people_are_served_in() {
        for lang in Lang::ALL {
            let own = Spoken::from(lang);
            assert!(lang == Lang::En || own.code() != "en", "{lang}");
        }
    }

    #[test]
    fn every_code_stands_once_and_reads_back() {
        for language in Spoken::all() {
            assert_eq!(Spoken::from_code(language.code()), Some(language));
        }
        assert_eq!(Spoken::from_code("xx"), None);
        assert_eq!(Spoken::from_code("tl"), Spoken::from_code("fil"));
    }

    proptest! {
        #[test]
        fn a_choice_of_languages_keeps_its_order_and_holds_each_once(places in proptest::collection::vec(0_usize..CODES.len(), 0..12)) {
            let chosen = Languages::of(places.iter().map(|place| Spoken(*place)));
            let stored = match chosen.bind() { Bind::Owned(codes) => codes, _ => String::new() };
            prop_assert_eq!(Languages::column(Value::Text(stored)).unwrap(), chosen.clone());
            let mut once = chosen.0.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), chosen.0.len());
        }
    }
}
