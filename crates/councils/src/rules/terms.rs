//! Terms: who sits on a seat, from which day to which. A seat's history is its terms; nothing of it is overwritten.

use crate::{SeatId, TermId, rules::seats::Board};
use jiff::{ToSpan, civil::Date};
use partners::PersonId;

/// Who holds a seat during a term. Written as the person, or as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(into = "Option<PersonId>")]
pub enum Holder {
    /// A person the partnership knows.
    Person(PersonId),
    /// Somebody whom the source counts and does not name.
    NotNamed,
}

impl Holder {
    /// The person, when the source names one.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::NotNamed => None,
        }
    }
}

impl From<Holder> for Option<PersonId> {
    fn from(holder: Holder) -> Self {
        holder.person()
    }
}

impl From<Option<PersonId>> for Holder {
    fn from(person: Option<PersonId>) -> Self {
        person.map_or(Self::NotNamed, Self::Person)
    }
}

/// How a term ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftHow {
    /// The holder resigned.
    Resigned,
    /// The organization sent somebody else.
    Replaced,
    /// The body ended it.
    Ended,
}

impl LeftHow {
    /// All ways, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Resigned, Self::Replaced, Self::Ended];

    /// The code in the database, in forms and in word keys (`term-left-resigned`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resigned => "resigned",
            Self::Replaced => "replaced",
            Self::Ended => "ended",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.code() == code)
    }
}

platform::coded!(LeftHow);

/// The last day of a holder who left before the term was over, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Left {
    /// The last day.
    pub on: Date,
    /// How.
    pub how: LeftHow,
}

/// A term somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct AskForTerm {
    /// Who sits.
    pub holder: Holder,
    /// Who comes when the holder cannot.
    pub alternate: Option<PersonId>,
    /// The first day.
    pub starts_on: Date,
    /// Whether the first day is known only roughly.
    pub starts_about: bool,
    /// The last day as agreed; none for as long as the office or the organization says.
    pub ends_on: Option<Date>,
}

/// A term as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Which term.
    pub id: TermId,
    /// What was agreed.
    pub agreed: AskForTerm,
    /// When and how the holder left early, if so.
    pub left: Option<Left>,
}

impl AskForTerm {
    /// Whether some day belongs to both spans, the last days included.
    fn meets(&self, from: Date, to: Option<Date>) -> bool {
        to.is_none_or(|to| self.starts_on <= to) && self.ends_on.is_none_or(|end| from <= end)
    }
}

impl Term {
    /// The last day on which the holder sits, as far as known; none when the term has no end.
    pub fn last_day(&self) -> Option<Date> {
        self.left.map(|left| left.on).or(self.agreed.ends_on)
    }

    /// Whether the holder sits on that day.
    pub fn covers(&self, day: Date) -> bool {
        self.agreed.starts_on <= day && self.last_day().is_none_or(|last| day <= last)
    }

    /// Whether it is over before that day.
    pub fn is_over(&self, day: Date) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }
}

platform::refusals! {
    /// Why a term cannot be so.
    pub enum TermRefusal {
        /// It ends before it starts.
        Backwards = "term-backwards",
        /// The seat is held from `from` on by another term.
        Overlaps { from: Date } = "term-overlaps",
        /// The person holds another seat of this body then.
        SeatedHere { number: u32 } = "term-seated-here",
        /// The alternate is the holder.
        AlternateIsHolder = "term-alternate-is-holder",
        /// The term is over already.
        Over { on: Date } = "term-over",
        /// The day of leaving lies before the term.
        LeftBeforeStart { starts_on: Date } = "term-left-before-start",
        /// The day of leaving lies behind the end of the term.
        LeftAfterEnd { ends_on: Date } = "term-left-after-end",
        /// A term without an end needs no renewal.
        WithoutEnd = "term-without-end",
        /// The body is closed.
        CouncilClosed = "term-council-closed",
        /// The seat or the term is not here (any more).
        Gone = "term-gone",
    }
}

/// Lets somebody hold `seat` for a term, or says why not.
///
/// # Errors
/// Any [`TermRefusal`] that speaks of the new term: backwards, overlapping, the same person twice.
pub fn hold(board: &Board, seat: SeatId, ask: &AskForTerm) -> Result<(), TermRefusal> {
    if board.closed {
        return Err(TermRefusal::CouncilClosed);
    }
    if ask.ends_on.is_some_and(|end| end < ask.starts_on) {
        return Err(TermRefusal::Backwards);
    }
    two_people(ask.holder, ask.alternate)?;
    let own = board.seats.iter().find(|on| on.id == seat).ok_or(TermRefusal::Gone)?;
    if let Some(other) = own.terms.iter().find(|term| ask.meets(term.agreed.starts_on, term.last_day())) {
        return Err(TermRefusal::Overlaps { from: other.agreed.starts_on });
    }
    let Some(person) = ask.holder.person() else { return Ok(()) };
    let seats_her = |term: &Term| {
        term.agreed.holder == Holder::Person(person) && ask.meets(term.agreed.starts_on, term.last_day())
    };
    match board.seats.iter().filter(|on| on.id != seat).find(|on| on.terms.iter().any(seats_her)) {
        Some(on) => Err(TermRefusal::SeatedHere { number: on.number }),
        None => Ok(()),
    }
}

