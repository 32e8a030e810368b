//! A package of HSDS, or services in its JSON, laid into the columns of a sheet: one row for each service, in the order of its file, so that the
//! numbers of rows are those of the services there. Everything is checked before a row is made.

use super::{
    columns::COLUMNS,
    told::{nothing, unread, wrongs},
};
use crate::rules::hours::{Hours, Minute};
use hsds::{
    Service, json,
    package::{Options, Region, Row, Source, read},
    write::About,
};
use platform::{batch::Packed, errors::Complaints};
use sheets::write::{Csv, Field};
use std::collections::{BTreeMap, HashMap};

/// What is read beside sheets.
pub(super) const PACKED: Packed = Packed { endings: &[".zip", ".json"], hint: "exchange-sheet-hint", unpack };

/// So many lines of one kind are told of a service: numbers, hours, papers, places.
const MOST: usize = 40;
/// What a number is for has at most so many characters.
const ABOUT: usize = 100;
/// What ties the parts of a place in its line.
pub(super) const BAR: &str = " | ";

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
    let findings = read(Source::Zip(bytes), &options, |_| ()).map_err(|why| unread(&why))?;
    if let Some(wrong) = wrongs(&findings) {
        return Err(wrong);
    }
    let mut gathered = Gathered::default();
    read(Source::Zip(bytes), &options, |row| gathered.take(row)).map_err(|why| unread(&why))?;
    gathered.sheet()
}

/// What belongs to services, as it is gathered from the tables.
#[derive(Default)]
struct Gathered {
    services: Vec<BTreeMap<&'static str, String>>,
    by_id: HashMap<String, usize>,
    organizations: HashMap<String, String>,
    terms: HashMap<String, String>,
    places: HashMap<String, Place>,
    /// What is said of a service before its own row was read: tables come in the order of what refers to what.
    of_service: HashMap<String, Vec<(&'static str, String)>>,
    at: Vec<(String, String)>,
}

/// A place, in the columns of the sheet.
#[derive(Default)]
struct Place {
    columns: BTreeMap<&'static str, String>,
}

impl Gathered {
    fn take(&mut self, row: &Row<'_>) {
        let get = |name: &str| row.get(name).unwrap_or_default().trim().to_owned();
        let mut say = |column: &'static str, text: String| {
            let whose = get("service_id");
            // Services come before what refers to them.
            match self.by_id.get(&whose).and_then(|at| self.services.get_mut(*at)) {
                Some(one) => add(one, column, &text),
                None if whose.is_empty() || text.is_empty() => {}
                None => self.of_service.entry(whose).or_default().push((column, text)),
            }
        };
        match row.table().name.as_str() {
            "organization" => {
                self.organizations.insert(get("id"), get("name"));
            }
            "taxonomy_term" => {
                let code = get("code");
                self.terms.insert(get("id"), if code.is_empty() { get("name") } else { code });
            }
            "service" => self.service(row),
            "phone" => {
                let about: String = get("description").chars().take(ABOUT).collect();
                say(
                    "phone",
                    if about.is_empty() { get("number") } else { format!("{}, {about}", get("number")) },
                );
            }
            "schedule" => say("hours", hours_of(&get)),
            "language" => say("language", if get("code").is_empty() { get("name") } else { get("code") }),
            "cost_option" => {
                let is_free = get("amount").parse::<f64>().is_ok_and(|amount| amount == 0.0);
                say(
                    "cost",
                    if is_free {
                        "free".to_owned()
                    } else {
                        join(&[get("option"), get("amount_description")])
                    },
                );
            }
            "required_document" => say("papers", get("document")),
            "attribute" if get("link_entity") == "service" => {
                let (whose, term) = (get("link_id"), get("taxonomy_term_id"));
                self.of_service.entry(whose).or_default().push(("term", term));
            }
            "location" | "address" => self.placed(row),
            "service_at_location" => self.at.push((get("service_id"), get("location_id"))),
            _ => {}
        }
    }

