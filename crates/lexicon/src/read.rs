//! Reading the files: text in, structure out.

use std::collections::BTreeMap;
use toml::{Table, Value};

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("lexicon/{file}.toml: {place}: {what}")]
pub struct Fault {
    /// The file, without its ending.
    pub file: String,
    /// The need or group, and the key.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

/// A group of needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in addresses and files.
    pub id: String,
    /// For reviewers.
    pub meaning: String,
}

/// Something that people need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name in addresses and files.
    pub id: String,
    /// The group that it stands in.
    pub group: String,
    /// For reviewers.
    pub meaning: String,
    /// Whether somebody who reads of it may have to leave the page quickly.
    pub safety: bool,
}

/// All needs and groups, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The groups.
    pub groups: Vec<Group>,
    /// The needs.
    pub needs: Vec<Need>,
}

/// What people say for one need in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// How it is called.
    pub name: String,
    /// How else people say it.
    pub words: Vec<String>,
    /// How some write that; searched for and never shown.
    pub slips: Vec<String>,
}

impl Words {
    /// All of them.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.words).chain(&self.slips).map(String::as_str)
    }
}

/// One language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its code.
    pub code: String,
    /// Whether a person who speaks it has read the whole file.
    pub reviewed: bool,
    /// Who wrote it.
    pub written: String,
    /// Words that people say around what they need (*I*, *want*, *where*), which tell nothing of it. Natural-language search calls them stop words.
    pub stop: Vec<String>,
    /// The names of the groups.
    pub groups: BTreeMap<String, String>,
    /// The words of each need.
    pub needs: BTreeMap<String, Words>,
}

impl Needs {
    /// Reads `needs.toml`.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let file = File::of("needs", text)?;
        let mut all = Self::default();
        for (number, group) in file.tables("group")? {
            let at = |key| file.text(group, &format!("group {number}"), key);
            all.groups.push(Group { id: at("id")?, meaning: at("meaning")? });
        }
        for (number, need) in file.tables("need")? {
            let at = |key| file.text(need, &format!("need {number}"), key);
            let safety = file.flag(need, &format!("need {number}"), "safety")?.unwrap_or(false);
            let (id, group) = (at("id")?, at("group")?);
            if !all.groups.iter().any(|known| known.id == group) {
                return Err(file.fault(&format!("{id}.group"), &format!("no group is called {group}")));
            }
            if all.needs.iter().any(|known| known.id == id) {
                return Err(file.fault(&id, "stands there twice"));
            }
            all.needs.push(Need { id, group, meaning: at("meaning")?, safety });
        }
        Ok(all)
    }

    /// A need by its name.
    pub fn get(&self, id: &str) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == id)
    }
}

impl Language {
    /// Reads the file of a language: every need and group has its place in it, and nothing else.
    pub fn read(code: &str, text: &str, needs: &Needs) -> Result<Self, Fault> {
        let file = File::of(code, text)?;
        let top = &file.table;
        if file.text(top, "", "language")? != code {
            return Err(file.fault("language", &format!("the file is called {code}")));
        }
        let reviewed = file.flag(top, "", "reviewed")?;
        let mut own = Self {
            code: code.to_owned(),
            reviewed: reviewed.ok_or_else(|| file.fault("reviewed", "is missing"))?,
            written: file.text(top, "", "written")?,
            stop: file.list(top, "", "stop")?,
            groups: BTreeMap::new(),
            needs: BTreeMap::new(),
        };
        let groups = file.table(top, "group")?;
        for group in &needs.groups {
            let name = file.text(file.table(groups, &group.id)?, &group.id, "name")?;
            own.groups.insert(group.id.clone(), name);
        }
        for need in &needs.needs {
            let table = file.table(top, &need.id)?;
            let words = Words {
                name: file.text(table, &need.id, "name")?,
                words: file.list(table, &need.id, "words")?,
                slips: file.list(table, &need.id, "slips")?,
            };
            if words.words.is_empty() {
                return Err(file.fault(&format!("{}.words", need.id), "has no word"));
            }
            own.needs.insert(need.id.clone(), words);
        }
        let known = |key: &&String| {
            ["language", "reviewed", "written", "stop", "group"].contains(&key.as_str())
                || needs.get(key).is_some()
        };
        if let Some(stranger) = top.keys().find(|key| !known(key)) {
            return Err(file.fault(stranger, "is no need of needs.toml"));
        }
        if let Some(stranger) = groups.keys().find(|key| !own.groups.contains_key(*key)) {
            return Err(file.fault(&format!("group.{stranger}"), "is no group of needs.toml"));
        }
        Ok(own)
    }
}

/// A file while it is read.
struct File<'a> {
    name: &'a str,
    table: Table,
}

impl<'a> File<'a> {
    fn of(name: &'a str, text: &str) -> Result<Self, Fault> {
        let table = text.parse::<Table>().map_err(|error| Fault {
            file: name.to_owned(),
            place: "the file".to_owned(),
            what: error.to_string(),
        })?;
        Ok(Self { name, table })
    }

    fn fault(&self, place: &str, what: &str) -> Fault {
        Fault { file: self.name.to_owned(), place: place.to_owned(), what: what.to_owned() }
    }

    fn tables(&self, key: &str) -> Result<Vec<(usize, &Table)>, Fault> {
        let all = self.table.get(key).and_then(Value::as_array);
        let all = all.ok_or_else(|| self.fault(key, "there is none"))?;
        let numbered = all.iter().zip(1..);
        numbered
            .map(|(each, number)| {
                let table =
                    each.as_table().ok_or_else(|| self.fault(&format!("{key} {number}"), "is no table"));
                table.map(|table| (number, table))
            })
            .collect()
    }

    fn table<'b>(&self, of: &'b Table, key: &str) -> Result<&'b Table, Fault> {
        of.get(key).and_then(Value::as_table).ok_or_else(|| self.fault(key, "is missing"))
    }

    /// A text that says something.
    fn text(&self, of: &Table, place: &str, key: &str) -> Result<String, Fault> {
        let place = format!("{place}.{key}");
        let place = place.trim_start_matches('.');
        let value = of.get(key).ok_or_else(|| self.fault(place, "is missing"))?;
        self.said(value, place)
    }

    fn said(&self, value: &Value, place: &str) -> Result<String, Fault> {
        match value.as_str().map(str::trim) {
            Some("") => Err(self.fault(place, "is empty")),
            Some(text) => Ok(text.to_owned()),
            None => Err(self.fault(place, "is no text")),
        }
    }

    fn flag(&self, of: &Table, place: &str, key: &str) -> Result<Option<bool>, Fault> {
        let place = format!("{place}.{key}");
        let wrong = || self.fault(place.trim_start_matches('.'), "is neither true nor false");
        of.get(key).map(|value| value.as_bool().ok_or_else(wrong)).transpose()
    }

    fn list(&self, of: &Table, place: &str, key: &str) -> Result<Vec<String>, Fault> {
        let place = format!("{place}.{key}");
        let Some(value) = of.get(key) else { return Ok(Vec::new()) };
        let all = value.as_array().ok_or_else(|| self.fault(&place, "is no list"))?;
        all.iter().map(|each| self.said(each, &place)).collect()
    }
}
