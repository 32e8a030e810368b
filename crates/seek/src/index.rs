//! The index: a folder of its own on each node, or memory.

use crate::{
    ask::{Ask, Found},
    bits::Bits,
    entry::Entry,
    fields::Fields,
    gather::Gathered,
    part::Part,
    search::{View, search},
};
use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
};
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, TantivyError,
    directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory, error::LockError},
    index::SegmentId,
};
use uuid::Uuid;

/// What may go wrong. Nothing of it loses anything: the index can always be built again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process writes here.
    #[error("{0} is used by another process: every process needs a folder of its own")]
    Busy(PathBuf),
    /// There are files in the folder that are not an index.
    #[error("{0} is not empty and holds no index: nothing in it was touched")]
    Foreign(PathBuf),
    /// The folder cannot be read or written.
    #[error("{0} cannot be used: {1}")]
    Folder(PathBuf, std::io::Error),
    /// The engine failed.
    #[error("the index failed: {0}")]
    Engine(#[from] TantivyError),
}

/// Written into the folder. Another number means: thrown away and built again. To be raised with every change of [`Fields`] or of how words
/// are folded.
const VERSION: &str = "seek 1\n";
/// The file that holds it.
const STAMP: &str = "seek.version";
/// What writing may take, in bytes, before a segment is written out.
const MEMORY: usize = 64 << 20;

/// An index that is written and searched, from any thread. Answering takes less than a millisecond and waits for nobody; what writes waits for
/// the disk, so it is called where waiting is allowed.
///
/// ```
/// use seek::{Ask, Entry, Index};
/// use uuid::Uuid;
///
/// # fn main() -> Result<(), seek::Error> {
/// let index = Index::in_memory()?;
/// index.put(&[Entry::named(Uuid::from_u128(1), "Clinique du médecin"), Entry::named(Uuid::from_u128(2), "Library")])?;
/// index.commit()?;
/// let found = index.search(&Ask::new("medicin"))?;
/// assert_eq!((found.total, found.hits[0].id), (1, Uuid::from_u128(1)));
/// assert_eq!(found.mended[0].read, "medecin");
/// # Ok(()) }
/// ```
pub struct Index {
    fields: Fields,
    writer: Mutex<IndexWriter>,
    reader: IndexReader,
    view: RwLock<Arc<View>>,
    begun_anew: bool,
}

