//! Text per language with state and date, single lines that are safe to show, and the folding used by search and sorting.

use crate::langs::Lang;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// How far a text in one language can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextState {
    /// Written or reviewed by a person, and nothing has changed since.
    Current,
    /// Another language has changed since: it may say something else.
    Outdated,
    /// Made by a machine and read by nobody.
    Machine,
    /// Made by a machine and read by nobody, and another language has changed since.
    OutdatedMachine,
}

impl TextState {
    /// Whether a machine made the words and nobody has read them.
    pub const fn is_by_machine(self) -> bool {
        matches!(self, Self::Machine | Self::OutdatedMachine)
    }

    /// Whether another language has changed since.
    pub const fn is_outdated(self) -> bool {
        matches!(self, Self::Outdated | Self::OutdatedMachine)
    }

    /// The same words after another language has changed: who made them is not forgotten.
    const fn outdated(self) -> Self {
        if self.is_by_machine() { Self::OutdatedMachine } else { Self::Outdated }
    }
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How far they can be trusted.
    pub state: TextState,
    /// The day they were written or reviewed.
    pub on: Date,
}

/// What one person wrote for the public, in one or more languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<Lang, Piece>);

/// A text as a reader gets it: possibly in another language than hers, and then marked so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language.
    pub lang: Lang,
    /// How far they can be trusted.
    pub state: TextState,
}

/// Words and the language they are in: for a heading, a knot or a picture, which hold no markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Worded {
    /// The words.
    pub words: String,
    /// Their language.
    pub lang: Lang,
}

impl Worded {
    /// Words in `lang`.
    pub fn new(words: impl Into<String>, lang: Lang) -> Self {
        Self { words: words.into(), lang }
    }
}

impl Text {
    /// A text in the official languages, both current on `on`. An empty one is left out.
    pub fn both(en: &str, fr: &str, on: Date) -> Self {
        Self::default().with(Lang::En, en, on).with(Lang::Fr, fr, on)
    }

