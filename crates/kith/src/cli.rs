//! The command line: its commands and their options, explained in the reader's words.

use crate::{demo_command::Options, import_command, retention_command};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use platform::words::Say;
use std::path::PathBuf;

/// What is to be done with an installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Serve it.
    Serve,
    /// Bring its schema up to date.
    Migrate,
    /// Look for what is wrong with its settings and its machine.
    Doctor,
    /// Write all of it into this file.
    Backup(PathBuf),
    /// Put this file into its empty database.
    Restore(PathBuf),
    /// Print which records were erased, or erase those of this list again.
    Erasures(Option<PathBuf>),
    /// Bring a sheet in.
    Import(import_command::Options),
    /// Undo an import.
    Undo(String),
    /// Tell what will be erased by itself.
    Retention(retention_command::Options),
}

/// Which installation is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Where {
    /// The file of settings, when one is named.
    pub config: Option<PathBuf>,
    /// The folder of data, when it is named instead: then the database is the file in it.
    pub data: Option<PathBuf>,
}

/// What the command line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Show the demo's world, which needs no settings.
    Demo(Options),
    /// Do something with the installation whose settings stand in the file, when one is named.
    Installed(Order, Where),
    /// Say whether a backup is as it was written, which needs no settings either.
    Verify(PathBuf),
}

/// The command line as it is explained and read.
pub fn command(say: &Say) -> Command {
    let config = Arg::new("config")
        .long("config")
        .value_name("kith.toml")
        .value_parser(value_parser!(PathBuf))
        .global(true)
        .help(say.t("cli-config", &[]));
    Command::new("kith")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.t("cli-about", &[]))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(config)
        .subcommand(demo(say))
        .subcommand(Command::new("serve").about(say.t("cli-serve", &[])))
        .subcommand(Command::new("migrate").about(say.t("cli-migrate", &[])))
        .subcommand(Command::new("doctor").about(say.t("cli-doctor", &[])))
        .subcommand(Command::new("backup").about(say.t("cli-backup", &[])).arg(file(say)))
        .subcommand(Command::new("restore").about(say.t("cli-restore", &[])).arg(file(say)))
        .subcommand(erasures(say))
        .subcommand(import(say))
        .subcommand(undo(say))
        .subcommand(retention(say))
        .subcommand(Command::new("verify").about(say.t("cli-verify", &[])).arg(file(say)))
}

fn file(say: &Say) -> Arg {
    let parser = value_parser!(PathBuf);
    Arg::new("file").value_name("FILE").required(true).value_parser(parser).help(say.t("cli-file", &[]))
}

fn erasures(say: &Say) -> Command {
    let again = Arg::new("again")
        .long("again")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help(say.t("cli-erasures-again", &[]));
    Command::new("erasures").about(say.t("cli-erasures", &[])).arg(again)
}

fn data(say: &Say) -> Arg {
    let parser = value_parser!(PathBuf);
    Arg::new("data").long("data").value_name("DIR").value_parser(parser).help(say.t("cli-data", &[]))
}

fn import(say: &Say) -> Command {
    let what = Arg::new("what").value_name("WHAT").required(true).help(say.t("cli-import-what", &[]));
    let sheet = file(say).help(say.t("cli-import-file", &[]));
    let partnership = Arg::new("partnership").long("partnership").value_name("P").required(true);
    let answer = Arg::new("answer").long("answer").value_name("KEY=VALUE").action(ArgAction::Append);
    let answer = answer.value_parser(answered);
    let dry = Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue);
    Command::new("import")
        .about(say.t("cli-import", &[]))
        .arg(what)
        .arg(sheet)
        .arg(partnership.help(say.t("cli-import-partnership", &[])))
        .arg(dry.help(say.t("cli-import-dry-run", &[])))
        .arg(answer.help(say.t("cli-import-answer", &[])))
        .arg(Arg::new("sheet").long("sheet").value_name("NAME").help(say.t("cli-import-sheet", &[])))
        .arg(data(say))
}

/// A key and the answer to what it asks.
fn answered(typed: &str) -> Result<(String, String), String> {
    let (key, answer) = typed.split_once('=').ok_or_else(|| "KEY=VALUE".to_owned())?;
    Ok((key.trim().to_owned(), answer.trim().to_owned()))
}

fn undo(say: &Say) -> Command {
    let batch = Arg::new("batch").value_name("BATCH").required(true).help(say.t("cli-undo-batch", &[]));
    Command::new("undo").about(say.t("cli-undo", &[])).arg(batch).arg(data(say))
}

fn retention(say: &Say) -> Command {
    let partnership = Arg::new("partnership").long("partnership").value_name("P").required(true);
    let on = Arg::new("on").long("on").value_name("DAY").value_parser(value_parser!(Date));
    Command::new("retention")
        .about(say.t("cli-retention", &[]))
        .arg(partnership.help(say.t("cli-import-partnership", &[])))
        .arg(on.help(say.t("cli-retention-on", &[])))
        .arg(data(say))
}

fn demo(say: &Say) -> Command {
    let port = Arg::new("port")
        .long("port")
        .value_parser(value_parser!(u16))
        .default_value("8080")
        .help(say.t("cli-demo-port", &[]));
    let data = Arg::new("data")
        .long("data")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help(say.t("cli-demo-data", &[]));
    Command::new("demo").about(say.t("cli-demo", &[])).arg(port).arg(data)
}

/// Reads what the command line says.
pub fn read(matches: &ArgMatches) -> Option<Asked> {
    let (name, of) = matches.subcommand()?;
    let order = match name {
        "demo" => {
            let port = of.get_one::<u16>("port").copied()?;
            return Some(Asked::Demo(Options { port, data: of.get_one::<PathBuf>("data").cloned() }));
        }
        "serve" => Order::Serve,
        "migrate" => Order::Migrate,
        "doctor" => Order::Doctor,
        "backup" => Order::Backup(of.get_one::<PathBuf>("file").cloned()?),
        "restore" => Order::Restore(of.get_one::<PathBuf>("file").cloned()?),
        "erasures" => Order::Erasures(of.get_one::<PathBuf>("again").cloned()),
        "import" => Order::Import(import_command::Options {
            what: of.get_one::<String>("what").cloned()?,
            file: of.get_one::<PathBuf>("file").cloned()?,
            partnership: of.get_one::<String>("partnership").cloned()?,
            sheet: of.get_one::<String>("sheet").cloned().unwrap_or_default(),
            dry_run: of.get_flag("dry-run"),
            answers: of.get_many::<(String, String)>("answer").unwrap_or_default().cloned().collect(),
        }),
        "undo" => Order::Undo(of.get_one::<String>("batch").cloned()?),
        "retention" => Order::Retention(retention_command::Options {
            partnership: of.get_one::<String>("partnership").cloned()?,
            on: of.get_one::<Date>("on").copied(),
        }),
        "verify" => return of.get_one::<PathBuf>("file").cloned().map(Asked::Verify),
        _ => return None,
    };
    let data = of.try_get_one::<PathBuf>("data").ok().flatten().cloned();
    Some(Asked::Installed(order, Where { config: of.get_one::<PathBuf>("config").cloned(), data }))
}
