//! The places of a row: one in its columns, others as lines.

use super::{
    laid::{PARTS, PLACE, place_parts},
    own::Form,
    said::{Said, listed},
};
use crate::{
    LocationId,
    rules::{
        DirectoryRefusal,
        lines::is_page,
        place::{Place, Point, read_postal_code},
    },
    store::locations::Location,
};
use jiff::civil::Date;
use platform::{
    batch::Finding,
    langs::Lang,
    text::{NAME, Text, fold},
};
use serde::{Deserialize, Serialize};

/// A place as a row says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SaidPlace {
    /// By which the same place is known again.
    pub key: String,
    /// The one that is kept.
    pub known: Option<LocationId>,
    /// The one that is kept and of which it says something else: what the row does not say of it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<LocationId>,
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

/// The columns of the first place but its street, in the order of the parts of a line.
fn parts(said: &Said) -> [String; PARTS] {
    let street = [said.get("street-number"), said.get("street")].into_iter().filter(|part| !part.is_empty());
    let street: String = street.collect::<Vec<_>>().join(" ");
    PLACE.map(|column| if column == "street" { street.clone() } else { said.get(column).to_owned() })
}

/// The lines of other places: what stands between semicolons too, where each part has bars of its own.
fn lines(text: &str) -> Vec<String> {
    let parts = listed(text);
    let is_line = |part: &String| part.contains('|');
    if text.contains('\n') || parts.iter().all(is_line) { parts } else { vec![text.trim().to_owned()] }
}

/// The places of a row: one in its columns, others as lines.
pub(super) fn places(said: &Said, today: Date, findings: &mut Vec<Finding>) -> Vec<SaidPlace> {
    let (first, words) = (parts(said), (said.lang, today));
    let mut all: Vec<SaidPlace> =
        place(first.each_ref().map(String::as_str), (words, "place"), findings).into_iter().collect();
    for text in lines(said.get("other-places")).iter().filter(|text| !text.is_empty()) {
        all.extend(place(place_parts(text), (words, "other-places"), findings));
    }
    all.dedup_by(|one, other| one.key == other.key);
    all
}

/// A place of a record that is kept, as the file has it.
pub(super) struct Kept<'a> {
    pub id: LocationId,
    pub place: &'a Location,
}

/// The places of a row about a record that is kept, where one of them was changed in the file: all of them, those that were not as they are.
/// None where none was changed. What is not in the columns of a place stays with it.
pub(super) fn changed_places(
    (said, today): (&Said, Date),
    (kept, own): (&[Kept<'_>], &Form),
    findings: &mut Vec<Finding>,
) -> Option<Vec<SaidPlace>> {
    let words = (said.lang, today);
    let is_first = PLACE.iter().chain(&["street-number"]).any(|column| said.values.contains_key(*column));
    let is_other = said.values.contains_key("other-places");
    if !is_first && !is_other {
        return None;
    }
    let as_it_is = |one: &Kept<'_>| SaidPlace {
        key: String::new(),
        known: Some(one.id),
        instead_of: None,
        name: one.place.name.plain(said.lang).to_owned(),
        place: one.place.place.0.clone(),
    };
    let mut all = Vec::new();
    if is_first {
        let (typed, own) = (parts(said), PLACE.map(|column| own.get(column).cloned().unwrap_or_default()));
        let merged: Vec<&str> = typed
            .iter()
            .zip(&own)
            .map(|(typed, own)| if typed.is_empty() { own } else { typed }.as_str())
            .collect();
        let merged: [&str; PARTS] = std::array::from_fn(|at| merged.get(at).copied().unwrap_or_default());
        let first = place(merged, (words, "place"), findings);
        if first.is_none() {
            // A town alone is no place.
            let typed = typed.join(" ").trim().to_owned();
            findings.push(Finding::noted(Some("place"), "exchange-left-out").with("before", typed));
        }
        all.extend(first.map(|one| beside(one, kept.first(), words)));
    } else {
        all.extend(kept.first().map(as_it_is));
    }
    if !is_other {
        all.extend(kept.iter().skip(1).map(as_it_is));
        return Some(all);
    }
    let own = own.get("other-places").map(|text| lines(text)).unwrap_or_default();
    for (nth, line) in lines(said.get("other-places")).iter().enumerate() {
        let same = own.iter().position(|known| known == line);
        match same.and_then(|at| kept.get(at + 1)) {
            Some(known) => all.push(as_it_is(known)),
            None => {
                // A line in the place of another says that one anew; beside as many as before it is a new one.
                let of = kept.get(nth + 1).filter(|_| own.len() == lines(said.get("other-places")).len());
                let read = place(place_parts(line), (words, "other-places"), findings);
                all.extend(read.map(|one| beside(one, of, words)));
            }
        }
    }
    Some(all)
}

/// A place that says something else than one that is kept, with what a file does not say of it.
fn beside(one: SaidPlace, kept: Option<&Kept<'_>>, (lang, today): (Lang, Date)) -> SaidPlace {
    let Some(kept) = kept else { return one };
    let text = |old: Text, new: &Text| {
        let words = new.in_lang(lang);
        if words.is_empty() || old.plain(lang) == words { old } else { old.with(lang, words, today) }
    };
    let either = |new: String, old: String| if new.is_empty() { old } else { new };
    let Place { transit, access, web, access_web, is_confidential, .. } = kept.place.place.0.clone();
    let place = Place {
        transit: text(transit, &one.place.transit),
        access: text(access, &one.place.access),
        web: either(one.place.web, web),
        access_web: either(one.place.access_web, access_web),
        is_confidential,
        ..one.place
    };
    if place == kept.place.place.0 && one.name == kept.place.name.plain(lang) {
        return SaidPlace { known: Some(kept.id), place, ..one };
    }
    let written = format!("{} {} {place:?}", kept.id, one.name);
    let key = hsds::ids::mapped("urn:kith:places", "location", &written).to_string();
    SaidPlace { key, instead_of: Some(kept.id), place, ..one }
}

fn place(
    [name, street, unit, city, province, postal, north, east, transit, access, web, access_web]: [&str;
        PARTS],
    ((lang, today), column): ((Lang, Date), &str),
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
    let text = |words: &str| match words.is_empty() {
        true => Text::default(),
        false => Text::default().with(lang, &cut(words), today),
    };
    let mut page = |typed: &str, own: &str| {
        if typed.is_empty() || is_page(typed) {
            return typed.to_owned();
        }
        let why = DirectoryRefusal::NotALink { typed: typed.to_owned() };
        findings.push(Finding::refused(Some(if column == "place" { own } else { column }), &why));
        String::new()
    };
    let called = [name, street, city].into_iter().find(|text| !text.is_empty()).unwrap_or(postal);
    let place = Place {
        street: cut(street),
        unit: cut(unit),
        city: cut(city),
        province: province.to_owned(),
        postal_code,
        point,
        transit: text(transit),
        access: text(access),
        web: page(web, "place-web"),
        access_web: page(access_web, "access-web"),
        is_confidential: false,
    };
    let name = cut(called);
    Some(SaidPlace { key: key_of(&name, &place), known: None, instead_of: None, name, place })
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
        let words = (Lang::En, Date::MIN);
        let said = |name, postal| {
            let parts = [name, "", "", "", "", postal, "", "", "", "", "", ""];
            place(parts, (words, "place"), &mut Vec::new()).unwrap()
        };
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
