//! Samples of the workspace's pages.

use super::{
    binning::{self, Going},
    coverage::{self, By, CoveragePage, Covered},
    list,
    location_form::{self, LocationForm},
    locations::{self, LocationPage},
    one::{self, AskedAbout, ServicePage},
    service_form::{self, Both, ServiceForm},
    service_typed::{self, Offered},
    service_url,
};
use crate::{
    CheckId, LocationId, ServiceId,
    asking::samples::{letter, reader},
    needs::NeedIds,
    rules::{
        DirectoryRefusal,
        coverage::Counts,
        eligibility::{Class, Openness},
        facts::{
            Alert, Area, Capacity, Contact, Cost, Facts, Feature, Interpretation, Link, Papers, Phone,
            Program, Status, Stream, Wait,
        },
        freshness::Freshness,
        hours::{Hours, Minute},
        place::{Place, PlaceKind, Point},
    },
    store::{
        checks::{Check, Found, Way},
        locations::Location,
        services::Service,
    },
};
use jiff::civil::date;
use maud::Markup;
use partners::{Languages, OrganizationId, Spoken, Visibility};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::{Json, Page},
    errors::Complaints,
    html::History,
    http::Pairs,
    manifest::Sampled,
    text::Text,
    thread::Thread,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "directory/services", samples: services },
        Sampled { name: "directory/coverage", samples: coverages },
        Sampled { name: "directory/service-form", samples: forms },
        Sampled { name: "directory/locations", samples: places },
    ]
}

/// A text in both official languages.
pub(crate) fn both(en: &str, fr: &str) -> Text {
    Text::both(en, fr, date(2026, 4, 1))
}

fn page<R>(rows: Vec<R>) -> Page<R> {
    let total = i64::try_from(rows.len()).unwrap_or_default();
    Page { rows, total, number: 1, size: 50 }
}

/// What a service says of itself that says everything.
fn facts() -> Facts {
    let at = |hour| Minute::new(hour, 0);
    let weekdays = ["MO", "TU", "WE", "TH", "FR"].map(str::to_owned).to_vec();
    let hours = at(9).zip(at(17)).map(|(opens, closes)| Hours {
        days: weekdays,
        opens,
        closes,
        weeks: Vec::new(),
        from: None,
        to: None,
    });
    Facts {
        phones: vec![Phone { number: "905-555-0100".into(), extension: Some(12), about: "Arabic".into() }],
        mail: "classes@example.org".into(),
        web: "https://example.org/classes".into(),
        hours: hours.into_iter().collect(),
        is_closed_on_holidays: true,
        languages: Languages::of(["en", "fr", "ar"].into_iter().filter_map(Spoken::from_code)),
        interpretation: Interpretation::OnRequest,
        openness: Openness::Only { classes: vec![Class::Claimant, Class::Student] },
        openness_note: both("Ask if you are not sure.", "Demandez si vous n’êtes pas certain."),
        age_from: Some(18),
        cost: Cost::Free,
        cost_note: both("Books are lent", "Les livres sont prêtés"),
        papers: Papers::Listed,
        papers_note: both("Any paper with your name", "Tout papier portant votre nom"),
        features: vec![Feature::InPerson, Feature::ChildCare, Feature::StepFree],
        apply: both("Call or walk in.", "Téléphonez ou venez."),
        intake: both("The front desk", "L’accueil"),
        contacts: vec![Contact {
            name: "Amal Idris (invented)".into(),
            title: "Intake worker".into(),
            mail: "amal@example.org".into(),
            ..Contact::default()
        }],
        program: Some(Program {
            name: both("Bridge", "Passerelle"),
            about: both("For nurses.", "Pour les infirmières."),
        }),
        capacities: vec![Capacity {
            unit: "places".into(),
            available: 4,
            most: Some(12),
            about: "evening class".into(),
            on: date(2026, 4, 1),
            unit_page: "https://example.org/units#places".into(),
        }],
        alert: Some(Alert {
            text: both(
                "Closed for repairs.\n\nCall before you come.",
                "Fermé pour travaux.\n\nAppelez avant de venir.",
            ),
            until: Some(date(2031, 4, 1)),
        }),
        areas: vec![Area { name: "Maple".into(), about: "the town; its valley".into() }],
        links: vec![Link { label: "Timetable".into(), address: "https://example.org/timetable".into() }],
        funding: vec!["City of Maple".into()],
        wait: Some(Wait { days: Some(14), has_room: Some(true), on: date(2026, 4, 1) }),
        ..Facts::default()
    }
}

/// A service that says everything.
pub(crate) fn service() -> Service {
    Service {
        id: ServiceId(Uuid::from_u128(1)),
        organization_id: OrganizationId(Uuid::from_u128(2)),
        organization: both("Maple Centre", "Centre des Érables"),
        slug: "maple-centre".into(),
        name: both("English class", "Cours d’anglais"),
        about: both("All levels.\n\nNo test.", "Tous les niveaux.\n\nSans examen."),
        status: Status::Active,
        visibility: Visibility::Public,
        informal: false,
        stream: Some(Stream::Lt),
        needs: NeedIds::of(["language-class", "conversation-circle"]),
        facts: Json(facts()),
        months: 12,
        verified_on: Some(date(2026, 4, 1)),
        source: "Maple register".into(),
        source_on: Some(date(2025, 12, 31)),
        changed_at: Moment::from_micros(1_770_000_000_000_000),
        version: 1,
    }
}

