//! How far a future direction has come: from an idea to something that ended.

use serde::{Deserialize, Serialize};

platform::refusals! {
    /// Why a direction stays where it is.
    pub enum StageRefusal {
        /// Only directions have stages.
        NotADirection = "plan-stage-not-a-direction",
        /// A step back and an end ask for a reason.
        NoReason = "plan-stage-no-reason",
    }
}

/// How far a future direction has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Somebody thought of it.
    Idea,
    /// Money is looked for.
    #[serde(rename = "seeking-funds")]
    Seeking,
    /// It will be done.
    Planned,
    /// It is being done.
    Running,
    /// It ended.
    Ended,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Seeking, Self::Planned, Self::Running, Self::Ended];

    /// The code in the database, in forms and in word keys (`plan-stage-idea`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Seeking => "seeking_funds",
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Ended => "ended",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

platform::coded!(Stage);

/// Takes a direction to another stage. Forward it goes freely, over several stages too; back, and to its end, with a reason.
///
/// # Errors
/// [`StageRefusal`].
pub fn go(is_direction: bool, from: Stage, to: Stage, has_reason: bool) -> Result<Stage, StageRefusal> {
    if !is_direction {
        return Err(StageRefusal::NotADirection);
    }
    let asks = to < from || (to == Stage::Ended && from != Stage::Ended);
    if asks && !has_reason { Err(StageRefusal::NoReason) } else { Ok(to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forward_is_free_and_back_or_to_the_end_asks_why() {
        assert_eq!(go(true, Stage::Idea, Stage::Running, false), Ok(Stage::Running));
        assert_eq!(go(true, Stage::Running, Stage::Seeking, false), Err(StageRefusal::NoReason));
        assert_eq!(go(true, Stage::Running, Stage::Ended, false), Err(StageRefusal::NoReason));
        assert_eq!(go(true, Stage::Running, Stage::Ended, true), Ok(Stage::Ended));
        assert_eq!(go(true, Stage::Ended, Stage::Ended, false), Ok(Stage::Ended), "nothing changes");
        assert_eq!(go(false, Stage::Idea, Stage::Idea, true), Err(StageRefusal::NotADirection));
    }

    proptest! {
        #[test]
        fn with_a_reason_every_stage_is_reached_and_without_one_none_is_left_behind(steps in proptest::collection::vec((0_usize..5, any::<bool>()), 0..12)) {
            let mut at = Stage::Idea;
            for (to, has_reason) in steps {
                let to = Stage::ALL[to];
                let went = go(true, at, to, has_reason);
                prop_assert!(went.is_ok() || !has_reason);
                let next = went.unwrap_or(at);
                prop_assert!(has_reason || next >= at, "without a reason nothing goes back");
                at = next;
            }
        }
    }
}
