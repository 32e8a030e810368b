//! What a column can hold, and what a text looks like.

use crate::clean::{self, Doubt, Order};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words of any kind; nothing can be told from them.
    Words,
    /// Addresses of electronic mail.
    Mail,
    /// Telephone numbers.
    Phone,
    /// Postal codes.
    Postal,
    /// Addresses of web pages.
    Web,
    /// Days.
    Date,
    /// Languages, one or several.
    Language,
    /// Yes or no.
    YesNo,
    /// Whole numbers.
    Whole,
    /// Amounts of money.
    Money,
}

impl Kind {
    /// All kinds that can be told from values, the surest first.
    pub const TOLD_BY_VALUES: [Self; 9] = [
        Self::Mail,
        Self::Postal,
        Self::Web,
        Self::Phone,
        Self::Date,
        Self::Language,
        Self::YesNo,
        Self::Money,
        Self::Whole,
    ];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Postal => "postal",
            Self::Web => "web",
            Self::Date => "date",
            Self::Language => "language",
            Self::YesNo => "yes-no",
            Self::Whole => "whole",
            Self::Money => "money",
        }
    }

    /// Whether a text is one of this kind, or several of them.
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::Words => false,
            Self::Mail => matches!(clean::mail(text), Ok(_) | Err(Doubt::Several)) && text.contains('@'),
            Self::Phone => is_phone(text),
            Self::Postal => matches!(clean::postal(text), Ok(_) | Err(Doubt::Impossible)) && digits(text) > 0,
            Self::Web => is_web(text),
            Self::Date => is_date(text),
            Self::Language => {
                let (known, unknown) = clean::languages(text);
                !known.is_empty() && unknown.is_empty()
            }
            Self::YesNo => clean::yes_no(text).is_ok(),
            Self::Whole => clean::whole(text).is_ok(),
            Self::Money => clean::money(text).is_ok(),
        }
    }
}

/// The kind that a single text shows by itself; none for words. Languages and yes or no are words too, and headings.
pub fn looks_like(text: &str) -> Option<Kind> {
    let by_itself = |kind: &&Kind| !matches!(kind, Kind::Language | Kind::YesNo);
    Kind::TOLD_BY_VALUES.iter().filter(by_itself).find(|kind| kind.fits(text)).copied()
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn is_phone(text: &str) -> bool {
    let long = digits(text) >= 10;
    long && matches!(clean::phone(text), Ok(_) | Err(Doubt::Several | Doubt::Impossible))
}

/// A page that says it is one: *Inc.Ltd* is no address.
fn is_web(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let told = ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start));
    told && clean::address(text).is_ok()
}

/// A day; a bare number may be one that a spreadsheet program counted, but does not show it.
fn is_date(text: &str) -> bool {
    let bare = text.trim().chars().all(|c| c.is_ascii_digit());
    !bare && matches!(clean::date(text, Order::Unknown), Ok(_) | Err(Doubt::Ambiguous))
}
