//! The room as people use it, on both databases.

use crate::can;
use jiff::civil::date;
use partners::{NewOrganization, OrganizationId, Visibility};
use platform::{authority::Office, testing::Site, text::Text};

mod door;
mod facts;
mod finding;
mod first;

const LIST: &str = "/maple/work/directory";
const HELP: &str = "/maple/en/help";

pub(crate) fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![
        areas::manifest(),
        partners::manifest(),
        councils::manifest(),
        outreach::manifest(),
        crate::manifest(),
    ]
}

/// What a form's page says of the version that was read.
fn version_of(body: &str) -> String {
    let (_, rest) = body.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

pub(crate) async fn organization(site: &Site, slug: &str, visibility: Visibility) -> OrganizationId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let name = Text::both(&format!("The {slug}"), &format!("Le {slug}"), date(2026, 11, 22));
    let new =
        NewOrganization { visibility, joined_on: Some(date(2025, 1, 1)), ..NewOrganization::new(slug, name) };
    let id = partners::add_organization(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The form of a service, with these fields put in or changed.
async fn post(site: &Site, to: &str, of: OrganizationId, other: &[(&str, &str)]) -> platform::testing::Got {
    let of = of.to_string();
    let usual = [
        ("organization", of.as_str()),
        ("name_en", "English class"),
        ("name_fr", "Cours d’anglais"),
        ("status", "active"),
        ("visibility", "public"),
        ("need", "language-class"),
        ("openness", "everyone"),
        ("cost", "free"),
        ("interpretation", "unknown"),
        ("papers", "none"),
        // Tests add many of one name: they mean another one.
        ("another", "yes"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
    let fields: Vec<(&str, &str)> = kept.chain(other.iter().copied()).collect();
    site.post_as(&site.coordinator(), to, &fields).await
}

pub(crate) async fn add(site: &Site, of: OrganizationId, other: &[(&str, &str)]) -> String {
    let got = post(site, LIST, of, other).await;
    assert_eq!(got.status, 303, "{}", got.body);
    got.location().split('?').next().unwrap().to_owned()
}

/// As [`add`]; gives which it became.
pub(crate) async fn add_service_by_form(
    site: &Site,
    of: OrganizationId,
    other: &[(&str, &str)],
) -> crate::ServiceId {
    add(site, of, other).await.rsplit('/').next().unwrap().parse().unwrap()
}

fn plain(body: &str) -> String {
    body.replace(['\u{2068}', '\u{2069}'], "")
}

platform::on_both! { rooms();
    async fn a_service_is_added_found_in_any_language_and_told_in_facts(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("hours_mo", "9-12, 1-5 pm"), ("hours_tu", "9h30 à 17h"), ("language", "ar"), ("phones", "(905) 555 0100, Arabic"), ("feature", "child-care")]).await;
        let body = plain(&site.get_as(&site.coordinator(), &page).await.body);
        assert!(body.contains("09:30–17:00") && body.contains("13:00–17:00") && body.contains("905-555-0100"), "{body}");
        let id = page.rsplit('/').next().unwrap();
        for (lang, typed) in [("en", "english%20lessons"), ("fr", "cours%20d%27anglais"), ("ar", "%D8%AF%D8%B1%D9%88%D8%B3%20%D8%A5%D9%86%D8%AC%D9%84%D9%8A%D8%B2%D9%8A"), ("en", "xyzzy")] {
            let body = site.get(&format!("/maple/{lang}/help?q={typed}")).await.body;
            assert_eq!(body.contains(&format!("data-service=\"{id}\"")), typed != "xyzzy", "{lang} {typed}: {body}");
        }
        let need = site.get(&format!("{HELP}?need=language&spoken=ar&cost=free&with=child-care")).await.body;
        assert!(need.contains(id), "{need}");
        assert!(!site.get(&format!("{HELP}?need=language&spoken=uk")).await.body.contains(&format!("data-service=\"{id}\"")));
        let public = site.get(&format!("{HELP}/{id}")).await;
        assert!(public.status == 200 && public.body.contains("Open to everyone") && public.body.contains("application/ld+json"), "{}", public.body);
        let partner = site.get("/maple/en/partners/centre").await.body;
        assert!(partner.contains(&format!("/help/{id}")), "{partner}");
    }

    async fn bad_input_is_told_field_by_field_and_nothing_is_lost(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let wrong: [(&str, &str); 9] = [
            ("hours_mo", "17-9"), ("hours_tu", "soon"), ("phones", "call me"), ("need", "nonsense"), ("age_from", "60"), ("age_to", "18"),
            ("openness", "only"), ("papers", "listed"), ("about_en", "kept words"),
        ];
        let got = post(site, LIST, of, &wrong).await;
        assert_eq!(got.status, 422);
        let body = plain(&got.body);
        for told in ["before it opens at 17:00", "“soon” cannot be read as hours", "“call me” cannot be read", "Tick at least one need", "below the youngest", "Tick for whom it is", "Write which papers"] {
            assert!(body.contains(told), "{told}: {body}");
        }
        assert!(body.contains("kept words") && body.contains("value=\"soon\""));
        let repeated = [("language", "ar"), ("language", "uk"), ("class", "student"), ("feature", "child-care"), ("hours_mo", "1-5"), ("web", "javascript:alert(1)")];
        let got = post(site, LIST, of, &repeated).await;
        assert_eq!(got.status, 422);
        for (value, told) in [("ar", true), ("uk", true), ("student", true), ("child-care", true), ("vi", false)] {
            let ticked = got.body.split("<input type=\"checkbox\"").any(|one| one.contains(&format!("value=\"{value}\" checked")));
            assert_eq!(ticked, told, "{value}: {}", got.body);
        }
        assert!(plain(&got.body).contains("mean the afternoon") && got.body.contains("javascript:alert(1)"), "{}", got.body);
        let nobody = post(site, LIST, of, &[("organization", "")]).await;
        assert!(nobody.status == 422 && nobody.body.contains("href=\"#f-organization\""), "{}", nobody.body);
        let none = site.get_as(&site.coordinator(), LIST).await.body;
        assert!(none.contains("No service is written down"), "{none}");
    }

    async fn what_is_covered_and_how_fresh_it_is_stands_on_one_page_and_in_a_file(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[("language", "ar"), ("language", "fr")]).await;
        add(site, of, &[("need", "conversation-circle"), ("language", "ar"), ("status", "defunct")]).await;
        let page = format!("{LIST}/coverage");
        let file = site.get_as(&site.coordinator(), &format!("{page}?as=csv")).await.body;
        let row = |name: &str| file.lines().find(|row| row.starts_with(name)).map(str::to_owned).unwrap_or_default();
        assert!(row("Arabic,").ends_with(",1,0,0,1") && row("French,Language").ends_with(",1,0,0,1"), "what is over is not offered: {file}");
        assert_eq!(file.lines().filter(|row| row.contains("Group of needs")).count(), 12, "groups without any are told: {file}");
        assert!(row("Practise speaking").ends_with(",0,0,0,0"), "and needs: {file}");
        assert!(row("Tigrinya,Language").ends_with(",0,0,0,0") && row("Open after 18:00").ends_with(",0,0,0,0"), "and languages, and ways in: {file}");
        let body = site.get_as(&site.coordinator(), &page).await.body;
        assert!(body.contains("Call first") && body.contains("Suggestions waiting"), "{body}");
        let reader = site.get_as(&site.holder(Office::Reader, None), &format!("{page}?by=language")).await.body;
        assert!(reader.contains("Arabic") && !reader.contains("Suggestions waiting") && !reader.contains("Group of needs</td>"), "{reader}");
    }

    async fn verified_is_not_edited(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[]).await;
        let id = page.rsplit('/').next().unwrap().to_owned();
        let caller = site.coordinator();
        let shown = |body: String| body.contains("Call first");
        assert!(shown(site.get(&format!("{HELP}/{id}")).await.body), "nobody has looked");
        let version = version_of(&site.get_as(&caller, &page).await.body);
        let future = site.post_as(&caller, &format!("{page}/checks"), &[("found", "unchanged"), ("way", "phone"), ("checked_on", "2027-01-01"), ("version", &version)]).await;
        assert_eq!(future.status, 422);
        let unreachable = site.post_as(&caller, &format!("{page}/checks"), &[("found", "unreachable"), ("way", "phone"), ("checked_on", "2026-11-22"), ("version", &version)]).await;
        assert_eq!(unreachable.status, 303, "{}", unreachable.body);
        assert!(shown(site.get(&format!("{HELP}/{id}")).await.body), "nobody answered");
        let looked = site.post_as(&caller, &format!("{page}/checks"), &[("found", "unchanged"), ("way", "phone"), ("checked_on", "2026-11-22"), ("version", &version)]).await;
        assert_eq!(looked.status, 303, "{}", looked.body);
        assert!(site.get(&format!("{HELP}/{id}")).await.body.contains("Verified"));
        let fresh = site.get_as(&caller, &format!("{LIST}?fresh=verified")).await.body;
        assert!(fresh.contains(&id), "{fresh}");
        // A year and a half later it is grey, whatever was written meanwhile, and it is never hidden.
        site.app.clock.advance(18 * 31 * 86_400);
        let version = version_of(&site.get_as(&caller, &format!("{page}/edit")).await.body);
        let edited = post(site, &page, of, &[("version", &version), ("about_en", "All levels")]).await;
        assert_eq!(edited.status, 303, "{}", edited.body);
        let old = site.get(&format!("{HELP}/{id}")).await.body;
        assert!(shown(old.clone()) && old.contains("All levels"), "{old}");
        let due = site.get_as(&caller, &format!("{LIST}?fresh=call-first")).await.body;
        assert!(due.contains(&id), "{due}");
        let today = site.get_as(&caller, "/maple/work").await.body;
        assert!(today.contains("service is due to be verified"), "{today}");
    }

    async fn what_is_not_public_is_on_no_public_page(site) {
        let open = organization(site, "centre", Visibility::Public).await;
        let hidden = organization(site, "hidden", Visibility::Staff).await;
        let partners_only = add(site, open, &[("visibility", "partners"), ("name_en", "Quiet circle")]).await;
        let of_hidden = add(site, hidden, &[("name_en", "Hidden class")]).await;
        add(site, open, &[("name_en", "Open class")]).await;
        let found = site.get(&format!("{HELP}?need=language")).await.body;
        assert!(found.contains("Open class") && !found.contains("Quiet circle") && !found.contains("Hidden class"), "{found}");
        for page in [&partners_only, &of_hidden] {
            let id = page.rsplit('/').next().unwrap();
            assert_eq!(site.get(&format!("{HELP}/{id}")).await.status, 404);
        }
        let reader = site.holder(Office::Reader, None);
        let list = site.get_as(&reader, LIST).await.body;
        assert!(list.contains("Quiet circle") && !list.contains("Hidden class"), "{list}");
        assert_eq!(site.get_as(&reader, &of_hidden).await.status, 404);
        assert_eq!(site.post_as(&reader, LIST, &[]).await.status, 403);
    }

    async fn the_address_of_a_shelter_is_told_to_nobody(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let caller = site.coordinator();
        let fields = [
            ("name_en", "Harbour House"), ("name_fr", "Maison du Havre"), ("kind", "physical"), ("street", "77 Secret Street"), ("city", "Maple"),
            ("province", "ON"), ("postal_code", "l8r2l3"), ("north", "43.2557"), ("east", "-79.8711"), ("confidential", "yes"),
        ];
        let got = site.post_as(&caller, "/maple/work/directory/locations", &fields).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let place = got.location().split('?').next().unwrap().to_owned();
        let id = place.rsplit('/').next().unwrap().to_owned();
        let service = add(site, of, &[("need", "shelter"), ("location", &id)]).await;
        let service = service.rsplit('/').next().unwrap().to_owned();
        let told = |body: &str| body.contains("77 Secret") || body.contains("L8R 2L3") || body.contains("43.25");
        assert!(told(&site.get_as(&caller, &place).await.body), "who keeps it reads it");
        let reader = site.holder(Office::Reader, None);
        let public = site.get(&format!("{HELP}/{service}")).await.body;
        assert!(public.contains("The address is not public") && public.contains("Maple"), "{public}");
        let export = "/maple/work/directory/locations?as=csv";
        for (body, names_it) in [
            (public, false),
            (site.get(&format!("{HELP}?need=shelter")).await.body, false),
            (site.get_as(&reader, &place).await.body, true),
            (site.get_as(&reader, &format!("/maple/work/directory/services/{service}")).await.body, true),
            (site.get_as(&reader, export).await.body, true),
            (site.get_as(&caller, export).await.body, true),
            (site.get_as(&reader, "/maple/work/search?q=harbour").await.body, true),
        ] {
            assert!(!told(&body), "{body}");
            assert_eq!(body.contains("Harbour House"), names_it, "the page is the one that is meant: {body}");
        }
        // Somebody who opened the form before it was confidential does not make it public again unseen.
        let version = version_of(&site.get_as(&caller, &format!("{place}/edit")).await.body);
        let again: Vec<(&str, &str)> = fields.iter().copied().filter(|(name, _)| *name != "confidential").chain([("version", "0")]).collect();
        let stale = site.post_as(&caller, &place, &again).await;
        assert!(stale.status == 409 && plain(&stale.body).contains("The address is told to nobody"), "{version}: {}", stale.body);
    }

    async fn a_place_that_comes_back_from_the_bin_is_where_it_was(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let caller = site.coordinator();
        let fields = [("name_en", "Maple House"), ("name_fr", "Maison"), ("kind", "physical"), ("street", "1 Maple Street")];
        let got = site.post_as(&caller, "/maple/work/directory/locations", &fields).await;
        let place = got.location().split('?').next().unwrap().to_owned();
        let id = place.rsplit('/').next().unwrap().to_owned();
        let page = add(site, of, &[("location", &id)]).await;
        let version = version_of(&site.get_as(&caller, &format!("{place}/bin")).await.body);
        assert_eq!(site.post_as(&caller, &format!("{place}/bin"), &[("version", &version)]).await.status, 303);
        assert!(!site.get_as(&caller, &page).await.body.contains("1 Maple Street"));
        let version = version_of(&site.get_as(&caller, &format!("{page}/edit")).await.body);
        assert_eq!(post(site, &page, of, &[("version", &version), ("about_en", "Changed meanwhile")]).await.status, 303);
        assert_eq!(site.post_as(&caller, &format!("/maple/work/bin/location/{id}/restoration"), &[]).await.status, 303);
        let body = site.get_as(&caller, &page).await.body;
        assert!(body.contains("1 Maple Street") && body.contains("Changed meanwhile"), "{body}");
    }

    async fn a_translator_writes_each_text_where_it_belongs(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("apply_en", "Walk in"), ("cost_note_en", "Books are lent")]).await;
        let id = page.rsplit('/').next().unwrap().to_owned();
        let ctx = site.ctx(site.coordinator());
        let one = &crate::translating::TRANSLATABLES[0];
        for wording in one.wordings {
            let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
            let with = (one.list)(&ctx, &mut tx).await.unwrap().into_iter().find(|with| with.id.to_string() == id).unwrap();
            let text = with.texts.iter().find(|(name, _)| *name == wording.name).unwrap().1.clone();
            let text = text.with(platform::langs::Lang::Fr, &format!("Traduit {}", wording.name), date(2026, 11, 22));
            let saved = platform::translate::Translated { id: with.id, version: with.version, wording: wording.name, text };
            (one.save)(&mut tx, &saved).await.unwrap();
            tx.commit().await.unwrap();
        }
        let body = site.get(&format!("/maple/fr/help/{id}")).await.body;
        for shown in ["name", "about", "alert", "apply", "openness_note", "cost_note", "hours_note", "intake"] {
            assert!(body.contains(&format!("Traduit {shown}")), "{shown}: {body}");
        }
        assert!(site.get(&format!("{HELP}/{id}")).await.body.contains("Walk in"), "the other language stays");
    }

    async fn words_of_danger_lead_out_quickly_even_where_nothing_is_found(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[]).await;
        for (asked, leaves) in [("my%20husband%20beats%20me", true), ("doctor", false)] {
            let body = site.get(&format!("{HELP}?q={asked}")).await.body;
            assert_eq!(body.contains("Leave quickly"), leaves, "{asked}: {body}");
        }
    }

    async fn what_is_closed_for_a_while_is_not_open_now(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let always = ["hours_mo", "hours_tu", "hours_we", "hours_th", "hours_fr", "hours_sa", "hours_su"].map(|day| (day, "0:00-23:59"));
        let open = add(site, of, &always).await;
        let closed = add(site, of, &[&always[..], &[("status", "temporarily-closed"), ("name_en", "Closed class")]].concat()).await;
        let body = site.get(&format!("{HELP}?need=language&open=now")).await.body;
        let shows = |page: &str| body.contains(&format!("data-service=\"{}\"", page.rsplit('/').next().unwrap()));
        assert!(shows(&open) && !shows(&closed), "{body}");
        let one = site.get(&format!("{HELP}/{}", closed.rsplit('/').next().unwrap())).await.body;
        assert!(one.contains("Closed for a while") && !one.contains("Open now"), "{one}");
    }

    async fn north_and_east_in_each_others_place_are_seen(site) {
        let fields = [("name_en", "House"), ("name_fr", "Maison"), ("kind", "physical"), ("north", "-79.8711"), ("east", "43.2557")];
        let got = site.post_as(&site.coordinator(), "/maple/work/directory/locations", &fields).await;
        assert!(got.status == 422 && got.body.contains("stand in each other"), "{}", got.body);
        let east = [&fields[..3], &[("north", "43.2557"), ("east", "79.8711")]].concat();
        let got = site.post_as(&site.coordinator(), "/maple/work/directory/locations", &east).await;
        assert!(got.status == 422 && got.body.contains("no minus sign"), "{}", got.body);
    }

    async fn two_people_who_change_a_service_see_each_other(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[]).await;
        let version = version_of(&site.get_as(&site.coordinator(), &format!("{page}/edit")).await.body);
        let first = post(site, &page, of, &[("version", &version), ("about_en", "First words")]).await;
        assert_eq!(first.status, 303, "{}", first.body);
        let second = post(site, &page, of, &[("version", &version), ("about_en", "Second words")]).await;
        assert!(second.status == 409 && second.body.contains("Second words") && second.body.contains("First words"), "{}", second.body);
    }

    async fn a_service_goes_to_the_bin_and_comes_back(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[]).await;
        let (caller, id) = (site.coordinator(), page.rsplit('/').next().unwrap().to_owned());
        let version = version_of(&site.get_as(&caller, &format!("{page}/bin")).await.body);
        assert_eq!(site.post_as(&caller, &format!("{page}/bin"), &[("version", &version)]).await.status, 303);
        assert_eq!(site.get(&format!("{HELP}/{id}")).await.status, 404);
        let bin = site.get_as(&caller, "/maple/work/bin").await.body;
        assert!(bin.contains("English class"), "{bin}");
        let back = site.post_as(&caller, &format!("/maple/work/bin/service/{id}/restoration"), &[]).await;
        assert_eq!(back.status, 303, "{}", back.body);
        assert_eq!(site.get(&format!("{HELP}/{id}")).await.status, 200);
    }

    async fn an_odd_search_gets_a_page_with_a_way_on(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[]).await;
        for typed in ["x".repeat(10_000), String::new(), "%CC%81".to_owned(), "%E2%80%AE".to_owned()] {
            let got = site.get(&format!("{HELP}?q={typed}")).await;
            assert!(got.status == 200 && got.body.contains("href=\"tel:211\""), "{}: {}", got.status, got.body);
        }
    }
}

