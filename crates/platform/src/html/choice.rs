//! What a reader may choose among.

use crate::{
    langs::Lang,
    text::{Text, Worded},
};

/// One answer of a list, of radio buttons or of boxes to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub code: String,
    /// What the page says.
    pub label: String,
    /// A word more, below it; lists that fold up do not show it.
    pub hint: Option<String>,
    /// How many rows of a list have it: shown by filters.
    pub count: Option<i64>,
    /// The language of the label, where it may be another than the reader's.
    pub lang: Option<Lang>,
}

/// An answer that sends `code` and says `label`.
pub fn choice(code: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { code: code.into(), label: label.into(), hint: None, count: None, lang: None }
}

/// An answer that sends `code` and says a text that somebody wrote, in the language that a reader of `lang` gets.
pub fn choice_of(code: impl Into<String>, text: &Text, lang: Lang) -> Choice {
    let Worded { words, lang } = text.worded(lang);
    Choice { lang: Some(lang), ..choice(code, words) }
}

impl Choice {
    /// A word more, below it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// How many rows have it.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }
}
