//! What programs read: nothing that a page would not show to anybody, page by page.

use super::{TODAY, World, rooms, text};
use crate::{StatementFacts, add_statement, can, rules::statements::StatementKind};
use partners::{OrganizationId, Visibility};
use platform::testing::Site;
use serde_json::Value;

async fn json(site: &Site, path: &str) -> Value {
    let got = site.get(&format!("/maple/api/v1{path}")).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    serde_json::from_str(&got.body).unwrap()
}

async fn state(site: &Site, words: &str, issuers: [OrganizationId; 2], visibility: Visibility) {
    let mut tx = site.ctx(site.coordinator()).write(can::EDIT_STATEMENTS).await.unwrap();
    let new = StatementFacts {
        kind: StatementKind::Proclamation,
        title: text(words),
        body: text("Not here."),
        issued_on: TODAY,
        council: None,
        issuers: issuers.to_vec(),
        signatories: Vec::new(),
        link: String::new(),
        visibility,
        recall: None,
        recall_ahead: 21,
    };
    add_statement(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every item, one on a page.
async fn all(site: &Site, path: &str) -> Vec<Value> {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = json(site, &format!("{path}?limit=1{cursor}")).await;
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

platform::on_both! { rooms();
    async fn statements_are_given_page_by_page_with_those_alone_who_are_public(site) {
        let world = World::new(site).await;
        for (words, visibility) in [("First", Visibility::Public), ("Second", Visibility::Public), ("Partners'", Visibility::Partners), ("Staff's", Visibility::Staff)] {
            state(site, words, [world.open, world.hidden], visibility).await;
        }
        let items = all(site, "/statements").await;
        let titles: Vec<_> = items.iter().map(|one| one["title"]["en"].as_str().unwrap()).collect();
        assert_eq!(titles, ["First", "Second"], "{items:#?}");
        assert_eq!(items[0]["issuers"].as_array().unwrap().len(), 1, "the hidden one is not named: {items:#?}");
        assert_eq!((&items[0]["kind"], &items[0]["link"], &items[0]["council"]), (&"proclamation".into(), &Value::Null, &Value::Null));
        let url = items[0]["url"].as_str().unwrap().strip_prefix("http://kith.test").unwrap();
        assert_eq!(site.get(url).await.status, 200, "{url}");
        let known = site.get_as(&site.coordinator(), "/maple/api/v1/statements").await.body;
        assert!(!known.contains("Staff's") && !known.contains("The hidden"), "whoever asks: {known}");
        for bad in ["limit=0", "limit=201", "cursor=x", "cursor=WyJub3QgYSBkYXkiLCIwMTkzNTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ"] {
            assert_eq!(site.get(&format!("/maple/api/v1/statements?{bad}")).await.status, 400, "{bad}");
        }
    }

    async fn signatories_are_given_as_the_wall_shows_them(site) {
        let world = World::new(site).await;
        assert_eq!(all(site, "/signatories").await, Vec::<Value>::new());
        world.sign(site, world.circle, Visibility::Public).await;
        world.sign(site, world.hidden, Visibility::Public).await;
        let id = world.sign(site, world.open, Visibility::Public).await;
        let items = all(site, "/signatories").await;
        let names: Vec<_> = items.iter().map(|one| one["organization"]["name"]["en"].as_str().unwrap()).collect();
        assert_eq!(names, ["The clinic"], "neither who is hidden nor who is among partners: {items:#?}");
        assert_eq!((&items[0]["version"], &items[0]["since"]), (&1.into(), &"2026-05-01".into()));
        let wall = json(site, "/declaration").await;
        assert_eq!(wall["signatories"], Value::Array(items), "the wall says the same");
        let page = format!("/maple/work/declarations/signatories/{id}/withdrawal");
        let version = super::version_of(&site.get_as(&site.coordinator(), &page).await.body);
        let fields = [("withdrawn_on", "2026-11-22"), ("reason", "A vote."), ("version", version.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), &page, &fields).await.status, 303);
        assert_eq!(all(site, "/signatories").await, Vec::<Value>::new());
    }
}
