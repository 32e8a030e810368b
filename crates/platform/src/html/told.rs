//! What an audit entry holds, in the reader's words: labels of fields, days written out, names where ids stand.
//!
//! A room brings the words of its fields: `fact-…` with what the entry is about and the name of the field, underscores as
//! hyphens (`fact-seat-since-on`), or only the name where it says the same everywhere (`fact-note`). What an entry is about is
//! the first part of its verb (`contact` of `contact.changed`), or the kind of its object. A value without fields is called
//! `fact-…-itself`, one of several without names `fact-…-1`. A code has its words under `fact-…-is-code`, `<about>-<field>-code`
//! or `<field>-code`.

use crate::{
    audit::AuditEntry,
    clock::Moment,
    ctx::Ctx,
    db::{Json, Tx},
    errors::Result,
    ids::Ref,
    langs::Lang,
    t,
    text::Piece,
    translate::InLang,
};
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::collections::HashMap;
use uuid::Uuid;

/// One thing that an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Where it stands in the value: `name.en`. Nothing for readers.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// What it says.
    pub words: String,
    /// Whether some room has words for its label.
    pub is_named: bool,
}

/// What the ids in some entries are called, for those that the reader may know of.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<Uuid, String>);

/// So many ids of one page are asked about; further ones stay without names.
const IDS: usize = 60;
/// Fields that hold what somebody wrote: no word of them is a code.
const WRITTEN: [&str; 10] =
    ["name", "note", "value", "title", "why", "text", "code", "slug", "subject", "body"];

impl Names {
    /// Asks the rooms what the ids in `entries` are called.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(ctx: &Ctx, tx: &mut Tx, entries: &[AuditEntry]) -> Result<Self> {
        let mut ids = Vec::new();
        for Json(value) in entries.iter().flat_map(|entry| [&entry.before, &entry.after]).flatten() {
            ids_in("", value, &mut ids);
        }
        let mut names = HashMap::new();
        for (field, id) in ids {
            if names.len() < IDS && !names.contains_key(&id) {
                names.insert(id, name(ctx, tx, &field, id).await?);
            }
        }
        Ok(Self(names.into_iter().filter_map(|(id, name)| name.map(|name| (id, name))).collect()))
    }
}

