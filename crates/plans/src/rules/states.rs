//! How far a line is: what its owner reports, what the council confirms, what the evidence says; what the public sees of it,
//! and what a branch says of all that stands below it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing has been done for it.
    NotStarted,
    /// Work goes on; whether it comes in time is not said.
    UnderWay,
    /// Work goes on and comes in time.
    OnTrack,
    /// Work goes on and is late.
    Behind,
    /// Nothing moves.
    Stalled,
    /// It never ends and is looked after.
    Ongoing,
    /// It is done.
    Done,
    /// It is not pursued any more.
    Dropped,
}

impl State {
    /// All states, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::NotStarted,
        Self::UnderWay,
        Self::OnTrack,
        Self::Behind,
        Self::Stalled,
        Self::Ongoing,
        Self::Done,
        Self::Dropped,
    ];

    /// The code in the database, in forms, in the API and in word keys (`plan-state-on_track`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::UnderWay => "under_way",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::Stalled => "stalled",
            Self::Ongoing => "ongoing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// How much it asks for attention; the highest most.
    const fn urgency(self) -> u8 {
        match self {
            Self::Stalled => 7,
            Self::Behind => 6,
            Self::NotStarted => 5,
            Self::UnderWay => 4,
            Self::OnTrack => 3,
            Self::Ongoing => 2,
            Self::Done => 1,
            Self::Dropped => 0,
        }
    }

    /// Whether a reason is asked for: what does not go well helps nobody without one.
    pub const fn needs_note(self) -> bool {
        matches!(self, Self::Behind | Self::Stalled | Self::Dropped)
    }
}

platform::coded!(State);

/// What the public sees of how far a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Publicity {
    /// Nothing: the plan itself, without states.
    Nothing,
    /// What the council confirmed.
    Confirmed,
    /// What the council confirmed, and what owners reported and somebody released.
    Released,
}

impl Publicity {
    /// All answers, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Confirmed, Self::Released];

    /// The code in the database, in forms and in word keys (`plan-publicity-confirmed`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Confirmed => "confirmed",
            Self::Released => "released",
        }
    }

    /// The publicity of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Publicity);

platform::refusals! {
    /// Why a state is not taken down.
    pub enum StateRefusal {
        /// Only actions and projects are done by somebody.
        NoState = "plan-state-none",
        /// It says that something does not go well, and not why.
        NoNote = "plan-state-no-note",
        /// The council decided on a day that is still to come.
        Future = "plan-state-future",
        /// There is nothing to release.
        NothingReported = "plan-state-nothing-reported",
    }
}

/// What the three sources say of one line, each with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Said {
    /// What its owner reported, and when.
    pub reported: Option<(State, Date)>,
    /// Whether that report may be shown to the public.
    pub is_released: bool,
    /// What the council confirmed, and when.
    pub confirmed: Option<(State, Date)>,
    /// What follows from the evidence.
    pub derived: Option<State>,
}

impl Said {
    /// How far the line is, as those who work on it see it: what the council confirmed, unless something said since, or the
    /// evidence, asks for more attention; without a confirmation the most pressing of what is said.
    pub fn standing(&self) -> Option<State> {
        let confirmed = self.confirmed.map(|(state, _)| state);
        let since = self.reported.filter(|(_, on)| self.confirmed.is_none_or(|(_, day)| *on >= day));
        [confirmed, since.map(|(state, _)| state), self.derived]
            .into_iter()
            .flatten()
            .max_by_key(|state| state.urgency())
    }

    /// What the public sees: the newer of what was confirmed and what was released.
    pub fn to_public(&self, publicity: Publicity) -> Option<State> {
        let released = self.reported.filter(|_| self.is_released && publicity == Publicity::Released);
        let confirmed = self.confirmed.filter(|_| publicity != Publicity::Nothing);
        match (confirmed, released) {
            (Some((_, day)), Some((state, on))) if on > day => Some(state),
            (Some((state, _)), _) | (None, Some((state, _))) => Some(state),
            (None, None) => None,
        }
    }

