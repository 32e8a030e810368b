//! Who may do what. Being seated, being shown and being permitted are three facts; this is the third.

use crate::ids::{AccountId, PartnershipId, Ref};
use crate::langs::Lang;
use uuid::Uuid;

/// An office that an account can be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office {
    /// Runs the installation: makes partnerships, invites their first coordinators. Sees no partnership's rows by that.
    Administrator,
    /// Runs a partnership's day.
    Coordinator,
    /// Chairs a council.
    Chair,
    /// Sits on a council and reads its papers.
    CouncilMember,
    /// Keeps one organization's record.
    PartnerEditor,
    /// Writes other languages.
    Translator,
    /// Reads what partners may read.
    Reader,
}

impl Office {
    /// All offices, widest first.
    pub const ALL: [Self; 7] = [
        Self::Administrator,
        Self::Coordinator,
        Self::Chair,
        Self::CouncilMember,
        Self::PartnerEditor,
        Self::Translator,
        Self::Reader,
    ];

    /// The code in the database, in forms and in word keys (`office-coordinator`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
            Self::Chair => "chair",
            Self::CouncilMember => "council-member",
            Self::PartnerEditor => "partner-editor",
            Self::Translator => "translator",
            Self::Reader => "reader",
        }
    }

    /// The office of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.code() == code)
    }
}

crate::coded!(Office);

/// One office, on the whole installation, on a partnership, or on one object of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Which office.
    pub office: Office,
    /// Where: none means the installation.
    pub partnership: Option<PartnershipId>,
    /// On which object of the partnership; none means all of it.
    pub on: Option<Ref>,
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Anyone on earth.
    Anyone,
    /// Anyone with one of the offices anywhere in the partnership.
    Partnership,
    /// Anyone whose office covers the object.
    Object,
    /// Anyone with one of the offices on the installation itself.
    Installation,
}

/// A named permission. Rooms declare theirs as constants: `can::EDIT_COUNCIL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// The stable name: `councils.edit`.
    pub code: &'static str,
    /// Which offices have it.
    pub offices: &'static [Office],
    reach: Reach,
}

impl Permission {
    /// A permission that everybody has: reading what is public, sending in a public form.
    pub const fn anyone(code: &'static str) -> Self {
        Self { code, offices: &[], reach: Reach::Anyone }
    }

    /// A permission to see: an office anywhere in the partnership is enough.
    pub const fn see(code: &'static str, offices: &'static [Office]) -> Self {
        Self { code, offices, reach: Reach::Partnership }
    }

    /// A permission to act: the office must cover the object, or the whole partnership.
    pub const fn act(code: &'static str, offices: &'static [Office]) -> Self {
        Self { code, offices, reach: Reach::Object }
    }

    /// A permission on the installation itself.
    pub const fn installation(code: &'static str, offices: &'static [Office]) -> Self {
        Self { code, offices, reach: Reach::Installation }
    }

    /// This permission, asked for on one object.
    pub fn on(self, object: impl Into<Ref>) -> Ask {
        Ask { permission: self, on: vec![object.into()] }
    }

    /// This permission, asked for on any of several objects (a body and those above it).
    pub fn on_any(self, objects: impl IntoIterator<Item = Ref>) -> Ask {
        Ask { permission: self, on: objects.into_iter().collect() }
    }

    /// Whether everybody has it.
    pub const fn is_for_anyone(&self) -> bool {
        matches!(self.reach, Reach::Anyone)
    }
}

/// A permission and the objects it is asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Which permission.
    pub permission: Permission,
    /// On which objects; none means the partnership.
    pub on: Vec<Ref>,
}

impl From<Permission> for Ask {
    fn from(permission: Permission) -> Self {
        Self { permission, on: Vec::new() }
    }
}

/// Who is asking.
#[derive(Debug, Clone)]
pub enum Caller {
    /// Somebody unknown.
    Anonymous,
    /// Somebody who signed in.
    Account(Box<SignedIn>),
    /// The program itself, running a job of this kind.
    Job(&'static str),
    /// Somebody at the machine's own console.
    Console,
}

/// An account that has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Which account.
    pub account: AccountId,
    /// The person's name.
    pub name: String,
    /// The language of the workspace for this person.
    pub lang: Lang,
    /// Which sign-in (one per device).
    pub sign_in: Uuid,
    /// What this account may.
    pub grants: Vec<Grant>,
}

