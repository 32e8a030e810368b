use super::*;
use jiff::civil::date as day;
use proptest::prelude::*;

fn value<T>(answer: Outcome<T>) -> Result<T, Doubt> {
    answer.map(|cleaned| cleaned.value)
}

#[test]
fn names_are_tidied_and_capitals_kept_unless_the_whole_column_shouts() {
    let told = name("  Rose\u{200B}   Fraser ", &Naming::default()).unwrap();
    assert_eq!(told.value, "Rose Fraser");
    assert_eq!(told.changes, [Change::Spaces, Change::Invisible]);
    assert_eq!(value(name("YMCA", &Naming::default())), Ok("YMCA".into()));
    let shouted = Naming { case: Case::Shouted, ..Naming::default() };
    for (text, quiet) in [
        ("ROSE FRASER", "Rose Fraser"),
        ("JEAN-PIERRE D'AMOURS", "Jean-Pierre d'Amours"),
        ("CENTRE DE L’EMPLOI DE LONDON", "Centre de l’Emploi de London"),
        ("YMCA OF MEDICINE HAT", "YMCA of Medicine Hat"),
        ("J. SMITH'S SHOP", "J. Smith's Shop"),
        ("Ali Hassan", "Ali Hassan"),
    ] {
        assert_eq!(value(name(text, &shouted)), Ok(quiet.into()));
    }
    assert_eq!(whole_case(["ROSE FRASER", "ALI HASSAN", "JO", "MEI LIN"]), Case::Shouted);
    assert_eq!(whole_case(["Rose Fraser", "YMCA", "CLIC", "LINC"]), Case::Mixed);
    let turned = Naming { last_first: true, ..Naming::default() };
    assert_eq!(value(name("Fraser, Rose", &turned)), Ok("Rose Fraser".into()));
    assert_eq!(value(name("Fraser, Rose", &Naming::default())), Ok("Fraser, Rose".into()));
    assert_eq!(value(name("Fraser, Rose, Jr.", &turned)), Ok("Fraser, Rose, Jr.".into()));
    assert_eq!(value(name("e\u{301}", &Naming::default())), Ok("é".into()));
    assert_eq!(value(name(" \u{FEFF} ", &Naming::default())), Err(Doubt::Empty));
}

#[test]
fn mail_is_taken_out_of_what_stands_around_it() {
    for (text, clean) in [
        ("Rose@Example.ORG", "Rose@example.org"),
        ("mailto:rose@example.org", "rose@example.org"),
        ("Rose Fraser <rose@example.org>", "rose@example.org"),
        ("ROSE@EXAMPLE.ORG;", "rose@example.org"),
    ] {
        assert_eq!(value(mail(text)), Ok(clean.into()));
    }
    assert_eq!(value(mail("a@example.org, b@example.org")), Err(Doubt::Several));
    for none in ["rose", "rose@", "@example.org", "rose@localhost", "ro se@example.org", "a..b@example.org"] {
        assert_eq!(value(mail(none)), Err(Doubt::Unreadable), "{none}");
    }
}

#[test]
fn telephone_numbers_are_canadian_unless_they_say_otherwise() {
    for (text, clean) in [
        ("(613) 555-0100", "+16135550100"),
        ("613.555.0100 ext. 12", "+16135550100;ext=12"),
        ("613 555-0100, poste 204", "+16135550100;ext=204"),
        ("1-613-555-0100 x7", "+16135550100;ext=7"),
        ("Tél. : 613 555-0100", "+16135550100"),
        ("6135550100", "+16135550100"),
        ("+1 (613) 555-0100", "+16135550100"),
        ("011 44 20 7946 0000", "+442079460000"),
        ("+33 1 23 45 67 89", "+33123456789"),
        ("1-800-FLOWERS", "+18003569377"),
    ] {
        assert_eq!(phone(text).map(|told| told.value.to_string()), Ok(clean.into()), "{text}");
    }
    for (text, doubt) in [
        ("555-0100", Doubt::Incomplete),
        ("613-555-0100; 613-555-0101", Doubt::Several),
        ("613 555 0100 or 613 555 0101", Doubt::Several),
        ("113-555-0100", Doubt::Impossible),
        ("613-911-0100", Doubt::Impossible),
        ("call Rose", Doubt::Unreadable),
        ("12", Doubt::Unreadable),
        ("", Doubt::Empty),
    ] {
        assert_eq!(value(phone(text)), Err(doubt), "{text}");
    }
}

