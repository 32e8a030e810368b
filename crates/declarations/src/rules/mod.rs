//! What may be declared, signed and withdrawn, and when it is asked for again. Pure: no database, no HTTP, no clock.

pub mod agreements;
pub mod documents;
pub mod signing;
pub mod statements;
pub mod versions;
