//! Directories of human services in the Human Services Data Specification (HSDS) 3.1 of Open Referral.
//!
//! This crate has the [objects] of the standard as types, its tables as constants ([`standard`]), and a reader of [packages](package): CSV
//! files with a `datapackage.json`, in a folder or an archive. The reader trusts nothing ([`Limits`]), holds no more than the ids, and
//! finds the same errors by row, column and kind as frictionless, the tool with which the field checks its packages. Beyond the schema it
//! doubts what no schema can: places whose coordinates have changed places, times that run backwards, names that turn their direction.
//!
//! Packages are [written](mod@write) so that the same rows give the same bytes. [JSON](json) is read and written as one object, as a list or as
//! a page, in full or in the form of lists, and every finding names its place in the document.
//!
//! Nothing here speaks to people: what is wrong is an enum with a stable `code()` and what belongs to it ([`Problem`], [`Refusal`]).
//!
//! ```
//! use hsds::package::{self, Options, Region, Source};
//! use std::collections::BTreeMap;
//!
//! let organizations = "id,name,description\n\
//!     3f7b145d-84af-42d7-8fae-eaca714b02b2,Library,Books and a warm room\n\
//!     17,Clinic,Doctors\n";
//! let files = BTreeMap::from([("organizations.csv".to_owned(), organizations.as_bytes().to_vec())]);
//! let options = Options { near: Some(Region::CANADA), ..Options::default() };
//!
//! // Row by row, however many there are:
//! let mut names = Vec::new();
//! let findings = package::read(Source::Files(&files), &options, |row| {
//!     names.extend(row.get("name").map(str::to_owned));
//! })?;
//! assert_eq!(names, ["Library", "Clinic"]);
//! assert!(!findings.keeps_schema());
//! let first = &findings.list[0];
//! assert_eq!((first.row, first.column, first.problem.code()), (Some(3), Some(1), "not-uuid"));
//!
//! // Or all at once:
//! let (package, _) = hsds::Package::read(Source::Files(&files), &options)?;
//! assert_eq!(package.organizations[0].description, "Books and a warm room");
//!
//! // Written, it has all tables and a descriptor:
//! let archive = package.archive(hsds::write::About::default())?;
//! assert_eq!(hsds::Package::read(Source::Zip(&archive), &options)?.0, package);
//!
//! // Objects in JSON:
//! let document = br#"{"id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "Reading", "status": "open"}"#;
//! let (services, findings) = hsds::json::read::<hsds::Service>(document, "service.json", &Default::default())?;
//! assert_eq!(services[0].name, "Reading");
//! assert_eq!(findings.list[0].pointer.as_deref(), Some("/status"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod declared;
mod files;
pub mod ids;
pub mod json;
pub mod limits;
pub mod objects;
pub mod package;
pub mod problem;
mod rows;
pub mod standard;
pub mod values;
pub mod write;

pub use limits::{Limits, Refusal};
pub use objects::*;
pub use problem::{Finding, Findings, Problem};
