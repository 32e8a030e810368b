//! The API of HSDS on both databases: what it says keeps to the standard, and says nothing that not everyone may know.

use crate::{
    LocationFacts, ServiceFacts, add_location, add_service, can,
    exchange::terms::Scheme,
    pages::samples::{circle, location, service},
};
use hsds::{
    Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm,
    json::{self, Form, Options},
    objects::Object,
};
use jiff::civil::date;
use partners::{NewOrganization, OrganizationId, Visibility};
use platform::{testing::Site, text::Text};
use serde_json::Value;

const API: &str = "/maple/api/hsds";

pub(super) fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![
        areas::manifest(),
        partners::manifest(),
        councils::manifest(),
        outreach::manifest(),
        crate::manifest(),
    ]
}

/// A class that everyone may know of at an open and at a confidential place, one for partners only, a circle, one of a hidden organization.
pub(super) async fn furnish(site: &Site) -> OrganizationId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let organization = |slug: &str, visibility| {
        let name = Text::both(&format!("The {slug}"), &format!("Le {slug}"), date(2026, 11, 22));
        NewOrganization { visibility, joined_on: Some(date(2025, 1, 1)), ..NewOrganization::new(slug, name) }
    };
    let open =
        partners::add_organization(&mut tx, &organization("centre", Visibility::Public)).await.unwrap();
    let hidden =
        partners::add_organization(&mut tx, &organization("hidden", Visibility::Staff)).await.unwrap();
    let mut places = Vec::new();
    for (name, is_confidential) in [("Open house", false), ("Shelter", true)] {
        let facts = location(is_confidential).facts();
        let name = Text::both(name, name, date(2026, 11, 22));
        let new = LocationFacts { name, organization: Some(open), ..facts };
        places.push(add_location(&mut tx, &new).await.unwrap());
    }
    let of = |sample: crate::Service, name: &str, organization, visibility| {
        let name = Text::both(name, &format!("{name} (fr)"), date(2026, 11, 22));
        ServiceFacts { name, organization, visibility, ..sample.facts(&places) }
    };
    for new in [
        of(service(), "English class", open, Visibility::Public),
        of(circle(), "Tea and talk", open, Visibility::Public),
        of(service(), "Secret class", open, Visibility::Partners),
        of(service(), "Hidden class", hidden, Visibility::Public),
    ] {
        add_service(&mut tx, &new).await.unwrap();
    }
    tx.commit().await.unwrap();
    open
}

async fn bytes(site: &Site, path: &str) -> Vec<u8> {
    let got = site.get(&format!("{API}/{path}")).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    got.bytes.to_vec()
}

async fn get(site: &Site, path: &str) -> Value {
    let got = site.get(&format!("{API}{path}")).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    for secret in ["Secret", "Hidden", "Shelter"] {
        assert!(!got.body.contains(secret), "{path} tells of {secret}: {}", got.body);
    }
    serde_json::from_str(&got.body).unwrap()
}

/// The answer, which keeps to the standard.
async fn checked<T: Object>(site: &Site, path: &str, form: Form) -> Value {
    let said = get(site, path).await;
    let findings = json::check(&said, T::TABLE, path, &Options { form, ..Options::default() });
    assert!(findings.keeps_schema(), "{path}: {:?}", findings.list);
    said
}

