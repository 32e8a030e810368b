//! Days, as they are written in English and in French.

use super::{Change, Cleaned, Doubt, Outcome, text};
use crate::fold::fold;
use crate::xlsx::Calendar;
use jiff::civil::Date;

/// What stands first in the days of a column that are written in digits: decided for the whole column, from those of its days of
/// which it is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The day: `25/12/2025`.
    DayFirst,
    /// The month: `12/25/2025`.
    MonthFirst,
    /// No day of the column tells: days that could be either are refused.
    Unknown,
    /// Some days of the column say the one and some the other: days that could be either are refused.
    Mixed,
}

impl Order {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
            Self::Unknown => "unknown",
            Self::Mixed => "mixed",
        }
    }
}

/// The order of a column, as far as its values were seen. Nothing of them is held.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ordering {
    day_first: bool,
    month_first: bool,
}

impl Ordering {
    /// Looks at one more value.
    pub fn see(&mut self, value: &str) {
        if let Some((first, second, _)) = in_digits(&fold(value)) {
            self.day_first |= first > 12 && second <= 12;
            self.month_first |= second > 12 && first <= 12;
        }
    }

    /// What they say together.
    pub const fn order(self) -> Order {
        match (self.day_first, self.month_first) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            (false, false) => Order::Unknown,
            (true, true) => Order::Mixed,
        }
    }
}

/// The order of a column.
pub fn order<'a>(values: impl IntoIterator<Item = &'a str>) -> Order {
    let mut seen = Ordering::default();
    values.into_iter().for_each(|value| seen.see(value));
    seen.order()
}

/// A day: ISO 8601, in digits, with the name of a month, or as a spreadsheet program counts days. Written down in ISO 8601.
///
/// # Errors
/// When it is none, could be two, or lacks its day or month.
pub fn date(input: &str, order: Order) -> Outcome<Date> {
    let Cleaned { value, mut changes } = text(input)?;
    let untimed = without_time(&value);
    if untimed != value {
        changes.push(Change::TimeDropped);
    }
    let folded = fold(untimed);
    let day = if let Some(day) = compact(&folded, &mut changes)? {
        day
    } else if let Some((first, second, year)) = in_digits(&folded) {
        let year = whole_year(year, &mut changes)?;
        let (day, month) = arranged(first, second, order)?;
        changes.push(Change::Notation);
        of(year, month, day)?
    } else {
        in_words(&folded, &mut changes)?
    };
    if !(1900..=2100).contains(&day.year()) {
        return Err(Doubt::Impossible);
    }
    let only_time = changes.as_slice() == [Change::TimeDropped];
    if day.to_string() != untimed && !only_time && !changes.contains(&Change::Serial) {
        changes.push(Change::Notation);
    }
    Ok(Cleaned::new(day, changes))
}

/// Without the time behind a day: `2025-04-15T10:00`, `15/04/2025 10:30 AM`.
fn without_time(value: &str) -> &str {
    let Some(colon) = value.find(':') else { return value };
    let before = value.get(..colon).unwrap_or("");
    let hours = before.trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() - hours.len() > 2 {
        return value;
    }
    let bare = hours.trim_end_matches(['T', 't', ' ', ',']);
    if bare.is_empty() || bare.len() == hours.len() { value } else { bare }
}

/// ISO 8601 with or without its strokes, year first in digits, or a serial number.
fn compact(folded: &str, changes: &mut Vec<Change>) -> Result<Option<Date>, Doubt> {
    let parts: Vec<&str> = folded.split(' ').collect();
    let number = |text: &str| text.parse::<i16>().ok();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && [month, day].iter().all(|part| part.len() <= 2) => {
            let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day)) else {
                return Ok(None);
            };
            of(year, month, day).map(Some)
        }
        [digits] if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let part = |from: usize, to: usize| digits.get(from..to).and_then(number).unwrap_or(0);
            of(part(0, 4), part(4, 6), part(6, 8)).map(Some)
        }
        [digits] if digits.len() == 5 => {
            let Ok(count) = digits.parse::<i32>() else { return Ok(None) };
            changes.push(Change::Serial);
            Calendar::From1900.day(count).map(Some).ok_or(Doubt::Impossible)
        }
        [year] if year.len() == 4 && number(year).is_some() => Err(Doubt::Incomplete),
        _ => Ok(None),
    }
}

