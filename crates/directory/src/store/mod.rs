//! All SQL of this room.

pub mod checks;
pub mod erasure;
pub mod experiences;
pub mod finding;
pub(crate) mod imported;
pub mod letter_readers;
pub mod letters;
pub mod locations;
pub mod merges;
pub(crate) mod published;
pub mod services;
pub mod suggestions;
pub mod unfound;
