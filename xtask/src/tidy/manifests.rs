//! Manifests name what is used: a dependency that no source mentions is built, trusted and updated for nothing.

use super::Finding;
use super::source::each_sequence;
use super::tree::Tree;
use proc_macro2::TokenTree;
use std::collections::BTreeSet;

/// Dependencies of a crate that none of its sources name.
pub fn unused_dependencies(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts("toml") {
        let Some(folder) = path.strip_suffix("Cargo.toml").filter(|folder| !folder.is_empty()) else {
            continue;
        };
        let used = words_of(tree, folder);
        for (line, name) in dependencies(text) {
            if !used.contains(&name.replace('-', "_")) {
                let key = format!("{path}::{name}");
                findings.push(Finding::new(path, line, key, format!("nothing in {folder} uses `{name}`")));
            }
        }
    }
    findings
}

/// Every identifier in the sources of a crate. Tests declared with `on_both!` run on tokio without naming it.
fn words_of(tree: &Tree, folder: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for source in tree.sources().filter(|source| source.path.starts_with(folder)) {
        each_sequence(&source.tokens, &mut |sequence| {
            words.extend(sequence.iter().filter_map(|token| match token {
                TokenTree::Ident(ident) => Some(ident.to_string()),
                _ => None,
            }));
        });
    }
    if words.contains("on_both") {
        words.insert("tokio".to_owned());
    }
    words
}

/// Names of dependencies with their lines: `maud.workspace = true`, `maud = "1"`, `[dependencies.maud]`.
fn dependencies(manifest: &str) -> Vec<(usize, String)> {
    let mut within = false;
    let mut found = Vec::new();
    for (at, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            within = section.ends_with("dependencies");
            let named = section.rsplit_once("dependencies.").map(|(_, name)| name.to_owned());
            found.extend(named.map(|name| (at + 1, name)));
        } else if within && !line.is_empty() && !line.starts_with('#') {
            let name: String =
                line.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            found.push((at + 1, name));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\nname = \"a\"\n[dependencies]\n# why\nfluent-syntax.workspace = true\nmaud = \"1\"\n\n[dev-dependencies]\ntokio.workspace = true\n[lints]\nworkspace = true\n";

    fn unused(source: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("crates/a/Cargo.toml", MANIFEST),
            ("crates/a/src/lib.rs", source),
            ("crates/ab/src/lib.rs", "use maud;"),
        ]);
        unused_dependencies(&tree).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn what_is_named_anywhere_in_the_crate_is_used() {
        assert!(
            unused("use fluent_syntax::ast; fn f() { maud::html! {} } #[tokio::test] async fn t() {}")
                .is_empty()
        );
        assert!(unused("use fluent_syntax::ast; use maud::Markup; platform::on_both! {}").is_empty());
    }

    #[test]
    fn what_is_not_named_is_found_with_its_line() {
        assert_eq!(
            unused("use fluent_syntax::ast; // maud\n#[tokio::main] fn f() {}"),
            ["crates/a/Cargo.toml:6"]
        );
        assert_eq!(unused("").len(), 3);
    }
}
