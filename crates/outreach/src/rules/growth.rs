//! How the partnership grew: who joined minus who left, by month or by year.

use jiff::{ToSpan, civil::Date};

/// From when to when somebody was a partner.
pub type Days = (Date, Option<Date>);

/// How long one point of the curve is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// A month.
    Month,
    /// A year.
    #[default]
    Year,
}

impl By {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Year, Self::Month];

    /// The code in addresses and word keys (`growth-by-year`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The length of a code; a year for anything else.
    pub fn of(code: &str) -> Self {
        if code == Self::Month.code() { Self::Month } else { Self::Year }
    }

    /// The first day of the period in which `day` lies.
    pub fn begins(self, day: Date) -> Date {
        match self {
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
        }
    }

    fn next(self, begins: Date) -> Date {
        match self {
            Self::Month => begins.saturating_add(1.month()),
            Self::Year => begins.saturating_add(1.year()),
        }
    }

    /// So many periods are shown at most: the last ones.
    const fn most(self) -> usize {
        match self {
            Self::Month => 36,
            Self::Year => 40,
        }
    }
}

/// One period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its first day.
    pub begins: Date,
    /// How many joined in it.
    pub joined: u32,
    /// How many left in it.
    pub left: u32,
    /// How many are partners at its end, or today.
    pub standing: u32,
}

/// The periods from the first joining to `today`, at most the last 40 years or 36 months; days after today count for nothing.
pub fn growth(all: &[Days], by: By, today: Date) -> Vec<Point> {
    let past: Vec<Days> = all
        .iter()
        .filter(|(joined, _)| *joined <= today)
        .map(|(joined, left)| (*joined, left.filter(|day| *day <= today)))
        .collect();
    let Some(first) = past.iter().map(|(joined, _)| *joined).min() else { return Vec::new() };
    let mut points = Vec::new();
    let (mut begins, mut standing) = (by.begins(first), 0_u32);
    while begins <= today {
        let next = by.next(begins);
        if next <= begins {
            break;
        }
        let within = |day: Date| begins <= day && day < next;
        let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
        let joined = count(past.iter().filter(|(day, _)| within(*day)).count());
        let left = count(past.iter().filter(|(_, day)| day.is_some_and(within)).count());
        standing = standing.saturating_add(joined).saturating_sub(left);
        points.push(Point { begins, joined, left, standing });
        begins = next;
    }
    let skip = points.len().saturating_sub(by.most());
    points.split_off(skip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn five_became_fifteen_and_two_left() {
        let mut all = vec![(date(2020, 3, 1), None); 5];
        all.extend(vec![(date(2022, 6, 1), None); 10]);
        all[0].1 = Some(date(2023, 1, 1));
        all[7].1 = Some(date(2024, 12, 31));
        let told: Vec<_> =
            growth(&all, By::Year, TODAY).iter().map(|one| (one.begins.year(), one.standing)).collect();
        assert_eq!(told, [(2020, 5), (2021, 5), (2022, 15), (2023, 14), (2024, 13), (2025, 13), (2026, 13)]);
    }

    #[test]
    fn a_day_to_come_counts_for_nothing_and_nobody_gives_no_curve() {
        assert!(growth(&[(date(2027, 1, 1), None)], By::Month, TODAY).is_empty());
        let leaving = growth(&[(date(2026, 11, 1), Some(date(2026, 12, 1)))], By::Month, TODAY);
        assert_eq!(leaving, [Point { begins: date(2026, 11, 1), joined: 1, left: 0, standing: 1 }]);
    }

    #[test]
    fn the_last_months_carry_those_who_joined_before() {
        let months = growth(&[(date(2001, 5, 5), None)], By::Month, TODAY);
        assert_eq!((months.len(), months[0].joined, months[0].standing), (36, 0, 1));
    }

    proptest! {
        #[test]
        fn the_end_of_the_curve_is_who_is_a_partner_today(days in proptest::collection::vec((0_i64..9_000, proptest::option::of(0_i64..4_000)), 0..40)) {
            let start = date(2003, 1, 1);
            let all: Vec<Days> = days.iter().map(|(from, stay)| {
                let joined = start.saturating_add(from.days());
                (joined, stay.map(|stay| joined.saturating_add(stay.days())))
            }).collect();
            let standing = all.iter().filter(|(joined, left)| *joined <= TODAY && left.is_none_or(|day| day > TODAY)).count();
            let standing = u32::try_from(standing).expect("fewer than forty");
            for by in By::ALL {
                let points = growth(&all, by, TODAY);
                prop_assert_eq!(points.last().map_or(0, |one| one.standing), standing);
            }
            let years = growth(&all, By::Year, TODAY);
            let (joined, left): (u32, u32) = (years.iter().map(|one| one.joined).sum(), years.iter().map(|one| one.left).sum());
            prop_assert_eq!(joined - left, standing);
        }
    }
}
