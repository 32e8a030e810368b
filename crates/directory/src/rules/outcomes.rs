//! How it went at a service, told by whoever was there: by her, by who helped her, or by both together.

use serde::Serialize;

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// She got the help that she came for.
    Helped,
    /// She has an appointment, or is on a list.
    Waiting,
    /// They sent her to somebody else.
    SentOn,
    /// She got no help; why is asked next ([`crate::rules::suggestions::Barrier`]).
    NotHelped,
}

impl Outcome {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Helped, Self::Waiting, Self::SentOn, Self::NotHelped];

    /// The code in the database and in word keys (`outcome-sent-on`). No reason of a barrier has the same.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Waiting => "waiting",
            Self::SentOn => "sent-on",
            Self::NotHelped => "not-helped",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Outcome);

platform::refusals! {
    /// Why an outcome is not taken in.
    pub enum OutcomeRefusal {
        /// None was chosen.
        NotSaid = "outcome-not-said",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::suggestions::Barrier;

    #[test]
    fn every_code_reads_back_and_is_no_reason() {
        for one in Outcome::ALL {
            assert_eq!(Outcome::from_code(one.code()), Some(one));
            assert_eq!(Barrier::from_code(one.code()), None, "both are counted side by side");
        }
    }
}
