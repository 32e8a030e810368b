//! Ids that nobody offered: of those whom the sender may not know of, of those in the bin, of nobody.

use super::{World, rooms, text};
use crate::{
    NewSeat, SeatFacts, SeatId, add_seats, can,
    rules::terms::{AskForTerm, Holder},
    store::terms::list_terms_of_seats,
};
use jiff::civil::date;
use partners::{NewOrganization, NewPerson, OrganizationId, PersonId, Visibility};
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    testing::{Site, refusal_code},
};

/// Stands in everything that only the staff may know of, and nowhere else.
const CANARY: &str = "Zeisig";
const UNKNOWN: &str = "This is not here any more. Choose another";

/// Somebody and something that only the staff may know of, and the same in the bin.
struct Hidden {
    person: PersonId,
    organization: OrganizationId,
    binned: PersonId,
    gone: OrganizationId,
}

async fn hidden(site: &Site) -> Hidden {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let shy =
        NewPerson { visibility: Visibility::Staff, ..NewPerson::new(format!("{CANARY} Shy"), Lang::En) };
    let binned = NewPerson::new(format!("{CANARY} Binned"), Lang::En);
    let people = partners::add_people(&mut tx, &[shy, binned]).await.unwrap();
    let circle = NewOrganization {
        visibility: Visibility::Staff,
        ..NewOrganization::new("circle", text(&format!("{CANARY} Circle")))
    };
    let gone = NewOrganization::new("gone", text(&format!("{CANARY} Gone")));
    let organizations = partners::add_organizations(&mut tx, &[circle, gone]).await.unwrap();
    tx.commit().await.unwrap();
    let first = [("version", "1")];
    let removed = format!("/maple/work/people/{}/removal", people[1]);
    assert_eq!(site.post_as(&site.coordinator(), &removed, &first).await.status, 303);
    let removed = "/maple/work/partners/gone/removal";
    assert_eq!(site.post_as(&site.coordinator(), removed, &first).await.status, 303);
    Hidden { person: people[0], organization: organizations[0], binned: people[1], gone: organizations[1] }
}

async fn terms(site: &Site, seat: SeatId) -> usize {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let terms = list_terms_of_seats(&mut tx, &[seat]).await.unwrap();
    tx.done().await.unwrap();
    terms.len()
}

async fn refused(site: &Site, who: &Caller, path: &str, fields: &[(&str, &str)]) {
    let got = site.post_as(who, path, fields).await;
    assert_eq!(got.status, 422, "{path} {fields:?}");
    assert!(got.body.contains(UNKNOWN), "{path} {fields:?}: {}", got.body);
    assert!(!got.body.contains(CANARY), "{path} {fields:?} tells who is there");
}

