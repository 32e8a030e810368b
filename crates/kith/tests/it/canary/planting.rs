//! A word of its own for every text in the database: whoever reads the word anywhere knows which cell it came from.
//!
//! Tables and columns are asked from the schema, so a new room's text is planted without anybody's doing, and the story
//! fails until [`super::knowing`] says who may know it.

use super::knowing::{NOT_PLANTED, REACH};
use crate::{security::superuser, world::AnyRow};
use platform::{
    db::{Bind, Db, Dialect, Kind, Table, Tx, Value},
    ids::PartnershipId,
    sql,
    testing::Site,
};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Begins and ends each word; between them stand letters from `a` to `p`.
const MARK: (&str, &str) = ("zq", "qz");
const LETTERS: usize = 5;

/// Keys of JSON under which stand codes and days, and the town of a place, which is told of a confidential one too.
const CODES: [&str; 19] = [
    "state",
    "what",
    "on",
    "lang",
    "kind",
    "office",
    "visibility",
    "from",
    "until",
    "slug",
    "languages",
    "features",
    "cost",
    "interpretation",
    "papers",
    "openness",
    "hours",
    "city",
    "province",
];

/// Where one word was planted.
pub struct Cell {
    /// The word.
    pub word: String,
    /// `table.column`.
    pub column: String,
    /// The key of its row.
    pub row: String,
    /// Whose row it is; none is the installation's.
    pub partnership: Option<PartnershipId>,
    /// Who may know of the row: see [`REACH`].
    pub reach: String,
}

/// All that was planted.
#[derive(Default)]
pub struct Words {
    /// The cells, by the number of their word.
    pub cells: Vec<Cell>,
    /// Columns in which texts can stand, and which are neither planted nor excused.
    pub columns: BTreeSet<String>,
    /// The body above each body.
    pub above: BTreeMap<Uuid, Uuid>,
    /// Where each account holds something.
    pub places: BTreeMap<String, Vec<PartnershipId>>,
    /// The person whose contact point it is.
    pub of_person: BTreeMap<String, String>,
}

/// The word of a number.
pub fn word(mut number: usize) -> String {
    let mut letters = [b'a'; LETTERS];
    for letter in letters.iter_mut().rev() {
        *letter += u8::try_from(number % 16).expect("small");
        number /= 16;
    }
    format!("{}{}{}", MARK.0, String::from_utf8_lossy(&letters), MARK.1)
}

fn number(letters: &str) -> Option<usize> {
    let digit =
        |c: char| ('a'..='p').contains(&c).then(|| usize::from(u8::try_from(c).unwrap_or(b'a') - b'a'));
    letters.chars().try_fold(0, |sum, c| Some(sum * 16 + digit(c)?))
}

impl Words {
    /// Gives every text of the site's database its word.
    pub async fn plant(site: &Site) -> Self {
        let db = match site.app.db.dialect() {
            Dialect::Sqlite => site.app.db.clone(),
            Dialect::Postgres => superuser(site).await,
        };
        let mut words = Self::default();
        words.know(&db, site).await;
        let mut tx = db.writing(None, site.app.clock.now()).await.expect("a transaction");
        for table in tx.schema().await.expect("a schema") {
            for (column, kind) in
                table.columns.iter().filter(|(_, kind)| matches!(kind, Kind::Text | Kind::Json))
            {
                let name = format!("{}.{column}", table.name);
                if !NOT_PLANTED.iter().any(|(_, columns)| columns.split_whitespace().any(|one| one == name)) {
                    words.column(&mut tx, &table, (column, *kind)).await;
                    words.columns.insert(name);
                }
            }
        }
        tx.commit().await.expect("planted");
        site.app.bell.ring(None);
        words
    }

    /// What must be known to judge: which body is above which, where accounts hold something, whose contact points are whose.
    async fn know(&mut self, db: &Db, site: &Site) {
        let mut tx = db.reading(None, site.app.clock.now()).await.expect("a transaction");
        let above = "SELECT id, parent_id FROM council WHERE parent_id IS NOT NULL";
        self.above = sql!(tx, all(Uuid, Uuid), above).expect("bodies").into_iter().collect();
        let held = "SELECT CAST(account_id AS TEXT), partnership_id FROM office_grant WHERE partnership_id IS NOT NULL";
        for (account, place) in sql!(tx, all(String, PartnershipId), held).expect("grants") {
            self.places.entry(account).or_default().push(place);
        }
        let of =
            "SELECT CAST(id AS TEXT), CAST(person_id AS TEXT) FROM contact_point WHERE person_id IS NOT NULL";
        self.of_person = sql!(tx, all(String, String), of).expect("contact points").into_iter().collect();
        tx.done().await.expect("ended");
    }

