//! Years, quarters, months and spans: what holds of them.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn quarter(code: &str) -> Quarter {
    Quarter::from_code(code).unwrap()
}

#[test]
fn a_month_is_one_of_its_quarter_and_tells_a_span_more_exactly() {
    let fiscal = Years::new(2025, 2026, 4).unwrap();
    let span = |from: &str, from_month, to: &str, to_month| Span {
        from_month,
        to_month,
        ..Span::quarters(Quarter::from_code(from), Quarter::from_code(to))
    };
    let whole = span("2025-Q1", Some(4), "2025-Q4", Some(3));
    assert_eq!(whole.check(fiscal), Ok(whole));
    assert_eq!(
        (whole.from_code(fiscal), whole.to_code(fiscal)),
        (Some("2025-04".into()), Some("2026-03".into()))
    );
    assert_eq!(
        (whole.whole_years(), span("2025-Q1", None, "2025-Q4", None).whole_years()),
        (None, Some((2025, 2025)))
    );
    for wrong in
        [span("2025-Q1", Some(7), "", None), span("", Some(4), "", None), span("2025-Q1", Some(13), "", None)]
    {
        assert_eq!(wrong.check(fiscal), Err(PeriodRefusal::MonthElsewhere), "{wrong:?}");
    }
    assert_eq!(span("2025-Q4", Some(1), "2025-Q4", Some(3)).check(fiscal).map(drop), Ok(()));
    assert_eq!(span("2025-Q4", Some(3), "2025-Q4", Some(1)).check(fiscal), Err(PeriodRefusal::Backwards));
    let later = whole.later(1, fiscal).unwrap();
    assert_eq!(
        (later.from_code(fiscal), later.to_code(fiscal)),
        (Some("2026-04".into()), Some("2027-03".into()))
    );
    let cut = span("2025-Q1", None, "2026-Q3", Some(10)).later(1, fiscal).unwrap();
    assert_eq!(cut.to_code(fiscal), Some("2026-Q4".into()), "the plan ends before");
    for month in 1..=12 {
        let quarter = fiscal.quarter_of_month((2026, month)).unwrap();
        assert_eq!(fiscal.month_in(quarter, month), Some((2026, month)));
    }
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
    let span = |from: &str, to: &str| Span::quarters(Quarter::from_code(from), Quarter::from_code(to));
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
    let span = |from: &str, to: &str| Span::quarters(Quarter::from_code(from), Quarter::from_code(to));
    assert_eq!(span("2025-Q1", "2025-Q4").whole_years(), Some((2025, 2025)));
    assert_eq!(span("2025-Q1", "2027-Q4").whole_years(), Some((2025, 2027)));
    for part in [span("2025-Q2", "2025-Q4"), span("2025-Q1", "2026-Q3"), span("2025-Q1", ""), Span::default()]
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
    (end(), end(), any::<bool>()).prop_map(|(from, to, ongoing)| Span { ongoing, ..Span::quarters(from, to) })
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
