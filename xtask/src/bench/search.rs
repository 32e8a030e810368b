//! The search beside tantivy as it comes and beside PostgreSQL with full text and trigrams: the same invented services, the same questions.
//!
//! What plain questions find is compared, totals and counts; slips are forgiven by other rules in each engine, so there it is asked
//! how much of what was meant is found.

use super::{
    Build, built,
    pages::Scratch,
    table::{Figure, Limit},
};
use crate::test::postgres::Cluster;
use anyhow::{Context, Result, ensure};
use std::{collections::BTreeMap, path::Path, process::Command};

/// Invented services; fewer for a development build.
const SERVICES: (u32, u32) = (100_000, 2_000);
/// Rounds of questions, and of building the index.
const ROUNDS: (usize, usize) = (3, 2);
/// What a question may cost beside PostgreSQL, and beside tantivy as it comes; what building the index may.
const LIMITS: (f64, f64, f64) = (1.0 / 9.0, 1.2, 1.5);
/// So much of what was meant is among the first twenty.
const RECALL: f64 = 0.98;
/// PostgreSQL as one would set it up for this.
const SETTINGS: [&str; 5] =
    ["shared_buffers=1GB", "work_mem=32MB", "maintenance_work_mem=512MB", "random_page_cost=1.1", "jit=off"];

/// Measures; fails when engines find different things, or too little of what was meant.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    let program = built(root, build, &["--package", "seek", "--example", "measure"], "examples/measure")?;
    let cluster = Cluster::with(&SETTINGS)?;
    let folder = Scratch::new()?;
    let count = if build == Build::Release { SERVICES.0 } else { SERVICES.1 };
    let place = |who: &str| match who {
        "postgres" => cluster.url.clone(),
        _ => folder.path().join(who).display().to_string(),
    };
    let place = |what: &str, who: &str| match what {
        "scripts" => root.join("lexicon").display().to_string(),
        _ => place(who),
    };
    let run = |what: &str, who: &str| -> Result<Told> {
        let mut command = Command::new(&program);
        let output = command.args([what, who, &count.to_string(), &place(what, who)]).output()?;
        ensure!(output.status.success(), "{what} {who}: {}", String::from_utf8_lossy(&output.stderr));
        Told::of(&String::from_utf8(output.stdout)?).with_context(|| format!("{what} {who}"))
    };
    let mut indexes = Best::default();
    for _ in 0..ROUNDS.1 {
        for who in ["ours", "raw"] {
            indexes.add(who, run("index", who)?);
        }
    }
    indexes.add("postgres", run("index", "postgres")?);
    let mut questions = Best::default();
    for _ in 0..ROUNDS.0 {
        for who in ["ours", "raw", "postgres"] {
            questions.add(who, run("ask", who)?);
        }
    }
    questions.agree()?;
    let bytes =
        |who: &str| indexes.0.get(who).and_then(|told| told.other.get("bytes")).cloned().unwrap_or_default();
    println!(
        "index, bytes: ours {}, tantivy {}, PostgreSQL {}",
        bytes("ours"),
        bytes("raw"),
        bytes("postgres")
    );
    recall(&run("slips", "ours")?, &run("slips", "postgres")?, build)?;
    others(&run("scripts", "ours")?, build)?;
    let cost = |best: &Best, who: &str| best.0.get(who).map(|told| told.cost);
    let figure = |name: &str, best: &Best, peer: &str, most: f64| -> Result<Figure> {
        Ok(Figure {
            name: format!("search: {name}"),
            ours: cost(best, "ours").context("not measured")?,
            reference: cost(best, peer),
            limit: Limit::Times(most),
        })
    };
    Ok(vec![
        figure("question, PostgreSQL", &questions, "postgres", LIMITS.0)?,
        figure("question, bare tantivy", &questions, "raw", LIMITS.1)?,
        figure("one into the index, bare tantivy", &indexes, "raw", LIMITS.2)?,
    ])
}

/// Tells how much of what was meant is found; in a release build, too little or less than PostgreSQL finds is a failure.
fn recall(ours: &Told, peer: &Told, build: Build) -> Result<()> {
    for (script, own) in &ours.recall {
        let other = peer.recall.get(script).copied().unwrap_or(0.0);
        println!("what was meant, among the first twenty, {script}: ours {own:.4}, PostgreSQL {other:.4}");
        let enough = *own >= RECALL && *own >= other;
        ensure!(build == Build::Dev || enough, "{script}: {own:.4} is found, at least {RECALL}");
    }
    ensure!(ours.recall.len() >= 4, "not every script was asked");
    Ok(())
}

