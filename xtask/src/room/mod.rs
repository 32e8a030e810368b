//! `cargo xtask room NAME`: a small whole room: a table, a rule, a page with a form, its words, its data map and its tests.

use crate::tidy::{SKIPPED, says_nothing};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

/// The files of a new room's folder; `ROOM` stands for its name, `THING` and `Thing` for one of what it holds.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("Cargo.toml.txt")),
    ("datamap.txt", include_str!("datamap.txt")),
    ("datamap.fr.txt", include_str!("datamap.fr.txt")),
    ("src/lib.rs", include_str!("lib.rs.txt")),
    ("src/pages.rs", include_str!("pages.rs.txt")),
    ("src/rules.rs", include_str!("rules.rs.txt")),
    ("src/store.rs", include_str!("store.rs.txt")),
    ("words/en.ftl", include_str!("en.ftl.txt")),
    ("words/fr.ftl", include_str!("fr.ftl.txt")),
];

/// Its migration for each database.
const MIGRATIONS: &[(&str, &str)] =
    &[("sqlite", include_str!("sqlite.sql.txt")), ("postgres", include_str!("postgres.sql.txt"))];

/// The glossary, which knows every table.
const GLOSSARY: &str = "docs/guide/words.md";

/// A file's text with the room in it; none when it has no place for one.
type Change = fn(&str, &str) -> Option<String>;

/// Writes the room's folder, its migrations, its word in the glossary, and its lines in the workspace and the program.
/// Refuses a name that is taken or says nothing.
pub fn make(root: &Path, name: &str) -> Result<bool> {
    ensure!(is_name(name), "a room's name is one plural noun in small letters: councils, opportunities");
    let folder = root.join("crates").join(name);
    ensure!(!folder.exists(), "crates/{name} is there already");
    let number = next_number(root)?;
    let changes: [(&str, Change); 4] = [
        ("Cargo.toml", with_line),
        ("crates/kith/Cargo.toml", with_dependency),
        ("crates/kith/src/lib.rs", with_manifest),
        (GLOSSARY, with_word),
    ];
    for (path, change) in changes {
        let text = std::fs::read_to_string(root.join(path)).context(path)?;
        let text = change(&text, name).with_context(|| format!("{path} has no place to add {name} at"))?;
        std::fs::write(root.join(path), text).context(path)?;
    }
    for (path, text) in files(name, &number) {
        let file = root.join(&path);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&file, text).with_context(|| path)?;
    }
    let formatted = Command::new("cargo").args(["fmt", "--package", name]).current_dir(root).status();
    ensure!(formatted.is_ok_and(|status| status.success()), "cargo fmt --package {name} did not run");
    println!(
        "crates/{name} and the migrations {number}_{name}.sql are written, and the program opens the room."
    );
    println!("What remains by hand, in this order:");
    println!("  cargo test -p {name}: it is green now, and should stay so");
    println!(
        "  what says \"to be written\": grep -ri 'to be written\\|à écrire' crates/{name} {GLOSSARY} migrations"
    );
    println!(
        "  the noun, the rule and the columns, in src/rules.rs, migrations/, src/store.rs, src/pages.rs, datamap.txt"
    );
    println!(
        "  its place among the rooms in Cargo.toml, kith::rooms() and ARCHITECTURE.md, its group in the navigation"
    );
    println!(
        "  KITH_BLESS=1 cargo test -p kith --test it -- routes offices openapi: read the difference, commit it"
    );
    Ok(true)
}

/// A room in a copy of the project at `place`, tidy, with its tests as the command that runs them. The copy stays.
pub fn try_out(root: &Path, place: &Path) -> Result<Command> {
    const NAME: &str = "gardens";
    if place.exists() {
        std::fs::remove_dir_all(place).context("the copy of before")?;
    }
    copy(root, place)?;
    make(place, NAME)?;
    ensure!(crate::tidy::run(place, false)?, "a new room is not tidy: see the complaints above");
    let mut tests = Command::new("cargo");
    tests.args(["test", "--quiet", "--package", NAME, "--lib"]).current_dir(place);
    tests.env("CARGO_TARGET_DIR", crate::target(root)).env_remove("CARGO_MANIFEST_DIR");
    Ok(tests)
}

