//! The declaration on the public site: its text and who signed it, signing by a link, asking to sign.

pub(crate) mod request;
pub(crate) mod samples;
pub(crate) mod sign;
pub(crate) mod statements;
pub(crate) mod wall;

/// Where the declaration stands below a language.
pub(crate) const PATH: &str = "/declaration";
