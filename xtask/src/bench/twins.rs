//! Records that are of one thing: how many of them are found, how many of those found are right, and what that costs, beside the toolkit
//! *recordlinkage* (Python) with its classifier that needs no examples. Both read the same invented directories.

use super::{
    Build, built, cost,
    pages::Scratch,
    table::{Figure, Limit},
};
use crate::test;
use anyhow::{Context, Result, ensure};
use std::{path::Path, process::Command};

/// The folder of the peer.
const PEER: &str = "tests/twins";
/// What the invented directories are made from. Nothing in the rules was chosen by looking at these.
const SEEDS: [u64; 2] = [1_101, 1_202];
/// So many things are listed, each by up to four directories.
const THINGS: (usize, usize) = (5_000, 500);
/// The harmonic mean of how many are found and how many of the found are right.
const F1: f64 = 0.95;
/// Single records that are asked for, and what one of them may cost, in seconds.
const INCOMING: (u32, f64) = (2_000, 0.005);
/// How often each of the two does it.
const ROUNDS: usize = 2;

/// Finds the doubles of two directories in both ways.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    test::python_packages(root, PEER)?;
    let program = built(root, build, &["--package", "directory", "--example", "twins"], "examples/twins")?;
    let (python, script) = (test::python(root, PEER), root.join(PEER).join("peer.py"));
    let scratch = Scratch::new()?;
    let things = if build == Build::Release { THINGS.0 } else { THINGS.1 };
    let mut figures = Vec::new();
    for seed in SEEDS {
        let file = scratch.path().join(format!("{seed}.csv"));
        let made = cost::spent(
            Command::new(&program).args(["make", &seed.to_string(), &things.to_string()]).arg(&file),
        )?;
        let records = made.printed.trim().trim_start_matches("records ").to_owned();
        let (mut best, mut reference) = (f64::INFINITY, f64::INFINITY);
        let (mut ours, mut peer) = (Found::default(), Found::default());
        for _ in 0..ROUNDS {
            let own = cost::spent(Command::new(&program).arg("pairs").arg(&file))?;
            let other = cost::spent(Command::new(&python).arg(&script).arg(&file))?;
            (ours, peer) = (Found::read(&own.printed)?, Found::read(&other.printed)?);
            (best, reference) = (best.min(own.seconds), reference.min(other.seconds));
        }
        ensure!(ours.meant == peer.meant, "{} and {} pairs are meant", ours.meant, peer.meant);
        println!(
            "doubles, seed {seed}, {records} records, {} pairs: ours {ours}; recordlinkage {peer}",
            ours.meant
        );
        let enough = ours.f1() >= F1 && ours.f1() >= peer.f1();
        ensure!(build == Build::Dev || enough, "seed {seed}: F1 {:.4}, at least {F1}", ours.f1());
        let name = format!("doubles among {records} records");
        figures.push(Figure { name, ours: best, reference: Some(reference), limit: Limit::Times(1.0) });
        figures.push(incoming(&program, &file, &records)?);
    }
    Ok(figures)
}

/// One record that comes in, beside all that are there: without the cost of laying those out, which is done once.
fn incoming(program: &Path, file: &Path, records: &str) -> Result<Figure> {
    let ask = |count: u32| cost::spent(Command::new(program).arg("one").arg(file).arg(count.to_string()));
    let (mut with, mut without) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        with = with.min(ask(INCOMING.0)?.seconds);
        without = without.min(ask(0)?.seconds);
    }
    let ours = (with - without).max(0.0) / f64::from(INCOMING.0);
    let name = format!("one incoming beside {records}");
    Ok(Figure { name, ours, reference: None, limit: Limit::Seconds(INCOMING.1) })
}

/// What was meant, what was found, and how much of that is right.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Found {
    meant: f64,
    found: f64,
    right: f64,
}

impl Found {
    fn read(printed: &str) -> Result<Self> {
        let word = |name: &str| -> Result<f64> {
            let mut words = printed.split_whitespace().skip_while(|word| *word != name).skip(1);
            words.next().with_context(|| format!("no {name}: {printed}"))?.parse().context("a number")
        };
        let of = Self { meant: word("meant")?, found: word("found")?, right: word("right")? };
        ensure!(of.meant > 0.0 && of.right <= of.found && of.right <= of.meant, "{printed}");
        Ok(of)
    }

    /// Twice what is right, of what was meant and found together.
    fn f1(&self) -> f64 {
        2.0 * self.right / (self.meant + self.found)
    }
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (precision, recall) = (self.right / self.found.max(1.0), self.right / self.meant);
        write!(f, "{:.4} of the found right, {recall:.4} of the meant found, F1 {:.4}", precision, self.f1())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_and_right_is_weighed_together() {
        let found = Found::read("meant 100 found 80 right 60\n").unwrap();
        assert!((found.f1() - 2.0 * 60.0 / 180.0).abs() < 1e-9);
        assert_eq!(Found::read("meant 4 found 4 right 4").unwrap().f1(), 1.0);
        assert!(Found::read("meant 4 found 4").is_err());
        assert!(Found::read("meant 4 found 3 right 4").is_err());
        assert!(Found::read("meant 0 found 0 right 0").is_err());
    }
}
