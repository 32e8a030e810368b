//! What is told and asked before a sheet comes in: which field becomes what, which row is likely a service that is kept.

use super::{SHEET, bring, count, names};
use crate::{
    can,
    exchange::tests::rooms,
    store::{merges::pairs_apart, services::every_service},
};
use partners::Reader;
use platform::{
    batch::{
        Verdict,
        at_console::{self, Brought},
        engine,
        opening::{Wanted, open},
        reading,
    },
    sql,
    testing::Site,
};
use std::collections::BTreeMap;

/// The page of a sheet that was compared and waits for whoever brought it.
async fn page(site: &Site, sheet: &str) -> String {
    let ctx = site.ctx(site.coordinator());
    let intake = engine::intake(&ctx, "services").unwrap();
    let opened = open(&intake, "a.csv", sheet.as_bytes().to_vec(), &Wanted::default()).unwrap();
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let ids = reading::begin(&mut tx, &intake, &opened).await.unwrap();
    tx.commit().await.unwrap();
    let batch = reading::write_down(&ctx, &intake, opened, &ids).await.unwrap();
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    engine::begin_check(&ctx, &mut tx, &batch, &batch.mapping.0).await.unwrap();
    tx.commit().await.unwrap();
    engine::go_on(&ctx, batch.id).await.unwrap();
    let page =
        site.get_as(&site.coordinator(), &format!("/maple/work/import/services/{}", batch.id)).await.body;
    page.replace(['\u{2068}', '\u{2069}'], "")
}

/// Another register's row about the clinic, under another name of an organization that is called otherwise too.
const OTHER: &str = "ResourceAgencyNum,PublicName,ParentAgency,PhysicalAddress1,PhysicalCity,PhysicalPostalCode,Phone1Number,EmailAddressMain,HoursOfOperation,TaxonomyTerms,FeeStructureSource,Source\n\
    A-9,Prairie walk in clinic,Prairie Health Network,12 Main Street,Hamilton,L8R 2L3,905-555-0107,clinic@example.org,by chance,Doctor,Free,Other register\n";

async fn answered(site: &Site, answer: &str) -> at_console::Told {
    let ctx = site.ctx(site.coordinator());
    let answers = BTreeMap::from([("twin:2".to_owned(), answer.to_owned())]);
    let brought = Brought { answers, ..Brought::new("other.csv", OTHER.as_bytes().to_vec()) };
    at_console::import(&ctx, "services", brought).await.unwrap()
}

/// Its id in its source.
async fn source_id(site: &Site, of: crate::ServiceId) -> String {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_DIRECTORY).await.unwrap();
    let id = sql!(tx, value String, "SELECT source_id FROM service WHERE id = $1", of).unwrap();
    tx.done().await.unwrap();
    id
}

