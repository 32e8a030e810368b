//! Words of a text in any language, folded.

use crate::letters::{Class, Script, class, is_han, letters};
use icu::segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};
use std::{ops::Range, sync::LazyLock};

/// What is longer is cut: nothing that people call a word is.
pub(crate) const LONGEST: usize = 40;
/// Apostrophes do not make these a part of the word that follows (l’école, d’accueil, qu’on).
const ELIDED: [&str; 13] =
    ["l", "d", "j", "qu", "c", "n", "s", "m", "t", "jusqu", "lorsqu", "puisqu", "dall"];
/// The Arabic article, alone and with the small words that are written to it.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
/// So many letters are left of a word when its article goes.
const LEFT: usize = 3;

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()));

/// Whether a text is kept to be found, or asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Scripts without spaces give every pair of neighbouring characters, and the last alone, so that any run of theirs is found.
    Kept,
    /// They give their pairs only.
    Asked,
}

/// One word as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Folded.
    pub text: &'a str,
    pub writing: Script,
    /// Whether a digit is in it.
    pub digit: bool,
}

/// The folded words of a text in their order, as a query has them: the same for all that people write differently and mean alike.
///
/// ```
/// assert_eq!(seek::words("L’École élémentaire"), ["ecole", "elementaire"]);
/// assert_eq!(seek::words("الإسكان ٢٠٢٤"), ["اسكان", "2024"]);
/// assert_eq!(seek::words("định cư"), ["dinh", "cu"]);
/// assert_eq!(seek::words("住房补贴"), ["住房", "房补", "补贴"]);
/// assert_eq!(seek::words("?!"), [""; 0]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    each(text, Side::Asked, &mut |word, _| all.push(word.text.to_owned()));
    all
}

/// The place in a text of the first word that folds to this one: what to show instead of a folded word.
///
/// ```
/// assert_eq!(seek::as_written("Un médecin de famille", "medecin"), Some("médecin"));
/// ```
pub fn as_written<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut found = None;
    each(text, Side::Asked, &mut |each, at| {
        if found.is_none() && each.text == word {
            found = Some(at);
        }
    });
    text.get(found?).map(|word| word.trim_matches(|c: char| class(c) == Class::Gap))
}

/// Hands every word over, with its place in the text.
pub(crate) fn each(text: &str, side: Side, done: &mut dyn FnMut(Word<'_>, Range<usize>)) {
    let mut reader = Reader { side, done, word: Letters::default(), han: Vec::new() };
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let end = at + c.len_utf8();
        match class(c) {
            Class::Letter(letter, script) => reader.letter(letter, script, at..end),
            Class::Digit(digit) => reader.letter(digit, Script::Other, at..end),
            Class::Letters(script) => {
                letters(c).chars().for_each(|letter| match is_han(letter) {
                    true => reader.han(letter, at..end),
                    false => reader.letter(letter, script, at..end),
                });
            }
            Class::Nothing => {}
            Class::Apostrophe => {
                reader.end_han();
                reader.word.cut = reader.word.cut.or(Some(reader.word.text.len()));
            }
            Class::Gap => reader.end(),
            Class::Han(letter) => reader.han(letter, at..end),
            Class::Unspaced => {
                reader.end();
                let mut end = end;
                while let Some((at, c)) = rest.next_if(|(_, c)| is_of_run(*c)) {
                    end = at + c.len_utf8();
                }
                reader.unspaced(text.get(at..end).unwrap_or_default(), at);
            }
        }
    }
    reader.end();
}

fn is_of_run(c: char) -> bool {
    matches!(class(c), Class::Unspaced | Class::Nothing)
}

/// A word while it is being read.
#[derive(Default)]
struct Letters {
    text: String,
    count: usize,
    writing: Option<Script>,
    digit: bool,
    /// Where its first apostrophe stood.
    cut: Option<usize>,
    at: Range<usize>,
}

impl Letters {
    fn push(&mut self, letter: char, script: Script, at: Range<usize>) {
        if self.count == 0 {
            self.at.start = at.start;
            self.cut = None;
        }
        self.at.end = at.end;
        if self.count == LONGEST {
            return;
        }
        self.digit |= letter.is_ascii_digit();
        if script != Script::Other || self.writing.is_none() {
            self.writing = self.writing.filter(|known| *known != Script::Other).or(Some(script));
        }
        self.text.push(letter);
        self.count += 1;
    }

    fn clear(&mut self) {
        self.text.clear();
        (self.count, self.writing, self.digit, self.cut) = (0, None, false, None);
    }
}

struct Reader<'a> {
    side: Side,
    done: &'a mut dyn FnMut(Word<'_>, Range<usize>),
    word: Letters,
    han: Vec<(char, Range<usize>)>,
}

