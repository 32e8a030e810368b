//! Removing is asked about first, says what goes along, and refuses whoever saw something older.

use super::*;
use crate::{ContactKind, NewContactPoint, NewPerson, NewSpeaker, Visibility};
use platform::{langs::Lang, testing::Got};

/// A public organization with a contact point of its own and one person who speaks for it, with one of hers.
async fn reached(site: &Site) -> PersonId {
    let organization = keep(site, &[named("maple", "Maple")]).await[0];
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let person = crate::add_person(&mut tx, &NewPerson::new("Amélie Okafor", Lang::Fr)).await.unwrap();
    let new = NewSpeaker { person, organization, title: Text::default(), from_on: DAY, to_on: None };
    crate::speaks_for(&mut tx, &new).await.unwrap();
    let own = NewContactPoint {
        person: None,
        organization: Some(organization),
        kind: ContactKind::Mail,
        value: "maple@example.org".into(),
        visibility: Visibility::Public,
    };
    crate::add_contact(&mut tx, &own).await.unwrap();
    let hers = NewContactPoint { person: Some(person), organization: None, ..own };
    crate::add_contact(&mut tx, &hers).await.unwrap();
    tx.commit().await.unwrap();
    person
}

/// What the page of `url` says before its removal, which no page does without it.
async fn asked(site: &Site, url: &str) -> Got {
    let caller = site.coordinator();
    let (page, removal) = (site.get_as(&caller, url).await.body, format!("{url}/removal"));
    assert!(page.contains(&format!("href=\"{removal}\"")), "{page}");
    assert!(!page.contains(&format!("action=\"{removal}\"")), "not without being asked: {page}");
    let asks = site.get_as(&caller, &removal).await;
    assert_eq!((asks.status, platform::testing::pages::complaints_about(&asks.body)), (200, vec![]));
    assert_eq!(site.get_as(&caller, url).await.status, 200, "asking changes nothing");
    asks
}

/// Sends the answer with a version that somebody has overtaken, without one, and as the page asked.
async fn answered(site: &Site, url: &str, version: &str) {
    let (caller, removal) = (site.coordinator(), format!("{url}/removal"));
    for old in [&[("version", "0")][..], &[]] {
        let late = site.post_as(&caller, &removal, old).await;
        assert_eq!(
            (late.status, platform::testing::pages::complaints_about(&late.body)),
            (409, vec![]),
            "{url}"
        );
        assert_eq!(site.get_as(&caller, url).await.status, 200, "it stays");
    }
    assert_eq!(site.post_as(&caller, &removal, &[("version", version)]).await.status, 303);
    assert_eq!(site.get_as(&caller, url).await.status, 404);
}

platform::on_both! { vec![crate::manifest()];
    async fn an_organization_and_a_person_go_after_a_page_that_says_what_goes_along(site) {
        let person = reached(site).await;
        let url = "/maple/work/partners/maple";
        let asks = asked(site, url).await.body;
        for words in ["Put Maple in the bin?", "contact points (1)", "for it (1)", "without a time limit", "name=\"version\" value=\"1\""] {
            assert!(asks.contains(words), "{words}: {asks}");
        }
        answered(site, url, "1").await;
        let url = format!("/maple/work/people/{person}");
        let asks = asked(site, &url).await.body;
        for words in ["Put Amélie Okafor in the bin?", "contact points (1)", "For 90 days", "name=\"version\" value=\"1\""] {
            assert!(asks.contains(words), "{words}: {asks}");
        }
        answered(site, &url, "1").await;
    }

    async fn an_address_at_an_organization_in_the_bin_is_held_and_not_used(site) {
        let person = reached(site).await;
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let maple = crate::organization_by_slug(&mut tx, Reader::Staff, "maple").await.unwrap().unwrap().id;
        let own = crate::contacts_of_person(&mut tx, Reader::Staff, person).await.unwrap().remove(0);
        crate::store::contacts::remove_contact(&mut tx, &own).await.unwrap();
        let at = NewContactPoint { organization: Some(maple), value: "amelie@maple.example".into(), ..own.facts() };
        crate::add_contact(&mut tx, &at).await.unwrap();
        assert_eq!(crate::mail_of(&mut tx, person).await.unwrap().as_deref(), Some("amelie@maple.example"));
        tx.commit().await.unwrap();
        let url = "/maple/work/partners/maple";
        let asks = asked(site, url).await.body;
        assert!(asks.contains("contact points (2)") && asks.contains("Addresses that people have there go along too"), "{asks}");
        answered(site, url, "1").await;
        let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
        assert_eq!(crate::mail_of(&mut tx, person).await.unwrap(), None, "nothing is sent there");
        assert!(crate::mails_known(&mut tx, Reader::Staff, &[person]).await.unwrap().is_empty(), "nor is it in lists");
        tx.done().await.unwrap();
        let held = site.get_as(&site.coordinator(), &format!("/maple/work/people/{person}/data")).await.body;
        assert!(held.contains("amelie@maple.example") && held.contains("Maple, "), "but it is held: {held}");
    }

    async fn a_contact_point_goes_after_a_page_that_says_that_it_does_not_come_back(site) {
        let person = reached(site).await;
        let caller = site.coordinator();
        for (url, name) in [("/maple/work/partners/maple".to_owned(), "Maple"), (format!("/maple/work/people/{person}"), "Amélie Okafor")] {
            let shown = site.get_as(&caller, &url).await.body;
            assert!(!shown.contains("action=\"/maple/work/contacts/"), "not without being asked: {shown}");
            let removal = shown.split('"').find(|part| part.contains("/contacts/") && part.ends_with("/removal")).unwrap();
            let asks = site.get_as(&caller, removal).await;
            assert_eq!((asks.status, platform::testing::pages::complaints_about(&asks.body)), (200, vec![]));
            for words in ["Remove maple@example.org?", name, "does not go to the bin", "name=\"version\" value=\"1\""] {
                assert!(asks.body.contains(words), "{words}: {}", asks.body);
            }
            for old in [&[("version", "0")][..], &[]] {
                assert_eq!(site.post_as(&caller, removal, old).await.status, 409, "{removal}");
                assert_eq!(site.get_as(&caller, removal).await.status, 200, "it stays");
            }
            let done = site.post_as(&caller, removal, &[("version", "1")]).await;
            assert_eq!((done.status, done.location().split('?').next()), (303, Some(url.as_str())));
            assert_eq!(site.get_as(&caller, removal).await.status, 404);
        }
    }

    async fn a_sector_says_how_many_stand_under_it_and_goes_when_none_does(site) {
        keep(site, &[]).await;
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let sectors = crate::sectors(&mut tx).await.unwrap();
        let carried = NewOrganization { sector: Some(sectors[0].id), ..named("maple", "Maple") };
        crate::add_organization(&mut tx, &carried).await.unwrap();
        tx.commit().await.unwrap();
        let url = format!("/maple/work/sectors/{}", sectors[0].id);
        let asks = asked(site, &url).await.body;
        assert!(asks.contains("1 organization stands under this sector") && !asks.contains("name=\"version\""), "{asks}");
        assert!(asks.contains(&format!("/work/partners?sector={}", sectors[0].code)), "{asks}");
        let refused = site.post_as(&site.coordinator(), &format!("{url}/removal"), &[("version", "1")]).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        let url = format!("/maple/work/sectors/{}", sectors[1].id);
        assert!(asked(site, &url).await.body.contains("No organization stands under this sector."));
        answered(site, &url, "1").await;
    }
}
