//! What a line costs and who gives it: money asked for and found, help in kind, hours of volunteers.

use serde::{Deserialize, Serialize};

platform::refusals! {
    /// Why an amount is not taken.
    pub enum MoneyRefusal {
        /// Not a whole number of dollars or hours.
        NotAnAmount { most: i64 } = "plan-not-an-amount",
    }
}

/// No line costs more.
pub const MOST: i64 = 1_000_000_000;

/// What a line needs and has, in whole Canadian dollars and in hours; none is not known, which is not nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Money {
    /// Asked for and not yet found.
    pub seeking: Option<i64>,
    /// Found.
    pub secured: Option<i64>,
    /// What help in kind is worth.
    pub in_kind: Option<i64>,
    /// Hours that volunteers give.
    pub volunteer_hours: Option<i64>,
}

impl Money {
    /// Both together. What is known of one is known of both; what is known of none stays unknown.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = |one: Option<i64>, two: Option<i64>| match (one, two) {
            (None, None) => None,
            (one, two) => Some(one.unwrap_or(0).saturating_add(two.unwrap_or(0))),
        };
        Self {
            seeking: sum(self.seeking, other.seeking),
            secured: sum(self.secured, other.secured),
            in_kind: sum(self.in_kind, other.in_kind),
            volunteer_hours: sum(self.volunteer_hours, other.volunteer_hours),
        }
    }

    /// Whether nothing is known.
    pub fn is_unknown(self) -> bool {
        self == Self::default()
    }
}

/// An amount as it is typed: digits, with spaces or commas between thousands, and a dollar sign on either side.
///
/// # Errors
/// [`MoneyRefusal::NotAnAmount`].
pub fn amount(typed: &str) -> Result<Option<i64>, MoneyRefusal> {
    let bare = typed.trim().trim_matches('$').trim();
    if bare.is_empty() && typed.trim().is_empty() {
        return Ok(None);
    }
    let digits: String = bare.chars().filter(|c| !matches!(c, ' ' | ',' | '\u{a0}' | '\u{202f}')).collect();
    let is_plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    let read = digits.parse::<i64>().ok().filter(|amount| is_plain && *amount <= MOST);
    read.map(Some).ok_or(MoneyRefusal::NotAnAmount { most: MOST })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        assert_eq!(amount(" 12 500 $ "), Ok(Some(12_500)));
        assert_eq!(amount("$12,500"), Ok(Some(12_500)));
        assert_eq!(amount("  "), Ok(None));
        for wrong in ["-5", "many", "12.50", "$", "1000000001"] {
            assert_eq!(amount(wrong), Err(MoneyRefusal::NotAnAmount { most: MOST }), "{wrong}");
        }
    }

    fn any_money() -> impl Strategy<Value = Money> {
        let one = || proptest::option::of(0_i64..=MOST);
        (one(), one(), one(), one()).prop_map(|(seeking, secured, in_kind, volunteer_hours)| Money {
            seeking,
            secured,
            in_kind,
            volunteer_hours,
        })
    }

    proptest! {
        #[test]
        fn a_sum_does_not_depend_on_the_order(mut all in proptest::collection::vec(any_money(), 0..20)) {
            let sum = |all: &[Money]| all.iter().fold(Money::default(), |sum, one| sum.plus(*one));
            let before = sum(&all);
            all.reverse();
            prop_assert_eq!(sum(&all), before);
            let known: Vec<i64> = all.iter().filter_map(|one| one.secured).collect();
            prop_assert_eq!(before.secured, (!known.is_empty()).then(|| known.iter().sum()));
        }

        #[test]
        fn what_was_written_reads_back(amount_of in 0_i64..=MOST) {
            prop_assert_eq!(amount(&amount_of.to_string()), Ok(Some(amount_of)));
        }
    }
}
