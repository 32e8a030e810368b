//! Expressions of interest: rounds in spring and fall, the queue, and every answer.
//!
//! Nobody's wish is lost: one that comes between two rounds is kept and enters the next.

use crate::{
    RoundId, SeatId,
    rules::seats::{SeatOnBoard, SeatState},
};
use jiff::{ToSpan, civil::Date};

/// An expression is kept for so many days after its answer or, when nobody answers, after its round: two years. The words that
/// people agree to say so, and so does the data map.
pub const KEPT_DAYS: i32 = 730;
/// The same content by the same person to the same body within so many seconds is the same expression: one day.
pub const SAME_SECONDS: i64 = 86_400;

/// When in the year a round is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// In spring.
    Spring,
    /// In fall.
    Fall,
    /// At another time.
    Other,
}

impl Season {
    /// All seasons, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Spring, Self::Fall, Self::Other];

    /// The code in the database, in forms and in word keys (`round-season-fall`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Fall => "fall",
            Self::Other => "other",
        }
    }

    /// The season of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|season| season.code() == code)
    }
}

platform::coded!(Season);

/// A time in which expressions of interest are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Which round.
    pub id: RoundId,
    /// When in the year.
    pub season: Season,
    /// The first day.
    pub opens_on: Date,
    /// The last day.
    pub closes_on: Date,
    /// How its record stands: rises with each change.
    pub version: i64,
}

impl Round {
    /// Whether it is open on that day.
    pub fn is_open(&self, day: Date) -> bool {
        self.opens_on <= day && day <= self.closes_on
    }
}

/// How far an expression of interest has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExpressionState {
    /// Nobody has read it yet.
    Received,
    /// Being read, or the person is being interviewed.
    UnderReview,
    /// Kept for the next round.
    Kept,
    /// Answered: the person was given a seat.
    Accepted,
    /// Answered: not this time.
    Declined,
}

impl ExpressionState {
    /// All states, in the order of filters.
    pub const ALL: [Self; 5] =
        [Self::Received, Self::UnderReview, Self::Kept, Self::Accepted, Self::Declined];

    /// The code in the database, in filters and in word keys (`expression-state-kept`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::UnderReview => "under-review",
            Self::Kept => "kept",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the person has had her answer.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Accepted | Self::Declined)
    }
}

platform::coded!(ExpressionState);

/// An answer to an expression of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpressionAnswer {
    /// Being read.
    Review,
    /// Kept for the next round.
    Keep,
    /// A seat.
    Accept {
        /// Which.
        seat: SeatId,
    },
    /// Not this time.
    Decline,
}

impl ExpressionAnswer {
    /// The state it leads to.
    pub const fn state(self) -> ExpressionState {
        match self {
            Self::Review => ExpressionState::UnderReview,
            Self::Keep => ExpressionState::Kept,
            Self::Accept { .. } => ExpressionState::Accepted,
            Self::Decline => ExpressionState::Declined,
        }
    }
}

platform::refusals! {
    /// Why an expression of interest cannot be answered so.
    pub enum ExpressionRefusal {
        /// It has had its answer.
        Answered = "expression-answered",
        /// The seat is held, or another person is about to take it.
        SeatTaken = "expression-seat-taken",
        /// The seat is not one of the body's.
        NoSuchSeat = "expression-no-such-seat",
        /// A person who is told no is told why.
        NoWords = "expression-no-words",
    }
}

platform::refusals! {
    /// Why a round cannot be held then.
    pub enum RoundRefusal {
        /// It closes before it opens.
        Backwards = "round-backwards",
        /// Another round is open then.
        Overlaps { from: Date } = "round-overlaps",
        /// Expressions that came in it have had their answer.
        Answered { n: i64 } = "round-answered",
    }
}

/// What becomes of an expression that comes in on `today`: it enters the open round, or is kept for the next.
pub fn receive(rounds: &[Round], today: Date) -> (Option<RoundId>, ExpressionState) {
    match rounds.iter().find(|round| round.is_open(today)) {
        Some(round) => (Some(round.id), ExpressionState::Received),
        None => (None, ExpressionState::Kept),
    }
}

