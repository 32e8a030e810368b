//! Pages and their pieces: the shell of both faces, and components that every room uses.
//!
//! | for | write |
//! |---|---|
//! | a page | [`page`] with a [`Head`] |
//! | a form | [`form`] with [`field`]s, [`confirm`](fn@confirm), [`conflict`](fn@conflict) |
//! | a list | [`list`](fn@list) with [`Column`]s, [`Filter`]s and [`Cell`]s; the same columns make its files |
//! | a table by hand | [`table`](fn@table) |
//! | an object's page | [`facts`], [`state`](fn@state), [`languages_of`], [`history`](fn@history), [`panels`](fn@panels), [`tabs`] |
//! | text | [`shown`], [`named`] for proper names, [`paragraphs`] |
//! | how to reach the partnership | [`reach`](fn@reach), [`call`] |
//! | after a change | [`said`]: the next page says so |

mod blocks;
mod choice;
mod confirm;
mod conflict;
mod field;
mod filter;
mod form;
mod history;
mod list;
mod pager;
mod panels;
mod reach;
pub mod shell;
mod square;
mod state;
mod table;
mod text;
mod thread_line;
mod told;

pub use blocks::{Empty, acts, empty, facts, link, notice, said, tabs};
pub use choice::{Choice, choice, choice_of};
pub use confirm::{Confirm, confirm};
pub use conflict::{Conflict, conflict, labels_in_langs};
pub use field::{Field, field, is_secret};
pub use filter::Filter;
pub use form::{FormHtml, form};
pub use history::history;
pub use list::{Cell, Column, ListShown, Plain, document_file, file, list, sheet_file, takes};
pub use pager::pager;
pub use panels::{panels, panels_json};
pub use reach::{call, reach};
pub use shell::{Head, page};
pub use square::square;
pub use state::{Look, state};
pub use table::table;
pub use text::{
    in_lang, in_language, in_state, lang_name, languages_of, named, paragraphs, prose_in, shown, shown_in,
    worded,
};
pub use told::{Fact, History, Names, sides};
