//! Documents: every path in them exists, every command can be given, every name stands somewhere in the sources.

use super::Finding;
use super::tree::Tree;
use std::collections::BTreeSet;

/// The documents at the root; those in `docs/` join them.
const DOCUMENTS: &[&str] = &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md", "SECURITY.md"];

/// Kinds of file in which a name may stand.
const SOURCES: &[&str] = &["rs", "toml", "sql", "css", "ftl"];

/// Where an installation's own files stand: beside the program, in its folder of data, in an archive.
const INSTALLED: &[&str] = &["kith.toml", "data/", "tables/"];

/// Endings that make a bare word a file name.
const ENDINGS: &[&str] = &[".rs", ".toml", ".md", ".txt", ".css", ".ftl", ".sql", ".mjs"];

/// Cargo's own commands that a document may give.
const CARGO: &[&str] = &[
    "build", "run", "test", "check", "clippy", "fmt", "doc", "install", "xtask", "nextest", "update", "bench",
];

/// Paths in backticks that do not exist. `*` stands for anything within a segment, a segment in capitals for any name.
pub fn dead_paths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, line, quoted) in quotations(tree) {
        for word in quoted.split_whitespace().filter(|word| is_path(word)) {
            let path = word.trim_start_matches("./").trim_end_matches(['/', ',', ';', ':']);
            let installed = INSTALLED.iter().any(|begin| path.starts_with(begin));
            if !installed && !exists(tree, path) {
                let key = format!("{document}::{path}");
                findings.push(Finding::new(document, line, key, format!("there is no `{path}`")));
            }
        }
    }
    findings
}

/// Commands `cargo …` that cannot be given: an unknown verb of cargo, of `cargo xtask`, or of the program.
pub fn unknown_commands(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, line, text) in commands(tree) {
        if let Some(unknown) = unknown_part(tree, &text) {
            let key = format!("{document}::{unknown}");
            findings.push(Finding::new(document, line, key, format!("`{text}`: {unknown} is not known")));
        }
    }
    findings
}

/// Names in backticks, `Ctx::write` or `seat_term`, of which a part stands nowhere in the sources.
pub fn dead_names(tree: &Tree) -> Vec<Finding> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let sources = SOURCES.iter().flat_map(|kind| tree.texts(kind));
    let known: BTreeSet<&str> = sources.flat_map(|(_, text)| text.split(|c| !is_part(c))).collect();
    let mut findings = Vec::new();
    for (document, line, quoted) in quotations(tree).into_iter().filter(|(_, _, quoted)| is_name(quoted)) {
        let mut parts = quoted.split(|c| !is_part(c)).filter(|part| !part.is_empty());
        if let Some(unknown) = parts.find(|part| !known.contains(part) && !is_placeholder(part)) {
            let key = format!("{document}::{quoted}");
            findings.push(Finding::new(
                document,
                line,
                key,
                format!("`{unknown}` is named nowhere in the sources"),
            ));
        }
    }
    findings
}

/// A name as sources write it, longer than an ending: `Ctx::write`, `seat_term`, `sql!`, `tx.partnership()`.
fn is_name(quoted: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_:.!()".contains(c);
    quoted.starts_with(|c: char| c.is_ascii_alphabetic()) && quoted.chars().all(plain) && !is_path(quoted)
}

/// Every document with its text.
fn documents(tree: &Tree) -> Vec<(&str, &str)> {
    tree.texts("md").filter(|(path, _)| DOCUMENTS.contains(path) || path.starts_with("docs/")).collect()
}

/// Commands in backticks and in blocks of code, comments cut off.
fn commands(tree: &Tree) -> Vec<(&str, usize, String)> {
    let mut found = quotations(tree);
    for (document, text) in documents(tree) {
        let mut in_block = false;
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                in_block = !in_block;
            } else if in_block || line.starts_with("    ") {
                found.push((document, at + 1, line.to_owned()));
            }
        }
    }
    let cut = |text: &str| text.split(" #").next().unwrap_or(text).trim().trim_start_matches("$ ").to_owned();
    let commands = found.into_iter().map(|(document, line, text)| (document, line, cut(&text)));
    commands.filter(|(_, _, text)| text.starts_with("cargo ") || text.starts_with("kith ")).collect()
}

fn unknown_part(tree: &Tree, command: &str) -> Option<String> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let verb = words.get(1).copied()?;
    if words.first() == Some(&"kith") {
        let known = verb.starts_with('-') || is_placeholder(verb) || is_verb(tree, verb);
        return (!known).then(|| format!("the program's verb {verb}"));
    }
    if !CARGO.contains(&verb) {
        return Some(format!("cargo {verb}"));
    }
    for pair in words.windows(2) {
        if let ["-p" | "--package", name] = pair
            && !is_placeholder(name)
            && tree.text(&format!("crates/{name}/Cargo.toml")).is_none()
            && *name != "xtask"
        {
            return Some(format!("the crate {name}"));
        }
    }
    let behind = words.iter().position(|word| *word == "--").and_then(|at| words.get(at + 1)).copied();
    match (verb, behind) {
        ("xtask", _) => {
            let wanted = words.get(2).copied()?;
            let known = is_placeholder(wanted) || crate::VERBS.iter().any(|(known, _)| *known == wanted);
            (!known).then(|| format!("cargo xtask {wanted}"))
        }
        ("run", Some(wanted)) if !wanted.starts_with('-') && !is_placeholder(wanted) => {
            let known = is_verb(tree, wanted);
            (!known).then(|| format!("the program's verb {wanted}"))
        }
        _ => None,
    }
}

fn is_verb(tree: &Tree, verb: &str) -> bool {
    tree.product().filter(|source| source.room() == "kith").any(|source| speaks(&source.text, verb))
}

