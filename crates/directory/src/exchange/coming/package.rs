//! A package of HSDS, or services in its JSON, laid into the columns of a sheet: one row for each service, in the order of its file, so that the
//! numbers of rows are those of the services there. Everything is checked before a row is made.

use super::{
    columns::COLUMNS,
    laid,
    told::{nothing, unread, wrongs},
};
use hsds::{
    Service, json,
    package::{Options, Region, Row, Source, read, read_again},
    write::About,
};
use platform::{batch::Packed, errors::Complaints, langs::Lang};
use sheets::write::{Csv, Field};
use std::{borrow::Cow, collections::HashMap};
use uuid::Uuid;

/// What is read beside sheets.
pub(super) const PACKED: Packed = Packed { endings: &[".zip", ".json"], hint: "exchange-sheet-hint", unpack };

/// The sheet of a package or document; none of a file that is neither.
pub(crate) fn unpack(bytes: &[u8]) -> Option<Result<Vec<u8>, Complaints>> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    if matches!(first, Some(b'{' | b'[')) {
        return Some(of_document(bytes));
    }
    let is_workbook = || bytes.windows(12).any(|some| some == b"xl/workbook.");
    (bytes.starts_with(b"PK") && !is_workbook()).then(|| of_package(bytes))
}

/// Services in JSON are laid into the tables of a package first: everything is read in one way.
fn of_document(bytes: &[u8]) -> Result<Vec<u8>, Complaints> {
    let options = json::Options { near: Some(Region::CANADA), ..json::Options::default() };
    let (package, findings) =
        json::read_flat::<Service>(bytes, "JSON", &options).map_err(|why| unread(&why))?;
    if let Some(wrong) = wrongs(&findings) {
        return Err(wrong);
    }
    let archive = package.archive(About::default()).map_err(|_| nothing())?;
    of_package(&archive)
}

fn of_package(bytes: &[u8]) -> Result<Vec<u8>, Complaints> {
    let options = Options { near: Some(Region::CANADA), ..Options::default() };
    let mut gathered = Gathered::default();
    let findings =
        read(Source::Zip(bytes), &options, |row| gathered.number(row)).map_err(|why| unread(&why))?;
    if let Some(wrong) = wrongs(&findings) {
        return Err(wrong);
    }
    // Once it is known to be sound, no ids are held beside what is gathered.
    read_again(Source::Zip(bytes), &options, |row| gathered.take(row)).map_err(|why| unread(&why))?;
    gathered.sheet()
}

/// Ids as numbers: all of them were found to be UUIDs before.
fn id_of(text: &str) -> u128 {
    Uuid::try_parse(text.trim()).map(|id| id.as_u128()).unwrap_or_default()
}

/// A line of a column of something, its words in one text with all others: so little is held of each.
#[derive(Clone, Copy)]
struct Bit {
    of: u32,
    at: u32,
    /// How long the words are, and in the lowest eight bits the place of the column.
    told: u32,
}

impl Bit {
    const fn column(self) -> u32 {
        self.told & 0xFF
    }

    /// The place of the column among all.
    fn place(self) -> usize {
        usize::try_from(self.column()).unwrap_or(usize::MAX)
    }

    const fn length(self) -> u32 {
        self.told >> 8
    }
}

/// Bits of one kind of thing, and their words.
#[derive(Default)]
struct Bits {
    all: Vec<Bit>,
    words: String,
    /// The last bit of each column: what says the same again is not held again.
    last: HashMap<u32, Bit>,
}

impl Bits {
    fn put(&mut self, of: u32, column: &'static str, text: &str) {
        let place = COLUMNS.iter().position(|one| one.key == column).and_then(|at| u32::try_from(at).ok());
        let (at, length) = (u32::try_from(self.words.len()), u32::try_from(text.len()));
        let (Some(column), Ok(at), Ok(length), false) = (place, at, length, text.is_empty()) else { return };
        if column > 0xFF || length > 0xFF_FFFF {
            return;
        }
        let again = self.last.get(&column).copied().filter(|last| self.text(*last) == text);
        let bit = Bit { of, at: again.map_or(at, |last| last.at), told: length << 8 | column };
        if again.is_none() {
            self.words.push_str(text);
            self.last.insert(column, bit);
        }
        self.all.push(bit);
    }

    fn text(&self, of: Bit) -> &str {
        let start = usize::try_from(of.at).unwrap_or_default();
        let end = start.saturating_add(usize::try_from(of.length()).unwrap_or_default());
        self.words.get(start..end).unwrap_or_default()
    }

