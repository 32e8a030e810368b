//! What is wrong, where, and what belongs to it. Words are the caller's affair.

use std::sync::Arc;

/// Something that is wrong at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The file of the package, or what the caller called the document.
    pub file: Arc<str>,
    /// The row as a spreadsheet program counts it, headings first; none where all of the file is meant.
    pub row: Option<u32>,
    /// The column, from 1.
    pub column: Option<u32>,
    /// The name of the column or member.
    pub field: Option<Arc<str>>,
    /// The place in a JSON document, as RFC 6901 has it.
    pub pointer: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The descriptor names a file that is not there.
    MissingFile,
    /// The descriptor says something of a column or table that this crate does not read.
    NotSupported {
        /// What it says.
        what: String,
    },
    /// The file has no headings.
    NoHeadings,
    /// A column without a heading.
    BlankHeading,
    /// Two columns with the same heading.
    SameHeading {
        /// The first of them, from 1.
        first: u32,
    },
    /// A column that the schema does not know. Its cells are not read.
    UnknownColumn {
        /// Its heading.
        heading: String,
    },
    /// A column that the schema asks for is not there.
    MissingColumn,
    /// A column stands where the schema has another.
    OtherColumn {
        /// Its heading.
        heading: String,
    },
    /// A row in which nothing stands.
    BlankRow,
    /// A cell beyond the last column.
    ExtraCell,
    /// A row that ends before its last column.
    MissingCell,
    /// Bytes that are no UTF-8. They are read as replacement characters.
    WrongEncoding,
    /// A quotation mark that is never closed: all that follows is one cell.
    OpenQuote,
    /// Nothing where something must be.
    Missing,
    /// A value of another type.
    WrongType {
        /// The type it should have, as table schemas and JSON name it.
        expected: &'static str,
        /// The value, shortened.
        value: String,
    },
    /// A text of another format.
    WrongFormat {
        /// The format it should have: `email`, `uri`, `date-time`.
        expected: &'static str,
        /// The value, shortened.
        value: String,
    },
    /// An id that is no UUID. [`crate::ids::mapped`] makes one of it.
    NotUuid {
        /// The value, shortened.
        value: String,
    },
    /// A day that does not exist: 31 February.
    ImpossibleDate {
        /// The value, shortened.
        value: String,
    },
    /// A value that is none of those it may be.
    NotAnOption {
        /// The value, shortened.
        value: String,
        /// What it may be.
        options: Arc<[String]>,
    },
    /// A value that does not have the pattern.
    OtherPattern {
        /// The value, shortened.
        value: String,
        /// The pattern.
        pattern: Arc<str>,
    },
    /// A number, day or time below the least.
    TooSmall {
        /// The value, shortened.
        value: String,
        /// The least.
        least: Arc<str>,
    },
    /// A number, day or time above the most.
    TooLarge {
        /// The value, shortened.
        value: String,
        /// The most.
        most: Arc<str>,
    },
    /// A text, array or object that is too short.
    TooShort {
        /// Its length.
        length: u64,
        /// The least.
        least: u64,
    },
    /// A text, array or object that is longer than the schema allows.
    TooLong {
        /// Its length.
        length: u64,
        /// The most.
        most: u64,
    },
    /// A value that stands in another row, too.
    NotUnique {
        /// The row before this one that has it.
        same_as: u32,
    },
    /// The key of a row is that of another row.
    SameKey {
        /// The row before this one that has it.
        same_as: u32,
    },
    /// The key of a row is blank, or not of its type.
    NoKey,
    /// A row names a row of another table that is not there.
    BrokenReference {
        /// What it names, shortened.
        value: String,
        /// The table in which it should be.
        table: Arc<str>,
    },
    /// A document that is not JSON, or nested too deeply.
    NotJson {
        /// The line on which that shows.
        line: u64,
    },
    /// A member is not there that must be.
    MissingMember,
    /// Degrees that are not on earth.
    NotOnEarth {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
    },
    /// A place far away that is near when latitude and longitude change places.
    Swapped {
        /// Degrees north, as they stand.
        latitude: f64,
        /// Degrees east, as they stand.
        longitude: f64,
    },
    /// A time of validity that ends before it begins.
    EndsBeforeStart {
        /// The column with its beginning.
        start: &'static str,
        /// The beginning.
        from: String,
        /// The end.
        to: String,
    },
    /// A day that closes before it opens. It may be meant: a night.
    ClosesBeforeOpening {
        /// When it opens.
        from: String,
        /// When it closes.
        to: String,
    },
    /// A name with signs in it that turn the direction of writing, so that it does not read as it is stored.
    TurnsDirection,
}

