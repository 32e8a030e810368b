//! Which part of a workbook holds what.

use super::archive::Archive;
use super::serial::Calendar;
use super::xml::{Element, Piece, Xml};
use crate::book::{Sheet, Shown};
use crate::bounds::{Bounds, Refusal};

/// The parts of a workbook that hold values, by name.
#[derive(Debug, Default)]
pub struct Parts {
    pub sheets: Vec<(Sheet, String)>,
    pub strings: Option<String>,
    pub styles: Option<String>,
    pub calendar: Calendar,
}

/// A relationship between parts: its id, the last word of its type, and the part that it leads to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

pub fn find(archive: &Archive<'_>, bounds: &Bounds) -> Result<Parts, Refusal> {
    let root = relations(archive, "", "_rels/.rels", bounds)?;
    let Some(book) = root.into_iter().find(|relation| relation.kind == "officeDocument") else {
        return Err(other_document(archive));
    };
    if book.target.ends_with(".bin") {
        return Err(Refusal::BinaryWorkbook);
    }
    let (folder, file) = book.target.rsplit_once('/').unwrap_or(("", &book.target));
    let relations = relations(archive, folder, &joined(folder, &format!("_rels/{file}.rels")), bounds)?;
    let target = |kind: &str| {
        relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.clone())
    };
    let mut parts = Parts { strings: target("sharedStrings"), styles: target("styles"), ..Parts::default() };
    let entry = archive.entry(&book.target).ok_or_else(|| Refusal::damaged(&book.target))?;
    let mut xml = Xml::open(archive, entry, bounds)?;
    let mut is_workbook = false;
    loop {
        match xml.next()? {
            Piece::Open(element) => match element.name.as_str() {
                "workbook" => is_workbook = true,
                "workbookPr" if element.is("date1904") => parts.calendar = Calendar::From1904,
                "sheet" => parts.sheets.extend(sheet(&element, &relations)),
                _ => {}
            },
            Piece::End => break,
            _ => {}
        }
        if parts.sheets.len() > bounds.sheets {
            return Err(Refusal::TooManySheets { limit: bounds.sheets });
        }
    }
    match (is_workbook, parts.sheets.is_empty()) {
        (false, _) => Err(Refusal::NotATable),
        (true, true) => Err(Refusal::Empty),
        (true, false) => Ok(parts),
    }
}

/// What an archive is that has no such relationship.
fn other_document(archive: &Archive<'_>) -> Refusal {
    if archive.entry("mimetype").is_some() && archive.entry("content.xml").is_some() {
        Refusal::OpenDocument
    } else if archive.has("workbook.xml") || archive.has("workbook.bin") {
        Refusal::damaged("_rels/.rels")
    } else {
        Refusal::NotATable
    }
}

/// A sheet as the workbook lists it, with its part; none for what is no sheet of cells, such as a chart.
fn sheet(element: &Element, relations: &[Relation]) -> Option<(Sheet, String)> {
    let id = element.local("id")?;
    let relation = relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet")?;
    let shown = match element.get("state") {
        Some("hidden") => Shown::Hidden,
        Some("veryHidden") => Shown::VeryHidden,
        _ => Shown::Visible,
    };
    Some((Sheet { name: element.get("name").unwrap_or("").to_owned(), shown }, relation.target.clone()))
}

fn relations(
    archive: &Archive<'_>,
    folder: &str,
    name: &str,
    bounds: &Bounds,
) -> Result<Vec<Relation>, Refusal> {
    let Some(entry) = archive.entry(name) else { return Ok(Vec::new()) };
    let mut xml = Xml::open(archive, entry, bounds)?;
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(element) if element.name == "Relationship" => {
                let outside = element.get("TargetMode") == Some("External");
                if let (Some(id), Some(kind), Some(target), false) =
                    (element.get("Id"), element.get("Type"), element.get("Target"), outside)
                {
                    let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
                    found.push(Relation { id: id.to_owned(), kind, target: joined(folder, target) });
                }
            }
            Piece::End => return Ok(found),
            _ => {}
        }
        if found.len() > bounds.entries {
            return Err(Refusal::TooManyEntries { limit: bounds.entries });
        }
    }
}

/// The name of a part that another one in `folder` leads to.
fn joined(folder: &str, target: &str) -> String {
    let full = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in full.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
