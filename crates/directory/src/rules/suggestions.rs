//! What visitors suggest, why they could not get help, and what is decided about it.

use jiff::civil::Date;
use serde::Serialize;

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuggestionKind {
    /// Something in a record is wrong.
    Correction,
    /// A service that does not stand here.
    Service,
    /// Somebody could not get help.
    Barrier,
}

impl SuggestionKind {
    /// All, in the order of filters.
    pub const ALL: [Self; 3] = [Self::Correction, Self::Service, Self::Barrier];

    /// The code in the database and in word keys (`suggestion-kind-correction`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Service => "service",
            Self::Barrier => "barrier",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(SuggestionKind);

/// How a suggestion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuggestionState {
    /// Nobody has decided.
    Open,
    /// All of it was taken.
    Taken,
    /// Some of it was taken.
    Partly,
    /// None of it was, and why was said.
    Refused,
}

impl SuggestionState {
    /// All, in the order of filters.
    pub const ALL: [Self; 4] = [Self::Open, Self::Taken, Self::Partly, Self::Refused];

    /// The code in the database and in word keys (`suggestion-state-open`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Partly => "partly",
            Self::Refused => "refused",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(SuggestionState);

/// Why somebody could not get help: the barriers that providers record, and those that newcomers name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Barrier {
    /// They said that it is not for me.
    Ineligible,
    /// Nobody spoke my language.
    Language,
    /// No interpreter.
    NoInterpreter,
    /// Nobody looked after my children.
    ChildCare,
    /// I could not get there.
    Transport,
    /// It was closed when I could come.
    Hours,
    /// The wait is too long, or it is full.
    Wait,
    /// It costs too much.
    Cost,
    /// They asked for papers that I do not have.
    Documents,
    /// It was on the net, or on a screen, only.
    Digital,
    /// I did not understand where to go.
    Where,
    /// What I need is not offered there.
    NotOffered,
    /// Steps, or something else that my body does not do.
    Disability,
    /// It does not fit how we live or believe.
    Culture,
    /// I was treated badly for who I am.
    Discrimination,
    /// I was afraid: of authorities, for my status.
    Fear,
    /// I did not want to be seen there.
    Stigma,
}

impl Barrier {
    /// All, in the order of the form: what is said most, first.
    pub const ALL: [Self; 17] = [
        Self::Ineligible,
        Self::Language,
        Self::NoInterpreter,
        Self::Wait,
        Self::Hours,
        Self::Transport,
        Self::ChildCare,
        Self::Cost,
        Self::Documents,
        Self::Digital,
        Self::Where,
        Self::NotOffered,
        Self::Disability,
        Self::Culture,
        Self::Discrimination,
        Self::Fear,
        Self::Stigma,
    ];

    /// The code in the database and in word keys (`barrier-hours`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ineligible => "ineligible",
            Self::Language => "language",
            Self::NoInterpreter => "no-interpreter",
            Self::ChildCare => "child-care",
            Self::Transport => "transport",
            Self::Hours => "hours",
            Self::Wait => "wait",
            Self::Cost => "cost",
            Self::Documents => "documents",
            Self::Digital => "digital",
            Self::Where => "where",
            Self::NotOffered => "not-offered",
            Self::Disability => "disability",
            Self::Culture => "culture",
            Self::Discrimination => "discrimination",
            Self::Fear => "fear",
            Self::Stigma => "stigma",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Barrier);

platform::refusals! {
    /// Why a suggestion is not taken in, or not decided so.
    pub enum SuggestionRefusal {
        /// Nothing was changed and nothing was said.
        NothingSaid = "suggestion-nothing-said",
        /// No reason was ticked.
        NoReason = "suggestion-no-reason",
        /// Too many came in.
        TooOften { minutes: u32 } = "suggestion-too-often",
        /// Nothing of what differs was ticked.
        NothingChosen = "suggestion-nothing-chosen",
        /// Whoever sent it is told why, and nothing was written.
        NoAnswer = "suggestion-no-answer",
        /// It was decided before.
        Decided = "suggestion-decided",
    }
}

/// What the staff says to a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// What was ticked is taken.
    Take,
    /// Nothing is.
    Refuse,
}

impl Decision {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Take, Self::Refuse];

    /// The code in forms and word keys (`suggestion-decide-take`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Refuse => "refuse",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How a suggestion stands after a decision about so many of its `all` differences.
///
/// # Errors
/// Why it cannot be decided so.
pub fn decide(
    (kind, state): (SuggestionKind, SuggestionState),
    decision: Decision,
    (chosen, all): (usize, usize),
    has_answer: bool,
) -> Result<SuggestionState, SuggestionRefusal> {
    if state != SuggestionState::Open {
        return Err(SuggestionRefusal::Decided);
    }
    match (decision, kind) {
        (Decision::Refuse, _) if !has_answer => Err(SuggestionRefusal::NoAnswer),
        (Decision::Refuse, _) => Ok(SuggestionState::Refused),
        (Decision::Take, _) if all > 0 && chosen == 0 => Err(SuggestionRefusal::NothingChosen),
        (Decision::Take, _) if chosen < all => Ok(SuggestionState::Partly),
        (Decision::Take, _) => Ok(SuggestionState::Taken),
    }
}

/// The month of a day, as evidence is counted: `2026-11`.
pub fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_month_is_written_as_it_sorts() {
        assert_eq!(month_of(date(2026, 3, 31)), "2026-03");
    }

    #[test]
    fn every_code_reads_back() {
        for one in Barrier::ALL {
            assert_eq!(Barrier::from_code(one.code()), Some(one));
        }
        for one in SuggestionKind::ALL {
            assert_eq!(SuggestionKind::from_code(one.code()), Some(one));
        }
        for one in SuggestionState::ALL {
            assert_eq!(SuggestionState::from_code(one.code()), Some(one));
        }
    }

    proptest! {
        #[test]
        fn a_no_says_why_a_yes_takes_something_and_nothing_is_decided_twice(
            kind in 0_usize..3, state in 0_usize..4, takes: bool, all in 0_usize..5, some in 0_usize..5, has_answer: bool
        ) {
            let (kind, state) = (SuggestionKind::ALL[kind], SuggestionState::ALL[state]);
            let (decision, chosen) = (if takes { Decision::Take } else { Decision::Refuse }, some.min(all));
            match decide((kind, state), decision, (chosen, all), has_answer) {
                Ok(SuggestionState::Refused) => prop_assert!(!takes && has_answer),
                Ok(SuggestionState::Taken) => prop_assert!(takes && chosen == all),
                Ok(SuggestionState::Partly) => prop_assert!(takes && 0 < chosen && chosen < all),
                Ok(SuggestionState::Open) => prop_assert!(false, "a decision decides"),
                Err(why) => prop_assert!(
                    state != SuggestionState::Open || (!takes && !has_answer) || (takes && chosen == 0),
                    "{why:?}"
                ),
            }
            prop_assert!(state == SuggestionState::Open || decide((kind, state), decision, (chosen, all), has_answer).is_err());
        }
    }
}
