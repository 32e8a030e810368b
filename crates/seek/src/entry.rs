//! What is kept to be found.

use crate::{gather::Gathered, numbers::millionths, words};
use uuid::Uuid;

/// Where in an entry a text stands. What is found in a name counts more than what is found in a description ([`crate::Weights`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What it is called.
    Name,
    /// What else it is called, also in other languages.
    Alternate,
    /// Words for what it is about, which nobody need have written in it.
    Topic,
    /// Who offers it.
    Organization,
    /// Everything else that is told of it.
    Description,
}

impl Kind {
    /// All, from the one that counts most.
    pub const ALL: [Self; 5] =
        [Self::Name, Self::Alternate, Self::Topic, Self::Organization, Self::Description];

    pub(crate) fn flag(self) -> u8 {
        match self {
            Self::Name => 16,
            Self::Alternate => 8,
            Self::Topic => 4,
            Self::Organization => 2,
            Self::Description => 1,
        }
    }

    pub(crate) fn all_in(flags: u8) -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| flags & kind.flag() != 0).collect()
    }
}

/// One way of sorting entries, numbered by whoever keeps them: language spoken, cost, format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facet(pub u32);

/// A place on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

impl Point {
    /// How far another place is, in kilometres. Good to a thousandth within 1,000 km, away from the poles.
    pub fn kilometres_to(self, other: Self) -> f64 {
        /// Kilometres in a degree of a great circle.
        const DEGREE: f64 = 111.195;
        let north = other.latitude - self.latitude;
        let middle = self.latitude.midpoint(other.latitude).to_radians();
        let around = (other.longitude - self.longitude).abs();
        let east = around.min(360.0 - around) * middle.cos();
        DEGREE * north.hypot(east)
    }

    pub(crate) fn packed(self) -> u64 {
        let half = |degrees: f64| u64::from(millionths(degrees).cast_unsigned());
        half(self.latitude) << 32 | half(self.longitude)
    }

    pub(crate) fn unpacked(packed: u64) -> Self {
        let half =
            |bits: u64| f64::from(u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0).cast_signed()) / 1e6;
        Self { latitude: half(packed >> 32), longitude: half(packed) }
    }
}

/// Minutes of a week, which begins on Monday at midnight: from, and the first that is no longer in it. What ends behind the week's end goes
/// on into its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute.
    pub from: u16,
    /// The first minute after it.
    pub until: u16,
}

/// Minutes in a day and in a week.
pub(crate) const DAY: u16 = 1_440;
pub(crate) const WEEK: u16 = 7 * DAY;

/// When something is open, by the clock of the place where it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// In an ordinary week.
    pub week: Vec<Span>,
    /// Days on which nothing opens, counted from 1 January 1970: holidays.
    pub closed: Vec<i32>,
}

impl Hours {
    /// Open without an end.
    pub fn always() -> Self {
        Self { week: vec![Span { from: 0, until: WEEK }], closed: Vec::new() }
    }

    /// Whether it is open at some minute of the moment. What opened before midnight is open after it, whatever the new day is.
    pub fn open(&self, moment: &Moment) -> bool {
        let weekday = (moment.day + 3).rem_euclid(7);
        // Minutes since the Monday of that week; spans of the week before reach into it, and these into the next.
        let start = weekday * i32::from(DAY) + i32::from(moment.from);
        let end = weekday * i32::from(DAY) + i32::from(moment.until.max(moment.from.saturating_add(1)));
        let monday = moment.day - weekday;
        [-1, 0, 1].into_iter().any(|week| {
            self.week.iter().any(|span| {
                let (from, until) = (i32::from(span.from), i32::from(span.until));
                let until = if until <= from { until + i32::from(WEEK) } else { until };
                let opens = from + week * i32::from(WEEK);
                let closes = until + week * i32::from(WEEK);
                let day = monday + opens.div_euclid(i32::from(DAY));
                opens < end && start < closes && !self.closed.contains(&day)
            })
        })
    }

    pub(crate) fn packed(&self) -> Vec<u8> {
        let mut bytes = vec![u8::try_from(self.week.len().min(255)).unwrap_or(u8::MAX)];
        for span in self.week.iter().take(255) {
            bytes.extend(span.from.to_be_bytes());
            bytes.extend(span.until.to_be_bytes());
        }
        self.closed.iter().for_each(|day| bytes.extend(day.to_be_bytes()));
        bytes
    }

