//! The list, its filters, its files, the public list and the API.

use super::*;
use crate::{Languages, SectorId, Spoken, Visibility};
use platform::testing::Got;

async fn sector(site: &Site, code: &str) -> SectorId {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    crate::sectors(&mut tx).await.unwrap().into_iter().find(|one| one.code == code).unwrap().id
}

/// Four organizations: a library, a prospect, an informal group, one that left.
async fn four(site: &Site) {
    keep(site, &[]).await;
    let library = sector(site, "library").await;
    let spoken = |codes: &[&str]| Languages::of(codes.iter().filter_map(|code| Spoken::from_code(code)));
    keep(
        site,
        &[
            NewOrganization {
                sector: Some(library),
                langs: spoken(&["en", "fr"]),
                ..named("library", "Maple Library")
            },
            NewOrganization { joined_on: None, ..named("chamber", "=1+1 Chamber") },
            NewOrganization { langs: spoken(&["ksw"]), ..named("circle", "Érable Circle").informal() },
            NewOrganization { left_on: Some(DAY), ..named("gone", "Old Agency") },
        ],
    )
    .await;
}

async fn names(site: &Site, query: &str) -> Vec<String> {
    let csv = site.get_as(&site.coordinator(), &format!("/maple/work/partners?as=csv{query}")).await;
    assert_eq!(csv.status, 200, "{}", csv.body);
    csv.body.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect()
}

fn items(got: &Got) -> serde_json::Value {
    serde_json::from_str(&got.body).unwrap_or_default()
}

