//! The needs that people bring, in twelve groups, and what people say for them in each language: the crate `lexicon`, read once.

use lexicon::{Group, Lexicon, Need};
use platform::{
    db::{Bind, Column, Mismatch, Param, Value},
    langs::Lang,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Its files are compiled in and tested there; should they fail all the same, services are still found by their names.
static LEXICON: LazyLock<Option<Lexicon>> = LazyLock::new(|| Lexicon::load().ok());

/// The twelve groups, in the order of the door.
pub fn groups() -> &'static [Group] {
    LEXICON.as_ref().map_or(&[], |all| &all.needs().groups)
}

/// All needs, group by group.
pub fn needs() -> &'static [Need] {
    LEXICON.as_ref().map_or(&[], |all| &all.needs().needs)
}

/// The need of an id.
pub fn need(id: &str) -> Option<&'static Need> {
    LEXICON.as_ref()?.needs().get(id)
}

/// Whether a need, or a group of them, is of safety: somebody may have to leave a page about it quickly.
pub fn is_safety(id: &str) -> bool {
    id == "safety" || need(id).is_some_and(|one| one.safety)
}

/// What is called so in a language, else in English; its own id where it has no name.
fn called(
    id: &str,
    lang: Lang,
    name: impl Fn(&'static Lexicon, &'static str) -> Option<&'static str>,
) -> String {
    let all = LEXICON.as_ref();
    all.and_then(|all| name(all, lang.code()).or_else(|| name(all, Lang::En.code()))).unwrap_or(id).to_owned()
}

/// What a group is called.
pub fn group_name(of: &'static Group, lang: Lang) -> String {
    called(&of.id, lang, |all, code| all.group_name(&of.id, code))
}

/// What a need is called.
pub fn name(of: &'static Need, lang: Lang) -> String {
    called(&of.id, lang, |all, code| all.name(&of.id, code))
}

/// What people say for a need in a language, with commas between; in English where that language says nothing.
pub fn said(of: &'static Need, lang: Lang) -> &'static str {
    let said = |lang: Lang| LEXICON.as_ref()?.said(&of.id, lang.code());
    said(lang).or_else(|| said(Lang::En)).unwrap_or_default()
}

/// What a need, or a group of them, is called by its id; the id itself where there is none.
pub fn called_either(id: &str, lang: Lang) -> String {
    let group = || groups().iter().find(|one| one.id == id).map(|one| group_name(one, lang));
    need(id).map(|one| name(one, lang)).or_else(group).unwrap_or_else(|| id.to_owned())
}

/// What a need is called, in all languages.
pub fn names(of: &'static Need) -> impl Iterator<Item = &'static str> {
    LEXICON.as_ref().into_iter().flat_map(|all| all.names(&of.id))
}

/// The languages in which people say their needs, and of each whether somebody who speaks it has read its words.
pub(crate) fn tongues() -> &'static [lexicon::Tongue] {
    LEXICON.as_ref().map_or(&[], |all| all.tongues())
}

/// All that people say in one of them; none where there is no such language.
pub(crate) fn tongue(code: &str) -> Option<lexicon::Language> {
    lexicon::file(LEXICON.as_ref()?.needs(), code)?.ok()
}

/// What words mean to somebody who reads this language, as an index asks for it; `facet` is where its needs stand.
pub(crate) fn topics(facet: seek::Facet, words: &str, lang: Lang) -> seek::Topics {
    let phrases = LEXICON.as_ref().map(Lexicon::phrases);
    let readings = phrases.map(|all| all.read_in(words, lang.code())).unwrap_or_default();
    let stops = phrases.map(|all| all.stops(words, lang.code())).unwrap_or_default();
    seek::Topics { facet, readings, stops }
}

/// The needs that words mean, in whatever language, and how surely: up to 100. Slips are forgiven.
pub fn meant(words: &str) -> Vec<(&'static Need, u32)> {
    let readings = LEXICON.as_ref().map(|all| all.phrases().read(words)).unwrap_or_default();
    read(&readings).collect()
}

/// The needs of readings, and how surely.
pub(crate) fn read(readings: &[seek::Reading]) -> impl Iterator<Item = (&'static Need, u32)> {
    let sure = |score: f64| (1..=100).rev().find(|n| score * 100.0 >= f64::from(*n)).unwrap_or(0);
    readings.iter().filter_map(move |one| Some((need(&one.topic)?, sure(one.score))))
}

/// The needs that a service answers, by their ids; stored with a space before and after each, so that one can be looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NeedIds(pub Vec<String>);

impl NeedIds {
    /// Those of `ids` that there are, each once, in their order.
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> = Vec::new();
        for id in ids {
            if need(id).is_some() && !all.iter().any(|one| one == id) {
                all.push(id.to_owned());
            }
        }
        Self(all)
    }

    /// Whether one of them is of safety: somebody may have to leave a page about it quickly.
    pub fn is_safety(&self) -> bool {
        self.all().any(|need| need.safety)
    }

    /// The needs.
    pub fn all(&self) -> impl Iterator<Item = &'static Need> + '_ {
        self.0.iter().filter_map(|id| need(id))
    }

    /// What the service is there for above all: the groups of which at least half of its needs are, each with its needs. A house that answers many
    /// things besides is not first among those that answer one of them.
    pub fn mainly(&self) -> impl Iterator<Item = &'static Need> + '_ {
        let of = |group: &str| self.all().filter(|one| one.group == group).count() * 2;
        let all = self.all().count();
        self.all().filter(move |one| of(&one.group) >= all)
    }

    /// Whether it is there above all for people who are in danger: nobody is called back from here, and no paper says in her name what happened.
    pub fn is_for_danger(&self) -> bool {
        let (all, danger) = (self.all().count(), self.all().filter(|one| one.safety).count());
        danger > 0 && danger * 2 >= all
    }
}

