//! Somebody was quicker: a draft is published, a record lies in the bin. What was typed comes back whole, with a way on.

use super::{KEY, World, rooms, version_of};
use crate::{can, store::versions::list_declarations};
use platform::testing::{Site, pages::complaints_about};

const ROOM: &str = "/maple/work/declarations";
const DRAFT: [(&str, &str); 4] = [
    ("title_en", "Declaration"),
    ("title_fr", "Déclaration"),
    ("body_en", "Second."),
    ("body_fr", "Deuxième."),
];

/// Adds a record; gives its page.
async fn added(site: &Site, path: &str, fields: &[(&str, &str)]) -> String {
    let sent = site.post_as(&site.coordinator(), &format!("{ROOM}{path}"), fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().split('?').next().unwrap().to_owned()
}

async fn version_at(site: &Site, page: &str) -> String {
    version_of(&site.get_as(&site.coordinator(), page).await.body)
}

async fn bin(site: &Site, page: &str) {
    let version = version_at(site, &format!("{page}/bin")).await;
    let sent = site.post_as(&site.coordinator(), &format!("{page}/bin"), &[("version", &version)]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

/// Sends a form of what lies in the bin: 409, made as pages are, with every word typed.
async fn comes_back(site: &Site, path: &str, typed: &[(&str, &str)], words: &[&str]) -> String {
    let late = site.post_as(&site.coordinator(), path, typed).await;
    assert_eq!((late.status, complaints_about(&late.body)), (409, vec![]), "{path}: {}", late.body);
    for word in words.iter().chain(&["in the bin", "Nothing you wrote is lost"]) {
        assert!(late.body.contains(word), "{path} {word}: {}", late.body);
    }
    let nobody = path.replace(|c: char| c.is_ascii_digit(), "0");
    assert_eq!(
        site.post_as(&site.coordinator(), &nobody, typed).await.status,
        404,
        "what never was is not there: {nobody}"
    );
    assert_eq!(site.post_as(&site.stranger(), path, typed).await.status, 404);
    late.body
}

platform::on_both! { rooms();
    async fn words_for_a_draft_that_was_published_begin_the_next_version(site) {
        World::new(site).await;
        let caller = site.coordinator();
        assert_eq!(site.post_as(&caller, &format!("{ROOM}/versions"), &DRAFT).await.status, 303);
        let version = version_at(site, &format!("{ROOM}/versions/2/edit")).await;
        let publish = [("in_force_on", "2026-11-22"), ("decision_en", "By the council."), ("version", version.as_str())];
        assert_eq!(site.post_as(&caller, &format!("{ROOM}/versions/2/publication"), &publish).await.status, 303);
        let mut typed = [&DRAFT[..], &[("version", version.as_str())]].concat();
        typed[2] = ("body_en", "Mine & only mine.");
        let late = site.post_as(&caller, &format!("{ROOM}/versions/2"), &typed).await;
        assert_eq!((late.status, complaints_about(&late.body)), (409, vec![]));
        assert!(late.body.contains("Mine &amp; only mine.") && late.body.contains("published version 2 at"), "{}", late.body);
        let told = |body: &str| body.split("published version 2 at").nth(1).unwrap().split("while").next().unwrap().to_owned();
        let then = told(&late.body);
        site.app.clock.advance(3_600);
        let mut tx = site.ctx(site.coordinator()).read(can::SEE).await.unwrap();
        let id = list_declarations(&mut tx).await.unwrap()[0].id;
        tx.done().await.unwrap();
        let words = format!("/maple/work/texts/declaration/{id}/body/ar");
        let seen = version_at(site, &words).await;
        assert_eq!(site.post_as(&caller, &words, &[("version", &seen), ("text_ar", "نرحب")]).await.status, 303);
        assert!(late.body.contains(&format!("action=\"{ROOM}/versions\"")), "it goes on as a new draft: {}", late.body);
        assert!(site.get("/maple/en/declaration").await.body.contains("Second."), "nothing published changed");
        let decided = [("in_force_on", "2026-11-23"), ("decision_en", "By a show of hands."), ("version", version.as_str())];
        let late = site.post_as(&caller, &format!("{ROOM}/versions/2/publication"), &decided).await;
        assert_eq!((late.status, complaints_about(&late.body)), (409, vec![]));
        assert!(late.body.contains("By a show of hands.") && late.body.contains("2026-11-23"), "{}", late.body);
        assert_eq!(told(&late.body), then, "who published it, not who translated it since");
        let wall = site.get("/maple/en/declaration").await.body;
        assert!(wall.contains("By the council.") && !wall.contains("show of hands"), "{wall}");
        assert_eq!(site.post_as(&caller, &format!("{ROOM}/versions"), &typed).await.status, 303, "the words are the next draft");
        assert_eq!(site.post_as(&caller, &format!("{ROOM}/versions/9"), &typed).await.status, 404);
    }

    async fn a_form_of_a_record_in_the_bin_comes_back_and_can_be_added_anew(site) {
        let world = World::new(site).await;
        let of = world.open.to_string();
        let records: [(&str, Vec<(&str, &str)>); 3] = [
            ("/statements", vec![("title_en", "Against racism"), ("title_fr", "Contre le racisme"), ("kind", "proclamation"), ("issued_on", "2025-03-21"), ("issuers", &of), ("visibility", "public")]),
            ("/agreements", vec![("department_en", "Department"), ("department_fr", "Ministère"), ("level", "federal"), ("kind", "exchange"), ("subject_en", "Arrivals"), ("subject_fr", "Arrivées")]),
            ("/documents", vec![("title_en", "Plan"), ("title_fr", "Plan"), ("organization", &of), ("kind", "strategic-plan"), ("from_year", "2024")]),
        ];
        for (path, fields) in records {
            let page = added(site, path, &fields).await;
            let version = version_at(site, &format!("{page}/edit")).await;
            bin(site, &page).await;
            let mut typed = [&fields[..], &[("version", version.as_str())]].concat();
            typed[0].1 = "Typed meanwhile";
            let back = comes_back(site, &page, &typed, &["value=\"Typed meanwhile\""]).await;
            assert!(back.contains(&format!("action=\"{ROOM}{path}\"")), "{path}: {back}");
            let anew = added(site, path, &typed).await;
            assert!(anew != page && site.get_as(&site.coordinator(), &anew).await.body.contains("Typed meanwhile"), "{anew}");
        }
    }

    async fn what_was_noted_below_a_record_in_the_bin_is_sent_again_when_it_is_back(site) {
        let world = World::new(site).await;
        let (caller, of) = (site.coordinator(), world.open.to_string());
        let agreement = added(site, "/agreements", &[("department_en", "Department"), ("department_fr", "M"), ("level", "federal"), ("kind", "exchange"), ("subject_en", "A"), ("subject_fr", "A")]).await;
        let noted = version_at(site, &agreement).await;
        let held = [("held_on", "2026-11-20"), ("who", "Both offices"), ("about", "Numbers"), ("version", noted.as_str())];
        assert_eq!(site.post_as(&caller, &format!("{agreement}/exchanges"), &held).await.status, 303);
        let body = site.get_as(&caller, &agreement).await.body;
        let (_, rest) = body.split_once(&format!("href=\"{agreement}/exchanges/")).unwrap();
        let exchange = format!("{agreement}/exchanges/{}", rest.split('/').next().unwrap());
        let document = added(site, "/documents", &[("title_en", "Plan"), ("title_fr", "Plan"), ("organization", &of), ("kind", "strategic-plan"), ("from_year", "2024")]).await;
        let read = version_at(site, &document).await;
        let assessed = [("mention", "mention"), ("evidence", "It promises interpreters."), ("assessed_on", "2026-11-20"), ("version", read.as_str())];
        bin(site, &exchange).await;
        comes_back(site, &exchange, &held, &["Both offices", "Numbers"]).await;
        bin(site, &agreement).await;
        comes_back(site, &format!("{agreement}/exchanges"), &held, &["Both offices", "Numbers"]).await;
        bin(site, &document).await;
        let back = comes_back(site, &format!("{document}/assessments"), &assessed, &["It promises interpreters."]).await;
        let restore = format!("/maple/work/bin/strategic-document/{}/restoration", document.rsplit('/').next().unwrap());
        assert_eq!(site.post_as(&caller, &restore, &[]).await.status, 303);
        let again = [("_key", KEY), ("mention", "mention"), ("evidence", "It promises interpreters."), ("assessed_on", "2026-11-20"), ("version", &version_of(&back))];
        let changed = site.post_as(&caller, &format!("{document}/assessments"), &again).await;
        assert_eq!(changed.status, 409, "it was in the bin between: {}", changed.body);
        let last = [("mention", "mention"), ("evidence", "It promises interpreters."), ("assessed_on", "2026-11-20"), ("version", &version_of(&changed.body))];
        assert_eq!(site.post_as(&caller, &format!("{document}/assessments"), &last).await.status, 303);
    }
}
