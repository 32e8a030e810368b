//! The health facilities of the real cities, as Statistics Canada lists them: kept apart from the settlement services by having no stream, and from
//! the partners by one provider that says where they come from.

use super::{Inventory, PlaceSeed, ProviderSeed, ServiceSeed, Words};
use jiff::civil::Date;
use platform::errors::{Error, OrNotFound, Result};
use serde::Deserialize;

const LIST: &str = include_str!("../../../data/odhf/facilities.csv");
const KINDS: &str = include_str!("../../../data/odhf/kinds.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    source: String,
    source_on: Date,
    provider: ProviderSeed,
    kind: Vec<Kind>,
}

/// What a kind of facility is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    facility: String,
    source: String,
    about: Words,
    #[serde(default)]
    needs: Vec<String>,
}

/// A line of the list, as far as it is read.
#[derive(Debug, Deserialize)]
pub(super) struct Facility {
    index: String,
    facility_name: String,
    source_facility_type: String,
    pub(super) odhf_facility_type: String,
    unit: String,
    street_no: String,
    street_name: String,
    postal_code: String,
    #[serde(rename = "CSDname")]
    pub(super) town: String,
    latitude: String,
    longitude: String,
}

/// Every facility of the list.
pub(super) fn list() -> Result<Vec<Facility>> {
    let mut reader = csv::Reader::from_reader(LIST.as_bytes());
    reader.deserialize().map(|line| line.map_err(|error| Error::failed(error.to_string()))).collect()
}

/// The facilities of the city that a partnership serves; nothing for an invented one.
///
/// # Errors
/// When the list cannot be read, or names a kind that nobody knows.
pub(crate) fn facilities(slug: &str) -> Result<Option<Inventory>> {
    let town = match slug {
        "hamilton" => "Hamilton",
        "london-middlesex" => "London",
        "medicine-hat" => "Medicine Hat",
        _ => return Ok(None),
    };
    let kinds: Kinds = toml::from_str(KINDS).map_err(|error| Error::failed(error.to_string()))?;
    let (mut place, mut service) = (Vec::new(), Vec::new());
    for one in list()?.iter().filter(|one| one.town == town) {
        let is_of =
            |kind: &&Kind| kind.facility == one.odhf_facility_type && kind.source == one.source_facility_type;
        let kind = kinds.kind.iter().find(is_of).or_not_found()?;
        place.push(PlaceSeed { source: kinds.source.clone(), ..stands(one, &kinds.provider.slug) });
        service.push(ServiceSeed {
            key: one.index.clone(),
            of: kinds.provider.slug.clone(),
            name: named(one),
            about: kind.about.clone(),
            needs: kind.needs.clone(),
            at: vec![one.index.clone()],
            source: kinds.source.clone(),
            source_on: Some(kinds.source_on),
            ..ServiceSeed::default()
        });
    }
    Ok(Some(Inventory { organization: vec![kinds.provider], place, service }))
}

fn stands(of: &Facility, provider: &str) -> PlaceSeed {
    let is_known = !of.latitude.is_empty() && !of.longitude.is_empty();
    PlaceSeed {
        key: of.index.clone(),
        of: provider.to_owned(),
        name: named(of),
        street: format!("{} {}", of.street_no, street(&of.street_name)).trim().to_owned(),
        unit: of.unit.clone(),
        postal_code: of.postal_code.clone(),
        point: is_known.then(|| (of.latitude.clone(), of.longitude.clone())),
        ..PlaceSeed::default()
    }
}

/// A name is the same in both languages.
fn named(of: &Facility) -> Words {
    let name = of.facility_name.replace('\'', "’");
    Words { en: name.clone(), fr: name, ..Words::default() }
}

/// A street as people write it: the list has small letters only.
pub(super) fn street(listed: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let direction = word.len() <= 2 && word.chars().all(|c| "nesw".contains(c));
        match letters.next() {
            _ if direction => word.to_uppercase(),
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    };
    listed.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
