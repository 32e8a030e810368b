//! What a table may be at most, and the refusals of what is more or other than that.

/// The most that is read of a file. Every bound is checked before what lies beyond it is unpacked or kept, so a hostile file costs no
/// more than an honest one of the largest size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of the file as it came. The whole of it is in memory.
    pub bytes: usize,
    /// Entries in the archive that a workbook is.
    pub entries: usize,
    /// Bytes of all entries when unpacked. They are streamed, never held together.
    pub unpacked: u64,
    /// How many times larger all entries may be unpacked than packed. Asked only beyond a mebibyte: small files may be dense.
    pub ratio: u64,
    /// Sheets in a workbook.
    pub sheets: usize,
    /// Rows of a sheet that hold anything. Programs save a million blank ones when a whole column has a colour.
    pub rows: u32,
    /// Columns of a sheet.
    pub columns: u32,
    /// Cells of a sheet, blank ones left of others included.
    pub cells: u64,
    /// Bytes of one cell's text in UTF-8. A spreadsheet program itself allows 32,767 characters.
    pub cell: usize,
    /// Bytes of all texts that a workbook keeps apart from its sheets and shares between cells. They are held.
    pub shared: usize,
    /// Bytes of all texts that one sheet hands out: a short file may repeat one long text in every cell.
    pub text: u64,
    /// Merged ranges of a sheet. They are held.
    pub merges: usize,
}

impl Default for Bounds {
    /// Room for 100,000 rows of 30 columns within 256 MiB of memory.
    fn default() -> Self {
        Self {
            bytes: 128 << 20,
            entries: 512,
            unpacked: 768 << 20,
            ratio: 100,
            sheets: 128,
            rows: 200_000,
            columns: 1_024,
            cells: 10_000_000,
            cell: 128 << 10,
            shared: 96 << 20,
            text: 512 << 20,
            merges: 20_000,
        }
    }
}

/// Where in a sheet something is, counted from 1 as a spreadsheet program shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

/// Why a file, or the rest of a sheet, is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// More bytes than `limit`.
    TooManyBytes {
        /// The most bytes.
        limit: usize,
    },
    /// A workbook of the old binary kind (`.xls`), or another document of that time.
    OldWorkbook,
    /// A workbook in the binary kind of today (`.xlsb`).
    BinaryWorkbook,
    /// A workbook that opens with a password.
    Locked,
    /// An OpenDocument spreadsheet (`.ods`).
    OpenDocument,
    /// A web page or another document in markup, whatever its name says.
    Markup,
    /// Something else that is not text: a picture, a PDF, an archive.
    NotATable,
    /// A workbook that does not hold what a workbook must, or not in the way it must.
    Damaged {
        /// The part of the workbook, as the archive names it.
        part: String,
    },
    /// More entries in the archive than `limit`.
    TooManyEntries {
        /// The most entries.
        limit: usize,
    },
    /// More bytes than `limit` when unpacked.
    TooLarge {
        /// The most bytes.
        limit: u64,
    },
    /// Packed more densely than `limit` times, as no honest table is.
    TooDense {
        /// The highest ratio.
        limit: u64,
    },
    /// An archive within the archive.
    NestedArchive {
        /// The entry that is one.
        part: String,
    },
    /// More sheets than `limit`.
    TooManySheets {
        /// The most sheets.
        limit: usize,
    },
    /// More rows than `limit`.
    TooManyRows {
        /// The most rows.
        limit: u32,
    },
    /// A row with more columns than `limit`.
    TooManyColumns {
        /// The first such row.
        row: u32,
        /// The most columns.
        limit: u32,
    },
    /// More cells than `limit`.
    TooManyCells {
        /// The row in which they became too many.
        row: u32,
        /// The most cells.
        limit: u64,
    },
    /// A cell with more bytes than `limit`.
    CellTooLong {
        /// Where it is; none for a text that cells share.
        place: Option<Place>,
        /// The most bytes.
        limit: usize,
    },
    /// More text than `limit` bytes: held for all sheets together, or handed out by one.
    TooMuchText {
        /// The most bytes.
        limit: u64,
    },
    /// More merged ranges than `limit`.
    TooManyMerges {
        /// The most ranges.
        limit: usize,
    },
    /// A quotation mark that opens a cell and is never closed: everything behind it would be one cell.
    OpenQuote {
        /// The cell that it opens.
        place: Place,
    },
    /// There is no sheet of that number.
    NoSuchSheet {
        /// The number asked for, from 0.
        sheet: usize,
    },
}