/// What a stored list that names the need looks like, for `LIKE`. Ids hold letters and hyphens only.
pub fn pattern(id: &str) -> Option<String> {
    need(id).map(|one| format!("% {} %", one.id))
}

impl Param for NeedIds {
    fn bind(&self) -> Bind<'_> {
        Bind::Owned(if self.0.is_empty() { String::new() } else { format!(" {} ", self.0.join(" ")) })
    }
}

impl Column for NeedIds {
    fn column(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Text(ids) => Ok(Self(ids.split_whitespace().map(str::to_owned).collect())),
            other => Err(Mismatch::new("ids of needs", &other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_needs_are_read_whole_in_twelve_groups_with_names_in_every_language() {
        assert_eq!(groups().len(), 12);
        assert!(needs().len() >= 80);
        for lang in Lang::ALL {
            assert!(needs().iter().all(|one| name(one, lang) != one.id), "{lang}");
            assert!(groups().iter().all(|one| group_name(one, lang) != one.id), "{lang}");
        }
        assert!(needs().iter().all(|one| one.id.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn words_mean_their_need_in_any_language() {
        for typed in ["médecin", "Medecin", "طبيب", "лікар", "doctor", "dotor", "I need a doctor please"]
        {
            assert!(meant(typed).iter().any(|(need, _)| need.id == "doctor"), "{typed}");
        }
        assert!(meant("").is_empty() && meant("xyzzy").is_empty());
    }

    #[test]
    fn a_list_reads_back_and_can_be_looked_into() {
        let all = NeedIds::of(["doctor", "nonsense", "dentist", "doctor"]);
        let stored = match all.bind() {
            Bind::Owned(text) => text,
            _ => String::new(),
        };
        assert_eq!(stored, " doctor dentist ");
        assert_eq!(NeedIds::column(Value::Text(stored)).unwrap(), all);
        assert_eq!(pattern("doctor").unwrap(), "% doctor %");
        assert_eq!(pattern("%"), None);
        let none = match NeedIds::default().bind() {
            Bind::Owned(text) => text,
            _ => "x".into(),
        };
        assert_eq!(none, "");
    }

    #[test]
    fn a_service_is_mainly_what_half_of_its_needs_are() {
        let of = |ids: &[&str]| NeedIds::of(ids.iter().copied());
        let mainly = |ids: &[&str]| of(ids).mainly().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(mainly(&["family-violence", "shelter", "police"]), ["family-violence", "police"]);
        assert_eq!(mainly(&["language-class", "doctor"]), ["language-class", "doctor"], "half and half");
        assert!(mainly(&[]).is_empty());
        assert!(of(&["family-violence", "shelter"]).is_for_danger());
        assert!(!of(&["language-class", "settlement-worker", "hate"]).is_for_danger());
        assert!(!of(&["discrimination"]).is_for_danger() && !of(&[]).is_for_danger());
    }
}
