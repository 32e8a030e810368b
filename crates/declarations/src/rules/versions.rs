//! Versions of the declaration: one draft at a time, published once. Published words never change; a language that has none
//! may be added.

use jiff::civil::Date;
use platform::{
    langs::Lang,
    text::{Piece, Text},
};

platform::refusals! {
    /// Why a version cannot be written or published so.
    pub enum VersionRefusal {
        /// It is published: a text that somebody may have signed never changes.
        Published = "declaration-published",
        /// A draft is being written already.
        Drafted = "declaration-drafted",
        /// A title or a text is missing in one of the official languages.
        NotInBoth { lang: String } = "declaration-not-in-both",
        /// A machine made the words, and nobody has read them.
        ByMachine = "declaration-by-machine",
        /// A machine made the words in an official language, and nobody has read them: they would never change again.
        Unread { lang: String } = "declaration-unread",
        /// It would be in force before the version before it.
        Before { on: Date } = "declaration-before",
        /// It says the same as the version before it.
        Unchanged = "declaration-unchanged",
        /// Nobody wrote down how it was decided.
        NoDecision = "declaration-no-decision",
    }
}

impl VersionRefusal {
    /// The field of the form that it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Before { .. } => "in_force_on",
            Self::NoDecision => "decision",
            Self::Published
            | Self::Drafted
            | Self::NotInBoth { .. }
            | Self::ByMachine
            | Self::Unread { .. }
            | Self::Unchanged => "",
        }
    }
}

/// Whether a published text may be translated so: every language that had words has the same ones still. One that had none may
/// have some from now on, since nobody signed under them; as they never change again, somebody must have read them.
///
/// # Errors
/// [`VersionRefusal::Published`], [`VersionRefusal::ByMachine`].
pub fn keeps_words(before: &Text, after: &Text) -> Result<(), VersionRefusal> {
    let same = |(lang, piece): (Lang, &Piece)| after.in_lang(lang) == piece.text;
    if !before.pieces().all(same) {
        return Err(VersionRefusal::Published);
    }
    let is_unread = |(lang, piece): (Lang, &Piece)| before.get(lang).is_none() && piece.state.is_by_machine();
    if after.pieces().any(is_unread) { Err(VersionRefusal::ByMachine) } else { Ok(()) }
}

/// An official language in which a machine made the words of one of these texts, and nobody has read them. In others they are
/// marked on the page as a machine's.
pub fn unread<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Option<Lang> {
    let mut pieces = texts.into_iter().flat_map(Text::pieces);
    let is_unread =
        |(lang, piece): &(Lang, &Piece)| Lang::OFFICIAL.contains(lang) && piece.state.is_by_machine();
    pieces.find(is_unread).map(|(lang, _)| lang)
}

/// Whether a version is worth another language on `today`: a draft, the one in force, one to come; not one that was replaced.
pub fn worth_translating(versions: &[(u32, Option<Date>)], number: u32, today: Date) -> bool {
    let last = in_force(versions.iter().copied(), today);
    versions
        .iter()
        .any(|(one, on)| *one == number && (on.is_none_or(|on| on > today) || last == Some(number)))
}

/// A version as the rule needs it.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// What it is called.
    pub title: &'a Text,
    /// Its text.
    pub body: &'a Text,
    /// From when it is in force; none while it is a draft.
    pub in_force_on: Option<Date>,
}

/// The number of a new draft, behind these versions.
///
/// # Errors
/// [`VersionRefusal::Drafted`].
pub fn draft<'a>(versions: impl IntoIterator<Item = Version<'a>>) -> Result<u32, VersionRefusal> {
    let mut last = 0;
    for version in versions {
        if version.in_force_on.is_none() {
            return Err(VersionRefusal::Drafted);
        }
        last = last.max(version.number);
    }
    Ok(last + 1)
}