    /// This text with `lang` written anew and current, nothing else changed. Empty text takes the language out.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: &str, on: Date) -> Self {
        if text.trim().is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, Piece { text: text.trim().to_owned(), state: TextState::Current, on });
        }
        self
    }

    /// This text with `lang` as a machine translated it. Empty text changes nothing.
    #[must_use]
    pub fn with_machine(mut self, lang: Lang, text: &str, on: Date) -> Self {
        if !text.trim().is_empty() {
            self.0.insert(lang, Piece { text: text.trim().to_owned(), state: TextState::Machine, on });
        }
        self
    }

    /// This text with the words in `lang` read and found right on `on`: current, nothing else changed.
    #[must_use]
    pub fn reviewed(mut self, lang: Lang, on: Date) -> Self {
        if let Some(piece) = self.0.get_mut(&lang) {
            (piece.state, piece.on) = (TextState::Current, on);
        }
        self
    }

    /// This text with other words in each language; how far they can be trusted and their day stay.
    #[must_use]
    pub fn reworded(mut self, words: impl Fn(&str) -> String) -> Self {
        for piece in self.0.values_mut() {
            piece.text = words(&piece.text);
        }
        self
    }

    /// The language it was written in, the official ones first: the first that is current, else the first that no machine made,
    /// else the first.
    pub fn written_in(&self) -> Option<Lang> {
        let first = |fits: fn(TextState) -> bool| {
            self.pieces().find(|(_, piece)| fits(piece.state)).map(|(lang, _)| lang)
        };
        first(|state| state == TextState::Current)
            .or_else(|| first(|state| !state.is_by_machine()))
            .or_else(|| first(|_| true))
    }

    /// Writes several languages at once: those that changed become current, those that did not become outdated.
    #[must_use]
    pub fn rewrite(mut self, new: &[(Lang, &str)], on: Date) -> Self {
        let before = self.clone();
        for (lang, text) in new {
            if before.get(*lang).map_or("", |piece| &piece.text) != text.trim() {
                self = self.with(*lang, text, on);
            }
        }
        let changed = self != before && !before.0.is_empty();
        for (lang, piece) in &mut self.0 {
            if changed && before.get(*lang) == Some(piece) {
                piece.state = piece.state.outdated();
            }
        }
        self
    }

    /// The text in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&Piece> {
        self.0.get(&lang)
    }

    /// The words in exactly this language, or nothing.
    pub fn in_lang(&self, lang: Lang) -> &str {
        self.get(lang).map_or("", |piece| &piece.text)
    }

    /// The text for a reader of `lang`: hers, else English, else French, else whatever there is.
    pub fn show(&self, lang: Lang) -> Option<Shown<'_>> {
        [lang, Lang::En, Lang::Fr]
            .into_iter()
            .find_map(|lang| self.0.get_key_value(&lang))
            .or_else(|| self.0.iter().next())
            .map(|(lang, piece)| Shown { text: &piece.text, lang: *lang, state: piece.state })
    }

    /// The bare words for a reader of `lang`: for titles, mail and exports.
    pub fn plain(&self, lang: Lang) -> &str {
        self.show(lang).map_or("", |shown| shown.text)
    }

    /// The words for a reader of `lang`, with the language they are in.
    pub fn worded(&self, lang: Lang) -> Worded {
        self.show(lang).map_or_else(|| Worded::new("", lang), |shown| Worded::new(shown.text, shown.lang))
    }

    /// True when no language has any words.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its piece, in the order of lists.
    pub fn pieces(&self) -> impl Iterator<Item = (Lang, &Piece)> {
        self.0.iter().map(|(lang, piece)| (*lang, piece))
    }

    /// What search and sorting compare: all languages, folded.
    pub fn search_key(&self) -> String {
        self.0.values().map(|piece| fold(&piece.text)).collect::<Vec<_>>().join(" ")
    }

    /// `{"en": "…", "fr": "…"}`: the shape of the API.
    pub fn to_plain_json(&self) -> serde_json::Value {
        self.0
            .iter()
            .map(|(lang, piece)| (lang.code().to_owned(), piece.text.clone().into()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

/// Why a line of text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRefusal {
    /// Nothing was written where something is needed.
    Empty,
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: usize,
    },
    /// Control characters, or marks that turn the direction of what follows (Unicode UAX #9 overrides and isolates).
    Unprintable,
}

/// A single line, trimmed, of at most `max` characters, without control or direction-changing characters.
///
/// # Errors
/// Says why not; see [`LineRefusal`].
pub fn line(input: &str, max: usize) -> Result<String, LineRefusal> {
    checked(input, max, false)
}

/// As [`line()`], but line breaks may stand in it (kept as `\n`).
///
/// # Errors
/// Says why not; see [`LineRefusal`].
pub fn prose(input: &str, max: usize) -> Result<String, LineRefusal> {
    checked(&input.replace("\r\n", "\n"), max, true)
}

fn checked(input: &str, max: usize, breaks: bool) -> Result<String, LineRefusal> {
    let text: String = input.trim().nfc().collect();
    if text.is_empty() {
        return Err(LineRefusal::Empty);
    }
    if text.chars().count() > max {
        return Err(LineRefusal::TooLong { max });
    }
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FEFF}');
    let bad = |c: char| {
        (c.is_control() && !(breaks && matches!(c, '\n' | '\t')))
            || turns(c)
            || matches!(c, '\u{2028}' | '\u{2029}')
    };
    if text.chars().any(bad) { Err(LineRefusal::Unprintable) } else { Ok(text) }
}

