//! Values by which rows are known, in little memory: an id is a number of 128 bits, everything else becomes one.

use crate::values::{Type, formats::plain_uuid, numbers::Decimal};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// Makes numbers of values. Two values have the same number with a chance that nobody lives to see, and nobody can choose such values,
/// since the two halves are hashed with keys that are drawn for each reading.
#[derive(Default)]
pub(super) struct Numbers {
    one: RandomState,
    other: RandomState,
}

impl Numbers {
    /// The number of the values of a row's columns; none when all are absent.
    pub(super) fn of(&self, values: &[(Type, Option<&str>)]) -> Option<u128> {
        if let [(holds, value)] = values {
            let value = (*value)?;
            return Some(match plain_uuid(value) {
                Some(id) => id,
                None => self.hashed(&same(*holds, value)),
            });
        }
        if values.iter().all(|(_, value)| value.is_none()) {
            return None;
        }
        let all: Vec<_> =
            values.iter().map(|(holds, value)| value.map(|value| same(*holds, value))).collect();
        Some(self.hashed(&all))
    }

    fn hashed(&self, value: &impl std::hash::Hash) -> u128 {
        u128::from(self.one.hash_one(value)) << 64 | u128::from(self.other.hash_one(value))
    }
}

/// The value in the form in which equal ones are the same: 1 and 1.0.
fn same(holds: Type, value: &str) -> String {
    match holds {
        Type::Number | Type::Integer => {
            Decimal::of(value.trim()).map_or_else(|| value.to_owned(), |number| format!("{number:?}"))
        }
        _ => value.to_owned(),
    }
}

/// The rows of a table by their values in some of its columns.
#[derive(Default)]
pub(super) struct Known {
    /// Places of the columns.
    pub(super) fields: Vec<usize>,
    /// Whether they are the key of the table.
    pub(super) is_key: bool,
    /// Whether no two rows may share them.
    pub(super) is_unique: bool,
    /// Whether rows of tables name rows of this one by them.
    pub(super) is_named: bool,
    rows: HashMap<u128, u32>,
}

impl Known {
    pub(super) fn by(fields: Vec<usize>) -> Self {
        Self { fields, ..Self::default() }
    }

    /// Takes the row of a value, and gives the last one that had it.
    pub(super) fn take(&mut self, value: u128, row: u32) -> Option<u32> {
        self.rows.insert(value, row)
    }

    pub(super) fn has(&self, value: u128) -> bool {
        self.rows.contains_key(&value)
    }

    /// Nothing asks for it any more.
    pub(super) fn forget(&mut self) {
        self.rows = HashMap::new();
    }
}
