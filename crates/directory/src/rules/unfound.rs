//! What nobody found: how often visitors looked for help that is not there, by need and language, told only when it is so wide that at least five
//! searches stand in each number.
//!
//! A search counts in its week. When the week is over and fewer than [`FEWEST`] stand there, they count in their month instead, then in their
//! year, then in their year whatever the language. What is told is never taken apart again, so that no number can be had by taking one from
//! another. Searches are not people: five may be one person on five days. So what somebody looks for in danger counts in its year whatever the
//! language from the beginning.

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};
use std::{collections::BTreeMap, fmt};

/// Fewer searches than these are not told: the number below which counts are withheld in the statistics of settlement (small cells).
pub const FEWEST: u64 = 5;

/// The time in which searches are counted together. Weeks are those of ISO 8601; a week belongs to the month and year of its Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year.
    Year(i16),
    /// A year and month.
    Month(i16, i8),
    /// A year and its week.
    Week(i16, i8),
}

impl Period {
    /// The week in which a day lies.
    pub fn week_of(day: Date) -> Self {
        let week = day.iso_week_date();
        Self::Week(week.year(), week.week())
    }

    /// The Thursday of a week; none of another period, or of a week that there is not.
    fn thursday(self) -> Option<Date> {
        match self {
            Self::Week(year, week) => {
                ISOWeekDate::new(year, week, Weekday::Thursday).ok().map(|day| day.date())
            }
            _ => None,
        }
    }

    /// The first day and the last.
    fn days(self) -> Option<(Date, Date)> {
        let sunday_after = |thursday: Date| thursday.checked_add(3.days()).ok();
        let monday_before = |thursday: Date| thursday.checked_sub(3.days()).ok();
        // The weeks of a month or year are those whose Thursday lies in it.
        let weeks = |first: Date, last: Date| {
            let first = first.nth_weekday_of_month(1, Weekday::Thursday).ok()?;
            let last = last.nth_weekday_of_month(-1, Weekday::Thursday).ok()?;
            Some((monday_before(first)?, sunday_after(last)?))
        };
        match self {
            Self::Week(..) => self.thursday().and_then(|day| Some((monday_before(day)?, sunday_after(day)?))),
            Self::Month(year, month) => Date::new(year, month, 1).ok().and_then(|day| weeks(day, day)),
            Self::Year(year) => weeks(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 1).ok()?),
        }
    }

    /// Its first day.
    pub fn begins(self) -> Option<Date> {
        self.days().map(|(first, _)| first)
    }

    /// Whether it is over on a day, so that nothing more can come to count in it but what was counted in less.
    pub fn is_over(self, today: Date) -> bool {
        self.days().is_none_or(|(_, last)| last < today)
    }

    /// The next wider one; none of a year.
    fn wider(self) -> Option<Self> {
        match self {
            Self::Week(..) => self.thursday().map(|day| Self::Month(day.year(), day.month())),
            Self::Month(year, _) => Some(Self::Year(year)),
            Self::Year(_) => None,
        }
    }
}

impl Period {
    /// The period of a code as [`Period`] writes it: `2026`, `2026-11`, `2026-W47`.
    pub fn from_code(code: &str) -> Option<Self> {
        let number = |part: &str| part.parse::<i8>().ok();
        let (year, part) = code.split_once('-').map_or((code, None), |(year, part)| (year, Some(part)));
        let year = year.parse::<i16>().ok()?;
        let period = match part.map(|part| part.strip_prefix('W').ok_or(part)) {
            None => Self::Year(year),
            Some(Ok(week)) => Self::Week(year, number(week)?),
            Some(Err(month)) => Self::Month(year, number(month)?),
        };
        (period.days().is_some() && period.to_string() == code).then_some(period)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
        }
    }
}

/// What is looked for, whenever.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sought {
    /// As [`Under`] has it.
    pub need: String,
    /// The language that was asked for or is read, by its code.
    pub language: String,
    /// Whether it is about something from which somebody may have to leave quickly.
    pub is_safety: bool,
}

/// Under what searches are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Under {
    /// The need or group of needs, by its id; empty for words that mean none that is known.
    pub need: String,
    /// The language that was asked for or is read, by its code; empty for any.
    pub language: String,
    /// When.
    pub period: Period,
}

impl Under {
    /// Where a search counts on a day: as narrow as it may ever be told.
    pub fn of(sought: &Sought, day: Date) -> Self {
        let Sought { need, language, is_safety } = sought.clone();
        let week = Self { need, language, period: Period::week_of(day) };
        let widest = |of: Self| std::iter::successors(Some(of), Self::wider).last();
        if is_safety { widest(week.clone()).unwrap_or(week) } else { week }
    }