fn names(page: &Value) -> Vec<&str> {
    page["contents"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

platform::on_both! { rooms();
    async fn every_answer_keeps_to_the_standard_and_to_what_everyone_may_know(site) {
        let open = furnish(site).await;
        assert!(json::check_root(&get(site, "").await, "root").keeps_schema());
        let list = checked::<Service>(site, "/services", Form::List).await;
        assert_eq!((names(&list), &list["total_items"]), (vec!["English class", "Tea and talk"], &Value::from(2)));
        let id = list["contents"][0]["id"].as_str().unwrap();
        let one = checked::<Service>(site, &format!("/services/{id}"), Form::Full).await;
        assert_eq!(one["organization"]["name"], "The centre");
        assert_eq!(one["service_at_locations"].as_array().unwrap().len(), 1, "{one:#}");
        assert_eq!(one["service_at_locations"][0]["location"]["latitude"], 43.2557);
        assert_eq!(one["schedules"][0]["byday"], "MO,TU,WE,TH,FR");
        assert_eq!(one["languages"].as_array().unwrap().len(), 3);
        let codes: Vec<&str> = one["attributes"].as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap()).collect();
        assert_eq!(codes, ["language-class", "conversation-circle", "stream-lt", "class-claimant", "class-student", "feature-in-person", "feature-child-care", "feature-step-free"]);
        let french = get(site, &format!("/services/{id}?lang=fr")).await;
        assert_eq!((&french["name"], &french["alternate_name"]), (&Value::from("English class (fr)"), &Value::from("English class")));
        let full = checked::<Service>(site, "/services?full=true", Form::Full).await;
        assert_eq!(full["contents"][0], one);
        let organizations = checked::<Organization>(site, "/organizations", Form::List).await;
        assert_eq!(names(&organizations), ["The centre"]);
        let organization = checked::<Organization>(site, &format!("/organizations/{open}?full_service=true"), Form::Full).await;
        assert_eq!(organization["services"].as_array().unwrap().len(), 2);
        let at = checked::<ServiceAtLocation>(site, "/service_at_locations", Form::List).await;
        assert_eq!(at["total_items"], 2);
        let offer = at["contents"][0]["id"].as_str().unwrap();
        checked::<ServiceAtLocation>(site, &format!("/service_at_locations/{offer}"), Form::Full).await;
        checked::<Taxonomy>(site, "/taxonomies", Form::List).await;
        checked::<Taxonomy>(site, &format!("/taxonomies/{}", Scheme::Needs.id()), Form::Full).await;
        let terms = checked::<TaxonomyTerm>(site, "/taxonomy_terms?per_page=200", Form::List).await;
        assert!(terms["total_items"].as_u64().unwrap() > 110);
        checked::<TaxonomyTerm>(site, &format!("/taxonomy_terms/{}", Scheme::Streams.term("stream-lt")), Form::Full).await;
    }

    async fn lists_are_narrowed_and_what_cannot_be_read_is_refused(site) {
        let open = furnish(site).await;
        let (class, group) = (Scheme::Needs.term("language-class"), Scheme::Needs.term("language"));
        let (english, all, none) = (vec!["English class"], vec!["English class", "Tea and talk"], Vec::<&str>::new());
        for (query, expected) in [
            (format!("taxonomy_term_id={class}"), &english),
            (format!("taxonomy_term_id={group}"), &english),
            (format!("taxonomy_term_id={}", Scheme::Features.term("feature-child-care")), &english),
            (format!("taxonomy_id={}", Scheme::Streams.id()), &english),
            (format!("organization_id={open}"), &all),
            (format!("organization_id={class}"), &none),
            ("search=ENGLISH+class".into(), &english),
            ("search=cours+d%27anglais".into(), &english),
            ("search=xyzzy".into(), &none),
            ("modified_after=2026-11-22T00:00:00Z".into(), &all),
            ("modified_after=2027-11-22T00:00:00Z".into(), &none),
            ("postcode=L8R&proximity=10".into(), &all),
            ("postcode=K1A&proximity=1000000".into(), &none),
            ("page=2&per_page=1".into(), &vec!["Tea and talk"]),
            ("page=3&per_page=1".into(), &none),
            ("minimal=true".into(), &all),
        ] {
            assert_eq!(&names(&checked::<Service>(site, &format!("/services?{query}"), Form::List).await), expected, "{query}");
        }
        let second = get(site, "/services?page=2&per_page=1").await;
        assert_eq!((&second["total_pages"], &second["first_page"], &second["last_page"], &second["size"]), (&2.into(), &false.into(), &true.into(), &1.into()));
        assert_eq!(names(&get(site, &format!("/organizations?taxonomy_term_id={class}&search=centre")).await), ["The centre"]);
        assert_eq!(names(&get(site, &format!("/taxonomy_terms?parent_id={group}&search=literacy")).await).len(), 1);
        let top = get(site, &format!("/taxonomy_terms?top_only=true&taxonomy_id={}", Scheme::Needs.id())).await;
        assert_eq!(top["total_items"], 12);
        let bad = site.get(&format!("{API}/services?page=0")).await;
        let problem: Value = serde_json::from_str(&bad.body).unwrap();
        assert_eq!((bad.status, &problem["type"]), (400, &Value::from("/api/errors#malformed")));
        let secret = site.get(&format!("{API}/services/{class}")).await;
        assert_eq!(secret.status, 404);
        let first = site.get(&format!("{API}/services")).await;
        assert!(first.headers.contains_key("etag"));
    }

    async fn the_same_records_give_the_same_bytes_and_the_package_keeps_to_the_standard(site) {
        furnish(site).await;
        let files = ["package.zip", "package.zip?lang=fr", "services.json", "services.csv", "services.xlsx", "places.geojson"];
        let mut first = Vec::new();
        for path in files {
            first.push(bytes(site, path).await);
        }
        site.app.clock.advance(90_000);
        for (path, before) in files.iter().zip(&first) {
            assert!(&bytes(site, path).await == before, "{path} differs a day later");
        }
        let options = hsds::package::Options { near: Some(hsds::package::Region::CANADA), ..Default::default() };
        let (package, findings) = hsds::Package::read(hsds::package::Source::Zip(&first[0]), &options).unwrap();
        assert!(findings.list.is_empty(), "{:#?}", findings.list);
        assert_eq!((package.services.len(), package.organizations.len(), package.locations.len()), (2, 1, 1));
        assert_eq!((package.service_at_locations.len(), package.attributes.len(), package.taxonomies.len()), (2, 9, 4));
        let all: Vec<Service> = serde_json::from_slice(&first[2]).unwrap();
        assert_eq!(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["English class", "Tea and talk"]);
        let csv = String::from_utf8(first[3].clone()).unwrap();
        assert!(csv.contains("MO,TU,WE,TH,FR 09:00-17:00") && csv.contains("43.2557,-79.8711") && csv.matches("2026-11-22T15:00").count() == 2, "{csv}");
        let map: Value = serde_json::from_slice(&first[5]).unwrap();
        assert_eq!(map["features"][0]["geometry"]["coordinates"], serde_json::json!([-79.8711, 43.2557]));
        assert_eq!(map["features"][0]["properties"]["services"].as_array().unwrap().len(), 2);
        for file in [&csv, &map.to_string(), &format!("{package:?}")] {
            assert!(["Secret", "Hidden", "Shelter"].iter().all(|secret| !file.contains(secret)), "{file}");
        }
        let list = site.get_as(&site.coordinator(), "/maple/work/directory").await.body;
        assert!(list.contains("/maple/api/hsds/package.zip"), "{list}");
    }
}

#[test]
fn every_filter_of_the_document_is_one_that_is_read() {
    let document = super::openapi::document("https://kith.example/maple/api");
    let text = document.to_string();
    assert_eq!(document["paths"].as_object().unwrap().len(), 17);
    for name in
        ["search", "taxonomy_term_id", "modified_after", "proximity", "per_page", "full_service", "top_only"]
    {
        let malformed = vec![(name.to_owned(), "1".to_owned()), (name.to_owned(), "2".to_owned())];
        assert!(text.contains(&format!("\"{name}\"")));
        assert!(super::asked::Asked::of(&malformed).is_err(), "{name}");
    }
}
