use super::*;
use proptest::prelude::*;

fn record(key: &str, name: &str, place: &str) -> Record {
    let place = (!place.is_empty()).then(|| place.to_owned());
    Record { key: key.into(), name: name.into(), place, ..Record::default() }
}

fn verdict(one: &Record, other: &Record) -> (Grade, Vec<Sign>) {
    let found = Index::new([other]).find(one);
    let back = Index::new([one]).find(other);
    let answer = |found: Vec<Candidate>| {
        found.into_iter().next().map_or((Grade::New, vec![]), |best| (best.grade, best.signs))
    };
    let (there, back) = (answer(found), answer(back));
    assert_eq!(there, back, "alike one way and not the other");
    there
}

fn grade_of(one: (&str, &str), other: (&str, &str)) -> Grade {
    verdict(&record("a", one.0, one.1), &record("b", other.0, other.1)).0
}

#[test]
fn the_same_name_in_the_same_place_is_the_same() {
    for (one, other) in [
        ("YMCA of Medicine Hat", "ymca medicine hat"),
        ("Saamis Immigration Services Association", "SAAMIS Immigration Services Assoc."),
        ("Société Santé en français Ltée", "Sante en Francais"),
        ("Newcomer Centre, Inc.", "The Newcomer Center"),
    ] {
        assert_eq!(grade_of((one, "London"), (other, "london")), Grade::Same, "{one}");
        assert_eq!(
            grade_of((one, ""), (other, "London")),
            Grade::Near,
            "a place that is not known decides nothing"
        );
        assert_eq!(grade_of((one, "Hamilton"), (other, "London")), Grade::Near, "a branch perhaps");
    }
}

#[test]
fn near_names_are_for_a_person_to_judge() {
    for (one, other, sign) in [
        ("London Cross Cultural Learner Centre", "LCCLC", Sign::Acronym),
        ("London Cross Cultural Learner Centre (CCLC)", "CCLC", Sign::SameName),
        ("Immigrant Services Hamilton", "Hamilton Immigrant Services", Sign::SameWords),
        ("Wesley Urban Ministries", "Wesly Urban Ministries", Sign::Spelling),
        ("Medicine Hat Public Library", "Medicine Hat Public Library Board", Sign::PartOfName),
        ("St Joseph", "StJoseph", Sign::Spelling),
    ] {
        let (grade, signs) = verdict(&record("a", one, ""), &record("b", other, ""));
        assert_eq!((grade, signs), (Grade::Near, vec![sign]), "{one}");
    }
    for (one, other) in [
        ("London Public Library", "Hamilton Public Library"),
        ("School District 38", "School District 39"),
        ("North Side School", "South Side School"),
        ("YMCA", "YWCA"),
        ("Centre", "Service"),
        ("Rose Fraser", "Ali Hassan"),
    ] {
        assert_eq!(grade_of((one, ""), (other, "")), Grade::New, "{one}");
    }
}

#[test]
fn ids_decide_and_different_ids_forbid_sameness() {
    let with_id = |key: &str, name: &str, id: &str| Record {
        ids: vec![("registration".into(), id.into())],
        ..record(key, name, "London")
    };
    let (grade, signs) = verdict(&with_id("a", "One", "12 345"), &with_id("b", "Other", "12-345"));
    assert_eq!((grade, signs), (Grade::Same, vec![Sign::SameId, Sign::SamePlace]));
    let (grade, signs) = verdict(&with_id("a", "One", "1"), &with_id("b", "One", "2"));
    assert_eq!((grade, signs), (Grade::Near, vec![Sign::OtherId, Sign::SameName, Sign::SamePlace]));
}

#[test]
fn one_telephone_number_makes_two_names_near() {
    let reached =
        |key: &str, name: &str| Record { reach: vec!["+15195550100".into()], ..record(key, name, "") };
    assert_eq!(verdict(&reached("a", "Rose's shop"), &reached("b", "Fraser and daughters")).0, Grade::Near);
    assert_eq!(verdict(&reached("a", "Rose's shop"), &reached("b", "Roses Shop")).0, Grade::Near);
    assert_eq!(verdict(&reached("a", "Rose shop"), &reached("b", "Rose Shop Inc.")).0, Grade::Same);
}

#[test]
fn a_record_is_never_its_own_double_and_an_empty_name_is_like_none() {
    let one = record("a", "One", "London");
    assert!(Index::new([&one]).find(&one).is_empty());
    assert_eq!(grade_of(("", "London"), ("", "London")), Grade::New);
}

fn names() -> impl Strategy<Value = String> {
    let words = [
        "London",
        "Centre",
        "Center",
        "Newcomer",
        "Newcomers",
        "YMCA",
        "Inc.",
        "Société",
        "Hamilton",
        "(LNC)",
        "Librry",
        "Library",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..5).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_answer_does_not_depend_on_the_order_of_rows(
        (rows, shuffled) in prop::collection::vec((names(), prop::option::of("Lon|Ham"), "[12]?"), 1..12).prop_map(|rows| {
            (0_usize..).zip(rows).map(|(at, (name, place, id))| Record {
                key: format!("k{at}"), place, ids: if id.is_empty() { vec![] } else { vec![("n".into(), id)] }, ..record("", &name, "")
            }).collect::<Vec<_>>()
        }).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        asked in names(),
    ) {
        let asked = record("asked", &asked, "Lon");
        let (one, other) = (Index::new(&rows), Index::new(&shuffled));
        prop_assert_eq!(one.find(&asked), other.find(&asked));
        for row in &rows {
            prop_assert_eq!(one.find(row), other.find(row));
        }
    }
}
