//! Documents in JSON: those of the standard, those of a validator of others, and one error at a time.

use crate::files::{standards, told};
use hsds::json::{self, Form, Options, Page};
use hsds::package::Region;
use hsds::{
    Findings, Organization, Refusal, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm, objects::Object,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(standards().join(path)).unwrap()
}

/// Pointers and kinds of all that is found.
fn found(findings: &Findings) -> Vec<String> {
    let one = |finding: &hsds::Finding| {
        format!("{} {}", finding.pointer.as_deref().unwrap_or("-"), finding.problem.code())
    };
    findings.list.iter().map(one).collect()
}

/// What breaks the schema, of a document of that kind.
fn broken<T: Object + DeserializeOwned>(path: &str, form: Form) -> Vec<String> {
    let options = Options { form, ..Options::default() };
    let (_, mut findings) = json::read::<T>(&bytes(path), path, &options).unwrap();
    findings.list.retain(|finding| finding.problem.breaks_schema());
    found(&findings)
}

/// What breaks the schema in the answers of one folder, file by file.
fn answers(folder: &str) -> Vec<(&'static str, Vec<String>)> {
    let at = |file: &str| format!("oruk-validator/{folder}/{file}");
    let organization =
        if folder.ends_with("Default") { "organization.json" } else { "organization_full.json" };
    let root: Value = serde_json::from_slice(&bytes(&at("api_details.json"))).unwrap();
    let all = [
        ("root", found(&json::check_root(&root, "root"))),
        ("service", broken::<Service>(&at("service_full.json"), Form::Full)),
        ("services", broken::<Service>(&at("service_list.json"), Form::List)),
        ("organization", broken::<Organization>(&at(organization), Form::Full)),
        ("organizations", broken::<Organization>(&at("organization_list.json"), Form::List)),
        ("at location", broken::<ServiceAtLocation>(&at("service_at_location_full.json"), Form::Full)),
        ("at locations", broken::<ServiceAtLocation>(&at("service_at_location_list.json"), Form::List)),
        ("taxonomy", broken::<Taxonomy>(&at("taxonomy.json"), Form::Full)),
        ("taxonomies", broken::<Taxonomy>(&at("taxonomy_list.json"), Form::List)),
        ("term", broken::<TaxonomyTerm>(&at("taxonomy_term.json"), Form::Full)),
        ("terms", broken::<TaxonomyTerm>(&at("taxonomy_term_list.json"), Form::List)),
    ];
    all.into_iter().filter(|(_, found)| !found.is_empty()).collect()
}

#[test]
fn the_good_answers_of_the_validator_of_others_pass() {
    assert_eq!(answers("V3.0-UK-Default"), []);
}

#[test]
fn the_bad_answers_of_the_validator_of_others_fail_where_they_are_bad() {
    let bad = answers("V3.0-UK-Fail");
    let of = |name: &str| {
        bad.iter().find(|(file, _)| *file == name).map(|(_, found)| found.clone()).unwrap_or_default()
    };
    assert_eq!(of("root"), ["/profile missing-member", "/openapi_url wrong-format"]);
    assert_eq!(of("service"), ["/url wrong-format", "/email wrong-format"]);
    assert_eq!(of("term"), ["/description missing-member", "/term_uri wrong-format"]);
    assert!(of("services").contains(&"/contents/0/email wrong-format".to_owned()), "{:?}", of("services"));
    assert_eq!(answers("V3.0-UK-Warn"), [("term", of("term"))]);
}

#[test]
fn the_examples_of_the_standard_are_read_and_written_unchanged() {
    fn same<T: Object + DeserializeOwned + serde::Serialize>(file: &str, form: Form) {
        let path = format!("hsds-3.1/examples/{file}");
        let value: Value = serde_json::from_slice(&bytes(&path)).unwrap();
        let options = Options { form, ..Options::default() };
        let (objects, findings) = json::read::<T>(&bytes(&path), file, &options).unwrap();
        let broken = findings.list.iter().filter(|finding| finding.problem.breaks_schema());
        assert_eq!(broken.collect::<Vec<_>>(), Vec::<&hsds::Finding>::new(), "{file}");
        let written: Vec<Value> = objects.iter().map(|object| json::write(object, Form::Full)).collect();
        let objects = value.get("contents").and_then(Value::as_array).cloned().unwrap_or_else(|| vec![value]);
        assert_eq!(written, objects, "{file}");
    }
    same::<Service>("service_full.json", Form::Full);
    same::<Service>("service_list.json", Form::List);
    same::<Organization>("organization_full.json", Form::Full);
    same::<Organization>("organization_list.json", Form::List);
    same::<ServiceAtLocation>("service_at_location_full.json", Form::Full);
    same::<ServiceAtLocation>("service_at_location_list.json", Form::List);
    same::<hsds::Location>("location.json", Form::Full);
    same::<Taxonomy>("taxonomy.json", Form::Full);
    same::<TaxonomyTerm>("taxonomy_term_list.json", Form::List);
}

