use super::*;
use jiff::civil::{date, datetime};
use proptest::prelude::*;

fn at(hour: u16, minute: u16) -> Minute {
    Minute::new(hour, minute).unwrap()
}

/// The hours of a form whose seven fields say this.
fn week(typed: [&str; 7]) -> Vec<Hours> {
    from_week(&typed.map(|day| read_day(day).unwrap()))
}

fn never(_: Date) -> bool {
    false
}

#[test]
fn times_are_read_as_people_type_them() {
    for (typed, hour, minute) in [
        ("9", 9, 0),
        ("09", 9, 0),
        ("9:30", 9, 30),
        ("9h30", 9, 30),
        ("9 h 30", 9, 30),
        ("17 h", 17, 0),
        ("9.30", 9, 30),
        ("0930", 9, 30),
        ("9 am", 9, 0),
        ("9 a.m.", 9, 0),
        ("12 am", 0, 0),
        ("12 pm", 12, 0),
        ("5 p.m.", 17, 0),
        ("5:15pm", 17, 15),
        ("5.15 pm", 17, 15),
        ("noon", 12, 0),
        ("midi", 12, 0),
        ("23:59", 23, 59),
    ] {
        assert_eq!(read_time(typed), Some(at(hour, minute)), "{typed}");
    }
    for typed in [
        "9.5",
        "9:3",
        "9.30 p.m. only",
        "24:00",
        "",
        "25",
        "9:60",
        "13 pm",
        "0 am",
        "nine",
        "9:3:1",
        "9-10",
        "-1",
        "99999",
        "9h3x",
    ] {
        assert_eq!(read_time(typed), None, "{typed}");
    }
}

