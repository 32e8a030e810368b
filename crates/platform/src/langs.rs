//! The languages of the first release.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A language that Kith speaks, by its BCP 47 code. Order: the order in which a list of languages shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
    /// Ukrainian.
    Uk,
    /// Spanish.
    Es,
    /// Punjabi, in Gurmukhi script.
    Pa,
    /// Chinese, simplified.
    ZhHans,
    /// Filipino (Tagalog).
    Fil,
    /// Persian: Farsi and Dari.
    Fa,
    /// Tigrinya.
    Ti,
    /// Somali.
    So,
    /// Urdu.
    Ur,
    /// Hindi.
    Hi,
    /// Portuguese.
    Pt,
    /// Vietnamese.
    Vi,
}

/// Not a language of this release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known language code")]
pub struct UnknownLang;

impl Lang {
    /// All languages, in the order of lists.
    pub const ALL: [Self; 15] = [
        Self::En,
        Self::Fr,
        Self::Ar,
        Self::Uk,
        Self::Es,
        Self::Pa,
        Self::ZhHans,
        Self::Fil,
        Self::Fa,
        Self::Ti,
        Self::So,
        Self::Ur,
        Self::Hi,
        Self::Pt,
        Self::Vi,
    ];

    /// The two official languages: complete and equal.
    pub const OFFICIAL: [Self; 2] = [Self::En, Self::Fr];

    /// The code in addresses and files: `"zh-Hans"`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::Uk => "uk",
            Self::Es => "es",
            Self::Pa => "pa",
            Self::ZhHans => "zh-Hans",
            Self::Fil => "fil",
            Self::Fa => "fa",
            Self::Ti => "ti",
            Self::So => "so",
            Self::Ur => "ur",
            Self::Hi => "hi",
            Self::Pt => "pt",
            Self::Vi => "vi",
        }
    }

    /// The locale for dates, numbers and sorting: Canadian where that differs.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::En => "en-CA",
            Self::Fr => "fr-CA",
            other => other.code(),
        }
    }

    /// The language's own name in its own script: what a language list shows.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ar => "العربية",
            Self::Uk => "Українська",
            Self::Es => "Español",
            Self::Pa => "ਪੰਜਾਬੀ",
            Self::ZhHans => "简体中文",
            Self::Fil => "Filipino",
            Self::Fa => "فارسی",
            Self::Ti => "ትግርኛ",
            Self::So => "Soomaali",
            Self::Ur => "اردو",
            Self::Hi => "हिन्दी",
            Self::Pt => "Português",
            Self::Vi => "Tiếng Việt",
        }
    }

    /// The direction of its script: `"rtl"` or `"ltr"`.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar | Self::Fa | Self::Ur => "rtl",
            _ => "ltr",
        }
    }

    /// Whether the words of the program in it were made by a machine and read by nobody who speaks it.
    pub const fn is_by_machine(self) -> bool {
        !matches!(self, Self::En | Self::Fr | Self::Ar)
    }

    /// The other official language: where the switch at the top of a page leads.
    pub const fn other_official(self) -> Self {
        match self {
            Self::Fr => Self::En,
            _ => Self::Fr,
        }
    }

    /// The first language of an `Accept-Language` header (RFC 9110 12.5.4) that Kith speaks; English otherwise.
    pub fn negotiate(header: &str) -> Self {
        Self::negotiate_among(header, &Self::ALL)
    }

    /// The first language of an `Accept-Language` header that is among `offered`; otherwise the first of those, or English.
    pub fn negotiate_among(header: &str, offered: &[Self]) -> Self {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let (tag, q) = part.split_once(';').unwrap_or((part, "q=1"));
                let weight = q.trim().strip_prefix("q=")?.parse().ok()?;
                Some((weight, Self::from_tag(tag.trim())?))
            })
            .filter(|(weight, lang)| *weight > 0.0 && offered.contains(lang))
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, lang)| *lang).or_else(|| offered.first().copied()).unwrap_or(Self::En)
    }

    /// The language of a tag with region or script: `fr-CA`, `zh-CN`, `tl`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        match primary.as_str() {
            "zh" => Some(Self::ZhHans),
            "tl" => Some(Self::Fil),
            "prs" => Some(Self::Fa),
            other => other.parse().ok(),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(UnknownLang)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.code().to_owned()
    }
}

impl TryFrom<String> for Lang {
    type Error = UnknownLang;
    fn try_from(code: String) -> Result<Self, UnknownLang> {
        code.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for lang in Lang::ALL {
            assert_eq!(lang.code().parse::<Lang>(), Ok(lang));
        }
    }

    #[test]
    fn the_reader_gets_the_language_she_prefers() {
        assert_eq!(Lang::negotiate("de, ar;q=0.8, en;q=0.2"), Lang::Ar);
        assert_eq!(Lang::negotiate("fr-CA,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::negotiate("en;q=0, uk"), Lang::Uk);
        assert_eq!(Lang::negotiate(""), Lang::En);
        let offered = [Lang::Fr, Lang::Ar];
        assert_eq!(Lang::negotiate_among("es, ar;q=0.5", &offered), Lang::Ar, "the best that there is");
        assert_eq!(Lang::negotiate_among("es", &offered), Lang::Fr, "else the first");
    }
}
