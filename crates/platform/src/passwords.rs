//! Passwords: hashed slowly on purpose, and never so many at once that everything else stands still.
//!
//! What is kept is a line of text that names how it was made (`$argon2id$v=19$m=19456,t=2,p=1$salt$hash`), so that the cost
//! may rise later and old lines still hold until their owners come by.

use crate::{
    errors::{Error, Result},
    ids::Chance,
};
use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE64_NOPAD;
use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};
use subtle::ConstantTimeEq;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization;

const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;
/// So many wait for each core before the next one is told to come again: about a second and a half of waiting.
const IN_LINE_PER_CORE: usize = 12;
/// When to come again, in seconds.
const AGAIN_SECONDS: u32 = 3;

/// How much work one hash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    memory: u32,
    /// How often it is gone through.
    passes: u32,
    /// Lanes that could be worked on at once.
    lanes: u32,
}

impl Cost {
    /// Argon2id with 19 MiB, 2 passes and 1 lane: the least that the OWASP Password Storage Cheat Sheet recommends, and
    /// what two small cores can give to a whole office that signs in at nine.
    pub const USUAL: Self = Self { memory: 19 * 1_024, passes: 2, lanes: 1 };
}

/// How a typed password stands to what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it is the one.
    pub fits: bool,
    /// Whether it was kept at another cost than today's: time to hash it anew, while it is known.
    pub is_outdated: bool,
}

/// Where passwords are hashed: as many at once as there are cores, a short line behind them, and nobody else. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Passwords {
    cost: Cost,
    turns: Arc<Semaphore>,
    in_line: Arc<AtomicUsize>,
    most: usize,
    made: Arc<AtomicU64>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::at(Cost::USUAL)
    }
}

impl Passwords {
    fn at(cost: Cost) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            cost,
            turns: Arc::new(Semaphore::new(cores)),
            in_line: Arc::default(),
            most: cores * (1 + IN_LINE_PER_CORE),
            made: Arc::default(),
        }
    }

    /// Hashes that protect nothing: for tests, which have no time to lose.
    pub(crate) fn cheap() -> Self {
        Self::at(Cost { memory: 8, passes: 1, lanes: 1 })
    }

    /// How many hashes were made since the program began.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// What is kept of a password. Two spellings of one text (composed and decomposed letters) are the same password.
    ///
    /// # Errors
    /// [`Error::Busy`] when the line is full.
    pub async fn hash(&self, chance: &Chance, typed: &str) -> Result<String> {
        self.line_up()?.hash(chance, typed).await
    }

    /// Whether a typed password is the one that is kept. Where none is kept the answer is no, after the same work.
    ///
    /// # Errors
    /// [`Error::Busy`] when the line is full.
    pub async fn check(&self, typed: &str, kept: Option<&str>) -> Result<Verdict> {
        self.line_up()?.check(typed, kept).await
    }

    /// Takes a place in the line, for one hash: who counts tries counts after this, so that a full line costs nobody one.
    ///
    /// # Errors
    /// [`Error::Busy`] when the line is full.
    pub fn line_up(&self) -> Result<InLine> {
        let place = Place(Arc::clone(&self.in_line));
        if place.0.fetch_add(1, Ordering::AcqRel) >= self.most {
            return Err(Error::Busy(AGAIN_SECONDS));
        }
        Ok(InLine { passwords: self.clone(), place })
    }
}

/// A place in the line for one hash, given back when it is left.
#[derive(Debug)]
pub struct InLine {
    passwords: Passwords,
    place: Place,
}

impl InLine {
    /// As [`Passwords::hash`].
    ///
    /// # Errors
    /// A failure when the hash cannot be made.
    pub async fn hash(self, chance: &Chance, typed: &str) -> Result<String> {
        let kept = Kept { cost: self.passwords.cost, salt: chance.bytes(), hash: [0; HASH_BYTES] };
        let hash = self.work(typed, &kept).await?;
        Ok(Kept { hash, ..kept }.to_text())
    }

    /// As [`Passwords::check`].
    ///
    /// # Errors
    /// A failure when the hash cannot be made.
    pub async fn check(self, typed: &str, kept: Option<&str>) -> Result<Verdict> {
        let today = self.passwords.cost;
        let known = kept.and_then(Kept::read);
        let nobodys = Kept { cost: today, salt: [0; SALT_BYTES], hash: [0; HASH_BYTES] };
        let held_against = known.as_ref().unwrap_or(&nobodys);
        let hash = self.work(typed, held_against).await?;
        let same = bool::from(hash.ct_eq(&held_against.hash));
        let cost = known.as_ref().map(|known| known.cost);
        Ok(Verdict { fits: same && cost.is_some(), is_outdated: cost.is_some_and(|cost| cost != today) })
    }

    /// Waits until it is the first in the line, and holds that turn until what is given is dropped.
    ///
    /// # Errors
    /// None but a failure of the program itself.
    pub async fn turn(self) -> Result<OwnedSemaphorePermit> {
        let turn = Arc::clone(&self.passwords.turns).acquire_owned().await.map_err(Error::failed);
        drop(self.place);
        turn
    }