/// Copies the project, without what others made.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name();
        if SKIPPED.contains(&&*name.to_string_lossy()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            std::fs::copy(entry.path(), to.join(&name))
                .with_context(|| name.to_string_lossy().into_owned())?;
        }
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.len() > 2
        && name.ends_with('s')
        && name.chars().all(|c| c.is_ascii_lowercase())
        && !says_nothing(name)
}

/// One of what the room holds: `opportunity` of `opportunities`, `garden` of `gardens`.
fn one_of(name: &str) -> String {
    match (name.strip_suffix("ies"), name.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, stem) => stem.unwrap_or(name).to_owned(),
    }
}

/// The number of the next migration, with its zeros.
fn next_number(root: &Path) -> Result<String> {
    let mut last = 0;
    for entry in std::fs::read_dir(root.join("migrations/sqlite")).context("migrations/sqlite")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let number = name.split('_').next().and_then(|digits| digits.parse::<u32>().ok());
        last = last.max(number.unwrap_or_default());
    }
    Ok(format!("{:04}", last + 1))
}

fn files(name: &str, number: &str) -> Vec<(String, String)> {
    let folder = FILES.iter().map(|(path, text)| (format!("crates/{name}/{path}"), filled(text, name)));
    let migrations = MIGRATIONS
        .iter()
        .map(|(database, text)| (format!("migrations/{database}/{number}_{name}.sql"), filled(text, name)));
    folder.chain(migrations).collect()
}

fn filled(text: &str, name: &str) -> String {
    let one = one_of(name);
    let mut letters = one.chars();
    let capital: String =
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect();
    text.replace("ROOM", name).replace("THING", &one).replace("Thing", &capital)
}

/// The workspace's manifest with one more crate of ours, behind the last.
fn with_line(workspace: &str, name: &str) -> Option<String> {
    behind(
        workspace,
        |line| line.contains("{ path = \"crates/"),
        &format!("{name} = {{ path = \"crates/{name}\" }}"),
    )
}

/// The program's manifest with the room among what it is made of.
fn with_dependency(manifest: &str, name: &str) -> Option<String> {
    behind(manifest, |line| line == "councils.workspace = true", &format!("{name}.workspace = true"))
}

/// The program's list of rooms with this one.
fn with_manifest(program: &str, name: &str) -> Option<String> {
    behind(program, |line| line.trim() == "councils::manifest(),", &format!("        {name}::manifest(),"))
}

/// The glossary with one more word.
fn with_word(glossary: &str, name: &str) -> Option<String> {
    let row = format!("| {} | à écrire | To be written: what it is. |", one_of(name));
    behind(glossary, |line| line.starts_with("| "), &row)
}

/// A text with one more line behind the last that fits.
fn behind(text: &str, fits: impl Fn(&str) -> bool, line: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| fits(line))?;
    lines.insert(last + 1, line);
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{Tree, complaints};

    #[test]
    fn a_new_room_is_tidy() {
        let mut files = files("gardens", "0001");
        files.push((GLOSSARY.into(), with_word("| English | Français | What it is |\n", "gardens").unwrap()));
        // What the house speaks in every room's stead.
        let house = "# Words.\n# used: audit-*, kind-*, said-*\naudit-x = X\nkind-x = X\nsaid-x = X\n";
        for lang in ["en", "fr"] {
            files.push((format!("crates/platform/words/{lang}.ftl"), house.into()));
        }
        let borrowed: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(complaints(&Tree::of(&borrowed)), Vec::<String>::new());
    }

    #[test]
    fn a_room_has_everything_that_a_room_has() {
        let files = files("opportunities", "0007");
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        for path in [
            "crates/opportunities/src/rules.rs",
            "crates/opportunities/src/store.rs",
            "crates/opportunities/datamap.fr.txt",
            "migrations/sqlite/0007_opportunities.sql",
            "migrations/postgres/0007_opportunities.sql",
        ] {
            assert!(paths.contains(&path), "{path}");
        }
        let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
        assert!(all.contains("CREATE TABLE opportunity (") && all.contains("pub struct Opportunity "));
        assert!(!all.contains("ROOM") && !all.contains("THING") && !all.contains("Thing"));
        assert!(!all.contains("Office::ALL") && !all.contains("Office::Installation"));
    }

    #[test]
    fn names_are_one_word_that_says_something() {
        assert!(is_name("gardens"));
        for bad in ["", "s", "garden", "Gardens", "my-gardens", "../x", "utils", "commons/s"] {
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
