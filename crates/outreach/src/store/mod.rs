//! All SQL of the room, one file per noun.

pub mod discovery;
pub mod encounters;
pub mod enquiries;
pub mod erasure;
pub mod joining;
pub mod prospects;
pub mod stages;
#[cfg(test)]
pub(crate) mod tests;
