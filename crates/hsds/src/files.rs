//! Where the files of a package come from: an archive, a folder, or memory. Nothing outside is reached, and bounds come first.

use crate::limits::{Limits, Refusal};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Component, Path, PathBuf};
use zip::ZipArchive;

/// Where a package lies.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// The bytes of an archive of the ZIP kind.
    Zip(&'a [u8]),
    /// A folder. Links in it that lead out of it are not followed.
    Folder(&'a Path),
    /// Files by name.
    Files(&'a BTreeMap<String, Vec<u8>>),
}

/// The files of a package, opened one after another.
pub(crate) enum Files<'a> {
    Zip { archive: ZipArchive<Cursor<&'a [u8]>>, names: BTreeMap<String, (usize, u64)> },
    Folder { folder: PathBuf, names: BTreeMap<String, u64> },
    Given(&'a BTreeMap<String, Vec<u8>>),
}

impl<'a> Files<'a> {
    pub(crate) fn open(source: Source<'a>, limits: &Limits) -> Result<Self, Refusal> {
        let files = match source {
            Source::Zip(bytes) => zip(bytes, limits)?,
            Source::Folder(path) => folder(path, limits)?,
            Source::Files(given) => Self::Given(given),
        };
        let sizes: Vec<u64> = files.sizes();
        if sizes.len() > limits.files {
            return Err(Refusal::TooManyFiles { limit: limits.files });
        }
        if sizes.iter().fold(0_u64, |sum, size| sum.saturating_add(*size)) > limits.unpacked {
            return Err(Refusal::TooLarge { limit: limits.unpacked });
        }
        Ok(files)
    }

    fn sizes(&self) -> Vec<u64> {
        match self {
            Self::Zip { names, .. } => names.values().map(|(_, size)| *size).collect(),
            Self::Folder { names, .. } => names.values().copied().collect(),
            Self::Given(given) => {
                given.values().map(|bytes| u64::try_from(bytes.len()).unwrap_or(u64::MAX)).collect()
            }
        }
    }

    /// Names of all files, with `/` between folders.
    pub(crate) fn names(&self) -> Vec<String> {
        match self {
            Self::Zip { names, .. } => names.keys().cloned().collect(),
            Self::Folder { names, .. } => names.keys().cloned().collect(),
            Self::Given(given) => given.keys().cloned().collect(),
        }
    }

    /// Opens a file; none when there is none of that name.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Box<dyn Read + '_>>, Refusal> {
        refuse_outside(name)?;
        let name = name.strip_prefix("./").unwrap_or(name);
        match self {
            Self::Zip { archive, names } => {
                let Some((at, size)) = names.get(name).copied() else { return Ok(None) };
                let file = archive.by_index(at).map_err(|_| Refusal::damaged(name))?;
                Ok(Some(Box::new(Bounded { source: file, left: size })))
            }
            Self::Folder { folder, names } => {
                let Some(size) = names.get(name).copied() else { return Ok(None) };
                let file = File::open(folder.join(name)).map_err(|_| Refusal::damaged(name))?;
                Ok(Some(Box::new(Bounded { source: file, left: size })))
            }
            Self::Given(given) => {
                Ok(given.get(name).map(|bytes| -> Box<dyn Read> { Box::new(bytes.as_slice()) }))
            }
        }
    }

    /// All of a file that is a document; none when there is none of that name.
    pub(crate) fn document(&mut self, name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(file) = self.read(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let most = u64::try_from(limits.document).unwrap_or(u64::MAX);
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Refusal::damaged(name))?;
        Refusal::of_document(&bytes, limits)?;
        Ok(Some(bytes))
    }
}

/// Gives no more bytes than were announced.
struct Bounded<R> {
    source: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(room)?;
        let given = u64::try_from(count).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(given).ok_or(io::ErrorKind::InvalidData)?;
        Ok(count)
    }
}

/// Names are relative and go down only.
fn refuse_outside(name: &str) -> Result<(), Refusal> {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let down =
        Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if name.is_empty() || drive || !down || name.contains(['\\', '\0']) {
        return Err(Refusal::LeadsOutside { file: name.to_owned() });
    }
    Ok(())
}

fn zip<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Files<'a>, Refusal> {
    if count(bytes).ok_or(Refusal::NotAnArchive)? > limits.files {
        return Err(Refusal::TooManyFiles { limit: limits.files });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NotAnArchive)?;
    let mut names = BTreeMap::new();
    let mut sum = 0_u64;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|_| Refusal::damaged("zip"))?;
        let name = file.name().map_err(|_| Refusal::damaged("zip"))?.into_owned();
        let folder = file.is_dir();
        let (linked, size) = (file.is_symlink(), file.size());
        drop(file);
        refuse_outside(name.trim_end_matches('/'))?;
        if linked {
            return Err(Refusal::LeadsOutside { file: name });
        }
        if folder || name.starts_with("__MACOSX/") {
            continue;
        }
        sum = sum.saturating_add(size);
        if names.insert(name.clone(), (at, size)).is_some() {
            return Err(Refusal::damaged(&name));
        }
    }
    if sum > limits.unpacked {
        return Err(Refusal::TooLarge { limit: limits.unpacked });
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if sum > 1 << 20 && sum > packed.saturating_mul(limits.ratio) {
        return Err(Refusal::TooDense { limit: limits.ratio });
    }
    let mut files = Files::Zip { archive, names };
    for name in files.names() {
        refuse_archive(&mut files, &name)?;
    }
    Ok(files)
}

