//! `cargo xtask fuzz csv 10000000` and `cargo xtask fuzz xlsx 30m`: random files against the readers, for so many files or so many minutes of
//! processor time. Runs on a stable compiler and can be left; it ends by itself.

use crate::bench::cost;
use anyhow::{Context, Result, ensure};
use std::{path::Path, process::Command};

/// So many files in one run of the program.
const ROUND: u64 = 200_000;

/// Runs it; fails at the first file that breaks something, and says which.
pub fn run(root: &Path, kind: &str, amount: &str) -> Result<bool> {
    ensure!(matches!(kind, "csv" | "xlsx"), "csv or xlsx");
    let minutes = amount.strip_suffix('m').map(str::parse::<f64>).transpose().context("minutes")?;
    let count = if minutes.is_some() { u64::MAX } else { amount.parse().context("how many")? };
    let mut build = Command::new("cargo");
    build
        .args(["build", "--quiet", "--release", "--package", "sheets", "--example", "fuzz"])
        .current_dir(root);
    ensure!(build.status()?.success(), "the program cannot be built");
    let program = crate::target(root).join("release/examples/fuzz");
    let (mut done, mut seconds) = (0, 0.0);
    while done < count && minutes.is_none_or(|minutes| seconds < minutes * 60.0) {
        let some = ROUND.min(count - done);
        let spent = cost::spent(Command::new(&program).args([kind, &some.to_string(), &done.to_string()]))?;
        (done, seconds) = (done + some, seconds + spent.seconds);
        print!("{}", spent.printed);
    }
    println!("{done} files, {:.1} minutes of processor time: no promise broken", seconds / 60.0);
    Ok(true)
}
