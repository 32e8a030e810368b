//! What makes an area and a set of areas sound.

use crate::AreaId;
use jiff::civil::Date;
use platform::text::{LineRefusal, Text, line};
use serde::Serialize;

/// What sort of unit an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaKind {
    /// A province or territory, by the two digits of the Standard Geographical Classification.
    Province,
    /// A census division, by four digits.
    CensusDivision,
    /// A census subdivision (a municipality, a reserve), by seven digits.
    CensusSubdivision,
    /// The first three characters of a postal code. Does not nest in the others.
    ForwardSortationArea,
    /// A place that the partnership has drawn itself, by a code of its own.
    Own,
}

impl AreaKind {
    /// All kinds, widest first.
    pub const ALL: [Self; 5] = [
        Self::Province,
        Self::CensusDivision,
        Self::CensusSubdivision,
        Self::ForwardSortationArea,
        Self::Own,
    ];

    /// The code in the database and in word keys (`area-kind-census-division`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::CensusDivision => "census-division",
            Self::CensusSubdivision => "census-subdivision",
            Self::ForwardSortationArea => "forward-sortation-area",
            Self::Own => "own",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether `code` can name a unit of this kind.
    pub fn fits(self, code: &str) -> bool {
        let digits = |n: usize| code.len() == n && code.bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::Province => digits(2),
            Self::CensusDivision => digits(4),
            Self::CensusSubdivision => digits(7),
            Self::ForwardSortationArea => {
                let mut places = code.bytes();
                let mut next = |fits: fn(&u8) -> bool| places.next().is_some_and(|b| fits(&b));
                code.len() == 3
                    && next(u8::is_ascii_uppercase)
                    && next(u8::is_ascii_digit)
                    && next(u8::is_ascii_uppercase)
            }
            Self::Own => {
                (1..=60).contains(&code.len())
                    && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            }
        }
    }
}

platform::coded!(AreaKind);

platform::refusals! {
    /// Why an area or a set of areas cannot be kept.
    pub enum AreaRefusal {
        /// The code is not one of that kind.
        Code = "area-code",
        /// It has no name.
        Nameless = "area-nameless",
        /// It ends before it begins.
        Backwards = "area-backwards",
        /// The partnership has an area of this kind and code since that day.
        Taken = "area-taken",
        /// A set without areas.
        Empty = "area-set-empty",
        /// The same area twice.
        Twice = "area-set-twice",
        /// A share that is not above 0 and at most 1.
        Share = "area-set-share",
        /// The area stands in sets that would count less without it.
        InSet { n: i64 } = "area-in-set",
        /// An area of the set is in the bin.
        Binned = "area-set-binned",
    }
}

/// An area on its way in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewArea {
    /// What sort of unit.
    pub kind: AreaKind,
    /// Its code within the kind.
    pub code: String,
    /// Its name per language.
    pub name: Text,
    /// The first day of its boundary.
    pub valid_from: Date,
    /// The last day of its boundary, when it has changed since.
    pub valid_to: Option<Date>,
}

/// How much of an area counts, in millionths: above 0, at most 1,000,000 (all of it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Share(i64);

impl Share {
    /// All of the area.
    pub const WHOLE: Self = Self(1_000_000);

    /// So many millionths.
    ///
    /// # Errors
    /// [`AreaRefusal::Share`] outside the bounds.
    pub fn of_millionths(millionths: i64) -> Result<Self, AreaRefusal> {
        if (1..=1_000_000).contains(&millionths) { Ok(Self(millionths)) } else { Err(AreaRefusal::Share) }
    }

