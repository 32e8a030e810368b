//! Nothing typed is lost: forms about terms come back whole when something is wrong, and beside what is stored when it is late.

use super::{World, rooms};
use crate::{can, membership::PURPOSE};
use platform::{
    authority::Office,
    consent::may_send,
    testing::{Site, pages::complaints_about},
};

async fn may_write_to(site: &Site, person: partners::PersonId) -> bool {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let facts = tx.consent_facts(person).await.unwrap();
    tx.done().await.unwrap();
    may_send(&facts, PURPOSE, ctx.today())
}

platform::on_both! { rooms();
    async fn a_refused_form_about_a_term_comes_back_with_what_was_typed(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let (term, ada) = (world.term(site).await, world.people[0].to_string());
        let cases: [(&str, &[(&str, &str)], &[&str]); 6] = [
            ("/resignation", &[("on", "next week"), ("how", "ended")], &["value=\"next week\"", "value=\"ended\" checked", "Write the date like"]),
            ("/resignation", &[("on", "2031-02-03"), ("how", "replaced")], &["value=\"2031-02-03\"", "value=\"replaced\" checked", "The term ends on December 31, 2026"]),
            ("/resignation", &[("on", "2026-05-06")], &["value=\"2026-05-06\"", "Choose one of the answers"]),
            ("/renewal", &[("ends_on", "soon")], &["value=\"soon\"", "Write the date like"]),
            ("/renewal", &[("ends_on", "2020-01-01")], &["value=\"2020-01-01\"", "before the first day"]),
            ("/alternate", &[("alternate", &ada)], &["selected", "The alternate is the holder"]),
        ];
        for (path, fields, parts) in cases {
            let mut sent = vec![("term", term.as_str()), ("version", "2")];
            sent.extend(fields);
            let again = site.post_as(&site.coordinator(), &world.at_seat(path), &sent).await;
            assert_eq!(again.status, 422, "{path}: {}", again.body);
            assert_eq!(complaints_about(&again.body), Vec::<String>::new());
            for part in parts {
                assert!(again.body.contains(part), "{path} {fields:?}: {part} in {}", again.body);
            }
        }
    }

    async fn a_late_form_about_a_term_shows_what_is_stored_beside_what_was_typed(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let (term, bea) = (world.term(site).await, world.people[1].to_string());
        let cases: [(&str, &[(&str, &str)], &[&str]); 4] = [
            ("/terms", &[("holder", &bea), ("starts_on", "2027-03-04")], &["March 4, 2027", "January 1, 2026", "Bea Two", "Ada One"]),
            ("/resignation", &[("on", "2026-05-06"), ("how", "replaced")], &["May 6, 2026", "The organization sent somebody else"]),
            ("/renewal", &[("ends_on", "2028-07-08")], &["July 8, 2028", "December 31, 2026"]),
            ("/alternate", &[("alternate", &bea)], &["Bea Two"]),
        ];
        for (path, fields, parts) in cases {
            let mut sent = vec![("term", term.as_str()), ("version", "1")];
            sent.extend(fields);
            let late = site.post_as(&site.coordinator(), &world.at_seat(path), &sent).await;
            assert_eq!(late.status, 409, "{path}");
            assert_eq!(complaints_about(&late.body), Vec::<String>::new());
            for part in parts.iter().chain(&["Both texts side by side", "name=\"version\" value=\"2\"", "Tess Test"]) {
                assert!(late.body.contains(part), "{path}: {part} in {}", late.body);
            }
        }
        let sent = [("term", term.as_str()), ("on", "2026-05-06"), ("how", "replaced"), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/resignation"), &sent).await.status, 303, "saved on top");
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("vacant since") && page.contains("find somebody"), "{page}");
    }

    async fn a_mistyped_term_is_put_right_with_a_note_by_the_coordinator(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let (term, bea) = (world.term(site).await, world.people[1]);
        let path = world.at_seat(&format!("/terms/{term}"));
        let chair = site.holder(Office::Chair, Some(world.below.into()));
        assert_eq!(site.get_as(&chair, &path).await.status, 403);
        let form = site.get_as(&site.coordinator(), &path).await;
        assert_eq!((form.status, complaints_about(&form.body)), (200, vec![]));
        assert!(site.get_as(&site.coordinator(), &world.at_seat("")).await.body.contains(&path));
        let right = [("holder", bea.to_string()), ("starts_on", "2025-01-01".into()), ("ends_on", "2025-12-31".into()), ("on", "2025-06-30".into()), ("how", "resigned".into()), ("version", "2".into())];
        let mut sent: Vec<(&str, &str)> = right.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let silent = site.post_as(&site.coordinator(), &path, &sent).await;
        assert!(silent.status == 422 && silent.body.contains("value=\"2025-06-30\"") && silent.body.contains("Write something here"), "{}", silent.body);
        sent.push(("why", "The minutes of May name Bea."));
        assert_eq!(site.post_as(&chair, &path, &sent).await.status, 403);
        site.app.clock.advance(60);
        let done = site.post_as(&site.coordinator(), &path, &sent).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("Bea Two") && page.contains("January 1, 2025 to June 30, 2025") && page.contains("Resigned"), "{page}");
        assert!(!may_write_to(site, world.people[0]).await, "who was named by mistake never belonged");
        assert!(may_write_to(site, bea).await);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/seat/{}", world.seat)).await.body;
        assert!(history.contains("corrected a term") && history.contains("The minutes of May name Bea."), "{history}");
        let late = site.post_as(&site.coordinator(), &path, &sent).await;
        assert!(late.status == 409 && late.body.contains("The minutes of May name Bea."), "{}", late.body);
    }

    async fn who_stands_in_may_be_written_to_while_she_does(site) {
        let world = World::new(site).await;
        world.hold(site).await;
        let (term, bea) = (world.term(site).await, world.people[1]);
        assert!(!may_write_to(site, bea).await);
        let named = [("term", term.as_str()), ("alternate", &bea.to_string()), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/alternate"), &named).await.status, 303);
        assert!(may_write_to(site, bea).await, "the seat's page writes it down as the facade does");
        site.app.clock.advance(86_400);
        let nobody = [("term", term.as_str()), ("alternate", ""), ("version", "3")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/alternate"), &nobody).await.status, 303);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let facts = tx.consent_facts(bea).await.unwrap();
        tx.done().await.unwrap();
        let last = facts.last().unwrap();
        assert_eq!((facts.len(), last.ended), (2, Some(ctx.today())), "closed on the day");
        site.app.clock.advance(732 * 86_400);
        assert!(!may_write_to(site, bea).await);
    }

    async fn who_will_stand_in_and_then_will_not_never_belonged(site) {
        let world = World::new(site).await;
        let (ada, bea) = (world.people[0].to_string(), world.people[1].to_string());
        let later = [("holder", ada.as_str()), ("alternate", bea.as_str()), ("starts_on", "2026-12-01"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/terms"), &later).await.status, 303);
        let term = world.term(site).await;
        site.app.clock.advance(60);
        let nobody = [("term", term.as_str()), ("version", "2")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at_seat("/alternate"), &nobody).await.status, 303);
        site.app.clock.advance(40 * 86_400);
        assert!(may_write_to(site, world.people[0]).await && !may_write_to(site, world.people[1]).await);
    }

    async fn a_second_group_of_one_name_is_asked_about_and_then_set_up(site) {
        let world = World::new(site).await;
        let parent = world.council.to_string();
        let asked = [("name_en", "HEALTH"), ("kind", "team"), ("parent", parent.as_str())];
        let again = site.post_as(&site.coordinator(), "/maple/work/councils", &asked).await;
        assert!(again.status == 422 && again.body.contains("has this name") && again.body.contains("name=\"same_name\""), "{}", again.body);
        assert!(again.body.contains("value=\"HEALTH\""));
        let anyway = [("name_en", "HEALTH"), ("kind", "team"), ("parent", parent.as_str()), ("same_name", "yes")];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/councils", &anyway).await.status, 303);
        let elsewhere = [("name_en", "Health"), ("kind", "team"), ("parent", "")];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/councils", &elsewhere).await.status, 303);
        let same = [("name_en", "Health"), ("name_fr", "Health"), ("kind", "team"), ("parent", parent.as_str()), ("outcome_en", "More."), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at(""), &same).await.status, 303, "a name that stays is not asked about");
    }

    async fn closing_and_the_bin_are_asked_about_first(site) {
        let world = World::new(site).await;
        let page = site.get_as(&site.coordinator(), &world.at("")).await.body;
        for (path, words) in [("/closing", "Close this group"), ("/bin", "Put in the bin")] {
            assert!(page.contains(&format!("href=\"{}\"", world.at(path))) && !page.contains(&format!("action=\"{}\"", world.at(path))));
            let asks = site.get_as(&site.coordinator(), &world.at(path)).await;
            assert!(asks.status == 200 && asks.body.contains(words) && asks.body.contains("name=\"version\" value=\"1\""), "{}", asks.body);
        }
        let asks = site.get_as(&site.coordinator(), &world.at_seat("/bin")).await;
        assert!(asks.body.contains("Put this seat in the bin"), "{}", asks.body);
        assert_eq!(site.get_as(&site.coordinator(), &world.at("")).await.status, 200, "asking changes nothing");
    }
}
