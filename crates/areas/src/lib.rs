//! Standard geographic units, a partnership's own sets, validity dates.
//!
//! An area is a province, a census division or subdivision, a forward sortation area (the first three characters of a
//! postal code), or a place that the partnership itself has drawn. An area set is a weighted choice of areas with the
//! days between which it holds: a catchment keeps its boundary beside each figure that was counted in it.
//!
//! Not here: people who live in an area, and what reaches them.

mod api;
mod knots;
mod pages;
mod rules;
mod standard;
mod store;
#[cfg(test)]
mod tests;
mod translating;

pub use rules::{AreaKind, AreaRefusal, NewArea, NewAreaSet, Share};
pub use standard::{CLASSIFIED_ON, SOURCE, Unit, standard, units, units_within};
pub use store::{
    kept::{
        Area, add_area, add_areas, area_by_code, areas_named, find_area, known_areas, list_areas,
        take_division,
    },
    sets::{AreaSet, add_set, list_sets, sets_holding, shares_of},
};

use platform::{
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup},
};

platform::id! { /// One area.
AreaId, "area" }
platform::id! { /// One weighted set of areas.
AreaSetId, "area-set" }

/// Permissions of this room.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the areas and sets of the partnership.
    pub const SEE_AREAS: Permission = Permission::see(
        "areas.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Keeping areas and sets.
    pub const EDIT_AREAS: Permission = Permission::act("areas.edit", &[Office::Coordinator]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    use pages::{list, sets, standard, unit};
    let mut manifest = Manifest::new("areas")
        .get("/{p}/work/areas", can::SEE_AREAS, list::show)
        .post("/{p}/work/areas", can::EDIT_AREAS, unit::add)
        .get("/{p}/work/areas/new", can::EDIT_AREAS, unit::new)
        .get("/{p}/work/areas/standard", can::EDIT_AREAS, standard::choose)
        .post("/{p}/work/areas/standard", can::EDIT_AREAS, standard::take)
        .get("/{p}/work/areas/sets", can::SEE_AREAS, list::sets)
        .post("/{p}/work/areas/sets", can::EDIT_AREAS, sets::add)
        .get("/{p}/work/areas/sets/new", can::EDIT_AREAS, sets::new)
        .get("/{p}/work/areas/sets/{set}", can::SEE_AREAS, sets::show)
        .post("/{p}/work/areas/sets/{set}", can::EDIT_AREAS, sets::save)
        .post("/{p}/work/areas/sets/{set}/bin", can::EDIT_AREAS, sets::bin)
        .get("/{p}/work/areas/{area}", can::SEE_AREAS, unit::show)
        .post("/{p}/work/areas/{area}", can::EDIT_AREAS, unit::save)
        .post("/{p}/work/areas/{area}/bin", can::EDIT_AREAS, unit::bin)
        .get("/{p}/api/v1/areas", PUBLIC, api::areas)
        .get("/{p}/api/v1/area-sets", PUBLIC, api::sets);
    manifest.words =
        vec![(Lang::En, include_str!("../words/en.ftl")), (Lang::Fr, include_str!("../words/fr.ftl"))];
    manifest.nav = vec![NavEntry {
        group: NavGroup::Knowledge,
        key: "nav-areas",
        path: "/work/areas",
        see: can::SEE_AREAS,
    }];
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.restorers = knots::RESTORERS.to_vec();
    manifest.today = vec![knots::today];
    manifest.translatables = vec![translating::TRANSLATABLE];
    manifest.sampled = pages::samples::all();
    manifest.refusals = vec![rules::AreaRefusal::CODES];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.openapi = include_str!("openapi.json");
    manifest
}
