//! What the tables promise.

use super::*;
use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use std::collections::{BTreeMap, HashSet};

const TODAY: Date = date(2030, 3, 1);

/// Proper names and words that are written alike in English and French.
const ALIKE: &[&str] = &[
    "Being Human Services",
    "Collaboration",
    "Conseil scolaire des Chutes",
    "Employment Sector Council London Middlesex",
    "Falls District School Board",
    "Hamilton",
    "Inform Hamilton",
    "London",
    "London Middlesex Immigrant Employment Council",
    "Maison des arrivants",
    "Medicine Hat",
    "Medicine Hat Community Housing Society",
    "Ontario Federation of Home and School Associations",
    "Police",
    "Protection",
    "Réseau francophone des Chutes",
    "Saamis Immigration",
    "Small Business Centre",
    "Thames Valley District School Board",
    "Thames Valley Parent Involvement Committee",
    "United Way",
];

/// Texts that the public reads, and so in Arabic too.
fn public_texts(seed: &PartnershipSeed) -> Vec<T> {
    let own = [seed.name, seed.place, seed.about];
    let bodies = seed.councils.iter().flat_map(|c| [c.name, c.outcome, c.word.singular(), c.word.plural()]);
    let seats = seats(seed)
        .map(|seat| seat.category)
        .filter(|category| !ALIKE.contains(&category.en) || category.ar.is_some());
    own.into_iter().chain(bodies).chain(seats).collect()
}

fn all_texts(seed: &PartnershipSeed) -> Vec<T> {
    let mut texts = public_texts(seed);
    texts.extend([seed.history, seed.source, INVENTED]);
    texts.extend(seed.areas.iter().map(|a| a.name));
    texts.extend([seed.needs, seed.purposes, seed.goals].concat());
    texts.extend(seed.principles.iter().flat_map(|p| [p.name, p.meaning]));
    texts.extend(seed.organizations.iter().flat_map(|o| [o.name, o.note]));
    texts.extend(seed.people.iter().filter_map(|p| p.title));
    for council in seed.councils {
        texts.push(council.mandate);
        texts.extend(council.terms_of_reference.iter().flat_map(|v| [v.text, v.change]));
        texts.extend(council.seats.iter().flat_map(|s| [Some(s.category), s.note]).flatten());
    }
    texts.extend(Sector::ALL.iter().map(|s| s.name()));
    texts
}

fn french(seed: &PartnershipSeed) -> Vec<&'static str> {
    let letters = seed.expressions.iter().filter(|e| e.language == "fr").map(|e| e.text);
    all_texts(seed).iter().map(|text| text.fr).chain(letters).collect()
}

fn seats(seed: &PartnershipSeed) -> impl Iterator<Item = &'static SeatSeed> {
    seed.councils.iter().flat_map(CouncilSeed::each_seat)
}

fn terms(seat: &SeatSeed) -> &'static [TermSeed] {
    match seat.holding {
        Holding::Terms(terms) => terms,
        Holding::Vacant | Holding::NotNamed => &[],
    }
}

/// The typographic faults of a French text, as Canadian usage sees them.
pub(super) fn faults(text: &str) -> Vec<String> {
    let around: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for pair in around.windows(2) {
        let fault = match (pair[0], pair[1]) {
            (' ', ':' | ';' | '?' | '!' | '»') | ('«', ' ') => true,
            ('\u{a0}', ';' | '?' | '!') => true,
            (before, ':') => before != '\u{a0}' && !before.is_ascii_digit(),
            (_, '\'') | (' ', ' ') => true,
            _ => false,
        };
        if fault {
            found.push(format!("{pair:?} in {text}"));
        }
    }
    found
}

#[test]
fn the_counts_are_those_of_the_sources() {
    assert_eq!(MEDICINE_HAT.councils.len(), 3);
    assert!(MEDICINE_HAT.councils.iter().all(|c| c.word == BodyWord::Team));
    assert_eq!(LONDON_MIDDLESEX.councils.len(), 7);
    assert_eq!(seats(&LONDON_MIDDLESEX).count(), 125);
    assert_eq!(LONDON_MIDDLESEX.principles.len(), 7);
    assert_eq!(LONDON_MIDDLESEX.goals.len(), 6);
    assert_eq!(LONDON_MIDDLESEX.organizations.len(), 11);
    assert_eq!(HAMILTON.goals.len(), 4);
    assert_eq!(PORTAGE_FALLS.councils.len(), 2);
    assert_eq!(seats(&PORTAGE_FALLS).count(), 40);
    let (partners, known): (Vec<&OrganizationSeed>, Vec<&OrganizationSeed>) =
        PORTAGE_FALLS.organizations.iter().partition(|o| o.joined.is_some());
    assert_eq!(
        (partners.len(), known.len()),
        (30, 1),
        "thirty partners, as its own text says, and one to come"
    );
    assert_eq!(partners.iter().filter(|o| !o.formal).count(), 5);
    assert_eq!(PORTAGE_FALLS.expressions.len(), 3);
    assert_eq!(PORTAGE_FALLS.expressions.iter().filter(|e| e.language == "fr").count(), 1);
}

