//! Where somebody is, as far as she says: the first three characters of a postal code, a part of a town and never a house.

use super::place::Point;
use std::{collections::HashMap, sync::LazyLock};

const AREAS: &str = include_str!("../../data/postal_areas.tsv");

static POINTS: LazyLock<HashMap<&'static str, Point>> = LazyLock::new(|| {
    let area = |line: &'static str| {
        let mut cells = line.split('\t');
        Some((cells.next()?, Point::read(cells.next()?, cells.next()?)?))
    };
    AREAS.lines().filter_map(area).collect()
});

/// The first three characters of what was typed, if they are such as postal codes begin with: `l8p 1a1` is `L8P`. The rest is not looked at.
pub fn postal_area(typed: &str) -> Option<String> {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').take(3);
    let area: String = letters.map(|c| c.to_ascii_uppercase()).collect();
    let fits =
        |(place, c): (usize, char)| if place == 1 { c.is_ascii_digit() } else { c.is_ascii_uppercase() };
    (area.chars().count() == 3 && area.chars().enumerate().all(fits)).then_some(area)
}

/// The middle of a postal area; none where there is no such area.
pub fn middle(area: &str) -> Option<Point> {
    POINTS.get(area).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_characters_are_enough_and_no_more_is_kept() {
        for (typed, area) in [
            ("l8p 1a1", Some("L8P")),
            (" L 8p", Some("L8P")),
            ("N6-A", Some("N6A")),
            ("L8", None),
            ("8LP", None),
            ("", None),
            ("ل8ب", None),
        ] {
            assert_eq!(postal_area(typed).as_deref(), area, "{typed}");
        }
    }

    #[test]
    fn every_area_is_in_canada_and_hamilton_is_where_it_is() {
        assert_eq!(POINTS.len(), AREAS.lines().count(), "each line is read");
        assert!(POINTS.len() > 1_600 && POINTS.values().all(|point| point.is_in_canada()));
        let city_hall = Point::read("43.2557", "-79.8711").unwrap();
        assert!(middle("L8P").unwrap().metres_to(city_hall) < 3_000.0);
        assert_eq!(middle("W1A"), None);
    }
}
