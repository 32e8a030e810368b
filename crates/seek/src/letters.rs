//! Letters of all scripts, folded: what two people write differently and mean alike becomes the same.

use std::sync::LazyLock;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// How a script writes words, which decides how many slips of the finger a word of some length may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// Latin: the one script in which words are cut at some apostrophes.
    Latin,
    /// Arabic: vowels are mostly not written, so words are short; the article is written to the word.
    Arabic,
    /// Hebrew, short words too.
    Hebrew,
    /// Ethiopic: a letter is a syllable.
    Ethiopic,
    /// Hangul, taken apart: a syllable is two or three letters.
    Hangul,
    /// Chinese characters and kana, without spaces between words: compared in pairs.
    Han,
    /// Any other.
    Other,
}

/// What a character is to the reader of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Ends a word.
    Gap,
    /// Is passed over.
    Nothing,
    /// Stands within words, or at their edge, or where one was left out.
    Apostrophe,
    /// A letter, a digit or a mark of a script that needs it.
    Letter(char, Script),
    /// Several letters, which [`letters`] tells.
    Letters(Script),
    /// A digit of whatever script.
    Digit(char),
    /// Belongs to a run without spaces that is compared in pairs.
    Han(char),
    /// Belongs to a run without spaces that dictionaries cut.
    Unspaced,
}

/// Characters below this are looked up.
const LOOKED_UP: u32 = 0x3100;
static TABLE: LazyLock<Vec<Class>> =
    LazyLock::new(|| (0..LOOKED_UP).map(|code| char::from_u32(code).map_or(Class::Gap, judge)).collect());

/// What a character is.
pub(crate) fn class(c: char) -> Class {
    // Chinese characters fold to themselves.
    if matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}') {
        return Class::Han(c);
    }
    let known = usize::try_from(u32::from(c)).ok().and_then(|code| TABLE.get(code));
    known.copied().unwrap_or_else(|| judge(c))
}

/// The letters that one character becomes; none for what is no letter.
pub(crate) fn letters(c: char) -> String {
    let mut text = once(&c.to_string());
    for _ in 0..4 {
        let again = once(&text);
        if again == text {
            break;
        }
        text = again;
    }
    text
}

fn once(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars() {
        decompose_compatible(c, |part| {
            for lower in part.to_lowercase() {
                decompose_compatible(lower, |part| match digit(part) {
                    Some(digit) => folded.push(digit),
                    None if is_dropped(part) => {}
                    None => alike(part, &mut folded),
                });
            }
        });
    }
    folded.retain(|c| is_of_words(c) && !is_apostrophe(c));
    folded
}

/// Also those that Unicode calls letters, whichever their case.
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’'
            | '‘'
            | '‛'
            | 'ʼ'
            | 'ʻ'
            | 'ʹ'
            | 'ʽ'
            | '`'
            | '´'
            | '′'
            | '＇'
            | '՚'
            | '׳'
            | 'Ꞌ'
            | 'ꞌ'
    )
}

fn judge(c: char) -> Class {
    match c {
        _ if is_apostrophe(c) => return Class::Apostrophe,
        // A place where a line may break between words of scripts without spaces.
        '\u{200B}' => return Class::Gap,
        _ if is_dropped(c) => return Class::Nothing,
        _ => {}
    }
    let folded = letters(c);
    let mut all = folded.chars();
    match (all.next(), all.next()) {
        (None, _) => Class::Gap,
        (Some(one), None) if one.is_ascii_digit() => Class::Digit(one),
        (Some(one), None) if is_han(one) => Class::Han(one),
        (Some(one), _) if is_unspaced(one) => Class::Unspaced,
        (Some(one), None) => Class::Letter(one, script(one)),
        (Some(one), Some(_)) => Class::Letters(script(one)),
    }
}

/// Whether a folded character may stand in a word.
fn is_of_words(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn script(c: char) -> Script {
    match u32::from(c) {
        0x41..=0x24F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF => Script::Latin,
        0x0590..=0x05FF => Script::Hebrew,
        0x0600..=0x08FF => Script::Arabic,
        0x1200..=0x139F | 0x2D80..=0x2DDF | 0xAB00..=0xAB2F => Script::Ethiopic,
        0x1100..=0x11FF => Script::Hangul,
        _ => Script::Other,
    }
}

/// Chinese characters, bopomofo and kana.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x312F | 0x31A0..=0x31BF | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x1B000..=0x1B16F | 0x20000..=0x3FFFD)
}

/// Thai, Lao, Myanmar, Khmer and their relatives.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1950..=0x19FF | 0x1A20..=0x1AAF
        | 0xA9E0..=0xA9FF | 0xAA60..=0xAADF)
}

