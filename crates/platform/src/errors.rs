//! What a visitor is told when something does not go as asked: refusals by rules, and failures that are ours.

use crate::text::LineRefusal;
use crate::words::Arg;
use std::borrow::Cow;

/// Why a rule said no. One enum per rule implements it, through [`refusals!`](crate::refusals).
pub trait Refusal: std::fmt::Debug + Send + Sync {
    /// The stable code: key of the words shown, `code` in JSON, anchor in the API's documents.
    fn code(&self) -> &'static str;
    /// What the words mention.
    fn args(&self) -> Vec<(&'static str, Arg)>;
}

/// One code, for the page that lists them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// What its words mention.
    pub args: &'static [&'static str],
}

/// Declares an enum of refusals with their codes; a room lists its `CODES` in its manifest.
///
/// ```ignore
/// platform::refusals! {
///     /// Why a place cannot be given.
///     pub enum PlaceRefusal {
///         /// All places are taken.
///         Full { limit: i64 } = "place-full",
///         /// The span ends before it starts.
///         Backwards = "place-backwards",
///     }
/// }
/// ```
#[macro_export]
macro_rules! refusals {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident : $ty:ty),* $(,)? })? = $code:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name { $($(#[$vmeta])* $variant $({ $($(#[$fmeta])* #[doc = concat!("What the words mention as `", stringify!($field), "`.")] $field: $ty),* })?),* }
        impl $name {
            /// All its codes.
            pub const CODES: &'static [$crate::errors::Code] = &[$($crate::errors::Code {
                code: $code, args: &[$($(stringify!($field)),*)?],
            }),*];
        }
        impl $crate::errors::Refusal for $name {
            fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }
            fn args(&self) -> Vec<(&'static str, $crate::words::Arg)> {
                match self { $(Self::$variant $({ $($field),* })? => vec![$($((stringify!($field), $crate::words::Arg::from($field.clone()))),*)?]),* }
            }
        }
        impl From<$name> for $crate::errors::Error {
            fn from(refusal: $name) -> Self {
                Self::Refused(Box::new(refusal))
            }
        }
    };
}

/// One complaint about a form: the field it belongs to (empty for the whole form) and why.
#[derive(Debug)]
pub struct Complaint {
    /// The field's name in the form.
    pub field: Cow<'static, str>,
    /// Why.
    pub why: Box<dyn Refusal>,
}

/// All complaints about one form, in the order of its fields. Nothing that was typed is lost: the page shows it again.
#[derive(Debug, Default)]
pub struct Complaints(pub Vec<Complaint>);

impl Complaints {
    /// Notes a complaint about `field`.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, why: impl Refusal + 'static) {
        self.0.push(Complaint { field: field.into(), why: Box::new(why) });
    }

    /// Takes the value, or notes why there is none.
    pub fn take<T>(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        value: Result<T, impl Refusal + 'static>,
    ) -> Option<T> {
        value.map_err(|why| self.add(field, why)).ok()
    }

    /// Only one complaint.
    pub fn one(field: impl Into<Cow<'static, str>>, why: impl Refusal + 'static) -> Self {
        Self::of(field, Box::new(why))
    }

    /// What a store or another rule refused, as the only complaint.
    pub fn of(field: impl Into<Cow<'static, str>>, why: Box<dyn Refusal>) -> Self {
        Self(vec![Complaint { field: field.into(), why }])
    }

    /// Whether there is nothing to complain about.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first complaint about `field`.
    pub fn about(&self, field: &str) -> Option<&dyn Refusal> {
        self.0.iter().find(|complaint| complaint.field == field).map(|complaint| complaint.why.as_ref())
    }
}

impl LineRefusal {
    /// All its codes.
    pub const CODES: &'static [Code] = &[
        Code { code: "line-empty", args: &[] },
        Code { code: "line-too-long", args: &["max"] },
        Code { code: "line-unprintable", args: &[] },
    ];
}

impl Refusal for LineRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "line-empty",
            Self::TooLong { .. } => "line-too-long",
            Self::Unprintable => "line-unprintable",
        }
    }
    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::TooLong { max } => vec![("max", Arg::from(i64::try_from(*max).unwrap_or(i64::MAX)))],
            _ => Vec::new(),
        }
    }
}

refusals! {
    /// What any form can complain about.
    pub enum FieldRefusal {
        /// Not one of the choices offered.
        NotAChoice = "field-not-a-choice",
        /// Not a date like 2026-11-22.
        NotADate = "field-not-a-date",
        /// Not an address for mail.
        NotMail = "field-not-mail",
        /// Not a web address that starts with http or https.
        NotWeb = "field-not-web",
        /// Not a telephone number.
        NotPhone = "field-not-phone",
        /// Names something that is not here (any more).
        Unknown = "field-unknown",
        /// A language in which the program has no words.
        NotSpoken = "field-not-spoken",
    }
}