    pub(crate) fn unpacked(bytes: &[u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first()?;
        let (week, closed) = rest.split_at_checked(usize::from(*count) * 4)?;
        let two = |bytes: &[u8]| bytes.try_into().map(u16::from_be_bytes).ok();
        let span = |four: &[u8]| Some(Span { from: two(four.get(..2)?)?, until: two(four.get(2..)?)? });
        let week = week.chunks_exact(4).map(span).collect::<Option<_>>()?;
        let day = |four: &[u8]| four.try_into().map(i32::from_be_bytes).ok();
        let closed = closed.chunks_exact(4).map(day).collect::<Option<_>>()?;
        Some(Self { week, closed })
    }
}

/// Some minutes of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Counted from 1 January 1970.
    pub day: i32,
    /// The first minute of that day.
    pub from: u16,
    /// The first minute after it; a moment has at least one.
    pub until: u16,
}

/// Something to be found. The index keeps nothing of it to be shown: whoever asks reads that from where it is kept, by the id.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Of what it stands for; an entry takes the place of an earlier one with the same.
    pub id: Uuid,
    /// Its words, in any languages.
    pub texts: Vec<(Kind, String)>,
    /// How it is sorted: values are compared as they are, nothing is folded.
    pub facets: Vec<(Facet, String)>,
    /// Where it is; the nearest place counts.
    pub points: Vec<Point>,
    /// When it is open, if that is known.
    pub hours: Option<Hours>,
    /// How sure it is that all this is still so, from 0 to 255.
    pub fresh: u8,
    /// Whether nobody is turned away.
    pub for_all: bool,
}

impl Entry {
    /// One of which nothing is known but its name.
    pub fn named(id: Uuid, name: impl Into<String>) -> Self {
        Self {
            id,
            texts: vec![(Kind::Name, name.into())],
            facets: Vec::new(),
            points: Vec::new(),
            hours: None,
            fresh: 0,
            for_all: false,
        }
    }

    /// Its different words, and where each stands.
    pub(crate) fn words(&self, into: &mut Gathered) {
        into.clear();
        for (kind, text) in &self.texts {
            words::each(text, words::Side::Kept, &mut |word, _| into.add(word.text, kind.flag()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i32, from: u16) -> Moment {
        Moment { day, from, until: from + 1 }
    }

    #[test]
    fn hours_go_on_over_midnight_and_over_the_week_and_stop_on_holidays() {
        // Day 4, 5 January 1970, was a Monday; the bar opens on Sundays, but not on day 10.
        let bar = Hours { week: vec![Span { from: 6 * DAY + 1_200, until: 120 }], closed: vec![10] };
        assert!(bar.open(&at(17, 1_200)) && bar.open(&at(17, 1_439)) && !bar.open(&at(17, 600)));
        assert!(bar.open(&at(18, 60)) && !bar.open(&at(18, 120)));
        assert!(!bar.open(&at(10, 1_300)) && !bar.open(&at(11, 60)));
        let desk = Hours { week: vec![Span { from: 540, until: 1_020 }], closed: vec![4 + 7] };
        assert!(desk.open(&at(4, 540)) && !desk.open(&at(4, 1_020)) && !desk.open(&at(4 + 7, 600)));
        assert!(desk.open(&Moment { day: 4, from: 0, until: 541 }));
        assert!(!desk.open(&Moment { day: 4, from: 0, until: 540 }));
        assert!(Hours::always().open(&at(-400, 3)));
        assert!(!Hours::default().open(&at(0, 0)));
    }

    #[test]
    fn what_is_packed_is_unpacked_and_what_is_no_pack_is_refused() {
        let hours = Hours { week: vec![Span { from: 1, until: 10_079 }], closed: vec![-1, 20_000] };
        assert_eq!(Hours::unpacked(&hours.packed()), Some(hours));
        assert_eq!(Hours::unpacked(&[3, 0]), None);
        let point = Point { latitude: -43.123456, longitude: 179.999999 };
        assert_eq!(Point::unpacked(point.packed()), point);
    }

    #[test]
    fn distances_are_those_of_the_map() {
        let hamilton = Point { latitude: 43.2557, longitude: -79.8711 };
        let toronto = Point { latitude: 43.6532, longitude: -79.3832 };
        assert!((hamilton.kilometres_to(toronto) - 59.2).abs() < 0.5, "{}", hamilton.kilometres_to(toronto));
        let (west, east) =
            (Point { latitude: 0.0, longitude: -179.9 }, Point { latitude: 0.0, longitude: 179.9 });
        assert!(west.kilometres_to(east) < 23.0);
    }
}
