//! The program: one binary, every room.

pub mod archive_command;
pub mod cli;
pub mod console;
pub mod demo_command;
pub mod doctor;
pub mod erasures_command;
pub mod import_command;
pub mod open;
pub mod retention_command;
pub mod serve_command;
pub mod server;

use platform::{app::Gate, langs::Lang, manifest::Manifest};
use std::sync::Arc;

/// The rooms, in reading order: a room may call those above it.
pub fn rooms() -> Vec<Manifest> {
    vec![
        areas::manifest(),
        partners::manifest(),
        accounts::manifest(),
        councils::manifest(),
        plans::manifest(),
        declarations::manifest(),
        outreach::manifest(),
        directory::manifest(),
        portal::manifest(true),
    ]
}

/// Who a cookie belongs to.
pub fn gate() -> Arc<dyn Gate> {
    Arc::new(accounts::Keeper)
}

/// The words of the console.
pub fn words() -> Manifest {
    let mut manifest = Manifest::new("kith");
    manifest.words =
        vec![(Lang::En, include_str!("../words/en.ftl")), (Lang::Fr, include_str!("../words/fr.ftl"))];
    manifest
}
