//! Values on their way into and out of a statement: one shape for both databases.

use crate::clock::Moment;
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// A value on its way into a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Bind<'a> {
    /// No value.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Text made for this statement, JSON among it.
    Owned(String),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Bytes made for this statement.
    OwnedBytes(Vec<u8>),
    /// An id.
    Uuid(Uuid),
    /// An instant.
    Moment(Moment),
    /// A day.
    Date(Date),
}

/// A value on its way out of a row. SQLite keeps ids, instants, days and JSON as text.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An id.
    Uuid(Uuid),
    /// An instant.
    Moment(Moment),
    /// A day.
    Date(Date),
}

/// A column held something else than the row type says.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("expected {expected}, found {found}")]
pub struct Mismatch {
    /// What the row type says.
    pub expected: &'static str,
    /// What the database gave, by its kind and length: its content may be about a person, and this goes into the log.
    pub found: String,
}

impl Mismatch {
    /// Found `value` where `expected` should stand.
    pub fn new(expected: &'static str, value: &Value) -> Self {
        let found = match value {
            Value::Text(text) => format!("a text of {} characters", text.chars().count()),
            Value::Bytes(bytes) => format!("{} bytes", bytes.len()),
            other => format!("{other:?}"),
        };
        Self { expected, found }
    }
}

/// Something that can be given to a statement.
pub trait Param {
    /// The value as the databases take it.
    fn bind(&self) -> Bind<'_>;
}

/// Something that can be read from a column.
pub trait Column: Sized {
    /// Reads the column's value.
    ///
    /// # Errors
    /// [`Mismatch`] when the column holds something else.
    fn column(value: Value) -> Result<Self, Mismatch>;
}

impl<T: Param + ?Sized> Param for &T {
    fn bind(&self) -> Bind<'_> {
        (*self).bind()
    }
}

impl<T: Param> Param for Option<T> {
    fn bind(&self) -> Bind<'_> {
        self.as_ref().map_or(Bind::Null, Param::bind)
    }
}

impl<T: Column> Column for Option<T> {
    fn column(value: Value) -> Result<Self, Mismatch> {
        if value == Value::Null { Ok(None) } else { T::column(value).map(Some) }
    }
}

macro_rules! plain {
    ($ty:ty, $me:ident => $bind:expr, $expected:literal, $($pattern:pat => $out:expr),+ $(,)?) => {
        impl Param for $ty {
            fn bind(&self) -> Bind<'_> {
                let $me = self;
                $bind
            }
        }
        impl Column for $ty {
            fn column(value: Value) -> Result<Self, Mismatch> {
                let read = match &value { $($pattern => $out,)+ _ => None };
                read.ok_or_else(|| Mismatch::new($expected, &value))
            }
        }
    };
}

plain!(bool, b => Bind::Bool(*b), "true or false", Value::Bool(b) => Some(*b), Value::Int(n) => Some(*n != 0));
plain!(i64, n => Bind::Int(*n), "a whole number", Value::Int(n) => Some(*n));
plain!(i32, n => Bind::Int((*n).into()), "a small whole number", Value::Int(n) => (*n).try_into().ok());
plain!(u32, n => Bind::Int((*n).into()), "a whole number from 0", Value::Int(n) => (*n).try_into().ok());
plain!(f64, x => Bind::Real(*x), "a number", Value::Real(x) => Some(*x));
plain!(Vec<u8>, b => Bind::Bytes(b), "bytes", Value::Bytes(b) => Some(b.clone()));
plain!(Uuid, id => Bind::Uuid(*id), "an id", Value::Uuid(id) => Some(*id), Value::Text(t) => t.parse().ok());
plain!(Moment, m => Bind::Moment(*m), "an instant", Value::Moment(m) => Some(*m), Value::Text(t) => t.parse().ok().map(Moment));
plain!(Date, d => Bind::Date(*d), "a day", Value::Date(d) => Some(*d), Value::Text(t) => t.parse().ok());

impl Param for str {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self)
    }
}
impl Param for [u8] {
    fn bind(&self) -> Bind<'_> {
        Bind::Bytes(self)
    }
}
impl Param for String {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self)
    }
}
impl Column for String {
    fn column(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(Mismatch::new("text", &other)),
        }
    }
}

/// A column of JSON: `jsonb` in PostgreSQL, text in SQLite.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<T: Serialize> Param for Json<T> {
    fn bind(&self) -> Bind<'_> {
        serde_json::to_string(&self.0).map_or(Bind::Null, Bind::Owned)
    }
}

/// Where JSON is not what it should be; not what stands there.
fn misread(error: &serde_json::Error) -> String {
    format!("another {:?} at column {}", error.classify(), error.column()).to_lowercase()
}

impl<T: DeserializeOwned> Column for Json<T> {
    fn column(value: Value) -> Result<Self, Mismatch> {
        match &value {
            Value::Text(text) => serde_json::from_str(text)
                .map(Json)
                .map_err(|error| Mismatch { expected: "JSON", found: misread(&error) }),
            other => Err(Mismatch::new("JSON", other)),
        }
    }
}

/// Stores an enum by its `code()` and reads it back by `from_code(&str) -> Option<Self>`.
#[macro_export]
macro_rules! coded {
    ($ty:ty) => {
        impl $crate::db::Param for $ty {
            fn bind(&self) -> $crate::db::Bind<'_> {
                $crate::db::Bind::Text(self.code())
            }
        }
        impl $crate::db::Column for $ty {
            fn column(value: $crate::db::Value) -> Result<Self, $crate::db::Mismatch> {
                match &value {
                    $crate::db::Value::Text(code) => Self::from_code(code),
                    _ => None,
                }
                .ok_or_else(|| $crate::db::Mismatch::new(stringify!($ty), &value))
            }
        }
    };
}

coded!(crate::langs::Lang);
coded!(crate::provinces::Province);

impl crate::langs::Lang {
    /// As `FromStr`, without the error.
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// `Text` is stored as JSON.
impl Param for crate::text::Text {
    fn bind(&self) -> Bind<'_> {
        serde_json::to_string(self).map_or(Bind::Null, Bind::Owned)
    }
}
impl Column for crate::text::Text {
    fn column(value: Value) -> Result<Self, Mismatch> {
        Json::column(value).map(|Json(text)| text)
    }
}
