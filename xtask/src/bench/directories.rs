//! A package of a large directory, held against its descriptor by the crate `hsds` and by the reference implementation (frictionless, in
//! Python), which find the same errors by row, column and kind, or there is no figure.

use super::{
    Build, built, cost,
    pages::Scratch,
    table::{self, Figure, Limit},
};
use crate::test;
use anyhow::{Context, Result, ensure};
use std::{path::Path, process::Command};

/// Services of the package; fewer for a development build.
const SERVICES: (usize, usize) = (100_000, 5_000);
/// The part of the reference's processor time that ours may take.
const PART: f64 = 40.0;
/// How often each of the two does it.
const ROUNDS: usize = 2;
/// Memory that reading may take at most, in kibibytes.
const MEMORY: u64 = 256 * 1024;

/// Brings a package of so many services in, as a dry run: all are there, within the memory that they may take.
fn coming_in(root: &Path, build: Build, (count, scratch): (usize, &Path)) -> Result<()> {
    let inventory =
        built(root, build, &["--package", "hsds", "--example", "inventory"], "examples/inventory")?;
    let services = built(root, build, &["--package", "kith", "--example", "services"], "examples/services")?;
    let file = scratch.join("inventory.zip");
    cost::spent(Command::new(inventory).arg(count.to_string()).arg(&file))?;
    let told = cost::spent(Command::new(services).arg(&file))?.printed;
    print!("import of {count} services: {told}");
    ensure!(told.contains(&format!("adds {count} others 0")), "not all services came in");
    let held = told.lines().find_map(|line| line.strip_prefix("memory ")?.parse::<u64>().ok());
    let held = held.context("no memory was told")?;
    ensure!(held <= MEMORY, "the import took {held} KiB of memory, at most {MEMORY}");
    Ok(())
}

/// Writes the package and reads it in both ways.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    test::python_packages(root, test::VALIDATORS_OF_HSDS)?;
    let of = |example: &str| {
        let what = ["--package", "hsds", "--example", example];
        built(root, build, &what, &format!("examples/{example}"))
    };
    let (generate, validate) = (of("generate")?, of("validate")?);
    let python = test::python(root, test::VALIDATORS_OF_HSDS);
    let script = root.join("tests/hsds/validate.py");
    let scratch = Scratch::new()?;
    let folder = scratch.path().join("package");
    let services = if build == Build::Release { SERVICES.0 } else { SERVICES.1 };
    cost::spent(Command::new(generate).arg(services.to_string()).arg(&folder))?;
    let (ours, reference) = table::side_by_side(
        ROUNDS,
        || cost::spent(Command::new(&validate).arg(&folder)),
        || cost::spent(Command::new(&python).arg(&script).arg(&folder)),
    )?;
    let told = cost::spent(Command::new(&validate).arg(&folder).arg("--memory"))?.printed;
    print!("package of {services} services: {told}");
    let held = told.lines().find_map(|line| line.strip_prefix("memory ")?.parse::<u64>().ok());
    let held = held.context("no memory was told")?;
    ensure!(held <= MEMORY, "reading took {held} KiB of memory, at most {MEMORY}");
    coming_in(root, build, (services, scratch.path()))?;
    Ok(vec![Figure {
        name: format!("package of {services} services"),
        ours,
        reference: Some(reference),
        limit: Limit::Part(PART),
    }])
}