platform::on_both! { rooms();
    async fn a_chair_seats_nobody_by_a_guessed_id(site) {
        let world = World::new(site).await;
        let hidden = hidden(site).await;
        let chair = site.holder(Office::Chair, Some(world.below.into()));
        let ada = world.people[0].to_string();
        for id in [hidden.person.to_string(), hidden.binned.to_string(), uuid::Uuid::from_u128(7).to_string(), "nobody".into()] {
            refused(site, &chair, &world.at_seat("/terms"), &[("holder", &id), ("starts_on", "2026-01-01"), ("version", "1")]).await;
            refused(site, &chair, &world.at_seat("/terms"), &[("holder", &ada), ("alternate", &id), ("starts_on", "2026-01-01"), ("version", "1")]).await;
        }
        assert_eq!(terms(site, world.seat).await, 0);
        let french = site.post_as(&site.coordinator(), &world.at_seat("/terms"), &[("holder", &hidden.binned.to_string()), ("starts_on", "2026-01-01"), ("version", "1")]).await;
        assert_eq!(french.status, 422, "whoever is in the bin is seated by nobody");
        assert_eq!(world.hold(site).await.status, 303);
        let term = world.term(site).await;
        refused(site, &chair, &world.at_seat("/alternate"), &[("term", &term), ("alternate", &hidden.person.to_string()), ("version", "2")]).await;
        let hers = [("term", term.as_str()), ("alternate", &hidden.person.to_string()), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/alternate"), &hers).await.status, 303, "the staff may");
        let page = site.get_as(&chair, &world.at_seat("")).await.body;
        assert!(!page.contains(CANARY) && !page.contains(&hidden.person.to_string()), "{page}");
        let stays = [("term", term.as_str()), ("alternate", "stays"), ("version", "3")];
        assert_eq!(site.post_as(&chair, &world.at_seat("/alternate"), &stays).await.status, 303);
        assert!(site.get_as(&site.coordinator(), &world.at_seat("")).await.body.contains(&format!("Alternate: \u{2068}{CANARY} Shy")) || site.get_as(&site.coordinator(), &world.at_seat("")).await.body.contains(&format!("{CANARY} Shy")));
    }

    async fn a_holder_in_the_bin_does_not_go_on(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let term = world.term(site).await;
        let removed = format!("/maple/work/people/{}/removal", world.people[0]);
        assert_eq!(site.post_as(&site.coordinator(), &removed, &[("version", "1")]).await.status, 303);
        refused(site, &site.coordinator(), &world.at_seat("/renewal"), &[("term", &term), ("ends_on", "2028-01-01"), ("version", "2")]).await;
        assert_eq!(terms(site, world.seat).await, 1);
    }

    async fn a_seat_belongs_to_nobody_whom_its_giver_may_not_know(site) {
        let world = World::new(site).await;
        let hidden = hidden(site).await;
        let chair = site.holder(Office::Chair, Some(world.below.into()));
        let nobody = uuid::Uuid::from_u128(7).to_string();
        for (field, id) in [("organization", hidden.organization.to_string()), ("organization", hidden.gone.to_string()), ("organization", nobody.clone()), ("sector", nobody)] {
            let fields = [("category_en", "Faith"), ("visibility", "public"), (field, id.as_str()), ("version", "1"), ("sits", "vacant")];
            refused(site, &chair, &world.at("/seats"), &fields).await;
            refused(site, &chair, &world.at_seat(""), &fields).await;
        }
        for holder in [hidden.binned.to_string(), uuid::Uuid::from_u128(7).to_string()] {
            let fields = [("category_en", "Faith"), ("visibility", "public"), ("sits", "named"), ("holder", holder.as_str()), ("starts_on", "2026-12-01")];
            refused(site, &chair, &world.at("/seats"), &fields).await;
        }
        let theirs = [("category_en", "Faith"), ("visibility", "public"), ("organization", &hidden.organization.to_string()), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat(""), &theirs).await.status, 303, "the staff may");
        let noted = [("category_en", "Faith and more"), ("visibility", "public"), ("organization", &hidden.organization.to_string()), ("version", "2")];
        assert_eq!(site.post_as(&chair, &world.at_seat(""), &noted).await.status, 303, "what it belongs to stays");
        let orphan = uuid::Uuid::from_u128(8).to_string();
        let top = site.post_as(&site.coordinator(), "/maple/work/councils", &[("name_en", "Arts"), ("kind", "team"), ("parent", &orphan)]).await;
        assert!(top.status == 422 && top.body.contains("The group above is not here"), "{}", top.body);
    }

    async fn callers_without_a_form_are_refused_too(site) {
        let world = World::new(site).await;
        let hidden = hidden(site).await;
        let ctx = site.ctx(site.coordinator());
        let ask = |person| AskForTerm { holder: Holder::Person(person), alternate: None, starts_on: date(2026, 1, 1), starts_about: false, ends_on: None };
        let term = NewSeat { facts: SeatFacts::of(text("Faith")), terms: vec![(ask(hidden.binned), None)] };
        let seat = NewSeat { facts: SeatFacts { organization: Some(hidden.gone), ..SeatFacts::of(text("Faith")) }, terms: vec![] };
        for new in [term, seat] {
            let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
            assert_eq!(refusal_code(add_seats(&mut tx, world.below, &[new]).await), "field-unknown");
        }
    }
}
