//! The cells of one row, read by the rules that a form is read by.

use crate::{
    contact::{ContactKind, check_contact},
    rules,
};
use jiff::civil::Date;
use platform::{
    batch::{Finding, Given},
    errors::{FieldRefusal, Refusal},
    text::{LineRefusal, fold, line, prose},
};
use std::collections::HashMap;

/// Cells of one row, read by the rules that a form is read by.
pub(super) struct Reader<'a> {
    pub given: &'a Given,
    pub findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn refuse(&mut self, key: &str, why: &dyn Refusal) {
        self.findings.push(Finding::refused(Some(key), why));
    }

    pub fn taken(&mut self, key: &str, read: Result<String, LineRefusal>) -> String {
        match read {
            Ok(words) => words,
            Err(LineRefusal::Empty) => String::new(),
            Err(why) => {
                self.refuse(key, &why);
                String::new()
            }
        }
    }

    pub fn line(&mut self, key: &str) -> String {
        self.taken(key, line(self.given.get(key), rules::NAME))
    }

    pub fn prose(&mut self, key: &str, max: usize) -> String {
        self.taken(key, prose(self.given.get(key), max))
    }

    pub fn day(&mut self, key: &str) -> Option<Date> {
        let typed = self.given.get(key);
        if typed.is_empty() {
            return None;
        }
        let day = typed.parse().ok();
        if day.is_none() {
            self.refuse(key, &FieldRefusal::NotADate);
        }
        day
    }

    pub fn contact(&mut self, key: &str, kind: ContactKind) -> String {
        let typed = self.given.get(key);
        if typed.is_empty() {
            return String::new();
        }
        match check_contact(kind, typed) {
            Ok(value) => value,
            Err(why) => {
                self.refuse(key, why.as_ref());
                String::new()
            }
        }
    }

    /// All values of a column, as they are kept.
    pub fn contacts(&mut self, key: &str, kind: ContactKind) -> Vec<String> {
        let mut all = Vec::new();
        for typed in self.given.all(key) {
            match check_contact(kind, typed) {
                Ok(value) => all.push(value),
                Err(why) => self.refuse(key, why.as_ref()),
            }
        }
        all
    }

    pub fn word<T: Copy>(&mut self, key: &str, words: &HashMap<String, T>) -> Option<T> {
        let typed = self.given.get(key);
        let found = words.get(&fold(typed)).copied();
        if found.is_none() && !typed.trim().is_empty() {
            self.refuse(key, &FieldRefusal::NotAChoice);
        }
        found
    }
}
