//! Whom the plan asks how far lines are: one letter to each reader with all that she answers for, a link that holds for a while,
//! and which lines nobody has spoken of this quarter.

use crate::{
    NodeId,
    rules::{
        periods::{Span, Years},
        states::{Said, State},
    },
};
use jiff::civil::Date;
use partners::OrganizationId;
use platform::{clock::Moment, langs::Lang, text::Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The link of a letter holds for so many seconds after it was sent: 30 days.
pub const LINK_SECONDS: i64 = 30 * 86_400;
/// So many days from today on an answer may be asked for at the latest: the last day through which the link holds, whatever the hour at
/// which it was sent.
pub const MOST_DAYS: i64 = 29;

platform::refusals! {
    /// Why nobody is asked, or no answer is taken.
    pub enum AskingRefusal {
        /// Nobody was chosen.
        Nobody = "plan-letter-nobody",
        /// The day lies before tomorrow, or after the end of the link.
        Until { last: Date } = "plan-letter-until",
        /// The letter was taken back before.
        Over = "plan-letter-over",
        /// Nothing was said of any line.
        NothingSaid = "plan-letter-nothing-said",
        /// Somebody else could not be written to any more when it was sent.
        Changed = "plan-letter-changed",
    }
}

/// The languages of readers in which words are not written: their letters carry the words in another one.
pub fn untranslated(words: &Text, readers: impl IntoIterator<Item = Lang>) -> Vec<Lang> {
    let is_missing = |lang: &Lang| !words.is_empty() && words.in_lang(*lang).is_empty();
    let missing: BTreeSet<Lang> = readers.into_iter().filter(is_missing).collect();
    missing.into_iter().collect()
}

/// How a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterState {
    /// Nobody has answered.
    Waiting,
    /// Somebody has answered; the link holds until its end all the same.
    Answered,
    /// The link has ended without an answer.
    Ended,
    /// It was taken back.
    Cancelled,
}

impl LetterState {
    /// All states, in the order of filters.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Answered, Self::Ended, Self::Cancelled];

    /// The code in filters and in word keys (`plan-letter-state-waiting`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What happened to a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// When it was sent last.
    pub sent_at: Moment,
    /// When it was answered first.
    pub answered_at: Option<Moment>,
    /// When it was taken back.
    pub cancelled_at: Option<Moment>,
}

impl Sent {
    /// How the letter stands at an instant.
    pub fn state(self, now: Moment) -> LetterState {
        match (self.cancelled_at, self.answered_at) {
            (Some(_), _) => LetterState::Cancelled,
            (None, Some(_)) => LetterState::Answered,
            (None, None) if self.holds(now) => LetterState::Waiting,
            (None, None) => LetterState::Ended,
        }
    }

    /// Whether its link holds: also after an answer, so that it can be corrected.
    pub fn holds(self, now: Moment) -> bool {
        self.cancelled_at.is_none() && now < self.sent_at.plus_seconds(LINK_SECONDS)
    }
}

/// The day until which an answer is asked for.
///
/// # Errors
/// [`AskingRefusal::Until`].
pub fn until(on: Date, today: Date) -> Result<Date, AskingRefusal> {
    let last = today.saturating_add(jiff::Span::new().days(MOST_DAYS));
    if on > today && on <= last { Ok(on) } else { Err(AskingRefusal::Until { last }) }
}

/// Whether a line is worked on and not at its end, so that its owner can be asked.
pub fn is_open(said: &Said, span: Span, years: Years, today: Date) -> bool {
    let is_over = matches!(said.standing(), Some(State::Done | State::Dropped));
    let has_begun = span.from.is_none_or(|from| years.starts_on(from).is_none_or(|first| first <= today));
    !is_over && has_begun
}

/// Whether nobody has said of an open line, in the present quarter, how far it is.
pub fn owes(said: &Said, years: Years, today: Date) -> bool {
    let begin = years.quarter_of(today).and_then(|quarter| years.starts_on(quarter));
    said.reported.is_none_or(|(_, on)| begin.is_some_and(|begin| on < begin))
}

/// Who is asked about a line: somebody who can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<T> {
    /// Whom the ledger of consent knows by this id.
    pub who: Uuid,
    /// How she is written to.
    pub at: T,
    /// About which line.
    pub line: NodeId,
    /// For which organization that leads it; none when she looks after it herself.
    pub via: Option<OrganizationId>,
}

/// One letter to one reader: about which lines, each for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<T> {
    /// Whom the ledger of consent knows by this id.
    pub who: Uuid,
    /// How she is written to.
    pub at: T,
    /// The lines, in the order in which they were named, each once.
    pub lines: Vec<(NodeId, Option<OrganizationId>)>,
}

