//! How well doubles are found, and at what cost: what the benchmark runs.
//!
//! `twins make SEED THINGS FILE` writes invented organizations as four directories would list them, with the errors that directories have, and
//! `twins pairs FILE` finds the doubles and says how many of them are right. `twins one FILE COUNT` asks for so many single records what is like
//! them. The same seed gives the same file.
#![expect(clippy::print_stdout, reason = "its output is its result")]

#[path = "twins/invented.rs"]
mod invented;

use anyhow::{Result, bail};
use directory::rules::twins::{Folded, Listing, Shelf};
use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", seed, things, file] => make(seed.parse()?, things.parse()?, Path::new(file)),
        ["pairs", file] => pairs(Path::new(file)),
        ["one", file, count] => one(Path::new(file), count.parse()?),
        _ => bail!("twins make SEED THINGS FILE, twins pairs FILE, twins one FILE COUNT"),
    }
}

/// Columns of the file; the last says what a record is truly of.
const COLUMNS: [&str; 7] = ["name", "street", "city", "postal", "phone", "web", "truth"];

fn make(seed: u64, things: usize, file: &Path) -> Result<()> {
    let records = invented::records(seed, things);
    let mut to = csv::Writer::from_path(file)?;
    to.write_record(COLUMNS)?;
    for of in &records {
        let truth = of.truth.to_string();
        to.write_record([&of.name, &of.street, &of.city, &of.postal, &of.phone, &of.web, &truth])?;
    }
    to.flush()?;
    println!("records {}", records.len());
    Ok(())
}

/// The records as they are compared, and of what each truly is.
fn read(file: &Path) -> Result<(Vec<Folded>, Vec<usize>)> {
    let (mut folded, mut truth) = (Vec::new(), Vec::new());
    for row in csv::Reader::from_path(file)?.records() {
        let row = row?;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        folded.push(Folded::of(&Listing {
            names: vec![cell(0)],
            places: vec![(cell(1), cell(3))],
            phones: vec![cell(4)],
            web: cell(5),
            ..Listing::default()
        }));
        truth.push(cell(6).parse()?);
    }
    Ok((folded, truth))
}

fn pairs(file: &Path) -> Result<()> {
    let (folded, truth) = read(file)?;
    let found: HashSet<(usize, usize)> =
        Shelf::of(folded).pairs().into_iter().map(|(one, other, _)| (one, other)).collect();
    let mut of_each: HashMap<usize, usize> = HashMap::new();
    truth.iter().for_each(|of| *of_each.entry(*of).or_default() += 1);
    let meant: usize = of_each.values().map(|records| records * (records - 1) / 2).sum();
    let right = found.iter().filter(|(one, other)| truth.get(*one) == truth.get(*other)).count();
    println!("meant {meant} found {} right {right}", found.len());
    Ok(())
}

fn one(file: &Path, count: usize) -> Result<()> {
    let (folded, _) = read(file)?;
    let incoming: Vec<Folded> = folded.iter().step_by(7).cloned().collect();
    let shelf = Shelf::of(folded);
    let all = incoming.iter().cycle().take(count);
    println!("found {}", all.map(|of| shelf.like(of).len()).sum::<usize>());
    Ok(())
}
