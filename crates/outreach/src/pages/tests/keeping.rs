//! Stories of what is kept about people: until its day, until they ask, and seen by those only who may know.

use super::{request, rooms};
use crate::{
    EncounterId, ProspectId, can,
    facade::{change_encounter, change_prospect},
    rules::{joining::Asker, prospects::Stage},
    store::{encounters::find_encounter, prospects::find_prospect},
};
use jiff::civil::date;
use partners::{NewPerson, PersonId, Reader};
use platform::{
    authority::{Caller, Office},
    ids::Ref,
    langs::Lang,
    personal::{self, Held, Subject, Why},
    sql,
    testing::Site,
};

const ROOM: &str = "/maple/work/outreach";

async fn person(site: &Site, name: &str) -> PersonId {
    let mut tx = site.ctx(site.coordinator()).write(partners::can::EDIT_PEOPLE).await.unwrap();
    let id = partners::add_person(&mut tx, &NewPerson::new(name, Lang::En)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn prospect(site: &Site, new: crate::NewProspect) -> ProspectId {
    let mut tx = site.ctx(site.coordinator()).write(can::KEEP_OUTREACH).await.unwrap();
    let id = crate::add_prospect(&mut tx, &new, (Stage::Idea, date(2026, 11, 1))).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn held(site: &Site, of: &Subject) -> Vec<Held> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_OUTREACH).await.unwrap();
    let all = personal::held(&ctx, &mut tx, of).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().filter(|(key, _)| *key == "held-outreach").flat_map(|(_, held)| held).collect()
}

async fn erase(site: &Site, of: &Subject) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(partners::can::EDIT_PEOPLE).await.unwrap();
    personal::erase(&ctx, &mut tx, of, Why::Asked).await.unwrap();
    tx.commit().await.unwrap();
}

async fn count(site: &Site, select: &'static str) -> i64 {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_OUTREACH).await.unwrap();
    let n = sql!(tx, value i64, select).unwrap();
    tx.done().await.unwrap();
    n
}

/// One request and one question, sent with a telephone alone.
async fn by_phone(site: &Site, phone: &str) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_OUTREACH).await.unwrap();
    let now = tx.now();
    let new = crate::NewJoining { email: String::new(), phone: phone.into(), ..request("Amina Quill") };
    crate::add_joining(&mut tx, &new, now).await.unwrap();
    crate::add_enquiry(&mut tx, &question("", phone), now).await.unwrap();
    tx.commit().await.unwrap();
}

fn question(email: &str, phone: &str) -> crate::NewEnquiry {
    crate::NewEnquiry {
        topic: crate::rules::enquiries::Topic::Housing,
        question: "Where can five people live?".into(),
        name: "Amina".into(),
        email: email.into(),
        phone: phone.into(),
        area: None,
        lang: Lang::En,
        consent_wording: "I agree.".into(),
    }
}

/// Days go by, and what the room does by itself is done.
async fn later(site: &Site, days: u64) {
    site.app.clock.advance((days * 86_400).try_into().unwrap());
    for _ in 0..3 {
        platform::jobs::run_due(&site.app).await.unwrap();
    }
}

async fn first(site: &Site, list: &str) -> Option<String> {
    let page = site.get_as(&site.coordinator(), &format!("{ROOM}/{list}")).await.body;
    let found = page.split(&format!("href=\"{ROOM}/{list}/")).nth(1)?.split('"').next()?.to_owned();
    Some(format!("{ROOM}/{list}/{found}"))
}

const JOININGS: &str = "SELECT count(*) FROM joining";
const WITH_WORDS: &str = "SELECT count(*) FROM enquiry WHERE question <> '' OR phone <> '' OR email <> ''";

