//! What the rows of a package of HSDS say of a service, in the columns of a sheet. Pure: the same reading serves a package that comes and a record
//! that is kept, so that what went out and comes back unchanged is known by its words.

use crate::{
    public::PATH,
    rules::lines::{BAR, written},
};
use std::borrow::Cow;

/// What a number is for has at most so many characters.
const ABOUT: usize = 100;

/// A cell of a row by the name of its column; empty where nothing stands.
pub(super) type Get<'g, 'a> = &'g (dyn Fn(&str) -> Cow<'a, str> + 'g);

fn text(get: Get<'_, '_>, name: &str) -> String {
    get(name).trim().to_owned()
}

fn join(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

/// The columns of the table of services, each with the column of the sheet that it fills.
const OF_SERVICE: [(&str, &str); 15] = [
    ("id", "id"),
    ("name", "name"),
    ("about", "description"),
    ("status", "status"),
    ("mail", "email"),
    ("web", "url"),
    ("alert", "alert"),
    ("interpretation", "interpretation_services"),
    ("fees", "fees_description"),
    ("eligibility", "eligibility_description"),
    ("age-from", "minimum_age"),
    ("age-to", "maximum_age"),
    ("apply", "application_process"),
    ("verified", "assured_date"),
    ("changed", "last_modified"),
];

/// What the own row of a service says, but for who offers it.
pub(super) fn of_service(get: Get<'_, '_>) -> impl Iterator<Item = (&'static str, String)> {
    let own = OF_SERVICE.iter().map(|(column, name)| (*column, text(get, name)));
    let day = text(get, "last_modified").get(..10).unwrap_or_default().to_owned();
    own.chain([("source-on", day), ("form", FORM.to_owned())]).filter(|(_, text)| !text.is_empty())
}

/// What stands in the column that says of which form a row is.
pub(super) const FORM: &str = "hsds";

/// What a row of a table that belongs to a service says of it: the column and its line.
pub(super) fn beside(table: &str, get: Get<'_, '_>) -> Option<(&'static str, String)> {
    let of = |name: &str| text(get, name);
    let (column, line) = match table {
        "phone" => ("phone", phone(get)),
        "schedule" => return schedule(get),
        "language" => ("language", if of("code").is_empty() { of("name") } else { of("code") }),
        "cost_option" => {
            let is_free = of("amount").parse::<f64>().is_ok_and(|amount| amount == 0.0);
            let option = if is_free { "free".to_owned() } else { amount(get) };
            ("cost", join(&[option, of("amount_description")]))
        }
        "required_document" => ("papers", of("document")),
        "funding" => ("funding", of("source")),
        "service_capacity" => ("capacity", capacity(get)),
        "service_area" => ("areas", area(get)),
        "url" => ("links", link(get)),
        _ => return None,
    };
    Some((column, line)).filter(|(_, line)| !line.is_empty())
}

/// For whom and how much.
fn amount(get: Get<'_, '_>) -> String {
    let (option, amount, currency) = (text(get, "option"), text(get, "amount"), text(get, "currency"));
    let price = if amount.is_empty() { amount } else { format!("{amount} {currency}").trim().to_owned() };
    join(&[option, price])
}

/// A number with its extension and what it is for.
pub(super) fn phone(get: Get<'_, '_>) -> String {
    let extension = text(get, "extension");
    let extension = if extension.is_empty() { extension } else { format!(" ext. {extension}") };
    let about: String = text(get, "description").chars().take(ABOUT).collect();
    let number = text(get, "number");
    if about.is_empty() { format!("{number}{extension}") } else { format!("{number}{extension}, {about}") }
}

/// Who does the intake where only a part of the organization is named; else somebody to ask, with her numbers.
pub(super) fn contact(get: Get<'_, '_>, phones: &[String]) -> Option<(&'static str, String)> {
    let all = ["name", "title", "department", "email"].map(|name| text(get, name));
    if let [name, title, department, mail] = &all
        && [name, title, mail].iter().all(|part| part.is_empty())
        && phones.is_empty()
    {
        return Some(("intake", department.clone())).filter(|(_, line)| !line.is_empty());
    }
    let mut parts = all.to_vec();
    parts.extend(phones.iter().cloned());
    Some(("contacts", written(&parts))).filter(|(_, line)| !line.is_empty())
}

/// How much there is; in what it is counted stands in a table of its own, and its id in the line until it is known.
fn capacity(get: Get<'_, '_>) -> String {
    let day = text(get, "updated").get(..10).unwrap_or_default().to_owned();
    let [unit, available, most, about] =
        ["unit_id", "available", "maximum", "description"].map(|name| text(get, name));
    written(&[unit, available, most, about, day])
}

/// The line of how much there is, with what it is counted in in place of an id, and where others say what that is.
pub(super) fn with_unit(line: &str, (name, page): (&str, &str)) -> String {
    let rest = line.split_once(BAR).map_or("", |(_, rest)| rest);
    let line = format!("{}{BAR}{rest}", name.replace('|', "/"));
    if page.is_empty() { line } else { format!("{line}{BAR}{page}") }
}

/// Where those live whom it is for; one without a name is called by what it covers.
fn area(get: Get<'_, '_>) -> String {
    let (name, about) = (text(get, "name"), text(get, "description"));
    if name.is_empty() { written(&[about]) } else { written(&[name, about]) }
}

/// A page beside its own; the page of the service in this program, which every package names, is none.
fn link(get: Get<'_, '_>) -> String {
    let (label, address) = (text(get, "label"), text(get, "url"));
    let is_here = address.ends_with(&format!("{PATH}/{}", text(get, "service_id")));
    match (is_here, label.is_empty()) {
        (true, _) => String::new(),
        (false, true) => address,
        (false, false) => written(&[label, address]),
    }
}

/// A program as lines: its name, and below it what it is, where that says more.
pub(super) fn program(get: Get<'_, '_>) -> String {
    let (name, about) = (text(get, "name"), text(get, "description"));
    if about == name || about.is_empty() { name } else { format!("{name}\n{about}") }
}

/// A schedule as a line of hours, or its words where it has no times; what is noted of it goes apart.
fn schedule(get: Get<'_, '_>) -> Option<(&'static str, String)> {
    let of = |name: &str| text(get, name);
    let (days, opens, closes) = (of("byday"), of("opens_at"), of("closes_at"));
    let clock = |text: &str| text.get(..5).map(str::to_owned).unwrap_or_default();
    if days.is_empty() || opens.is_empty() || closes.is_empty() {
        let words = join(&[of("description"), of("notes")]);
        return Some(("hours", words)).filter(|(_, words)| !words.is_empty());
    }
    let span = |word: &str, day: String| if day.is_empty() { day } else { format!(" {word} {day}") };
    let (from, to) = (span("from", of("valid_from")), span("to", of("valid_to")));
    Some(("hours", format!("{days} {}-{}{from}{to}", clock(&opens), clock(&closes))))
}

/// What is noted of a schedule that has times.
pub(super) fn schedule_note(get: Get<'_, '_>) -> Option<(&'static str, String)> {
    let is_timed = ["byday", "opens_at", "closes_at"].iter().all(|name| !text(get, name).is_empty());
    let note = join(&[text(get, "description"), text(get, "notes")]);
    (is_timed && !note.is_empty()).then_some(("hours-words", note))
}

/// Under which column a term counts, by what its code begins with here.
pub(super) fn term(code: &str) -> (&'static str, String) {
    match code.split_once('-') {
        Some(("stream", rest)) => ("stream", rest.to_owned()),
        Some(("class", rest)) => ("open-to", format!("class:{rest}")),
        Some(("feature", rest)) => ("features", rest.to_owned()),
        _ => ("needs", code.to_owned()),
    }
}

/// The columns of a place, those of the table of places and then those of its address.
pub(super) const PLACE: [&str; PARTS] = [
    "place",
    "street",
    "unit",
    "city",
    "province",
    "postal",
    "north",
    "east",
    "transit",
    "access",
    "place-web",
    "access-web",
];
/// So many columns say where a place is and how one gets there.
pub(super) const PARTS: usize = 12;

/// What a row says of a place: its own, its address, or how one gets in. Codes of other countries are none of ours.
pub(super) fn of_place(table: &str, get: Get<'_, '_>) -> Vec<(&'static str, String)> {
    let pairs: &[(&str, &str)] = match table {
        "location" => &[
            ("place", "name"),
            ("north", "latitude"),
            ("east", "longitude"),
            ("transit", "transportation"),
            ("place-web", "url"),
        ],
        "accessibility" => &[("access", "description"), ("access", "details"), ("access-web", "url")],
        _ if get("country").trim() == "CA" => &[
            ("street", "address_1"),
            ("unit", "address_2"),
            ("city", "city"),
            ("province", "state_province"),
            ("postal", "postal_code"),
        ],
        _ => &[("street", "address_1"), ("unit", "address_2"), ("city", "city")],
    };
    let one = |(column, name): &(&'static str, &str)| (*column, text(get, name));
    pairs.iter().map(one).filter(|(_, text)| !text.is_empty()).collect()
}

/// A place as a line.
pub(super) fn place_line(parts: &[String; PARTS]) -> String {
    written(parts)
}

/// The parts of such a line.
pub(super) fn place_parts(line: &str) -> [&str; PARTS] {
    let mut parts = line.split(BAR.trim()).map(str::trim);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// What a line adds to what a column says: itself, once, and no more than so many.
pub(super) fn add(to: &mut String, line: &str) {
    let is_there = to.lines().any(|known| known == line);
    if !line.is_empty() && !is_there && to.lines().count() < MOST {
        if !to.is_empty() {
            to.push('\n');
        }
        to.push_str(line);
    }
}

/// So many lines of one kind are told of a service: numbers, hours, papers, places.
const MOST: usize = 40;