/// Three numbers with the year last, in the order in which they stand; the year as it is written.
fn in_digits(folded: &str) -> Option<(i16, i16, &str)> {
    let mut parts = folded.split(' ');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    if parts.next().is_some() || !short(first) || !short(second) || !(year.len() == 2 || year.len() == 4) {
        return None;
    }
    year.parse::<i16>().ok()?;
    Some((first.parse().ok()?, second.parse().ok()?, year))
}

/// Which number is the day and which the month.
fn arranged(first: i16, second: i16, order: Order) -> Result<(i16, i16), Doubt> {
    match (first, second) {
        (first, second) if first == second => Ok((first, second)),
        (13.., _) => Ok((first, second)),
        (_, 13..) => Ok((second, first)),
        _ => match order {
            Order::DayFirst => Ok((first, second)),
            Order::MonthFirst => Ok((second, first)),
            Order::Unknown | Order::Mixed => Err(Doubt::Ambiguous),
        },
    }
}

/// A year as written: two digits mean the years 1950 to 2049.
fn whole_year(year: &str, changes: &mut Vec<Change>) -> Result<i16, Doubt> {
    let number: i16 = year.parse().map_err(|_| Doubt::Unreadable)?;
    if year.len() != 2 {
        return Ok(number);
    }
    changes.push(Change::Century);
    Ok(if number < 50 { number + 2000 } else { number + 1900 })
}

/// A day with the name of its month: *April 15, 2025*, *le mardi 15 avril 2025*, *15-Apr-25*.
fn in_words(folded: &str, changes: &mut Vec<Change>) -> Result<Date, Doubt> {
    let (mut month, mut numbers) = (None, Vec::new());
    for word in apart(folded) {
        if let Some(found) = month_of(&word) {
            if month.replace(found).is_some() {
                return Err(Doubt::Several);
            }
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if !PASSED_OVER.contains(&word.as_str()) && !is_weekday(&word) {
            return Err(Doubt::Unreadable);
        }
    }
    let Some(month) = month else { return Err(Doubt::Unreadable) };
    let (day, year) = match numbers.as_slice() {
        [year, day] if year.len() == 4 && day.len() <= 2 => (day, year),
        [day, year] if day.len() <= 2 && (year.len() == 4 || year.len() == 2) => (day, year),
        [] | [_] => return Err(Doubt::Incomplete),
        _ => return Err(Doubt::Unreadable),
    };
    let day = day.parse().map_err(|_| Doubt::Unreadable)?;
    of(whole_year(year, changes)?, month, day)
}

/// Words and numbers, also where they touch: `15apr2025`, `15th`.
fn apart(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for c in folded.chars() {
        let kind = (c != ' ').then(|| c.is_ascii_digit());
        match (kind, words.last_mut()) {
            (Some(_), Some(word)) if kind == before => word.push(c),
            (Some(_), _) => words.push(c.to_string()),
            (None, _) => {}
        }
        before = kind;
    }
    words
}

/// Words that stand around days: *1st*, *1er*, *le*, *of*.
const PASSED_OVER: &[&str] = &["st", "nd", "rd", "th", "er", "e", "le", "the", "of", "de", "du"];

/// Months, folded; an abbreviation of at least three letters is known by its beginning.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "janvier"],
    ["february", "fevrier"],
    ["march", "mars"],
    ["april", "avril"],
    ["may", "mai"],
    ["june", "juin"],
    ["july", "juillet"],
    ["august", "aout"],
    ["september", "septembre"],
    ["october", "octobre"],
    ["november", "novembre"],
    ["december", "decembre"],
];

/// The month of that name or abbreviation; none when it could be two, such as the French *jui*.
fn month_of(word: &str) -> Option<i16> {
    if word.len() < 3 {
        return None;
    }
    let fits = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let mut found = (1_i16..).zip(MONTHS.iter()).filter(|(_, names)| fits(names));
    match (found.next(), found.next()) {
        (Some((month, _)), None) => Some(month),
        _ if word == "sept" => Some(9),
        _ => None,
    }
}

const WEEKDAYS: [[&str; 2]; 7] = [
    ["monday", "lundi"],
    ["tuesday", "mardi"],
    ["wednesday", "mercredi"],
    ["thursday", "jeudi"],
    ["friday", "vendredi"],
    ["saturday", "samedi"],
    ["sunday", "dimanche"],
];

fn is_weekday(word: &str) -> bool {
    word.len() >= 3 && WEEKDAYS.iter().flatten().any(|name| name.starts_with(word))
}

fn of(year: i16, month: i16, day: i16) -> Result<Date, Doubt> {
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
        return Err(Doubt::Impossible);
    };
    Date::new(year, month, day).map_err(|_| Doubt::Impossible)
}
