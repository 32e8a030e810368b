//! The pages as people use them, on both databases.

mod binned;
mod erasing;
mod expressions;
mod giving;
mod guessing;
mod hidden;
mod leaving;
mod letters;
mod lists;
mod signed;
mod typed;
mod wishes;

use crate::{
    CouncilFacts, CouncilId, NewSeat, SeatFacts, SeatId, add_council, add_seats, can, rules::tree::Kind,
};
use jiff::civil::date;
use partners::{NewPerson, PersonId};
use platform::{
    authority::Office,
    langs::Lang,
    testing::{Got, Site, pages::check_samples},
    text::Text,
};

fn text(words: &str) -> Text {
    Text::both(words, words, date(2026, 11, 22))
}

fn facts(name: &str, parent: Option<CouncilId>) -> CouncilFacts {
    CouncilFacts {
        kind: Kind::SubCouncil,
        word: Text::default(),
        name: text(name),
        outcome: text("Everybody finds a doctor."),
        mandate: Text::default(),
        parent,
        position: 0,
        open: false,
        seat_limit: None,
    }
}

/// A council with one below it, a seat on that, and two people.
struct World {
    council: CouncilId,
    below: CouncilId,
    seat: SeatId,
    people: Vec<PersonId>,
}

impl World {
    async fn new(site: &Site) -> Self {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let council = add_council(&mut tx, "central", &facts("Central", None)).await.unwrap();
        let below = add_council(&mut tx, "health", &facts("Health", Some(council))).await.unwrap();
        let new = NewSeat { facts: SeatFacts::of(text("Hospitals")), terms: vec![] };
        let seat = add_seats(&mut tx, below, &[new]).await.unwrap()[0];
        let people = ["Ada One", "Bea Two"].map(|name| NewPerson::new(name, Lang::En));
        let people = partners::add_people(&mut tx, &people).await.unwrap();
        tx.commit().await.unwrap();
        Self { council, below, seat, people }
    }

    fn at(&self, path: &str) -> String {
        format!("/maple/work/councils/{}{path}", self.below)
    }

    fn at_seat(&self, path: &str) -> String {
        self.at(&format!("/seats/{}{path}", self.seat))
    }

    /// Lets the first person hold the seat from the start of the year.
    async fn hold(&self, site: &Site) -> Got {
        let holder = self.people[0].to_string();
        let fields = [
            ("holder", holder.as_str()),
            ("starts_on", "2026-01-01"),
            ("ends_on", "2026-12-31"),
            ("version", "1"),
        ];
        site.post_as(&site.coordinator(), &self.at_seat("/terms"), &fields).await
    }

    /// The term that the page of the seat speaks of.
    async fn term(&self, site: &Site) -> String {
        let page = site.get_as(&site.coordinator(), &self.at_seat("")).await.body;
        let from = page.split("name=\"term\" value=\"").nth(1).unwrap();
        from.split('"').next().unwrap().to_owned()
    }
}

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), crate::manifest()]
}

