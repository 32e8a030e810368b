//! The first 90 days, as the files of the folder `first-steps` have them: the steps, and what they say in the languages that have them.

use crate::rules::first_steps::Step;
use platform::{langs::Lang, provinces::Province};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Steps {
    step: Vec<Step>,
    province: Vec<InProvince>,
}

/// What is called otherwise, or stands elsewhere, in a province.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InProvince {
    code: String,
    pub(crate) health_plan: String,
    pub(crate) health_link: String,
    tenants: String,
    tenants_fr: String,
    pub(crate) tenants_link: String,
}

impl InProvince {
    /// Who decides between tenants and landlords, by its name in an official language.
    pub(crate) fn tenants(&self, lang: Lang) -> &str {
        if lang == Lang::Fr { &self.tenants_fr } else { &self.tenants }
    }
}

/// What one step says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepWords {
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) why: String,
    #[serde(default)]
    pub(crate) bring: String,
    #[serde(default)]
    pub(crate) line: BTreeMap<String, String>,
}

/// What all of them say in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// How far it can be trusted: `machine-made` until somebody who speaks the language has read it.
    #[serde(default)]
    review: String,
    pub(crate) step: BTreeMap<String, StepWords>,
    pub(crate) province: ProvinceWords,
}

/// What leads to the facts of a province.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProvinceWords {
    health: String,
    pub(crate) tenants: String,
}

impl Told {
    /// Whether a machine made it and nobody who speaks the language has read it.
    pub(crate) fn is_by_machine(&self) -> bool {
        !self.review.is_empty()
    }

    /// What leads to the health plan of a province.
    pub(crate) fn health(&self, plan: &str) -> String {
        self.province.health.replace("{ plan }", plan)
    }
}

static STEPS: LazyLock<Option<Steps>> =
    LazyLock::new(|| toml::from_str(include_str!("../first-steps/steps.toml")).ok());

/// The languages that have the steps, each with its file. Tests read them whole; should one fail all the same, it is left out.
static TOLD: LazyLock<Vec<(Lang, Told)>> = LazyLock::new(|| {
    let files = [
        (Lang::En, include_str!("../first-steps/en.toml")),
        (Lang::Fr, include_str!("../first-steps/fr.toml")),
        (Lang::Ar, include_str!("../first-steps/ar.toml")),
    ];
    files.into_iter().filter_map(|(lang, file)| Some((lang, toml::from_str(file).ok()?))).collect()
});

/// The steps, in order.
pub(crate) fn steps() -> &'static [Step] {
    STEPS.as_ref().map_or(&[], |all| &all.step)
}

/// The languages that have the steps.
pub(crate) fn langs() -> impl Iterator<Item = Lang> {
    TOLD.iter().map(|(lang, _)| *lang)
}

/// What the steps say to a reader, and in which language: hers, or else English.
pub(crate) fn told(lang: Lang) -> Option<(Lang, &'static Told)> {
    let of = |lang: Lang| TOLD.iter().find(|(one, _)| *one == lang);
    of(lang).or_else(|| of(Lang::En)).map(|(lang, told)| (*lang, told))
}

/// What is special in a province; none where nothing is known here.
pub(crate) fn in_province(of: Option<Province>) -> Option<&'static InProvince> {
    STEPS.as_ref()?.province.iter().find(|one| of.is_some_and(|of| of.code() == one.code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needs::need;
    use std::collections::BTreeSet;

    #[test]
    fn the_steps_are_read_whole_and_lead_somewhere() {
        let all: Steps = toml::from_str(include_str!("../first-steps/steps.toml")).unwrap();
        assert_eq!(all.step.len(), steps().len());
        assert!(steps().len() >= 25);
        let ids: BTreeSet<&str> = steps().iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), steps().len(), "each id once");
        for one in steps() {
            assert!(one.needs.iter().all(|id| need(id).is_some()), "{}", one.id);
            assert!(one.instead.iter().all(|id| ids.contains(id.as_str()) && *id != one.id), "{}", one.id);
            assert!(!one.needs.is_empty() || one.shows.is_some(), "{} leads nowhere", one.id);
            assert!(one.source.iter().all(|source| source.link.starts_with("http")), "{}", one.id);
        }
        assert!(
            steps().windows(2).all(|pair| matches!(pair, [a, b] if a.when <= b.when)),
            "in the order of time"
        );
        assert!(all.province.iter().all(|one| Province::from_code(&one.code).is_some()));
    }

    #[test]
    fn every_language_says_every_step_and_what_is_not_read_yet_says_so() {
        let mut ids: Vec<(String, bool, Vec<String>)> = Vec::new();
        for one in steps() {
            let (_, english) = told(Lang::En).unwrap();
            let words = &english.step[&one.id];
            let mut keys: Vec<String> = one.line.iter().map(|line| line.key.clone()).collect();
            keys.sort();
            assert_eq!(words.line.keys().cloned().collect::<Vec<_>>(), keys, "{}", one.id);
            ids.push((one.id.clone(), words.bring.is_empty(), keys));
        }
        ids.sort();
        assert_eq!(langs().collect::<Vec<_>>(), [Lang::En, Lang::Fr, Lang::Ar]);
        for lang in langs() {
            let (_, told) = told(lang).unwrap();
            let of = |(id, words): (&String, &StepWords)| {
                (id.clone(), words.bring.is_empty(), words.line.keys().cloned().collect())
            };
            assert_eq!(told.step.iter().map(of).collect::<Vec<_>>(), ids, "{lang}");
            assert!(told.health("X").contains('X'), "{lang}");
            assert_eq!(told.is_by_machine(), lang == Lang::Ar, "{lang}");
        }
        assert_eq!(told(Lang::Uk).unwrap().0, Lang::En, "a language that has none leads to English");
    }

    #[test]
    fn french_has_its_spaces_and_no_language_shouts() {
        for lang in langs() {
            let (_, told) = told(lang).unwrap();
            for (id, one) in &told.step {
                let lines = one.line.values();
                for text in [&one.title, &one.what, &one.why, &one.bring].into_iter().chain(lines) {
                    assert!(!text.contains('!') && !text.contains("  "), "{lang} {id}: {text}");
                    let bare = |at: usize| {
                        !text[..at].ends_with('\u{a0}')
                            && !text[..at].ends_with("http")
                            && !text[..at].ends_with("https")
                    };
                    assert!(
                        lang != Lang::Fr || text.match_indices(':').all(|(at, _)| !bare(at)),
                        "{lang} {id}: {text}"
                    );
                    assert!(
                        lang != Lang::Fr || !text.contains(" ?") && !text.contains(" ;"),
                        "{lang} {id}: {text}"
                    );
                }
            }
        }
    }
}
