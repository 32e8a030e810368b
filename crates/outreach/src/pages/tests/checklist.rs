//! Stories of the checklist and of the log.

use super::rooms;
use crate::store::encounters::{NewEncounter, insert_encounter};
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
pub(super) async fn begun(site: &Site, words: &str) -> String {
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

    async fn the_log_as_a_file_tells_whom_entries_are_about(site) {
        let (coordinator, entry) = (site.coordinator(), met(site, &[]).await);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let of = partners::add_organization(&mut tx, &NewOrganization::new("hall", Text::both("The hall", "La salle", date(2026, 1, 1)))).await.unwrap();
        let whom = partners::add_person(&mut tx, &partners::NewPerson::new("Nadia Haddad", platform::langs::Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let sent = [("organization", of.to_string()), ("person", whom.to_string())];
        let sent: Vec<_> = sent.iter().map(|(name, id)| (*name, id.as_str())).collect();
        let got = site.post_as(&coordinator, &format!("{entry}/links"), &sent).await;
        assert_eq!(got.status, 303, "{}", got.body);
        met(site, &[("community", "Choir")]).await;
        let file = site.get_as(&coordinator, &format!("{LOG}?as=csv")).await.body;
        assert!(file.lines().next().unwrap().contains(",About,"), "{file}");
        let line = |words: &str| file.lines().find(|line| line.contains(words)).unwrap().to_owned();
        assert!(line("Sewing class").contains(",\"The hall; Nadia Haddad\","), "{file}");
        assert!(!line("Choir").contains("The hall"), "{file}");
        assert!(site.get_as(&coordinator, LOG).await.body.contains("href=\"/maple/work/partners/hall\""));
        // A chair who may not know a person of the staff's does not learn her name by it.
        let chair = site.holder(Office::Chair, None);
        let file = site.get_as(&chair, &format!("{LOG}?as=csv")).await.body;
        assert!(file.contains("Sewing class") && !file.contains("Nadia"), "{file}");
        let book = site.get_as(&coordinator, &format!("{LOG}?as=xlsx")).await;
        assert!(book.status == 200 && book.bytes.starts_with(b"PK"));
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

    async fn a_question_is_said_in_own_words_and_the_latecomer_sees_both(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        let form = site.get_as(&coordinator, &format!("{path}/edit")).await.body;
        assert!(form.contains("name=\"question_fr\"") && form.contains("name=\"place\" value=\"1\""), "{form}");
        let mine = [("question_en", "Do the constables listen?"), ("question_fr", "Les agents écoutent-ils?"), ("place", "3"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &path, &mine).await.status, 303);
        let list = site.get_as(&coordinator, &format!("{LIST}?as=csv")).await.body;
        let at = |words: &str| list.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {list}"));
        assert_eq!((at("Do arts"), at("Do places of worship"), at("Do the constables"), at("Which clinics")), (1, 2, 3, 4));
        let late = [("question_en", "Typed late"), ("question_fr", "Tapé tard"), ("place", "1"), ("version", "1")];
        let late = site.post_as(&coordinator, &path, &late).await;
        assert!(late.status == 409 && late.body.contains("Typed late") && late.body.contains("Do the constables listen?"), "{}", late.body);
        assert_eq!(platform::testing::pages::complaints_about(&late.body), Vec::<String>::new());
        let empty = site.post_as(&coordinator, &path, &[("question_en", ""), ("question_fr", ""), ("place", "x"), ("version", "2")]).await;
        assert!(empty.status == 422 && empty.body.contains("value=\"x\""), "{}", empty.body);
        let id = path.rsplit('/').next().unwrap();
        let told = site.get_as(&coordinator, &format!("/maple/work/history/discovery-question/{id}")).await.body;
        assert!(told.contains("changed the question") && told.contains("Place in the list"), "{told}");
        let reader = site.holder(Office::Chair, Some(platform::ids::Ref::new("council", uuid::Uuid::from_u128(2))));
        assert_eq!(site.post_as(&reader, &path, &mine).await.status, 403);
    }

    async fn an_organization_is_asked_a_question_of_the_checklist(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        let mut tx = site.ctx(site.coordinator()).write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let name = Text::both("Maple Library", "Bibliothèque de Maple", date(2026, 1, 1));
        let library = partners::add_organization(&mut tx, &NewOrganization::new("library", name)).await.unwrap();
        tx.commit().await.unwrap();
        let id = path.rsplit('/').next().unwrap();
        let choose = format!("/maple/work/asks/about/discovery-question/{id}");
        assert!(site.get_as(&coordinator, &path).await.body.contains(&format!("href=\"{choose}\"")));
        let chosen = site.post_as(&coordinator, &choose, &[("organization", &library.to_string())]).await;
        let form = site.get_as(&coordinator, chosen.location()).await.body;
        assert!(form.contains("Do the police know") && form.contains("La police sait-elle"), "{form}");
        let sent = [("what_en", "Do they?"), ("what_fr", "Et chez vous?"), ("about_kind", "discovery-question"), ("about_id", id)];
        assert_eq!(site.post_as(&coordinator, "/maple/work/partners/library/asks", &sent).await.status, 303);
        let file = site.get_as(&coordinator, "/maple/work/asks?as=csv").await.body;
        assert!(file.contains("Do they?,Maple Library,Outreach,,Open"), "{file}");
        assert!(site.get_as(&coordinator, &path).await.body.contains("Asked already"));
        let gone = site.post_as(&coordinator, &format!("{path}/retirement"), &[("retired", "yes"), ("version", "1")]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        let file = site.get_as(&coordinator, "/maple/work/asks?as=csv").await.body;
        assert!(file.contains("Do they?,Maple Library,Outreach,,Withdrawn"), "{file}");
    }

    async fn changing_the_words_of_a_question_leaves_it_where_others_have_put_it(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        let form = site.get_as(&coordinator, &format!("{path}/edit")).await.body;
        assert!(form.contains("name=\"was\" value=\"1\""), "{form}");
        let arts = question(site, "Do arts").await;
        let words = site.get_as(&coordinator, &format!("{arts}/edit")).await.body;
        let english = words.split("name=\"question_en\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let first = [("question_en", english), ("question_fr", "Les arts?"), ("place", "1"), ("was", "2"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &arts, &first).await.status, 303);
        let mine = [("question_en", "Do the constables listen?"), ("question_fr", "Les agents écoutent-ils?"), ("place", "1"), ("was", "1"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &path, &mine).await.status, 303);
        let list = site.get_as(&coordinator, &format!("{LIST}?as=csv")).await.body;
        let at = |words: &str| list.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {list}"));
        assert_eq!((at("Do arts"), at("Do the constables")), (1, 2));
    }

    async fn a_translator_finds_the_questions_and_keeps_their_place(site) {
        let path = begun(site, "Do the police know").await;
        let id = path.rsplit('/').next().unwrap().to_owned();
        let coordinator = site.coordinator();
        let own = [("question_en", "Do the constables listen?"), ("question_fr", ""), ("place", "8"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &path, &own).await.status, 303);
        let translator = site.holder(Office::Translator, None);
        let list = site.get_as(&translator, "/maple/work/texts?into=fr&state=missing&kind=discovery-question").await.body;
        assert!(list.contains("Do the constables listen?"), "{list}");
        let text = format!("/maple/work/texts/discovery-question/{id}/question/fr");
        let form = site.get_as(&translator, &text).await.body;
        let field = |name: &str| form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sent = [("text_fr", "Les agents écoutent-ils?".to_owned()), ("version", field("version")), ("from", field("from"))];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let saved = site.post_as(&translator, &text, &sent).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let page = site.get_as(&coordinator, &format!("{path}/edit")).await.body;
        assert!(page.contains("Les agents écoutent-ils?") && page.contains("name=\"place\" value=\"8\""), "{page}");
        assert_eq!(site.get_as(&translator, &path).await.status, 403, "the answers stay with the staff");
    }

    async fn a_partner_counts_wherever_its_name_stands_in_a_long_list(site) {
        begun(site, "Do the police know").await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let police = partners::sectors(&mut tx).await.unwrap().into_iter().find(|one| one.code == "police").unwrap();
        let called = |n: usize| {
            let name = Text::both(&format!("Club {n:04}"), &format!("Club {n:04}"), date(2026, 1, 1));
            NewOrganization::new(format!("club-{n:04}"), name)
        };
        let mut new: Vec<NewOrganization> = (0..1_001).map(called).collect();
        let name = Text::both("Zorra Police", "Police de Zorra", date(2026, 1, 1));
        new.push(NewOrganization { sector: Some(police.id), joined_on: Some(date(2026, 1, 1)), ..NewOrganization::new("zorra-police", name) });
        partners::add_organizations(&mut tx, &new).await.unwrap();
        assert_eq!(partners::partners_by_sector(&mut tx).await.unwrap(), [(police.id, 1)].into());
        tx.commit().await.unwrap();
        let body = site.get_as(&site.coordinator(), "/maple/work/councils/composition").await.body;
        assert!(!body.contains("Do the police know") && body.contains("by the checklist"), "the last of them counts: {body}");
    }

    async fn an_entry_is_linked_with_whom_it_concerns_and_shows_on_their_pages(site) {
        let (coordinator, path) = (site.coordinator(), met(site, &[]).await);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let name = Text::both("Maple Library", "Bibliothèque de Maple", date(2026, 1, 1));
        let library = partners::add_organization(&mut tx, &NewOrganization::new("library", name)).await.unwrap();
        let amina = partners::add_person(&mut tx, &partners::NewPerson::new("Amina Quill", platform::langs::Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let (library, person) = (library.to_string(), amina.to_string());
        let none = site.post_as(&coordinator, &format!("{path}/links"), &[]).await;
        assert!(none.status == 422 && none.body.contains("Choose an organization, a person or a group"), "{}", none.body);
        let unknown = site.post_as(&coordinator, &format!("{path}/links"), &[("person", "00000000-0000-0000-0000-000000000009")]).await;
        assert_eq!(unknown.status, 422);
        for _ in 0..2 {
            let both = [("organization", library.as_str()), ("person", person.as_str())];
            assert_eq!(site.post_as(&coordinator, &format!("{path}/links"), &both).await.status, 303, "twice is once");
        }
        let page = site.get_as(&coordinator, &path).await.body;
        assert!(page.contains("/maple/work/partners/library") && page.contains(&format!("/maple/work/people/{person}")), "{page}");
        for there in ["/maple/work/partners/library".to_owned(), format!("/maple/work/people/{person}")] {
            let body = site.get_as(&coordinator, &there).await.body;
            assert_eq!(body.matches(&format!("href=\"{path}\"")).count(), 1, "{there}: {body}");
            let reader = site.holder(Office::Reader, None);
            assert!(!site.get_as(&reader, &there).await.body.contains(&path), "{there}");
        }
        let id = path.rsplit('/').next().unwrap();
        let told = site.get_as(&coordinator, &format!("/maple/work/history/encounter/{id}")).await.body;
        assert!(told.contains("linked it with") && told.contains("Amina Quill"), "{told}");
        let gone = site.post_as(&coordinator, &format!("{path}/links/organization/{library}/removal"), &[]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        assert!(!site.get_as(&coordinator, "/maple/work/partners/library").await.body.contains(&path));
        let again = site.post_as(&coordinator, &format!("{path}/links/organization/{library}/removal"), &[]).await;
        assert_eq!(again.status, 404);
    }

    async fn the_latest_entries_stand_on_the_page_of_whom_they_are_about(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::KEEP_OUTREACH).await.unwrap();
        let amina = partners::add_person(&mut tx, &partners::NewPerson::new("Amina Quill", platform::langs::Lang::En)).await.unwrap();
        let (mut day, mut entries) = (date(2026, 1, 1), Vec::new());
        for n in 0..201 {
            let new = NewEncounter {
                met_on: day, community: format!("Class {n:03}"), language: None, place: String::new(), organization: None, people: None,
                met_by: "Ana Stays".into(), asked: String::new(), said: String::new(), promise: String::new(), promise_on: None, note: String::new(),
            };
            entries.push(insert_encounter(&mut tx, &new).await.unwrap());
            day = day.tomorrow().unwrap();
        }
        tx.commit().await.unwrap();
        let log = met(site, &[]).await;
        let log = log.rsplit_once('/').unwrap().0;
        for id in entries {
            let linked = site.post_as(&site.coordinator(), &format!("{log}/{id}/links"), &[("person", &amina.to_string())]).await;
            assert_eq!(linked.status, 303, "{}", linked.body);
        }
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/people/{amina}")).await.body;
        let shown: Vec<usize> = (0..201).filter(|n| page.contains(&format!("Class {n:03}"))).collect();
        assert_eq!(shown, (181..201).collect::<Vec<_>>(), "the twenty latest, however many there are");
    }

    async fn a_link_goes_with_whom_it_leads_to(site) {
        let (coordinator, path) = (site.coordinator(), met(site, &[]).await);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let amina = partners::add_person(&mut tx, &partners::NewPerson::new("Amina Quill", platform::langs::Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let person = amina.to_string();
        assert_eq!(site.post_as(&coordinator, &format!("{path}/links"), &[("person", &person)]).await.status, 303);
        let held = site.get_as(&coordinator, &format!("/maple/work/people/{person}/data")).await.body;
        assert!(held.contains("Sewing class"), "{held}");
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let subject = Subject { names: vec!["Amina Quill".into()], ..Subject::of(amina.0) };
        personal::erase(&ctx, &mut tx, &subject, Why::Asked).await.unwrap();
        let left = platform::sql!(tx, value i64, "SELECT count(*) FROM link").unwrap();
        tx.commit().await.unwrap();
        assert_eq!(left, 0);
        assert_eq!(site.get_as(&coordinator, &path).await.status, 200);
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
