//! What an object must look like in JSON, as JSON Schema (2020-12) in words of this crate: for whoever describes an API of such objects.

use super::Form;
use crate::standard::{self, Column, Part, Table};
use crate::values::Type;
use serde_json::{Map, Value, json};

/// What the schema of an object is called among the schemas of a description: `service`, and `service_in_lists` for what stands in lists.
pub fn schema_name(table: &Table, form: Form) -> String {
    match form {
        Form::Full => table.name.to_owned(),
        Form::List => format!("{}_in_lists", table.name),
    }
}

/// The schemas of objects of these tables and of all that stands within them, by name. They name each other at `#/components/schemas/`, as
/// OpenAPI has it.
pub fn schemas(of: &[(&'static Table, Form)]) -> Map<String, Value> {
    let mut all = Map::new();
    let mut waiting = of.to_vec();
    while let Some((table, form)) = waiting.pop() {
        let name = schema_name(table, form);
        if all.contains_key(&name) {
            continue;
        }
        let parts = table.parts.iter().filter(|part| stands(part, form));
        waiting.extend(parts.filter_map(|part| Some((standard::table(part.table)?, form))));
        all.insert(name, schema(table, form));
    }
    all
}

/// The schema of an object.
pub fn schema(table: &Table, form: Form) -> Value {
    let columns = table.columns.iter().map(|column| (column.name.to_owned(), member(column)));
    let parts = table.parts.iter().filter(|part| stands(part, form));
    let parts = parts.filter_map(|part| {
        let of = standard::table(part.table)?;
        let named = json!({ "$ref": format!("#/components/schemas/{}", schema_name(of, form)) });
        let value = if part.many { json!({ "type": "array", "items": named }) } else { named };
        Some((part.name.to_owned(), value))
    });
    let members: Map<String, Value> = columns.chain(parts).collect();
    let required = table.columns.iter().filter(|column| column.required).map(|column| column.name);
    let parts = table.parts.iter().filter(|part| part.required && stands(part, form)).map(|part| part.name);
    let required: Vec<&str> = required.chain(parts).collect();
    json!({ "type": "object", "description": table.about, "required": required, "properties": members })
}

/// Whether what is within an object stands there in that form: in lists only that of which there is one.
const fn stands(part: &Part, form: Form) -> bool {
    matches!(form, Form::Full) || !part.many
}

fn member(column: &Column) -> Value {
    let (holds, format) = match column.holds {
        Type::Number => ("number", None),
        Type::Integer => ("integer", None),
        Type::Boolean => ("boolean", None),
        Type::Uuid => ("string", Some("uuid")),
        Type::Email => ("string", Some("email")),
        Type::Uri => ("string", Some("uri")),
        Type::Date => ("string", Some("date")),
        Type::DateTime => ("string", Some("date-time")),
        _ => ("string", None),
    };
    let mut member = Map::from_iter([
        ("type".to_owned(), Value::from(holds)),
        ("description".to_owned(), Value::from(column.about)),
    ]);
    member.extend(format.map(|format| ("format".to_owned(), Value::from(format))));
    if !column.options.is_empty() {
        member.insert("enum".to_owned(), Value::from(column.options));
    }
    Value::Object(member)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All names that are referred to.
    fn named(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                let to = members.get("$ref").and_then(Value::as_str);
                found.extend(to.map(|to| to.rsplit('/').next().unwrap().to_owned()));
                members.values().for_each(|inner| named(inner, found));
            }
            Value::Array(all) => all.iter().for_each(|inner| named(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn every_schema_that_is_named_is_there() {
        let service = standard::table("service").unwrap();
        let all = schemas(&[(service, Form::Full), (service, Form::List)]);
        let mut found = Vec::new();
        all.values().for_each(|schema| named(schema, &mut found));
        assert!(found.len() > 50);
        assert!(found.iter().all(|name| all.contains_key(name)), "{found:?}");
    }

    #[test]
    fn a_schema_says_what_must_be_there_and_what_a_list_leaves_out() {
        let service = standard::table("service").unwrap();
        let (full, list) = (schema(service, Form::Full), schema(service, Form::List));
        assert_eq!(full["required"], json!(["id", "name", "status"]));
        assert_eq!(full["properties"]["status"]["enum"][3], "temporarily closed");
        assert_eq!(full["properties"]["last_modified"]["format"], "date-time");
        assert!(full["properties"].get("phones").is_some() && list["properties"].get("phones").is_none());
        assert_eq!(list["properties"]["organization"]["$ref"], "#/components/schemas/organization_in_lists");
    }
}
