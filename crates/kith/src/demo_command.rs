//! `kith demo`: the demo's world on this machine, for trying things out.

use crate::server::{self, Limits};
use anyhow::{Context, Result};
use platform::{
    app::{App, MailRoute, Settings},
    db::{Db, Durability, SqliteDb},
    ids::Chance,
    manifest::House,
};
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::net::TcpListener;

/// What `kith demo` is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port on this machine's own address; 0 takes a free one.
    pub port: u16,
    /// The folder in which what you change is kept; without it, a new one at every start.
    pub data: Option<PathBuf>,
}

/// Builds the demo's world and answers on the machine's own address, and on no other, until asked to stop.
/// `listening` is told the address once the world is there.
///
/// # Errors
/// When the folder, the database or the port cannot be had.
pub async fn run(options: Options, listening: impl FnOnce(SocketAddr)) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .await
        .with_context(|| format!("port {} is taken", options.port))?;
    let address = listener.local_addr()?;
    let chance = Chance::system();
    let lasting = options.data.is_some();
    let folder =
        options.data.unwrap_or_else(|| std::env::temp_dir().join(format!("kith-demo-{}", chance.secret())));
    std::fs::create_dir_all(&folder).with_context(|| format!("no folder {}", folder.display()))?;
    let app = open(&folder, address, &chance, lasting).await?;
    listening(address);
    let served = server::serve(&app, listener, Limits::default(), server::asked_to_stop()).await;
    if !lasting {
        std::fs::remove_dir_all(&folder).with_context(|| format!("{} stays", folder.display()))?;
    }
    served
}

async fn open(folder: &Path, address: SocketAddr, chance: &Chance, lasting: bool) -> Result<Arc<App>> {
    let durability = if lasting { Durability::Full } else { Durability::Off };
    let db = Db::Sqlite(SqliteDb::open(&folder.join("kith.sqlite"), durability)?);
    let settings = Settings {
        origin: format!("http://{address}"),
        data: folder.to_owned(),
        mail: MailRoute::Folder,
        mail_from: "Kith <kith@kith.example>".into(),
        secret: chance.secret(),
        behind_proxy: false,
        issuers: Vec::new(),
    };
    let app = App::new(db, House::new(demo::among(crate::rooms())), settings, crate::gate())?;
    app.db.migrate(app.clock.now()).await?;
    let app = Arc::new(app);
    demo::world::load::build(&app).await?;
    Ok(app)
}