/// Whether the program's source has the verb, as a string or as a variant of clap's derived enum.
fn speaks(source: &str, verb: &str) -> bool {
    let mut letters = verb.chars();
    let variant: String = letters.next().iter().flat_map(|c| c.to_uppercase()).chain(letters).collect();
    let words = || source.split(|c: char| !c.is_alphanumeric() && c != '_');
    source.contains(&format!("\"{verb}\"")) || words().any(|word| word == variant)
}

/// Texts between backticks, with document and line; blocks of code left out.
fn quotations(tree: &Tree) -> Vec<(&str, usize, String)> {
    let mut found = Vec::new();
    for (document, text) in documents(tree) {
        let mut in_block = false;
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                in_block = !in_block;
            } else if !in_block {
                found.extend(
                    line.split('`').skip(1).step_by(2).map(|part| (document, at + 1, part.to_owned())),
                );
            }
        }
    }
    found
}

fn is_path(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./*".contains(c);
    let has_ending = ENDINGS.iter().any(|ending| word.ends_with(ending)) && word.len() > 4;
    word.chars().all(plain)
        && !word.starts_with(['/', '-'])
        && (word.contains('/') || has_ending)
        && !word.contains("//")
}

/// A name that stands for any other: `ROOM`, `NAME`.
fn is_placeholder(segment: &str) -> bool {
    segment.chars().all(|c| c.is_ascii_uppercase() || c == '_') || segment.contains(['{', '<', '…'])
}

/// Whether some file or folder has this path, from the root, from `crates/` or from a room, or, for a bare name,
/// anywhere; a folder of a module may still be its one file.
fn exists(tree: &Tree, path: &str) -> bool {
    let wanted: Vec<&str> = path.split('/').collect();
    tree.paths().any(|known| {
        let known: Vec<&str> = known.split('/').collect();
        let begins = |skip: usize| {
            let rest = known.get(skip..).unwrap_or(&[]);
            rest.len() >= wanted.len()
                && rest.iter().zip(&wanted).all(|(segment, wanted)| fits(segment, wanted))
        };
        let in_crates = known.first() == Some(&"crates") && begins(1);
        let in_room = known.first() == Some(&"crates") && (begins(2) || begins(3));
        let named = |name: &str, wanted: &str| fits(name, wanted) || name.strip_suffix(".rs") == Some(wanted);
        let bare =
            wanted.len() == 1 && known.last().zip(wanted.first()).is_some_and(|(name, w)| named(name, w));
        begins(0) || in_crates || in_room || bare
    })
}

fn fits(segment: &str, wanted: &str) -> bool {
    if is_placeholder(wanted) {
        return true;
    }
    match wanted.split_once('*') {
        Some((before, after)) => segment.starts_with(before) && segment.ends_with(after),
        None => segment == wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[(&str, &str)] = &[
        ("crates/councils/Cargo.toml", ""),
        ("crates/councils/src/rules.rs", ""),
        ("crates/kith/src/main.rs", "enum Verb { Demo, Serve } const S: &str = \"import\";"),
        ("migrations/sqlite/0001_seat.sql", ""),
    ];

    fn with(document: &'static str) -> Tree {
        let mut files = FILES.to_vec();
        files.push(("README.md", document));
        Tree::of(&files)
    }

    #[test]
    fn paths_that_exist_pass_from_the_root_from_crates_in_any_room_and_with_wildcards() {
        let text =
            "`crates/councils/src/rules.rs` `councils/` `rules/` `rules.rs` `src/rules.rs` `crates/ROOM/src/rules.rs`
            `migrations/sqlite/*.sql` `/work/{id}` `https://example.org/a` `and/or words` `a + b`";
        let dead: Vec<String> = dead_paths(&with(text)).into_iter().map(|finding| finding.text).collect();
        assert_eq!(dead, ["there is no `and/or`"]);
    }

    #[test]
    fn a_path_that_does_not_exist_is_found() {
        for dead in ["`crates/councils/src/gone.rs`", "`gone.rs`", "`docs/guide/`", "`migrations/*.toml`"] {
            assert_eq!(dead_paths(&with(dead)).len(), 1, "{dead}");
        }
    }

    #[test]
    fn commands_that_can_be_given_pass() {
        let text = "`cargo xtask tidy` `cargo test -p councils` `cargo check -p ROOM`
```
cargo run -- demo --port 3000   # a comment
$ cargo run -- import FILE
```
    cargo build --release
    kith demo --data FOLDER
";
        assert!(unknown_commands(&with(text)).is_empty());
    }

    #[test]
    fn commands_that_cannot_be_given_are_found() {
        for unknown in [
            "`cargo xtask dance`",
            "`cargo dance`",
            "`cargo test -p gone`",
            "```\ncargo run -- dance\n```",
            "    cargo run -- dance",
            "`kith dance`",
            "    kith dance --config kith.toml",
        ] {
            assert_eq!(unknown_commands(&with(unknown)).len(), 1, "{unknown}");
        }
    }

    #[test]
    fn names_that_stand_nowhere_are_found() {
        let text = "`Verb::Demo` `import` `tx.gone()` `Gone` `NAME` `a + b` `rules.rs`";
        let names: Vec<String> = dead_names(&with(text)).into_iter().map(|finding| finding.key).collect();
        assert_eq!(names, ["README.md::tx.gone()", "README.md::Gone"]);
    }

    #[test]
    fn documents_in_folders_are_read_too() {
        for path in ["SECURITY.md", "docs/operate/install.md"] {
            let tree = Tree::of(&[FILES[2], (path, "`gone.rs` `Gone` `kith dance`")]);
            let found = (dead_paths(&tree).len(), dead_names(&tree).len(), unknown_commands(&tree).len());
            assert_eq!(found, (1, 1, 1), "{path}");
        }
    }
}
