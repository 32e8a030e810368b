//! When a person's daily mail is written, and what is in it: pure.

use platform::authority::Office;
use std::collections::BTreeSet;

/// From this hour on it is morning where the partnership is: mail is there when the day begins.
pub const MORNING: i8 = 7;

/// Whether a person gets it: as she chose; who never chose gets it when she runs the partnership. A coordinator's day is what
/// this mail is about, and she is there to run it; nobody else is written to every day without asking for it.
pub fn is_wanted(choice: Option<bool>, offices: &[Office]) -> bool {
    choice.unwrap_or_else(|| offices.contains(&Office::Coordinator))
}

/// One thing that there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<T> {
    /// The room that says it.
    pub topic: String,
    /// By what it is known again tomorrow.
    pub mark: String,
    /// What it says.
    pub says: T,
    /// Whether the last mail did not hold it.
    pub is_new: bool,
}

/// What a mail of a day would tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daily<T> {
    /// All of it, topic by topic.
    pub lines: Vec<Line<T>>,
    /// By what each of them is known tomorrow.
    pub marks: BTreeSet<String>,
}

impl<T> Daily<T> {
    /// How many lines the last mail did not hold. Without any there is no mail.
    pub fn new_count(&self) -> usize {
        self.lines.iter().filter(|one| one.is_new).count()
    }
}

/// What a mail of this day would tell of what there is, without the topics that she stopped. `told` are the marks of the day
/// before.
pub fn daily<T>(today: Vec<Line<T>>, stopped: &[String], told: &BTreeSet<String>) -> Daily<T> {
    let wanted = today.into_iter().filter(|line| !stopped.contains(&line.topic));
    let lines: Vec<Line<T>> =
        wanted.map(|line| Line { is_new: !told.contains(&line.mark), ..line }).collect();
    let marks = lines.iter().map(|line| line.mark.clone()).collect();
    Daily { lines, marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(topic: &str, thing: usize) -> Line<usize> {
        Line { topic: topic.to_owned(), mark: thing.to_string(), says: thing, is_new: false }
    }

    #[test]
    fn coordinators_get_it_unless_they_say_no_and_others_only_when_they_say_yes() {
        assert!(is_wanted(None, &[Office::Reader, Office::Coordinator]));
        assert!(!is_wanted(None, &[Office::Reader]) && !is_wanted(None, &[]));
        assert!(is_wanted(Some(true), &[Office::Reader]));
        assert!(!is_wanted(Some(false), &[Office::Coordinator]));
    }

    #[test]
    fn a_stopped_topic_is_not_told_and_is_new_when_it_is_wanted_again() {
        let today = || vec![line("one", 1), line("two", 2)];
        let without = daily(today(), &["two".to_owned()], &BTreeSet::new());
        assert_eq!(without.lines.iter().map(|line| line.says).collect::<Vec<_>>(), [1]);
        assert_eq!(daily(today(), &[], &without.marks).new_count(), 1);
    }

    proptest! {
        /// Days of things that come and go: a mail is written exactly on those on which something is there that was not there
        /// the day before.
        #[test]
        fn there_is_a_mail_exactly_when_there_is_something_new(
            days in proptest::collection::vec(proptest::collection::btree_set(0_usize..6, 0..6), 1..10)
        ) {
            let (mut told, mut before) = (BTreeSet::new(), BTreeSet::new());
            for things in days {
                let today = || things.iter().map(|thing| line("one", *thing)).collect();
                let first = daily(today(), &[], &told);
                prop_assert_eq!(first.new_count(), things.difference(&before).count());
                prop_assert_eq!(first.lines.len(), things.len());
                prop_assert_eq!(daily(today(), &[], &first.marks).new_count(), 0, "not twice");
                (told, before) = (first.marks, things);
            }
        }
    }
}
