//! Letters to a group: to whom they go, and why somebody gets none.

use super::*;
use partners::{ContactKind, NewContactPoint, NewOrganization, Visibility};

/// The first person holds a seat and has one address, at an organization; the second comes when she cannot.
async fn seated(site: &Site) -> World {
    let world = World::new(site).await;
    assert_eq!(world.hold(site).await.status, 303);
    let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
    let clinic = NewOrganization::new("clinic", text("Maple Clinic"));
    let clinic = partners::add_organization(&mut tx, &clinic).await.unwrap();
    let at = NewContactPoint {
        person: Some(world.people[0]),
        organization: Some(clinic),
        kind: ContactKind::Mail,
        value: "ada@clinic.example".into(),
        visibility: Visibility::Staff,
    };
    partners::add_contact(&mut tx, &at).await.unwrap();
    tx.commit().await.unwrap();
    world
}

async fn form(site: &Site, world: &World) -> String {
    site.get_as(&site.coordinator(), &world.at("/letters/new")).await.body
}

platform::on_both! { rooms();
    async fn an_address_at_an_organization_in_the_bin_gets_no_letter(site) {
        let world = seated(site).await;
        let before = form(site, &world).await;
        assert!(before.contains("One person gets this") && before.contains("ada@clinic.example"), "{before}");
        let removal = "/maple/work/partners/clinic/removal";
        assert_eq!(site.post_as(&site.coordinator(), removal, &[("version", "1")]).await.status, 303);
        let after = form(site, &world).await;
        assert!(after.contains("Nobody gets this by mail") && after.contains("no address is known"), "{after}");
        assert!(!after.contains("known to the staff alone"), "{after}");
        let letter = [("subject_en", "Next week"), ("body_en", "We meet."), ("step", "send")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/letters"), &letter).await.status, 303);
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
        let sent = platform::sql!(tx, value i64, "SELECT count(*) FROM mail WHERE recipient = 'ada@clinic.example'").unwrap();
        tx.done().await.unwrap();
        assert_eq!(sent, 0);
    }

    async fn a_letter_counts_as_a_request_to_each_organization_that_sits_there(site) {
        let world = seated(site).await;
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        let library = partners::add_organization(&mut tx, &NewOrganization::new("library", text("Maple Library"))).await.unwrap();
        for name in ["ben", "cleo"] {
            let person = partners::add_person(&mut tx, &NewPerson::new(name, Lang::Fr)).await.unwrap();
            let value = format!("{name}@maple.example");
            let point = NewContactPoint { person: Some(person), organization: None, kind: ContactKind::Mail, value, visibility: Visibility::Staff };
            partners::add_contact(&mut tx, &point).await.unwrap();
            let holder = crate::rules::terms::Holder::Person(person);
            let ask = crate::rules::terms::AskForTerm { holder, alternate: None, starts_on: date(2026, 1, 1), starts_about: false, ends_on: None };
            let facts = SeatFacts { organization: Some(library), ..SeatFacts::of(text("Readers")) };
            add_seats(&mut tx, world.below, &[NewSeat { facts, terms: vec![(ask, None)] }]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let letter = [("subject_en", "Next week"), ("body_en", "We meet."), ("step", "send")];
        assert!(!form(site, &world).await.contains("asked of partners lately"), "nothing was");
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/letters"), &letter).await.status, 303);
        let shown = form(site, &world).await;
        assert!(shown.contains("asked of partners lately") && shown.contains("0 open, 1 in 90 days"), "{shown}");
        let preview = site.post_as(&site.coordinator(), &world.at("/letters"), &letter[..2]).await.body;
        assert!(preview.contains("0 open, 1 in 90 days"), "before it is sent: {preview}");
        let file = site.get_as(&site.coordinator(), "/maple/work/asks?as=csv").await.body;
        assert_eq!(file.matches("Next week,Maple Library,Groups,").count(), 1, "two seats, one request: {file}");
        site.app.clock.advance(7_200);
        platform::jobs::run_due(&site.app).await.unwrap();
        let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
        let sent = platform::sql!(tx, value i64, "SELECT count(*) FROM mail WHERE recipient = 'ben@maple.example'").unwrap();
        tx.done().await.unwrap();
        assert_eq!(sent, 1, "the letter alone");
    }

    async fn who_stands_in_for_an_organization_counts_for_it_only_when_written_to_for_it(site) {
        let world = seated(site).await;
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        let library = partners::add_organization(&mut tx, &NewOrganization::new("library", text("Maple Library"))).await.unwrap();
        let ben = partners::add_person(&mut tx, &NewPerson::new("Ben", Lang::En)).await.unwrap();
        let holder = crate::rules::terms::Holder::Person(ben);
        let ask = crate::rules::terms::AskForTerm { holder, alternate: Some(world.people[0]), starts_on: date(2026, 1, 1), starts_about: false, ends_on: None };
        let facts = SeatFacts { organization: Some(library), ..SeatFacts::of(text("Readers")) };
        add_seats(&mut tx, world.below, &[NewSeat { facts, terms: vec![(ask, None)] }]).await.unwrap();
        tx.commit().await.unwrap();
        let asked = async |subject: &str, alternates: &str| {
            let letter = [("subject_en", subject), ("body_en", "We meet."), ("alternates", alternates), ("step", "send")];
            assert_eq!(site.post_as(&site.coordinator(), &world.at("/letters"), &letter).await.status, 303);
            let file = site.get_as(&site.coordinator(), "/maple/work/asks?as=csv").await.body;
            file.matches(&format!("{subject},Maple Library,Groups,")).count()
        };
        assert_eq!(asked("Holders", "").await, 0, "it went to her for her own seat");
        assert_eq!(asked("Everybody", "yes").await, 1);
    }

    async fn what_each_language_group_will_read_is_shown_before_anything_is_sent(site) {
        let world = seated(site).await;
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        for (n, lang) in [(1, Lang::Fr), (2, Lang::Fr), (3, Lang::Ar)] {
            let person = partners::add_person(&mut tx, &NewPerson::new(format!("Reader {n}"), lang)).await.unwrap();
            let point = NewContactPoint { person: Some(person), organization: None, kind: ContactKind::Mail, value: format!("r{n}@maple.example"), visibility: Visibility::Staff };
            partners::add_contact(&mut tx, &point).await.unwrap();
            let ask = crate::rules::terms::AskForTerm { holder: crate::rules::terms::Holder::Person(person), alternate: None, starts_on: date(2026, 1, 1), starts_about: false, ends_on: None };
            add_seats(&mut tx, world.below, &[NewSeat { facts: SeatFacts::of(text("Readers")), terms: vec![(ask, None)] }]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let sent = async || {
            let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
            let sent = platform::sql!(tx, value i64, "SELECT count(*) FROM mail").unwrap();
            tx.done().await.unwrap();
            sent
        };
        let before = sent().await;
        let letter = [("subject_en", "Next week"), ("subject_fr", "La semaine prochaine"), ("body_en", "We meet.")];
        let shown = site.post_as(&site.coordinator(), &world.at("/letters"), &letter).await;
        assert_eq!((shown.status, platform::testing::pages::complaints_about(&shown.body), sent().await), (200, vec![], before));
        for part in ["Nothing has been sent yet.", "Read best in French: 2 people", "Reads best in English: one person", "They get it in English.",
            "but the letter is not: French", "La semaine prochaine", "Hello [name],", "You get this because", "Send one mail to each of 4 people"] {
            assert!(shown.body.contains(part), "{part}: {}", shown.body);
        }
        let whole = [letter.as_slice(), &[("body_fr", "Nous nous réunissons.")]].concat();
        let even = site.post_as(&site.coordinator(), &world.at("/letters"), &whole).await.body;
        assert!(!even.contains("but the letter is not") && even.contains("Bonjour [nom],") && even.contains("Nous nous réunissons."), "{even}");
        // The page itself carries what is sent next, whole.
        let form = even.split("name=\"step\"").next().unwrap().rsplit("<form").next().unwrap();
        for field in ["name=\"subject_fr\" value=\"La semaine prochaine\"", "name=\"body_en\" value=\"We meet.\""] {
            assert!(form.contains(field), "{field}: {form}");
        }
        let go = [whole.as_slice(), &[("step", "send")]].concat();
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/letters"), &go).await.status, 303);
        assert_eq!(sent().await, before + 4);
        let wrong = site.post_as(&site.coordinator(), &world.at("/letters"), &[("subject_en", "Next week")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Next week\""), "{}", wrong.body);
    }
}
