//! The sources under judgement: every text of the project by its path, Rust already parsed.

use super::source::Source;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders that hold nothing of ours.
pub const SKIPPED: &[&str] = &[".git", "target", "node_modules", ".venv"];

/// Kinds of file whose text a check reads; of all others only the path is known.
const READ: &[&str] = &["rs", "toml", "css", "ftl", "md", "sql"];

/// The project's files, paths relative to its root with `/` between segments.
#[derive(Default)]
pub struct Tree {
    paths: BTreeSet<String>,
    texts: BTreeMap<String, String>,
    sources: Vec<Source>,
    unparsed: Vec<(String, String)>,
}

impl Tree {
    /// Reads the project at `root`. Fails when a file cannot be read or is not UTF-8.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self::default();
        tree.walk(root, "")?;
        Ok(tree)
    }

    /// A tree of the given paths and texts, for tests of the checks.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add((*path).to_owned(), Some((*text).to_owned()));
        }
        tree
    }

    fn walk(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
            if entry.file_type()?.is_dir() {
                if !SKIPPED.contains(&name.as_str()) {
                    self.walk(&entry.path(), &path)?;
                }
                continue;
            }
            let wanted = name.rsplit_once('.').is_some_and(|(_, kind)| READ.contains(&kind));
            let text = if wanted {
                Some(std::fs::read_to_string(entry.path()).context(path.clone())?)
            } else {
                None
            };
            self.add(path, text);
        }
        Ok(())
    }

    fn add(&mut self, path: String, text: Option<String>) {
        if let Some(text) = text {
            if path.ends_with(".rs") {
                match Source::parse(&path, &text) {
                    Ok(source) => self.sources.push(source),
                    Err(failure) => self.unparsed.push((path.clone(), failure)),
                }
            }
            self.texts.insert(path.clone(), text);
        }
        self.paths.insert(path);
    }

    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// Paths and texts of one kind of file, given by its ending without the dot.
    pub fn texts<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let all = self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        all.filter(move |(path, _)| path.rsplit_once('.').is_some_and(|(_, ending)| ending == kind))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// The Rust sources of the product, without this program's own and without the yardsticks in `examples/`.
    pub fn product(&self) -> impl Iterator<Item = &Source> {
        let is_product = |path: &str| path.starts_with("crates/") && !path.contains("/examples/");
        self.sources.iter().filter(move |source| is_product(&source.path))
    }

    /// Every Rust source that could be parsed.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }

    /// Rust files that are not Rust, with the parser's words.
    pub fn unparsed(&self) -> &[(String, String)] {
        &self.unparsed
    }
}
