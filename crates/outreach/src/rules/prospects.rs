//! Who should be at the table: how far each prospect has come.

/// How far a prospect has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Somebody thought of them.
    Idea,
    /// Somebody has written or called.
    Contacted,
    /// Talking about what they would bring and need.
    Talking,
    /// They joined.
    Joined,
    /// They said no.
    Declined,
    /// Not yet: ask again another time.
    Later,
}

impl Stage {
    /// All, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::Idea, Self::Contacted, Self::Talking, Self::Later, Self::Joined, Self::Declined];

    /// The code in the database, in forms and in word keys (`prospect-stage-idea`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Contacted => "contacted",
            Self::Talking => "talking",
            Self::Joined => "joined",
            Self::Declined => "declined",
            Self::Later => "later",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Whether nothing is to be done any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Joined | Self::Declined)
    }
}

platform::coded!(Stage);

platform::refusals! {
    /// Why a prospect does not go to another stage.
    pub enum ProspectRefusal {
        /// It stands there already.
        SameStage = "prospect-same-stage",
        /// It has joined, and is kept among the partners.
        Joined = "prospect-joined",
        /// To join is to be kept as a partner, in a step of its own.
        JoinFirst = "prospect-join-first",
        /// A no has a reason.
        NoReason = "prospect-no-reason",
    }
}

/// Whether a prospect at `from` may go to `to`, with a note of what happened.
///
/// # Errors
/// [`ProspectRefusal`]: joining is a step of its own, and who said no did so for a reason.
pub fn move_to(from: Stage, to: Stage, note: &str) -> Result<(), ProspectRefusal> {
    match (from, to) {
        (Stage::Joined, _) => Err(ProspectRefusal::Joined),
        (_, Stage::Joined) => Err(ProspectRefusal::JoinFirst),
        (from, to) if from == to => Err(ProspectRefusal::SameStage),
        (_, Stage::Declined) if note.trim().is_empty() => Err(ProspectRefusal::NoReason),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_joined_stays_and_nobody_joins_by_the_way() {
        for stage in Stage::ALL {
            assert_eq!(move_to(Stage::Joined, stage, "x"), Err(ProspectRefusal::Joined));
            if stage != Stage::Joined {
                assert_eq!(move_to(stage, Stage::Joined, "x"), Err(ProspectRefusal::JoinFirst));
                assert_eq!(move_to(stage, stage, "x"), Err(ProspectRefusal::SameStage));
            }
        }
    }

    #[test]
    fn a_no_has_a_reason_and_may_be_taken_up_again() {
        assert_eq!(move_to(Stage::Talking, Stage::Declined, " "), Err(ProspectRefusal::NoReason));
        assert_eq!(move_to(Stage::Talking, Stage::Declined, "No staff this year."), Ok(()));
        assert_eq!(move_to(Stage::Declined, Stage::Contacted, ""), Ok(()));
    }

    #[test]
    fn every_code_reads_back() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_code(stage.code()), Some(stage));
        }
    }
}
