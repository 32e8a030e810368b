//! The zip under way: each entry is hashed as it is written.

use super::Entry;
use crate::errors::{Error, Result};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::File,
    io::{Read, Write},
    path::{Path, PathBuf},
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Where stored files are in the archive.
pub(super) const FILES: &str = "files/";
/// The secret that the installation made for itself.
pub(super) const SECRET: &str = "secret";
/// What the archive says of itself.
pub(super) const MANIFEST: &str = "manifest.json";

/// An archive being written.
pub(super) struct Archive {
    zip: ZipWriter<File>,
    path: String,
    hasher: Sha256,
    bytes: u64,
    /// What has been written.
    pub(super) entries: BTreeMap<String, Entry>,
}

impl Archive {
    pub(super) fn new(file: File) -> Result<Self> {
        let mut zip = ZipWriter::new(file);
        zip.set_comment(super::seal::blank()).map_err(Error::failed)?;
        Ok(Self { zip, path: String::new(), hasher: Sha256::new(), bytes: 0, entries: BTreeMap::new() })
    }

    /// Begins an entry.
    pub(super) fn begin(&mut self, path: &str) -> Result<()> {
        let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
        self.zip.start_file(path, options).map_err(Error::failed)?;
        (self.path, self.hasher, self.bytes) = (path.to_owned(), Sha256::new(), 0);
        Ok(())
    }

    /// Writes into the entry.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.zip.write_all(bytes)?;
        self.hasher.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(())
    }

    /// Ends the entry.
    pub(super) fn end(&mut self) {
        let sha256 = data_encoding::HEXLOWER.encode(&std::mem::take(&mut self.hasher).finalize());
        self.entries.insert(std::mem::take(&mut self.path), Entry { bytes: self.bytes, sha256 });
    }

    /// A whole entry.
    pub(super) fn put(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        self.begin(path)?;
        self.write(bytes)?;
        self.end();
        Ok(())
    }

    /// A whole entry from a file.
    pub(super) fn put_file(&mut self, path: &str, from: &Path) -> Result<()> {
        let mut file = File::open(from)?;
        self.begin(path)?;
        let mut part = vec![0; 1 << 16];
        loop {
            let read = file.read(&mut part)?;
            if read == 0 {
                break;
            }
            self.write(part.get(..read).unwrap_or_default())?;
        }
        self.end();
        Ok(())
    }

    /// Writes the list of entries, and gives the file back.
    pub(super) fn finish(self) -> Result<File> {
        self.zip.finish().map_err(Error::failed)
    }
}

/// Every file below `folder`, by its path there with `/` between; none when there is no such folder.
pub(super) fn files_below(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = waiting.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                waiting.push((format!("{name}/"), entry.path()));
            } else {
                found.insert(name, entry.path());
            }
        }
    }
    Ok(found)
}
