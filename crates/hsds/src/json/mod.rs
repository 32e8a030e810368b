//! Objects in JSON: one, several, or a page of them, read, checked and written.
//!
//! What is published of each object counts: members that must be there, their types, formats and options. Two things are asked beyond it,
//! because a package asks them as well: days must exist, and a time of the day must be one. Members that nobody knows are kept.

mod check;
mod schema;

use crate::limits::{Limits, Refusal};
use crate::objects::{Object, Package};
use crate::package::Region;
use crate::problem::{Finding, Findings, Problem};
use crate::standard::{self, Table};
use check::{Checking, OF_PAGES, OF_ROOTS};
pub use schema::{schema, schema_name, schemas};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// How much of an object stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Everything that belongs to it.
    #[default]
    Full,
    /// What stands in lists: its own members, and objects of which it has one at most.
    List,
}

/// How a document is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// How much of each object is there. What is there beyond it is neither checked nor wrong.
    pub form: Form,
    /// Where places are expected.
    pub near: Option<Region>,
    /// The most that is read.
    pub limits: Limits,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// How many objects there are on all pages.
    pub total_items: u64,
    /// How many pages there are.
    pub total_pages: u64,
    /// Which this is, from 1.
    pub page_number: u64,
    /// How many objects are on it.
    pub size: u64,
    /// Whether it is the first.
    pub first_page: bool,
    /// Whether it is the last.
    pub last_page: bool,
    /// Whether there is nothing on it.
    pub empty: bool,
    /// What is on it.
    pub contents: Vec<T>,
}

impl<T> Page<T> {
    /// The page of that number, from 1, of a list that has so many objects, so many of them on each page.
    pub fn new(contents: Vec<T>, number: u64, per_page: u64, total: u64) -> Self {
        let pages = total.div_ceil(per_page.max(1));
        Self {
            total_items: total,
            total_pages: pages,
            page_number: number,
            size: u64::try_from(contents.len()).unwrap_or(u64::MAX),
            first_page: number <= 1,
            last_page: number >= pages,
            empty: contents.is_empty(),
            contents,
        }
    }
}

/// Reads a document: one object, an array of them, or a page. Objects with members of another type than theirs cannot be taken and are
/// only told of.
///
/// `file` is what the document is called in the findings.
pub fn read<T: Object + DeserializeOwned>(
    bytes: &[u8],
    file: &str,
    options: &Options,
) -> Result<(Vec<T>, Findings), Refusal> {
    let value = match parse(bytes, file, &options.limits)? {
        Ok(value) => value,
        Err(findings) => return Ok((Vec::new(), findings)),
    };
    let findings = check(&value, T::TABLE, file, options);
    let objects = objects(value).into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect();
    Ok((objects, findings))
}

/// Reads a document as [`read`] does, and lays what stands within its objects into the tables of a package: what belongs to something says so
/// by its id, as rows do. What stands there twice, like the organization of several services, is taken once.
pub fn read_flat<T: Object>(
    bytes: &[u8],
    file: &str,
    options: &Options,
) -> Result<(Package, Findings), Refusal> {
    let mut package = Package::default();
    let value = match parse(bytes, file, &options.limits)? {
        Ok(value) => value,
        Err(findings) => return Ok((package, findings)),
    };
    let findings = check(&value, T::TABLE, file, options);
    let mut seen = std::collections::HashSet::new();
    for value in objects(value) {
        if let Value::Object(object) = value {
            lay(T::TABLE, object, &mut |table, object| {
                let id = object.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                if seen.insert((table.name, id)) {
                    package.push(table.name, Value::Object(object));
                }
            });
        }
    }
    Ok((package, findings))
}

