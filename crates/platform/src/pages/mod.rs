//! The platform's own pages: errors and health, *Today* and the bin.

pub mod bin;
mod codes;
mod data_map;
pub mod errors;
mod gallery;
mod health;
pub mod history;
pub mod imports;
pub mod mail;
pub mod openapi;
pub mod partnership;
pub mod retention;
mod samples;
mod search;
pub mod stop;
pub mod texts;
pub mod today;

use crate::{
    authority::{Office, Permission},
    ctx::PUBLIC,
    errors::{FieldRefusal, NumberRefusal},
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup},
    retention::Sweep,
    text::LineRefusal,
};

/// Entering the workspace: any office in the partnership.
pub const ENTER: Permission = Permission::see("workspace.enter", &Office::ALL);

/// Looking at every piece of every page with invented content: for those who build the program. It stands in no menu of a
/// workspace. Coordinators look where a room says so ([`Manifest::opens_gallery`]), elsewhere whoever runs the installation.
pub const GALLERY: Permission = Permission::see("workspace.gallery", &[Office::Coordinator]);

/// What the platform itself brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = texts::routes(imports::routes(Manifest::new("platform")))
        .get("/health", PUBLIC, health::health)
        .get("/api/errors", PUBLIC, codes::show)
        .get("/{p}/work", ENTER, today::today)
        .get("/{p}/work/search", ENTER, search::show)
        .get("/{p}/work/bin", ENTER, bin::show)
        .post("/{p}/work/bin/{kind}/{id}/restoration", ENTER, bin::restore)
        .get("/{p}/work/data-map", ENTER, data_map::show)
        .get("/{p}/work/retention", retention::SEE_RETENTION, retention::show)
        .get("/{p}/work/mail", mail::SEE_MAIL, mail::show)
        .post("/{p}/work/mail/{mail}/resending", mail::RESEND_MAIL, mail::send_again)
        .get("/{p}/work/partnership", partnership::EDIT_PARTNERSHIP, partnership::show)
        .post("/{p}/work/partnership", partnership::EDIT_PARTNERSHIP, partnership::save)
        .get(stop::PATH, PUBLIC, stop::ask)
        .post(stop::PATH, PUBLIC, stop::stop)
        .get("/installation/mail", mail::INSTALLATION_MAIL, mail::show_installation)
        .post("/installation/mail/{mail}/resending", mail::INSTALLATION_MAIL, mail::send_again_installation)
        .get("/{p}/work/history/{kind}/{id}", ENTER, history::show)
        .get("/{p}/work/thread/{kind}/{id}", ENTER, history::thread_json)
        .get("/{p}/api/v1/openapi.json", PUBLIC, openapi::show)
        .get("/{p}/api/v1/panels/{kind}/{id}", ENTER, history::panels_json)
        .get("/{p}/work/gallery", GALLERY, gallery::show)
        .post("/{p}/work/gallery", GALLERY, gallery::sent)
        .get("/{p}/work/gallery/{room}/{page}/{sample}", GALLERY, gallery::sample);
    manifest.words = vec![
        (Lang::En, include_str!("../../words/en.ftl")),
        (Lang::Fr, include_str!("../../words/fr.ftl")),
        (Lang::Ar, include_str!("../../words/ar.ftl")),
    ];
    manifest.words.extend(crate::words_of_the_door!("../../words"));
    manifest.data_map = include_str!("../../datamap.txt");
    manifest.data_map_fr = include_str!("../../datamap.fr.txt");
    manifest.jobs = [
        crate::jobs::kinds(),
        crate::mail::kinds(),
        crate::tickets::kinds(),
        crate::throttle::kinds(),
        crate::files::kinds(),
        crate::repeat::kinds(),
        crate::batch::kinds(),
    ]
    .concat();
    manifest.refusals = vec![
        LineRefusal::CODES,
        FieldRefusal::CODES,
        NumberRefusal::CODES,
        crate::files::FileRefusal::CODES,
        crate::batch::BatchRefusal::CODES,
        crate::batch::opening::SheetRefusal::CODES,
    ];
    manifest.nav = nav();
    manifest.today = vec![mail::today];
    manifest.providers = vec![partnership::PROVIDER, crate::batch::PROVIDER];
    manifest.translatables = vec![partnership::TRANSLATABLE];
    manifest.holdings = [crate::personal::own(), vec![crate::batch::HOLDING]].concat();
    manifest.retentions = vec![crate::mail::RETENTION, crate::tickets::RETENTION, crate::batch::RETENTION];
    manifest.sweeps = sweeps();
    manifest.sampled = [samples::all(), imports::samples()].concat();
    manifest
}

/// What it keeps for the installation and sweeps away.
fn sweeps() -> Vec<Sweep> {
    let own = vec![crate::mail::SWEEP, crate::tickets::SWEEP, crate::throttle::SWEEP, crate::repeat::SWEEP];
    [own, crate::jobs::SWEEPS.to_vec()].concat()
}

/// Its entries in the workspace.
fn nav() -> Vec<NavEntry> {
    let entry = |group, key, path, see| NavEntry { group, key, path, see };
    vec![
        entry(NavGroup::Top, "nav-today", "/work", ENTER),
        entry(NavGroup::Office, "nav-partnership", "/work/partnership", partnership::EDIT_PARTNERSHIP),
        entry(NavGroup::Office, "nav-texts", "/work/texts", texts::TRANSLATE),
        entry(NavGroup::Office, "nav-mail", "/work/mail", mail::SEE_MAIL),
        entry(NavGroup::Office, "nav-bin", "/work/bin", ENTER),
        entry(NavGroup::Office, "nav-data-map", "/work/data-map", ENTER),
        entry(NavGroup::Office, "nav-retention", "/work/retention", retention::SEE_RETENTION),
    ]
}

#[cfg(test)]
mod tests;
