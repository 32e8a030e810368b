//! From bytes to letters.

use crate::bounds::Refusal;
use encoding_rs::{Decoder, DecoderResult, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// How letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, the low byte first: what Excel calls Unicode text.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252: what Excel for Windows calls CSV.
    Windows1252,
    /// What Excel for the Macintosh calls CSV.
    Macintosh,
}

impl Encoding {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Macintosh => "macintosh",
        }
    }

    const fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
            Self::Macintosh => MACINTOSH,
        }
    }
}

/// The encoding of a text: by its byte-order mark, else by what its bytes can be.
///
/// # Errors
/// When there is nothing, or nothing that can be text.
pub fn guess(bytes: &[u8]) -> Result<Encoding, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Ok(Encoding::Utf8),
        [0xFF, 0xFE, ..] => return Ok(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Ok(Encoding::Utf16Be),
        _ => {}
    }
    if let Some(wide) = without_mark(bytes) {
        return Ok(wide);
    }
    let broken = match std::str::from_utf8(bytes) {
        Ok(_) => return Ok(Encoding::Utf8),
        Err(_) => bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count(),
    };
    let whole: usize =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count()).sum();
    // Letters of several bytes do not come about by accident: such a text is UTF-8 that was damaged on its way.
    if whole > broken {
        return Ok(Encoding::Utf8);
    }
    // On the Macintosh é è ê ç lie where Windows-1252 has nothing or Ž.
    let mac = bytes.iter().filter(|byte| matches!(byte, 0x8D..=0x90)).count();
    let windows = bytes.iter().filter(|byte| **byte >= 0xC0).count();
    Ok(if mac > windows { Encoding::Macintosh } else { Encoding::Windows1252 })
}

/// UTF-16 without a byte-order mark: nearly every other byte of Latin text is nought.
fn without_mark(bytes: &[u8]) -> Option<Encoding> {
    let pairs = || bytes.chunks_exact(2).take(2048);
    let count = pairs().count();
    let high = pairs().filter(|pair| matches!(pair, [0, low] if *low != 0)).count();
    let low = pairs().filter(|pair| matches!(pair, [first, 0] if *first != 0)).count();
    if count == 0 {
        None
    } else if low * 10 > count * 7 && high * 20 < count {
        Some(Encoding::Utf16Le)
    } else if high * 10 > count * 7 && low * 20 < count {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Bytes of any encoding as a stream of UTF-8, a little at a time. A byte-order mark is left out.
pub struct Decoding<'a> {
    rest: &'a [u8],
    decoder: Decoder,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
    /// Letters that could not be read so far.
    pub unreadable: usize,
}

const STEP: usize = 16 << 10;

impl<'a> Decoding<'a> {
    pub fn new(bytes: &'a [u8], encoding: Encoding) -> Self {
        let decoder = encoding.table().new_decoder_with_bom_removal();
        Self { rest: bytes, decoder, ready: Vec::new(), given: 0, ended: false, unreadable: 0 }
    }

    /// What is ready to be read and was not taken yet; more is decoded when there is none. Empty only at the end.
    pub fn ready(&mut self) -> &[u8] {
        while self.given >= self.ready.len() && !self.ended {
            self.decode();
        }
        self.ready.get(self.given..).unwrap_or_default()
    }

    /// So many bytes of what is ready were taken.
    pub fn take_off(&mut self, bytes: usize) {
        self.given = self.given.saturating_add(bytes);
    }

    fn decode(&mut self) {
        let (now, later) = self.rest.split_at(self.rest.len().min(STEP));
        let last = later.is_empty();
        // A letter of one byte becomes at most three.
        self.ready.resize(now.len() * 3 + 16, 0);
        self.given = 0;
        let (mut written, mut taken) = (0, 0);
        loop {
            let source = now.get(taken..).unwrap_or_default();
            let room = self.ready.get_mut(written..).unwrap_or_default();
            let (outcome, read, put) = self.decoder.decode_to_utf8_without_replacement(source, room, last);
            (taken, written) = (taken + read, written + put);
            match outcome {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => self.ready.resize(self.ready.len() * 2, 0),
                DecoderResult::Malformed(..) => {
                    self.unreadable = self.unreadable.saturating_add(1);
                    if self.ready.len() < written + 3 {
                        self.ready.resize(self.ready.len() * 2, 0);
                    }
                    if let Some(room) = self.ready.get_mut(written..written + 3) {
                        room.copy_from_slice("\u{FFFD}".as_bytes());
                    }
                    written += 3;
                }
            }
        }
        self.ready.truncate(written);
        self.rest = later;
        self.ended = last;
    }
}

impl Read for Decoding<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let ready = self.ready();
        let count = ready.len().min(room.len());
        if let (Some(to), Some(from)) = (room.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.take_off(count);
        Ok(count)
    }
}
