//! Where SQL stands, and that each table has one writing crate.

use super::Finding;
use super::source::{Source, each_sequence, is_punct, is_word, line_of};
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

const STATEMENTS: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

/// Verbs of transactions that take SQL.
const VERBS: &[&str] = &["insert_many", "run_many", "script", "write_many"];

/// SQL in a room outside `store.rs` and `store/`, and what composes or runs it; the platform may have it anywhere.
pub fn outside_stores(tree: &Tree) -> Vec<Finding> {
    let rooms = tree.product().filter(|source| source.room() != "platform");
    let elsewhere =
        rooms.filter(|source| !source.path.ends_with("/store.rs") && !source.path.contains("/store/"));
    let mut findings = Vec::new();
    for source in elsewhere {
        let statements = source.strings().into_iter().filter(|text| is_statement(&text.value));
        let mut lines: Vec<usize> = statements.map(|text| text.line).collect();
        lines.extend(makers_of_sql(source));
        let finding = |line| Finding::new(&source.path, line, &source.path, "SQL stands in the room's store");
        findings.extend(lines.into_iter().map(finding));
    }
    findings
}

/// Lines that compose a list or run a statement, whatever the text: `List::new`, `sql!`, `tx.insert_many`.
fn makers_of_sql(source: &Source) -> Vec<usize> {
    let mut lines = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for (at, token) in sequence.iter().enumerate() {
            let next = |ahead: usize, mark: char| sequence.get(at + ahead).is_some_and(|t| is_punct(t, mark));
            let is_called = |names: &[&str]| names.iter().any(|name| is_word(token, name));
            let is_method =
                at.checked_sub(1).and_then(|before| sequence.get(before)).is_some_and(|t| is_punct(t, '.'));
            let is_macro = is_called(&["sql"]) && next(1, '!');
            let is_named = next(1, ':') || sequence.get(at + 1).is_some_and(|token| is_word(token, "as"));
            if is_macro || (is_called(&["List"]) && is_named) || (is_method && is_called(VERBS)) {
                lines.push(line_of(token));
            }
        }
    });
    lines.retain(|line| !source.is_test(*line));
    lines
}

/// Tables that more than one crate writes.
pub fn two_writers(tree: &Tree) -> Vec<Finding> {
    let mut writers: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for source in tree.product() {
        for text in source.strings() {
            for table in written_tables(&text.value) {
                let place = format!("{}:{}", source.path, text.line);
                writers.entry(table).or_default().entry(source.room().to_owned()).or_insert(place);
            }
        }
    }
    let shared = writers.into_iter().filter(|(_, rooms)| rooms.len() > 1);
    shared.map(|(table, rooms)| finding_of(&table, &rooms)).collect()
}

fn finding_of(table: &str, rooms: &BTreeMap<String, String>) -> Finding {
    let names: Vec<&str> = rooms.keys().map(String::as_str).collect();
    let places: Vec<&str> = rooms.values().map(String::as_str).collect();
    let text = format!("table `{table}` is written by {}: one table, one writing room", names.join(" and "));
    Finding { key: format!("{table}: {}", names.join(" ")), place: places.join(" and "), measure: 1, text }
}

fn is_statement(value: &str) -> bool {
    let first = value.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    STATEMENTS.contains(&first) && value.trim_start().len() > first.len()
}

