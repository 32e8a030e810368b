//! `cargo xtask test`: set-up, then every check and every test, with one count at the end.

pub mod postgres;
mod setup;
mod tally;

use anyhow::{Context, Result, ensure};
use postgres::Cluster;
pub use setup::{VALIDATORS_OF_HSDS, python, python_packages};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tally::Tally;

/// Where tests that need PostgreSQL find it; without it they run on SQLite alone.
const POSTGRES: &str = "KITH_TEST_POSTGRES";

/// Says that the packages of the other house are installed, so that tests which do not find them fail.
const OTHER_HOUSE: &str = "KITH_TEST_OIDC";

/// Names the interpreter that has the validators of others, for the tests that run beside them.
const VALIDATORS: &str = "HSDS_VALIDATORS";

/// Cases of every property in the long campaign: twenty times proptest's own 256.
const CASES: &str = "5120";

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Formatting, tidy and the tests on SQLite: for the loop at the desk.
    Fast,
    /// Everything that decides whether a change may land.
    Usual,
    /// The same with `KITH_FULL=1`: 200 kills instead of 10, twenty times as many cases of every property, and in the
    /// browser every page that links lead to, in every width and language.
    Full,
}

/// Installs what the tests need, and nothing else.
pub fn set_up(root: &Path) -> Result<bool> {
    setup::everything(root)?;
    println!("everything is installed");
    Ok(true)
}

/// Makes a room in a copy of the project and runs its tests, on PostgreSQL too when there is one.
pub fn new_room(root: &Path) -> Result<bool> {
    let mut summary = Summary::new(root, Scope::Fast);
    summary.step("a new room", |run| run.new_room(std::env::var(POSTGRES).ok().as_deref()));
    Ok(summary.close())
}

/// Runs the steps in order, each even when one before it failed; `false` when any did.
pub fn run(root: &Path, scope: Scope) -> Result<bool> {
    let mut summary = Summary::new(root, scope);
    let mut cluster = None;
    if scope != Scope::Fast {
        summary.step("set-up", |_| {
            setup::everything(root)?;
            cluster = own_cluster()?;
            Ok(Tally::default())
        });
    }
    let database =
        cluster.as_ref().map(|cluster| cluster.url.clone()).or_else(|| std::env::var(POSTGRES).ok());
    summary.step("formatting", |run| run.cargo(&["fmt", "--all", "--check"]));
    summary.step("tidy", |run| {
        ensure!(crate::tidy::run(&run.root, false)?, "see the complaints above");
        Ok(Tally::default())
    });
    if scope == Scope::Fast {
        summary.step("tests on SQLite", |run| run.tests(None));
    } else {
        summary.step("dependencies", |run| {
            ensure!(crate::dependencies::check(&run.root)?, "see the complaints above");
            Ok(Tally::default())
        });
        summary.step("clippy", |run| {
            run.cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
        });
        summary.step("tests on SQLite and PostgreSQL", |run| {
            run.tests(Some(database.as_deref().context("there is no PostgreSQL, see set-up")?))
        });
        summary.step("validators of others", |run| run.validators());
        summary.step("a new room", |run| run.new_room(database.as_deref()));
        summary.step("browser", |run| run.browser());
        summary.step("documentation", |run| {
            let mut command = run.command("cargo", &["doc", "--quiet", "--no-deps", "--workspace"]);
            run.stream(command.env("RUSTDOCFLAGS", "-D warnings"))
        });
    }
    drop(cluster);
    Ok(summary.close())
}

/// A cluster of this run's own, unless the caller names one to use.
fn own_cluster() -> Result<Option<Cluster>> {
    if let Ok(given) = std::env::var(POSTGRES) {
        println!("using the PostgreSQL of {POSTGRES}: {given}");
        return Ok(None);
    }
    let cluster = Cluster::start()?;
    println!("PostgreSQL for this run: {}", cluster.url);
    Ok(Some(cluster))
}

/// The steps so far and their results.
struct Summary {
    root: PathBuf,
    scope: Scope,
    steps: Vec<Step>,
    tally: Tally,
}

struct Step {
    name: &'static str,
    seconds: f64,
    passed: bool,
}

impl Summary {
    fn new(root: &Path, scope: Scope) -> Self {
        Self { root: root.to_path_buf(), scope, steps: Vec::new(), tally: Tally::default() }
    }

    /// Runs one step under its heading. A step that fails without a failed test counts as one failure.
    fn step(&mut self, name: &'static str, body: impl FnOnce(&Self) -> Result<Tally>) {
        println!("\n== {name}");
        let begun = crate::now();
        let outcome = body(self);
        let seconds = begun.elapsed().as_secs_f64();
        let passed = match outcome {
            Ok(tally) => {
                let passed = tally.failed == 0;
                self.tally.merge(tally);
                passed
            }
            Err(failure) => {
                println!("{failure:#}");
                self.tally.merge(Tally {
                    passed: 0,
                    failed: 1,
                    failures: vec![format!("{name}: {failure:#}")],
                });
                false
            }
        };
        println!("-- {name}: {} in {seconds:.1} s", if passed { "passed" } else { "FAILED" });
        self.steps.push(Step { name, seconds, passed });
    }

