//! All SQL of the room, one file per noun.

pub mod counted;
pub mod edits;
pub mod erasure;
pub mod evidence;
pub mod frameworks;
pub mod imported;
pub mod letters;
pub mod lines;
pub mod milestones;
pub mod parties;
mod patterns;
mod quarters;
pub mod recommendations;
pub mod saying;
pub mod sheet;
pub mod stored;
#[cfg(test)]
pub(crate) mod tests;
pub mod writing;
