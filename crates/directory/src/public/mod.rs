//! The door through which services are found: no account, no trace, no script.

pub(crate) mod asked;
pub(crate) mod facts;
pub(crate) mod help;
pub(crate) mod samples;
pub(crate) mod service;

/// Where it stands below a language.
pub(crate) const PATH: &str = "/help";
