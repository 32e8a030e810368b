//! Folding does the same once and twice, whatever the text.

use proptest::prelude::*;
use seek::words;

/// Scripts that dictionaries cut into words: where they cut depends on the neighbours.
fn is_cut_by_dictionary(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1950..=0x1AAF | 0xA9E0..=0xA9FF | 0xAA60..=0xAADF)
}

/// What chance takes weeks to come across: each character there is, alone and within a word.
#[test]
fn words_of_each_character_are_the_same_words() {
    for c in ('\0'..=char::MAX).filter(|c| !is_cut_by_dictionary(*c)) {
        for text in [c.to_string(), format!("ab{c}cd")] {
            let once = words(&text);
            assert_eq!(words(&once.join(" ")), once, "{c:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn words_of_words_are_the_same_words(text in "\\PC{0,40}") {
        let text: String = text.chars().filter(|c| !is_cut_by_dictionary(*c)).collect();
        let once = words(&text);
        prop_assert_eq!(words(&once.join(" ")), once);
    }

    #[test]
    fn so_are_those_of_the_languages_that_we_serve(text in "[a-zàâçéèêëîïôûœ'’ăđơưạảấầẩẫậắằñ؀-ۿЀ-ӿ਀-੿ऀ-ॿሀ-፿一-龥 ]{0,40}") {
        let once = words(&text);
        prop_assert_eq!(words(&once.join(" ")), once);
    }

    #[test]
    fn case_and_composition_do_not_matter(text in "[a-zàâçéèêëîïôûœ'ăđơưạảấầẩẫñа-яіїєґ ]{0,30}") {
        use unicode_normalization::UnicodeNormalization;
        prop_assert_eq!(words(&text.to_uppercase()), words(&text));
        prop_assert_eq!(words(&text.nfd().collect::<String>()), words(&text));
    }
}
