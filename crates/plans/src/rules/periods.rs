//! When: the years of a plan, cut into quarters, and the span of a line within them.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

platform::refusals! {
    /// Why a time is not taken.
    pub enum PeriodRefusal {
        /// The plan ends before it starts, or is longer than a life.
        YearsBackwards = "plan-years-backwards",
        /// Lines of the plan would lie outside its new years.
        LinesOutside { count: u32 } = "plan-years-lines-outside",
        /// The line ends before it starts.
        Backwards = "plan-quarters-backwards",
        /// The line reaches beyond the years of the plan.
        OutsideYears { first: String, last: String } = "plan-quarters-outside",
        /// What never ends has no last quarter.
        OngoingEnds = "plan-ongoing-ends",
        /// Not a quarter like 2026-Q1.
        NotAQuarter = "plan-not-a-quarter",
    }
}

/// A quarter of a plan's year; the year is named by the calendar year in which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Quarter {
    year: i16,
    number: i8,
}

impl Quarter {
    /// The quarter of that number, from 1 to 4.
    pub fn new(year: i16, number: i8) -> Option<Self> {
        ((1..=4).contains(&number) && (1900..=2200).contains(&year)).then_some(Self { year, number })
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Its number in the year, from 1.
    pub const fn number(self) -> i8 {
        self.number
    }

    /// As it stands in the database, in forms and in files: `2026-Q1`. The order of the texts is the order of time.
    pub fn code(self) -> String {
        format!("{:04}-Q{}", self.year, self.number)
    }

    /// The quarter of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let (year, number) = code.trim().split_once("-Q")?;
        Self::new(year.parse().ok()?, number.parse().ok()?)
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        match self.number {
            4 => Self::new(self.year.checked_add(1)?, 1),
            number => Self::new(self.year, number + 1),
        }
    }

    /// The same quarter so many years later.
    pub fn later(self, years: i16) -> Option<Self> {
        Self::new(self.year.checked_add(years)?, self.number)
    }
}

impl TryFrom<String> for Quarter {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, &'static str> {
        Self::from_code(&code).ok_or("plan-not-a-quarter")
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.code()
    }
}

/// The years of a plan, the first and the last, and the month in which each starts: April for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Years {
    first: i16,
    last: i16,
    month: i8,
}

impl Years {
    /// The years from the one that starts in `first` to the one that starts in `last`.
    ///
    /// # Errors
    /// [`PeriodRefusal::YearsBackwards`].
    pub fn new(first: i16, last: i16, month: i8) -> Result<Self, PeriodRefusal> {
        let fits = (1900..=2150).contains(&first)
            && (first..=first.saturating_add(49)).contains(&last)
            && (1..=12).contains(&month);
        if fits { Ok(Self { first, last, month }) } else { Err(PeriodRefusal::YearsBackwards) }
    }

    /// The first year.
    pub const fn first(self) -> i16 {
        self.first
    }

    /// The last year.
    pub const fn last(self) -> i16 {
        self.last
    }

    /// The month in which each starts.
    pub const fn month(self) -> i8 {
        self.month
    }

    /// All its quarters, in the order of time.
    pub fn quarters(self) -> Vec<Quarter> {
        (self.first..=self.last).flat_map(|year| (1..=4).filter_map(move |n| Quarter::new(year, n))).collect()
    }

    /// The first day of a quarter.
    pub fn starts_on(self, quarter: Quarter) -> Option<Date> {
        let months = i32::from(quarter.number - 1) * 3;
        Date::new(quarter.year, self.month, 1).ok()?.checked_add(months.months()).ok()
    }

    /// The last day of a quarter.
    pub fn ends_on(self, quarter: Quarter) -> Option<Date> {
        let next = self.starts_on(quarter)?.checked_add(3.months()).ok()?;
        next.yesterday().ok()
    }

    /// The quarter in which a day lies, within the plan's years or not.
    pub fn quarter_of(self, day: Date) -> Option<Quarter> {
        let months = i32::from(day.month()) - i32::from(self.month);
        let year = if months < 0 { day.year().checked_sub(1)? } else { day.year() };
        let number = i8::try_from(months.rem_euclid(12) / 3).ok()?.checked_add(1)?;
        Quarter::new(year, number)
    }

