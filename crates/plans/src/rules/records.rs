//! What stands beside a line: milestones on its way, what tells of a need, recommendations to those outside who decide.

use crate::rules::kinds::Kind;
use jiff::civil::Date;
use platform::text::{Text, fold};
use serde::Serialize;

platform::refusals! {
    /// Why something is not kept beside a line.
    pub enum RecordRefusal {
        /// Only actions and projects have milestones.
        NotDone = "plan-record-not-done",
        /// Only needs have evidence.
        NotANeed = "plan-record-not-a-need",
        /// The day is still to come.
        Future = "plan-record-future",
        /// An answer came before it was asked for.
        AnswerBefore = "plan-record-answer-before",
        /// An answer has its words or its day, but is not said to have come.
        StillAwaited = "plan-record-still-awaited",
        /// Nobody is named to whom it goes.
        ToNobody = "plan-record-to-nobody",
        /// A person is named; voices are told in general terms.
        NamesAPerson = "plan-record-names-a-person",
    }
}

/// What tells of a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// Research: a survey, a study, circles.
    Research,
    /// A figure with its unit.
    Figure,
    /// What somebody said.
    Voice,
}

impl Telling {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Research, Self::Figure, Self::Voice];

    /// The code in the database, in forms and in word keys (`evidence-kind-voice`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Research => "research",
            Self::Figure => "figure",
            Self::Voice => "voice",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Telling);

/// What was answered to a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// None has come yet.
    Awaited,
    /// Yes.
    Accepted,
    /// In part.
    Partly,
    /// No.
    Refused,
    /// Whether one came, nobody knows any more.
    Unknown,
}

impl Reply {
    /// All replies, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Awaited, Self::Accepted, Self::Partly, Self::Refused, Self::Unknown];

    /// The code in the database, in forms and in word keys (`recommendation-reply-partly`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Awaited => "awaited",
            Self::Accepted => "accepted",
            Self::Partly => "partly",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }

    /// The reply of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether somebody has answered.
    pub const fn has_come(self) -> bool {
        matches!(self, Self::Accepted | Self::Partly | Self::Refused)
    }
}

platform::coded!(Reply);

/// Whether milestones stand beside a line of this kind.
///
/// # Errors
/// [`RecordRefusal::NotDone`].
pub fn on_the_way(kind: Kind) -> Result<(), RecordRefusal> {
    if kind.is_done_by_somebody() { Ok(()) } else { Err(RecordRefusal::NotDone) }
}

/// Whether evidence stands beside a line of this kind.
///
/// # Errors
/// [`RecordRefusal::NotANeed`].
pub fn tells_of(kind: Kind) -> Result<(), RecordRefusal> {
    if kind == Kind::Need { Ok(()) } else { Err(RecordRefusal::NotANeed) }
}

/// A day on which something happened, which is today or before.
///
/// # Errors
/// [`RecordRefusal::Future`].
pub fn happened(on: Option<Date>, today: Date) -> Result<Option<Date>, RecordRefusal> {
    if on.is_some_and(|on| on > today) { Err(RecordRefusal::Future) } else { Ok(on) }
}

/// Whether an answer is said to have come when its day or its words are told.
///
/// # Errors
/// [`RecordRefusal::StillAwaited`].
pub fn has_come(reply: Reply, is_told: bool) -> Result<(), RecordRefusal> {
    if is_told && !reply.has_come() { Err(RecordRefusal::StillAwaited) } else { Ok(()) }
}

/// Whether an answer comes after it was asked for.
///
/// # Errors
/// [`RecordRefusal::AnswerBefore`].
pub fn answered(asked: Option<Date>, on: Option<Date>) -> Result<(), RecordRefusal> {
    if asked.zip(on).is_some_and(|(asked, on)| on < asked) {
        return Err(RecordRefusal::AnswerBefore);
    }
    Ok(())
}

/// Whether an answer is overdue: its day is over and none has come.
pub fn is_overdue(reply: Reply, expected: Option<Date>, today: Date) -> bool {
    reply == Reply::Awaited && expected.is_some_and(|day| day < today)
}

/// Whether a text has somebody's whole name: two words at least, one after the other.
pub fn names_somebody<'a>(text: &Text, names: impl IntoIterator<Item = &'a str>) -> bool {
    let told: Vec<String> = text.pieces().map(|(_, piece)| words(&piece.text)).collect();
    let is_told = |name: String| told.iter().any(|one| one.contains(&name));
    names.into_iter().map(words).filter(|name| name.split_whitespace().count() > 1).any(is_told)
}

/// Folded words with one space around each.
fn words(text: &str) -> String {
    let plain: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let all: Vec<&str> = plain.split_whitespace().collect();
    format!(" {} ", all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 11, 22);

    #[test]
    fn an_answer_comes_after_it_was_asked_for_and_is_said_to_have_come() {
        let before = date(2026, 11, 1);
        assert_eq!(answered(Some(before), Some(DAY)), Ok(()));
        assert_eq!(answered(Some(DAY), Some(before)), Err(RecordRefusal::AnswerBefore));
        assert_eq!(answered(Some(before), None), Ok(()));
        assert_eq!(has_come(Reply::Partly, true), Ok(()));
        assert_eq!(has_come(Reply::Awaited, true), Err(RecordRefusal::StillAwaited));
        assert_eq!(has_come(Reply::Awaited, false), Ok(()));
    }

    #[test]
    fn only_what_is_awaited_is_overdue_and_only_after_its_day() {
        let (yesterday, tomorrow) = (date(2026, 11, 21), date(2026, 11, 23));
        assert!(is_overdue(Reply::Awaited, Some(yesterday), DAY));
        assert!(!is_overdue(Reply::Awaited, Some(DAY), DAY));
        assert!(!is_overdue(Reply::Awaited, Some(tomorrow), DAY));
        assert!(!is_overdue(Reply::Refused, Some(yesterday), DAY));
        assert!(!is_overdue(Reply::Awaited, None, DAY));
    }

    #[test]
    fn a_voice_names_nobody_whose_whole_name_is_kept() {
        let said = |words: &str| Text::both(words, "", DAY);
        assert!(names_somebody(&said("As nadia HADDAD, says"), ["Nadia Haddad"]));
        assert!(
            !names_somebody(&said("Nadia, mother of two"), ["Nadia Haddad"]),
            "a first name alone is many people’s"
        );
        assert!(!names_somebody(&said("The open haddader"), ["Open Haddad"]));
        assert!(!names_somebody(&said("River"), ["River"]), "one word may be any");
    }

    #[test]
    fn each_stands_beside_its_own_kinds_and_every_code_reads_back() {
        assert!(Kind::ALL.into_iter().all(|kind| tells_of(kind).is_ok() == (kind == Kind::Need)));
        assert!(Kind::ALL.into_iter().all(|kind| on_the_way(kind).is_ok() == kind.is_done_by_somebody()));
        assert!(Telling::ALL.into_iter().all(|one| Telling::from_code(one.code()) == Some(one)));
        assert!(Reply::ALL.into_iter().all(|one| Reply::from_code(one.code()) == Some(one)));
        assert_eq!(happened(Some(date(2026, 11, 23)), DAY), Err(RecordRefusal::Future));
        assert_eq!(happened(Some(DAY), DAY), Ok(Some(DAY)));
    }
}
