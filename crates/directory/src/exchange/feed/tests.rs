//! The feed of changes on both databases: each thing once, in an order that stays, and nothing that was never public.

use super::{notice_all, *};
use crate::{
    LocationId, ServiceFacts, ServiceId, add_service,
    exchange::tests::{furnish, rooms},
    store::{
        locations::locations_of,
        merges::{find_merge, merge, undo_merge},
        services::{bin_service, every_service, find_service, update_service},
    },
};
use partners::Visibility;
use platform::{errors::OrNotFound, testing::Site};

const FEED: &str = "/maple/api/hsds/changes";

async fn feed(site: &Site, query: &str) -> Value {
    let got = site.get(&format!("{FEED}{query}")).await;
    assert_eq!(got.status, 200, "{}", got.body);
    serde_json::from_str(&got.body).unwrap()
}

/// What became of what, in the order of the feed: `service changed`.
fn told_of(feed: &Value) -> Vec<String> {
    let all = feed["contents"].as_array().unwrap().iter();
    all.map(|one| format!("{} {}", one["kind"].as_str().unwrap(), one["what"].as_str().unwrap())).collect()
}

async fn noticed(site: &Site) {
    site.app.clock.advance(90);
    notice_all(&site.ctx(site.coordinator())).await.unwrap();
}

async fn called(site: &Site, name: &str) -> Service {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
    let all = every_service(&mut tx, Reader::Staff).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().find(|one| one.name.plain(ctx.lang) == name).unwrap()
}

/// Writes a service anew with other facts.
async fn write(site: &Site, name: &str, with: impl FnOnce(&mut ServiceFacts)) -> ServiceId {
    let (of, ctx) = (called(site, name).await, site.ctx(site.coordinator()));
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let places: Vec<LocationId> =
        locations_of(&mut tx, Reader::Staff, of.id).await.unwrap().iter().map(|one| one.id).collect();
    let mut facts = of.facts(&places);
    with(&mut facts);
    update_service(&mut tx, &of, &facts).await.unwrap();
    tx.commit().await.unwrap();
    of.id
}

