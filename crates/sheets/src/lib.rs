//! Tables that people bring, read without trusting them.
//!
//! Someone has a spreadsheet, kept for years, with a title above it, two languages in its headings and three ways to write a telephone
//! number. This crate reads it ([`read`]), finds where its headings are, guesses what its columns mean, cleans its values and says which
//! of its rows are known already. It knows no database, no web and nobody's nouns; what columns there can be is the caller's to say.
//!
//! Nothing here speaks to people: what is refused, guessed or changed is an enum with a stable `code()` and what belongs to it.

pub mod book;
pub mod bounds;
pub mod cell;
pub mod clean;
pub mod fold;
pub mod guard;
pub mod text;
mod xlsx;

pub use book::{Book, Hint, Rows, Sheet, Shown, read, read_within};
pub use bounds::{Bounds, Place, Refusal};
pub use cell::{Cell, Number, Row, Value};
pub use xlsx::{Calendar, Serial};
