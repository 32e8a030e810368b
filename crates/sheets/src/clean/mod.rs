//! Values as people write them, made into one form, with what was changed for showing it.
//!
//! Every cleaner is a pure function of one text (dates and names also of what the whole column is like), and idempotent: what it gives,
//! written down and cleaned again, comes back unchanged and with nothing to tell. A text that means nothing certain is refused with a
//! [`Doubt`] rather than bent.

mod dates;
mod languages;
mod lists;
mod mail;
mod names;
mod numbers;
mod phone;
mod postal;
mod tongues;
mod web;
mod yes_no;

pub use dates::{Order, Ordering, date, order};
pub use languages::{language, languages};
pub use lists::{Apart, split};
pub use mail::mail;
pub use names::{Case, Casing, Naming, name, text, whole_case};
pub use numbers::{Money, money, whole};
pub use phone::{Phone, phone};
pub use postal::postal;
pub use web::address;
pub use yes_no::yes_no;

/// A value and what was done to get it. No changes: it was written so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<T> {
    /// The value.
    pub value: T,
    /// What was changed, each once, in the order of their names here.
    pub changes: Vec<Change>,
}

impl<T> Cleaned<T> {
    fn new(value: T, mut changes: Vec<Change>) -> Self {
        changes.sort_unstable();
        changes.dedup();
        Self { value, changes }
    }

    /// The same changes with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Cleaned<U> {
        Cleaned { value: change(self.value), changes: self.changes }
    }
}

/// One thing that was done to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// White space was taken from around it, or made single.
    Spaces,
    /// Letters that nobody sees were taken out.
    Invisible,
    /// Letters in several pieces were put together (Unicode NFC), or in a width of their own made usual.
    Letters,
    /// Capitals became small letters, or the other way round.
    Case,
    /// *Last, First* became *First Last*.
    Turned,
    /// Signs around it were taken off: brackets, a `mailto:`, a currency.
    Wrapping,
    /// Another notation became the usual one.
    Notation,
    /// Letters and digits that look alike were exchanged.
    LookAlike,
    /// What was left to guess, such as `https://` or the country code of Canada, was filled in.
    Completed,
    /// A year of two digits became one of four.
    Century,
    /// A day that stood there as a spreadsheet program counts days.
    Serial,
    /// A time beside the day was left out.
    TimeDropped,
    /// A name became a code.
    Coded,
}

impl Change {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spaces => "spaces",
            Self::Invisible => "invisible",
            Self::Letters => "letters",
            Self::Case => "case",
            Self::Turned => "turned",
            Self::Wrapping => "wrapping",
            Self::Notation => "notation",
            Self::LookAlike => "look-alike",
            Self::Completed => "completed",
            Self::Century => "century",
            Self::Serial => "serial",
            Self::TimeDropped => "time-dropped",
            Self::Coded => "coded",
        }
    }
}

/// Why a text is no value of its kind, or not certainly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// There is nothing.
    Empty,
    /// It is not of this kind.
    Unreadable,
    /// It can be read in two ways.
    Ambiguous,
    /// There are several where one is asked for.
    Several,
    /// A part is missing: the day, the area code.
    Incomplete,
    /// It is of this kind, and impossible: 31 February, an area code that nobody has.
    Impossible,
    /// It belongs to another country than it must.
    Foreign,
}

impl Doubt {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Unreadable => "unreadable",
            Self::Ambiguous => "ambiguous",
            Self::Several => "several",
            Self::Incomplete => "incomplete",
            Self::Impossible => "impossible",
            Self::Foreign => "foreign",
        }
    }
}

/// What cleaning gives.
pub type Outcome<T> = Result<Cleaned<T>, Doubt>;

#[cfg(test)]
mod tests;
