//! The document of the API is that of the routes, whole, and as it was agreed: `openapi.json`.

use crate::routes::same_as_kept;
use platform::{manifest::House, pages::openapi::document};
use serde_json::Value;
use std::collections::BTreeSet;

/// Addresses of the API that the document leaves out, and why.
const APART: &[(&str, &str)] = &[
    ("/{p}/api/v1/openapi.json", "the document itself"),
    ("/{p}/api/v1/panels/{kind}/{id}", "pieces of pages, as a room shows them beside another room's object"),
];

fn whole() -> (House, Value) {
    let house = House::new(kith::rooms());
    let document = document(&house).expect("a document");
    (house, document)
}

#[test]
fn the_document_is_as_it_was_agreed() {
    let (_, document) = whole();
    let mut text = serde_json::to_string_pretty(&document).expect("text");
    text.push('\n');
    same_as_kept("openapi.json", &text);
}

#[test]
fn the_document_and_the_routes_name_the_same_addresses() {
    let (house, document) = whole();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().expect("an item").keys().map(move |verb| (verb.to_uppercase(), path.clone()))
        })
        .collect();
    let served: BTreeSet<(String, String)> = house
        .rooms
        .iter()
        .flat_map(|room| &room.routes)
        .filter(|route| route.path.starts_with("/{p}/api/v1/"))
        .filter(|route| !APART.iter().any(|(path, _)| *path == route.path))
        .map(|route| (route.method.to_owned(), route.path.to_owned()))
        .collect();
    assert_eq!(described, served);
}

#[test]
fn every_reference_leads_somewhere_and_every_operation_answers() {
    let (_, document) = whole();
    let mut waiting = vec![&document];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(to)) = object.get("$ref") {
                    let pointer = to.strip_prefix('#').expect("a reference within the document");
                    assert!(document.pointer(pointer).is_some(), "{to} leads nowhere");
                }
                waiting.extend(object.values());
            }
            Value::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (verb, operation) in item.as_object().expect("an item") {
            let name =
                operation["operationId"].as_str().unwrap_or_else(|| panic!("{verb} {path} has no name"));
            assert!(names.insert(name.to_owned()), "{name} is named twice");
            let answers = operation["responses"].as_object().expect("answers");
            assert!(!answers.is_empty(), "{verb} {path} never answers");
            let declared: BTreeSet<&str> = operation["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|parameter| parameter["in"] == "path")
                .filter_map(|parameter| parameter["name"].as_str())
                .collect();
            let used: BTreeSet<&str> =
                path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
            assert_eq!(declared, used, "{verb} {path}");
        }
    }
}
