use super::*;
use icu::properties::{CodePointMapData, props::Script};
use std::collections::{BTreeMap, BTreeSet};

/// The languages of the first day.
const LAUNCH: [&str; 15] =
    ["en", "fr", "ar", "uk", "es", "pa", "zh-Hans", "fil", "fa", "ti", "so", "ur", "hi", "pt", "vi"];
/// A name is a label: no longer than this.
const NAME: usize = 40;
/// A phrase stands at so many needs of a language at most.
const SHARED: usize = 3;

fn lexicon() -> Lexicon {
    Lexicon::load().unwrap()
}

fn languages() -> Vec<Language> {
    files(lexicon().needs()).collect::<Result<_, _>>().unwrap()
}

/// All phrases of a language with their needs.
fn phrases(language: &Language) -> impl Iterator<Item = (&str, &str)> {
    language.needs.iter().flat_map(|(need, words)| words.phrases().map(move |phrase| (need.as_str(), phrase)))
}

#[test]
fn there_are_at_least_eighty_needs_in_twelve_groups() {
    let needs = Needs::read(NEEDS).unwrap();
    assert!(needs.needs.len() >= 80, "{}", needs.needs.len());
    assert_eq!(needs.groups.len(), 12);
    assert!(needs.groups.iter().all(|group| needs.needs.iter().any(|need| need.group == group.id)));
}

#[test]
fn every_file_of_the_folder_is_read_and_is_a_language_of_the_first_day() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lexicon");
    let files = std::fs::read_dir(folder).unwrap().filter_map(|file| {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.strip_suffix(".toml").filter(|code| *code != "needs").map(str::to_owned)
    });
    let compiled: BTreeSet<String> = FILES.iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(files.collect::<BTreeSet<_>>(), compiled);
    assert_eq!(compiled, LAUNCH.iter().map(|code| (*code).to_owned()).collect());
}

#[test]
fn names_are_short_and_every_phrase_has_words() {
    for language in &languages() {
        for (need, words) in &language.needs {
            let length = words.name.chars().count();
            assert!(length <= NAME, "{}: {need}: {} has {length} characters", language.code, words.name);
        }
        for (need, phrase) in phrases(language) {
            assert!(!seek::words(phrase).is_empty(), "{}: {need}: {phrase} has no words", language.code);
        }
    }
}

#[test]
fn no_phrase_stands_at_many_needs_nor_twice_at_one() {
    for language in &languages() {
        let mut needs = BTreeMap::<Vec<String>, Vec<&str>>::new();
        for (need, phrase) in phrases(language) {
            needs.entry(seek::words(phrase)).or_default().push(need);
        }
        for (phrase, all) in needs {
            let different: BTreeSet<_> = all.iter().collect();
            assert!(different.len() <= SHARED, "{}: {phrase:?} stands at {all:?}", language.code);
        }
        for (need, words) in &language.needs {
            let mut seen = BTreeSet::new();
            let twice =
                words.words.iter().chain(&words.slips).find(|phrase| !seen.insert(phrase.to_lowercase()));
            assert_eq!(twice, None, "{}: {need}", language.code);
        }
    }
}

#[test]
fn no_word_mixes_letters_that_only_look_alike() {
    let scripts = CodePointMapData::<Script>::new();
    for language in &languages() {
        for (need, phrase) in phrases(language) {
            for word in phrase.split(|c: char| !c.is_alphabetic()) {
                let own: BTreeSet<Script> = word
                    .chars()
                    .map(|c| scripts.get(c))
                    .filter(|script| [Script::Latin, Script::Cyrillic, Script::Greek].contains(script))
                    .collect();
                assert!(own.len() <= 1, "{}: {need}: {word} in {phrase} mixes {own:?}", language.code);
            }
        }
    }
}

#[test]
fn each_phrase_is_read_as_its_need() {
    let lexicon = lexicon();
    let (mut all, mut first, mut found) = (0, 0, 0);
    for language in &languages() {
        for (need, phrase) in phrases(language) {
            let readings = lexicon.phrases().read_in(phrase, &language.code);
            all += 1;
            first += usize::from(readings.first().is_some_and(|reading| reading.topic == need));
            let is_there = readings.iter().any(|reading| reading.topic == need);
            found += usize::from(is_there);
            assert!(is_there, "{}: {phrase} is not read as {need}: {readings:?}", language.code);
        }
    }
    assert!(first * 100 >= all * 90, "{first} of {all} are read first, {found} at all");
}

#[test]
fn every_language_has_stop_words_each_without_a_space() {
    for language in &languages() {
        assert!(language.stop.len() >= 20, "{}", language.code);
        // Of a script without spaces a stop word may be read as several pairs.
        let odd = |word: &&String| word.contains(char::is_whitespace) || seek::words(word).is_empty();
        assert_eq!(language.stop.iter().find(odd), None, "{}", language.code);
    }
}

