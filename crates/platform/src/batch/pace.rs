//! How much of an import is done in one transaction. Everybody else who writes in the partnership waits while it lasts, so it follows
//! how long the last one took on this machine, with this database, among these neighbours.

use std::time::{Duration, Instant};

/// The fewest rows in one transaction, and the most.
const ROWS: (u32, u32) = (2, 500);
/// A transaction that took longer is too long: the next has half its rows.
const LONG: Duration = Duration::from_millis(60);
/// After a shorter one the next has a quarter more.
const SHORT: Duration = Duration::from_millis(30);

/// How many rows the next transaction has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace(u32);

/// One transaction, from the moment in which it has its turn.
#[derive(Debug)]
pub struct Turn {
    /// So many rows it may have.
    pub rows: u32,
    begun: Instant,
}

impl Default for Pace {
    /// Few enough for a slow machine that others keep busy; where there is room, it is tenfold after a dozen.
    fn default() -> Self {
        Self(20)
    }
}

impl Pace {
    /// So many rows the next transaction may have.
    pub const fn rows(self) -> u32 {
        self.0
    }

    /// Begins one: call it when the transaction is there, since waiting for it keeps nobody.
    pub fn turn(self) -> Turn {
        #[expect(
            clippy::disallowed_methods,
            reason = "how long others waited is measured, and nothing kept depends on it"
        )]
        let begun = Instant::now();
        Turn { rows: self.0, begun }
    }

    /// Notes that it is committed.
    pub fn took(&mut self, turn: &Turn) {
        *self = self.after(turn.begun.elapsed());
    }

    /// The pace after a transaction that lasted so long.
    fn after(self, took: Duration) -> Self {
        let rows = match took {
            took if took > LONG => self.0 / 2,
            took if took < SHORT => self.0 + self.0 / 4 + 1,
            _ => self.0,
        };
        Self(rows.clamp(ROWS.0, ROWS.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    #[test]
    fn what_took_long_is_halved_and_what_was_short_grows_within_bounds() {
        let first = Pace::default();
        assert_eq!(first.after(ms(61)).rows(), 10);
        assert_eq!((first.after(ms(60)), first.after(ms(30))), (first, first));
        assert_eq!(first.after(ms(29)).rows(), 26);
        let often = |took| (0..40).fold(first, |pace, _| pace.after(took)).rows();
        assert_eq!((often(ms(1)), often(ms(1_000))), (500, 2));
    }
}
