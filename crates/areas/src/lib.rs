//! Standard geographic units, a partnership's own sets, validity dates.
//!
//! An area is a province, a census division or subdivision, a forward sortation area (the first three characters of a
//! postal code), or a place that the partnership itself has drawn. An area set is a weighted choice of areas with the
//! days between which it holds: a catchment keeps its boundary beside each figure that was counted in it.
//!
//! Not here: people who live in an area, and what reaches them.

mod rules;
mod standard;
mod store;

pub use rules::{AreaKind, AreaRefusal, NewArea, NewAreaSet, Share};
pub use standard::{SOURCE, standard};
pub use store::{
    Area, AreaSet, add_area, add_areas, add_set, area_by_code, areas_named, find_area, list_areas, list_sets,
    sets_holding, shares_of,
};

use platform::{langs::Lang, manifest::Manifest};

platform::id! { /// One area.
AreaId, "area" }
platform::id! { /// One weighted set of areas.
AreaSetId, "area-set" }

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = Manifest::new("areas");
    manifest.words =
        vec![(Lang::En, include_str!("../words/en.ftl")), (Lang::Fr, include_str!("../words/fr.ftl"))];
    manifest.data_map = DATA_MAP;
    manifest
}

const DATA_MAP: &str = "\
area.id | public | names the row | as long as the partnership | with the partnership
area.partnership_id | public | owner of the row | as long as the partnership | with the partnership
area.kind | public | what sort of unit it is | as long as the partnership | with the partnership
area.code | public | the code by which statistics know it | as long as the partnership | with the partnership
area.name | public | its name per language | as long as the partnership | with the partnership
area.valid_from | public | the first day of its boundary | as long as the partnership | with the partnership
area.valid_to | public | the last day of its boundary | as long as the partnership | with the partnership
area_set.id | public | names the row | as long as the partnership | with the partnership
area_set.partnership_id | public | owner of the row | as long as the partnership | with the partnership
area_set.slug | public | its place in addresses | as long as the partnership | with the partnership
area_set.name | public | its name per language | as long as the partnership | with the partnership
area_set.valid_from | public | the first day on which it holds | as long as the partnership | with the partnership
area_set.valid_to | public | the last day on which it holds | as long as the partnership | with the partnership
area_share.partnership_id | public | owner of the row | as long as the partnership | with the partnership
area_share.set_id | public | the set | as long as the partnership | with the partnership
area_share.area_id | public | an area in it | as long as the partnership | with the partnership
area_share.millionths | public | how much of the area counts, in millionths | as long as the partnership | with the partnership";
