//! Holds a package against what its own descriptor says, and prints all that is wrong in the words of the reference implementation: file,
//! row, column, kind. What the benchmark compares. With `--memory`: how much memory it took at most, instead.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line program speaks")]

use hsds::package::{self, Columns, Options, Schema, Source};
use std::path::Path;
use std::process::ExitCode;

/// Kinds that belong to a row, not to one of its columns.
const OF_ROWS: [&str; 3] = ["primary-key", "foreign-key", "blank-row"];

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("validate FOLDER|ARCHIVE [--memory]");
        return ExitCode::FAILURE;
    };
    let mut options = Options { schema: Schema::Declared, columns: Columns::ByPlace, ..Options::default() };
    options.limits.findings = 1_000_000;
    let path = Path::new(&path);
    let bytes = if path.is_dir() { Vec::new() } else { std::fs::read(path).unwrap_or_default() };
    let source = if path.is_dir() { Source::Folder(path) } else { Source::Zip(&bytes) };
    match package::read(source, &options, |_| ()) {
        Ok(findings) => {
            let mut lines: Vec<String> = Vec::new();
            for finding in &findings.list {
                let Some(kind) = finding.problem.elsewhere() else { continue };
                let column = finding.column.filter(|_| !OF_ROWS.contains(&kind)).unwrap_or(0);
                lines.push(format!("{} {} {column} {kind}", finding.file, finding.row.unwrap_or(0)));
            }
            lines.sort();
            println!("{} rows, {} errors", findings.rows(), lines.len());
            if std::env::args().nth(2).as_deref() == Some("--memory") {
                println!("memory {}", memory());
            } else {
                lines.iter().for_each(|line| println!("{line}"));
            }
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            println!("refused: {refusal:?}");
            ExitCode::FAILURE
        }
    }
}

/// Most kibibytes that this process held. Linux tells; elsewhere nothing is measured.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
