//! All SQL that writes the tables of this room, one file per noun. Rows are read as the facts that rules and pages speak of.

pub mod agreements;
pub mod documents;
pub mod erasure;
pub mod exchanges;
pub mod invitations;
pub mod requests;
pub mod signatories;
pub mod signatures;
pub mod statements;
pub mod versions;
