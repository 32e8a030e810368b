//! What the demo says of a partnership, before any room has stored it.

use super::{
    people::PersonSeed,
    seats::SeatSeed,
    sector::Sector,
    text::{T, When},
};

/// Who may see that something exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone.
    Public,
    /// People who sign in for a partner organization, and staff.
    Partners,
    /// The partnership's staff.
    Staff,
}

/// One partnership.
#[derive(Debug)]
pub struct PartnershipSeed {
    /// Its place in addresses.
    pub slug: &'static str,
    /// Whether the partnership itself is invented; people always are.
    pub invented: bool,
    /// Its name.
    pub name: T,
    /// The place it serves.
    pub place: T,
    /// The first day, where it is known.
    pub founded: Option<When>,
    /// What it is, for the public.
    pub about: T,
    /// How it came to be, with what is not known.
    pub history: T,
    /// Where these facts come from.
    pub source: T,
    /// IANA time zone.
    pub time_zone: &'static str,
    /// Languages in which it publishes.
    pub languages: &'static [&'static str],
    /// The areas it serves.
    pub areas: &'static [AreaSeed],
    /// Needs that its research found.
    pub needs: &'static [T],
    /// Purposes it has set itself.
    pub purposes: &'static [T],
    /// Goals or priorities it has set itself.
    pub goals: &'static [T],
    /// Principles that guide its work.
    pub principles: &'static [PrincipleSeed],
    /// Organizations it knows.
    pub organizations: &'static [OrganizationSeed],
    /// Its bodies; a parent stands before its children.
    pub councils: &'static [CouncilSeed],
    /// People, all invented.
    pub people: &'static [PersonSeed],
    /// Expressions of interest in a seat.
    pub expressions: &'static [ExpressionSeed],
    /// Who signs in with one click.
    pub sign_ins: &'static [SignInSeed],
}

/// A standard area or an area of the partnership's own.
#[derive(Debug, Clone, Copy)]
pub struct AreaSeed {
    /// Its place in addresses.
    pub slug: &'static str,
    /// Its name.
    pub name: T,
    /// Statistics Canada's code of 2021 (census subdivision or division); none for an area of the partnership's own.
    pub code: Option<&'static str>,
}

/// A principle and what it commits to.
#[derive(Debug, Clone, Copy)]
pub struct PrincipleSeed {
    /// Its name.
    pub name: T,
    /// What follows from it.
    pub meaning: T,
}

/// An organization or an informal group.
#[derive(Debug, Clone, Copy)]
pub struct OrganizationSeed {
    /// Its place in addresses.
    pub slug: &'static str,
    /// Its name.
    pub name: T,
    /// What it works in.
    pub sector: Sector,
    /// Whether it is registered; an informal group is not.
    pub formal: bool,
    /// Languages in which people are served there.
    pub languages: &'static [&'static str],
    /// The area it works in.
    pub area: &'static str,
    /// Who may see it.
    pub visibility: Visibility,
    /// Since when it has been a partner; nothing when it is known but has not joined.
    pub joined: Option<When>,
    /// What it does in the partnership, or what is not known of it.
    pub note: T,
}

impl OrganizationSeed {
    /// A formal, public organization that has not joined and works in English.
    pub const fn new(slug: &'static str, sector: Sector, name: T, area: &'static str, note: T) -> Self {
        let visibility = Visibility::Public;
        Self { slug, name, sector, formal: true, languages: &["en"], area, visibility, joined: None, note }
    }

    /// The same as a partner since that day.
    pub const fn joined(mut self, since: When) -> Self {
        self.joined = Some(since);
        self
    }

    /// The same with these languages.
    pub const fn speaks(mut self, languages: &'static [&'static str]) -> Self {
        self.languages = languages;
        self
    }

    /// The same as an informal group that only these may see.
    pub const fn informal(mut self, visibility: Visibility) -> Self {
        self.formal = false;
        self.visibility = visibility;
        self
    }
}

/// The word by which a body goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyWord {
    /// A council.
    Council,
    /// A council under a council.
    SubCouncil,
    /// A working group.
    WorkingGroup,
    /// A team.
    Team,
}

impl BodyWord {
    /// All words.
    pub const ALL: [Self; 4] = [Self::Council, Self::SubCouncil, Self::WorkingGroup, Self::Team];

