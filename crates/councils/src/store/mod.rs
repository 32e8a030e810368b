//! All SQL that writes the tables of this room, one file per noun. Rows are read as the facts that rules and pages speak of.

pub mod bodies;
pub mod categories;
pub mod composition;
pub mod erasure;
pub mod expressions;
pub mod imported;
pub mod letters;
pub mod paged;
pub mod references;
pub mod seats;
pub mod sheet;
pub mod terms;

#[cfg(test)]
mod tests;
