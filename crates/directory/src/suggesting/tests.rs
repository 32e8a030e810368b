//! Suggesting and deciding, on both databases.

use crate::{
    ServiceId,
    asking::tests::letters,
    can,
    store::suggestions::{page_suggestions, suggestions_waiting},
    tests::{add_service_by_form as add, organization, rooms},
};
use partners::{OrganizationId, Visibility};
use platform::{
    authority::{Caller, Office},
    http::Address,
    personal::{self, Subject, Why},
    testing::{Got, Site},
};

const QUEUE: &str = "/maple/work/directory/suggestions";

async fn class(site: &Site) -> (OrganizationId, ServiceId) {
    let of = organization(site, "centre", Visibility::Public).await;
    (of, add(site, of, &[("phones", "905-555-0100"), ("hours_mo", "9-12"), ("language", "en")]).await)
}

async fn send(site: &Site, to: &str, fields: &[(&str, &str)]) -> Got {
    site.post_as(&Caller::Anonymous, to, fields).await
}

/// The form that corrects the class, with these fields put in or changed.
async fn correct(site: &Site, id: ServiceId, other: &[(&str, &str)]) -> Got {
    let usual = [
        ("status", "active"),
        ("phones", "905-555-0100"),
        ("hours_mo", "9-12"),
        ("language", "en"),
        ("interpretation", "unknown"),
        ("cost", "free"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
    let fields: Vec<(&str, &str)> = kept.chain(other.iter().copied()).collect();
    send(site, &format!("/maple/en/help/{id}/correction"), &fields).await
}

/// The only suggestion that waits, as its page.
async fn waiting(site: &Site) -> String {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await.unwrap();
    let all = page_suggestions(&mut tx, (None, None), &Address::at(QUEUE)).await.unwrap();
    tx.done().await.unwrap();
    let open: Vec<_> = all.rows.iter().filter(|one| one.decided_at.is_none()).collect();
    assert_eq!(open.len(), 1);
    format!("{QUEUE}/{}", open[0].id)
}

async fn count(site: &Site) -> i64 {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await.unwrap();
    let (n, _) = suggestions_waiting(&mut tx).await.unwrap();
    tx.done().await.unwrap();
    n
}

async fn decide(site: &Site, page: &str, fields: &[(&str, &str)]) -> Got {
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("version", "1")]).collect();
    site.post_as(&site.coordinator(), &format!("{page}/decision"), &fields).await
}