    /// Where this counts when it is too little to be told; none where it is as wide as it gets.
    fn wider(&self) -> Option<Self> {
        match self.period.wider() {
            Some(period) => Some(Self { period, ..self.clone() }),
            None if self.language.is_empty() => None,
            None => Some(Self { language: String::new(), ..self.clone() }),
        }
    }
}

/// How many searches stand where.
pub type Tally = BTreeMap<Under, u64>;

/// The same searches, each as narrow as it may be: of periods that are over, those with fewer than [`FEWEST`] are widened, the narrowest first.
/// What is as wide as it gets stays, and is not told.
pub fn settled(tally: Tally, today: Date) -> Tally {
    let mut all = tally;
    let is_any = |under: &Under| under.language.is_empty();
    for kind in [
        |under: &Under| matches!(under.period, Period::Week(..)),
        |under: &Under| matches!(under.period, Period::Month(..)),
        |under: &Under| matches!(under.period, Period::Year(_)),
    ] {
        let few: Vec<Under> = all
            .iter()
            .filter(|(under, times)| kind(under) && **times < FEWEST && under.period.is_over(today))
            .filter(|(under, _)| !(is_any(under) && matches!(under.period, Period::Year(_))))
            .map(|(under, _)| under.clone())
            .collect();
        for under in few {
            if let Some(wider) = under.wider()
                && let Some(times) = all.remove(&under)
            {
                *all.entry(wider).or_default() += times;
            }
        }
    }
    all
}