/// The round that is open on `today`, or else the next that is set.
pub fn next_round(rounds: &[Round], today: Date) -> Option<Round> {
    rounds.iter().filter(|round| round.closes_on >= today).min_by_key(|round| round.opens_on).copied()
}

/// The last day on which an expression is kept: counted from its answer, else from the end of its round, else from when it came.
pub fn kept_until(answered: Option<Date>, closes_on: Option<Date>, received: Date) -> Date {
    let waits_from = closes_on.map_or(received, |closes_on| closes_on.max(received));
    answered.unwrap_or(waits_from).saturating_add(KEPT_DAYS.days())
}

/// Whether an expression in `state` may get this answer, with `words` to the person.
///
/// # Errors
/// [`ExpressionRefusal`]; an answer is given once, and a no is never given without a word.
pub fn answer(
    state: ExpressionState,
    answer: ExpressionAnswer,
    words: &str,
    seats: &[SeatOnBoard],
    today: Date,
) -> Result<(), ExpressionRefusal> {
    if state.is_answered() {
        return Err(ExpressionRefusal::Answered);
    }
    match answer {
        ExpressionAnswer::Decline if words.trim().is_empty() => Err(ExpressionRefusal::NoWords),
        ExpressionAnswer::Accept { seat } => {
            let seat = seats.iter().find(|on| on.id == seat).ok_or(ExpressionRefusal::NoSuchSeat)?;
            if matches!(seat.state_on(today), SeatState::Vacant { .. }) {
                Ok(())
            } else {
                Err(ExpressionRefusal::SeatTaken)
            }
        }
        _ => Ok(()),
    }
}

/// Whether a round may be held from `opens_on` to `closes_on` beside those that are set.
///
/// # Errors
/// [`RoundRefusal`].
pub fn hold_round(rounds: &[Round], opens_on: Date, closes_on: Date) -> Result<(), RoundRefusal> {
    if closes_on < opens_on {
        return Err(RoundRefusal::Backwards);
    }
    match rounds.iter().find(|other| other.opens_on <= closes_on && opens_on <= other.closes_on) {
        Some(other) => Err(RoundRefusal::Overlaps { from: other.opens_on }),
        None => Ok(()),
    }
}

/// Whether the days of `id` may be corrected to these, beside the other rounds.
///
/// # Errors
/// [`RoundRefusal`].
pub fn move_round(
    rounds: &[Round],
    id: RoundId,
    opens_on: Date,
    closes_on: Date,
) -> Result<(), RoundRefusal> {
    let others: Vec<Round> = rounds.iter().filter(|round| round.id != id).copied().collect();
    hold_round(&others, opens_on, closes_on)
}

