//! Strategic documents: assessed again and again without losing what was found, counted with their base, seen as far as may be.

use super::{World, rooms, version_of};
use platform::{authority::Office, testing::Site};

const LIST: &str = "/maple/work/declarations/documents";

async fn add(site: &Site, of: partners::OrganizationId, title: &str) -> String {
    let of = of.to_string();
    let fields = [
        ("organization", of.as_str()),
        ("title_en", title),
        ("title_fr", title),
        ("kind", "strategic-plan"),
        ("from_year", "2024"),
        ("to_year", "2028"),
        ("next_review_on", "2026-11-30"),
    ];
    let sent = site.post_as(&site.coordinator(), LIST, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().split('?').next().unwrap().to_owned()
}

async fn assess(site: &Site, page: &str, fields: &[(&str, &str)]) -> platform::testing::Got {
    let version = version_of(&site.get_as(&site.coordinator(), page).await.body);
    let all = [fields, &[("version", version.as_str())]].concat();
    site.post_as(&site.coordinator(), &format!("{page}/assessments"), &all).await
}

platform::on_both! { rooms();
    async fn an_assessment_stands_beside_those_before_it(site) {
        let world = World::new(site).await;
        let page = add(site, world.open, "Clinic plan").await;
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("Clinic plan"), "{today}");
        let bare = assess(site, &page, &[("mention", "commitment"), ("assessed_on", "2026-11-22"), ("pages", "p. 12")]).await;
        assert!(bare.status == 422 && bare.body.contains("value=\"p. 12\""), "{}", bare.body);
        let first = assess(site, &page, &[("mention", "none"), ("assessed_on", "2026-11-01"), ("next_review_on", "2027-11-01")]).await;
        assert_eq!(first.status, 303, "{}", first.body);
        let back = assess(site, &page, &[("mention", "none"), ("assessed_on", "2026-10-31")]).await;
        assert_eq!(back.status, 422, "before the one that stands");
        let second = assess(site, &page, &[("mention", "funded"), ("evidence", "A line in the budget."), ("pages", "p. 12"), ("assessed_on", "2026-11-22")]).await;
        assert_eq!(second.status, 303, "{}", second.body);
        let body = site.get_as(&site.coordinator(), &page).await.body;
        assert!(body.contains("A line in the budget. (p. 12)") && body.contains("Not mentioned") && body.contains("Funded"), "{body}");
        assert!(!site.get_as(&site.coordinator(), "/maple/work").await.body.contains("Clinic plan"));
        let partner = site.get_as(&site.coordinator(), "/maple/work/partners/clinic").await.body;
        assert!(partner.contains("Clinic plan"), "{partner}");
        assert!(!site.get("/maple/en/partners/clinic").await.body.contains("Clinic plan"));
    }

    async fn the_overview_counts_with_its_base_and_only_what_the_reader_may_know(site) {
        let world = World::new(site).await;
        for (title, level) in [("One", "funded"), ("Two", "mention"), ("Three", "mention")] {
            let page = add(site, world.open, title).await;
            let got = assess(site, &page, &[("mention", level), ("evidence", "Words."), ("assessed_on", "2026-11-22")]).await;
            assert_eq!(got.status, 303, "{}", got.body);
        }
        add(site, world.circle, "Unread").await;
        let hidden = add(site, world.hidden, "Hidden plan").await;
        let (caller, reader) = (site.coordinator(), site.holder(Office::Reader, None));
        let overview = format!("{LIST}/overview");
        let seen = site.get_as(&caller, &overview).await.body.replace(['\u{2068}', '\u{2069}'], "");
        assert!(seen.contains("2 of 3 (67%)") && seen.contains("1 of 3 (33%)"), "{seen}");
        let file = site.get_as(&caller, &format!("{overview}?as=csv")).await.body;
        assert!(file.lines().last().unwrap().ends_with("0,2,0,1,3,2,5"), "{file}");
        let file = site.get_as(&reader, &format!("{overview}?as=csv")).await.body;
        assert!(file.lines().last().unwrap().ends_with("0,2,0,1,3,1,4"), "the hidden one is not counted for her: {file}");
        let list = site.get_as(&reader, LIST).await.body;
        assert!(list.contains("Unread") && !list.contains("Hidden plan"), "{list}");
        assert_eq!((site.get_as(&reader, &hidden).await.status, site.get_as(&caller, &hidden).await.status), (404, 200));
        let narrowed = site.get_as(&caller, &format!("{LIST}?mention=funded")).await.body;
        assert!(narrowed.contains(">One<") && !narrowed.contains(">Two<"), "{narrowed}");
        assert_eq!(site.post_as(&reader, LIST, &[]).await.status, 403);
    }

    async fn the_file_of_a_document_is_kept_replaced_and_given_to_who_may(site) {
        let world = World::new(site).await;
        let page = add(site, world.open, "Clinic plan").await;
        let caller = site.coordinator();
        let version = version_of(&site.get_as(&caller, &page).await.body);
        let path = format!("{page}/file");
        let sent = site.upload_as(&caller, &path, &[("version", &version)], ("document", "Plan.pdf", b"%PDF-1.7 plan")).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.get_as(&reader, &path).await.body, "%PDF-1.7 plan");
        assert_eq!((site.get_as(&site.stranger(), &path).await.status, site.get(&path).await.status), (404, 303));
        let stale = site.upload_as(&caller, &path, &[("version", &version)], ("document", "Plan.pdf", b"%PDF-1.7 other")).await;
        assert_eq!(stale.status, 409);
    }
}