/// The example of a service with one of its members changed.
fn with(pointer: &str, value: Value) -> Vec<String> {
    let mut service: Value = serde_json::from_slice(&bytes("hsds-3.1/examples/service_full.json")).unwrap();
    let options = Options { near: Some(Region::CANADA), ..Options::default() };
    for place in ["/service_at_locations/0/location", "/organization/locations/0"] {
        if let Some(location) = service.pointer_mut(place) {
            location["latitude"] = json!(43.25);
            location["longitude"] = json!(-79.87);
        }
    }
    let control = json::check(&service, Service::TABLE, "service.json", &options);
    assert_eq!(found(&control), Vec::<String>::new(), "the control");
    match (value, service.pointer_mut(pointer)) {
        (Value::Null, _) => {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            service.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        }
        (value, Some(place)) => *place = value,
        (value, None) => {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            service.pointer_mut(parent).unwrap()[name] = value;
        }
    }
    found(&json::check(&service, Service::TABLE, "service.json", &options))
}

#[test]
fn one_error_at_a_time_is_found_where_it_is() {
    assert_eq!(with("/status", json!("open?")), ["/status not-an-option"]);
    assert_eq!(with("/name", Value::Null), ["/name missing-member"]);
    assert_eq!(with("/name", json!(7)), ["/name wrong-type"]);
    assert_eq!(with("/minimum_age", json!("12")), ["/minimum_age wrong-type"]);
    assert_eq!(with("/phones", json!({})), ["/phones wrong-type"]);
    assert_eq!(with("/phones/0/id", json!("17")), ["/phones/0/id not-uuid"]);
    assert_eq!(with("/phones/0/languages/0", json!(1)), ["/phones/0/languages/0 wrong-type"]);
    assert_eq!(with("/organization/email", json!("a@b")), ["/organization/email wrong-format"]);
    assert_eq!(with("/last_modified", json!("2023-03-15T10:30:45")), ["/last_modified wrong-format"]);
    assert_eq!(with("/last_modified", json!("2023-02-31T10:30:45Z")), ["/last_modified impossible-date"]);
    assert_eq!(with("/assured_date", json!("2023-02-31")), ["/assured_date impossible-date"]);
    assert_eq!(
        with("/schedules/0/valid_to", json!("2004-01-01")),
        ["/schedules/0/valid_to ends-before-start"]
    );
    assert_eq!(with("/schedules/0/opens_at", json!("ten")), ["/schedules/0/opens_at wrong-format"]);
    assert_eq!(with("/schedules/0/opens_at", json!("09:00")), Vec::<String>::new());
    assert_eq!(with("/name", json!("Clinic \u{202E}gnp")), ["/name turns-direction"]);
    assert_eq!(with("/capacities/0/unit", Value::Null), ["/capacities/0/unit missing-member"]);
    let place = "/service_at_locations/0/location/latitude";
    assert_eq!(with(place, json!(143.25)), [format!("{place} not-on-earth")]);
    assert_eq!(with("/mood~1", json!("good")), Vec::<String>::new(), "profiles add members of their own");
}

#[test]
fn lists_come_bare_or_in_pages_and_their_members_count() {
    let one = json!({"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active"});
    let read = |value: &Value| {
        json::read::<Service>(value.to_string().as_bytes(), "a.json", &Options::default()).unwrap()
    };
    let (services, findings) = read(&json!([one, one]));
    assert_eq!((services.len(), found(&findings)), (2, vec!["/1/id same-key".to_owned()]));
    let page = serde_json::to_value(Page::new(vec![one.clone()], 1, 50, 1)).unwrap();
    let (services, findings) = read(&page);
    assert_eq!((services.len(), found(&findings)), (1, Vec::new()));
    let (services, findings) = read(&json!({"contents": [one], "size": "1"}));
    assert_eq!(services.len(), 1);
    assert!(found(&findings).contains(&"/size wrong-type".to_owned()));
    assert!(found(&findings).contains(&"/total_items missing-member".to_owned()));
    let (services, findings) = read(&json!({"contents": {}}));
    assert!(services.is_empty() && found(&findings).contains(&"/contents wrong-type".to_owned()));
}

#[test]
fn pages_count_from_one() {
    let page = |number, contents: Vec<u8>| Page::new(contents, number, 2, 5);
    let told = |page: &Page<u8>| (page.total_pages, page.size, page.first_page, page.last_page, page.empty);
    assert_eq!(told(&page(1, vec![1, 2])), (3, 2, true, false, false));
    assert_eq!(told(&page(3, vec![5])), (3, 1, false, true, false));
    assert_eq!(told(&Page::new(Vec::<u8>::new(), 1, 2, 0)), (0, 0, true, true, true));
}

