//! Which passwords are taken: long ones, of any composition, that are not everybody's. Sign-in asks none of this.

use std::{collections::HashSet, sync::LazyLock};
use unicode_normalization::UnicodeNormalization;

/// The least characters of a password that is all there is to prove (NIST SP 800-63B, revision 4).
pub const LEAST_ALONE: usize = 15;
/// The least characters of a password beside a second factor.
pub const LEAST_BESIDE: usize = 8;
/// The most characters.
pub const MOST: usize = 128;
/// How long after signing in one may change how one signs in, in seconds: 15 minutes.
pub const FRESH_SECONDS: i64 = 15 * 60;
/// What is left of a password without the words that everybody knows of its owner has at least so many characters.
const LEAST_OWN: usize = 6;
/// A word of its owner shorter than this may stand in a password by chance.
const SHORTEST_WORD: usize = 3;

/// Passwords that many people choose.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("common_passwords.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

platform::refusals! {
    /// Why a password is not taken.
    pub enum PasswordRefusal {
        /// Too few characters.
        Short {
            /// The least.
            least: i64,
        } = "password-short",
        /// Too many characters.
        Long {
            /// The most.
            most: i64,
        } = "password-long",
        /// Many people choose it, with or without digits around it.
        Common = "password-common",
        /// A row of neighbours (12345…), or one piece again and again.
        Pattern = "password-pattern",
        /// Little but the owner's name, address or partnership.
        Own = "password-own",
        /// What was typed to sign in does not fit together; which part is not told.
        DoesNotFit = "password-does-not-fit",
    }
}

/// Whether a password may be set by somebody of whom `words` are known (name, address, partnerships). Gives its length in
/// characters.
///
/// # Errors
/// [`PasswordRefusal`], but never [`PasswordRefusal::DoesNotFit`].
pub fn password(typed: &str, least: usize, words: &[String]) -> Result<usize, PasswordRefusal> {
    let typed: String = typed.nfc().collect();
    let length = typed.chars().count();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    if length < least {
        return Err(PasswordRefusal::Short { least: number(least) });
    }
    if length > MOST {
        return Err(PasswordRefusal::Long { most: number(MOST) });
    }
    let folded = fold(&typed);
    if is_common(&folded) {
        return Err(PasswordRefusal::Common);
    }
    if is_row(&folded) || is_repeated(&folded) {
        return Err(PasswordRefusal::Pattern);
    }
    if own_characters(&folded, words) < LEAST_OWN {
        return Err(PasswordRefusal::Own);
    }
    Ok(length)
}

/// What of a typed password is worked through to check it: two spellings of one text are the same password, nobody has a
/// longer one than [`MOST`], and a very long text is not worked through.
pub fn to_check(typed: &str) -> String {
    typed.nfc().take(MOST + 1).collect()
}

fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// As it stands, or without what is hung around it: `Dragon-2026!` is `dragon`.
fn is_common(folded: &str) -> bool {
    let core = folded.trim_matches(|c: char| !c.is_alphabetic());
    COMMON.contains(folded) || COMMON.contains(core)
}

/// Whether each character is the neighbour of the one before, always in the same direction: `123456789…`, `aaaa…`, `zyx…`.
fn is_row(folded: &str) -> bool {
    let codes: Vec<u32> = folded.chars().map(u32::from).collect();
    // After 9 comes 0 on a keyboard.
    let step = |pair: &[u32]| match pair {
        [0x39, 0x30] => 1,
        [0x30, 0x39] => -1,
        [a, b] => i64::from(*b) - i64::from(*a),
        _ => 0,
    };
    let steps: HashSet<i64> = codes.windows(2).map(step).collect();
    steps.len() <= 1 && steps.iter().all(|step| step.abs() <= 1)
}

/// Whether it is one piece, twice or more: `abcabcabc`.
fn is_repeated(folded: &str) -> bool {
    let all: Vec<char> = folded.chars().collect();
    (1..=all.len() / 2).any(|length| {
        let piece = all.chunks(length).next().unwrap_or_default();
        all.chunks(length).all(|chunk| piece.starts_with(chunk))
    })
}