#[test]
fn medicine_hat_grows_from_five_to_fifteen_to_more_on_approximate_days() {
    let mut by_day: BTreeMap<Date, usize> = BTreeMap::new();
    for seat in seats(&MEDICINE_HAT) {
        let since = seat.since.expect("every place has a first day");
        assert!(since.is_approximate());
        *by_day.entry(since.on(TODAY)).or_default() += 1;
    }
    let counts: Vec<usize> = by_day.into_values().collect();
    assert_eq!(counts[..2], [5, 10]);
    assert!(counts[2] > 0);
    assert!(MEDICINE_HAT.organizations.iter().all(|o| o.joined.is_some_and(When::is_approximate)));
}

#[test]
fn every_text_is_in_both_official_languages() {
    let mut seen = HashSet::new();
    for text in PARTNERSHIPS.iter().flat_map(|seed| all_texts(seed)) {
        assert!(!text.en.trim().is_empty() && !text.fr.trim().is_empty(), "{text:?}");
        assert_eq!(text.en == text.fr, ALIKE.contains(&text.en), "{text:?}");
        assert!(!text.en.contains('\''), "straight apostrophe in {}", text.en);
        seen.insert(text.en);
    }
    for name in ALIKE {
        assert!(seen.contains(name), "{name} is nowhere");
    }
}

#[test]
fn public_texts_are_in_arabic_too() {
    for text in PARTNERSHIPS.iter().flat_map(|seed| public_texts(seed)) {
        let ar = text.ar.unwrap_or_else(|| panic!("no Arabic for {}", text.en));
        assert!(ar.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)), "{ar}");
        assert!(!ar.contains("توطين"), "{ar}");
        assert!(!ar.contains([',', ';', '?']), "Latin punctuation in {ar}");
    }
}

#[test]
fn french_is_set_as_in_canada() {
    let found: Vec<String> = PARTNERSHIPS.iter().flat_map(|seed| french(seed)).flat_map(faults).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_typographic_check_sees_each_fault() {
    for bad in [
        "un : deux",
        "un; deux ; trois",
        "quoi ?",
        "quoi\u{a0}?",
        "oh !",
        "« mot\u{a0}»",
        "« mot »",
        "l'eau",
        "a  b",
        "un: deux",
    ] {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
    assert!(faults("Voici\u{a0}: «\u{a0}l’eau\u{a0}»; quoi? À 10:30!").is_empty());
}

#[test]
fn slugs_are_kebab_case_and_unique() {
    let kebab = |slug: &str| {
        slug.split('-').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
    };
    let unique = |slugs: Vec<&'static str>| {
        assert!(slugs.iter().all(|slug| kebab(slug)), "{slugs:?}");
        assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), slugs.len(), "{slugs:?}");
    };
    unique(PARTNERSHIPS.iter().map(|p| p.slug).collect());
    for seed in PARTNERSHIPS {
        unique(seed.organizations.iter().map(|o| o.slug).collect());
        unique(seed.councils.iter().map(|c| c.slug).collect());
        unique(seed.areas.iter().map(|a| a.slug).collect());
        let expressed = seed.expressions.iter().map(|e| e.mailbox);
        unique(seed.people.iter().map(|p| p.slug).chain(expressed).collect());
    }
    let codes = Sector::ALL.iter().map(|s| s.code()).collect::<HashSet<_>>();
    assert_eq!(codes.len(), Sector::ALL.len());
}

#[test]
fn parents_stand_before_their_children() {
    for seed in PARTNERSHIPS {
        for (place, council) in seed.councils.iter().enumerate() {
            if let Some(parent) = council.parent {
                let above = seed.councils.iter().position(|c| c.slug == parent);
                assert!(above.is_some_and(|above| above < place), "{parent} over {}", council.slug);
            }
        }
    }
}

#[test]
fn whatever_is_referred_to_exists() {
    for seed in PARTNERSHIPS {
        let organizations: HashSet<_> = seed.organizations.iter().map(|o| o.slug).collect();
        let people: HashSet<_> = seed.people.iter().map(|p| p.slug).collect();
        let areas: HashSet<_> = seed.areas.iter().map(|a| a.slug).collect();
        let councils: HashSet<_> = seed.councils.iter().map(|c| c.slug).collect();
        assert!(seed.organizations.iter().all(|o| areas.contains(o.area)));
        let referred = seats(seed)
            .filter_map(|s| s.organization)
            .chain(seed.people.iter().filter_map(|p| p.organization))
            .chain(seed.expressions.iter().filter_map(|e| e.organization));
        for organization in referred {
            assert!(organizations.contains(organization), "{organization}");
        }
        for term in seats(seed).flat_map(terms) {
            assert!(people.contains(term.holder), "{}", term.holder);
            assert!(term.alternate.is_none_or(|other| people.contains(other) && other != term.holder));
        }
        assert!(seed.expressions.iter().all(|e| councils.contains(e.council)));
        assert!(TimeZone::get(seed.time_zone).is_ok());
        assert!(seed.languages.contains(&"en") && seed.languages.contains(&"fr"));
    }
}

