//! How many seats stand how: the one count that pages, lists, *Today* and programs give.

use crate::rules::seats::SeatState;

/// How the seats of one body, or of several, stand. Each is counted once, under one of the three.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many somebody holds today.
    pub held: usize,
    /// How many nobody holds yet and somebody will.
    pub awaited: usize,
    /// How many nobody holds and nobody is about to.
    pub vacant: usize,
}

impl Counted {
    /// Counts seats by their states.
    pub fn of<'a>(states: impl IntoIterator<Item = &'a SeatState>) -> Self {
        let mut counted = Self::default();
        for state in states {
            counted.add(state);
        }
        counted
    }

    /// Counts one more.
    pub const fn add(&mut self, state: &SeatState) {
        match state {
            SeatState::Held { .. } | SeatState::Ending { .. } => self.held += 1,
            SeatState::Awaited { .. } => self.awaited += 1,
            SeatState::Vacant { .. } => self.vacant += 1,
        }
    }

    /// How many there are.
    pub const fn total(&self) -> usize {
        self.held + self.awaited + self.vacant
    }

    /// How many are not to be given: held, or about to be.
    pub const fn taken(&self) -> usize {
        self.held + self.awaited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::{seat, term};
    use jiff::{
        ToSpan,
        civil::{Date, date},
    };
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    proptest! {
        #[test]
        fn a_seat_is_vacant_where_nobody_sits_or_comes_and_each_is_counted_once(spans in proptest::collection::vec(proptest::option::of((-900_i64..900, 0_i64..700)), 0..40)) {
            let day = |days: i64| TODAY.saturating_add(days.days());
            let states: Vec<_> = spans.iter().map(|span| match span {
                Some((from, length)) => seat(1, [term(1, day(*from), Some(day(from + length)))]).state_on(TODAY),
                None => seat(1, []).state_on(TODAY),
            }).collect();
            let counted = Counted::of(&states);
            let is_over = |span: &&Option<(i64, i64)>| span.is_none_or(|(from, length)| from + length < 0);
            prop_assert_eq!(counted.vacant, spans.iter().filter(is_over).count());
            prop_assert_eq!(counted.vacant, states.iter().filter(|state| state.is_vacant()).count());
            prop_assert_eq!(counted.vacant, states.iter().filter(|state| state.code() == "vacant").count());
            prop_assert_eq!(counted.held, states.iter().filter(|state| state.holder().is_some()).count());
            prop_assert_eq!((counted.total(), counted.taken()), (spans.len(), spans.len() - counted.vacant));
        }
    }
}