#[test]
fn what_is_no_json_or_too_much_of_it_is_told() {
    let read = |bytes: &[u8]| json::read::<Service>(bytes, "a.json", &Options::default());
    assert_eq!(told(&read(b"{\n\n").unwrap().1), ["a.json:-:- not-json"]);
    assert_eq!(told(&read(b"\"\xE9\"").unwrap().1), ["a.json:-:- wrong-encoding"]);
    assert_eq!(told(&read("[".repeat(10_000).as_bytes()).unwrap().1), ["a.json:-:- not-json"]);
    let mut options = Options::default();
    options.limits.document = 10;
    let refusal = json::read::<Service>(b"[1, 2, 3, 4, 5]", "a.json", &options).unwrap_err();
    assert_eq!(refusal, Refusal::DocumentTooLong { limit: 10 });
    let many = format!("[{}0]", "0,".repeat(1_000_000));
    assert_eq!(read(many.as_bytes()).unwrap_err(), Refusal::TooManyValues { limit: 1_000_000 });
}

#[test]
fn a_list_holds_what_there_is_one_of() {
    let (services, _) =
        json::read::<Service>(&bytes("hsds-3.1/examples/service_full.json"), "a", &Options::default())
            .unwrap();
    let short = json::write(&services[0], Form::List);
    assert!(short.get("phones").is_none() && short["organization"].get("phones").is_none());
    assert_eq!(short["organization"]["name"], "Example Organization Inc.");
    let listed: Value = serde_json::from_slice(&bytes("hsds-3.1/examples/service_list.json")).unwrap();
    assert_eq!(short["program"], listed["contents"][0]["program"]);
}

#[test]
fn what_stands_within_is_laid_into_tables() {
    let bytes = bytes("hsds-3.1/examples/service_full.json");
    let (package, findings) = json::read_flat::<Service>(&bytes, "a", &Options::default()).unwrap();
    assert!(findings.keeps_schema());
    let service = &package.services[0];
    assert_eq!(service.organization_id.as_deref(), Some(package.organizations[0].id.as_str()));
    assert!(service.phones.is_empty() && service.organization.is_none());
    assert!(package.phones.iter().any(|phone| phone.service_id.as_deref() == Some(service.id.as_str())));
    assert!(package.addresses.iter().all(|address| address.location_id.is_some()));
    let attribute = package.attributes.iter().find(|it| it.link_id.as_deref() == Some(service.id.as_str()));
    assert!(attribute.is_some_and(|it| it.link_entity.is_some()));
    assert!(package.metadata.iter().all(|it| it.resource_type.is_some()));
    // As a package it keeps the schema: nothing is named that is not there.
    let archive = package.archive(hsds::write::About::default()).unwrap();
    let again =
        hsds::package::read(hsds::package::Source::Zip(&archive), &Default::default(), |_| ()).unwrap();
    let broken: Vec<_> = told(&again).into_iter().filter(|it| !it.ends_with("not-on-earth")).collect();
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_members_here_are_the_published_ones() {
    for table in hsds::standard::tables() {
        let schema: Value =
            serde_json::from_slice(&bytes(&format!("hsds-3.1/schema/{}.json", table.name))).unwrap();
        let members = schema["properties"].as_object().unwrap();
        let required: Vec<&str> =
            schema["required"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        // Objects that stand within another in answers only, not in the object's own schema.
        let also = [("organization", "services"), ("service_at_location", "service")];
        for column in table.columns {
            let published = &members[column.name];
            assert_eq!(column.required, required.contains(&column.name), "{} {}", table.name, column.name);
            let format = column.holds.format().or((column.holds.name() == "datetime").then_some("date-time"));
            assert_eq!(
                published.get("format").and_then(Value::as_str),
                format,
                "{} {}",
                table.name,
                column.name
            );
            let kind = if column.holds.name() == "number" { "number" } else { "string" };
            assert_eq!(published["type"], kind, "{} {}", table.name, column.name);
            let options: Vec<&str> =
                published["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            assert_eq!(column.options, options, "{} {}", table.name, column.name);
        }
        for part in table.parts.iter().filter(|part| !also.contains(&(table.name, part.name))) {
            let published = &members[part.name];
            let file = if part.many { &published["items"]["$ref"] } else { &published["$ref"] };
            assert_eq!(file, &format!("{}.json", part.table), "{} {}", table.name, part.name);
            assert_eq!(part.required, required.contains(&part.name), "{} {}", table.name, part.name);
        }
        let own = table.columns.len()
            + table.parts.iter().filter(|part| !also.contains(&(table.name, part.name))).count();
        assert_eq!(own, members.len(), "{}", table.name);
    }
}

#[test]
fn degrees_come_back_with_all_their_digits() {
    for degrees in ["-7.979797979797981e77", "43.255700000000004", "-79.87110000000001", "0.1", "7"] {
        let document = format!(r#"{{"id": "a", "location_type": "physical", "latitude": {degrees}}}"#);
        let (places, _) =
            json::read::<hsds::Location>(document.as_bytes(), "a", &Options::default()).unwrap();
        let exactly: f64 = degrees.parse().unwrap();
        assert_eq!(places[0].latitude.as_ref().and_then(serde_json::Number::as_f64), Some(exactly));
    }
}
