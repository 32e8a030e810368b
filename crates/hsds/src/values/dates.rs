//! Days and times, in the forms that the reference implementation takes.

/// A day, a time or both, ordered as they are: microseconds.
pub type Moment = i128;

const DAY: i128 = 86_400_000_000;

/// Whether a text is written like a day but is none: `2026-02-31`, `31/02/2026`.
pub fn is_impossible(text: &str) -> bool {
    let numbers: Vec<&str> = text.get(..10).unwrap_or(text).split(['-', '/', '.']).collect();
    let parts: Option<Vec<i64>> = numbers.iter().map(|part| digits(part)).collect();
    let (Some(parts), true) = (parts, numbers.len() == 3) else { return false };
    let [first, second, third] = parts.as_slice() else { return false };
    let year_first = numbers.first().is_some_and(|part| part.len() == 4);
    if year_first {
        days(*first, *second, *third).is_none()
    } else {
        // Which of the two is the month differs from country to country; both readings must fail.
        days(*third, *second, *first).is_none() && days(*third, *first, *second).is_none()
    }
}

/// `2026-01-05`; months and days of one digit are taken, too.
pub fn date(text: &str) -> Option<Moment> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let short = |part: &str| (1..=2).contains(&part.len());
    // A blank instead of a nought is taken before a day, and only there.
    let day = day.strip_prefix(' ').filter(|rest| rest.len() == 1).unwrap_or(day);
    if year.len() != 4 || !short(month) || !short(day) {
        return None;
    }
    days(digits(year)?, digits(month)?, digits(day)?).map(|days| days * DAY)
}

/// `2026-01-05T10:00:00`, with a fraction and a zone behind it or without, and any sign between the two.
pub fn date_time(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    if !text.is_ascii() || bytes.get(16) != Some(&b':') || bytes.len() < 19 {
        return None;
    }
    let (start, rest) = iso_date(text)?;
    start
        .checked_add(iso_time(rest.get(1..)?)?)
        .filter(|moment| *moment < days(9_999, 12, 31).unwrap_or(0) * DAY + DAY)
}

/// `10:00:00`, with a fraction and a zone behind it or without.
pub fn time(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    if !text.is_ascii() || bytes.get(5) != Some(&b':') || bytes.len() < 8 {
        return None;
    }
    iso_time(text)
}

/// Whether a text is a moment as RFC 3339 has it, with its zone: `2026-01-05T10:00:00Z`.
pub fn is_instant(text: &str) -> bool {
    let bytes = text.as_bytes();
    let dashed = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-') && bytes.get(5) != Some(&b'W');
    let parted = matches!(bytes.get(10), Some(b'T' | b't' | b' '));
    let timed = bytes.get(13) == Some(&b':') && bytes.get(16) == Some(&b':');
    let behind = text.get(19..).unwrap_or_default();
    let zone = behind.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let zoned = matches!(zone, "Z" | "z") || (zone.len() == 6 && zone.get(3..4) == Some(":"));
    dashed && parted && timed && zoned && date_time(text).is_some()
}

/// Whether a text is a time of the day with seconds or without, and with a zone or without: `10:00`, `10:00Z`, `10:00:00-05:00`.
pub fn is_clock(text: &str) -> bool {
    text.is_ascii() && text.get(2..3) == Some(":") && iso_time(text).is_some()
}

