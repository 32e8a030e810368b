//! An address with its filters: what a list reads its page, order and columns from, and builds its links from.

use super::answer::urlencode;
use crate::db::Sort;
use std::fmt;

/// At most so many pairs of a query are read: more come from nobody's screen.
const PAIRS: usize = 200;
/// How many rows a reader can have on one page of a list.
pub const ROWS: [u32; 3] = [50, 200, 500];

/// A path and the pairs behind its `?`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The path.
    pub path: String,
    pairs: Vec<(String, String)>,
}

/// How a list leaves as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// A document for a word processor.
    Docx,
}

impl Address {
    /// A path without filters.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), pairs: Vec::new() }
    }

    /// A path and its query, as they came.
    pub fn parse(path: &str, query: &str) -> Self {
        let mut pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        pairs.truncate(PAIRS);
        Self { path: path.to_owned(), pairs }
    }

    /// The first value of `name`; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All values of `name`, without empty ones.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(key, value)| key == name && !value.is_empty())
            .map(|(_, v)| v.as_str())
    }

    /// All pairs that have a value.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(k, v)| (k.as_str(), v.as_str()))
    }

    /// The same address with `name` being exactly `value`; an empty value takes it out.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.pairs.retain(|(key, _)| key != name);
        if !value.is_empty() {
            self.pairs.push((name.to_owned(), value));
        }
        self
    }

    /// The same address without `name`.
    #[must_use]
    pub fn without(self, name: &str) -> Self {
        self.with(name, "")
    }

    /// The same filters at another path: a list in another language.
    #[must_use]
    pub fn elsewhere(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Which page of the list, from 1.
    pub fn page(&self) -> u32 {
        self.get("page").parse().unwrap_or(1).max(1)
    }

    /// How many rows stand on a page, when the reader chose one of [`ROWS`]: `rows=200`.
    pub fn rows(&self) -> Option<u32> {
        self.get("rows").parse().ok().filter(|rows| ROWS.contains(rows))
    }

    /// By which column, and which way: `sort=name` or `sort=-name`. Empty when nothing was chosen.
    pub fn sort(&self) -> (&str, Sort) {
        let sort = self.get("sort");
        sort.strip_prefix('-').map_or((sort, Sort::Up), |column| (column, Sort::Down))
    }

    /// Which file is wanted instead of a page: `as=csv`, `as=xlsx` or `as=docx`.
    pub fn file(&self) -> Option<FileKind> {
        match self.get("as") {
            "csv" => Some(FileKind::Csv),
            "xlsx" => Some(FileKind::Xlsx),
            "docx" => Some(FileKind::Docx),
            _ => None,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        for (n, (name, value)) in self.pairs().enumerate() {
            write!(f, "{}{}={}", if n == 0 { '?' } else { '&' }, urlencode(name), urlencode(value))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_next_page_keeps_the_filters() {
        let here = Address::parse("/maple/work/x", "q=a%26b+c&kind=one&kind=two&page=2&empty=");
        assert_eq!(here.page(), 2);
        assert_eq!(here.get("q"), "a&b c");
        assert_eq!(here.all("kind").collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(here.with("page", "3").to_string(), "/maple/work/x?q=a%26b%20c&kind=one&kind=two&page=3");
    }

    #[test]
    fn nonsense_in_an_address_is_the_first_page_in_the_usual_order() {
        let here = Address::parse("/x", "page=-4&sort=&as=exe&rows=9999999");
        assert_eq!((here.page(), here.sort(), here.file(), here.rows()), (1, ("", Sort::Up), None, None));
        assert_eq!(Address::parse("/x", "rows=500").rows(), Some(500));
        assert_eq!(Address::parse("/x", "sort=-name").sort(), ("name", Sort::Down));
    }
}
