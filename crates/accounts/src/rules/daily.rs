//! When a person's daily mail is written, and what is in it: pure.

use platform::{
    authority::Office,
    manifest::{TodayItem, TodaySection},
};
use std::collections::BTreeSet;

/// From this hour on it is morning where the partnership is: mail is there when the day begins.
pub const MORNING: i8 = 7;

/// Whether a person gets it: as she chose; who never chose gets it when she runs the partnership. A coordinator's day is what
/// this mail is about, and she is there to run it; nobody else is written to every day without asking for it.
pub fn is_wanted(choice: Option<bool>, offices: &[Office]) -> bool {
    choice.unwrap_or_else(|| offices.contains(&Office::Coordinator))
}

/// One line of the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyItem {
    /// The room that says it.
    pub topic: String,
    /// What it says.
    pub item: TodayItem,
    /// Whether the last mail did not hold it.
    pub is_new: bool,
}

/// What there is to tell on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Daily {
    /// Everything that is due or waits, topic by topic.
    pub items: Vec<DailyItem>,
    /// By what each of them is known tomorrow.
    pub marks: BTreeSet<String>,
}

impl Daily {
    /// How many lines the last mail did not hold. Without any there is no mail.
    pub fn new_count(&self) -> usize {
        self.items.iter().filter(|one| one.is_new).count()
    }
}

/// By what a line is known again. How late it is by today stays out: tomorrow it is the same thing.
pub fn mark(topic: &str, item: &TodayItem) -> String {
    let detail = item.detail.as_deref().unwrap_or_default();
    let whole = [topic, &item.what, detail, &item.href].join("\u{0}");
    crate::keeper::hash(&whole).chars().take(16).collect()
}

/// What a mail of this day would tell: of what *Today* shows, what has a date and what waits for the reader, without the
/// topics that she stopped. `told` are the marks of the day before.
pub fn daily(today: Vec<(&str, Vec<TodayItem>)>, stopped: &[String], told: &BTreeSet<String>) -> Daily {
    let mut daily = Daily::default();
    let wanted = today.into_iter().filter(|(topic, _)| !stopped.iter().any(|one| one == topic));
    for (topic, items) in wanted {
        let is_hers = |item: &TodayItem| matches!(item.section, TodaySection::Due | TodaySection::Waiting);
        for item in items.into_iter().filter(is_hers) {
            let mark = mark(topic, &item);
            let is_new = !told.contains(&mark);
            daily.marks.insert(mark);
            daily.items.push(DailyItem { topic: topic.to_owned(), item, is_new });
        }
    }
    daily
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(section: TodaySection, n: usize, when: &str) -> TodayItem {
        TodayItem {
            section,
            when: when.to_owned(),
            what: format!("thing {n}"),
            detail: None,
            act: "Look".into(),
            href: format!("/maple/work/{n}"),
            late: false,
        }
    }

    #[test]
    fn coordinators_get_it_unless_they_say_no_and_others_only_when_they_say_yes() {
        assert!(is_wanted(None, &[Office::Reader, Office::Coordinator]));
        assert!(!is_wanted(None, &[Office::Reader]) && !is_wanted(None, &[]));
        assert!(is_wanted(Some(true), &[Office::Reader]));
        assert!(!is_wanted(Some(false), &[Office::Coordinator]));
    }

    #[test]
    fn only_what_has_a_date_or_waits_is_told_and_no_stopped_topic() {
        let all = [TodaySection::Due, TodaySection::Promised, TodaySection::Stuck, TodaySection::Waiting];
        let items: Vec<TodayItem> = all.into_iter().enumerate().map(|(n, of)| item(of, n, "")).collect();
        let today = vec![("one", items.clone()), ("two", items)];
        let daily = daily(today, &["two".to_owned()], &BTreeSet::new());
        let told: Vec<(&str, &str)> =
            daily.items.iter().map(|one| (one.topic.as_str(), one.item.what.as_str())).collect();
        assert_eq!(told, [("one", "thing 0"), ("one", "thing 3")]);
    }

    #[test]
    fn what_is_a_day_later_is_the_same_thing() {
        let (one, two) =
            (item(TodaySection::Due, 1, "1 day late"), item(TodaySection::Due, 1, "2 days late"));
        assert_eq!(mark("a", &one), mark("a", &two));
        assert_ne!(mark("a", &one), mark("b", &one));
        assert_ne!(mark("a", &one), mark("a", &item(TodaySection::Due, 2, "1 day late")));
    }

    proptest! {
        /// Days of things that come and go: a mail is written exactly on those on which something is there that was not there
        /// the day before.
        #[test]
        fn there_is_a_mail_exactly_when_there_is_something_new(
            days in proptest::collection::vec(proptest::collection::btree_set(0_usize..6, 0..6), 1..10)
        ) {
            let (mut told, mut before) = (BTreeSet::new(), BTreeSet::new());
            for (n, things) in days.into_iter().enumerate() {
                let when = n.to_string();
                let items = things.iter().map(|thing| item(TodaySection::Due, *thing, &when)).collect();
                let today = vec![("one", items)];
                let first = daily(today.clone(), &[], &told);
                prop_assert_eq!(first.new_count(), things.difference(&before).count());
                prop_assert_eq!(first.items.len(), things.len());
                (told, before) = (first.marks, things);
                prop_assert_eq!(daily(today, &[], &told).new_count(), 0, "not twice");
            }
        }
    }
}
