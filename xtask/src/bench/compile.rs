//! What a change costs whoever makes it.

use super::{
    cost,
    table::{Figure, Limit},
};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A page of the model room.
const PAGE: &str = "crates/councils/src/pages/bodies.rs";
/// Where a line of it is changed.
const BEFORE: &str = "markup! {";

/// Processor seconds of `cargo check` after one line of a page has changed.
pub fn one_line(root: &Path) -> Result<Figure> {
    let check = || Command::new("cargo").args(["check", "--quiet"]).current_dir(root).status();
    ensure!(check()?.success(), "the product does not compile");
    let changed = Changed::new(root.join(PAGE))?;
    let begun = crate::now();
    let spent = cost::spent(Command::new("cargo").args(["check", "--quiet"]).current_dir(root));
    println!("check after a line of a page: {:.1} s of wall time", begun.elapsed().as_secs_f64());
    drop(changed);
    ensure!(check()?.success(), "the page could not be put back");
    let name = "cargo check after a line of a page".to_owned();
    Ok(Figure { name, ours: spent?.seconds, reference: None, limit: Limit::Seconds(5.0) })
}

/// Processor seconds of `cargo build --release` from nothing, on however many cores: eight minutes of two.
pub fn from_nothing(root: &Path) -> Result<Figure> {
    let folder = std::env::temp_dir().join(format!("kith-from-nothing-{}", std::process::id()));
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--quiet"]).env("CARGO_TARGET_DIR", &folder).current_dir(root);
    let begun = crate::now();
    let spent = cost::spent(&mut build);
    println!("release build from nothing: {:.0} s of wall time", begun.elapsed().as_secs_f64());
    drop(std::fs::remove_dir_all(folder));
    let name = "release build from nothing".to_owned();
    Ok(Figure { name, ours: spent?.seconds, reference: None, limit: Limit::Seconds(960.0) })
}

/// A page with one line changed, put back when this is dropped.
struct Changed {
    path: PathBuf,
    was: String,
}

impl Changed {
    fn new(path: PathBuf) -> Result<Self> {
        let was = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        ensure!(was.contains(BEFORE), "{} makes no page", path.display());
        std::fs::write(&path, was.replacen(BEFORE, "markup! { \"\"", 1))?;
        Ok(Self { path, was })
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        drop(std::fs::write(&self.path, &self.was));
    }
}