/// The same for scripts that the invented services do not have, against comparing with everything.
fn others(told: &Told, build: Build) -> Result<()> {
    for (script, share) in &told.recall {
        let meant = told.other.get(script).map_or("", String::as_str);
        println!(
            "what comparing with everything finds, among the first twenty, {script}: {share:.4}; what was meant: {meant}"
        );
        ensure!(build == Build::Dev || *share >= RECALL, "{script}: {share:.4} is found, at least {RECALL}");
    }
    ensure!(told.recall.len() >= 4, "not every script was asked");
    Ok(())
}

/// What one run told.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    /// What plain questions find: the same for every engine.
    found: Vec<String>,
    recall: BTreeMap<String, f64>,
    other: BTreeMap<String, String>,
    /// Processor seconds for one.
    cost: f64,
}

impl Told {
    fn of(printed: &str) -> Result<Self> {
        let mut told = Self::default();
        for line in printed.lines() {
            match line.split_once(' ') {
                Some(("cost", cost)) => told.cost = cost.parse()?,
                Some(("recall", rest)) => {
                    let mut words = rest.split(' ');
                    let (script, share) = words.next().zip(words.next()).context("no recall")?;
                    told.recall.insert(script.to_owned(), share.parse()?);
                }
                Some(("meant", rest)) => {
                    let (script, share) = rest.split_once(' ').context("no share")?;
                    told.other.insert(script.to_owned(), share.to_owned());
                }
                Some((key @ ("bytes" | "hits" | "services"), value)) => {
                    told.other.insert(key.to_owned(), value.to_owned());
                }
                _ => told.found.push(line.to_owned()),
            }
        }
        ensure!(told.cost > 0.0, "it told no cost");
        Ok(told)
    }
}

/// The cheapest run of each engine.
#[derive(Default)]
struct Best(BTreeMap<String, Told>);

impl Best {
    fn add(&mut self, who: &str, told: Told) {
        let cheapest = self.0.entry(who.to_owned()).or_insert_with(|| told.clone());
        if told.cost < cheapest.cost {
            *cheapest = told;
        }
    }

    /// Fails where an engine finds something else than the others.
    fn agree(&self) -> Result<()> {
        let ours = self.0.get("ours").context("not measured")?;
        ensure!(!ours.found.is_empty(), "nothing was compared");
        for (who, told) in &self.0 {
            let differs = ours.found.iter().zip(&told.found).find(|(own, other)| own != other);
            ensure!(differs.is_none(), "ours and {who} differ: {differs:?}");
            ensure!(ours.found.len() == told.found.len(), "{who} was asked something else");
        }
        println!("compared: totals and counts of {} plain questions are the same for all", ours.found.len());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(found: &str, cost: f64) -> Told {
        Told::of(&format!("{found}\nhits 3\nrecall Latin 0.99 of 300\ncost {cost}")).unwrap()
    }

    #[test]
    fn engines_that_find_different_things_give_no_figure() {
        let mut best = Best::default();
        best.add("ours", told("1 a: 5 2 9", 2.0));
        best.add("ours", told("1 a: 5 2 9", 1.0));
        best.add("raw", told("1 a: 5 2 9", 3.0));
        assert!(best.agree().is_ok());
        assert_eq!(best.0["ours"].cost, 1.0);
        best.add("postgres", told("1 a: 6 2 9", 3.0));
        assert!(best.agree().is_err());
        assert!(Told::of("1 a: 5 2 9").is_err());
    }

    #[test]
    fn too_little_of_what_was_meant_is_a_failure_of_a_release() {
        let scripts = |share: f64| Told {
            recall: ["a", "b", "c", "d"].iter().map(|script| ((*script).to_owned(), share)).collect(),
            ..Told::default()
        };
        assert!(recall(&scripts(0.99), &scripts(0.5), Build::Release).is_ok());
        assert!(recall(&scripts(0.97), &scripts(0.5), Build::Release).is_err());
        assert!(recall(&scripts(0.985), &scripts(0.99), Build::Release).is_err());
        assert!(recall(&scripts(0.5), &scripts(0.9), Build::Dev).is_ok());
        assert!(recall(&Told::default(), &Told::default(), Build::Dev).is_err());
    }
}
