//! The glossary, `docs/guide/words.md`, is the language of tables, of the API, and of the rooms' types and addresses.

use super::Finding;
use super::names::{FIELD, is_word, type_names, words_of};
use super::tree::Tree;

const GLOSSARY: &str = "docs/guide/words.md";

/// The folder whose tables are judged; that the other one has the same is told by `migrations`.
const TABLES: &str = "migrations/sqlite/";

/// Where the addresses of the API begin.
const API: &str = "/{p}/api/v1/";

/// Tables, and nouns in addresses of the API, that the glossary does not know.
pub fn unknown(tree: &Tree) -> Vec<Finding> {
    let known = entries(tree);
    let mut findings = Vec::new();
    for noun in tables(tree).into_iter().chain(nouns_of_the_api(tree)) {
        if !is_told(&known, &noun.words) {
            let text = format!("\"{}\" is no word of {GLOSSARY}", noun.words.join(" "));
            findings.push(Finding::new(&noun.path, noun.line, noun.name, text));
        }
    }
    findings
}

/// Types, tables and addresses of rooms that say a word of the field which the glossary does not give to them.
pub fn field_words_in_rooms(tree: &Tree) -> Vec<Finding> {
    let known = entries(tree);
    let given = |word: &str| known.iter().flatten().any(|part| is_word(part, word));
    let taken: Vec<&str> = FIELD.iter().map(|(word, _)| *word).filter(|word| !given(word)).collect();
    let mut findings = Vec::new();
    for noun in tables(tree).into_iter().chain(types(tree)).chain(addresses(tree)) {
        let said = taken.iter().find(|word| noun.words.iter().any(|part| is_word(part, word)));
        if let Some(word) = said {
            let text = format!("`{}`: \"{word}\" is a word of the field, but none of {GLOSSARY}", noun.name);
            findings.push(Finding::new(&noun.path, noun.line, format!("{}::{}", noun.path, noun.name), text));
        }
    }
    findings
}

/// A name as it stands in a file, and its words.
struct Noun {
    name: String,
    words: Vec<String>,
    path: String,
    line: usize,
}

impl Noun {
    fn new(path: &str, line: usize, name: &str, words: Vec<String>) -> Self {
        Self { name: name.to_owned(), words, path: path.to_owned(), line }
    }
}

/// The English words of the glossary, each as its parts.
fn entries(tree: &Tree) -> Vec<Vec<String>> {
    let rows = tree.text(GLOSSARY).unwrap_or("").lines().filter_map(|line| line.strip_prefix("| "));
    let first = rows.filter_map(|row| row.split('|').next()).filter(|word| word.trim() != "English");
    first.map(|word| parts(word.trim())).collect()
}

/// `audit_entry`, `area-sets`, `set of areas`: the words, small.
fn parts(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether every word of a name is one of the glossary: as a whole entry, a part of it, or one behind the other.
fn is_told(known: &[Vec<String>], words: &[String]) -> bool {
    words.is_empty()
        || (1..=words.len()).any(|length| {
            let (head, tail) = words.split_at(length);
            known.iter().any(|entry| begins(entry, head)) && is_told(known, tail)
        })
}

/// Whether an entry is these words or begins with them, in the singular or plural.
fn begins(entry: &[String], words: &[String]) -> bool {
    entry.len() >= words.len() && entry.iter().zip(words).all(|(entry, word)| is_word(word, entry))
}

fn tables(tree: &Tree) -> Vec<Noun> {
    let mut found = Vec::new();
    for (path, text) in tree.texts("sql").filter(|(path, _)| path.starts_with(TABLES)) {
        for (at, line) in text.lines().enumerate() {
            let name =
                line.strip_prefix("CREATE TABLE ").map(|rest| rest.trim_start_matches("IF NOT EXISTS "));
            let name = name.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
            found.extend(name.map(|name| Noun::new(path, at + 1, name, parts(name))));
        }
    }
    found
}

/// Addresses as rooms write them, without the parts that stand for something.
fn addresses(tree: &Tree) -> Vec<Noun> {
    let mut found = Vec::new();
    for source in tree.product().filter(|source| source.room() != "platform") {
        for text in source.strings().into_iter().filter(|text| text.value.starts_with("/{p}/")) {
            let fixed = text.value.split('/').filter(|part| !part.contains('{'));
            let words = fixed.flat_map(parts).collect();
            found.push(Noun::new(&source.path, text.line, &text.value, words));
        }
    }
    found
}

fn nouns_of_the_api(tree: &Tree) -> Vec<Noun> {
    let mut found = Vec::new();
    for source in tree.product() {
        for text in source.strings() {
            let Some(rest) = text.value.strip_prefix(API) else { continue };
            let nouns = rest.split('/').filter(|part| !part.is_empty() && !part.contains(['{', '.', '*']));
            found.extend(nouns.map(|noun| Noun::new(&source.path, text.line, noun, parts(noun))));
        }
    }
    found
}

fn types(tree: &Tree) -> Vec<Noun> {
    let mut found = Vec::new();
    for source in tree.product().filter(|source| source.room() != "platform") {
        for (name, line) in type_names(source) {
            let words = words_of(&name);
            found.push(Noun::new(&source.path, line, &name, words));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "| English | Français | What it is |\n|---|---|---|\n| seat | siège | A place. |\n| term | mandat | x |\n\
        | expression of interest | déclaration | x |\n| set of areas | ensemble | x |\n| area | territoire | x |\n";

    fn with(path: &'static str, text: &'static str) -> Tree {
        Tree::of(&[(GLOSSARY, WORDS), (path, text)])
    }

    #[test]
    fn tables_and_nouns_of_the_api_are_words_of_the_glossary() {
        let sql = "CREATE TABLE seat (\nCREATE TABLE seat_term (\nCREATE TABLE expression (\nCREATE TABLE area_set (\nCREATE TABLE gizmo (\n";
        let tree = with("migrations/sqlite/0001_a.sql", sql);
        let keys: Vec<String> = unknown(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["gizmo"]);
        let api = "fn a() { get(\"/{p}/api/v1/seats/{id}/terms\"); get(\"/{p}/api/v1/chairs\"); }";
        let keys: Vec<String> =
            unknown(&with("crates/x/src/lib.rs", api)).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["chairs"]);
    }

    #[test]
    fn a_word_of_the_field_is_a_rooms_own_only_by_the_glossary() {
        let rust = "struct Seat; struct ClientList; fn a() { get(\"/{p}/work/sessions\"); get(\"/{p}/work/seats\"); }
            #[cfg(test)] mod tests { struct Session; }";
        let tree = with("crates/x/src/lib.rs", rust);
        let keys: Vec<String> = field_words_in_rooms(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["crates/x/src/lib.rs::ClientList", "crates/x/src/lib.rs::/{p}/work/sessions"]);
        let tree = with("migrations/sqlite/0001_a.sql", "CREATE TABLE member (\n");
        assert_eq!(field_words_in_rooms(&tree).len(), 1);
    }
}
