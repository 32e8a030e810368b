//! A state is a shape, a colour and a word; never a colour alone.

use maud::{Markup, html};

/// How a state looks. What it means is said by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A ringed full circle, green.
    Done,
    /// A full circle, green.
    OnTrack,
    /// A half-full circle, amber.
    UnderWay,
    /// A full diamond, red.
    Behind,
    /// An empty circle, grey.
    NotStarted,
    /// A dashed circle, grey.
    Unknown,
}

impl Look {
    /// All looks.
    pub const ALL: [Self; 6] =
        [Self::Done, Self::OnTrack, Self::UnderWay, Self::Behind, Self::NotStarted, Self::Unknown];

    /// Its class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::OnTrack => "on-track",
            Self::UnderWay => "under-way",
            Self::Behind => "behind",
            Self::NotStarted => "not-started",
            Self::Unknown => "unknown",
        }
    }
}

/// A state: its look and its word.
pub fn state(look: Look, word: &str) -> Markup {
    html! { span class={ "state " (look.class()) } { (word) } }
}