impl Reader<'_> {
    fn letter(&mut self, letter: char, script: Script, at: Range<usize>) {
        self.end_han();
        self.word.push(letter, script, at);
    }

    fn han(&mut self, letter: char, at: Range<usize>) {
        self.end_word();
        self.han.push((letter, at));
    }

    fn end(&mut self) {
        self.end_han();
        self.end_word();
    }

    fn end_word(&mut self) {
        if self.word.count > 0 {
            let script = self.word.writing.unwrap_or(Script::Other);
            let text = match script {
                Script::Latin => without_elision(&self.word.text, self.word.cut),
                Script::Arabic => without_article(&self.word.text),
                _ => &self.word.text,
            };
            (self.done)(Word { text, writing: script, digit: self.word.digit }, self.word.at.clone());
        }
        self.word.clear();
    }

    fn end_han(&mut self) {
        if self.han.is_empty() {
            return;
        }
        let mut text = String::new();
        let alone = self.side == Side::Kept || self.han.len() == 1;
        let pairs = self.han.iter().zip(self.han.iter().skip(1).map(Some).chain([None]));
        for ((first, at), second) in pairs {
            if second.is_none() && !alone {
                break;
            }
            text.clear();
            text.push(*first);
            text.extend(second.map(|(second, _)| *second));
            let end = second.map_or(at.end, |(_, at)| at.end);
            (self.done)(Word { text: &text, writing: Script::Han, digit: false }, at.start..end);
        }
        self.han.clear();
    }

    /// A run of letters without spaces, as a dictionary cuts it.
    fn unspaced(&mut self, run: &str, at: usize) {
        let mut start = 0;
        for end in SEGMENTER.segment_str(run).skip(1) {
            let piece = run.get(start..end).unwrap_or_default();
            for (within, c) in piece.char_indices() {
                let from = at + start + within;
                for letter in letters(c).chars() {
                    self.word.push(letter, Script::Other, from..from + c.len_utf8());
                }
            }
            start = end;
            self.end_word();
        }
    }
}

/// The word without what an apostrophe ties to it: before it in French, `s` behind it in English. Any other apostrophe is left out.
fn without_elision(word: &str, cut: Option<usize>) -> &str {
    match cut.and_then(|at| word.split_at_checked(at)) {
        Some((head, tail)) if !tail.is_empty() && ELIDED.contains(&head) => tail,
        Some((head, "s")) => head,
        _ => word,
    }
}

fn without_article(word: &str) -> &str {
    let mut word = word;
    while let Some(rest) = ARTICLES.iter().find_map(|article| word.strip_prefix(article)) {
        if rest.chars().count() < LEFT {
            break;
        }
        word = rest;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each(text, Side::Kept, &mut |word, _| all.push(word.text.to_owned()));
        all
    }

    #[test]
    fn spaces_points_and_hyphens_part_words_and_apostrophes_do_not() {
        assert_eq!(
            words("School-board, e.g. 613-555_0000"),
            ["school", "board", "e", "g", "613", "555", "0000"]
        );
        assert_eq!(words("women's d'accueil aujourd’hui don't"), ["women", "accueil", "aujourdhui", "dont"]);
        assert_eq!(words("здоров'я su'aal 'quoted' s'"), ["здоровя", "suaal", "quoted", "s"]);
    }

    #[test]
    fn arabic_persian_and_urdu_meet_in_one_spelling() {
        assert_eq!(words("الطَّبِيب والطبيب طبيب"), ["طبيب", "طبيب", "طبيب"]);
        assert_eq!(words("می‌خواهم كتــاب کتاب"), ["ميخواهم", "كتاب", "كتاب"]);
        assert_eq!(words("ہسپتال هسپتال مدرسة مدرسه"), ["هسپتال", "هسپتال", "مدرسه", "مدرسه"]);
    }

    #[test]
    fn chinese_is_kept_so_that_each_run_of_it_is_found() {
        assert_eq!(kept("住房补贴"), ["住房", "房补", "补贴", "贴"]);
        assert_eq!(words("房"), ["房"]);
        assert_eq!(words("看医生abc"), ["看医", "医生", "abc"]);
    }

    #[test]
    fn thai_is_cut_into_words_by_a_dictionary() {
        let all = words("ฉันต้องการหมอ");
        assert!(all.len() >= 3 && all.contains(&"หมอ".to_owned()), "{all:?}");
    }

    #[test]
    fn signs_that_are_no_words_give_none_and_long_runs_are_cut() {
        for text in ["", " ", "\u{301}", "?!…", "\u{200d}\u{200f}", "''''"] {
            assert_eq!(words(text), [""; 0], "{text:?}");
        }
        assert_eq!(words(&"a".repeat(10_000)), ["a".repeat(LONGEST)]);
        assert_eq!(words(&"ﷺ".repeat(100))[0].chars().count(), LONGEST);
    }

    #[test]
    fn words_of_alphabets_end_where_the_standard_ends_them() {
        let text = "Clinic clinique Поліклініка ਡਾਕਟਰ डॉक्टर ሓኪም طبيب bác sĩ doktor";
        let cut = |(start, end): (usize, usize)| &text[start..end];
        let ends: Vec<usize> = SEGMENTER.segment_str(text).collect();
        let standard: Vec<&str> = ends
            .iter()
            .copied()
            .zip(ends[1..].iter().copied())
            .map(cut)
            .filter(|word| *word != " ")
            .collect();
        let mut ours = Vec::new();
        each(text, Side::Asked, &mut |_, at| ours.push(&text[at]));
        assert_eq!(ours, standard);
    }

    #[test]
    fn the_word_is_shown_as_it_stands_in_the_text() {
        assert_eq!(as_written("Rue de l’École", "ecole"), Some("l’École"));
        assert_eq!(as_written("Rue", "ecole"), None);
    }
}
