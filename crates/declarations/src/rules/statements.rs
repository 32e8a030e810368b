//! Public statements: their kinds, and the day of every year on which one is recalled.

use super::versions::unread;
use jiff::{ToSpan, civil::Date};
use platform::text::Text;
use serde::Serialize;

/// What sort of statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// A statement.
    Statement,
    /// A proclamation, usually of a municipal council.
    Proclamation,
    /// An open letter.
    OpenLetter,
}

impl StatementKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Statement, Self::Proclamation, Self::OpenLetter];

    /// The code in the database, in filters and in word keys (`statement-kind-proclamation`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Proclamation => "proclamation",
            Self::OpenLetter => "open-letter",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

platform::coded!(StatementKind);

/// What an organization did for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Issued it.
    Issuer,
    /// Signed it.
    Signatory,
}

impl Part {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Issuer, Self::Signatory];

    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::Signatory => "signatory",
        }
    }

    /// The part of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

platform::coded!(Part);

platform::refusals! {
    /// Why a statement cannot be kept so.
    pub enum StatementRefusal {
        /// Nobody issued it.
        NoIssuer = "statement-no-issuer",
        /// It was issued on a day still to come.
        Future = "statement-future",
        /// No day of the year like 03-21.
        NoSuchDay = "statement-no-such-day",
        /// A machine made the words in an official language, and nobody has read them.
        Unread { lang: String } = "statement-unread",
    }
}

/// Whether a statement of these words may be public: what the partnership itself says in an official language somebody has read.
///
/// # Errors
/// [`StatementRefusal::Unread`].
pub fn may_be_public(title: &Text, body: &Text) -> Result<(), StatementRefusal> {
    match unread([title, body]) {
        Some(lang) => Err(StatementRefusal::Unread { lang: lang.own_name().to_owned() }),
        None => Ok(()),
    }
}

/// A day of the year, on which something is recalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DayOfYear {
    /// From 1 to 12.
    pub month: u32,
    /// From 1 to the last day of the month in a leap year.
    pub day: u32,
}

impl DayOfYear {
    /// The day written like `03-21`; 29 February is one.
    ///
    /// # Errors
    /// [`StatementRefusal::NoSuchDay`].
    pub fn parse(typed: &str) -> Result<Self, StatementRefusal> {
        let parts = typed.split_once('-').and_then(|(month, day)| {
            Some(Self { month: month.trim().parse().ok()?, day: day.trim().parse().ok()? })
        });
        // 2024 is a leap year: every day that any year has.
        parts.filter(|of| of.exactly_in(2024).is_some()).ok_or(StatementRefusal::NoSuchDay)
    }

    /// As it is written in forms.
    pub fn written(self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }

    fn exactly_in(self, year: i16) -> Option<Date> {
        Date::new(year, i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?).ok()
    }

    /// Its day in `year`; where the year has no 29 February, the last day of that month.
    fn in_year(self, year: i16) -> Option<Date> {
        let first = Self { day: 1, ..self };
        self.exactly_in(year).or_else(|| first.exactly_in(year).map(Date::last_of_month))
    }

    /// The next time it comes, `today` included.
    pub fn next(self, today: Date) -> Option<Date> {
        let this = self.in_year(today.year()).filter(|day| *day >= today);
        this.or_else(|| self.in_year(today.year().checked_add(1)?))
    }

    /// The next time it comes, when that is at most `ahead` days away.
    pub fn comes_within(self, ahead: u32, today: Date) -> Option<Date> {
        self.next(today).filter(|day| *day <= today.saturating_add(i64::from(ahead).days()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use platform::langs::Lang;
    use proptest::prelude::*;

    fn day(typed: &str) -> DayOfYear {
        DayOfYear::parse(typed).unwrap()
    }

    #[test]
    fn nobody_reads_publicly_what_nobody_has_read_in_an_official_language() {
        let on = date(2026, 11, 22);
        let text = Text::both("Against racism.", "Contre le racisme.", on);
        assert_eq!(may_be_public(&text, &Text::default()), Ok(()));
        for lang in Lang::OFFICIAL {
            let machine = text.clone().with_machine(lang, "…", on);
            let why = Err(StatementRefusal::Unread { lang: lang.own_name().to_owned() });
            assert_eq!((may_be_public(&machine, &text), may_be_public(&text, &machine)), (why.clone(), why));
            assert_eq!(may_be_public(&machine.reviewed(lang, on), &text), Ok(()));
        }
        let arabic = text.clone().with_machine(Lang::Ar, "…", on);
        assert_eq!(may_be_public(&arabic, &arabic), Ok(()), "there it is marked, and can be mended");
    }

    #[test]
    fn a_day_of_the_year_is_read_as_it_is_written() {
        assert_eq!(day("03-21"), DayOfYear { month: 3, day: 21 });
        assert_eq!(day("3-1").written(), "03-01");
        for typed in ["", "03", "13-01", "02-30", "04-31", "03-00", "a-b", "2026-03-21"] {
            assert_eq!(DayOfYear::parse(typed), Err(StatementRefusal::NoSuchDay), "{typed}");
        }
    }

    #[test]
    fn it_comes_this_year_or_the_next_and_the_leap_day_in_every_year() {
        assert_eq!(day("03-21").next(date(2026, 3, 21)), Some(date(2026, 3, 21)));
        assert_eq!(day("03-21").next(date(2026, 3, 22)), Some(date(2027, 3, 21)));
        assert_eq!(day("02-29").next(date(2026, 1, 1)), Some(date(2026, 2, 28)));
        assert_eq!(day("02-29").next(date(2027, 3, 1)), Some(date(2028, 2, 29)));
        assert_eq!(day("02-29").next(date(2028, 2, 29)), Some(date(2028, 2, 29)));
        assert_eq!(day("03-21").comes_within(20, date(2026, 3, 1)), Some(date(2026, 3, 21)));
        assert_eq!(day("03-21").comes_within(19, date(2026, 3, 1)), None);
    }

    proptest! {
        #[test]
        fn it_never_lies_in_the_past_and_never_more_than_a_year_away(offset in 0_i64..36_600, month in 1_u32..=12, of in 1_u32..=31) {
            let today = date(1996, 1, 1).saturating_add(offset.days());
            if let Ok(wanted) = DayOfYear::parse(&format!("{month}-{of}")) {
                let next = wanted.next(today).unwrap();
                let away = today.until(next).unwrap().get_days();
                prop_assert!((0..=366).contains(&away), "{today} {next}");
                prop_assert_eq!(u32::try_from(next.month()), Ok(month));
                let is_leap_day = month == 2 && of == 29;
                let shown = u32::try_from(next.day()).unwrap();
                prop_assert!(shown == of || (is_leap_day && shown == 28 && !next.in_leap_year()), "{next}");
                // Nothing comes between: the day before the next one, it is still the next one.
                if away > 0 {
                    prop_assert_eq!(wanted.next(next.yesterday().unwrap()), Some(next));
                }
                prop_assert_eq!(wanted.comes_within(u32::try_from(away).unwrap(), today), Some(next));
                if away > 0 {
                    prop_assert_eq!(wanted.comes_within(u32::try_from(away - 1).unwrap(), today), None);
                }
            }
        }
    }
}
