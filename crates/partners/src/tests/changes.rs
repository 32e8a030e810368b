//! Adding, changing, joining, leaving, removing, restoring; two writers at once.

use super::*;
use crate::{PartnerRefusal, Standing, Visibility};
use platform::{errors::Error, langs::Lang, text::TextState};

const PARTNERS: &str = "/maple/work/partners";

fn id_in(location: &str) -> PersonId {
    let path = location.split('?').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().parse().unwrap()
}

/// Eight writers add the same slug at once; gives how each fared.
async fn race(site: &Site) -> Vec<String> {
    let mut tries = tokio::task::JoinSet::new();
    for n in 0..8 {
        let ctx = site.ctx(site.coordinator());
        tries.spawn(async move {
            let mut tx = ctx.write(ENTER).await.unwrap();
            let taken = crate::store::organizations::slug_taken(&mut tx, "same", None).await.unwrap();
            let added = if taken {
                Err(PartnerRefusal::SlugTaken { slug: "same".into() }.into())
            } else {
                crate::add_organization(&mut tx, &named("same", &format!("Writer {n}"))).await
            };
            match added {
                Ok(_) => tx.commit().await.map_or_else(|_| "lost".to_owned(), |()| "won".to_owned()),
                Err(Error::Refused(why)) => why.code().to_owned(),
                Err(other) => format!("{other:?}"),
            }
        });
    }
    tries.join_all().await
}

