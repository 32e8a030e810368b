//! What the inventories of the demo promise.

use super::*;
use crate::world::tests::faults;
use std::collections::BTreeSet;

fn read(slug: &str) -> Inventory {
    Inventory::read(source(slug).expect(slug)).expect(slug)
}

/// What each partnership is known to have, file by file.
fn everything() -> Vec<(&'static str, Inventory)> {
    let told = WITH_ONE.into_iter().map(|slug| (slug, read(slug)));
    let listed =
        WITH_ONE.into_iter().filter_map(|slug| Some((slug, facilities::facilities(slug).expect(slug)?)));
    told.chain(listed).collect()
}

fn portage_falls() -> Inventory {
    read("portage-falls")
}

/// Every text that is there at all.
fn texts(of: &Inventory) -> Vec<&Words> {
    let services = of.service.iter().flat_map(|one| {
        let needed = [&one.name, &one.about];
        let notes = [
            &one.hours_note,
            &one.open_note,
            &one.cost_note,
            &one.papers_note,
            &one.apply,
            &one.intake,
            &one.alert,
        ];
        needed.into_iter().chain(notes.into_iter().filter(|text| !text.en.is_empty() || !text.fr.is_empty()))
    });
    let places = of.place.iter().flat_map(|one| {
        let notes = [&one.transit, &one.access];
        let said = notes.into_iter().filter(|text| !text.en.is_empty() || !text.fr.is_empty());
        std::iter::once(&one.name).chain(said)
    });
    of.organization.iter().flat_map(|one| [&one.name, &one.note]).chain(places).chain(services).collect()
}

#[test]
fn portage_falls_has_every_stream_and_most_needs() {
    let all = portage_falls();
    assert!(all.service.len() >= 60, "{}", all.service.len());
    assert!(all.place.len() >= 15, "{}", all.place.len());
    for stream in Stream::ALL {
        let of = |one: &&ServiceSeed| one.stream().expect("a stream") == Some(stream);
        assert!(all.service.iter().any(|one| of(&one)), "{}", stream.code());
    }
    let needs: BTreeSet<&str> = all.service.iter().flat_map(|one| &one.needs).map(String::as_str).collect();
    assert!(needs.len() >= 60, "{}", needs.len());
    let spoken: BTreeSet<&str> =
        all.service.iter().flat_map(|one| &one.languages).map(String::as_str).collect();
    assert!(spoken.len() >= 15, "{}", spoken.len());
    let named = |text: fn(&Words) -> &str| {
        all.service.iter().filter(|one| !text(&one.name).is_empty() && !text(&one.about).is_empty()).count()
    };
    assert!(named(|text| &text.ar) >= 12 && named(|text| &text.uk) >= 8);
}

#[test]
fn portage_falls_shows_every_state_of_a_record() {
    let (all, today) = (portage_falls(), jiff::civil::date(2030, 3, 1));
    let count = |what: &dyn Fn(&ServiceSeed) -> bool| all.service.iter().filter(|one| what(one)).count();
    let last = |one: &ServiceSeed| {
        one.checks(today).expect("checks").last().map(|check| today.since(check.checked_on).expect("days"))
    };
    let days = |one: &ServiceSeed| last(one).map(|span| span.get_days());
    assert_eq!(count(&|one| one.informal), 10, "informal");
    assert_eq!(
        count(&|one| one.informal && one.at.is_empty() && !one.apply.en.is_empty()),
        4,
        "through somebody"
    );
    assert_eq!(count(&|one| one.visibility().expect("eyes") == Visibility::Partners), 1, "for partners");
    assert_eq!(
        count(&|one| one.status().expect("a status") == Status::TemporarilyClosed),
        1,
        "closed for a while"
    );
    assert!(count(&|one| days(one).is_none()) >= 5, "never looked at");
    assert!(count(&|one| days(one).is_some_and(|days| days > 548)) >= 3, "call first");
    assert!(count(&|one| one.wait(today).is_some_and(|wait| wait.has_room == Some(false))) >= 1, "full");
    for cost in Cost::ALL {
        assert!(count(&|one| one.cost().expect("a cost") == cost) >= 1, "{}", cost.code());
    }
    for feature in Feature::ALL {
        assert!(
            count(&|one| one.features().expect("features").contains(&feature)) >= 1,
            "{}",
            feature.code()
        );
    }
    let open = |kind: fn(&Openness) -> bool| count(&|one| kind(&one.openness().expect("whom it is for")));
    assert!(open(|of| matches!(of, Openness::Everyone)) >= 1);
    assert!(open(|of| matches!(of, Openness::Funder { funder } if funder == "ircc")) >= 5);
    assert!(open(|of| matches!(of, Openness::Only { .. })) >= 5);
    assert!(open(|of| matches!(of, Openness::Unknown)) >= 2);
    assert!(
        all.place.iter().any(|one| one.confidential && one.street.is_empty()),
        "a house nobody is told of"
    );
}

#[test]
fn every_word_of_every_inventory_is_known() {
    let today = jiff::civil::date(2030, 3, 1);
    for (slug, all) in everything() {
        let places: BTreeSet<&str> = all.place.iter().map(|one| one.key.as_str()).collect();
        let keys: BTreeSet<&str> = all.service.iter().map(|one| one.key.as_str()).collect();
        assert_eq!((places.len(), keys.len()), (all.place.len(), all.service.len()), "{slug}: each once");
        for one in &all.service {
            one.need_ids().expect(&one.key);
            one.languages().expect(&one.key);
            one.hours().expect(&one.key);
            one.openness().expect(&one.key);
            one.checks(today).expect(&one.key);
            assert!(one.at.iter().all(|key| places.contains(key.as_str())), "{}", one.key);
            let listed = one.papers().expect(&one.key) == Papers::Listed;
            assert_eq!(listed, !one.papers_note.en.is_empty(), "{}: papers", one.key);
            assert!(one.age.is_none_or(|(from, to)| from <= to), "{}: ages", one.key);
        }
        for one in &all.place {
            one.kind().expect(&one.key);
            one.place(("", ""), today).expect(&one.key);
        }
    }
}

