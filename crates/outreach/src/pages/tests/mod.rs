//! Stories across the pages.

mod answering;
mod checklist;
mod enquiries;
mod joining;
mod keeping;
mod prospects;
mod typed;

use crate::store::tests::request;
use platform::{manifest::Manifest, testing::pages::check_samples};

/// This room and those it stands on.
fn rooms() -> Vec<Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

platform::on_both! { rooms();
    async fn every_page_is_well_made(site) {
        assert!(check_samples(site) >= 90);
    }
}
