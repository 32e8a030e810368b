//! Who sits around a table, and who is missing: counted by what seats and organizations declare, never guessed from a name.
//!
//! One quality at a time (seat category, sector, area, language). A gap names its next step and the organizations to ask.

use crate::SeatId;
use partners::OrganizationId;

/// How many filled seats show one value of a quality. A seat may show several languages, so shares need not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share<V> {
    /// The value.
    pub value: V,
    /// How many filled seats show it.
    pub seats: u32,
}

/// Somebody who could be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<V> {
    /// Which organization.
    pub organization: OrganizationId,
    /// Which values of the quality it declares.
    pub shows: Vec<V>,
    /// Whether it has joined the partnership and not left.
    pub joined: bool,
    /// Whether it already sits in this body or one below it.
    pub seated: bool,
}

/// What to do about a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NextStep {
    /// A partner who fits does not sit here yet: ask it.
    AskPartner,
    /// An organization that fits is known but has not joined: invite it.
    Invite,
    /// Nobody known fits: look for somebody.
    Find,
}

impl NextStep {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AskPartner => "missing-ask-partner",
            Self::Invite => "missing-invite",
            Self::Find => "missing-find",
        }
    }
}

/// A value that no filled seat shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap<V> {
    /// The value.
    pub value: V,
    /// What to do.
    pub next: NextStep,
    /// Whom to ask, in the order given; empty only when somebody has to be found first.
    pub ask: Vec<OrganizationId>,
}

/// A vacant seat: what it shows of a quality once it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening<V> {
    /// Which seat.
    pub seat: SeatId,
    /// The values that it shows whoever takes it.
    pub shows: Vec<V>,
    /// Whether it depends on who takes it.
    pub is_open: bool,
}

/// The vacant seats by which a gap of `value` could be closed: those that show it by themselves, then those that are open.
pub fn openings_for<V: PartialEq>(value: &V, openings: &[Opening<V>]) -> Vec<SeatId> {
    let (mut own, mut open) = (Vec::new(), Vec::new());
    for one in openings {
        if one.shows.contains(value) {
            own.push(one.seat);
        } else if one.is_open {
            open.push(one.seat);
        }
    }
    own.append(&mut open);
    own
}

/// Counts filled seats by the values they show. Each element of `filled` is one filled seat; a value it shows twice counts once.
/// Most first; equals stay in the order of the values.
pub fn shares<V: Ord + Clone>(filled: &[Vec<V>]) -> Vec<Share<V>> {
    let mut counted: Vec<Share<V>> = Vec::new();
    for seat in filled {
        let mut values = seat.clone();
        values.sort();
        values.dedup();
        for value in values {
            match counted.iter_mut().find(|share| share.value == value) {
                Some(share) => share.seats += 1,
                None => counted.push(Share { value, seats: 1 }),
            }
        }
    }
    counted.sort_by(|a, b| b.seats.cmp(&a.seats).then_with(|| a.value.cmp(&b.value)));
    counted
}

