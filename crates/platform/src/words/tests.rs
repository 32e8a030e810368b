//! Words: fall back, plurals, dates and lists of each language.

use super::*;
use jiff::civil::date;

const EN: &str = "found = { $n ->\n    [one] { $n } thing in { $place }\n   *[other] { $n } things in { $place }\n }\nonly-here = Only here\n";
const AR: &str = "found = { $n ->\n    [zero] صفر { $place }\n    [one] واحد { $place }\n    [two] اثنان { $place }\n    [few] { $n } قليل { $place }\n    [many] { $n } كثير { $place }\n   *[other] { $n } غير { $place }\n }\n";

fn say(lang: Lang) -> Say {
    Arc::new(Words::new(&[(Lang::En, EN), (Lang::Ar, AR)]).unwrap()).say(lang)
}

#[test]
fn a_number_decides_the_form_as_the_language_counts() {
    let forms: Vec<String> =
        [0, 1, 2, 5, 11, 100].map(|n| t!(say(Lang::Ar), "found", n = n, place = "x")).into();
    let marks = ["صفر", "واحد", "اثنان", "قليل", "كثير", "غير"];
    for (form, mark) in forms.iter().zip(marks) {
        assert!(form.contains(mark), "{form} lacks {mark}");
    }
    assert_eq!(t!(say(Lang::En), "found", n = 1, place = "x"), "1 thing in x");
}

#[test]
fn numbers_in_sentences_and_in_tables_are_written_alike() {
    for lang in Lang::ALL {
        let say = say(lang);
        let sentence = t!(say, "found", n = 12_345, place = "x");
        assert!(sentence.contains(&say.in_lang(spoken(lang)).number(12_345)), "{lang}: {sentence}");
    }
    assert_eq!(say(Lang::En).number(12_345), "12,345");
    assert_eq!(say(Lang::Fr).number(12_345), "12\u{a0}345");
    assert_eq!(say(Lang::Fa).number(12_345), "۱۲٬۳۴۵");
}

/// The language in which the tests' sentence is really said.
fn spoken(lang: Lang) -> Lang {
    if lang == Lang::Ar { Lang::Ar } else { Lang::En }
}

#[test]
fn words_of_another_direction_are_held_apart_in_a_right_to_left_sentence() {
    assert!(t!(say(Lang::Ar), "found", n = 1, place = "YMCA").contains("\u{2068}YMCA\u{2069}"));
    assert!(!t!(say(Lang::En), "found", n = 1, place = "YMCA").contains('\u{2068}'));
}

#[test]
fn a_text_in_another_language_than_the_readers_says_so() {
    let shown = say(Lang::Ar).html("only-here", &[]).into_string();
    assert_eq!(shown, "<span lang=\"en\" dir=\"ltr\">Only here</span>");
    assert_eq!(say(Lang::En).html("only-here", &[]).into_string(), "Only here");
}

#[test]
fn a_missing_key_and_a_missing_variable_are_seen() {
    assert_eq!(say(Lang::En).t("nowhere", &[]), "⟦nowhere⟧");
    assert!(t!(say(Lang::En), "found", n = 1).starts_with("⟦found"));
}

#[test]
fn a_key_given_twice_is_refused_at_the_start() {
    let twice = Words::new(&[(Lang::En, EN), (Lang::En, EN)]);
    assert!(twice.unwrap_err().to_string().contains("words of en"));
    assert!(Words::new(&[(Lang::Fr, "= nothing")]).is_err());
}

#[test]
fn days_lists_and_alphabets_are_the_languages_own() {
    let day = date(2026, 11, 22);
    assert_eq!(say(Lang::En).day(day), "November 22, 2026");
    assert_eq!(say(Lang::Fr).day(day), "22 novembre 2026");
    assert_eq!(say(Lang::Ar).short_day(day), "22 نوفمبر 2026");
    assert_eq!(say(Lang::Fr).list(&["a", "b", "c"]), "a, b et c");
    let mut names = ["Zoé", "Émile", "Eve"];
    names.sort_by(|a, b| say(Lang::Fr).order(a, b));
    assert_eq!(names, ["Émile", "Eve", "Zoé"]);
}
