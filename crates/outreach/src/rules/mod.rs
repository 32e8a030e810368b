//! The rules of the room: pure, tested beside themselves.

pub mod days;
pub mod discovery;
pub mod encounters;
pub mod enquiries;
pub mod growth;
pub mod joining;
pub mod prospects;
