//! What follows from the facts about a person on a day: whether she may be written to, why, and until when. Pure.

use super::{Basis, ConsentFact, EVERYTHING};
use crate::clock::Moment;
use jiff::civil::Date;

/// How a person stands to mail for one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// She may be written to.
    May,
    /// Nothing lets the sender write to her, or not any more.
    Silent,
    /// She asked at this instant for no more.
    SaidNo(Moment),
}

/// A fact from which consent follows, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// What was said, done or is so.
    pub fact: &'a ConsentFact,
    /// The last day; none when it has no end.
    pub until: Option<Date>,
}

/// How a person stands to mail for one purpose, and why.
#[derive(Debug, Clone, Copy)]
pub enum Verdict<'a> {
    /// She may be written to, on these grounds: of several, on those that last longest.
    May(Grounds<'a>),
    /// Nothing lets the sender write to her; with what did so last, when something did.
    Silent(Option<Grounds<'a>>),
    /// She asked for no more: the newest fact that says so.
    SaidNo(&'a ConsentFact),
}

/// Decides from all facts about one person whether mail for `purpose` may be sent to her on `today`.
pub fn may_send(facts: &[ConsentFact], purpose: &str, today: Date) -> bool {
    standing(facts, purpose, today) == Standing::May
}

/// Decides from all facts about one person how she stands on `today` to mail for `purpose`: [`verdict`] without its reasons.
pub fn standing(facts: &[ConsentFact], purpose: &str, today: Date) -> Standing {
    match verdict(facts, purpose, today) {
        Verdict::May(_) => Standing::May,
        Verdict::Silent(_) => Standing::Silent,
        Verdict::SaidNo(fact) => Standing::SaidNo(fact.recorded_at),
    }
}

/// Decides from all facts about one person how she stands on `today` to mail for `purpose`, and says why.
///
/// A withdrawal beats everything at once, also what happens after it; only a later express yes lifts it. Belonging is what its
/// newest fact says, and counts for two years after its end; belonging that ended before it began was a mistake. A day that has
/// not come yet gives nothing.
pub fn verdict<'a>(facts: &'a [ConsentFact], purpose: &str, today: Date) -> Verdict<'a> {
    let own = || facts.iter().filter(move |fact| fact.purpose == purpose);
    let is_no = |fact: &&ConsentFact| {
        fact.basis == Basis::Withdrawal && (fact.purpose == purpose || fact.purpose == EVERYTHING)
    };
    let no = facts.iter().filter(is_no).max_by_key(|fact| fact.recorded_at);
    let yes = own().filter(|fact| fact.basis == Basis::Express).max_by_key(|fact| fact.recorded_at);
    match (yes, no) {
        (Some(fact), None) => return Verdict::May(Grounds { fact, until: None }),
        (Some(fact), Some(no)) if fact.recorded_at > no.recorded_at => {
            return Verdict::May(Grounds { fact, until: None });
        }
        (_, Some(no)) => return Verdict::SaidNo(no),
        (None, None) => {}
    }
    let membership = own().filter(|fact| fact.basis == Basis::Membership).max_by_key(|fact| fact.recorded_at);
    let implied = own().filter(|fact| matches!(fact.basis, Basis::Implied(_)));
    let grounds = implied.chain(membership).filter_map(|fact| grounds(fact, today));
    match grounds.max_by_key(|one| (one.until.is_none(), one.until)) {
        Some(one) if one.until.is_none_or(|last| today <= last) => Verdict::May(one),
        last => Verdict::Silent(last),
    }
}

/// What follows from something that happened, or from belonging; nothing before its day.
fn grounds(fact: &ConsentFact, today: Date) -> Option<Grounds<'_>> {
    let has_begun = fact.since.is_some_and(|day| day <= today);
    let until = fact.last_day();
    let counts = match fact.basis {
        Basis::Implied(_) => has_begun && until.is_some(),
        Basis::Membership => {
            let never = fact.since.zip(fact.ended).is_some_and(|(since, ended)| ended < since);
            !never && (fact.since.is_none() || has_begun) && (fact.ended.is_none() || until.is_some())
        }
        Basis::Express | Basis::Withdrawal => false,
    };
    counts.then_some(Grounds { fact, until })
}
