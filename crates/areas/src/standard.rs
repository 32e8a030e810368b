//! Units of the 2021 census around the places of the founding partnerships, as data.

use crate::rules::{AreaKind, NewArea};
use jiff::civil::{Date, date};
use platform::text::Text;

/// Where the units come from and under which licence.
pub const SOURCE: &str = "Statistics Canada, Standard Geographical Classification 2021, census divisions 3525, 3539 and 4801. \
Statistics Canada Open Licence: adapted, not endorsed by Statistics Canada.";

const UNITS: &str = include_str!("../data/standard_2021.csv");

/// Ontario and Alberta, three census divisions and their subdivisions, valid since the census of 2021; their names were
/// taken over on `on`.
pub fn standard(on: Date) -> Vec<NewArea> {
    UNITS.lines().skip(1).filter_map(|line| unit(line, on)).collect()
}

fn unit(line: &str, on: Date) -> Option<NewArea> {
    let mut fields = line.split(',');
    let (kind, code, en, fr) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    Some(NewArea {
        kind: AreaKind::from_code(kind)?,
        code: code.to_owned(),
        name: Text::both(en, fr, on),
        valid_from: date(2021, 1, 1),
        valid_to: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check_area;

    #[test]
    fn every_line_of_the_data_is_a_sound_unit_within_one_listed_above_it() {
        let units = standard(date(2026, 11, 22));
        assert_eq!(units.len(), UNITS.lines().count() - 1);
        for unit in &units {
            assert_eq!(check_area(unit), Ok(()), "{unit:?}");
            assert!(!unit.code.starts_with("35") || units.iter().any(|above| above.code == "35"));
            if unit.kind == AreaKind::CensusSubdivision {
                assert!(units.iter().any(|above| above.code == unit.code[..4]), "{}", unit.code);
            }
        }
    }
}