    /// Prints the summary; its last line is the count.
    fn close(&self) -> bool {
        println!("\n== summary");
        for step in &self.steps {
            println!(
                "{:<32} {:<6} {:>8.1} s",
                step.name,
                if step.passed { "passed" } else { "FAILED" },
                step.seconds
            );
        }
        for name in &self.tally.failures {
            println!("failed: {}", name.lines().next().unwrap_or(name));
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        self.steps.iter().all(|step| step.passed)
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        if self.scope == Scope::Full {
            command.env("KITH_FULL", "1").env("PROPTEST_CASES", CASES);
        }
        command
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Tally> {
        self.stream(&mut self.command("cargo", arguments))
    }

    fn tests(&self, database: Option<&str>) -> Result<Tally> {
        let mut command = self.command("cargo", &["test", "--workspace", "--no-fail-fast"]);
        if self.scope == Scope::Fast {
            // Without examples in documents, which cost a compiler run for each crate.
            command.args(["--lib", "--bins", "--tests"]);
        } else {
            command.env(OTHER_HOUSE, "1");
        }
        match database {
            Some(url) => command.env(POSTGRES, url),
            None => command.env_remove(POSTGRES),
        };
        self.stream(&mut command)
    }

    /// A room made in a copy is tidy, compiles, and passes the tests it comes with.
    fn new_room(&self, database: Option<&str>) -> Result<Tally> {
        let mut tests = crate::room::try_out(&self.root, &crate::target(&self.root).join("new-room"))?;
        match database {
            Some(url) => tests.env(POSTGRES, url),
            None => tests.env_remove(POSTGRES),
        };
        self.stream(&mut tests)
    }

    /// What is read, written and answered beside those with whom it is exchanged: frictionless, check-jsonschema and schemathesis.
    fn validators(&self) -> Result<Tally> {
        let mut all = Tally::default();
        for (package, tests) in [("hsds", "peer::"), ("kith", "exchanged::validators")] {
            let mut command = self.command("cargo", &["test", "--package", package, "--test", "it", tests]);
            let tally =
                self.stream(command.env(VALIDATORS, setup::python(&self.root, VALIDATORS_OF_HSDS)))?;
            ensure!(
                tally.passed + tally.failed > 0,
                "no test of {package} ran beside the validators of others"
            );
            all.merge(tally);
        }
        Ok(all)
    }

    fn browser(&self) -> Result<Tally> {
        let runner = "tests/browser/run.mjs";
        ensure!(self.root.join(runner).is_file(), "there is no {runner}");
        let built = self.cargo(&["build", "--quiet", "--package", "kith"])?;
        if built.failed > 0 {
            return Ok(built);
        }
        let browser = setup::chromium().context("there is no Chromium")?;
        let mut command = self.command("node", &[runner]);
        command
            .env("KITH_PROGRAM", crate::target(&self.root).join("debug/kith"))
            .env("KITH_CHROMIUM", browser);
        let tally = self.stream(&mut command)?;
        ensure!(tally.passed + tally.failed > 0, "{runner} ran no case");
        Ok(tally)
    }

    /// Runs a command, passing on what it prints and counting the test results in it.
    fn stream(&self, command: &mut Command) -> Result<Tally> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| name.clone())?;
        let mut tally = Tally::default();
        for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
            let line = line.context("what the command prints")?;
            tally.read(&line);
            println!("{line}");
        }
        let status = child.wait()?;
        if !status.success() && tally.failed == 0 {
            let words: Vec<String> =
                command.get_args().take(1).map(|word| word.to_string_lossy().into_owned()).collect();
            tally.failed = 1;
            tally.failures.push(format!("{name} {}: {status}", words.join(" ")));
        }
        Ok(tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary() -> Summary {
        Summary::new(Path::new("."), Scope::Fast)
    }

    #[test]
    fn only_the_long_campaign_asks_for_more_cases_and_kills() {
        let told = |scope| {
            let run = Summary { scope, ..summary() };
            let command = run.command("env", &[]);
            command.get_envs().map(|(name, _)| name.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told(Scope::Full), ["KITH_FULL", "PROPTEST_CASES"]);
        assert!(told(Scope::Usual).is_empty());
    }

    #[test]
    fn a_step_that_cannot_run_is_one_failure_and_the_next_still_runs() {
        let mut summary = summary();
        summary.step("first", |_| anyhow::bail!("no such thing"));
        summary.step("second", |_| Ok(Tally { passed: 2, ..Tally::default() }));
        assert_eq!((summary.tally.passed, summary.tally.failed), (2, 1));
        assert!(!summary.close());
    }

    #[test]
    fn a_command_that_fails_without_a_failed_test_is_one_failure() {
        let summary = summary();
        let tally =
            summary.stream(&mut summary.command("sh", &["-c", "echo 3 passed, 0 failed; exit 7"])).unwrap();
        assert_eq!((tally.passed, tally.failed), (3, 1));
    }

    #[test]
    fn a_command_that_succeeds_gives_its_counts() {
        let summary = summary();
        let tally = summary.stream(&mut summary.command("sh", &["-c", "echo 3 passed, 0 failed"])).unwrap();
        assert_eq!((tally.passed, tally.failed), (3, 0));
    }
}
