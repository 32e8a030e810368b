//! Packages and documents as they come, good and bad.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod bounds;
mod documents;
mod files;
mod peer;
mod planted;
mod properties;
mod upstream;
mod writing;
