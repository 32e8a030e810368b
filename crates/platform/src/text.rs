//! Text per language with state and date, single lines that are safe to show, and the folding used by search and sorting.

use crate::langs::Lang;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Names and titles have at most this many characters, in each language.
pub const NAME: usize = 200;
/// What somebody writes at length has at most this many characters, in each language.
pub const PROSE: usize = 4_000;

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
    /// Whether the text was written in this language first: the others say what it says.
    #[serde(default, skip_serializing_if = "is_not")]
    pub is_source: bool,
}

/// What says nothing is not written down.
fn is_not(flag: &bool) -> bool {
    !*flag
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
        self.settle_source();
        self.put(lang, text, on);
        self.settle_source();
        self
    }

    fn put(&mut self, lang: Lang, text: &str, on: Date) {
        if text.trim().is_empty() {
            self.0.remove(&lang);
            return;
        }
        let is_source = self.get(lang).is_some_and(|piece| piece.is_source);
        let (text, state) = (text.trim().to_owned(), TextState::Current);
        self.0.insert(lang, Piece { text, state, on, is_source });
    }

    /// Remembers in which language it was written, before another one can be taken for it.
    fn settle_source(&mut self) {
        let is_known = self.0.values().any(|piece| piece.is_source);
        let source = self.written_in().filter(|_| !is_known);
        if let Some(piece) = source.and_then(|lang| self.0.get_mut(&lang)) {
            piece.is_source = !piece.state.is_by_machine();
        }
    }

    /// This text with `lang` as a machine translated it. Empty text changes nothing.
    #[must_use]
    pub fn with_machine(mut self, lang: Lang, text: &str, on: Date) -> Self {
        self.settle_source();
        if !text.trim().is_empty() {
            let (text, state) = (text.trim().to_owned(), TextState::Machine);
            self.0.insert(lang, Piece { text, state, on, is_source: false });
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

    /// The language it was written in: the one that came first. Where that is not known, the official ones first, the first
    /// that is current, else the first that no machine made, else the first.
    pub fn written_in(&self) -> Option<Lang> {
        let first =
            |fits: fn(&Piece) -> bool| self.pieces().find(|(_, piece)| fits(piece)).map(|(lang, _)| lang);
        first(|piece| piece.is_source)
            .or_else(|| first(|piece| piece.state == TextState::Current))
            .or_else(|| first(|piece| !piece.state.is_by_machine()))
            .or_else(|| first(|_| true))
    }

    /// Writes several languages at once: those that changed become current. When the words changed in the language that the
    /// text was written in, the others that did not become outdated; a translation that came or changed outdates nothing.
    #[must_use]
    pub fn rewrite(mut self, new: &[(Lang, &str)], on: Date) -> Self {
        self.settle_source();
        let (before, source) = (self.clone(), self.written_in());
        for (lang, text) in new {
            if before.in_lang(*lang) != text.trim() {
                self.put(*lang, text, on);
            }
        }
        let says = |text: &Self| source.map(|lang| text.in_lang(lang).to_owned());
        let said_anew = says(&self) != says(&before) && says(&self).is_some_and(|words| !words.is_empty());
        for (lang, piece) in &mut self.0 {
            if said_anew && before.get(*lang) == Some(piece) {
                piece.state = piece.state.outdated();
            }
        }
        self.settle_source();
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

    /// What a form was made from: another number for other words in any language, for a record that has no version of its own.
    pub fn mark(&self) -> i64 {
        mark(&self.to_plain_json())
    }
}

/// A number for what was seen, another one for anything else; the same in every program, so that a form outlives an update.
/// Never below 0, and exact wherever numbers are kept with 53 bits.
pub fn mark(seen: &serde_json::Value) -> i64 {
    Sha256::digest(seen.to_string()).iter().take(6).fold(0, |mark, byte| mark * 256 + i64::from(*byte))
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

/// The digits of Arabic and Persian keyboards as 0 to 9: a number is the same in both.
pub fn in_plain_digits(typed: &str) -> String {
    let plain = |sign: char| {
        let zero = match sign {
            '٠'..='٩' => '٠',
            '۰'..='۹' => '۰',
            _ => return sign,
        };
        char::from_digit(u32::from(sign) - u32::from(zero), 10).unwrap_or(sign)
    };
    typed.chars().map(plain).collect()
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
mod tests;
