//! What users once stumbled over: a sign-in that ended under a form, a language that is not offered, texts that are done
//! among those to do, the partnership's own texts left out, a menu before everything on a phone.

use super::leaves;
use crate::{
    authority::{Caller, Office},
    testing::Site,
};
use axum::body::Body;
use http::{Request, header};

const KEY: &str = "0123456789abcdef0123456789abcdef";
const FACTS: &str = "/maple/work/partnership";

async fn asked_in(site: &Site, path: &str, langs: &str) -> crate::testing::Got {
    let request = Request::get(path).header(header::HOST, "kith.test").header(header::ACCEPT_LANGUAGE, langs);
    site.send(request.body(Body::empty()).unwrap()).await
}

crate::on_both! { vec![leaves()];
    async fn what_was_typed_after_a_sign_in_ended_comes_back_and_is_saved_after_the_next(site) {
        let long = "One \"quoted\" <b>word</b>.\r\n\r\nAnother paragraph.";
        let fields = [
            ("_key", KEY), ("version", "1"), ("name_en", "Maple & Oak"), ("place_en", "Maple"),
            ("about_en", long), ("danger_number", "911"), ("langs", "en"), ("langs", "fr"), ("zone", "America/Toronto"),
        ];
        let asked = site.post_as(&Caller::Anonymous, FACTS, &fields).await;
        assert_eq!(asked.status, 401, "{}", asked.body);
        assert!(asked.headers["cache-control"].to_str().unwrap().contains("no-store"));
        for said in ["Maple &amp; Oak", "One &quot;quoted&quot; &lt;b&gt;word&lt;/b&gt;.", "Another paragraph.", "href=\"/sign-in?to=/maple/work/partnership\""] {
            assert!(asked.body.contains(said), "{said}: {}", asked.body);
        }
        assert!(!asked.body.contains("<b>word"), "shown, not run");
        assert!(!asked.location().contains("Oak"));
        // The browser sends what stands in the form of that page.
        let again: Vec<(String, String)> = hidden(&asked.body, FACTS);
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(again.iter().filter(|(name, _)| *name == "langs").count(), 2);
        let other = site.post_as(&Caller::Anonymous, FACTS, &again).await;
        assert_eq!(other.status, 401, "not signed in yet: it is still there");
        assert_eq!(hidden(&other.body, FACTS).len(), fields.len());
        let saved = site.post_as(&site.coordinator(), FACTS, &again).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let here = site.app.partnership("maple", "").await.unwrap().unwrap();
        assert_eq!(here.name.in_lang(crate::langs::Lang::En), "Maple & Oak");
        assert!(here.about.in_lang(crate::langs::Lang::En).ends_with("\n\nAnother paragraph."));
    }

    async fn a_form_without_words_leads_to_the_sign_in_and_then_to_a_page(site) {
        let path = format!("/maple/work/bin/leaf/{}/restoration", uuid::Uuid::from_u128(1));
        let asked = site.post_as(&Caller::Anonymous, &path, &[("_key", KEY)]).await;
        assert_eq!((asked.status, asked.location()), (303, "/sign-in?to=/maple/work"));
        let page = site.get("/maple/work/bin").await;
        assert_eq!((page.status, page.location()), (303, "/sign-in?to=/maple/work/bin"));
    }

    async fn a_language_that_is_not_offered_is_a_page_that_is_not_there_in_one_that_is(site) {
        for (path, wanted, html) in [
            ("/maple/es/leaf", "es, fr;q=0.5", "<html lang=\"fr\" dir=\"ltr\">"),
            ("/maple/es/leaf", "es", "<html lang=\"en\" dir=\"ltr\">"),
            ("/maple/tlh/leaf", "es, ar;q=0.5", "<html lang=\"ar\" dir=\"rtl\">"),
        ] {
            let got = asked_in(site, path, wanted).await;
            assert_eq!(got.status, 404, "{path}");
            assert!(got.body.contains(html), "{path} {wanted}: {}", got.body);
            assert_eq!(got.headers["content-language"], html[12..14]);
            let links: Vec<&str> = got.body.split("hreflang=").skip(1).collect();
            assert!(!links.is_empty() && !got.body.contains("href=\"/maple/es"), "no way leads back: {}", got.body);
        }
        assert_eq!(asked_in(site, "/maple/fr/leaf", "es").await.status, 200);
    }

    async fn the_partnerships_own_texts_are_to_be_translated_and_what_is_current_is_not_among_them(site) {
        let translator = site.holder(Office::Translator, None);
        let list = site.get_as(&translator, "/maple/work/texts").await.body;
        let id = site.partnership.id;
        for (wording, into, is_there) in [("name", "ar", true), ("about", "ar", true), ("name", "fr", false)] {
            let url = format!("/maple/work/texts/partnership/{id}/{wording}/{into}\"");
            assert_eq!(list.contains(&url), is_there, "{url}: {list}");
        }
        let every = site.get_as(&translator, "/maple/work/texts?state=every").await.body;
        let french = format!("/maple/work/texts/partnership/{id}/name/fr");
        assert!(every.contains(&french), "on demand");
        let url = format!("/maple/work/texts/partnership/{id}/name/ar");
        let page = site.get_as(&translator, &url).await.body;
        let sent: Vec<(String, String)> = hidden(&page, &url);
        let mark = &sent.iter().find(|(name, _)| name == "version").unwrap().1;
        let saved = site.post_as(&translator, &url, &[("text_ar", "شراكة القيقب"), ("from", "en"), ("version", mark)]).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let here = site.app.partnership("maple", "").await.unwrap().unwrap();
        assert_eq!(here.name.in_lang(crate::langs::Lang::Ar), "شراكة القيقب");
        let stale = site.post_as(&translator, &url, &[("text_ar", "x"), ("from", "en"), ("version", mark)]).await;
        assert_eq!(stale.status, 409, "{}", stale.body);
        let list = site.get_as(&translator, "/maple/work/texts").await.body;
        assert!(!list.contains(&format!("{url}\"")), "done is done");
    }

    async fn the_rooms_fold_away_and_every_page_of_the_workspace_finds(site) {
        let page = site.get_as(&site.coordinator(), "/maple/work").await.body;
        let rail = &page[page.find("<nav class=\"rail\"").unwrap()..page.find("<header class=\"bar\"").unwrap()];
        let fold = rail.find("<details class=\"rooms\"><summary>").expect("a fold that needs no script");
        assert!(fold < rail.find("href=\"/maple/work/bin\"").unwrap(), "the rooms are in it");
        assert!(page.contains("action=\"/maple/work/search\""), "{page}");
    }
}

/// The hidden fields of the form that is sent to `action`, as a browser reads them.
fn hidden(page: &str, action: &str) -> Vec<(String, String)> {
    let form =
        page.split("<form").find(|form| form.contains(&format!("action=\"{action}\""))).unwrap_or_default();
    let form = form.split("</form>").next().unwrap_or_default();
    let value = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        let raw = rest.split('"').next()?;
        Some(raw.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    };
    let fields = form.split("<input").skip(1).filter(|tag| tag.contains("type=\"hidden\""));
    fields.filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?))).collect()
}
