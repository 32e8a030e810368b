//! Texts in several languages and the days of the demo.

use jiff::{Span, civil::Date};
use platform::{langs::Lang, text::Text};

/// A text in the languages it is written in. English and French are always there; Arabic where the public reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct T {
    /// Canadian English.
    pub en: &'static str,
    /// Canadian French.
    pub fr: &'static str,
    /// Modern Standard Arabic, for texts the public reads: translated by a machine, checked by nobody.
    pub ar: Option<&'static str>,
}

impl T {
    /// The text as the house keeps it since `on`. A machine wrote the Arabic, and it says so.
    pub fn text(&self, on: Date) -> Text {
        Text::both(self.en, self.fr, on).with_machine(Lang::Ar, self.ar.unwrap_or_default(), on)
    }
}

/// A text in English and French.
pub const fn t(en: &'static str, fr: &'static str) -> T {
    T { en, fr, ar: None }
}

/// A text in English, French and Arabic.
pub const fn t3(en: &'static str, fr: &'static str, ar: &'static str) -> T {
    T { en, fr, ar: Some(ar) }
}

/// A proper name that is written alike in English and in French.
pub(super) const fn named(name: &'static str) -> T {
    T { en: name, fr: name, ar: None }
}

/// A day of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day that the source gives.
    On(Date),
    /// A day chosen by us where the source gives only a year, an order or nothing: to be shown as approximate.
    About(Date),
    /// So many days after the day on which the demo is built; before it when negative.
    In(i16),
}

impl When {
    /// The day itself, for a demo that is built on `today`.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::On(day) | Self::About(day) => day,
            Self::In(days) => today.saturating_add(Span::new().days(days)),
        }
    }

    /// Whether the day is only roughly known.
    pub fn is_approximate(self) -> bool {
        matches!(self, Self::About(_))
    }
}
