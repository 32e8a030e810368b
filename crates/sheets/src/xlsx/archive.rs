//! The archive that a workbook is (ZIP, APPNOTE 6.3), opened by hand: its list of entries is bounded before it is read, and what it
//! says of their size binds.

use crate::bounds::{Bounds, Refusal};
use flate2::{Crc, bufread::DeflateDecoder};
use std::io::{self, BufReader, Read};

/// A part of the archive, by its place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with `/` between folders and none at the beginning.
    pub name: String,
    method: u16,
    checksum: u32,
    packed: usize,
    /// Its size when unpacked. More is never given out.
    pub unpacked: u64,
    header: usize,
}

/// An archive whose list of entries was read and found within the bounds.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// The archive as a whole, when it is that which is damaged.
const WHOLE: &str = "zip";

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], bounds: &Bounds) -> Result<Self, Refusal> {
        let damaged = || Refusal::damaged(WHOLE);
        let end = end_of_list(bytes).ok_or_else(damaged)?;
        let count = usize::from(short(bytes, end + 10).ok_or_else(damaged)?);
        // 0xFFFF says that the count stands elsewhere (ZIP64), because it is larger than that.
        if count > bounds.entries || count == 0xFFFF {
            return Err(Refusal::TooManyEntries { limit: bounds.entries });
        }
        let mut at = word(bytes, end + 16).and_then(|at| usize::try_from(at).ok()).ok_or_else(damaged)?;
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let (entry, next) = listed(bytes, at).ok_or_else(damaged)?;
            entries.push(entry);
            at = next;
        }
        let archive = Self { bytes, entries };
        archive.refuse_bombs(bounds)?;
        archive.refuse_archives()?;
        Ok(archive)
    }

    /// The entry of that name. Names differ in case between the programs that write them.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Whether an entry is there whose name ends so.
    pub fn has(&self, ending: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.ends_with(ending))
    }

    /// An entry's bytes as they were before packing: never more than it said, and checked at the end.
    pub fn unpack(&self, entry: &Entry) -> Result<Unpacking<'a>, Refusal> {
        let damaged = || Refusal::damaged(&entry.name);
        let start = self.start_of(entry).ok_or_else(damaged)?;
        let end = start.checked_add(entry.packed).ok_or_else(damaged)?;
        let packed = self.bytes.get(start..end).ok_or_else(damaged)?;
        let source = match entry.method {
            STORED => Source::Stored(packed),
            DEFLATED => Source::Deflated(DeflateDecoder::new(packed)),
            _ => return Err(damaged()),
        };
        Ok(Unpacking {
            source,
            left: entry.unpacked,
            crc: Crc::new(),
            checksum: entry.checksum,
            checked: false,
        })
    }

    fn start_of(&self, entry: &Entry) -> Option<usize> {
        let header = self.bytes.get(entry.header..)?;
        let name = usize::from(short(header, 26)?);
        let extra = usize::from(short(header, 28)?);
        header.starts_with(b"PK\x03\x04").then(|| entry.header.checked_add(30 + name + extra))?
    }

    fn refuse_bombs(&self, bounds: &Bounds) -> Result<(), Refusal> {
        let sum = self.entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.unpacked));
        if sum > bounds.unpacked {
            return Err(Refusal::TooLarge { limit: bounds.unpacked });
        }
        let packed = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        if sum > 1 << 20 && sum > packed.saturating_mul(bounds.ratio) {
            return Err(Refusal::TooDense { limit: bounds.ratio });
        }
        Ok(())
    }

    fn refuse_archives(&self) -> Result<(), Refusal> {
        for entry in &self.entries {
            let mut start = [0_u8; 4];
            let read = self.unpack(entry).map(|mut bytes| bytes.read(&mut start).unwrap_or(0)).unwrap_or(0);
            let magic = matches!(
                start,
                [b'P', b'K', 3 | 5, 4 | 6]
                    | [b'R', b'a', b'r', b'!']
                    | [b'7', b'z', 0xBC, 0xAF]
                    | [0x1F, 0x8B, ..]
                    | [b'B', b'Z', b'h', _]
            );
            if magic && read > 1 {
                return Err(Refusal::NestedArchive { part: entry.name.clone() });
            }
        }
        Ok(())
    }
}

/// Where the record begins that ends the list of entries: the last one that reaches exactly to the end of the file with its comment.
fn end_of_list(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(0xFFFF);
    (first..=last).rev().find(|at| {
        bytes.get(*at..).is_some_and(|rest| {
            rest.starts_with(b"PK\x05\x06")
                && short(rest, 20).is_some_and(|comment| 22 + usize::from(comment) == rest.len())
        })
    })
}

/// The entry listed at `at`, and where the next one is listed.
fn listed(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let record = bytes.get(at..)?;
    if !record.starts_with(b"PK\x01\x02") {
        return None;
    }
    let encrypted = short(record, 8)? & 1 == 1;
    let lengths = [short(record, 28)?, short(record, 30)?, short(record, 32)?].map(usize::from);
    let [named, ..] = lengths;
    let name = String::from_utf8_lossy(record.get(46..46 + named)?).replace('\\', "/");
    let entry = Entry {
        name: name.trim_start_matches('/').to_owned(),
        method: if encrypted { u16::MAX } else { short(record, 10)? },
        checksum: word(record, 16)?,
        packed: usize::try_from(word(record, 20)?).ok()?,
        unpacked: u64::from(word(record, 24)?),
        header: usize::try_from(word(record, 42)?).ok()?,
    };
    // 0xFFFFFFFF says that a size stands elsewhere (ZIP64): no part of a table is that large.
    let sized = entry.unpacked < u64::from(u32::MAX);
    let next = at.checked_add(46 + lengths.iter().sum::<usize>())?;
    sized.then_some((entry, next))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// An entry while it is unpacked.
pub struct Unpacking<'a> {
    source: Source<'a>,
    left: u64,
    crc: Crc,
    checksum: u32,
    checked: bool,
}

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

impl<'a> Unpacking<'a> {
    pub fn buffered(self) -> BufReader<Self> {
        BufReader::with_capacity(32 << 10, self)
    }

    fn check(&mut self) -> io::Result<()> {
        // A fuzzer would have to guess the sum before it gets any further.
        if self.crc.sum() != self.checksum && !cfg!(fuzzing) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.checked = true;
        Ok(())
    }
}

impl Read for Unpacking<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let count = match &mut self.source {
            Source::Stored(bytes) => bytes.read(room)?,
            Source::Deflated(decoder) => decoder.read(room)?,
        };
        if count == 0 && !room.is_empty() && !self.checked {
            self.check()?;
        }
        let given = u64::try_from(count).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(given).ok_or(io::ErrorKind::InvalidData)?;
        self.crc.update(room.get(..count).unwrap_or_default());
        Ok(count)
    }
}