/// Folds text for comparing: no accents, no case, one form per letter. The same on both databases, since it is done here.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'đ' | 'ð' => out.push('d'),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' => out.push('ه'),
            '\u{0640}' | '\u{200C}' | '\u{200D}' | '\u{200E}' | '\u{200F}' => {}
            '’' | '‘' | '`' => out.push('\''),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> Date {
        jiff::civil::date(2026, 11, 22)
    }

    #[test]
    fn changing_one_language_makes_the_others_outdated() {
        let text = Text::both("Health", "Santé", day())
            .rewrite(&[(Lang::En, "Health and care"), (Lang::Fr, "Santé")], day());
        assert_eq!(text.get(Lang::En).unwrap().state, TextState::Current);
        assert_eq!(text.get(Lang::Fr).unwrap().state, TextState::Outdated);
    }

    #[test]
    fn what_a_machine_made_is_still_known_to_be_when_it_is_outdated() {
        let text = Text::default().with(Lang::En, "Health", day()).with_machine(Lang::Ar, "صحة", day());
        let text = text.rewrite(&[(Lang::En, "Health and care")], day());
        let state = text.get(Lang::Ar).unwrap().state;
        assert!(state == TextState::OutdatedMachine && state.is_outdated() && state.is_by_machine());
        assert_eq!(serde_json::to_value(state).unwrap(), "outdated_machine");
        let again = text.clone().rewrite(&[(Lang::En, "Care")], day());
        assert_eq!(again.get(Lang::Ar).unwrap().state, state, "outdated twice is outdated");
        assert_eq!(text.reviewed(Lang::Ar, day()).get(Lang::Ar).unwrap().state, TextState::Current);
    }

    #[test]
    fn a_review_makes_a_text_current_and_changes_no_word_and_no_other_language() {
        let later = jiff::civil::date(2026, 12, 1);
        let text = Text::both("Health", "Santé", day()).with_machine(Lang::Ar, "صحة", day());
        let text = text.rewrite(&[(Lang::En, "Health and care")], day());
        let read = text.clone().reviewed(Lang::Ar, later);
        assert_eq!(
            read.get(Lang::Ar),
            Some(&Piece { text: "صحة".into(), state: TextState::Current, on: later })
        );
        assert_eq!(read.get(Lang::Fr).unwrap().state, TextState::Outdated);
        assert_eq!(text.clone().reviewed(Lang::Uk, later), text, "there is nothing to review");
    }

    #[test]
    fn a_text_was_written_in_what_is_current_before_what_a_machine_made() {
        let machine = Text::default().with_machine(Lang::En, "Health", day());
        assert_eq!(machine.written_in(), Some(Lang::En));
        assert_eq!(machine.with(Lang::Fr, "Santé", day()).written_in(), Some(Lang::Fr));
        let text = Text::both("Health", "Santé", day()).rewrite(&[(Lang::Fr, "Mieux-être")], day());
        assert_eq!(text.written_in(), Some(Lang::Fr));
        assert_eq!(text.with(Lang::En, "Well-being", day()).written_in(), Some(Lang::En));
        assert_eq!(Text::default().written_in(), None);
    }

    #[test]
    fn other_words_leave_what_is_known_of_them() {
        let text = Text::default().with_machine(Lang::En, "Health 2026-11-22", day());
        let other = text.reworded(|words| words.replace('-', "…"));
        let piece = other.get(Lang::En).unwrap();
        assert_eq!((&*piece.text, piece.state, piece.on), ("Health 2026…11…22", TextState::Machine, day()));
    }

    #[test]
    fn saving_without_a_change_outdates_nothing() {
        let text = Text::both("Health", "Santé", day());
        assert_eq!(text.clone().rewrite(&[(Lang::En, "Health"), (Lang::Fr, "Santé")], day()), text);
    }

    #[test]
    fn a_reader_without_her_language_gets_another_and_is_told_which() {
        let text = Text::default().with(Lang::Fr, "Santé", day());
        assert_eq!(text.show(Lang::Ar).unwrap().lang, Lang::Fr);
    }

    #[test]
    fn lines_that_turn_direction_or_control_are_refused() {
        assert_eq!(line("abc\u{202E}def", 50), Err(LineRefusal::Unprintable));
        assert_eq!(line("abc\u{7}", 50), Err(LineRefusal::Unprintable));
        assert_eq!(line("two\nlines", 50), Err(LineRefusal::Unprintable));
        assert_eq!(prose("two\r\nlines", 50), Ok("two\nlines".into()));
        assert_eq!(line(&"x".repeat(10_000), 200), Err(LineRefusal::TooLong { max: 200 }));
        assert_eq!(line("  ", 5), Err(LineRefusal::Empty));
        assert_eq!(line(" مجلس ", 50), Ok("مجلس".into()));
    }

    #[test]
    fn folding_takes_accents_and_letter_forms_away() {
        assert_eq!(fold("Établissement"), "etablissement");
        assert_eq!(fold("الإسكان"), "الاسكان");
        assert_eq!(fold("Định cư"), "dinh cu");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
