use super::*;
use proptest::prelude::*;

fn listing(name: &str, who: &str, phone: &str, place: (&str, &str)) -> Listing {
    let some = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    let places = if place == ("", "") { Vec::new() } else { vec![(place.0.to_owned(), place.1.to_owned())] };
    Listing { names: some(name), who: some(who), phones: some(phone), places, ..Listing::default() }
}

fn like(one: &Listing, other: &Listing) -> Likeness {
    likeness(&Folded::of(one), &Folded::of(other))
}

#[test]
fn short_forms_slips_accents_units_and_ways_to_write_a_number_are_one_record() {
    let one = listing("Saamis Community Health Centre", "", "(403) 555-0100", ("12 King Street", "T1A 0A1"));
    for other in [
        listing("Saamis Comm. Health Ctr", "", "403-555-0100", ("Unit 4, 12 King St", "T1A0A1")),
        listing("Saamis Comunity Health Centre Inc.", "", "1-403-555-0100", ("#4 - 12 King Street", "")),
        listing("SCHC", "", "403 555 0100", ("12 King Street", "T1A 0A1")),
        listing("SAAMIS COMMUNITY HEALTH CENTRE (main office)", "", "", ("12 King Street", "T1A 0A1")),
    ] {
        assert!(like(&one, &other).score >= LIKELY, "{other:?} {:?}", like(&one, &other));
    }
}

#[test]
fn a_branch_elsewhere_and_a_neighbour_in_the_building_are_not() {
    let one = listing("Maple Public Library", "", "403-555-0100", ("12 King Street", "T1A 0A1"));
    let branch = Listing {
        web: "https://maple.ca".into(),
        ..listing("Maple Public Library", "", "403-555-0177", ("900 Queen Road", "T1B 4C4"))
    };
    let one = Listing { web: "http://www.maple.ca/".into(), ..one };
    assert!(!like(&one, &branch).is_shown(), "{:?}", like(&one, &branch));
    let neighbour = listing("Cedar Legal Clinic", "", "403-555-0188", ("12 King Street", "T1A 0A1"));
    assert!(!like(&one, &neighbour).is_shown(), "{:?}", like(&one, &neighbour));
}

#[test]
fn two_services_of_one_house_with_one_number_are_told_apart_by_their_names() {
    let at = ("12 King Street", "T1A 0A1");
    let class = listing("English class", "Maple Centre", "403-555-0100", at);
    assert!(!like(&class, &listing("Tea and talk", "Maple Centre", "403-555-0100", at)).is_shown());
    assert!(like(&class, &listing("English classes", "The Maple Ctr", "403-555-0100", at)).score >= LIKELY);
    assert!(
        !like(&class, &listing("English class", "Cedar House", "403-555-0177", ("9 Main Road", "T1C 1C1")))
            .is_shown()
    );
}

#[test]
fn what_is_like_is_found_without_comparing_all_and_the_best_comes_first() {
    let others =
        (0..2_000).map(|n| listing(&format!("Group number {n}"), "", &format!("204-555-{n:04}"), ("", "")));
    let twins = [
        listing("Sewing circle", "Maple Centre", "403-555-0100", ("", "")),
        listing("Sewing cirlce", "Maple Centre", "", ("", "")),
    ];
    let shelf = Shelf::of(others.chain(twins).map(|one| Folded::of(&one)));
    let found = shelf.like(&Folded::of(&listing("Sewing circle", "Maple Centre", "403 555 0100", ("", ""))));
    assert_eq!(found.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [2_000, 2_001]);
    assert_eq!(shelf.pairs().len(), 1);
}

fn any_listing() -> impl Strategy<Value = Listing> {
    let word = prop::sample::select(vec!["maple", "centre", "ctr", "english", "class", "école", "Tea", "of"]);
    let name = proptest::collection::vec(word, 1..4).prop_map(|words| words.join(" "));
    let phone = prop::sample::select(vec!["", "403-555-0100", "(403) 555 0100", "204-555-0199"]);
    let place = prop::sample::select(vec![
        ("", ""),
        ("12 King Street", "T1A 0A1"),
        ("Unit 3, 12 King St", "T1A0A1"),
        ("9 Main Rd", ""),
    ]);
    (name, phone, place, any::<bool>()).prop_map(|(name, phone, place, has_who)| {
        listing(&name, if has_who { "Maple Centre" } else { "" }, phone, place)
    })
}

proptest! {
    #[test]
    fn likeness_does_not_know_which_came_first(one in any_listing(), other in any_listing()) {
        let (there, back) = (like(&one, &other), like(&other, &one));
        prop_assert_eq!(there.score, back.score);
        prop_assert_eq!(there.signs, back.signs);
    }

    #[test]
    fn nothing_is_more_like_a_record_than_itself_and_nothing_speaks_against_that(one in any_listing(), other in any_listing()) {
        let own = like(&one, &one);
        prop_assert!(own.signs.iter().all(|sign| sign.speaks_for()));
        let shared = Listing { names: one.names.clone(), who: one.who.clone(), ..other };
        prop_assert!(like(&one, &shared).score <= own.score + Sign::Phone.weight() + Sign::Street.weight() + Sign::Postal.weight());
    }

    #[test]
    fn the_shelf_finds_what_comparing_all_finds_where_something_is_shared(all in proptest::collection::vec(any_listing(), 1..12)) {
        let folded: Vec<Folded> = all.iter().map(Folded::of).collect();
        let shelf = Shelf::of(folded.clone());
        for (place, one) in folded.iter().enumerate() {
            let found: BTreeSet<usize> = shelf.like(one).into_iter().map(|(other, _)| other).collect();
            for (other, it) in folded.iter().enumerate() {
                let shares = !one.keys().is_disjoint(&it.keys());
                prop_assert_eq!(found.contains(&other), shares && likeness(one, it).is_shown(), "{} {}", place, other);
            }
        }
    }
}