/// The end of a term before its time, on `on`, or why it cannot end then.
///
/// # Errors
/// [`TermRefusal::Over`], [`TermRefusal::LeftBeforeStart`] or [`TermRefusal::LeftAfterEnd`].
pub fn leave(term: &Term, on: Date, how: LeftHow) -> Result<Left, TermRefusal> {
    if let Some(left) = term.left {
        return Err(TermRefusal::Over { on: left.on });
    }
    if on < term.agreed.starts_on {
        return Err(TermRefusal::LeftBeforeStart { starts_on: term.agreed.starts_on });
    }
    match term.agreed.ends_on {
        Some(ends_on) if ends_on < on => Err(TermRefusal::LeftAfterEnd { ends_on }),
        _ => Ok(Left { on, how }),
    }
}

/// The term that follows `term` for the same holder, until `ends_on`, or why there is none.
///
/// # Errors
/// [`TermRefusal::WithoutEnd`], or as [`hold`].
pub fn renew(
    board: &Board,
    seat: SeatId,
    term: &Term,
    ends_on: Option<Date>,
) -> Result<AskForTerm, TermRefusal> {
    let last = term.last_day().ok_or(TermRefusal::WithoutEnd)?;
    let starts_on = last.saturating_add(1.day());
    let next = AskForTerm { starts_on, starts_about: false, ends_on, ..term.agreed };
    hold(board, seat, &next).map(|()| next)
}

/// Whether `alternate` may stand in for the holder of `term`.
///
/// # Errors
/// [`TermRefusal::AlternateIsHolder`].
pub fn name_alternate(term: &Term, alternate: Option<PersonId>) -> Result<(), TermRefusal> {
    two_people(term.agreed.holder, alternate)
}

