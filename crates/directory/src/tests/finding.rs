//! Finding help as people do: the index follows the record, and what is said of oneself leaves no trace.

use super::{HELP, add, organization, plain, post, rooms, version_of};
use partners::Visibility;
use platform::{langs::Lang, testing::Site};

pub(super) fn id_of(page: &str) -> &str {
    page.rsplit('/').next().unwrap()
}

pub(super) fn shows(body: &str, page: &str) -> bool {
    body.contains(&format!("data-service=\"{}\"", id_of(page)))
}

pub(super) async fn place(site: &Site, (north, east): (&str, &str), postal_code: &str) -> String {
    let fields = [
        ("name_en", "House"),
        ("name_fr", "Maison"),
        ("kind", "physical"),
        ("street", "1 Main Street"),
        ("postal_code", postal_code),
        ("north", north),
        ("east", east),
    ];
    let got = site.post_as(&site.coordinator(), "/maple/work/directory/locations", &fields).await;
    assert_eq!(got.status, 303, "{}", got.body);
    id_of(got.location().split('?').next().unwrap()).to_owned()
}

platform::on_both! { rooms();
    async fn what_changes_is_found_as_it_is_now(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("name_en", "Sewing circle"), ("name_fr", "Cercle de couture")]).await;
        let found = async |words: &str| shows(&site.get(&format!("{HELP}?q={words}")).await.body, &page);
        assert!(found("sewing").await && found("couture").await && !found("pottery").await);
        let version = version_of(&site.get_as(&site.coordinator(), &format!("{page}/edit")).await.body);
        let edited = post(site, &page, of, &[("version", &version), ("name_en", "Pottery"), ("name_fr", "Poterie"), ("need", "dentist")]).await;
        assert_eq!(edited.status, 303, "{}", edited.body);
        assert!(found("pottery").await && !found("sewing").await);
        let version = version_of(&site.get_as(&site.coordinator(), &format!("{page}/bin")).await.body);
        assert_eq!(site.post_as(&site.coordinator(), &format!("{page}/bin"), &[("version", &version)]).await.status, 303);
        assert!(!found("pottery").await, "what is in the bin is not found");
        let back = site.post_as(&site.coordinator(), &format!("/maple/work/bin/service/{}/restoration", id_of(&page)), &[]).await;
        assert_eq!(back.status, 303);
        assert!(found("pottery").await, "and what comes back is");
    }

    async fn what_another_node_writes_is_found_a_second_later(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[]).await;
        let found = async |need: &str| shows(&site.get(&format!("{HELP}?need={need}")).await.body, &page);
        assert!(found("language").await && !found("dentist").await);
        // Without the bell, as another node would: past the program, in the database.
        let mut tx = site.app.db.writing(Some(site.partnership.id), site.app.clock.now()).await.unwrap();
        tx.script("UPDATE service SET needs = ' dentist ', version = version + 1").await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(6);
        let is_shared = site.app.db.dialect() == platform::db::Dialect::Postgres;
        assert_eq!(found("dentist").await, is_shared, "a file has one program, a server several");
    }

    async fn slips_are_told_and_words_that_nobody_has_are_left_out(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("name_en", "Pottery for parents")]).await;
        let body = plain(&site.get(&format!("{HELP}?q=potery")).await.body);
        assert!(shows(&body, &page) && body.contains("<bdi>potery</bdi> = <bdi>pottery</bdi>"), "{body}");
        let body = plain(&site.get(&format!("{HELP}?q=pottery+zzyzx")).await.body);
        assert!(shows(&body, &page) && body.contains("Left out: <bdi>zzyzx</bdi>"), "{body}");
        let body = site.get(&format!("{HELP}?q=kid+siick")).await.body;
        assert!(body.contains("You may mean"), "{body}");
    }

    async fn near_is_told_in_kilometres_and_can_be_a_limit(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let (hamilton, london) = (place(site, ("43.2557", "-79.8711"), "L8P 4Y5").await, place(site, ("42.9849", "-81.2453"), "N6A 4L9").await);
        let here = add(site, of, &[("location", &hamilton)]).await;
        let there = add(site, of, &[("location", &london), ("name_en", "Class far away")]).await;
        let body = site.get(&format!("{HELP}?need=language&near=L8P")).await.body;
        let at = |page: &str| body.find(&format!("data-service=\"{}\"", id_of(page)));
        assert!(at(&here).unwrap() < at(&there).unwrap() && plain(&body).contains("km away"), "{body}");
        let body = site.get(&format!("{HELP}?need=language&near=l8p%204y5&within=10")).await.body;
        assert!(shows(&body, &here) && !shows(&body, &there), "{body}");
        assert!(body.contains("value=\"L8P\"") && !body.contains("4Y5\""), "no more than three characters are read: {body}");
        let body = site.get(&format!("{HELP}?need=language&near=W1A")).await.body;
        assert!(shows(&body, &there) && body.contains("distances are left out"), "{body}");
    }

    async fn choices_say_how_many_there_are(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        for (language, cost) in [("ar", "free"), ("ar", "fee"), ("uk", "free")] {
            add(site, of, &[("language", language), ("cost", cost), ("feature", "child-care")]).await;
        }
        let body = plain(&site.get(&format!("{HELP}?need=language")).await.body);
        for told in ["Arabic (2)", "Ukrainian (1)", "Free (2)", "Child care meanwhile (3)", "Open now (0)"] {
            assert!(body.contains(told), "{told}: {body}");
        }
        let arabic = plain(&site.get(&format!("{HELP}?need=language&spoken=ar")).await.body);
        assert!(arabic.contains("Free (1)") && arabic.contains("Ukrainian (1)"), "what another choice would find: {arabic}");
    }

    async fn what_is_told_instead_is_open_to_everyone_and_offered_now(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let refuses = add(site, of, &[("openness", "only"), ("class", "family-resident"), ("language", "en")]).await;
        let today = site.ctx(site.coordinator()).today().to_string();
        let version = super::version_of(&site.get_as(&site.coordinator(), &format!("{refuses}/edit")).await.body);
        let looked = [("way", "phone"), ("found", "unchanged"), ("checked_on", &today), ("version", &version)];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{refuses}/checks"), &looked).await.status, 303);
        add(site, of, &[("name_en", "Circle that rests"), ("status", "temporarily-closed")]).await;
        let card = async || {
            let asked = format!("{HELP}?need=language");
            let body = site.post_as(&platform::authority::Caller::Anonymous, &asked, &[("class", "student")]).await.body;
            plain(body.split("<article").find(|one| shows(one, &refuses)).unwrap())
        };
        let alone = card().await;
        assert!(alone.contains("Likely no") && !alone.contains("instead"), "{alone}");
        let open = add(site, of, &[("name_en", "Open circle")]).await;
        assert!(card().await.contains(&format!("/help/{}\">Open circle", id_of(&open))), "{}", card().await);
    }

    async fn what_she_says_of_herself_is_answered_and_kept_nowhere(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let open = add(site, of, &[("name_en", "Open circle")]).await;
        let closed = add(site, of, &[("name_en", "Paid class"), ("openness", "only"), ("class", "family-resident")]).await;
        let asked = format!("{HELP}?need=language");
        let got = site.post_as(&platform::authority::Caller::Anonymous, &asked, &[("class", "student"), ("since", "")]).await;
        assert_eq!(got.status, 200, "{}", got.body);
        let (body, card) = (plain(&got.body), |page: &str| got.body.split("<article").find(|one| shows(one, page)).unwrap().to_owned());
        assert!(card(&closed).contains("Likely no") && card(&closed).contains(&format!("/help/{}", id_of(&open))), "{body}");
        assert!(card(&open).contains("Yes.") && !card(&open).contains("Open to everyone instead"), "{body}");
        assert!(!body.contains("class=student"), "no link carries it: {body}");
        let likely = site.post_as(&platform::authority::Caller::Anonymous, &asked, &[("class", "family-resident")]).await.body;
        assert!(likely.split("<article").find(|one| shows(one, &closed)).unwrap().contains("Likely yes"), "{likely}");
        let unclear = site.post_as(&platform::authority::Caller::Anonymous, &asked, &[("class", "economic-resident"), ("since", "last year")]).await;
        assert!(unclear.status == 200 && plain(&unclear.body).contains("This could not be read as a day") && unclear.body.contains("last year"), "{}", unclear.body);
        let after = site.get(&asked).await.body;
        assert!(!after.contains("Likely no") && !after.contains("selected>International student"), "the next reader sees nothing of it: {after}");
    }

    async fn a_list_and_a_sheet_go_on_paper_in_two_languages(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("phones", "905 555 0100"), ("hours_mo", "9-12")]).await;
        let list = site.get("/maple/ar/help/paper?need=language").await;
        assert_eq!(list.status, 200);
        for part in ["<svg role=\"img\"", "lang=\"en\" dir=\"ltr\"", "lang=\"ar\" dir=\"rtl\"", "905-555-0100", "/maple/ar/help?need=language"] {
            assert!(list.body.contains(part), "{part}: {}", list.body);
        }
        let danger = site.get("/maple/en/help/paper?q=my+husband+beats+me").await.body;
        let paper = danger.split_once("class=\"paper\"").unwrap().1;
        assert!(paper.contains("need=family-violence") && !paper.contains("husband"), "{danger}");
        let sheet = site.get(&format!("/maple/ar/help/{}/sheet", id_of(&page))).await;
        assert!(sheet.status == 200 && plain(&sheet.body).contains("I speak Arabic") && sheet.body.contains("I need help with"), "{}", sheet.body);
        assert_eq!(site.get("/maple/ar/help/01890000-0000-7000-8000-000000000000/sheet").await.status, 404);
    }

    async fn the_door_speaks_every_language_and_leads_back_to_those_of_the_site(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("hours_mo", "9-12"), ("language", "uk")]).await;
        for lang in Lang::ALL {
            let site_has_it = site.partnership.langs.contains(&lang);
            for path in ["help", "help?q=english", "help?need=language&near=L8P", "help?q=zzyzx", "help/paper?need=language", "ask", &format!("help/{}", id_of(&page)), &format!("help/{}/sheet", id_of(&page))] {
                let got = site.get(&format!("/maple/{lang}/{path}")).await;
                assert!(got.status == 200 && got.body.contains(&format!("<html lang=\"{lang}\"")), "{lang} {path}: {}", got.status);
                assert!(!got.body.contains('⟦'), "{lang} {path}: {}", got.body);
                let complaints = platform::testing::pages::complaints_about(&got.body);
                assert!(site_has_it || complaints.iter().all(|one| !one.contains("unmarked")), "{lang} {path}: {complaints:#?}");
                assert!(got.body.contains("hreflang=\"ti\""), "{lang} {path}: every language is offered");
            }
            let elsewhere = site.get(&format!("/maple/{lang}/partners")).await.status;
            assert_eq!(elsewhere == 200, site_has_it, "{lang}: other pages are there in the languages of the site");
            let body = site.get(&format!("/maple/{lang}/help")).await.body;
            let back = if site_has_it { lang } else { Lang::En };
            assert!(body.contains(&format!("href=\"/maple/{back}/partners\"")), "{lang}: {body}");
        }
        assert_eq!(site.get("/maple/xx/help").await.status, 404);
    }

    async fn an_office_that_has_closed_is_not_called_open_by_a_page_that_is_kept(site) {
        // It is 10:00 on a Sunday in the partnership's zone.
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("hours_su", "9:00-10:02"), ("hours_mo", "9:00-17:00")]).await;
        let one = format!("{HELP}?q=english");
        let card = async || site.get(&one).await.body.split("<article").find(|one| shows(one, &page)).unwrap().to_owned();
        assert!(card().await.contains("Open now"), "{}", card().await);
        site.app.clock.advance(121);
        assert!(!card().await.contains("Open now"), "two minutes later it is closed");
    }
}

#[tokio::test]
async fn beside_the_index_stands_how_records_stood_and_none_of_their_words() {
    let site = Site::sqlite(rooms()).await;
    let of = organization(&site, "centre", Visibility::Public).await;
    let page = add(&site, of, &[("name_en", "Sewing circle")]).await;
    assert!(shows(&site.get(&format!("{HELP}?q=sewing")).await.body, &page));
    let all = std::fs::read_dir(site.app.settings.data.join("index")).unwrap().map(|one| one.unwrap().path());
    let known: Vec<_> = all.filter(|path| path.extension().is_some_and(|end| end == "known")).collect();
    assert_eq!(known.len(), 1, "one partnership was asked");
    let kept = std::fs::read_to_string(&known[0]).unwrap();
    assert!(kept.contains(id_of(&page)) && !kept.contains("Sewing"), "{kept}");
}