    /// The word for one.
    pub const fn singular(self) -> T {
        match self {
            Self::Council => super::t3("council", "conseil", "مجلس"),
            Self::SubCouncil => super::t3("sub-council", "sous-conseil", "مجلس فرعي"),
            Self::WorkingGroup => super::t3("working group", "groupe de travail", "مجموعة عمل"),
            Self::Team => super::t3("team", "équipe", "فريق"),
        }
    }

    /// The word for several.
    pub const fn plural(self) -> T {
        match self {
            Self::Council => super::t3("councils", "conseils", "مجالس"),
            Self::SubCouncil => super::t3("sub-councils", "sous-conseils", "مجالس فرعية"),
            Self::WorkingGroup => super::t3("working groups", "groupes de travail", "مجموعات عمل"),
            Self::Team => super::t3("teams", "équipes", "فرق"),
        }
    }
}

/// A body of the partnership.
#[derive(Debug, Clone, Copy)]
pub struct CouncilSeed {
    /// Its place in addresses.
    pub slug: &'static str,
    /// The body above it.
    pub parent: Option<&'static str>,
    /// The word by which it goes.
    pub word: BodyWord,
    /// Its name.
    pub name: T,
    /// The outcome it works for.
    pub outcome: T,
    /// What it is charged with.
    pub mandate: T,
    /// Whether people without a seat may come.
    pub open: bool,
    /// Its seats; a line may stand for several alike.
    pub seats: &'static [SeatSeed],
    /// Versions of its terms of reference, oldest first.
    pub terms_of_reference: &'static [TermsOfReferenceSeed],
}

impl CouncilSeed {
    /// Every seat by itself, lines that stand for several repeated.
    pub fn each_seat(&self) -> impl Iterator<Item = &'static SeatSeed> {
        self.seats.iter().flat_map(|seat| std::iter::repeat_n(seat, usize::from(seat.places)))
    }
}

/// One version of a body's terms of reference.
#[derive(Debug, Clone, Copy)]
pub struct TermsOfReferenceSeed {
    /// When the body approved it.
    pub approved: When,
    /// The text.
    pub text: T,
    /// What changed, and why.
    pub change: T,
}

/// An answer to a question of the checklist, as somebody told it.
#[derive(Debug, Clone, Copy)]
pub struct AnswerSeed {
    /// The code of a question that every new partnership is offered.
    pub question: &'static str,
    /// `yes`, `partly`, `no` or `unknown`.
    pub has: &'static str,
    /// What is strong here; may be empty.
    pub strengths: &'static str,
    /// What is weak here; may be empty.
    pub weaknesses: &'static str,
    /// Who told.
    pub told_by: &'static str,
    /// So many days before the demo was built.
    pub days_ago: i64,
}

/// How far an expression of interest has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpressionState {
    /// Nobody has read it yet.
    Received,
    /// Being read or interviewed.
    UnderReview,
    /// Came after the call had closed and is kept for the next one.
    Kept,
}

/// Somebody's wish to sit on a body.
#[derive(Debug, Clone, Copy)]
pub struct ExpressionSeed {
    /// The body.
    pub council: &'static str,
    /// The invented person's name; not in the partnership's list of people yet.
    pub name: &'static str,
    /// Local part of the invented address.
    pub mailbox: &'static str,
    /// The partner organization, if one stands behind it.
    pub organization: Option<&'static str>,
    /// What the person would speak for.
    pub sector: Sector,
    /// The language it is written in.
    pub language: &'static str,
    /// The text, in that language only.
    pub text: &'static str,
    /// When it came.
    pub received: When,
    /// How far it has come.
    pub state: ExpressionState,
}

/// Whom the demo lets a visitor be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignInAs {
    /// The partnership's coordinator.
    Coordinator,
    /// A chair or co-chair.
    Chair,
    /// Somebody who works for a partner organization.
    Partner,
    /// Somebody who works for the funder.
    Funder,
}

impl SignInAs {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Coordinator, Self::Chair, Self::Partner, Self::Funder];

    /// The word in the sign-in form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Chair => "chair",
            Self::Partner => "partner",
            Self::Funder => "funder",
        }
    }
}

/// The person behind a one-click sign-in.
#[derive(Debug, Clone, Copy)]
pub struct SignInSeed {
    /// As whom.
    pub who: SignInAs,
    /// The person's slug.
    pub person: &'static str,
}
