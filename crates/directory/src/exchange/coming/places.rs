//! The places of a row: one in its columns, others as lines.

use super::{
    package::BAR,
    said::{Said, listed},
};
use crate::{
    LocationId,
    rules::{
        DirectoryRefusal,
        place::{Place, Point, read_postal_code},
    },
};
use platform::{
    batch::Finding,
    text::{NAME, fold},
};
use serde::{Deserialize, Serialize};

/// A place as a row says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SaidPlace {
    /// By which the same place is known again.
    pub key: String,
    /// The one that is kept.
    pub known: Option<LocationId>,
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub place: Place,
}

/// The provinces and territories, folded, in both languages.
const PROVINCES: [(&str, &str); 20] = [
    ("ontario", "ON"),
    ("alberta", "AB"),
    ("british columbia", "BC"),
    ("colombie britannique", "BC"),
    ("manitoba", "MB"),
    ("new brunswick", "NB"),
    ("nouveau brunswick", "NB"),
    ("newfoundland and labrador", "NL"),
    ("terre neuve et labrador", "NL"),
    ("nova scotia", "NS"),
    ("nouvelle ecosse", "NS"),
    ("northwest territories", "NT"),
    ("territoires du nord ouest", "NT"),
    ("nunavut", "NU"),
    ("prince edward island", "PE"),
    ("ile du prince edouard", "PE"),
    ("quebec", "QC"),
    ("saskatchewan", "SK"),
    ("yukon", "YT"),
    ("yukon territory", "YT"),
];

/// The places of a row: one in its columns, others as lines.
pub(super) fn places(said: &Said, findings: &mut Vec<Finding>) -> Vec<SaidPlace> {
    let street = [said.get("street-number"), said.get("street")].into_iter().filter(|part| !part.is_empty());
    let street: String = street.collect::<Vec<_>>().join(" ");
    let parts = [
        said.get("place"),
        street.as_str(),
        said.get("unit"),
        said.get("city"),
        said.get("province"),
        said.get("postal"),
        said.get("north"),
        said.get("east"),
    ];
    let mut all: Vec<SaidPlace> = place(parts, "place", findings).into_iter().collect();
    for text in listed(said.get("other-places")) {
        let mut line = text.split(BAR).map(str::trim);
        let parts = std::array::from_fn(|_| line.next().unwrap_or_default());
        all.extend(place(parts, "other-places", findings));
    }
    all.dedup_by(|one, other| one.key == other.key);
    all
}

fn place(
    [name, street, unit, city, province, postal, north, east]: [&str; 8],
    column: &str,
    findings: &mut Vec<Finding>,
) -> Option<SaidPlace> {
    if [name, street, postal, north].iter().all(|part| part.is_empty()) {
        return None;
    }
    let postal_code = read_postal_code(postal).unwrap_or_else(|why| {
        findings.push(Finding::refused(Some(if column == "place" { "postal" } else { column }), &why));
        String::new()
    });
    let is_code = PROVINCES.iter().any(|(_, code)| *code == province);
    let by_name = || PROVINCES.iter().find(|(name, _)| *name == fold(province)).map(|(_, code)| *code);
    let province = if is_code { province } else { by_name().unwrap_or_default() };
    let point = match point(north, east) {
        Ok(point) => point,
        Err(why) => {
            findings.push(Finding::refused(Some(if column == "place" { "north" } else { column }), &why));
            None
        }
    };
    let cut = |text: &str| text.chars().take(NAME).collect::<String>();
    let called = [name, street, city].into_iter().find(|text| !text.is_empty()).unwrap_or(postal);
    let place = Place {
        street: cut(street),
        unit: cut(unit),
        city: cut(city),
        province: province.to_owned(),
        postal_code,
        point,
        ..Place::default()
    };
    let name = cut(called);
    Some(SaidPlace { key: key_of(&name, &place), known: None, name, place })
}

/// A point as a sheet has it; swapped numbers and a lost minus sign are told by what they are.
fn point(north: &str, east: &str) -> Result<Option<Point>, DirectoryRefusal> {
    if north.is_empty() && east.is_empty() {
        return Ok(None);
    }
    match Point::read(north, east) {
        Some(point) if point.is_in_canada() => Ok(Some(point)),
        Some(point) if (Point { north: point.north, east: -point.east }).is_in_canada() => {
            Err(DirectoryRefusal::PointEast)
        }
        read => match Point::read(east, north) {
            Some(turned) if turned.is_in_canada() => Err(DirectoryRefusal::PointSwapped),
            _ => read.map(Some).ok_or(DirectoryRefusal::NotAPoint),
        },
    }
}

/// By which a place is known again, as a row says it or as it is kept: its street; without one its name, town and postal code.
pub(super) fn key_of(name: &str, of: &Place) -> String {
    let keyed = if of.street.is_empty() {
        format!("{name} {} {}", of.city, of.postal_code)
    } else {
        format!("{} {} {}", of.street, of.unit, of.city)
    };
    fold(&keyed).chars().take(190).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_without_a_street_are_one_only_where_they_say_the_same() {
        let said =
            |name, postal| place([name, "", "", "", "", postal, "", ""], "place", &mut Vec::new()).unwrap();
        let (one, other) = (said("", "P0T 9X2"), said("", "p0t9x5"));
        assert_ne!(one.key, other.key, "a postal code alone tells them apart");
        assert_eq!(one.key, said("", "P0T 9X2").key);
        assert_ne!(said("Library", "P0T 9X2").key, said("Library", "P0T 9X5").key);
        // What is kept is known again by what it was called.
        for row in [one, said("Library", "P0T 9X2")] {
            assert_eq!(row.key, key_of(&row.name, &row.place));
        }
    }
}
