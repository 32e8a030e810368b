//! From settings to a program that may run: the folder is ours, the database answers, the schema fits, the role is held.

use crate::console::{ConsoleRefusal, unreachable};
use platform::{
    app::{App, Gate},
    clock::Clock,
    config::Config,
    db::{Db, Dialect, Role},
    errors::{Error, Result},
    manifest::{House, Manifest},
};
use std::{
    fs::{File, TryLockError},
    path::Path,
    sync::Arc,
};

/// Holds the folder of data while the program writes there.
#[derive(Debug)]
pub struct Hold {
    #[expect(dead_code, reason = "held, not read: the lock ends when the file is closed")]
    file: File,
}

/// Takes the folder for this process. Two programs on one file would not see each other's changes.
///
/// # Errors
/// [`ConsoleRefusal::FolderTaken`], or [`ConsoleRefusal::Folder`] when the folder cannot be made or written.
pub fn hold(folder: &Path) -> Result<Hold> {
    let refusal = |error: std::io::Error| ConsoleRefusal::Folder {
        folder: folder.display().to_string(),
        why: error.to_string(),
    };
    std::fs::create_dir_all(folder).map_err(refusal)?;
    let file = File::create(folder.join("lock")).map_err(refusal)?;
    match file.try_lock() {
        Ok(()) => Ok(Hold { file }),
        Err(TryLockError::WouldBlock) => {
            Err(ConsoleRefusal::FolderTaken { folder: folder.display().to_string() }.into())
        }
        Err(TryLockError::Error(error)) => Err(refusal(error).into()),
    }
}

/// Opens the database and brings it up to date where the program may: on SQLite, which is its own.
///
/// # Errors
/// When it does not answer, when steps are pending on PostgreSQL, or when its role is not held by row-level security.
pub async fn database(config: &Config) -> Result<Db> {
    let db = Db::open(&config.database).map_err(unreachable)?;
    let now = Clock::System.now();
    if db.dialect() == Dialect::Sqlite {
        db.migrate(now).await?;
        return Ok(db);
    }
    let role = db.role().await.map_err(unreachable)?;
    held(&role)?;
    match db.pending(now).await?.len() {
        0 => Ok(db),
        count => Err(ConsoleRefusal::Pending { count }.into()),
    }
}

/// Refuses a role that row-level security does not hold.
///
/// # Errors
/// Says which of its rights is too many.
pub fn held(role: &Role) -> Result<(), ConsoleRefusal> {
    let name = role.name.clone();
    match role {
        Role { superuser: true, .. } => Err(ConsoleRefusal::Superuser { role: name }),
        Role { bypass: true, .. } => Err(ConsoleRefusal::Bypass { role: name }),
        Role { owned: count @ 1.., .. } => Err(ConsoleRefusal::Owner { role: name, count: *count }),
        _ => Ok(()),
    }
}

/// The whole program by these settings, of these rooms.
///
/// # Errors
/// As [`database`], and when the folder of data cannot be had.
pub async fn app(config: &Config, rooms: Vec<Manifest>, gate: Arc<dyn Gate>) -> Result<Arc<App>> {
    let settings = config.settings().map_err(|error| {
        Error::from(ConsoleRefusal::Folder {
            folder: config.data().display().to_string(),
            why: crate::console::chain(&error),
        })
    })?;
    let db = database(config).await?;
    Ok(Arc::new(App::new(db, House::new(rooms), settings, gate)?))
}
