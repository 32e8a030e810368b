//! The door for whoever stands before it: far away, in danger, with a telephone alone, in a language that the site does not have.

use super::{HELP, add, organization, plain, rooms, version_of};
use crate::tests::finding::{id_of, place, shows};
use partners::{Spoken, Visibility};
use platform::{authority::Caller, langs::Lang, testing::Site};

/// The links of a page: each with its tag.
fn links(body: &str) -> impl Iterator<Item = &str> {
    body.split("<a ").skip(1).filter_map(|rest| rest.split('>').next())
}

async fn sent(site: &Site, to: &str, fields: &[(&str, &str)]) -> platform::testing::Got {
    site.post_as(&Caller::Anonymous, to, fields).await
}

platform::on_both! { rooms();
    async fn who_lives_far_from_everything_is_told_how_far_and_where(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let hamilton = place(site, ("43.2557", "-79.8711"), "L8P 4Y5").await;
        let here = add(site, of, &[("location", &hamilton)]).await;
        let body = plain(&site.get(&format!("{HELP}?need=language&near=N6A&within=5")).await.body);
        assert!(!shows(&body, &here) && body.contains("Nothing within 5 km. The nearest is about 1"), "{body}");
        let on = links(&body).find(|one| one.contains("near=N6A") && !one.contains("within") && !one.contains("hreflang")).unwrap();
        let href = on.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let wider = plain(&site.get(&href).await.body);
        assert!(shows(&wider, &here) && wider.contains("km away"), "{href}: {wider}");
        let nothing = plain(&site.get(&format!("{HELP}?need=dentist&near=N6A&within=5")).await.body);
        assert!(!nothing.contains("The nearest is") && nothing.contains("/maple/en/missing-service"), "{nothing}");
    }

    async fn words_of_danger_go_no_further_than_the_page_that_answers_them(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[("need", "family-violence"), ("name_en", "Safe house")]).await;
        for asked in ["help", "help/paper"] {
            let got = site.get(&format!("/maple/en/{asked}?q=my+husband+beats+me")).await;
            let goes_on = |one: &&str| ["href=\"", "action=\"", "hidden"].iter().any(|way| one.contains(way)) && one.contains("husband");
            let carried: Vec<&str> = got.body.split('<').filter(goes_on).collect();
            assert!(carried.is_empty(), "{asked}: {carried:?}");
            assert_eq!(got.body.contains("husband"), asked == "help", "she reads them in the box, nobody on paper");
            assert_eq!(got.headers.get("cache-control").unwrap(), "no-store", "{asked}");
            assert_eq!(got.headers.get("referrer-policy").unwrap(), "same-origin");
            let langs: Vec<&str> = links(&got.body).filter(|one| one.contains("hreflang=\"ti\"")).collect();
            assert!(langs.iter().any(|one| one.contains("need=family-violence")), "{langs:?}");
            assert!(got.body.contains("google"), "she can leave");
        }
        // Words that mean no danger by themselves, which find what does.
        let got = site.get(&format!("{HELP}?q=safe+house")).await;
        assert_eq!(got.headers.get("cache-control").unwrap(), "no-store");
        // No danger is written into her links that she did not type.
        assert!(links(&got.body).any(|one| one.contains("hreflang") && one.contains("q=safe")), "{}", got.body);
        assert!(links(&got.body).all(|one| !(one.contains("hreflang") && one.contains("need="))), "{}", got.body);
        let other = site.get(&format!("{HELP}?q=pottery&cost=free")).await;
        assert_ne!(other.headers.get("cache-control").unwrap(), "no-store");
        assert!(links(&other.body).any(|one| one.contains("hreflang=\"fr\"") && one.contains("q=pottery")), "elsewhere the words stay");
    }

    async fn the_page_of_a_service_for_those_in_danger_is_kept_nowhere(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let safe = add(site, of, &[("need", "family-violence"), ("need", "doctor"), ("need", "counselling"), ("name_en", "Nurses who listen")]).await;
        let other = add(site, of, &[("name_en", "Pottery class")]).await;
        for path in ["", "/sheet", "/call", "/barrier", "/correction", "/outcome"] {
            let pages = site.app.pages.size().0;
            let got = site.get(&format!("{HELP}/{}{path}", id_of(&safe))).await;
            let control = got.headers.get("cache-control").unwrap().to_str().unwrap();
            assert!(got.status == 200 && control.contains("no-store"), "{path}: {} {control}", got.status);
            assert_eq!(site.app.pages.size().0, pages, "{path}");
            assert!(got.body.contains("Leave quickly"), "{path}");
        }
        for path in ["", "/sheet"] {
            let pages = site.app.pages.size().0;
            let got = site.get(&format!("{HELP}/{}{path}", id_of(&other))).await;
            let control = got.headers.get("cache-control").unwrap().to_str().unwrap();
            assert!(got.status == 200 && !control.contains("no-store") && !got.body.contains("Leave quickly"), "{path}: {control}");
            assert!(site.app.pages.size().0 > pages, "{path}");
        }
    }

    async fn the_way_out_follows_what_she_asks_or_stands_on_what_is_for_those_in_danger(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let both = add(site, of, &[("need", "doctor"), ("need", "sexual-assault"), ("name_en", "Clinic with nurses")]).await;
        let clinic = add(site, of, &[("need", "doctor"), ("name_en", "Clinic at the mall")]).await;
        let got = site.get(&format!("{HELP}?q=m%C3%A9decin")).await;
        let (before, cards) = got.body.split_once("<article").unwrap();
        assert!(!before.contains("Leave quickly"), "she asked for a doctor: {before}");
        let card = |page: &str| cards.split("<article").find(|one| shows(one, page)).unwrap();
        assert!(card(&both).contains("Leave quickly") && !card(&clinic).contains("Leave quickly"), "{cards}");
        assert_eq!(got.headers.get("cache-control").unwrap(), "no-store", "and nobody keeps the list all the same");
        let paper = site.get(&format!("{HELP}/paper?q=m%C3%A9decin")).await;
        assert!(paper.body.contains("Leave quickly") && paper.headers.get("cache-control").unwrap() == "no-store");
        for asked in ["q=i+was+raped", "need=sexual-assault", "need=safety"] {
            let body = site.get(&format!("{HELP}?{asked}")).await.body;
            assert_eq!(body.matches("Leave quickly").count(), 1, "{asked}: once, before all else: {body}");
            assert!(body.find("Leave quickly") < body.find("<article"), "{asked}");
        }
    }

    async fn the_nearest_is_the_nearest_of_all_and_not_of_the_best(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let windsor = place(site, ("42.3149", "-83.0364"), "N9A 1A1").await;
        let hamilton = place(site, ("43.2557", "-79.8711"), "L8P 4Y5").await;
        // The farther one says more of itself, and is offered now.
        add(site, of, &[("location", &windsor), ("language", "en")]).await;
        add(site, of, &[("location", &hamilton), ("openness", "unknown"), ("status", "temporarily-closed")]).await;
        let body = plain(&site.get(&format!("{HELP}?need=language&near=N6A&within=5")).await.body);
        assert!(body.contains("The nearest is about 1"), "Hamilton, not Windsor: {body}");
        let (_, told) = body.split_once("The nearest is about ").unwrap();
        let far: u32 = told.split(' ').next().unwrap().parse().unwrap();
        assert!((100..135).contains(&far), "{far}");
    }

    async fn nobody_is_called_back_about_danger_and_no_paper_says_what_happened_to_her(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let needs = |page: &str| [("need", "family-violence"), ("need", "shelter"), ("name_en", page)].map(|(one, two)| (one, two.to_owned()));
        let needs = needs("Safe house");
        let needs: Vec<(&str, &str)> = needs.iter().map(|(one, two)| (*one, two.as_str())).collect();
        let house = id_of(&add(site, of, &needs).await).to_owned();
        let body = site.get(&format!("/maple/en/help/{house}")).await.body;
        assert!(!body.contains(&format!("{house}/call")) && !body.contains(&format!("{house}/sheet")), "{body}");
        let list = site.get(&format!("{HELP}?need=family-violence")).await.body;
        assert!(list.contains("Safe house") && !list.contains(&format!("{house}/call")), "{list}");
        for path in ["call", "sheet"] {
            assert_eq!(site.get(&format!("/maple/en/help/{house}/{path}")).await.status, 404, "{path}");
        }
        let asked = [("phone", "905 555 0134"), ("language", "uk"), ("agree", "yes")];
        assert_eq!(sent(site, &format!("/maple/en/help/{house}/call"), &asked).await.status, 404);
        let told = site.get(&format!("/maple/en/help/{house}/barrier")).await.body;
        assert!(told.contains("name=\"reason\"") && !told.contains("name=\"note\"") && !told.contains("name=\"email\""), "{told}");
        let to = format!("/maple/en/help/{house}/barrier");
        let thanks = sent(site, &to, &[("reason", "fear"), ("note", "he waits outside"), ("email", "she@example.org")]).await;
        assert_eq!((thanks.status, thanks.location()), (303, "/maple/en/outcome-received"), "nobody is said to read what nobody keeps");
        let queue = site.get_as(&site.coordinator(), "/maple/work/directory/suggestions?as=csv").await.body;
        assert_eq!(queue.lines().count(), 1, "nobody reads when somebody was there: {queue}");
        let counted = site.get_as(&site.coordinator(), "/maple/work/directory/barriers?as=csv").await.body;
        assert_eq!(counted.lines().count(), 2, "and it counts all the same: {counted}");
        let class = id_of(&add(site, of, &[("need", "language-class"), ("need", "conversation-circle"), ("need", "police"), ("language", "en")]).await).to_owned();
        let sheet = site.get(&format!("/maple/uk/help/{class}/sheet")).await.body;
        let letter = |body: &str| body.split("class=\"paper\"").nth(1).unwrap().split("<h2").next().unwrap().to_owned();
        assert!(letter(&sheet).contains("write-here\">I need help with:</p>"), "of itself it says nothing of what she needs, she may write it by hand: {sheet}");
        assert!(!sheet.contains("value=\"police\""), "what one may have to hide is not even offered: {sheet}");
        let chosen = site.get(&format!("/maple/uk/help/{class}/sheet?need=language-class&need=police")).await.body;
        assert!(letter(&chosen).contains("<b>") && chosen.contains("checked") && !letter(&chosen).to_lowercase().contains("police"), "{chosen}");
        let (first, second) = (sheet.find("<section class=\"sheet\" lang=\"en\""), sheet.find("<section class=\"sheet\" lang=\"uk\""));
        assert!(first.is_some() && first < second, "the language of the desk comes first: {sheet}");
    }

    async fn who_looks_for_safety_where_nothing_is_gets_numbers(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[("need", "language-class")]).await;
        for asked in ["need=family-violence", "q=my+husband+beats+me"] {
            let body = site.get(&format!("{HELP}?{asked}")).await.body;
            assert!(body.contains("class=\"numbers\"") && body.split("class=\"numbers\"").nth(1).unwrap().contains("tel:911"), "{asked}: {body}");
        }
        let body = site.get(&format!("{HELP}?need=dentist")).await.body;
        assert!(!body.contains("class=\"numbers\""), "{body}");
    }

    async fn what_a_service_is_there_for_comes_before_what_it_answers_besides(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let much = [("name_en", "Trouble with a landlord"), ("need", "discrimination"), ("need", "settlement-worker"), ("need", "tenant-rights"), ("openness", "everyone")];
        let besides = add(site, of, &much).await;
        let house = add(site, of, &[("name_en", "Safe house"), ("need", "family-violence"), ("openness", "unknown")]).await;
        let body = site.get(&format!("{HELP}?need=safety")).await.body;
        assert!(body.find(id_of(&house)) < body.find(id_of(&besides)) && shows(&body, &besides), "{body}");
    }

    async fn paper_says_what_to_bring_how_long_one_waits_and_when_somebody_looked(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let today = site.ctx(Caller::Console).today().to_string();
        let page = add(site, of, &[
            ("papers", "listed"), ("papers_note_en", "Health card"), ("papers_note_fr", "Carte santé"), ("wait_days", "12"), ("wait_on", &today),
            ("hours_mo", "0:00-23:59"), ("hours_tu", "9-17"),
        ]).await;
        let version = version_of(&site.get_as(&site.coordinator(), &format!("{page}/edit")).await.body);
        let looked = [("way", "phone"), ("found", "unchanged"), ("checked_on", &today), ("version", &version)];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{page}/checks"), &looked).await.status, 303);
        for path in ["paper?need=language", &format!("{}/sheet", id_of(&page))] {
            let body = plain(&site.get(&format!("/maple/en/help/{path}")).await.body);
            let paper = body.split_once("class=\"paper\"").unwrap().1;
            for told in ["Health card", "Carte santé", "about 12 days", "day and night", "jour et nuit", "Verified", "09:00–17:00"] {
                assert!(paper.contains(told), "{path} {told}: {paper}");
            }
            assert!(!paper.contains("23:59"), "{paper}");
        }
    }

    async fn a_link_to_a_page_in_another_language_says_so(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("language", "uk")]).await;
        for path in ["help", "help?need=language", "first-steps", &format!("help/{}", id_of(&page)), "ask"] {
            let body = site.get(&format!("/maple/uk/{path}")).await.body;
            for one in links(&body).filter(|one| one.contains("href=\"/maple/en")) {
                assert!(one.contains("hreflang=\"en\""), "{path}: {one}");
            }
            assert!(body.contains("<span class=\"tongue\">мова: англійська</span>"), "{path}: {body}");
        }
        let body = plain(&site.get(&format!("/maple/uk/help/{}", id_of(&page))).await.body);
        assert!(body.contains("українська") && !body.contains("Ukrainian") && body.contains("<b>Організація</b>"), "{body}");
        let own = site.get("/maple/fr/help").await.body;
        assert!(!own.contains("class=\"tongue\""), "where all is in her language, nothing is said: {own}");
    }

    async fn somebody_asks_for_a_call_and_waits_among_the_questions(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let page = add(site, of, &[("need", "doctor"), ("name_en", "Clinic"), ("name_fr", "Clinique")]).await;
        let to = |lang: Lang| format!("/maple/{lang}/help/{}/call", id_of(&page));
        let body = site.get(&format!("/maple/ar/help/{}", id_of(&page))).await.body;
        assert!(body.contains(&format!("href=\"{}\"", to(Lang::Ar))), "{body}");
        let refused = sent(site, &to(Lang::Ar), &[("when", "بعد 17:00"), ("name", "")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("بعد 17:00") && refused.body.matches("class=\"error\"").count() >= 2, "{}", refused.body);
        let asked = [("phone", "٩٠٥ ٥٥٥ ٠١٣٤"), ("language", "uk"), ("when", "بعد 17:00"), ("name", ""), ("agree", "yes")];
        let got = sent(site, &to(Lang::Ar), &asked).await;
        assert_eq!((got.status, got.location()), (303, "/maple/ar/ask/received"), "{}", got.body);
        let queue = site.get_as(&site.coordinator(), "/maple/work/outreach/enquiries").await.body;
        let one = links(&queue).find(|one| one.contains("/work/outreach/enquiries/0")).unwrap();
        let href = one.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
        let told = site.get_as(&site.coordinator(), href).await.body;
        for part in ["Clinic", "الأوكرانية", "Ukrainian", "بعد 17:00", "tel:9055550134", "Please call me about", "Please leave no message"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let in_french = [("phone", "905 555 0199"), ("language", ""), ("when", ""), ("agree", "yes")];
        assert_eq!(sent(site, &to(Lang::Fr), &in_french).await.status, 303);
        for lang in Lang::ALL {
            let got = site.get(&to(lang)).await;
            assert!(got.status == 200 && !got.body.contains('⟦'), "{lang}: {}", got.body);
        }
        let mut last = 303;
        for _ in 0..4 {
            last = sent(site, &to(Lang::Fr), &in_french).await.status;
        }
        assert_eq!(last, 429, "one number is not called again and again");
    }

    async fn a_missing_service_may_be_found_at_facebook(site) {
        let told = [("name", "Sewing circle"), ("web", "facebook.com/sewing.circle")];
        let got = sent(site, "/maple/so/missing-service", &told).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let queue = site.get_as(&site.coordinator(), "/maple/work/directory/suggestions").await.body;
        let href = links(&queue).find(|one| one.contains("/suggestions/0")).unwrap().split("href=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(site.get_as(&site.coordinator(), href).await.body.contains("https://facebook.com/sewing.circle"));
        let wrong = sent(site, "/maple/so/missing-service", &[("name", "Sewing circle"), ("web", "javascript:alert(1)")]).await;
        assert_eq!(wrong.status, 422);
    }
}

#[tokio::test]
async fn every_language_of_the_door_has_a_name_for_every_language_that_is_spoken() {
    let site = Site::sqlite(rooms()).await;
    for lang in Lang::ALL {
        let lacking: Vec<String> =
            Spoken::all().map(Spoken::key).filter(|key| !site.app.words.has(lang, key)).collect();
        assert!(lacking.is_empty(), "{lang}: {lacking:?}");
    }
}