    /// In the order of what they are of and then of how they came.
    fn sort(&mut self) {
        self.all.sort_by_key(|bit| (bit.of, bit.column()));
    }

    /// The bits of one thing, once they are sorted.
    fn of(&self, of: u32) -> &[Bit] {
        let start = self.all.partition_point(|bit| bit.of < of);
        let end = self.all.partition_point(|bit| bit.of <= of);
        self.all.get(start..end).unwrap_or_default()
    }
}

/// What is known of services, places and whom to ask, by their places in the order of their files.
#[derive(Default)]
struct Gathered {
    services: HashMap<u128, u32>,
    said: Bits,
    locations: HashMap<u128, u32>,
    places: Bits,
    at: Vec<(u32, u32)>,
    organizations: HashMap<u128, String>,
    programs: HashMap<u128, String>,
    /// What is counted in, and where others say what that is.
    units: HashMap<u128, (String, String)>,
    /// The codes of terms, or their names.
    terms: HashMap<u128, String>,
    /// The language in which terms of this program's own lists are named: that of the file.
    texts: Option<Lang>,
    contacts: Vec<Person>,
    contacts_by_id: HashMap<u128, usize>,
}

/// Somebody to ask, until all her numbers are read.
struct Person {
    service: u32,
    parts: [String; 4],
    phones: Vec<String>,
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

impl Gathered {
    /// Counts the services before anything is said of one: some tables that speak of them are read before theirs.
    fn number(&mut self, row: &Row<'_>) {
        if row.table().name == "service" {
            let next = count(self.services.len());
            self.services.entry(id_of(row.get("id").unwrap_or_default())).or_insert(next);
        }
    }

    fn take(&mut self, row: &Row<'_>) {
        let get = |name: &str| Cow::Borrowed(row.get(name).unwrap_or_default());
        let own = || id_of(row.get("id").unwrap_or_default());
        let named = |name: &str| get(name).trim().to_owned();
        match row.table().name.as_str() {
            "organization" => drop(self.organizations.insert(own(), named("name"))),
            "program" => drop(self.programs.insert(own(), laid::program(&get))),
            "unit" => drop(self.units.insert(own(), (named("name"), named("uri")))),
            "taxonomy_term" => {
                let code = named("code");
                if named("taxonomy").starts_with("kith-") {
                    self.texts = self.texts.or_else(|| named("language").parse().ok());
                }
                self.terms.insert(own(), if code.is_empty() { named("name") } else { code });
            }
            "service" => self.service(&get),
            "attribute" if get("link_entity") == "service" => {
                let term = self.terms.get(&id_of(&get("taxonomy_term_id"))).cloned().unwrap_or_default();
                let (column, text) = laid::term(&term);
                self.note(&get("link_id"), column, &text);
            }
            "location" | "address" | "accessibility" => {
                let whose = if row.table().name == "location" { get("id") } else { get("location_id") };
                let next = count(self.locations.len());
                let of = *self.locations.entry(id_of(&whose)).or_insert(next);
                for (column, text) in laid::of_place(&row.table().name, &get) {
                    self.places.put(of, column, &text);
                }
            }
            "service_at_location" => {
                let of = self.services.get(&id_of(&get("service_id"))).copied();
                let place = self.locations.get(&id_of(&get("location_id"))).copied();
                self.at.extend(of.zip(place));
            }
            "contact" => self.contact(own(), &get),
            "phone" if !get("contact_id").is_empty() => {
                let person = self.contacts_by_id.get(&id_of(&get("contact_id")));
                if let Some(person) = person.and_then(|at| self.contacts.get_mut(*at)) {
                    person.phones.push(laid::phone(&get));
                }
            }
            table => self.beside(table, &get),
        }
    }

    fn note(&mut self, service: &str, column: &'static str, text: &str) {
        if let Some(of) = self.services.get(&id_of(service)).copied() {
            self.said.put(of, column, text);
        }
    }

    fn service(&mut self, get: laid::Get<'_, '_>) {
        let id = get("id");
        for (column, text) in laid::of_service(get) {
            self.note(&id, column, &text);
        }
        let of = |known: &HashMap<u128, String>, name: &str| known.get(&id_of(&get(name))).cloned();
        let organization = of(&self.organizations, "organization_id").unwrap_or_default();
        let program = of(&self.programs, "program_id").unwrap_or_default();
        self.note(&id, "organization", &organization);
        self.note(&id, "program", &program);
    }

