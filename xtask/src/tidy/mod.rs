//! `cargo xtask tidy`: what the compiler cannot see, checked on the sources alone.
//!
//! Every check is a function from the [`Tree`] of sources to findings. A finding has a key; the keys that are
//! excused for now stand in `xtask/ratchets/CHECK.txt`, and such a list may only shrink: a line that excuses
//! nothing is an error too.

mod authority;
mod css;
mod documents;
mod files;
mod glossary;
mod inline;
mod manifests;
mod migrations;
mod names;
mod partnership;
mod prose;
mod ratchet;
mod rules;
mod samples;
mod sizes;
mod source;
mod sql;
mod transactions;
mod tree;
mod words;

use anyhow::Result;
pub use files::says_nothing;
use ratchet::Ratchet;
use std::path::Path;
pub use tree::{SKIPPED, Tree};
pub use words::{Words, all as all_words};

/// One thing that a check does not accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What an excuse in the list must name: a path, or a path and an item.
    pub key: String,
    /// Where to look, `path:line` as editors know it.
    pub place: String,
    /// How large the trouble is, so that an excused one cannot grow; 1 where there is nothing to measure.
    pub measure: usize,
    /// What is wrong and what to do instead.
    pub text: String,
}

impl Finding {
    fn new(path: &str, line: usize, key: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key: key.into(), place: format!("{path}:{line}"), measure: 1, text: text.into() }
    }

    fn measuring(self, measure: usize) -> Self {
        Self { measure, ..self }
    }
}

type Check = fn(&Tree) -> Vec<Finding>;

/// Every check, under the name of its list.
const CHECKS: &[(&str, Check)] = &[
    ("parse", files::every_source_parses),
    ("file-lines", sizes::long_files),
    ("function-lines", sizes::long_functions),
    ("handler-lines", sizes::long_handlers),
    ("parameters", sizes::many_parameters),
    ("file-names", files::forbidden_names),
    ("rules", rules::impure),
    ("authority", authority::passed_by),
    ("transactions", transactions::awaiting_others),
    ("partnership", partnership::unnamed),
    ("sql-place", sql::outside_stores),
    ("one-writer", sql::two_writers),
    ("css", css::physical),
    ("inline", inline::style_or_script),
    ("prose", prose::in_templates),
    ("samples", samples::missing),
    ("words-parity", words::parity),
    ("words-missing", words::missing),
    ("words-unused", words::unused),
    ("words-typography", words::typography),
    ("field-words", names::field_words_in_technology),
    ("glossary", glossary::unknown),
    ("field-words-in-rooms", glossary::field_words_in_rooms),
    ("documents", documents::dead_paths),
    ("names-in-documents", documents::dead_names),
    ("commands", documents::unknown_commands),
    ("unused-dependencies", manifests::unused_dependencies),
    ("migrations", migrations::unequal),
];

/// Runs every check on the project at `root`; prints what it finds and answers whether all is well.
/// With `shrink`, the lists lose first what they no longer need.
pub fn run(root: &Path, shrink: bool) -> Result<bool> {
    let tree = Tree::read(root)?;
    let mut wrong = 0_usize;
    for (name, check) in CHECKS {
        let path = root.join("xtask/ratchets").join(format!("{name}.txt"));
        let mut list = Ratchet::read(&path)?;
        let findings = check(&tree);
        if shrink && list.shrink(&findings) {
            std::fs::write(&path, list.to_string())?;
        }
        for complaint in list.judge(&findings) {
            println!("{name}: {complaint}");
            wrong += 1;
        }
    }
    println!("tidy: {} checks of {} files, {wrong} complaints", CHECKS.len(), tree.paths().count());
    Ok(wrong == 0)
}

/// What the checks say of a tree when nothing is excused.
#[cfg(test)]
pub fn complaints(tree: &Tree) -> Vec<String> {
    let found =
        CHECKS.iter().flat_map(|(name, check)| check(tree).into_iter().map(move |finding| (name, finding)));
    found.map(|(name, finding)| format!("{name}: {}: {}", finding.place, finding.text)).collect()
}
