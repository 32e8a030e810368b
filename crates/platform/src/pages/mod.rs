//! The platform's own pages: errors and health, *Today* and the bin.

pub mod errors;
mod health;
mod today;

use crate::{
    authority::{Office, Permission},
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup},
};

/// Entering the workspace: any office in the partnership.
pub const ENTER: Permission = Permission::see("workspace.enter", &Office::ALL);

/// What the platform itself brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = Manifest::new("platform").get("/health", PUBLIC, health::health).get(
        "/{p}/work",
        ENTER,
        today::today,
    );
    manifest.words = vec![
        (Lang::En, include_str!("../../words/en.ftl")),
        (Lang::Fr, include_str!("../../words/fr.ftl")),
        (Lang::Ar, include_str!("../../words/ar.ftl")),
    ];
    manifest.nav = vec![NavEntry { group: NavGroup::Top, key: "nav-today", path: "/work", see: ENTER }];
    manifest
}