#[test]
fn a_seat_of_an_organization_is_held_by_its_people_or_by_nobody_named() {
    for seed in PARTNERSHIPS {
        for seat in seats(seed).filter(|s| s.organization.is_some()) {
            for term in terms(seat) {
                for slug in [Some(term.holder), term.alternate].into_iter().flatten() {
                    let person = seed.people.iter().find(|p| p.slug == slug).expect(slug);
                    assert_eq!(person.organization, seat.organization, "{slug}");
                }
            }
        }
    }
}

#[test]
fn terms_run_forward_and_do_not_overlap() {
    for term_list in PARTNERSHIPS.iter().flat_map(|seed| seats(seed)).map(terms) {
        for term in term_list {
            let from = term.from.on(TODAY);
            assert!(term.to.is_none_or(|to| from < to.on(TODAY)), "{}", term.holder);
            assert!(
                term.left.is_none_or(|day| from < day.on(TODAY) && day.on(TODAY) <= TODAY),
                "{}",
                term.holder
            );
        }
        for pair in term_list.windows(2) {
            assert!(
                pair[0].to.is_some_and(|to| to.on(TODAY) <= pair[1].from.on(TODAY)),
                "{}",
                pair[1].holder
            );
        }
    }
}

#[test]
fn informal_groups_are_never_public() {
    for organization in PARTNERSHIPS.iter().flat_map(|seed| seed.organizations) {
        assert!(
            organization.formal || organization.visibility != Visibility::Public,
            "{}",
            organization.slug
        );
    }
    for seed in PARTNERSHIPS {
        let hidden = |slug| seed.organizations.iter().find(|o| o.slug == slug).map(|o| o.visibility);
        for seat in seats(seed) {
            if let Some(visibility) = seat.organization.and_then(hidden) {
                assert!(
                    visibility == Visibility::Public || seat.visibility == visibility,
                    "{:?}",
                    seat.organization
                );
            }
        }
    }
}

#[test]
fn portage_falls_shows_every_state_of_a_seat() {
    let last = |seat: &SeatSeed| terms(seat).last().copied();
    let count = |state: &dyn Fn(&SeatSeed) -> bool| seats(&PORTAGE_FALLS).filter(|seat| state(seat)).count();
    let ends =
        |seat: &SeatSeed| last(seat).filter(|t| t.left.is_none()).and_then(|t| t.to).map(|to| to.on(TODAY));
    assert_eq!(count(&|seat| last(seat).is_none_or(|term| term.left.is_some())), 4, "vacant");
    assert_eq!(count(&|seat| last(seat).is_some_and(|term| term.left.is_some())), 1, "left early");
    assert_eq!(count(&|seat| ends(seat).is_some_and(|day| day < TODAY)), 3, "expired");
    let soon = When::In(90).on(TODAY);
    assert_eq!(count(&|seat| ends(seat).is_some_and(|day| day >= TODAY && day <= soon)), 6, "ending soon");
    assert_eq!(
        count(&|seat| last(seat).is_some_and(|term| term.from.on(TODAY) > TODAY)),
        1,
        "about to begin"
    );
    assert_eq!(
        count(&|seat| last(seat).is_some_and(|term| term.alternate.is_some())),
        7,
        "with an alternate"
    );
    assert_eq!(count(&|seat| seat.ex_officio), 3, "ex officio");
    assert_eq!(count(&|seat| seat.visibility != Visibility::Public), 5, "not public");
}

#[test]
fn every_partnership_offers_the_four_ways_in() {
    for seed in PARTNERSHIPS {
        let offered: Vec<SignInAs> = seed.sign_ins.iter().map(|s| s.who).collect();
        assert_eq!(offered, SignInAs::ALL);
        for sign_in in seed.sign_ins {
            let person = seed.people.iter().find(|p| p.slug == sign_in.person).expect(sign_in.person);
            let chairs = seats(seed).any(|seat| {
                matches!(seat.office, Some(Office::Chair | Office::CoChair))
                    && terms(seat).last().is_some_and(|term| term.holder == person.slug)
            });
            assert_eq!(chairs, sign_in.who == SignInAs::Chair, "{}", person.slug);
            assert!(sign_in.who != SignInAs::Partner || person.organization.is_some());
            assert!(person.email(seed.slug).ends_with(".example"));
        }
    }
}
