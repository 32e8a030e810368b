//! The inventory of services that a newcomer can use, formal and informal, kept true, and the door through which they are found.
//!
//! A *service* is offered by an organization of `partners`, at none, one or several *locations*. What it says of itself in facts (hours, languages,
//! whom it is for, what it costs) renders in every language at once; only prose waits for translators. *Verified* is not *edited*: a
//! record is as fresh as the day on which somebody looked ([`rules::freshness`]), whatever was written since.
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages` and `public`, words in `words/`.
//!
//! Not here: the organizations themselves (`partners`), questions that people ask (`outreach`).

mod asking;
mod exchange;
mod finder;
mod finding;
mod first_steps;
mod funders;
mod holding;
mod knots;
mod lexicon_pages;
pub mod needs;
mod pages;
mod panels;
mod public;
pub mod rules;
mod store;
mod suggesting;
mod today;
mod translating;
mod twins;
mod unfound;
mod words;

#[cfg(test)]
mod tests;

pub use store::{
    checks::{Check, Found, NewCheck, Way, add_check, list_checks as checks},
    experiences::{count_barriers, count_outcome},
    letter_readers::{NewReader, save_readers},
    letters::save_letter,
    locations::{Location, LocationFacts, add_location, location, locations_of},
    merges::merge as merge_services,
    services::{Service, ServiceFacts, add_service, find_service as service},
    suggestions::{NewSuggestion, Wishes, add_suggestion},
};

use platform::{
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Restorer, Sampled},
};

platform::id! { /// One service.
ServiceId, "service" }
platform::id! { /// One place where services are offered.
LocationId, "location" }
platform::id! { /// One service at one place.
ServiceAtLocationId, "service-at-location" }
platform::id! { /// One look at whether a record is true.
CheckId, "service-check" }
platform::id! { /// One letter that asks whether records are true.
LetterId, "service-letter" }
platform::id! { /// Such a letter as one reader got it.
LetterReaderId, "service-letter-reader" }
platform::id! { /// Something that a visitor suggests.
SuggestionId, "suggestion" }
platform::id! { /// Two records that became one.
MergeId, "service-merge" }

/// Permissions of this room.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the inventory as those see it who work with it.
    pub const SEE_DIRECTORY: Permission = Permission::see(
        "directory.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Keeping services and places, and saying that somebody looked.
    pub const KEEP_DIRECTORY: Permission = Permission::act("directory.keep", &[Office::Coordinator]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let manifest = exchange_routes(location_routes(service_routes(door_routes(Manifest::new("directory")))));
    let mut manifest =
        lexicon_pages::routes(unfound::routes(twins::routes(suggesting::routes(asking::routes(manifest)))));
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.words.extend(platform::words_of_the_door!("../words"));
    manifest.nav = vec![NavEntry {
        group: NavGroup::Knowledge,
        key: "directory-title",
        path: "/work/directory",
        see: can::SEE_DIRECTORY,
    }];
    let way = |key, path| NavEntry { group: NavGroup::Top, key, path, see: PUBLIC };
    manifest.public_nav = vec![way("nav-help", public::PATH), way("nav-first-steps", public::first::PATH)];
    manifest.home = vec![public::help::at_home];
    manifest.ways_in = vec![NavEntry {
        group: NavGroup::People,
        key: "way-in-missing-service",
        path: suggesting::public::MISSING,
        see: PUBLIC,
    }];
    manifest.in_all_langs =
        vec!["help", "first-steps", "missing-service", "suggestion-received", "outcome-received"];
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.search = finding::PROVIDERS.to_vec();
    manifest.translatables = translating::TRANSLATABLES.to_vec();
    manifest.panels = panels::all();
    manifest.today = vec![today::today];
    manifest.restorers = vec![
        Restorer { kind: "service", may: can::KEEP_DIRECTORY, restore: pages::binning::restore_service },
        Restorer { kind: "location", may: can::KEEP_DIRECTORY, restore: pages::binning::restore_location },
    ];
    manifest.refusals = vec![
        rules::hours::HoursRefusal::CODES,
        rules::DirectoryRefusal::CODES,
        rules::letters::LetterRefusal::CODES,
        rules::suggestions::SuggestionRefusal::CODES,
        rules::outcomes::OutcomeRefusal::CODES,
    ];
    manifest.jobs = vec![
        asking::forgetting::FORGET,
        suggesting::forgetting::FORGET,
        unfound::SETTLE,
        exchange::feed::NOTICE,
    ];
    manifest.pulses = vec![unfound::WRITE_DOWN];
    manifest.retentions = vec![asking::forgetting::LETTERS, suggesting::forgetting::SUGGESTIONS];
    manifest.holdings = vec![holding::HOLDING, asking::forgetting::HOLDING, suggesting::forgetting::HOLDING];
    manifest.importers = vec![exchange::coming::IMPORTER];
    manifest.refusals.push(exchange::coming::told::CODES);
    manifest.sampled = samples();
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest
}

/// Pages with invented content, for the tests that read them.
fn samples() -> Vec<Sampled> {
    let mut all = pages::samples::all();
    all.extend(public::samples::all());
    all.push(exchange::coming::page::samples());
    all.extend(asking::samples::all());
    all.extend(suggesting::samples::all());
    all.extend(twins::samples::all());
    all.extend(unfound::samples::all());
    all.push(lexicon_pages::samples());
    all
}

fn door_routes(manifest: Manifest) -> Manifest {
    use public::{call, first, help, paper, service};
    manifest
        .get("/{p}/{lang}/first-steps", PUBLIC, first::index)
        .post("/{p}/{lang}/first-steps", PUBLIC, first::for_me)
        .get("/{p}/{lang}/help", PUBLIC, help::index)
        .post("/{p}/{lang}/help", PUBLIC, help::for_me)
        .get("/{p}/{lang}/help/paper", PUBLIC, paper::list)
        .get("/{p}/{lang}/help/{service}", PUBLIC, service::show)
        .get("/{p}/{lang}/help/{service}/call", PUBLIC, call::new)
        .post("/{p}/{lang}/help/{service}/call", PUBLIC, call::create)
        .get("/{p}/{lang}/help/{service}/sheet", PUBLIC, paper::sheet)
}

fn service_routes(manifest: Manifest) -> Manifest {
    use pages::{binning, checking, coverage, list, one, service_form};
    manifest
        .get("/{p}/work/directory", can::SEE_DIRECTORY, list::index)
        .post("/{p}/work/directory", can::KEEP_DIRECTORY, service_form::create)
        .get("/{p}/work/directory/coverage", can::SEE_DIRECTORY, coverage::show)
        .get("/{p}/work/directory/new", can::KEEP_DIRECTORY, service_form::new)
        .get("/{p}/work/directory/services/{service}", can::SEE_DIRECTORY, one::show)
        .post("/{p}/work/directory/services/{service}", can::KEEP_DIRECTORY, service_form::update)
        .get("/{p}/work/directory/services/{service}/edit", can::KEEP_DIRECTORY, service_form::edit)
        .post("/{p}/work/directory/services/{service}/checks", can::KEEP_DIRECTORY, checking::create)
        .get("/{p}/work/directory/services/{service}/bin", can::KEEP_DIRECTORY, binning::ask_service)
        .post("/{p}/work/directory/services/{service}/bin", can::KEEP_DIRECTORY, binning::service)
}

fn location_routes(manifest: Manifest) -> Manifest {
    use pages::{binning, location_form, locations};
    manifest
        .get("/{p}/work/directory/locations", can::SEE_DIRECTORY, locations::index)
        .post("/{p}/work/directory/locations", can::KEEP_DIRECTORY, location_form::create)
        .get("/{p}/work/directory/locations/new", can::KEEP_DIRECTORY, location_form::new)
        .get("/{p}/work/directory/locations/{location}", can::SEE_DIRECTORY, locations::show)
        .post("/{p}/work/directory/locations/{location}", can::KEEP_DIRECTORY, location_form::update)
        .get("/{p}/work/directory/locations/{location}/edit", can::KEEP_DIRECTORY, location_form::edit)
        .get("/{p}/work/directory/locations/{location}/bin", can::KEEP_DIRECTORY, binning::ask_location)
        .post("/{p}/work/directory/locations/{location}/bin", can::KEEP_DIRECTORY, binning::location)
}

fn exchange_routes(manifest: Manifest) -> Manifest {
    use exchange::{api, coming, feed, files};
    manifest
        .get("/{p}/work/directory/services/{service}/sources", can::KEEP_DIRECTORY, coming::page::show)
        .get("/{p}/api/hsds/package.zip", PUBLIC, files::package)
        .get("/{p}/api/hsds/services.json", PUBLIC, files::services_json)
        .get("/{p}/api/hsds/services.csv", PUBLIC, files::services_csv)
        .get("/{p}/api/hsds/services.xlsx", PUBLIC, files::services_xlsx)
        .get("/{p}/api/hsds/places.geojson", PUBLIC, files::places)
        .get("/{p}/api/hsds", PUBLIC, api::root)
        .get("/{p}/api/hsds/openapi.json", PUBLIC, api::document)
        .get("/{p}/api/hsds/changes", PUBLIC, feed::changes)
        .get("/{p}/api/hsds/services", PUBLIC, api::services)
        .get("/{p}/api/hsds/services/{service}", PUBLIC, api::service)
        .get("/{p}/api/hsds/organizations", PUBLIC, api::organizations)
        .get("/{p}/api/hsds/organizations/{organization}", PUBLIC, api::organization)
        .get("/{p}/api/hsds/service_at_locations", PUBLIC, api::service_at_locations)
        .get("/{p}/api/hsds/service_at_locations/{offered}", PUBLIC, api::service_at_location)
        .get("/{p}/api/hsds/taxonomies", PUBLIC, api::taxonomies)
        .get("/{p}/api/hsds/taxonomies/{taxonomy}", PUBLIC, api::taxonomy)
        .get("/{p}/api/hsds/taxonomy_terms", PUBLIC, api::taxonomy_terms)
        .get("/{p}/api/hsds/taxonomy_terms/{tag}", PUBLIC, api::taxonomy_term)
}
