//! The seal: SHA-256 over every byte of the archive, kept in the comment at its end.

use crate::errors::Result;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
};

const WORDS: &str = "kith backup, sha256 of all before: ";
const HEX: usize = 64;

/// The comment before the seal is known.
pub(super) fn blank() -> String {
    format!("{WORDS}{}", "0".repeat(HEX))
}

/// Writes the seal over the blank one.
pub(super) fn close(file: &mut File) -> Result<()> {
    let seal = over(file)?;
    file.seek(SeekFrom::End(-i64::try_from(HEX).unwrap_or_default()))?;
    file.write_all(seal.as_bytes())?;
    Ok(())
}

/// Whether the file is as it was when it was sealed.
pub(super) fn is_whole(file: &mut File) -> Result<bool> {
    let expected = format!("{WORDS}{}", over(file)?);
    let length = file.seek(SeekFrom::End(0))?;
    let mut found = vec![0; expected.len()];
    let Some(begin) = length.checked_sub(u64::try_from(found.len()).unwrap_or(u64::MAX)) else {
        return Ok(false);
    };
    file.seek(SeekFrom::Start(begin))?;
    file.read_exact(&mut found)?;
    Ok(found == expected.as_bytes())
}

/// The hash of everything but the last bytes, which hold it.
fn over(file: &mut File) -> Result<String> {
    let length = file.seek(SeekFrom::End(0))?.saturating_sub(u64::try_from(HEX).unwrap_or_default());
    file.seek(SeekFrom::Start(0))?;
    let mut hasher = Sha256::new();
    let mut rest = Read::by_ref(file).take(length);
    let mut part = vec![0; 1 << 16];
    loop {
        let read = rest.read(&mut part)?;
        if read == 0 {
            break;
        }
        hasher.update(part.get(..read).unwrap_or_default());
    }
    Ok(data_encoding::HEXLOWER.encode(&hasher.finalize()))
}
