//! Councils, sub-councils, teams: their seats, mandates and who is missing.

pub mod picture;