platform::on_both! { rooms();
    async fn a_correction_changes_nothing_until_somebody_takes_a_part_of_it_and_the_sender_is_told(site) {
        let (_, id) = class(site).await;
        let public = format!("/maple/en/help/{id}");
        assert!(site.get(&public).await.body.contains(&format!("/help/{id}/correction")), "the way to say so");
        let same = correct(site, id, &[]).await;
        assert!(same.status == 422 && same.body.contains("Change something"), "{}", same.body);
        let wrong = correct(site, id, &[("phones", "call me"), ("note", "kept words")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("kept words") && wrong.body.contains("call me"), "{}", wrong.body);
        let sent = correct(site, id, &[("phones", "905-555-0199"), ("cost", "fee"), ("email", "she@example.org")]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(site.get(sent.location()).await.body.contains("A person reads"));
        let told = site.get(&public).await.body;
        assert!(told.contains("905-555-0100") && !told.contains("905-555-0199"), "{told}");
        let page = waiting(site).await;
        let body = site.get_as(&site.coordinator(), &page).await.body;
        assert!(body.contains("905-555-0100") && body.contains("905-555-0199") && body.contains("There is a fee") && body.contains("she@example.org"), "{body}");
        let own = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{id}")).await.body;
        assert!(own.contains("id=\"suggestions\""), "it waits on the service's own page: {own}");
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), &page).await.status, 403);
        let none = decide(site, &page, &[("decision", "take")]).await;
        assert!(none.status == 422 && none.body.contains("Tick what you take"), "{}", none.body);
        let got = decide(site, &page, &[("decision", "take"), ("field", "phones"), ("answer", "It is still free.")]).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let told = site.get(&public).await.body;
        assert!(told.contains("905-555-0199") && !told.contains("There is a fee"), "{told}");
        assert!(told.contains("Call first"), "changed is not verified: {told}");
        let mails = letters(site).await;
        assert!(mails.len() == 1 && mails[0].contains("she@example.org") && mails[0].contains("some of what you said") && mails[0].contains("It is still free."), "{mails:?}");
        let after = site.get_as(&site.coordinator(), &page).await.body;
        assert!(after.contains("Taken in part") && !after.contains("she@example.org"), "her address has gone: {after}");
        assert_eq!(decide(site, &page, &[("decision", "refuse"), ("answer", "No")]).await.status, 409, "it was decided");
    }

    async fn a_refusal_says_why(site) {
        let (_, id) = class(site).await;
        assert_eq!(correct(site, id, &[("note", "It closed"), ("email", "she@example.org")]).await.status, 303);
        let page = waiting(site).await;
        let mute = decide(site, &page, &[("decision", "refuse")]).await;
        assert!(mute.status == 422 && mute.body.contains("Write why"), "{}", mute.body);
        assert!(letters(site).await.is_empty());
        assert_eq!(decide(site, &page, &[("decision", "refuse"), ("answer", "We called: it is open.")]).await.status, 303);
        let mails = letters(site).await;
        assert!(mails.len() == 1 && mails[0].contains("We called: it is open."), "{mails:?}");
    }

    async fn how_it_went_is_told_in_one_tap_and_who_got_no_help_is_asked_why_and_counted_once(site) {
        let (_, id) = class(site).await;
        let (to, why) = (format!("/maple/en/help/{id}/outcome"), format!("/maple/en/help/{id}/barrier"));
        let sheet = site.get(&format!("/maple/uk/help/{id}/sheet")).await.body;
        assert!(sheet.contains(&format!("/maple/uk/help/{id}/outcome")) && sheet.contains("No name is asked"), "{sheet}");
        let none = send(site, &to, &[("outcome", "nonsense")]).await;
        assert!(none.status == 422 && none.body.contains("Choose how it went"), "{}", none.body);
        assert_eq!(send(site, &to, &[("outcome", "helped")]).await.status, 303);
        assert_eq!(send(site, &to, &[("outcome", "helped"), ("need", "no-such-need")]).await.status, 422);
        let onward = send(site, &to, &[("outcome", "not-helped")]).await;
        assert_eq!(onward.location(), format!("{why}?told=yes").as_str());
        let asked = site.get(onward.location()).await.body;
        assert!(asked.contains("name=\"told\" value=\"yes\""), "{asked}");
        assert_eq!(send(site, &why, &[("reason", "hours"), ("told", "yes")]).await.status, 303);
        let told = async |site: &Site| site.get_as(&site.coordinator(), "/maple/work/directory/outcomes?as=csv").await.body;
        let rows = told(site).await;
        assert!(rows.contains("I got the help that I came for") && rows.contains("I got no help") && !rows.contains("closed when"), "{rows}");
        assert!(rows.lines().filter(|row| row.contains("I got no help")).all(|row| row.contains(",1")), "once: {rows}");
        assert_eq!(send(site, &why, &[("reason", "hours")]).await.status, 303);
        let rows = told(site).await;
        assert!(rows.lines().any(|row| row.contains("I got no help") && row.contains(",2")), "who comes by herself counts too: {rows}");
        let narrowed = site.get_as(&site.coordinator(), "/maple/work/directory/outcomes?as=csv&outcome=helped").await.body;
        assert!(narrowed.contains("I got the help") && !narrowed.contains("I got no help"), "{narrowed}");
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{id}")).await.body;
        assert!(page.contains("How it went, last 12 months") && page.contains("I got the help that I came for"), "{page}");
    }

    async fn who_could_not_get_help_counts_as_evidence_without_the_person(site) {
        let (_, id) = class(site).await;
        let to = format!("/maple/en/help/{id}/barrier");
        let none = send(site, &to, &[("note", "kept words")]).await;
        assert!(none.status == 422 && none.body.contains("at least one reason") && none.body.contains("kept words"), "{}", none.body);
        let fields = [("reason", "hours"), ("reason", "child-care"), ("reason", "nonsense"), ("need", "language-class"), ("email", "she@example.org"), ("note", "I work until six")];
        assert_eq!(send(site, &to, &fields).await.status, 303);
        assert_eq!(send(site, &to, &[("reason", "hours"), ("need", "language-class")]).await.status, 303);
        let list = site.get_as(&site.coordinator(), "/maple/work/directory/barriers?as=csv").await.body;
        let rows: Vec<&str> = list.lines().filter(|row| row.contains("2026-11")).collect();
        assert_eq!(rows.len(), 2, "two reasons and nothing of who said them: {list}");
        assert!(rows.iter().any(|row| row.contains("closed when I could come") && row.contains(",2")), "{list}");
        assert!(!list.contains("she@") && !list.contains("until six"), "{list}");
        let arabic = site.get(&format!("/maple/ar/help/{id}/barrier")).await;
        assert!(arabic.status == 200 && arabic.body.contains("dir=\"rtl\"") && arabic.body.contains("لماذا"), "{}", arabic.body);
        assert_eq!(count(site).await, 2, "both wait to be read");
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("2 suggestions from visitors wait"), "{today}");
    }

    async fn a_missing_service_is_added_by_its_form_and_that_takes_it(site) {
        let (of, _) = class(site).await;
        let nameless = send(site, "/maple/en/missing-service", &[("who", "A mosque")]).await;
        assert!(nameless.status == 422 && nameless.body.contains("A mosque"), "{}", nameless.body);
        let fields = [("name", "Sewing circle"), ("who", "A mosque"), ("phones", "905-555-0177"), ("email", "she@example.org")];
        assert_eq!(send(site, "/maple/en/missing-service", &fields).await.status, 303);
        let page = waiting(site).await;
        let gap = site.get_as(&site.coordinator(), &page).await.body;
        assert!(gap.contains("A gap: nobody offers it"), "{gap}");
        let form = site.get_as(&site.coordinator(), &format!("{page}/service")).await.body;
        assert!(form.contains("Sewing circle") && form.contains("905-555-0177") && form.contains("A mosque"), "{form}");
        let suggestion = page.rsplit('/').next().unwrap();
        let id = add(site, of, &[("name_en", "Sewing circle"), ("suggestion", suggestion)]).await;
        assert_eq!(count(site).await, 0);
        let after = site.get_as(&site.coordinator(), &page).await.body;
        assert!(after.contains("Taken") && after.contains(&id.to_string()), "{after}");
        assert!(letters(site).await[0].contains("is taken up"));
        assert_eq!(site.get_as(&site.coordinator(), &format!("{page}/service")).await.status, 303, "it was decided");
        assert_eq!(send(site, "/maple/en/missing-service", &[("name", "Swimming for women at night")]).await.status, 303);
        let page = waiting(site).await;
        assert_eq!(decide(site, &page, &[("decision", "take")]).await.status, 303, "what nobody offers is noted as a gap");
        assert_eq!(count(site).await, 0);
    }

    async fn what_is_not_public_takes_no_suggestion_and_a_flood_waits(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let hidden = add(site, of, &[("visibility", "partners")]).await;
        for path in ["correction", "barrier"] {
            let path = format!("/maple/en/help/{hidden}/{path}");
            assert_eq!(site.get(&path).await.status, 404);
            assert_eq!(send(site, &path, &[("reason", "hours")]).await.status, 404);
        }
        let shown = add(site, of, &[]).await;
        let mut statuses = Vec::new();
        for _ in 0..201 {
            statuses.push(send(site, &format!("/maple/en/help/{shown}/barrier"), &[("reason", "hours")]).await.status);
        }
        assert!(statuses.contains(&429) && statuses[0] == 303, "{statuses:?}");
    }

    async fn they_go_with_the_person_and_end_by_themselves(site) {
        let (_, id) = class(site).await;
        assert_eq!(correct(site, id, &[("note", "It closed"), ("email", "She@example.org")]).await.status, 303);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let of = Subject { addresses: vec!["she@example.org".into()], ..Subject::of(uuid::Uuid::nil()) };
        assert!(format!("{:?}", personal::held(&ctx, &mut tx, &of).await.unwrap()).contains("It closed"));
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(site).await, 0);
        assert_eq!(correct(site, id, &[("note", "It closed")]).await.status, 303);
        site.app.clock.advance(364 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(count(site).await, 1);
        site.app.clock.advance(2 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(count(site).await, 0);
    }
}
