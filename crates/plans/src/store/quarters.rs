//! A quarter in the database: its code, whose order is the order of time.

use crate::rules::periods::Quarter;
use platform::db::{Bind, Column, Mismatch, Param, Value};

impl Param for Quarter {
    fn bind(&self) -> Bind<'_> {
        Bind::Owned(self.code())
    }
}

impl Column for Quarter {
    fn column(value: Value) -> Result<Self, Mismatch> {
        match &value {
            Value::Text(code) => Self::from_code(code),
            _ => None,
        }
        .ok_or_else(|| Mismatch::new("a quarter", &value))
    }
}