fn two_people(holder: Holder, alternate: Option<PersonId>) -> Result<(), TermRefusal> {
    match (holder, alternate) {
        (Holder::Person(holder), Some(alternate)) if holder == alternate => {
            Err(TermRefusal::AlternateIsHolder)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::{board, person, seat, term};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn ask(who: u8, from: Date, to: Option<Date>) -> AskForTerm {
        AskForTerm {
            holder: Holder::Person(person(who)),
            alternate: None,
            starts_on: from,
            starts_about: false,
            ends_on: to,
        }
    }

    const MARCH: Date = date(2026, 3, 1);
    const JUNE: Date = date(2026, 6, 30);

    #[test]
    fn a_term_that_ends_before_it_starts_is_refused_and_one_of_a_single_day_is_not() {
        let board = board(9, [seat(1, [])]);
        assert_eq!(hold(&board, board.seats[0].id, &ask(1, JUNE, Some(MARCH))), Err(TermRefusal::Backwards));
        assert_eq!(hold(&board, board.seats[0].id, &ask(1, JUNE, Some(JUNE))), Ok(()));
    }

    #[test]
    fn the_next_term_begins_the_day_after_the_last_one_ends() {
        let board = board(9, [seat(1, [term(1, MARCH, Some(JUNE))])]);
        let id = board.seats[0].id;
        assert_eq!(hold(&board, id, &ask(2, JUNE, None)), Err(TermRefusal::Overlaps { from: MARCH }));
        assert_eq!(hold(&board, id, &ask(2, JUNE.tomorrow().unwrap(), None)), Ok(()));
        assert_eq!(
            hold(&board, id, &ask(2, date(2026, 1, 1), None)),
            Err(TermRefusal::Overlaps { from: MARCH })
        );
        assert_eq!(hold(&board, id, &ask(2, date(2026, 1, 1), Some(MARCH.yesterday().unwrap()))), Ok(()));
    }

    #[test]
    fn a_person_holds_one_seat_of_a_body_at_a_time() {
        let board = board(9, [seat(1, [term(1, MARCH, Some(JUNE))]), seat(2, [])]);
        let second = board.seats[1].id;
        assert_eq!(hold(&board, second, &ask(1, JUNE, None)), Err(TermRefusal::SeatedHere { number: 1 }));
        assert_eq!(hold(&board, second, &ask(1, JUNE.tomorrow().unwrap(), None)), Ok(()));
        let unnamed = AskForTerm { holder: Holder::NotNamed, ..ask(1, MARCH, None) };
        assert_eq!(hold(&board, second, &unnamed), Ok(()), "those who are not named are not the same");
    }

    #[test]
    fn nobody_takes_a_seat_of_a_closed_body_or_one_that_is_gone() {
        let mut board = board(9, [seat(1, [])]);
        let id = board.seats[0].id;
        assert_eq!(hold(&board, SeatId(uuid::Uuid::nil()), &ask(1, MARCH, None)), Err(TermRefusal::Gone));
        board.closed = true;
        assert_eq!(hold(&board, id, &ask(1, MARCH, None)), Err(TermRefusal::CouncilClosed));
    }

    #[test]
    fn an_alternate_is_somebody_else() {
        let served = term(1, MARCH, None);
        assert_eq!(name_alternate(&served, Some(person(1))), Err(TermRefusal::AlternateIsHolder));
        assert_eq!(name_alternate(&served, Some(person(2))), Ok(()));
        assert_eq!(name_alternate(&served, None), Ok(()));
    }

    #[test]
    fn who_leaves_early_leaves_within_the_term_and_once() {
        let served = term(1, MARCH, Some(JUNE));
        let may = date(2026, 5, 5);
        let left = leave(&served, may, LeftHow::Resigned).unwrap();
        assert_eq!(Term { left: Some(left), ..served }.last_day(), Some(may));
        assert_eq!(
            leave(&Term { left: Some(left), ..served }, may, LeftHow::Ended),
            Err(TermRefusal::Over { on: may })
        );
        assert_eq!(
            leave(&served, MARCH.yesterday().unwrap(), LeftHow::Ended),
            Err(TermRefusal::LeftBeforeStart { starts_on: MARCH })
        );
        assert_eq!(
            leave(&served, JUNE.tomorrow().unwrap(), LeftHow::Ended),
            Err(TermRefusal::LeftAfterEnd { ends_on: JUNE })
        );
    }

    #[test]
    fn a_renewal_follows_without_a_gap_and_needs_an_end_to_follow() {
        let served = term(1, MARCH, Some(JUNE));
        let board = board(9, [seat(1, [served])]);
        let next = renew(&board, board.seats[0].id, &served, Some(date(2029, 6, 30))).unwrap();
        assert_eq!((next.starts_on, next.holder), (date(2026, 7, 1), served.agreed.holder));
        assert_eq!(renew(&board, board.seats[0].id, &served, Some(JUNE)), Err(TermRefusal::Backwards));
        assert_eq!(
            renew(&board, board.seats[0].id, &term(1, MARCH, None), None),
            Err(TermRefusal::WithoutEnd)
        );
    }

    fn any_ask() -> impl Strategy<Value = AskForTerm> {
        let day = |n: i32| date(2026, 1, 1).saturating_add(n.days());
        (0_u8..4, 0_i32..400, proptest::option::of(0_i32..400))
            .prop_map(move |(who, from, to)| ask(who, day(from), to.map(day)))
    }

    proptest! {
        #[test]
        fn however_terms_are_asked_for_no_day_has_two_holders(asks in proptest::collection::vec(any_ask(), 1..12)) {
            let mut board = board(9, [seat(1, []), seat(2, [])]);
            for (n, ask) in asks.iter().enumerate() {
                let id = board.seats[n % 2].id;
                if hold(&board, id, ask).is_ok() {
                    let held = Term { id: TermId(uuid::Uuid::from_u128(n as u128)), agreed: *ask, left: None };
                    board.seats[n % 2].terms.push(held);
                }
            }
            for n in 0_i32..900 {
                let day = date(2026, 1, 1).saturating_add(n.days());
                let holding: Vec<_> = board.seats.iter().map(|on| on.terms.iter().filter(|t| t.covers(day)).collect::<Vec<_>>()).collect();
                prop_assert!(holding.iter().all(|terms| terms.len() <= 1));
                let people: Vec<_> = holding.iter().flatten().map(|t| t.agreed.holder).collect();
                prop_assert!(people.len() < 2 || people[0] != people[1], "one person sits once");
            }
        }

        #[test]
        fn a_term_is_over_covers_or_has_not_begun(ask in any_ask(), day in 0_i32..900) {
            prop_assume!(ask.ends_on.is_none_or(|end| end >= ask.starts_on));
            let served = Term { id: TermId(uuid::Uuid::nil()), agreed: ask, left: None };
            let day = date(2026, 1, 1).saturating_add(day.days());
            let facts = [served.is_over(day), served.covers(day), ask.starts_on > day];
            prop_assert_eq!(facts.into_iter().filter(|fact| *fact).count(), 1);
        }
    }
}
