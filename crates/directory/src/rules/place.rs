//! Where a service is: a place, its point on the globe, its postal code.

use super::DirectoryRefusal;
use platform::text::Text;
use serde::{Deserialize, Serialize};

/// What sort of place it is, as HSDS has them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// One can go there.
    #[default]
    Physical,
    /// A mail address.
    Postal,
    /// On the net.
    Virtual,
}

impl PlaceKind {
    /// All, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Physical, Self::Postal, Self::Virtual];

    /// The code in the database, in forms and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Physical => "physical",
            Self::Postal => "postal",
            Self::Virtual => "virtual",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(PlaceKind);

/// A point on the globe, in millionths of a degree north and east: exact, and finer than a doorstep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Millionths of a degree north, at most 90 million either way.
    pub north: i32,
    /// Millionths of a degree east, at most 180 million either way.
    pub east: i32,
}

impl Point {
    /// The point of two numbers as people and files write them: degrees with a point.
    pub fn read(north: &str, east: &str) -> Option<Self> {
        let millionths = |typed: &str, most: i64| {
            let typed = typed.trim().replace(',', ".");
            let (sign, digits) = typed.strip_prefix('-').map_or((1, typed.as_str()), |rest| (-1, rest));
            let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
            let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_digit());
            if whole.is_empty() || !is_plain(whole) || !is_plain(part) || whole.len() > 3 {
                return None;
            }
            let part: String = part.chars().chain("000000".chars()).take(6).collect();
            let all = sign * (whole.parse::<i64>().ok()? * 1_000_000 + part.parse::<i64>().ok()?);
            (all.abs() <= most * 1_000_000).then(|| i32::try_from(all).ok()).flatten()
        };
        Some(Self { north: millionths(north, 90)?, east: millionths(east, 180)? })
    }

    /// Degrees north and east.
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.north) / 1e6, f64::from(self.east) / 1e6)
    }

    /// Whether it lies in Canada, roughly: between 41 and 84 degrees north, 141 and 52 west.
    pub const fn is_in_canada(self) -> bool {
        self.north > 41_000_000
            && self.north < 84_000_000
            && self.east > -141_500_000
            && self.east < -52_000_000
    }

    /// Metres to another point along the surface (haversine, mean radius of 6,371,009 m).
    pub fn metres_to(self, other: Self) -> f64 {
        let ((a, b), (c, d)) = (self.degrees(), other.degrees());
        let (north, east) = ((c - a).to_radians() / 2.0, (d - b).to_radians() / 2.0);
        let h = north.sin().powi(2) + a.to_radians().cos() * c.to_radians().cos() * east.sin().powi(2);
        2.0 * 6_371_009.0 * h.sqrt().min(1.0).asin()
    }
}

/// Where a place is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Street and number.
    pub street: String,
    /// Unit, floor, entrance.
    pub unit: String,
    /// The town.
    pub city: String,
    /// The province, by its code of two letters.
    pub province: String,
    /// The postal code, `A1A 1A1`.
    pub postal_code: String,
    /// Where it is on the globe, where that is known.
    pub point: Option<Point>,
    /// How one gets there.
    pub transit: Text,
    /// How one gets in: steps, lift, doors.
    pub access: Text,
    /// Its page; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub web: String,
    /// A page that says more of how one gets in; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub access_web: String,
    /// Whether its address is told to nobody: a shelter. Only the town is shown then, and no export carries more.
    pub is_confidential: bool,
}

/// A Canadian postal code as it is written: `L8R 2L3`; empty stays empty. Letters that are never used in one are refused (D, F, I, O, Q and U
/// nowhere, W and Z not first).
///
/// # Errors
/// [`DirectoryRefusal::NotAPostalCode`].
pub fn read_postal_code(typed: &str) -> Result<String, DirectoryRefusal> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    let plain: String =
        typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_uppercase();
    let fits = plain.chars().count() == 6
        && plain.chars().enumerate().all(|(at, c)| match at {
            0 => c.is_ascii_alphabetic() && !"DFIOQUWZ".contains(c),
            2 | 4 => c.is_ascii_alphabetic() && !"DFIOQU".contains(c),
            _ => c.is_ascii_digit(),
        });
    match plain.split_at_checked(3) {
        Some((first, last)) if fits => Ok(format!("{first} {last}")),
        _ => Err(DirectoryRefusal::NotAPostalCode { typed: typed.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn degrees_are_read_as_people_write_them() {
        let hamilton = Point::read("43.2557", "-79.8711").unwrap();
        assert_eq!(hamilton, Point { north: 43_255_700, east: -79_871_100 });
        assert_eq!(Point::read("43,2557", " -79,8711 "), Some(hamilton));
        for (north, east) in
            [("", "1"), ("91", "0"), ("0", "181"), ("4x", "1"), ("1e3", "0"), ("--1", "0"), ("12345", "0")]
        {
            assert_eq!(Point::read(north, east), None, "{north} {east}");
        }
        assert!(hamilton.is_in_canada());
        assert!(!Point { north: hamilton.east, east: hamilton.north }.is_in_canada());
    }

    #[test]
    fn hamilton_and_london_are_as_far_apart_as_they_are() {
        let (a, b) =
            (Point::read("43.2557", "-79.8711").unwrap(), Point::read("42.9849", "-81.2453").unwrap());
        let km = a.metres_to(b) / 1_000.0;
        assert!((115.0..117.0).contains(&km), "{km}");
    }

    #[test]
    fn postal_codes_are_written_one_way() {
        assert_eq!(read_postal_code(" l8r2l3 ").unwrap(), "L8R 2L3");
        assert_eq!(read_postal_code("").unwrap(), "");
        for typed in ["L8R", "D8R 2L3", "L8O 2L3", "88R 2L3", "L8R 2L33"] {
            assert!(read_postal_code(typed).is_err(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_point_reads_back(north in -90_000_000_i32..=90_000_000, east in -180_000_000_i32..=180_000_000) {
            let point = Point { north, east };
            let (a, b) = point.degrees();
            prop_assert_eq!(Point::read(&format!("{a:.6}"), &format!("{b:.6}")), Some(point));
        }

        #[test]
        fn a_distance_is_the_same_both_ways(a in -90_000_000_i32..=90_000_000, b in -180_000_000_i32..=180_000_000, c in -90_000_000_i32..=90_000_000, d in -180_000_000_i32..=180_000_000) {
            let (one, other) = (Point { north: a, east: b }, Point { north: c, east: d });
            prop_assert!((one.metres_to(other) - other.metres_to(one)).abs() < 0.01);
            prop_assert!(one.metres_to(other) <= 20_016_000.0);
        }
    }
}
