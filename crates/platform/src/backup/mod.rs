//! Backups: one file with all rows and files of an installation, from one instant, readable without Kith.
//!
//! The archive is a zip: `README.txt`, `tables/TABLE.ndjson` (a JSON object per row), `files/…`, and `manifest.json`, which
//! lists every entry with its SHA-256, every table with its columns and rows, and one digest over all that the rows and
//! files say. That digest does not depend on the database: an archive taken from SQLite and restored into PostgreSQL
//! gives the same one again. The archive's comment is a seal over every byte before it.
//!
//! Tables and columns are asked from the database, never listed: a new room is in the backup from its first day.

mod archive;
mod read;
mod restore;
mod row;
mod seal;
#[cfg(test)]
mod tests;
mod write;

pub use read::{Verified, verify};
pub use restore::{Target, restore};
pub use write::write;

use crate::{
    clock::Moment,
    db::{Kind, Table},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The version of the archive's format.
pub const FORMAT: u32 = 1;

crate::refusals! {
    /// Why a backup is not what it should be, or cannot be restored.
    pub enum BackupRefusal {
        /// The file cannot be read as an archive of Kith.
        NotArchive {
            /// What is wrong with it.
            why: String,
        } = "backup-not-archive",
        /// A later program wrote it.
        Later {
            /// By which version.
            program: String,
        } = "backup-later",
        /// What it holds is not what it says it holds.
        Damaged {
            /// Which part, and how.
            what: String,
        } = "backup-damaged",
        /// There is something in the database already.
        NotEmpty {
            /// The table that has rows.
            table: String,
        } = "backup-not-empty",
        /// There are files in the folder already.
        FilesThere {
            /// The folder.
            folder: String,
        } = "backup-files-there",
        /// The file that should be written is there.
        Exists {
            /// Its path.
            path: String,
        } = "backup-exists",
        /// The database gave back something else than was put in; nothing was kept.
        Differs = "backup-differs",
        /// The empty database is of a later version than the archive, whose rows would not go through the steps between.
        SchemaAhead = "backup-schema-ahead",
        /// Steps of the schema must be taken, which only the owner of the tables can.
        OwnerNeeded = "backup-owner-needed",
    }
}

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the format.
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The instant from which everything in it is.
    pub taken_at: Moment,
    /// `sqlite` or `postgres`: where it was taken. Tells nothing about where it can be restored.
    pub taken_from: String,
    /// The steps of the schema that its database had taken.
    pub migrations: Vec<String>,
    /// The tables, each after those its rows point at.
    pub tables: Vec<TableEntry>,
    /// Every other entry of the archive: path, bytes, SHA-256.
    pub entries: BTreeMap<String, Entry>,
    /// One digest over all that rows and files say.
    pub digest: String,
}

/// A table in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name; its rows are in `tables/NAME.ndjson`.
    pub name: String,
    /// Its columns and what they hold.
    pub columns: BTreeMap<String, Kind>,
    /// How many rows it has.
    pub rows: u64,
    /// What its rows say, whatever their order.
    pub digest: String,
}

/// An entry of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its size, unpacked.
    pub bytes: u64,
    /// SHA-256 of it, in hexadecimal.
    pub sha256: String,
}

impl TableEntry {
    fn of(table: &Table, tally: &row::Tally) -> Self {
        Self {
            name: table.name.clone(),
            columns: table.columns.clone(),
            rows: tally.rows,
            digest: tally.digest(),
        }
    }

    fn path(&self) -> String {
        table_path(&self.name)
    }
}

fn table_path(table: &str) -> String {
    format!("tables/{table}.ndjson")
}

/// The digest over all that rows and files say. Entries that tell about the archive itself are not part of it.
fn logical_digest(tables: &[TableEntry], entries: &BTreeMap<String, Entry>) -> String {
    let mut lines: Vec<String> = tables
        .iter()
        .filter(|table| table.rows > 0)
        .map(|table| format!("table {} {} {}\n", table.name, table.rows, table.digest))
        .collect();
    let files = entries.iter().filter(|(path, _)| path.starts_with(archive::FILES));
    lines.extend(files.map(|(path, entry)| format!("file {path} {} {}\n", entry.bytes, entry.sha256)));
    lines.sort();
    data_encoding::HEXLOWER.encode(&Sha256::digest(lines.concat()))
}
