//! `cargo xtask dependencies`: what the program is made of, held against `deny.toml`.
//!
//! Licences that are not allowed, second versions that are not excused, more crates than the budget, and sources
//! other than the registry.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use toml::{Table, Value};

/// Most crates named in our manifests, and most in the lock file: each one is code that somebody must trust.
const DIRECT: usize = 60;
const LOCKED: usize = 450;

/// Prints every complaint; `true` when there is none.
pub fn check(root: &Path) -> Result<bool> {
    let read = |name: &str| -> Result<Table> {
        let text = std::fs::read_to_string(root.join(name)).with_context(|| name.to_owned())?;
        text.parse().with_context(|| name.to_owned())
    };
    let (deny, lock, manifest) = (read("deny.toml")?, read("Cargo.lock")?, read("Cargo.toml")?);
    let locked = Locked::of(&lock);
    let mut complaints = second_versions(&locked, &excused(&deny));
    complaints.extend(beyond_budget(&locked, &manifest));
    complaints.extend(foreign_licences(&licences(root)?, &allowed(&deny)));
    complaints.iter().for_each(|complaint| println!("dependencies: {complaint}"));
    println!("dependencies: {} crates, {} complaints", locked.0.len(), complaints.len());
    Ok(complaints.is_empty())
}

/// Crates of the lock file: name, version, source (none for our own).
struct Locked(Vec<(String, String, Option<String>)>);

impl Locked {
    fn of(lock: &Table) -> Self {
        let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
        let packages = lock.get("package").and_then(Value::as_array).into_iter().flatten();
        let read =
            |package| Some((text(package, "name")?, text(package, "version")?, text(package, "source")));
        Self(packages.filter_map(read).collect())
    }
}

fn allowed(deny: &Table) -> BTreeSet<String> {
    let list = deny.get("licenses").and_then(|part| part.get("allow")).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn excused(deny: &Table) -> BTreeSet<String> {
    let list = deny.get("bans").and_then(|part| part.get("skip")).and_then(Value::as_array);
    let names = list.into_iter().flatten().filter_map(|entry| entry.get("crate").and_then(Value::as_str));
    names.map(str::to_owned).collect()
}

/// Crates in several versions: all but one must be excused by `name@version`, and every excuse must be needed.
fn second_versions(locked: &Locked, excused: &BTreeSet<String>) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, version, _) in &locked.0 {
        versions.entry(name).or_default().push(format!("{name}@{version}"));
    }
    let several = versions.values().filter(|all| all.len() > 1);
    let unexcused =
        several.clone().filter(|all| all.iter().filter(|one| !excused.contains(*one)).count() > 1);
    let mut complaints: Vec<String> = unexcused
        .map(|all| format!("{}: one version is enough, or give the reason in deny.toml", all.join(", ")))
        .collect();
    let needed: BTreeSet<&String> = several.flatten().collect();
    let needless = excused.iter().filter(|one| !needed.contains(one));
    complaints
        .extend(needless.map(|one| format!("deny.toml excuses {one}, which is no second version any more")));
    complaints
}

fn beyond_budget(locked: &Locked, manifest: &Table) -> Vec<String> {
    let listed =
        manifest.get("workspace").and_then(|part| part.get("dependencies")).and_then(Value::as_table);
    let outside = |given: &&Value| given.get("path").is_none();
    let direct = listed.map_or(0, |table| table.values().filter(outside).count());
    let mut complaints = Vec::new();
    if direct > DIRECT {
        complaints.push(format!("{direct} crates in Cargo.toml, at most {DIRECT}"));
    }
    if locked.0.len() > LOCKED {
        complaints.push(format!("{} crates in Cargo.lock, at most {LOCKED}", locked.0.len()));
    }
    let elsewhere = locked
        .0
        .iter()
        .filter(|(_, _, source)| source.as_ref().is_some_and(|from| !from.starts_with("registry+")));
    complaints.extend(elsewhere.map(|(name, _, _)| format!("{name} does not come from the registry")));
    complaints
}

