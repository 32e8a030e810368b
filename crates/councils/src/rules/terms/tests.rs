use super::*;
use crate::rules::seats::tests::{board, person, seat, term};
use jiff::civil::date;
use proptest::prelude::*;

fn ask(who: u8, from: Date, to: Option<Date>) -> AskForTerm {
    AskForTerm {
        holder: Holder::Person(person(who)),
        alternate: None,
        starts_on: from,
        starts_about: false,
        ends_on: to,
    }
}

const MARCH: Date = date(2026, 3, 1);
const JUNE: Date = date(2026, 6, 30);

#[test]
fn a_term_that_ends_before_it_starts_is_refused_and_one_of_a_single_day_is_not() {
    let board = board(9, [seat(1, [])]);
    assert_eq!(hold(&board, board.seats[0].id, &ask(1, JUNE, Some(MARCH))), Err(TermRefusal::Backwards));
    assert_eq!(hold(&board, board.seats[0].id, &ask(1, JUNE, Some(JUNE))), Ok(()));
}

#[test]
fn the_next_term_begins_the_day_after_the_last_one_ends() {
    let board = board(9, [seat(1, [term(1, MARCH, Some(JUNE))])]);
    let id = board.seats[0].id;
    assert_eq!(hold(&board, id, &ask(2, JUNE, None)), Err(TermRefusal::Overlaps { from: MARCH }));
    assert_eq!(hold(&board, id, &ask(2, JUNE.tomorrow().unwrap(), None)), Ok(()));
    assert_eq!(hold(&board, id, &ask(2, date(2026, 1, 1), None)), Err(TermRefusal::Overlaps { from: MARCH }));
    assert_eq!(hold(&board, id, &ask(2, date(2026, 1, 1), Some(MARCH.yesterday().unwrap()))), Ok(()));
}

#[test]
fn a_person_holds_one_seat_of_a_body_at_a_time() {
    let board = board(9, [seat(1, [term(1, MARCH, Some(JUNE))]), seat(2, [])]);
    let second = board.seats[1].id;
    assert_eq!(hold(&board, second, &ask(1, JUNE, None)), Err(TermRefusal::SeatedHere { number: 1 }));
    assert_eq!(hold(&board, second, &ask(1, JUNE.tomorrow().unwrap(), None)), Ok(()));
    let unnamed = AskForTerm { holder: Holder::NotNamed, ..ask(1, MARCH, None) };
    assert_eq!(hold(&board, second, &unnamed), Ok(()), "those who are not named are not the same");
}

#[test]
fn nobody_takes_a_seat_of_a_closed_body_or_one_that_is_gone() {
    let mut board = board(9, [seat(1, [])]);
    let id = board.seats[0].id;
    assert_eq!(hold(&board, SeatId(uuid::Uuid::nil()), &ask(1, MARCH, None)), Err(TermRefusal::Gone));
    board.closed = true;
    assert_eq!(hold(&board, id, &ask(1, MARCH, None)), Err(TermRefusal::CouncilClosed));
}

#[test]
fn an_alternate_is_somebody_else() {
    let served = term(1, MARCH, None);
    assert_eq!(name_alternate(&served, Some(person(1))), Err(TermRefusal::AlternateIsHolder));
    assert_eq!(name_alternate(&served, Some(person(2))), Ok(()));
    assert_eq!(name_alternate(&served, None), Ok(()));
}

#[test]
fn who_leaves_early_leaves_within_the_term_and_once() {
    let served = term(1, MARCH, Some(JUNE));
    let may = date(2026, 5, 5);
    let left = leave(&served, may, LeftHow::Resigned).unwrap();
    assert_eq!(Term { left: Some(left), ..served }.last_day(), Some(may));
    assert_eq!(
        leave(&Term { left: Some(left), ..served }, may, LeftHow::Ended),
        Err(TermRefusal::Over { on: may })
    );
    assert_eq!(
        leave(&served, MARCH.yesterday().unwrap(), LeftHow::Ended),
        Err(TermRefusal::LeftBeforeStart { starts_on: MARCH })
    );
    assert_eq!(
        leave(&served, JUNE.tomorrow().unwrap(), LeftHow::Ended),
        Err(TermRefusal::LeftAfterEnd { ends_on: JUNE })
    );
}

#[test]
fn a_renewal_follows_without_a_gap_and_needs_an_end_to_follow() {
    let served = term(1, MARCH, Some(JUNE));
    let board = board(9, [seat(1, [served])]);
    let next = renew(&board, board.seats[0].id, &served, Some(date(2029, 6, 30))).unwrap();
    assert_eq!((next.starts_on, next.holder), (date(2026, 7, 1), served.agreed.holder));
    assert_eq!(renew(&board, board.seats[0].id, &served, Some(JUNE)), Err(TermRefusal::Backwards));
    assert_eq!(renew(&board, board.seats[0].id, &term(1, MARCH, None), None), Err(TermRefusal::WithoutEnd));
}