/// One about which nothing is known, of people whom nobody pays.
pub(crate) fn circle() -> Service {
    Service {
        id: ServiceId(Uuid::from_u128(3)),
        name: both("Tea and talk", "Thé et conversation"),
        about: Text::default(),
        status: Status::TemporarilyClosed,
        informal: true,
        stream: None,
        needs: NeedIds::of(["family-violence"]),
        facts: Json(Facts::default()),
        months: 4,
        verified_on: None,
        source: String::new(),
        source_on: None,
        ..service()
    }
}

/// A place.
pub(crate) fn location(is_confidential: bool) -> Location {
    let place = Place {
        street: "1 Maple Street".into(),
        unit: "Floor 2".into(),
        city: "Maple".into(),
        province: "ON".into(),
        postal_code: "L8R 2L3".into(),
        point: Some(Point { north: 43_255_700, east: -79_871_100 }),
        transit: both("Bus 3", "Autobus 3"),
        access: both("Lift at the back door", "Ascenseur à la porte arrière"),
        web: "https://example.org/maple-house".into(),
        access_web: "https://example.org/maple-house/access".into(),
        is_confidential,
    };
    Location {
        id: LocationId(Uuid::from_u128(4)),
        organization_id: None,
        name: both("Maple House", "Maison des Érables"),
        kind: PlaceKind::Physical,
        place: Json(place),
        source: String::new(),
        version: 1,
    }
}

fn checks() -> Vec<Check> {
    vec![Check {
        id: CheckId(Uuid::from_u128(5)),
        checked_on: date(2026, 4, 1),
        way: Way::Phone,
        found: Found::Corrected,
        note: "New hours from May".into(),
        who: "The front desk".into(),
        again_on: Some(date(2026, 4, 20)),
    }]
}

fn asked(ctx: &Ctx) -> Vec<AskedAbout> {
    let (letter, readers) = (letter(ctx, 2), vec![reader(ctx, true), reader(ctx, false)]);
    vec![AskedAbout { letter, readers, found: Some(Found::Unchanged) }]
}

fn services(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let counts = vec![(Freshness::Verified, 1), (Freshness::Due, 0), (Freshness::CallFirst, 1)];
    let one = |of: Service, locations: Vec<Location>, checks, complaints| {
        let (thread, history) = (Thread::default(), History::plain("service", Vec::new()));
        one::view(
            ctx,
            &ServicePage {
                of,
                locations,
                checks,
                letters: asked(ctx),
                suggestions: Vec::new(),
                outcomes: vec![(crate::rules::outcomes::Outcome::Helped, 5)],
                thread,
                history,
                sent: Pairs::default(),
                complaints,
            },
        )
    };
    let wrong = Complaints::one("checked_on", DirectoryRefusal::Future);
    let of = service();
    let going =
        Going { url: service_url(ctx, of.id, ""), name: &of.name, version: 1, explains: "…".into() };
    vec![
        ("some", list::view(ctx, &page(vec![service(), circle()]), &counts)),
        ("empty", list::view(ctx, &page(Vec::new()), &counts)),
        ("whole", one(service(), vec![location(false)], checks(), Complaints::default())),
        ("bare", one(circle(), vec![location(true)], Vec::new(), wrong)),
        ("bin", binning::view(ctx, &going)),
    ]
}

fn coverages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let counts = Counts { verified: 3, due: 1, call_first: 2 };
    let row = |by, key: &str, name: &str, counts| Covered { by, key: key.into(), name: name.into(), counts };
    let rows = vec![
        row(By::Group, "language", "Langue · Language", counts),
        row(By::Language, "ar", "العربية · عربي", Counts::default()),
    ];
    let shown = |rows: Vec<Covered>, waiting| {
        coverage::view(ctx, &CoveragePage { rows: page(rows), all: counts, soon: 3, waiting })
    };
    vec![("some", shown(rows, Some((1, 0, 2)))), ("empty", shown(Vec::new(), None))]
}

fn forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let offered = Offered { organizations: Vec::new(), locations: vec![location(false)] };
    let form = |id, sent: &Pairs, complaints: &Complaints| {
        service_form::view(ctx, &ServiceForm { id, sent, complaints, offered: &offered })
    };
    let kept = service_typed::form(ctx, &service(), &[location(false)]).with("version", 1);
    let wrong = Complaints::one("phones", DirectoryRefusal::NotAPhone { typed: "call me".into() });
    let mine = kept.clone().with("phones", "211");
    let both = Both { id: service().id, theirs: &kept, mine: &mine, version: 2, by: None };
    vec![
        ("new", form(None, &service_typed::blank(ctx), &Complaints::default())),
        ("edit", form(Some(service().id), &kept, &Complaints::default())),
        ("refused", form(Some(service().id), &kept, &wrong)),
        ("conflict", service_form::conflict_view(ctx, &both, &offered).unwrap_or_default()),
    ]
}

fn places(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let one = |of: Location, services| {
        let (thread, history) = (Thread::default(), History::plain("location", Vec::new()));
        locations::one_view(ctx, &LocationPage { of, services, thread, history })
    };
    let form = |id, sent: &Pairs, complaints: &Complaints| {
        location_form::view(ctx, &LocationForm { id, sent, complaints })
    };
    let sent = Pairs::default().with("north", "-79.8").with("east", "43.2");
    let conflict = location_form::conflict_view(ctx, &location(false), &sent, None).unwrap_or_default();
    vec![
        ("conflict", conflict),
        ("some", locations::view(ctx, &page(vec![location(false), location(true)]))),
        ("empty", locations::view(ctx, &page(Vec::new()))),
        ("one", one(location(false), vec![service()])),
        ("confidential", one(location(true), Vec::new())),
        ("new", form(None, &Pairs::default(), &Complaints::default())),
        (
            "refused",
            form(Some(location(false).id), &sent, &Complaints::one("north", DirectoryRefusal::PointSwapped)),
        ),
    ]
}
