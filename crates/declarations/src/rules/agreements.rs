//! Agreements and exchanges with the three orders of government.

use jiff::civil::Date;
use serde::Serialize;

/// The order of government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The federal government.
    Federal,
    /// A province or territory.
    Provincial,
    /// A municipality or region.
    Municipal,
}

impl Level {
    /// All orders, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Federal, Self::Provincial, Self::Municipal];

    /// The code in the database, in filters and in word keys (`agreement-level-federal`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Federal => "federal",
            Self::Provincial => "provincial",
            Self::Municipal => "municipal",
        }
    }

    /// The order of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

platform::coded!(Level);

/// What sort of tie it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Something that both sides signed.
    Agreement,
    /// They tell each other what they know, regularly.
    Exchange,
    /// They work on something together.
    WorkingGroup,
}

impl Tie {
    /// All sorts, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Agreement, Self::Exchange, Self::WorkingGroup];

    /// The code in the database, in filters and in word keys (`agreement-kind-exchange`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Exchange => "exchange",
            Self::WorkingGroup => "working-group",
        }
    }

    /// The sort of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tie| tie.code() == code)
    }
}

platform::coded!(Tie);

platform::refusals! {
    /// Why an agreement or an exchange cannot be kept so.
    pub enum AgreementRefusal {
        /// It ends before it begins.
        Backwards = "agreement-backwards",
        /// The exchange is still to come.
        Future = "exchange-future",
        /// The next exchange lies before the one that is noted.
        NextBefore { on: Date } = "exchange-next-before",
    }
}

/// Whether it may run between these days.
///
/// # Errors
/// [`AgreementRefusal::Backwards`].
pub fn span(since: Option<Date>, until: Option<Date>) -> Result<(), AgreementRefusal> {
    match since.zip(until) {
        Some((since, until)) if until < since => Err(AgreementRefusal::Backwards),
        _ => Ok(()),
    }
}

/// Whether an exchange that was held on a day may be noted, with the day of the next.
///
/// # Errors
/// [`AgreementRefusal`].
pub fn exchange(held_on: Date, next_on: Option<Date>, today: Date) -> Result<(), AgreementRefusal> {
    if held_on > today {
        return Err(AgreementRefusal::Future);
    }
    match next_on {
        Some(next) if next <= held_on => Err(AgreementRefusal::NextBefore { on: held_on }),
        _ => Ok(()),
    }
}

/// The next exchange, while what it belongs to still runs; late when its day is over.
pub fn due(next_on: Option<Date>, until: Option<Date>, today: Date) -> Option<(Date, bool)> {
    let runs = until.is_none_or(|until| until >= today);
    next_on.filter(|_| runs).map(|on| (on, on < today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn nothing_ends_before_it_begins_and_nothing_is_noted_before_it_was_held() {
        let (early, late) = (Some(date(2026, 1, 1)), Some(date(2026, 2, 1)));
        assert_eq!((span(early, late), span(None, late), span(early, None)), (Ok(()), Ok(()), Ok(())));
        assert_eq!(span(late, early), Err(AgreementRefusal::Backwards));
        assert_eq!(exchange(TODAY, None, TODAY), Ok(()));
        assert_eq!(exchange(date(2026, 11, 23), None, TODAY), Err(AgreementRefusal::Future));
        assert_eq!(exchange(TODAY, Some(TODAY), TODAY), Err(AgreementRefusal::NextBefore { on: TODAY }));
    }

    proptest! {
        #[test]
        fn what_is_over_asks_for_nothing_and_what_is_due_is_late_the_day_after(next in -60_i64..60, until in prop::option::of(-60_i64..60)) {
            let day = |n: i64| TODAY.saturating_add(n.days());
            let found = due(Some(day(next)), until.map(day), TODAY);
            prop_assert_eq!(found.is_some(), until.is_none_or(|n| n >= 0));
            prop_assert!(found.is_none_or(|(on, late)| on == day(next) && late == (next < 0)));
            prop_assert_eq!(due(None, until.map(day), TODAY), None);
        }
    }
}
