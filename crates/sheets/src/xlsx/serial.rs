//! Days and times as spreadsheet programs count them.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

/// The day from which a workbook counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Calendar {
    /// 1 is 1 January 1900, and 60 a 29 February that never was.
    #[default]
    From1900,
    /// 0 is 1 January 1904.
    From1904,
}

/// What a count of days stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serial {
    /// A day.
    Day(Date),
    /// A day and a time.
    Moment(DateTime),
}

const SECONDS: f64 = 86_400.0;

impl Calendar {
    /// The day, with its time if the count has a fraction; to the second. None for what is no day of the years 1900 to 9999.
    pub fn read(self, count: f64) -> Option<Serial> {
        let (whole, seconds) = split(count)?;
        let day = self.day(whole)?;
        if seconds == 0 {
            return Some(Serial::Day(day));
        }
        Some(Serial::Moment(day.to_datetime(time(seconds)?)))
    }

    /// The day of a whole count.
    pub fn day(self, count: i32) -> Option<Date> {
        let first = match self {
            Self::From1900 if count < 1 || count == 60 => return None,
            Self::From1900 if count < 60 => Date::constant(1899, 12, 31),
            Self::From1900 => Date::constant(1899, 12, 30),
            Self::From1904 if count < 0 => return None,
            Self::From1904 => Date::constant(1904, 1, 1),
        };
        first.checked_add(Span::new().try_days(count).ok()?).ok()
    }
}

/// The time of day of a count's fraction, when there is no whole day in it.
pub fn time_alone(count: f64) -> Option<Time> {
    match split(count)? {
        (0, seconds) => time(seconds),
        _ => None,
    }
}

fn time(seconds: i32) -> Option<Time> {
    Time::midnight().checked_add(seconds.seconds()).ok()
}

/// Whole days, and the seconds of the rest to the nearest.
fn split(count: f64) -> Option<(i32, i32)> {
    if !(0.0..2_958_466.0).contains(&count) {
        return None;
    }
    let seconds = whole((count.fract() * SECONDS).round())?;
    let days = whole(count.trunc())?;
    Some(if seconds >= 86_400 { (days.checked_add(1)?, 0) } else { (days, seconds) })
}

/// A number without fraction as an integer: by its digits, since there is no checked conversion.
fn whole(number: f64) -> Option<i32> {
    format!("{number:.0}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_those_that_the_program_shows() {
        let day = |count| Calendar::From1900.read(count);
        assert_eq!(day(1.0), Some(Serial::Day(date(1900, 1, 1))));
        assert_eq!(day(59.0), Some(Serial::Day(date(1900, 2, 28))));
        assert_eq!(day(60.0), None, "a day that never was");
        assert_eq!(day(61.0), Some(Serial::Day(date(1900, 3, 1))));
        assert_eq!(day(45_762.0), Some(Serial::Day(date(2025, 4, 15))));
        assert_eq!(day(45_762.75), Some(Serial::Moment(date(2025, 4, 15).at(18, 0, 0, 0))));
        assert_eq!(Calendar::From1904.read(0.0), Some(Serial::Day(date(1904, 1, 1))));
        assert_eq!(day(45_762.999_999_9), Some(Serial::Day(date(2025, 4, 16))), "rounded up to midnight");
        for none in [-1.0, 3e6, f64::NAN, f64::INFINITY] {
            assert_eq!(day(none), None);
        }
        assert_eq!(time_alone(0.5), Some(Time::constant(12, 0, 0, 0)));
    }
}
