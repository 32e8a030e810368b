//! The door through which services are found: no account, no trace, no script.

pub(crate) mod asked;
pub(crate) mod call;
pub(crate) mod card;
pub(crate) mod facts;
pub(crate) mod first;
pub(crate) mod help;
pub(crate) mod narrow;
pub(crate) mod paper;
pub(crate) mod samples;
pub(crate) mod service;
pub(crate) mod situation;
pub(crate) mod told;

/// Where it stands below a language.
pub(crate) const PATH: &str = "/help";
