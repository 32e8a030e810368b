//! `rules.rs` decides and does nothing else: it imports nothing that waits, stores, shows or looks at the clock.

use super::Finding;
use super::source::{Source, each_sequence, is_punct, line_of};
use super::tree::Tree;
use proc_macro2::TokenTree;

/// Words that have no place in a rule, and why.
const WAITING: &[(&str, &str)] = &[
    ("async", "waits"),
    ("await", "waits"),
    ("tokio", "waits"),
    ("axum", "speaks HTTP"),
    ("http", "speaks HTTP"),
    ("maud", "shows"),
    ("rusqlite", "stores"),
    ("tokio_postgres", "stores"),
    ("SystemTime", "looks at the clock: take the instant as an argument"),
    ("Instant", "looks at the clock: take the instant as an argument"),
    ("rand", "throws dice: take the result as an argument"),
    ("Ctx", "knows who is calling: take what the rule needs as an argument"),
];

/// Path segments that have no place behind another: `platform::db`, `crate::store`, `std::fs`.
const REACHED: &[(&str, &str, &str)] = &[
    ("platform", "db", "stores"),
    ("platform", "http", "speaks HTTP"),
    ("crate", "store", "stores"),
    ("super", "store", "stores"),
    ("crate", "pages", "shows"),
    ("super", "pages", "shows"),
    ("std", "fs", "reads files"),
    ("std", "net", "waits"),
    ("std", "thread", "waits"),
    ("std", "env", "reads its surroundings: take the value as an argument"),
];

/// Impure words in `rules.rs` and in `rules/`, tests left out.
pub fn impure(tree: &Tree) -> Vec<Finding> {
    tree.product().filter(|source| is_rules(&source.path)).flat_map(judge).collect()
}

fn is_rules(path: &str) -> bool {
    path.ends_with("/src/rules.rs") || path.contains("/src/rules/")
}

fn judge(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for (at, token) in sequence.iter().enumerate() {
            let TokenTree::Ident(ident) = token else { continue };
            let word = ident.to_string();
            let reached = next_segments(sequence, at);
            let plain =
                WAITING.iter().find(|(banned, _)| *banned == word).map(|(_, why)| (word.clone(), *why));
            let behind = REACHED
                .iter()
                .filter(|(first, second, _)| *first == word && reached.iter().any(|next| next == second))
                .map(|(first, second, why)| (format!("{first}::{second}"), *why))
                .next();
            let is_field =
                at.checked_sub(1).and_then(|before| sequence.get(before)).is_some_and(|t| is_punct(t, '.'));
            if let Some((what, why)) = plain.filter(|(what, _)| !is_field || what == "await").or(behind) {
                found.push((line_of(token), what, why));
            }
        }
    });
    found.retain(|(line, _, _)| !source.is_test(*line));
    let finding = |(line, what, why): (usize, String, &str)| {
        let key = format!("{}::{what}", source.path);
        Finding::new(&source.path, line, key, format!("a rule is pure, and `{what}` {why}"))
    };
    found.into_iter().map(finding).collect()
}

/// The segments that stand behind `::` after the token at `at`: one, or those of a group `{a, b::c}`.
fn next_segments(sequence: &[TokenTree], at: usize) -> Vec<String> {
    let colons = sequence.get(at + 1).is_some_and(|t| is_punct(t, ':'))
        && sequence.get(at + 2).is_some_and(|t| is_punct(t, ':'));
    match sequence.get(at + 3) {
        Some(TokenTree::Ident(ident)) if colons => vec![ident.to_string()],
        Some(TokenTree::Group(group)) if colons => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let parts = inner.split(|token| is_punct(token, ','));
            parts.filter_map(|part| part.first().map(ToString::to_string)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_in(text: &str) -> Vec<String> {
        let tree = Tree::of(&[("crates/councils/src/rules.rs", text)]);
        impure(&tree)
            .into_iter()
            .map(|finding| finding.key.rsplit_once("rs::").unwrap().1.to_owned())
            .collect()
    }

    #[test]
    fn a_pure_rule_passes() {
        assert!(
            words_in("use jiff::civil::Date;\nfn quorum_of(seats: u32) -> u32 { seats / 2 + 1 }").is_empty()
        );
    }

    #[test]
    fn what_waits_stores_or_looks_at_the_clock_is_found() {
        assert_eq!(words_in("use std::time::SystemTime;"), ["SystemTime"]);
        assert_eq!(words_in("async fn f() {}"), ["async"]);
        assert_eq!(words_in("use platform::{ids::Id, db::Tx};"), ["platform::db"]);
        assert_eq!(words_in("fn f() { super::store::find(); }"), ["super::store"]);
        assert_eq!(words_in("fn f() { m!(rand::random()) }"), ["rand"]);
    }

    #[test]
    fn tests_of_rules_and_fields_of_that_name_may() {
        assert!(words_in("#[cfg(test)]\nmod tests { use rand::Rng; }").is_empty());
        assert!(words_in("fn f(a: A) { a.rand; }").is_empty());
    }
}