    /// Whether the owner, after the council confirmed or on that day, says something else.
    pub fn is_disputed(&self) -> bool {
        matches!((self.reported, self.confirmed), (Some((one, on)), Some((other, day))) if one != other && on >= day)
    }

    /// Whether a report waits for the council.
    pub fn waits(&self) -> bool {
        self.reported.is_some_and(|(state, on)| {
            self.confirmed.is_none_or(|(confirmed, day)| on >= day && state != confirmed)
        })
    }
}

/// Whether a state may be said of a line, by its owner or by the council.
///
/// # Errors
/// [`StateRefusal`].
pub fn say(is_done_by_somebody: bool, state: State, has_note: bool) -> Result<State, StateRefusal> {
    if !is_done_by_somebody {
        return Err(StateRefusal::NoState);
    }
    if state.needs_note() && !has_note {
        return Err(StateRefusal::NoNote);
    }
    Ok(state)
}

/// The day of a decision, which is today or before.
///
/// # Errors
/// [`StateRefusal::Future`].
pub fn decided(on: Date, today: Date) -> Result<Date, StateRefusal> {
    if on > today { Err(StateRefusal::Future) } else { Ok(on) }
}

/// What stands below a line, counted by how far it is; of some nobody has said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roll {
    counts: BTreeMap<State, u32>,
    /// How many nobody has said anything of.
    pub unknown: u32,
}

impl Roll {
    /// Counts one more.
    pub fn add(&mut self, state: Option<State>) {
        let count = match state {
            Some(state) => self.counts.entry(state).or_default(),
            None => &mut self.unknown,
        };
        *count = count.saturating_add(1);
    }

    /// Counts all of another one too.
    pub fn take_in(&mut self, other: &Self) {
        for (state, count) in &other.counts {
            let own = self.counts.entry(*state).or_default();
            *own = own.saturating_add(*count);
        }
        self.unknown = self.unknown.saturating_add(other.unknown);
    }

    /// How many there are.
    pub fn total(&self) -> u32 {
        self.counts.values().fold(self.unknown, |sum, count| sum.saturating_add(*count))
    }

    /// How many are in this state.
    pub fn count(&self, state: State) -> u32 {
        self.counts.get(&state).copied().unwrap_or_default()
    }

    /// The states that occur, the most pressing first, with their counts.
    pub fn pressing(&self) -> Vec<(State, u32)> {
        let mut all: Vec<(State, u32)> = self.counts.iter().map(|(state, n)| (*state, *n)).collect();
        all.sort_by_key(|(state, _)| std::cmp::Reverse(state.urgency()));
        all
    }