#[test]
fn a_day_is_read_with_its_breaks() {
    let spans = |typed| {
        read_day(typed).unwrap().iter().map(|(a, b)| format!("{a}-{b}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(spans("9-12, 13h30 à 17h"), "09:00-12:00 13:30-17:00");
    assert_eq!(spans("1-5 pm; 9 to 12"), "09:00-12:00 13:00-17:00");
    assert_eq!(spans("9-5 pm"), "09:00-17:00", "nine in the evening is after five");
    assert_eq!(spans("10 a.m. – 2 p.m."), "10:00-14:00");
    assert_eq!(spans("1:30-4:30 pm"), "13:30-16:30");
    assert_eq!(spans("18-midnight"), "18:00-00:00");
    assert_eq!(spans("20-8+1"), "20:00-08:00", "the night of a shelter");
    assert_eq!(spans("٩-١٢"), "09:00-12:00", "whatever keyboard");
    assert_eq!(spans("00:00-23:59"), "00:00-23:59");
    for unsure in ["1-5", "9-12, 1-5", "2:30-4"] {
        assert!(matches!(read_day(unsure), Err(HoursRefusal::WhichHalf { .. })), "{unsure}");
    }
    assert_eq!(spans("1 am-5 am"), "01:00-05:00");
    assert_eq!(spans(""), "");
    assert!(matches!(read_day("soon"), Err(HoursRefusal::Unclear { .. })));
    assert!(matches!(read_day("17-9"), Err(HoursRefusal::Backwards { .. })));
    assert!(matches!(read_day("9-12, 11-13"), Err(HoursRefusal::Overlap { .. })));
    assert!(matches!(read_day("7-8,9-10,11-12,13-14,15-16,17-18,19-20"), Err(HoursRefusal::TooMany { .. })));
    assert!(matches!(read_day("20-8+1, 21-22"), Err(HoursRefusal::Overlap { .. })));
    assert!(matches!(read_day("8-20+1"), Err(HoursRefusal::Unclear { .. })), "more than a day");
}

#[test]
fn it_is_open_now_or_opens_next() {
    let hours = week(["9-17", "9-17", "9-17", "9-17", "9-12", "", ""]);
    assert_eq!(hours.len(), 2, "four equal days are one line");
    let monday = |hour: i8, minute: i8| datetime(2026, 11, 23, hour, minute, 0, 0);
    assert_eq!(open(&hours, monday(9, 0), &never), Open::Now { until: monday(17, 0) });
    assert_eq!(open(&hours, monday(8, 59), &never), Open::Next { at: monday(9, 0) });
    assert_eq!(open(&hours, monday(17, 0), &never), Open::Next { at: datetime(2026, 11, 24, 9, 0, 0, 0) });
    let friday = datetime(2026, 11, 27, 13, 0, 0, 0);
    assert_eq!(open(&hours, friday, &never), Open::Next { at: datetime(2026, 11, 30, 9, 0, 0, 0) });
    let closed = |day: Date| day == date(2026, 11, 30);
    assert_eq!(open(&hours, friday, &closed), Open::Next { at: datetime(2026, 12, 1, 9, 0, 0, 0) });
    assert_eq!(open(&[], friday, &never), Open::Unknown);
    assert!(!open_tonight(&hours, monday(10, 0), &never));
    assert!(open_tonight(&week(["9-21", "", "", "", "", "", ""]), monday(10, 0), &never));
}

#[test]
fn a_house_that_never_closes_is_open() {
    let hours = week(["0:00-23:59"; 7]);
    let now = datetime(2026, 11, 23, 23, 59, 30, 0);
    assert!(matches!(open(&hours, now, &never), Open::Now { until } if until > now));
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    let night = Hours {
        days: vec!["FR".into()],
        opens: at(20, 0),
        closes: at(6, 0),
        weeks: vec![],
        from: None,
        to: None,
    };
    let saturday = datetime(2026, 11, 28, 5, 0, 0, 0);
    assert_eq!(
        open(std::slice::from_ref(&night), saturday, &never),
        Open::Now { until: datetime(2026, 11, 28, 6, 0, 0, 0) }
    );
}

#[test]
fn a_form_reads_back_nights_and_midnights() {
    let day = |typed: &str| read_day(typed).unwrap();
    let mut days: Vec<_> = (0..7).map(|_| Vec::new()).collect();
    (days[4], days[5]) = (day("9-12, 20-8+1"), day("18-24"));
    let again = week_of(&from_week(&days)).map(|typed| read_day(&typed).unwrap());
    assert_eq!(again.as_slice(), days.as_slice());
}

#[test]
fn the_first_saturday_and_a_season_are_kept_to() {
    let first = Hours {
        days: vec!["SA".into()],
        opens: at(10, 0),
        closes: at(12, 0),
        weeks: vec![1],
        from: None,
        to: Some(date(2026, 12, 31)),
    };
    let hours = [first];
    assert_eq!(
        open(&hours, datetime(2026, 11, 23, 9, 0, 0, 0), &never),
        Open::Next { at: datetime(2026, 12, 5, 10, 0, 0, 0) }
    );
    assert_eq!(open(&hours, datetime(2026, 12, 6, 9, 0, 0, 0), &never), Open::Closed);
    assert!(minutes_of_week(&hours).is_empty());
}

fn spans() -> impl Strategy<Value = Vec<(Minute, Minute)>> {
    proptest::collection::btree_set(0_u16..1_440, 0..8).prop_map(|minutes| {
        let all: Vec<_> = minutes.into_iter().map(Minute).collect();
        all.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
    })
}

proptest! {
    #[test]
    fn a_form_reads_back_what_it_wrote(days in proptest::array::uniform7(spans())) {
        let hours = from_week(&days);
        let again = week_of(&hours).map(|day| read_day(&day).unwrap());
        prop_assert_eq!(again.as_slice(), days.as_slice());
    }

    #[test]
    fn reading_never_panics(typed in ".{0,60}") {
        let _ = read_day(&typed);
        let _ = read_time(&typed);
    }

    #[test]
    fn what_opens_next_is_open_then_and_not_before(days in proptest::array::uniform7(spans()), minute in 0_i64..10_080) {
        let hours = from_week(&days);
        let now = datetime(2026, 11, 23, 0, 0, 0, 0).checked_add(minute.minutes()).unwrap();
        match open(&hours, now, &never) {
            Open::Now { until } => prop_assert!(until > now),
            Open::Next { at } => {
                prop_assert!(at > now);
                let is_open = matches!(open(&hours, at, &never), Open::Now { .. });
                prop_assert!(is_open);
            }
            Open::Closed | Open::Unknown => prop_assert!(hours.is_empty()),
        }
    }

    #[test]
    fn the_minutes_of_a_week_are_open(days in proptest::array::uniform7(spans()), minute in 0_u16..10_080) {
        let hours = from_week(&days);
        let now = datetime(2026, 11, 23, 0, 0, 0, 0).checked_add(i64::from(minute).minutes()).unwrap();
        let in_week = minutes_of_week(&hours).iter().any(|(from, to)| (*from..*to).contains(&minute));
        let is_open = matches!(open(&hours, now, &never), Open::Now { .. });
        prop_assert_eq!(in_week, is_open, "{:?}", hours);
    }
}
