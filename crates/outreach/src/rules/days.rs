//! Working days: Monday to Friday. Holidays differ from place to place and are not known here, so what fell due on one says
//! that it is late a day early.

use jiff::{ToSpan, civil::Date};

/// Within so many working days somebody who wrote to us has an answer.
pub const ANSWER_WITHIN: u32 = 5;

/// The day that is `n` working days after `day`.
pub fn working_days_after(day: Date, n: u32) -> Date {
    let (mut at, mut left) = (day, n);
    while left > 0 {
        let next = at.saturating_add(1.day());
        if next == at {
            return at;
        }
        at = next;
        if at.weekday().to_monday_one_offset() <= 5 {
            left -= 1;
        }
    }
    at
}

/// The last day on which an answer is in time to what came on `received`.
pub fn answer_by(received: Date) -> Date {
    working_days_after(received, ANSWER_WITHIN)
}

/// Whether what came on `received` should have had its answer before `today`.
pub fn is_late(received: Date, today: Date) -> bool {
    today > answer_by(received)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_weekend_counts_for_nothing() {
        let friday = date(2026, 11, 20);
        assert_eq!(working_days_after(friday, 1), date(2026, 11, 23));
        assert_eq!(working_days_after(date(2026, 11, 22), 1), date(2026, 11, 23), "from a Sunday too");
        assert_eq!(answer_by(friday), date(2026, 11, 27));
        assert!(!is_late(friday, date(2026, 11, 27)) && is_late(friday, date(2026, 11, 28)));
    }

    #[test]
    fn no_day_is_no_wait() {
        assert_eq!(working_days_after(date(2026, 11, 21), 0), date(2026, 11, 21));
    }

    proptest! {
        #[test]
        fn one_more_working_day_is_later_and_never_on_a_weekend(offset in 0_i64..20_000, n in 0_u32..60) {
            let day = date(2000, 1, 1).saturating_add(offset.days());
            let (one, next) = (working_days_after(day, n), working_days_after(day, n + 1));
            prop_assert!(next > one);
            prop_assert!(next.weekday().to_monday_one_offset() <= 5);
            prop_assert!(i64::from((next - one).get_days()) <= 3);
        }
    }
}
