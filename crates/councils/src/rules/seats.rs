//! Seats: places on a body, who may see who sits there, and how each stands on a day.
//!
//! A seat, the visibility of that seat and the permission to read are three facts; the third is not here.

use crate::{
    CouncilId, SeatId,
    rules::terms::{Holder, Term},
};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeSet;

/// The most seats of a body that has set no limit of its own. The constraint `council_seat_limit` repeats it.
pub const HOUSE_LIMIT: u32 = 1_000;

/// A term that ends within so many days is shown as ending.
pub const ENDING_DAYS: i64 = 90;

/// What the holder does on the body beyond sitting there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chairing {
    /// Chairs alone.
    Chair,
    /// Chairs with another.
    CoChair,
    /// Stands in for the chair.
    ViceChair,
}

impl Chairing {
    /// All, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Chair, Self::CoChair, Self::ViceChair];

    /// The code in the database, in forms and in word keys (`seat-chairing-chair`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::CoChair => "co-chair",
            Self::ViceChair => "vice-chair",
        }
    }

    /// The chairing of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chairing| chairing.code() == code)
    }
}

platform::coded!(Chairing);

/// How a seat stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatState {
    /// Nobody holds it and nobody is about to.
    Vacant {
        /// The first day without a holder, where it is known.
        since: Option<Date>,
    },
    /// Nobody holds it yet; somebody will.
    Awaited {
        /// Who will.
        by: Holder,
        /// From which day.
        from: Date,
    },
    /// Somebody holds it.
    Held {
        /// Who.
        by: Holder,
        /// The last day, when the term has one.
        until: Option<Date>,
    },
    /// Somebody holds it whose term ends within [`ENDING_DAYS`] and whom no term follows.
    Ending {
        /// Who.
        by: Holder,
        /// The last day.
        until: Date,
    },
}

impl SeatState {
    /// The codes of all states, in the order of filters; also in word keys (`seat-state-vacant`).
    pub const CODES: [&'static str; 5] = ["held", "ending", "unnamed", "awaited", "vacant"];

    /// The code of this state. A seat held by somebody whom the source does not name is `unnamed`, however long.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Held { by: Holder::NotNamed | Holder::Erased, .. }
            | Self::Ending { by: Holder::NotNamed | Holder::Erased, .. } => "unnamed",
            Self::Held { .. } => "held",
            Self::Ending { .. } => "ending",
            Self::Awaited { .. } => "awaited",
            Self::Vacant { .. } => "vacant",
        }
    }

    /// Who holds it today.
    pub const fn holder(&self) -> Option<Holder> {
        match self {
            Self::Held { by, .. } | Self::Ending { by, .. } => Some(*by),
            Self::Awaited { .. } | Self::Vacant { .. } => None,
        }
    }

    /// The last day of who holds it today, when there is one.
    pub const fn until(&self) -> Option<Date> {
        match self {
            Self::Held { until, .. } => *until,
            Self::Ending { until, .. } => Some(*until),
            Self::Awaited { .. } | Self::Vacant { .. } => None,
        }
    }

    /// Whether it is vacant: nobody holds it and nobody is about to. The one rule, wherever vacant seats are counted.
    pub const fn is_vacant(&self) -> bool {
        matches!(self, Self::Vacant { .. })
    }
}

/// A seat as the rules know it: its number and the terms served on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatOnBoard {
    /// Which seat.
    pub id: SeatId,
    /// Its number on the body, from 1.
    pub number: u32,
    /// Since when the place has been there, where it is known.
    pub since: Option<Date>,
    /// The terms, in any order.
    pub terms: Vec<Term>,
}

impl SeatOnBoard {
    /// How it stands on `today`.
    pub fn state_on(&self, today: Date) -> SeatState {
        let by_start = |term: &&Term| term.agreed.starts_on;
        let next = self.terms.iter().filter(|term| term.agreed.starts_on > today).min_by_key(by_start);
        if let Some(now) = self.terms.iter().find(|term| term.covers(today)) {
            let by = now.agreed.holder;
            return match now.last_day() {
                Some(until) if next.is_none() && until <= today.saturating_add(ENDING_DAYS.days()) => {
                    SeatState::Ending { by, until }
                }
                until => SeatState::Held { by, until },
            };
        }
        if let Some(next) = next {
            return SeatState::Awaited { by: next.agreed.holder, from: next.agreed.starts_on };
        }
        let last = self.terms.iter().filter_map(Term::last_day).max();
        SeatState::Vacant { since: last.map(|day| day.saturating_add(1.day())).or(self.since) }
    }
}

