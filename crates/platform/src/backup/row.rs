//! Rows as lines of JSON that are the same whichever database they come from, and the digest of a table.

use crate::{
    clock::Moment,
    db::{Bind, FromRow, Kind, Mismatch, Table, Value, Values},
    errors::{Error, Result},
};
use data_encoding::BASE64;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A row of any table: its values in the order asked for.
pub(super) struct AnyRow(pub(super) Vec<Value>);

impl FromRow for AnyRow {
    const COLUMNS: &'static [&'static str] = &[];
    fn from_values(values: &mut Values) -> Result<Self, Mismatch> {
        Ok(Self(values.rest()))
    }
}

/// The row as an object with its columns in alphabetical order. A column without a value is left out: `null` is JSON's own.
pub(super) fn to_json(table: &Table, row: AnyRow) -> Result<Map<String, Json>> {
    let mut object = Map::new();
    for ((column, kind), value) in table.columns.iter().zip(row.0) {
        if value == Value::Null {
            continue;
        }
        let told = format!("{value:?}");
        let json = json_of(*kind, value).ok_or_else(|| {
            Error::failed(format!("{}.{column} should hold {kind:?} and holds {told}", table.name))
        })?;
        object.insert(column.clone(), json);
    }
    Ok(object)
}

fn json_of(kind: Kind, value: Value) -> Option<Json> {
    Some(match (kind, value) {
        (Kind::Text, Value::Text(text)) => text.into(),
        (Kind::Int, Value::Int(n)) => n.into(),
        (Kind::Real, Value::Real(x)) => serde_json::Number::from_f64(x)?.into(),
        (Kind::Bool, Value::Bool(b)) => b.into(),
        (Kind::Bool, Value::Int(n @ 0..=1)) => (n == 1).into(),
        (Kind::Bytes, Value::Bytes(bytes)) => BASE64.encode(&bytes).into(),
        (Kind::Uuid, Value::Uuid(id)) => id.to_string().into(),
        (Kind::Uuid, Value::Text(text)) => text.parse::<uuid::Uuid>().ok()?.to_string().into(),
        (Kind::Moment, Value::Moment(moment)) => moment.to_string().into(),
        (Kind::Moment, Value::Text(text)) => Moment(text.parse().ok()?).to_string().into(),
        (Kind::Date, Value::Date(day)) => day.to_string().into(),
        (Kind::Date, Value::Text(text)) => text.parse::<jiff::civil::Date>().ok()?.to_string().into(),
        (Kind::Json, Value::Text(text)) => sorted(serde_json::from_str(&text).ok()?),
        _ => return None,
    })
}

/// JSON with the keys of its objects in alphabetical order: PostgreSQL keeps another order than it was given.
fn sorted(json: Json) -> Json {
    match json {
        Json::Object(object) => {
            let keys: BTreeMap<String, Json> =
                object.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            Json::Object(keys.into_iter().collect())
        }
        Json::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}

/// The values of a row on their way into a table, in the alphabetical order of its columns.
pub(super) fn to_binds<'a>(
    columns: &BTreeMap<String, Kind>,
    object: &'a Map<String, Json>,
) -> Result<Vec<Bind<'a>>> {
    if let Some(unknown) = object.keys().find(|column| !columns.contains_key(*column)) {
        return Err(Error::failed(format!("a row has the column {unknown}, its table has not")));
    }
    let bind = |(column, kind): (&String, &Kind)| match object.get(column) {
        None => Ok(Bind::Null),
        Some(json) => bind_of(*kind, json)
            .ok_or_else(|| Error::failed(format!("the column {column} does not hold {kind:?}"))),
    };
    columns.iter().map(bind).collect()
}

fn bind_of(kind: Kind, json: &Json) -> Option<Bind<'_>> {
    Some(match (kind, json) {
        (Kind::Json, json) => Bind::Owned(json.to_string()),
        (Kind::Text, Json::String(text)) => Bind::Text(text),
        (Kind::Int, Json::Number(n)) => Bind::Int(n.as_i64()?),
        (Kind::Real, Json::Number(n)) => Bind::Real(n.as_f64()?),
        (Kind::Bool, Json::Bool(b)) => Bind::Bool(*b),
        (Kind::Bytes, Json::String(text)) => Bind::OwnedBytes(BASE64.decode(text.as_bytes()).ok()?),
        (Kind::Uuid, Json::String(text)) => Bind::Uuid(text.parse().ok()?),
        (Kind::Moment, Json::String(text)) => Bind::Moment(Moment(text.parse().ok()?)),
        (Kind::Date, Json::String(text)) => Bind::Date(text.parse().ok()?),
        _ => return None,
    })
}

/// What a table says, whatever the order of its rows: how many, and the sum of their hashes as a number of 256 bits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many rows.
    pub(super) rows: u64,
    sum: [u8; 32],
}

impl Tally {
    /// Counts a row, as its line is written.
    pub(super) fn add(&mut self, line: &[u8]) {
        self.rows += 1;
        let mut carry = 0_u16;
        for (byte, more) in self.sum.iter_mut().zip(Sha256::digest(line)) {
            let [low, high] = (u16::from(*byte) + u16::from(more) + carry).to_le_bytes();
            *byte = low;
            carry = u16::from(high);
        }
    }

    /// The sum in hexadecimal.
    pub(super) fn digest(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_does_not_mind_the_order_but_each_row() {
        let tally = |lines: &[&str]| {
            let mut tally = Tally::default();
            lines.iter().for_each(|line| tally.add(line.as_bytes()));
            tally
        };
        assert_eq!(tally(&["a", "b", "c"]), tally(&["c", "a", "b"]));
        assert_ne!(tally(&["a", "b"]).digest(), tally(&["a", "c"]).digest());
        assert_ne!(tally(&["a", "a"]).digest(), tally(&[]).digest(), "a row twice does not cancel itself");
    }

    #[test]
    fn both_databases_give_the_same_json() {
        let same = |kind, one, other| assert_eq!(json_of(kind, one), json_of(kind, other), "{kind:?}");
        let id = uuid::Uuid::from_u128(7);
        same(Kind::Uuid, Value::Uuid(id), Value::Text(id.to_string().to_uppercase()));
        same(Kind::Bool, Value::Bool(true), Value::Int(1));
        same(
            Kind::Json,
            Value::Text("{\"b\": 1, \"a\": [{\"d\":1,\"c\":2}]}".into()),
            Value::Text("{\"a\":[{\"c\":2,\"d\":1}],\"b\":1}".into()),
        );
        same(
            Kind::Moment,
            Value::Moment(Moment::from_micros(1)),
            Value::Text("1970-01-01T00:00:00.000001Z".into()),
        );
        assert_eq!(json_of(Kind::Bool, Value::Int(2)), None, "what does not fit is said, not guessed");
    }
}
