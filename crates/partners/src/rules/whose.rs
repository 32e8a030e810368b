//! What stands under an organization or under a person: notes, offers, needs.

use crate::{OrganizationId, PersonId};
use platform::ids::Ref;

/// An organization or a person, as what something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// An organization's.
    Organization(OrganizationId),
    /// A person's.
    Person(PersonId),
}

impl Whose {
    /// The organization, when it is one.
    pub const fn organization(self) -> Option<OrganizationId> {
        match self {
            Self::Organization(id) => Some(id),
            Self::Person(_) => None,
        }
    }

    /// The person, when it is one.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Organization(_) => None,
        }
    }

    /// From the two columns of a row, of which one says it.
    pub const fn of(organization: Option<OrganizationId>, person: Option<PersonId>) -> Option<Self> {
        match (organization, person) {
            (Some(id), None) => Some(Self::Organization(id)),
            (None, Some(id)) => Some(Self::Person(id)),
            _ => None,
        }
    }

    /// The object.
    pub fn object(self) -> Ref {
        match self {
            Self::Organization(id) => id.into(),
            Self::Person(id) => id.into(),
        }
    }
}
