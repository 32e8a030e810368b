//! What a package says of its own tables: its descriptor (`datapackage.json`), and the standard's tables in the same form.

use crate::limits::Refusal;
use crate::standard;
use crate::values::Type;
use serde_json::{Map, Value};

/// A table as a descriptor has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its name: `service`.
    pub name: String,
    /// Its file.
    pub path: String,
    /// What stands between two cells, where that is said.
    pub delimiter: Option<u8>,
    /// Texts that stand for nothing.
    pub missing: Vec<String>,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Places of the columns whose values together name a row.
    pub key: Vec<usize>,
    /// What its rows name of other tables.
    pub references: Vec<Reference>,
    /// What the descriptor says of it that is not read.
    pub not_read: Vec<String>,
}

/// A column as a descriptor has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub holds: Type,
    /// Whether every row has a value.
    pub required: bool,
    /// Whether no two rows share a value.
    pub unique: bool,
    /// The only values.
    pub options: Vec<String>,
    /// The pattern of the whole value.
    pub pattern: Option<String>,
    /// The least value, and whether it is itself too small.
    pub least: Option<(String, bool)>,
    /// The largest value, and whether it is itself too large.
    pub most: Option<(String, bool)>,
    /// The least length.
    pub shortest: Option<u64>,
    /// The largest length.
    pub longest: Option<u64>,
    /// What stands for true and for false, where it is not the usual.
    pub truths: Option<Vec<String>>,
}

/// Columns whose values together name a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Places of the columns.
    pub fields: Vec<usize>,
    /// The other table; this one when it is empty.
    pub table: String,
    /// The columns there.
    pub named: Vec<String>,
}

impl Field {
    fn plain(name: &str, holds: Type) -> Self {
        Self {
            name: name.to_owned(),
            holds,
            required: false,
            unique: false,
            options: Vec::new(),
            pattern: None,
            least: None,
            most: None,
            shortest: None,
            longest: None,
            truths: None,
        }
    }
}

impl Table {
    /// Where the column of that name stands.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

impl From<&standard::Table> for Table {
    fn from(table: &standard::Table) -> Self {
        let field = |column: &standard::Column| Field {
            required: column.required_in_table,
            unique: column.unique,
            options: column.options.iter().map(|option| (*option).to_owned()).collect(),
            ..Field::plain(column.name, column.holds)
        };
        let reference = |(place, column): (usize, &standard::Column)| {
            column.refers_to.map(|other| Reference {
                fields: vec![place],
                table: other.to_owned(),
                named: vec!["id".to_owned()],
            })
        };
        Self {
            name: table.name.to_owned(),
            path: table.path.to_owned(),
            delimiter: None,
            missing: vec![String::new()],
            fields: table.columns.iter().map(field).collect(),
            key: vec![0],
            references: table.columns.iter().enumerate().filter_map(reference).collect(),
            not_read: Vec::new(),
        }
    }
}

/// Reads a descriptor. Of tables of the standard only the file is asked where the standard's own word counts.
pub fn tables(document: &[u8], standard_counts: bool) -> Result<Vec<Table>, Refusal> {
    let document = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
    let value: Value = serde_json::from_slice(document).map_err(|_| bad(""))?;
    let listed = value.get("resources").and_then(Value::as_array).ok_or_else(|| bad("/resources"))?;
    let read = |(at, value): (usize, &Value)| table(value, &format!("/resources/{at}"), standard_counts);
    let mut tables = listed.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    if standard_counts {
        tables = with_absent(tables);
    }
    for (at, table) in tables.iter().enumerate() {
        let place = |what: &str| bad(&format!("/resources/{at}/{what}"));
        if tables.iter().take(at).any(|other| other.name == table.name) {
            return Err(place("name"));
        }
        let known = |reference: &Reference| {
            let of = |name: &str| tables.iter().find(|other| other.name == name);
            let other = if reference.table.is_empty() { Some(table) } else { of(&reference.table) };
            other.is_some_and(|other| reference.named.iter().all(|name| other.place(name).is_some()))
                && reference.named.len() == reference.fields.len()
        };
        if !table.references.iter().all(known) {
            return Err(place("schema/foreignKeys"));
        }
    }
    Ok(tables)
}

/// Adds empty tables of the standard for those that others refer to and that are not there.
pub(crate) fn with_absent(mut tables: Vec<Table>) -> Vec<Table> {
    for table in standard::tables() {
        let named = |other: &Table| other.references.iter().any(|reference| reference.table == table.name);
        if tables.iter().any(named) && !tables.iter().any(|other| other.name == table.name) {
            tables.push(Table { path: String::new(), ..(*table).into() });
        }
    }
    tables
}

/// The table of the standard that a descriptor means, by its name or its file.
fn own(name: &str, path: &str) -> Option<&'static standard::Table> {
    let file = path.rsplit('/').next().unwrap_or_default();
    standard::table(name).or_else(|| standard::table_of_file(name)).or_else(|| standard::table_of_file(file))
}