    fn contact(&mut self, id: u128, get: laid::Get<'_, '_>) {
        if let Some(service) = self.services.get(&id_of(&get("service_id"))).copied() {
            let parts = ["name", "title", "department", "email"].map(|name| get(name).trim().to_owned());
            self.contacts_by_id.insert(id, self.contacts.len());
            self.contacts.push(Person { service, parts, phones: Vec::new() });
        }
    }

    fn beside(&mut self, table: &str, get: laid::Get<'_, '_>) {
        let whose = get("service_id");
        let Some((column, line)) = laid::beside(table, get) else { return };
        let line = if column == "capacity" {
            let unit = self.units.get(&id_of(&get("unit_id")));
            laid::with_unit(&line, unit.map_or(("", ""), |(name, page)| (name, page)))
        } else {
            line
        };
        self.note(&whose, column, &line);
        if table == "schedule"
            && let Some((column, note)) = laid::schedule_note(get)
        {
            self.note(&whose, column, &note);
        }
    }

    /// What is known of whom to ask, once all their numbers are.
    fn settle(&mut self) {
        for Person { service, parts: [name, title, department, email], phones } in
            std::mem::take(&mut self.contacts)
        {
            let get = |column: &str| {
                Cow::Borrowed(match column {
                    "name" => name.as_str(),
                    "title" => &title,
                    "department" => &department,
                    _ => &email,
                })
            };
            if let Some((column, line)) = laid::contact(&get, &phones) {
                self.said.put(service, column, &line);
            }
        }
        self.contacts_by_id = HashMap::new();
        self.said.sort();
        self.places.sort();
        // The order of a file is that of each service's places.
        self.at.sort_by_key(|(service, _)| *service);
    }

    /// The sheet, with the headings that its columns are found by.
    fn sheet(mut self) -> Result<Vec<u8>, Complaints> {
        if self.services.is_empty() {
            return Err(nothing());
        }
        self.settle();
        let services = count(self.services.len());
        (self.services, self.locations) = (HashMap::new(), HashMap::new());
        // Words, commas and line ends; a little more for what is quoted.
        let room = self.said.words.len() + self.said.words.len() / 8;
        let mut csv = Csv::with_room(room + COLUMNS.len() * self.at.len().max(1) * 2);
        csv.row(
            COLUMNS.iter().map(|column| Field::words(column.headings.first().copied().unwrap_or_default())),
        );
        let mut cells = vec![String::new(); COLUMNS.len()];
        let mut placed = 0;
        for service in 0..services {
            cells.iter_mut().for_each(String::clear);
            for bit in self.said.of(service) {
                if let Some(cell) = cells.get_mut(bit.place()) {
                    laid::add(cell, self.said.text(*bit));
                }
            }
            let there = self.at.iter().skip(placed).take_while(|(whose, _)| *whose == service);
            let there: Vec<u32> = there.map(|(_, place)| *place).collect();
            placed += there.len();
            self.place(&mut cells, &there);
            put(&mut cells, "texts", self.texts.map_or("", Lang::code));
            csv.row(cells.iter().map(Field::words));
        }
        Ok(csv.finish())
    }

    /// The first place in columns, the others as lines.
    fn place(&self, cells: &mut [String], there: &[u32]) {
        for (nth, place) in there.iter().enumerate() {
            let part = |column: &str| {
                let key = |bit: &&Bit| COLUMNS.get(bit.place()).is_some_and(|one| one.key == column);
                self.places.of(*place).iter().find(key).map(|bit| self.places.text(*bit).to_owned())
            };
            let parts = laid::PLACE.map(|column| part(column).unwrap_or_default());
            if nth == 0 {
                laid::PLACE.iter().zip(&parts).for_each(|(column, text)| put(cells, column, text));
            } else {
                put(cells, "other-places", &laid::place_line(&parts));
            }
        }
    }
}

/// Adds a line to what a column says.
fn put(cells: &mut [String], column: &str, text: &str) {
    let at = COLUMNS.iter().position(|one| one.key == column);
    if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
        laid::add(cell, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_and_a_sheet_are_not_taken_for_packages() {
        assert!(unpack(b"name,organization\nA,B\n").is_none());
        assert!(unpack(b"PK\x03\x04 ... xl/workbook.xml ...").is_none());
        assert!(unpack(b"PK\x03\x04 not whole").is_some_and(|read| read.is_err()));
        assert!(unpack(b" {").is_some_and(|read| read.is_err()));
    }
}
