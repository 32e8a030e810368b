//! Reading an archive: whether every byte is as it was written, and its rows.

use super::{
    BackupRefusal, FORMAT, Manifest, TableEntry,
    archive::MANIFEST,
    logical_digest,
    row::{Tally, to_binds},
    seal,
};
use crate::errors::{Error, Result};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};
use zip::ZipArchive;

/// A row of an archive: its values by column.
pub(super) type Row = Map<String, Value>;

/// An archive that is as it was written.
pub struct Verified {
    zip: ZipArchive<File>,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl std::fmt::Debug for Verified {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verified").field("digest", &self.manifest.digest).finish_non_exhaustive()
    }
}

fn damaged(what: impl Into<String>) -> Error {
    BackupRefusal::Damaged { what: what.into() }.into()
}

fn not_archive(why: impl std::fmt::Display) -> Error {
    BackupRefusal::NotArchive { why: why.to_string() }.into()
}

/// Reads the whole archive at `path`: its seal, the hash of every entry, every row of every table.
///
/// # Errors
/// [`BackupRefusal::NotArchive`], [`BackupRefusal::Later`], or [`BackupRefusal::Damaged`] with the part that is.
pub fn verify(path: &Path) -> Result<Verified> {
    let mut file = File::open(path).map_err(not_archive)?;
    let sealed = seal::is_whole(&mut file)?;
    let opened = open(file);
    // A broken seal is the least that can be said: name the entry that is broken where one is found.
    match (sealed, opened.and_then(entries)) {
        (true, Ok(verified)) => Ok(verified),
        (_, Err(error)) => Err(error),
        (false, Ok(_)) => Err(damaged("seal")),
    }
}

fn open(file: File) -> Result<Verified> {
    let mut zip = ZipArchive::new(file).map_err(not_archive)?;
    let text = {
        let mut entry = zip.by_name(MANIFEST).map_err(not_archive)?;
        let mut text = Vec::new();
        entry.read_to_end(&mut text).map_err(|error| damaged(format!("{MANIFEST}: {error}")))?;
        text
    };
    let loose: Value =
        serde_json::from_slice(&text).map_err(|error| damaged(format!("{MANIFEST}: {error}")))?;
    if loose.get("format").and_then(Value::as_u64) > Some(FORMAT.into()) {
        let program = loose.get("program").and_then(Value::as_str).unwrap_or_default().to_owned();
        return Err(BackupRefusal::Later { program }.into());
    }
    let manifest: Manifest =
        serde_json::from_value(loose).map_err(|error| damaged(format!("{MANIFEST}: {error}")))?;
    Ok(Verified { zip, manifest })
}

/// Holds every entry against what the manifest says of it.
fn entries(mut opened: Verified) -> Result<Verified> {
    let manifest = opened.manifest.clone();
    for name in opened.zip.file_names() {
        let name = name.map_err(not_archive)?;
        if name != MANIFEST && !manifest.entries.contains_key(&*name) {
            return Err(damaged(format!("{name}: not listed")));
        }
    }
    for (path, expected) in &manifest.entries {
        let mut hasher = Sha256::new();
        let bytes = opened.each_part(path, |part| {
            hasher.update(part);
            Ok(())
        })?;
        let sha256 = data_encoding::HEXLOWER.encode(&hasher.finalize());
        if bytes != expected.bytes || sha256 != expected.sha256 {
            return Err(damaged(path));
        }
    }
    for table in &manifest.tables {
        let mut tally = Tally::default();
        opened.each_row(table, |line, row| {
            tally.add(line);
            to_binds(&table.columns, &row).map(|_| ())
        })?;
        if tally.rows != table.rows || tally.digest() != table.digest {
            return Err(damaged(table.path()));
        }
    }
    if logical_digest(&manifest.tables, &manifest.entries) != manifest.digest {
        return Err(damaged("digest"));
    }
    Ok(opened)
}

impl Verified {
    /// Hands an entry on, part by part, and tells how many bytes it has.
    pub(super) fn each_part(&mut self, path: &str, mut take: impl FnMut(&[u8]) -> Result<()>) -> Result<u64> {
        let mut entry = self.zip.by_name(path).map_err(|error| damaged(format!("{path}: {error}")))?;
        let mut part = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            let read = entry.read(&mut part).map_err(|error| damaged(format!("{path}: {error}")))?;
            if read == 0 {
                return Ok(bytes);
            }
            bytes += u64::try_from(read).unwrap_or_default();
            take(part.get(..read).unwrap_or_default())?;
        }
    }

    /// Hands the rows of a table on, each as its line and as what the line says.
    pub(super) fn each_row(
        &mut self,
        table: &TableEntry,
        mut take: impl FnMut(&[u8], Row) -> Result<()>,
    ) -> Result<()> {
        let path = table.path();
        let broken = |at: usize, error: &dyn std::fmt::Display| damaged(format!("{path}:{at}: {error}"));
        let entry = self.zip.by_name(&path).map_err(|error| broken(0, &error))?;
        for (at, line) in BufReader::new(entry).split(b'\n').enumerate() {
            let line = line.map_err(|error| broken(at + 1, &error))?;
            let row: Row = serde_json::from_slice(&line).map_err(|error| broken(at + 1, &error))?;
            take(&line, row)?;
        }
        Ok(())
    }
}
