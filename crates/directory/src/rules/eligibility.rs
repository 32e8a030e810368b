//! Who may use a service, as far as that can be told: "yes" where it is open to everyone, else never more than "likely".
//!
//! What a funder lets its money be used for stands as data (`crate::funders`), with the day it was read and where. A provider sets rules of its
//! own on top, so an answer that rests on a funder's rule says "likely", and a "likely no" is always shown beside what is open.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// As whom somebody is in Canada, in the words of the services. Asked only of those who offer it, and kept nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Permanent resident, economic class, or the family on the same application.
    EconomicResident,
    /// Permanent resident through family.
    FamilyResident,
    /// Permanent resident, resettled or after a claim.
    RefugeeResident,
    /// Protected person who is not a permanent resident yet.
    Protected,
    /// Refugee claimant.
    Claimant,
    /// Temporary foreign worker.
    Worker,
    /// International student.
    Student,
    /// Here under the emergency measures for people from Ukraine.
    Ukraine,
    /// Visitor.
    Visitor,
    /// Citizen who was born abroad.
    CitizenBornAbroad,
    /// Born in Canada.
    BornInCanada,
    /// Without status.
    NoStatus,
}

impl Class {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 12] = [
        Self::EconomicResident,
        Self::FamilyResident,
        Self::RefugeeResident,
        Self::Protected,
        Self::Claimant,
        Self::Worker,
        Self::Student,
        Self::Ukraine,
        Self::Visitor,
        Self::CitizenBornAbroad,
        Self::BornInCanada,
        Self::NoStatus,
    ];

    /// The code in forms and word keys (`class-claimant`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::EconomicResident => "economic-resident",
            Self::FamilyResident => "family-resident",
            Self::RefugeeResident => "refugee-resident",
            Self::Protected => "protected",
            Self::Claimant => "claimant",
            Self::Worker => "worker",
            Self::Student => "student",
            Self::Ukraine => "ukraine",
            Self::Visitor => "visitor",
            Self::CitizenBornAbroad => "citizen-born-abroad",
            Self::BornInCanada => "born-in-canada",
            Self::NoStatus => "no-status",
        }
    }

    /// The class of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What is said about a service to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It is open to everyone.
    Yes,
    /// By all that is known, yes.
    Likely,
    /// That cannot be told from here: ask.
    Ask,
    /// By all that is known, no; what is open instead is shown beside it.
    LikelyNot,
}

impl Answer {
    /// The code in word keys (`may-use-likely`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Likely => "likely",
            Self::Ask => "ask",
            Self::LikelyNot => "likely-not",
        }
    }
}

/// Whom a service is for, as its provider says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "for")]
pub enum Openness {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Everyone.
    Everyone,
    /// Those whom a funder's rule lets in.
    Funder {
        /// The code of the funder's rule.
        funder: String,
    },
    /// These, and nobody else.
    Only {
        /// Which.
        classes: Vec<Class>,
    },
}

/// What somebody says of herself. Everything may be left unsaid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Situation {
    /// As whom she is here.
    pub class: Option<Class>,
    /// The day of permanent residence.
    pub resident_since: Option<Date>,
}

/// What a funder's money may be used for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunderRule {
    /// Its code.
    pub funder: String,
    /// From when it holds.
    pub from: Date,
    /// Where it stands.
    pub link: String,
    /// The day that a person read it there last; none where nobody has said so.
    #[serde(default)]
    pub checked_on: Option<Date>,
    /// Who is in without a limit.
    pub open: Vec<Class>,
    /// Who is in for some years.
    #[serde(default)]
    pub limited: Vec<Class>,
    /// Who may be in: some of them, or for parts of what is offered.
    #[serde(default)]
    pub ask: Vec<Class>,
    /// How long those are in who are in for some years.
    #[serde(default)]
    pub window: Vec<Window>,
}

/// How long, for those whose permanent residence began on certain days.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Residence that began on this day or before it.
    pub began_by: Option<Date>,
    /// Ends before this day.
    pub ends_before: Option<Date>,
    /// Ends so many years after it began, at the end of the month.
    pub years: Option<i32>,
}

/// The first day on which somebody is out whose permanent residence began on `since`; none where no window speaks of it.
pub fn ends_before(rule: &FunderRule, since: Date) -> Option<Date> {
    let window = rule.window.iter().find(|one| one.began_by.is_none_or(|by| since <= by))?;
    match (window.ends_before, window.years) {
        (Some(day), _) => Some(day),
        (None, Some(years)) => {
            let anniversary = since.checked_add(years.years()).ok()?;
            anniversary.last_of_month().tomorrow().ok()
        }
        (None, None) => None,
    }
}

/// The days of permanent residence from which another of its windows speaks. Within a window the answer turns with months.
pub fn turns(rule: &FunderRule) -> impl Iterator<Item = Date> + '_ {
    rule.window.iter().filter_map(|one| one.began_by?.tomorrow().ok())
}