    /// What a row says of a place: its own, or its address.
    fn placed(&mut self, row: &Row<'_>) {
        let get = |name: &str| row.get(name).unwrap_or_default().trim().to_owned();
        if row.table().name == "location" {
            let place = self.places.entry(get("id")).or_default();
            for (column, name) in [("place", "name"), ("north", "latitude"), ("east", "longitude")] {
                place.put(column, get(name));
            }
            return;
        }
        let place = self.places.entry(get("location_id")).or_default();
        for (column, name) in [("street", "address_1"), ("unit", "address_2"), ("city", "city")] {
            place.put(column, get(name));
        }
        // Codes of other countries are none of ours.
        if get("country") == "CA" {
            place.put("province", get("state_province"));
            place.put("postal", get("postal_code"));
        }
    }

    fn service(&mut self, row: &Row<'_>) {
        let get = |name: &str| row.get(name).unwrap_or_default().trim().to_owned();
        let mut all = BTreeMap::new();
        for (column, name) in [
            ("id", "id"),
            ("name", "name"),
            ("about", "description"),
            ("status", "status"),
            ("mail", "email"),
            ("web", "url"),
            ("interpretation", "interpretation_services"),
            ("cost", "fees_description"),
            ("open-to", "eligibility_description"),
            ("age-from", "minimum_age"),
            ("age-to", "maximum_age"),
            ("apply", "application_process"),
            ("verified", "assured_date"),
        ] {
            put(&mut all, column, get(name));
        }
        let changed = get("last_modified");
        put(&mut all, "source-on", changed.get(..10).unwrap_or_default().to_owned());
        put(&mut all, "organization", get("organization_id"));
        self.by_id.insert(get("id"), self.services.len());
        self.services.push(all);
    }

    /// The sheet, with the headings that its columns are found by.
    fn sheet(mut self) -> Result<Vec<u8>, Complaints> {
        if self.services.is_empty() {
            return Err(nothing());
        }
        for (service, place) in std::mem::take(&mut self.at) {
            self.place(&service, &place);
        }
        for (whose, said) in std::mem::take(&mut self.of_service) {
            let Some(one) = self.by_id.get(&whose).and_then(|at| self.services.get_mut(*at)) else {
                continue;
            };
            for (column, text) in said {
                let (column, text) = match column {
                    "term" => term(self.terms.get(&text).map_or("", String::as_str)),
                    other => (other, text),
                };
                add(one, column, &text);
            }
        }
        let mut csv = Csv::default();
        csv.row(
            COLUMNS.iter().map(|column| Field::words(column.headings.first().copied().unwrap_or_default())),
        );
        for mut one in self.services {
            let name = one.get("organization").and_then(|id| self.organizations.get(id)).cloned();
            one.insert("organization", name.unwrap_or_default());
            let cells: Vec<String> =
                COLUMNS.iter().map(|column| one.remove(column.key).unwrap_or_default()).collect();
            csv.row(cells.iter().map(Field::words));
        }
        Ok(csv.finish())
    }

    fn place(&mut self, service: &str, place: &str) {
        let (Some(at), Some(place)) = (self.by_id.get(service), self.places.get(place)) else { return };
        let Some(one) = self.services.get_mut(*at) else { return };
        let has_one = ["place", "street", "city"].iter().any(|column| one.contains_key(column));
        if has_one {
            let line = |column: &&str| place.columns.get(*column).cloned().unwrap_or_default();
            let parts = ["place", "street", "unit", "city", "province", "postal", "north", "east"];
            add(one, "other-places", &parts.iter().map(line).collect::<Vec<_>>().join(BAR));
        } else {
            one.extend(place.columns.iter().map(|(column, text)| (*column, text.clone())));
        }
    }
}

impl Place {
    fn put(&mut self, column: &'static str, text: String) {
        put(&mut self.columns, column, text);
    }
}

fn put(all: &mut BTreeMap<&'static str, String>, column: &'static str, text: String) {
    if !text.is_empty() {
        all.insert(column, text);
    }
}

