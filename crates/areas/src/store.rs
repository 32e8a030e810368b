//! All SQL that writes areas and sets of areas.

pub mod kept;
pub mod sets;
#[cfg(test)]
mod tests;
