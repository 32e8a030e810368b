//! Texts to translate, of every room below: who may write them, one language at a time, and what becomes of their states.

use super::elsewhere::{CANARY, Known, a_council};
use crate::{
    can,
    store::bodies::{find_council, update_council},
};
use areas::{AreaKind, NewArea};
use jiff::civil::date;
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    testing::{Got, Site, pages::complaints_about},
    text::{Text, TextState},
};

const ARABIC: &str = "المجلس المركزي";

fn name_of(known: &Known, lang: &str) -> String {
    format!("/maple/work/texts/council/{}/name/{lang}", known.council)
}

/// The name of the council as it is stored.
async fn stored(site: &Site, known: &Known) -> Text {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
    find_council(&mut tx, known.council).await.unwrap().unwrap().name
}

/// How the text stands that this form is about, as the form says it.
async fn mark(site: &Site, who: &Caller, url: &str) -> String {
    let page = site.get_as(who, url).await.body;
    let rest = page.split("name=\"version\" value=\"").nth(1).unwrap_or_else(|| panic!("{url}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Sends words in Arabic on top of what the form shows now.
async fn send(site: &Site, who: &Caller, url: &str, words: &str) -> Got {
    let version = mark(site, who, url).await;
    site.post_as(who, url, &[("version", &version), ("text_ar", words)]).await
}

/// Says that the words that the form shows now are right.
async fn review(site: &Site, who: &Caller, url: &str) -> Got {
    let version = mark(site, who, url).await;
    site.post_as(who, &format!("{url}/review"), &[("version", &version)]).await
}

fn states(text: &Text) -> Vec<(Lang, TextState)> {
    text.pieces().map(|(lang, piece)| (lang, piece.state)).collect()
}

/// Somebody who keeps the record changes its English name: the French one is outdated from then on.
async fn renamed(site: &Site, known: &Known) {
    let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
    let before = find_council(&mut tx, known.council).await.unwrap().unwrap();
    let mut facts = before.facts();
    facts.name = facts.name.rewrite(&[(Lang::En, "Main Council")], date(2026, 11, 22));
    update_council(&mut tx, &before, &facts, before.depth).await.unwrap();
    tx.commit().await.unwrap();
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn a_translator_writes_one_language_and_touches_no_other(site) {
        let known = a_council(site).await;
        let translator = site.holder(Office::Translator, None);
        let url = name_of(&known, "ar");
        let list = site.get_as(&translator, "/maple/work/texts?into=ar&state=missing").await;
        assert_eq!((list.status, complaints_about(&list.body)), (200, vec![]));
        assert!(list.body.contains(&format!("href=\"{url}\"")), "{}", list.body);
        let page = site.get_as(&translator, &url).await;
        assert_eq!((page.status, complaints_about(&page.body)), (200, vec![]));
        assert!(page.body.contains("name=\"text_ar\"") && page.body.contains("Central Council"), "{}", page.body);
        let empty = send(site, &translator, &url, " ").await;
        assert_eq!(empty.status, 422);
        let sent = send(site, &translator, &url, ARABIC).await;
        assert_eq!((sent.status, sent.location()), (303, "/maple/work/texts?into=ar&said=text-saved"), "{}", sent.body);
        let current = TextState::Current;
        assert_eq!(states(&stored(site, &known).await), [(Lang::En, current), (Lang::Fr, current), (Lang::Ar, current)]);
        assert!(site.get("/maple/ar/who-we-are/central").await.body.contains(ARABIC));
        let list = site.get_as(&translator, "/maple/work/texts?into=ar&state=missing").await;
        assert!(!list.body.contains(&format!("href=\"{url}\"")), "{}", list.body);
        let file = site.get_as(&translator, "/maple/work/texts?into=ar&state=current&as=csv").await;
        assert!(file.status == 200 && file.body.contains("Central Council"), "{}", file.body);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/council/{}", known.council)).await;
        assert!(history.body.contains(ARABIC), "{}", history.body);
    }

    async fn two_who_translate_at_once_see_both_texts(site) {
        let known = a_council(site).await;
        let (translator, url) = (site.holder(Office::Translator, None), name_of(&known, "ar"));
        let seen = mark(site, &translator, &url).await;
        assert_eq!(send(site, &translator, &url, ARABIC).await.status, 303);
        for to in [url.clone(), format!("{url}/review")] {
            let late = site.post_as(&translator, &to, &[("version", &seen), ("text_ar", "مجلس")]).await;
            assert_eq!((late.status, complaints_about(&late.body)), (409, vec![]), "{to}");
            assert!(late.body.contains(ARABIC) && late.body.contains(">مجلس<"), "{}", late.body);
        }
        assert_eq!(stored(site, &known).await.in_lang(Lang::Ar), ARABIC, "nothing was overwritten");
    }

    async fn two_who_translate_into_two_languages_do_not_meet_until_the_words_beside_them_change(site) {
        let known = a_council(site).await;
        let translator = site.holder(Office::Translator, None);
        let (arabic, french) = (name_of(&known, "ar"), name_of(&known, "fr"));
        let (ar, fr) = (mark(site, &translator, &arabic).await, mark(site, &translator, &french).await);
        assert_eq!(site.post_as(&translator, &french, &[("from", "en"), ("version", &fr), ("text_fr", "Conseil des services")]).await.status, 303);
        let sent = site.post_as(&translator, &arabic, &[("from", "en"), ("version", &ar), ("text_ar", ARABIC)]).await;
        assert_eq!(sent.status, 303, "the French words are none of hers: {}", sent.body);
        let text = stored(site, &known).await;
        assert_eq!((text.in_lang(Lang::Fr), text.in_lang(Lang::Ar)), ("Conseil des services", ARABIC), "both are there");
        let ar = mark(site, &translator, &arabic).await;
        renamed(site, &known).await;
        let late = site.post_as(&translator, &arabic, &[("from", "en"), ("version", &ar), ("text_ar", "مجلس")]).await;
        assert_eq!((late.status, complaints_about(&late.body)), (409, vec![]), "what she wrote from has changed");
    }

    async fn what_is_outdated_or_made_by_a_machine_is_read_and_found_right(site) {
        let known = a_council(site).await;
        let translator = site.holder(Office::Translator, None);
        let (arabic, french) = (name_of(&known, "ar"), name_of(&known, "fr"));
        let version = mark(site, &translator, &arabic).await;
        let machine = [("version", version.as_str()), ("text_ar", ARABIC), ("machine", "yes")];
        assert_eq!(site.post_as(&translator, &arabic, &machine).await.status, 303);
        assert!(site.get("/maple/ar/who-we-are").await.body.contains("by-machine"), "readers are told");
        renamed(site, &known).await;
        let before = stored(site, &known).await;
        assert_eq!(before.get(Lang::Fr).unwrap().state, TextState::Outdated);
        assert_eq!(before.get(Lang::Ar).unwrap().state, TextState::OutdatedMachine, "it is both");
        assert!(site.get("/maple/ar/who-we-are").await.body.contains("by-machine"), "readers are still told");
        let both = site.get_as(&translator, "/maple/work/texts?state=outdated-machine&kind=council").await.body;
        assert!(both.contains(&arabic) && both.contains("outdated, made by a machine") && !both.contains(&french), "{both}");
        let list = site.get_as(&translator, "/maple/work/texts?state=outdated&kind=council").await.body;
        assert!(list.contains(&french) && list.contains("Main Council"), "the English words stand beside: {list}");
        let read = review(site, &translator, &french).await;
        assert_eq!(read.status, 303, "{}", read.body);
        let after = stored(site, &known).await;
        assert_eq!(after.get(Lang::Fr).unwrap().state, TextState::Current);
        assert_eq!((after.in_lang(Lang::Fr), after.get(Lang::En)), (before.in_lang(Lang::Fr), before.get(Lang::En)));
        assert_eq!(after.get(Lang::Ar), before.get(Lang::Ar), "one text at a time");
        assert_eq!(review(site, &translator, &arabic).await.status, 303);
        assert!(!site.get("/maple/ar/who-we-are").await.body.contains("by-machine"));
        let missing = format!("/maple/work/texts/council/{}/name/uk/review", known.council);
        assert_eq!(site.post_as(&translator, &missing, &[("version", "5")]).await.status, 404, "there are no words to read");
    }

    async fn every_kind_of_text_is_listed_and_saved(site) {
        a_council(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let both = |words: &str| Text::both(words, words, date(2026, 11, 22));
        let area = NewArea { kind: AreaKind::Own, code: "east".into(), name: both("East End"), valid_from: date(2021, 1, 1), valid_to: None };
        areas::add_areas(&mut tx, &[area]).await.unwrap();
        partners::add_sector(&mut tx, "gardens", &both("Gardens"), 1).await.unwrap();
        tx.commit().await.unwrap();
        let translator = site.holder(Office::Translator, None);
        for kind in ["council", "seat-category", "organization", "sector", "area"] {
            let list = site.get_as(&translator, &format!("/maple/work/texts?into=ar&kind={kind}")).await.body;
            let begin = format!("href=\"/maple/work/texts/{kind}/");
            let rest = list.split(&begin).nth(1).unwrap_or_else(|| panic!("{kind}: {list}"));
            let url = format!("/maple/work/texts/{kind}/{}", rest.split('"').next().unwrap());
            assert_eq!(site.get_as(&translator, &url).await.status, 200, "{url}");
            let sent = send(site, &translator, &url, "كلمة").await;
            assert_eq!(sent.status, 303, "{url}: {}", sent.body);
            let list = site.get_as(&translator, &format!("/maple/work/texts?into=ar&state=current&kind={kind}")).await.body;
            assert!(list.contains(&url), "{kind}: {list}");
        }
    }

    async fn only_translators_and_coordinators_translate_and_only_what_they_may_know_of(site) {
        let known = a_council(site).await;
        let (list, hidden) = ("/maple/work/texts", format!("/maple/work/texts/organization/{}/name/ar", known.hidden));
        let sent = [("version", "1"), ("text_ar", "كلمة")];
        for office in [Office::Reader, Office::Chair, Office::PartnerEditor, Office::CouncilMember] {
            let other = site.holder(office, None);
            assert_eq!(site.get_as(&other, list).await.status, 403, "{office:?}");
            assert_eq!(site.post_as(&other, &name_of(&known, "ar"), &sent).await.status, 403, "{office:?}");
        }
        assert_eq!(site.get_as(&site.stranger(), list).await.status, 404);
        let translator = site.holder(Office::Translator, None);
        let pages = format!("{list}?rows=200");
        assert!(!site.get_as(&translator, &pages).await.body.contains(CANARY));
        assert_eq!(site.get_as(&translator, &hidden).await.status, 404);
        assert_eq!(site.post_as(&translator, &hidden, &sent).await.status, 404);
        // The control: those who may know of it translate it.
        assert!(site.get_as(&site.coordinator(), &pages).await.body.contains(CANARY));
        assert_eq!(send(site, &site.coordinator(), &hidden, "كلمة").await.status, 303);
        for nowhere in ["council/00000000-0000-4000-8000-000000000099/name/ar".to_owned(), format!("council/{}/slug/ar", known.council), format!("council/{}/name/en", known.council), format!("seat/{}/name/ar", known.council)] {
            assert_eq!(site.get_as(&translator, &format!("{list}/{nowhere}")).await.status, 404, "{nowhere}");
        }
    }
}