/// One letter to each reader. A line that she looks after herself and that her organization leads stands in it once, as her own.
pub fn bundle<T>(asked: impl IntoIterator<Item = Asked<T>>) -> Vec<Bundle<T>> {
    let mut order: BTreeMap<Uuid, usize> = BTreeMap::new();
    let mut all: Vec<Bundle<T>> = Vec::new();
    for one in asked {
        let at = *order.entry(one.who).or_insert(all.len());
        if at == all.len() {
            all.push(Bundle { who: one.who, at: one.at, lines: Vec::new() });
        }
        let Some(bundle) = all.get_mut(at) else { continue };
        match bundle.lines.iter_mut().find(|(line, _)| *line == one.line) {
            Some((_, via)) if one.via.is_none() => *via = None,
            Some(_) => {}
            None => bundle.lines.push((one.line, one.via)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::periods::Quarter;
    use jiff::civil::date;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const TODAY: Date = date(2026, 11, 22);

    fn years() -> Years {
        Years::new(2025, 2029, 4).unwrap()
    }

    #[test]
    fn words_in_one_language_are_told_for_readers_of_others() {
        let on = jiff::civil::date(2026, 11, 22);
        let en = Text::default().with(Lang::En, "Two minutes", on);
        assert_eq!(untranslated(&en, [Lang::Fr, Lang::En, Lang::Ar, Lang::Fr]), [Lang::Fr, Lang::Ar]);
        assert!(untranslated(&en, [Lang::En]).is_empty());
        assert!(untranslated(&Text::default(), [Lang::Fr]).is_empty(), "nothing was written");
        assert!(untranslated(&Text::both("Two", "Deux", on), [Lang::Fr, Lang::En]).is_empty());
    }

    #[test]
    fn a_link_holds_until_its_end_whether_it_was_answered_or_not() {
        let at = |seconds| Moment::from_micros(0).plus_seconds(seconds);
        let sent = Sent { sent_at: at(0), answered_at: None, cancelled_at: None };
        assert_eq!((sent.state(at(5)), sent.holds(at(5))), (LetterState::Waiting, true));
        assert_eq!((sent.state(at(LINK_SECONDS)), sent.holds(at(LINK_SECONDS))), (LetterState::Ended, false));
        let answered = Sent { answered_at: Some(at(9)), ..sent };
        assert_eq!((answered.state(at(10)), answered.holds(at(10))), (LetterState::Answered, true));
        assert!(!answered.holds(at(LINK_SECONDS)));
        let back = Sent { cancelled_at: Some(at(9)), ..answered };
        assert_eq!((back.state(at(10)), back.holds(at(10))), (LetterState::Cancelled, false));
    }

    #[test]
    fn the_day_lies_ahead_and_within_the_link() {
        assert!(until(TODAY, TODAY).is_err());
        assert_eq!(until(date(2026, 11, 23), TODAY), Ok(date(2026, 11, 23)));
        assert_eq!(until(date(2026, 12, 21), TODAY), Ok(date(2026, 12, 21)));
        assert_eq!(until(date(2026, 12, 22), TODAY), Err(AskingRefusal::Until { last: date(2026, 12, 21) }));
    }

    #[test]
    fn the_link_holds_through_the_last_day_that_may_be_chosen_at_whatever_hour_it_was_sent() {
        let at = |seconds| Moment::from_micros(0).plus_seconds(seconds);
        let sent = Sent { sent_at: at(0), answered_at: None, cancelled_at: None };
        assert!(sent.holds(at((MOST_DAYS + 1) * 86_400 - 1)), "sent in the first second of a day");
    }

    #[test]
    fn a_line_is_asked_about_from_its_first_day_to_its_end_and_once_a_quarter() {
        let none = Said::default();
        let span = |from| Span::quarters(Quarter::from_code(from), None);
        assert!(is_open(&none, Span::default(), years(), TODAY));
        assert!(is_open(&none, span("2026-Q3"), years(), TODAY), "October to December");
        assert!(!is_open(&none, span("2026-Q4"), years(), TODAY), "it begins in January");
        let done = Said { reported: Some((State::Done, TODAY)), ..none };
        assert!(!is_open(&done, Span::default(), years(), TODAY));
        assert!(owes(&none, years(), TODAY));
        let said = |on| Said { reported: Some((State::OnTrack, on)), ..Said::default() };
        assert!(owes(&said(date(2026, 9, 30)), years(), TODAY));
        assert!(!owes(&said(date(2026, 10, 1)), years(), TODAY));
    }

    proptest! {
        #[test]
        fn each_reader_gets_one_letter_with_each_of_her_lines_once(
            asked in proptest::collection::vec((0_u128..5, 0_u128..8, proptest::option::of(0_u128..3)), 0..40)
        ) {
            let one = |(who, line, via): &(u128, u128, Option<u128>)| Asked {
                who: Uuid::from_u128(*who),
                at: *who,
                line: NodeId(Uuid::from_u128(*line)),
                via: via.map(|id| OrganizationId(Uuid::from_u128(id))),
            };
            let letters = bundle(asked.iter().map(one));
            let readers: BTreeSet<Uuid> = letters.iter().map(|one| one.who).collect();
            prop_assert_eq!(readers.len(), letters.len(), "one letter each");
            let got: BTreeSet<(u128, u128)> =
                letters.iter().flat_map(|one| one.lines.iter().map(|(line, _)| (one.who.as_u128(), line.0.as_u128()))).collect();
            let wanted: BTreeSet<(u128, u128)> = asked.iter().map(|(who, line, _)| (*who, *line)).collect();
            prop_assert_eq!(letters.iter().map(|one| one.lines.len()).sum::<usize>(), wanted.len());
            prop_assert_eq!(&got, &wanted);
            for letter in &letters {
                for (line, via) in &letter.lines {
                    let own = asked.iter().any(|one| one.0 == letter.who.as_u128() && one.1 == line.0.as_u128() && one.2.is_none());
                    prop_assert_eq!(via.is_none(), own, "what she looks after herself is her own");
                }
            }
        }
    }
}