/// How many entries the list at the end of an archive says it has. Only a list that stands where it says, right before that record, which
/// reaches exactly to the end, counts: so what is read later is what was counted here.
fn count(bytes: &[u8]) -> Option<usize> {
    let short = |at: usize| Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(0xFFFF);
    let at = (first..=last).rev().find(|at| {
        let signed = bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06"));
        signed && short(at + 20).is_some_and(|comment| at + 22 + usize::from(comment) == bytes.len())
    })?;
    let (size, offset) = (usize::try_from(long(at + 12)?).ok()?, usize::try_from(long(at + 16)?).ok()?);
    let count = usize::from(short(at + 10)?);
    (offset.checked_add(size)? == at && count.checked_mul(46)? <= size).then_some(count)
}

fn refuse_archive(files: &mut Files<'_>, name: &str) -> Result<(), Refusal> {
    let Some(mut file) = files.read(name)? else { return Ok(()) };
    let mut start = [0_u8; 4];
    let read = file.read(&mut start).map_err(|_| Refusal::damaged(name))?;
    let magic = matches!(
        start,
        [b'P', b'K', 3 | 5, 4 | 6]
            | [b'R', b'a', b'r', b'!']
            | [b'7', b'z', 0xBC, 0xAF]
            | [0x1F, 0x8B, ..]
            | [b'B', b'Z', b'h', _]
            | [0xFD, b'7', b'z', b'X']
    );
    if magic && read > 1 { Err(Refusal::NestedArchive { file: name.to_owned() }) } else { Ok(()) }
}

fn folder<'a>(path: &Path, limits: &Limits) -> Result<Files<'a>, Refusal> {
    let damaged = |_| Refusal::damaged(&path.to_string_lossy());
    let root = path.canonicalize().map_err(damaged)?;
    let mut names = BTreeMap::new();
    // One folder below is as deep as tables lie.
    let mut left = vec![(String::new(), 0)];
    while let Some((below, depth)) = left.pop() {
        for entry in root.join(&below).read_dir().map_err(damaged)? {
            let entry = entry.map_err(damaged)?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            // What a link leads to is asked, and must lie within.
            let Ok(real) = entry.path().canonicalize() else { continue };
            if !real.starts_with(&root) {
                continue;
            }
            if real.is_dir() && depth == 0 {
                left.push((format!("{name}/"), 1));
            } else if let Ok(about) = real.metadata()
                && about.is_file()
            {
                names.insert(name, about.len());
            }
            if names.len() + left.len() > limits.files {
                return Err(Refusal::TooManyFiles { limit: limits.files });
            }
        }
    }
    Ok(Files::Folder { folder: root, names })
}
