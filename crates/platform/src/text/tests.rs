//! Texts over their languages, lines, and folding.

use super::*;
use proptest::prelude::*;

fn day() -> Date {
    jiff::civil::date(2026, 11, 22)
}

#[test]
fn a_mark_is_of_the_words_and_the_same_in_every_program() {
    let text = Text::both("Health", "Santé", day());
    assert_eq!(text.mark(), 223_369_796_699_340, "a form that was made before an update is read after it");
    assert_eq!(text.clone().reviewed(Lang::Fr, day()).mark(), text.mark());
    assert_ne!(text.clone().with(Lang::Fr, "Soins", day()).mark(), text.mark());
}

#[test]
fn changing_one_language_makes_the_others_outdated() {
    let text = Text::both("Health", "Santé", day())
        .rewrite(&[(Lang::En, "Health and care"), (Lang::Fr, "Santé")], day());
    assert_eq!(text.get(Lang::En).unwrap().state, TextState::Current);
    assert_eq!(text.get(Lang::Fr).unwrap().state, TextState::Outdated);
}

#[test]
fn what_a_machine_made_is_still_known_to_be_when_it_is_outdated() {
    let text = Text::default().with(Lang::En, "Health", day()).with_machine(Lang::Ar, "صحة", day());
    let text = text.rewrite(&[(Lang::En, "Health and care")], day());
    let state = text.get(Lang::Ar).unwrap().state;
    assert!(state == TextState::OutdatedMachine && state.is_outdated() && state.is_by_machine());
    assert_eq!(serde_json::to_value(state).unwrap(), "outdated_machine");
    let again = text.clone().rewrite(&[(Lang::En, "Care")], day());
    assert_eq!(again.get(Lang::Ar).unwrap().state, state, "outdated twice is outdated");
    assert_eq!(text.reviewed(Lang::Ar, day()).get(Lang::Ar).unwrap().state, TextState::Current);
}

#[test]
fn a_review_makes_a_text_current_and_changes_no_word_and_no_other_language() {
    let later = jiff::civil::date(2026, 12, 1);
    let text = Text::both("Health", "Santé", day()).with_machine(Lang::Ar, "صحة", day());
    let text = text.rewrite(&[(Lang::En, "Health and care")], day());
    let read = text.clone().reviewed(Lang::Ar, later);
    assert_eq!(
        read.get(Lang::Ar),
        Some(&Piece { text: "صحة".into(), state: TextState::Current, on: later, is_source: false })
    );
    assert_eq!(read.get(Lang::Fr).unwrap().state, TextState::Outdated);
    assert_eq!(text.clone().reviewed(Lang::Uk, later), text, "there is nothing to review");
}

#[test]
fn a_text_was_written_in_what_is_current_before_what_a_machine_made() {
    let machine = Text::default().with_machine(Lang::En, "Health", day());
    assert_eq!(machine.written_in(), Some(Lang::En));
    assert_eq!(machine.with(Lang::Fr, "Santé", day()).written_in(), Some(Lang::Fr));
    let text = Text::both("Health", "Santé", day()).rewrite(&[(Lang::Fr, "Mieux-être")], day());
    assert_eq!(text.written_in(), Some(Lang::En), "a translation that changed is one still");
    let french = Text::default().with(Lang::Fr, "Santé", day()).with(Lang::En, "Health", day());
    assert_eq!(french.written_in(), Some(Lang::Fr), "what came first");
    assert_eq!(french.with(Lang::Fr, "", day()).written_in(), Some(Lang::En));
    assert_eq!(Text::default().written_in(), None);
}

#[test]
fn a_translation_that_comes_or_changes_outdates_nothing() {
    let english = Text::default().with(Lang::En, "Health", day());
    let both = english.rewrite(&[(Lang::En, "Health"), (Lang::Fr, "Santé")], day());
    let other = both.clone().rewrite(&[(Lang::Fr, "Mieux-être")], day());
    for text in [&both, &other] {
        assert!(text.pieces().all(|(_, piece)| piece.state == TextState::Current), "{text:?}");
    }
    let french = Text::default().with(Lang::Fr, "Santé", day()).rewrite(&[(Lang::En, "Health")], day());
    let french = french.rewrite(&[(Lang::Fr, "Mieux-être")], day());
    assert_eq!(french.get(Lang::En).unwrap().state, TextState::Outdated, "it was written in French");
}

