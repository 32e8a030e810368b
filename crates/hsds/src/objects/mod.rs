//! The objects of HSDS 3.1 as Rust types.
//!
//! Each type has the columns of its table and what stands within it in JSON. Texts are kept as they came: a wrong date or status is what the
//! validators speak of, not what keeps an object from being read. What is optional and absent is left out when it is written. Members that
//! the standard does not know are kept in `extra`, since profiles add their own, and written again.

#[macro_use]
mod declare;
mod all;

pub use all::*;

use crate::standard::Table;
use serde_json::Number;
use std::borrow::Cow;

/// One of the objects of the standard.
pub trait Object: Default {
    /// What the standard says of it.
    const TABLE: &'static Table;

    /// Its row in the table, one text for each column; empty where there is none.
    fn cells(&self) -> Vec<Cow<'_, str>>;

    /// Takes the text of a column, counted from 0, as a table has it. Empty is absent.
    fn put(&mut self, column: usize, text: &str);
}

/// What stands in one cell of a table and one member of an object.
pub(crate) trait Cell {
    fn text(&self) -> Cow<'_, str>;
    fn of(text: &str) -> Self;
}

impl Cell for String {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn of(text: &str) -> Self {
        text.to_owned()
    }
}

impl Cell for Option<String> {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_deref().unwrap_or_default())
    }

    fn of(text: &str) -> Self {
        (!text.is_empty()).then(|| text.to_owned())
    }
}

impl Cell for Option<Number> {
    fn text(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), |number| Cow::Owned(number.to_string()))
    }

    fn of(text: &str) -> Self {
        let text = text.trim();
        let whole = text.parse::<i64>().ok().map(Number::from);
        whole.or_else(|| text.parse::<f64>().ok().and_then(Number::from_f64))
    }
}

/// Whether a member is left out when its object is written.
pub(crate) trait Absent {
    fn is_absent(&self) -> bool;
}

impl Absent for String {
    /// What is required is written even when it is empty.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
