//! Slips of the finger are forgiven, and told.

use crate::random::index;
use seek::{Ask, By, Entry, Found, Kind, Relaxed};
use uuid::Uuid;

fn entry(n: u128, name: &str, description: &str) -> Entry {
    let texts = vec![(Kind::Name, name.to_owned()), (Kind::Description, description.to_owned())];
    Entry { texts, ..Entry::named(Uuid::from_u128(n), "") }
}

fn ask(text: &str) -> Found {
    let entries = [
        entry(1, "Riverbend Community Clinic", "A doctor and a nurse for families"),
        entry(2, "Employment office", "Help to find work near the clinic"),
        entry(3, "Bibliothèque publique", "Livres et cours de français"),
        entry(4, "عيادة طبية", "طبيب وممرضة"),
        entry(5, "ክሊኒክ", "ሓኪም"),
        entry(6, "住房补贴", "住房"),
        entry(7, "Поліклініка", "лікар і медсестра"),
        entry(8, "ਡਾਕਟਰ", "ਕਲੀਨਿਕ"),
    ];
    index(&entries, 2).search(&Ask { typing: false, ..Ask::new(text) }).unwrap()
}

fn ids(found: &Found) -> Vec<u128> {
    found.hits.iter().map(|hit| hit.id.as_u128()).collect()
}

#[test]
fn one_slip_is_forgiven_in_every_script_but_chinese() {
    for (asked, id, read) in [
        ("cilnic", 1, "clinic"),
        ("bibliotequ", 3, "bibliotheque"),
        ("العيدة", 4, "عياده"),
        ("ክሊክ", 5, "ክሊኒክ"),
        ("поліклінка", 7, "поліклініка"),
        ("ਡਾਕਰ", 8, "ਡਾਕਟਰ"),
    ] {
        let found = ask(asked);
        assert_eq!(ids(&found)[0], id, "{asked}");
        assert_eq!(found.mended[0].read, seek::words(read)[0], "{asked}");
        assert!(matches!(&found.hits[0].why[0].by, By::Word { mended: true, .. }));
    }
    assert_eq!(ids(&ask("住宅")), [0u128; 0]);
    assert_eq!(ids(&ask("房补")), [6]);
}

#[test]
fn a_word_that_exists_is_not_read_as_another_until_nothing_is_found() {
    let found = ask("find");
    assert_eq!((ids(&found), found.mended.len(), &found.relaxed), (vec![2], 0, &Relaxed::No));
    // Both exist, never in the same entry; the words that are near are in none either.
    let found = ask("doctor work");
    assert_eq!(found.relaxed, Relaxed::Any);
    assert_eq!(found.total, 2);
}

#[test]
fn a_word_that_only_something_taken_out_had_is_read_as_another() {
    let index = index(&[entry(1, "clinic", ""), entry(2, "clinics", ""), entry(3, "office", "")], 1);
    let asked = Ask { typing: false, ..Ask::new("clinic") };
    assert_eq!(ids(&index.search(&asked).unwrap()), [1]);
    index.take_out(&[Uuid::from_u128(1)]);
    index.commit().unwrap();
    let found = index.search(&asked).unwrap();
    assert_eq!((ids(&found), found.mended[0].read.as_str()), (vec![2], "clinics"));
}

#[test]
fn a_hit_says_where_its_words_stand_and_names_come_first() {
    let found = ask("clinic");
    assert_eq!(ids(&found), [1, 2]);
    let by = |n: usize| found.hits[n].why[0].by.clone();
    let word = |kinds: Vec<Kind>| By::Word { word: "clinic".to_owned(), kinds, mended: false };
    assert_eq!(by(0), word(vec![Kind::Name]));
    assert_eq!(by(1), word(vec![Kind::Description]));
}

#[test]
fn words_that_nobody_has_are_left_out_and_that_is_told() {
    let found = ask("doctor xyzzyq nurse");
    assert_eq!(found.relaxed, Relaxed::Without(vec!["xyzzyq".to_owned()]));
    assert_eq!(ids(&found), [1]);
    // Of those that exist, the one that most have; of equals, the last.
    let found = ask("clinic ሓኪም ክሊኒክ");
    assert_eq!((found.relaxed.clone(), ids(&found)), (Relaxed::Without(vec!["clinic".to_owned()]), vec![5]));
    let found = ask("doctor families work");
    assert_eq!((found.relaxed.clone(), ids(&found)), (Relaxed::Without(vec!["work".to_owned()]), vec![1]));
}

#[test]
fn whatever_is_asked_is_answered_calmly() {
    let long = "клініка ".repeat(1_250);
    for text in [
        &long,
        "",
        "\u{301}",
        "?!",
        "''",
        "\u{202e}",
        &"a".repeat(10_000),
        &"房".repeat(10_000),
        &"\u{301}".repeat(9_999),
    ] {
        let found = ask(text);
        assert!(found.total <= 8);
    }
    assert_eq!(ask("").total, 8);
    assert_eq!(ask("\u{301}").total, 8);
    assert_eq!(ask("xyzzyq").total, 0);
}
