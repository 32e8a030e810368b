//! The Standard Geographical Classification of 2021, as data: every province, census division and subdivision of the country.

use crate::rules::{AreaKind, NewArea};
use jiff::civil::{Date, date};
use platform::{langs::Lang, text::Text};

/// Where the units come from and under which licence.
pub const SOURCE: &str = "Statistics Canada, Standard Geographical Classification 2021. Statistics Canada Open Licence: adapted, \
not endorsed by Statistics Canada.";

const UNITS: &str = include_str!("../data/standard_2021.tsv");

/// The first day of the classification of 2021.
pub const CLASSIFIED_ON: Date = date(2021, 1, 1);

/// A unit of the classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What sort of unit.
    pub kind: AreaKind,
    /// Its code, which begins with the code of the unit around it.
    pub code: &'static str,
    en: &'static str,
    fr: &'static str,
}

impl Unit {
    /// Its name for a reader of `lang`.
    pub fn name(&self, lang: Lang) -> &'static str {
        if lang == Lang::Fr { self.fr } else { self.en }
    }

    /// As an area of a partnership, whose names were taken over on `on`.
    pub fn area(&self, on: Date) -> NewArea {
        NewArea {
            kind: self.kind,
            code: self.code.to_owned(),
            name: Text::both(self.en, self.fr, on),
            valid_from: CLASSIFIED_ON,
            valid_to: None,
        }
    }
}

/// All units, provinces before divisions before subdivisions, each sort by code.
pub fn units() -> impl Iterator<Item = Unit> {
    UNITS.lines().skip(1).filter_map(unit)
}

/// The units of that kind within the unit with that code, by code; all of that kind when the code is empty.
pub fn units_within(code: &str, kind: AreaKind) -> impl Iterator<Item = Unit> {
    units().filter(move |unit| unit.kind == kind && unit.code.starts_with(code))
}

/// A census division with the province around it before it and its subdivisions behind it, all valid since the census of
/// 2021; nothing when there is no such division. The names were taken over on `on`.
pub fn standard(division: &str, on: Date) -> Vec<NewArea> {
    let belongs = |unit: &Unit| match unit.kind {
        AreaKind::Province => division.starts_with(unit.code),
        AreaKind::CensusDivision => unit.code == division,
        _ => unit.code.starts_with(division),
    };
    if !AreaKind::CensusDivision.fits(division) || !units().any(|unit| unit.code == division) {
        return Vec::new();
    }
    units().filter(belongs).map(|unit| unit.area(on)).collect()
}

fn unit(line: &'static str) -> Option<Unit> {
    let mut fields = line.split('\t');
    let (code, en, fr) = (fields.next()?, fields.next()?, fields.next()?);
    let kind = match code.len() {
        2 => AreaKind::Province,
        4 => AreaKind::CensusDivision,
        _ => AreaKind::CensusSubdivision,
    };
    Some(Unit { kind, code, en, fr: if fr.is_empty() { en } else { fr } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check_area;

    const DAY: Date = date(2026, 11, 22);

    #[test]
    fn every_line_of_the_data_is_a_sound_unit_within_one_listed_above_it() {
        let mut above: Vec<&str> = Vec::new();
        for unit in units() {
            assert_eq!(check_area(&unit.area(DAY)), Ok(()), "{unit:?}");
            let around = match unit.kind {
                AreaKind::Province => "",
                AreaKind::CensusDivision => &unit.code[..2],
                _ => &unit.code[..4],
            };
            assert!(around.is_empty() || above.contains(&around), "{unit:?}");
            if unit.kind != AreaKind::CensusSubdivision {
                above.push(unit.code);
            }
        }
    }

    #[test]
    fn the_whole_country_is_there() {
        let count = |kind| units_within("", kind).count();
        assert_eq!(count(AreaKind::Province), 13);
        assert_eq!(count(AreaKind::CensusDivision), 293);
        assert_eq!(count(AreaKind::CensusSubdivision), 5_161);
        let sudbury = units().find(|unit| unit.code == "3553").unwrap();
        assert_eq!((sudbury.name(Lang::En), sudbury.name(Lang::Fr)), ("Greater Sudbury", "Grand Sudbury"));
    }

    #[test]
    fn a_division_comes_with_its_province_and_its_municipalities() {
        let codes: Vec<String> = standard("3525", DAY).into_iter().map(|unit| unit.code).collect();
        assert_eq!(codes, ["35", "3525", "3525005"]);
        for nobody in ["", "35", "3599", "3525005", "352"] {
            assert!(standard(nobody, DAY).is_empty(), "{nobody}");
        }
    }
}
