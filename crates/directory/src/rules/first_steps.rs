//! The first 90 days as steps: which of them concern somebody, which she may take, and what is open to her where she may not.

use super::{
    eligibility::{Answer, Class, FunderRule, Openness, Situation},
    since::{Since, may_use_since},
};
use jiff::civil::Date;
use serde::Deserialize;

/// When a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before she comes, and the first days.
    Days,
    /// The first weeks.
    Weeks,
    /// Until day 90.
    Ninety,
}

impl When {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Days, Self::Weeks, Self::Ninety];

    /// The end of the key of its heading.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Ninety => "ninety",
        }
    }
}

/// What a step shows beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shows {
    /// The numbers to call.
    Numbers,
    /// What the health plan of the province is called.
    HealthPlan,
    /// Who decides between tenants and landlords in the province.
    Tenants,
    /// Until when the rule of the federal funder lets her in.
    Window,
    /// Where to tell what was missing.
    TellUs,
}

/// Where something can be read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who says it.
    pub name: String,
    /// Where.
    pub link: String,
    /// The day that a person read it there last; none where nobody has said so.
    #[serde(default)]
    pub checked_on: Option<Date>,
}

/// A sentence for some.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its key in the words of the step.
    pub key: String,
    /// For whom.
    #[serde(rename = "for")]
    pub classes: Vec<Class>,
}

/// One step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id in the files.
    pub id: String,
    /// When it is taken.
    pub when: When,
    /// The needs by which services for it are found.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Whom it concerns; everyone where nothing stands.
    #[serde(default)]
    pub about: Vec<Class>,
    /// Whether only for those who have children with them.
    #[serde(default)]
    pub with_children: bool,
    /// Who may use what it leads to.
    #[serde(default = "everyone")]
    pub openness: Openness,
    /// Who has to ask, although no rule lets her in.
    #[serde(default)]
    pub ask: Vec<Class>,
    /// Steps that are open to whom this one is not.
    #[serde(default)]
    pub instead: Vec<String>,
    /// What it shows beside its words.
    #[serde(default)]
    pub shows: Option<Shows>,
    /// Sentences for some.
    #[serde(default)]
    pub line: Vec<Line>,
    /// Where it can be read.
    #[serde(default)]
    pub source: Vec<Source>,
}

fn everyone() -> Openness {
    Openness::Everyone
}

/// What somebody says of herself. Everything may be left unsaid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Her {
    /// As whom she is here.
    pub class: Option<Class>,
    /// Since when she has been a permanent resident.
    pub since: Option<Since>,
    /// Whether children are with her.
    pub has_children: Option<bool>,
}

/// A step as it is shown to somebody.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The step.
    pub step: &'a Step,
    /// Whether she may take it; none when she has not said as whom she is here.
    pub may: Option<Answer>,
    /// What is open to her where this is likely not.
    pub instead: Vec<&'a Step>,
    /// The keys of the sentences that are for her.
    pub lines: Vec<&'a str>,
}

/// Whether somebody may take a step.
fn may_take(step: &Step, rules: &[FunderRule], of: &Her, today: Date) -> Answer {
    let situation = Situation { class: of.class, resident_since: None };
    let may = may_use_since((&step.openness, rules), (situation, of.since), today);
    let has_to_ask = of.class.is_some_and(|class| step.ask.contains(&class));
    if may == Answer::LikelyNot && has_to_ask { Answer::Ask } else { may }
}

/// Whether a step concerns somebody, as far as she says.
fn concerns(step: &Step, of: &Her) -> bool {
    let by_class = of.class.is_none_or(|class| step.about.is_empty() || step.about.contains(&class));
    by_class && !(step.with_children && of.has_children == Some(false))
}

