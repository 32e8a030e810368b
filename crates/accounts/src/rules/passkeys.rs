//! Passkeys: what a browser says about one, held against what was asked (Web Authentication, levels 2 and 3).
//!
//! A key is taken from whatever keeps it, without attestation: who it is vouches for herself by a fresh sign-in. Possession and
//! the person's presence are asked for each time, so a passkey stands for both factors.

use super::algorithms::Algorithm;
use data_encoding::BASE64URL_NOPAD;
use ring::digest;
use serde::Deserialize;

/// How long a browser may take to answer, in seconds.
pub const CHALLENGE_SECONDS: i64 = 300;
/// The most passkeys of one account.
pub const MOST_PASSKEYS: usize = 20;
/// The longest name of a credential that the standard allows, in bytes.
const LONGEST_CREDENTIAL: usize = 1_023;

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const MAY_BE_COPIED: u8 = 0x08;
const IS_COPIED: u8 = 0x10;
const HAS_CREDENTIAL: u8 = 0x40;

platform::refusals! {
    /// Why a passkey is not taken.
    pub enum PasskeyRefusal {
        /// It is not one of ours, or what came with it is not what was asked for.
        DoesNotFit = "passkey-does-not-fit",
        /// It is kept here already.
        Known = "passkey-known",
        /// The account has as many as it may.
        Enough {
            /// How many.
            most: i64,
        } = "passkey-enough",
    }
}

/// Where passkeys hold: the origin that browsers say, and the host to which they are bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// `https://kith.example.org`.
    pub origin: String,
    /// `kith.example.org`.
    pub host: String,
}

impl Bound {
    /// The place of an installation that is found at `origin`. A machine's own address is no name, so on it passkeys hold at
    /// `localhost`.
    pub fn of(origin: &str) -> Self {
        let origin = origin.to_ascii_lowercase();
        let (way, rest) = origin.split_once("://").unwrap_or(("https", &origin));
        let port = rest.rsplit_once(':').map(|(_, port)| port).filter(|port| port.parse::<u16>().is_ok());
        let name = port.map_or(rest, |port| rest.strip_suffix(port).unwrap_or(rest).trim_end_matches(':'));
        let host = if matches!(name, "127.0.0.1" | "[::1]") { "localhost" } else { name };
        // Browsers say the origin in lower case, and leave the usual port out.
        let usual = if way == "http" { "80" } else { "443" };
        let port = port.filter(|port| *port != usual).map(|port| format!(":{port}")).unwrap_or_default();
        Self { origin: format!("{way}://{host}{port}"), host: host.to_owned() }
    }
}

/// What the browser was asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceremony {
    /// Make a passkey.
    Make,
    /// Prove that one is there.
    Prove,
}

#[derive(Deserialize)]
struct Answered {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    is_cross_origin: bool,
}

/// The challenge that a browser says it answers, in the place and the ceremony where it was given.
///
/// # Errors
/// [`PasskeyRefusal::DoesNotFit`].
pub fn challenge(client_data: &[u8], ceremony: Ceremony, place: &Bound) -> Result<String, PasskeyRefusal> {
    let wanted = match ceremony {
        Ceremony::Make => "webauthn.create",
        Ceremony::Prove => "webauthn.get",
    };
    let read: Answered = serde_json::from_slice(client_data).map_err(|_| PasskeyRefusal::DoesNotFit)?;
    let fits = read.r#type == wanted && read.origin == place.origin && !read.is_cross_origin;
    let bytes = BASE64URL_NOPAD.decode(read.challenge.as_bytes()).ok().filter(|_| fits);
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(PasskeyRefusal::DoesNotFit)
}

/// What an authenticator says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How often it has signed; 0 from those that do not count.
    pub count: u32,
    /// The credential that it made.
    pub credential: Option<Credential>,
}

/// A credential as its authenticator tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Its name.
    pub name: Vec<u8>,
    /// Its key as authenticators write it, and whatever they add behind.
    pub key: Vec<u8>,
}