    /// One state for all: the most pressing that occurs, so that what stalls is never hidden by what goes well. None when
    /// nothing was said of any, or when what is known goes well and of some nobody has said anything.
    pub fn headline(&self) -> Option<State> {
        let worst = self.pressing().first().map(|(state, _)| *state)?;
        let is_calm = worst.urgency() <= State::OnTrack.urgency();
        (!is_calm || self.unknown == 0).then_some(worst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const MONDAY: Date = date(2026, 11, 16);
    const TUESDAY: Date = date(2026, 11, 17);

    fn said(reported: Option<(State, Date)>, confirmed: Option<(State, Date)>) -> Said {
        Said { reported, confirmed, ..Said::default() }
    }

    #[test]
    fn a_council_that_knew_the_report_has_the_last_word_and_a_later_report_is_heard() {
        let known = said(Some((State::Stalled, MONDAY)), Some((State::OnTrack, TUESDAY)));
        assert_eq!(
            (known.standing(), known.is_disputed(), known.waits()),
            (Some(State::OnTrack), false, false)
        );
        let since = said(Some((State::Stalled, TUESDAY)), Some((State::OnTrack, MONDAY)));
        assert_eq!(
            (since.standing(), since.is_disputed(), since.waits()),
            (Some(State::Stalled), true, true)
        );
        let better = said(Some((State::Done, TUESDAY)), Some((State::Behind, MONDAY)));
        assert_eq!(better.standing(), Some(State::Behind), "what goes well waits for the council");
    }

    #[test]
    fn the_public_sees_what_was_confirmed_or_released_as_the_partnership_chose() {
        let both = said(Some((State::Stalled, TUESDAY)), Some((State::OnTrack, MONDAY)));
        assert_eq!(both.to_public(Publicity::Released), Some(State::OnTrack), "nobody released it");
        let released = Said { is_released: true, ..both };
        assert_eq!(released.to_public(Publicity::Released), Some(State::Stalled));
        assert_eq!(released.to_public(Publicity::Confirmed), Some(State::OnTrack));
        assert_eq!(released.to_public(Publicity::Nothing), None);
        assert_eq!(said(Some((State::Done, MONDAY)), None).to_public(Publicity::Released), None);
    }

    #[test]
    fn what_does_not_go_well_asks_for_a_reason_and_a_goal_has_no_state() {
        assert_eq!(say(true, State::Behind, false), Err(StateRefusal::NoNote));
        assert_eq!(say(true, State::Behind, true), Ok(State::Behind));
        assert_eq!(say(true, State::Done, false), Ok(State::Done));
        assert_eq!(say(false, State::Done, true), Err(StateRefusal::NoState));
        assert_eq!(decided(TUESDAY, MONDAY), Err(StateRefusal::Future));
    }

    fn any_said() -> impl Strategy<Value = Said> {
        let state = (0_usize..8).prop_map(|n| State::ALL[n]);
        let day = (1_i8..28).prop_map(|day| date(2026, 5, day));
        let on = || proptest::option::of((state.clone(), day.clone()));
        (on(), any::<bool>(), on(), proptest::option::of(state.clone())).prop_map(
            |(reported, is_released, confirmed, derived)| Said { reported, is_released, confirmed, derived },
        )
    }

    proptest! {
        #[test]
        fn a_roll_up_never_hides_a_stalled_action(rows in proptest::collection::vec(any_said(), 1..30), cut in any::<prop::sample::Index>()) {
            // A branch of two: what is counted below each is counted above both.
            let (left, right) = rows.split_at(cut.index(rows.len()));
            let mut rolls = [Roll::default(), Roll::default()];
            for (roll, rows) in rolls.iter_mut().zip([left, right]) {
                rows.iter().for_each(|row| roll.add(row.standing()));
            }
            let mut above = rolls[0].clone();
            above.take_in(&rolls[1]);
            let stalls = |said: &&Said| {
                let since = said.reported.filter(|(_, on)| said.confirmed.is_none_or(|(_, day)| *on >= day));
                [said.confirmed, since].iter().flatten().any(|(state, _)| *state == State::Stalled)
                    || said.derived == Some(State::Stalled)
            };
            let stalled = rows.iter().filter(stalls).count();
            prop_assert_eq!(usize::try_from(above.count(State::Stalled)).unwrap(), stalled);
            prop_assert_eq!(above.headline() == Some(State::Stalled), stalled > 0);
            prop_assert_eq!(usize::try_from(above.total()).unwrap(), rows.len(), "each is counted once");
        }

        #[test]
        fn the_public_never_sees_what_nobody_confirmed_or_released(said in any_said(), publicity in 0_usize..3) {
            let publicity = Publicity::ALL[publicity];
            let seen = said.to_public(publicity);
            let confirmed = said.confirmed.map(|(state, _)| state);
            let released = said.reported.filter(|_| said.is_released).map(|(state, _)| state);
            prop_assert!(seen.is_none() || seen == confirmed || seen == released);
            if publicity == Publicity::Confirmed { prop_assert_eq!(seen, confirmed); }
            if publicity == Publicity::Nothing { prop_assert_eq!(seen, None); }
        }

        #[test]
        fn the_parts_of_a_roll_add_up(rows in proptest::collection::vec(any_said(), 0..30)) {
            let mut roll = Roll::default();
            rows.iter().for_each(|row| roll.add(row.standing()));
            let sum: u32 = State::ALL.into_iter().map(|state| roll.count(state)).sum();
            prop_assert_eq!(sum + roll.unknown, roll.total());
            prop_assert_eq!(roll.pressing().iter().map(|(_, n)| n).sum::<u32>() + roll.unknown, roll.total());
        }
    }
}
