//! Typed ids, references to any object, and the one source of chance.

use crate::clock::Clock;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// A typed id: a UUID that knows what it names.
pub trait Id: Copy + From<Uuid> + Into<Uuid> {
    /// The kind of thing it names, as written in `Ref`, audit entries and links: `"seat"`.
    const KIND: &'static str;
}

/// Declares a typed id over a UUID: `id! { /// One place. PlaceId, "place" }`.
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $kind:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(pub ::uuid::Uuid);
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::ids::plainly_spelled(from).map(Self)
            }
        }
        impl $crate::ids::Id for $name {
            const KIND: &'static str = $kind;
        }
        impl From<::uuid::Uuid> for $name {
            fn from(id: ::uuid::Uuid) -> Self {
                Self(id)
            }
        }
        impl From<$name> for ::uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl From<$name> for $crate::ids::Ref {
            fn from(id: $name) -> Self {
                Self::new($kind, id.0)
            }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl $crate::db::Param for $name {
            fn bind(&self) -> $crate::db::Bind<'_> {
                $crate::db::Bind::Uuid(self.0)
            }
        }
        impl $crate::db::Column for $name {
            fn column(value: $crate::db::Value) -> Result<Self, $crate::db::Mismatch> {
                <::uuid::Uuid as $crate::db::Column>::column(value).map(Self)
            }
        }
    };
}

/// A UUID as we write it: of its many spellings (capitals, braces, no hyphens) only one is an address of ours.
///
/// # Errors
/// When it is spelled otherwise.
pub fn plainly_spelled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Uuid, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(from)?;
    let id: Uuid = text.parse().map_err(serde::de::Error::custom)?;
    let plain = *id.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()) == *text;
    if plain { Ok(id) } else { Err(serde::de::Error::custom("an id spelled otherwise")) }
}

id! { /// One partnership: the owner of every row.
PartnershipId, "partnership" }
id! { /// One person who can sign in.
AccountId, "account" }

/// Any object of any room: what the thread, audit entries, grants and the bin point at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ref {
    /// The kind, as the owning room wrote it: `"council"`.
    pub kind: String,
    /// The id within that kind.
    pub id: Uuid,
}

impl Ref {
    /// A reference to the object of `kind` with `id`.
    pub fn new(kind: impl Into<String>, id: Uuid) -> Self {
        Self { kind: kind.into(), id }
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl FromStr for Ref {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, id) = text.split_once(':').unwrap_or(("", text));
        Ok(Self::new(kind, id.parse()?))
    }
}

/// The one source of ids and secrets; seeded in tests so that they repeat.
#[derive(Clone, Debug)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    /// Chance from the operating system.
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
        let source = rand::make_rng();
        Self(Arc::new(Mutex::new(source)))
    }

    /// Chance that repeats for the same `seed`: for tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).random()
    }

    /// A new id in the order of time (UUID version 7, RFC 9562).
    pub fn id<T: Id>(&self, clock: &Clock) -> T {
        let millis = u64::try_from(clock.now().0.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid().into()
    }

    /// A new id that tells nothing about time (UUID version 4).
    pub fn blind_id<T: Id>(&self) -> T {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid().into()
    }

    /// A secret of 256 bits, as 52 lower-case letters and digits (base 32).
    pub fn secret(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.bytes::<32>()).to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let clock = Clock::fixed("2026-11-22T12:00:00Z");
        let one: AccountId = Chance::seeded(7).id(&clock);
        let two: AccountId = Chance::seeded(7).id(&clock);
        let other: AccountId = Chance::seeded(8).id(&clock);
        assert_eq!(one, two);
        assert_ne!(one, other);
    }

    #[test]
    fn a_reference_reads_back_from_its_text() {
        let one = Ref::new("place", Uuid::nil());
        assert_eq!(one.to_string().parse::<Ref>().unwrap(), one);
    }
}