/// Reads what an authenticator says: for this host, with somebody present whom it has recognized.
///
/// # Errors
/// [`PasskeyRefusal::DoesNotFit`].
pub fn told(data: &[u8], place: &Bound) -> Result<Told, PasskeyRefusal> {
    let refused = PasskeyRefusal::DoesNotFit;
    let (host, rest) = data.split_first_chunk::<32>().ok_or(refused.clone())?;
    let ([flags], rest) = rest.split_first_chunk::<1>().ok_or(refused.clone())?;
    let (count, rest) = rest.split_first_chunk::<4>().ok_or(refused.clone())?;
    let has = |flag: u8| flags & flag == flag;
    let here = digest::digest(&digest::SHA256, place.host.as_bytes());
    if here.as_ref() != host || !has(PRESENT | VERIFIED) || has(IS_COPIED) && !has(MAY_BE_COPIED) {
        return Err(refused);
    }
    let credential = if has(HAS_CREDENTIAL) { Some(credential(rest).ok_or(refused)?) } else { None };
    Ok(Told { count: u32::from_be_bytes(*count), credential })
}

fn credential(rest: &[u8]) -> Option<Credential> {
    let (_kind, rest) = rest.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (name, key) = rest.split_at_checked(length)?;
    let fits = !name.is_empty() && name.len() <= LONGEST_CREDENTIAL;
    fits.then(|| Credential { name: name.to_vec(), key: key.to_vec() })
}

/// What is kept of a passkey, as far as a proof needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// How it signs.
    pub algorithm: i64,
    /// Its public key.
    pub key: Vec<u8>,
    /// How often it had signed when it was last here.
    pub count: i64,
}

/// What a good signature tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The passkey is there, and has signed so often.
    There(i64),
    /// It has signed as often before, so somebody has a copy of it.
    Copied,
}

