//! Rows: plain structs whose fields stand in the order of the statement's columns.

use super::value::{Column, Mismatch, Value};

/// A row on its way out: its values, taken from the left. One for a whole statement, filled anew for each row.
#[derive(Debug, Default)]
pub struct Values {
    row: Vec<Value>,
    at: usize,
}

impl Values {
    pub(super) fn clear(&mut self) {
        self.row.clear();
        self.at = 0;
    }

    pub(super) fn push(&mut self, value: Value) {
        self.row.push(value);
    }

    /// All values of the row, for whoever takes rows of any shape.
    pub fn rest(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.row)
    }

    fn take(&mut self) -> Option<Value> {
        let value = self.row.get_mut(self.at).map(|value| std::mem::replace(value, Value::Null));
        self.at += 1;
        value
    }
}

/// A struct or tuple that a row is read into.
pub trait FromRow: Sized {
    /// The columns' names in order, compared once per statement; empty for tuples, which have none.
    const COLUMNS: &'static [&'static str];

    /// Takes the values from the left.
    ///
    /// # Errors
    /// [`Mismatch`] when a column holds something else.
    fn from_values(values: &mut Values) -> Result<Self, Mismatch>;
}

/// Takes the next value as `T`.
///
/// # Errors
/// [`Mismatch`] when there is none left or it is something else.
pub fn next<T: Column>(values: &mut Values) -> Result<T, Mismatch> {
    let end = || Mismatch { expected: "another column", found: "the end of the row".into() };
    T::column(values.take().ok_or_else(end)?)
}

/// Declares a row: a struct whose fields are the statement's columns, by name and in order.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $ty:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $ty),* }
        impl $crate::db::FromRow for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
            fn from_values(values: &mut $crate::db::Values) -> Result<Self, $crate::db::Mismatch> {
                Ok(Self { $($field: $crate::db::next(values)?),* })
            }
        }
    };
}

/// A row of one column (the formatter eats the comma of `(T,)` inside `sql!`).
pub type One<T> = (T,);

macro_rules! tuple {
    ($($name:ident),+) => {
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            const COLUMNS: &'static [&'static str] = &[];
            fn from_values(values: &mut Values) -> Result<Self, Mismatch> {
                Ok(($(next::<$name>(values)?,)+))
            }
        }
    };
}
tuple!(A);
tuple!(A, B);
tuple!(A, B, C);
tuple!(A, B, C, D);
tuple!(A, B, C, D, E);
tuple!(A, B, C, D, E, F);
tuple!(A, B, C, D, E, F, G);
