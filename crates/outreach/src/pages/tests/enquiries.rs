//! Stories of questions: asked without an account, answered by a person, forgotten but for their topic.

use super::rooms;
use crate::can;
use platform::{
    authority::{Caller, Office},
    sql,
    testing::{Got, Site},
};

const LIST: &str = "/maple/work/outreach/enquiries";

async fn ask(site: &Site, lang: &str, fields: &[(&str, &str)]) -> Got {
    let all = [
        ("question", "Où loger cinq personnes?"),
        ("topic", "housing"),
        ("email", "esperance@maple.example"),
        ("agree", "yes"),
    ];
    let mut sent: Vec<(&str, &str)> =
        all.into_iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name)).collect();
    sent.extend(fields);
    site.post_as(&Caller::Anonymous, &format!("/maple/{lang}/ask"), &sent).await
}

async fn first(site: &Site) -> String {
    let page = site.get_as(&site.coordinator(), LIST).await.body;
    let id = page.split(&format!("href=\"{LIST}/")).nth(1).unwrap().split('"').next().unwrap();
    format!("{LIST}/{id}")
}

async fn mails(site: &Site) -> Vec<(String, String, String)> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
    let all = sql!(tx, all(String, String, String), "SELECT purpose, lang, body FROM mail ORDER BY purpose")
        .unwrap();
    tx.done().await.unwrap();
    all
}

platform::on_both! { rooms();
    async fn a_question_in_french_is_answered_in_french_and_its_topic_outlives_it(site) {
        let page = site.get("/maple/fr/ask").await.body;
        assert!(page.find("tel:911").unwrap() < page.find("name=\"question\"").unwrap(), "what cannot wait stands first");
        assert!(site.get("/maple/fr/get-involved").await.body.contains("/maple/fr/ask"), "it is a way in");
        let sent = ask(site, "fr", &[]).await;
        assert_eq!((sent.status, sent.location()), (303, "/maple/fr/ask/received"), "{}", sent.body);
        let (coordinator, path) = (site.coordinator(), first(site).await);
        assert!(site.get_as(&coordinator, "/maple/work").await.body.contains("1 question waits"));
        let silent = site.post_as(&coordinator, &format!("{path}/answer"), &[("way", "mailed"), ("topic", "housing"), ("version", "1")]).await;
        assert_eq!(silent.status, 422);
        let fields = [("way", "mailed"), ("topic", "money"), ("words", "Appelez le 211."), ("version", "1")];
        let answered = site.post_as(&coordinator, &format!("{path}/answer"), &fields).await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        let late = site.post_as(&coordinator, &format!("{path}/answer"), &fields).await;
        assert!(late.status == 409 && late.body.contains("Appelez le 211."), "{}", late.body);
        let mails = mails(site).await;
        assert_eq!(mails.iter().map(|(what, lang, _)| (what.as_str(), lang.as_str())).collect::<Vec<_>>(), [("enquiry-answer", "fr"), ("enquiry-receipt", "fr")]);
        assert!(mails[0].2.contains("Appelez le 211.") && !mails[1].2.contains("loger"), "{mails:?}");
        site.app.clock.advance(366 * 86_400);
        for _ in 0..3 {
            platform::jobs::run_due(&site.app).await.unwrap();
        }
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(!page.contains("loger") && !page.contains("esperance") && page.contains("Money, benefits, taxes"), "{page}");
        let file = site.get_as(&coordinator, &format!("{LIST}?topic=money&as=csv")).await.body;
        assert!(file.contains("Money, benefits, taxes"), "the voice still counts: {file}");
        let list = site.get_as(&coordinator, LIST).await.body;
        let voices = list.split("id=\"voices\"").nth(1).expect("a section of voices");
        assert!(voices.contains("Money, benefits, taxes") && voices.contains("French"), "and is shown: {voices}");
    }

    async fn who_names_no_topic_is_counted_so_and_not_under_something_else(site) {
        assert_eq!(ask(site, "en", &[("topic", "")]).await.status, 303);
        assert!(!site.get("/maple/en/ask").await.body.contains("not-given"), "it is nothing to choose");
        let coordinator = site.coordinator();
        let other = site.get_as(&coordinator, &format!("{LIST}?topic=other&as=csv")).await.body;
        let none = site.get_as(&coordinator, &format!("{LIST}?topic=not-given&as=csv")).await.body;
        assert!(!other.contains("loger") && none.contains("loger") && none.contains("No topic given"), "{other} {none}");
        let page = site.get_as(&coordinator, &first(site).await).await.body;
        assert!(page.contains("<option value=\"not-given\" selected>No topic given"), "{page}");
        assert!(page.contains("What to call them") && !page.contains("What we may call you") && !page.contains("Where you live"), "{page}");
        assert!(page.contains("Send or record the answer"), "{page}");
    }

    async fn a_telephone_is_enough_and_nobody_is_asked_who_she_is(site) {
        let page = site.get("/maple/en/ask").await.body;
        assert!(!page.to_lowercase().contains("immigration status"), "{page}");
        let wrong = ask(site, "en", &[("email", ""), ("agree", "")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("loger cinq personnes"), "{}", wrong.body);
        assert_eq!(ask(site, "en", &[("email", ""), ("phone", "555-0100")]).await.status, 303);
        let (coordinator, path) = (site.coordinator(), first(site).await);
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(!page.contains("value=\"mailed\"") && page.contains("Record the answer"), "{page}");
        let called = site.post_as(&coordinator, &format!("{path}/answer"), &[("way", "called"), ("topic", "housing"), ("words", "Told her about 211."), ("version", "1")]).await;
        assert_eq!(called.status, 303, "{}", called.body);
        assert!(mails(site).await.is_empty());
    }

    async fn only_those_who_answer_see_questions_and_the_bin_gives_them_back(site) {
        ask(site, "ar", &[]).await;
        let (coordinator, path) = (site.coordinator(), first(site).await);
        for office in [Office::Reader, Office::CouncilMember, Office::Translator] {
            assert_eq!(site.get_as(&site.holder(office, None), &path).await.status, 403, "{office:?}");
        }
        assert_eq!(site.post_as(&coordinator, &format!("{path}/bin"), &[("version", "1")]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 404);
        assert!(!site.get_as(&coordinator, "/maple/work/bin").await.body.contains("loger"), "the bin tells the topic alone");
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(site.post_as(&coordinator, &format!("/maple/work/bin/enquiry/{id}/restoration"), &[]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 200);
    }
}
