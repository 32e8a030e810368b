//! `cargo xtask fuzz csv 10000000` and `cargo xtask fuzz hsds-package 30m`: random files against the readers of sheets and of directories, random
//! questions and phrases against the search, for so many of them or so many minutes of processor time. Runs on a stable compiler and can be
//! left; it ends by itself.

use crate::bench::cost;
use anyhow::{Context, Result, ensure};
use std::{path::Path, process::Command};

/// Each kind, the crate whose example `fuzz` makes it, and so many in one run of that program.
const KINDS: [(&str, &str, u64); 6] = [
    ("csv", "sheets", 200_000),
    ("xlsx", "sheets", 200_000),
    ("question", "seek", 100_000),
    ("phrase", "seek", 200_000),
    ("hsds-package", "hsds", 50_000),
    ("hsds-json", "hsds", 200_000),
];

/// Runs it; fails at the first file that breaks something, and says which.
pub fn run(root: &Path, kind: &str, amount: &str) -> Result<bool> {
    let known = KINDS.iter().find(|(known, ..)| *known == kind);
    let (_, package, round) =
        *known.with_context(|| format!("one of {}", KINDS.map(|(kind, ..)| kind).join(", ")))?;
    let minutes = amount.strip_suffix('m').map(str::parse::<f64>).transpose().context("minutes")?;
    let count = if minutes.is_some() { u64::MAX } else { amount.parse().context("how many")? };
    let mut build = Command::new("cargo");
    build
        .args(["build", "--quiet", "--release", "--package", package, "--example", "fuzz"])
        .current_dir(root);
    ensure!(build.status()?.success(), "the program cannot be built");
    let program = crate::target(root).join("release/examples/fuzz");
    let (mut done, mut seconds) = (0, 0.0);
    while done < count && minutes.is_none_or(|minutes| seconds < minutes * 60.0) {
        let some = round.min(count - done);
        let spent = cost::spent(Command::new(&program).args([kind, &some.to_string(), &done.to_string()]))?;
        (done, seconds) = (done + some, seconds + spent.seconds);
        print!("{}", spent.printed);
    }
    println!("{done} of {kind}, {:.1} minutes of processor time: no promise broken", seconds / 60.0);
    Ok(true)
}
