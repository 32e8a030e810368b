//! One document held against what is published of the objects in it.

use super::{Form, Options};
use crate::package::{Gathered, meaning};
use crate::problem::{Finding, Findings, Problem, shown};
use crate::standard::{self, Column, Table};
use crate::values::{Type, dates, formats};
use serde_json::{Map, Value};
use std::sync::Arc;

/// The members of a page but for what is on it.
pub(super) const OF_PAGES: [(&str, Type); 7] = [
    ("total_items", Type::Integer),
    ("total_pages", Type::Integer),
    ("page_number", Type::Integer),
    ("size", Type::Integer),
    ("first_page", Type::Boolean),
    ("last_page", Type::Boolean),
    ("empty", Type::Boolean),
];
/// The members of what an API says of itself at its root.
pub(super) const OF_ROOTS: [(&str, Type); 3] =
    [("version", Type::Text), ("profile", Type::Uri), ("openapi_url", Type::Uri)];

/// What is found in one document.
pub(super) struct Checking<'o> {
    file: Arc<str>,
    options: &'o Options,
    pointer: String,
    gathered: Gathered,
}

impl<'o> Checking<'o> {
    pub(super) fn new(file: &str, options: &'o Options) -> Self {
        let gathered = Gathered::new(options.limits.findings);
        Self { file: file.into(), options, pointer: String::new(), gathered }
    }

    pub(super) fn end(self, table: &str, count: usize) -> Findings {
        Findings {
            list: self.gathered.found.into_iter().map(|(_, finding)| finding).collect(),
            more: self.gathered.more,
            tables: vec![(table.to_owned(), u32::try_from(count).unwrap_or(u32::MAX))],
        }
    }

    /// Does something one step further into the document.
    pub(super) fn at<A>(&mut self, step: &str, act: impl FnOnce(&mut Self) -> A) -> A {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        let answer = act(self);
        self.pointer.truncate(length);
        answer
    }

    fn found(&mut self, problem: Problem) {
        let field = self.pointer.rsplit('/').next().filter(|name| !name.is_empty()).map(Arc::from);
        let pointer = Some(self.pointer.clone());
        let finding = Finding { file: self.file.clone(), row: None, column: None, field, pointer, problem };
        self.gathered.take(0, finding);
    }

    pub(super) fn wrong_type(&mut self, expected: &'static str, value: &Value) {
        self.found(Problem::WrongType { expected, value: shown(&plain(value)) });
    }

    pub(super) fn list(&mut self, table: &Table, all: &[Value]) {
        let mut seen = std::collections::HashMap::new();
        for (at, one) in all.iter().enumerate() {
            self.at(&at.to_string(), |checking| {
                checking.object(table, one);
                let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
                let id = one.get("id").and_then(Value::as_str);
                if let Some(same_as) = id.and_then(|id| seen.insert(id, number)) {
                    checking.at("id", |checking| checking.found(Problem::SameKey { same_as }));
                }
            });
        }
    }

    pub(super) fn members(&mut self, object: &Map<String, Value>, members: &[(&'static str, Type)]) {
        for (name, holds) in members {
            let column = Column::new(name, "", *holds).required();
            self.at(name, |checking| checking.member(&column, object.get(*name)));
        }
    }

    pub(super) fn object(&mut self, table: &Table, value: &Value) {
        let Value::Object(object) = value else { return self.wrong_type("object", value) };
        for column in table.columns {
            self.at(column.name, |checking| checking.member(column, object.get(column.name)));
        }
        for part in table.parts.iter().filter(|part| !part.many || self.options.form == Form::Full) {
            let Some(other) = standard::table(part.table) else { continue };
            self.at(part.name, |checking| match object.get(part.name) {
                None if part.required => checking.found(Problem::MissingMember),
                None => {}
                Some(Value::Array(all)) if part.many => checking.list(other, all),
                Some(value) if part.many => checking.wrong_type("array", value),
                Some(value) => checking.object(other, value),
            });
        }
        self.meaning(object);
    }

    fn member(&mut self, column: &Column, value: Option<&Value>) {
        let Some(value) = value else {
            if column.required {
                self.found(Problem::MissingMember);
            }
            return;
        };
        match (column.holds, value) {
            (Type::Number, Value::Number(_)) | (Type::Boolean, Value::Bool(_)) => {}
            (Type::Integer, Value::Number(number)) if number.as_f64().is_some_and(|n| n.fract() == 0.0) => {}
            (Type::Number | Type::Integer | Type::Boolean, other) => {
                self.wrong_type(column.holds.name(), other)
            }
            (holds, Value::String(text)) => {
                if let Some(problem) = wrong_text(holds, text) {
                    self.found(problem);
                }
                if !column.options.is_empty() && !column.options.contains(&text.as_str()) {
                    let options = column.options.iter().map(|option| (*option).to_owned()).collect();
                    self.found(Problem::NotAnOption { value: shown(text), options });
                }
            }
            (_, other) => self.wrong_type("string", other),
        }
    }

    /// What no schema says, of an object's own members.
    fn meaning(&mut self, object: &Map<String, Value>) {
        let number = |name: &str| object.get(name).and_then(Value::as_f64);
        let text = |name: &str| object.get(name).and_then(Value::as_str);
        let mut found = Vec::new();
        if let (Some(latitude), Some(longitude)) = (number("latitude"), number("longitude")) {
            found.extend(
                meaning::misplaced(latitude, longitude, self.options.near).map(|it| ("latitude", it)),
            );
        }
        for (start, end) in meaning::SPANS {
            if let (Some(from), Some(to)) = (text(start), text(end)) {
                found.extend(meaning::backwards(start, from, to).map(|it| (end, it)));
            }
        }
        let (opens, closes) = meaning::HOURS;
        if let (Some(from), Some(to)) = (text(opens), text(closes)) {
            found.extend(meaning::overnight(from, to).map(|it| (closes, it)));
        }
        let turning = meaning::NAMES.into_iter().filter(|name| text(name).is_some_and(meaning::turns));
        found.extend(turning.map(|name| (name, Problem::TurnsDirection)));
        for (name, problem) in found {
            self.at(name, |checking| checking.found(problem));
        }
    }
}

/// What is wrong with a text that has to be of that type.
fn wrong_text(holds: Type, text: &str) -> Option<Problem> {
    let value = || shown(text);
    match holds {
        Type::Uuid => (!is_hyphened(text)).then(|| Problem::NotUuid { value: value() }),
        Type::Email => {
            (!formats::is_email(text)).then(|| Problem::WrongFormat { expected: "email", value: value() })
        }
        Type::Uri => {
            (!formats::has_scheme(text)).then(|| Problem::WrongFormat { expected: "uri", value: value() })
        }
        Type::Date | Type::DateTime => {
            let good =
                if holds == Type::Date { dates::date(text).is_some() } else { dates::is_instant(text) };
            let expected = if holds == Type::Date { "date" } else { "date-time" };
            (!good).then(|| match dates::is_impossible(text) {
                true => Problem::ImpossibleDate { value: value() },
                false => Problem::WrongFormat { expected, value: value() },
            })
        }
        Type::Time => {
            let good = dates::minutes(text).is_some() && (text.len() == 5 || dates::is_clock(text));
            (!good).then(|| Problem::WrongFormat { expected: "time", value: value() })
        }
        _ => None,
    }
}

/// A UUID with its hyphens, in upper or lower case.
fn is_hyphened(text: &str) -> bool {
    text.len() == 36 && formats::plain_uuid(&text.to_ascii_lowercase()).is_some()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
