//! Hours that hold in some weeks of the month, as the lines of a form.

use super::{Hours, HoursRefusal, read_codes, read_line, write_codes};

impl Hours {
    /// Whether it is one that a line of a form holds: some weeks of every month.
    pub fn is_in_some_weeks(&self) -> bool {
        !self.weeks.is_empty() && self.from.is_none() && self.to.is_none()
    }
}

/// The lines of a form for hours that hold in some weeks of the month, as words that are read back; where no words are, in codes. `say` has the
/// words for which ones in a month and for the days.
pub fn some_weeks(hours: &[Hours], say: &dyn Fn(&[i8], &[String]) -> String) -> String {
    let line = |one: &Hours| {
        let words = format!("{} {}-{}", say(&one.weeks, &one.days), one.opens, one.closes);
        let reads = read_line(&words).is_some_and(|read| read == [one.clone()]);
        if reads { words } else { write_codes([one]) }
    };
    hours.iter().filter(|one| one.is_in_some_weeks()).map(line).collect::<Vec<_>>().join("\n")
}

/// The hours that these lines say.
///
/// # Errors
/// [`HoursRefusal::NotSomeWeeks`].
pub fn read_some_weeks(typed: &str) -> Result<Vec<Hours>, HoursRefusal> {
    let mut all = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = read_codes(line).map(|one| vec![one]).or_else(|| read_line(line)).unwrap_or_default();
        if read.is_empty() || !read.iter().all(Hours::is_in_some_weeks) {
            return Err(HoursRefusal::NotSomeWeeks { typed: line.to_owned() });
        }
        all.extend(read);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Which ones on which days, as the form says it in English.
    fn words(weeks: &[i8], days: &[String]) -> String {
        let nth = |week: &i8| match week {
            1 => "first",
            2 => "second",
            3 => "third",
            4 => "fourth",
            5 => "fifth",
            _ => "last",
        };
        let day = |code: &String| match code.as_str() {
            "MO" => "Monday",
            "TU" => "Tuesday",
            "WE" => "Wednesday",
            "TH" => "Thursday",
            "FR" => "Friday",
            "SA" => "Saturday",
            _ => "Sunday",
        };
        let list = |all: Vec<&str>| all.join(", ");
        format!(
            "{} {} of the month",
            list(weeks.iter().map(nth).collect()),
            list(days.iter().map(day).collect())
        )
    }

    #[test]
    fn some_weeks_are_read_in_words_of_both_languages_and_in_codes() {
        let typed =
            "first Tuesday of the month 10:00-12:00\ndernier vendredi du mois 18:00-20:00\n2SA 09:00-11:00";
        let read = read_some_weeks(typed).unwrap();
        assert_eq!(write_codes(&read), "1TU 10:00-12:00; -1FR 18:00-20:00; 2SA 09:00-11:00");
        for typed in ["Tuesday 10:00-12:00", "sometimes", "1TU 10:00-12:00 from 2026-01-01"] {
            assert_eq!(read_some_weeks(typed), Err(HoursRefusal::NotSomeWeeks { typed: typed.to_owned() }));
        }
        assert_eq!(read_some_weeks("").unwrap(), Vec::new());
    }

    proptest! {
        #[test]
        fn what_a_form_shows_is_what_it_reads(week in prop::sample::select(vec![1_i8, 2, 3, 4, 5, -1]), day in 0_usize..7, opens in 0_u16..24, closes in 0_u16..24, minute in 0_u16..60) {
            let (_, code) = super::super::DAYS[day];
            let minute = |hour| super::super::Minute::new(hour, minute).unwrap();
            let all = vec![Hours { days: vec![code.to_owned()], opens: minute(opens), closes: minute(closes), weeks: vec![week], from: None, to: None }];
            prop_assert_eq!(read_some_weeks(&some_weeks(&all, &words)).unwrap(), all);
        }
    }
}
