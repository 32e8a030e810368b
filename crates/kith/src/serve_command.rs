//! `kith serve`: the program itself, and `kith migrate`: the schema on PostgreSQL.

use crate::{
    console::{Console, ConsoleRefusal, unreachable},
    open,
    server::{self, Limits},
};
use platform::{
    clock::Clock,
    config::Config,
    db::{Db, Dialect, role_of},
    errors::{Error, Result},
};
use tokio::net::TcpListener;

/// Serves the installation until asked to stop.
///
/// # Errors
/// When the folder, the database or the address cannot be had.
pub async fn serve(console: &Console, config: &Config) -> Result<()> {
    let _hold = if config.is_postgres() { None } else { Some(open::hold(config.data())?) };
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        Error::from(ConsoleRefusal::Listen { address: config.listen.to_string(), why: error.to_string() })
    })?;
    let address = listener.local_addr()?.to_string();
    console.line("console-listening", &[("address", format!("http://{address}").into())]);
    let limits = Limits { connections: config.connections, ..Limits::default() };
    server::serve(&app, listener, limits, server::asked_to_stop()).await?;
    console.line("console-stopped", &[]);
    Ok(())
}

/// Brings the schema up to date and, on PostgreSQL, gives the program's role its rights.
///
/// # Errors
/// When the owner is not named, is the program itself, or the database refuses.
pub async fn migrate(console: &Console, config: &Config) -> Result<()> {
    let db = owner(config)?;
    if db.dialect() == Dialect::Sqlite {
        std::fs::create_dir_all(config.data())?;
    }
    let taken = db.migrate(Clock::System.now()).await.map_err(unreachable)?;
    for step in &taken {
        console.line("console-step", &[("step", (*step).into())]);
    }
    if db.dialect() == Dialect::Postgres {
        let role = role_of(&config.database)?;
        db.grant_to(&role).await?;
        console.line("console-granted", &[("role", role.into())]);
    }
    console.line("console-migrated", &[("count", taken.len().into())]);
    Ok(())
}

/// The database as whoever may change its schema: the owner in PostgreSQL, anybody who has the file in SQLite.
///
/// # Errors
/// [`ConsoleRefusal::OwnerNeeded`] or [`ConsoleRefusal::OwnerIsProgram`]; when the address cannot be read.
pub fn owner(config: &Config) -> Result<Db> {
    if !config.is_postgres() {
        std::fs::create_dir_all(config.data())?;
        return Db::open(&config.database).map_err(unreachable);
    }
    let url = config.database_owner.as_deref().ok_or(ConsoleRefusal::OwnerNeeded)?;
    if role_of(url)? == role_of(&config.database)? {
        return Err(ConsoleRefusal::OwnerIsProgram.into());
    }
    Db::open(url).map_err(unreachable)
}
