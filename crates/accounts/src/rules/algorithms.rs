//! How passkeys sign, and the keys themselves as browsers give them.

use super::PasskeyRefusal;
use ring::signature;

/// The longest RSA key that is taken, in bytes: one of 4096 bits, as its two numbers are written.
const LONGEST_RSA: usize = 532;

/// What stands before the key itself (SubjectPublicKeyInfo, RFC 5480, RFC 8410, RFC 3279).
pub(super) const BEFORE_P256: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
pub(super) const BEFORE_ED25519: [u8; 12] =
    [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
pub(super) const RSA: [u8; 15] =
    [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/// Ways of signing that are taken, by their numbers in the standard's registry (RFC 9053).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256: nearly all of them.
    Es256,
    /// Ed25519.
    EdDsa,
    /// RSA, PKCS #1 version 1.5 with SHA-256: older Windows.
    Rs256,
}

impl Algorithm {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Es256, Self::EdDsa, Self::Rs256];

    /// Its number.
    pub const fn number(self) -> i64 {
        match self {
            Self::Es256 => -7,
            Self::EdDsa => -8,
            Self::Rs256 => -257,
        }
    }

    /// The one of a number.
    pub fn of(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }

    /// The key itself, out of how browsers give it.
    ///
    /// # Errors
    /// [`PasskeyRefusal::DoesNotFit`] when it is none of this kind.
    pub fn key(self, given: &[u8]) -> Result<Vec<u8>, PasskeyRefusal> {
        let key = match self {
            Self::Es256 => {
                given.strip_prefix(&BEFORE_P256).filter(|key| key.len() == 65 && key.starts_with(&[4]))
            }
            Self::EdDsa => given.strip_prefix(&BEFORE_ED25519).filter(|key| key.len() == 32),
            Self::Rs256 => rsa(given).filter(|key| key.len() <= LONGEST_RSA),
        };
        key.map(<[u8]>::to_vec).ok_or(PasskeyRefusal::DoesNotFit)
    }

    /// The same key as authenticators themselves write it (RFC 9052, in the one order that they may choose).
    pub fn as_authenticators_write(self, key: &[u8]) -> Option<Vec<u8>> {
        Some(match self {
            Self::Es256 => {
                let (x, y) = key.strip_prefix(&[4])?.split_at_checked(32)?;
                [[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32].as_slice(), x, &[0x22, 0x58, 32], y].concat()
            }
            Self::EdDsa => [[0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32].as_slice(), key].concat(),
            Self::Rs256 => {
                let (n, rest) = number(within(key, 0x30)?)?;
                let (e, _) = number(rest)?;
                let [high, low] = u16::try_from(n.len()).ok()?.to_be_bytes();
                let length = u8::try_from(e.len()).ok().filter(|length| *length < 24)?;
                [[0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, high, low].as_slice(), n, &[0x21, 0x40 + length], e]
                    .concat()
            }
        })
    }

    /// Whether `signed` was signed with a key.
    pub fn is_signed(self, key: &[u8], signed: &[u8], by: &[u8]) -> bool {
        let how: &'static dyn signature::VerificationAlgorithm = match self {
            Self::Es256 => &signature::ECDSA_P256_SHA256_ASN1,
            Self::EdDsa => &signature::ED25519,
            Self::Rs256 => &signature::RSA_PKCS1_2048_8192_SHA256,
        };
        signature::UnparsedPublicKey::new(how, key).verify(signed, by).is_ok()
    }
}

/// The RSA key in a SubjectPublicKeyInfo.
fn rsa(given: &[u8]) -> Option<&[u8]> {
    let rest = within(given, 0x30)?.strip_prefix(&RSA)?;
    within(rest, 0x03)?.strip_prefix(&[0])
}

/// What stands in an element of DER that reaches to the end; from 2048 bits on its length has two bytes.
fn within(given: &[u8], mark: u8) -> Option<&[u8]> {
    let ([first, how, high, low], rest) = given.split_first_chunk::<4>()?;
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    (*first == mark && *how == 0x82 && length == rest.len()).then_some(rest)
}

/// A whole number of DER without the zero before it, and what stands behind.
fn number(given: &[u8]) -> Option<(&[u8], &[u8])> {
    let (first, rest) = given.strip_prefix(&[0x02])?.split_first()?;
    let (length, rest) = match first {
        0..0x80 => (usize::from(*first), rest),
        0x82 => rest
            .split_first_chunk::<2>()
            .map(|(length, rest)| (usize::from(u16::from_be_bytes(*length)), rest))?,
        _ => return None,
    };
    let (number, rest) = rest.split_at_checked(length)?;
    Some((number.strip_prefix(&[0]).unwrap_or(number), rest))
}