#[test]
fn who_serves_belongs_from_the_first_day_to_the_last() {
    let first = term(1, MARCH, Some(JUNE));
    let second = term(1, date(2027, 1, 1), Some(date(2028, 1, 1)));
    assert_eq!(belonging(&[second, first], person(1)), Some((MARCH, Some(date(2028, 1, 1)))));
    assert_eq!(belonging(&[first, term(1, JUNE, None)], person(1)), Some((MARCH, None)));
    assert_eq!(belonging(&[first], person(2)), None);
    let mut stands_in = first;
    stands_in.agreed.alternate = Some(person(2));
    assert_eq!(belonging(&[stands_in], person(2)), Some((MARCH, Some(JUNE))));
}

fn any_ask() -> impl Strategy<Value = AskForTerm> {
    let day = |n: i32| date(2026, 1, 1).saturating_add(n.days());
    (0_u8..4, 0_i32..400, proptest::option::of(0_i32..400))
        .prop_map(move |(who, from, to)| ask(who, day(from), to.map(day)))
}

#[test]
fn a_correction_stands_beside_the_other_terms_as_a_new_one_would() {
    let first = term(1, date(2024, 1, 1), Some(date(2024, 12, 31)));
    let second = term(2, date(2025, 1, 1), Some(date(2025, 12, 31)));
    let body = Board { closed: true, ..board(3, [seat(1, [first, second])]) };
    let own = body.seats[0].id;
    let to = |from, to, left: Option<Date>| Corrected {
        agreed: AskForTerm { starts_on: from, ends_on: to, ..first.agreed },
        left: left.map(|on| Left { on, how: LeftHow::Resigned }),
    };
    let later = to(date(2024, 2, 1), Some(date(2024, 11, 30)), None);
    assert_eq!(correct(&body, own, first.id, &later), Ok(()), "even of a closed body");
    let into = to(date(2024, 2, 1), Some(date(2025, 2, 1)), None);
    assert_eq!(
        correct(&body, own, first.id, &into),
        Err(TermRefusal::Overlaps { from: second.agreed.starts_on })
    );
    let left_before = to(date(2024, 2, 1), Some(date(2025, 2, 1)), Some(date(2024, 3, 1)));
    assert_eq!(correct(&body, own, first.id, &left_before), Ok(()), "what counts is the day of leaving");
    let backwards = to(date(2024, 2, 1), Some(date(2024, 1, 1)), None);
    assert_eq!(correct(&body, own, first.id, &backwards), Err(TermRefusal::Backwards));
    let nobody = TermId(uuid::Uuid::from_u128(99));
    assert_eq!(correct(&body, own, nobody, &later), Err(TermRefusal::Gone));
}

proptest! {
    #[test]
    fn however_terms_are_asked_for_no_day_has_two_holders(asks in proptest::collection::vec(any_ask(), 1..12)) {
        let mut board = board(9, [seat(1, []), seat(2, [])]);
        for (n, ask) in asks.iter().enumerate() {
            let id = board.seats[n % 2].id;
            if hold(&board, id, ask).is_ok() {
                let held = Term { id: TermId(uuid::Uuid::from_u128(u128::try_from(n).unwrap())), agreed: *ask, left: None };
                board.seats[n % 2].terms.push(held);
            }
        }
        for n in 0_i32..900 {
            let day = date(2026, 1, 1).saturating_add(n.days());
            let holding: Vec<_> = board.seats.iter().map(|on| on.terms.iter().filter(|t| t.covers(day)).collect::<Vec<_>>()).collect();
            prop_assert!(holding.iter().all(|terms| terms.len() <= 1));
            let people: Vec<_> = holding.iter().flatten().map(|t| t.agreed.holder).collect();
            prop_assert!(people.len() < 2 || people[0] != people[1], "one person sits once");
        }
    }

    #[test]
    fn a_term_is_over_covers_or_has_not_begun(mut ask in any_ask(), length in proptest::option::of(0_i32..400), day in 0_i32..900) {
        ask.ends_on = length.map(|days| ask.starts_on.saturating_add(days.days()));
        let served = Term { id: TermId(uuid::Uuid::nil()), agreed: ask, left: None };
        let day = date(2026, 1, 1).saturating_add(day.days());
        let facts = [served.is_over(day), served.covers(day), ask.starts_on > day];
        prop_assert_eq!(facts.into_iter().filter(|fact| *fact).count(), 1);
    }
}
