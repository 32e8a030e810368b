//! What one column asks of its cells, made ready once for all rows.

use crate::declared::Field;
use crate::problem::{Problem, shown};
use crate::values::{self, Ordered, Type, dates};
use regex::Regex;
use std::cmp::Ordering;
use std::sync::Arc;

/// The rules of a column.
pub(super) struct Check {
    pub(super) holds: Type,
    required: bool,
    options: Arc<[String]>,
    pattern: Option<(Regex, Arc<str>)>,
    least: Option<Bound>,
    most: Option<Bound>,
    shortest: Option<u64>,
    longest: Option<u64>,
    truths: Option<Vec<String>>,
}

struct Bound {
    value: Ordered,
    text: Arc<str>,
    exclusive: bool,
}

impl Check {
    /// The rules of a field, and what of them cannot be read.
    pub(super) fn of(field: &Field, not_read: &mut Vec<String>) -> Self {
        let mut bound = |given: &Option<(String, bool)>| {
            let (text, exclusive) = given.as_ref()?;
            let value = Ordered::of(field.holds, text);
            if value.is_none() {
                not_read.push(format!("{}: {text}", field.name));
            }
            Some(Bound { value: value?, text: text.as_str().into(), exclusive: *exclusive })
        };
        let (least, most) = (bound(&field.least), bound(&field.most));
        let pattern = field.pattern.as_deref().and_then(|pattern| {
            let read = Regex::new(&format!(r"\A(?:^{pattern}\n?\z)")).ok();
            if read.is_none() {
                not_read.push(format!("{}: {pattern}", field.name));
            }
            Some((read?, pattern.into()))
        });
        Self {
            holds: field.holds,
            required: field.required,
            options: field.options.clone().into(),
            pattern,
            least,
            most,
            shortest: field.shortest,
            longest: field.longest,
            truths: field.truths.clone(),
        }
    }

    /// Judges a cell; none is one that is not there or stands for nothing. Whether it has a value of its type.
    pub(super) fn judge(&self, cell: Option<&str>, found: &mut impl FnMut(Problem)) -> bool {
        let Some(text) = cell else {
            if self.required {
                found(Problem::Missing);
            }
            return false;
        };
        let good = match &self.truths {
            Some(truths) if self.holds == Type::Boolean => truths.iter().any(|truth| truth == text),
            _ => values::is(self.holds, text),
        };
        if !good {
            found(self.wrong(text));
            return false;
        }
        self.judge_value(text, found);
        true
    }

    fn judge_value(&self, text: &str, found: &mut impl FnMut(Problem)) {
        if self.shortest.is_some() || self.longest.is_some() {
            self.judge_length(text, found);
        }
        if self.least.is_some() || self.most.is_some() {
            self.judge_size(text, found);
        }
        if let Some((pattern, source)) = &self.pattern
            && !pattern.is_match(text)
        {
            found(Problem::OtherPattern { value: shown(text), pattern: source.clone() });
        }
        if !self.options.is_empty() && !self.is_option(text) {
            found(Problem::NotAnOption { value: shown(text), options: self.options.clone() });
        }
    }

    fn is_option(&self, text: &str) -> bool {
        let value = Ordered::of(self.holds, text);
        let same = |option: &String| {
            option == text
                || value.as_ref().is_some_and(|value| {
                    let option = Ordered::of(self.holds, option);
                    option.is_some_and(|option| value.compare(&option) == Some(Ordering::Equal))
                })
        };
        self.options.iter().any(same)
    }

    fn judge_length(&self, text: &str, found: &mut impl FnMut(Problem)) {
        let length = match self.holds {
            Type::Array | Type::Object => match serde_json::from_str(text) {
                Ok(serde_json::Value::Array(all)) => all.len(),
                Ok(serde_json::Value::Object(all)) => all.len(),
                _ => 0,
            },
            _ => text.chars().count(),
        };
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        if let Some(least) = self.shortest.filter(|least| length < *least) {
            found(Problem::TooShort { length, least });
        }
        if let Some(most) = self.longest.filter(|most| length > *most) {
            found(Problem::TooLong { length, most });
        }
    }

    fn judge_size(&self, text: &str, found: &mut impl FnMut(Problem)) {
        let Some(value) = Ordered::of(self.holds, text) else { return };
        // What is no number is beyond every bound.
        let beyond = |bound: &Bound, wrong: Ordering| match value.compare(&bound.value) {
            None => true,
            Some(Ordering::Equal) => bound.exclusive,
            Some(order) => order == wrong,
        };
        if let Some(bound) = self.least.as_ref().filter(|bound| beyond(bound, Ordering::Less)) {
            found(Problem::TooSmall { value: shown(text), least: bound.text.clone() });
        }
        if let Some(bound) = self.most.as_ref().filter(|bound| beyond(bound, Ordering::Greater)) {
            found(Problem::TooLarge { value: shown(text), most: bound.text.clone() });
        }
    }

    fn wrong(&self, text: &str) -> Problem {
        let value = shown(text);
        match self.holds {
            Type::Uuid => Problem::NotUuid { value },
            Type::Email => Problem::WrongFormat { expected: "email", value },
            Type::Uri => Problem::WrongFormat { expected: "uri", value },
            Type::Date | Type::DateTime if dates::is_impossible(text) => Problem::ImpossibleDate { value },
            other => Problem::WrongType { expected: other.name(), value },
        }
    }
}
