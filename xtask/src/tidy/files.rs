//! Names of files, and whether Rust files are Rust.

use super::Finding;
use super::tree::Tree;

/// Names that say nothing about what a file holds.
const FORBIDDEN: &[&str] =
    &["manager", "helper", "helpers", "util", "utils", "common", "data", "info", "misc", "models", "types"];

/// Whether a name of a file, folder or room tells nothing.
pub fn says_nothing(name: &str) -> bool {
    FORBIDDEN.contains(&name.to_lowercase().as_str())
}

/// Every Rust file must be readable by the parser, or no other check has seen it.
pub fn every_source_parses(tree: &Tree) -> Vec<Finding> {
    let unparsed = tree.unparsed().iter();
    unparsed
        .map(|(path, failure)| Finding::new(path, 1, path, format!("cannot be parsed: {failure}")))
        .collect()
}

/// Source files and folders whose name says nothing.
pub fn forbidden_names(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in tree.paths().filter(|path| path.ends_with(".rs")) {
        let bare = path.trim_end_matches(".rs");
        let bad = bare.split('/').find(|segment| says_nothing(segment));
        if let Some(word) = bad {
            findings.push(Finding::new(path, 1, path, format!("`{word}` says nothing: name what it holds")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_rust_is_found() {
        let tree = Tree::of(&[("crates/a/src/lib.rs", "fn ("), ("crates/a/src/b.rs", "fn b() {}")]);
        assert_eq!(every_source_parses(&tree).len(), 1);
    }

    #[test]
    fn a_name_that_says_nothing_is_found_in_files_and_folders() {
        let tree = Tree::of(&[
            ("crates/a/src/utils.rs", ""),
            ("crates/common/src/lib.rs", ""),
            ("crates/a/src/seats.rs", ""),
        ]);
        let keys: Vec<String> = forbidden_names(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["crates/a/src/utils.rs", "crates/common/src/lib.rs"]);
    }
}