/// Tables named behind `INSERT INTO`, `UPDATE … SET` and `DELETE FROM`.
fn written_tables(value: &str) -> BTreeSet<String> {
    let words: Vec<&str> =
        value.split(|c: char| c.is_whitespace() || c == '(').filter(|word| !word.is_empty()).collect();
    let mut tables = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let next = |ahead: usize| words.get(at + ahead).copied().unwrap_or("");
        let table = match *word {
            "INSERT" if next(1) == "INTO" => next(2),
            "INSERT" if next(1) == "OR" && next(3) == "INTO" => next(4),
            "DELETE" if next(1) == "FROM" => next(2),
            "UPDATE" if next(2) == "SET" || (next(2) == "AS" && next(4) == "SET") || next(3) == "SET" => {
                next(1)
            }
            _ => continue,
        };
        let is_name = !table.is_empty()
            && table.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if is_name {
            tables.insert(table.to_owned());
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_is_found_in_pages_and_not_in_stores_or_tests() {
        let select = "fn f() { q(\"SELECT id FROM seat\"); }";
        let only_tests = format!("#[cfg(test)] mod tests {{ {select} }}");
        let tree = Tree::of(&[
            ("crates/councils/src/pages.rs", select),
            ("crates/councils/src/store.rs", select),
            ("crates/councils/src/store/seats.rs", select),
            ("crates/councils/src/panels.rs", &only_tests),
            ("crates/platform/src/jobs.rs", select),
        ]);
        let found: Vec<String> = outside_stores(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(found, ["crates/councils/src/pages.rs:1"]);
    }

    #[test]
    fn what_composes_or_runs_sql_is_found_whatever_its_text() {
        for sin in [
            "fn f() { List::new(COLUMNS, FROM).only(OPEN) }",
            "use platform::db::{Json, List as L};",
            "fn f() { sql!(tx, run, COLUMNS) }",
            "fn f() { tx.insert_many(COLUMNS, &rows) }",
            "fn f() { tx.script(TEXT) }",
        ] {
            let found = |path| outside_stores(&Tree::of(&[(path, sin)])).len();
            assert_eq!(found("crates/councils/src/table/looking.rs"), 1, "{sin}");
            assert_eq!(found("crates/councils/src/store/looking.rs"), 0, "{sin}");
        }
        let shown =
            "struct List; fn f(l: List) { html::list(ListShown::new()); markup! { script src=(a) { } } }";
        assert!(outside_stores(&Tree::of(&[("crates/councils/src/pages.rs", shown)])).is_empty());
    }

    #[test]
    fn a_word_that_begins_like_sql_is_not_sql() {
        for plain in ["SELECT", "SELECTED seats", "Update the seat", "select", "WITHOUT"] {
            assert!(!is_statement(plain), "{plain}");
        }
        assert!(is_statement("\n   WITH open AS (SELECT 1) SELECT 1"));
    }

    #[test]
    fn every_way_of_writing_names_its_table() {
        let tables = |text: &str| written_tables(text).into_iter().collect::<Vec<_>>();
        assert_eq!(tables("INSERT INTO seat (id) VALUES ($1) ON CONFLICT DO UPDATE SET a = 1"), ["seat"]);
        assert_eq!(tables("INSERT INTO seat(id) VALUES ($1)"), ["seat"]);
        assert_eq!(tables("UPDATE seat SET a = 1"), ["seat"]);
        assert_eq!(tables("UPDATE seat AS s SET a = 1"), ["seat"]);
        assert_eq!(tables("WITH gone AS (DELETE FROM seat RETURNING id) SELECT * FROM gone"), ["seat"]);
        assert!(tables("SELECT id FROM seat FOR UPDATE").is_empty());
        assert!(tables("INSERT INTO {table} VALUES").is_empty());
    }

    #[test]
    fn two_rooms_that_write_one_table_are_found() {
        let insert = "fn f() { q(\"INSERT INTO seat (id) VALUES ($1)\"); }";
        let delete = "fn f() { q(\"DELETE FROM seat\"); }";
        let tree =
            Tree::of(&[("crates/councils/src/store.rs", insert), ("crates/plan/src/store.rs", delete)]);
        let keys: Vec<String> = two_writers(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["seat: councils plan"]);
        let alone =
            Tree::of(&[("crates/councils/src/store.rs", insert), ("crates/councils/src/store/a.rs", delete)]);
        assert!(two_writers(&alone).is_empty());
    }
}
