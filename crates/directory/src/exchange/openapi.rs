//! What programs may ask of the API of HSDS, as OpenAPI 3.1. The objects are described by the crate that checks them.

use super::asked::{FARTHEST, FURTHEST, LAST, MOST, USUAL};
use hsds::{
    Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm,
    json::{Form, schema_name, schemas},
    objects::Object,
    standard::Table,
};
use serde_json::{Map, Value, json};

/// A list of the API.
struct Listed {
    path: &'static str,
    table: &'static Table,
    summary: &'static str,
    one: &'static str,
    part: &'static str,
    parameters: &'static [&'static str],
}

const LISTS: [Listed; 5] = [
    Listed {
        path: "/services",
        table: Service::TABLE,
        summary: "Services that everyone may know of, by name",
        one: "One service with all that belongs to it",
        part: "service",
        parameters: &[
            "search",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "minimal",
            "full",
            "postcode",
            "proximity",
        ],
    },
    Listed {
        path: "/organizations",
        table: Organization::TABLE,
        summary: "Organizations that offer a service, by name",
        one: "One organization with its services",
        part: "organization",
        parameters: &[
            "search",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "full",
            "full_service",
        ],
    },
    Listed {
        path: "/service_at_locations",
        table: ServiceAtLocation::TABLE,
        summary: "Services at the places where they are offered",
        one: "One service at one place, with both",
        part: "offered",
        parameters: &[
            "search",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "full",
            "postcode",
            "proximity",
        ],
    },
    Listed {
        path: "/taxonomies",
        table: Taxonomy::TABLE,
        summary: "The lists of terms by which services are sorted",
        one: "One list of terms",
        part: "taxonomy",
        parameters: &["search"],
    },
    Listed {
        path: "/taxonomy_terms",
        table: TaxonomyTerm::TABLE,
        summary: "The terms by which services are sorted",
        one: "One term",
        part: "tag",
        parameters: &["search", "taxonomy_id", "parent_id", "top_only"],
    },
];