/// A body with its seats (those in the bin left out): what seats and terms are decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Which body.
    pub id: CouncilId,
    /// Whether it is closed.
    pub closed: bool,
    /// How many seats it may have.
    pub seat_limit: u32,
    /// Its seats.
    pub seats: Vec<SeatOnBoard>,
}

platform::refusals! {
    /// Why a seat cannot be given, changed or taken away.
    pub enum SeatRefusal {
        /// All seats of the body are taken.
        CouncilFull { limit: u32 } = "seat-council-full",
        /// The body is closed.
        CouncilClosed = "seat-council-closed",
        /// The body has more seats than the new limit allows.
        LimitBelowSeats { seats: usize } = "seat-limit-below-seats",
        /// Somebody holds it.
        Held = "seat-held",
    }
}

/// The number that a new seat of the body gets, or why there is none: the lowest that is free.
///
/// # Errors
/// [`SeatRefusal::CouncilClosed`] or [`SeatRefusal::CouncilFull`].
pub fn grant_seat(board: &Board) -> Result<u32, SeatRefusal> {
    if board.closed {
        return Err(SeatRefusal::CouncilClosed);
    }
    let taken: BTreeSet<u32> = board.seats.iter().map(|seat| seat.number).collect();
    (1..=board.seat_limit)
        .find(|number| !taken.contains(number))
        .ok_or(SeatRefusal::CouncilFull { limit: board.seat_limit })
}

/// The seats that get another number so that all fit under a new limit, in their order, or why they do not fit.
///
/// # Errors
/// [`SeatRefusal::LimitBelowSeats`].
pub fn limit_seats(board: &Board, limit: u32) -> Result<Vec<(SeatId, u32)>, SeatRefusal> {
    if u32::try_from(board.seats.len()).is_ok_and(|seats| seats > limit) {
        return Err(SeatRefusal::LimitBelowSeats { seats: board.seats.len() });
    }
    if board.seats.iter().all(|seat| seat.number <= limit) {
        return Ok(Vec::new());
    }
    let mut seats: Vec<&SeatOnBoard> = board.seats.iter().collect();
    seats.sort_by_key(|seat| seat.number);
    Ok(seats
        .into_iter()
        .zip(1..)
        .filter(|(seat, n)| seat.number != *n)
        .map(|(seat, n)| (seat.id, n))
        .collect())
}

