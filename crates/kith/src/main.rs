//! The command line.
#![expect(clippy::print_stdout, reason = "a command line program speaks on its standard output")]

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

/// The open-source system that a Local Immigration Partnership runs on.
#[derive(Debug, Parser)]
#[command(name = "kith", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try it: four partnerships on this machine, with everything to look around in
    Demo(kith::demo_command::Options),
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_env("KITH_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match Arguments::parse().command {
        Command::Demo(options) => {
            kith::demo_command::run(options, |address| println!("listening on http://{address}")).await
        }
    }
}