    async fn column(&mut self, tx: &mut Tx, table: &Table, (column, kind): (&str, Kind)) {
        let keys: Vec<String> = table.key.iter().map(|key| format!("CAST(t.\"{key}\" AS TEXT)")).collect();
        let reach = REACH.iter().find(|(name, _)| *name == table.name).map_or("'row'", |(_, reach)| *reach);
        let whose = match table.name.as_str() {
            "partnership" => "t.id",
            _ if table.columns.contains_key("partnership_id") => "t.partnership_id",
            _ => "NULL",
        };
        let keyed = keys.join(", ");
        let select = format!(
            "SELECT CAST({whose} AS TEXT), {reach}, CAST(t.\"{column}\" AS TEXT), {keyed} FROM \"{}\" t ORDER BY {keyed}",
            table.name
        );
        let same: Vec<String> =
            keys.iter().zip(2..).map(|(key, n)| format!("{} = ${n}", key.replace("t.", ""))).collect();
        let update = format!("UPDATE \"{}\" SET \"{column}\" = $1 WHERE {}", table.name, same.join(" AND "));
        let rows = sql!(tx, all AnyRow, &select).unwrap_or_else(|error| panic!("{select}: {error:?}"));
        for AnyRow(row) in rows {
            let row: Vec<Option<String>> = row.into_iter().map(said).collect();
            let [whose, reach, text, key @ ..] = row.as_slice() else { panic!("three and a key") };
            let Some(marked) = marked(text.as_deref(), kind, (column, &word(self.cells.len()))) else {
                continue;
            };
            let key: Vec<&str> = key.iter().map(|part| part.as_deref().unwrap_or_default()).collect();
            let mut binds = vec![Bind::Text(&marked)];
            binds.extend(key.iter().map(|part| Bind::Text(part)));
            tx.run(&update, &binds).await.unwrap_or_else(|error| panic!("{update} {marked}: {error:?}"));
            self.cells.push(Cell {
                word: word(self.cells.len()),
                column: format!("{}.{column}", table.name),
                row: format!("{} {}", table.name, key.join(" ")),
                partnership: whose.as_deref().map(|id| PartnershipId(id.parse().expect("an id"))),
                reach: reach.clone().unwrap_or_default(),
            });
        }
    }

    /// The cells whose words stand in a text.
    pub fn in_text(&self, text: &str) -> Vec<&Cell> {
        let found: BTreeSet<usize> = text
            .match_indices(MARK.0)
            .filter_map(|(at, _)| {
                let rest = text.get(at + MARK.0.len()..at + MARK.0.len() + LETTERS + MARK.1.len())?;
                number(rest.strip_suffix(MARK.1)?)
            })
            .collect();
        found.into_iter().filter_map(|number| self.cells.get(number)).collect()
    }
}

fn said(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        Value::Null => None,
        other => panic!("cast to text: {other:?}"),
    }
}

/// A text with the word in it, still of its kind; none where there is no place for it.
fn marked(text: Option<&str>, kind: Kind, (column, word): (&str, &str)) -> Option<String> {
    if kind == Kind::Text {
        return Some(in_line(text.unwrap_or_default(), column, word));
    }
    let mut json: Json = serde_json::from_str(text?).expect("JSON");
    if json == json!({}) {
        let piece = json!({ "text": word, "state": "current", "on": "2026-04-01" });
        return Some(json!({ "en": piece, "fr": piece }).to_string());
    }
    in_json(&mut json, word).then(|| json.to_string())
}

fn in_line(text: &str, column: &str, word: &str) -> String {
    match text {
        "" => word.to_owned(),
        slug if column == "slug" => format!("{}-{word}", slug.chars().take(40).collect::<String>()),
        mail if mail.contains('@') && !mail.contains(' ') => format!("{word}.{mail}"),
        web if web.starts_with("http") => format!("{web}/{word}"),
        text => format!("{text} {word}"),
    }
}

/// Marks all texts within; false when there are none.
fn in_json(json: &mut Json, word: &str) -> bool {
    match json {
        Json::String(text) if text.is_empty() || is_code(text) => false,
        Json::String(text) => {
            *text = in_line(text, "", word);
            true
        }
        Json::Array(items) => {
            // Each of them, not only the first.
            let marked = items.iter_mut().filter_map(|item| in_json(item, word).then_some(()));
            marked.count() > 0
        }
        Json::Object(fields) => {
            let texts = fields.iter_mut().filter(|(key, _)| !CODES.contains(&key.as_str()));
            texts.fold(false, |any, (_, field)| in_json(field, word) || any)
        }
        _ => false,
    }
}

fn is_code(text: &str) -> bool {
    text.parse::<Uuid>().is_ok() || text.parse::<jiff::civil::Date>().is_ok()
}