platform::on_both! { vec![crate::manifest()];
    async fn a_list_is_narrowed_by_each_filter_and_says_how_many_each_would_leave(site) {
        four(site).await;
        assert_eq!(names(site, "").await.len(), 4);
        assert_eq!(names(site, "&sector=library").await, ["Maple Library"]);
        assert_eq!(names(site, "&kind=informal").await, ["Érable Circle"]);
        assert_eq!(names(site, "&language=ksw").await, ["Érable Circle"]);
        assert_eq!(names(site, "&standing=left").await, ["Old Agency"]);
        assert_eq!(names(site, "&standing=prospect").await, ["'=1+1 Chamber"]);
        assert_eq!(names(site, "&visibility=partners").await, ["Érable Circle"]);
        assert_eq!(names(site, "&q=erable").await, ["Érable Circle"]);
        let page = site.get_as(&site.coordinator(), "/maple/work/partners?kind=formal").await.body;
        assert!(page.contains("Partner (1)") && page.contains("Left (1)") && page.contains("Not joined yet (1)"), "{page}");
        assert!(page.contains("Informal (1)"), "a filter counts without itself");
    }

    async fn a_list_is_sorted_both_ways(site) {
        four(site).await;
        assert_eq!(names(site, "&sort=name").await, ["'=1+1 Chamber", "Érable Circle", "Maple Library", "Old Agency"]);
        assert_eq!(names(site, "&sort=-name").await, ["Old Agency", "Maple Library", "Érable Circle", "'=1+1 Chamber"]);
        assert_eq!(names(site, "&sort=joined").await.last().unwrap(), "'=1+1 Chamber", "without a day it is last");
        assert_eq!(names(site, "&sort=sector").await[0], "Maple Library");
    }

    async fn a_file_has_the_columns_that_are_shown_and_runs_nothing(site) {
        four(site).await;
        let csv = site.get_as(&site.coordinator(), "/maple/work/partners?cols=standing&sort=name&as=csv").await;
        assert_eq!(csv.body.lines().next().unwrap().trim_start_matches('\u{FEFF}'), "Name,Standing");
        assert!(csv.body.contains("'=1+1 Chamber,Not joined yet"), "{}", csv.body);
        let book = site.get_as(&site.coordinator(), "/maple/work/partners?as=xlsx").await;
        assert_eq!(book.status, 200);
        let named = book.headers.get("content-disposition").unwrap().to_str().unwrap();
        assert!(named.starts_with("attachment; filename=\"partners-2026-11-22.xlsx\""), "{named}");
    }

    async fn more_than_a_page_is_paged_and_a_file_holds_all(site) {
        let many: Vec<_> = (0..120).map(|n| named(&format!("g-{n:03}"), &format!("Group {n:03}"))).collect();
        keep(site, &many).await;
        let last = site.get_as(&site.coordinator(), "/maple/work/partners?page=3").await.body;
        assert!(last.contains("Group 119") && !last.contains("Group 099") && last.contains("101 to 120 of 120"), "{last}");
        assert_eq!(names(site, "").await.len(), 120);
    }

    async fn another_language_of_the_public_list_keeps_what_it_was_narrowed_to(site) {
        four(site).await;
        let got = site.get("/maple/en/partners?q=library&said=nothing").await;
        assert!(got.body.contains("href=\"/maple/fr/partners?q=library\""), "{}", got.body);
        let nowhere = site.get("/maple/en/partners/nobody?q=library").await;
        assert_eq!(nowhere.status, 404);
        assert!(!nowhere.body.contains("?q="), "{}", nowhere.body);
    }

    async fn the_public_list_has_partners_only_in_the_readers_language(site) {
        four(site).await;
        let page = site.get("/maple/fr/partners").await.body;
        assert!(page.contains("Maple Library") && page.contains("Bibliothèque publique"), "{page}");
        for hidden in ["Chamber", "Circle", "Old Agency"] {
            assert!(!page.contains(hidden), "{hidden}");
        }
        assert_eq!(site.get("/maple/ar/partners/library").await.status, 200);
        for slug in ["chamber", "circle", "gone", "nobody"] {
            assert_eq!(site.get(&format!("/maple/en/partners/{slug}")).await.status, 404, "{slug}");
            assert_eq!(site.get(&format!("/maple/api/v1/partners/{slug}")).await.status, 404, "{slug}");
        }
    }

    async fn the_api_walks_all_pages_once_and_answers_304_to_whoever_has_it(site) {
        let many: Vec<_> = (0..7).map(|n| named(&format!("g-{n}"), &format!("Group {}", n % 2))).collect();
        keep(site, &many).await;
        let (mut seen, mut next) = (Vec::new(), String::new());
        loop {
            let page = items(&site.get(&format!("/maple/api/v1/partners?limit=3&cursor={next}")).await);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["slug"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(cursor) => next = cursor.to_owned(),
                None => break,
            }
        }
        assert_eq!(seen.len(), 7);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 7, "each once");
        let first = site.get("/maple/api/v1/partners?limit=1").await;
        let item = &items(&first)["items"][0];
        assert_eq!((&item["formal"], &item["joined"]), (&true.into(), &"2020-01-02".into()));
        assert_eq!(item["url"], format!("http://kith.test/maple/en/partners/{}", item["slug"].as_str().unwrap()));
        let tag = first.headers.get("etag").unwrap().clone();
        let again = http::Request::get("/maple/api/v1/partners?limit=1").header("host", "kith.test").header("if-none-match", tag);
        let again = site.send(again.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""));
        let wrong = site.get("/maple/api/v1/partners?limit=201").await;
        assert_eq!(wrong.status, 400);
        assert_eq!(wrong.headers.get("content-type").unwrap(), "application/problem+json");
        assert_eq!(site.get("/maple/api/v1/partners?cursor=x").await.status, 400);
    }

    async fn the_api_is_the_same_for_every_caller(site) {
        four(site).await;
        keep(site, &[NewOrganization { visibility: Visibility::Staff, ..named("hidden", "Hidden") }]).await;
        let anyone = site.get("/maple/api/v1/partners").await.body;
        assert_eq!(site.get_as(&site.coordinator(), "/maple/api/v1/partners").await.body, anyone);
    }
}