platform::on_both! { vec![crate::manifest()];
    async fn eight_writers_of_one_slug_leave_one(site) {
        let fared = race(site).await;
        assert_eq!(fared.iter().filter(|one| *one == "won").count(), 1, "{fared:?}");
        assert_eq!(fared.iter().filter(|one| *one == "partner-slug-taken").count(), 7, "{fared:?}");
    }

    async fn an_organization_is_added_by_its_form(site) {
        keep(site, &[]).await;
        let fields = [
            ("name_en", "Maple Homes"), ("name_fr", "Logis de l’Érable"), ("kind", "formal"), ("sector", "housing"),
            ("language", "fr"), ("language", "ksw"), ("about_en", "Homes.\r\n\r\nKeys."), ("joined_on", "2024-05-06"), ("note", "n"),
        ];
        let sent = site.post_as(&site.coordinator(), PARTNERS, &fields).await;
        assert_eq!((sent.status, sent.location()), (303, "/maple/work/partners/maple-homes?said=organization-added"), "{}", sent.body);
        let new = found(site, "maple-homes").await.unwrap();
        assert_eq!((new.standing(), new.visibility, new.langs.0.len()), (Standing::Partner, Visibility::Public, 2));
        assert_eq!(new.about.in_lang(Lang::En), "Homes.\n\nKeys.");
        let page = site.get_as(&site.coordinator(), sent.location()).await.body;
        assert!(page.contains("The organization was added.") && page.contains("S’gaw Karen") && page.contains("Housing"), "{page}");
        assert_eq!(platform::testing::pages::complaints_about(&page), Vec::<String>::new());
    }

    async fn a_form_that_is_refused_comes_back_whole_with_everything_that_is_wrong(site) {
        keep(site, &[named("maple", "Maple")]).await;
        let fields = [("name_en", "Typed name"), ("slug", "Not A Slug"), ("about_fr", "Mots tapés"), ("joined_on", "soon"), ("sector", "none"), ("note", "typed note")];
        let sent = site.post_as(&site.coordinator(), PARTNERS, &fields).await;
        assert_eq!(sent.status, 422);
        for part in ["Typed name", "Not A Slug", "Mots tapés", "soon", "typed note", "3 things need", "#f-slug", "#f-joined_on", "#f-sector"] {
            assert!(sent.body.contains(part), "{part} in {}", sent.body);
        }
        let taken = site.post_as(&site.coordinator(), PARTNERS, &[("name_en", "Maple")]).await;
        assert!(taken.status == 422 && taken.body.contains("has the address “maple”"), "{}", taken.body);
    }

    async fn two_people_who_change_the_same_see_both_texts(site) {
        let id = keep(site, &[named("maple", "Maple")]).await[0];
        let save = |name: &'static str, version: &'static str| [("name_en", name), ("name_fr", "Érable"), ("slug", "maple"), ("visibility", "public"), ("version", version)];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/maple", &save("First", "1")).await.status, 303);
        let second = site.post_as(&site.coordinator(), "/maple/work/partners/maple", &save("Second", "1")).await;
        assert_eq!(second.status, 409);
        assert!(second.body.contains("First") && second.body.contains("Second") && second.body.contains("Tess Test"), "{}", second.body);
        assert_eq!(kept(site, id).await.unwrap().name.in_lang(Lang::En), "First", "nothing was overwritten");
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/maple", &save("Second", "2")).await.status, 303);
        let after = kept(site, id).await.unwrap();
        assert_eq!((after.name.in_lang(Lang::En), after.version), ("Second", 3));
        assert_eq!(after.name.get(Lang::Fr).unwrap().state, TextState::Outdated);
    }

    async fn the_page_of_two_texts_says_names_where_the_form_sends_codes(site) {
        keep(site, &[named("maple", "Maple")]).await;
        let late = [("name_en", "Maple"), ("kind", "informal"), ("sector", "housing"), ("language", "fr"), ("language", "ksw"), ("visibility", "partners"), ("version", "0")];
        let page = site.post_as(&site.coordinator(), "/maple/work/partners/maple", &late).await;
        assert_eq!(page.status, 409);
        let table = page.body.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
        for (code, name) in [("informal", "nformal"), ("housing", "Housing"), ("ksw", "S’gaw Karen"), ("partners", "artner")] {
            assert!(!table.contains(&format!("<td>{code}</td>")) && table.contains(name), "{code}: {table}");
        }
    }

    async fn two_people_who_change_a_sector_see_both_texts(site) {
        keep(site, &[]).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(crate::can::EDIT_SECTORS).await.unwrap();
        let sector = crate::sectors(&mut tx).await.unwrap().remove(0);
        tx.done().await.unwrap();
        let path = format!("/maple/work/sectors/{}", sector.id);
        let save = |name: &'static str| [("name_en", name), ("name_fr", "Secteur"), ("place", "7"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &path, &save("First")).await.status, 303);
        let late = site.post_as(&site.coordinator(), &path, &save("Second")).await;
        assert_eq!((late.status, platform::testing::pages::complaints_about(&late.body)), (409, vec![]));
        assert!(late.body.contains("First") && late.body.contains("Second") && late.body.contains("name=\"version\" value=\"2\""), "{}", late.body);
    }

    async fn an_organization_joins_leaves_and_joins_again(site) {
        let id = keep(site, &[NewOrganization { joined_on: None, ..named("maple", "Maple") }]).await[0];
        let step = async |path: &str, on: &str| {
            let version = kept(site, id).await.unwrap().version.to_string();
            site.post_as(&site.coordinator(), &format!("{PARTNERS}/maple/{path}"), &[("on", on), ("version", &version)]).await.status
        };
        assert_eq!(step("departure", "2024-01-01").await, 422, "it is not a partner");
        assert_eq!(step("joining", "2030-01-01").await, 422, "still to come");
        assert_eq!(step("joining", "then").await, 422);
        assert_eq!(step("joining", "2024-02-03").await, 303);
        assert_eq!(step("joining", "2024-02-04").await, 422, "it is one already");
        assert_eq!(step("departure", "2024-01-01").await, 422, "before it joined");
        assert_eq!(step("departure", "2024-03-01").await, 303);
        assert_eq!(kept(site, id).await.unwrap().standing(), Standing::Left);
        assert_eq!(step("joining", "2025-01-01").await, 303);
        let after = kept(site, id).await.unwrap();
        assert_eq!((after.joined_on, after.left_on), (Some(date(2025, 1, 1)), None));
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/maple").await.body;
        assert!(page.contains("recorded that it left"), "its history stays");
        for (path, stored) in [("departure", ""), ("joining", "January 1, 2025")] {
            let late = site.post_as(&site.coordinator(), &format!("{PARTNERS}/maple/{path}"), &[("on", "2025-02-01"), ("version", "1")]).await;
            assert_eq!((late.status, platform::testing::pages::complaints_about(&late.body)), (409, vec![]));
            assert!(late.body.contains("February 1, 2025") && late.body.contains(stored) && late.body.contains("value=\"2025-02-01\""), "{}", late.body);
            assert!(late.body.contains("Both texts side by side") && late.body.contains("Tess Test"), "{}", late.body);
        }
    }

    async fn an_organization_in_the_bin_is_nowhere_until_it_is_restored(site) {
        let id = keep(site, &[named("maple", "Maple")]).await[0];
        let removed = site.post_as(&site.coordinator(), "/maple/work/partners/maple/removal", &[("version", "1")]).await;
        assert_eq!(removed.status, 303, "{}", removed.body);
        assert_eq!(site.get_as(&site.coordinator(), "/maple/work/partners/maple").await.status, 404);
        assert_eq!(site.get("/maple/en/partners/maple").await.status, 404);
        assert!(site.get_as(&site.coordinator(), "/maple/work/bin").await.body.contains("Maple"));
        let back = format!("/maple/work/bin/organization/{id}/restoration");
        keep(site, &[named("maple", "Another")]).await;
        assert_eq!(site.post_as(&site.coordinator(), &back, &[]).await.status, 422, "its place is taken");
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/maple/removal", &[("version", "1")]).await.status, 303);
        assert_eq!(site.post_as(&site.coordinator(), &back, &[]).await.status, 303);
        assert_eq!(found(site, "maple").await.unwrap().id, id);
        assert_eq!(site.post_as(&site.coordinator(), &back, &[]).await.status, 404, "it is not in the bin any more");
    }

    async fn a_person_is_added_reached_changed_removed_and_restored(site) {
        keep(site, &[named("maple", "Maple")]).await;
        let caller = site.coordinator();
        let wrong = site.post_as(&caller, "/maple/work/people", &[("name", ""), ("lang", "fr"), ("visibility", "staff"), ("organization", "maple"), ("from_on", "x")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("#f-name") && wrong.body.contains("#f-from_on"), "{}", wrong.body);
        let added = site.post_as(&caller, "/maple/work/people", &[("name", "Amélie Okafor"), ("lang", "fr"), ("visibility", "partners"), ("organization", "maple"), ("title_fr", "Directrice"), ("from_on", "2025-01-01")]).await;
        let id = id_in(added.location());
        let url = format!("/maple/work/people/{id}");
        assert!(site.get_as(&caller, "/maple/work/partners/maple").await.body.contains("Amélie Okafor"));
        let contact = |kind: &'static str, value: &'static str| [("kind", kind), ("value", value), ("visibility", "partners"), ("place", "maple")];
        assert_eq!(site.post_as(&caller, &format!("{url}/contacts"), &contact("mail", "not one")).await.status, 422);
        assert_eq!(site.post_as(&caller, &format!("{url}/contacts"), &contact("mail", "amelie@example.org")).await.status, 303);
        assert_eq!(site.post_as(&caller, &format!("{url}/contacts"), &contact("mail", "two@example.org")).await.status, 422, "one of a kind");
        let page = site.get_as(&caller, &url).await.body;
        assert!(page.contains("amelie@example.org") && page.contains("Directrice") && page.contains("Maple"), "{page}");
        assert_eq!(platform::testing::pages::complaints_about(&page), Vec::<String>::new());
        let change = |name: &'static str, version: &'static str| [("name", name), ("lang", "fr"), ("visibility", "partners"), ("version", version)];
        assert_eq!(site.post_as(&caller, &url, &change("Amélie O.", "1")).await.status, 303);
        assert_eq!(site.post_as(&caller, &url, &change("Other", "1")).await.status, 409);
        assert_eq!(site.post_as(&caller, &format!("{url}/removal"), &[("version", "2")]).await.status, 303);
        assert_eq!(known(site, id).await, None);
        assert!(!site.get_as(&caller, "/maple/work/partners/maple").await.body.contains("Amélie"));
        assert_eq!(site.post_as(&caller, &format!("/maple/work/bin/person/{id}/restoration"), &[]).await.status, 303);
        assert_eq!(known(site, id).await.unwrap().name, "Amélie O.");
    }

    async fn a_person_begins_and_ends_to_speak_for_organizations(site) {
        keep(site, &[named("maple", "Maple"), named("birch", "Birch")]).await;
        let caller = site.coordinator();
        let added = site.post_as(&caller, "/maple/work/people", &[("name", "Ana"), ("lang", "en"), ("visibility", "staff")]).await;
        let url = format!("/maple/work/people/{}", id_in(added.location()));
        let begin = [("organization", "birch"), ("from_on", "2025-01-01")];
        assert_eq!(site.post_as(&caller, &format!("{url}/speaking"), &[("organization", "none"), ("from_on", "2025-01-01")]).await.status, 422);
        assert_eq!(site.post_as(&caller, &format!("{url}/speaking"), &begin).await.status, 303);
        assert_eq!(site.post_as(&caller, &format!("{url}/speaking"), &begin).await.status, 422, "once from a day");
        let page = site.get_as(&caller, &url).await.body;
        let edit = page.split('"').find(|part| part.contains("/speaking/") && part.ends_with("/edit")).unwrap().to_owned();
        let form = site.get_as(&caller, &edit).await.body;
        let version = form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let save = edit.trim_end_matches("/edit").to_owned();
        let title = [("title_en", "Head of the desk"), ("title_fr", "Cheffe du comptoir"), ("version", version.as_str())];
        assert_eq!(site.post_as(&caller, &save, &title).await.status, 303);
        let changed = site.get_as(&caller, &url).await.body;
        assert!(changed.contains("Head of the desk"), "{changed}");
        let late = site.post_as(&caller, &save, &[("title_en", "Typed late"), ("version", version.as_str())]).await;
        assert!(late.status == 409 && late.body.contains("Typed late") && late.body.contains("Head of the desk"), "{}", late.body);
        let told = site.get_as(&caller, &format!("/maple/work/history/person/{}", id_in(&url))).await.body;
        assert!(told.contains("changed what the person does"), "{told}");
        let end = page.split('"').find(|part| part.ends_with("/end")).unwrap().to_owned();
        assert_eq!(site.get_as(&caller, &end).await.status, 200);
        assert_eq!(site.post_as(&caller, &end, &[("on", "2024-12-31")]).await.status, 422);
        assert_eq!(site.post_as(&caller, &end, &[("on", "2025-12-31")]).await.status, 303);
        assert!(site.get_as(&caller, &url).await.body.contains("to Dec 31, 2025"));
    }

    async fn contact_points_of_an_organization_come_and_go(site) {
        let id = keep(site, &[named("maple", "Maple")]).await[0];
        let caller = site.holder(platform::authority::Office::PartnerEditor, Some(id.into()));
        let add = [("kind", "web"), ("value", "https://maple.example"), ("visibility", "public")];
        assert_eq!(site.get_as(&caller, "/maple/work/partners/maple/contacts/new").await.status, 200);
        assert_eq!(site.post_as(&caller, "/maple/work/partners/maple/contacts", &add).await.status, 303);
        assert!(site.get("/maple/en/partners/maple").await.body.contains("https://maple.example"));
        let page = site.get_as(&caller, "/maple/work/partners/maple").await.body;
        let removal = page.split('"').find(|part| part.ends_with("/removal") && part.contains("contacts")).unwrap().to_owned();
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert_eq!(site.post_as(&reader, &removal, &[("version", "1")]).await.status, 403);
        assert_eq!(site.get_as(&caller, &removal).await.status, 200);
        assert!(site.get("/maple/en/partners/maple").await.body.contains("https://maple.example"), "asking changes nothing");
        assert_eq!(site.post_as(&caller, &removal, &[("version", "1")]).await.status, 303);
        assert!(!site.get("/maple/en/partners/maple").await.body.contains("https://maple.example"));
    }

    async fn a_contact_point_is_changed_where_it_stands(site) {
        keep(site, &[]).await;
        let caller = site.coordinator();
        let added = site.post_as(&caller, "/maple/work/people", &[("name", "Ana"), ("lang", "en"), ("visibility", "partners")]).await;
        let id = id_in(added.location());
        let url = format!("/maple/work/people/{id}");
        let fields = |kind: &'static str, value: &'static str, version: &'static str| [("kind", kind), ("value", value), ("visibility", "partners"), ("version", version)];
        for (kind, value) in [("mail", "anna@example.org"), ("phone", "905 555-0134")] {
            assert_eq!(site.post_as(&caller, &format!("{url}/contacts"), &fields(kind, value, "")).await.status, 303);
        }
        let page = site.get_as(&caller, &url).await.body;
        let edit = page.split('"').find(|part| part.contains("/contacts/") && part.ends_with("/edit")).unwrap().to_owned();
        let one = edit.trim_end_matches("/edit");
        let form = site.get_as(&caller, &edit).await;
        assert!(form.status == 200 && form.body.contains("anna@example.org") && form.body.contains("name=\"version\" value=\"1\""), "{}", form.body);
        let wrong = site.post_as(&caller, one, &fields("mail", "ana at example", "1")).await;
        assert!(wrong.status == 422 && wrong.body.contains("ana at example") && wrong.body.contains("#f-value"), "{}", wrong.body);
        assert!(wrong.body.contains(&format!("name=\"to\" value=\"{url}\"")), "another language leads to a page: {}", wrong.body);
        assert_eq!(site.post_as(&caller, one, &fields("phone", "905 555-0199", "1")).await.status, 422, "one of a kind");
        let saved = site.post_as(&caller, one, &fields("mail", "ana@example.org", "1")).await;
        assert_eq!((saved.status, saved.location()), (303, format!("{url}?said=contact-saved").as_str()));
        let late = site.post_as(&caller, one, &fields("mail", "a@example.org", "1")).await;
        assert_eq!((late.status, platform::testing::pages::complaints_about(&late.body)), (409, vec![]));
        for part in ["ana@example.org", "a@example.org", "Both texts side by side", "name=\"version\" value=\"2\""] {
            assert!(late.body.contains(part), "{part}: {}", late.body);
        }
        let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
        assert_eq!(crate::mail_of(&mut tx, id).await.unwrap().as_deref(), Some("ana@example.org"));
        let entry = tx.history(&id.into(), 9).await.unwrap().into_iter().find(|one| one.verb == "contact.changed").unwrap();
        tx.done().await.unwrap();
        let said = |value: Option<platform::db::Json<serde_json::Value>>| value.unwrap().0.to_string();
        assert_eq!(said(entry.before), r#"{"value":"anna@example.org"}"#);
        assert_eq!(said(entry.after), r#"{"value":"ana@example.org"}"#);
        let editor = site.holder(platform::authority::Office::PartnerEditor, None);
        assert_eq!(site.post_as(&editor, one, &fields("mail", "x@example.org", "2")).await.status, 403, "people are the coordinator's");
    }

    async fn the_list_of_sectors_is_the_partnerships_own(site) {
        let caller = site.coordinator();
        assert_eq!(site.post_as(&caller, "/maple/work/sectors/default", &[]).await.status, 303);
        assert_eq!(site.post_as(&caller, "/maple/work/sectors", &[("name_en", "Sport clubs"), ("name_fr", "Clubs sportifs")]).await.status, 303);
        let twice = site.post_as(&caller, "/maple/work/sectors", &[("name_en", "Sport clubs")]).await;
        assert_eq!(twice.status, 422);
        let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
        let last = crate::sectors(&mut tx).await.unwrap().pop().unwrap();
        tx.done().await.unwrap();
        assert_eq!(last.code, "sport-clubs");
        let url = format!("/maple/work/sectors/{}", last.id);
        assert_eq!(site.get_as(&caller, &url).await.status, 200);
        assert_eq!(site.post_as(&caller, &url, &[("name_en", "Clubs"), ("place", "x"), ("version", "1")]).await.status, 422);
        assert_eq!(site.post_as(&caller, &url, &[("name_en", "Clubs"), ("place", "1"), ("version", "1")]).await.status, 303);
        assert_eq!(site.post_as(&caller, &format!("{url}/removal"), &[("version", "2")]).await.status, 303);
        assert!(!site.get_as(&caller, "/maple/work/sectors").await.body.contains("Clubs"));
    }
}
