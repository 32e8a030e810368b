//! Stories of the checklist and of the log.

use super::rooms;
use jiff::civil::date;
use partners::NewOrganization;
use platform::{
    authority::Office,
    personal::{self, Subject, Why},
    testing::Site,
    text::Text,
};

const LIST: &str = "/maple/work/outreach/checklist";
const LOG: &str = "/maple/work/outreach/log";

/// The partnership with its sectors and the eight questions; gives the address of the question whose words are given.
async fn begun(site: &Site, words: &str) -> String {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(partners::can::EDIT_SECTORS).await.unwrap();
    partners::add_default_sectors(&mut tx, &ctx).await.unwrap();
    tx.commit().await.unwrap();
    let coordinator = site.coordinator();
    let got = site.post_as(&coordinator, &format!("{LIST}/offered"), &[]).await;
    assert_eq!(got.status, 303, "{}", got.body);
    question(site, words).await
}

async fn question(site: &Site, words: &str) -> String {
    let page = site.get_as(&site.coordinator(), LIST).await.body;
    let before = page.split(words).next().unwrap();
    let id = before.rsplit(&format!("href=\"{LIST}/")).next().unwrap().split('"').next().unwrap();
    format!("{LIST}/{id}")
}

async fn met(site: &Site, fields: &[(&str, &str)]) -> String {
    let mut sent = vec![
        ("met_on", "2026-11-17"),
        ("community", "Sewing class"),
        ("language", "ti"),
        ("people", "14"),
        ("met_by", "Ana Stays"),
    ];
    sent.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    sent.extend(fields);
    let got = site.post_as(&site.coordinator(), LOG, &sent).await;
    assert_eq!(got.status, 303, "{}", got.body);
    got.location().split('?').next().unwrap().to_owned()
}

