//! The day of permanent residence as somebody says it: a day, a month, or only a year; in the digits of her keyboard.

use super::eligibility::{Answer, FunderRule, Openness, Situation, may_use, turns};
use jiff::{ToSpan, civil::Date};
use platform::text::in_plain_digits;

/// Some time between two days, both among them: one day where she says one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The first day it may have been.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Since {
    /// What was typed: `2024`, `2024-05`, `2024/5/3`, `٢٠٢٤`, `۲۰۲۴-۰۵-۰۳`; the year first. None for what is no such day, or is still to come.
    pub fn read(typed: &str, today: Date) -> Option<Self> {
        let plain = in_plain_digits(typed);
        let is_mark = |c: char| matches!(c, '-' | '/' | '.' | '\u{2010}'..='\u{2015}') || c.is_whitespace();
        let parts: Vec<&str> = plain.trim().split(is_mark).filter(|part| !part.is_empty()).collect();
        let is_number = |part: &&str| part.chars().all(|c| c.is_ascii_digit());
        let year = parts.first().filter(|year| year.len() == 4 && parts.iter().all(is_number))?;
        let number = |part: &str| part.parse::<i8>().ok();
        let year = year.parse::<i16>().ok().filter(|year| *year >= 1900)?;
        let (first, last) = match parts.get(1..)? {
            [] => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            [month] => {
                let first = Date::new(year, number(month)?, 1).ok()?;
                (first, first.last_of_month())
            }
            [month, day] => {
                let day = Date::new(year, number(month)?, number(day)?).ok()?;
                (day, day)
            }
            _ => return None,
        };
        (first <= today).then(|| Self { first, last: last.min(today) })
    }

    /// The days that a rule may tell apart from the one before: the first, the first of each month, and those from which a rule speaks otherwise.
    fn days<'a>(self, rules: &'a [FunderRule]) -> impl Iterator<Item = Date> + 'a {
        let months = std::iter::successors(self.first.last_of_month().tomorrow().ok(), |day| {
            day.checked_add(1.month()).ok()
        });
        let turns = rules.iter().flat_map(turns).filter(move |day| self.first < *day && *day <= self.last);
        [self.first].into_iter().chain(months.take_while(move |day| *day <= self.last)).chain(turns)
    }
}

/// Whether somebody may use a service who says when she became a resident only roughly: what holds for each day it may have been, or else "ask".
pub fn may_use_since(
    (openness, rules): (&Openness, &[FunderRule]),
    (of, since): (Situation, Option<Since>),
    today: Date,
) -> Answer {
    let on = |day: Option<Date>| may_use(openness, rules, Situation { resident_since: day, ..of }, today);
    let Some(since) = since else { return on(None) };
    let first = on(Some(since.first));
    if since.days(rules).all(|day| on(Some(day)) == first) { first } else { Answer::Ask }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{funders::funders, rules::eligibility::Class};
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 23);

    fn read(typed: &str) -> Option<(Date, Date)> {
        Since::read(typed, TODAY).map(|since| (since.first, since.last))
    }

    #[test]
    fn a_day_a_month_or_a_year_is_read_in_the_digits_of_any_keyboard() {
        let day = Some((date(2024, 5, 3), date(2024, 5, 3)));
        for typed in ["2024-05-03", " 2024/5/3 ", "2024.05.03", "2024 5 3", "٢٠٢٤-٠٥-٠٣", "۲۰۲۴/۵/۳"]
        {
            assert_eq!(read(typed), day, "{typed}");
        }
        for typed in ["2024", "٢٠٢٤", "۲۰۲۴"] {
            assert_eq!(read(typed), Some((date(2024, 1, 1), date(2024, 12, 31))), "{typed}");
        }
        assert_eq!(read("2024-02"), Some((date(2024, 2, 1), date(2024, 2, 29))));
        assert_eq!(read("2026"), Some((date(2026, 1, 1), TODAY)), "no day that is still to come");
        for typed in [
            "",
            "last year",
            "24",
            "03-05-2024",
            "2024-13",
            "2024-02-30",
            "2027",
            "2024-5-3-1",
            "1403",
            "2024-",
        ] {
            assert_eq!(read(typed).is_some(), typed == "2024-", "{typed}");
        }
    }

    fn economic(typed: &str, today: Date) -> Answer {
        let of = Situation { class: Some(Class::EconomicResident), resident_since: None };
        let ircc = Openness::Funder { funder: "ircc".into() };
        may_use_since((&ircc, funders()), (of, Since::read(typed, today)), today)
    }

    #[test]
    fn a_year_answers_only_where_all_its_days_have_one_answer() {
        assert_eq!(economic("2024", TODAY), Answer::Likely);
        assert_eq!(economic("2019", TODAY), Answer::LikelyNot);
        assert_eq!(economic("2020", TODAY), Answer::Ask, "until 1 April one thing, later another");
        assert_eq!(economic("2020-12", TODAY), Answer::Likely);
        assert_eq!(
            economic("2027", date(2032, 11, 1)),
            Answer::Ask,
            "in March for six years, in April for five"
        );
        assert_eq!(economic("", TODAY), Answer::Ask);
    }

    proptest! {
        #[test]
        fn few_days_are_asked_and_they_answer_for_all(year in 2012_i16..2034, whole in any::<bool>(), month in 1_i8..=12, today in 0_i32..4_500) {
            let today = date(2025, 1, 1).checked_add(today.days()).unwrap();
            let typed = if whole { format!("{year}") } else { format!("{year}-{month}") };
            let Some(since) = Since::read(&typed, today) else { return Ok(()) };
            prop_assert!(since.days(funders()).count() <= 16, "{:?}", since);
            let on = |day: Date| may_use(
                &Openness::Funder { funder: "ircc".into() },
                funders(),
                Situation { class: Some(Class::EconomicResident), resident_since: Some(day) },
                today,
            );
            let first = on(since.first);
            let every = std::iter::successors(Some(since.first), |day| day.tomorrow().ok()).take_while(|day| *day <= since.last);
            let wanted = if every.into_iter().all(|day| on(day) == first) { first } else { Answer::Ask };
            prop_assert_eq!(economic(&typed, today), wanted, "{} on {}", typed, today);
        }

        #[test]
        fn whatever_is_typed_is_read_or_told_and_a_range_is_never_surer_than_its_days(
            typed in "\\PC{0,24}", year in 2015_i16..2027, month in 1_i8..=12, day in 1_i8..=28,
        ) {
            let _ = Since::read(&typed, TODAY);
            let exact = economic(&format!("{year}-{month}-{day}"), TODAY);
            for rough in [format!("{year}"), format!("{year}-{month}")] {
                let said = economic(&rough, TODAY);
                prop_assert!(said == Answer::Ask || said == exact || Date::new(year, month, day).unwrap() > TODAY);
            }
        }
    }
}
