//! All SQL of this room.

pub mod checks;
pub mod locations;
pub mod services;