fn bad(what: &str) -> Refusal {
    Refusal::BadDescriptor { what: what.to_owned() }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Texts of an array, or the one that stands there without an array.
fn texts(value: Option<&Value>) -> Option<Vec<String>> {
    match value {
        None => Some(Vec::new()),
        Some(Value::String(one)) => Some(vec![one.clone()]),
        Some(Value::Array(all)) => all.iter().map(|one| one.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn table(value: &Value, at: &str, standard_counts: bool) -> Result<Table, Refusal> {
    let wrong = |what: &str| bad(&format!("{at}/{what}"));
    let path = match value.get("path") {
        // Several files make one table in the specification. Nobody writes HSDS so.
        Some(Value::Array(paths)) if paths.len() == 1 => {
            paths.first().and_then(Value::as_str).map(str::to_owned)
        }
        _ => text(value, "path"),
    };
    let path = path.ok_or_else(|| wrong("path"))?;
    let encoding = text(value, "encoding").unwrap_or_default().to_ascii_lowercase();
    if !matches!(encoding.as_str(), "" | "utf-8" | "utf8" | "utf-8-sig" | "us-ascii" | "ascii") {
        return Err(Refusal::OtherEncoding { file: path, encoding });
    }
    let name = text(value, "name").ok_or_else(|| wrong("name"))?;
    let delimiter = delimiter(value.get("dialect")).map_err(|()| wrong("dialect"))?;
    if let Some(own) = own(&name, &path).filter(|_| standard_counts) {
        return Ok(Table { path, delimiter, ..own.into() });
    }
    let schema = value.get("schema").filter(|schema| schema.is_object()).ok_or_else(|| wrong("schema"))?;
    let table = Table {
        name,
        path,
        delimiter,
        ..described(schema).map_err(|what| wrong(&format!("schema/{what}")))?
    };
    Ok(table)
}

/// What a schema says of a table, whose name and file stand elsewhere; otherwise the place in it that is wrong.
fn described(schema: &Value) -> Result<Table, String> {
    let wrong = |what: &str| what.to_owned();
    let listed = schema.get("fields").and_then(Value::as_array).ok_or_else(|| wrong("fields"))?;
    let mut not_read = Vec::new();
    let mut fields = Vec::with_capacity(listed.len());
    for (place, one) in listed.iter().enumerate() {
        fields.push(field(one, &mut not_read).ok_or_else(|| format!("fields/{place}"))?);
    }
    let place = |name: &String| fields.iter().position(|field| field.name == *name);
    let key = texts(schema.get("primaryKey")).and_then(|names| names.iter().map(place).collect());
    let key = key.ok_or_else(|| wrong("primaryKey"))?;
    let references = schema.get("foreignKeys").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let reference = |value: &Value| {
        let fields = texts(value.get("fields"))?.iter().map(place).collect::<Option<Vec<_>>>()?;
        let other = value.get("reference")?;
        let named = texts(other.get("fields"))?;
        let reference = Reference { fields, table: text(other, "resource")?, named };
        (!reference.fields.is_empty()).then_some(reference)
    };
    let references: Option<Vec<Reference>> = references.iter().map(reference).collect();
    let references = references.ok_or_else(|| wrong("foreignKeys"))?;
    let missing = schema.get("missingValues").map_or(Some(vec![String::new()]), |given| texts(Some(given)));
    let missing = missing.ok_or_else(|| wrong("missingValues"))?;
    Ok(Table { missing, fields, key, references, not_read, ..Table::default() })
}

fn delimiter(dialect: Option<&Value>) -> Result<Option<u8>, ()> {
    let Some(dialect) = dialect else { return Ok(None) };
    let dialect = dialect.get("csv").unwrap_or(dialect);
    let quoted = dialect.get("quoteChar").is_none_or(|quote| quote == "\"");
    let headed = dialect.get("header").is_none_or(|header| header == true);
    match (dialect.get("delimiter").and_then(Value::as_str).map(str::as_bytes), quoted && headed) {
        (None, true) => Ok(None),
        (Some([byte]), true) if !matches!(byte, b'"' | b'\r' | b'\n' | 0x80..) => Ok(Some(*byte)),
        _ => Err(()),
    }
}

fn field(value: &Value, not_read: &mut Vec<String>) -> Option<Field> {
    let name = text(value, "name")?;
    let (kind, format) = (text(value, "type"), text(value, "format").unwrap_or_default());
    let kind = kind.as_deref().unwrap_or("string");
    let holds = Type::named(kind, &format).unwrap_or_else(|| {
        not_read.push(format!("{name}: {kind} {format}").trim_end().to_owned());
        Type::Any
    });
    for odd in ["bareNumber", "decimalChar", "groupChar", "arrayItem"] {
        if value.get(odd).is_some() {
            not_read.push(format!("{name}: {odd}"));
        }
    }
    let truths = value.get("trueValues").is_some() || value.get("falseValues").is_some();
    let usual = |name: &str, usual: &[&str]| {
        value.get(name).map_or_else(
            || Some(usual.iter().map(|one| (*one).to_owned()).collect()),
            |given| texts(Some(given)),
        )
    };
    let truths = if truths {
        let mut all: Vec<String> = usual("trueValues", &["true", "True", "TRUE", "1"])?;
        all.extend(usual("falseValues", &["false", "False", "FALSE", "0"])?);
        Some(all)
    } else {
        None
    };
    let nothing = Map::new();
    let rules = value.get("constraints").and_then(Value::as_object).unwrap_or(&nothing);
    let says = |name: &str| rules.get(name).and_then(Value::as_bool).unwrap_or_default();
    let number = |name: &str| rules.get(name).and_then(Value::as_u64);
    let bound = |name: &str, exclusive: &str| {
        let of = |name: &str| rules.get(name).map(plain);
        of(name).map(|text| (text, false)).or_else(|| of(exclusive).map(|text| (text, true)))
    };
    Some(Field {
        required: says("required"),
        unique: says("unique"),
        options: rules
            .get("enum")
            .and_then(Value::as_array)
            .map(|all| all.iter().map(plain).collect())
            .unwrap_or_default(),
        pattern: rules.get("pattern").and_then(Value::as_str).map(str::to_owned),
        least: bound("minimum", "exclusiveMinimum"),
        most: bound("maximum", "exclusiveMaximum"),
        shortest: number("minLength"),
        longest: number("maxLength"),
        truths,
        ..Field::plain(&name, holds)
    })
}

/// A value as it would stand in a cell.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
