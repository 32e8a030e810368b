//! First steps as people read them: in their language, for what they say of themselves, without a trace.

use super::{add, organization, plain, rooms};
use partners::Visibility;
use platform::{
    authority::Caller,
    http::{assets::ASSETS, harden::gzip},
    langs::Lang,
    testing::{Site, pages::complaints_about},
};

const FIRST: &str = "/maple/en/first-steps?all=yes";

async fn said(site: &Site, lang: &str, fields: &[(&str, &str)]) -> String {
    let got = site.post_as(&Caller::Anonymous, &format!("/maple/{lang}/first-steps"), fields).await;
    assert_eq!(got.status, 200, "{}", got.body);
    plain(&got.body)
}

fn step<'a>(body: &'a str, id: &str) -> Option<&'a str> {
    body.split("<article").find(|one| one.contains(&format!("id=\"step-{id}\"")))
}

platform::on_both! { rooms();
    async fn steps_change_with_what_she_says_and_nothing_of_it_is_kept(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        add(site, of, &[("need", "language-class"), ("name_en", "Class for residents"), ("openness", "funder-ircc")]).await;
        let circle = add(site, of, &[("need", "conversation-circle"), ("name_en", "Talking circle"), ("phones", "905 555 0100")]).await;
        let all = plain(&site.get(FIRST).await.body);
        for id in ["numbers", "pr-card", "claim", "permit", "school"] {
            assert!(step(&all, id).is_some(), "who says nothing reads all: {id}");
        }
        assert!(step(&all, "circle").unwrap().contains("Talking circle") && step(&all, "circle").unwrap().contains("905-555-0100"));
        assert!(step(&all, "numbers").unwrap().contains("tel:911"));
        assert!(step(&all, "health").unwrap().contains("OHIP"), "the province is a setting, and its zone a guess");
        let student = said(site, "en", &[("class", "student"), ("children", "no")]).await;
        assert!(step(&student, "pr-card").is_none() && step(&student, "school").is_none() && step(&student, "permit").is_some());
        let language = step(&student, "language").unwrap();
        assert!(language.contains("Likely no") && language.contains("href=\"#step-circle\""), "{language}");
        assert!(step(&student, "circle").unwrap().contains(circle.rsplit('/').next().unwrap()));
        assert!(!student.contains("class=student"), "no link carries it");
        let economic = said(site, "en", &[("class", "economic-resident"), ("since", "٢٠٢٤-٠٥")]).await;
        assert!(step(&economic, "how-long").unwrap().contains("May 31, 2030"), "{economic}");
        let unclear = said(site, "fr", &[("class", "economic-resident"), ("since", "l’an dernier")]).await;
        assert!(unclear.contains("ne se lit pas comme un jour") && unclear.contains("value=\"l’an dernier\""), "{unclear}");
        let after = plain(&site.get(FIRST).await.body);
        assert_eq!(after, all, "the next reader sees nothing of it");
    }

    async fn behind_services_that_refuse_her_stands_the_one_that_does_not(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        for n in 0..9 {
            let name = format!("Class {n} for residents");
            add(site, of, &[("need", "language-class"), ("name_en", &name), ("openness", "funder-ircc"), ("language", "en")]).await;
        }
        add(site, of, &[("need", "language-class"), ("name_en", "Class that asks nobody"), ("openness", "unknown")]).await;
        let all = plain(&site.get(FIRST).await.body);
        assert!(!step(&all, "language").unwrap().contains("Class that asks nobody"), "the control: others come first");
        let student = said(site, "en", &[("class", "student")]).await;
        let language = step(&student, "language").unwrap();
        assert!(language.contains("Class that asks nobody") && !language.contains("for residents"), "{language}");
    }

    async fn the_steps_are_there_in_every_language_or_say_where(site) {
        organization(site, "centre", Visibility::Public).await;
        for (lang, all) in Lang::ALL.into_iter().flat_map(|lang| [(lang, ""), (lang, "?all=yes")]) {
            let got = site.get(&format!("/maple/{lang}/first-steps{all}")).await;
            assert!(got.status == 200 && got.body.contains(&format!("<html lang=\"{lang}\"")), "{lang}: {}", got.status);
            assert!(!got.body.contains('⟦'), "{lang}: {}", got.body);
            let complaints = complaints_about(&got.body);
            assert!(complaints.iter().all(|one| !one.contains("unmarked")), "{lang}: {complaints:#?}");
            let has_it = matches!(lang, Lang::En | Lang::Fr | Lang::Ar);
            let main = got.body.split("<main").nth(1).unwrap();
            assert_eq!(main.contains("href=\"/maple/ar/first-steps\""), !has_it, "{lang}: where they are");
            assert_eq!(main.contains("<span lang=\"en\" dir=\"ltr\">Health card</span>"), !has_it, "{lang}: {main}");
            let by_machine = site.app.words.say(lang).t("text-machine-note", &[]);
            assert_eq!(main.contains(&by_machine), lang == Lang::Ar || !has_it, "{lang}");
        }
    }
}

#[tokio::test]
async fn the_first_view_of_find_help_and_of_first_steps_fits_into_fourteen_kilobytes() {
    let site = Site::sqlite(rooms()).await;
    let of = organization(&site, "centre", Visibility::Public).await;
    for (name, need) in [
        ("Talking circle", "conversation-circle"),
        ("Food bank", "food-bank"),
        ("Doctor for newcomers", "doctor"),
        ("Legal clinic", "legal-aid"),
        ("Library", "library"),
    ] {
        add(
            &site,
            of,
            &[("name_en", name), ("need", need), ("phones", "905 555 0100"), ("hours_mo", "9-17")],
        )
        .await;
    }
    let (_, css) = ASSETS.iter().find(|(name, _)| *name == "kith.css").unwrap();
    let css = gzip(css, 9).len();
    for path in ["help", "first-steps", "help?need=language", "help?q=doctor"] {
        for lang in ["en", "fr", "ar", "uk", "pa"] {
            let got = site.get(&format!("/maple/{lang}/{path}")).await;
            let page = gzip(got.body.as_bytes(), 6).len();
            assert!(page + css < 14_000, "{lang}/{path} weighs {page} bytes and {css} of style");
            assert!(!got.headers.contains_key("set-cookie"), "{lang}/{path}");
        }
    }
}
