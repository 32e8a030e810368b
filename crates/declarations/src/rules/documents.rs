//! Strategic documents: how far each goes for immigration, when it is read again, and how many stand at which level.

use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// How far a document goes, from nothing to money. The order is that of the declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mention {
    /// It does not mention immigration.
    None,
    /// It mentions it.
    Mention,
    /// It commits the organization to something.
    Commitment,
    /// It commits it, and money is set aside.
    Funded,
}

impl Mention {
    /// All levels, from nothing up.
    pub const ALL: [Self; 4] = [Self::None, Self::Mention, Self::Commitment, Self::Funded];

    /// The code in the database, in filters and in word keys (`document-mention-funded`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mention => "mention",
            Self::Commitment => "commitment",
            Self::Funded => "funded",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mention| mention.code() == code)
    }
}

platform::coded!(Mention);

/// What sort of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A strategic plan.
    StrategicPlan,
    /// A municipality's official plan.
    OfficialPlan,
    /// A budget.
    Budget,
    /// A policy.
    Policy,
    /// A yearly plan of work.
    WorkPlan,
    /// Anything else.
    Other,
}

impl DocumentKind {
    /// All sorts, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::StrategicPlan, Self::OfficialPlan, Self::Budget, Self::Policy, Self::WorkPlan, Self::Other];

    /// The code in the database, in filters and in word keys (`document-kind-budget`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::StrategicPlan => "strategic-plan",
            Self::OfficialPlan => "official-plan",
            Self::Budget => "budget",
            Self::Policy => "policy",
            Self::WorkPlan => "work-plan",
            Self::Other => "other",
        }
    }

    /// The sort of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

platform::coded!(DocumentKind);

platform::refusals! {
    /// Why a document or an assessment cannot be kept so.
    pub enum DocumentRefusal {
        /// Its last year lies before its first.
        Backwards = "document-backwards",
        /// More than nothing is found, and nobody says where and in which words.
        NoEvidence = "document-no-evidence",
        /// It was read on a day still to come.
        Future = "document-future",
        /// It was read before the assessment that stands.
        Before { on: Date } = "document-before",
        /// It is to be read again before it was read.
        ReviewBefore = "document-review-before",
    }
}

/// Whether it may cover these years.
///
/// # Errors
/// [`DocumentRefusal::Backwards`].
pub fn years(from: u32, to: Option<u32>) -> Result<(), DocumentRefusal> {
    if to.is_some_and(|to| to < from) { Err(DocumentRefusal::Backwards) } else { Ok(()) }
}

/// An assessment as the rule needs it.
#[derive(Debug, Clone, Copy)]
pub struct Assessing<'a> {
    /// How far the document goes.
    pub mention: Mention,
    /// What it says, in own words.
    pub evidence: &'a str,
    /// When it was read.
    pub assessed_on: Date,
    /// When it is to be read again.
    pub review_on: Option<Date>,
}

/// Whether an assessment may stand after the one that was made `before`.
///
/// # Errors
/// [`DocumentRefusal`]; more than nothing needs its evidence.
pub fn assess(new: Assessing<'_>, before: Option<Date>, today: Date) -> Result<(), DocumentRefusal> {
    if new.mention > Mention::None && new.evidence.trim().is_empty() {
        return Err(DocumentRefusal::NoEvidence);
    }
    if new.assessed_on > today {
        return Err(DocumentRefusal::Future);
    }
    if let Some(on) = before.filter(|on| new.assessed_on < *on) {
        return Err(DocumentRefusal::Before { on });
    }
    match new.review_on {
        Some(review) if review <= new.assessed_on => Err(DocumentRefusal::ReviewBefore),
        _ => Ok(()),
    }
}

impl DocumentRefusal {
    /// The field of the form that it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Backwards => "to_year",
            Self::NoEvidence => "evidence",
            Self::Future | Self::Before { .. } => "assessed_on",
            Self::ReviewBefore => "next_review_on",
        }
    }
}

