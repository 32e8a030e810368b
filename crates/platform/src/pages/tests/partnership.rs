//! The partnership's own facts: who changes them, where they are read, and that nothing is overwritten.

use crate::{
    authority::Caller,
    ctx::PUBLIC,
    langs::Lang,
    mail::{Mail, Recipient},
    testing::Site,
};

const PAGE: &str = "/maple/work/partnership";

/// The form as the page sends it, with other values for some of its fields; an empty one takes the field's value away.
fn form(version: &'static str, other: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = [
        ("name_en", "Maple Partnership"),
        ("name_fr", "Partenariat de l’érable"),
        ("place_en", "Maple"),
        ("place_fr", "Érable"),
        ("about_en", "A partnership of the tests."),
        ("about_fr", "Un partenariat des essais."),
        ("mail", "office@example.org"),
        ("phone", "905 555-0134"),
        ("street", "1 Maple Street\nMaple"),
        ("danger_number", "911"),
        ("crisis_number", "988"),
        ("information_number", "211"),
        ("health_number", "811"),
        ("zone", "America/Toronto"),
    ];
    let replaced = |name: &str| other.iter().any(|(key, _)| *key == name);
    let mut fields: Vec<_> = kept.into_iter().filter(|(name, _)| !replaced(name)).collect();
    fields.extend(other);
    if !replaced("langs") {
        fields.extend([("langs", "en"), ("langs", "fr"), ("langs", "ar")]);
    }
    fields.push(("version", version));
    fields
}