/// Hours and minutes of a time of the day, seconds or not: what schedules are compared by.
pub fn minutes(text: &str) -> Option<i64> {
    let hours = digits(text.get(..2)?)?;
    let minutes = digits(text.get(3..5)?)?;
    (text.get(2..3) == Some(":") && hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// `2026-01`.
pub fn year_month(text: &str) -> Option<Moment> {
    let (year, month) = text.split_once('-')?;
    let number = |part: &str| {
        let part = part.trim();
        super::numbers::is_whole(part).then(|| part.parse::<i64>().ok()).flatten()
    };
    let (year, month) = (number(year)?, number(month)?);
    (1..=12).contains(&month).then_some(i128::from(year) * 12 + i128::from(month))
}

/// The date at the beginning in one of the forms of ISO 8601, and what follows it.
fn iso_date(text: &str) -> Option<(Moment, &str)> {
    common_date(text).or_else(|| uncommon_date(text))
}

fn common_date(text: &str) -> Option<(Moment, &str)> {
    let year = digits(text.get(..4)?)?;
    let dashed = text.get(4..5)? == "-";
    let at = 4 + usize::from(dashed);
    let month = digits(text.get(at..at + 2)?)?;
    let at = at + 2;
    if dashed && text.get(at..at + 1)? != "-" {
        return None;
    }
    let at = at + usize::from(dashed);
    let day = digits(text.get(at..at + 2)?)?;
    // Days that do not exist fail at the end, where the other forms are no longer tried.
    Some((days(year, month, day)? * DAY, text.get(at + 2..)?))
}

/// Weeks (`2026-W02-1`) and days of the year (`2026-005`).
fn uncommon_date(text: &str) -> Option<(Moment, &str)> {
    let year = digits(text.get(..4)?)?;
    let dashed = usize::from(text.get(4..5)? == "-");
    let at = 4 + dashed;
    let first = days(year, 1, 1)?;
    if text.get(at..at + 1)? != "W" {
        if common_shape(text) {
            return None;
        }
        let ordinal = digits(text.get(at..at + 3)?)?;
        let last = 365 + i64::from(is_leap(year));
        let day = (1..=last).contains(&ordinal).then(|| first + i128::from(ordinal - 1))?;
        return Some((day * DAY, text.get(at + 3..)?));
    }
    let week = digits(text.get(at + 1..at + 3)?)?;
    let at = at + 3;
    if (text.get(at..at + 1)? == "-") != (dashed == 1) {
        return None;
    }
    let day = digits(text.get(at + dashed..at + dashed + 1)?)?;
    if !(1..=53).contains(&week) || !(1..=7).contains(&day) {
        return None;
    }
    // The week of 4 January is the first; weeks begin on Monday, and day 0 was a Thursday.
    let fourth = first + 3;
    let monday = fourth - (fourth + 3).rem_euclid(7);
    Some(((monday + i128::from((week - 1) * 7 + day - 1)) * DAY, text.get(at + dashed + 1..)?))
}

/// Whether the date at the beginning is written with month and day, so that it is not read in another form when they do not exist.
fn common_shape(text: &str) -> bool {
    let dashed = text.get(4..5) == Some("-");
    let at = 4 + usize::from(dashed);
    let month = text.get(at..at + 2).and_then(digits).is_some();
    let dash = !dashed || text.get(at + 2..at + 3) == Some("-");
    let at = at + 2 + usize::from(dashed);
    month && dash && text.get(at..at + 2).and_then(digits).is_some()
}

/// A time of the day in one of the forms of ISO 8601, less its offset.
fn iso_time(text: &str) -> Option<Moment> {
    let mut parts = [0_i64; 3];
    let (mut at, mut colons, mut offset, mut micros) = (0, false, 0, 0);
    if text.len() < 2 {
        return None;
    }
    for place in 0..5 {
        let rest = text.get(at..)?;
        if rest.is_empty() {
            break;
        }
        if rest.starts_with(['-', '+', 'Z', 'z']) {
            offset = iso_zone(rest)?;
            at = text.len();
            break;
        }
        let colon = rest.starts_with(':');
        if (place == 1 && colon) || (place == 2 && colons) {
            if !colon {
                return None;
            }
            colons = true;
            at += 1;
        }
        if let Some(part) = parts.get_mut(place) {
            *part = digits(text.get(at..at + 2)?)?;
            at += 2;
        } else if let Some(fraction) = rest.strip_prefix(['.', ',']).filter(|_| place == 3) {
            let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let kept = fraction.get(..count.min(6))?;
            micros = digits(&format!("{kept:0<6}")).filter(|_| count > 0)?;
            at += 1 + count;
        }
    }
    let [hours, minutes, seconds] = parts;
    let midnight = hours == 24 && minutes == 0 && seconds == 0 && micros == 0;
    let exists = (hours < 24 || midnight) && minutes < 60 && seconds < 60;
    let sum = i128::from((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + i128::from(micros);
    (at == text.len() && exists).then_some(sum - offset)
}

/// `Z`, `+01`, `+0100`, `+01:00`, in microseconds.
fn iso_zone(text: &str) -> Option<i128> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits_of = |range| text.get(range).and_then(digits);
    let (hours, minutes) = match (text.len(), text.get(3..4) == Some(":")) {
        (3, _) => (digits_of(1..3)?, 0),
        (5, false) => (digits_of(1..3)?, digits_of(3..5)?),
        (6, true) => (digits_of(1..3)?, digits_of(4..6)?),
        _ => return None,
    };
    let good = text.starts_with(['-', '+']) && hours < 24 && minutes < 60;
    good.then(|| i128::from(sign * (hours * 60 + minutes)) * 60_000_000)
}

fn digits(text: &str) -> Option<i64> {
    let all = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days since 1970-01-01, for days that exist.
fn days(year: i64, month: i64, day: i64) -> Option<i128> {
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(is_leap(year)),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    if !(1..=9_999).contains(&year) || !(1..=last).contains(&day) {
        return None;
    }
    // The year is counted from March, so that the odd day comes last (Hinnant, days_from_civil).
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    Some(i128::from(era * 146_097 + of_era - 719_468))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, count) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-23", 20_780)]
        {
            assert_eq!(date(text), Some(count * DAY), "{text}");
        }
        assert_eq!(date("2020-1-5"), date("2020-01-05"));
        assert_eq!(date("2020-01- 5"), date("2020-01-05"));
        for bad in
            ["2026-02-29", "2026-13-01", "31/02/2026", "20-01-05", "2020-01-05 ", "2020-01-123", "0000-01-01"]
        {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn moments_come_in_the_forms_of_the_reference() {
        let ten = date_time("2026-01-05T10:00:00Z").unwrap();
        for same in [
            "2026-01-05 10:00:00",
            "2026-01-05T10:00:00.000+00:00",
            "2026-01-05T11:00:00+01",
            "2026-01-05T05:30:00-0430",
            "2026-W02-1T10:00:00",
        ] {
            assert_eq!(date_time(same), Some(ten), "{same}");
        }
        assert_eq!(date_time("2026-01-04T24:00:00"), date("2026-01-05"));
        for bad in [
            "2026-01-05",
            "2026-01-05T10:00",
            "yesterday",
            "2026-02-31T10:00:00",
            "2026-01-05T10:00:60",
            "2026-01-05T10:00:00+24:00",
            "2026-01-05T25:00:00",
            "2026-01-05T10:00:00 ",
        ] {
            assert_eq!(date_time(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_time_needs_its_seconds() {
        assert!(time("10:00:00").is_some() && time("10:00:00.5Z").is_some() && time("24:00:00").is_some());
        assert!(time("10:00").is_none() && time("25:00:00").is_none() && time("10.00.00").is_none());
        assert_eq!((minutes("09:30"), minutes("24:00"), minutes("9:30")), (Some(570), None, None));
    }

    #[test]
    fn what_is_written_like_a_day_and_is_none_is_told_from_what_is_no_day() {
        for text in
            ["2026-02-31", "31/02/2026", "31.02.2026", "2026-13-45", "00/01/2026", "2026-02-30T10:00:00"]
        {
            assert!(is_impossible(text), "{text}");
        }
        for text in ["yesterday", "2026-02-28", "12/31/2026", "31/12/2026", "2026", "1-2"] {
            assert!(!is_impossible(text), "{text}");
        }
    }
}
