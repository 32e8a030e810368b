//! What exists here: questions by sector, their answers over time, and which sectors nobody at the table knows enough about.

use jiff::civil::Date;
use platform::clock::Moment;

/// The questions that a new partnership is offered: a code and the code of the sector that it asks about. The words of each
/// have the key `discovery-ask-…`.
pub const OFFERED: [(&str, &str); 8] = [
    ("police", "police"),
    ("arts", "arts"),
    ("worship", "faith"),
    ("clinics", "health"),
    ("interpreters", "interpreting"),
    ("leaders", "municipality"),
    ("advice", "advice"),
    ("schools", "higher_education"),
];

/// A question has at most this many characters in each language.
pub const QUESTION: usize = 400;

/// An answer to a question of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Has {
    /// It exists.
    Yes,
    /// Some of it exists.
    Partly,
    /// It does not exist.
    No,
    /// Nobody knows yet.
    Unknown,
}

impl Has {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::Unknown];

    /// The code in the database, in forms and in word keys (`discovery-has-partly`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// The answer of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Has);

platform::refusals! {
    /// Why an answer is not taken.
    pub enum DiscoveryRefusal {
        /// The question is not asked any more.
        Retired = "discovery-retired",
        /// The day is still to come.
        Future = "discovery-future",
        /// The questions that are offered stand on the list already.
        Offered = "discovery-offered",
    }
}

/// Whether an answer of a day may be written down.
///
/// # Errors
/// [`DiscoveryRefusal`].
pub fn may_answer(retired: bool, day: Date, today: Date) -> Result<(), DiscoveryRefusal> {
    match (retired, day > today) {
        (true, _) => Err(DiscoveryRefusal::Retired),
        (_, true) => Err(DiscoveryRefusal::Future),
        _ => Ok(()),
    }
}

/// Which of several answers holds: that of the latest day, and of one day the one written down last. No answer overwrites another.
pub fn holds<A>(answers: &[A], when: impl Fn(&A) -> (Date, Moment)) -> Option<&A> {
    answers.iter().max_by_key(|one| when(one))
}

/// The order of a list after `one` of it was put at a place, counted from 1; behind all others when there is no such place. What
/// is not on the list is put on it.
pub fn placed<T: Copy + PartialEq>(order: &[T], one: T, place: i64) -> Vec<T> {
    let mut after: Vec<T> = order.iter().copied().filter(|other| *other != one).collect();
    let at = usize::try_from(place.saturating_sub(1)).unwrap_or(0).min(after.len());
    after.insert(at, one);
    after
}

/// Whether a sector is missing: not all of it is known to exist, and nobody from it is a partner.
pub const fn is_missing(has: Has, partners: i64) -> bool {
    !matches!(has, Has::Yes) && partners == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};
    use proptest::prelude::*;

    #[test]
    fn a_sector_is_missing_when_little_is_known_and_nobody_sits_there() {
        assert!(is_missing(Has::No, 0) && is_missing(Has::Partly, 0) && is_missing(Has::Unknown, 0));
        assert!(!is_missing(Has::Yes, 0), "what exists is not missing");
        assert!(Has::ALL.into_iter().all(|one| !is_missing(one, 1)), "and a partner can tell");
    }

    #[test]
    fn only_a_question_that_is_asked_has_an_answer_of_a_day_that_has_come() {
        let today = date(2026, 11, 22);
        assert_eq!(may_answer(false, today, today), Ok(()));
        assert_eq!(may_answer(true, today, today), Err(DiscoveryRefusal::Retired));
        assert_eq!(may_answer(false, date(2026, 11, 23), today), Err(DiscoveryRefusal::Future));
    }

    #[test]
    fn a_question_goes_where_it_is_put_and_the_others_keep_their_order() {
        assert_eq!(placed(&['a', 'b', 'c'], 'c', 1), ['c', 'a', 'b']);
        assert_eq!(placed(&['a', 'b', 'c'], 'a', 2), ['b', 'a', 'c']);
        assert_eq!(placed(&['a', 'b', 'c'], 'a', 99), ['b', 'c', 'a']);
        assert_eq!(placed(&['a', 'b', 'c'], 'b', -4), ['b', 'a', 'c']);
        assert_eq!(placed(&[], 'n', 7), ['n']);
    }

    proptest! {
        #[test]
        fn putting_one_in_order_loses_nobody(len in 1_usize..40, at in 0_usize..40, place in -3_i64..60) {
            let order: Vec<usize> = (0..len).collect();
            let one = at % len;
            let after = placed(&order, one, place);
            let others = |all: &[usize]| all.iter().copied().filter(|other| *other != one).collect::<Vec<_>>();
            prop_assert_eq!(others(&after), others(&order));
            prop_assert_eq!(after.len(), len);
            prop_assert_eq!(placed(&after, one, place), after);
        }

        #[test]
        fn the_latest_day_holds_whatever_was_written_down_first(days in proptest::collection::vec((0_i64..500, 0_i64..500), 1..20)) {
            let answers: Vec<(Date, Moment)> = days.iter()
                .map(|(day, at)| (date(2026, 1, 1).saturating_add(day.days()), Moment::from_micros(*at)))
                .collect();
            let mut turned = answers.clone();
            turned.reverse();
            let (one, other) = (holds(&answers, |one| *one), holds(&turned, |one| *one));
            prop_assert_eq!(one, other);
            prop_assert!(answers.iter().all(|answer| Some(answer) <= one));
        }
    }
}
