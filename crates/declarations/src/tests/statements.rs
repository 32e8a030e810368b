//! Public statements: kept, changed by two at once, recalled every year, seen as far as they may be.

use super::{World, rooms, version_of};
use platform::{authority::Office, testing::Site};

const LIST: &str = "/maple/work/declarations/statements";

/// A proclamation of the public clinic, signed by the circle that only partners may know of.
async fn add(site: &Site, world: &World, visibility: &str) -> String {
    let (issuer, signatory) = (world.open.to_string(), world.circle.to_string());
    let fields = [
        ("kind", "proclamation"),
        ("title_en", "Against racism"),
        ("title_fr", "Contre le racisme"),
        ("body_en", "Not here."),
        ("issued_on", "2025-03-21"),
        ("issuers", issuer.as_str()),
        ("signatories", signatory.as_str()),
        ("visibility", visibility),
        ("link", "example.org/a"),
        ("recall", "12-01"),
        ("recall_ahead", "9"),
    ];
    let sent = site.post_as(&site.coordinator(), LIST, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().split('?').next().unwrap().to_owned()
}

platform::on_both! { rooms();
    async fn a_statement_is_public_with_the_organizations_that_are(site) {
        let world = World::new(site).await;
        let page = add(site, &world, "public").await;
        let id = page.rsplit('/').next().unwrap().to_owned();
        let list = site.get("/maple/en/statements").await.body;
        assert!(list.contains("Against racism") && list.contains("The clinic"), "{list}");
        let one = site.get(&format!("/maple/fr/statements/{id}")).await;
        assert!(one.status == 200 && one.body.contains("Contre le racisme") && !one.body.contains("The circle"), "{}", one.body);
        let reader = site.holder(Office::Reader, None);
        let inside = site.get_as(&reader, &page).await.body;
        assert!(inside.contains("The circle") && !inside.contains("/edit"), "{inside}");
        assert!(inside.contains("href=\"https://example.org/a\""), "an address is typed as people say it: {inside}");
        assert!(site.get("/maple/en/partners/clinic").await.body.contains("Against racism"));
        assert!(site.get("/maple/en/statements?as=csv").await.body.contains("Against racism"));
        let private = add(site, &world, "staff").await;
        let id = private.rsplit('/').next().unwrap().to_owned();
        assert_eq!(site.get(&format!("/maple/en/statements/{id}")).await.status, 404);
        assert_eq!(site.get_as(&reader, &private).await.status, 404);
        assert_eq!(site.get_as(&site.stranger(), &private).await.status, 404);
        assert_eq!(site.post_as(&reader, LIST, &[]).await.status, 403);
    }

    async fn what_nobody_has_read_is_not_public(site) {
        let (world, caller) = (World::new(site).await, site.coordinator());
        let translator = site.holder(Office::Translator, None);
        let translated = async |page: &str, fields: &[(&str, &str)]| {
            let url = format!("/maple/work/texts/statement/{}/body/fr", page.rsplit('/').next().unwrap());
            let version = version_of(&site.get_as(&translator, &url).await.body);
            let sent = [fields, &[("version", version.as_str()), ("text_fr", "Pas ici.")]].concat();
            site.post_as(&translator, &url, &sent).await
        };
        let public = add(site, &world, "public").await;
        let refused = translated(&public, &[("machine", "yes")]).await;
        assert!(refused.status == 422 && refused.body.contains("Pas ici.") && refused.body.contains("nobody has read them: Français"), "{}", refused.body);
        assert_eq!(translated(&public, &[]).await.status, 303, "somebody wrote it");
        let partners = add(site, &world, "partners").await;
        assert_eq!(translated(&partners, &[("machine", "yes")]).await.status, 303, "what is not public may wait");
        let form = site.get_as(&caller, &format!("{partners}/edit")).await.body;
        let issuer = world.open.to_string();
        let version = version_of(&form);
        let sent = [
            ("version", version.as_str()), ("kind", "proclamation"), ("title_en", "Against racism"), ("title_fr", "Contre le racisme"),
            ("body_en", "Not here."), ("body_fr", "Pas ici."), ("issued_on", "2025-03-21"), ("issuers", issuer.as_str()), ("visibility", "public"),
        ];
        let refused = site.post_as(&caller, &partners, &sent).await;
        assert!(refused.status == 422 && refused.body.contains("nobody has read them: Français") && refused.body.contains("Pas ici."), "{}", refused.body);
        assert_eq!(translated(&partners, &[]).await.status, 303, "somebody has read it");
        let version = version_of(&site.get_as(&caller, &format!("{partners}/edit")).await.body);
        let sent = [&sent[1..], &[("version", version.as_str())]].concat();
        assert_eq!(site.post_as(&caller, &partners, &sent).await.status, 303);
    }

    async fn what_is_wrong_comes_back_whole_and_two_at_once_see_each_other(site) {
        let world = World::new(site).await;
        let caller = site.coordinator();
        let wrong = site.post_as(&caller, LIST, &[("title_en", "Alone"), ("issued_on", "2026-11-23"), ("recall", "02-30"), ("link", "nowhere")]).await;
        assert_eq!(wrong.status, 422);
        for words in ["value=\"Alone\"", "not before", "like 03-21", "at least one organization", "http"] {
            assert!(wrong.body.contains(words), "{words}: {}", wrong.body);
        }
        let page = add(site, &world, "public").await;
        let form = site.get_as(&caller, &format!("{page}/edit")).await.body;
        let (version, of) = (version_of(&form), world.open.to_string());
        let fields = [
            ("kind", "statement"), ("title_en", "Against all of it"), ("title_fr", "Contre tout"), ("issued_on", "2025-03-21"),
            ("issuers", of.as_str()), ("visibility", "public"), ("recall", ""), ("version", version.as_str()),
        ];
        assert_eq!(site.post_as(&caller, &page, &fields).await.status, 303);
        let stale = site.post_as(&caller, &page, &fields).await;
        assert!(stale.status == 409 && stale.body.contains("Somebody else changed"), "{}", stale.body);
        assert!(site.get_as(&caller, &page).await.body.contains("Against all of it"));
        let version = version_of(&site.get_as(&caller, &format!("{page}/bin")).await.body);
        assert_eq!(site.post_as(&caller, &format!("{page}/bin"), &[("version", &version)]).await.status, 303);
        assert_eq!(site.get_as(&caller, &page).await.status, 404);
        assert!(!site.get("/maple/en/statements").await.body.contains("Against all of it"));
        let id = page.rsplit('/').next().unwrap();
        let back = site.post_as(&caller, &format!("/maple/work/bin/statement/{id}/restoration"), &[]).await;
        assert_eq!((back.status, site.get_as(&caller, &page).await.status), (303, 200), "{}", back.body);
    }

    async fn today_recalls_it_in_time_and_only_then(site) {
        let world = World::new(site).await;
        add(site, &world, "public").await;
        let (caller, reader) = (site.coordinator(), site.holder(Office::Reader, None));
        let recalls = async |caller| site.get_as(caller, "/maple/work").await.body.contains("Recall: Against racism");
        assert!(recalls(&caller).await, "nine days before it is told");
        assert!(!recalls(&reader).await);
        site.app.clock.advance(10 * 86_400);
        assert!(!recalls(&caller).await, "the day after it is over for a year");
        site.app.clock.advance(354 * 86_400);
        assert!(!recalls(&caller).await, "ten days before it is too early");
        site.app.clock.advance(2 * 86_400);
        assert!(recalls(&caller).await, "next year it comes again");
    }
}
