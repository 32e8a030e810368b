//! Every statement names the partnership whose rows it means: one that forgets shows or changes those of all.

use super::Finding;
use super::source::{Source, each_sequence, is_punct, is_word, line_of, text_of};
use super::tree::Tree;
use proc_macro2::TokenTree;
use std::collections::BTreeSet;

const COLUMN: &str = "partnership_id";

/// Texts of SQL that touch a table with a `partnership_id` more often than they name that column, and lists that are composed
/// in a function which filters by none.
pub fn unnamed(tree: &Tree) -> Vec<Finding> {
    let tables = tables(tree);
    tree.product().flat_map(|source| judge(source, &tables)).collect()
}

/// The tables whose rows belong to partnerships, by the migrations.
fn tables(tree: &Tree) -> BTreeSet<String> {
    let migrations = tree.texts("sql").filter(|(path, _)| path.starts_with("migrations/sqlite/"));
    let creating = migrations.flat_map(|(_, text)| text.split("CREATE TABLE ").skip(1));
    creating.filter_map(owned).collect()
}

/// The name of the table that the text begins to create, when it has the column.
fn owned(created: &str) -> Option<String> {
    let (name, rest) = created.split_once('(')?;
    let columns = rest.split(';').next()?;
    let has = columns.lines().any(|line| line.trim_start().starts_with(&format!("{COLUMN} ")));
    has.then(|| name.trim().to_owned())
}

fn judge(source: &Source, tables: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in source.strings() {
        let touched = touched(&text.value, tables);
        if let Some(table) = touched.first()
            && text.value.matches(COLUMN).count() < touched.len()
        {
            let key = format!("{}: {}", source.path, touched.join(" "));
            let said = format!("the statement touches `{table}` and does not name its `{COLUMN}`");
            findings.push(Finding::new(&source.path, text.line, key, said));
        }
    }
    findings.extend(lists(source, tables));
    findings
}

/// The tables of partnerships that a text reads or writes, once for each time.
fn touched(text: &str, tables: &BTreeSet<String>) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let words: Vec<&str> = text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        ["FROM" | "JOIN" | "INTO" | "UPDATE", table] if tables.contains(*table) => Some((*table).to_owned()),
        _ => None,
    });
    pairs.collect()
}

/// Lists composed with `List::new` that no `partnership_id = ?` follows; of tables that belong to no partnership, they may.
fn lists(source: &Source, tables: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for (at, token) in sequence.iter().enumerate() {
            let follows =
                |ahead: usize, mark: char| sequence.get(at + ahead).is_some_and(|t| is_punct(t, mark));
            let is_new = sequence.get(at + 3).is_some_and(|token| is_word(token, "new"));
            if is_word(token, "List")
                && follows(1, ':')
                && follows(2, ':')
                && is_new
                && !source.is_test(line_of(token))
            {
                let named = sequence.iter().skip(at).any(|token| names_it(std::slice::from_ref(token)));
                if !named && !sequence.get(at + 4).is_some_and(|made| is_of_nobody(made, tables)) {
                    let said =
                        format!("the list is not narrowed to a partnership: `.filter(\"{COLUMN} = ?\", …)`");
                    findings.push(Finding::new(
                        &source.path,
                        line_of(token),
                        format!("{}: list", source.path),
                        said,
                    ));
                }
            }
        }
    });
    findings
}

/// Whether the list is made of one table, and that belongs to no partnership.
fn is_of_nobody(made: &TokenTree, tables: &BTreeSet<String>) -> bool {
    let TokenTree::Group(group) = made else { return false };
    let from = group.stream().into_iter().filter_map(|token| text_of(&token)).last();
    from.is_some_and(|from| !from.value.contains(' ') && !tables.contains(&from.value))
}

fn names_it(tokens: &[TokenTree]) -> bool {
    let mut found = false;
    each_sequence(tokens, &mut |sequence| {
        let texts = sequence.iter().filter_map(text_of);
        found |= texts.into_iter().any(|text| text.value.contains(&format!("{COLUMN} = ?")));
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAT: &str = "CREATE TABLE seat (\n  id TEXT,\n  partnership_id TEXT NOT NULL\n);\nCREATE TABLE setting (\n  name TEXT\n);";

    fn found(code: &str) -> usize {
        let tree =
            Tree::of(&[("migrations/sqlite/0001_seat.sql", SEAT), ("crates/councils/src/store.rs", code)]);
        unnamed(&tree).len()
    }

    #[test]
    fn a_statement_that_forgets_its_partnership_is_found() {
        for sin in [
            "SELECT id FROM seat WHERE id = $1",
            "DELETE FROM seat WHERE id = $1",
            "UPDATE seat SET a = 1 WHERE id = $1",
            "INSERT INTO seat (id) VALUES ($1)",
            "SELECT 1 FROM seat s WHERE s.partnership_id = $1 AND EXISTS (SELECT 1 FROM seat o JOIN seat p)",
        ] {
            assert_eq!(found(&format!("fn a() {{ sql!(tx, run, \"{sin}\"); }}")), 1, "{sin}");
        }
        for sound in [
            "SELECT id FROM seat WHERE partnership_id = $1 AND id = $2",
            "INSERT INTO seat (id, partnership_id) VALUES ($1, $2)",
            "SELECT name FROM setting",
        ] {
            assert_eq!(found(&format!("fn a() {{ sql!(tx, run, \"{sound}\"); }}")), 0, "{sound}");
        }
        assert_eq!(found("#[cfg(test)] mod tests { fn a() { q(\"SELECT id FROM seat\"); } }"), 0);
    }

    #[test]
    fn a_list_that_is_not_narrowed_is_found() {
        assert_eq!(found("fn a() { List::new(COLUMNS, FROM).filter(\"id = ?\", &id) }"), 1);
        assert_eq!(found("fn a() { List::new(COLUMNS, \"seat\").filter(\"id = ?\", &id) }"), 1);
        assert_eq!(found("fn a() { List::new(COLUMNS, \"setting\").filter(\"id = ?\", &id) }"), 0);
        assert_eq!(found("fn a() { List::new(COLUMNS, FROM).filter(\"s.partnership_id = ?\", &p) }"), 0);
    }
}