impl Caller {
    /// Decides an ask in `partnership`. Pure: the same for pages, API and jobs.
    pub fn may(&self, ask: &Ask, partnership: Option<PartnershipId>) -> bool {
        let grants = match self {
            _ if ask.permission.is_for_anyone() => return true,
            Self::Job(_) | Self::Console => return true,
            Self::Anonymous => return false,
            Self::Account(account) => &account.grants,
        };
        grants.iter().filter(|grant| ask.permission.offices.contains(&grant.office)).any(|grant| {
            match ask.permission.reach {
                Reach::Anyone => true,
                Reach::Installation => grant.partnership.is_none(),
                Reach::Partnership => grant.partnership.is_some() && grant.partnership == partnership,
                Reach::Object => {
                    grant.partnership.is_some()
                        && grant.partnership == partnership
                        && grant.on.as_ref().is_none_or(|on| ask.on.contains(on))
                }
            }
        })
    }

    /// Whether this caller holds any office in `partnership` (none: on the installation), and so may know what is in its
    /// workspace. An office on the installation is none in a partnership.
    pub fn belongs_to(&self, partnership: Option<PartnershipId>) -> bool {
        match self {
            Self::Anonymous => false,
            Self::Job(_) | Self::Console => true,
            Self::Account(account) => account.grants.iter().any(|grant| grant.partnership == partnership),
        }
    }

    /// The account that signed in, if one did.
    pub fn account(&self) -> Option<&SignedIn> {
        match self {
            Self::Account(account) => Some(account),
            _ => None,
        }
    }

    /// A stable name for the caller, for keys and logs; tells nothing about the person.
    pub fn key(&self) -> String {
        match self {
            Self::Anonymous => "anonymous".into(),
            Self::Account(account) => account.account.to_string(),
            Self::Job(kind) => format!("job {kind}"),
            Self::Console => "console".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDIT: Permission = Permission::act("x.edit", &[Office::Coordinator, Office::Chair]);
    const SEE: Permission = Permission::see("x.see", &[Office::Chair]);

    fn caller(grant: Grant) -> Caller {
        let sign_in = Uuid::nil();
        Caller::Account(Box::new(SignedIn {
            account: AccountId(sign_in),
            name: "A".into(),
            lang: Lang::En,
            sign_in,
            grants: vec![grant],
        }))
    }

    #[test]
    fn a_chair_acts_on_her_own_council_only() {
        let here = PartnershipId(Uuid::from_u128(1));
        let (own, other) = (Ref::new("council", Uuid::from_u128(2)), Ref::new("council", Uuid::from_u128(3)));
        let chair = caller(Grant { office: Office::Chair, partnership: Some(here), on: Some(own.clone()) });
        assert!(chair.may(&EDIT.on(own), Some(here)));
        assert!(!chair.may(&EDIT.on(other), Some(here)));
        assert!(
            !chair.may(&EDIT.into(), Some(here)),
            "an ask without an object is an ask for the whole partnership"
        );
        assert!(chair.may(&SEE.into(), Some(here)), "but she sees");
    }

    #[test]
    fn an_office_in_one_partnership_is_nothing_in_another() {
        let (here, there) = (PartnershipId(Uuid::from_u128(1)), PartnershipId(Uuid::from_u128(9)));
        let coordinator = caller(Grant { office: Office::Coordinator, partnership: Some(here), on: None });
        assert!(coordinator.may(&EDIT.into(), Some(here)));
        assert!(!coordinator.may(&EDIT.into(), Some(there)));
        assert!(!coordinator.belongs_to(Some(there)));
    }

    #[test]
    fn an_administrator_of_the_installation_does_not_read_rows_by_that() {
        let here = PartnershipId(Uuid::from_u128(1));
        let administrator = caller(Grant { office: Office::Administrator, partnership: None, on: None });
        assert!(!administrator.may(&EDIT.into(), Some(here)));
        assert!(!administrator.may(&SEE.into(), Some(here)));
        assert!(!administrator.belongs_to(Some(here)), "nor learns what is there");
        assert!(administrator.belongs_to(None));
    }

    #[test]
    fn an_office_in_a_partnership_is_none_on_the_installation() {
        const FOUND: Permission =
            Permission::installation("x.found", &[Office::Administrator, Office::Coordinator]);
        let here = PartnershipId(Uuid::from_u128(1));
        let coordinator = caller(Grant { office: Office::Coordinator, partnership: Some(here), on: None });
        assert!(!coordinator.may(&FOUND.into(), None));
        assert!(!coordinator.may(&FOUND.into(), Some(here)));
        assert!(!coordinator.may(&EDIT.into(), None), "no partnership is nobody's");
        let administrator = caller(Grant { office: Office::Administrator, partnership: None, on: None });
        assert!(administrator.may(&FOUND.into(), None));
    }
}
