//! Instants and the clock that tells them. Time is an argument everywhere else.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

/// An instant in UTC, to the microsecond. Written with a fixed width, so the order of texts is the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment(pub Timestamp);

impl Moment {
    /// The instant `micros` microseconds after 1970-01-01T00:00:00Z; the nearest end of time when out of range.
    pub fn from_micros(micros: i64) -> Self {
        Self(Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        }))
    }

    /// This instant plus whole seconds (negative goes back), held at the ends of time.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_micros(self.0.as_microsecond().saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The day of this instant in `zone`.
    pub fn day_in(self, zone: &TimeZone) -> Date {
        self.0.to_zoned(zone.clone()).date()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6}", self.0)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = jiff::Error;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

/// What tells the time: the machine's clock, or one that a test moves.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Microseconds since 1970, moved by hand.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` (RFC 3339) until moved; 1970 when `at` does not parse.
    pub fn fixed(at: &str) -> Self {
        let micros = at.parse::<Timestamp>().map_or(0, Timestamp::as_microsecond);
        Self::Fixed(Arc::new(AtomicI64::new(micros)))
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
            Self::System => Moment::from_micros(Timestamp::now().as_microsecond()),
            Self::Fixed(micros) => Moment::from_micros(micros.load(Ordering::Relaxed)),
        }
    }

    /// Moves a fixed clock forward by `seconds`; the machine's clock does not move.
    pub fn advance(&self, seconds: i64) {
        if let Self::Fixed(micros) = self {
            micros.fetch_add(seconds.saturating_mul(1_000_000), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_texts_is_the_order_of_time() {
        let clock = Clock::fixed("2026-11-22T23:59:59.9Z");
        let before = clock.now();
        clock.advance(1);
        assert!(before.to_string() < clock.now().to_string());
        assert_eq!(before.to_string(), "2026-11-22T23:59:59.900000Z");
    }
}
