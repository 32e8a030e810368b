//! What is wrong in a package or document of HSDS, told in the reader's language: each kind of problem has its own words, with file, row and column.

use hsds::{Finding, Findings, Problem, Refusal as Unread};
use platform::{
    errors::{Code, Complaint, Complaints, Refusal},
    words::Arg,
};

/// So many problems are told one by one; more are counted.
const TOLD: usize = 100;

/// What the words of all of them may mention.
const ARGS: &[&str] = &["where", "file", "row", "column", "field", "value", "other"];

macro_rules! codes {
    ($($code:literal)*) => {
        /// The codes, for the page that lists all.
        pub(crate) const CODES: &[Code] = &[$(Code { code: concat!("hsds-", $code), args: ARGS }),*];

        /// The code of a problem here.
        fn code_of(of: &str) -> &'static str {
            match of {
                $($code => concat!("hsds-", $code),)*
                _ => "hsds-other",
            }
        }
    };
}

codes! {
    "other" "more" "missing-file" "not-supported" "no-headings" "blank-heading" "same-heading" "unknown-column" "missing-column" "blank-row"
    "extra-cell" "missing-cell" "wrong-encoding" "open-quote" "missing" "wrong-type" "wrong-format" "not-uuid" "impossible-date"
    "not-an-option" "too-small" "too-large" "too-short" "too-long" "not-unique" "same-key" "no-key" "broken-reference" "not-json"
    "missing-member" "not-on-earth" "swapped" "ends-before-start" "turns-direction" "damaged" "not-an-archive" "too-many-files"
    "package-too-large" "too-dense" "leads-outside" "nested-archive" "no-tables" "bad-descriptor" "other-encoding" "cell-too-long"
    "too-many-columns" "too-many-rows" "no-services"
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    code: &'static str,
    place: &'static str,
    file: String,
    row: i64,
    column: i64,
    field: String,
    value: String,
    other: String,
}

impl Refusal for Wrong {
    fn code(&self) -> &'static str {
        self.code
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        vec![
            ("where", self.place.into()),
            ("file", self.file.clone().into()),
            ("row", Arg::from(self.row)),
            ("column", Arg::from(self.column)),
            ("field", self.field.clone().into()),
            ("value", self.value.clone().into()),
            ("other", self.other.clone().into()),
        ]
    }
}

/// What else the words of a problem mention: the value, and what it should be or is in the way of.
fn mentions(of: &Problem) -> (String, String) {
    let none = String::new;
    match of {
        Problem::NotSupported { what } => (what.clone(), none()),
        Problem::SameHeading { first } => (none(), first.to_string()),
        Problem::UnknownColumn { heading } | Problem::OtherColumn { heading } => (heading.clone(), none()),
        Problem::WrongType { expected, value } | Problem::WrongFormat { expected, value } => {
            (value.clone(), (*expected).to_owned())
        }
        Problem::NotUuid { value } | Problem::ImpossibleDate { value } => (value.clone(), none()),
        Problem::NotAnOption { value, options } => (value.clone(), options.join(", ")),
        Problem::OtherPattern { value, pattern } => (value.clone(), pattern.to_string()),
        Problem::TooSmall { value, least } => (value.clone(), least.to_string()),
        Problem::TooLarge { value, most } => (value.clone(), most.to_string()),
        Problem::TooShort { length, least } => (length.to_string(), least.to_string()),
        Problem::TooLong { length, most } => (length.to_string(), most.to_string()),
        Problem::NotUnique { same_as } | Problem::SameKey { same_as } => (none(), same_as.to_string()),
        Problem::BrokenReference { value, table } => (value.clone(), table.to_string()),
        Problem::NotJson { line } => (line.to_string(), none()),
        Problem::NotOnEarth { latitude, longitude } | Problem::Swapped { latitude, longitude } => {
            (latitude.to_string(), longitude.to_string())
        }
        Problem::EndsBeforeStart { from, to, .. } | Problem::ClosesBeforeOpening { from, to } => {
            (to.clone(), from.clone())
        }
        _ => (none(), none()),
    }
}

