//! HTTP: the way in and the way out of every request.
//!
//! `front` does what every request needs, in one place and order; `place` finds where it goes, `extract` hands handlers
//! their arguments (`upload` those with a file, `reading` what a form says, field by field), `harden` puts on what every answer carries;
//! `cache` keeps public pages; `assets` serves what is embedded; `answer` dresses errors as pages and JSON.

pub mod address;
pub mod answer;
pub mod api;
pub mod assets;
pub mod cache;
pub mod extract;
pub mod front;
pub mod harden;
pub mod pairs;
pub mod place;
pub mod reading;
pub mod upload;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) mod repeated;
mod visitor;

pub use address::Address;
pub use answer::{Answer, html, json, see_other};
pub use extract::{Form, Path, Query};
pub(crate) use front::FORM_TIME;
pub use front::service;
pub use pairs::Pairs;
pub use reading::Reading;
pub use repeated::{FORM_BYTES, KEEP_SECRETS_OUT};
pub use upload::{Handed, Incoming, Upload};
