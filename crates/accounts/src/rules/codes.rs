//! Codes of the second factor: six digits that change every 30 seconds (RFC 6238), and codes for the day when the telephone is lost.

use super::typed_code;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use platform::clock::Moment;
use ring::{digest, hmac};

/// How long one code is shown, in seconds.
pub const STEP_SECONDS: i64 = 30;
/// So many bytes has the secret that the telephone shares (RFC 4226: as many as the hash).
pub const SECRET_BYTES: usize = 20;
/// How many codes there are for the day when the telephone is lost.
pub const RECOVERY_CODES: u8 = 8;
/// So many characters of 5 bits each has one of them: nobody guesses 80 bits, so a fast hash is enough to keep it.
const RECOVERY_CHARS: usize = 16;
/// A clock may be wrong by one step either way.
const LEEWAY: [i64; 3] = [0, -1, 1];

platform::refusals! {
    /// Why somebody is not let in although she has proved one thing.
    pub enum CodeRefusal {
        /// Neither the code of the moment nor one that was kept; or it was used.
        DoesNotFit = "code-does-not-fit",
        /// Not the code that the telephone which is being set up shows.
        NotShown = "code-not-shown",
        /// The account asks for a code, and this way in brought none.
        Needed = "code-needed",
    }
}

/// What signing in with a code uses up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spent {
    /// The code of this step of time, and with it all before.
    Step(i64),
    /// The recovery code with this hash.
    Recovery(String),
    /// A passkey, which stands for both factors: its proof was used up with its challenge.
    Passkey,
}

/// A code as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// Six digits.
    Digits(u32),
    /// The hash of a recovery code.
    Recovery(String),
}

impl Code {
    /// Reads what was typed, with or without spaces and hyphens. None when it is neither.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed_code(typed);
        match typed.len() {
            6 => typed.parse().ok().map(Self::Digits),
            RECOVERY_CHARS => Some(Self::Recovery(recovery_hash(&typed))),
            _ => None,
        }
    }
}

/// The step of time at an instant.
pub fn step_at(now: Moment) -> i64 {
    now.0.as_second().div_euclid(STEP_SECONDS)
}

/// The code of a step (RFC 4226, section 5.3; RFC 6238 with SHA-1, which every telephone can).
pub fn code_at(secret: &[u8], step: i64) -> u32 {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag.last().copied().unwrap_or_default() & 0x0f);
    let four = tag.get(offset..).and_then(|rest| rest.first_chunk::<4>()).copied().unwrap_or_default();
    (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
}

/// The step to which typed digits belong, around this instant and after the last one that was used.
pub fn step_that_fits(secret: &[u8], digits: u32, (now, last): (Moment, i64)) -> Option<i64> {
    let here = step_at(now);
    LEEWAY.iter().map(|by| here + by).find(|step| *step > last && code_at(secret, *step) == digits)
}

/// The recovery codes that go with a secret, as they are shown: four groups of four.
pub fn recovery_codes(secret: &[u8]) -> Vec<String> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let code = |n: u8| {
        let tag = hmac::sign(&key, &[b"recovery".as_slice(), &[n]].concat());
        let text = BASE32_NOPAD.encode(tag.as_ref()).to_ascii_lowercase();
        let signs: Vec<char> = text.chars().take(RECOVERY_CHARS).collect();
        signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
    };
    (0..RECOVERY_CODES).map(code).collect()
}

/// What is kept of a recovery code.
pub fn recovery_hash(code: &str) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, typed_code(code).as_bytes()).as_ref())
}

/// The secret as one types it into a telephone: groups of four.
pub fn secret_as_text(secret: &[u8]) -> String {
    let text: Vec<char> = BASE32_NOPAD.encode(secret).chars().collect();
    text.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// What the square picture says to a telephone: `otpauth://totp/…`.
pub fn secret_as_address(secret: &[u8], house: &str, mail: &str) -> String {
    let plain = |text: &str| platform::http::answer::urlencode(text).replace('/', "%2F");
    let (secret, house, mail) = (BASE32_NOPAD.encode(secret), plain(house), plain(mail));
    format!("otpauth://totp/{house}:{mail}?secret={secret}&issuer={house}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RFC: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn the_codes_of_the_standard() {
        // RFC 6238, appendix B; the last six of its eight digits.
        for (seconds, code) in [
            (59, 287_082),
            (1_111_111_109, 81_804),
            (1_111_111_111, 50_471),
            (1_234_567_890, 5_924),
            (2_000_000_000, 279_037),
            (20_000_000_000, 353_130),
        ] {
            assert_eq!(code_at(RFC, step_at(at(seconds))), code, "{seconds}");
        }
        // RFC 4226, appendix D.
        let counted: Vec<u32> = (0..4).map(|step| code_at(RFC, step)).collect();
        assert_eq!(counted, [755_224, 287_082, 359_152, 969_429]);
    }

    #[test]
    fn a_code_fits_one_step_early_or_late_and_once() {
        let now = at(1_111_111_111);
        let here = step_at(now);
        for (by, fits) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let found = step_that_fits(RFC, code_at(RFC, here + by), (now, 0));
            assert_eq!(found, fits.then_some(here + by), "{by}");
        }
        assert_eq!(step_that_fits(RFC, code_at(RFC, here), (now, here)), None, "used");
        assert_eq!(step_that_fits(RFC, code_at(RFC, here - 1), (now, here)), None, "older than a used one");
        assert_eq!(step_that_fits(RFC, code_at(RFC, here + 1), (now, here)), Some(here + 1));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(Code::read(" 081 804 "), Some(Code::Digits(81_804)));
        let codes = recovery_codes(RFC);
        assert_eq!(codes.len(), 8);
        assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), 8);
        let shouted = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(Code::read(&shouted), Some(Code::Recovery(recovery_hash(&codes[0]))));
        for other in ["", "12345", "1234567", "abcdef", "12 34 5x", "0000-0000-0000-000"] {
            assert_eq!(Code::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_telephone_gets_it_as_a_picture_or_by_hand() {
        assert_eq!(secret_as_text(RFC), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            secret_as_address(RFC, "kith.example.org", "o'neil+lip@example.ca"),
            "otpauth://totp/kith.example.org:o%27neil%2Blip%40example.ca?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=kith.example.org"
        );
    }

    proptest! {
        #[test]
        fn no_code_fits_twice(secret in any::<[u8; SECRET_BYTES]>(), seconds in 0_i64..4_000_000_000, by in -1_i64..2) {
            let now = at(seconds);
            let digits = code_at(&secret, step_at(now) + by);
            let step = step_that_fits(&secret, digits, (now, -2)).expect("fits once");
            let again = step_that_fits(&secret, digits, (now, step));
            // A later step has the same digits once in a million times; that one is another code.
            prop_assert!(again.is_none_or(|later| later > step));
        }
    }
}