    /// Whether a quarter is one of the plan.
    pub fn hold(self, quarter: Quarter) -> bool {
        (self.first..=self.last).contains(&quarter.year)
    }
}

/// Whether a plan may have these years: none of its lines may come to lie outside them.
///
/// # Errors
/// [`PeriodRefusal::LinesOutside`].
pub fn hold_all(years: Years, spans: impl IntoIterator<Item = Span>) -> Result<Years, PeriodRefusal> {
    let outside = spans.into_iter().filter(|span| span.check(years).is_err()).count();
    match u32::try_from(outside).unwrap_or(u32::MAX) {
        0 => Ok(years),
        count => Err(PeriodRefusal::LinesOutside { count }),
    }
}

/// When a line is worked on. What is ongoing has no last quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first quarter, when it is known.
    pub from: Option<Quarter>,
    /// The last quarter, when it is known.
    pub to: Option<Quarter>,
    /// Whether it never ends.
    pub ongoing: bool,
}

impl Span {
    /// Whether it lies within the years of the plan and in the order of time.
    ///
    /// # Errors
    /// [`PeriodRefusal`].
    pub fn check(self, years: Years) -> Result<Self, PeriodRefusal> {
        if self.ongoing && self.to.is_some() {
            return Err(PeriodRefusal::OngoingEnds);
        }
        if [self.from, self.to].into_iter().flatten().any(|quarter| !years.hold(quarter)) {
            let (first, last) = (years.first.to_string(), years.last.to_string());
            return Err(PeriodRefusal::OutsideYears { first, last });
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Err(PeriodRefusal::Backwards),
            _ => Ok(self),
        }
    }

    /// Whether it is worked on in a quarter. A line that names no quarter is worked on in none; one that names only one end
    /// lasts from or to the end of the plan.
    pub fn covers(self, quarter: Quarter) -> bool {
        (self.from.is_some() || self.to.is_some())
            && self.from.is_none_or(|from| from <= quarter)
            && self.to.is_none_or(|to| quarter <= to)
    }

    /// Whether it is worked on in a year of the plan.
    pub fn touches(self, year: i16) -> bool {
        (1..=4).filter_map(|number| Quarter::new(year, number)).any(|quarter| self.covers(quarter))
    }

