//! Letters that ask an organization whether the records of its services are true: whom, about which, for how long their links hold.

use super::freshness::turns;
use jiff::{ToSpan, civil::Date};
use platform::clock::Moment;

/// The link of a letter holds for so many seconds after it was sent: 30 days.
pub const LINK_SECONDS: i64 = 30 * 86_400;
/// So many days from today on an answer may be asked for at the latest: the last day through which the link holds, whatever the hour at
/// which it was sent.
pub const MOST_DAYS: i64 = 29;
/// A record is asked about from so many days before it is due: an answer takes its time.
pub const AHEAD_DAYS: i64 = 30;

platform::refusals! {
    /// Why nobody is asked, or no answer is taken.
    pub enum LetterRefusal {
        /// No organization was chosen.
        Nobody = "service-letter-nobody",
        /// The day lies before tomorrow, or after the end of the link.
        Until { last: Date } = "service-letter-until",
        /// The letter was taken back before.
        Over = "service-letter-over",
        /// What was chosen cannot be asked any more.
        Changed = "service-letter-changed",
        /// The day on which to call again lies before the call.
        AgainBefore = "service-letter-again-before",
    }
}

/// The last day on which a record that holds for `months` may stay unasked: it was verified on `on`, or never.
pub fn is_to_be_asked(on: Option<Date>, months: i32, today: Date) -> bool {
    let soon = today.saturating_add(AHEAD_DAYS.days());
    on.is_none_or(|on| turns(on, months).0 <= soon)
}

/// A day until which an answer may be asked for.
///
/// # Errors
/// [`LetterRefusal::Until`].
pub fn until(day: Date, today: Date) -> Result<Date, LetterRefusal> {
    let last = today.saturating_add(MOST_DAYS.days());
    if day > today && day <= last { Ok(day) } else { Err(LetterRefusal::Until { last }) }
}

/// How a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterState {
    /// Something is still to be answered.
    Waiting,
    /// All of it was answered.
    Answered,
    /// The link has ended before all was answered.
    Ended,
    /// It was taken back.
    Cancelled,
}

impl LetterState {
    /// All states, in the order of filters.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Answered, Self::Ended, Self::Cancelled];

    /// The code in filters and in word keys (`service-letter-state-waiting`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What happened to a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// When it was sent last.
    pub sent_at: Moment,
    /// When the last of its services was answered.
    pub answered_at: Option<Moment>,
    /// When it was taken back.
    pub cancelled_at: Option<Moment>,
}

impl Sent {
    /// How the letter stands at an instant.
    pub fn state(self, now: Moment) -> LetterState {
        match (self.cancelled_at, self.answered_at) {
            (Some(_), _) => LetterState::Cancelled,
            (None, Some(_)) => LetterState::Answered,
            (None, None) if now < self.sent_at.plus_seconds(LINK_SECONDS) => LetterState::Waiting,
            (None, None) => LetterState::Ended,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_record_is_asked_about_a_month_before_it_is_due_and_one_never_looked_at_always() {
        assert!(is_to_be_asked(None, 12, TODAY));
        assert!(is_to_be_asked(Some(date(2025, 12, 23)), 12, TODAY), "due in thirty days");
        assert!(!is_to_be_asked(Some(date(2025, 12, 24)), 12, TODAY));
        assert!(is_to_be_asked(Some(date(2026, 8, 23)), 4, TODAY), "an informal one");
    }

    #[test]
    fn the_day_lies_ahead_and_within_the_link() {
        let last = date(2026, 12, 22);
        assert_eq!(until(TODAY, TODAY), Err(LetterRefusal::Until { last }));
        assert_eq!(until(last, TODAY), Ok(last));
        assert_eq!(until(date(2026, 12, 23), TODAY), Err(LetterRefusal::Until { last }));
    }

    proptest! {
        #[test]
        fn only_a_letter_that_waits_can_be_answered(
            after in 0_i64..90 * 86_400, answered in proptest::option::of(0_i64..90 * 86_400), cancelled in proptest::option::of(0_i64..90 * 86_400)
        ) {
            let at = |seconds: i64| Moment::from_micros(0).plus_seconds(seconds);
            let sent = Sent { sent_at: at(0), answered_at: answered.map(at), cancelled_at: cancelled.map(at) };
            let waits = sent.state(at(after)) == LetterState::Waiting;
            prop_assert_eq!(waits, answered.is_none() && cancelled.is_none() && after < LINK_SECONDS);
        }
    }
}
