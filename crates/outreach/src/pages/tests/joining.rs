//! Stories across the pages: from a form on the public site to an answer, a partner or a volunteer.

use super::rooms;
use crate::{can, facade::JOINING};
use jiff::civil::date;
use partners::{NewOrganization, Reader};
use platform::{
    authority::{Caller, Office},
    ids::Ref,
    sql,
    testing::{Got, Site},
    text::Text,
};

const QUEUE: &str = "/maple/work/outreach/joining";

async fn ask(site: &Site, lang: &str, fields: &[(&str, &str)]) -> Got {
    let all = [
        ("asker", "group"),
        ("organization", "Cercle de couture"),
        ("name", "Espérance Roy"),
        ("email", "esperance@maple.example"),
        ("wish", "Ouvrir nos portes le mardi."),
        ("agree", "yes"),
    ];
    let mut sent: Vec<(&str, &str)> =
        all.into_iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name)).collect();
    sent.extend(fields);
    site.post_as(&Caller::Anonymous, &format!("/maple/{lang}/get-involved"), &sent).await
}

/// The address of the first request in the queue.
async fn first(site: &Site, caller: &Caller) -> Option<String> {
    let page = site.get_as(caller, QUEUE).await.body;
    let from = page.split(&format!("href=\"{QUEUE}/")).nth(1)?;
    from.split('"').next().map(|id| format!("{QUEUE}/{id}"))
}

/// All mail, as purpose, language and text.
async fn mails(site: &Site) -> Vec<(String, String, String)> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
    let all = sql!(
        tx,
        all(String, String, String),
        "SELECT purpose, lang, body FROM mail ORDER BY made_at, purpose"
    )
    .unwrap();
    tx.done().await.unwrap();
    all
}