fn by_rule(rule: &FunderRule, of: Situation, today: Date) -> Answer {
    let Some(class) = of.class else { return Answer::Ask };
    if today < rule.from {
        return Answer::Ask;
    }
    if rule.open.contains(&class) {
        Answer::Likely
    } else if rule.limited.contains(&class) {
        match of.resident_since.map(|since| ends_before(rule, since)) {
            Some(Some(end)) if today < end => Answer::Likely,
            Some(Some(_)) => Answer::LikelyNot,
            _ => Answer::Ask,
        }
    } else if rule.ask.contains(&class) {
        Answer::Ask
    } else {
        Answer::LikelyNot
    }
}

/// Whether somebody may use a service on `today`, as far as these rules of funders tell.
pub fn may_use(openness: &Openness, rules: &[FunderRule], of: Situation, today: Date) -> Answer {
    match openness {
        Openness::Everyone => Answer::Yes,
        Openness::Unknown => Answer::Ask,
        Openness::Only { classes } => match of.class {
            None => Answer::Ask,
            Some(class) if classes.contains(&class) => Answer::Likely,
            Some(_) => Answer::LikelyNot,
        },
        Openness::Funder { funder } => {
            let rule = rules.iter().find(|rule| rule.funder == *funder);
            rule.map_or(Answer::Ask, |rule| by_rule(rule, of, today))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::funders::funders;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn ircc() -> Openness {
        Openness::Funder { funder: "ircc".into() }
    }

    fn economic(since: Date, on: Date) -> Answer {
        may_use(
            &ircc(),
            funders(),
            Situation { class: Some(Class::EconomicResident), resident_since: Some(since) },
            on,
        )
    }

    #[test]
    fn the_window_of_economic_residents_ends_with_the_month() {
        let (yes, no) = (Answer::Likely, Answer::LikelyNot);
        for (since, on, expected) in [
            (date(2020, 4, 1), date(2026, 3, 31), yes),
            (date(2020, 4, 1), date(2026, 4, 1), no),
            (date(2019, 1, 15), date(2026, 4, 1), no),
            (date(2020, 4, 2), date(2026, 4, 30), yes),
            (date(2020, 4, 2), date(2026, 5, 1), no),
            (date(2021, 6, 21), date(2027, 6, 30), yes),
            (date(2021, 6, 21), date(2027, 7, 1), no),
            (date(2027, 3, 31), date(2033, 3, 31), yes),
            (date(2027, 3, 31), date(2033, 4, 1), no),
            (date(2027, 5, 4), date(2032, 5, 31), yes),
            (date(2027, 5, 4), date(2032, 6, 1), no),
        ] {
            assert_eq!(economic(since, on), expected, "{since} on {on}");
        }
    }

    #[test]
    fn family_and_refugees_are_in_without_a_limit_and_citizens_are_out() {
        let of = |class| {
            may_use(
                &ircc(),
                funders(),
                Situation { class: Some(class), resident_since: None },
                date(2040, 1, 1),
            )
        };
        assert_eq!(of(Class::FamilyResident), Answer::Likely);
        assert_eq!(of(Class::RefugeeResident), Answer::Likely);
        assert_eq!(of(Class::CitizenBornAbroad), Answer::LikelyNot);
        assert_eq!(of(Class::EconomicResident), Answer::Ask, "the day is not said");
        assert_eq!(may_use(&ircc(), funders(), Situation::default(), date(2026, 1, 1)), Answer::Ask);
    }

    #[test]
    fn a_funder_that_is_not_known_here_is_asked() {
        let other = Openness::Funder { funder: "moon".into() };
        let of = Situation { class: Some(Class::Claimant), resident_since: None };
        assert_eq!(may_use(&other, funders(), of, date(2026, 1, 1)), Answer::Ask);
    }

    fn day() -> impl Strategy<Value = Date> {
        (0_i32..12_000).prop_map(|days| date(2015, 1, 1).checked_add(days.days()).unwrap())
    }

    proptest! {
        #[test]
        fn only_what_is_open_to_everyone_says_yes(class in 0_usize..12, since in day(), on in day()) {
            let of = Situation { class: Class::ALL.get(class).copied(), resident_since: Some(since) };
            prop_assert_eq!(may_use(&Openness::Everyone, funders(), of, on), Answer::Yes);
            for closed in [ircc(), Openness::Unknown, Openness::Only { classes: vec![Class::Student] }] {
                prop_assert_ne!(may_use(&closed, funders(), of, on), Answer::Yes);
            }
        }

        #[test]
        fn who_is_out_stays_out(since in day(), on in day(), later in 0_i32..4_000) {
            let then = on.checked_add(later.days()).unwrap();
            if economic(since, on) == Answer::LikelyNot {
                prop_assert_eq!(economic(since, then), Answer::LikelyNot);
            }
        }

        #[test]
        fn a_limit_ends_with_a_month(since in day()) {
            let rule = funders().iter().find(|one| one.funder == "ircc").unwrap();
            prop_assert_eq!(ends_before(rule, since).unwrap().day(), 1);
        }
    }
}
