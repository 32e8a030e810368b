use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 22);

fn standings() -> impl Strategy<Value = (Option<Date>, Option<Date>)> {
    let day = (0_i32..4_000).prop_map(|n| DAY.saturating_sub(jiff::Span::new().days(n)));
    prop_oneof![
        Just((None, None)),
        day.clone().prop_map(|joined| (Some(joined), None)),
        (day.clone(), day).prop_map(|(a, b)| (Some(a.min(b)), Some(a.max(b)))),
    ]
}

fn code<T>(result: platform::errors::Result<T>) -> String {
    result.map_or_else(|error| error.code().to_owned(), |_| "kept".into())
}

#[test]
fn who_may_know_more_may_know_all_that_others_may() {
    let readers = [Reader::Public, Reader::Partner, Reader::Staff];
    for visibility in Visibility::ALL {
        for (less, more) in [(0, 1), (1, 2), (0, 2)] {
            assert!(!visible_to(visibility, readers[less]) || visible_to(visibility, readers[more]));
        }
        assert!(visible_to(visibility, Reader::Staff));
        assert_eq!(visible_to(visibility, Reader::Public), visibility == Visibility::Public);
        assert_eq!(visible_to(visibility, Reader::Partner), visibility != Visibility::Staff);
        assert_eq!(Visibility::from_code(visibility.code()), Some(visibility));
    }
}

#[test]
fn an_informal_group_and_a_person_are_not_public_unless_somebody_says_so() {
    let group = NewOrganization::new("tea-circle", Text::both("Tea Circle", "Cercle du thé", DAY)).informal();
    assert_eq!((group.formal, group.visibility), (false, Visibility::Partners));
    assert_eq!(NewPerson::new("Ana", Lang::Es).visibility, Visibility::Staff);
    assert_eq!(default_visibility(true), Visibility::Public);
}

#[test]
fn an_organization_needs_a_name_in_an_official_language_an_address_and_days_in_order() {
    let new = NewOrganization::new("a", Text::both("A", "A", DAY));
    assert_eq!(code(check_organization(&new)), "kept");
    let with = |change: fn(&mut NewOrganization)| {
        let mut new = new.clone();
        change(&mut new);
        code(check_organization(&new))
    };
    assert_eq!(with(|new| new.slug = "A b".into()), "partner-slug");
    assert_eq!(with(|new| new.slug = "new".into()), "partner-slug");
    assert_eq!(with(|new| new.name = Text::default().with(Lang::Ar, "مجموعة", DAY)), "partner-nameless");
    assert_eq!(with(|new| new.name = Text::default().with(Lang::Fr, "A", DAY)), "kept");
    assert_eq!(with(|new| new.name = Text::both(&"x".repeat(201), "A", DAY)), "line-too-long");
    assert_eq!(with(|new| new.name = Text::both("a\u{202E}b", "A", DAY)), "line-unprintable");
    assert_eq!(with(|new| new.about = Text::both("a\u{7}b", "A", DAY)), "line-unprintable");
    assert_eq!(with(|new| new.note = "x".repeat(4_001)), "line-too-long");
    assert_eq!(with(|new| new.left_on = Some(DAY)), "partner-left-first");
    assert_eq!(code(check_person(&NewPerson::new(" ", Lang::En))), "line-empty");
    assert_eq!(code(check_person(&NewPerson::new("Zoë", Lang::En))), "kept");
}

#[test]
fn a_name_suggests_an_address() {
    for (name, slug) in [
        ("Société d’accueil de l’Érable", "societe-d-accueil-de-l-erable"),
        ("  Maple & Co. (2020) ", "maple-co-2020"),
        ("مجموعة", ""),
        ("New", "new-1"),
    ] {
        assert_eq!(slug_of(name), slug);
    }
}

proptest! {
    #[test]
    fn every_slug_that_a_name_suggests_can_stand_in_an_address(name in "\\PC{0,120}") {
        let slug = slug_of(&name);
        prop_assert!(slug.is_empty() || is_slug(&slug), "{slug}");
    }

    #[test]
    fn whoever_joins_is_a_partner_and_whoever_leaves_is_none((joined, left) in standings(), n in 0_i32..4_000) {
        let day = DAY.saturating_sub(jiff::Span::new().days(n));
        let standing = Standing::of(joined, left);
        match joining(standing, day, DAY) {
            Ok((joined, left)) => {
                prop_assert!(standing != Standing::Partner);
                prop_assert_eq!(Standing::of(joined, left), Standing::Partner);
            }
            Err(why) => prop_assert_eq!((why, standing), (PartnerRefusal::Joined, Standing::Partner)),
        }
        match leaving(joined, left, day, DAY) {
            Ok((joined, left)) => {
                prop_assert_eq!(standing, Standing::Partner);
                prop_assert!(joined <= left);
                prop_assert_eq!(Standing::of(joined, left), Standing::Left);
            }
            Err(PartnerRefusal::LeftFirst) => prop_assert!(joined.is_some_and(|joined| day < joined)),
            Err(why) => prop_assert!(why == PartnerRefusal::NotPartner && standing != Standing::Partner),
        }
    }

    #[test]
    fn nobody_joins_or_leaves_in_the_future(n in 1_i32..4_000) {
        let day = DAY.saturating_add(jiff::Span::new().days(n));
        prop_assert_eq!(joining(Standing::Prospect, day, DAY), Err(PartnerRefusal::Future));
        prop_assert_eq!(leaving(Some(DAY), None, day, DAY), Err(PartnerRefusal::Future));
    }
}
