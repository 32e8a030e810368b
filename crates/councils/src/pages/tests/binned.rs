//! The holder of a seat goes to the bin, or is erased.

use super::*;

fn person(world: &World, rest: &str) -> String {
    format!("/maple/work/people/{}{rest}", world.people[0])
}

platform::on_both! { rooms();
    async fn who_has_a_seat_goes_to_the_bin_after_a_warning_and_the_seat_says_where_she_is(site) {
        let world = World::new(site).await;
        let asks = site.get_as(&site.coordinator(), &person(&world, "/removal")).await.body;
        assert!(!asks.contains("This person has"), "nobody is warned of nothing: {asks}");
        assert_eq!(world.hold(site).await.status, 303);
        let asks = site.get_as(&site.coordinator(), &person(&world, "/removal")).await.body;
        assert!(asks.contains("This person has 1 seat,") && asks.contains("Hospitals"), "{asks}");
        let removal = site.post_as(&site.coordinator(), &person(&world, "/removal"), &[("version", "1")]).await;
        assert_eq!(removal.status, 303);
        let seat = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(seat.contains("Lies in the bin") && !seat.contains("Known to the staff"), "{seat}");
        let reader = site.get_as(&site.holder(Office::Reader, None), &world.at_seat("")).await.body;
        assert!(reader.contains("Known to the staff") && !reader.contains("Lies in the bin"), "{reader}");
    }

    async fn the_history_of_a_seat_says_that_a_name_was_erased_and_blames_nobody(site) {
        let world = World::new(site).await;
        assert_eq!(world.hold(site).await.status, 303);
        let erased = site.post_as(&site.coordinator(), &person(&world, "/erasure"), &[("why", "asked")]).await;
        assert_eq!(erased.status, 303, "{}", erased.body);
        let seat = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        let history = seat.split("<ol class=\"history\"").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap();
        assert!(history.contains("Name erased"), "{history}");
        for false_word in ["Not named in the source", "Ended by the group"] {
            assert!(!history.contains(false_word), "{false_word}: {history}");
        }
        // Correcting a day keeps that.
        let term = history.split("/terms/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let fields = [
            ("not_named", "yes"), ("starts_on", "2026-01-02"), ("ends_on", "2026-12-31"), ("on", "2026-11-21"),
            ("how", "erased"), ("why", "A day late."), ("version", "2"),
        ];
        let saved = site.post_as(&site.coordinator(), &world.at_seat(&format!("/terms/{term}")), &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let seat = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(seat.contains("Name erased") && seat.contains("January 2, 2026") && !seat.contains("Not named in the source"), "{seat}");
    }
}
