//! Links between lines: what answers a need, what continues a project, what works towards a line of another framework.

use crate::{FrameworkId, rules::kinds::Kind};
use platform::thread::LinkKind;

/// What one line is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tie {
    /// It answers a need.
    Answers,
    /// It continues a project or an action.
    Continues,
    /// It works towards a line of another framework.
    Towards,
}

platform::refusals! {
    /// Why two lines are not linked.
    pub enum LinkRefusal {
        /// Only needs are answered.
        NotANeed = "plan-link-not-a-need",
        /// Only a direction continues something, and only what is done.
        NotContinued = "plan-link-not-continued",
        /// It works towards lines of other frameworks only; above and below say the rest.
        SameFramework = "plan-link-same-framework",
    }
}

impl Tie {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Answers, Self::Continues, Self::Towards];

    /// The code in forms, in data and in word keys (`plan-role-answers`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Continues => "continues",
            Self::Towards => "towards",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The kind of link that stands for it.
    pub const fn kind(self) -> LinkKind {
        let name = match self {
            Self::Answers => "plan-answers",
            Self::Continues => "plan-continues",
            Self::Towards => "plan-towards",
        };
        LinkKind { name, from: "plan-node", to: "plan-node" }
    }
}

/// Whether one line can be that to the other.
///
/// # Errors
/// [`LinkRefusal`].
pub fn fit(
    role: Tie,
    (kind, framework): (Kind, FrameworkId),
    (other, other_framework): (Kind, FrameworkId),
) -> Result<(), LinkRefusal> {
    match role {
        Tie::Answers if other != Kind::Need || kind == Kind::Need => Err(LinkRefusal::NotANeed),
        Tie::Continues if kind != Kind::Direction || !other.is_done_by_somebody() => {
            Err(LinkRefusal::NotContinued)
        }
        Tie::Towards if framework == other_framework => Err(LinkRefusal::SameFramework),
        Tie::Answers | Tie::Continues | Tie::Towards => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_line_is_not_linked_to_itself_through_a_crosswalk_nor_answers_what_is_no_need() {
        let (own, other) = (FrameworkId(Uuid::from_u128(1)), FrameworkId(Uuid::from_u128(2)));
        let goal = (Kind::Goal, own);
        assert_eq!(fit(Tie::Towards, goal, goal), Err(LinkRefusal::SameFramework));
        assert_eq!(fit(Tie::Towards, goal, (Kind::Priority, other)), Ok(()));
        assert_eq!(fit(Tie::Answers, goal, (Kind::Need, own)), Ok(()));
        assert_eq!(fit(Tie::Answers, goal, (Kind::Priority, own)), Err(LinkRefusal::NotANeed));
        assert_eq!(fit(Tie::Continues, (Kind::Direction, own), (Kind::Project, own)), Ok(()));
        assert_eq!(fit(Tie::Continues, goal, (Kind::Project, own)), Err(LinkRefusal::NotContinued));
    }
}
