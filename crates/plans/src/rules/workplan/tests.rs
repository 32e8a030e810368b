//! Cells of work plans as people write them.

use super::*;
use proptest::prelude::*;

#[test]
fn numbers_before_titles_are_codes_and_numbers_in_titles_are_not() {
    for (cell, code, title) in [
        ("1. Settlement", Some("1"), "Settlement"),
        ("1.2 Find helpers", Some("1.2"), "Find helpers"),
        ("G3: Homes for all", Some("G3"), "Homes for all"),
        ("H2.1-1 – Inventory", Some("H2.1-1"), "Inventory"),
        ("2) Work", Some("2"), "Work"),
        ("3 newcomers in ten", None, "3 newcomers in ten"),
        ("1-2 workshops a year", None, "1-2 workshops a year"),
        ("1-2: Workshops", Some("1-2"), "Workshops"),
        ("2026 survey", None, "2026 survey"),
        ("A home for all", None, "A home for all"),
        ("Settlement", None, "Settlement"),
    ] {
        assert_eq!(numbered(cell), (code, title), "{cell}");
    }
}

#[test]
fn marks_quarters_and_years_are_read_as_people_write_them() {
    for yes in ["x", " X ", "Oui", "✓", "●"] {
        assert_eq!(mark(yes), Mark::Yes, "{yes}");
    }
    for maybe in
        ["maybe", "?", "x?", "(Peut-être)", "TBD", "à confirmer", "▲", "z", "P2", "Q1-Q3", "T1 à T3", "Q2"]
    {
        assert_eq!(mark(maybe), Mark::Doubt(maybe.into()), "{maybe}");
    }
    for no in ["", " ", "-", "N/A", "non"] {
        assert_eq!(mark(no), Mark::No, "{no}");
    }
    assert_eq!(mark(" Survey drafted "), Mark::Words("Survey drafted".into()));
    for cell in ["2026-Q3", "Q3 2026", "T3 2026-2027", "2026 q3", "T3, 2026–27"] {
        assert_eq!(quarter(cell), Quarter::new(2026, 3), "{cell}");
    }
    for cell in ["", "Q5 2026", "2026", "autumn", "Q1"] {
        assert_eq!(quarter(cell), None, "{cell}");
    }
    assert_eq!((year("2026-27"), year("26"), year("2026 or so")), (Some(2026), None, None));
}

#[test]
fn months_are_read_by_number_and_by_name() {
    for cell in ["2010-04", "April 2010", "avril 2010", "avr. 2010", "04/2010", "2010 Apr"] {
        assert_eq!(month(cell), Some((2010, 4)), "{cell}");
    }
    assert_eq!(
        (month("juillet 2026"), month("juin 2026"), month("août 2026")),
        (Some((2026, 7)), Some((2026, 6)), Some((2026, 8)))
    );
    for cell in ["", "2010", "autumn 2010", "2010-13", "3 April 2010", "2010-Q1"] {
        assert_eq!(month(cell), None, "{cell}");
    }
}

#[test]
fn a_name_gets_years_unless_it_tells_some() {
    for (name, expected) in [
        ("Work plan", "Work plan 2026–2027"),
        ("Work plan 2026", "Work plan 2026"),
        ("Plan 2025-26 final", "Plan 2025-26 final"),
        ("Plan v3 of 120 lines", "Plan v3 of 120 lines 2026–2027"),
    ] {
        assert_eq!(with_years(name, "2026–2027"), expected);
    }
}

#[test]
fn a_year_in_words_moves_and_other_numbers_stay() {
    for (words, moved) in [
        ("Plan of 2026–27", "Plan of 2027–28"),
        ("Plan 2026-2027, first half", "Plan 2027-2028, first half"),
        ("Fair 2026", "Fair 2027"),
        ("2026/27 review", "2027/28 review"),
        ("Until March 2027", "Until March 2028"),
        ("2026-Q3", "2027-Q3"),
        ("After the census of 2021", "After the census of 2021"),
        ("Strategy 2025–2026", "Strategy 2025–2026"),
        ("Strategy 2026–2030", "Strategy 2026–2030"),
        ("$2026 for 2026", "$2026 for 2027"),
        ("2026 $ en 2026", "2026 $ en 2027"),
        ("Room 20261", "Room 20261"),
        ("1,2026 steps", "1,2026 steps"),
        ("", ""),
    ] {
        assert_eq!(years_moved(words, (2026, true), 1), moved, "{words}");
    }
    assert_eq!(years_moved("March 2027", (2026, false), 1), "March 2027");
}

#[test]
fn rows_of_sums_are_known_and_names_that_begin_so_are_none() {
    for sum in [
        "TOTAL",
        "Total:",
        "Sous-total 1",
        "Sub-total for settlement",
        "Grand total",
        "Total de l’axe",
        "Total 2026",
        "Totaux",
        "Total d’heures",
        "Somme",
    ] {
        assert!(is_sum(sum), "{sum}");
    }
    for name in [
        "",
        "Total immersion camp",
        "Totally new",
        "Summer camp",
        "Sommet des partenaires",
        "Settlement",
        "Sum up what was heard",
    ] {
        assert!(!is_sum(name), "{name}");
    }
}

proptest! {
    #[test]
    fn nothing_of_a_title_is_lost(cell in "[0-9A-Za-zé .):–-]{0,24}") {
        let (code, title) = numbered(&cell);
        let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(signs(&format!("{}{title}", code.unwrap_or_default())), signs(&cell));
    }

    #[test]
    fn words_without_the_year_stay_and_those_with_it_change_only_digits(words in "[0-9a-zé ./,$–-]{0,30}", year in 2020_i16..2030) {
        let moved = years_moved(&words, (year, true), 1);
        let bare = |words: &str| words.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
        prop_assert_eq!(bare(&moved), bare(&words));
        prop_assert_eq!(moved.len(), words.len());
        let names_it = words.contains(&year.to_string()) || words.contains(&(year + 1).to_string());
        prop_assert!(names_it || moved == words, "{} became {}", words, moved);
    }

    #[test]
    fn a_quarter_reads_back(year in 1900_i16..2200, number in 1_i8..=4) {
        let one = Quarter::new(year, number).unwrap();
        prop_assert_eq!(quarter(&one.code()), Some(one));
    }

    #[test]
    fn codes_that_are_given_are_free_and_cost_one_try_each(
        taken in proptest::collection::btree_set(1_u32..60, 0..40),
        rows in proptest::collection::vec(proptest::option::of(1_u32..4), 0..300),
    ) {
        let (mut codes, mut tries, mut given) = (FreeCodes::default(), 0, std::collections::BTreeSet::new());
        for above in &rows {
            let above = above.map(|n| n.to_string());
            let is_taken = |code: &str| {
                tries += 1;
                taken.iter().any(|n| code == format!("2.{n}"))
            };
            let code = codes.give(above.as_deref(), is_taken);
            let is_free = taken.iter().all(|n| code != format!("2.{n}"));
            let head = above.map(|above| format!("{above}.")).unwrap_or_default();
            prop_assert!(is_free && code.starts_with(&head));
            prop_assert!(given.insert(code), "given twice");
        }
        prop_assert!(tries <= rows.len() + taken.len(), "{tries} tries for {} rows", rows.len());
    }
}