/// Each crate that is built for this machine, with the licence that it declares.
fn licences(root: &Path) -> Result<BTreeMap<String, String>> {
    let arguments =
        ["tree", "--workspace", "--edges", "normal,build", "--prefix", "none", "--format", "{p}|{l}|"];
    let tree = Command::new("cargo").args(arguments).current_dir(root).output().context("cargo tree")?;
    ensure!(tree.status.success(), "cargo tree: {}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).context("cargo tree")?;
    let pairs = text.lines().filter_map(|line| line.split_once('|'));
    Ok(pairs.map(|(name, rest)| (name.to_owned(), rest.split('|').next().unwrap_or("").to_owned())).collect())
}

fn foreign_licences(crates: &BTreeMap<String, String>, allowed: &BTreeSet<String>) -> Vec<String> {
    let foreign = crates.iter().filter(|(_, licence)| !satisfied(licence, allowed));
    foreign
        .map(|(name, licence)| format!("{name}: the licence `{licence}` is not allowed by deny.toml"))
        .collect()
}

/// Whether an SPDX expression can be met with the allowed licences. `/` is the old way of writing OR.
fn satisfied(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, allowed) && rest.is_empty()
}

fn either(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = both(rest, allowed);
    while let ["OR", after @ ..] = rest {
        *rest = after;
        met |= both(rest, allowed);
    }
    met
}

fn both(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = single(rest, allowed);
    while let ["AND", after @ ..] = rest {
        *rest = after;
        met &= single(rest, allowed);
    }
    met
}

fn single(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    match rest {
        ["(", after @ ..] => {
            *rest = after;
            let met = either(rest, allowed);
            let [")", after @ ..] = rest else { return false };
            *rest = after;
            met
        }
        // An exception adds permissions to its licence.
        [name, "WITH", _, after @ ..] | [name, after @ ..] => {
            *rest = after;
            allowed.contains(*name)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn expressions_are_read_with_and_before_or() {
        let allowed = set(&["MIT", "Apache-2.0", "ISC"]);
        for fine in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-3.0",
            "(MIT OR GPL-3.0) AND ISC",
            "GPL-3.0 AND ISC OR MIT",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(satisfied(fine, &allowed), "{fine}");
        }
        for foreign in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND GPL-3.0", "(MIT", "MIT ISC", "OR MIT"]
        {
            assert!(!satisfied(foreign, &allowed), "{foreign}");
        }
    }

    fn locked(crates: &[(&str, &str)]) -> Locked {
        let ours = |(name, version): &(&str, &str)| {
            ((*name).to_owned(), (*version).to_owned(), Some("registry+x".to_owned()))
        };
        Locked(crates.iter().map(ours).collect())
    }

    #[test]
    fn a_second_version_needs_an_excuse_and_an_excuse_a_second_version() {
        let two = locked(&[("syn", "2.0.0"), ("syn", "3.0.0"), ("toml", "1.0.0")]);
        assert_eq!(second_versions(&two, &set(&[])).len(), 1);
        assert!(second_versions(&two, &set(&["syn@2.0.0"])).is_empty());
        assert_eq!(second_versions(&two, &set(&["syn@2.0.0", "toml@1.0.0"])).len(), 1);
    }

    #[test]
    fn sources_other_than_the_registry_and_more_than_the_budget_are_found() {
        let manifest: Table = "[workspace.dependencies]\na = \"1\"\nb = { path = \"b\" }\n".parse().unwrap();
        assert!(beyond_budget(&locked(&[("a", "1.0.0")]), &manifest).is_empty());
        let foreign =
            Locked(vec![("a".to_owned(), "1.0.0".to_owned(), Some("git+https://example.org".to_owned()))]);
        assert_eq!(beyond_budget(&foreign, &manifest).len(), 1);
        let many: Table = (0..61).map(|n| (format!("c{n}"), Value::from("1"))).collect();
        let mut manifest = Table::new();
        manifest.insert(
            "workspace".to_owned(),
            Value::Table(Table::from_iter([("dependencies".to_owned(), Value::Table(many))])),
        );
        assert_eq!(beyond_budget(&locked(&[]), &manifest).len(), 1);
    }
}
