//! One rule for vacant seats: every page, list, file and program gives the same number.

use crate::{
    CouncilFacts, CouncilId, NewSeat, SeatFacts, add_council, add_seats, can,
    rules::{
        counting::Counted,
        seats::SeatState,
        terms::{AskForTerm, Holder},
        tree::Kind,
    },
    seats_of_council,
    store::terms::list_terms_of_council,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use partners::{NewPerson, PersonId, Visibility};
use platform::{langs::Lang, testing::Site, text::Text};
use serde_json::Value;

const DAY: Date = date(2026, 11, 22);

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

/// A number that looks like chance and is the same in every run.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// A body of `n` seats in every state and for all eyes.
async fn body(site: &Site, slug: &str, n: usize, seed: &mut u64) -> CouncilId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let facts = CouncilFacts {
        kind: Kind::Council,
        word: Text::default(),
        name: text(slug),
        outcome: Text::default(),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit: None,
    };
    let council = add_council(&mut tx, slug, &facts).await.unwrap();
    let names: Vec<NewPerson> = (0..n).map(|one| NewPerson::new(format!("{slug} {one}"), Lang::En)).collect();
    let people = partners::add_people(&mut tx, &names).await.unwrap();
    let seats: Vec<NewSeat> = people.into_iter().enumerate().map(|(n, who)| seat(n, who, seed)).collect();
    add_seats(&mut tx, council, &seats).await.unwrap();
    tx.commit().await.unwrap();
    council
}

fn seat(n: usize, who: PersonId, seed: &mut u64) -> NewSeat {
    let day = |days: i64| DAY.saturating_add(days.days());
    let term = |from: i64, to: Option<i64>| AskForTerm {
        holder: if n.is_multiple_of(4) { Holder::NotNamed } else { Holder::Person(who) },
        alternate: None,
        starts_on: day(from),
        starts_about: false,
        ends_on: to.map(day),
    };
    let terms = match next(seed) % 6 {
        0 => vec![],
        1 => vec![term(-900, Some(-1))],
        2 => vec![term(-900, None)],
        3 => vec![term(-900, Some(0))],
        4 => vec![term(1, Some(900))],
        _ => vec![term(-900, Some(-400)), term(-30, Some(30))],
    };
    let visibility = Visibility::ALL[usize::try_from(next(seed) % 3).unwrap()];
    let facts = SeatFacts { visibility, ..SeatFacts::of(text(&format!("Seat {n}"))) };
    NewSeat { facts, terms: terms.into_iter().map(|term| (term, None)).collect() }
}

/// What the rule says of the seats of a body.
async fn counted(site: &Site, council: CouncilId) -> Counted {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let terms = list_terms_of_council(&mut tx, council).await.unwrap();
    let seats = seats_of_council(&mut tx, council).await.unwrap();
    tx.done().await.unwrap();
    let states: Vec<SeatState> = seats.iter().map(|seat| seat.on_board(&terms).state_on(DAY)).collect();
    Counted::of(&states)
}

async fn says(site: &Site, path: &str, words: &str) {
    let got = site.get_as(&site.coordinator(), path).await;
    assert!(got.status == 200 && got.body.contains(words), "{path}: {words} in {}", got.body);
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn every_page_and_program_counts_the_same_vacant_seats(site) {
        let mut seed = 20_261_122;
        for (slug, n) in [("arts", 19), ("health", 27), ("labour", 36)] {
            let council = body(site, slug, n, &mut seed).await;
            let Counted { held, awaited, vacant } = counted(site, council).await;
            assert!(held > 0 && awaited > 0 && vacant > 1, "{slug} has seats in every state: {held} {awaited} {vacant}");
            says(site, "/maple/work/councils", &format!("{n} seats · {vacant} vacant · {awaited} expected")).await;
            says(site, &format!("/maple/work/councils/{council}"), &format!("{vacant} vacant · {awaited} expected")).await;
            says(site, &format!("/maple/work/councils/{council}/composition"), &format!("{} seats of {n} are held or about to be. {vacant} are vacant.", held + awaited)).await;
            says(site, "/maple/work", &format!("{vacant} vacant seats: {slug}")).await;
            says(site, "/maple/en/who-we-are", &format!("{n} seats, {vacant} vacant")).await;
            says(site, &format!("/maple/en/who-we-are/{slug}"), &format!("{n} seats, {vacant} vacant")).await;
            let file = site.get_as(&site.coordinator(), &format!("/maple/work/councils/seats?state=vacant&council={council}&as=csv")).await.body;
            assert_eq!(file.lines().count() - 1, vacant, "{file}");
            let all: Value = serde_json::from_str(&site.get("/maple/api/v1/councils").await.body).unwrap();
            let own = all["items"].as_array().unwrap().iter().find(|one| one["slug"] == slug).unwrap();
            assert_eq!((own["seats_total"].as_u64(), own["seats_vacant"].as_u64()), (u64::try_from(n).ok(), u64::try_from(vacant).ok()));
        }
    }
}