/// How many letters and digits are left without the words that are known of the owner.
fn own_characters(folded: &str, words: &[String]) -> usize {
    let mut parts: Vec<String> = words
        .iter()
        .flat_map(|word| {
            fold(word).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .collect();
    parts.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let left = parts.iter().fold(folded.to_owned(), |left, word| left.replace(word.as_str(), " "));
    left.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn take(typed: &str) -> Result<usize, PasswordRefusal> {
        let words =
            ["Ada Lovelace", "ada.lovelace@example.org", "Maple Partnership", "kith"].map(str::to_owned);
        password(typed, LEAST_ALONE, &words)
    }

    #[test]
    fn any_long_text_of_ones_own_is_taken() {
        for good in [
            "correct four random words",
            "la neige tombe sur le quai",
            "ทั้งหมดนี้คือรหัสผ่านของฉัน",
            "                x y z q w e r",
            "7f2k9d0s8a6h3j5l",
            "long enough to be quite safe, long enough to be kept",
        ] {
            assert_eq!(take(good), Ok(good.nfc().count()), "{good}");
        }
    }

    #[test]
    fn the_bounds_are_15_or_8_and_128_characters() {
        assert_eq!(take("fourteen chars"), Err(PasswordRefusal::Short { least: 15 }));
        assert_eq!(password("kz8-ütq!", LEAST_BESIDE, &[]), Ok(8), "characters, not bytes");
        assert_eq!(password("kz8-tq!", LEAST_BESIDE, &[]), Err(PasswordRefusal::Short { least: 8 }));
        let long: String = "abcdefgxyz0246".chars().cycle().take(127).chain("é".chars()).collect();
        assert_eq!(take(&long), Ok(128));
        assert_eq!(take(&format!("{long}!")), Err(PasswordRefusal::Long { most: 128 }));
    }

    #[test]
    fn a_text_is_cut_as_it_was_counted_when_it_was_set() {
        let longest: String = "ébçdèfgxyz0246".chars().cycle().take(MOST - 1).chain("!".chars()).collect();
        assert_eq!(take(&longest), Ok(MOST));
        let decomposed: String = longest.nfd().collect();
        assert!(decomposed.chars().count() > MOST + 1);
        assert_eq!((to_check(&decomposed), to_check(&longest)), (longest.clone(), longest.clone()));
        assert_ne!(to_check(&format!("{longest}!")), longest, "one more is another");
        assert_eq!(to_check(&"x".repeat(40_000)).len(), MOST + 1);
    }

    #[test]
    fn what_everybody_chooses_is_refused() {
        for common in [
            "password2026!!!",
            "1234Sunshine1234",
            "Motdepasse-2026-11",
            "CorrectHorseBatteryStaple",
            "!!!!!!!Qwertyuiop",
        ] {
            assert_eq!(take(common), Err(PasswordRefusal::Common), "{common}");
        }
        assert_eq!(password("Passw0rd", LEAST_BESIDE, &[]), Err(PasswordRefusal::Common));
        for pattern in
            ["123456789012345", "987654321098765", "aaaaaaaaaaaaaaa", "abcabcabcabcabcab", "zyxwvutsrqponml"]
        {
            assert_eq!(take(pattern), Err(PasswordRefusal::Pattern), "{pattern}");
        }
        for own in ["ada.lovelace2026", "Maple-Partnership", "Lovelace at kith 1"] {
            assert_eq!(take(own), Err(PasswordRefusal::Own), "{own}");
        }
    }

    #[test]
    fn the_list_holds_what_it_says() {
        assert!(COMMON.len() > 3_000 && COMMON.contains("password") && COMMON.contains("motdepasse"));
        assert!(COMMON.iter().all(|word| fold(word) == **word && word.chars().count() >= 5));
    }

    proptest! {
        #[test]
        fn what_is_taken_is_within_the_bounds(typed in "\\PC{0,140}", least in 8_usize..16) {
            if let Ok(length) = password(&typed, least, &[]) {
                prop_assert!((least..=MOST).contains(&length));
            }
        }

        #[test]
        fn one_piece_again_and_again_is_refused(piece in "[a-z0-9]{1,20}", times in 2_usize..9) {
            prop_assert!(password(&piece.repeat(times), 1, &[]).is_err() || piece.len() * times > MOST);
        }

        #[test]
        fn chance_is_taken(typed in "[b-df-hj-np-tv-z]{15,40}") {
            // A row or a piece again would be chance's own joke.
            if !is_row(&typed) && !is_repeated(&typed) {
                prop_assert!(password(&typed, LEAST_ALONE, &[]).is_ok());
            }
        }
    }
}