impl From<&Finding> for Wrong {
    fn from(of: &Finding) -> Self {
        let (value, other) = mentions(&of.problem);
        let place = match (of.row, of.column, &of.pointer) {
            (_, _, Some(_)) => "pointer",
            (Some(_), Some(_), _) => "cell",
            (Some(_), None, _) => "row",
            _ => "file",
        };
        let field = of.pointer.clone().or_else(|| of.field.as_ref().map(ToString::to_string));
        Self {
            code: code_of(of.problem.code()),
            place,
            file: of.file.to_string(),
            row: of.row.map_or(0, i64::from),
            column: of.column.map_or(0, i64::from),
            field: field.unwrap_or_default(),
            value,
            other,
        }
    }
}

impl From<&Unread> for Wrong {
    fn from(why: &Unread) -> Self {
        let mut told = Self {
            code: code_of(why.code()),
            place: "file",
            file: String::new(),
            row: 0,
            column: 0,
            field: String::new(),
            value: String::new(),
            other: String::new(),
        };
        match why {
            Unread::TooLarge { limit } => {
                (told.code, told.value) = ("hsds-package-too-large", (limit >> 20).to_string())
            }
            Unread::Damaged { file } | Unread::LeadsOutside { file } | Unread::NestedArchive { file } => {
                told.file.clone_from(file);
            }
            Unread::BadDescriptor { what } => told.value.clone_from(what),
            Unread::OtherEncoding { file, encoding } => {
                (told.file, told.value) = (file.clone(), encoding.clone());
            }
            Unread::CellTooLong { file, row, column, .. } => {
                told.place = "cell";
                (told.file, told.row, told.column) = (file.clone(), i64::from(*row), i64::from(*column));
            }
            Unread::TooManyColumns { file, row, .. } => {
                told.place = "row";
                (told.file, told.row) = (file.clone(), i64::from(*row));
            }
            Unread::TooManyRows { file, limit } => {
                (told.file, told.value) = (file.clone(), limit.to_string())
            }
            Unread::TooManyValues { .. } | Unread::DocumentTooLong { .. } => {
                told.code = "hsds-package-too-large"
            }
            _ => {}
        }
        told
    }
}

fn complaint(wrong: Wrong) -> Complaint {
    Complaint { field: "sheet".into(), why: Box::new(wrong) }
}

/// Why a package is not read at all.
pub(crate) fn unread(why: &Unread) -> Complaints {
    Complaints(vec![complaint(Wrong::from(why))])
}

/// That there is no service in it.
pub(crate) fn nothing() -> Complaints {
    let none = Wrong { code: "hsds-no-services", ..Wrong::from(&Unread::NoTables) };
    Complaints(vec![complaint(none)])
}

/// Whether a problem keeps a package out. A day that closes before it opens may be a night, and columns that nobody knows are left out.
const fn keeps_out(of: &Problem) -> bool {
    !matches!(of, Problem::ClosesBeforeOpening { .. })
}

/// All that keeps a package out; none where nothing does.
pub(crate) fn wrongs(of: &Findings) -> Option<Complaints> {
    let wrong: Vec<&Finding> = of.list.iter().filter(|one| keeps_out(&one.problem)).collect();
    let mut all: Vec<Complaint> = wrong.iter().take(TOLD).map(|one| complaint(Wrong::from(*one))).collect();
    let more = u64::try_from(wrong.len().saturating_sub(TOLD)).unwrap_or(u64::MAX).saturating_add(of.more);
    if let (true, Some(first)) = (more > 0, wrong.first()) {
        let rest = Wrong { code: "hsds-more", value: more.to_string(), ..Wrong::from(*first) };
        all.push(complaint(rest));
    }
    (!all.is_empty()).then_some(Complaints(all))
}
