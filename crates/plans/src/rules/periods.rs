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
        /// The month lies in another quarter, or no quarter is named.
        MonthElsewhere = "plan-month-elsewhere",
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

    /// The calendar year of a month of a quarter; none when it lies in another one.
    pub fn month_in(self, quarter: Quarter, month: u32) -> Option<(i16, u32)> {
        let first = self.starts_on(quarter)?;
        let days = (0..3_i32).filter_map(|n| first.checked_add(n.months()).ok());
        let is_it = |day: &Date| u32::try_from(day.month()).is_ok_and(|one| one == month);
        days.into_iter().find(is_it).map(|day| (day.year(), month))
    }

    /// The quarter in which a calendar month lies.
    pub fn quarter_of_month(self, (year, month): (i16, u32)) -> Option<Quarter> {
        self.quarter_of(Date::new(year, i8::try_from(month).ok()?, 1).ok()?)
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
    /// The month in which it starts, where that is known: one of its first quarter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_month: Option<u32>,
    /// The month in which it ends, where that is known: one of its last quarter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_month: Option<u32>,
}

/// An end of a span as it stands in files.
fn code_of(years: Years, quarter: Option<Quarter>, month: Option<u32>) -> Option<String> {
    let quarter = quarter?;
    let month = month.and_then(|month| years.month_in(quarter, month));
    Some(month.map_or_else(|| quarter.code(), month_code))
}

/// A month as it stands in files: `2010-04`.
pub fn month_code((year, month): (i16, u32)) -> String {
    format!("{year:04}-{month:02}")
}

impl Span {
    /// A span between quarters.
    pub fn quarters(from: Option<Quarter>, to: Option<Quarter>) -> Self {
        Self { from, to, ..Self::default() }
    }

    /// Where it starts, as it stands in files: by the month where that is known, else by the quarter.
    pub fn from_code(self, years: Years) -> Option<String> {
        code_of(years, self.from, self.from_month)
    }

    /// Where it ends, as [`Span::from_code`].
    pub fn to_code(self, years: Years) -> Option<String> {
        code_of(years, self.to, self.to_month)
    }

    /// Whether it lies within the years of the plan and in the order of time.
    ///
    /// # Errors
    /// [`PeriodRefusal`].
    pub fn check(self, years: Years) -> Result<Self, PeriodRefusal> {
        if self.ongoing && self.to.is_some() {
            return Err(PeriodRefusal::OngoingEnds);
        }
        for (quarter, month) in [(self.from, self.from_month), (self.to, self.to_month)] {
            let fits = |month| quarter.is_some_and(|quarter| years.month_in(quarter, month).is_some());
            if month.is_some_and(|month| !fits(month)) {
                return Err(PeriodRefusal::MonthElsewhere);
            }
        }
        if [self.from, self.to].into_iter().flatten().any(|quarter| !years.hold(quarter)) {
            let (first, last) = (years.first.to_string(), years.last.to_string());
            return Err(PeriodRefusal::OutsideYears { first, last });
        }
        match (self.from, self.to) {
            (Some(from), Some(to))
                if to < from || (from == to && self.ends_before_its_month(years, from)) =>
            {
                Err(PeriodRefusal::Backwards)
            }
            _ => Ok(self),
        }
    }

    /// Whether within one quarter the last month lies before the first.
    fn ends_before_its_month(self, years: Years, quarter: Quarter) -> bool {
        let month = |month: Option<u32>| month.and_then(|month| years.month_in(quarter, month));
        month(self.from_month).zip(month(self.to_month)).is_some_and(|(from, to)| to < from)
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
            (Some(from), Some(to)) if from.number == 1 && to.number == 4 && !self.names_month() => {
                Some((from.year, to.year))
            }
            _ => None,
        }
    }

    /// Whether it is told by months.
    pub const fn names_month(self) -> bool {
        self.from_month.is_some() || self.to_month.is_some()
    }

    /// The same span so many years later, as far as the plan reaches; none when it begins after the plan.
    pub fn later(self, by: i16, years: Years) -> Option<Self> {
        let move_on =
            |quarter: Option<Quarter>| quarter.map(|quarter| quarter.later(by).ok_or(())).transpose();
        let (from, to) = (move_on(self.from).ok()?, move_on(self.to).ok()?);
        let last = Quarter::new(years.last, 4)?;
        let is_cut = to.is_some_and(|to| to > last);
        let to_month = self.to_month.filter(|_| !is_cut);
        let moved = Self { from, to: to.map(|to| to.min(last)), to_month, ..self };
        moved.check(years).ok()
    }

    /// Whether its last quarter is over on `today`.
    pub fn is_over(self, years: Years, today: Date) -> bool {
        self.to.and_then(|to| years.ends_on(to)).is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests;
