//! Writes a sound package with as many services as are asked for: `inventory SERVICES FILE`. What the benchmark of imports brings in.
//!
//! Each service with its organization (one of ten), a place, two numbers, hours, a language, a cost and a term. The same number gives the same file.
#![expect(clippy::print_stderr, reason = "a command line program speaks")]

use hsds::{
    Address, Attribute, CostOption, Language, Location, Organization, Phone, Schedule, Service,
    ServiceAtLocation, Taxonomy, TaxonomyTerm,
    ids::mapped,
    write::{About, Writer},
};
use std::{fs::File, io, path::Path, process::ExitCode};

fn id(kind: &str, n: u64) -> String {
    mapped("urn:example:inventory", kind, &n.to_string()).to_string()
}

fn of(kind: &str, n: u64) -> Option<String> {
    Some(id(kind, n))
}

fn service(n: u64) -> Service {
    Service {
        id: id("service", n),
        organization_id: of("organization", n / 10),
        name: format!("Service {n} for people who are new in town"),
        description: Some(format!(
            "What number {n} is about, in a few sentences, as such lists have them. It is offered to everyone who asks, in the morning and in the \
             afternoon, and it costs nothing. Nobody needs papers. Call first, or come in by the door at the side.",
        )),
        email: Some(format!("desk{n}@example.org")),
        url: Some(format!("https://example.org/services/{n}")),
        status: "active".into(),
        application_process: Some("Call or walk in.".into()),
        eligibility_description: Some("Everyone who lives here or is about to.".into()),
        assured_date: Some("2026-05-01".into()),
        last_modified: Some("2026-05-02T10:00:00Z".into()),
        ..Service::default()
    }
}

fn location(n: u64) -> Location {
    Location {
        id: id("location", n),
        location_type: "physical".into(),
        name: Some(format!("House {n}")),
        latitude: serde_json::Number::from_f64(43.25),
        longitude: serde_json::Number::from_f64(-79.87),
        ..Location::default()
    }
}

fn address(n: u64) -> Address {
    Address {
        id: id("address", n),
        location_id: of("location", n),
        address_1: format!("{n} Maple Street"),
        city: "Hamilton".into(),
        state_province: "ON".into(),
        postal_code: "L8R 2L3".into(),
        country: "CA".into(),
        address_type: "physical".into(),
        ..Address::default()
    }
}

fn phone(n: u64, nth: u64) -> Phone {
    Phone {
        id: id("phone", n * 2 + nth),
        service_id: of("service", n),
        number: format!("905-555-{:04}", (n + nth) % 10_000),
        kind: Some("voice".into()),
        ..Phone::default()
    }
}

fn schedule(n: u64) -> Schedule {
    Schedule {
        id: id("schedule", n),
        service_id: of("service", n),
        freq: Some("WEEKLY".into()),
        byday: Some("MO,TU,WE,TH,FR".into()),
        opens_at: Some("09:00:00".into()),
        closes_at: Some("17:00:00".into()),
        ..Schedule::default()
    }
}

fn write(services: u64, file: &Path) -> io::Result<()> {
    let mut all = Writer::new(File::create(file)?, About::default());
    let name = |n: u64| format!("Organization {n}");
    all.table::<Organization>((0..=services / 10).map(|n| Organization {
        id: id("organization", n),
        name: name(n),
        description: name(n),
        ..Organization::default()
    }))?;
    all.table::<Taxonomy>([Taxonomy {
        id: id("taxonomy", 0),
        name: "Needs".into(),
        description: "Needs".into(),
        ..Taxonomy::default()
    }])?;
    all.table::<TaxonomyTerm>([TaxonomyTerm {
        id: id("term", 0),
        code: Some("doctor".into()),
        name: "Doctor".into(),
        description: "Doctor".into(),
        taxonomy_id: of("taxonomy", 0),
        ..TaxonomyTerm::default()
    }])?;
    all.table::<Service>((0..services).map(service))?;
    all.table::<Location>((0..services).map(location))?;
    all.table::<Address>((0..services).map(address))?;
    all.table::<ServiceAtLocation>((0..services).map(|n| ServiceAtLocation {
        id: id("at", n),
        service_id: of("service", n),
        location_id: of("location", n),
        ..ServiceAtLocation::default()
    }))?;
    all.table::<Phone>((0..services).flat_map(|n| [phone(n, 0), phone(n, 1)]))?;
    all.table::<Schedule>((0..services).map(schedule))?;
    all.table::<Language>((0..services).map(|n| Language {
        id: id("language", n),
        service_id: of("service", n),
        code: Some("en".into()),
        ..Language::default()
    }))?;
    all.table::<CostOption>((0..services).map(|n| CostOption {
        id: id("cost", n),
        service_id: of("service", n),
        option: Some("Free".into()),
        amount: Some(0.into()),
        ..CostOption::default()
    }))?;
    all.table::<Attribute>((0..services).map(|n| Attribute {
        id: id("attribute", n),
        link_id: of("service", n),
        link_entity: Some("service".into()),
        taxonomy_term_id: of("term", 0),
        ..Attribute::default()
    }))?;
    all.finish().map(drop)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [services, file] = words.as_slice() else {
        eprintln!("inventory SERVICES FILE");
        return ExitCode::FAILURE;
    };
    match write(services.parse().unwrap_or(1_000), Path::new(file)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}