platform::on_both! { rooms();
    async fn changes_are_told_in_order_with_what_is_gone_and_never_what_was_not_public(site) {
        assert_eq!(told_of(&feed(site, "").await), Vec::<String>::new());
        furnish(site).await;
        noticed(site).await;
        let first = feed(site, "").await;
        let begun = ["organization changed", "service changed", "service changed", "service_at_location changed", "service_at_location changed"];
        assert_eq!(told_of(&first), begun);
        let after = first["next"].as_i64().unwrap();
        noticed(site).await;
        assert_eq!(feed(site, "").await, first, "nothing changed, nothing is told anew");
        let class = write(site, "English class", |facts| facts.facts.mail = "new@example.org".into()).await;
        write(site, "Secret class", |facts| facts.facts.mail = "secret@example.org".into()).await;
        noticed(site).await;
        let second = feed(site, &format!("?after={after}")).await;
        assert_eq!(told_of(&second), ["service changed", "service_at_location changed"], "{second}");
        assert_eq!(second["contents"][0]["id"], class.to_string());
        let url = second["contents"][0]["url"].as_str().unwrap();
        assert!(url.ends_with(&format!("/maple/api/hsds/services/{class}")), "{url}");
        let since = second["contents"][0]["noticed_at"].as_str().unwrap();
        assert_eq!(told_of(&feed(site, &format!("?modified_after={since}")).await).len(), 2, "since a moment");
        write(site, "English class", |facts| facts.visibility = Visibility::Partners).await;
        noticed(site).await;
        let third = feed(site, &format!("?after={}", second["next"])).await;
        assert_eq!(told_of(&third), ["service hidden", "service_at_location hidden"]);
        assert_eq!((&third["contents"][0]["url"], &third["contents"][0]["id"]), (&Value::Null, &Value::from(class.to_string())));
        write(site, "English class", |facts| facts.visibility = Visibility::Public).await;
        noticed(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let of = find_service(&mut tx, Reader::Staff, class).await.unwrap().unwrap();
        bin_service(&mut tx, (class, Some(of.version)), Some(ctx.now())).await.unwrap();
        tx.commit().await.unwrap();
        noticed(site).await;
        let all = feed(site, "").await;
        assert_eq!(told_of(&all).iter().filter(|one| *one == "service deleted").count(), 1, "{all}");
        let mut places: Vec<i64> = Vec::new();
        let mut at = 0;
        loop {
            let page = feed(site, &format!("?per_page=2&after={at}")).await;
            places.push(page["contents"].as_array().unwrap().len().try_into().unwrap());
            at = page["next"].as_i64().unwrap();
            if page["has_more"] == false {
                break;
            }
        }
        assert_eq!((places.iter().sum::<i64>(), at), (5, all["next"].as_i64().unwrap()), "each once: {places:?}");
        let ids: Vec<String> = all["contents"].as_array().unwrap().iter().map(|one| one["id"].to_string()).collect();
        for never in ["Secret class", "Hidden class"] {
            let id = called(site, never).await.id.to_string();
            assert!(!ids.iter().any(|one| one.contains(&id)), "{never}");
        }
        for bad in ["?after=-1", "?after=x", "?per_page=0", "?modified_after=yesterday"] {
            assert_eq!(site.get(&format!("{FEED}{bad}")).await.status, 400, "{bad}");
        }
        let root: Value = serde_json::from_str(&site.get("/maple/api/hsds").await.body).unwrap();
        assert!(root["changes_url"].as_str().unwrap().ends_with(FEED), "{root}");
        let list = site.get_as(&site.coordinator(), "/maple/work/directory").await.body;
        assert!(list.contains(FEED), "{list}");
    }

    async fn what_was_joined_leads_to_what_it_was_joined_with_until_they_are_two_again(site) {
        furnish(site).await;
        let (ctx, kept) = (site.ctx(site.coordinator()), called(site, "Tea and talk").await);
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let places: Vec<LocationId> = Vec::new();
        let twin = add_service(&mut tx, &ServiceFacts { visibility: Visibility::Public, ..kept.facts(&places) }).await.unwrap();
        tx.commit().await.unwrap();
        noticed(site).await;
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let gone = find_service(&mut tx, Reader::Staff, twin).await.unwrap().or_not_found().unwrap();
        let id = merge(&mut tx, &kept, &gone).await.unwrap();
        tx.commit().await.unwrap();
        noticed(site).await;
        let told = feed(site, "").await;
        let last = told["contents"].as_array().unwrap().last().unwrap();
        assert_eq!((&last["what"], &last["merged_into"]), (&Value::from("merged"), &Value::from(kept.id.to_string())), "{told}");
        for path in ["", "/sheet", "/call"] {
            let page = site.get(&format!("/maple/fr/help/{twin}{path}")).await;
            assert_eq!((page.status, page.location()), (301, format!("/maple/fr/help/{}{path}", kept.id).as_str()));
        }
        let api = site.get(&format!("/maple/api/hsds/services/{twin}")).await;
        let problem: Value = serde_json::from_str(&api.body).unwrap();
        assert_eq!((api.status, &problem["merged_into"], &problem["code"]), (404, &Value::from(kept.id.to_string()), &Value::from("not-found")));
        write(site, "Tea and talk", |facts| facts.visibility = Visibility::Partners).await;
        assert_eq!(site.get(&format!("/maple/en/help/{twin}")).await.status, 404, "it leads nowhere that is not public");
        let api = site.get(&format!("/maple/api/hsds/services/{twin}")).await;
        assert!(api.status == 404 && !api.body.contains(&kept.id.to_string()), "{}", api.body);
        noticed(site).await;
        let told = feed(site, "").await;
        assert!(!told.to_string().contains("merged_into\":\""), "{told}");
        write(site, "Tea and talk", |facts| facts.visibility = Visibility::Public).await;
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let of = find_merge(&mut tx, id).await.unwrap().unwrap();
        undo_merge(&mut tx, &of).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(site.get(&format!("/maple/en/help/{twin}")).await.status, 200);
        noticed(site).await;
        let told = feed(site, "").await;
        assert!(told["contents"].as_array().unwrap().iter().all(|one| one["what"] == "changed"), "{told}");
    }
}

#[test]
fn a_chain_of_what_was_joined_ends_where_it_ends_and_a_ring_is_left() {
    let id = Uuid::from_u128;
    let chain = BTreeMap::from([(id(1), id(2)), (id(2), id(3))]);
    assert_eq!((last_of(&chain, id(1)), last_of(&chain, id(3))), (Some(id(3)), None));
    let ring = BTreeMap::from([(id(1), id(2)), (id(2), id(1))]);
    assert!(last_of(&ring, id(1)).is_some());
}
