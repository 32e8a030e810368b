//! Stories of this room through the front door, on both databases.

mod asked;
mod canary;
mod changes;
mod consent;
mod kept;
mod lists;
mod removal;
mod shown;

use crate::{NewOrganization, OrganizationId, PersonId, Reader, store};
use jiff::civil::{Date, date};
use platform::{pages::ENTER, testing::Site, text::Text};

const DAY: Date = date(2026, 11, 22);
/// What a note says that nobody outside the staff reads.
const CANARY_NOTE: &str = "zyzzyva called back";

pub(crate) fn named(slug: &str, en: &str) -> NewOrganization {
    NewOrganization {
        joined_on: Some(date(2020, 1, 2)),
        ..NewOrganization::new(slug, Text::both(en, en, DAY))
    }
}

pub(crate) async fn keep(site: &Site, all: &[NewOrganization]) -> Vec<OrganizationId> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(ENTER).await.unwrap();
    crate::add_default_sectors(&mut tx, &ctx).await.unwrap();
    let ids = crate::add_organizations(&mut tx, all).await.unwrap();
    tx.commit().await.unwrap();
    ids
}

async fn kept(site: &Site, id: OrganizationId) -> Option<crate::Organization> {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    store::organizations::organization(&mut tx, Reader::Staff, id).await.unwrap()
}

pub(crate) async fn found(site: &Site, slug: &str) -> Option<crate::Organization> {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    store::organizations::organization_by_slug(&mut tx, Reader::Staff, slug).await.unwrap()
}

async fn known(site: &Site, id: PersonId) -> Option<crate::Person> {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    crate::person(&mut tx, Reader::Staff, id).await.unwrap()
}

platform::on_both! { vec![crate::manifest()];
    async fn every_page_is_well_made_in_three_languages(site) {
        assert!(platform::testing::pages::check_samples(site) > 60);
    }

    async fn every_column_of_the_room_is_on_the_data_map(site) {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let gaps = platform::datamap::gaps(&site.app.house, &mut tx).await.unwrap();
        let own = ["sector.", "organization.", "organization_language.", "person.", "speaker.", "contact_point.", "staff_note.", "offer.", "ask.", "mail_choice."];
        let gaps: Vec<_> = gaps.into_iter().filter(|gap| own.iter().any(|table| gap.starts_with(table))).collect();
        assert!(gaps.is_empty(), "{gaps:?}");
    }

    async fn the_part_of_the_api_document_is_json_and_names_every_route_of_the_api(site) {
        let manifest = crate::manifest();
        let part: serde_json::Value = serde_json::from_str(manifest.openapi).unwrap();
        for route in manifest.routes.iter().filter(|route| route.path.contains("/api/")) {
            assert!(part["paths"][route.path].is_object(), "{}", route.path);
        }
        assert_eq!(site.get("/maple/api/v1/partners").await.status, 200);
    }
}
