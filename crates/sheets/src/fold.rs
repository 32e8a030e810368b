//! Text folded for comparing: no accents, no case, no punctuation, no plural.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Characters that are there and that nobody sees: byte-order marks, soft hyphens, joiners, marks of direction.
/// Joiners between letters belong to the spelling of Persian, Urdu and the scripts of India and are not among them.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{180E}'
    )
}

/// Words without accents, case and punctuation, one space between them. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).nfkd() {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'đ' | 'ð' => out.push('d'),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            '&' => out.push_str(" and "),
            c if c.is_alphanumeric() => out.push(c),
            c if is_invisible(c) || is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}') => {}
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words that say nothing in a heading.
const EMPTY_WORDS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "for",
    "to",
    "in",
    "your",
    "de",
    "du",
    "des",
    "d",
    "la",
    "le",
    "les",
    "l",
    "un",
    "une",
    "en",
    "au",
    "aux",
    "votre",
    "vos",
    "s",
    "required",
    "optional",
    "obligatoire",
    "facultatif",
];

/// A heading folded further: no plurals, no words that say nothing. Empty when nothing is left but such words.
pub fn fold_heading(heading: &str) -> String {
    let folded = fold(heading);
    let telling = folded.split(' ').filter(|word| !EMPTY_WORDS.contains(word));
    let words: Vec<String> = telling.map(singular).collect();
    words.join(" ")
}

/// The singular of a folded English or French word, by rule: what matters is that both forms give the same.
fn singular(word: &str) -> String {
    let cut = |ending: &str, instead: &str| {
        word.strip_suffix(ending)
            .filter(|stem| stem.chars().count() >= 2)
            .map(|stem| format!("{stem}{instead}"))
    };
    if word.chars().count() <= 3 {
        return word.to_owned();
    }
    cut("eaux", "eau")
        .or_else(|| cut("aux", "al"))
        .or_else(|| cut("ies", "y"))
        .or_else(|| {
            if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
                None
            } else {
                cut("s", "")
            }
        })
        .unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headings_that_say_the_same_fold_to_the_same() {
        for (one, other) in [
            ("Organizations", "ORGANIZATION"),
            ("Codes postaux", "code postal"),
            ("Nom de l’organisme", "Nom organismes"),
            ("Agencies", "agency"),
            ("E-mail *", "e mail"),
            ("Téléphone (obligatoire)", "telephone"),
            ("Bureaux", "bureau"),
            ("Address", "address"),
        ] {
            assert_eq!(fold_heading(one), fold_heading(other));
        }
        assert_ne!(fold_heading("Name"), fold_heading("Mail"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
