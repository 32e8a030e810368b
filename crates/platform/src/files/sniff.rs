//! What kind a file is, by its content. Only kinds that people of an office hand in, and none that carries programs.

use std::io::Cursor;

/// The kinds that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// PDF.
    Pdf,
    /// A document of Word.
    Docx,
    /// A workbook of Excel.
    Xlsx,
    /// A picture in PNG.
    Png,
    /// A picture in JPEG.
    Jpeg,
    /// Plain text in UTF-8.
    Text,
}

impl MediaType {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Png, Self::Jpeg, Self::Text];

    /// Its name in headers and in the database (RFC 6838).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The endings of names that fit it, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Text => &["txt", "csv", "md"],
        }
    }

    /// The kind of this content; none when it is not taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [b'P', b'K', 3, 4, ..] => office(bytes),
            _ => text(bytes),
        }
    }
}

crate::coded!(MediaType);

/// A package of Office, by the parts it lists; one with macros is not taken.
fn office(bytes: &[u8]) -> Option<MediaType> {
    const MOST_PARTS: usize = 10_000;
    let archive =
        zip::ZipArchive::new(Cursor::new(bytes)).ok().filter(|archive| archive.len() <= MOST_PARTS)?;
    let parts: Vec<_> = archive.file_names().collect::<Result<_, _>>().ok()?;
    let has = |name: &str| parts.iter().any(|part| part == name);
    let macros = parts.iter().any(|part| part.to_lowercase().ends_with("vbaproject.bin"));
    match (has("[Content_Types].xml") && !macros, has("word/document.xml"), has("xl/workbook.xml")) {
        (true, true, false) => Some(MediaType::Docx),
        (true, false, true) => Some(MediaType::Xlsx),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> Option<MediaType> {
    let words = std::str::from_utf8(bytes).ok()?;
    let printable = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    words.chars().all(printable).then_some(MediaType::Text)
}