platform::on_both! { rooms();
    async fn answers_stand_beside_each_other_and_the_latest_day_holds(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        for (has, day) in [("no", "2026-11-20"), ("yes", "2026-01-15")] {
            let sent = [("has", has), ("answered_on", day), ("told_by", "The library"), ("strengths", "One officer")];
            let got = site.post_as(&coordinator, &format!("{path}/answers"), &sent).await;
            assert_eq!(got.status, 303, "{}", got.body);
        }
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("Nov 20, 2026") && page.contains("Jan 15, 2026"), "both stay: {page}");
        let file = site.get_as(&coordinator, &format!("{LIST}?as=csv")).await.body;
        let line = file.lines().find(|line| line.contains("Do the police know")).unwrap();
        assert!(line.contains("No") && line.contains("The library"), "{line}");
        let future = site.post_as(&coordinator, &format!("{path}/answers"), &[("has", "no"), ("answered_on", "2026-11-23"), ("weaknesses", "Nobody asks")]).await;
        assert!(future.status == 422 && future.body.contains("Nobody asks"), "{}", future.body);
        let twice = site.post_as(&coordinator, &format!("{LIST}/offered"), &[]).await;
        assert_eq!(twice.status, 422, "the list has begun");
    }

    async fn a_missing_sector_shows_at_the_table_and_leads_to_a_prospect(site) {
        begun(site, "Do the police know").await;
        let coordinator = site.coordinator();
        for page in ["/maple/work/councils/composition", "/maple/work/outreach/prospects", LIST] {
            let body = site.get_as(&coordinator, page).await.body;
            assert!(body.contains("Who is missing, by the checklist") && body.contains("Do the police know"), "{page}: {body}");
            assert!(body.contains("/maple/work/outreach/prospects/new?sector="), "{page}: {body}");
        }
        let reader = site.holder(Office::Reader, None);
        assert!(!site.get_as(&reader, "/maple/work/councils/composition").await.body.contains("by the checklist"));
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let police = partners::sectors(&mut tx).await.unwrap().into_iter().find(|one| one.code == "police").unwrap();
        let name = Text::both("Maple Police", "Police de Maple", date(2026, 1, 1));
        let new = NewOrganization { sector: Some(police.id), joined_on: Some(date(2026, 1, 1)), ..NewOrganization::new("police", name) };
        partners::add_organization(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        let body = site.get_as(&coordinator, "/maple/work/councils/composition").await.body;
        assert!(!body.contains("Do the police know") && body.contains("by the checklist"), "a partner can tell: {body}");
    }

    async fn a_question_is_retired_and_asked_again_and_others_are_added(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        let gone = site.post_as(&coordinator, &format!("{path}/retirement"), &[("retired", "yes"), ("version", "1")]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        assert!(!site.get_as(&coordinator, &path).await.body.contains("name=\"has\""));
        let late = site.post_as(&coordinator, &format!("{path}/answers"), &[("has", "yes"), ("answered_on", "2026-11-20")]).await;
        assert_eq!(late.status, 422);
        assert_eq!(site.post_as(&coordinator, &format!("{path}/retirement"), &[("retired", ""), ("version", "1")]).await.status, 409);
        assert_eq!(site.post_as(&coordinator, &format!("{path}/retirement"), &[("retired", ""), ("version", "2")]).await.status, 303);
        let empty = site.post_as(&coordinator, LIST, &[("question_en", "")]).await;
        assert_eq!(empty.status, 422);
        let own = site.post_as(&coordinator, LIST, &[("question_en", "Who lends skates?"), ("question_fr", "Qui prête des patins?")]).await;
        assert_eq!(own.status, 303, "{}", own.body);
        assert!(site.get_as(&coordinator, LIST).await.body.contains("Who lends skates?"));
    }

    async fn a_promise_stands_on_today_until_it_is_kept(site) {
        let (coordinator, path) = (site.coordinator(), met(site, &[("promise", "Bus times in Tigrinya"), ("promise_on", "2026-11-20")]).await);
        assert!(site.get_as(&coordinator, "/maple/work").await.body.contains("Bus times in Tigrinya (Sewing class)"));
        let kept = site.post_as(&coordinator, &format!("{path}/promise"), &[("version", "1")]).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        assert!(!site.get_as(&coordinator, "/maple/work").await.body.contains("Bus times in Tigrinya"));
        assert_eq!(site.post_as(&coordinator, &format!("{path}/promise"), &[("version", "2")]).await.status, 422, "kept once");
        let open = site.get_as(&coordinator, &format!("{LOG}?promise=kept&language=ti&as=csv")).await.body;
        assert!(open.contains("Sewing class"), "{open}");
        assert!(!site.get_as(&coordinator, &format!("{LOG}?promise=open&as=csv")).await.body.contains("Sewing class"));
    }

    async fn an_entry_is_changed_once_and_comes_back_from_the_bin(site) {
        let (coordinator, path) = (site.coordinator(), met(site, &[("note", "Bring coffee")]).await);
        let fields = [("met_on", "2026-11-17"), ("community", "Sewing circle"), ("met_by", "Ana Stays"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &path, &fields).await.status, 303);
        let late = site.post_as(&coordinator, &path, &[("met_on", "2026-11-17"), ("community", "Typed late"), ("met_by", "Ana"), ("version", "1")]).await;
        assert!(late.status == 409 && late.body.contains("Typed late") && late.body.contains("Sewing circle"), "{}", late.body);
        assert_eq!(platform::testing::pages::complaints_about(&late.body), Vec::<String>::new());
        let wrong = site.post_as(&coordinator, LOG, &[("met_on", "2026-11-17"), ("community", "Class"), ("met_by", "Ana"), ("people", "a few"), ("promise", "Call")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("Write a whole number") && wrong.body.contains("Choose until when"), "{}", wrong.body);
        assert_eq!(site.post_as(&coordinator, &format!("{path}/bin"), &[("version", "2")]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 404);
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(site.post_as(&coordinator, &format!("/maple/work/bin/encounter/{id}/restoration"), &[]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 200);
    }

    async fn notes_are_for_the_staff_and_names_are_forgotten(site) {
        let path = met(site, &[("note", "Ask Amina Quill again"), ("said", "Amina Quill helps them")]).await;
        let chair = site.holder(Office::Chair, Some(platform::ids::Ref::new("council", uuid::Uuid::from_u128(2))));
        let page = site.get_as(&chair, &path).await;
        assert!(page.status == 200 && !page.body.contains("again"), "{}", page.body);
        assert!(!site.get_as(&chair, &format!("{LOG}?as=csv&columns=note")).await.body.contains("again"));
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let amina = partners::add_person(&mut tx, &partners::NewPerson::new("Amina Quill", platform::langs::Lang::En)).await.unwrap();
        let subject = Subject { names: vec!["Amina Quill".into()], ..Subject::of(amina.0) };
        personal::erase(&ctx, &mut tx, &subject, Why::Asked).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains("helps them") && !page.contains("Amina"), "{page}");
    }
}