/// Where marks carry the meaning (Vietnamese *đâu*, where, and *đau*, it hurts), a stop word may not take telling words along with it.
#[test]
fn stop_words_are_read_like_few_telling_words() {
    const FEW: usize = 6;
    for language in &languages() {
        let written: BTreeSet<String> = language.stop.iter().map(|word| word.to_lowercase()).collect();
        let folded: BTreeSet<String> = written.iter().flat_map(|word| seek::words(word)).collect();
        let mut taken = BTreeMap::<String, usize>::new();
        for (_, phrase) in phrases(language) {
            for word in phrase.split(|c: char| !(c.is_alphanumeric() || "'’".contains(c))) {
                let word = word.to_lowercase();
                let is_read_so = seek::words(&word).first().is_some_and(|read| folded.contains(read));
                if is_read_so && !written.contains(&word) && word.chars().all(char::is_alphabetic) {
                    *taken.entry(word).or_default() += 1;
                }
            }
        }
        let most = taken.iter().max_by_key(|(_, times)| **times);
        assert!(most.is_none_or(|(_, times)| *times <= FEW), "{}: {most:?}", language.code);
    }
}

#[test]
fn a_slip_is_mended_in_the_language_of_the_reader_and_small_words_are_not_mended() {
    let lexicon = lexicon();
    let first = |text: &str| lexicon.phrases().read_in(text, "ar").into_iter().next().map(|one| one.topic);
    for text in ["سنان", "ضرسي", "ضرسي يوجعني", "بدي دكتور سنان"] {
        assert_eq!(first(text).as_deref(), Some("dentist"), "{text}");
    }
    for text in ["بدي", "وين", "مين", "بدي مين وين"] {
        assert_eq!(first(text), None, "{text}");
        assert_eq!(lexicon.phrases().stops(text, "ar").len(), seek::words(text).len(), "{text}");
    }
}

#[test]
fn every_language_finds_a_doctor() {
    let lexicon = lexicon();
    for text in ["médecin", "طبيب", "лікар", "dotor", "kid sick"] {
        let readings = lexicon.phrases().read(text);
        let groups: Vec<_> =
            readings.iter().filter_map(|reading| lexicon.needs().get(&reading.topic)).collect();
        assert!(groups.first().is_some_and(|need| need.group == "health"), "{text}: {readings:?}");
    }
}

#[test]
fn what_is_wrong_is_told_with_file_need_and_key() {
    let needs = Needs::read(
        "[[group]]\nid = \"a\"\nmeaning = \"A\"\n[[need]]\nid = \"n\"\ngroup = \"a\"\nmeaning = \"N\"\n",
    )
    .unwrap();
    let head = "language = \"en\"\nreviewed = false\nwritten = \"kith\"\n[group.a]\nname = \"A\"\n";
    let fault = |text: &str| Language::read("en", text, &needs).unwrap_err().to_string();
    let with = |rest: &str| fault(&format!("{head}{rest}"));
    assert_eq!(with(""), "lexicon/en.toml: n: is missing");
    assert_eq!(with("[n]\nwords = [\"w\"]"), "lexicon/en.toml: n.name: is missing");
    assert_eq!(with("[n]\nname = \" \"\nwords = [\"w\"]"), "lexicon/en.toml: n.name: is empty");
    assert_eq!(with("[n]\nname = \"N\"\nwords = []"), "lexicon/en.toml: n.words: has no word");
    assert_eq!(with("[n]\nname = \"N\"\nwords = [1]"), "lexicon/en.toml: n.words: is no text");
    assert_eq!(
        with("[n]\nname = \"N\"\nwords = [\"w\"]\n[m]\n"),
        "lexicon/en.toml: m: is no need of needs.toml"
    );
    assert!(with("[n").starts_with("lexicon/en.toml: the file: "));
    assert_eq!(
        Language::read("fr", head, &needs).unwrap_err().to_string(),
        "lexicon/fr.toml: language: the file is called fr"
    );
    let good = format!("{head}[n]\nname = \"N\"\nwords = [\"w\"]\nslips = [\"v\"]");
    let language = Language::read("en", &good, &needs).unwrap();
    assert_eq!(language.needs["n"].phrases().collect::<Vec<_>>(), ["N", "w", "v"]);
    assert!(
        Needs::read(
            "[[group]]\nid = \"a\"\nmeaning = \"A\"\n[[need]]\nid = \"n\"\ngroup = \"b\"\nmeaning = \"N\"\n"
        )
        .is_err()
    );
}