/// The ids that a value holds, each with the name of its field.
fn ids_in(field: &str, value: &Value, found: &mut Vec<(String, Uuid)>) {
    match value {
        Value::String(words) => found.extend(id_of(words).map(|id| (field.to_owned(), id))),
        Value::Array(all) => all.iter().for_each(|one| ids_in(field, one, found)),
        Value::Object(fields) => match object_of(fields) {
            Some((kind, id)) => found.push((kind.to_owned(), id)),
            None => fields.iter().for_each(|(name, value)| ids_in(name, value, found)),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The object that these fields name, when they are nothing but its kind and its id.
fn object_of(fields: &Map<String, Value>) -> Option<(&str, Uuid)> {
    let id = fields.get("id")?.as_str().and_then(id_of)?;
    Some((fields.get("kind")?.as_str().filter(|_| fields.len() == 2)?, id))
}

/// An id as it is written down, and nothing that only looks like one.
fn id_of(words: &str) -> Option<Uuid> {
    words.parse().ok().filter(|_| words.len() == 36)
}

/// The title of the object with this id. The room whose kind the field is named after is asked first.
async fn name(ctx: &Ctx, tx: &mut Tx, field: &str, id: Uuid) -> Result<Option<String>> {
    let field = key_of(field);
    let of = field.strip_suffix("-id").unwrap_or(&field);
    let mut providers: Vec<_> = ctx.app.house.providers.clone();
    providers.sort_by_key(|provider| provider.kind != of);
    for provider in providers {
        if let Some(knot) = (provider.knot)(ctx, tx, id).await? {
            return Ok(Some(knot.title.words));
        }
    }
    Ok(None)
}

/// The name of a field as it stands in keys.
fn key_of(field: &str) -> String {
    field.replace('_', "-").to_lowercase()
}

/// What the two sides of an entry about an object of `kind` say: before, and after.
pub fn sides(ctx: &Ctx, names: &Names, kind: &str, entry: &AuditEntry) -> [Vec<Fact>; 2] {
    let about = entry.verb.split('.').next().unwrap_or(kind);
    let teller = Teller { ctx, names, about: [about, kind] };
    [&entry.before, &entry.after]
        .map(|side| side.as_ref().map(|Json(value)| teller.facts(value)).unwrap_or_default())
}

/// An object, for a page of its history: its kind decides the words.
#[derive(Debug, Clone)]
pub struct History {
    /// The kind of the object.
    pub kind: String,
    /// Its entries, the newest first.
    pub entries: Vec<AuditEntry>,
    /// What the ids in them are called.
    pub names: Names,
}

impl History {
    /// Entries about `object`, with the names of what they mention.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(ctx: &Ctx, tx: &mut Tx, object: &Ref, entries: Vec<AuditEntry>) -> Result<Self> {
        let names = Names::of(ctx, tx, &entries).await?;
        Ok(Self { kind: object.kind.clone(), entries, names })
    }

    /// Entries that mention nobody.
    pub fn plain(kind: &str, entries: Vec<AuditEntry>) -> Self {
        Self { kind: kind.to_owned(), entries, names: Names::default() }
    }
}

/// Where in a value: as keys name it, as readers call it, and as it is known by; `within` which of several things.
#[derive(Clone, Default)]
struct At {
    key: String,
    label: String,
    within: String,
    path: String,
    is_named: bool,
}

struct Teller<'a> {
    ctx: &'a Ctx,
    names: &'a Names,
    about: [&'a str; 2],
}

impl Teller<'_> {
    fn facts(&self, value: &Value) -> Vec<Fact> {
        let mut found = Vec::new();
        match value {
            Value::Object(fields) if texts(fields).is_none() && object_of(fields).is_none() => {
                self.fields(&At::default(), fields, &mut found)
            }
            Value::Array(parts) => self.parts(&At::default(), parts, &mut found),
            one => self.tell(&self.child(&At::default(), "itself"), one, &mut found),
        }
        found
    }

    fn fields(&self, at: &At, fields: &Map<String, Value>, found: &mut Vec<Fact>) {
        for (name, value) in fields {
            self.tell(&self.child(at, name), value, found);
        }
    }

    /// What stands together without names: each is called by its place.
    fn parts(&self, at: &At, parts: &[Value], found: &mut Vec<Fact>) {
        for (n, one) in parts.iter().enumerate() {
            self.tell(&self.child(at, &(n + 1).to_string()), one, found);
        }
    }

    fn tell(&self, at: &At, value: &Value, found: &mut Vec<Fact>) {
        match value {
            Value::Null => {}
            Value::Object(fields) if object_of(fields).is_some() => {
                found.extend(fields.get("id").map(|id| fact(at, self.words(at, id))));
            }
            Value::Object(fields) => match texts(fields) {
                Some(pieces) => found.extend(pieces.iter().map(|(lang, piece)| self.piece(at, *lang, piece))),
                None => self.fields(at, fields, found),
            },
            Value::Array(all) if all.iter().any(|one| one.is_object() || one.is_array()) => {
                for (n, one) in all.iter().enumerate() {
                    let at = self.numbered(at, n + 1);
                    match one {
                        Value::Array(parts) => self.parts(&at, parts, found),
                        one => self.tell(&at, one, found),
                    }
                }
            }
            Value::Array(all) => {
                let words: Vec<String> = all.iter().map(|one| self.words(at, one)).collect();
                if !words.is_empty() {
                    found.push(fact(at, self.ctx.say().list(&words)));
                }
            }
            one => found.push(fact(at, self.words(at, one))),
        }
    }

    /// Words in one language; how far they can be trusted stands beside them when that is not far.
    fn piece(&self, at: &At, lang: Lang, piece: &Piece) -> Fact {
        let say = self.ctx.say();
        let lang_name = super::text::lang_name(self.ctx, lang);
        let label = t!(say, "fact-in-lang", what = at.label.as_str(), lang = lang_name);
        let stands = InLang::of_piece(piece);
        let state = if stands.waits() { format!(" · {}", say.t(stands.key(), &[])) } else { String::new() };
        let path = format!("{}.{lang}", at.path);
        Fact { path, label, words: format!("{}{state}", piece.text), is_named: at.is_named }
    }

    fn child(&self, at: &At, name: &str) -> At {
        let own = key_of(name);
        let key = if at.key.is_empty() { own.clone() } else { format!("{}-{own}", at.key) };
        let path = if at.path.is_empty() { name.to_owned() } else { format!("{}.{name}", at.path) };
        let within = at.within.clone();
        if let Some(label) = self.label(&key) {
            return At { key, label: self.part_of(&within, label), within, path, is_named: true };
        }
        let part = self.label(&own);
        let is_named = part.is_some() && (at.is_named || at.label.is_empty());
        let part = part.unwrap_or_else(|| own.replace('-', " "));
        At { key, label: self.part_of(&at.label, part), within, path, is_named }
    }

    /// “Number to call 2: What for”.
    fn part_of(&self, whole: &str, part: String) -> String {
        if whole.is_empty() { part } else { t!(self.ctx.say(), "fact-part", whole = whole, part = part) }
    }

    fn numbered(&self, at: &At, n: usize) -> At {
        let label = t!(self.ctx.say(), "fact-numbered", what = at.label.as_str(), n = n);
        At { within: label.clone(), label, path: format!("{}.{n}", at.path), ..at.clone() }
    }

    /// The words of the first of these keys that has any.
    fn label(&self, key: &str) -> Option<String> {
        let [about, kind] = self.about;
        self.said([format!("fact-{about}-{key}"), format!("fact-{kind}-{key}"), format!("fact-{key}")])
    }

    fn said<const N: usize>(&self, keys: [String; N]) -> Option<String> {
        let say = self.ctx.say();
        keys.into_iter().find(|key| say.has(key)).map(|key| say.t(&key, &[]))
    }

    /// A single value, as the reader writes it.
    fn words(&self, at: &At, value: &Value) -> String {
        let say = self.ctx.say();
        match value {
            Value::Bool(true) => t!(say, "fact-yes"),
            Value::Bool(false) => t!(say, "fact-no"),
            Value::Number(number) => number
                .as_i64()
                .filter(|n| n.abs() >= 10_000)
                .map_or_else(|| number.to_string(), |n| say.number(n)),
            Value::String(words) => self.written(at, words),
            _ => String::new(),
        }
    }

    fn written(&self, at: &At, words: &str) -> String {
        let say = self.ctx.say();
        if let Some(id) = id_of(words) {
            return self.names.0.get(&id).cloned().unwrap_or_else(|| t!(say, "fact-nameless"));
        }
        if let Some(day) = words.parse::<Date>().ok().filter(|_| words.len() == 10) {
            return say.day(day);
        }
        if let Some(moment) = Moment::try_from(words.to_owned()).ok().filter(|_| words.ends_with('Z')) {
            return say.moment(moment, &self.ctx.zone());
        }
        self.code(at, words).unwrap_or_else(|| words.to_owned())
    }

    /// What a code is called.
    fn code(&self, at: &At, code: &str) -> Option<String> {
        let field = at.key.rsplit_once("-itself").map_or(at.key.as_str(), |(field, _)| field);
        let is_code = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && code.len() <= 40;
        if !is_code || code.is_empty() || WRITTEN.contains(&field) {
            return None;
        }
        let (code, [about, kind]) = (code.to_lowercase(), self.about);
        if matches!(field, "lang" | "langs" | "language" | "languages") {
            return self.said([format!("lang-{code}"), format!("spoken-{code}")]);
        }
        let last = field.rsplit('-').next().unwrap_or(field);
        self.said([
            format!("fact-{about}-{field}-is-{code}"),
            format!("fact-{kind}-{field}-is-{code}"),
            format!("fact-{field}-is-{code}"),
            format!("{about}-{field}-{code}"),
            format!("{kind}-{field}-{code}"),
            format!("{field}-{code}"),
            format!("{last}-{code}"),
        ])
    }
}

fn fact(at: &At, words: String) -> Fact {
    Fact { path: at.path.clone(), label: at.label.clone(), words, is_named: at.is_named }
}

/// The languages of a text, when these fields are one.
fn texts(fields: &Map<String, Value>) -> Option<Vec<(Lang, Piece)>> {
    let piece = |(lang, piece): (&String, &Value)| {
        Some((lang.parse().ok()?, serde_json::from_value(piece.clone()).ok()?))
    };
    let pieces: Option<Vec<(Lang, Piece)>> = fields.iter().map(piece).collect();
    pieces.filter(|pieces| !pieces.is_empty())
}

#[cfg(test)]
mod tests;
