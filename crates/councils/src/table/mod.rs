//! Who sits at a table and who is missing, each gap with its next step: for one body, for it with those below, for all.

mod looking;
pub(crate) mod page;
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub(crate) use looking::{could_sit, look};

use crate::rules::{composition::NextStep, counting::Counted};

/// One value of a quality, with how many filled seats show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShareSeen {
    pub(crate) label: String,
    pub(crate) seats: u32,
}

/// An organization to ask: its name and where its page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToAsk {
    pub(crate) name: String,
    pub(crate) href: String,
}

/// A vacant seat by which a gap could be closed: what it is called and where its page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToFill {
    pub(crate) name: String,
    pub(crate) href: String,
}

/// A value that no filled seat shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GapSeen {
    pub(crate) label: String,
    pub(crate) next: NextStep,
    pub(crate) ask: Vec<ToAsk>,
    /// The vacant seats that the reader may see and by which it could be closed.
    pub(crate) fill: Vec<ToFill>,
}

/// One quality of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QualitySeen {
    /// Its name in addresses and word keys: `category`, `sector`, `area`, `language`.
    pub(crate) code: &'static str,
    pub(crate) shares: Vec<ShareSeen>,
    /// How many filled seats say nothing about it, as far as the reader may know.
    pub(crate) silent: usize,
    pub(crate) gaps: Vec<GapSeen>,
}

/// A table, looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableSeen {
    /// How its seats stand.
    pub(crate) counted: Counted,
    pub(crate) qualities: Vec<QualitySeen>,
}