/// Adds a line to what a column says, once.
fn add(one: &mut BTreeMap<&'static str, String>, column: &'static str, text: &str) {
    let all = one.entry(column).or_default();
    let is_there = all.lines().any(|line| line == text);
    if !text.is_empty() && !is_there && all.lines().count() < MOST {
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(text);
    }
}

fn join(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

/// Under which column a term counts, by what its code begins with here.
fn term(code: &str) -> (&'static str, String) {
    match code.split_once('-') {
        Some(("stream", rest)) => ("stream", rest.to_owned()),
        Some(("class", rest)) => ("open-to", format!("class:{rest}")),
        Some(("feature", rest)) => ("features", rest.to_owned()),
        _ => ("needs", code.to_owned()),
    }
}

/// A schedule as a line of hours; its words where it has no times.
fn hours_of(get: &dyn Fn(&str) -> String) -> String {
    let (days, opens, closes) = (get("byday"), get("opens_at"), get("closes_at"));
    let clock = |text: &str| text.get(..5).map(str::to_owned).unwrap_or_default();
    if days.is_empty() || opens.is_empty() || closes.is_empty() {
        return join(&[get("description"), get("notes")]);
    }
    let span =
        |word: &str, day: String| if day.is_empty() { String::new() } else { format!(" {word} {day}") };
    let (from, to) = (span("from", get("valid_from")), span("to", get("valid_to")));
    format!("{days} {}-{}{from}{to}", clock(&opens), clock(&closes))
}

/// Hours of a line that this program wrote: `MO,TU 09:00-17:00`, `1SA 10:00-12:00 from 2026-01-01 to 2026-06-30`; none of other words.
pub(super) fn read_hours(line: &str) -> Option<Hours> {
    let mut parts = line.split_whitespace();
    let (days, clock) = (parts.next()?, parts.next()?);
    let (opens, closes) = clock.split_once('-')?;
    let minute = |text: &str| Minute::try_from(text.to_owned()).ok();
    let mut hours = Hours {
        days: Vec::new(),
        opens: minute(opens)?,
        closes: minute(closes)?,
        weeks: Vec::new(),
        from: None,
        to: None,
    };
    for one in days.split(',') {
        let (week, day) = one.split_at_checked(one.len().checked_sub(2)?)?;
        crate::rules::hours::DAYS.iter().find(|(_, code)| *code == day)?;
        if !hours.days.iter().any(|known| known == day) {
            hours.days.push(day.to_owned());
        }
        let week: Option<i8> = if week.is_empty() { None } else { Some(week.parse().ok()?) };
        let is_week = week.is_none_or(|week| (1..=5).contains(&week) || week == -1);
        if !is_week {
            return None;
        }
        hours.weeks.extend(week.filter(|week| !hours.weeks.contains(week)));
    }
    while let Some(word) = parts.next() {
        let day = parts.next()?.parse().ok()?;
        match word {
            "from" => hours.from = Some(day),
            "to" => hours.to = Some(day),
            _ => return None,
        }
    }
    Some(hours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::files::hours_line;

    #[test]
    fn hours_that_were_written_are_read_again() {
        for line in [
            "MO,TU 09:00-17:00",
            "1SA,3SA 10:00-12:00",
            "SU 22:00-02:00 from 2026-01-01 to 2026-06-30",
            "-1FR 09:30-10:00",
        ] {
            let hours = read_hours(line).unwrap();
            assert_eq!(hours_line(&[hours]), line);
        }
        for line in
            ["", "by appointment", "MO 9-5 pm", "XX 09:00-17:00", "7MO 09:00-17:00", "MO 09:00-17:00 maybe"]
        {
            assert_eq!(read_hours(line), None, "{line}");
        }
    }

    #[test]
    fn a_workbook_and_a_sheet_are_not_taken_for_packages() {
        assert!(unpack(b"name,organization\nA,B\n").is_none());
        assert!(unpack(b"PK\x03\x04 ... xl/workbook.xml ...").is_none());
        assert!(unpack(b"PK\x03\x04 not whole").is_some_and(|read| read.is_err()));
        assert!(unpack(b" {").is_some_and(|read| read.is_err()));
    }
}
