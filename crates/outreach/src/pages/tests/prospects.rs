//! Stories of prospects: written down, moved on, joined; and the curve of those who joined.

use super::rooms;
use jiff::civil::{Date, date};
use partners::{NewOrganization, NewPerson, Reader};
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    personal::{self, Subject, Why},
    testing::Site,
    text::Text,
};

const LIST: &str = "/maple/work/outreach/prospects";

async fn add(site: &Site, fields: &[(&str, &str)]) -> String {
    let mut sent = vec![("kind", "group"), ("name", "Elm Street Mosque")];
    sent.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    sent.extend(fields);
    let got = site.post_as(&site.coordinator(), LIST, &sent).await;
    assert_eq!(got.status, 303, "{}", got.body);
    got.location().split('?').next().unwrap().to_owned()
}

async fn partner(site: &Site, slug: &str, (joined, left): (Date, Option<Date>)) {
    let mut tx = site.ctx(site.coordinator()).write(partners::can::DECIDE_PARTNERS).await.unwrap();
    let name = Text::both(slug, slug, date(2026, 1, 1));
    let new = NewOrganization { joined_on: Some(joined), left_on: left, ..NewOrganization::new(slug, name) };
    partners::add_organization(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
}

platform::on_both! { rooms();
    async fn an_idea_is_contacted_then_joins_and_its_way_stays(site) {
        let (coordinator, path) = (site.coordinator(), add(site, &[("next_step", "Call the imam"), ("next_on", "2026-11-20"), ("language", "so")]).await);
        let today = site.get_as(&coordinator, "/maple/work").await.body;
        assert!(today.contains("Call the imam: Elm Street Mosque"), "{today}");
        let moved = [("stage", "contacted"), ("from_on", "2026-11-21"), ("note", "Called; glad to hear."), ("version", "1")];
        let got = site.post_as(&coordinator, &format!("{path}/stages"), &moved).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let late = site.post_as(&coordinator, &format!("{path}/stages"), &moved).await;
        assert!(late.status == 409 && late.body.contains("Called; glad to hear."), "{}", late.body);
        let by_the_way = [("stage", "joined"), ("from_on", "2026-11-21"), ("version", "2")];
        let refused = site.post_as(&coordinator, &format!("{path}/stages"), &by_the_way).await;
        assert!(refused.status == 422 && refused.body.contains("a step of its own"), "{}", refused.body);
        let no = [("stage", "declined"), ("from_on", "2026-11-23"), ("version", "2")];
        let refused = site.post_as(&coordinator, &format!("{path}/stages"), &no).await;
        assert!(refused.status == 422 && refused.body.contains("Choose today or a day before it"), "{}", refused.body);
        let joins = [("name_en", "Elm Street Mosque"), ("kind", "informal"), ("visibility", "partners"), ("joined_on", "2026-11-22"), ("person", "nobody"), ("version", "2")];
        let got = site.post_as(&coordinator, &format!("{path}/partner"), &joins).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let page = site.get_as(&coordinator, &path).await.body;
        for said in ["Joined", "Called; glad to hear.", "Idea", "/maple/work/partners/elm-street-mosque"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!site.get_as(&coordinator, "/maple/work").await.body.contains("Call the imam"), "nothing is due any more");
        let partner = site.get_as(&coordinator, "/maple/work/partners/elm-street-mosque").await.body;
        assert!(partner.contains("Prospect: Elm Street Mosque"), "{partner}");
        let again = site.post_as(&coordinator, &format!("{path}/partner"), &[("version", "3"), ("joined_on", "2026-11-22")]).await;
        assert!(again.status == 422 && again.body.contains("kept with the partners"), "{}", again.body);
    }

    async fn the_list_is_narrowed_and_is_a_file(site) {
        add(site, &[("language", "so")]).await;
        add(site, &[("name", "Chess club"), ("language", "uk")]).await;
        let coordinator = site.coordinator();
        let somali = site.get_as(&coordinator, &format!("{LIST}?language=so&as=csv")).await.body;
        assert!(somali.contains("Elm Street Mosque") && !somali.contains("Chess club"), "{somali}");
        let words = site.get_as(&coordinator, &format!("{LIST}?q=chess")).await.body;
        assert!(words.contains("Chess club") && !words.contains("Elm Street Mosque"), "{words}");
        let none = site.get_as(&coordinator, &format!("{LIST}?stage=declined&as=csv")).await.body;
        assert!(!none.contains("Chess club"), "{none}");
    }

    async fn two_who_change_it_at_once_see_both(site) {
        let (coordinator, path) = (site.coordinator(), add(site, &[]).await);
        let early = [("kind", "group"), ("name", "Elm Mosque"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &path, &early).await.status, 303);
        let late = site.post_as(&coordinator, &path, &[("kind", "group"), ("name", "Ulmenstrasse"), ("version", "1")]).await;
        assert!(late.status == 409 && late.body.contains("Ulmenstrasse") && late.body.contains("Elm Mosque"), "{}", late.body);
        assert_eq!(platform::testing::pages::complaints_about(&late.body), Vec::<String>::new());
        let wrong = site.post_as(&coordinator, &path, &[("kind", "group"), ("name", ""), ("why", "They reach many."), ("version", "2")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("They reach many."), "{}", wrong.body);
    }

    async fn a_chair_sees_and_does_not_write_and_nobody_else_sees(site) {
        let path = add(site, &[]).await;
        let chair = site.holder(Office::Chair, Some(platform::ids::Ref::new("council", uuid::Uuid::from_u128(2))));
        assert_eq!(site.get_as(&chair, &path).await.status, 200);
        assert_eq!(site.post_as(&chair, &path, &[("name", "X"), ("version", "1")]).await.status, 403);
        let reader = site.holder(Office::Reader, None);
        for page in [LIST, path.as_str(), "/maple/work/outreach/growth", "/maple/work/outreach"] {
            assert_eq!(site.get_as(&reader, page).await.status, 403, "{page}");
            assert_eq!(site.post_as(&Caller::Anonymous, page, &[]).await.status / 100, if page.contains("growth") || page.ends_with("outreach") { 4 } else { 3 }, "{page}");
        }
    }

    async fn a_prospect_comes_back_from_the_bin(site) {
        let (coordinator, path) = (site.coordinator(), add(site, &[]).await);
        assert_eq!(site.get_as(&coordinator, &format!("{path}/bin")).await.status, 200);
        assert_eq!(site.post_as(&coordinator, &format!("{path}/bin"), &[("version", "9")]).await.status, 409);
        assert_eq!(site.post_as(&coordinator, &format!("{path}/bin"), &[("version", "1")]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 404);
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(site.post_as(&coordinator, &format!("/maple/work/bin/prospect/{id}/restoration"), &[]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 200);
    }

    async fn an_erased_person_is_left_out(site) {
        let mut tx = site.ctx(site.coordinator()).write(partners::can::EDIT_PEOPLE).await.unwrap();
        let amina = partners::add_person(&mut tx, &NewPerson::new("Amina Quill", Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let id = amina.to_string();
        let path = add(site, &[("knows_person", id.as_str()), ("steward", id.as_str()), ("why", "Amina Quill knows the imam.")]).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let subject = Subject { names: vec!["Amina Quill".into()], ..Subject::of(amina.0) };
        assert!(personal::held(&ctx, &mut tx, &subject).await.unwrap().iter().any(|(key, held)| *key == "held-outreach" && !held.is_empty()));
        personal::erase(&ctx, &mut tx, &subject, Why::Asked).await.unwrap();
        assert!(partners::person(&mut tx, Reader::Staff, amina).await.unwrap().is_none());
        tx.commit().await.unwrap();
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains("knows the imam") && !page.contains("Amina"), "{page}");
    }

    async fn the_curve_counts_who_joined_and_who_left(site) {
        for (slug, joined, left) in [("a", date(2024, 3, 1), None), ("b", date(2024, 4, 1), Some(date(2025, 2, 1))), ("c", date(2026, 6, 1), None)] {
            partner(site, slug, (joined, left)).await;
        }
        let coordinator = site.coordinator();
        let file = site.get_as(&coordinator, "/maple/work/outreach/growth?as=csv").await.body;
        let lines: Vec<&str> = file.lines().skip(1).map(|line| line.trim_end()).collect();
        assert_eq!(lines, ["2024,2,0,2", "2025,0,1,1", "2026,1,0,2"]);
        let page = site.get_as(&coordinator, "/maple/work/outreach/growth?by=month").await.body;
        assert!(page.contains("<svg class=\"curve\"") && page.contains("2024-03"), "{page}");
        let partners = site.get_as(&coordinator, "/maple/work/partners").await.body;
        assert!(partners.contains("<svg class=\"curve small\"") && partners.contains("href=\"/maple/work/outreach/growth\""), "{partners}");
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert!(!site.get_as(&reader, "/maple/work/partners").await.body.contains("<svg class=\"curve"));
    }
}
