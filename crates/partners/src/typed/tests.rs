use super::*;
use jiff::civil::date;
use platform::text::TextState;
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 22);

fn around() -> Around {
    Around {
        langs: vec![Lang::En, Lang::Fr, Lang::Ar],
        sectors: vec![("police".into(), SectorId(uuid::Uuid::from_u128(1)))],
        areas: vec![],
        today: DAY,
        decides: true,
    }
}

fn typed(fields: &[(&str, &str)]) -> Pairs {
    fields.iter().fold(Pairs::default(), |typed, (name, value)| typed.and(name, *value))
}

fn complaints<T>(result: Result<T, Complaints>) -> Vec<(String, &'static str)> {
    let wrong = result.err().unwrap_or_default();
    wrong.0.into_iter().map(|one| (one.field.into_owned(), one.why.code())).collect()
}

fn told(wrong: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    wrong.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect()
}

#[test]
fn every_field_that_is_wrong_is_named_at_once() {
    let form = typed(&[
        ("name_en", "a\u{202E}b"),
        ("sector", "not-one"),
        ("area", "province 35"),
        ("about_fr", &"x".repeat(4_001)),
        ("slug", "Not One"),
        ("visibility", "nobody"),
        ("joined_on", "yesterday"),
        ("note", "a\u{0}"),
    ]);
    assert_eq!(
        complaints(organization(&form, None, &around())),
        told(&[
            ("name_en", "line-unprintable"),
            ("sector", "field-unknown"),
            ("area", "field-unknown"),
            ("about_fr", "line-too-long"),
            ("slug", "partner-slug"),
            ("visibility", "field-not-a-choice"),
            ("joined_on", "field-not-a-date"),
            ("note", "line-unprintable"),
        ])
    );
    assert_eq!(
        complaints(organization(&typed(&[("slug", "a")]), None, &around())),
        told(&[("name", "partner-nameless")])
    );
    let future = typed(&[("name_en", "A"), ("joined_on", "2026-11-23")]);
    assert_eq!(complaints(organization(&future, None, &around())), told(&[("joined_on", "partner-future")]));
}

#[test]
fn what_nobody_said_has_the_usual_visibility_and_an_address_of_the_name() {
    let group =
        typed(&[("name_en", "Tea Circle"), ("kind", "informal"), ("language", "tl"), ("language", "ti")]);
    let new = organization(&group, None, &around()).unwrap();
    assert_eq!((new.slug.as_str(), new.formal, new.visibility), ("tea-circle", false, Visibility::Partners));
    assert_eq!(new.langs, Languages(["fil", "ti"].into_iter().filter_map(Spoken::from_code).collect()));
}

#[test]
fn changing_the_english_makes_the_french_outdated_and_keeps_languages_not_asked_for() {
    let mut before = NewOrganization::new("a", Text::both("A", "B", DAY).with(Lang::Uk, "В", DAY));
    before.sector = Some(SectorId(uuid::Uuid::from_u128(1)));
    let form = of_organization(&before, 1, &around());
    assert_eq!(organization(&form, Some(&before), &around()).unwrap(), before, "nothing changed");
    let form = typed(&[("name_en", "A and more"), ("name_fr", "B"), ("slug", "a")]);
    let after = organization(&form, Some(&before), &around()).unwrap();
    assert_eq!(after.name.get(Lang::Fr).unwrap().state, TextState::Outdated);
    assert_eq!(after.name.in_lang(Lang::Uk), "В");
}

#[test]
fn whoever_does_not_decide_changes_neither_address_nor_visibility_nor_note() {
    let before =
        NewOrganization { note: "kept".into(), ..NewOrganization::new("a", Text::both("A", "A", DAY)) };
    let form = typed(&[("name_en", "B"), ("slug", "b"), ("visibility", "staff"), ("note", "gone")]);
    let after = organization(&form, Some(&before), &Around { decides: false, ..around() }).unwrap();
    assert_eq!(
        (after.slug.as_str(), after.visibility, after.note.as_str()),
        ("a", Visibility::Public, "kept")
    );
    assert_eq!(after.name.in_lang(Lang::En), "B");
}

#[test]
fn people_and_contact_points_name_all_that_is_wrong() {
    let around = around();
    let nobody = complaints(person(around.reading(&typed(&[("lang", "xx")])), None));
    assert_eq!(
        nobody,
        told(&[("name", "line-empty"), ("lang", "field-not-a-choice"), ("visibility", "field-not-a-choice")])
    );
    let ana =
        NewPerson { visibility: Visibility::Partners, note: "n".into(), ..NewPerson::new("Ana", Lang::Pt) };
    assert_eq!(person(around.reading(&of_person(&ana, 3)), None).unwrap(), ana);
    let wrong = complaints(contact(&typed(&[("kind", "mail"), ("value", "x")])));
    assert_eq!(wrong, told(&[("value", "field-not-mail"), ("visibility", "field-not-a-choice")]));
    let kept =
        contact(&typed(&[("kind", "web"), ("value", " https://a.org "), ("visibility", "public")])).unwrap();
    assert_eq!(kept, (ContactKind::Web, "https://a.org".into(), Visibility::Public));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_either_complained_about_or_sound(
        name in "\\PC{0,30}|[\\x00-\\x20a-z\u{202E}]{0,12}", slug in "[a-zA-Z -]{0,8}", note in "[\\x00-\\x20a-z]{0,8}",
    ) {
        let form = typed(&[("name_en", &name), ("slug", &slug), ("note", &note)]);
        match organization(&form, None, &around()) {
            Ok(new) => prop_assert!(rules::check_organization(&new).is_ok(), "{new:?}"),
            Err(wrong) => prop_assert!(!wrong.is_empty()),
        }
    }
}
