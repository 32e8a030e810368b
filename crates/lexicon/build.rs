//! Writes the list of the languages' files, so that a new one is read without being named anywhere.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../lexicon").canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for file in fs::read_dir(&folder)? {
        let path = file?.path();
        let is_language = path.extension().is_some_and(|end| end == "toml") && !path.ends_with("needs.toml");
        files.extend(is_language.then_some(path));
    }
    files.sort();
    let mut list = String::from("&[");
    for path in files {
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(list, "({code:?}, include_str!({:?})),", path.display().to_string())?;
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), list)?;
    Ok(())
}
