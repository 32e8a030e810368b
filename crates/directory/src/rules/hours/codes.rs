//! Hours as one line in the codes of iCalendar: what files of this program say, and read again.

use super::{DAYS, Hours, Minute};
use jiff::civil::Date;

/// Hours as one line, in the codes of days: `MO,TU 09:00-17:00; 1SA 10:00-12:00`.
pub fn write_codes<'a>(all: impl IntoIterator<Item = &'a Hours>) -> String {
    let one = |hours: &Hours| {
        let weeks = if hours.weeks.is_empty() {
            vec![String::new()]
        } else {
            hours.weeks.iter().map(i8::to_string).collect()
        };
        let days = weeks.iter().flat_map(|week| hours.days.iter().map(move |day| format!("{week}{day}")));
        let span =
            |word: &str, day: Option<Date>| day.map_or_else(String::new, |day| format!(" {word} {day}"));
        let days = days.collect::<Vec<_>>().join(",");
        let (from, to) = (span("from", hours.from), span("to", hours.to));
        format!("{days} {}-{}{from}{to}", hours.opens, hours.closes)
    };
    all.into_iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Hours of a line that this program wrote: `MO,TU 09:00-17:00`, `1SA 10:00-12:00 from 2026-01-01 to 2026-06-30`; none of other words.
pub fn read_codes(line: &str) -> Option<Hours> {
    let mut parts = line.split_whitespace();
    let (days, clock) = (parts.next()?, parts.next()?);
    let (opens, closes) = clock.split_once('-')?;
    let minute = |text: &str| Minute::try_from(text.to_owned()).ok();
    let mut hours = Hours {
        days: Vec::new(),
        opens: minute(opens)?,
        closes: minute(closes)?,
        weeks: Vec::new(),
        from: None,
        to: None,
    };
    for one in days.split(',') {
        let (week, day) = one.split_at_checked(one.len().checked_sub(2)?)?;
        DAYS.iter().find(|(_, code)| *code == day)?;
        if !hours.days.iter().any(|known| known == day) {
            hours.days.push(day.to_owned());
        }
        let week: Option<i8> = if week.is_empty() { None } else { Some(week.parse().ok()?) };
        let is_week = week.is_none_or(|week| (1..=5).contains(&week) || week == -1);
        if !is_week {
            return None;
        }
        hours.weeks.extend(week.filter(|week| !hours.weeks.contains(week)));
    }
    while let Some(word) = parts.next() {
        let day = parts.next()?.parse().ok()?;
        match word {
            "from" => hours.from = Some(day),
            "to" => hours.to = Some(day),
            _ => return None,
        }
    }
    Some(hours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_that_were_written_are_read_again() {
        for line in [
            "MO,TU 09:00-17:00",
            "1SA,3SA 10:00-12:00",
            "SU 22:00-02:00 from 2026-01-01 to 2026-06-30",
            "-1FR 09:30-10:00",
        ] {
            let hours = read_codes(line).unwrap();
            assert_eq!(write_codes(&[hours]), line);
        }
        for line in
            ["", "by appointment", "MO 9-5 pm", "XX 09:00-17:00", "7MO 09:00-17:00", "MO 09:00-17:00 maybe"]
        {
            assert_eq!(read_codes(line), None, "{line}");
        }
    }
}
