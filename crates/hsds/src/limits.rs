//! What a package may be at most, and why one is not read at all.

/// The most that is read. Every bound is checked before what lies beyond it is unpacked or kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Files in an archive or folder.
    pub files: usize,
    /// Bytes of all files when unpacked.
    pub unpacked: u64,
    /// How many times larger all files may be unpacked than packed. Asked only beyond a mebibyte: small files may be dense.
    pub ratio: u64,
    /// Bytes of the descriptor, and of a JSON document.
    pub document: usize,
    /// Values in a document, as far as commas and brackets tell before it is read: a short document may hold millions.
    pub values: usize,
    /// Bytes of one cell.
    pub cell: usize,
    /// Columns of one table.
    pub columns: usize,
    /// Rows of all tables together.
    pub rows: u32,
    /// Findings that are kept. More are counted.
    pub findings: usize,
}

impl Default for Limits {
    /// Room for 100,000 services with all that belongs to them, within 256 MiB of memory.
    fn default() -> Self {
        Self {
            files: 256,
            unpacked: 1 << 30,
            ratio: 100,
            document: 24 << 20,
            values: 1_000_000,
            cell: 1 << 20,
            columns: 512,
            rows: 2_000_000,
            findings: 10_000,
        }
    }
}

/// Why a package or document is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The archive or file cannot be read to its end: it is cut off or damaged.
    Damaged {
        /// The file.
        file: String,
    },
    /// It is no archive of the ZIP kind.
    NotAnArchive,
    /// More files than the limit.
    TooManyFiles {
        /// The most.
        limit: usize,
    },
    /// More bytes than the limit when unpacked.
    TooLarge {
        /// The most.
        limit: u64,
    },
    /// Packed more densely than any honest table.
    TooDense {
        /// The highest ratio.
        limit: u64,
    },
    /// A file whose name leads out of the package.
    LeadsOutside {
        /// The name.
        file: String,
    },
    /// An archive within the archive.
    NestedArchive {
        /// The file.
        file: String,
    },
    /// There is no descriptor, and no table of the standard.
    NoTables,
    /// The descriptor is no JSON, or not what a descriptor must be.
    BadDescriptor {
        /// What is wrong with it, as a place in it.
        what: String,
    },
    /// The descriptor wants an encoding other than UTF-8.
    OtherEncoding {
        /// The file.
        file: String,
        /// The encoding.
        encoding: String,
    },
    /// A cell with more bytes than the limit.
    CellTooLong {
        /// The file.
        file: String,
        /// The row, headings first.
        row: u32,
        /// The column, from 1.
        column: u32,
        /// The most.
        limit: usize,
    },
    /// A row with more columns than the limit.
    TooManyColumns {
        /// The file.
        file: String,
        /// The row, headings first.
        row: u32,
        /// The most.
        limit: usize,
    },
    /// More rows than the limit.
    TooManyRows {
        /// The file in which they became too many.
        file: String,
        /// The most.
        limit: u32,
    },
    /// A document with more values than the limit.
    TooManyValues {
        /// The most.
        limit: usize,
    },
    /// A document with more bytes than the limit.
    DocumentTooLong {
        /// The most.
        limit: usize,
    },
}

impl Refusal {
    /// Its stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Damaged { .. } => "damaged",
            Self::NotAnArchive => "not-an-archive",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::TooLarge { .. } => "too-large",
            Self::TooDense { .. } => "too-dense",
            Self::LeadsOutside { .. } => "leads-outside",
            Self::NestedArchive { .. } => "nested-archive",
            Self::NoTables => "no-tables",
            Self::BadDescriptor { .. } => "bad-descriptor",
            Self::OtherEncoding { .. } => "other-encoding",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyValues { .. } => "too-many-values",
            Self::DocumentTooLong { .. } => "document-too-long",
        }
    }

    /// Refuses a document that would take much memory.
    pub(crate) fn of_document(bytes: &[u8], limits: &Limits) -> Result<(), Self> {
        if bytes.len() > limits.document {
            return Err(Self::DocumentTooLong { limit: limits.document });
        }
        let values = memchr::memchr3_iter(b',', b'[', b'{', bytes).count();
        if values > limits.values { Err(Self::TooManyValues { limit: limits.values }) } else { Ok(()) }
    }

    pub(crate) fn damaged(file: &str) -> Self {
        Self::Damaged { file: file.to_owned() }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Refusal {}