impl Index {
    /// Opens the index in a folder and makes it if there is none. One of another version, or one that is damaged, is thrown away:
    /// [`Index::begun_anew`] tells that it has to be filled.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let broken = |error| Error::Folder(folder.to_owned(), error);
        std::fs::create_dir_all(folder).map_err(broken)?;
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        let lock = directory.acquire_lock(&INDEX_WRITER_LOCK).map_err(|error| match error {
            LockError::LockBusy => Error::Busy(folder.to_owned()),
            LockError::IoError(error) => broken(std::io::Error::new(error.kind(), error.to_string())),
        })?;
        if let Some(index) = Self::sound(folder, directory) {
            drop(lock);
            if let Ok(index) = Self::with(index, false) {
                return Ok(index);
            }
        } else {
            drop(lock);
        }
        clear(folder)?;
        let fields = Fields::new();
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        let index = tantivy::Index::create(directory, fields.schema, tantivy::IndexSettings::default())?;
        let index = Self::with(index, true).map_err(|error| match error {
            Error::Engine(TantivyError::LockFailure(..)) => Error::Busy(folder.to_owned()),
            other => other,
        })?;
        std::fs::write(folder.join(STAMP), VERSION).map_err(broken)?;
        Ok(index)
    }

    /// An index that is gone with the program.
    pub fn in_memory() -> Result<Self, Error> {
        Self::with(tantivy::Index::create_in_ram(Fields::new().schema), true)
    }

    /// The index of a folder, if it is whole and of this version.
    fn sound(folder: &Path, directory: MmapDirectory) -> Option<tantivy::Index> {
        let stamp = std::fs::read_to_string(folder.join(STAMP)).ok()?;
        let index = tantivy::Index::open(directory).ok()?;
        let whole = index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
        (stamp == VERSION && whole && index.schema() == Fields::new().schema).then_some(index)
    }

    fn with(mut index: tantivy::Index, begun_anew: bool) -> Result<Self, Error> {
        index.settings_mut().docstore_compress_dedicated_thread = false;
        let writer = index.writer_with_num_threads(1, MEMORY)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let own = Self {
            fields: Fields::new(),
            writer: Mutex::new(writer),
            reader,
            view: RwLock::default(),
            begun_anew,
        };
        own.look()?;
        Ok(own)
    }

    /// Whether it was empty when it was opened, because it was new or had to be thrown away.
    pub fn begun_anew(&self) -> bool {
        self.begun_anew
    }

    /// How many entries can be found.
    pub fn len(&self) -> usize {
        self.view().documents
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds entries; each takes the place of an earlier one with the same id. They are found after the next commit.
    pub fn put<'a>(&self, entries: impl IntoIterator<Item = &'a Entry>) -> Result<(), Error> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut words = Gathered::default();
        for entry in entries {
            writer.delete_term(self.fields.id(entry.id));
            writer.add_document(self.fields.document(entry, &mut words))?;
        }
        Ok(())
    }

    /// Takes entries out. What is not there is passed over.
    pub fn take_out(&self, ids: &[Uuid]) {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        ids.iter().for_each(|id| {
            writer.delete_term(self.fields.id(*id));
        });
    }

    /// Makes what was written be found, and keeps it on the disk. The dear step: once for many entries, at most about once a second.
    pub fn commit(&self) -> Result<(), Error> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).commit()?;
        self.look()
    }

    /// Throws away what is there and writes all anew; until it is done, what was there is found.
    pub fn rebuild(&self, entries: impl IntoIterator<Item = Entry>) -> Result<(), Error> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.delete_all_documents()?;
        let mut words = Gathered::default();
        let mut known = HashSet::new();
        let all = || -> Result<(), TantivyError> {
            for entry in entries {
                // Of two with the same id the later one stays here too.
                if !known.insert(entry.id) {
                    writer.delete_term(self.fields.id(entry.id));
                }
                writer.add_document(self.fields.document(&entry, &mut words))?;
            }
            writer.commit().map(drop)
        };
        if let Err(failed) = all() {
            writer.rollback()?;
            return Err(failed.into());
        }
        let segments = writer.index().searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        drop(writer);
        self.look()
    }

    /// Answers a question. Answers do not wait for writers.
    pub fn search(&self, ask: &Ask<'_>) -> Result<Found, Error> {
        Ok(search(&self.view(), ask)?)
    }

    fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Unfolds the segments that are new; the others are kept as they are.
    fn look(&self) -> Result<(), Error> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let before = self.view();
        let known: HashMap<SegmentId, &Arc<Part>> =
            before.parts.iter().map(|(part, _)| (part.segment, part)).collect();
        let mut view = View::default();
        for segment in searcher.segment_readers() {
            let part = match known.get(&segment.segment_id()) {
                Some(part) => Arc::clone(part),
                None => Arc::new(Part::read(segment, &self.fields)?),
            };
            let mut alive = Bits::all(part.documents);
            if segment.has_deletes() {
                alive.retain(|document| !segment.is_deleted(document));
            }
            view.documents += alive.count();
            view.parts.push((part, alive));
        }
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        Ok(())
    }
}

/// Empties a folder that holds an index or nothing.
fn clear(folder: &Path) -> Result<(), Error> {
    let broken = |error| Error::Folder(folder.to_owned(), error);
    let mut files = Vec::new();
    let mut ours = true;
    for file in std::fs::read_dir(folder).map_err(broken)? {
        let path = file.map_err(broken)?.path();
        // Names of the engine's locks and list of files begin with a point.
        ours &= path.is_file() && is_of_index(&path);
        files.push(path);
    }
    if !ours {
        return Err(Error::Foreign(folder.to_owned()));
    }
    files.iter().try_for_each(std::fs::remove_file).map_err(broken)
}

/// Whether a file is one of an index: its stamp, its lists and locks, or part of a segment (32 digits).
fn is_of_index(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let segment = |name: &str| {
        name.split_once('.')
            .is_some_and(|(id, _)| id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit()))
    };
    name == STAMP
        || name == "meta.json"
        || name.starts_with(".tantivy-")
        || name.starts_with(".tmp")
        || name == ".managed.json"
        || segment(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_may_be_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Index>();
    }

    #[test]
    fn files_of_an_index_are_known_by_their_names() {
        for name in ["meta.json", "seek.version", ".tantivy-writer.lock", ".managed.json"] {
            assert!(is_of_index(Path::new(name)), "{name}");
        }
        assert!(is_of_index(Path::new("2ec094b6f2324468973a2cb835aac40f.idx")));
        assert!(!is_of_index(Path::new("letters.txt")) && !is_of_index(Path::new("2ec094.idx")));
    }
}