/// The expected values that nobody shows, in the order expected, each with its next step and whom to ask.
pub fn missing<V: PartialEq + Clone>(
    expected: &[V],
    present: &[Share<V>],
    candidates: &[Candidate<V>],
) -> Vec<Gap<V>> {
    let absent = expected.iter().filter(|value| !present.iter().any(|share| share.value == **value));
    absent
        .map(|value| {
            let fitting = |joined: bool| -> Vec<OrganizationId> {
                let fits = |c: &&Candidate<V>| c.joined == joined && !c.seated && c.shows.contains(value);
                candidates.iter().filter(fits).map(|candidate| candidate.organization).collect()
            };
            let (partners, others) = (fitting(true), fitting(false));
            let (next, ask) = match (partners.is_empty(), others.is_empty()) {
                (false, _) => (NextStep::AskPartner, partners),
                (true, false) => (NextStep::Invite, others),
                (true, true) => (NextStep::Find, Vec::new()),
            };
            Gap { value: value.clone(), next, ask }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn organization(n: u8) -> OrganizationId {
        OrganizationId(Uuid::from_u128(n.into()))
    }

    fn candidate(n: u8, shows: &[u8], joined: bool, seated: bool) -> Candidate<u8> {
        Candidate { organization: organization(n), shows: shows.to_vec(), joined, seated }
    }

    #[test]
    fn a_partner_who_fits_is_asked_before_somebody_is_invited() {
        let known = [candidate(1, &[7], false, false), candidate(2, &[7], true, false)];
        let gaps = missing(&[7], &[], &known);
        assert_eq!(gaps, [Gap { value: 7, next: NextStep::AskPartner, ask: vec![organization(2)] }]);
        assert_eq!(missing(&[7], &[], &known[..1])[0].next, NextStep::Invite);
        assert_eq!(missing(&[7], &[], &[])[0].next, NextStep::Find);
    }

    #[test]
    fn whoever_sits_here_already_is_not_asked_again() {
        assert_eq!(missing(&[7], &[], &[candidate(1, &[7], true, true)])[0].next, NextStep::Find);
    }

    #[test]
    fn a_seat_that_shows_a_value_twice_counts_once() {
        assert_eq!(
            shares(&[vec![1, 1, 2], vec![2]]),
            [Share { value: 2, seats: 2 }, Share { value: 1, seats: 1 }]
        );
    }

    #[test]
    fn a_seat_that_is_for_the_gap_stands_before_one_that_is_for_anybody() {
        let opening = |n: u128, shows: &[u8], is_open| Opening {
            seat: SeatId(Uuid::from_u128(n)),
            shows: shows.to_vec(),
            is_open,
        };
        let all =
            [opening(1, &[], true), opening(2, &[7], false), opening(3, &[8], false), opening(4, &[], false)];
        let got: Vec<u128> = openings_for(&7, &all).into_iter().map(|seat| seat.0.as_u128()).collect();
        assert_eq!(got, [2, 1]);
    }

    proptest! {
        #[test]
        fn a_gap_is_led_to_every_seat_that_could_close_it_and_to_no_other(
            seats in prop::collection::vec((prop::collection::vec(0_u8..4, 0..3), any::<bool>()), 0..10), value in 0_u8..4,
        ) {
            let all: Vec<_> = seats.iter().zip(0_u128..)
                .map(|((shows, is_open), n)| Opening { seat: SeatId(Uuid::from_u128(n)), shows: shows.clone(), is_open: *is_open }).collect();
            let got = openings_for(&value, &all);
            for one in &all {
                prop_assert_eq!(got.iter().filter(|seat| **seat == one.seat).count(), usize::from(one.is_open || one.shows.contains(&value)));
            }
        }

        #[test]
        fn what_is_present_is_never_missing_and_the_order_of_seats_does_not_matter(
            filled in prop::collection::vec(prop::collection::vec(0_u8..6, 0..4), 0..12),
            expected in prop::collection::vec(0_u8..8, 0..8),
        ) {
            let present = shares(&filled);
            let mut turned = filled.clone();
            turned.reverse();
            prop_assert_eq!(&present, &shares(&turned));
            for gap in missing(&expected, &present, &[]) {
                prop_assert!(expected.contains(&gap.value));
                prop_assert!(filled.iter().flatten().all(|value| *value != gap.value));
            }
        }

        #[test]
        fn whoever_is_asked_fits_and_filling_the_gap_closes_it(
            shows in prop::collection::vec((prop::collection::vec(0_u8..5, 0..3), any::<bool>(), any::<bool>()), 0..10),
        ) {
            let known: Vec<_> = shows.iter().enumerate()
                .map(|(n, (values, joined, seated))| candidate(u8::try_from(n).unwrap(), values, *joined, *seated)).collect();
            for gap in missing(&[0, 1, 2, 3, 4], &[], &known) {
                prop_assert_eq!(gap.ask.is_empty(), gap.next == NextStep::Find);
                for asked in &gap.ask {
                    let who = known.iter().find(|candidate| candidate.organization == *asked).unwrap();
                    prop_assert!(who.shows.contains(&gap.value) && !who.seated);
                    prop_assert_eq!(who.joined, gap.next == NextStep::AskPartner);
                }
                prop_assert!(missing(&[gap.value], &shares(&[vec![gap.value]]), &known).is_empty());
            }
        }
    }
}
