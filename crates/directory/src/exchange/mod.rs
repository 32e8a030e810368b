//! The directory as the field exchanges it: in the Human Services Data Specification (HSDS) 3.1, by an API and as files.
//!
//! Everything that leaves here is what everyone may know: services that are public, of organizations that are; of a confidential place
//! nothing at all leaves, not even that a service is offered there. What is sent is mapped in [`mapping`], without database or clock of its own.

pub(crate) mod api;
mod asked;
pub(crate) mod coming;
pub(crate) mod feed;
pub(crate) mod files;
mod mapping;
mod openapi;
mod shelf;
mod table;
mod terms;

#[cfg(test)]
mod tests;