impl Problem {
    /// Its stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingFile => "missing-file",
            Self::NotSupported { .. } => "not-supported",
            Self::NoHeadings => "no-headings",
            Self::BlankHeading => "blank-heading",
            Self::SameHeading { .. } => "same-heading",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::MissingColumn => "missing-column",
            Self::OtherColumn { .. } => "other-column",
            Self::BlankRow => "blank-row",
            Self::ExtraCell => "extra-cell",
            Self::MissingCell => "missing-cell",
            Self::WrongEncoding => "wrong-encoding",
            Self::OpenQuote => "open-quote",
            Self::Missing => "missing",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongFormat { .. } => "wrong-format",
            Self::NotUuid { .. } => "not-uuid",
            Self::ImpossibleDate { .. } => "impossible-date",
            Self::NotAnOption { .. } => "not-an-option",
            Self::OtherPattern { .. } => "other-pattern",
            Self::TooSmall { .. } => "too-small",
            Self::TooLarge { .. } => "too-large",
            Self::TooShort { .. } => "too-short",
            Self::TooLong { .. } => "too-long",
            Self::NotUnique { .. } => "not-unique",
            Self::SameKey { .. } => "same-key",
            Self::NoKey => "no-key",
            Self::BrokenReference { .. } => "broken-reference",
            Self::NotJson { .. } => "not-json",
            Self::MissingMember => "missing-member",
            Self::NotOnEarth { .. } => "not-on-earth",
            Self::Swapped { .. } => "swapped",
            Self::EndsBeforeStart { .. } => "ends-before-start",
            Self::ClosesBeforeOpening { .. } => "closes-before-opening",
            Self::TurnsDirection => "turns-direction",
        }
    }

    /// Whether a rule of the schema is broken. What is not, is a doubt of this crate: the standard has nothing against it, and whoever
    /// reads decides.
    pub const fn breaks_schema(&self) -> bool {
        !matches!(
            self,
            Self::NotOnEarth { .. }
                | Self::Swapped { .. }
                | Self::EndsBeforeStart { .. }
                | Self::ClosesBeforeOpening { .. }
                | Self::TurnsDirection
                | Self::OpenQuote
                | Self::UnknownColumn { .. }
        )
    }

    /// What the reference implementation (frictionless) calls it, for what it finds as well.
    pub const fn elsewhere(&self) -> Option<&'static str> {
        Some(match self {
            Self::BlankHeading => "blank-label",
            Self::SameHeading { .. } => "duplicate-label",
            Self::UnknownColumn { .. } => "extra-label",
            Self::MissingColumn => "missing-label",
            Self::OtherColumn { .. } => "incorrect-label",
            Self::BlankRow => "blank-row",
            Self::ExtraCell => "extra-cell",
            Self::MissingCell => "missing-cell",
            Self::WrongType { .. }
            | Self::WrongFormat { .. }
            | Self::NotUuid { .. }
            | Self::ImpossibleDate { .. } => "type-error",
            Self::Missing
            | Self::NotAnOption { .. }
            | Self::OtherPattern { .. }
            | Self::TooSmall { .. }
            | Self::TooLarge { .. }
            | Self::TooShort { .. }
            | Self::TooLong { .. } => "constraint-error",
            Self::NotUnique { .. } => "unique-error",
            Self::SameKey { .. } | Self::NoKey => "primary-key",
            Self::BrokenReference { .. } => "foreign-key",
            _ => return None,
        })
    }
}

/// A value as it is shown: its first characters.
pub(crate) fn shown(value: &str) -> String {
    const MOST: usize = 120;
    match value.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", value.get(..at).unwrap_or_default()),
        None => value.to_owned(),
    }
}

/// All that was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// In the order of tables, rows and columns.
    pub list: Vec<Finding>,
    /// How many more there were than are kept.
    pub more: u64,
    /// The tables that were read, with the number of their rows, headings not counted.
    pub tables: Vec<(String, u32)>,
}

impl Findings {
    /// Whether no rule of the schema is broken.
    pub fn keeps_schema(&self) -> bool {
        self.more == 0 && !self.list.iter().any(|finding| finding.problem.breaks_schema())
    }

    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|(_, rows)| u64::from(*rows)).sum()
    }
}
