//! What the database is made of, asked from itself: tables, columns, keys. For backups, and for tests that hold documents against it.

use super::{Dialect, Tx, kinds};
use crate::{
    errors::{Error, Result},
    ids::PartnershipId,
    row, sql,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column holds, the same on both databases. SQLite keeps several of these as text or numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// A number with a fraction.
    Real,
    /// True or false.
    Bool,
    /// Bytes.
    Bytes,
    /// An id.
    Uuid,
    /// An instant.
    Moment,
    /// A day.
    Date,
    /// JSON.
    Json,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns by name, with what they hold.
    pub columns: BTreeMap<String, Kind>,
    /// The columns of its primary key, in order.
    pub key: Vec<String>,
    /// What its rows point at.
    pub foreign: Vec<Foreign>,
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The table pointed at.
    pub to: String,
    /// Pairs of columns: here, there.
    pub columns: Vec<(String, String)>,
}

row! {
    struct ColumnRow { table_name: String, column_name: String, key_place: i64 }
}
row! {
    struct ForeignRow { table_name: String, constraint_id: String, to_table: String, from_column: String, to_column: String }
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, c.pk AS key_place
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid";
const POSTGRES_COLUMNS: &str = "SELECT c.relname::text AS table_name, a.attname::text AS column_name,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint AS key_place
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY c.relname, a.attnum";
const SQLITE_FOREIGN: &str = "SELECT m.name AS table_name, CAST(f.id AS TEXT) AS constraint_id,
      f.\"table\" AS to_table, f.\"from\" AS from_column, coalesce(f.\"to\", 'id') AS to_column
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq";
const POSTGRES_FOREIGN: &str = "SELECT c.relname::text AS table_name, k.conname::text AS constraint_id,
      t.relname::text AS to_table, a.attname::text AS from_column, b.attname::text AS to_column
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS x(here, there, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.here
    JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = x.there
    WHERE k.contype = 'f' AND n.nspname = 'public' ORDER BY c.relname, k.conname, x.place";

impl Tx {
    /// All tables, each after those that its rows point at. The record of migrations is the program's own and not among them.
    ///
    /// # Errors
    /// When a column is not known to the migrations, or when tables point at each other in a circle.
    pub async fn schema(&mut self) -> Result<Vec<Table>> {
        let (columns, foreign) = match self.dialect() {
            Dialect::Sqlite => (SQLITE_COLUMNS, SQLITE_FOREIGN),
            Dialect::Postgres => (POSTGRES_COLUMNS, POSTGRES_FOREIGN),
        };
        let kinds = kinds::all();
        let mut tables: BTreeMap<String, Table> = BTreeMap::new();
        let mut keys: BTreeMap<String, BTreeMap<i64, String>> = BTreeMap::new();
        for column in sql!(self, all ColumnRow, columns)? {
            if column.table_name == "migration" {
                continue;
            }
            let name = (column.table_name.clone(), column.column_name.clone());
            let kind = *kinds.get(&name).ok_or_else(|| {
                Error::failed(format!("no migration makes the column {}.{}", name.0, name.1))
            })?;
            let table = tables.entry(column.table_name.clone()).or_default();
            table.columns.insert(column.column_name.clone(), kind);
            if column.key_place > 0 {
                keys.entry(column.table_name).or_default().insert(column.key_place, column.column_name);
            }
        }
        for (name, table) in &mut tables {
            table.name.clone_from(name);
            table.key = keys.remove(name).unwrap_or_default().into_values().collect();
        }
        let mut pairs: BTreeMap<(String, String, String), Vec<(String, String)>> = BTreeMap::new();
        for row in sql!(self, all ForeignRow, foreign)? {
            let of = (row.table_name, row.constraint_id, row.to_table);
            pairs.entry(of).or_default().push((row.from_column, row.to_column));
        }
        for ((table, _, to), columns) in pairs {
            if let Some(table) = tables.get_mut(&table) {
                table.foreign.push(Foreign { to, columns });
            }
        }
        in_order(tables)
    }

    /// Goes on in the same transaction, and so in the same picture, with the rows of another partnership (or of the
    /// installation). Only whoever carries all rows at once needs it: backup and restore.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn turn_to(&mut self, partnership: Option<PartnershipId>) -> Result<()> {
        if self.dialect() == Dialect::Postgres {
            let id = partnership.map(|id| id.to_string()).unwrap_or_default();
            // An id is hexadecimal digits and hyphens: safe to write into the text.
            self.script(&format!("SELECT set_config('kith.partnership', '{id}', true)")).await?;
        }
        self.partnership = partnership;
        Ok(())
    }
}

/// Each table after those it points at (itself apart).
fn in_order(mut tables: BTreeMap<String, Table>) -> Result<Vec<Table>> {
    let mut out: Vec<Table> = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let free = |table: &Table| {
            table.foreign.iter().all(|to| to.to == table.name || !tables.contains_key(&to.to))
        };
        let ready: Vec<String> =
            tables.values().filter(|table| free(table)).map(|table| table.name.clone()).collect();
        if ready.is_empty() {
            let circle: Vec<&str> = tables.keys().map(String::as_str).collect();
            return Err(Error::failed(format!(
                "tables point at each other in a circle: {}",
                circle.join(", ")
            )));
        }
        out.extend(ready.into_iter().filter_map(|name| tables.remove(&name)));
    }
    Ok(out)
}