/// The steps that concern somebody, in their order. To whom says nothing, all are shown.
pub fn steps_for<'a>(all: &'a [Step], rules: &[FunderRule], of: &Her, today: Date) -> Vec<Shown<'a>> {
    let is_open = |step: &&Step| concerns(step, of) && may_take(step, rules, of, today) != Answer::LikelyNot;
    let shown = |step: &'a Step| {
        let may = of.class.map(|_| may_take(step, rules, of, today));
        let named = |id: &String| all.iter().find(|other| other.id == *id);
        let instead = match may {
            Some(Answer::LikelyNot) => step.instead.iter().filter_map(named).filter(is_open).collect(),
            _ => Vec::new(),
        };
        let fits = |line: &&Line| of.class.is_none_or(|class| line.classes.contains(&class));
        Shown {
            step,
            may,
            instead,
            lines: step.line.iter().filter(fits).map(|line| line.key.as_str()).collect(),
        }
    };
    all.iter().filter(|step| concerns(step, of)).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{first_steps::steps, funders::funders};
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 23);

    fn shown(of: &Her) -> Vec<Shown<'static>> {
        steps_for(steps(), funders(), of, TODAY)
    }

    fn of(class: Class) -> Her {
        Her { class: Some(class), ..Her::default() }
    }

    fn one(of: &Her, id: &str) -> Option<Shown<'static>> {
        shown(of).into_iter().find(|one| one.step.id == id)
    }

    #[test]
    fn vectors() {
        let ids = |all: &[&Step]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>().join(" ");
        for (class, id, may, instead) in [
            (Class::FamilyResident, "settlement", Answer::Likely, ""),
            (Class::EconomicResident, "settlement", Answer::Ask, ""),
            (Class::Claimant, "settlement", Answer::Ask, ""),
            (Class::Student, "settlement", Answer::LikelyNot, "library people"),
            (Class::CitizenBornAbroad, "language", Answer::LikelyNot, "circle"),
            (Class::Student, "work", Answer::LikelyNot, "library"),
            (Class::Visitor, "sin", Answer::LikelyNot, "law"),
            (Class::Worker, "sin", Answer::Ask, ""),
            (Class::NoStatus, "health", Answer::LikelyNot, "doctor"),
            (Class::Claimant, "health", Answer::Ask, ""),
            (Class::RefugeeResident, "health", Answer::Likely, ""),
            (Class::NoStatus, "food", Answer::Yes, ""),
            (Class::Visitor, "circle", Answer::Yes, ""),
        ] {
            let got = one(&of(class), id).unwrap();
            assert_eq!((got.may, ids(&got.instead)), (Some(may), instead.into()), "{class:?} {id}");
        }
        for (class, id, is_there) in [
            (Class::FamilyResident, "pr-card", true),
            (Class::Student, "pr-card", false),
            (Class::Student, "permit", true),
            (Class::FamilyResident, "permit", false),
            (Class::Claimant, "claim", true),
            (Class::EconomicResident, "claim", false),
            (Class::CitizenBornAbroad, "how-long", false),
        ] {
            assert_eq!(one(&of(class), id).is_some(), is_there, "{class:?} {id}");
        }
        let late = Her { since: Since::read("2019", TODAY), ..of(Class::EconomicResident) };
        assert_eq!(one(&late, "language").unwrap().may, Some(Answer::LikelyNot));
        let alone = Her { has_children: Some(false), ..Her::default() };
        assert!(one(&alone, "school").is_none() && one(&Her::default(), "school").is_some());
        assert_eq!(one(&of(Class::Claimant), "health").unwrap().lines, ["refugee"]);
        assert_eq!(one(&Her::default(), "health").unwrap().lines, ["refugee", "permit"]);
        assert_eq!(one(&of(Class::FamilyResident), "health").unwrap().lines, Vec::<&str>::new());
    }

    #[test]
    fn what_is_closed_to_her_too_or_does_not_concern_her_is_no_alternative() {
        #[derive(Deserialize)]
        struct All {
            step: Vec<Step>,
        }
        let all: All = toml::from_str(
            r#"
            [[step]]
            id = "class"
            when = "days"
            openness = { for = "funder", funder = "ircc" }
            instead = ["class-at-work", "claim", "circle"]
            [[step]]
            id = "class-at-work"
            when = "days"
            openness = { for = "funder", funder = "ircc" }
            [[step]]
            id = "claim"
            when = "days"
            about = ["claimant"]
            [[step]]
            id = "circle"
            when = "days"
            "#,
        )
        .unwrap();
        let shown = steps_for(&all.step, funders(), &of(Class::Student), TODAY);
        let instead: Vec<&str> = shown[0].instead.iter().map(|one| one.id.as_str()).collect();
        assert_eq!((shown[0].may, instead), (Some(Answer::LikelyNot), vec!["circle"]));
    }

    fn her() -> impl Strategy<Value = Her> {
        let class = proptest::option::of(0_usize..12);
        (class, proptest::option::of(2000_i16..2027), proptest::option::of(any::<bool>())).prop_map(
            |(class, year, has_children)| {
                let since = year.and_then(|year| Since::read(&year.to_string(), TODAY));
                Her { class: class.and_then(|at| Class::ALL.get(at).copied()), since, has_children }
            },
        )
    }

    proptest! {
        #[test]
        fn nobody_reads_a_no_without_what_is_open_to_her(her in her(), days in 0_i32..5_000) {
            use jiff::ToSpan;
            let on = TODAY.checked_add(days.days()).unwrap();
            for one in steps_for(steps(), funders(), &her, on) {
                if one.may == Some(Answer::LikelyNot) {
                    prop_assert!(!one.instead.is_empty(), "{her:?} {}", one.step.id);
                }
                for other in &one.instead {
                    let open = steps_for(steps(), funders(), &her, on).into_iter().find(|shown| shown.step.id == other.id);
                    prop_assert!(open.is_some_and(|open| open.may != Some(Answer::LikelyNot)), "{her:?} {} {}", one.step.id, other.id);
                }
            }
        }

        #[test]
        fn saying_more_only_takes_away_and_never_a_whole_time(her in her()) {
            let (all, hers) = (shown(&Her::default()), shown(&her));
            let order: Vec<&str> = all.iter().map(|one| one.step.id.as_str()).collect();
            let mut rest = order.iter();
            prop_assert!(hers.iter().all(|one| rest.any(|id| *id == one.step.id)), "in the order of all");
            for when in When::ALL {
                prop_assert!(hers.iter().any(|one| one.step.when == when), "{when:?}");
            }
            prop_assert!(her.class.is_some() || hers.iter().all(|one| one.may.is_none() && one.instead.is_empty()));
        }
    }
}