platform::on_both! { rooms();
    async fn an_organization_outlives_who_spoke_for_it(site) {
        let amina = person(site, "Amina Quill").await;
        let id = prospect(site, crate::NewProspect::new(Asker::Group, "Elm Street Mosque")).await;
        let mut tx = site.ctx(site.coordinator()).write(can::KEEP_OUTREACH).await.unwrap();
        let before = find_prospect(&mut tx, id).await.unwrap().unwrap();
        let became = crate::Became { organization: None, person: Some(amina) };
        crate::note_joined(&mut tx, &before, date(2026, 11, 2), became).await.unwrap();
        tx.commit().await.unwrap();
        erase(site, &Subject::of(amina.0)).await;
        assert_eq!(count(site, "SELECT count(*) FROM prospect WHERE person_id IS NULL").await, 1);
        assert_eq!(count(site, "SELECT count(*) FROM prospect_stage").await, 2, "with its way");
    }

    async fn what_came_with_a_telephone_alone_is_hers_too(site) {
        let amina = person(site, "Amina Quill").await;
        by_phone(site, "(905) 555-0134").await;
        by_phone(site, "905 555-0199").await;
        let of = Subject { phones: vec!["+1 905 555 0134".into()], ..Subject::of(amina.0) };
        assert_eq!(held(site, &of).await.len(), 2);
        assert_eq!(held(site, &Subject::of(amina.0)).await.len(), 0, "control: nothing leads to her without the number");
        erase(site, &of).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 1), "the other number's stay");
    }

    async fn what_came_under_an_address_is_hers_and_another_address_is_not(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_OUTREACH).await.unwrap();
        let now = tx.now();
        for address in ["Amina@maple.example", "other@maple.example"] {
            let new = crate::NewJoining { email: address.into(), phone: "905 555-0134".into(), ..request("Amina Quill") };
            crate::add_joining(&mut tx, &new, now).await.unwrap();
            crate::add_enquiry(&mut tx, &question(address, "905 555-0134"), now).await.unwrap();
        }
        tx.commit().await.unwrap();
        let of = Subject { addresses: vec!["amina@maple.example".into()], phones: vec!["9055550134".into()], ..Subject::of(person(site, "A").await.0) };
        assert_eq!(held(site, &of).await.len(), 2, "under somebody else's address it is somebody else's");
        erase(site, &of).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 1));
    }

    async fn her_name_goes_out_of_every_prospect_its_notes_and_its_history(site) {
        let amina = person(site, "Amina Quill").await;
        let mosque = crate::NewProspect { why: "Amina Quill knows the imam.".into(), ..crate::NewProspect::new(Asker::Group, "Elm Street Mosque") };
        let id = prospect(site, mosque.clone()).await;
        prospect(site, crate::NewProspect::new(Asker::Person, "amina quill")).await;
        prospect(site, crate::NewProspect::new(Asker::Person, "Tomas Reed")).await;
        let mut tx = site.ctx(site.coordinator()).write(can::KEEP_OUTREACH).await.unwrap();
        let before = find_prospect(&mut tx, id).await.unwrap().unwrap();
        crate::move_prospect(&mut tx, &before, (Stage::Contacted, date(2026, 11, 2)), "Amina Quill called.").await.unwrap();
        let before = find_prospect(&mut tx, id).await.unwrap().unwrap();
        change_prospect(&mut tx, &before, &crate::NewProspect { why: "They know many.".into(), ..mosque }).await.unwrap();
        tx.commit().await.unwrap();
        let of = Subject { names: vec!["Amina Quill".into()], ..Subject::of(amina.0) };
        assert!(held(site, &of).await.iter().any(|one| one.words.contains("amina quill")), "she reads it before");
        assert!(count(site, "SELECT count(*) FROM audit_entry WHERE CAST(before AS TEXT) LIKE '%Amina Quill%'").await > 0, "control");
        erase(site, &of).await;
        assert_eq!(count(site, "SELECT count(*) FROM prospect").await, 2, "she is gone; the others stay");
        assert_eq!(count(site, "SELECT count(*) FROM prospect_stage WHERE note LIKE '%Amina%'").await, 0);
        assert_eq!(count(site, "SELECT count(*) FROM prospect_stage WHERE note LIKE '%called.'").await, 1);
        let said = "SELECT count(*) FROM audit_entry WHERE kind = 'prospect' AND (lower(CAST(before AS TEXT)) LIKE '%amina%' OR lower(CAST(after AS TEXT)) LIKE '%amina%')";
        assert_eq!(count(site, said).await, 0);
    }

    async fn her_name_goes_out_of_the_history_of_a_meeting_that_was_edited(site) {
        let amina = person(site, "Amina Quill").await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_OUTREACH).await.unwrap();
        let new = crate::NewEncounter {
            met_on: date(2026, 11, 2), community: "Sewing class".into(), language: None, place: String::new(), organization: None, people: None,
            met_by: "Amina Quill".into(), asked: String::new(), said: String::new(), promise: String::new(), promise_on: None, note: String::new(),
        };
        let id: EncounterId = crate::add_encounter(&mut tx, &new, ctx.today()).await.unwrap();
        let before = find_encounter(&mut tx, id).await.unwrap().unwrap();
        change_encounter(&mut tx, &before, &crate::NewEncounter { met_by: "We".into(), ..new }, ctx.today()).await.unwrap();
        tx.commit().await.unwrap();
        let said = "SELECT count(*) FROM audit_entry WHERE kind = 'encounter' AND (CAST(before AS TEXT) LIKE '%Amina%' OR CAST(after AS TEXT) LIKE '%Amina%')";
        assert!(count(site, said).await > 0, "control");
        erase(site, &Subject { names: vec!["Amina Quill".into()], ..Subject::of(amina.0) }).await;
        assert_eq!(count(site, said).await, 0);
    }

    async fn whoever_asks_has_it_erased_without_being_in_the_register(site) {
        by_phone(site, "905 555-0134").await;
        for list in ["joining", "enquiries"] {
            let path = first(site, list).await.unwrap();
            let coordinator = site.coordinator();
            assert!(site.get_as(&coordinator, &path).await.body.contains(&format!("{path}/erasure")), "{list}: there is a way to it");
            let chair = site.holder(Office::Chair, Some(Ref::new("council", uuid::Uuid::from_u128(2))));
            assert_eq!(site.get_as(&chair, &format!("{path}/erasure")).await.status, 403);
            assert_eq!(site.get_as(&coordinator, &format!("{path}/erasure")).await.status, 200);
            let unsure = site.post_as(&coordinator, &format!("{path}/erasure"), &[("why", "")]).await;
            assert_eq!(unsure.status, 422, "{list}");
            let done = site.post_as(&coordinator, &format!("{path}/erasure"), &[("why", "asked")]).await;
            assert_eq!(done.status, 303, "{list}: {}", done.body);
        }
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (0, 0));
        assert_eq!(count(site, "SELECT count(*) FROM consent").await, 0);
        assert_eq!(count(site, "SELECT count(*) FROM erasure").await, 2, "with a certificate each");
    }

    async fn an_erased_question_was_never_answered_and_waits_no_more(site) {
        by_phone(site, "905 555-0134").await;
        let path = first(site, "enquiries").await.unwrap();
        assert_eq!(site.post_as(&site.coordinator(), &format!("{path}/erasure"), &[("why", "asked")]).await.status, 303);
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(!page.contains("Answered by telephone") && page.contains("Erased without an answer"), "{page}");
        assert!(!site.get_as(&site.coordinator(), "/maple/work").await.body.contains("question waits"));
        let late = site.post_as(&site.coordinator(), &format!("{path}/answer"), &[("way", "called"), ("topic", "housing"), ("words", "Yes."), ("version", "2")]).await;
        assert_eq!(late.status, 422, "{}", late.body);
    }

    async fn what_nobody_answered_goes_too(site) {
        by_phone(site, "905 555-0134").await;
        later(site, 364).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 1), "control: not before its day");
        later(site, 2).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 0), "a question after a year");
        later(site, 366).await;
        assert_eq!(count(site, JOININGS).await, 0, "a request after two");
    }

    async fn what_lies_in_the_bin_goes_after_ninety_days(site) {
        by_phone(site, "905 555-0134").await;
        for list in ["joining", "enquiries"] {
            let path = first(site, list).await.unwrap();
            assert_eq!(site.post_as(&site.coordinator(), &format!("{path}/bin"), &[("version", "1")]).await.status, 303);
        }
        later(site, 89).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 1), "control: not before its day");
        later(site, 2).await;
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (0, 0));
        assert_eq!(count(site, "SELECT count(*) FROM bin").await, 0, "the bin offers it no more");
    }

    async fn the_page_of_what_is_due_tells_of_this_room_what_its_job_does(site) {
        by_phone(site, "905 555-0134").await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_OUTREACH).await.unwrap();
        let mut told = Vec::new();
        for days in [364, 366, 732] {
            let on = ctx.now().plus_seconds(days * 86_400);
            let due = platform::retention::due(&ctx, &mut tx, on).await.unwrap();
            let own = due.iter().filter(|(kind, due)| ["retention-joining", "retention-enquiry"].contains(&kind.key) && !due.is_empty());
            told.push(own.count());
        }
        tx.done().await.unwrap();
        assert_eq!(told, [0, 1, 2]);
    }

    async fn a_chair_reads_no_name_that_is_for_the_staff(site) {
        let amina = person(site, "Amina Quill").await;
        let new = crate::NewProspect { knows_person: Some(amina), steward: Some(amina), ..crate::NewProspect::new(Asker::Group, "Elm Street Mosque") };
        let id = prospect(site, new).await;
        let chair = site.holder(Office::Chair, Some(Ref::new("council", uuid::Uuid::from_u128(2))));
        let mut tx = site.ctx(chair.clone()).read(can::SEE_OUTREACH).await.unwrap();
        assert!(partners::person(&mut tx, Reader::Partner, amina).await.unwrap().is_none(), "control: she is for the staff");
        tx.done().await.unwrap();
        for path in [format!("{ROOM}/prospects/{id}"), format!("{ROOM}/prospects"), format!("{ROOM}/prospects?as=csv")] {
            let (staff, other): (_, Caller) = (site.get_as(&site.coordinator(), &path).await, chair.clone());
            assert!(staff.body.contains("Amina Quill"), "control: {path}: {}", staff.body);
            let seen = site.get_as(&other, &path).await;
            assert!(seen.status == 200 && !seen.body.contains("Amina Quill"), "{path}: {}", seen.body);
        }
    }

    async fn what_came_back_with_a_backup_is_erased_again_and_once(site) {
        by_phone(site, "(905) 555-0134").await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_OUTREACH).await.unwrap();
        let one = async |tx: &mut platform::db::Tx, table: &str| -> uuid::Uuid {
            let text = format!("SELECT id FROM {table}");
            sql!(tx, value uuid::Uuid, &text).unwrap()
        };
        let list = [(one(&mut tx, "joining").await, Why::Asked), (one(&mut tx, "enquiry").await, Why::Asked), (uuid::Uuid::from_u128(5), Why::Asked)];
        tx.done().await.unwrap();
        assert_eq!(crate::erase_sent_again(&ctx, &list[2..]).await.unwrap(), 0, "control: nobody is touched who is not on the list");
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (1, 1));
        assert_eq!(crate::erase_sent_again(&ctx, &list).await.unwrap(), 2);
        assert_eq!((count(site, JOININGS).await, count(site, WITH_WORDS).await), (0, 0));
        assert_eq!(count(site, "SELECT count(*) FROM enquiry").await, 1, "what it was about stays");
        assert_eq!(crate::erase_sent_again(&ctx, &list).await.unwrap(), 0, "a second time finds nobody");
    }
}
