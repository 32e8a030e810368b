//! `rules.rs` decides and does nothing else: it reaches only for what can neither wait, store, show nor look at the clock.
//!
//! What it may reach for is listed; everything else is refused, so that a new door of the platform is closed to rules
//! until somebody opens it here.

use super::Finding;
use super::source::{Source, is_punct, is_word, line_of};
use super::tree::Tree;
use proc_macro2::TokenTree;
use std::collections::BTreeSet;

/// Words that have no place in a rule, and why.
const WAITING: &[(&str, &str)] = &[
    ("async", "waits"),
    ("await", "waits"),
    ("Ctx", "knows who is calling: take what the rule needs as an argument"),
    ("Tx", "stores"),
    ("Chance", "throws dice: take the result as an argument"),
    ("Clock", "looks at the clock: take the instant as an argument"),
];

/// Paths behind which all is pure (`clippy` names lints only).
const PURE: &[&str] = &[
    "clippy",
    "core",
    "std::array",
    "std::ascii",
    "std::borrow",
    "std::char",
    "std::cmp",
    "std::collections",
    "std::convert",
    "std::error",
    "std::fmt",
    "std::hash",
    "std::iter",
    "std::marker",
    "std::mem",
    "std::num",
    "std::ops",
    "std::str",
    "std::string",
    // Made once from what stands in the program itself.
    "std::sync::LazyLock",
    "std::time::Duration",
    "data_encoding",
    // What it makes of bytes; its chance (`ring::rand`) is not among them.
    "ring::digest",
    "ring::hmac",
    "ring::signature",
    "unicode_normalization",
    "platform::http::answer::urlencode",
    "jiff::civil",
    "jiff::Span",
    "jiff::ToSpan",
    "jiff::Unit",
    "uuid::Uuid",
    "serde",
    "serde_json::from_slice",
    "platform::app::OWN_SEGMENTS",
    "platform::authority",
    "platform::clock::Moment",
    "platform::coded",
    "platform::config::ANY_DOMAIN",
    "platform::consent::Standing",
    "platform::errors",
    "platform::ids::AccountId",
    "platform::ids::Id",
    "platform::ids::PartnershipId",
    "platform::ids::Ref",
    "platform::langs",
    "platform::refusals",
    "platform::text",
    "platform::words::Arg",
    "crate::rules",
];

/// Words that begin a path and are no crate.
const PRIMITIVE: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// What `rules.rs` and `rules/` may not reach for, tests left out.
pub fn impure(tree: &Tree) -> Vec<Finding> {
    let rooms: BTreeSet<&str> = tree.product().map(Source::room).filter(|room| *room != "platform").collect();
    tree.product().filter(|source| is_rules(&source.path)).flat_map(|source| judge(source, &rooms)).collect()
}

fn is_rules(path: &str) -> bool {
    path.ends_with("/src/rules.rs") || path.contains("/src/rules/")
}

fn judge(source: &Source, rooms: &BTreeSet<&str>) -> Vec<Finding> {
    let (module, own) = (module_of(&source.path), introduced(&source.tokens));
    let mut found: Vec<(usize, String, String)> = Vec::new();
    each_outside_imports(&source.tokens, &mut |sequence| {
        for (at, token) in sequence.iter().enumerate() {
            let TokenTree::Ident(ident) = token else { continue };
            let word = ident.to_string();
            let before = at.checked_sub(1).and_then(|before| sequence.get(before));
            let is_field = before.is_some_and(|t| is_punct(t, '.'));
            if let Some((what, why)) = WAITING.iter().find(|(banned, _)| *banned == word)
                && (!is_field || *what == "await")
            {
                found.push((line_of(token), word, (*why).to_owned()));
                continue;
            }
            let is_inner = is_field || follows_path(sequence, at);
            if is_inner || own.contains(&word) || PRIMITIVE.contains(&word.as_str()) || is_type(&word) {
                continue;
            }
            for path in paths_from(sequence, at).into_iter().filter(|path| path.len() > 1) {
                let path = resolved(path, &module);
                if !is_pure(&path, rooms) {
                    let why = "is not among what rules may reach for".to_owned();
                    found.push((line_of(token), path.join("::"), why));
                }
            }
        }
    });
    found.retain(|(line, _, _)| !source.is_test(*line));
    let finding = |(line, what, why): (usize, String, String)| {
        let key = format!("{}::{what}", source.path);
        Finding::new(&source.path, line, key, format!("a rule is pure, and `{what}` {why}"))
    };
    found.into_iter().map(finding).collect()
}

/// As `each_sequence`, but what stands in the braces of an import is part of its path and no sequence of its own.
fn each_outside_imports(tokens: &[TokenTree], look: &mut dyn FnMut(&[TokenTree])) {
    look(tokens);
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token
            && !follows_path(tokens, at)
        {
            each_outside_imports(&group.stream().into_iter().collect::<Vec<_>>(), look);
        }
    }
}

/// Whether the token at `at` stands behind `::`.
fn follows_path(sequence: &[TokenTree], at: usize) -> bool {
    at >= 2 && [at - 1, at - 2].iter().all(|n| sequence.get(*n).is_some_and(|t| is_punct(t, ':')))
}

/// `Seat`, `SEATS`: types, variants and constants, not crates or modules.
fn is_type(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase())
}

