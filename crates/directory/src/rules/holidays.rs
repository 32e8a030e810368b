//! The days on which most offices are closed, by province: those of the labour laws, and the moved ones where the law moves them.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};

/// A province, by its code of two letters (ISO 3166-2:CA without the country).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Province {
    /// Ontario.
    Ontario,
    /// Alberta.
    Alberta,
    /// Any other, or none said: the days that most provinces share; some of them do not hold in parts of Atlantic Canada and in Quebec.
    Elsewhere,
}

impl Province {
    /// The province of a code, as addresses write it.
    pub fn from_code(code: &str) -> Self {
        match code {
            "ON" => Self::Ontario,
            "AB" => Self::Alberta,
            _ => Self::Elsewhere,
        }
    }
}

/// The day of Easter Sunday (Gregorian), after the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let h = (19 * a + b - d - (b - f + 1) / 3 + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A day, and the Monday after when it falls on a weekend: offices that open on Saturdays are closed on both.
fn with_substitute(day: Date) -> [Date; 2] {
    let after = match day.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    [day, day.checked_add(after.days()).unwrap_or(day)]
}

/// The closed days of a year, each once, in order.
pub fn holidays(province: Province, year: i16) -> Vec<Date> {
    if !(1900..=2200).contains(&year) {
        return Vec::new();
    }
    let nth = |month: i8, nth: i8, day: Weekday| date(year, month, 1).nth_weekday_of_month(nth, day).ok();
    let [christmas, substitute] = with_substitute(date(year, 12, 25));
    let mut all = vec![christmas, substitute];
    all.extend([date(year, 1, 1), date(year, 7, 1)].into_iter().flat_map(with_substitute));
    all.extend(easter(year).and_then(|sunday| sunday.checked_sub(2.days()).ok()));
    // The Monday before 25 May.
    all.extend(date(year, 5, 25).nth_weekday(-1, Weekday::Monday).ok());
    all.extend(nth(9, 1, Weekday::Monday));
    all.extend(nth(10, 2, Weekday::Monday));
    match province {
        Province::Ontario => {
            all.extend(nth(2, 3, Weekday::Monday));
            // When Christmas is moved, the day after it moves on.
            let [boxing, moved] = with_substitute(date(year, 12, 26));
            all.extend([
                boxing,
                if christmas == substitute { moved } else { substitute.tomorrow().unwrap_or(moved) },
            ]);
        }
        Province::Alberta => {
            all.extend(nth(2, 3, Weekday::Monday));
            all.extend(with_substitute(date(year, 11, 11)));
        }
        Province::Elsewhere => {}
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether most offices are closed on a day.
pub fn is_holiday(province: Province, day: Date) -> bool {
    holidays(province, day.year()).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_days_of_2026_stand_where_the_calendar_has_them() {
        let ontario = holidays(Province::Ontario, 2026);
        for (month, day) in [(1, 1), (2, 16), (4, 3), (5, 18), (7, 1), (9, 7), (10, 12), (12, 25), (12, 28)] {
            assert!(ontario.contains(&date(2026, month, day)), "{month}-{day}: {ontario:?}");
        }
        assert_eq!(ontario.len(), 10, "the Saturday after Christmas, and its Monday: {ontario:?}");
        assert!(is_holiday(Province::Alberta, date(2026, 11, 11)));
        assert!(!is_holiday(Province::Ontario, date(2026, 11, 11)));
        assert!(!is_holiday(Province::Elsewhere, date(2026, 2, 16)));
    }

    #[test]
    fn a_day_that_falls_on_a_weekend_is_taken_on_monday() {
        assert!(is_holiday(Province::Ontario, date(2028, 1, 3)), "1 January 2028 is a Saturday");
        assert!(is_holiday(Province::Ontario, date(2028, 1, 1)), "and nobody is there on it");
        // 25 December 2027 is a Saturday: Monday and Tuesday.
        assert!(
            is_holiday(Province::Ontario, date(2027, 12, 27))
                && is_holiday(Province::Ontario, date(2027, 12, 28))
        );
        // 25 December 2025 is a Thursday: Thursday and Friday.
        assert!(is_holiday(Province::Ontario, date(2025, 12, 26)));
    }

    #[test]
    fn easter_is_where_the_tables_have_it() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    proptest! {
        #[test]
        fn every_year_has_its_nine_days_or_their_substitutes_on_weekdays(year in 1900_i16..2200) {
            let days = holidays(Province::Ontario, year);
            let is_weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            prop_assert_eq!(days.iter().filter(|day| !is_weekend(day)).count(), 9, "{:?}", days);
        }
    }
}
