//! How a version of a framework stands: being written, in force, kept from before, or another body's, for comparing.

use serde::Serialize;

platform::refusals! {
    /// Why a framework does not come into force.
    pub enum StandingRefusal {
        /// It is in force.
        InForceAlready = "plan-in-force-already",
        /// It is another body's: one compares with it, one does not work by it.
        OnlyReference = "plan-only-reference",
        /// It has no line.
        Empty = "plan-without-lines",
    }
}

/// How a version of a framework stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The partnership works by it; there is one at most.
    InForce,
    /// It is being written; the public does not see it.
    Draft,
    /// The partnership worked by it, or somebody did before.
    Past,
    /// It is another body's: the names of its lines are here so that own lines can be compared with them.
    Reference,
}

impl Standing {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [Self::InForce, Self::Draft, Self::Past, Self::Reference];

    /// The code in the database, in forms and in word keys (`plan-standing-draft`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Draft => "draft",
            Self::Past => "past",
            Self::Reference => "reference",
        }
    }

    /// The standing of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Whether the public may read it: what is a draft is not.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::InForce | Self::Past)
    }
}

platform::coded!(Standing);

/// Brings a framework into force; the one that was before is past from then.
///
/// # Errors
/// [`StandingRefusal`].
pub fn bring_into_force(standing: Standing, lines: usize) -> Result<Standing, StandingRefusal> {
    match standing {
        Standing::InForce => Err(StandingRefusal::InForceAlready),
        Standing::Reference => Err(StandingRefusal::OnlyReference),
        Standing::Draft | Standing::Past if lines == 0 => Err(StandingRefusal::Empty),
        Standing::Draft | Standing::Past => Ok(Standing::InForce),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_with_lines_comes_into_force_and_a_past_plan_again() {
        assert_eq!(bring_into_force(Standing::Draft, 3), Ok(Standing::InForce));
        assert_eq!(bring_into_force(Standing::Past, 3), Ok(Standing::InForce));
        assert_eq!(bring_into_force(Standing::Draft, 0), Err(StandingRefusal::Empty));
        assert_eq!(bring_into_force(Standing::InForce, 3), Err(StandingRefusal::InForceAlready));
        assert_eq!(bring_into_force(Standing::Reference, 3), Err(StandingRefusal::OnlyReference));
        assert!(!Standing::Draft.is_public());
    }
}
