//! Who leaves when: the next last day first, narrowed by day, body and words, and in pages; a file has them all.

use super::{World, facts, text};
use crate::{
    CouncilId, NewSeat, SeatFacts, add_council, add_seats, can,
    rules::terms::{AskForTerm, Holder},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use partners::{NewPerson, PersonId};
use platform::{langs::Lang, testing::Site};

const LEAVING: &str = "/maple/work/councils/leaving";
/// The day of tests.
const TODAY: Date = date(2026, 11, 22);

fn seat(n: i64, who: PersonId, days: i64) -> NewSeat {
    let ask = AskForTerm {
        holder: Holder::Person(who),
        alternate: None,
        starts_on: date(2026, 1, 1),
        starts_about: false,
        ends_on: Some(TODAY.saturating_add(days.days())),
    };
    NewSeat { facts: SeatFacts::of(text(&format!("Seat {n:03}"))), terms: vec![(ask, None)] }
}

/// 60 seats of one body whose terms end one every ten days, from today on, and one of another; gives the two bodies.
async fn sixty_one(site: &Site) -> (CouncilId, CouncilId) {
    let world = World::new(site).await;
    let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
    let other = add_council(&mut tx, "homes", &facts("Homes", Some(world.council))).await.unwrap();
    // The first of them is the one whom searches look for: nobody holds two seats of one body at a time.
    let rest: Vec<NewPerson> = (1..60).map(|n| NewPerson::new(format!("Holder {n}"), Lang::En)).collect();
    let rest = partners::add_people(&mut tx, &rest).await.unwrap();
    let holders = std::iter::once(world.people[0]).chain(rest);
    let seats: Vec<NewSeat> = (0..60).zip(holders).map(|(n, who)| seat(n, who, n * 10)).collect();
    add_seats(&mut tx, world.below, &seats).await.unwrap();
    add_seats(&mut tx, other, &[seat(777, world.people[1], 5)]).await.unwrap();
    tx.commit().await.unwrap();
    (world.below, other)
}

/// The seats that the page or the file names, in its order.
async fn named(site: &Site, query: &str) -> Vec<String> {
    let got = site.get_as(&site.coordinator(), &format!("{LEAVING}{query}")).await;
    assert_eq!(got.status, 200, "{query}: {}", got.body);
    let parts = got.body.split("Seat ").skip(1).map(|rest| rest.chars().take(3).collect::<String>());
    let mut seats: Vec<String> = parts.filter(|part| part.parse::<u32>().is_ok()).collect();
    seats.dedup();
    seats
}

platform::on_both! { super::rooms();
    async fn the_list_of_who_leaves_comes_in_pages_and_the_file_has_all(site) {
        sixty_one(site).await;
        let first = named(site, "").await;
        assert_eq!((first.len(), &first[..3]), (50, &["000".to_owned(), "777".into(), "001".into()][..]), "the next first");
        let second = named(site, "?page=2").await;
        assert_eq!((second.len(), second[0].as_str(), second[10].as_str()), (11, "049", "059"));
        assert!(named(site, "?page=3").await.is_empty());
        assert_eq!(named(site, "?as=csv").await.len(), 61, "a file has no pages");
        let page = site.get_as(&site.coordinator(), LEAVING).await.body;
        assert!(page.contains("page=2") && page.contains("61"), "{page}");
    }

    async fn the_list_of_who_leaves_is_narrowed_by_day_body_and_words(site) {
        let (below, other) = sixty_one(site).await;
        assert_eq!(named(site, "?within=90").await.len(), 11, "days 0 to 90, both ends, and the other body's");
        assert_eq!(named(site, "?within=180").await.len(), 20);
        assert_eq!(named(site, &format!("?council={other}")).await, ["777"]);
        assert_eq!(named(site, &format!("?council={below}&within=90")).await.len(), 10);
        assert_eq!(named(site, &format!("?council={below}&page=2")).await.len(), 10, "filters hold on every page");
        assert_eq!(named(site, "?q=bea").await, ["777"], "by who sits");
        assert_eq!(named(site, "?q=SEAT+042").await, ["042"], "by what the seat is for");
        assert_eq!(named(site, "?q=homes&as=csv").await, ["777"], "the file is of what is shown");
        assert!(named(site, "?q=bea+042").await.is_empty(), "every word counts");
        let page = site.get_as(&site.coordinator(), &format!("{LEAVING}?council={other}")).await.body;
        assert_eq!(platform::testing::pages::complaints_about(&page), Vec::<String>::new());
    }
}
