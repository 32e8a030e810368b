//! Letters to a group: to whom they go, and why somebody gets none.

use super::*;
use partners::{ContactKind, NewContactPoint, NewOrganization, Visibility};

/// The first person holds a seat and has one address, at an organization; the second comes when she cannot.
async fn seated(site: &Site) -> World {
    let world = World::new(site).await;
    assert_eq!(world.hold(site).await.status, 303);
    let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
    let clinic = NewOrganization::new("clinic", text("Maple Clinic"));
    let clinic = partners::add_organization(&mut tx, &clinic).await.unwrap();
    let at = NewContactPoint {
        person: Some(world.people[0]),
        organization: Some(clinic),
        kind: ContactKind::Mail,
        value: "ada@clinic.example".into(),
        visibility: Visibility::Staff,
    };
    partners::add_contact(&mut tx, &at).await.unwrap();
    tx.commit().await.unwrap();
    world
}

async fn form(site: &Site, world: &World) -> String {
    site.get_as(&site.coordinator(), &world.at("/letters/new")).await.body
}

platform::on_both! { rooms();
    async fn an_address_at_an_organization_in_the_bin_gets_no_letter(site) {
        let world = seated(site).await;
        let before = form(site, &world).await;
        assert!(before.contains("One person gets this") && before.contains("ada@clinic.example"), "{before}");
        let removal = "/maple/work/partners/clinic/removal";
        assert_eq!(site.post_as(&site.coordinator(), removal, &[("version", "1")]).await.status, 303);
        let after = form(site, &world).await;
        assert!(after.contains("Nobody gets this by mail") && after.contains("no address is known"), "{after}");
        assert!(!after.contains("known to the staff alone"), "{after}");
        let letter = [("subject_en", "Next week"), ("body_en", "We meet.")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/letters"), &letter).await.status, 303);
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
        let sent = platform::sql!(tx, value i64, "SELECT count(*) FROM mail WHERE recipient = 'ada@clinic.example'").unwrap();
        tx.done().await.unwrap();
        assert_eq!(sent, 0);
    }
}
