//! `cargo xtask room NAME`: a room that compiles, opens, and is refused to strangers.

use crate::tidy::says_nothing;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// The files of a new room; `ROOM` stands for its name.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("Cargo.toml.txt")),
    ("src/lib.rs", include_str!("lib.rs.txt")),
    ("src/pages.rs", include_str!("pages.rs.txt")),
    ("words/en.ftl", include_str!("en.ftl.txt")),
    ("words/fr.ftl", include_str!("fr.ftl.txt")),
];

/// Writes the room's folder and its line in the workspace. Refuses a name that is taken or says nothing.
pub fn make(root: &Path, name: &str) -> Result<bool> {
    ensure!(is_name(name), "a room's name is one plural noun in small letters: councils, opportunities");
    let folder = root.join("crates").join(name);
    ensure!(!folder.exists(), "crates/{name} is there already");
    let manifest = root.join("Cargo.toml");
    let workspace = std::fs::read_to_string(&manifest).context("Cargo.toml")?;
    let workspace =
        with_line(&workspace, name).context("Cargo.toml lists no crate of ours to stand beside")?;
    for (path, text) in files(name) {
        let file = root.join(&path);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&file, text).with_context(|| path)?;
    }
    std::fs::write(manifest, workspace)?;
    println!("crates/{name} is written. What remains by hand, in this order:");
    println!("  its sentences in crates/{name}: Cargo.toml, src/lib.rs, words/");
    println!("  {name}.workspace = true in crates/kith/Cargo.toml, {name}::manifest() in kith::rooms()");
    println!(
        "  its group in the navigation, and its place among the rooms in Cargo.toml and ARCHITECTURE.md"
    );
    println!("  src/rules.rs with the first rule and its tests, then migrations/, src/store.rs");
    Ok(true)
}

fn is_name(name: &str) -> bool {
    name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase()) && !says_nothing(name)
}

fn files(name: &str) -> Vec<(String, String)> {
    FILES.iter().map(|(path, text)| (format!("crates/{name}/{path}"), text.replace("ROOM", name))).collect()
}

/// The workspace's manifest with one more crate of ours, behind the last.
fn with_line(workspace: &str, name: &str) -> Option<String> {
    let mut lines: Vec<String> = workspace.lines().map(str::to_owned).collect();
    let last = lines.iter().rposition(|line| line.contains("{ path = \"crates/"))?;
    lines.insert(last + 1, format!("{name} = {{ path = \"crates/{name}\" }}"));
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{Tree, complaints};

    #[test]
    fn a_new_room_is_tidy() {
        let files = files("gardens");
        let borrowed: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(complaints(&Tree::of(&borrowed)), Vec::<String>::new());
    }

    #[test]
    fn names_are_one_word_that_says_something() {
        assert!(is_name("gardens"));
        for bad in ["", "Gardens", "my-gardens", "../x", "utils", "common"] {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn the_workspace_gets_one_line_behind_the_rooms() {
        let before = "[workspace.dependencies]\nareas = { path = \"crates/areas\" }\nanyhow = \"1\"\n";
        let after = with_line(before, "gardens").unwrap();
        let lines: Vec<&str> = after.lines().collect();
        assert_eq!(lines[2], "gardens = { path = \"crates/gardens\" }");
        assert_eq!(lines.len(), 4);
        assert_eq!(with_line("[workspace]\n", "gardens"), None);
    }
}
