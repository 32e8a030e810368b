//! Rows of a sheet that say who sits on a body: on which of its seats each puts somebody.

use crate::{
    CategoryId, SeatId,
    rules::{
        seats::{Board, SeatOnBoard},
        terms::{AskForTerm, Holder},
    },
};
use partners::{OrganizationId, PersonId};

/// Who sits there, as a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitter {
    /// Nobody: the place is the organization's, and vacant.
    Nobody,
    /// Somebody who is not kept yet.
    New,
    /// Somebody who is kept.
    Known(PersonId),
}

/// What a row says about a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// For whom.
    pub sitter: Sitter,
    /// Of which organization, when that is kept.
    pub organization: Option<OrganizationId>,
    /// What the seat is for, when the row says that and it is kept.
    pub category: Option<CategoryId>,
    /// For which days.
    pub days: AskForTerm,
}

/// A seat with what rows are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfSeat {
    /// Which.
    pub id: SeatId,
    /// To which organization it belongs.
    pub organization: Option<OrganizationId>,
    /// What it is for.
    pub category: CategoryId,
}

/// On which seat a row puts somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// On none: it is so already.
    Known,
    /// On this one, which nobody holds in those days.
    On(SeatId),
    /// On a new one.
    New,
}

/// Finds the seat that a row means: a free one of the organization, else a free one of the category that belongs to nobody, else a
/// new one. Who sits on the body in those days already stays where she is; an organization with a seat gets no second vacant one.
pub fn place(board: &Board, seats: &[OfSeat], wanted: &Wanted) -> Placing {
    let is_own = |one: &&OfSeat| wanted.organization.is_some() && one.organization == wanted.organization;
    let sits = match wanted.sitter {
        Sitter::Nobody => seats.iter().any(|one| is_own(&one)),
        Sitter::New => false,
        Sitter::Known(person) => {
            board.seats.iter().any(|seat| meets(seat, &wanted.days, Some(Holder::Person(person))))
        }
    };
    if sits {
        return Placing::Known;
    }
    if wanted.sitter == Sitter::Nobody {
        return Placing::New;
    }
    let is_free = |one: &&OfSeat| {
        let seat = board.seats.iter().find(|seat| seat.id == one.id);
        seat.is_some_and(|seat| !meets(seat, &wanted.days, None))
    };
    let suits = |one: &&OfSeat| one.organization.is_none() && wanted.category == Some(one.category);
    let own = seats.iter().filter(is_own).find(is_free);
    let found = own.or_else(|| seats.iter().filter(suits).find(is_free));
    found.map_or(Placing::New, |one| Placing::On(one.id))
}

/// Whether somebody, or this holder, has the seat on some of the days.
fn meets(seat: &SeatOnBoard, days: &AskForTerm, holder: Option<Holder>) -> bool {
    seat.terms.iter().any(|term| {
        holder.is_none_or(|holder| term.agreed.holder == holder)
            && days.meets(term.agreed.starts_on, term.last_day())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::{board, person, seat, term};
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn of(n: u32, organization: Option<u128>, category: u128) -> OfSeat {
        OfSeat {
            id: SeatId(Uuid::from_u128(n.into())),
            organization: organization.map(|id| OrganizationId(Uuid::from_u128(id))),
            category: CategoryId(Uuid::from_u128(category)),
        }
    }

    fn wanted(sitter: Sitter, organization: Option<u128>, category: Option<u128>) -> Wanted {
        let days = AskForTerm {
            holder: Holder::NotNamed,
            alternate: None,
            starts_on: date(2026, 1, 1),
            starts_about: false,
            ends_on: None,
        };
        Wanted {
            sitter,
            organization: organization.map(|id| OrganizationId(Uuid::from_u128(id))),
            category: category.map(|id| CategoryId(Uuid::from_u128(id))),
            days,
        }
    }

    #[test]
    fn a_free_seat_of_the_organization_comes_first_then_one_of_the_category_then_a_new_one() {
        let body = board(9, [seat(1, [term(7, date(2020, 1, 1), None)]), seat(2, []), seat(3, [])]);
        let seats = [of(1, Some(5), 1), of(2, None, 1), of(3, Some(5), 2)];
        let on = |n: u32| Placing::On(SeatId(Uuid::from_u128(n.into())));
        assert_eq!(place(&body, &seats, &wanted(Sitter::New, Some(5), Some(1))), on(3));
        assert_eq!(place(&body, &seats, &wanted(Sitter::New, Some(6), Some(1))), on(2));
        assert_eq!(place(&body, &seats, &wanted(Sitter::New, Some(6), None)), Placing::New);
        assert_eq!(place(&body, &seats, &wanted(Sitter::New, None, None)), Placing::New);
    }

    #[test]
    fn who_sits_there_already_gets_no_second_seat() {
        let body = board(9, [seat(1, [term(7, date(2020, 1, 1), None)]), seat(2, [])]);
        let seats = [of(1, Some(5), 1), of(2, Some(6), 1)];
        assert_eq!(place(&body, &seats, &wanted(Sitter::Known(person(7)), Some(5), None)), Placing::Known);
        assert_eq!(place(&body, &seats, &wanted(Sitter::Nobody, Some(6), None)), Placing::Known);
        assert_eq!(place(&body, &seats, &wanted(Sitter::Nobody, Some(8), Some(1))), Placing::New);
    }

    proptest! {
        #[test]
        fn nobody_is_put_on_a_seat_that_is_held(held in prop::collection::vec(any::<bool>(), 0..6), own in prop::collection::vec(any::<bool>(), 6)) {
            let mut body = board(9, []);
            let mut seats = Vec::new();
            for (n, (is_held, is_own)) in (1_u32..).zip(held.iter().zip(&own)) {
                let mut one = seat(n, []);
                if *is_held {
                    one.terms.push(term(9, date(2020, 1, 1), None));
                }
                body.seats.push(one);
                seats.push(of(n, is_own.then_some(5), 1));
            }
            match place(&body, &seats, &wanted(Sitter::New, Some(5), Some(1))) {
                Placing::On(id) => prop_assert!(body.seats.iter().any(|seat| seat.id == id && seat.terms.is_empty())),
                Placing::New => prop_assert!(held.iter().zip(&own).all(|(held, _)| *held)),
                Placing::Known => prop_assert!(false),
            }
        }
    }
}
