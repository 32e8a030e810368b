//! Somebody who held a seat is erased: the seat stays readable, and only her name goes from its note.

use super::*;
use platform::personal::{self, Subject, Why};

platform::on_both! { rooms();
    async fn a_name_goes_from_the_note_of_a_seat_as_a_whole_word_and_nothing_else_changes(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let note = text("Roy - of the Royal Hall; l’avis de Roy Current.");
        let facts = SeatFacts { note, ..SeatFacts::of(text("Clinics")) };
        let seat = add_seats(&mut tx, world.below, &[NewSeat { facts, terms: vec![] }]).await.unwrap()[0];
        tx.commit().await.unwrap();
        let world = World { seat, ..world };
        assert_eq!(world.hold(site).await.status, 303);
        let names = ["-", "Roy", "current", "Roy Current", "en"].map(str::to_owned).to_vec();
        let of = Subject { names, ..Subject::of(world.people[0].0) };
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        tx.commit().await.unwrap();
        for path in [world.at(""), world.at_seat(""), "/maple/work/councils/seats".to_owned()] {
            assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 200, "{path}");
        }
        let page = site.get_as(&site.coordinator(), &world.at_seat("")).await.body;
        assert!(page.contains("… - of the Royal Hall; l’avis de …."), "{page}");
    }
}
