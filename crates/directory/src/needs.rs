//! The needs that people bring, in twelve groups, and their words in each language, as `lexicon/` in the project's root holds them for reviewers.

use platform::{
    db::{Bind, Column, Mismatch, Param, Value},
    langs::Lang,
    text::fold,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// One of the twelve groups that stand on the door.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: String,
}

/// One need.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Need {
    /// Its id, in the database and in addresses.
    pub id: String,
    /// The group it belongs to.
    pub group: String,
    /// Whether pages about it carry the control that leaves quickly.
    #[serde(default)]
    pub safety: bool,
}

#[derive(Deserialize)]
struct Needs {
    group: Vec<Group>,
    need: Vec<Need>,
}

static NEEDS: LazyLock<Needs> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../lexicon/needs.toml"))
        .unwrap_or_else(|_| Needs { group: Vec::new(), need: Vec::new() })
});

/// The words of a language: what each group and each need is called.
#[derive(Deserialize)]
struct Called {
    group: BTreeMap<String, Name>,
    #[serde(flatten)]
    rest: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

const FILES: [(Lang, &str); 3] = [
    (Lang::En, include_str!("../../../lexicon/en.toml")),
    (Lang::Fr, include_str!("../../../lexicon/fr.toml")),
    (Lang::Ar, include_str!("../../../lexicon/ar.toml")),
];

static CALLED: LazyLock<BTreeMap<Lang, BTreeMap<String, String>>> = LazyLock::new(|| {
    let read = |text: &str| {
        let Called { group, rest } = toml::from_str(text).ok()?;
        let needs =
            rest.into_iter().filter_map(|(id, said)| Some((id, said.get("name")?.as_str()?.to_owned())));
        Some(group.into_iter().map(|(id, said)| (format!("group/{id}"), said.name)).chain(needs).collect())
    };
    FILES.into_iter().filter_map(|(lang, text)| Some((lang, read(text)?))).collect()
});

/// Every word and slip of every language, folded, with the needs that it stands at.
static MEANT: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (_, text) in FILES {
        let Ok(Called { rest, .. }) = toml::from_str(text) else { continue };
        for (id, said) in rest {
            let list = |key: &str| said.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
            let words =
                [said.get("name").cloned().into_iter().collect(), list("words"), list("slips")].concat();
            for word in words.iter().filter_map(toml::Value::as_str) {
                let of = all.entry(fold(word)).or_default();
                if !of.contains(&id) {
                    of.push(id.clone());
                }
            }
        }
    }
    all
});

/// The needs that a phrase means, in any language: the whole of it, else those of its longest part that is a phrase of the lexicon.
pub fn meant(phrase: &str) -> Vec<&'static str> {
    let words: Vec<String> = fold(phrase).split_whitespace().map(str::to_owned).collect();
    for length in (1..=words.len().min(8)).rev() {
        let found: Vec<&str> = words
            .windows(length)
            .filter_map(|part| MEANT.get(&part.join(" ")))
            .flatten()
            .map(String::as_str)
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// What something is called in a language, else in English; its own id where it has no name.
fn called(key: &str, lang: Lang) -> &str {
    [lang, Lang::En].iter().find_map(|lang| CALLED.get(lang)?.get(key)).map_or(key, String::as_str)
}

impl Group {
    /// What it is called.
    pub fn name(&self, lang: Lang) -> String {
        called(&format!("group/{}", self.id), lang).to_owned()
    }
}

impl Need {
    /// What it is called.
    pub fn name(&self, lang: Lang) -> &str {
        called(&self.id, lang)
    }
}

/// The twelve groups, in the order of the door.
pub fn groups() -> &'static [Group] {
    &NEEDS.group
}

/// All needs, group by group.
pub fn needs() -> &'static [Need] {
    &NEEDS.need
}

/// The need of an id.
pub fn need(id: &str) -> Option<&'static Need> {
    needs().iter().find(|one| one.id == id)
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

    /// The needs.
    pub fn all(&self) -> impl Iterator<Item = &'static Need> + '_ {
        self.0.iter().filter_map(|id| need(id))
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
    use std::collections::BTreeSet;

    #[test]
    fn the_needs_are_read_whole_in_twelve_groups() {
        assert_eq!(groups().len(), 12);
        assert!(needs().len() >= 80);
        let ids: BTreeSet<&str> = needs().iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), needs().len(), "each once");
        let of = |need: &Need| groups().iter().any(|group| group.id == need.group);
        assert!(needs().iter().all(of));
        assert!(ids.iter().all(|id| id.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn every_need_has_a_name_in_every_language_that_is_here() {
        assert_eq!(CALLED.len(), FILES.len(), "a file of words is not read");
        for (lang, _) in FILES {
            for one in needs() {
                assert!(CALLED.get(&lang).unwrap().contains_key(&one.id), "{lang}: {}", one.id);
            }
            for group in groups() {
                assert_ne!(group.name(lang), format!("group/{}", group.id), "{lang}");
            }
        }
    }

    #[test]
    fn a_phrase_means_its_need_in_any_language() {
        for typed in ["médecin", "Medecin", "طبيب", "doctor", "I need a doctor please"] {
            assert!(meant(typed).contains(&"doctor"), "{typed}");
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
}