#[test]
fn what_was_kept_before_its_source_was_is_read_as_it_always_was() {
    let kept = r#"{"en":{"text":"Health","state":"outdated","on":"2026-11-01"},"fr":{"text":"Santé","state":"current","on":"2026-11-02"}}"#;
    let text: Text = serde_json::from_str(kept).unwrap();
    assert_eq!(text.written_in(), Some(Lang::Fr));
    let text = text.rewrite(&[(Lang::En, "Health and care")], day());
    assert_eq!(text.written_in(), Some(Lang::Fr), "also when both are current");
    let again = text.rewrite(&[(Lang::Fr, "Soins")], day());
    assert_eq!(again.get(Lang::En).unwrap().state, TextState::Outdated);
    assert_eq!(serde_json::to_value(TextState::Current).unwrap(), "current");
}

#[test]
fn other_words_leave_what_is_known_of_them() {
    let text = Text::default().with_machine(Lang::En, "Health 2026-11-22", day());
    let other = text.reworded(|words| words.replace('-', "…"));
    let piece = other.get(Lang::En).unwrap();
    assert_eq!((&*piece.text, piece.state, piece.on), ("Health 2026…11…22", TextState::Machine, day()));
}

#[test]
fn saving_without_a_change_outdates_nothing() {
    let text = Text::both("Health", "Santé", day());
    assert_eq!(text.clone().rewrite(&[(Lang::En, "Health"), (Lang::Fr, "Santé")], day()), text);
}

#[test]
fn a_reader_without_her_language_gets_another_and_is_told_which() {
    let text = Text::default().with(Lang::Fr, "Santé", day());
    assert_eq!(text.show(Lang::Ar).unwrap().lang, Lang::Fr);
}

#[test]
fn lines_that_turn_direction_or_control_are_refused() {
    assert_eq!(line("abc\u{202E}def", 50), Err(LineRefusal::Unprintable));
    assert_eq!(line("abc\u{7}", 50), Err(LineRefusal::Unprintable));
    assert_eq!(line("two\nlines", 50), Err(LineRefusal::Unprintable));
    assert_eq!(prose("two\r\nlines", 50), Ok("two\nlines".into()));
    assert_eq!(line(&"x".repeat(10_000), 200), Err(LineRefusal::TooLong { max: 200 }));
    assert_eq!(line("  ", 5), Err(LineRefusal::Empty));
    assert_eq!(line(" مجلس ", 50), Ok("مجلس".into()));
}

#[test]
fn folding_takes_accents_and_letter_forms_away() {
    assert_eq!(fold("Établissement"), "etablissement");
    assert_eq!(fold("الإسكان"), "الاسكان");
    assert_eq!(fold("Định cư"), "dinh cu");
}

/// Three languages, and what stands in each: nothing, or one of a few words.
const TONGUES: [Lang; 3] = [Lang::En, Lang::Fr, Lang::Ar];
const SAID: [&str; 4] = ["", "one", "two", "three"];

proptest! {
    /// Beside the text stands a plain memory: which language came first, and since when each waits for it.
    #[test]
    fn a_language_is_outdated_exactly_when_the_source_has_changed_since(
        edits in proptest::collection::vec(proptest::collection::vec(0_usize..4, 3), 1..12)
    ) {
        let mut text = Text::default();
        let (mut source, mut said, mut waits) = (None, [""; 3], [false; 3]);
        for edit in edits {
            let new = [SAID[edit[0]], SAID[edit[1]], SAID[edit[2]]];
            if source.is_none_or(|at: usize| said[at].is_empty()) {
                source = (0..3).find(|at| !said[*at].is_empty() && !waits[*at])
                    .or_else(|| (0..3).find(|at| !said[*at].is_empty()));
            }
            let moved = source.is_some_and(|at| new[at] != said[at] && !new[at].is_empty());
            for at in 0..3 {
                waits[at] = !new[at].is_empty() && new[at] == said[at] && (waits[at] || moved);
            }
            let typed: Vec<(Lang, &str)> = TONGUES.into_iter().zip(new).collect();
            text = text.rewrite(&typed, day());
            said = new;
            for (at, lang) in TONGUES.into_iter().enumerate() {
                prop_assert_eq!(text.in_lang(lang), said[at]);
                let is_outdated = text.get(lang).is_some_and(|piece| piece.state.is_outdated());
                prop_assert_eq!(is_outdated, waits[at], "{} in {:?}", lang, text);
            }
            prop_assert!(text.pieces().filter(|(_, piece)| piece.is_source).count() <= 1);
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
