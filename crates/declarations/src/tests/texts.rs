//! Texts to translate: the declaration and statements, in languages that nobody wrote them in; published words stay.

use super::{TODAY, World, rooms, text};
use crate::{
    DeclarationFacts, StatementFacts, add_declaration, add_statement, can, rules::statements::StatementKind,
    store::versions::list_declarations,
};
use partners::Visibility;
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    testing::{Got, Site},
};

const ARABIC: &str = "نرحب بالجميع.";

async fn state(site: &Site, words: &str, of: partners::OrganizationId, visibility: Visibility) -> String {
    let mut tx = site.ctx(site.coordinator()).write(can::EDIT_STATEMENTS).await.unwrap();
    let new = StatementFacts {
        kind: StatementKind::Statement,
        title: text(words),
        body: text("Not here."),
        issued_on: TODAY,
        council: None,
        issuers: vec![of],
        signatories: Vec::new(),
        link: String::new(),
        visibility,
        recall: None,
        recall_ahead: 21,
    };
    let id = add_statement(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

/// Sends words on top of what the form shows now.
async fn send(site: &Site, who: &Caller, url: &str, (lang, words): (&str, &str)) -> Got {
    let page = site.get_as(who, url).await;
    assert_eq!(page.status, 200, "{url}: {}", page.body);
    let version = super::version_of(&page.body);
    site.post_as(who, url, &[("version", &version), (&format!("text_{lang}"), words)]).await
}

async fn versions(site: &Site) -> Vec<crate::Declaration> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE).await.unwrap();
    let all = list_declarations(&mut tx).await.unwrap();
    tx.done().await.unwrap();
    all
}

platform::on_both! { rooms();
    async fn a_published_text_gets_further_languages_and_keeps_its_words(site) {
        World::new(site).await;
        let translator = site.holder(Office::Translator, None);
        let id = versions(site).await[0].id;
        let url = |wording: &str, lang: &str| format!("/maple/work/texts/declaration/{id}/{wording}/{lang}");
        let list = site.get_as(&translator, "/maple/work/texts?into=ar&kind=declaration").await.body;
        for wording in ["title", "body", "decision"] {
            assert!(list.contains(&url(wording, "ar")), "{wording}: {list}");
        }
        let version = super::version_of(&site.get_as(&translator, &url("body", "ar")).await.body);
        let unread = [("version", version.as_str()), ("text_ar", ARABIC), ("machine", "yes")];
        let unread = site.post_as(&translator, &url("body", "ar"), &unread).await;
        assert!(unread.status == 422 && unread.body.contains(ARABIC) && unread.body.contains("A machine made these words"), "{}", unread.body);
        let sent = send(site, &translator, &url("body", "ar"), ("ar", ARABIC)).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(site.get("/maple/ar/declaration").await.body.contains(ARABIC));
        let other = send(site, &translator, &url("body", "ar"), ("ar", "كلمات أخرى")).await;
        assert!(other.status == 422 && other.body.contains("كلمات أخرى") && other.body.contains("never changes"), "{}", other.body);
        let french = send(site, &translator, &url("body", "fr"), ("fr", "D’autres mots.")).await;
        assert_eq!(french.status, 422, "{}", french.body);
        assert_eq!(versions(site).await[0].body.in_lang(Lang::Ar), ARABIC);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/declaration/{id}")).await.body;
        assert!(history.contains("wrote words in another language") && history.contains(ARABIC), "{history}");
    }

    async fn a_draft_is_translated_freely_and_what_was_replaced_waits_no_more(site) {
        let world = World::new(site).await;
        let first = versions(site).await[0].id;
        world.publish(site, "We welcome and act.", TODAY).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let new = DeclarationFacts { title: text("Third"), body: text("We act."), renew_years: None };
        let draft = add_declaration(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        let list = async |who: Caller| site.get_as(&who, "/maple/work/texts?into=ar&kind=declaration").await.body;
        let body = format!("/maple/work/texts/declaration/{draft}/body/fr");
        let hers = list(site.holder(Office::Translator, None)).await;
        assert!(!hers.contains(&draft.to_string()) && hers.contains("(2)"), "a draft is for those who keep it: {hers}");
        assert_eq!(site.get_as(&site.holder(Office::Translator, None), &body).await.status, 404);
        let list = list(site.coordinator()).await;
        assert!(!list.contains(&first.to_string()) && list.contains(&draft.to_string()) && list.contains("Third (3)"), "{list}");
        for words in ["Nous agissons.", "Nous agissons ensemble."] {
            let sent = send(site, &site.coordinator(), &body, ("fr", words)).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        assert_eq!(versions(site).await[0].body.in_lang(Lang::Fr), "Nous agissons ensemble.");
    }

    async fn a_statement_is_translated_by_whoever_may_know_of_it(site) {
        let world = World::new(site).await;
        let (open, hidden) = (state(site, "Against racism", world.open, Visibility::Public).await, state(site, "Kept back", world.open, Visibility::Staff).await);
        let translator = site.holder(Office::Translator, None);
        let url = |id: &str| format!("/maple/work/texts/statement/{id}/title/ar");
        let list = site.get_as(&translator, "/maple/work/texts?into=ar&kind=statement").await.body;
        assert!(list.contains(&url(&open)) && !list.contains(&url(&hidden)), "{list}");
        assert_eq!(site.get_as(&translator, &url(&hidden)).await.status, 404);
        assert_eq!(send(site, &translator, &url(&open), ("ar", "ضد العنصرية")).await.status, 303);
        assert!(site.get("/maple/ar/statements").await.body.contains("ضد العنصرية"));
        assert_eq!(send(site, &site.coordinator(), &url(&hidden), ("ar", "سر")).await.status, 303);
    }
}
