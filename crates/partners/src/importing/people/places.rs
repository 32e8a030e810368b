//! For which organizations the cells of a row say that somebody speaks. Pure.

use super::said::SaidPlace;
use crate::{OrganizationId, importing::cells::Reader, rules, store::organizations::Organization};
use platform::{
    batch::Finding,
    text::{fold, line},
};
use sheets::matches::{Index, Record};
use std::collections::HashMap;

/// What may stand between names.
const BETWEEN: [char; 3] = [';', '|', '\n'];
/// So many organizations are named that may be meant.
const NAMED: usize = 3;

/// The organizations that are kept, by their names.
pub struct Organizations {
    by_name: HashMap<String, Vec<OrganizationId>>,
    names: Vec<String>,
    near: Index,
}

/// Where a row says that somebody is.
pub struct Found {
    /// The places, each with what she does there.
    pub places: Vec<SaidPlace>,
    /// What stands there and has no place on the record.
    pub left: Vec<String>,
}

/// Says of something in a cell that it has no place on the record and goes into the note; gives it.
pub fn leftover(column: &str, value: String, findings: &mut Vec<Finding>) -> String {
    findings.push(Finding::noted(Some(column), "import-people-to-note").with("before", value.clone()));
    value
}

impl Organizations {
    /// These organizations.
    pub fn new(all: &[Organization]) -> Self {
        let mut by_name: HashMap<String, Vec<OrganizationId>> = HashMap::new();
        let (mut names, mut records) = (Vec::new(), Vec::new());
        for (at, one) in all.iter().enumerate() {
            let mut own: Vec<String> = one.name.pieces().map(|(_, piece)| piece.text.clone()).collect();
            for name in own.iter().chain([&one.slug]) {
                let places = by_name.entry(compared(name)).or_default();
                if !places.contains(&one.id) {
                    places.push(one.id);
                }
            }
            let others = own.split_off(1.min(own.len()));
            let name = own.pop().unwrap_or_default();
            names.push(name.clone());
            records.push(Record { key: at.to_string(), name, others, ..Record::default() });
        }
        Self { by_name, names, near: Index::new(&records) }
    }

    /// What the cells about organizations and titles say. Several stand apart by semicolons; a name may have some in it.
    pub fn places(&self, says: &mut Reader<'_>, refuse_unknown: bool) -> Found {
        let (given, mut found) = (says.given, Found { places: Vec::new(), left: Vec::new() });
        let titles: Vec<&str> = given.get("title").split(';').map(str::trim).collect();
        let mut titles = titles.into_iter();
        for name in self.named(given.get("organization")) {
            let title = says.taken("title", line(titles.next().unwrap_or_default(), rules::NAME));
            match self.by_name.get(&compared(&name)).map(Vec::as_slice) {
                Some([id]) => found.places.push(SaidPlace { of: Some(*id), title, ..SaidPlace::default() }),
                Some([]) | None if refuse_unknown => says.findings.push(self.unknown(&name, true)),
                Some([]) | None => {
                    says.findings.push(self.unknown(&name, false));
                    found.left.push(if title.is_empty() { name } else { format!("{name} ({title})") });
                }
                Some([_, _, ..]) => {
                    let several = Finding::noted(Some("organization"), "import-people-several");
                    says.findings.push(Finding { wrong: true, ..several.with("before", name) });
                }
            }
        }
        for title in titles.filter(|title| !title.is_empty()) {
            let title = says.taken("title", line(title, rules::NAME));
            if !title.is_empty() {
                found.left.push(leftover("title", title, says.findings));
            }
        }
        found
    }

    /// The names in a cell: as few and as long ones as are known, and what is left between.
    fn named(&self, cell: &str) -> Vec<String> {
        let parts: Vec<&str> = cell.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
        let (mut names, mut at) = (Vec::new(), 0);
        while at < parts.len() {
            let until = (at + 1..=parts.len()).rev().find(|end| {
                let joined = parts.get(at..*end).unwrap_or_default().join(";");
                self.by_name.contains_key(&compared(&joined))
            });
            let until = until.unwrap_or(at + 1);
            let name = parts.get(at..until).unwrap_or_default().join("; ");
            if !names.contains(&name) {
                names.push(name);
            }
            at = until;
        }
        names
    }

    fn unknown(&self, name: &str, wrong: bool) -> Finding {
        let asked = Record { name: name.to_owned(), ..Record::default() };
        let near = self.near.find(&asked);
        let near = near.iter().filter_map(|found| self.names.get(found.key.parse::<usize>().ok()?));
        let near: Vec<&str> = near.take(NAMED).map(String::as_str).collect();
        let code = if near.is_empty() {
            "import-people-unknown-organization"
        } else {
            "import-people-near-organization"
        };
        let found = Finding::noted(Some("organization"), code).with("before", name);
        Finding { wrong, ..found.with("name", near.join(", ")) }
    }
}

/// A name as it is compared: what may stand between names is one sign, and white space around it does not count.
fn compared(name: &str) -> String {
    let folded = fold(name);
    let parts = folded.split(BETWEEN).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.collect::<Vec<_>>().join(";")
}