platform::on_both! { rooms();
    async fn the_page_before_says_of_each_row_which_field_becomes_what(site) {
        bring(site, "211.csv", SHEET.as_bytes().to_vec()).await;
        let changed = SHEET.replace("905-555-0107", "905-555-0999").replace("Mon-Fri 9-5", "M-F 8:30-4:30").replace("Teeth", "Teeth of all");
        let told = page(site, &changed).await;
        for words in [
            "Telephone numbers: was “905-555-0107”, becomes “905-555-0999”",
            "was “MO,TU,WE,TH,FR 09:00-17:00”, becomes “MO,TU,WE,TH,FR 08:30-16:30”",
            "“M-F 8:30-4:30” is read as MO,TU,WE,TH,FR 08:30-16:30",
            "What it is: was “Teeth”, becomes “Teeth of all”",
        ] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(!told.contains("Doctors for everyone”, becomes"), "what stays is not told: {told}");
        let kept = page(site, &changed.replace("M-F 8:30-4:30", "Mon-Fri 1-4")).await;
        assert!(kept.contains("“Mon-Fri 1-4” is not read as hours"), "{kept}");
    }

    async fn a_row_that_is_likely_kept_already_is_asked_about(site) {
        bring(site, "211.csv", SHEET.as_bytes().to_vec()).await;
        let asked = bring(site, "other.csv", OTHER.as_bytes().to_vec()).await;
        assert_eq!((count(&asked, Verdict::Ask), asked.taken), (1, None), "{asked:?}");
        assert!(asked.asked[0].1.contains("Walk-in clinic") && asked.asked[0].1.contains("number"), "{asked:?}");
        let ctx = site.ctx(site.coordinator());
        let clinic = async || {
            let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
            let all = every_service(&mut tx, Reader::Staff).await.unwrap();
            let apart = pairs_apart(&mut tx).await.unwrap();
            tx.done().await.unwrap();
            (all.into_iter().find(|one| one.name.plain(ctx.lang) != "Dental clinic").unwrap(), apart)
        };
        let before = clinic().await.0;
        // It is that one: nothing of it changes, and the other register's row is known from now on.
        let linked = answered(site, "link").await;
        let after = clinic().await.0;
        assert_eq!((&after.name, &after.facts, names(site).await.len()), (&before.name, &before.facts, 2), "{linked:?}");
        assert_eq!((after.source.as_str(), source_id(site, after.id).await.as_str()), ("Sample 211", "17"));
        assert_eq!(count(&bring(site, "211.csv", SHEET.as_bytes().to_vec()).await, Verdict::Same), 2, "known by its own source too");
        let again = bring(site, "other.csv", OTHER.as_bytes().to_vec()).await;
        assert!(again.questions.iter().all(|one| !one.key.starts_with("twin:")), "known by its source: {again:?}");
        assert_eq!(count(&again, Verdict::Ask), 1, "what was looked at here is not overwritten unasked");
        at_console::undo(&ctx, linked.taken.unwrap()).await.unwrap();
        assert_eq!(count(&bring(site, "other.csv", OTHER.as_bytes().to_vec()).await, Verdict::Ask), 1, "undone");
        // It is that one, and takes what the file says.
        let joined = answered(site, "join").await;
        let after = clinic().await.0;
        assert_eq!((after.id, after.name.plain(ctx.lang), names(site).await.len()), (before.id, "Prairie walk in clinic", 2), "{joined:?}");
        at_console::undo(&ctx, joined.taken.unwrap()).await.unwrap();
        assert_eq!(clinic().await.0.name, before.name);
        // It is another one: both stand, and nobody asks again whether they are one.
        let apart = answered(site, "apart").await;
        assert_eq!((count(&apart, Verdict::Add), names(site).await.len(), clinic().await.1.len()), (1, 3, 1), "{apart:?}");
        at_console::undo(&ctx, apart.taken.unwrap()).await.unwrap();
        assert_eq!((names(site).await.len(), clinic().await.1.len()), (2, 0));
    }

    async fn two_rows_that_somebody_says_are_one_record_are_refused_by_their_rows(site) {
        bring(site, "211.csv", SHEET.as_bytes().to_vec()).await;
        let row = OTHER.lines().last().unwrap();
        let twice = format!("{OTHER}{}\n", row.replace("A-9", "A-10"));
        let answers: BTreeMap<_, _> = ["twin:2", "twin:3"].into_iter().map(|key| (key.to_owned(), "link".to_owned())).collect();
        let brought = Brought { answers, ..Brought::new("other.csv", twice.clone()) };
        let told = at_console::import(&site.ctx(site.coordinator()), "services", brought).await.unwrap();
        assert_eq!((count(&told, Verdict::Refuse), told.taken), (1, None), "{told:?}");
        assert!(told.refused[0].0 == 3 && told.refused[0].1.contains("the same service as row"), "{told:?}");
        let answers = [("twin:2", "link"), ("twin:3", "apart")].map(|(key, answer)| (key.to_owned(), answer.to_owned()));
        let brought = Brought { answers: BTreeMap::from(answers), ..Brought::new("other.csv", twice) };
        let told = at_console::import(&site.ctx(site.coordinator()), "services", brought).await.unwrap();
        assert!(told.taken.is_some(), "{told:?}");
    }

    async fn what_was_changed_here_after_the_file_left_waits_for_a_person(site) {
        super::round::furnish(site).await;
        let file = site.get("/maple/api/hsds/services.csv").await.bytes.to_vec();
        site.app.clock.advance(3_600);
        let ctx = site.ctx(site.coordinator());
        let edited = |text: &str| String::from_utf8(file.clone()).unwrap().replace("classes@example.org", text).into_bytes();
        bring(site, "services.csv", edited("one@example.org")).await;
        site.app.clock.advance(3_600);
        let late = bring(site, "services.csv", edited("two@example.org")).await;
        assert!(count(&late, Verdict::Ask) > 0 && late.taken.is_none(), "{late:?}");
        assert!(late.questions.iter().any(|one| one.key.starts_with("changed:")), "{late:?}");
        let answers = late.questions.iter().filter(|one| one.key.starts_with("changed:")).map(|one| (one.key.clone(), "take".to_owned())).collect();
        let brought = Brought { answers, ..Brought::new("services.csv", edited("two@example.org")) };
        assert!(at_console::import(&ctx, "services", brought).await.unwrap().taken.is_some());
    }
}
