//! Words: every text in every language that must have it, every key that is spoken exists, every key is spoken.

mod fluent;
mod spoken;
mod typography;

use super::Finding;
use super::tree::Tree;
pub use fluent::Words;
use std::collections::{BTreeMap, BTreeSet};
pub use typography::typography;

/// The words of every crate: crate, then language, with the path of the file.
pub fn all(tree: &Tree) -> BTreeMap<String, BTreeMap<String, (String, Words)>> {
    let mut rooms: BTreeMap<String, BTreeMap<String, (String, Words)>> = BTreeMap::new();
    for (path, text) in tree.texts("ftl") {
        let mut segments = path.split('/');
        if let (Some("crates"), Some(room), Some("words"), Some(file), None) =
            (segments.next(), segments.next(), segments.next(), segments.next(), segments.next())
        {
            let lang = file.trim_end_matches(".ftl").to_owned();
            rooms.entry(room.to_owned()).or_default().insert(lang, (path.to_owned(), Words::parse(text)));
        }
    }
    rooms
}

/// French beside English: same keys, same variables. Other languages: no key and no variable that English lacks.
/// Over all crates: no key given twice.
pub fn parity(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for (room, langs) in &all(tree) {
        let folder = format!("crates/{room}/words");
        let Some((english_path, english)) = langs.get("en") else {
            findings.push(Finding::new(&folder, 1, &folder, "there is no en.ftl"));
            continue;
        };
        if !langs.contains_key("fr") {
            findings.push(Finding::new(
                &folder,
                1,
                &folder,
                "there is no fr.ftl: French is written beside English",
            ));
        }
        for (lang, (path, words)) in langs {
            findings.extend(words.junk.iter().map(|(line, why)| Finding::new(path, *line, path, why)));
            if lang != "en" {
                findings.extend(compare(lang, path, words, english_path, english));
            }
        }
        for (key, text) in &english.keys {
            if let Some(other) = owners.insert(key.clone(), room.clone()) {
                let why = format!("`{key}` is a key of {other} too: keys are the program's, not the room's");
                findings.push(Finding::new(english_path, text.line, format!("{room}::{key}"), why));
            }
        }
    }
    findings
}

fn compare(lang: &str, path: &str, words: &Words, english_path: &str, english: &Words) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, text) in &words.keys {
        let Some(twin) = english.keys.get(key) else {
            findings.push(Finding::new(
                path,
                text.line,
                format!("{path}::{key}"),
                format!("`{key}` is not in en.ftl"),
            ));
            continue;
        };
        let differ = if lang == "fr" {
            text.variables != twin.variables
        } else {
            !text.variables.is_subset(&twin.variables)
        };
        if differ {
            let why =
                format!("`{key}` has the variables {:?}, in English {:?}", text.variables, twin.variables);
            findings.push(Finding::new(path, text.line, format!("{path}::{key}"), why));
        }
    }
    let lacking = english.keys.iter().filter(|(key, _)| lang == "fr" && !words.keys.contains_key(*key));
    findings.extend(lacking.map(|(key, text)| {
        Finding::new(english_path, text.line, format!("{path}::{key}"), format!("`{key}` is not in fr.ftl"))
    }));
    findings
}

/// Keys that Rust speaks and no crate has, and variables that a text needs and its speaker does not give.
pub fn missing(tree: &Tree) -> Vec<Finding> {
    let rooms = all(tree);
    let english = rooms.values().filter_map(|langs| langs.get("en"));
    let known: BTreeMap<&str, &fluent::Text> =
        english.flat_map(|(_, words)| words.keys.iter().map(|(key, text)| (key.as_str(), text))).collect();
    let mut findings = Vec::new();
    for source in tree.product() {
        for spoken in spoken::keys_of(source) {
            let key = format!("{}::{}", source.path, spoken.key);
            let Some(text) = known.get(spoken.key.as_str()) else {
                let why = format!("no words/en.ftl has `{}`", spoken.key);
                findings.push(Finding::new(&source.path, spoken.line, key, why));
                continue;
            };
            let Some(given) = spoken.given else { continue };
            let lacking: Vec<&String> = text.variables.iter().filter(|name| !given.contains(*name)).collect();
            if !lacking.is_empty() {
                let why = format!("`{}` needs {lacking:?}", spoken.key);
                findings.push(Finding::new(&source.path, spoken.line, key, why));
            }
        }
    }
    findings
}

