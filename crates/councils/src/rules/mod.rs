//! What councils, seats and terms are, and every decision about them: no database, no language, no clock.
//!
//! Each noun has its file: [`tree`] of bodies, [`seats`], [`terms`] served on them, [`references`] (terms of reference),
//! [`expressions`] of interest and [`reaching`] who sent them, [`writing`] to a group, [`counting`] of seats, [`composition`] and who is
//! missing, [`placing`] by a sheet.

pub mod categories;
pub mod composition;
pub mod counting;
pub mod expressions;
pub mod placing;
pub mod reaching;
pub mod references;
pub mod seats;
pub mod terms;
pub mod tree;
pub mod writing;