#[test]
fn postal_codes_exchange_what_looks_alike_only_where_it_can_be_nothing_else() {
    for (text, clean) in [
        ("k1a0b1", "K1A 0B1"),
        ("K1A-0B1", "K1A 0B1"),
        ("K1A OB1", "K1A 0B1"),
        ("KlA 0B1", "K1A 0B1"),
        ("T1A 5E4", "T1A 5E4"),
    ] {
        assert_eq!(value(postal(text)), Ok(clean.into()), "{text}");
    }
    assert_eq!(postal("T1A 5E4").unwrap().changes, []);
    assert_eq!(postal("K1A OB1").unwrap().changes, [Change::LookAlike]);
    for (text, doubt) in [
        ("90210", Doubt::Foreign),
        ("90210-1234", Doubt::Foreign),
        ("K1A", Doubt::Incomplete),
        ("W1A 0B1", Doubt::Impossible),
        ("D1A 0B1", Doubt::Impossible),
        ("ABCDEF", Doubt::Unreadable),
        ("London", Doubt::Unreadable),
    ] {
        assert_eq!(value(postal(text)), Err(doubt), "{text}");
    }
}

#[test]
fn languages_are_known_by_any_name() {
    for (text, code) in [
        ("Ukrainian", "uk"),
        ("ukrainien", "uk"),
        ("Українська", "uk"),
        ("FRA", "fr"),
        ("fr-CA", "fr"),
        ("en_CA", "en"),
        ("Farsi", "fa"),
        ("Dari", "prs"),
        ("Mandarin", "cmn"),
        ("zh-Hant", "zh-Hant"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Arabic (Levantine)", "ar"),
        ("créole haïtien", "ht"),
        ("Tagalog", "tl"),
        ("العربية", "ar"),
        ("Mi’kmaq", "mic"),
    ] {
        assert_eq!(value(language(text)), Ok(code), "{text}");
    }
    assert_eq!(value(language("Klingon")), Err(Doubt::Unreadable));
    assert_eq!(value(language("No")), Err(Doubt::Ambiguous));
    let (known, unknown) = languages("English/Français, Arabic and Klingon; anglais");
    assert_eq!(known.into_iter().map(|one| one.value).collect::<Vec<_>>(), ["en", "fr", "ar"]);
    assert_eq!(unknown, ["Klingon"]);
}

#[test]
fn every_language_is_known_by_each_of_its_names_and_codes_alone() {
    for tongue in tongues::TONGUES {
        assert_eq!(value(language(tongue.code)), Ok(tongue.code));
        for name in tongue.names.split('|').chain(tongue.others.split(' ').filter(|code| !code.is_empty())) {
            assert_eq!(value(language(name)), Ok(tongue.code), "{name}");
        }
    }
}

#[test]
fn days_that_could_be_two_are_refused_unless_the_column_tells() {
    let read = |text| value(date(text, Order::Unknown));
    for text in [
        "2025-04-15",
        "2025/4/15",
        "20250415",
        "15/04/2025",
        "4/15/2025",
        "April 15, 2025",
        "Apr. 15th 2025",
        "15 avril 2025",
        "le mardi 15 avril 2025",
        "15-Apr-25",
        "avr. 15 2025",
        "2025 April 15",
        "45762",
        "2025-04-15T10:30",
        "15/04/2025 10:30 AM",
        "15avr2025",
    ] {
        assert_eq!(read(text), Ok(day(2025, 4, 15)), "{text}");
    }
    assert_eq!(read("1er mai 2025"), Ok(day(2025, 5, 1)));
    assert_eq!(read("05/05/2025"), Ok(day(2025, 5, 5)), "the same either way");
    for (text, doubt) in [
        ("04/05/2025", Doubt::Ambiguous),
        ("April 2025", Doubt::Incomplete),
        ("2025", Doubt::Incomplete),
        ("31/02/2025", Doubt::Impossible),
        ("2025-13-01", Doubt::Impossible),
        ("15 jui 2025", Doubt::Unreadable),
        ("soon", Doubt::Unreadable),
        ("1523-01-01", Doubt::Impossible),
    ] {
        assert_eq!(read(text), Err(doubt), "{text}");
    }
    assert_eq!(order(["04/05/2025", "25/12/2025"]), Order::DayFirst);
    assert_eq!(order(["12/25/2025", "", "x"]), Order::MonthFirst);
    assert_eq!(order(["12/25/2025", "25/12/2025"]), Order::Mixed);
    assert_eq!(value(date("04/05/2025", Order::DayFirst)), Ok(day(2025, 5, 4)));
    assert_eq!(value(date("04/05/2025", Order::MonthFirst)), Ok(day(2025, 4, 5)));
    assert_eq!(value(date("04/05/2025", Order::Mixed)), Err(Doubt::Ambiguous));
    assert_eq!(date("15/04/25", Order::Unknown).unwrap().changes, [Change::Notation, Change::Century]);
}

#[test]
fn yes_and_no_are_known_in_both_languages_and_as_marks() {
    for yes in ["Yes", "OUI", "x", "✓", "1", "Vrai", "checked"] {
        assert_eq!(value(yes_no(yes)), Ok(true), "{yes}");
    }
    for no in ["No", "non", "0", "Faux", "☐"] {
        assert_eq!(value(yes_no(no)), Ok(false), "{no}");
    }
    assert_eq!(value(yes_no("-")), Err(Doubt::Ambiguous));
    assert_eq!(value(yes_no("maybe")), Err(Doubt::Unreadable));
}

#[test]
fn several_values_of_a_cell_are_told_apart() {
    let all = Apart { comma: true, stroke: true, words: true };
    assert_eq!(split("a; b\nc,d / e and f ; a", all), ["a", "b", "c", "d", "e", "f"]);
    assert_eq!(split("Bosnia and Herzegovina, Serbia", Apart::default()), ["Bosnia and Herzegovina, Serbia"]);
    assert!(split(" ;; ", all).is_empty());
}

#[test]
fn numbers_are_read_as_both_languages_write_them() {
    for (text, cents) in [
        ("$1,234.50", 123_450),
        ("1 234,50 $", 123_450),
        ("1\u{202F}234,50\u{A0}$", 123_450),
        ("(500)", -50_000),
        ("-$12", -1_200),
        ("1,234", 123_400),
        ("CA$ 99.9", 9_990),
        ("1.234,50", 123_450),
        ("12,5", 1_250),
        ("1234.50", 123_450),
        ("12.345,6", 1_234_560),
        (".50", 50),
    ] {
        assert_eq!(value(money(text)), Ok(Money { cents }), "{text}");
    }
    for (text, doubt) in [
        ("US$5", Doubt::Foreign),
        ("5 €", Doubt::Foreign),
        ("1.234", Doubt::Ambiguous),
        ("50+", Doubt::Unreadable),
        ("1,23,4", Doubt::Unreadable),
        ("99999999999999999999", Doubt::Impossible),
    ] {
        assert_eq!(value(money(text)), Err(doubt), "{text}");
    }
    for (text, number) in [("1,234", 1234), ("1 234", 1234), ("12.0", 12), ("-3", -3), ("007", 7)] {
        assert_eq!(value(whole(text)), Ok(number), "{text}");
    }
    for none in ["12.5", "10-20", "~50", "twelve", "1 2"] {
        assert_eq!(value(whole(none)), Err(Doubt::Unreadable), "{none}");
    }
}

/// Cleans what cleaning gave, as it is written down: nothing may change any more, nor be told.
fn settled<T: PartialEq + std::fmt::Debug>(
    once: Outcome<T>,
    written: impl Fn(&T) -> String,
    again: impl Fn(&str) -> Outcome<T>,
) {
    if let Ok(once) = once {
        let text = written(&once.value);
        let twice = again(&text).unwrap_or_else(|doubt| panic!("{text:?} {doubt:?}"));
        assert_eq!(twice.value, once.value);
        assert_eq!(twice.changes, [], "{text:?}");
    }
}

const MESSY: &str = "[ \u{A0}\u{200B}\te\u{301}A-Za-z0-9@.,;:/+()#&'’\"x-]{0,24}|\\PC{0,24}|[0-9 ./-]{6,12}|[A-Za-z][0-9OI][A-Za-z] ?[0-9OIl][A-Za-z][0-9O]\
    |[a-zA-Z]{1,4}@[a-zA-Z]{1,4}[.][a-zA-Z]{2,3}|[(]?[2-9][0-9]{2}[)]?[ -.][2-9][0-9]{2}[-. ][0-9]{4}( ?(x|ext[.]|poste) ?[0-9]{1,4})?|[-(]?[0-9]{1,3}([ ,.][0-9]{3}){0,2}([.,][0-9]{2})?[)]?";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn cleaning_twice_changes_nothing(input in MESSY, shouted: bool, last_first: bool, day_first: bool) {
        let naming = Naming { case: if shouted { Case::Shouted } else { Case::Mixed }, last_first };
        let order = if day_first { Order::DayFirst } else { Order::Unknown };
        settled(text(&input), Clone::clone, text);
        settled(name(&input, &naming), Clone::clone, |text| name(text, &naming));
        settled(mail(&input), Clone::clone, mail);
        settled(address(&input), Clone::clone, address);
        settled(phone(&input), ToString::to_string, phone);
        settled(postal(&input), Clone::clone, postal);
        settled(language(&input), ToString::to_string, language);
        settled(date(&input, order), ToString::to_string, |text| date(text, order));
        settled(yes_no(&input), |yes| if *yes { "yes".into() } else { "no".into() }, yes_no);
        settled(whole(&input), ToString::to_string, whole);
        settled(money(&input), ToString::to_string, money);
        for apart in [Apart::default(), Apart { comma: true, stroke: true, words: true }] {
            let once = split(&input, apart);
            prop_assert_eq!(split(&once.join("; "), apart), once);
        }
    }

    #[test]
    fn the_order_of_a_column_does_not_depend_on_its_rows(mut days in prop::collection::vec("[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}", 0..8)) {
        let before = order(days.iter().map(String::as_str));
        days.reverse();
        prop_assert_eq!(order(days.iter().map(String::as_str)), before);
    }
}