    /// In millionths.
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// A share as people write it: in percent, with at most four places behind a comma or a point; none when nothing is
    /// written.
    ///
    /// # Errors
    /// [`AreaRefusal::Share`] when it is no number, nothing, or more than a hundred.
    pub fn of_percent(typed: &str) -> Result<Option<Self>, AreaRefusal> {
        let typed = typed.trim().trim_end_matches('%').trim_end();
        if typed.is_empty() {
            return Ok(None);
        }
        let (whole, rest) = typed.split_once(['.', ',']).unwrap_or((typed, ""));
        let digits = |part: &str, most: usize| part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(whole, 3) || !digits(rest, 4) {
            return Err(AreaRefusal::Share);
        }
        let millionths = format!("{whole}{rest:0<4}").parse().map_err(|_| AreaRefusal::Share)?;
        Self::of_millionths(millionths).map(Some)
    }

    /// In percent, as [`Share::of_percent`] reads it: `12.5`.
    pub fn percent(self) -> String {
        let text = format!("{}.{:04}", self.0.div_euclid(10_000), self.0.rem_euclid(10_000));
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// `count` people or things, taken by this share and rounded to the nearest whole one.
    pub fn part_of(self, count: i64) -> i64 {
        let part = (i128::from(count) * i128::from(self.0) + 500_000).div_euclid(1_000_000);
        i64::try_from(part).unwrap_or(i64::MAX)
    }
}

/// A weighted set of areas on its way in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewAreaSet {
    /// Its place in addresses.
    pub slug: String,
    /// Its name per language.
    pub name: Text,
    /// The first day on which it holds.
    pub valid_from: Date,
    /// The last day on which it holds.
    pub valid_to: Option<Date>,
    /// Its areas, each with its share.
    pub shares: Vec<(AreaId, Share)>,
}

/// The code that a place of the partnership's own gets by its name: `Rue du Moulin` becomes `rue-du-moulin`.
pub fn code_of(name: &Text) -> String {
    let folded = platform::text::fold(name.plain(platform::langs::Lang::En));
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let code: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    code.trim_end_matches('-').to_owned()
}

fn named(name: &Text) -> Result<(), AreaRefusal> {
    let sound =
        |text: &str| !matches!(line(text, 200), Err(LineRefusal::TooLong { .. } | LineRefusal::Unprintable));
    if !name.is_empty() && name.pieces().all(|(_, piece)| sound(&piece.text)) {
        Ok(())
    } else {
        Err(AreaRefusal::Nameless)
    }
}

fn forward(from: Date, to: Option<Date>) -> Result<(), AreaRefusal> {
    if to.is_some_and(|to| to < from) { Err(AreaRefusal::Backwards) } else { Ok(()) }
}

/// Whether `new` can be kept.
///
/// # Errors
/// Says why not.
pub fn check_area(new: &NewArea) -> Result<(), AreaRefusal> {
    if !new.kind.fits(&new.code) {
        return Err(AreaRefusal::Code);
    }
    named(&new.name)?;
    forward(new.valid_from, new.valid_to)
}

