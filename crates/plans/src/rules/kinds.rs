//! What a line of a plan is: from what was found to what is done about it.

use serde::{Deserialize, Serialize};

/// What a line of a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What people lack, as research and voices tell.
    Need,
    /// What the partnership chose to work on.
    Priority,
    /// What shall be so in the end.
    Goal,
    /// What somebody does for it.
    Action,
    /// A piece of work with a beginning and an end.
    Project,
    /// What could follow: an idea that looks for its means.
    Direction,
}

impl Kind {
    /// All kinds, from what was found to what could follow.
    pub const ALL: [Self; 6] =
        [Self::Need, Self::Priority, Self::Goal, Self::Action, Self::Project, Self::Direction];

    /// The code in the database, in forms and in word keys (`plan-kind-goal`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Priority => "priority",
            Self::Goal => "goal",
            Self::Action => "action",
            Self::Project => "project",
            Self::Direction => "direction",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Need => 0,
            Self::Priority => 1,
            Self::Goal => 2,
            Self::Action => 3,
            Self::Project | Self::Direction => 4,
        }
    }

    /// Whether a line of this kind may stand below one of the kind `above`, or highest (none). The order from need to project
    /// is kept; steps may be left out and repeated. Only needs and priorities stand highest, and nothing stands below what is
    /// still a direction.
    pub const fn stands_below(self, above: Option<Self>) -> bool {
        match above {
            None => matches!(self, Self::Need | Self::Priority),
            Some(Self::Direction) => false,
            Some(above) => above.rank() <= self.rank(),
        }
    }

    /// Whether somebody carries it, so that it has a state: what is done, not what it is done for.
    pub const fn is_done_by_somebody(self) -> bool {
        matches!(self, Self::Action | Self::Project)
    }
}

platform::coded!(Kind);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_or_an_action_without_something_above_is_refused() {
        let highest: Vec<_> = Kind::ALL.into_iter().filter(|kind| kind.stands_below(None)).collect();
        assert_eq!(highest, [Kind::Need, Kind::Priority]);
    }

    #[test]
    fn the_order_from_need_to_project_is_kept_and_steps_may_be_left_out() {
        assert!(Kind::Priority.stands_below(Some(Kind::Need)));
        assert!(!Kind::Need.stands_below(Some(Kind::Priority)));
        assert!(Kind::Project.stands_below(Some(Kind::Priority)), "steps may be left out");
        assert!(Kind::Goal.stands_below(Some(Kind::Goal)), "and repeated");
        assert!(!Kind::Goal.stands_below(Some(Kind::Action)));
        assert!(Kind::Direction.stands_below(Some(Kind::Project)));
        assert!(Kind::ALL.into_iter().all(|kind| !kind.stands_below(Some(Kind::Direction))));
    }

    #[test]
    fn every_code_reads_back() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_code(kind.code()) == Some(kind)));
    }
}