/// Whether a draft may be published after `before`, to be in force from a day, as somebody decided.
///
/// # Errors
/// [`VersionRefusal`]; a text is published in both official languages or not at all, of which somebody has read each.
pub fn publish(
    draft: Version<'_>,
    before: Option<Version<'_>>,
    in_force_on: Date,
    decision: &Text,
) -> Result<(), VersionRefusal> {
    if draft.in_force_on.is_some() {
        return Err(VersionRefusal::Published);
    }
    let lacks = |lang: &Lang| draft.title.in_lang(*lang).is_empty() || draft.body.in_lang(*lang).is_empty();
    if let Some(lang) = Lang::OFFICIAL.into_iter().find(lacks) {
        return Err(VersionRefusal::NotInBoth { lang: lang.own_name().to_owned() });
    }
    if let Some(lang) = unread([draft.title, draft.body, decision]) {
        return Err(VersionRefusal::Unread { lang: lang.own_name().to_owned() });
    }
    if let Some(before) = before {
        let same = |lang| draft.body.in_lang(lang) == before.body.in_lang(lang);
        if Lang::OFFICIAL.into_iter().all(same) {
            return Err(VersionRefusal::Unchanged);
        }
        if let Some(on) = before.in_force_on.filter(|on| in_force_on <= *on) {
            return Err(VersionRefusal::Before { on });
        }
    }
    if decision.is_empty() { Err(VersionRefusal::NoDecision) } else { Ok(()) }
}

