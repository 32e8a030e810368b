//! What is asked of organizations: how much, and how it goes out together. Pure.

use super::PartnerRefusal;
use crate::AskId;
use jiff::{ToSpan, civil::Date};
use platform::langs::Lang;
use std::collections::BTreeSet;
use uuid::Uuid;

/// An ask says what it is about in at most this many characters.
pub const WHAT: usize = 300;
/// Asks wait so many seconds for others, to go out together: an hour.
pub const GATHERED: i64 = 3_600;
/// How much is asked of an organization is counted over so many days.
pub const COUNTED: i32 = 90;

/// How it stands with something that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AskState {
    /// It is hoped for.
    Open,
    /// It was done.
    Done,
    /// It is not wanted any more.
    Withdrawn,
}

impl AskState {
    /// All, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Withdrawn];

    /// The code in the database and in word keys (`ask-state-open`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

platform::coded!(AskState);

/// How much is asked of an organization.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// How many asks are open.
    pub open: usize,
    /// How many were made in the last 90 days, today among them, whatever became of them.
    pub lately: usize,
}

/// How much is asked: of the state of each ask and the day on which it was made.
pub fn load(asks: impl IntoIterator<Item = (AskState, Date)>, today: Date) -> Load {
    let since = today.saturating_sub(COUNTED.days());
    asks.into_iter().fold(Load::default(), |sum, (state, asked_on)| Load {
        open: sum.open + usize::from(state == AskState::Open),
        lately: sum.lately + usize::from(asked_on > since && asked_on <= today),
    })
}

/// Closes an ask.
///
/// # Errors
/// [`PartnerRefusal::AskClosed`] when it is not open, or would stay so.
pub fn close(state: AskState, to: AskState) -> Result<AskState, PartnerRefusal> {
    match (state, to) {
        (AskState::Open, AskState::Done | AskState::Withdrawn) => Ok(to),
        _ => Err(PartnerRefusal::AskClosed),
    }
}

/// An ask that may wait to go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: AskId,
    /// How it stands.
    pub state: AskState,
    /// Whether it has gone out.
    pub is_sent: bool,
}

/// Where asks to an organization go: somebody who speaks for it, or its own mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Whom the ledger of consent knows by this id.
    pub who: Uuid,
    /// The name to write to; empty for the organization's own.
    pub name: String,
    /// The address.
    pub address: String,
    /// The language of the reader.
    pub lang: Lang,
}

/// One mail with all that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// To whom.
    pub to: Mailbox,
    /// What, in the order in which it was asked.
    pub asks: Vec<AskId>,
}

/// One mail to each mailbox with everything that waits: what is open and has not gone out. An address that two have gets one;
/// nobody to write to, or nothing that waits, makes none.
pub fn bundle(asks: &[Waiting], to: &[Mailbox]) -> Vec<Bundle> {
    let mut seen = BTreeSet::new();
    let waiting: Vec<AskId> = asks
        .iter()
        .filter(|ask| ask.state == AskState::Open && !ask.is_sent && seen.insert(ask.id.0))
        .map(|ask| ask.id)
        .collect();
    let mut addresses = BTreeSet::new();
    let once = |to: &&Mailbox| addresses.insert(to.address.to_lowercase());
    let all = to.iter().filter(|_| !waiting.is_empty()).filter(once);
    all.map(|to| Bundle { to: to.clone(), asks: waiting.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn ask(n: u8, state: AskState, is_sent: bool) -> Waiting {
        Waiting { id: AskId(Uuid::from_u128(n.into())), state, is_sent }
    }

    fn mailbox(n: u8) -> Mailbox {
        let address = format!("{}{n}@maple.example", if n.is_multiple_of(2) { "p" } else { "P" });
        Mailbox { who: Uuid::from_u128(n.into()), name: String::new(), address, lang: Lang::En }
    }

    #[test]
    fn ninety_days_count_and_the_open_ones_whenever_they_were_asked() {
        let days = |n: i32| TODAY.saturating_sub(n.days());
        let all = [
            (AskState::Open, days(400)),
            (AskState::Done, days(90)),
            (AskState::Withdrawn, days(89)),
            (AskState::Open, TODAY),
        ];
        assert_eq!(load(all, TODAY), Load { open: 2, lately: 2 });
        assert_eq!(load([], TODAY), Load::default());
    }

    #[test]
    fn only_what_is_open_closes_and_nothing_opens_again() {
        use AskState::{Done, Open, Withdrawn};
        assert_eq!((close(Open, Done), close(Open, Withdrawn)), (Ok(Done), Ok(Withdrawn)));
        for (from, to) in [(Open, Open), (Done, Withdrawn), (Withdrawn, Done), (Done, Open)] {
            assert_eq!(close(from, to), Err(PartnerRefusal::AskClosed));
        }
    }

    fn any_ask() -> impl Strategy<Value = Waiting> {
        let state = prop_oneof![Just(AskState::Open), Just(AskState::Done), Just(AskState::Withdrawn)];
        (0_u8..20, state, any::<bool>()).prop_map(|(n, state, is_sent)| ask(n, state, is_sent))
    }

    proptest! {
        #[test]
        fn bundling_loses_none_and_sends_none_twice(
            asks in proptest::collection::vec(any_ask(), 0..20), to in proptest::collection::vec(0_u8..6, 0..8),
        ) {
            let mut known = BTreeSet::new();
            let asks: Vec<Waiting> = asks.into_iter().filter(|ask| known.insert(ask.id.0)).collect();
            let to: Vec<Mailbox> = to.into_iter().map(mailbox).collect();
            let made = bundle(&asks, &to);
            let due: BTreeSet<Uuid> =
                asks.iter().filter(|ask| ask.state == AskState::Open && !ask.is_sent).map(|ask| ask.id.0).collect();
            let reached: BTreeSet<String> = to.iter().map(|one| one.address.to_lowercase()).collect();
            let expected = if due.is_empty() { 0 } else { reached.len() };
            prop_assert_eq!(made.len(), expected, "one mail to each address");
            let written: BTreeSet<String> = made.iter().map(|one| one.to.address.to_lowercase()).collect();
            prop_assert_eq!(written.len(), made.len(), "and to none two");
            for one in &made {
                let got: BTreeSet<Uuid> = one.asks.iter().map(|id| id.0).collect();
                prop_assert_eq!(&got, &due, "nothing is lost, nothing else comes along");
                prop_assert_eq!(got.len(), one.asks.len(), "nothing stands there twice");
            }
            let sent: Vec<Waiting> = asks.iter().map(|ask| Waiting { is_sent: true, ..*ask }).collect();
            prop_assert!(bundle(&sent, &to).is_empty(), "what has gone out does not go again");
        }
    }
}
