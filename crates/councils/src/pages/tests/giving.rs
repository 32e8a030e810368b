//! A seat is given: never empty by accident, never under a name that stands there already.

use super::*;

const SAID: &str = "Nobody sits on it yet.";

async fn give(site: &Site, world: &World, fields: &[(&str, &str)]) -> Got {
    let mut all = vec![("category_en", "Faith"), ("visibility", "public")];
    all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    all.extend(fields);
    site.post_as(&site.coordinator(), &world.at("/seats"), &all).await
}

async fn count(site: &Site, what: &str) -> i64 {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
    let n = platform::sql!(tx, value i64, &format!("SELECT count(*) FROM {what}")).unwrap();
    tx.done().await.unwrap();
    n
}

platform::on_both! { rooms();
    async fn a_seat_is_given_to_somebody_or_said_to_be_vacant(site) {
        let world = World::new(site).await;
        let form = site.get_as(&site.coordinator(), &world.at("/seats/new")).await.body;
        assert!(form.contains("value=\"named\" checked") && form.contains("Nobody yet: make a vacant seat"), "{form}");
        let (seats, person) = (count(site, "seat").await, world.people[0].to_string());
        let silent = give(site, &world, &[]).await;
        assert!(silent.status == 422 && silent.body.contains("Choose one of the answers"), "{}", silent.body);
        let empty = give(site, &world, &[("sits", "named"), ("starts_on", "2026-12-01")]).await;
        assert!(empty.status == 422 && empty.body.contains("value=\"2026-12-01\""), "{}", empty.body);
        let both = give(site, &world, &[("sits", "named"), ("category_en", ""), ("starts_on", "soon")]).await;
        assert_eq!(both.status, 422, "{}", both.body);
        let backwards = give(site, &world, &[("sits", "named"), ("holder", &person), ("starts_on", "2026-12-01"), ("ends_on", "2026-01-01")]).await;
        assert!(backwards.status == 422 && backwards.body.contains("The last day lies before the first day"), "{}", backwards.body);
        assert_eq!(count(site, "seat").await, seats, "nothing was made by what was refused");
        let given = give(site, &world, &[("sits", "named"), ("holder", &person), ("starts_on", "2026-11-01"), ("ends_on", "2028-12-31")]).await;
        assert_eq!(given.status, 303, "{}", given.body);
        let page = site.get_as(&site.coordinator(), given.location()).await.body;
        assert!(page.contains("Ada One") && page.contains("The seat is given.") && !page.contains(SAID), "{page}");
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let facts = tx.consent_facts(world.people[0]).await.unwrap();
        tx.done().await.unwrap();
        assert!(platform::consent::may_send(&facts, crate::membership::PURPOSE, ctx.today()), "who sits there may be written to");
        let vacant = give(site, &world, &[("sits", "vacant"), ("category_en", "Arts"), ("starts_on", "")]).await;
        let page = site.get_as(&site.coordinator(), vacant.location()).await.body;
        assert!(page.contains(SAID) && page.contains("This seat is vacant"), "{page}");
    }

    async fn somebody_who_sits_here_already_is_not_given_a_second_seat(site) {
        let world = World::new(site).await;
        assert_eq!(world.hold(site).await.status, 303);
        let person = world.people[0].to_string();
        let twice = give(site, &world, &[("sits", "named"), ("holder", &person), ("starts_on", "2026-11-22")]).await;
        assert!(twice.status == 422 && twice.body.contains("already holds seat 1"), "{}", twice.body);
    }

    async fn categories_are_suggested_and_one_that_is_taken_stays_one(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let boards = Text::both("School boards", "Conseils scolaires", date(2026, 11, 22));
        add_seats(&mut tx, world.council, &[NewSeat { facts: SeatFacts::of(boards), terms: vec![] }]).await.unwrap();
        tx.commit().await.unwrap();
        let form = site.get_as(&site.coordinator(), &world.at("/seats/new")).await.body;
        for offered in ["<option>School boards</option>", "<option>Conseils scolaires</option>", "list=\"f-category_en-list\"", "<datalist id=\"f-category_fr-list\" lang=\"fr\""] {
            assert!(form.contains(offered), "{offered}: {form}");
        }
        let before = count(site, "seat_category").await;
        let given = give(site, &world, &[("sits", "vacant"), ("category_en", ""), ("category_fr", "conseils scolaires")]).await;
        assert_eq!((given.status, count(site, "seat_category").await), (303, before), "{}", given.body);
        assert!(site.get_as(&site.coordinator(), given.location()).await.body.contains("School boards"));
    }

    async fn renew_or_replace_opens_the_forms_for_it(site) {
        let world = World::new(site).await;
        assert_eq!(world.hold(site).await.status, 303);
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        let link = format!("{}?open=renewal#holder", world.at_seat(""));
        assert!(today.contains(&format!("href=\"{link}\"")), "{today}");
        let folds = |page: &str| page.matches("<details open").count();
        let (plain, opened) = (
            site.get_as(&site.coordinator(), &world.at_seat("")).await.body,
            site.get_as(&site.coordinator(), &world.at_seat("?open=renewal")).await.body,
        );
        assert_eq!((folds(&plain), folds(&opened)), (0, 2), "{opened}");
        for part in ["The holder goes on for another term", "Somebody new sits here"] {
            let fold = opened.split(part).next().unwrap().rsplit("<details").next().unwrap();
            assert!(fold.starts_with(" open"), "{part}: {fold}");
        }
    }

    async fn a_vacant_seat_names_whom_to_ask_and_leads_in_no_circle(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let sectors = partners::add_default_sectors(&mut tx, &ctx).await.unwrap();
        let arts = sectors.iter().find(|one| one.code == "arts").unwrap().id;
        for (slug, joined_on) in [("studio", None), ("gallery", Some(date(2025, 1, 1)))] {
            let new = partners::NewOrganization { sector: Some(arts), joined_on, ..partners::NewOrganization::new(slug, text(slug)) };
            partners::add_organization(&mut tx, &new).await.unwrap();
        }
        let facts = SeatFacts { sector: Some(arts), ..SeatFacts::of(text("Arts")) };
        let seat = add_seats(&mut tx, world.below, &[NewSeat { facts, terms: vec![] }]).await.unwrap()[0];
        tx.commit().await.unwrap();
        let path = world.at(&format!("/seats/{seat}"));
        let page = site.get_as(&site.coordinator(), &path).await.body;
        let main = page.split("<main").nth(1).unwrap();
        let (gallery, studio) = (main.find("/maple/work/partners/gallery").unwrap(), main.find("/maple/work/partners/studio").unwrap());
        assert!(gallery < studio, "partners first");
        assert!(!main.contains("/composition"), "no way back to where one came from: {main}");
        let missing = site.get_as(&site.coordinator(), &world.at("/composition")).await.body;
        assert!(missing.contains(&format!("href=\"{path}#holder\"")), "{missing}");
        let other = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(other.contains("No organization that is known here fits"), "{other}");
    }

    async fn a_vacant_seat_is_offered_as_one_request_which_ends_when_it_is_taken(site) {
        let world = World::new(site).await;
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        let library = partners::add_organization(&mut tx, &partners::NewOrganization::new("library", text("Maple Library"))).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        let choose = format!("/maple/work/asks/about/seat/{}", world.seat);
        assert!(page.contains(&format!("href=\"{choose}\"")), "{page}");
        let nobody = site.post_as(&site.coordinator(), &choose, &[("organization", "")]).await;
        assert_eq!(nobody.status, 422, "{}", nobody.body);
        let id = library.to_string();
        let chosen = site.post_as(&site.coordinator(), &choose, &[("organization", id.as_str())]).await;
        assert_eq!(chosen.status, 303, "{}", chosen.body);
        let form = site.get_as(&site.coordinator(), chosen.location()).await.body;
        assert!(form.contains("Would somebody of yours take this seat") && form.contains("prendrait-il ce siège"), "{form}");
        let seat = world.seat.to_string();
        let sent = [("what_en", "Would you take it?"), ("about_kind", "seat"), ("about_id", seat.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/library/asks", &sent).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("Asked already") && page.contains("Maple Library"), "{page}");
        let other = [("what_en", "x"), ("about_kind", "person"), ("about_id", seat.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/library/asks", &other).await.status, 404);
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        let clinic = partners::add_organization(&mut tx, &partners::NewOrganization::new("clinic", text("Maple Clinic"))).await.unwrap();
        let speaks = partners::NewSpeaker { person: world.people[0], organization: clinic, title: Text::default(), from_on: date(2026, 1, 1), to_on: None };
        partners::speaks_for(&mut tx, &speaks).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/clinic/asks", &sent).await.status, 303);
        assert_eq!(world.hold(site).await.status, 303);
        let file = site.get_as(&site.coordinator(), "/maple/work/asks?as=csv").await.body;
        assert!(file.contains("Would you take it?,Maple Library,Groups,,Withdrawn"), "it named nobody: {file}");
        assert!(file.contains("Would you take it?,Maple Clinic,Groups,,Done"), "she speaks for it: {file}");
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert_eq!(site.get_as(&reader, &choose).await.status, 403);
    }

    async fn what_was_asked_about_a_seat_in_the_bin_is_not_wanted_any_more(site) {
        let world = World::new(site).await;
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        partners::add_organization(&mut tx, &partners::NewOrganization::new("library", text("Maple Library"))).await.unwrap();
        tx.commit().await.unwrap();
        let seat = world.seat.to_string();
        let sent = [("what_en", "Would you take it?"), ("about_kind", "seat"), ("about_id", seat.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/partners/library/asks", &sent).await.status, 303);
        let gone = site.post_as(&site.coordinator(), &world.at_seat("/bin"), &[("version", "1")]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        let file = site.get_as(&site.coordinator(), "/maple/work/asks?as=csv").await.body;
        assert!(file.contains("Would you take it?,Maple Library,Groups,,Withdrawn"), "{file}");
    }
}
