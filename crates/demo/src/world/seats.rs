//! Seats of a body and the terms served on them.

use super::{
    sector::Sector,
    seed::Visibility,
    text::{T, When},
};

/// What a seat's holder does on the body beyond sitting there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// Chairs alone.
    Chair,
    /// Chairs with another.
    CoChair,
    /// Stands in for the chair.
    ViceChair,
}

/// Who holds a seat.
#[derive(Debug, Clone, Copy)]
pub enum Holding {
    /// Nobody, and nobody has yet.
    Vacant,
    /// Somebody whom the source does not name.
    NotNamed,
    /// The terms served, oldest first; vacant when the last was ended early.
    Terms(&'static [TermSeed]),
}

/// A person's time on a seat.
#[derive(Debug, Clone, Copy)]
pub struct TermSeed {
    /// The holder's slug among the partnership's people.
    pub holder: &'static str,
    /// Who comes when the holder cannot.
    pub alternate: Option<&'static str>,
    /// First day.
    pub from: When,
    /// Last day of the term; none for ex officio seats and where the source gives none.
    pub to: Option<When>,
    /// The day on which the holder left before the term was over.
    pub left: Option<When>,
}

impl TermSeed {
    /// A term without an end.
    pub const fn since(holder: &'static str, from: When) -> Self {
        Self { holder, alternate: None, from, to: None, left: None }
    }

    /// A term between two days, counted from the day the demo is built.
    pub const fn days(holder: &'static str, from: i16, to: i16) -> Self {
        Self { holder, alternate: None, from: When::In(from), to: Some(When::In(to)), left: None }
    }

    /// The same with an alternate.
    pub const fn or(mut self, alternate: &'static str) -> Self {
        self.alternate = Some(alternate);
        self
    }

    /// The same, left early.
    pub const fn left(mut self, day: i16) -> Self {
        self.left = Some(When::In(day));
        self
    }
}

/// A place on a body, or several alike.
#[derive(Debug, Clone, Copy)]
pub struct SeatSeed {
    /// What the place is for.
    pub category: T,
    /// The sector it speaks for, where it speaks for one and the source says which.
    pub sector: Option<Sector>,
    /// How many places alike this line stands for.
    pub places: u8,
    /// The organization it belongs to.
    pub organization: Option<&'static str>,
    /// Whether an office brings the place with it.
    pub ex_officio: bool,
    /// What the holder does on the body.
    pub office: Option<Office>,
    /// Who holds it.
    pub holding: Holding,
    /// Who may see who sits there.
    pub visibility: Visibility,
    /// Since when the place has been there, where this is known.
    pub since: Option<When>,
    /// What else is to be said.
    pub note: Option<T>,
}

impl SeatSeed {
    /// A public, vacant seat for that.
    pub const fn new(category: T) -> Self {
        Self {
            category,
            sector: None,
            places: 1,
            organization: None,
            ex_officio: false,
            office: None,
            holding: Holding::Vacant,
            visibility: Visibility::Public,
            since: None,
            note: None,
        }
    }

    /// A public, vacant seat that goes by its sector's name.
    pub const fn of(sector: Sector) -> Self {
        Self::new(sector.name()).sector(sector)
    }

    /// The same, speaking for that sector.
    pub const fn sector(mut self, sector: Sector) -> Self {
        self.sector = Some(sector);
        self
    }

    /// So many places alike, held by people whom the source does not name.
    pub const fn not_named(mut self, places: u8) -> Self {
        self.places = places;
        self.holding = Holding::NotNamed;
        self
    }

    /// The same as a place of that organization.
    pub const fn for_organization(mut self, organization: &'static str) -> Self {
        self.organization = Some(organization);
        self
    }

    /// The same, held over these terms.
    pub const fn held(mut self, terms: &'static [TermSeed]) -> Self {
        self.holding = Holding::Terms(terms);
        self
    }

    /// The same, coming with an office.
    pub const fn ex_officio(mut self) -> Self {
        self.ex_officio = true;
        self
    }

    /// The same with an office on the body.
    pub const fn office(mut self, office: Office) -> Self {
        self.office = Some(office);
        self
    }

    /// The same, seen only by these.
    pub const fn seen_by(mut self, visibility: Visibility) -> Self {
        self.visibility = visibility;
        self
    }

    /// The same, there since about then.
    pub const fn since(mut self, since: When) -> Self {
        self.since = Some(since);
        self
    }

    /// The same with a note.
    pub const fn note(mut self, note: T) -> Self {
        self.note = Some(note);
        self
    }
}
