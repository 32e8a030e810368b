//! `kith serve`: the program itself, and `kith migrate`: the schema on PostgreSQL.

use crate::{
    console::{Console, ConsoleRefusal, unreachable},
    open,
    server::{self, Limits},
};
use axum::{Router, routing::get};
use http::header;
use platform::{
    app::App,
    clock::Clock,
    config::Config,
    db::{Db, Dialect, role_of},
    errors::{Error, Result},
};
use std::{net::SocketAddr, sync::Arc};
use tokio::{net::TcpListener, sync::watch::Receiver};

/// Serves the installation until asked to stop.
///
/// # Errors
/// When the folder, the database or the address cannot be had.
pub async fn serve(console: &Console, config: &Config) -> Result<()> {
    let _hold = if config.is_postgres() { None } else { Some(open::hold(config.data())?) };
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let listener = listen(config.listen).await?;
    let address = listener.local_addr()?.to_string();
    console.line("console-listening", &[("address", format!("http://{address}").into())]);
    let counting = match config.metrics {
        None => None,
        Some(at) => {
            let listener = listen(at).await?;
            console.line(
                "console-counting",
                &[("address", format!("http://{}/metrics", listener.local_addr()?).into())],
            );
            Some(listener)
        }
    };
    if let Some(code) = accounts::first_run_code(&app).await? {
        let origin = app.settings.origin.as_str().into();
        console.line("console-first-run", &[("origin", origin), ("code", code.into())]);
    }
    let limits = Limits { connections: config.connections, ..Limits::default() };
    let (tell, told) = tokio::sync::watch::channel(false);
    let stop = async {
        server::asked_to_stop().await;
        tell.send_replace(true);
    };
    let (served, counted) =
        tokio::join!(server::serve(&app, listener, limits, stop), count_aloud(&app, counting, told));
    served.and(counted)?;
    console.line("console-stopped", &[]);
    Ok(())
}

async fn listen(at: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(at)
        .await
        .map_err(|error| ConsoleRefusal::Listen { address: at.to_string(), why: error.to_string() }.into())
}

/// Answers `/metrics` on its own address, where visitors do not come, until told to stop.
async fn count_aloud(
    app: &Arc<App>,
    listener: Option<TcpListener>,
    mut told: Receiver<bool>,
) -> anyhow::Result<()> {
    let Some(listener) = listener else { return Ok(()) };
    let app = Arc::clone(app);
    let metrics = move || async move {
        let text = platform::metrics::text(&app).await?;
        Ok::<_, Error>(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text))
    };
    let router = Router::new().route("/metrics", get(metrics));
    let limits = Limits { connections: 16, ..Limits::default() };
    server::listen(router, listener, limits, async move { drop(told.wait_for(|stop| *stop).await) }).await
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
