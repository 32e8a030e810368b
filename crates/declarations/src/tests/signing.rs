//! Signing by a link, asking to sign, and what the public sees of it.

use super::{KEY, World, links, rooms, version_of};
use partners::Visibility;
use platform::{authority::Caller, testing::Site};

const INVITATIONS: &str = "/maple/work/declarations/invitations";
const REQUESTS: &str = "/maple/work/declarations/requests";
const WALL: &str = "/maple/en/declaration";

async fn invite(site: &Site, world: &World) -> String {
    let of = world.open.to_string();
    let fields = [
        ("_key", KEY),
        ("organization", of.as_str()),
        ("name", "Nadia Haddad"),
        ("email", "nadia@example.org"),
        ("lang", "en"),
    ];
    let coordinator = site.coordinator();
    for _ in 0..2 {
        let sent = site.post_as(&coordinator, INVITATIONS, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let links = links(site).await;
    assert_eq!(links.len(), 1, "sent twice, one mail leaves: {links:?}");
    links[0].clone()
}

platform::on_both! { rooms();
    async fn a_link_signs_once_and_opening_it_signs_nothing(site) {
        let (world, nobody) = (World::new(site).await, Caller::Anonymous);
        let link = invite(site, &world).await;
        for _ in 0..2 {
            let page = site.get(&link).await;
            assert!(page.status == 200 && page.body.contains("We welcome everyone.") && page.body.contains("value=\"Nadia Haddad\""), "{}", page.body);
        }
        assert!(!site.get(WALL).await.body.contains("The clinic"), "opening it signed");
        let typed = [("number", "1"), ("name", "Nadia Haddad"), ("title", "Director")];
        let wrong = site.post_as(&nobody, &link, &typed).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Director\"") && wrong.body.contains("Tick this box"), "{}", wrong.body);
        let other = site.post_as(&nobody, &link, &[("number", "7"), ("name", "N"), ("title", "D"), ("agree", "yes")]).await;
        assert!(other.status == 422 && other.body.contains("A new version has come into force"), "{}", other.body);
        let fields = [&typed[..], &[("agree", "yes"), ("listed", "yes"), ("_key", KEY)]].concat();
        for _ in 0..2 {
            let sent = site.post_as(&nobody, &link, &fields).await;
            assert_eq!((sent.status, sent.location()), (303, "/maple/en/declaration/signed"), "{}", sent.body);
        }
        assert_eq!((site.get(&link).await.status, site.post_as(&nobody, &link, &typed).await.status), (410, 410));
        assert_eq!(site.get("/maple/en/declaration/signing/made-up").await.status, 410);
        let wall = site.get(WALL).await.body;
        assert!(wall.contains("The clinic") && wall.contains("1 signatory") && !wall.contains("Nadia"), "{wall}");
        let api = site.get("/maple/api/v1/declaration").await.body;
        let api: serde_json::Value = serde_json::from_str(&api).unwrap();
        assert_eq!((&api["version"], &api["signatories"][0]["since"]), (&1.into(), &"2026-11-22".into()));
        assert!(!api.to_string().contains("Nadia"));
        let list = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        assert!(list.contains("Signed") && !list.contains("/sending"), "{list}");
    }

    async fn to_ask_for_a_signature_counts_until_it_is_given(site) {
        let world = World::new(site).await;
        let coordinator = site.coordinator();
        assert!(!site.get_as(&coordinator, INVITATIONS).await.body.contains("asked of partners lately"));
        let link = invite(site, &world).await;
        let asked = async || site.get_as(&coordinator, "/maple/work/asks?as=csv").await.body;
        let file = asked().await;
        assert!(file.contains("Sign the declaration of intent,The clinic,Declaration,2026-12-22,Open"), "{file}");
        let page = site.get_as(&coordinator, INVITATIONS).await.body;
        assert!(page.contains("asked of partners lately") && page.contains("1 open, 1 in 90 days"), "{page}");
        let fields = [("number", "1"), ("name", "Nadia Haddad"), ("title", "Director"), ("agree", "yes"), ("listed", "yes")];
        assert_eq!(site.post_as(&Caller::Anonymous, &link, &fields).await.status, 303);
        let file = asked().await;
        assert!(file.contains(",Declaration,2026-12-22,Done"), "{file}");
    }

    async fn a_request_to_sign_has_an_end_which_the_day_tells(site) {
        let world = World::new(site).await;
        let coordinator = site.coordinator();
        let today = async || site.get_as(&coordinator, "/maple/work").await.body;
        let link = invite(site, &world).await;
        site.app.clock.advance(30 * 86_400 - 1);
        assert!(site.get(&link).await.status == 200 && !today().await.contains("Sign the declaration of intent"));
        site.app.clock.advance(86_400);
        let told = today().await;
        assert!(site.get(&link).await.status == 410 && told.contains("Sign the declaration of intent"), "{told}");
    }

    async fn who_asked_in_arabic_is_led_to_the_page_in_arabic(site) {
        let (world, coordinator) = (World::new(site).await, site.coordinator());
        let typed = [("organization", "Maple Choir"), ("name", "Ada One"), ("email", "ada@example.org"), ("agree", "yes")];
        let sent = site.post_as(&Caller::Anonymous, "/maple/ar/declaration/sign", &typed).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let list = site.get_as(&coordinator, REQUESTS).await.body;
        let (_, rest) = list.split_once(&format!("{REQUESTS}/")).unwrap();
        let one = format!("{REQUESTS}/{}", rest.split('"').next().unwrap());
        let (of, version) = (world.open.to_string(), version_of(&site.get_as(&coordinator, &one).await.body));
        let answer = [("decision", "invite"), ("organization", of.as_str()), ("version", version.as_str())];
        assert_eq!(site.post_as(&coordinator, &format!("{one}/answer"), &answer).await.status, 303);
        let link = links(site).await.pop().unwrap();
        assert!(link.starts_with("/maple/ar/declaration/signing/"), "{link}");
        let page = site.get(&link).await;
        assert!(page.status == 200 && page.body.contains("lang=\"ar\" dir=\"rtl\""), "{}", page.body);
        // The staff may choose it too; no language that the site does not have.
        for (lang, status) in [("ar", 303), ("es", 422)] {
            let fields = [("organization", of.as_str()), ("name", "N"), ("email", "n@example.org"), ("lang", lang)];
            assert_eq!(site.post_as(&coordinator, INVITATIONS, &fields).await.status, status, "{lang}");
        }
    }

    async fn a_link_ends_after_thirty_days_and_can_be_sent_again_or_taken_back(site) {
        let world = World::new(site).await;
        let first = invite(site, &world).await;
        site.app.clock.advance(30 * 86_400 - 1);
        assert_eq!(site.get(&first).await.status, 200);
        site.app.clock.advance(1);
        assert_eq!(site.get(&first).await.status, 410);
        let page = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        assert!(page.contains("Link has ended"), "{page}");
        let (_, rest) = page.split_once(&format!("action=\"{INVITATIONS}/")).unwrap();
        let id = rest.split('/').next().unwrap().to_owned();
        let version = version_of(rest);
        let again = site.post_as(&site.coordinator(), &format!("{INVITATIONS}/{id}/sending"), &[("version", &version)]).await;
        assert_eq!(again.status, 303, "{}", again.body);
        let old = site.post_as(&site.coordinator(), &format!("{INVITATIONS}/{id}/sending"), &[("version", &version)]).await;
        assert_eq!(old.status, 409, "on top of what was read");
        let second = links(site).await.pop().unwrap();
        assert_ne!(first, second);
        assert_eq!(site.get(&second).await.status, 200);
        let page = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        let (_, rest) = page.split_once(&format!("action=\"{INVITATIONS}/")).unwrap();
        let back = site.post_as(&site.coordinator(), &format!("{INVITATIONS}/{id}/cancelling"), &[("version", &version_of(rest))]).await;
        assert_eq!((back.status, site.get(&second).await.status), (303, 410));
        site.app.clock.advance(366 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        let page = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        assert!(!page.contains("nadia@example.org"), "a year later it is forgotten: {page}");
    }

    async fn who_is_not_public_stands_on_no_public_page(site) {
        let world = World::new(site).await;
        world.sign(site, world.open, Visibility::Public).await;
        world.sign(site, world.circle, Visibility::Public).await;
        world.sign(site, world.hidden, Visibility::Public).await;
        for path in [WALL, "/maple/fr/declaration", "/maple/api/v1/declaration"] {
            let told = site.get(path).await.body;
            assert!(told.contains("The clinic") && !told.contains("The circle") && !told.contains("The hidden"), "{path}: {told}");
        }
        let reader = site.holder(platform::authority::Office::Reader, None);
        for query in ["", "?as=csv", "?q=the"] {
            let told = site.get_as(&reader, &format!("/maple/work/declarations{query}")).await.body;
            assert!(told.contains("The circle") && !told.contains("The hidden") && !told.contains("Nadia"), "{query}: {told}");
        }
        // The control: an organization that becomes public is named.
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::KEEP_DECLARATION).await.unwrap();
        let id = world.circle;
        let before = partners::organization(&mut tx, partners::Reader::Staff, id).await.unwrap().unwrap();
        tx.done().await.unwrap();
        let mut fields = vec![("name_en", "The circle"), ("name_fr", "Le cercle"), ("slug", "circle"), ("visibility", "public")];
        let version = before.version.to_string();
        fields.push(("version", &version));
        let changed = site.post_as(&site.coordinator(), "/maple/work/partners/circle", &fields).await;
        assert_eq!(changed.status, 303, "{}", changed.body);
        assert!(site.get(WALL).await.body.contains("The circle"));
    }

    async fn a_partner_page_tells_what_the_wall_tells(site) {
        let world = World::new(site).await;
        let page = "/maple/en/partners/clinic";
        assert!(!site.get(page).await.body.contains("Declaration of intent"));
        let id = world.sign(site, world.open, Visibility::Public).await;
        assert!(site.get(page).await.body.contains("Signed version 1"));
        let work = site.get_as(&site.coordinator(), "/maple/work/partners/clinic").await.body;
        assert!(work.contains(&format!("/maple/work/declarations/signatories/{id}")), "{work}");
        let other = site.get_as(&site.coordinator(), "/maple/work/partners/circle").await.body;
        assert!(other.contains("has not signed") && other.contains(&format!("organization={}", world.circle)), "{other}");
    }

    async fn without_an_invitation_somebody_asks_and_the_staff_answers(site) {
        let (world, nobody) = (World::new(site).await, Caller::Anonymous);
        let path = "/maple/en/declaration/sign";
        let typed = [("organization", "Maple Choir"), ("name", "Ada One"), ("email", "ada@example.org"), ("_key", KEY)];
        let wrong = site.post_as(&nobody, path, &typed).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Maple Choir\""), "{}", wrong.body);
        let fields = [&typed[..], &[("agree", "yes")]].concat();
        for _ in 0..2 {
            let sent = site.post_as(&nobody, path, &fields).await;
            assert_eq!(sent.location(), "/maple/en/declaration/sign/received", "{}", sent.body);
        }
        assert!(!site.get(WALL).await.body.contains("Maple Choir"), "asking signs nothing");
        let coordinator = site.coordinator();
        let today = site.get_as(&coordinator, "/maple/work").await.body;
        assert!(today.contains("1 request to sign"), "{today}");
        let list = site.get_as(&coordinator, "/maple/work/declarations/requests").await.body;
        let (_, rest) = list.split_once("/maple/work/declarations/requests/").unwrap();
        let one = format!("/maple/work/declarations/requests/{}", rest.split('"').next().unwrap());
        let version = version_of(&site.get_as(&coordinator, &one).await.body);
        let none = site.post_as(&coordinator, &format!("{one}/answer"), &[("decision", "set-aside"), ("version", &version)]).await;
        assert!(none.status == 422 && none.body.contains("nobody is turned down"), "{}", none.body);
        let of = world.open.to_string();
        let answer = [("decision", "invite"), ("organization", of.as_str()), ("version", version.as_str())];
        assert_eq!(site.post_as(&coordinator, &format!("{one}/answer"), &answer).await.status, 303);
        assert_eq!(site.post_as(&coordinator, &format!("{one}/answer"), &answer).await.status, 409);
        let link = links(site).await.pop().unwrap();
        assert!(site.get(&link).await.body.contains("Ada One"));
        site.app.clock.advance(366 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(site.get_as(&coordinator, &one).await.status, 404, "a year later it is forgotten");
    }

    async fn older_versions_stay_readable_and_what_is_to_come_is_not_shown(site) {
        let world = World::new(site).await;
        world.sign(site, world.open, Visibility::Public).await;
        world.publish(site, "We welcome and act.", jiff::civil::date(2027, 1, 1)).await;
        assert!(!site.get(WALL).await.body.contains("We welcome and act."));
        assert_eq!(site.get(&format!("{WALL}/versions/2")).await.status, 404);
        site.app.clock.advance(60 * 86_400);
        let wall = site.get(WALL).await.body;
        assert!(wall.contains("We welcome and act.") && wall.contains("signed version 1"), "{wall}");
        let old = site.get(&format!("{WALL}/versions/1")).await.body;
        assert!(old.contains("We welcome everyone.") && old.contains("has been replaced"), "{old}");
        let due = site.get_as(&site.coordinator(), "/maple/work/declarations?state=due").await.body;
        assert!(due.contains("The clinic") && due.contains("new version"), "{due}");
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("1 signature to be asked for again"), "{today}");
    }
}
