//! `cargo xtask bench`: what things cost, beside what they may cost.
//!
//! Processor seconds and their ratios; wall time on a shared machine says little and stands beside. Work with a reference
//! is done in turn with it, in one run, and different results give no figure.

mod compile;
pub mod cost;
mod directories;
mod finding;
mod imports;
mod pages;
mod search;
mod server;
mod table;
mod twins;

use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use table::{Figure, Limit};

/// How the product is built for the measurement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// As a user has it; limits are for this one.
    Release,
    /// As it stands after a test: quick to have, and its figures are for trying out the bench only.
    Dev,
}

/// Rounds of work that is done beside a reference.
const ROUNDS: usize = 5;
/// Statements in one round of each kind.
const ROWS: (&str, u32) = ("one", 50_000);
const LISTS: (&str, u32) = ("list", 500);

/// Measures every case; `false` when a limit does not hold (never so for a development build).
pub fn run(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    let mut figures = statements(root, build)?;
    figures.extend(pages::figures(root, build)?);
    figures.extend(imports::figures(root, build)?);
    figures.extend(search::figures(root, build)?);
    figures.extend(directories::figures(root, build)?);
    figures.extend(finding::figures(root, build)?);
    figures.extend(twins::figures(root, build)?);
    figures.push(compile::one_line(root)?);
    Ok(told(&figures, build))
}

/// Measures the long import alone.
pub fn import(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&imports::figures(root, build)?, build))
}

/// Measures pages of the demo alone.
pub fn pages(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&pages::figures(root, build)?, build))
}

/// Measures the search alone.
pub fn seek(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&search::figures(root, build)?, build))
}

/// Measures packages of directories alone, beside the reference implementation.
pub fn directories(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&directories::figures(root, build)?, build))
}

/// Measures *Find help* over many services alone.
pub fn finding(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&finding::figures(root, build)?, build))
}

/// Measures the search for doubles alone.
pub fn doubles(root: &Path, build: Build) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&twins::figures(root, build)?, build))
}

/// Builds the program from nothing; takes as long as that takes.
pub fn from_nothing(root: &Path) -> Result<bool> {
    println!("load before: {}", cost::load());
    Ok(told(&[compile::from_nothing(root)?], Build::Release))
}

/// Prints the figures; whether their limits hold.
fn told(figures: &[Figure], build: Build) -> bool {
    print!("{}", table::table(figures));
    println!("load after: {}", cost::load());
    if build == Build::Dev {
        println!("development build: the limits are not for it");
        return true;
    }
    figures.iter().all(Figure::holds)
}

/// Statements through the platform beside the bare driver.
fn statements(root: &Path, build: Build) -> Result<Vec<Figure>> {
    let program = built(root, build, &["--package", "platform", "--example", "rows"], "examples/rows")?;
    let file = std::env::temp_dir().join(format!("kith-rows-{}.sqlite", std::process::id()));
    let run = |way: &str, what: &str, count: u32| {
        cost::spent(Command::new(&program).arg(&file).args([way, what, &count.to_string()]))
    };
    run("prepare", "", 0)?;
    let mut figures = Vec::new();
    for (what, count) in [ROWS, LISTS] {
        let sides = table::side_by_side(ROUNDS, || run("ours", what, count), || run("bare", what, count));
        let (ours, bare) = sides?;
        let name = if what == "one" { "one row by key" } else { "200 rows" };
        let each = |seconds: f64| seconds / f64::from(count);
        let (ours, reference) = (each(ours), Some(each(bare)));
        figures.push(Figure { name: format!("SQLite: {name}"), ours, reference, limit: Limit::Times(2.0) });
    }
    drop(std::fs::remove_file(file));
    Ok(figures)
}

/// Builds a program and answers where it lies; programs that were built before and put aside are in the folder that `KITH_BENCH_BUILT`
/// names.
fn built(root: &Path, build: Build, what: &[&str], file: &str) -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("KITH_BENCH_BUILT") {
        return Ok(PathBuf::from(folder).join(file));
    }
    let mut command = Command::new("cargo");
    command.args(["build", "--quiet"]).args(what).current_dir(root);
    if build == Build::Release {
        command.arg("--release");
    }
    ensure!(command.status()?.success(), "{} cannot be built", what.join(" "));
    let folder = if build == Build::Release { "release" } else { "debug" };
    Ok(crate::target(root).join(folder).join(file))
}
