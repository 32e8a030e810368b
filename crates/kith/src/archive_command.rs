//! `kith backup`, `kith verify`, `kith restore`: the installation as one file, and back.

use crate::{
    console::{Console, ConsoleRefusal, unreachable},
    open,
    serve_command::owner,
};
use platform::{
    backup::{self, Manifest, Target},
    clock::Clock,
    config::Config,
    db::{Db, role_of},
    errors::Result,
    words::Arg,
};
use std::path::Path;

/// Writes a backup to `path` while the installation runs.
///
/// # Errors
/// When there is no database, or the file is there or cannot be written.
pub async fn back_up(console: &Console, config: &Config, path: &Path) -> Result<()> {
    if !config.is_postgres() && !Path::new(&config.database).exists() {
        return Err(ConsoleRefusal::NoDatabase { path: config.database.clone() }.into());
    }
    let db = Db::open(&config.database).map_err(unreachable)?;
    let manifest = backup::write(&db, config.data(), path, Clock::System.now()).await?;
    tell(console, "console-backed-up", path, &manifest);
    Ok(())
}

/// Says whether the backup at `path` is as it was written.
///
/// # Errors
/// When it is not, with the part that is damaged.
pub fn verify(console: &Console, path: &Path) -> Result<()> {
    let verified = backup::verify(path)?;
    tell(console, "console-verified", path, &verified.manifest);
    Ok(())
}

/// Restores the backup at `path` into the empty database of the settings.
///
/// # Errors
/// When the backup is damaged, or the database is not empty or does not take it. Then nothing of it is kept.
pub async fn restore(console: &Console, config: &Config, path: &Path) -> Result<()> {
    let _hold = open::hold(config.data())?;
    let db = Db::open(&config.database).map_err(unreachable)?;
    let owner = if config.database_owner.is_some() { Some(owner(config)?) } else { None };
    let role = if config.is_postgres() { role_of(&config.database)? } else { String::new() };
    let target =
        Target { db: &db, owner: owner.as_ref().map(|owner| (owner, role.as_str())), data: config.data() };
    let verified = backup::restore(path, &target, Clock::System.now()).await?;
    tell(console, "console-restored", path, &verified.manifest);
    console.line("console-restored-erasures", &[("at", verified.manifest.taken_at.to_string().into())]);
    Ok(())
}

fn tell(console: &Console, key: &str, path: &Path, manifest: &Manifest) {
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    let files = manifest.entries.keys().filter(|entry| entry.starts_with("files/")).count();
    let args = [
        ("path", Arg::from(path.display().to_string())),
        ("rows", Arg::from(i64::try_from(rows).unwrap_or(i64::MAX))),
        ("tables", Arg::from(manifest.tables.len())),
        ("files", Arg::from(files)),
        ("at", Arg::from(manifest.taken_at.to_string())),
        ("digest", Arg::from(manifest.digest.as_str())),
    ];
    console.line(key, &args);
}
