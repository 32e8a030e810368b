//! What a reader may choose among.

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
}

/// An answer that sends `code` and says `label`.
pub fn choice(code: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { code: code.into(), label: label.into(), hint: None, count: None }
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