#[tokio::test]
async fn who_comes_second_reads_every_field_that_could_be_overwritten() {
    let site = Site::sqlite(rooms()).await;
    let of = organization(&site, "centre", Visibility::Public).await;
    let page = add(&site, of, &[]).await;
    let caller = site.coordinator();
    let place = site
        .post_as(
            &caller,
            "/maple/work/directory/locations",
            &[("name_en", "House"), ("name_fr", "Maison"), ("kind", "physical")],
        )
        .await;
    for (at, form) in [(page.as_str(), "/edit"), (place.location().split('?').next().unwrap(), "/edit")] {
        let edit = site.get_as(&caller, &format!("{at}{form}")).await.body;
        let main = edit.split_once("<main").unwrap().1;
        let named = |tag: &str| {
            main.split(tag)
                .skip(1)
                .filter_map(|rest| {
                    let inside = rest.split('>').next()?;
                    inside.split_once(" name=\"")?.1.split('"').next().map(str::to_owned)
                })
                .collect::<Vec<_>>()
        };
        let fields: std::collections::BTreeSet<String> = ["<input", "<select", "<textarea"]
            .into_iter()
            .flat_map(named)
            .filter(|name| !["_key", "version"].contains(&name.as_str()))
            .collect();
        assert!(fields.len() > 8, "{fields:?}");
        let ctx = site.ctx(caller.clone());
        let labels = if at.contains("/services/") {
            crate::pages::service_form::labels(&ctx)
        } else {
            crate::pages::location_form::labels(&ctx)
        };
        let unseen: Vec<_> =
            fields.iter().filter(|name| !labels.iter().any(|(label, _)| label == *name)).collect();
        assert!(unseen.is_empty(), "{unseen:?}");
    }
    site.end().await;
}