/// Which version is in force on `today`: the newest of those whose day has come.
pub fn in_force(versions: impl IntoIterator<Item = (u32, Option<Date>)>, today: Date) -> Option<u32> {
    let begun = versions.into_iter().filter(|(_, on)| on.is_some_and(|on| on <= today));
    begun.map(|(number, _)| number).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn both(words: &str) -> Text {
        Text::both(words, words, TODAY)
    }

    fn version<'a>(number: u32, text: &'a Text, in_force_on: Option<Date>) -> Version<'a> {
        Version { number, title: text, body: text, in_force_on }
    }

    #[test]
    fn what_waits_for_another_language_is_in_force_to_come_or_a_draft() {
        let versions = [
            (4, None),
            (3, Some(date(2027, 1, 1))),
            (2, Some(date(2026, 4, 1))),
            (1, Some(date(2025, 4, 1))),
        ];
        let waiting = (1..=5).filter(|number| worth_translating(&versions, *number, TODAY));
        assert_eq!(waiting.collect::<Vec<_>>(), [2, 3, 4]);
    }

    #[test]
    fn published_words_stay_and_a_language_may_come() {
        let before = both("We welcome.");
        assert_eq!(keeps_words(&before, &before.clone().with(Lang::Ar, "نرحب", TODAY)), Ok(()));
        assert_eq!(keeps_words(&before, &before.clone().reviewed(Lang::Fr, TODAY)), Ok(()));
        let unread = before.clone().with_machine(Lang::Ar, "نرحب", TODAY);
        assert_eq!(keeps_words(&before, &unread), Err(VersionRefusal::ByMachine));
        assert_eq!(keeps_words(&before, &unread.clone().reviewed(Lang::Ar, TODAY)), Ok(()));
        assert_eq!(keeps_words(&unread, &unread), Ok(()), "what stood there before it was published stays");
        let changed = before.clone().with(Lang::Fr, "Bienvenue.", TODAY);
        assert_eq!(keeps_words(&before, &changed), Err(VersionRefusal::Published));
        let gone = before.clone().with(Lang::Fr, "", TODAY);
        assert_eq!(keeps_words(&before, &gone), Err(VersionRefusal::Published));
    }

    #[test]
    fn what_a_machine_wrote_is_published_once_somebody_has_read_it() {
        let (title, decided) = (both("We welcome."), both("By the council."));
        let go = |title: &Text, body: &Text| {
            let draft = Version { number: 1, title, body, in_force_on: None };
            publish(draft, None, TODAY, &decided)
        };
        let body = Text::both("We act.", "Nous agissons.", TODAY);
        let arabic = body.clone().with_machine(Lang::Ar, "نعمل.", TODAY);
        assert_eq!(go(&title, &arabic), Ok(()), "there the page marks them");
        for lang in Lang::OFFICIAL {
            let body = body.clone().with_machine(lang, "…", TODAY);
            let why = Err(VersionRefusal::Unread { lang: lang.own_name().to_owned() });
            assert_eq!(go(&title, &body), why);
            assert_eq!(go(&body, &title), why, "the title counts too");
            assert_eq!(go(&title, &body.clone().reviewed(lang, TODAY)), Ok(()));
        }
    }

    #[test]
    fn one_draft_at_a_time_and_numbers_go_on() {
        let text = both("We welcome.");
        assert_eq!(draft([]), Ok(1));
        assert_eq!(draft([version(1, &text, Some(TODAY))]), Ok(2));
        assert_eq!(
            draft([version(2, &text, None), version(1, &text, Some(TODAY))]),
            Err(VersionRefusal::Drafted)
        );
    }

    #[test]
    fn a_version_is_published_once_in_both_languages_after_the_one_before_and_with_its_decision() {
        let (old, new, decided) = (both("We welcome."), both("We welcome and act."), both("By the council."));
        let before = version(1, &old, Some(date(2025, 4, 1)));
        let go = |draft, on, decision: &Text| publish(draft, Some(before), on, decision);
        assert_eq!(go(version(2, &new, None), TODAY, &decided), Ok(()));
        assert_eq!(publish(version(1, &old, None), None, TODAY, &decided), Ok(()));
        assert_eq!(go(version(2, &new, Some(TODAY)), TODAY, &decided), Err(VersionRefusal::Published));
        assert_eq!(go(version(2, &old, None), TODAY, &decided), Err(VersionRefusal::Unchanged));
        assert_eq!(go(version(2, &new, None), TODAY, &Text::default()), Err(VersionRefusal::NoDecision));
        let on = date(2025, 4, 1);
        assert_eq!(go(version(2, &new, None), on, &decided), Err(VersionRefusal::Before { on }));
        let english = Text::default().with(Lang::En, "We welcome and act.", TODAY);
        let lang = Lang::Fr.own_name().to_owned();
        assert_eq!(go(version(2, &english, None), TODAY, &decided), Err(VersionRefusal::NotInBoth { lang }));
    }

    proptest! {
        #[test]
        fn whatever_is_added_no_word_that_was_signed_changes(old in prop::collection::vec("[a-c]{0,2}", 3), new in prop::collection::vec("[a-c]{0,2}", 3)) {
            let langs = [Lang::En, Lang::Fr, Lang::Ar];
            let write = |words: &[String]| langs.iter().zip(words).fold(Text::default(), |text, (lang, words)| text.with(*lang, words, TODAY));
            let (before, after) = (write(&old), write(&new));
            let same = langs.iter().all(|lang| before.in_lang(*lang).is_empty() || before.in_lang(*lang) == after.in_lang(*lang));
            prop_assert_eq!(keeps_words(&before, &after).is_ok(), same);
        }

        #[test]
        fn what_is_in_force_has_begun_and_nothing_newer_has(days in prop::collection::vec(prop::option::of(-400_i64..400), 0..8)) {
            let day = |n: i64| TODAY.saturating_add(jiff::Span::new().days(n));
            let versions: Vec<(u32, Option<Date>)> = (1..).zip(days.iter().map(|n| n.map(day))).collect();
            let begun = |(_, on): &&(u32, Option<Date>)| on.is_some_and(|on| on <= TODAY);
            match in_force(versions.clone(), TODAY) {
                Some(number) => prop_assert!(versions.iter().filter(begun).all(|(n, _)| *n <= number)
                    && versions.iter().filter(begun).any(|(n, _)| *n == number)),
                None => prop_assert!(!versions.iter().any(|one| begun(&one))),
            }
        }
    }
}
