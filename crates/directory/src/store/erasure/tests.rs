//! What services said of somebody is gone, in the record, in what files said and in the history; what others are called stays.

use super::*;
use crate::{
    can,
    rules::facts::Phone,
    store::services::every_service,
    tests::{add_service_by_form, organization, rooms},
};
use partners::{Reader, Visibility};
use platform::{
    batch::{
        BatchId,
        at_console::{self, Brought},
    },
    testing::Site,
};

async fn brought(site: &Site, rows: &str) -> BatchId {
    let sheet = format!("name,organization,needs,Phone1Number,whom to ask\n{rows}");
    let told =
        at_console::import(&site.ctx(site.coordinator()), "services", Brought::new("a.csv", sheet)).await;
    let told = told.unwrap();
    told.taken.unwrap_or_else(|| panic!("{told:?}"))
}

async fn forget(site: &Site, of: &Subject) {
    let mut tx = site.ctx(site.coordinator()).write(can::KEEP_DIRECTORY).await.unwrap();
    assert!(forget_in_services(&mut tx, of).await.unwrap() > 0);
    assert_eq!(forget_in_services(&mut tx, of).await.unwrap(), 0, "nothing is left to let go of");
    tx.commit().await.unwrap();
}

/// How many services, and how many entries of the history, say something.
async fn said(site: &Site, words: &str) -> (i64, i64) {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_DIRECTORY).await.unwrap();
    let (here, like) = (tx.partnership().unwrap(), format!("%{words}%"));
    let services = "SELECT count(*) FROM service WHERE partnership_id = $1 AND (CAST(name AS TEXT) LIKE $2
        OR CAST(about AS TEXT) LIKE $2 OR CAST(facts AS TEXT) LIKE $2 OR CAST(beyond AS TEXT) LIKE $2)";
    let services = sql!(tx, value i64, services, here, like.as_str()).unwrap();
    let entries = "SELECT count(*) FROM audit_entry WHERE partnership_id = $1 AND kind = 'service'
        AND (CAST(before AS TEXT) LIKE $2 OR CAST(after AS TEXT) LIKE $2)";
    let entries = sql!(tx, value i64, entries, here, like.as_str()).unwrap();
    tx.done().await.unwrap();
    (services, entries)
}

async fn contacts(site: &Site) -> Vec<String> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_DIRECTORY).await.unwrap();
    let all = every_service(&mut tx, Reader::Staff).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().flat_map(|one| one.facts.0.contacts).map(|one| one.name).collect()
}

platform::on_both! { rooms();
    async fn names_with_accents_addresses_in_capitals_and_numbers_are_found_everywhere(site) {
        let (her, other) = ("Élise Côté | Intake | | ELISE@Example.ORG | 905-555-0134", "Sam Roy | Intake");
        let row = |name: &str, contact: &str| format!("{name},The Sewers,Conversation circle,905-555-0135; (905) 555-0134,{contact}\n");
        brought(site, &(row("Sewing hour", her) + &row("Sewing evening", her))).await;
        brought(site, &row("Sewing hour", other)).await;
        let mut tx = site.ctx(site.coordinator()).write(can::KEEP_DIRECTORY).await.unwrap();
        let gone = Ref::new("service", Uuid::from_u128(7));
        tx.audit("service.changed", gone, None::<&()>, Some(&serde_json::json!({ "about": "Ask Élise Côté" }))).await.unwrap();
        tx.commit().await.unwrap();
        for words in ["Élise", "555-0134"] {
            let (services, entries) = said(site, words).await;
            assert!(services > 0 && entries > 0, "{words}: {services} {entries}");
        }
        assert!(said(site, "ELISE@").await.0 > 0);
        let of = Subject {
            names: vec!["Élise Côté".into()],
            addresses: vec!["elise@example.org".into()],
            phones: vec!["+1 905 555 0134".into()],
            ..Subject::of(Uuid::nil())
        };
        forget(site, &of).await;
        for words in ["Élise", "ELISE@", "elise@", "555-0134"] {
            assert_eq!(said(site, words).await, (0, 0), "{words}");
        }
        assert_eq!(said(site, "905-555-0135").await.0, 2, "the number of the service stays");
        assert_eq!(contacts(site).await, ["Sam Roy"]);
    }

    async fn what_is_called_as_she_is_keeps_its_name_and_the_history_tells_that_something_went(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let fields = [("name_en", "Rosa Parks Centre"), ("about_en", "Ask Rosa Parks first."), ("contacts", "Maria Lopez | Intake\nROSA  PARKS | Head\nMaria")];
        let id = add_service_by_form(site, of, &fields).await;
        let other = add_service_by_form(site, of, &[("name_en", "Rosa Parks Library")]).await;
        forget(site, &Subject { names: vec!["Rosa Parks".into(), "Maria".into()], ..Subject::of(Uuid::nil()) }).await;
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_DIRECTORY).await.unwrap();
        let all = every_service(&mut tx, Reader::Staff).await.unwrap();
        let [one, library] = [id, other].map(|id| all.iter().find(|one| one.id == id).unwrap());
        let (entries, untouched) = (tx.history(&id.into(), 10).await.unwrap(), tx.history(&other.into(), 10).await.unwrap());
        tx.done().await.unwrap();
        assert_eq!((one.name.in_lang(platform::langs::Lang::En), one.about.in_lang(platform::langs::Lang::En)), ("Rosa Parks Centre", "Ask … first."));
        assert_eq!(one.facts.0.contacts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Maria Lopez"]);
        assert_eq!((entries[0].verb.as_str(), &entries[0].before, &entries[0].after), ("service.forgot", &None, &None));
        assert!((untouched.len(), library.version) == (1, 1) && untouched[0].after.is_some(), "{untouched:?}");
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{id}")).await.body;
        assert!(history.contains("took out what named somebody who was erased"), "{history}");
    }

    async fn an_import_that_is_undone_brings_nobody_back_who_was_erased(site) {
        let row = |contact: &str| format!("Sewing hour,The Sewers,Conversation circle,,{contact}\n");
        brought(site, &row("Rosa Parks | Intake")).await;
        let later = brought(site, &row("Sam Roy | Intake")).await;
        forget(site, &Subject { names: vec!["Rosa Parks".into()], ..Subject::of(Uuid::nil()) }).await;
        assert_eq!(at_console::undo(&site.ctx(site.coordinator()), later).await.unwrap(), 1, "it has changed since");
        assert_eq!(contacts(site).await, ["Sam Roy"]);
        assert_eq!(said(site, "Rosa").await, (0, 0));
    }
}

#[test]
fn a_number_that_says_nothing_is_nobodys() {
    let of = Subject { phones: vec!["–".into()], ..Subject::of(Uuid::nil()) };
    let front = Contact { name: "Front desk".into(), phones: vec![Phone::default()], ..Contact::default() };
    assert!(!traced((&of, &[]), |traces| traces.is_her(&front)));
}
