//! A person's names in what others wrote: found as whole words, and taken out.

use icu::properties::{CodePointMapData, props::LineBreak};
use std::cmp::Reverse;
use unicode_normalization::char::is_combining_mark;

/// What stands where a name stood.
const MARK: &str = "…";

/// The little words that Arabic writes together with the name that follows: and, then, by, for, like.
const WRITTEN_TOGETHER: &[char] = &['و', 'ف', 'ب', 'ل', 'ك'];

/// A text with a mark for each of these names, the longest first, so that nothing is left of a name that holds another. A name
/// stands there as a whole word: "Roy" is not in "Royal", but in "d’Roy" and "Roy’s". By a single character, or without any
/// letter, nobody is recognized: such a name is left where it stands. A mail address among them is found in capitals too.
#[must_use]
pub fn without_names(text: &str, names: &[String]) -> String {
    let telling = |name: &&str| name.chars().nth(1).is_some() && name.chars().any(char::is_alphabetic);
    let mut names: Vec<&str> = names.iter().map(|name| name.trim()).filter(telling).collect();
    names.sort_by_key(|name| Reverse(name.len()));
    names.into_iter().fold(text.to_owned(), |text, name| without_name(&text, name))
}

fn without_name(text: &str, name: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut written, mut looked) = (0, 0);
    while let Some(found) = text.get(looked..).and_then(|rest| find(rest, name)) {
        let at = looked + found;
        let end = at + name.len();
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
        if begins_anew(before, name) && !runs_on(name.chars().next_back(), after.chars().next()) {
            out.push_str(text.get(written..at).unwrap_or_default());
            out.push_str(MARK);
            (written, looked) = (end, end);
        } else {
            looked = at + name.chars().next().map_or(1, char::len_utf8);
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out
}

/// Where a name stands first. Whoever writes a mail address minds no capitals.
fn find(text: &str, name: &str) -> Option<usize> {
    if name.contains('@') {
        text.to_ascii_lowercase().find(&name.to_ascii_lowercase())
    } else {
        text.find(name)
    }
}

/// Whether a word begins with the name, or goes before it as Arabic writes it.
fn begins_anew(before: &str, name: &str) -> bool {
    let first = name.chars().next();
    let apart = |before: &str| !runs_on(before.chars().next_back(), first);
    let together = || {
        let one = before.strip_suffix(WRITTEN_TOGETHER);
        let two = one.and_then(|rest| rest.strip_suffix(WRITTEN_TOGETHER));
        [one, two].into_iter().flatten().any(apart)
    };
    apart(before) || together()
}

/// Whether two neighbours are of one word. In scripts that put no space between words, or that write endings to a name, nobody
/// can tell: then they are not.
fn runs_on(one: Option<char>, other: Option<char>) -> bool {
    let inside = |c: char| (c.is_alphanumeric() || is_combining_mark(c)) && !is_unspaced(c);
    one.zip(other).is_some_and(|(one, other)| inside(one) && inside(other))
}

fn is_unspaced(c: char) -> bool {
    let unspaced = [
        LineBreak::Ideographic,
        LineBreak::ConditionalJapaneseStarter,
        LineBreak::ComplexContext,
        LineBreak::H2,
        LineBreak::H3,
    ];
    unspaced.contains(&CodePointMapData::<LineBreak>::new().get(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn without(text: &str, names: &[&str]) -> String {
        without_names(text, &names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_is_taken_out_where_it_is_a_word_and_left_where_it_is_a_part_of_one() {
        for (text, name, left) in [
            ("Roy asked; for Roy.", "Roy", "… asked; for …."),
            ("The Royal Hall, Leroy, Roy2, Roý", "Roy", "The Royal Hall, Leroy, Roy2, Roý"),
            ("Roy’s chair, l’avis d’Émilie", "Émilie", "Roy’s chair, l’avis d’…"),
            ("Roy’s chair", "Roy", "…’s chair"),
            ("RoyRoy Roy-Roy", "Roy", "RoyRoy …-…"),
            ("xana ana ana", "ana ana", "xana …"),
            ("Ana (Bea) sits", "Ana (Bea)", "… sits"),
            ("مقعد فاطمة ولفاطمة", "فاطمة", "مقعد … ول…"),
            ("مقعد الفاطمةي", "فاطمة", "مقعد الفاطمةي"),
            ("请王芳来", "王芳", "请…来"),
            ("김민수는", "김민수", "…는"),
            ("คุณสมชายมา", "สมชาย", "คุณ…มา"),
        ] {
            assert_eq!(without(text, &[name]), left, "{name} in {text}");
        }
    }

    #[test]
    fn nothing_is_left_of_a_name_that_holds_another() {
        assert_eq!(without("Ana Nym and Ana", &["Ana", "Ana Nym"]), "… and …");
    }

    #[test]
    fn an_address_is_found_in_capitals_and_a_name_is_not() {
        assert_eq!(without("Élise <ROSA@Example.org>", &["rosa@example.org"]), "Élise <…>");
        assert_eq!(without("rose and Rose", &["Rose"]), "rose and …");
    }

    #[test]
    fn a_name_by_which_nobody_is_recognized_is_left() {
        for name in ["", " ", "-", "--", "12", "A", "."] {
            assert_eq!(without("- 12 A. --", &[name]), "- 12 A. --", "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_text_without_the_name_stays_as_it_is(text in "\\PC{0,30}", name in "\\PC{0,3}") {
            prop_assert!(text.contains(name.trim()) || without(&text, &[&name]) == text);
        }

        #[test]
        fn between_spaces_a_name_is_always_found(name in "[\\p{L}]{2,8}") {
            prop_assert_eq!(without(&format!("a {name} b"), &[&name]), "a … b");
        }
    }
}