/// Whether a round that was set by mistake may be taken back: nobody has had an answer in it.
///
/// # Errors
/// [`RoundRefusal::Answered`].
pub fn take_back_round(answered: i64) -> Result<(), RoundRefusal> {
    if answered == 0 { Ok(()) } else { Err(RoundRefusal::Answered { n: answered }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::{seat, term};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 22);

    fn fall() -> Round {
        let (opens_on, closes_on) = (date(2026, 10, 1), date(2026, 10, 31));
        Round { id: RoundId(Uuid::nil()), season: Season::Fall, opens_on, closes_on, version: 1 }
    }

    #[test]
    fn a_late_expression_is_kept_and_one_on_the_last_day_is_in_time() {
        assert_eq!(receive(&[fall()], date(2026, 10, 31)), (Some(fall().id), ExpressionState::Received));
        assert_eq!(receive(&[fall()], date(2026, 11, 1)), (None, ExpressionState::Kept));
        assert_eq!(receive(&[], TODAY), (None, ExpressionState::Kept));
    }

    #[test]
    fn the_next_round_is_the_open_one_or_the_first_to_come() {
        let spring = Round { opens_on: date(2027, 4, 1), closes_on: date(2027, 4, 30), ..fall() };
        assert_eq!(next_round(&[spring, fall()], date(2026, 10, 31)), Some(fall()));
        assert_eq!(next_round(&[spring, fall()], TODAY), Some(spring));
        assert_eq!(next_round(&[fall()], TODAY), None);
    }

    #[test]
    fn what_nobody_answers_ends_too() {
        let (came, closes, answered) = (date(2024, 1, 1), date(2024, 3, 1), date(2024, 2, 1));
        assert_eq!(kept_until(Some(answered), Some(closes), came), date(2026, 1, 31));
        assert_eq!(kept_until(None, Some(closes), came), date(2026, 3, 1));
        assert_eq!(kept_until(None, None, came), date(2025, 12, 31));
        assert_eq!(
            kept_until(None, Some(date(2020, 1, 1)), came),
            date(2025, 12, 31),
            "a round moved by mistake"
        );
    }

    #[test]
    fn an_answer_is_given_once() {
        for state in ExpressionState::ALL {
            let again = answer(state, ExpressionAnswer::Review, "", &[], TODAY);
            assert_eq!(again.is_err(), state.is_answered(), "{state:?}");
        }
    }

    #[test]
    fn nobody_is_told_no_without_a_word() {
        let no = |words| answer(ExpressionState::Received, ExpressionAnswer::Decline, words, &[], TODAY);
        assert_eq!(no("  "), Err(ExpressionRefusal::NoWords));
        assert_eq!(no("The seat went to a tenant of the same street."), Ok(()));
    }

    #[test]
    fn only_a_vacant_seat_of_the_body_can_be_given() {
        let seats = [
            seat(1, []),
            seat(2, [term(1, date(2026, 1, 1), None)]),
            seat(3, [term(2, date(2027, 1, 1), None)]),
        ];
        let give = |n: usize| {
            let ask = ExpressionAnswer::Accept { seat: seats[n].id };
            answer(ExpressionState::Kept, ask, "", &seats, TODAY)
        };
        assert_eq!(give(0), Ok(()));
        assert_eq!(give(1), Err(ExpressionRefusal::SeatTaken));
        assert_eq!(give(2), Err(ExpressionRefusal::SeatTaken), "somebody is about to take it");
        let other = ExpressionAnswer::Accept { seat: SeatId(Uuid::from_u128(99)) };
        assert_eq!(
            answer(ExpressionState::Kept, other, "", &seats, TODAY),
            Err(ExpressionRefusal::NoSuchSeat)
        );
    }

    #[test]
    fn two_rounds_are_never_open_on_the_same_day() {
        let rounds = [fall()];
        assert_eq!(hold_round(&rounds, date(2026, 11, 1), date(2026, 11, 30)), Ok(()));
        assert_eq!(
            hold_round(&rounds, date(2026, 10, 31), date(2026, 11, 30)),
            Err(RoundRefusal::Overlaps { from: date(2026, 10, 1) })
        );
        assert_eq!(hold_round(&rounds, date(2027, 4, 2), date(2027, 4, 1)), Err(RoundRefusal::Backwards));
    }

    #[test]
    fn a_round_moves_over_its_own_days_and_not_over_those_of_others() {
        let spring = Round {
            id: RoundId(Uuid::from_u128(2)),
            opens_on: date(2027, 4, 1),
            closes_on: date(2027, 4, 30),
            ..fall()
        };
        let rounds = [spring, fall()];
        assert_eq!(move_round(&rounds, fall().id, date(2026, 10, 15), date(2026, 11, 15)), Ok(()));
        assert_eq!(
            move_round(&rounds, fall().id, date(2026, 10, 15), date(2027, 4, 1)),
            Err(RoundRefusal::Overlaps { from: date(2027, 4, 1) })
        );
    }

    #[test]
    fn a_round_in_which_somebody_had_an_answer_stays() {
        assert_eq!(take_back_round(0), Ok(()));
        assert_eq!(take_back_round(1), Err(RoundRefusal::Answered { n: 1 }));
    }
}