/// Whether `new` can be kept.
///
/// # Errors
/// Says why not.
pub fn check_set(new: &NewAreaSet) -> Result<(), AreaRefusal> {
    if !AreaKind::Own.fits(&new.slug) {
        return Err(AreaRefusal::Code);
    }
    named(&new.name)?;
    forward(new.valid_from, new.valid_to)?;
    let mut areas: Vec<AreaId> = new.shares.iter().map(|(area, _)| *area).collect();
    areas.sort_unstable();
    areas.dedup();
    match new.shares.len() {
        0 => Err(AreaRefusal::Empty),
        n if n != areas.len() => Err(AreaRefusal::Twice),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn area(kind: AreaKind, code: &str) -> NewArea {
        let day = date(2021, 1, 1);
        NewArea {
            kind,
            code: code.into(),
            name: Text::both("Here", "Ici", day),
            valid_from: day,
            valid_to: None,
        }
    }

    #[test]
    fn a_code_fits_its_kind_and_no_other_standard_one() {
        for (kind, code) in [
            (AreaKind::Province, "35"),
            (AreaKind::CensusDivision, "3525"),
            (AreaKind::CensusSubdivision, "3525005"),
            (AreaKind::ForwardSortationArea, "L8P"),
        ] {
            assert_eq!(check_area(&area(kind, code)), Ok(()));
            for other in AreaKind::ALL.into_iter().filter(|other| *other != kind && *other != AreaKind::Own) {
                assert_eq!(check_area(&area(other, code)), Err(AreaRefusal::Code), "{other:?} {code}");
            }
        }
        assert_eq!(check_area(&area(AreaKind::Own, "river-side")), Ok(()));
        assert_eq!(check_area(&area(AreaKind::Own, "River")), Err(AreaRefusal::Code));
    }

    #[test]
    fn a_span_goes_forward_and_a_name_is_needed() {
        let mut new = area(AreaKind::Province, "35");
        new.valid_to = Some(date(2020, 12, 31));
        assert_eq!(check_area(&new), Err(AreaRefusal::Backwards));
        new = area(AreaKind::Province, "35");
        new.name = Text::default();
        assert_eq!(check_area(&new), Err(AreaRefusal::Nameless));
    }

    #[test]
    fn a_set_holds_each_area_once_and_at_least_one() {
        let day = date(2021, 1, 1);
        let one = AreaId(uuid::Uuid::from_u128(1));
        let mut set = NewAreaSet {
            slug: "catchment".into(),
            name: Text::both("Catchment", "Territoire", day),
            valid_from: day,
            valid_to: None,
            shares: vec![],
        };
        assert_eq!(check_set(&set), Err(AreaRefusal::Empty));
        set.shares = vec![(one, Share::WHOLE), (one, Share::WHOLE)];
        assert_eq!(check_set(&set), Err(AreaRefusal::Twice));
        set.shares.pop();
        assert_eq!(check_set(&set), Ok(()));
    }

    #[test]
    fn a_share_is_written_in_percent_as_people_write_it() {
        let read = |typed| Share::of_percent(typed).map(|share| share.map(Share::millionths));
        assert_eq!(read(" "), Ok(None));
        for (typed, millionths) in [("100", 1_000_000), ("12.5", 125_000), ("12,5 %", 125_000), ("0.0001", 1)]
        {
            assert_eq!(read(typed), Ok(Some(millionths)), "{typed}");
        }
        for wrong in ["0", "101", "-5", "12.34567", "1.2.3", "half", ".5", "１２"] {
            assert_eq!(read(wrong), Err(AreaRefusal::Share), "{wrong}");
        }
    }

    #[test]
    fn a_place_gets_its_code_by_its_name() {
        let day = date(2021, 1, 1);
        assert_eq!(code_of(&Text::both("St. John’s East!", "", day)), "st-john-s-east");
        assert_eq!(code_of(&Text::both("", "Haut-de-la-Côte", day)), "haut-de-la-cote");
        assert_eq!(code_of(&Text::both(&"a ".repeat(80), "", day)).len(), 59);
    }

    proptest! {
        #[test]
        fn a_share_reads_back_from_its_percent(millionths in 1_i64..=1_000_000) {
            let share = Share::of_millionths(millionths).unwrap();
            prop_assert_eq!(Share::of_percent(&share.percent()), Ok(Some(share)));
        }

        #[test]
        fn shares_that_make_a_whole_give_the_count_back(count in 0_i64..100_000_000, cut in 1_i64..1_000_000) {
            let (a, b) = (Share::of_millionths(cut).unwrap(), Share::of_millionths(1_000_000 - cut).unwrap());
            let sum = a.part_of(count) + b.part_of(count);
            prop_assert!((sum - count).abs() <= 1, "{sum} of {count}");
        }

        #[test]
        fn a_share_lies_above_nothing_and_within_the_whole(millionths in any::<i64>()) {
            prop_assert_eq!(Share::of_millionths(millionths).is_ok(), millionths > 0 && millionths <= 1_000_000);
        }
    }
}