refusals! {
    /// Why a number is not taken.
    pub enum NumberRefusal {
        /// It is no whole number from `least` to `most`.
        OutOfBounds { least: u32, most: u32 } = "number-out-of-bounds",
    }
}

/// The result of everything that can go wrong on the way to an answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there is no ordinary answer. HTML, JSON and the command line are dresses of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing here, or nothing that this caller may know of: the same answer in both cases.
    #[error("not found")]
    NotFound,
    /// The caller must sign in first.
    #[error("sign in first")]
    SignIn,
    /// The caller may know that it exists, but not do this.
    #[error("not permitted: {0}")]
    Forbidden(&'static str),
    /// A rule said no.
    #[error("refused: {}", .0.code())]
    Refused(Box<dyn Refusal>),
    /// Somebody else has changed it since the caller read it.
    #[error("changed since it was read")]
    Stale,
    /// The same request was answered before: this is the answer. Not a failure; ends a handler early.
    #[error("answered before")]
    Answered(crate::repeat::FirstAnswer),
    /// The same key was used for something else.
    #[error("the same key came with other content")]
    KeyReused,
    /// The request came from another site.
    #[error("sent from another site")]
    CrossSite,
    /// What was sent cannot be read.
    #[error("malformed: {0}")]
    Malformed(&'static str),
    /// The address does not take this method.
    #[error("not by this method")]
    WrongMethod,
    /// The request came so slowly that it was given up.
    #[error("too slow")]
    TooSlow,
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// Too often; try again after so many seconds.
    #[error("too often, again in {0} s")]
    TooOften(u32),
    /// As many are at it as this program lets in at once; try again after so many seconds.
    #[error("busy, again in {0} s")]
    Busy(u32),
    /// A constraint of the database said no; the store maps the expected ones to refusals.
    #[error("constraint {0}")]
    Constraint(String),
    /// Ours: logged once with its whole chain, the visitor gets a reference number.
    #[error("failed")]
    Failed(#[source] anyhow::Error),
}

impl Error {
    /// A failure of ours with words for the log.
    pub fn failed(what: impl std::fmt::Display) -> Self {
        Self::Failed(anyhow::anyhow!("{what}"))
    }

    /// One of each that is no rule's no, in the order of their status: for the page that lists them.
    pub fn each() -> [Self; 13] {
        [
            Self::Malformed(""),
            Self::SignIn,
            Self::Forbidden(""),
            Self::CrossSite,
            Self::NotFound,
            Self::WrongMethod,
            Self::TooSlow,
            Self::Stale,
            Self::KeyReused,
            Self::TooLarge,
            Self::TooOften(0),
            Self::failed(""),
            Self::Busy(0),
        ]
    }

    /// The stable code in JSON and the key of the words shown.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignIn => "sign-in-first",
            Self::Forbidden(_) => "forbidden",
            Self::Refused(refusal) => refusal.code(),
            Self::Stale => "stale",
            // Never shown: the caller is sent on.
            Self::Answered(_) | Self::KeyReused => "key-reused",
            Self::CrossSite => "cross-site",
            Self::Malformed(_) => "malformed",
            Self::WrongMethod => "wrong-method",
            Self::TooSlow => "too-slow",
            Self::TooLarge => "too-large",
            Self::TooOften(_) => "too-often",
            Self::Busy(_) => "busy",
            Self::Constraint(_) | Self::Failed(_) => "failed",
        }
    }

    /// The status of the answer (RFC 9110).
    pub fn status(&self) -> u16 {
        match self {
            Self::Answered(_) => 303,
            Self::NotFound => 404,
            Self::SignIn => 401,
            Self::Forbidden(_) | Self::CrossSite => 403,
            Self::Refused(_) => 422,
            Self::Stale | Self::KeyReused => 409,
            Self::Malformed(_) => 400,
            Self::WrongMethod => 405,
            Self::TooSlow => 408,
            Self::TooLarge => 413,
            Self::TooOften(_) => 429,
            Self::Busy(_) => 503,
            Self::Constraint(_) | Self::Failed(_) => 500,
        }
    }

    /// This error, or `refusal` when it is the database's own refusal whose text contains `mark`
    /// (a constraint's name, or for SQLite's unique keys `table.column, table.column`).
    #[must_use]
    pub fn on_constraint(self, mark: &str, refusal: impl Refusal + 'static) -> Self {
        match self {
            Self::Constraint(detail) if detail.contains(mark) => Self::Refused(Box::new(refusal)),
            other => other,
        }
    }
}

macro_rules! failures {
    ($($source:ty),*) => { $(
        impl From<$source> for Error {
            fn from(source: $source) -> Self {
                Self::Failed(source.into())
            }
        }
    )* };
}
failures!(anyhow::Error, std::io::Error, serde_json::Error, jiff::Error, std::fmt::Error);

/// An absent row is "not found" to the caller.
pub trait OrNotFound<T> {
    /// The value, or [`Error::NotFound`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    fn or_not_found(self) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T> {
        self.ok_or(Error::NotFound)
    }
}
