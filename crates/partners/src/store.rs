//! All SQL of this room. Every statement that reads organizations, people or contact points for somebody passes through
//! [`crate::rules::Reader::sees`], in the statement itself.

pub mod asks;
pub mod binned;
pub mod contacts;
pub mod erasure;
pub mod imported;
pub mod list;
pub mod mail_choices;
pub mod notes;
pub mod offering;
pub mod offers;
pub mod organizations;
pub mod people;
pub mod picture;
pub mod sectors;
pub mod speakers;
pub mod worded;

#[cfg(test)]
pub(crate) mod tests;

use serde::Serialize;
use serde_json::{Map, Value};

/// What differs between two states, for an audit entry: only the fields that changed; none when nothing did.
pub(crate) fn changes(before: &impl Serialize, after: &impl Serialize) -> Option<(Value, Value)> {
    let as_map = |value: Value| match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let mut before = as_map(serde_json::to_value(before).unwrap_or_default());
    let mut after = as_map(serde_json::to_value(after).unwrap_or_default());
    let same = |(key, value): (&String, &Value)| (after.get(key) == Some(value)).then(|| key.clone());
    let unchanged: Vec<String> = before.iter().filter_map(same).collect();
    for key in unchanged {
        before.remove(&key);
        after.remove(&key);
    }
    (!before.is_empty() || !after.is_empty()).then_some((before.into(), after.into()))
}