/// What each parameter means and may be.
fn parameter(name: &str) -> Value {
    let id = || json!({ "type": "string", "format": "uuid" });
    let flag = || json!({ "type": "boolean", "default": false });
    let (description, schema) = match name {
        "search" => (
            "Words that all stand in the texts, or that mean a need",
            json!({ "type": "string", "pattern": "^[^\\u0000]*$" }),
        ),
        "taxonomy_term_id" => ("Only with this term, or with one within it", id()),
        "taxonomy_id" => ("Only with a term of this list", id()),
        "organization_id" => ("Only of this organization", id()),
        "parent_id" => ("Only terms right within this one", id()),
        "top_only" => ("Only terms that stand within no other", flag()),
        "modified_after" => (
            "Only what was changed at this instant or later",
            json!({ "type": "string", "format": "date-time" }),
        ),
        "minimal" => ("Only `id`, `name`, `status` and `last_modified`", flag()),
        "full" => ("With all that belongs to each", flag()),
        "full_service" => ("With all that belongs to the services of each", flag()),
        "postcode" => (
            "Counts with `proximity`: around the middle of the places in this directory whose postal codes begin with the same three characters",
            json!({ "type": "string", "pattern": "^[A-Za-z][0-9][A-Za-z]( ?[0-9][A-Za-z][0-9])?$" }),
        ),
        "proximity" => (
            "Counts with `postcode`: so many metres around it",
            json!({ "type": "integer", "minimum": 0, "maximum": FARTHEST }),
        ),
        "after" => (
            "Only what changed behind this place in the order: the `next` of the answer before",
            json!({ "type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0 }),
        ),
        "page" => {
            ("Which page, from 1", json!({ "type": "integer", "minimum": 1, "maximum": LAST, "default": 1 }))
        }
        "per_page" => (
            "How many on a page",
            json!({ "type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL }),
        ),
        "format" => ("The only format", json!({ "type": "string", "enum": ["json"] })),
        _ => ("The language of texts", json!({ "type": "string", "enum": ["en", "fr"], "default": "en" })),
    };
    json!({ "name": name, "in": "query", "description": description, "schema": schema })
}

fn header() -> Value {
    json!({ "name": "If-None-Match", "in": "header", "description": "The `ETag` of an answer that is still at hand", "schema": { "type": "string" } })
}

fn responses(schema: &Value, links: &Value, refusals: &[(&str, &str)]) -> Value {
    let mut all = Map::from_iter([
        (
            "200".to_owned(),
            json!({ "description": "What was asked for", "links": links, "content": { "application/json": { "schema": schema } } }),
        ),
        ("304".to_owned(), json!({ "description": "Nothing has changed" })),
    ]);
    for (status, why) in refusals {
        let problem = json!({ "description": why, "content": { "application/problem+json": { "schema": { "type": "object" } } } });
        all.insert((*status).to_owned(), problem);
    }
    Value::Object(all)
}

fn named(table: &Table, form: Form) -> Value {
    json!({ "$ref": format!("#/components/schemas/{}", schema_name(table, form)) })
}

const BAD: (&str, &str) = ("400", "A parameter cannot be read");
const GONE: (&str, &str) = ("404", "There is none of that id, or not for everyone");

impl Listed {
    fn list(&self) -> Value {
        let common = ["page", "per_page", "format", "lang"];
        let mut parameters: Vec<Value> =
            self.parameters.iter().chain(&common).map(|name| parameter(name)).collect();
        parameters.push(header());
        let full = named(self.table, Form::Full);
        // What is minimal or in lists is a part of what is full, and what a schema does not name is not wrong.
        let page = json!({ "allOf": [
            { "$ref": "#/components/schemas/page" },
            { "type": "object", "properties": { "contents": { "type": "array", "items": full } } },
        ] });
        let id = format!("list{}", self.part);
        // From a page to what stands first on it.
        let first = Map::from_iter([(self.part.to_owned(), json!("$response.body#/contents/0/id"))]);
        let links = json!({ "first": { "operationId": format!("show{}", self.part), "parameters": first } });
        json!({ "get": { "operationId": id, "summary": self.summary, "parameters": parameters, "responses": responses(&page, &links, &[BAD]) } })
    }

    fn one(&self) -> Value {
        let id = json!({ "name": self.part, "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } });
        let mut parameters = vec![id, parameter("lang")];
        if self.part == "organization" {
            parameters.push(parameter("full_service"));
        }
        parameters.push(header());
        let schema = named(self.table, Form::Full);
        let name = format!("show{}", self.part);
        json!({ "get": { "operationId": name, "summary": self.one, "parameters": parameters, "responses": responses(&schema, &json!({}), &[BAD, GONE]) } })
    }
}

/// Media types of files.
pub(crate) const ZIP: &str = "application/zip";
/// JSON.
pub(crate) const JSON: &str = "application/json";
/// CSV in UTF-8.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";
/// Workbooks.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Points of a map.
pub(crate) const GEOJSON: &str = "application/geo+json";

/// Files with all that everyone may know: address, name, media type and what it is.
const FILES: [(&str, &str, &str, &str); 5] = [
    ("package.zip", "package", ZIP, "All as a package of HSDS: CSV files with a descriptor"),
    ("services.json", "servicesJson", JSON, "All services with all that belongs to them"),
    ("services.csv", "servicesCsv", CSV, "A line for each service"),
    ("services.xlsx", "servicesXlsx", XLSX, "A line for each service, as a workbook"),
    ("places.geojson", "places", GEOJSON, "The places that have a point, with what is offered there"),
];

fn file((_, name, media, summary): (&str, &str, &str, &str)) -> Value {
    let content = Map::from_iter([(media.to_owned(), json!({ "schema": {} }))]);
    let bad = json!({ "description": BAD.1, "content": { "application/problem+json": { "schema": { "type": "object" } } } });
    json!({ "get": { "operationId": name, "summary": summary, "parameters": [parameter("lang")],
        "responses": { "200": { "description": "The file", "content": content }, "400": bad } } })
}

/// The feed of changes.
fn of_changes() -> Value {
    let id = |may_be: &[&str]| json!({ "type": may_be, "format": "uuid" });
    let url = json!({ "type": ["string", "null"], "format": "uri" });
    let one = json!({ "type": "object",
        "required": ["id", "kind", "what", "noticed_at", "url", "merged_into", "merged_into_url"],
        "properties": {
            "id": id(&["string"]),
            "kind": { "type": "string", "enum": ["service", "organization", "service_at_location"] },
            "what": { "type": "string", "enum": ["changed", "hidden", "deleted", "merged"] },
            "noticed_at": { "type": "string", "format": "date-time" },
            "url": url,
            "merged_into": id(&["string", "null"]),
            "merged_into_url": url,
        } });
    let schema = json!({ "type": "object", "required": ["contents", "next", "has_more"], "properties": {
        "contents": { "type": "array", "items": one },
        "next": { "type": "integer", "minimum": 0 },
        "has_more": { "type": "boolean" },
    } });
    let mut parameters: Vec<Value> =
        ["after", "modified_after", "per_page", "format", "lang"].into_iter().map(parameter).collect();
    parameters.push(header());
    json!({ "get": { "operationId": "listchanges", "summary": "What changed, was hidden, deleted or joined with another record, in an order that stays: what is told anew moves to its end",
        "parameters": parameters, "responses": responses(&schema, &json!({}), &[BAD]) } })
}

/// The document. `server` is the address below which all of it stands.
pub(crate) fn document(server: &str) -> Value {
    let root = json!({ "type": "object", "required": ["version", "profile", "openapi_url", "changes_url"], "properties": {
        "changes_url": { "type": "string", "format": "uri" },
        "version": { "type": "string" },
        "profile": { "type": "string", "format": "uri" },
        "openapi_url": { "type": "string", "format": "uri" },
    } });
    let page = json!({ "type": "object",
        "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
        "properties": {
            "total_items": { "type": "integer", "minimum": 0 },
            "total_pages": { "type": "integer", "minimum": 0 },
            "page_number": { "type": "integer", "minimum": 1 },
            "size": { "type": "integer", "minimum": 0 },
            "first_page": { "type": "boolean" },
            "last_page": { "type": "boolean" },
            "empty": { "type": "boolean" },
            "contents": { "type": "array" },
        } });
    let of_root = json!({ "get": { "operationId": "showApi", "summary": "What this is", "parameters": [header()], "responses": responses(&root, &json!({}), &[]) } });
    let mut paths = Map::from_iter([("/hsds".to_owned(), of_root)]);
    let mut tables = Vec::new();
    for list in &LISTS {
        paths.insert(format!("/hsds{}", list.path), list.list());
        paths.insert(format!("/hsds{}/{{{}}}", list.path, list.part), list.one());
        tables.push((list.table, Form::Full));
    }
    paths.insert("/hsds/changes".to_owned(), of_changes());
    for one in FILES {
        paths.insert(format!("/hsds/{}", one.0), file(one));
    }
    let mut all = schemas(&tables);
    all.insert("page".to_owned(), page);
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Directory of services, HSDS 3.1", "version": env!("CARGO_PKG_VERSION") },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": { "schemas": all },
    })
}