/// Holds a document against what is published of the objects in it.
pub fn check(document: &Value, table: &Table, file: &str, options: &Options) -> Findings {
    let mut checking = Checking::new(file, options);
    let count = match document {
        Value::Array(all) => {
            checking.list(table, all);
            all.len()
        }
        Value::Object(page) if page.contains_key("contents") => {
            checking.members(page, &OF_PAGES);
            checking.at("contents", |checking| match page.get("contents") {
                Some(Value::Array(all)) => {
                    checking.list(table, all);
                    all.len()
                }
                other => {
                    checking.wrong_type("array", other.unwrap_or(&Value::Null));
                    0
                }
            })
        }
        one => {
            checking.object(table, one);
            1
        }
    };
    checking.end(table.name, count)
}

/// Holds what an API says of itself at its root against what it must say.
pub fn check_root(document: &Value, file: &str) -> Findings {
    let options = Options::default();
    let mut checking = Checking::new(file, &options);
    match document {
        Value::Object(root) => checking.members(root, &OF_ROOTS),
        other => checking.wrong_type("object", other),
    }
    checking.end("", 1)
}

/// An object as a document.
pub fn write<T: Object + Serialize>(object: &T, form: Form) -> Value {
    let mut value = serde_json::to_value(object).unwrap_or_default();
    if form == Form::List {
        strip(T::TABLE, &mut value);
    }
    value
}

/// Takes out what does not stand in lists.
fn strip(table: &Table, value: &mut Value) {
    let Value::Object(members) = value else { return };
    for part in table.parts {
        if part.many {
            members.remove(part.name);
        } else if let (Some(inner), Some(table)) = (members.get_mut(part.name), standard::table(part.table)) {
            strip(table, inner);
        }
    }
}

fn parse(bytes: &[u8], file: &str, limits: &Limits) -> Result<Result<Value, Findings>, Refusal> {
    Refusal::of_document(bytes, limits)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let problem = match std::str::from_utf8(bytes) {
        Err(_) => Problem::WrongEncoding,
        Ok(text) => match serde_json::from_str(text) {
            Ok(value) => return Ok(Ok(value)),
            Err(error) => Problem::NotJson { line: u64::try_from(error.line()).unwrap_or(u64::MAX) },
        },
    };
    let finding = Finding { file: file.into(), row: None, column: None, field: None, pointer: None, problem };
    Ok(Err(Findings { list: vec![finding], ..Findings::default() }))
}

/// The objects of a document.
fn objects(document: Value) -> Vec<Value> {
    match document {
        Value::Array(all) => all,
        Value::Object(mut page) if page.contains_key("contents") => match page.remove("contents") {
            Some(Value::Array(all)) => all,
            _ => Vec::new(),
        },
        one => vec![one],
    }
}

/// Hands out an object and everything within it, what is within first, each with the ids of what it belongs to.
fn lay(
    table: &'static Table,
    mut object: Map<String, Value>,
    take: &mut dyn FnMut(&'static Table, Map<String, Value>),
) {
    let id = object.get("id").cloned().unwrap_or_default();
    for part in table.parts {
        let (Some(inner), Some(other)) = (object.remove(part.name), standard::table(part.table)) else {
            continue;
        };
        let many = match inner {
            Value::Array(all) => all,
            one => vec![one],
        };
        for inner in many {
            let Value::Object(mut inner) = inner else { continue };
            if part.many {
                let mut belongs = |column: &str, value: &Value| {
                    if other.column(column).is_some() && !inner.contains_key(column) {
                        inner.insert(column.to_owned(), value.clone());
                    }
                };
                belongs(&format!("{}_id", table.name), &id);
                for (whose, entity) in [("link_id", "link_entity"), ("resource_id", "resource_type")] {
                    belongs(whose, &id);
                    belongs(entity, &Value::from(table.name));
                }
            } else if let Some(own) = table.columns.iter().find(|column| column.refers_to == Some(other.name))
                && !object.contains_key(own.name)
                && let Some(id) = inner.get("id")
            {
                object.insert(own.name.to_owned(), id.clone());
            }
            lay(other, inner, take);
        }
    }
    take(table, object);
}