/// Whether a number may be told on a day: its period is over, and enough searches stand in it.
pub fn is_told(under: &Under, times: u64, today: Date) -> bool {
    times >= FEWEST && under.period.is_over(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn under(need: &str, language: &str, period: &str) -> Under {
        Under { need: need.into(), language: language.into(), period: Period::from_code(period).unwrap() }
    }

    fn tally(of: &[(&str, &str, &str, u64)]) -> Tally {
        of.iter().map(|(need, language, period, times)| (under(need, language, period), *times)).collect()
    }

    #[test]
    fn periods_read_back_and_know_their_days() {
        for (text, first, last) in [
            ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
            ("2026-W47", date(2026, 11, 16), date(2026, 11, 22)),
            ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
            ("2026-11", date(2026, 11, 2), date(2026, 11, 29)),
            ("2026", date(2025, 12, 29), date(2027, 1, 3)),
        ] {
            let period = Period::from_code(text).unwrap();
            assert_eq!((period.to_string().as_str(), period.days()), (text, Some((first, last))));
            assert!(period.is_over(last.tomorrow().unwrap()) && !period.is_over(last));
        }
        for text in ["", "2026-W54", "2021-W53", "2026-13", "2026-1", "2026-W1", "x", "2026-", "99999"] {
            assert_eq!(Period::from_code(text), None, "{text}");
        }
    }

    #[test]
    fn few_are_widened_until_they_are_enough() {
        let all = tally(&[
            ("dentist", "ti", "2026-W45", 5),
            ("dentist", "ti", "2026-W46", 4),
            ("dentist", "ti", "2026-W47", 2),
            ("dentist", "ar", "2026-W47", 1),
        ]);
        // The third week is not over yet.
        let found = settled(all.clone(), date(2026, 11, 22));
        assert_eq!(
            found,
            tally(&[
                ("dentist", "ti", "2026-W45", 5),
                ("dentist", "ti", "2026-11", 4),
                ("dentist", "ti", "2026-W47", 2),
                ("dentist", "ar", "2026-W47", 1),
            ])
        );
        // The month is over with six; the one in Arabic waits for its year.
        let found = settled(all.clone(), date(2026, 12, 1));
        assert_eq!(
            found,
            tally(&[
                ("dentist", "ti", "2026-W45", 5),
                ("dentist", "ti", "2026-11", 6),
                ("dentist", "ar", "2026", 1),
            ])
        );
        // When that is over too, it counts whatever the language, and is not told as long as it is alone.
        let found = settled(all, date(2027, 1, 4));
        let alone = under("dentist", "", "2026");
        assert_eq!(found.get(&alone), Some(&1));
        assert!(!is_told(&alone, 1, date(2027, 1, 4)));
        assert!(is_told(&under("dentist", "ti", "2026-11"), 6, date(2027, 1, 4)));
    }

    #[test]
    fn nothing_is_told_before_its_period_is_over() {
        let week = under("dentist", "ti", "2026-W47");
        assert!(!is_told(&week, 9, date(2026, 11, 22)));
        assert!(is_told(&week, 9, date(2026, 11, 23)));
        assert!(!is_told(&week, 4, date(2026, 11, 23)));
    }

    #[test]
    fn what_is_looked_for_in_danger_counts_by_year_alone() {
        let sought = |is_safety| Sought { need: "police".into(), language: "ti".into(), is_safety };
        // A week belongs to the year of its Thursday.
        for (day, week, year) in [
            (date(2026, 11, 22), "2026-W47", "2026"),
            (date(2027, 1, 1), "2026-W53", "2026"),
            (date(2025, 12, 29), "2026-W01", "2026"),
        ] {
            assert_eq!(Under::of(&sought(false), day), under("police", "ti", week));
            assert_eq!(Under::of(&sought(true), day), under("police", "", year), "{day}");
        }
    }

    prop_compose! {
        fn searches()(all in prop::collection::vec((0_usize..3, 0_usize..3, 0_i64..800), 0..200)) -> Vec<Under> {
            let search = |(need, language, day): (usize, usize, i64)| {
                let (need, language) = (["dentist", "police", ""][need], ["ti", "ar", "en"][language]);
                let sought = Sought { need: need.into(), language: language.into(), is_safety: need == "police" };
                Under::of(&sought, date(2025, 1, 1).checked_add(day.days()).unwrap())
            };
            all.into_iter().map(search).collect()
        }
    }

    fn counted(searches: &[Under]) -> Tally {
        searches.iter().fold(Tally::new(), |mut all, one| {
            *all.entry(one.clone()).or_default() += 1;
            all
        })
    }

    proptest! {
        #[test]
        fn no_search_is_lost_and_none_is_counted_twice(all in searches(), day in 0_i64..900) {
            let today = date(2025, 1, 1).checked_add(day.days()).unwrap();
            let found = settled(counted(&all), today);
            prop_assert_eq!(found.values().sum::<u64>(), u64::try_from(all.len()).unwrap());
            for need in ["dentist", "police", ""] {
                let of = |tally: &Tally| tally.iter().filter(|(under, _)| under.need == need).map(|(_, n)| n).sum::<u64>();
                prop_assert_eq!(of(&found), of(&counted(&all)));
            }
        }

        #[test]
        fn what_is_over_and_too_little_stands_nowhere_but_at_the_widest(all in searches(), day in 0_i64..900) {
            let today = date(2025, 1, 1).checked_add(day.days()).unwrap();
            for (under, times) in settled(counted(&all), today) {
                let is_widest = under.language.is_empty() && matches!(under.period, Period::Year(_));
                prop_assert!(times >= FEWEST || is_widest || !under.period.is_over(today), "{:?} {}", under, times);
            }
        }

        #[test]
        fn what_is_looked_for_in_danger_stands_nowhere_but_at_the_widest(all in searches(), day in 0_i64..900) {
            let today = date(2025, 1, 1).checked_add(day.days()).unwrap();
            for (under, times) in settled(counted(&all), today).iter().filter(|(under, _)| under.need == "police") {
                let Period::Year(year) = under.period else { panic!("{under:?}") };
                prop_assert!(under.language.is_empty());
                prop_assert!(!is_told(under, *times, today) || today >= date(year, 12, 29), "{:?} on {}", under, today);
            }
        }

        #[test]
        fn settling_each_day_comes_to_the_same_as_settling_at_the_end(all in searches(), first in 0_i64..900, then in 0_i64..900) {
            let day = |n: i64| date(2025, 1, 1).checked_add(n.days()).unwrap();
            let (early, late) = (day(first.min(then)), day(first.max(then)));
            // What is looked for later is not there yet when it is settled the first time.
            let (before, after): (Vec<Under>, Vec<Under>) =
                all.into_iter().partition(|one| one.period.begins().unwrap() < early);
            let mut midway = settled(counted(&before), early);
            for (under, times) in counted(&after) {
                *midway.entry(under).or_default() += times;
            }
            let whole: Vec<Under> = before.into_iter().chain(after).collect();
            prop_assert_eq!(settled(midway, late), settled(counted(&whole), late));
        }

        #[test]
        fn what_was_told_stays_as_it_was(all in searches(), first in 0_i64..900, then in 0_i64..900) {
            let day = |n: i64| date(2025, 1, 1).checked_add(n.days()).unwrap();
            let (early, late) = (day(first.min(then)), day(first.max(then)));
            let before = settled(counted(&all), early);
            let after = settled(before.clone(), late);
            for (under, times) in before.iter().filter(|(under, times)| is_told(under, **times, early)) {
                prop_assert_eq!(after.get(under), Some(times));
            }
        }
    }
}
