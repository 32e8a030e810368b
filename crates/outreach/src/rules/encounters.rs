//! The log of outreach: whom we met, and what was promised.

use jiff::civil::Date;

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// Nothing was promised.
    None,
    /// Something was, until this day.
    Open(Date),
    /// It was kept.
    Kept,
}

impl Promise {
    /// How it stands by its two days.
    pub const fn of(until: Option<Date>, kept: Option<Date>) -> Self {
        match (until, kept) {
            (_, Some(_)) => Self::Kept,
            (Some(day), None) => Self::Open(day),
            (None, None) => Self::None,
        }
    }

    /// The codes, in the order of filters and of word keys (`encounter-promise-open`).
    pub const CODES: [&'static str; 3] = ["open", "kept", "none"];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Open(_) => "open",
            Self::Kept => "kept",
        }
    }

    /// Whether its day has passed.
    pub fn is_late(self, today: Date) -> bool {
        matches!(self, Self::Open(day) if day < today)
    }
}

/// How many people a meeting can have had.
pub const PEOPLE: (u32, u32) = (0, 100_000);

platform::refusals! {
    /// Why a meeting is not written down so.
    pub enum EncounterRefusal {
        /// The day is still to come.
        Future = "encounter-future",
        /// A promise has a day.
        NoDay = "encounter-no-day",
        /// A day stands there without a promise.
        NoPromise = "encounter-no-promise",
        /// There is no open promise.
        NotOpen = "encounter-not-open",
        /// Nobody and nothing was chosen that it is about.
        Nobody = "encounter-nobody",
    }
}

/// What is wrong with the days of a meeting: the field, and why.
pub fn wrong(
    (met_on, today): (Date, Date),
    (promise, until): (&str, Option<Date>),
) -> Vec<(&'static str, EncounterRefusal)> {
    let future = (met_on > today).then_some(("met_on", EncounterRefusal::Future));
    let promised = match (promise.is_empty(), until) {
        (false, None) => Some(("promise_on", EncounterRefusal::NoDay)),
        (true, Some(_)) => Some(("promise", EncounterRefusal::NoPromise)),
        _ => None,
    };
    future.into_iter().chain(promised).collect()
}

/// Whether a promise may be noted as kept.
///
/// # Errors
/// [`EncounterRefusal::NotOpen`].
pub fn keep(promise: Promise) -> Result<(), EncounterRefusal> {
    if matches!(promise, Promise::Open(_)) { Ok(()) } else { Err(EncounterRefusal::NotOpen) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn a_promise_has_a_day_and_a_day_a_promise() {
        let fields = |met, promise, until| -> Vec<&str> {
            wrong((met, TODAY), (promise, until)).into_iter().map(|(field, _)| field).collect()
        };
        let none: [&str; 0] = [];
        assert_eq!(fields(TODAY, "", None), none);
        assert_eq!(fields(TODAY, "Bring the list", Some(date(2026, 12, 1))), none);
        assert_eq!(fields(TODAY, "Bring the list", None), ["promise_on"]);
        assert_eq!(fields(date(2026, 11, 23), "", Some(TODAY)), ["met_on", "promise"]);
    }

    #[test]
    fn a_promise_is_open_until_it_is_kept_and_kept_once() {
        let open = Promise::of(Some(date(2026, 11, 21)), None);
        assert!(open.is_late(TODAY) && !open.is_late(date(2026, 11, 21)));
        assert_eq!(keep(open), Ok(()));
        assert_eq!(keep(Promise::of(Some(TODAY), Some(TODAY))), Err(EncounterRefusal::NotOpen));
        assert_eq!(keep(Promise::of(None, None)), Err(EncounterRefusal::NotOpen));
    }
}