/// Whether a seat may go to the bin: not while somebody holds it or is about to.
///
/// # Errors
/// [`SeatRefusal::Held`].
pub fn bin_seat(seat: &SeatOnBoard, today: Date) -> Result<(), SeatRefusal> {
    match seat.state_on(today) {
        SeatState::Vacant { .. } => Ok(()),
        _ => Err(SeatRefusal::Held),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        TermId,
        rules::terms::{AskForTerm, Left, LeftHow},
    };
    use jiff::civil::date;
    use partners::PersonId;
    use proptest::prelude::*;
    use uuid::Uuid;

    pub(crate) fn person(n: u8) -> PersonId {
        PersonId(Uuid::from_u128(n.into()))
    }

    pub(crate) fn term(who: u8, from: Date, to: Option<Date>) -> Term {
        let agreed = AskForTerm {
            holder: Holder::Person(person(who)),
            alternate: None,
            starts_on: from,
            starts_about: false,
            ends_on: to,
        };
        Term { id: TermId(Uuid::from_u128(who.into())), agreed, left: None }
    }

    pub(crate) fn seat<const N: usize>(number: u32, terms: [Term; N]) -> SeatOnBoard {
        SeatOnBoard { id: SeatId(Uuid::from_u128(number.into())), number, since: None, terms: terms.into() }
    }

    pub(crate) fn board<const N: usize>(seat_limit: u32, seats: [SeatOnBoard; N]) -> Board {
        Board { id: CouncilId(Uuid::nil()), closed: false, seat_limit, seats: seats.into() }
    }

    const TODAY: Date = date(2026, 11, 22);

    fn in_days(days: i64) -> Date {
        TODAY.saturating_add(days.days())
    }

    #[test]
    fn a_seat_without_terms_is_vacant_since_it_is_there() {
        assert_eq!(seat(1, []).state_on(TODAY), SeatState::Vacant { since: None });
        let since = Some(date(2024, 1, 1));
        assert_eq!(SeatOnBoard { since, ..seat(1, []) }.state_on(TODAY), SeatState::Vacant { since });
    }

    #[test]
    fn a_seat_is_held_through_the_last_day_of_its_term_and_vacant_the_day_after() {
        let held = seat(1, [term(1, in_days(-400), Some(TODAY))]);
        assert_eq!(held.state_on(TODAY).code(), "ending");
        assert_eq!(held.state_on(in_days(1)), SeatState::Vacant { since: Some(in_days(1)) });
    }

    #[test]
    fn a_term_is_ending_from_ninety_days_before_unless_another_follows() {
        let by = Holder::Person(person(1));
        let ends = |days| seat(1, [term(1, in_days(-400), Some(in_days(days)))]).state_on(TODAY);
        assert_eq!(ends(91), SeatState::Held { by, until: Some(in_days(91)) });
        assert_eq!(ends(90), SeatState::Ending { by, until: in_days(90) });
        let followed = seat(1, [term(1, in_days(-400), Some(in_days(9))), term(2, in_days(10), None)]);
        assert_eq!(followed.state_on(TODAY), SeatState::Held { by, until: Some(in_days(9)) });
    }

    #[test]
    fn who_left_early_leaves_the_seat_vacant_from_the_next_day() {
        let left = Some(Left { on: in_days(-58), how: LeftHow::Resigned });
        let quit = seat(1, [Term { left, ..term(1, in_days(-700), Some(in_days(395))) }]);
        assert_eq!(quit.state_on(TODAY), SeatState::Vacant { since: Some(in_days(-57)) });
    }

    #[test]
    fn a_seat_whose_first_holder_is_yet_to_come_is_awaited() {
        let coming = seat(1, [term(3, in_days(20), Some(in_days(1_115)))]);
        let by = Holder::Person(person(3));
        assert_eq!(coming.state_on(TODAY), SeatState::Awaited { by, from: in_days(20) });
        assert!(!coming.state_on(TODAY).is_vacant());
    }

    #[test]
    fn a_seat_whose_holder_the_source_does_not_name_is_not_vacant() {
        let mut unnamed = seat(1, [term(1, in_days(-700), None)]);
        unnamed.terms[0].agreed.holder = Holder::NotNamed;
        assert_eq!(unnamed.state_on(TODAY).code(), "unnamed");
        assert!(!unnamed.state_on(TODAY).is_vacant());
    }

    #[test]
    fn a_full_body_refuses_another_seat() {
        let full = board(2, [seat(1, []), seat(2, [])]);
        assert_eq!(grant_seat(&full), Err(SeatRefusal::CouncilFull { limit: 2 }));
        assert_eq!(grant_seat(&board(3, [seat(1, []), seat(3, [])])), Ok(2), "the lowest free number");
        assert_eq!(grant_seat(&Board { closed: true, ..board(3, []) }), Err(SeatRefusal::CouncilClosed));
    }

    #[test]
    fn a_limit_below_the_seats_is_refused_and_a_fitting_one_closes_the_gaps() {
        let gappy = board(9, [seat(2, []), seat(9, [])]);
        assert_eq!(limit_seats(&gappy, 1), Err(SeatRefusal::LimitBelowSeats { seats: 2 }));
        assert_eq!(limit_seats(&gappy, 2), Ok(vec![(gappy.seats[0].id, 1), (gappy.seats[1].id, 2)]));
        assert_eq!(limit_seats(&gappy, 9), Ok(vec![]), "nothing moves without need");
    }

    #[test]
    fn a_seat_that_somebody_holds_does_not_go_to_the_bin() {
        assert_eq!(bin_seat(&seat(1, [term(1, in_days(-1), None)]), TODAY), Err(SeatRefusal::Held));
        assert_eq!(bin_seat(&seat(1, [term(1, in_days(5), None)]), TODAY), Err(SeatRefusal::Held));
        assert_eq!(bin_seat(&seat(1, [term(1, in_days(-9), Some(in_days(-2)))]), TODAY), Ok(()));
    }

    proptest! {
        #[test]
        fn a_body_never_has_more_seats_than_its_limit(limit in 1_u32..12, grants in 0_usize..20) {
            let mut body = board(limit, []);
            for _ in 0..grants {
                if let Ok(number) = grant_seat(&body) {
                    body.seats.push(seat(number, []));
                }
            }
            prop_assert_eq!(body.seats.len(), grants.min(usize::try_from(limit).unwrap()));
            let numbers: std::collections::BTreeSet<_> = body.seats.iter().map(|seat| seat.number).collect();
            prop_assert_eq!(numbers.len(), body.seats.len());
        }
    }
}
