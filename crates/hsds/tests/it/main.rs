//! Packages and documents as they come, good and bad.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod bounds;
mod files;
mod peer;
mod planted;
mod upstream;