    async fn work(self, typed: &str, like: &Kept) -> Result<[u8; HASH_BYTES]> {
        let made = Arc::clone(&self.passwords.made);
        let turn = self.turn().await?;
        let (typed, cost, salt) = (typed.nfc().collect::<String>(), like.cost, like.salt);
        made.fetch_add(1, Ordering::Relaxed);
        // The turn goes along: a request that is given up does not make room while its hash is still worked on.
        let work = move || {
            let _turn = turn;
            hashed(&typed, cost, salt)
        };
        #[expect(clippy::disallowed_methods, reason = "awaited at once, as many as there are cores")]
        let working = tokio::task::spawn_blocking(work);
        working.await.map_err(Error::failed)?
    }
}

/// Counts one in the line.
#[derive(Debug)]
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn hashed(typed: &str, cost: Cost, salt: [u8; SALT_BYTES]) -> Result<[u8; HASH_BYTES]> {
    let params =
        Params::new(cost.memory, cost.passes, cost.lanes, Some(HASH_BYTES)).map_err(Error::failed)?;
    let mut hash = [0; HASH_BYTES];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), &salt, &mut hash)
        .map_err(Error::failed)?;
    Ok(hash)
}

/// What is kept of one password.
struct Kept {
    cost: Cost,
    salt: [u8; SALT_BYTES],
    hash: [u8; HASH_BYTES],
}

impl Kept {
    fn to_text(&self) -> String {
        let Cost { memory, passes, lanes } = self.cost;
        let (salt, hash) = (BASE64_NOPAD.encode(&self.salt), BASE64_NOPAD.encode(&self.hash));
        format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${hash}")
    }

    /// None when it was not written by [`Kept::to_text`].
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("$argon2id$v=19$")?.split('$');
        let (cost, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
        let mut numbers = cost.split(',').zip(["m=", "t=", "p="]).map(|(part, name)| part.strip_prefix(name));
        let mut number = || numbers.next()??.parse::<u32>().ok();
        let cost = Cost { memory: number()?, passes: number()?, lanes: number()? };
        let bytes = |text: &str| BASE64_NOPAD.decode(text.as_bytes()).ok();
        let (salt, hash) = (bytes(salt)?.try_into().ok()?, bytes(hash)?.try_into().ok()?);
        parts.next().is_none().then_some(Self { cost, salt, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANCE: u64 = 5;

    #[tokio::test]
    async fn a_password_fits_and_another_does_not() {
        let (passwords, chance) = (Passwords::cheap(), Chance::seeded(CHANCE));
        let kept = passwords.hash(&chance, "d\u{e9}j\u{e0} vu on Talbot Street").await.unwrap();
        assert!(!kept.contains("Talbot") && kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{kept}");
        for (typed, fits) in [
            ("d\u{e9}j\u{e0} vu on Talbot Street", true),
            ("de\u{301}ja\u{300} vu on Talbot Street", true),
            ("d\u{e9}j\u{e0} vu on Talbot street", false),
            ("", false),
        ] {
            let verdict = passwords.check(typed, Some(&kept)).await.unwrap();
            assert_eq!(verdict, Verdict { fits, is_outdated: false }, "{typed}");
        }
        assert_ne!(
            kept,
            passwords.hash(&chance, "d\u{e9}j\u{e0} vu on Talbot Street").await.unwrap(),
            "salted"
        );
    }

    #[tokio::test]
    async fn where_none_is_kept_the_same_work_is_done_and_nothing_fits() {
        let passwords = Passwords::cheap();
        for kept in [None, Some(""), Some("$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"), Some("plain")] {
            let before = passwords.made();
            assert!(!passwords.check("anything", kept).await.unwrap().fits, "{kept:?}");
            assert_eq!(passwords.made() - before, 1, "{kept:?}");
        }
    }

    #[tokio::test]
    async fn what_was_kept_at_another_cost_still_fits_and_says_so() {
        let (cheap, usual, chance) = (Passwords::cheap(), Passwords::default(), Chance::seeded(CHANCE));
        let kept = cheap.hash(&chance, "three words and more").await.unwrap();
        let verdict = usual.check("three words and more", Some(&kept)).await.unwrap();
        assert_eq!(verdict, Verdict { fits: true, is_outdated: true });
        let anew = usual.hash(&chance, "three words and more").await.unwrap();
        assert!(anew.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{anew}");
        assert_eq!(
            usual.check("three words and more", Some(&anew)).await.unwrap(),
            Verdict { fits: true, is_outdated: false }
        );
    }

    #[tokio::test]
    async fn a_full_line_says_so_at_once_and_empties_again() {
        let passwords = Passwords { most: 2, turns: Arc::new(Semaphore::new(0)), ..Passwords::cheap() };
        let mut waiting = tokio::task::JoinSet::new();
        for _ in 0..2 {
            let passwords = passwords.clone();
            waiting.spawn(async move { passwords.check("x", None).await.is_ok() });
        }
        while passwords.in_line.load(Ordering::Acquire) < 2 {
            tokio::task::yield_now().await;
        }
        let third = passwords.check("x", None).await;
        assert!(matches!(third, Err(Error::Busy(AGAIN_SECONDS))), "{third:?}");
        passwords.turns.add_permits(1);
        assert_eq!(waiting.join_all().await, [true, true]);
        assert!(passwords.check("x", None).await.is_ok(), "and the line is empty");
    }
}
