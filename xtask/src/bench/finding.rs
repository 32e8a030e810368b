//! *Find help* over ten thousand services: what an answer costs that is made anew each time, beside a page of the same length that a bare program makes with
//! the same libraries and without searching; how long it is packed; and what the server holds.

use super::{
    Build, ROUNDS, built, cost,
    pages::{PARTNERSHIP, Scratch},
    server::{Ask, Server},
    table::{Figure, Limit},
};
use anyhow::{Result, ensure};
use std::{path::Path, process::Command};

/// Services beside those of the demo; fewer for a development build.
const SERVICES: (usize, usize) = (10_000, 500);
/// Answers in one round, each to another question.
const REQUESTS: usize = 200;
/// What an answer may cost beside the bare page.
const MOST: f64 = 4.0;
/// Bytes of a page, packed.
const PACKED: usize = 14 * 1024;
/// Memory of the server, in bytes.
const MEMORY: u64 = 150 * 1024 * 1024;

/// Fills the demo's inventory and asks it.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    let program = built(root, build, &["--package", "kith"], "kith")?;
    let bare = built(root, build, &["--package", "kith", "--example", "bare"], "examples/bare")?;
    let inventory = ["--package", "hsds", "--example", "inventory"];
    let inventory = built(root, build, &inventory, "examples/inventory")?;
    let (data, count) = (Scratch::new()?, if build == Build::Release { SERVICES.0 } else { SERVICES.1 });
    let demo =
        || Server::start(Command::new(&program).args(["demo", "--port", "0", "--data"]).arg(data.path()));
    drop(demo()?);
    let file = data.path().join("inventory.zip");
    cost::spent(Command::new(&inventory).arg(count.to_string()).arg(&file))?;
    let import = ["--partnership", PARTNERSHIP, "--data"];
    let spent = cost::spent(
        Command::new(&program).args(["import", "services"]).arg(&file).args(import).arg(data.path()),
    )?;
    println!("import of {count} services: {:.1} processor seconds", spent.seconds);
    let server = demo()?;
    let door = Ask { path: &format!("/{PARTNERSHIP}/en/help"), ..Ask::default() };
    let told = String::from_utf8_lossy(&server.once(&door)?.body).replace([',', '\u{a0}', '\u{202f}'], "");
    let number = |word: &str| word.parse::<usize>().is_ok_and(|n| n >= count);
    ensure!(
        told.split(|c: char| !c.is_ascii_digit()).any(number),
        "not all services are in the index: {told}"
    );
    // Each asks something else, so that no kept page answers.
    let path = |round: usize, n: usize| {
        format!("/{PARTNERSHIP}/en/help?q=number+{}+people+in+town+{round}", round * REQUESTS + n)
    };
    let one = server.once(&Ask { path: &path(ROUNDS, 0), ..Ask::default() })?.body;
    let packed = server.once(&Ask { path: &path(ROUNDS, 1), packed: true, ..Ask::default() })?.body.len();
    println!("answer of find help: {} bytes, {packed} packed, at most {PACKED}", one.len());
    ensure!(packed <= PACKED, "an answer takes {packed} bytes, packed");
    let bytes = data.path().join("bytes");
    std::fs::write(&bytes, &one)?;
    let database = data.path().join("kith.sqlite");
    let other = Server::start(Command::new(&bare).arg("serve").arg(database).arg(PARTNERSHIP).arg(&bytes))?;
    let made = Ask { path: "/cards", ..Ask::default() };
    let long = other.once(&made)?.body.len();
    ensure!(long.abs_diff(one.len()) * 20 < one.len(), "{} and {long} bytes", one.len());
    let (mut ours, mut reference) = (f64::INFINITY, f64::INFINITY);
    for round in 0..ROUNDS {
        let asked: Vec<String> = (0..REQUESTS).map(|n| path(round, n)).collect();
        ours = ours.min(server.cost_of_each(&asked)?);
        reference = reference.min(other.cost_of(&made, u32::try_from(REQUESTS)?)?);
    }
    let peak = server.peak_memory()?;
    println!("memory of a server with {count} services at most: {} MiB", peak >> 20);
    ensure!(peak <= MEMORY || build == Build::Dev, "the server took {peak} bytes, at most {MEMORY}");
    let name = format!("find help among {count} services, made each time");
    Ok(vec![Figure { name, ours, reference: Some(reference), limit: Limit::Times(MOST) }])
}