/// Names that the file itself brings: by `use`, where they are judged, and by `mod`.
fn introduced(tokens: &[TokenTree]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_outside_imports(tokens, &mut |sequence| {
        for (at, pair) in sequence.windows(2).enumerate() {
            let [token, next] = pair else { continue };
            if is_word(token, "mod") {
                names.insert(next.to_string());
            } else if is_word(token, "use") {
                names.extend(
                    paths_from(sequence, at + 1)
                        .into_iter()
                        .filter(|path| path.len() > 1)
                        .filter_map(|p| p.last().cloned()),
                );
            }
        }
    });
    names
}

/// Every path that begins with the identifier at `at`, groups `{a, b::c}` taken apart.
fn paths_from(sequence: &[TokenTree], at: usize) -> Vec<Vec<String>> {
    let Some(TokenTree::Ident(first)) = sequence.get(at) else { return Vec::new() };
    let first = vec![first.to_string()];
    let colons = [at + 1, at + 2].iter().all(|n| sequence.get(*n).is_some_and(|t| is_punct(t, ':')));
    let rest = match sequence.get(at + 3) {
        Some(TokenTree::Ident(_)) if colons => paths_from(sequence, at + 3),
        Some(TokenTree::Punct(star)) if colons && star.as_char() == '*' => vec![vec!["*".to_owned()]],
        Some(TokenTree::Group(group)) if colons => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            inner.split(|token| is_punct(token, ',')).flat_map(|part| paths_from(part, 0)).collect()
        }
        _ => return vec![first],
    };
    rest.into_iter().map(|rest| [first.clone(), rest].concat()).collect()
}

/// Where in its crate a file of rules stands: `rules`, `rules::seats`.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.rsplit_once("/src/").map_or(path, |(_, inner)| inner).trim_end_matches(".rs");
    let parts = inner.split('/').filter(|part| *part != "mod");
    std::iter::once("crate").chain(parts).map(str::to_owned).collect()
}

/// The path from the crate's root, when it begins with `self` or `super`.
fn resolved(path: Vec<String>, module: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    if ups == 0 && path.first().is_none_or(|part| part != "self") {
        return path;
    }
    let base = module.get(..module.len().saturating_sub(ups).max(1)).unwrap_or(module);
    base.iter().chain(path.get(ups.max(1)..).unwrap_or(&[])).cloned().collect()
}

/// Whether all behind the path is pure: it is listed, or it is a type or constant that a room shows at its root.
fn is_pure(path: &[String], rooms: &BTreeSet<&str>) -> bool {
    let listed = |pure: &str| {
        let pure: Vec<&str> = pure.split("::").collect();
        path.len() >= pure.len() && path.iter().zip(&pure).all(|(part, pure)| part == pure)
    };
    let shown = match path {
        [root, shown, ..] => (root == "crate" || rooms.contains(root.as_str())) && is_type(shown),
        _ => false,
    };
    shown || PURE.iter().any(|pure| listed(pure))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_in(text: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("crates/councils/src/rules/seats.rs", text),
            ("crates/partners/src/lib.rs", ""),
            ("crates/platform/src/lib.rs", ""),
        ]);
        impure(&tree)
            .into_iter()
            .map(|finding| finding.key.rsplit_once(".rs::").unwrap().1.to_owned())
            .collect()
    }

    #[test]
    fn a_pure_rule_passes() {
        for pure in [
            "use jiff::civil::Date;\nfn quorum_of(seats: u32) -> u32 { seats / 2 + 1 }",
            "use crate::{SeatId, rules::tree::above};\nuse partners::PersonId;",
            "mod terms;\npub use terms::{Term, ending};\nfn f() { terms::ending(u32::MAX, Season::Fall) }",
            "use std::{collections::BTreeSet, fmt};\nfn f(a: fmt::Error) -> platform::text::Text { super::tree::g() }",
            "platform::coded!(Kind);\n#[expect(clippy::panic)]\nfn f(a: A) { a.iter().sum::<u32>() }",
        ] {
            assert_eq!(words_in(pure), Vec::<String>::new(), "{pure}");
        }
    }

    #[test]
    fn what_waits_stores_or_looks_at_the_clock_is_found() {
        for (sin, word) in [
            ("use std::time::SystemTime;", "std::time::SystemTime"),
            ("async fn f() {}", "async"),
            ("use platform::{ids::Id, db::List};", "platform::db::List"),
            ("fn f() { super::super::store::find(); }", "crate::store::find"),
            ("fn f() { crate::store::find(); }", "crate::store::find"),
            ("fn f() { m!(rand::random()) }", "rand::random"),
            ("use tokio::fs;", "tokio::fs"),
            ("fn f() { partners::organizations_of() }", "partners::organizations_of"),
            ("use platform::jobs::enqueue;", "platform::jobs::enqueue"),
            ("use platform::mail::Mail;", "platform::mail::Mail"),
            ("use platform::files;", "platform::files"),
            ("use platform::throttle::Throttle;", "platform::throttle::Throttle"),
            ("use platform::consent::Consent;", "platform::consent::Consent"),
            ("use platform::tickets::Ticket;", "platform::tickets::Ticket"),
            ("use platform::{clock::Moment, ids};", "platform::ids"),
            ("use platform::*;", "platform::*"),
            ("fn f(c: &Chance) {}", "Chance"),
            ("fn f(c: &Clock) {}", "Clock"),
        ] {
            assert_eq!(words_in(sin), [word], "{sin}");
        }
    }

    #[test]
    fn tests_of_rules_and_fields_of_that_name_may() {
        assert!(words_in("#[cfg(test)]\nmod tests { use rand::Rng; }").is_empty());
        assert!(words_in("fn f(a: A) { a.Clock; }").is_empty());
    }
}