/// Whether a browser proved that a passkey is there; gives how often it has signed now.
///
/// A count that does not rise is that of a copy; those that do not count stay at 0.
///
/// # Errors
/// [`PasskeyRefusal::DoesNotFit`].
pub fn proved(
    kept: &KeptKey,
    (data, client_data, by): (&[u8], &[u8], &[u8]),
    place: &Bound,
) -> Result<Proof, PasskeyRefusal> {
    let told = told(data, place)?;
    let hash = digest::digest(&digest::SHA256, client_data);
    let signed = [data, hash.as_ref()].concat();
    let count = i64::from(told.count);
    let rises = count > kept.count || (count == 0 && kept.count == 0);
    let holds = Algorithm::of(kept.algorithm).is_some_and(|how| how.is_signed(&kept.key, &signed, by));
    match (holds, rises) {
        (true, true) => Ok(Proof::There(count)),
        (true, false) => Ok(Proof::Copied),
        (false, _) => Err(PasskeyRefusal::DoesNotFit),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::algorithms::{BEFORE_ED25519, BEFORE_P256, RSA};
    use super::*;
    use ring::{
        rand::SystemRandom,
        signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair},
    };
    use std::sync::Mutex;

    /// An authenticator as the standard has it.
    pub(crate) struct Authenticator {
        pair: EcdsaKeyPair,
        pub(crate) name: Vec<u8>,
        pub(crate) flags: u8,
        /// Whose it is, from when it was made on.
        pub(crate) owner: Mutex<String>,
    }

    impl Authenticator {
        pub(crate) fn new(name: &str) -> Self {
            let random = SystemRandom::new();
            let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
            let pair =
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &random).unwrap();
            Self { pair, name: name.into(), flags: PRESENT | VERIFIED, owner: Mutex::default() }
        }

        pub(crate) fn key(&self) -> Vec<u8> {
            [BEFORE_P256.as_slice(), self.pair.public_key().as_ref()].concat()
        }

        pub(crate) fn data(&self, host: &str, count: u32) -> Vec<u8> {
            let host = digest::digest(&digest::SHA256, host.as_bytes());
            [host.as_ref(), &[self.flags], &count.to_be_bytes()].concat()
        }

        /// What it says when it makes a credential.
        pub(crate) fn made(&self, host: &str) -> Vec<u8> {
            let mut data = self.data(host, 0);
            data[32] |= HAS_CREDENTIAL;
            let length = u16::try_from(self.name.len()).unwrap().to_be_bytes();
            let key = Algorithm::Es256.as_authenticators_write(self.pair.public_key().as_ref()).unwrap();
            [data.as_slice(), &[0; 16], &length, &self.name, &key].concat()
        }

        pub(crate) fn sign(&self, data: &[u8], client_data: &[u8]) -> Vec<u8> {
            let hash = digest::digest(&digest::SHA256, client_data);
            let signed = [data, hash.as_ref()].concat();
            self.pair.sign(&SystemRandom::new(), &signed).unwrap().as_ref().to_vec()
        }
    }

    pub(crate) fn said(kind: &str, challenge: &str, origin: &str) -> Vec<u8> {
        let challenge = BASE64URL_NOPAD.encode(challenge.as_bytes());
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false,"more":1}}"#)
            .into_bytes()
    }

    fn here() -> Bound {
        Bound::of("https://kith.example.org")
    }

    #[test]
    fn a_place_is_a_host_and_on_the_machine_itself_localhost() {
        for (origin, told, host) in [
            ("https://kith.example.org", "https://kith.example.org", "kith.example.org"),
            ("https://kith.example.org:8443", "https://kith.example.org:8443", "kith.example.org"),
            ("http://127.0.0.1:8080", "http://localhost:8080", "localhost"),
            ("http://[::1]:8080", "http://localhost:8080", "localhost"),
            ("http://localhost", "http://localhost", "localhost"),
            ("HTTPS://Kith.Example.ORG", "https://kith.example.org", "kith.example.org"),
            ("https://kith.example.org:443", "https://kith.example.org", "kith.example.org"),
            ("http://localhost:80", "http://localhost", "localhost"),
            ("http://localhost:443", "http://localhost:443", "localhost"),
        ] {
            assert_eq!(Bound::of(origin), Bound { origin: told.into(), host: host.into() }, "{origin}");
        }
    }

    #[test]
    fn a_challenge_is_read_where_and_for_what_it_was_given() {
        let right = said("webauthn.get", "the-challenge", "https://kith.example.org");
        assert_eq!(challenge(&right, Ceremony::Prove, &here()), Ok("the-challenge".into()));
        assert!(challenge(&right, Ceremony::Make, &here()).is_err());
        for origin in
            ["https://evil.example", "http://kith.example.org", "https://kith.example.org.evil.example"]
        {
            let other = said("webauthn.get", "the-challenge", origin);
            assert!(challenge(&other, Ceremony::Prove, &here()).is_err(), "{origin}");
        }
        let framed = String::from_utf8(right).unwrap().replace("false", "true");
        assert!(challenge(framed.as_bytes(), Ceremony::Prove, &here()).is_err());
        assert!(challenge(b"{}", Ceremony::Prove, &here()).is_err());
    }

    #[test]
    fn presence_recognition_and_host_are_needed() {
        let mut ada = Authenticator::new("one");
        let read = told(&ada.made("kith.example.org"), &here()).unwrap();
        assert_eq!((read.count, read.credential.unwrap().name), (0, b"one".to_vec()));
        assert_eq!(told(&ada.data("kith.example.org", 7), &here()).unwrap().count, 7);
        assert!(told(&ada.data("evil.example", 7), &here()).is_err());
        for flags in [0, PRESENT, VERIFIED, PRESENT | VERIFIED | IS_COPIED] {
            ada.flags = flags;
            assert!(told(&ada.data("kith.example.org", 7), &here()).is_err(), "{flags}");
        }
        let whole = Authenticator::new("a longer name").made("kith.example.org");
        for length in 0..whole.len() - 77 {
            assert!(told(&whole[..length], &here()).is_err(), "cut at {length}");
        }
    }

    #[test]
    fn a_proof_holds_for_its_key_its_words_and_a_rising_count() {
        let (ada, bea) = (Authenticator::new("one"), Authenticator::new("two"));
        let key = Algorithm::Es256.key(&ada.key()).unwrap();
        let kept = |count| KeptKey { algorithm: -7, key: key.clone(), count };
        let words = said("webauthn.get", "c", "https://kith.example.org");
        let data = ada.data("kith.example.org", 5);
        let by = ada.sign(&data, &words);
        let check =
            |kept: &KeptKey, data: &[u8], words: &[u8], by: &[u8]| proved(kept, (data, words, by), &here());
        assert_eq!(check(&kept(4), &data, &words, &by), Ok(Proof::There(5)));
        assert_eq!(check(&kept(0), &data, &words, &by), Ok(Proof::There(5)));
        assert_eq!(check(&kept(5), &data, &words, &by), Ok(Proof::Copied));
        assert!(check(&kept(0), &data, &words, &bea.sign(&data, &words)).is_err(), "another key");
        assert!(check(&kept(0), &data, b"other words", &by).is_err());
        assert!(check(&kept(0), &ada.data("kith.example.org", 6), &words, &by).is_err());
        assert!(check(&KeptKey { algorithm: -8, ..kept(0) }, &data, &words, &by).is_err());
        assert!(check(&KeptKey { algorithm: -999, ..kept(0) }, &data, &words, &by).is_err());
        let still = ada.data("kith.example.org", 0);
        let by = ada.sign(&still, &words);
        assert_eq!(check(&kept(0), &still, &words, &by), Ok(Proof::There(0)), "does not count");
        assert_eq!(check(&kept(1), &still, &words, &by), Ok(Proof::Copied));
    }

    #[test]
    fn keys_are_taken_as_browsers_give_them_and_nothing_else() {
        let random = SystemRandom::new();
        let made = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(made.as_ref()).unwrap();
        let given = [BEFORE_ED25519.as_slice(), pair.public_key().as_ref()].concat();
        let key = Algorithm::EdDsa.key(&given).unwrap();
        assert!(Algorithm::EdDsa.is_signed(&key, b"words", pair.sign(b"words").as_ref()));
        assert!(!Algorithm::EdDsa.is_signed(&key, b"other words", pair.sign(b"words").as_ref()));
        // 2048 bits: 270 bytes of key in 294.
        let inner = vec![0x30; 270];
        let rsa = [[0x30, 0x82, 0x01, 0x22].as_slice(), RSA.as_slice(), &[0x03, 0x82, 0x01, 0x0f, 0], &inner]
            .concat();
        assert_eq!(Algorithm::Rs256.key(&rsa), Ok(inner));
        let long = vec![0x30; 1_024];
        let long = [[0x30, 0x82, 0x04, 0x14].as_slice(), RSA.as_slice(), &[0x03, 0x82, 0x04, 0x01, 0], &long]
            .concat();
        // As authenticators write it: 2048 bits, and the usual exponent behind.
        let n = vec![0x91; 256];
        let der = [[0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0].as_slice(), &n, &[0x02, 3, 1, 0, 1]]
            .concat();
        let written =
            [[0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, 1, 0].as_slice(), &n, &[0x21, 0x43, 1, 0, 1]].concat();
        assert_eq!(Algorithm::Rs256.as_authenticators_write(&der), Some(written));
        assert_eq!(Algorithm::Rs256.as_authenticators_write(&der[..200]), None);
        for (algorithm, given) in [
            (Algorithm::Rs256, long),
            (Algorithm::Es256, given.clone()),
            (Algorithm::EdDsa, rsa.clone()),
            (Algorithm::Rs256, given.clone()),
            (Algorithm::Rs256, rsa[..rsa.len() - 1].to_vec()),
            (Algorithm::Es256, BEFORE_P256.to_vec()),
        ] {
            assert!(algorithm.key(&given).is_err(), "{algorithm:?}");
        }
    }
}