platform::on_both! { rooms();
    async fn a_group_asks_in_french_and_becomes_a_partner_in_french(site) {
        let page = site.get("/maple/fr/get-involved").await.body;
        assert!(page.contains("Demander un siège") && page.contains("Façons de participer"), "the rooms' ways stand there: {page}");
        let sent = ask(site, "fr", &[]).await;
        assert_eq!((sent.status, sent.location()), (303, "/maple/fr/get-involved/received"), "{}", sent.body);
        assert!(site.get(sent.location()).await.body.contains("cinq jours ouvrables"));
        let coordinator = site.coordinator();
        let today = site.get_as(&coordinator, "/maple/work").await.body;
        assert!(today.contains("1 request to take part waits") && today.contains("by Nov 27, 2026"), "{today}");
        let path = first(site, &coordinator).await.unwrap();
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("<blockquote lang=\"fr\"") && page.contains("J’accepte que ce partenariat"), "{page}");
        let answer = [("decision", "answered"), ("words", "Quel beau projet."), ("version", "1")];
        let answered = site.post_as(&coordinator, &format!("{path}/answer"), &answer).await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        let form = site.get_as(&coordinator, &format!("{path}/partner")).await.body;
        assert!(form.contains("value=\"Cercle de couture\"") && !form.contains("name=\"of\""), "{form}");
        let keep = [("name_fr", "Cercle de couture"), ("kind", "informal"), ("visibility", "partners"), ("joined_on", "2026-11-22"),
            ("person", "new"), ("person_name", "Espérance Roy"), ("words", "Bienvenue."), ("version", "2")];
        let kept = site.post_as(&coordinator, &format!("{path}/partner"), &keep).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("Became a partner") && page.contains("/maple/work/partners/cercle-de-couture"), "{page}");
        let partner = site.get_as(&coordinator, "/maple/work/partners/cercle-de-couture").await.body;
        assert!(partner.contains("Asked to take part") && partner.contains("Espérance Roy"), "{partner}");
        let mails = mails(site).await;
        let told: Vec<(&str, &str)> = mails.iter().map(|(what, lang, _)| (what.as_str(), lang.as_str())).collect();
        assert_eq!(told, [("asking-answer", "fr"), ("asking-answer", "fr"), ("asking-receipt", "fr")]);
        assert!(mails.iter().any(|(_, _, body)| body.contains("Bienvenue.")));
        let again = site.post_as(&coordinator, &format!("{path}/partner"), &[("version", "3")]).await;
        assert!(again.status == 422 && again.body.contains("decided already"), "{}", again.body);
    }

    async fn a_name_in_neither_official_language_is_asked_for_in_one_beside_it(site) {
        ask(site, "ar", &[("organization", "حلقة الخياطة")]).await;
        let coordinator = site.coordinator();
        let path = first(site, &coordinator).await.unwrap();
        let form = site.get_as(&coordinator, &format!("{path}/partner")).await.body;
        assert!(form.contains("In English or in French too") && form.contains("value=\"حلقة الخياطة\""), "{form}");
        let alone = [("name_ar", "حلقة الخياطة"), ("kind", "informal"), ("visibility", "partners"), ("joined_on", "2026-11-22"),
            ("person", "nobody"), ("version", "1")];
        let refused = site.post_as(&coordinator, &format!("{path}/partner"), &alone).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("Give a name in English or in French") && !refused.body.contains("Write something here"), "{}", refused.body);
        assert!(refused.body.contains("value=\"حلقة الخياطة\""), "what was typed stays");
        let both: Vec<_> = alone.into_iter().chain([("name_en", "Sewing circle")]).collect();
        assert_eq!(site.post_as(&coordinator, &format!("{path}/partner"), &both).await.status, 303);
    }

    async fn the_staff_reads_about_people_and_a_second_answer_says_what_it_does(site) {
        assert_eq!(ask(site, "fr", &[]).await.status, 303);
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        for page in [QUEUE.to_owned(), path.clone(), format!("{path}/partner"), format!("{path}/volunteer")] {
            let page = site.get_as(&coordinator, &page).await.body;
            assert!(!page.contains("Your name") && !page.contains("What you would like") && !page.contains("Languages you"), "{page}");
        }
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("Name of the person") && page.contains("Send the answer") && !page.contains("second mail"), "{page}");
        let answer = [("decision", "answered"), ("words", "Quel beau projet."), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &format!("{path}/answer"), &answer).await.status, 303);
        let page = site.get_as(&coordinator, &path).await.body;
        let (_, fold) = page.split_once("<details class=\"stack\"><summary>Answer once more").expect("a fold that is shut");
        assert!(fold.contains("goes as a second mail") && fold.contains("name=\"words\""), "{fold}");
        let silent = site.post_as(&coordinator, &format!("{path}/answer"), &[("decision", "answered"), ("words", ""), ("version", "2")]).await;
        assert!(silent.status == 422 && silent.body.contains("<details class=\"stack\" open><summary>Answer once more"), "{}", silent.body);
    }

    async fn what_was_said_by_telephone_is_recorded_and_not_sent(site) {
        assert_eq!(ask(site, "en", &[("email", ""), ("phone", "905 555-0134")]).await.status, 303);
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("Record the answer") && !page.contains("Send the answer"), "{page}");
        let answer = [("decision", "answered"), ("words", "Told her when we meet."), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &format!("{path}/answer"), &answer).await.status, 303);
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("Answer once more") && !page.contains("second mail"), "{page}");
        assert!(mails(site).await.is_empty());
    }

    async fn what_is_here_already_under_nearly_that_name_is_asked_about(site) {
        let mut tx = site.ctx(site.coordinator()).write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let name = Text::both("Sewing Circle of Elm Street", "Cercle de couture", date(2026, 1, 1));
        let id = partners::add_organization(&mut tx, &NewOrganization::new("sewing", name)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ask(site, "en", &[("organization", "Cercle de Couture")]).await.status, 303);
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        let fields = [("name_en", "Cercle de Couture"), ("kind", "informal"), ("visibility", "partners"), ("joined_on", "2026-11-20"), ("person_name", "Espérance Roy"), ("version", "1")];
        let silent = site.post_as(&coordinator, &format!("{path}/partner"), &fields).await;
        assert!(silent.status == 422 && silent.body.contains("nearly this name"), "{}", silent.body);
        let chosen = id.to_string();
        let mut known = fields.to_vec();
        known.extend([("of", chosen.as_str()), ("person", "nobody")]);
        let kept = site.post_as(&coordinator, &format!("{path}/partner"), &known).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let mut tx = site.ctx(site.coordinator()).read(partners::can::SEE_PARTNERS).await.unwrap();
        let all = partners::organizations_to_choose(&mut tx, Reader::Staff, platform::langs::Lang::En).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!((all.len(), all[0].joined_on), (1, Some(date(2026, 11, 20))), "nobody stands here twice");
    }

    async fn a_person_becomes_a_volunteer_with_what_she_agreed_to(site) {
        assert_eq!(ask(site, "ar", &[("asker", "person"), ("organization", "")]).await.status, 303);
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        assert_eq!(site.get_as(&coordinator, &format!("{path}/partner")).await.status, 404, "a person is no organization");
        let keep = [("person", "new"), ("person_name", "Espérance Roy"), ("version", "1")];
        let kept = site.post_as(&coordinator, &format!("{path}/volunteer"), &keep).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let mut tx = site.ctx(site.coordinator()).read(partners::can::SEE_PARTNERS).await.unwrap();
        let person = partners::people_to_choose(&mut tx, Reader::Staff).await.unwrap().pop().unwrap();
        let facts = tx.consent_facts(person.id).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!((facts.len(), facts[0].purpose.as_str(), facts[0].lang.code()), (1, JOINING, "ar"));
        assert!(facts[0].wording.contains("أوافق"), "{}", facts[0].wording);
    }

    async fn a_request_of_before_is_no_yes_after_a_no(site) {
        assert_eq!(ask(site, "fr", &[("asker", "person"), ("organization", "")]).await.status, 303);
        let asked_at = site.app.clock.now();
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        site.app.clock.advance(86_400);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let known = partners::NewPerson::new("Espérance Roy", platform::langs::Lang::Fr);
        let person = partners::add_person(&mut tx, &known).await.unwrap();
        tx.withdraw_consent(person, JOINING, "by-phone", platform::langs::Lang::Fr).await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(86_400);
        let chosen = person.to_string();
        let keep = [("person", chosen.as_str()), ("version", "1")];
        let kept = site.post_as(&coordinator, &format!("{path}/volunteer"), &keep).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let mut tx = site.ctx(site.coordinator()).read(partners::can::SEE_PARTNERS).await.unwrap();
        let facts = tx.consent_facts(person).await.unwrap();
        let today = site.ctx(site.coordinator()).today();
        assert!(tx.said_no(person.0, JOINING, today).await.unwrap(), "{facts:?}");
        tx.done().await.unwrap();
        let yes = facts.iter().find(|one| one.basis == platform::consent::Basis::Express).unwrap();
        assert_eq!((yes.recorded_at, yes.how.as_str(), yes.lang.code()), (asked_at, "web-form", "fr"));
        assert!(yes.wording.contains("J’accepte"), "{}", yes.wording);
    }

    async fn what_is_wrong_comes_back_whole_and_nothing_is_kept(site) {
        let wrong = ask(site, "en", &[("organization", ""), ("email", ""), ("agree", "")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("Ouvrir nos portes le mardi."), "{}", wrong.body);
        for said in ["Write what the organization or group is called", "Write a mail address or a telephone number", "Tick this box"] {
            assert!(wrong.body.contains(said), "{said}: {}", wrong.body);
        }
        assert!(first(site, &site.coordinator()).await.is_none());
        let called = ask(site, "en", &[("email", ""), ("phone", "555-0100")]).await;
        assert_eq!(called.status, 303, "a telephone is enough: {}", called.body);
        assert!(mails(site).await.is_empty(), "and there is nobody to write to");
    }

    async fn only_those_who_answer_see_who_asks(site) {
        ask(site, "en", &[]).await;
        let path = first(site, &site.coordinator()).await.unwrap();
        let organization = Ref::new("organization", uuid::Uuid::from_u128(1));
        for (office, on, status) in [(Office::PartnerEditor, Some(organization), 403), (Office::Reader, None, 403), (Office::CouncilMember, None, 403),
            (Office::Chair, Some(Ref::new("council", uuid::Uuid::from_u128(2))), 200)] {
            let caller = site.holder(office, on);
            assert_eq!(site.get_as(&caller, QUEUE).await.status, status, "{office:?}");
            assert_eq!(site.get_as(&caller, &path).await.status, status, "{office:?}");
            let posted = site.post_as(&caller, &format!("{path}/answer"), &[("decision", "answered"), ("words", "Hi."), ("version", "1")]).await;
            assert_eq!(posted.status, 403, "{office:?}");
        }
        assert_eq!(site.get_as(&site.stranger(), &path).await.status, 404);
        assert_eq!(site.get(&path).await.status, 303);
    }

    async fn whoever_comes_second_sees_both_answers_and_sends_no_mail(site) {
        ask(site, "en", &[]).await;
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        let early = [("decision", "answered"), ("words", "We read it."), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &format!("{path}/answer"), &early).await.status, 303);
        let sent = mails(site).await.len();
        let late = [("decision", "not-now"), ("words", "No room, sadly."), ("version", "1")];
        let late = site.post_as(&coordinator, &format!("{path}/answer"), &late).await;
        assert!(late.status == 409 && late.body.contains("No room, sadly.") && late.body.contains("We read it."), "{}", late.body);
        assert_eq!(platform::testing::pages::complaints_about(&late.body), Vec::<String>::new());
        assert_eq!(mails(site).await.len(), sent, "nobody was written to by it");
        let late = site.post_as(&coordinator, &format!("{path}/partner"), &[("version", "1"), ("name_en", "Typed")]).await;
        assert!(late.status == 409 && late.body.contains("value=\"Typed\"") && late.body.contains("value=\"2\""), "{}", late.body);
    }

    async fn a_request_goes_to_the_bin_and_comes_back(site) {
        ask(site, "en", &[]).await;
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        assert_eq!(site.post_as(&coordinator, &format!("{path}/bin"), &[("version", "1")]).await.status, 303);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 404);
        assert!(!site.get_as(&coordinator, "/maple/work").await.body.contains("request to take part waits"));
        let id = path.rsplit('/').next().unwrap();
        let back = site.post_as(&coordinator, &format!("/maple/work/bin/joining/{id}/restoration"), &[]).await;
        assert_eq!(back.status, 303, "{}", back.body);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 200);
    }

    async fn late_after_five_working_days_and_gone_two_years_after_the_answer(site) {
        ask(site, "en", &[]).await;
        site.app.clock.advance(6 * 86_400);
        let (coordinator, path) = (site.coordinator(), first(site, &site.coordinator()).await.unwrap());
        assert!(site.get_as(&coordinator, "/maple/work").await.body.contains("late since Nov 27, 2026"));
        let answer = [("decision", "not-now"), ("words", "Not this year."), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &format!("{path}/answer"), &answer).await.status, 303);
        site.app.clock.advance(731 * 86_400);
        for _ in 0..3 {
            platform::jobs::run_due(&site.app).await.unwrap();
        }
        assert!(first(site, &coordinator).await.is_none());
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
        let left = sql!(tx, value i64, "SELECT count(*) FROM consent").unwrap();
        tx.done().await.unwrap();
        assert_eq!(left, 0, "what was agreed to goes with it");
    }

    async fn the_queue_is_a_file_of_what_is_shown(site) {
        ask(site, "en", &[]).await;
        let file = site.get_as(&site.coordinator(), &format!("{QUEUE}?as=csv&state=new")).await;
        assert!(file.status == 200 && file.body.contains("Cercle de couture"), "{}", file.body);
        let none = site.get_as(&site.coordinator(), &format!("{QUEUE}?as=csv&state=partner")).await;
        assert!(!none.body.contains("Cercle de couture"));
    }
}
