use super::*;
use crate::words::words;
use proptest::prelude::*;

fn lexicon() -> Lexicon {
    Lexicon::new([
        ("doctor", "clinic"),
        ("kid is sick", "clinic"),
        ("طبيب", "clinic"),
        ("лікар", "clinic"),
        ("看医生", "clinic"),
        ("help with rent", "housing"),
        ("find a job", "work"),
        ("help with papers", "papers"),
        ("?!", "nothing"),
    ])
}

fn first(text: &str) -> Option<String> {
    lexicon().read(text).into_iter().next().map(|reading| reading.topic)
}

#[test]
fn phrases_are_read_in_any_order_with_slips_and_small_words() {
    for text in ["my kid sick", "the sick kid", "dotor", "الطبيب", "лікарь", "我要看医生", "DOCTOR!"]
    {
        assert_eq!(first(text).as_deref(), Some("clinic"), "{text}");
    }
    assert_eq!(first("find job").as_deref(), Some("work"));
    assert_eq!(first("rent help").as_deref(), Some("housing"));
    for text in ["", "?!", "\u{301}", "help", "with a", "xyzzyq"] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn a_reading_says_which_words_and_which_phrase() {
    let all = lexicon().read("tigrinya dotor");
    assert_eq!(
        (all[0].words.as_slice(), all[0].phrase.as_str(), all[0].mended),
        ([1].as_slice(), "doctor", true)
    );
    assert_eq!(lexicon().read("kid is so sick")[0].words, [0, 1, 2, 3]);
    assert!(lexicon().read("kid is sick")[0].score > all[0].score);
}

#[test]
fn several_topics_may_be_meant() {
    let topics: Vec<String> =
        lexicon().read("doctor and help with rent").into_iter().map(|reading| reading.topic).collect();
    assert_eq!(topics, ["housing", "clinic"]);
}

#[test]
fn a_slip_is_mended_towards_the_reader_and_stop_words_say_nothing() {
    let mut builder = Builder::default();
    for (language, word) in [("ar", "بدي"), ("ar", "مين"), ("en", "who"), ("fr", "qui")] {
        builder.stop(language, word);
    }
    for (language, phrase, topic) in [
        ("ar", "أسنان", "dentist"),
        ("fa", "زنان", "women"),
        ("fa", "بچی", "child"),
        ("uk", "лікар", "doctor"),
        ("en", "who feeds us", "food"),
        ("en", "who", "health organization"),
    ] {
        builder.add(language, phrase, topic);
    }
    let lexicon = builder.build();
    let first = |text: &str, language: &str| lexicon.read_in(text, language).into_iter().next();
    assert_eq!(first("بدي سنان", "ar").map(|one| one.topic).as_deref(), Some("dentist"));
    assert_eq!(first("سنان", "fa").map(|one| one.topic).as_deref(), Some("women"));
    assert_eq!(first("بدي", "ar"), None, "a stop word is not mended to a word of another language");
    // Of whatever language she is, a stop word that stands in no phrase is none to be mended.
    assert_eq!((first("بدي", "en"), lexicon.stops("بدي qui who feeds", "en")), (None, vec![0, 1, 2]));
    assert_eq!(lexicon.stops("بدي qui who", "fr"), [0, 1], "a phrase is nothing but that word");
    assert_eq!(
        first("who feeds us", "en").map(|one| one.score),
        first("feeds us", "en").map(|one| one.score)
    );
    // Nobody is told a foreign word as surely as one of her own.
    assert!(first("سنان", "uk").unwrap().score < first("سنان", "ar").unwrap().score);
}

proptest! {
    #[test]
    fn whatever_is_said_is_read_calmly(text in "\\PC{0,60}") {
        let readings = lexicon().read(&text);
        let count = words(&text).len();
        prop_assert!(readings.iter().all(|reading| reading.score <= 1.0 && reading.words.iter().all(|at| *at < count)));
    }
}
