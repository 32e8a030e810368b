//! How far a record can be trusted: by the day on which somebody looked whether it is true, never by the day on which it was changed.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

/// A record of an organization is green for so many months, unless its kind says otherwise.
pub const MONTHS: i32 = 12;
/// A record of an informal group is green for so many months: it changes faster, and is renewed in two taps.
pub const MONTHS_INFORMAL: i32 = 4;
/// How far a waiting time can be trusted, in days.
pub const WAIT_DAYS: i32 = 30;

/// How far a record can be trusted today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// Somebody looked, not long ago.
    Verified,
    /// It is due to be looked at.
    Due,
    /// It was looked at long ago, or never: call first. It is never hidden for that.
    CallFirst,
}

impl Freshness {
    /// All, the best first.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Due, Self::CallFirst];

    /// The code in filters and word keys (`fresh-due`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Due => "due",
            Self::CallFirst => "call-first",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The days on which a record that was verified on `on` becomes amber, and then grey: after its months, and after half as many again.
pub fn turns(on: Date, months: i32) -> (Date, Date) {
    let after = |months: i32| on.checked_add(months.months()).unwrap_or(Date::MAX);
    (after(months), after(months.saturating_add(months / 2)))
}

/// How far a record can be trusted on `today`: one of twelve months is green for twelve, amber to eighteen, then grey.
pub fn freshness(verified_on: Option<Date>, months: i32, today: Date) -> Freshness {
    let Some(on) = verified_on else { return Freshness::CallFirst };
    let (amber, grey) = turns(on, months);
    if today < amber {
        Freshness::Verified
    } else if today < grey {
        Freshness::Due
    } else {
        Freshness::CallFirst
    }
}

/// Whether what was said about waiting on `said_on` may still be shown as a fact; else it says "ask".
pub fn wait_holds(said_on: Date, today: Date) -> bool {
    said_on.checked_add(WAIT_DAYS.days()).is_ok_and(|end| today <= end)
}

/// What a record from elsewhere may do to a field that was verified here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwriting {
    /// It may be written.
    Writes,
    /// Somebody looked here later than there: a person decides.
    Asks,
}

/// Whether a value that was verified elsewhere on `theirs` may take the place of one that was verified here on `ours`.
pub fn overwriting(ours: Option<Date>, theirs: Option<Date>) -> Overwriting {
    match (ours, theirs) {
        (None, _) => Overwriting::Writes,
        (Some(ours), Some(theirs)) if theirs >= ours => Overwriting::Writes,
        _ => Overwriting::Asks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_record_is_green_for_its_months_then_amber_for_half_as_many_then_grey() {
        let on = Some(date(2026, 1, 31));
        for (today, expected) in [
            (date(2026, 1, 31), Freshness::Verified),
            (date(2027, 1, 30), Freshness::Verified),
            (date(2027, 1, 31), Freshness::Due),
            (date(2027, 7, 30), Freshness::Due),
            (date(2027, 7, 31), Freshness::CallFirst),
        ] {
            assert_eq!(freshness(on, MONTHS, today), expected, "{today}");
        }
        assert_eq!(freshness(None, MONTHS, date(2026, 1, 1)), Freshness::CallFirst);
        assert_eq!(freshness(on, MONTHS_INFORMAL, date(2026, 5, 31)), Freshness::Due);
    }

    #[test]
    fn a_waiting_time_holds_thirty_days() {
        assert!(wait_holds(date(2026, 3, 1), date(2026, 3, 31)));
        assert!(!wait_holds(date(2026, 3, 1), date(2026, 4, 1)));
    }

    #[test]
    fn what_was_looked_at_here_later_is_not_overwritten() {
        let (older, newer) = (Some(date(2026, 1, 1)), Some(date(2026, 2, 1)));
        assert_eq!(overwriting(newer, older), Overwriting::Asks);
        assert_eq!(overwriting(newer, None), Overwriting::Asks, "nobody looked there");
        assert_eq!(overwriting(older, newer), Overwriting::Writes);
        assert_eq!(overwriting(None, None), Overwriting::Writes);
    }

    proptest! {
        #[test]
        fn trust_only_falls_with_time(months in 1_i32..36, first in 0_i32..2_000, more in 0_i32..2_000) {
            let on = date(2020, 2, 29);
            let today = on.checked_add(first.days()).unwrap();
            let later = today.checked_add(more.days()).unwrap();
            prop_assert!(freshness(Some(on), months, today) <= freshness(Some(on), months, later));
        }
    }
}
