//! The command line: reads settings, speaks at the console, runs one command.

use kith::{
    archive_command,
    cli::{self, Asked, Order, Where},
    console::{Console, ConsoleRefusal},
    demo_command, doctor, erasures_command, import_command, retention_command, serve_command,
};
use platform::{
    config::Config,
    errors::{Complaints, Result},
};
use std::{path::PathBuf, process::ExitCode};
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    let console = match Console::new(|name| std::env::var(name).ok()) {
        Ok(console) => console,
        Err(error) => {
            tracing::error!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    let Some(asked) = cli::read(&cli::command(&console.say).get_matches()) else {
        return ExitCode::FAILURE;
    };
    match run(&console, asked).await {
        Ok(code) => code,
        Err(error) => {
            console.stop(&error);
            ExitCode::FAILURE
        }
    }
}

async fn run(console: &Console, asked: Asked) -> Result<ExitCode> {
    match asked {
        Asked::Demo(options) => demo(console, options).await,
        Asked::Installed(order, of) => installed(console, order, of).await,
        Asked::Verify(path) => archive_command::verify(console, &path).map(|()| ExitCode::SUCCESS),
    }
}

async fn demo(console: &Console, options: demo_command::Options) -> Result<ExitCode> {
    log("warn", false);
    let listening = |address| {
        console.line("console-listening", &[("address", format!("http://{address}").into())]);
    };
    demo_command::run(options, listening).await?;
    Ok(ExitCode::SUCCESS)
}

async fn installed(console: &Console, order: Order, of: Where) -> Result<ExitCode> {
    let config = match settings(of) {
        Ok(config) => config,
        Err(complaints) => {
            console.complaints(&complaints);
            return Err(ConsoleRefusal::Settings.into());
        }
    };
    let console = console.clone().in_lang(config.lang.as_deref());
    log(&config.log, config.log_json);
    match order {
        Order::Serve => serve_command::serve(&console, &config).await?,
        Order::Migrate => serve_command::migrate(&console, &config).await?,
        Order::Backup(path) => archive_command::back_up(&console, &config, &path).await?,
        Order::Restore(path) => archive_command::restore(&console, &config, &path).await?,
        Order::Erasures(None) => erasures_command::print(&console, &config).await?,
        Order::Erasures(Some(path)) => erasures_command::again(&console, &config, &path).await?,
        Order::Import(options) => {
            let sound = import_command::import(&console, &config, &options).await?;
            return Ok(ExitCode::from(u8::from(!sound)));
        }
        Order::Retention(options) => retention_command::print(&console, &config, &options).await?,
        Order::Undo(batch) => import_command::undo(&console, &config, &batch).await?,
        Order::Doctor => return Ok(ExitCode::from(u8::from(!doctor::look(&console, &config).await))),
    }
    Ok(ExitCode::SUCCESS)
}

/// The settings of the named file, else of `KITH_CONFIG`, else of `kith.toml` where there is one; and of the environment. A named
/// folder of data stands over them: its database is the file in it.
fn settings(of: Where) -> Result<Config, Complaints> {
    let Where { config: named, data } = of;
    if let Some(data) = data {
        return Config::read(None, import_command::settings_of(&data).into_iter());
    }
    let usual = || Some(PathBuf::from("kith.toml")).filter(|path| path.exists());
    let file = named.or_else(|| std::env::var_os("KITH_CONFIG").map(PathBuf::from)).or_else(usual);
    Config::read(file.as_deref(), std::env::vars())
}

fn log(filter: &str, json: bool) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { log.json().init() } else { log.init() }
}