/// Accents, points, vowels that are mostly left out, signs that are not seen.
fn is_dropped(c: char) -> bool {
    matches!(u32::from(c),
        // Not seen: soft hyphen, joiners, directions, selectors.
        0x00AD | 0x034F | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200C..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF
        // Accents of Latin, Greek and Cyrillic.
        | 0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F
        // Hebrew and Arabic points, tatweel, the hamza that stands alone.
        | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5 | 0x05C7 | 0x0610..=0x061A | 0x0621 | 0x0640
        | 0x064B..=0x065F | 0x0670 | 0x0674 | 0x06D6..=0x06DC | 0x06DF..=0x06E8 | 0x06EA..=0x06ED | 0x08D3..=0x08FF
        // Nukta of the scripts of India, and the Gurmukhi sign of doubling that many leave out.
        | 0x093C | 0x09BC | 0x0A3C | 0x0A71 | 0x0ABC | 0x0B3C | 0x0C3C | 0x0CBC
        // Ethiopic length and doubling, and what makes kana voiced.
        | 0x135D..=0x135F | 0x3099..=0x309A)
}

/// The digit that a sign of any script stands for.
fn digit(c: char) -> Option<char> {
    /// Each is followed by the other nine.
    const ZEROS: [u32; 42] = [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
        0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0,
        0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30,
        0x11066, 0x11136, 0x1E950,
    ];
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10).filter(|_| code - zero < 10)
}

/// Letters that mean the same, or that keyboards and people mix up.
fn alike(c: char, into: &mut String) {
    let same = match c {
        // Latin letters that are not written as a letter with an accent.
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ƙ' => "k",
        'ɓ' => "b",
        'ɗ' => "d",
        'ə' => "e",
        'ƴ' => "y",
        // Cyrillic and Greek.
        'ґ' => "г",
        'ς' => "σ",
        // Hebrew letters at the end of words.
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        // Arabic, Persian, Urdu and Pashto: forms of alef, ya, kaf, ha.
        'ٱ' | 'ٲ' | 'ٳ' => "ا",
        'ى' | 'ی' | 'ې' | 'ۍ' | 'ے' | 'ۑ' => "ي",
        'ک' | 'ڪ' | 'ګ' | 'ڬ' => "ك",
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' | 'ۂ' | 'ۀ' => "ه",
        'ۆ' | 'ۇ' | 'ۈ' => "و",
        // Gurmukhi and Devanagari: two signs for one nasal.
        'ੰ' | 'ਁ' => "ਂ",
        'ँ' => "ं",
        // Ethiopic letters that have been read alike for centuries, in every form with each vowel.
        'ሠ'..='ሧ' => return shifted(c, 'ሠ', 'ሰ', into),
        'ኀ'..='ኇ' => return shifted(c, 'ኀ', 'ሐ', into),
        'ፀ'..='ፆ' => return shifted(c, 'ፀ', 'ጸ', into),
        _ => return into.push(c),
    };
    into.push_str(same);
}

fn shifted(c: char, from: char, to: char, into: &mut String) {
    let moved = u32::from(c).checked_sub(u32::from(from)).map(|by| u32::from(to) + by);
    into.push(moved.and_then(char::from_u32).unwrap_or(c));
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu::properties::{CodePointMapData, props::GeneralCategory};

    #[test]
    fn every_digit_of_the_basic_plane_becomes_one_of_ours() {
        let categories = CodePointMapData::<GeneralCategory>::new();
        for c in (0..0xFFFF).filter_map(char::from_u32) {
            if categories.get(c) == GeneralCategory::DecimalNumber {
                assert!(matches!(class(c), Class::Digit(_)), "{c} U+{:04X} {:?}", u32::from(c), class(c));
            }
        }
        assert_eq!([class('٣'), class('۳'), class('੩'), class('３')], [Class::Digit('3'); 4]);
    }

    #[test]
    fn folding_a_folded_letter_changes_nothing() {
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            let folded = letters(c);
            assert_eq!(folded.chars().map(letters).collect::<String>(), folded, "{c} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn letters_that_are_mixed_up_become_one() {
        let all = |text: &str| text.chars().map(letters).collect::<String>();
        assert_eq!(all("أإآٱ"), "اااا");
        assert_eq!(all("كک يىی ةه"), "ككيييهه");
        assert_eq!(all("ĐẠIßÆŒ"), "daissaeoe");
        assert_eq!(all("ሠሥፀኃ"), "ሰስጸሓ");
        assert_eq!(all("क़ਸ਼"), "कਸ");
        assert_eq!(class('ـ'), Class::Nothing);
        assert_eq!(class('፡'), Class::Gap);
    }
}
