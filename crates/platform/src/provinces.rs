//! The provinces and territories of Canada: what public services are called there, and which numbers one calls, differs between them.

use crate::{
    html::{Choice, choice},
    reach::{HelpFor, HelpLine},
    words::Say,
};
use serde::{Deserialize, Serialize};

/// A province or territory, by its code of two letters (ISO 3166-2:CA without the country).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Province {
    /// Newfoundland and Labrador.
    Newfoundland,
    /// Prince Edward Island.
    PrinceEdwardIsland,
    /// Nova Scotia.
    NovaScotia,
    /// New Brunswick.
    NewBrunswick,
    /// Quebec.
    Quebec,
    /// Ontario.
    Ontario,
    /// Manitoba.
    Manitoba,
    /// Saskatchewan.
    Saskatchewan,
    /// Alberta.
    Alberta,
    /// British Columbia.
    BritishColumbia,
    /// Yukon.
    Yukon,
    /// The Northwest Territories.
    Northwest,
    /// Nunavut.
    Nunavut,
}

impl Province {
    /// All of them, from east to west and then the north.
    pub const ALL: [Self; 13] = [
        Self::Newfoundland,
        Self::PrinceEdwardIsland,
        Self::NovaScotia,
        Self::NewBrunswick,
        Self::Quebec,
        Self::Ontario,
        Self::Manitoba,
        Self::Saskatchewan,
        Self::Alberta,
        Self::BritishColumbia,
        Self::Yukon,
        Self::Northwest,
        Self::Nunavut,
    ];

    /// Its code, as addresses write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Newfoundland => "NL",
            Self::PrinceEdwardIsland => "PE",
            Self::NovaScotia => "NS",
            Self::NewBrunswick => "NB",
            Self::Quebec => "QC",
            Self::Ontario => "ON",
            Self::Manitoba => "MB",
            Self::Saskatchewan => "SK",
            Self::Alberta => "AB",
            Self::BritishColumbia => "BC",
            Self::Yukon => "YT",
            Self::Northwest => "NT",
            Self::Nunavut => "NU",
        }
    }

    /// The province of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The province in which most people live who have a time zone; none where it is shared by several. A guess to begin with.
    pub fn usual_in(zone: &str) -> Option<Self> {
        match zone {
            "America/St_Johns" => Some(Self::Newfoundland),
            "America/Toronto" => Some(Self::Ontario),
            "America/Winnipeg" => Some(Self::Manitoba),
            "America/Regina" => Some(Self::Saskatchewan),
            "America/Edmonton" => Some(Self::Alberta),
            "America/Vancouver" => Some(Self::BritishColumbia),
            "America/Whitehorse" => Some(Self::Yukon),
            "America/Iqaluit" => Some(Self::Nunavut),
            _ => None,
        }
    }

    /// The number that one calls there for a nurse's advice: 811 but for where it is another, or not known here.
    pub const fn health_line(self) -> Option<&'static str> {
        match self {
            Self::Manitoba => Some("1-888-315-9257"),
            Self::Northwest | Self::Nunavut => None,
            _ => Some(HelpFor::HealthLine.in_canada()),
        }
    }

    /// The numbers to call with which a partnership there begins.
    pub fn numbers(of: Option<Self>) -> Vec<HelpLine> {
        let known = |line: &mut HelpLine| {
            let own = if line.what == HelpFor::HealthLine { of.map(Self::health_line) } else { None };
            match own {
                None => true,
                Some(Some(number)) => {
                    number.clone_into(&mut line.number);
                    true
                }
                Some(None) => false,
            }
        };
        let mut lines = HelpLine::of_canada();
        lines.retain_mut(known);
        lines
    }

    /// The choices of a form.
    pub fn choices(say: &Say) -> Vec<Choice> {
        let word =
            |of: Self| choice(of.code(), say.t(&format!("province-{}", of.code().to_lowercase()), &[]));
        Self::ALL.into_iter().map(word).collect()
    }
}

/// The numbers after a partnership said that it is in another province: those that were the usual ones of the province before become the usual
/// ones of this, in their place; what somebody wrote herself stays.
pub fn moved(numbers: Vec<HelpLine>, before: Option<Province>, after: Option<Province>) -> Vec<HelpLine> {
    let (old, new) = (Province::numbers(before), Province::numbers(after));
    if before == after {
        return numbers;
    }
    let usual =
        |lines: &[HelpLine], what| lines.iter().find(|one| one.what == what).map(|one| one.number.clone());
    let mut moved = Vec::new();
    for what in HelpFor::KNOWN {
        let kept = usual(&numbers, what);
        let number = if kept == usual(&old, what) { usual(&new, what) } else { kept };
        moved.extend(number.map(|number| HelpLine::known(what, &number)));
    }
    moved.extend(numbers.into_iter().filter(|one| one.what == HelpFor::Own));
    moved
}

impl From<Province> for String {
    fn from(of: Province) -> Self {
        of.code().to_owned()
    }
}

impl TryFrom<String> for Province {
    type Error = &'static str;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or("not a province")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(lines: &[HelpLine], what: HelpFor) -> Option<&str> {
        lines.iter().find(|one| one.what == what).map(|one| one.number.as_str())
    }

    #[test]
    fn every_province_reads_back_and_has_the_numbers_of_canada() {
        for one in Province::ALL {
            assert_eq!(Province::from_code(one.code()), Some(one));
            let lines = Province::numbers(Some(one));
            assert_eq!(number(&lines, HelpFor::Danger), Some("911"));
            assert_eq!(number(&lines, HelpFor::Information), Some("211"));
        }
        assert_eq!(Province::numbers(None), HelpLine::of_canada());
        let line = |one| number(&Province::numbers(Some(one)), HelpFor::HealthLine).map(str::to_owned);
        assert_eq!(line(Province::Ontario).as_deref(), Some("811"));
        assert_eq!(line(Province::Manitoba).as_deref(), Some("1-888-315-9257"));
        assert_eq!(line(Province::Nunavut), None, "what is not known is not told");
    }

    #[test]
    fn usual_numbers_move_with_the_province_and_own_words_stay() {
        let own = HelpLine {
            what: HelpFor::Own,
            number: "905 555-0134".into(),
            ..HelpLine::known(HelpFor::Own, "")
        };
        let mut ontario = Province::numbers(Some(Province::Ontario));
        ontario.push(own.clone());
        let manitoba = moved(ontario.clone(), Some(Province::Ontario), Some(Province::Manitoba));
        assert_eq!(number(&manitoba, HelpFor::HealthLine), Some("1-888-315-9257"));
        assert!(manitoba.contains(&own));
        assert_eq!(moved(manitoba.clone(), Some(Province::Manitoba), Some(Province::Ontario)), ontario);
        let mut written = ontario.clone();
        written
            .iter_mut()
            .filter(|one| one.what == HelpFor::HealthLine)
            .for_each(|one| one.number = "555-0100".into());
        let kept = moved(written, Some(Province::Ontario), Some(Province::Manitoba));
        assert_eq!(number(&kept, HelpFor::HealthLine), Some("555-0100"));
        let taken_out: Vec<_> = ontario.iter().filter(|one| one.what != HelpFor::Crisis).cloned().collect();
        let after = moved(taken_out, Some(Province::Ontario), Some(Province::Alberta));
        assert_eq!(number(&after, HelpFor::Crisis), None, "what somebody took out stays out");
    }
}
