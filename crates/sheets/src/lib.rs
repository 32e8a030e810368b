//! Tables that people bring, read without trusting them.
//!
//! Someone has a spreadsheet, kept for years, with a title above it, two languages in its headings and three ways to write a telephone
//! number. This crate reads it ([`read`]: CSV, XLSX, pasted text, within [`Bounds`]), finds its headings and sums ([`layout`]), guesses
//! what its columns mean ([`guess`]), cleans its values ([`clean`]) and says which of its rows are known already ([`mod@matches`]). It also
//! writes CSV ([`mod@write`]) that comes back unchanged and runs nothing.
//!
//! It knows no database, no web and nobody's nouns; what columns there can be is the caller's to say. Nothing here speaks to people:
//! what is refused, guessed or changed is an enum with a stable `code()` and what belongs to it.
//!
//! ```
//! use sheets::{Hint, layout::{self, Part}, read};
//!
//! let bytes = b"Our partners\r\n\r\nName,E-mail\r\nYMCA,ymca@example.org\r\n";
//! let book = read(bytes, &Hint::default())?;
//! let first: Vec<sheets::Row> = book.rows(0)?.take(layout::LOOKED_AT).collect::<Result<_, _>>()?;
//! let layout = layout::layout(&first, ["Name", "Nom"]);
//! assert_eq!(layout.heading, Some(3));
//! for row in book.rows(0)? {
//!     let row = row?;
//!     if layout.part(&row) == Part::Body {
//!         assert_eq!(sheets::clean::mail(&row.text(1)).map(|mail| mail.value), Ok("ymca@example.org".to_owned()));
//!     }
//! }
//! # Ok::<(), sheets::Refusal>(())
//! ```

pub mod book;
pub mod bounds;
pub mod cell;
pub mod clean;
pub mod fold;
pub mod guard;
pub mod guess;
pub mod kinds;
pub mod layout;
pub mod matches;
pub mod text;
pub mod write;
mod xlsx;

pub use book::{Book, Hint, Rows, Sheet, Shown, read, read_within};
pub use bounds::{Bounds, Place, Refusal};
pub use cell::{Cell, Number, Row, Value};
pub use kinds::Kind;
pub use xlsx::{Calendar, Serial};
