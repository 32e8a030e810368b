//! The project's own commands, called as `cargo xtask VERB`.
//!
//! This crate never depends on the product: it builds in seconds and can judge sources that do not compile.
#![expect(clippy::print_stdout, reason = "a command line program speaks on its standard output")]

mod bench;
mod dependencies;
mod fuzz;
mod room;
mod test;
mod tidy;
mod words;

use bench::Build;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use test::Scope;

/// What `cargo xtask` can do: the word, and what it does.
pub const VERBS: &[(&str, &str)] = &[
    ("test", "every check and every test; --fast for the desk, --full with the long campaigns"),
    ("setup", "installs what the tests need beside Rust"),
    ("tidy", "the static checks, without building the product; --shrink tightens their lists"),
    ("dependencies", "licences, second versions and number of crates, held against deny.toml"),
    ("words", "how much each language says; with a language: what it lacks, with the English beside it"),
    (
        "bench",
        "what things cost beside what they may; --import the long import alone, --pages pages of the demo alone, --seek the search alone, --hsds packages of directories alone, --finding the public search over many services alone, --twins the search for doubles alone, --from-nothing a release build, --dev tries it out",
    ),
    (
        "fuzz",
        "csv|xlsx|hsds-package|hsds-json|question|phrase COUNT or MINUTESm: random files against the readers, random texts against the search",
    ),
    ("room", "NAME: writes a small whole room that opens; --try-out makes one in a copy and tests it"),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words = arguments.iter().map(String::as_str);
    let verb = words.next().unwrap_or("help");
    let rest: Vec<&str> = words.collect();
    match run(verb, &rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            println!("xtask {verb}: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one verb; `false` means that it ran and found something wrong.
fn run(verb: &str, rest: &[&str]) -> anyhow::Result<bool> {
    match (verb, rest) {
        ("test", []) => test::run(&root(), Scope::Usual),
        ("test", ["--fast"]) => test::run(&root(), Scope::Fast),
        ("test", ["--full"]) => test::run(&root(), Scope::Full),
        ("setup", []) => test::set_up(&root()),
        ("tidy", []) => tidy::run(&root(), false),
        ("tidy", ["--shrink"]) => tidy::run(&root(), true),
        ("dependencies", []) => dependencies::check(&root()),
        ("words", []) => words::table(&root()),
        ("words", [lang]) => words::lacking(&root(), lang),
        ("room", ["--try-out"]) => test::new_room(&root()),
        ("room", [name]) => room::make(&root(), name),
        ("fuzz", [kind, amount]) => fuzz::run(&root(), kind, amount),
        ("bench", []) => bench::run(&root(), Build::Release),
        ("bench", ["--from-nothing"]) => bench::from_nothing(&root()),
        ("bench", ["--dev"]) => bench::run(&root(), Build::Dev),
        ("bench", ["--import"]) => bench::import(&root(), Build::Release),
        ("bench", ["--import", "--dev"] | ["--dev", "--import"]) => bench::import(&root(), Build::Dev),
        ("bench", ["--pages"]) => bench::pages(&root(), Build::Release),
        ("bench", ["--seek"]) => bench::seek(&root(), Build::Release),
        ("bench", ["--seek", "--dev"] | ["--dev", "--seek"]) => bench::seek(&root(), Build::Dev),
        ("bench", ["--finding"]) => bench::finding(&root(), Build::Release),
        ("bench", ["--finding", "--dev"] | ["--dev", "--finding"]) => bench::finding(&root(), Build::Dev),
        ("bench", ["--twins"]) => bench::doubles(&root(), Build::Release),
        ("bench", ["--hsds"]) => bench::directories(&root(), Build::Release),
        ("bench", ["--hsds", "--dev"] | ["--dev", "--hsds"]) => bench::directories(&root(), Build::Dev),
        ("help" | "--help" | "-h", _) => {
            usage();
            Ok(true)
        }
        _ => {
            usage();
            anyhow::bail!("not known: {verb} {}", rest.join(" "))
        }
    }
}

fn usage() {
    println!("cargo xtask VERB");
    for (verb, meaning) in VERBS {
        println!("  {verb:<12} {meaning}");
    }
}

/// The folder of the workspace: the one from which cargo runs this program.
fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let own = PathBuf::from(own);
    own.parent().map(Path::to_path_buf).unwrap_or(own)
}

/// Now, for measuring how long a step takes.
fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "a command line program measures the real time")]
    Instant::now()
}

/// The folder where cargo builds.
fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
