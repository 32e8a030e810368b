use super::*;
use crate::{
    pages::samples::{location, service},
    rules::hours::{Open, from_week, open, read_day},
};
use jiff::civil::datetime;
use proptest::prelude::*;
use seek::Moment;

fn minutes_open(week: &Hours, at: DateTime) -> bool {
    let minute = minute_of(at).minutes();
    week.open(&Moment { day: day_number(at.date()), from: minute, until: minute + 1 })
}

#[test]
fn days_are_counted_from_1970() {
    assert_eq!(
        (day_number(date(1970, 1, 1)), day_number(date(1970, 1, 5)), day_number(date(2026, 11, 23))),
        (0, 4, 20_780)
    );
}

#[test]
fn a_service_is_found_by_its_needs_in_every_language_and_a_confidential_place_has_no_point() {
    let public = |confidential| location(confidential).seen_by(partners::Reader::Public);
    let known = entry(&Placed { service: service(), locations: vec![public(false)] }, date(2026, 11, 23));
    let hidden = entry(&Placed { service: service(), locations: vec![public(true)] }, date(2026, 11, 23));
    assert!(known.points.len() == 1 && hidden.points.is_empty());
    let topics: Vec<_> = known.texts.iter().filter(|(kind, _)| *kind == Kind::Topic).collect();
    assert!(topics.len() >= 15 && topics.len() % 15 == 0, "{topics:?}");
    assert!(
        known.facets.iter().any(|(facet, value)| *facet == GROUP && value == "language"),
        "{:?}",
        known.facets
    );
}

#[test]
fn the_first_saturday_of_the_month_is_open_then_only() {
    let mut facts = Facts {
        hours: from_week(&[vec![], vec![], vec![], vec![], vec![], read_day("10-12").unwrap(), vec![]]),
        ..Facts::default()
    };
    facts.hours[0].weeks = vec![1];
    assert!(holds_for_a_day(&facts));
    for (day, is_open) in [(date(2026, 11, 7), true), (date(2026, 11, 14), false)] {
        let week = hours(&facts, Province::Ontario, day).unwrap();
        assert_eq!(minutes_open(&week, day.at(11, 0, 0, 0)), is_open, "{day}");
    }
}

proptest! {
    /// Whatever the hours, the index says of this minute what the page says.
    #[test]
    fn the_index_and_the_page_agree(
        opens in proptest::collection::vec((0_usize..7, 0_u16..1_440, 0_u16..1_440, proptest::option::of(1_i8..5)), 1..6),
        ahead in 0_i32..800,
        minute in 0_i64..1_440,
        is_closed_on_holidays in any::<bool>(),
    ) {
        let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let at = |n: u16| crate::rules::hours::Minute::new(n / 60, n % 60).unwrap();
        let hours_of = opens.into_iter().map(|(day, opens, closes, week)| crate::rules::hours::Hours {
            days: vec![codes[day].to_owned()], opens: at(opens), closes: at(closes), weeks: week.into_iter().collect(), from: None, to: None,
        });
        let facts = Facts { hours: hours_of.collect(), is_closed_on_holidays, ..Facts::default() };
        let now = datetime(2026, 1, 1, 0, 0, 0, 0).checked_add(ahead.days()).unwrap().checked_add(minute.minutes()).unwrap();
        let week = hours(&facts, Province::Ontario, now.date()).unwrap();
        let closed = |day: Date| is_closed_on_holidays && crate::rules::holidays::is_holiday(Province::Ontario, day);
        let told = matches!(open(&facts.hours, now, &closed), Open::Now { .. });
        prop_assert_eq!(minutes_open(&week, now), told, "{} {:?}", now, facts.hours);
    }
}
