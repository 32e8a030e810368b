//! Lists the migration files and the assets, so that the program carries them.

use std::{env, fs, path::Path};

fn main() {
    assets();
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../migrations");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut names: Vec<String> = fs::read_dir(root.join("sqlite"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".sql"))
        .collect();
    names.sort();
    let mut list = String::from("&[");
    for name in names {
        let file = |folder: &str| root.join(folder).join(&name).display().to_string();
        println!("cargo:rerun-if-changed={}", file("sqlite"));
        println!("cargo:rerun-if-changed={}", file("postgres"));
        list.push_str(&format!(
            "Migration {{ name: {:?}, sqlite: include_str!({:?}), postgres: include_str!({:?}) }},\n",
            name.trim_end_matches(".sql"),
            file("sqlite"),
            file("postgres"),
        ));
    }
    list.push(']');
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("migrations.rs");
    if let Err(error) = fs::write(&out, list) {
        println!("cargo:error=writing {}: {error}", out.display());
    }
}

/// `ASSETS`: every file below `assets/`, by its name there.
fn assets() {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../assets");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut names = Vec::new();
    collect(&root, "", &mut names);
    names.sort();
    let mut list = String::from(
        "/// Every embedded file, by its name below `assets/`.\npub static ASSETS: &[(&str, &[u8])] = &[",
    );
    for name in names {
        let file = root.join(&name).display().to_string();
        println!("cargo:rerun-if-changed={file}");
        list.push_str(&format!("({name:?}, include_bytes!({file:?})),\n"));
    }
    list.push_str("];");
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("assets.rs");
    if let Err(error) = fs::write(&out, list) {
        println!("cargo:error=writing {}: {error}", out.display());
    }
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), names);
        } else {
            names.push(name);
        }
    }
}