#[test]
fn every_text_is_in_both_official_languages_and_well_set() {
    for (slug, all) in everything() {
        for text in texts(&all) {
            assert!(!text.en.trim().is_empty() && !text.fr.trim().is_empty(), "{slug}: {text:?}");
            assert!(!text.en.contains('\''), "{slug}: straight apostrophe in {}", text.en);
            assert_eq!(faults(&text.fr), Vec::<String>::new(), "{slug}");
            assert!(!text.ar.contains("توطين") && !text.ar.contains([',', ';', '?']), "{slug}: {}", text.ar);
        }
    }
}

#[test]
fn nobody_can_be_reached_at_what_portage_falls_gives() {
    let all = portage_falls();
    for one in &all.service {
        for phone in one.phones().expect(&one.key) {
            let given_to_nobody = phone.number == "911" || phone.number.starts_with("807-555-01");
            assert!(given_to_nobody, "{}: {}", one.key, phone.number);
        }
        assert!(one.mail.is_empty() || one.mail.ends_with(".example.org"), "{}", one.mail);
        assert!(one.web.is_empty() || one.web.ends_with(".example.org"), "{}", one.web);
        assert!(one.source.is_empty(), "{}: nothing invented has a source", one.key);
    }
    let known: BTreeSet<&str> =
        crate::world::PORTAGE_FALLS.organizations.iter().map(|one| one.slug).collect();
    for one in &all.organization {
        assert!(one.note.en.contains("nvented") && one.note.fr.contains("nventé"), "{}", one.slug);
        assert!(!known.contains(one.slug.as_str()), "{}", one.slug);
    }
}

#[test]
fn a_word_that_nobody_knows_is_refused() {
    let service =
        |line: &str| format!("[[service]]\nkey = \"x\"\nname = {{ en = \"X\", fr = \"X\" }}\n{line}\n");
    assert!(Inventory::read(&service("wheelchair = true")).is_err());
    let one = |line: &str| Inventory::read(&service(line)).expect(line).service.remove(0);
    assert!(one("cost = \"cheap\"").cost().is_err());
    assert!(one("needs = [\"luck\"]").need_ids().is_err());
    assert!(one("languages = [\"xx\"]").languages().is_err());
    assert!(one("open = \"only kings\"").openness().is_err());
    for line in ["hours = [\"XX 09:00-10:00\"]", "hours = [\"MO 09:00\"]", "hours = [\"MO 09:00-10:00 x\"]"] {
        assert!(one(line).hours().is_err(), "{line}");
    }
    assert_eq!(one("hours = [\"SA 10:00-12:00 1,-1\"]").hours().expect("hours")[0].weeks, [1, -1]);
}

#[test]
fn the_documents_give_names_and_nothing_that_is_not_in_them() {
    for (slug, services) in [("hamilton", 4), ("london-middlesex", 11), ("medicine-hat", 3)] {
        let all = read(slug);
        assert_eq!((all.service.len(), all.place.len()), (services, 0), "{slug}");
        for one in &all.service {
            let silent = [&one.mail, &one.web, &one.open, &one.cost, &one.papers, &one.interpretation];
            assert!(silent.iter().all(|text| text.is_empty()), "{}", one.key);
            assert!(one.phones.is_empty() && one.hours.is_empty() && one.checks.is_empty(), "{}", one.key);
            assert!(one.languages.is_empty() && one.wait.is_none() && one.age.is_none(), "{}", one.key);
            assert!(!one.source.is_empty(), "{}", one.key);
        }
    }
}

#[test]
fn health_facilities_are_marked_and_kept_apart() {
    let mut seen = 0;
    for (slug, facilities_there) in [("hamilton", 55), ("london-middlesex", 32), ("medicine-hat", 4)] {
        let all = facilities::facilities(slug).expect(slug).expect(slug);
        assert_eq!(all.service.len(), facilities_there, "{slug}");
        seen += all.service.len();
        for one in &all.service {
            assert_eq!(one.source, "Open Database of Healthcare Facilities (Statistics Canada)");
            assert_eq!(one.source_on.map(Date::year), Some(2020));
            assert_eq!(one.stream().expect("a stream"), None, "{}: no settlement service", one.key);
            assert!(one.checks.is_empty() && one.of == "odhf", "{}", one.key);
        }
        for one in &all.place {
            let place = one.place(("", ""), jiff::civil::date(2030, 3, 1)).expect(&one.key);
            assert!(place.point.is_none_or(Point::is_in_canada), "{}", one.key);
        }
    }
    let list = facilities::list().expect("a list");
    assert_eq!(list.len(), seen, "every line is somewhere");
    assert!(list.iter().all(|one| !one.odhf_facility_type.starts_with("Nursing")), "no residential care");
    assert!(facilities::facilities("portage-falls").expect("an answer").is_none());
    assert_eq!(facilities::street("main street w"), "Main Street W");
}

/// The partnerships that have an inventory.
const WITH_ONE: [&str; 4] = ["portage-falls", "hamilton", "london-middlesex", "medicine-hat"];
