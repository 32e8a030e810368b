//! Patterns of a line in one column: their codes with blanks between them.

use crate::rules::patterns::Patterns;
use platform::db::{Bind, Column, Mismatch, Param, Value};

impl Param for Patterns {
    fn bind(&self) -> Bind<'_> {
        Bind::Owned(self.codes())
    }
}

impl Column for Patterns {
    fn column(value: Value) -> Result<Self, Mismatch> {
        let read = match &value {
            Value::Text(codes) => Self::from_codes(codes),
            _ => None,
        };
        read.ok_or_else(|| Mismatch::new("Patterns", &value))
    }
}
