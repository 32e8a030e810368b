//! All SQL of the room, one file per noun.

pub mod edits;
pub mod erasure;
pub mod frameworks;
pub mod imported;
pub mod letters;
pub mod lines;
pub mod parties;
mod quarters;
pub mod saying;
pub mod sheet;
#[cfg(test)]
pub(crate) mod tests;
pub mod writing;