crate::on_both! { vec![];
    async fn the_coordinator_changes_the_facts_and_every_page_says_so(site) {
        let ada = site.coordinator();
        let page = site.get_as(&ada, PAGE).await;
        assert!(page.status == 200 && page.body.contains("value=\"911\"") && page.body.contains("America/Toronto"), "{}", page.body);
        let own = [("own1_en", "Tenants’ line"), ("own1_number", "905 555-0199"), ("health_number", "")];
        let saved = site.post_as(&ada, PAGE, &form("1", &own)).await;
        assert_eq!((saved.status, saved.location()), (303, "/maple/work/partnership?said=partnership-saved"));
        let here = site.app.partnership("maple", "").await.unwrap().unwrap();
        assert_eq!((here.contact.mail.as_str(), here.version), ("office@example.org", 2));
        let numbers: Vec<&str> = here.emergency.iter().map(|line| line.number.as_str()).collect();
        assert_eq!(numbers, ["911", "988", "211", "905 555-0199"]);
        let ctx = crate::ctx::Ctx { face: crate::ctx::Face::Public, partnership: Some(here), ..site.ctx(Caller::Anonymous) };
        let shell = crate::html::page(&ctx, &crate::html::Head::new("A page"), maud::html! {}).0;
        for said in ["Tenants’ line:", "tel:9055550199", "mailto:office@example.org", "tel:911"] {
            assert!(shell.contains(said), "{said}: {shell}");
        }
        assert!(!shell.contains("811"), "taken away");
        let history = site.get_as(&ada, &format!("/maple/work/history/partnership/{}", site.partnership.id)).await;
        assert!(history.status == 200 && history.body.contains("office@example.org"), "{}", history.body);
    }

    async fn two_who_change_the_facts_at_once_see_both_texts(site) {
        let ada = site.coordinator();
        assert_eq!(site.post_as(&ada, PAGE, &form("1", &[("name_en", "First")])).await.status, 303);
        let second = site.post_as(&ada, PAGE, &form("1", &[("name_en", "Second"), ("zone", "America/Regina")])).await;
        assert_eq!(second.status, 409);
        for said in ["First", "Second", "Saskatchewan", "name=\"version\" value=\"2\""] {
            assert!(second.body.contains(said), "{said}: {}", second.body);
        }
        assert_eq!(site.post_as(&ada, PAGE, &form("2", &[("name_en", "Second")])).await.status, 303);
    }

    async fn what_nobody_could_use_is_refused_and_stays_in_the_form(site) {
        let ada = site.coordinator();
        let wrong = [
            ("mail", "office"), ("phone", "call"), ("name_en", ""), ("name_fr", ""), ("langs", "ar"), ("zone", "Mars/Olympus"),
            ("own1_number", "905 555-0199"), ("own2_en", "A line"),
        ];
        let refused = site.post_as(&ada, PAGE, &form("1", &wrong)).await;
        assert_eq!(refused.status, 422);
        for field in ["f-mail", "f-phone", "f-name", "f-langs", "f-zone", "f-own1", "f-own2_number"] {
            assert!(refused.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", refused.body);
        }
        assert!(refused.body.contains("value=\"office\""));
        assert_eq!(site.app.partnership("maple", "").await.unwrap().unwrap().version, 1);
    }

    async fn only_languages_with_words_are_offered_and_each_says_how_many(site) {
        let ada = site.coordinator();
        let page = site.get_as(&ada, PAGE).await.body;
        assert!(page.contains("The program speaks it everywhere.") && page.contains("العربية"), "{page}");
        let (n, total) = (site.ctx(ada.clone()).say().texts_in(Lang::Ar), site.ctx(ada.clone()).say().texts_in(Lang::En));
        assert!(0 < n && n < total, "{n} of {total}");
        assert!(page.contains(&format!("Translated texts of the program: {n} of {total}")), "{page}");
        assert!(!page.contains("value=\"uk\"") && !page.contains("Українська"), "{page}");
        let forged = site.post_as(&ada, PAGE, &form("1", &[("langs", "en"), ("langs", "uk")])).await;
        assert!(forged.status == 422 && forged.body.contains("no words in this language yet"), "{}", forged.body);
        assert_eq!(site.post_as(&ada, PAGE, &form("1", &[("langs", "en"), ("langs", "ar")])).await.status, 303);
    }

    async fn nobody_else_changes_them(site) {
        assert_eq!(site.get_as(&site.stranger(), PAGE).await.status, 404);
        assert_eq!(site.post_as(&site.stranger(), PAGE, &form("1", &[])).await.status, 404);
        assert_eq!(site.get(PAGE).await.status, 303);
        let chair = site.caller(vec![crate::authority::Grant {
            office: crate::authority::Office::Reader,
            partnership: Some(site.partnership.id),
            on: None,
        }]);
        assert_eq!(site.post_as(&chair, PAGE, &form("1", &[])).await.status, 403);
        let history = format!("/maple/work/history/partnership/{}", site.partnership.id);
        assert_eq!(site.get_as(&chair, &history).await.status, 404);
    }

    async fn answers_to_mail_of_the_partnership_go_to_its_address(site) {
        send(site, None).await;
        let before = sent(site).await;
        assert!(!before.contains("Reply-To"), "{before}");
        assert_eq!(site.post_as(&site.coordinator(), PAGE, &form("1", &[])).await.status, 303);
        send(site, Some("https://kith.test/stop")).await;
        let after = sent(site).await;
        assert!(after.contains("Reply-To: office@example.org\r\n"), "{after}");
        for line in ["1 Maple Street", "905 555-0134", "https://kith.test/stop"] {
            assert!(after.contains(line), "a mail that nobody asked for says who writes: {line}: {after}");
        }
    }
}

/// Writes a mail of `maple`.
async fn send(site: &Site, unsubscribe: Option<&str>) {
    let here = site.app.partnership("maple", "").await.unwrap();
    let ctx = crate::ctx::Ctx { partnership: here, ..site.ctx(Caller::Console) };
    let mut tx = ctx.write(PUBLIC).await.unwrap();
    let mail = Mail {
        to: Recipient::parse("ada@example.org").unwrap(),
        lang: Lang::En,
        subject: "A subject".into(),
        body: "A text.".into(),
        purpose: "test",
        unsubscribe: unsubscribe.map(str::to_owned),
    };
    tx.send_mail(mail).await.unwrap();
    tx.commit().await.unwrap();
}

/// What left since the last time.
async fn sent(site: &Site) -> String {
    crate::jobs::run_due(&site.app).await.unwrap();
    let mut all = String::new();
    for entry in std::fs::read_dir(site.folder().join("mail")).unwrap() {
        let path = entry.unwrap().path();
        all.push_str(&std::fs::read_to_string(&path).unwrap());
        std::fs::remove_file(path).unwrap();
    }
    all
}