/// Keys that no Rust source names and no declared prefix covers, and prefixes that cover nothing.
pub fn unused(tree: &Tree) -> Vec<Finding> {
    let rooms = all(tree);
    let english: Vec<&(String, Words)> = rooms.values().filter_map(|langs| langs.get("en")).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for source in tree.product() {
        used.extend(source.strings().into_iter().map(|text| text.value));
    }
    let prefixes: Vec<&str> = english
        .iter()
        .flat_map(|(_, words)| words.prefixes.iter().map(|(_, prefix)| prefix.as_str()))
        .collect();
    used.extend(
        english.iter().flat_map(|(_, words)| words.keys.values()).flat_map(|text| text.includes.clone()),
    );
    let mut findings = Vec::new();
    for (path, words) in english {
        for (key, text) in &words.keys {
            let whole = key.split('.').next().unwrap_or(key);
            let spoken = used.contains(key) || used.contains(whole);
            if !spoken && !prefixes.iter().any(|prefix| key.starts_with(prefix)) {
                let why = format!("nothing speaks `{key}`");
                findings.push(Finding::new(path, text.line, format!("{path}::{key}"), why));
            }
        }
        for (line, prefix) in &words.prefixes {
            if !words.keys.keys().any(|key| key.starts_with(prefix.as_str())) {
                let why = format!("no key begins with `{prefix}`");
                findings.push(Finding::new(path, *line, format!("{path}::{prefix}*"), why));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: &str = "crates/councils/words/en.ftl";
    const FR: &str = "crates/councils/words/fr.ftl";
    const PAGES: &str = "crates/councils/src/pages.rs";

    fn texts(findings: Vec<Finding>) -> Vec<String> {
        findings.into_iter().map(|finding| finding.text).collect()
    }

    #[test]
    fn equal_languages_pass() {
        let tree = Tree::of(&[(EN, "a = A { $n }\n"), (FR, "a = Ah { $n }\n")]);
        assert!(parity(&tree).is_empty());
    }

    #[test]
    fn a_missing_language_key_or_variable_is_found() {
        assert_eq!(parity(&Tree::of(&[(EN, "a = A\n")])).len(), 1);
        assert_eq!(
            texts(parity(&Tree::of(&[(EN, "a = A\nb = B\n"), (FR, "a = A\n")]))),
            ["`b` is not in fr.ftl"]
        );
        assert_eq!(
            texts(parity(&Tree::of(&[(EN, "a = A\n"), (FR, "a = A\nb = B\n")]))),
            ["`b` is not in en.ftl"]
        );
        assert_eq!(parity(&Tree::of(&[(EN, "a = A { $n }\n"), (FR, "a = A\n")])).len(), 1);
        assert_eq!(parity(&Tree::of(&[(EN, "a = A\n???\n"), (FR, "a = A\n")])).len(), 1);
    }

    #[test]
    fn another_language_may_lag_behind_and_not_invent() {
        let ar = "crates/councils/words/ar.ftl";
        assert!(
            parity(&Tree::of(&[(EN, "a = A\nb = B\n"), (FR, "a = A\nb = B\n"), (ar, "a = أ\n")])).is_empty()
        );
        assert_eq!(parity(&Tree::of(&[(EN, "a = A\n"), (FR, "a = A\n"), (ar, "a = { $n }\n")])).len(), 1);
    }

    #[test]
    fn a_key_of_two_crates_is_found() {
        let (en, fr) = ("crates/plan/words/en.ftl", "crates/plan/words/fr.ftl");
        assert_eq!(
            parity(&Tree::of(&[(EN, "a = A\n"), (FR, "a = A\n"), (en, "a = A\n"), (fr, "a = A\n")])).len(),
            1
        );
    }

    #[test]
    fn a_spoken_key_must_exist_with_all_its_variables() {
        let speak = |code: &str| texts(missing(&Tree::of(&[(EN, "a = { $n }\n"), (PAGES, code)])));
        assert!(speak(r#"fn f() { say.t("a", &[("n", 1.into())]); }"#).is_empty());
        assert_eq!(speak(r#"fn f() { say.t("b", &[]); }"#), ["no words/en.ftl has `b`"]);
        assert_eq!(speak(r#"fn f() { say.t("a", &[]); }"#), ["`a` needs [\"n\"]"]);
    }

    #[test]
    fn a_key_that_nobody_speaks_is_found_unless_declared_or_included() {
        let code = r#"fn f() { say.t("a", &[]); }"#;
        let unspoken = |words: &str| texts(unused(&Tree::of(&[(EN, words), (PAGES, code)])));
        assert!(unspoken("a = A { b }\nb = B\n# used: kind-*\nkind-x = X\n").is_empty());
        assert_eq!(unspoken("a = A\nb = B\n"), ["nothing speaks `b`"]);
        assert_eq!(unspoken("# used: kind-*\na = A\n"), ["no key begins with `kind-`"]);
    }
}