impl Refusal {
    /// Its stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyBytes { .. } => "too-many-bytes",
            Self::OldWorkbook => "old-workbook",
            Self::BinaryWorkbook => "binary-workbook",
            Self::Locked => "locked",
            Self::OpenDocument => "open-document",
            Self::Markup => "markup",
            Self::NotATable => "not-a-table",
            Self::Damaged { .. } => "damaged",
            Self::TooManyEntries { .. } => "too-many-entries",
            Self::TooLarge { .. } => "too-large",
            Self::TooDense { .. } => "too-dense",
            Self::NestedArchive { .. } => "nested-archive",
            Self::TooManySheets { .. } => "too-many-sheets",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::TooMuchText { .. } => "too-much-text",
            Self::TooManyMerges { .. } => "too-many-merges",
            Self::OpenQuote { .. } => "open-quote",
            Self::NoSuchSheet { .. } => "no-such-sheet",
        }
    }

    /// The row it names, where it names one.
    pub fn row(&self) -> Option<u32> {
        match self {
            Self::TooManyColumns { row, .. } | Self::TooManyCells { row, .. } => Some(*row),
            Self::CellTooLong { place, .. } => place.map(|place| place.row),
            Self::OpenQuote { place } => Some(place.row),
            _ => None,
        }
    }

    /// The column it names, where it names one.
    pub fn column(&self) -> Option<u32> {
        match self {
            Self::CellTooLong { place, .. } => place.map(|place| place.column),
            Self::OpenQuote { place } => Some(place.column),
            _ => None,
        }
    }

    /// The bound that was passed, where it was one.
    pub fn limit(&self) -> Option<u64> {
        match self {
            Self::TooManyBytes { limit }
            | Self::TooManyEntries { limit }
            | Self::TooManySheets { limit }
            | Self::CellTooLong { limit, .. }
            | Self::TooManyMerges { limit } => u64::try_from(*limit).ok(),
            Self::TooLarge { limit }
            | Self::TooDense { limit }
            | Self::TooMuchText { limit }
            | Self::TooManyCells { limit, .. } => Some(*limit),
            Self::TooManyRows { limit } | Self::TooManyColumns { limit, .. } => Some(u64::from(*limit)),
            _ => None,
        }
    }

    pub(crate) fn damaged(part: &str) -> Self {
        Self::Damaged { part: part.to_owned() }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Refusal {}

/// Counts what one sheet has handed out, and refuses what is beyond the bounds.
#[derive(Debug)]
pub struct Tally {
    bounds: Bounds,
    rows: u32,
    cells: u64,
    text: u64,
}

impl Tally {
    pub(crate) const fn new(bounds: Bounds) -> Self {
        Self { bounds, rows: 0, cells: 0, text: 0 }
    }

    /// One more row that is numbered `row` and has `width` cells; a blank one costs nothing.
    pub(crate) fn row(&mut self, row: u32, width: usize) -> Result<(), Refusal> {
        if width == 0 {
            return Ok(());
        }
        self.rows = self.rows.saturating_add(1);
        if self.rows > self.bounds.rows {
            return Err(Refusal::TooManyRows { limit: self.bounds.rows });
        }
        self.cells = self.cells.saturating_add(u64::try_from(width).unwrap_or(u64::MAX));
        if self.cells > self.bounds.cells {
            return Err(Refusal::TooManyCells { row, limit: self.bounds.cells });
        }
        Ok(())
    }

    /// A cell at `place`.
    pub(crate) const fn column(&self, place: Place) -> Result<(), Refusal> {
        if place.column > self.bounds.columns {
            return Err(Refusal::TooManyColumns { row: place.row, limit: self.bounds.columns });
        }
        Ok(())
    }

    /// A cell at `place` that has so many bytes so far.
    pub(crate) const fn long(&self, place: Place, bytes: usize) -> Result<(), Refusal> {
        if bytes > self.bounds.cell {
            return Err(Refusal::CellTooLong { place: Some(place), limit: self.bounds.cell });
        }
        Ok(())
    }

    /// A cell at `place` with this text is handed out.
    pub(crate) fn text(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        if self.text > self.bounds.text {
            return Err(Refusal::TooMuchText { limit: self.bounds.text });
        }
        self.long(place, text.len())
    }
}
