//! What each column holds, read from the migrations for PostgreSQL, which say it exactly where SQLite says `TEXT`.

use super::{MIGRATIONS, schema::Kind};
use std::{collections::HashMap, sync::LazyLock};

type Kinds = HashMap<(String, String), Kind>;

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut kinds = Kinds::new();
    for step in MIGRATIONS {
        read(step.postgres, &mut kinds);
    }
    kinds
});

/// The kind of every column that any migration makes, by table and column.
pub(super) fn all() -> &'static Kinds {
    &KINDS
}

/// What stands in an item of `CREATE TABLE` that is no column.
const NO_COLUMN: [&str; 7] = ["constraint", "primary", "unique", "check", "foreign", "exclude", "like"];

fn read(text: &str, kinds: &mut Kinds) {
    let text: String = text
        .lines()
        .map(|line| line.split_once("--").map_or(line, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase();
    for part in text.split("create table ").skip(1) {
        let Some((name, rest)) = part.split_once('(') else { continue };
        let table = name.trim().trim_start_matches("if not exists").trim();
        for item in items(rest) {
            column(table, item, kinds);
        }
    }
    for part in text.split("alter table ").skip(1) {
        let statement = part.split(';').next().unwrap_or_default();
        let table = statement.split_whitespace().next().unwrap_or_default();
        for added in statement.split("add column ").skip(1) {
            column(table, added.trim_start_matches("if not exists").trim(), kinds);
        }
    }
}

/// The items between the parenthesis that is already open and the one that closes it.
fn items(rest: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut quoted, mut out) = (0_i32, 0, false, Vec::new());
    for (at, c) in rest.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ',' | ')' if depth == 0 => {
                out.push(rest.get(begin..at).unwrap_or_default().trim());
                begin = at + 1;
                if c == ')' {
                    break;
                }
            }
            ')' => depth -= 1,
            _ => {}
        }
    }
    out
}

fn column(table: &str, item: &str, kinds: &mut Kinds) {
    let mut words = item.split(|c: char| c.is_whitespace() || c == '(').filter(|word| !word.is_empty());
    let (Some(name), Some(of)) = (words.next(), words.next()) else { return };
    if NO_COLUMN.contains(&name) {
        return;
    }
    let kind = match of.trim_end_matches([',', ';']) {
        "text" | "varchar" => Kind::Text,
        "bigint" | "integer" | "int" | "smallint" => Kind::Int,
        "double" | "real" => Kind::Real,
        "boolean" => Kind::Bool,
        "bytea" => Kind::Bytes,
        "uuid" => Kind::Uuid,
        "timestamptz" => Kind::Moment,
        "date" => Kind::Date,
        "jsonb" => Kind::Json,
        _ => return,
    };
    kinds.insert((table.to_owned(), name.to_owned()), kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_from_constraints_whatever_stands_between() {
        let mut kinds = Kinds::new();
        read(
            "-- CREATE TABLE not_this (a uuid)\nCREATE TABLE IF NOT EXISTS a (\n id uuid PRIMARY KEY, -- its id, really\n \
             word TEXT NOT NULL CHECK (word IN ('x,y', 'z)')), n bigint, x double precision,\n \
             CONSTRAINT text CHECK (n > 0), PRIMARY KEY (id), UNIQUE (n), FOREIGN KEY (n) REFERENCES b (n)\n);\n\
             ALTER TABLE a ADD COLUMN later timestamptz, ADD COLUMN IF NOT EXISTS day date;",
            &mut kinds,
        );
        let mut found: Vec<String> =
            kinds.iter().map(|((table, column), kind)| format!("{table}.{column} {kind:?}")).collect();
        found.sort();
        assert_eq!(
            found,
            ["a.day Date", "a.id Uuid", "a.later Moment", "a.n Int", "a.word Text", "a.x Real"]
        );
    }
}
