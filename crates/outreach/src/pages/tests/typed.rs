//! Stories of what is typed: it is never lost, and stands where it was said to stand.

use super::rooms;
use crate::can;
use platform::{authority::Caller, sql, testing::Site};

const ROOM: &str = "/maple/work/outreach";

async fn first(site: &Site, list: &str) -> String {
    let page = site.get_as(&site.coordinator(), &format!("{ROOM}/{list}")).await.body;
    let found = page.split(&format!("href=\"{ROOM}/{list}/")).nth(1).unwrap().split('"').next().unwrap();
    format!("{ROOM}/{list}/{found}")
}

/// The names of the fields of a page's last form, without those that the house adds.
fn fields(page: &str) -> Vec<&str> {
    let named = page.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<&str> = named.filter(|name| !name.starts_with('_')).collect();
    names.dedup();
    names
}

platform::on_both! { rooms();
    async fn who_sends_too_often_keeps_what_she_typed(site) {
        let asks = [("asker", "person"), ("name", "Ana"), ("email", "ana@maple.example"), ("wish", "Ouvrir nos portes."), ("agree", "yes")];
        let asked = [("question", "Where can five live?"), ("email", "ana@maple.example"), ("agree", "yes")];
        for (path, sent, typed) in [("get-involved", &asks[..], "Ouvrir nos portes."), ("ask", &asked[..], "Where can five live?")] {
            let path = format!("/maple/en/{path}");
            for _ in 0..3 {
                assert_eq!(site.post_as(&Caller::Anonymous, &path, sent).await.status, 303, "control: {path}");
            }
            let late = site.post_as(&Caller::Anonymous, &path, sent).await;
            assert!(late.status == 429 && late.body.contains(typed), "{path}: {} {}", late.status, late.body);
            assert!(late.body.contains("Nothing is lost"), "{}", late.body);
            assert!(late.headers.get("retry-after").is_some_and(|seconds| seconds.to_str().unwrap().parse::<u32>().is_ok()), "{path}");
        }
    }

    async fn a_question_asks_for_these_fields_alone(site) {
        let page = site.get("/maple/en/ask").await.body;
        let form = page.split("id=\"question-form\"").nth(1).unwrap().split("</form>").next().unwrap();
        let mut asked = fields(form);
        asked.sort_unstable();
        assert_eq!(asked, ["agree", "email", "name", "phone", "question", "topic"], "nothing about status");
    }

    async fn a_prospect_stands_as_joined_since_the_day_that_was_said(site) {
        let added = site.post_as(&site.coordinator(), &format!("{ROOM}/prospects"), &[("kind", "group"), ("name", "Elm Street Mosque")]).await;
        let path = added.location().split('?').next().unwrap().to_owned();
        let joins = [("name_en", "Elm Street Mosque"), ("kind", "informal"), ("visibility", "partners"), ("joined_on", "2026-10-05"), ("person", "nobody"), ("version", "1")];
        let got = site.post_as(&site.coordinator(), &format!("{path}/partner"), &joins).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
        let on = sql!(tx, value jiff::civil::Date, "SELECT stage_on FROM prospect").unwrap();
        tx.done().await.unwrap();
        assert_eq!(on, jiff::civil::date(2026, 10, 5));
    }

    async fn a_note_that_comes_second_is_there_to_be_sent_again(site) {
        let asks = [("asker", "person"), ("name", "Ana"), ("email", "ana@maple.example"), ("wish", "Help."), ("agree", "yes")];
        assert_eq!(site.post_as(&Caller::Anonymous, "/maple/en/get-involved", &asks).await.status, 303);
        let path = first(site, "joining").await;
        let early = site.post_as(&site.coordinator(), &format!("{path}/note"), &[("note", "Theirs."), ("version", "1")]).await;
        assert_eq!(early.status, 303, "{}", early.body);
        let late = site.post_as(&site.coordinator(), &format!("{path}/note"), &[("note", "Mine."), ("version", "1")]).await;
        assert_eq!(late.status, 409);
        let forms: Vec<&str> = late.body.split("<textarea").skip(1).map(|rest| rest.split("</textarea>").next().unwrap()).collect();
        assert!(forms.iter().any(|one| one.contains("Mine.")) && !forms.iter().any(|one| one.contains("Theirs.")), "{}", late.body);
    }

    async fn a_receipt_names_the_numbers_of_this_partnership(site) {
        let sent = [("question", "Where can five live?"), ("email", "ana@maple.example"), ("agree", "yes")];
        assert_eq!(site.post_as(&Caller::Anonymous, "/maple/en/ask", &sent).await.status, 303);
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
        let body = sql!(tx, value String, "SELECT body FROM mail").unwrap();
        tx.done().await.unwrap();
        let here = site.ctx(site.coordinator());
        let lines = here.partnership().unwrap().emergency.clone();
        assert!(!lines.is_empty(), "control");
        for line in lines {
            assert!(body.contains(&line.number), "{}: {body}", line.number);
        }
        assert!(body.contains("Thoughts of suicide"), "and says what each is for: {body}");
    }

    async fn nobody_is_asked_for_a_choice_about_answers_to_what_was_sent(site) {
        let asked: Vec<&str> = site.app.house.rooms.iter().flat_map(|room| room.purposes.iter().copied()).collect();
        assert!(!asked.is_empty(), "control: other rooms send letters");
        assert!(!asked.contains(&"joining") && !asked.contains(&"enquiry"), "{asked:?}");
    }

    async fn a_steward_beyond_a_thousand_names_stays_when_something_else_is_edited(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
        let names = (0..1_000).map(|n| partners::NewPerson::new(format!("Ana {n:04}"), platform::langs::Lang::En));
        for new in names {
            partners::add_person(&mut tx, &new).await.unwrap();
        }
        let last = partners::add_person(&mut tx, &partners::NewPerson::new("Zoe Last", platform::langs::Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = site.ctx(site.coordinator()).write(can::KEEP_OUTREACH).await.unwrap();
        let new = crate::NewProspect { steward: Some(last), ..crate::NewProspect::new(crate::rules::joining::Asker::Group, "Elm Street Mosque") };
        let id = crate::add_prospect(&mut tx, &new, (crate::rules::prospects::Stage::Idea, ctx.today())).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("{ROOM}/prospects/{id}");
        let form = site.get_as(&site.coordinator(), &format!("{path}/edit")).await.body;
        assert!(form.contains(&format!("value=\"{last}\" selected")), "control: she is chosen there");
        let sent = [("name", "Elm Street Mosque"), ("kind", "group"), ("why", "New."), ("steward", &last.to_string()), ("version", "1")];
        let saved = site.post_as(&site.coordinator(), &path, &sent).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
    }

    async fn the_search_finds_who_asked_whom_to_ask_and_whom_we_met(site) {
        let asks = [("asker", "person"), ("name", "Ana Quill"), ("email", "ana@maple.example"), ("wish", "Help."), ("agree", "yes")];
        assert_eq!(site.post_as(&Caller::Anonymous, "/maple/en/get-involved", &asks).await.status, 303);
        let prospect = [("kind", "group"), ("name", "Quill Street Mosque")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{ROOM}/prospects"), &prospect).await.status, 303);
        let met = [("met_on", "2026-11-02"), ("community", "Quill class"), ("met_by", "We")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{ROOM}/log"), &met).await.status, 303);
        let page = site.get_as(&site.coordinator(), "/maple/work/search?q=quill").await.body;
        for found in ["Ana Quill", "Quill Street Mosque", "Quill class"] {
            assert!(page.contains(found), "{found}: {page}");
        }
        let reader = site.holder(platform::authority::Office::Reader, None);
        let page = site.get_as(&reader, "/maple/work/search?q=quill").await.body;
        assert!(!page.contains("Ana Quill") && !page.contains("Quill class"), "{page}");
    }
}