    /// The first and the last year, when it fills its years from the first quarter to the last.
    pub fn whole_years(self) -> Option<(i16, i16)> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from.number == 1 && to.number == 4 => Some((from.year, to.year)),
            _ => None,
        }
    }

    /// The same span so many years later, as far as the plan reaches; none when it begins after the plan.
    pub fn later(self, by: i16, years: Years) -> Option<Self> {
        let move_on =
            |quarter: Option<Quarter>| quarter.map(|quarter| quarter.later(by).ok_or(())).transpose();
        let (from, to) = (move_on(self.from).ok()?, move_on(self.to).ok()?);
        let last = Quarter::new(years.last, 4)?;
        let moved = Self { from, to: to.map(|to| to.min(last)), ongoing: self.ongoing };
        moved.check(years).ok()
    }

    /// Whether its last quarter is over on `today`.
    pub fn is_over(self, years: Years, today: Date) -> bool {
        self.to.and_then(|to| years.ends_on(to)).is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn quarter(code: &str) -> Quarter {
        Quarter::from_code(code).unwrap()
    }

    #[test]
    fn a_year_that_starts_in_april_has_its_fourth_quarter_in_the_next_winter() {
        let years = Years::new(2025, 2029, 4).unwrap();
        assert_eq!(years.starts_on(quarter("2026-Q4")), Some(date(2027, 1, 1)));
        assert_eq!(years.ends_on(quarter("2026-Q4")), Some(date(2027, 3, 31)));
        assert_eq!(years.quarter_of(date(2027, 2, 14)), Some(quarter("2026-Q4")));
        assert_eq!(years.quarter_of(date(2026, 4, 1)), Some(quarter("2026-Q1")));
        assert_eq!(years.quarters().len(), 20);
    }

    #[test]
    fn quarters_outside_the_plan_or_backwards_are_refused() {
        let years = Years::new(2025, 2026, 4).unwrap();
        let span = |from: &str, to: &str| Span {
            from: Quarter::from_code(from),
            to: Quarter::from_code(to),
            ongoing: false,
        };
        assert!(span("2025-Q1", "2026-Q4").check(years).is_ok());
        let outside = PeriodRefusal::OutsideYears { first: "2025".into(), last: "2026".into() };
        assert_eq!(span("2024-Q4", "2025-Q1").check(years), Err(outside));
        assert_eq!(span("2026-Q2", "2026-Q1").check(years), Err(PeriodRefusal::Backwards));
        let ongoing = Span { ongoing: true, ..span("2025-Q1", "2025-Q2") };
        assert_eq!(ongoing.check(years), Err(PeriodRefusal::OngoingEnds));
        assert_eq!(Years::new(2026, 2025, 4), Err(PeriodRefusal::YearsBackwards));
        assert!(Quarter::from_code("2026-Q5").is_none() && Quarter::from_code("Q1").is_none());
    }

    #[test]
    fn years_are_whole_from_their_first_quarter_to_their_last() {
        let span = |from: &str, to: &str| Span {
            from: Quarter::from_code(from),
            to: Quarter::from_code(to),
            ongoing: false,
        };
        assert_eq!(span("2025-Q1", "2025-Q4").whole_years(), Some((2025, 2025)));
        assert_eq!(span("2025-Q1", "2027-Q4").whole_years(), Some((2025, 2027)));
        for part in
            [span("2025-Q2", "2025-Q4"), span("2025-Q1", "2026-Q3"), span("2025-Q1", ""), Span::default()]
        {
            assert_eq!(part.whole_years(), None);
        }
    }

    #[test]
    fn a_plan_keeps_the_years_that_its_lines_need() {
        let late = Span { to: Quarter::from_code("2029-Q4"), ..Span::default() };
        let years = |last| Years::new(2025, last, 4).unwrap();
        assert_eq!(hold_all(years(2029), [late, Span::default()]), Ok(years(2029)));
        let refused = hold_all(years(2028), [late, Span::default(), late]);
        assert_eq!(refused, Err(PeriodRefusal::LinesOutside { count: 2 }));
    }

    fn any_quarter() -> impl Strategy<Value = Quarter> {
        (2020_i16..2035, 1_i8..=4).prop_map(|(year, number)| Quarter::new(year, number).unwrap())
    }

    fn any_span() -> impl Strategy<Value = Span> {
        let end = || proptest::option::of(any_quarter());
        (end(), end(), any::<bool>()).prop_map(|(from, to, ongoing)| Span { from, to, ongoing })
    }

    proptest! {
        #[test]
        fn quarters_follow_each_other_without_a_gap(quarter in any_quarter(), month in 1_i8..=12) {
            let years = Years::new(2020, 2035, month).unwrap();
            let (next, last) = (quarter.next().unwrap(), years.ends_on(quarter).unwrap());
            prop_assert_eq!(last.tomorrow().unwrap(), years.starts_on(next).unwrap());
            for day in [years.starts_on(quarter).unwrap(), last] {
                prop_assert_eq!(years.quarter_of(day), Some(quarter));
            }
            prop_assert!(quarter < next && quarter.code() < next.code());
            prop_assert_eq!(Quarter::from_code(&quarter.code()), Some(quarter));
        }

        #[test]
        fn a_span_that_is_taken_lies_within_the_plan(span in any_span(), first in 2020_i16..2030, length in 0_i16..6) {
            let years = Years::new(first, first + length, 4).unwrap();
            if let Ok(span) = span.check(years) {
                let all = years.quarters();
                prop_assert!([span.from, span.to].into_iter().flatten().all(|quarter| all.contains(&quarter)));
                let worked: Vec<_> = all.iter().filter(|quarter| span.covers(**quarter)).collect();
                prop_assert_eq!(worked.is_empty(), span.from.is_none() && span.to.is_none());
                prop_assert!(all.iter().all(|quarter| !span.covers(*quarter) || span.touches(quarter.year())));
            }
        }

        #[test]
        fn a_slice_copied_to_a_later_year_stays_within_the_plan(span in any_span(), by in 0_i16..6) {
            let years = Years::new(2022, 2030, 4).unwrap();
            if let (Ok(span), Some(moved)) = (span.check(years), span.later(by, years)) {
                prop_assert!(moved.check(years).is_ok());
                prop_assert_eq!(moved.from.map(Quarter::year), span.from.map(|from| from.year() + by));
            }
        }
    }
}
