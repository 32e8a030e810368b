//! A database with the whole schema and without a row: where a backup is restored.

use super::postgres;
use crate::{
    clock::Clock,
    db::{Db, Durability, SqliteDb},
    ids::Chance,
};
use std::path::{Path, PathBuf};

/// An empty database with a folder of its own.
pub struct Empty {
    /// The database, as the program's role.
    pub db: Db,
    folder: PathBuf,
    name: Option<String>,
}

impl Empty {
    /// On SQLite.
    pub async fn sqlite() -> Self {
        let folder = folder();
        let db = SqliteDb::open(&folder.join("kith.sqlite"), Durability::Off).expect("a database");
        let db = Db::Sqlite(db);
        db.migrate(Clock::fixed(super::START).now()).await.expect("migrations");
        Self { db, folder, name: None }
    }

    /// On PostgreSQL; none when no server is named.
    pub async fn postgres() -> Option<Self> {
        let (db, name) = postgres::fresh_database().await?;
        Some(Self { db, folder: folder(), name: Some(name) })
    }

    /// Its folder of data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the setting `database` says to have it: a file, or an address for the program's role.
    pub fn address(&self) -> String {
        match &self.name {
            None => self.folder.join("kith.sqlite").display().to_string(),
            Some(name) => postgres::app_url(name).expect("a server"),
        }
    }

    /// Takes it away.
    pub async fn end(self) {
        std::fs::remove_dir_all(&self.folder).expect("the folder was there");
        if let Some(name) = &self.name {
            postgres::drop_database(name).await;
        }
    }
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kith-empty-{}", Chance::system().secret()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}