/// How many documents stand at each level, and how many nobody has read yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// In the order of [`Mention::ALL`].
    pub at: [u32; 4],
    /// Not read yet.
    pub unread: u32,
}

impl Counted {
    /// How many were read: the base of every share.
    pub fn read(&self) -> u32 {
        self.at.iter().sum()
    }

    /// How many there are.
    pub fn total(&self) -> u32 {
        self.read() + self.unread
    }

    fn add(&mut self, mention: Option<Mention>) {
        match mention.and_then(|of| Mention::ALL.iter().position(|one| *one == of)) {
            Some(at) => self.at.iter_mut().skip(at).take(1).for_each(|n| *n += 1),
            None => self.unread += 1,
        }
    }
}

/// How many documents of each group stand at each level.
pub fn count<K: Ord>(all: impl IntoIterator<Item = (K, Option<Mention>)>) -> BTreeMap<K, Counted> {
    let mut counted: BTreeMap<K, Counted> = BTreeMap::new();
    for (of, mention) in all {
        counted.entry(of).or_default().add(mention);
    }
    counted
}

/// The share of `n` in `base`, in whole percent; none where there is no base.
pub fn share(n: u32, base: u32) -> Option<u32> {
    let (n, base) = (u64::from(n), u64::from(base));
    (base > 0).then(|| u32::try_from((n * 200 + base) / (base * 2)).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn more_than_nothing_needs_its_evidence_and_days_go_forward() {
        let new = |mention, evidence, assessed_on, review_on| Assessing {
            mention,
            evidence,
            assessed_on,
            review_on,
        };
        let none = new(Mention::None, "", TODAY, None);
        assert_eq!(assess(none, None, TODAY), Ok(()));
        assert_eq!(
            assess(new(Mention::Mention, " ", TODAY, None), None, TODAY),
            Err(DocumentRefusal::NoEvidence)
        );
        assert_eq!(assess(new(Mention::Funded, "A line in the budget.", TODAY, None), None, TODAY), Ok(()));
        let tomorrow = new(Mention::None, "", date(2026, 11, 23), None);
        assert_eq!(assess(tomorrow, None, TODAY), Err(DocumentRefusal::Future));
        let on = date(2026, 11, 23);
        assert_eq!(assess(none, Some(on), TODAY), Err(DocumentRefusal::Before { on }));
        assert_eq!(
            assess(new(Mention::None, "", TODAY, Some(TODAY)), None, TODAY),
            Err(DocumentRefusal::ReviewBefore)
        );
        assert_eq!((years(2024, Some(2024)), years(2024, None)), (Ok(()), Ok(())));
        assert_eq!(years(2024, Some(2023)), Err(DocumentRefusal::Backwards));
        assert!(Mention::None < Mention::Mention && Mention::Commitment < Mention::Funded);
    }

    #[test]
    fn a_share_is_rounded_and_needs_a_base() {
        assert_eq!(
            (share(1, 3), share(2, 3), share(1, 2), share(0, 5)),
            (Some(33), Some(67), Some(50), Some(0))
        );
        assert_eq!(share(0, 0), None);
    }

    proptest! {
        #[test]
        fn every_document_is_counted_once_and_no_share_lies_outside(all in prop::collection::vec((0_u8..4, prop::option::of(0_usize..4)), 0..60)) {
            let documents = all.iter().map(|(of, level)| (*of, level.map(|n| Mention::ALL[n])));
            let counted = count(documents);
            let total: u32 = counted.values().map(Counted::total).sum();
            prop_assert_eq!(usize::try_from(total), Ok(all.len()));
            for (of, one) in &counted {
                for (n, level) in one.at.iter().enumerate() {
                    let meant = all.iter().filter(|(a, b)| a == of && *b == Some(n)).count();
                    prop_assert_eq!(usize::try_from(*level), Ok(meant));
                    prop_assert!(share(*level, one.read()).is_none_or(|percent| percent <= 100));
                }
                prop_assert_eq!(one.read() == 0, share(0, one.read()).is_none());
            }
        }
    }
}