platform::on_both! { rooms();
    async fn every_page_reads_well_in_every_language(site) {
        assert!(check_samples(site) > 60);
    }

    async fn the_room_opens_for_its_own_people_only(site) {
        let world = World::new(site).await;
        for path in ["/maple/work/councils", "/maple/work/councils/seats", "/maple/work/councils/leaving", &world.at(""), &world.at_seat(""), &world.at("/terms-of-reference")] {
            assert_eq!(site.get_as(&site.coordinator(), path).await.status, 200, "{path}");
            assert_eq!(site.get_as(&site.holder(Office::Reader, None), path).await.status, 200, "{path}");
            assert_eq!(site.get_as(&site.stranger(), path).await.status, 404, "{path}");
            assert_eq!(site.get(path).await.status, 303, "{path}");
        }
    }

    async fn a_chair_changes_her_own_body_and_no_other(site) {
        let world = World::new(site).await;
        let chair = site.holder(Office::Chair, Some(world.below.into()));
        assert_eq!(site.get_as(&chair, &world.at("/edit")).await.status, 200);
        let other = format!("/maple/work/councils/{}/edit", world.council);
        assert_eq!(site.get_as(&chair, &other).await.status, 403);
        let fields = [("name_en", "Health and care"), ("parent", ""), ("seat_limit", "1"), ("version", "1")];
        assert_eq!(site.post_as(&chair, &world.at(""), &fields).await.status, 303);
        let page = site.get_as(&chair, &world.at("")).await.body;
        assert!(page.contains("Health and care") && page.contains("Central"), "where it stands is not hers to change");
    }

    async fn a_body_is_set_up_and_stands_below_another(site) {
        let world = World::new(site).await;
        let parent = world.council.to_string();
        let fields = [("name_en", "Welcoming"), ("kind", "team"), ("parent", parent.as_str()), ("word_en", "Crew")];
        let made = site.post_as(&site.coordinator(), "/maple/work/councils", &fields).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let page = site.get_as(&site.coordinator(), made.location()).await;
        assert!(page.body.contains("The group is set up") && page.body.contains("Crew"), "{}", page.body);
        assert!(site.get_as(&site.coordinator(), "/maple/work/councils").await.body.contains("Welcoming"));
    }

    async fn bad_input_is_refused_beside_its_field(site) {
        let world = World::new(site).await;
        let (long, council) = ("x".repeat(10_000), world.council.to_string());
        let cases = [
            ("name_en", "", "Write something here"),
            ("name_en", long.as_str(), "at most 200 characters"),
            ("name_en", "a\u{202E}b", "direction of the text"),
            ("name_en", "a\u{7}b", "direction of the text"),
            ("seat_limit", "many", "Write a whole number from 1 to 999"),
            ("seat_limit", "-3", "Write a whole number from 1 to 999"),
            ("kind", "club", "Choose one of the answers"),
        ];
        for (name, value, words) in cases {
            let mut fields = vec![("name_en", "Health"), ("kind", "team"), ("parent", council.as_str()), ("version", "1")];
            fields.retain(|(field, _)| *field != name);
            fields.push((name, value));
            let again = site.post_as(&site.coordinator(), &world.at(""), &fields).await;
            assert_eq!(again.status, 422, "{name}");
            assert!(again.body.contains(words), "{name}: {}", again.body);
        }
        let below = world.below.to_string();
        let cycle = [("name_en", "Central"), ("kind", "council"), ("parent", below.as_str()), ("version", "1")];
        let again = site.post_as(&site.coordinator(), &format!("/maple/work/councils/{council}"), &cycle).await;
        assert!(again.status == 422 && again.body.contains("cannot stand below itself"), "{}", again.body);
    }

    async fn two_people_see_each_others_change_of_a_body(site) {
        let world = World::new(site).await;
        let change = |name| [("name_en", name), ("kind", "team"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at(""), &change("Hers")).await.status, 303);
        let late = site.post_as(&site.coordinator(), &world.at(""), &change("Mine")).await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("Hers") && late.body.contains("Mine"), "{}", late.body);
        for field in ["Its own word (English)", "Mandate (Français)"] {
            assert!(late.body.contains(field), "{field} can differ too: {}", late.body);
        }
        let both = site.post_as(&site.coordinator(), &world.at(""), &[("name_en", "Ours"), ("kind", "team"), ("version", "2")]).await;
        assert_eq!(both.status, 303);
    }

    async fn a_body_closes_opens_and_goes_to_the_bin(site) {
        let world = World::new(site).await;
        let top = format!("/maple/work/councils/{}", world.council);
        let refused = site.post_as(&site.coordinator(), &format!("{top}/closing"), &[("version", "1")]).await;
        assert!(refused.status == 422 && refused.body.contains("still open"), "{}", refused.body);
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/closing"), &[("version", "1")]).await.status, 303);
        assert!(site.get_as(&site.coordinator(), &world.at("")).await.body.contains("This group is closed"));
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/reopening"), &[("version", "1")]).await.status, 409);
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/reopening"), &[("version", "2")]).await.status, 303);
        assert_eq!(site.post_as(&site.coordinator(), &world.at("/bin"), &[("version", "3")]).await.status, 303);
        assert_eq!(site.get_as(&site.coordinator(), &world.at("")).await.status, 404);
        let object = platform::ids::Ref::from(world.below);
        let tx = platform::bin::restore(&site.ctx(site.coordinator()), &object).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(site.get_as(&site.coordinator(), &world.at("")).await.status, 200);
    }

    async fn a_seat_is_given_held_and_left(site) {
        let world = World::new(site).await;
        let fields = [("category_en", "Faith"), ("visibility", "public"), ("ex_officio", "yes"), ("sits", "vacant")];
        let given = site.post_as(&site.coordinator(), &world.at("/seats"), &fields).await;
        assert_eq!(given.status, 303, "{}", given.body);
        assert_eq!(world.hold(site).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at("")).await.body;
        assert!(page.contains("Ada One") && page.contains("Ends Dec 31, 2026"), "{page}");
        let sitting = page.split("Ada One").next().and_then(|before| before.rsplit("href=\"").next()).unwrap();
        assert!(sitting.starts_with("/maple/work/people/"), "the name leads to the person: {sitting}");
        let term = world.term(site).await;
        let leaves = [("term", term.as_str()), ("on", "2026-11-22"), ("how", "resigned"), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/resignation"), &leaves).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("Resigned"), "{page}");
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let facts = tx.consent_facts(world.people[0]).await.unwrap();
        assert!(platform::consent::may_send(&facts, crate::membership::PURPOSE, ctx.today()), "who sat there may be written to");
    }

    async fn a_second_holder_of_the_same_days_is_refused_beside_the_day(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let other = world.people[1].to_string();
        let fields = [("holder", other.as_str()), ("starts_on", "2026-06-01"), ("version", "2")];
        let again = site.post_as(&site.coordinator(), &world.at_seat("/terms"), &fields).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("held by a term that starts on January 1, 2026"), "{}", again.body);
        let backwards = [("holder", other.as_str()), ("starts_on", "2028-06-01"), ("ends_on", "2027-01-01"), ("version", "2")];
        let again = site.post_as(&site.coordinator(), &world.at_seat("/terms"), &backwards).await;
        assert!(again.body.contains("The last day lies before the first day"), "{}", again.body);
    }

    async fn a_term_is_renewed_and_gets_an_alternate(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let (term, other) = (world.term(site).await, world.people[1].to_string());
        let alternate = [("term", term.as_str()), ("alternate", other.as_str()), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/alternate"), &alternate).await.status, 303);
        let renewal = [("term", term.as_str()), ("ends_on", "2029-12-31"), ("version", "3")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/renewal"), &renewal).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("Bea Two") && page.contains("January 1, 2027"), "{page}");
    }

    async fn who_sits_on_a_seat_of_the_staff_is_known_to_the_staff_only(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let hide = [("category_en", "Hospitals"), ("category_fr", "Hospitals"), ("visibility", "staff"), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat(""), &hide).await.status, 303);
        assert!(site.get_as(&site.coordinator(), &world.at("")).await.body.contains("Ada One"));
        let reader = site.holder(Office::Reader, None);
        for (path, status) in [(world.at(""), 200), (world.at_seat(""), 404), ("/maple/work/councils/seats?as=csv".into(), 200), ("/maple/work/councils/leaving?as=csv".into(), 200)] {
            let got = site.get_as(&reader, &path).await;
            assert!(got.status == status && !got.body.contains("Ada One"), "{path}");
        }
    }

    async fn the_seats_list_narrows_by_state_as_the_rule_says(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let list = |state: &'static str| async move { site.get_as(&site.coordinator(), &format!("/maple/work/councils/seats?state={state}&as=csv")).await.body };
        assert!(list("ending").await.contains("Ada One"));
        assert!(!list("vacant").await.contains("Hospitals"));
    }

    async fn terms_of_reference_are_added_compared_and_never_changed(site) {
        let world = World::new(site).await;
        let path = world.at("/terms-of-reference");
        let first = [("body_en", "Eighteen seats. Two years."), ("adopted_on", "2020-01-01")];
        assert_eq!(site.post_as(&site.coordinator(), &path, &first).await.status, 303);
        let silent = [("body_en", "Twenty seats. Two years."), ("adopted_on", "2021-01-01")];
        let again = site.post_as(&site.coordinator(), &path, &silent).await;
        assert!(again.status == 422 && again.body.contains("Say what changed"), "{}", again.body);
        let second = [("body_en", "Twenty seats. Two years."), ("change_note_en", "Two more."), ("adopted_on", "2021-01-01")];
        assert_eq!(site.post_as(&site.coordinator(), &path, &second).await.status, 303);
        let compared = site.get_as(&site.coordinator(), &format!("{path}?older=1&newer=2")).await.body;
        assert!(compared.contains("<del>") && compared.contains("<ins>"), "{compared}");
    }
}
