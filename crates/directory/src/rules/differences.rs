//! What somebody would change in a record, field by field, and what becomes of the record when some of it is taken.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields with all their values, as a form has them.
pub type Fields = BTreeMap<String, Vec<String>>;

/// One field in which two versions differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which field.
    pub field: String,
    /// What stood there.
    pub was: Vec<String>,
    /// What should stand there.
    pub now: Vec<String>,
}

/// Values as they are compared: trimmed, lines ending as they are stored, none that says nothing.
fn plain(values: Option<&Vec<String>>) -> Vec<String> {
    let values = values.into_iter().flatten();
    let all = values.map(|one| one.trim().replace("\r\n", "\n"));
    all.filter(|one| !one.is_empty()).collect()
}

/// Where two versions differ in `fields`, in their order. Several values are a set: another order is no difference.
pub fn differences(fields: &[String], was: &Fields, now: &Fields) -> Vec<Difference> {
    let sorted = |mut values: Vec<String>| {
        values.sort_unstable();
        values
    };
    let one = |field: &String| {
        let (was, now) = (plain(was.get(field)), plain(now.get(field)));
        (sorted(was.clone()) != sorted(now.clone())).then(|| Difference { field: field.clone(), was, now })
    };
    fields.iter().filter_map(one).collect()
}

/// A version with those differences that are chosen.
#[must_use]
pub fn taken(mut record: Fields, all: &[Difference], chosen: &[String]) -> Fields {
    for one in all.iter().filter(|one| chosen.contains(&one.field)) {
        record.insert(one.field.clone(), one.now.clone());
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields() -> impl Strategy<Value = Fields> {
        let values = proptest::collection::vec("[ab ]{0,2}", 0..3);
        proptest::collection::btree_map("[a-d]", values, 0..5)
    }

    fn names() -> Vec<String> {
        ["a", "b", "c", "d"].map(str::to_owned).to_vec()
    }

    #[test]
    fn what_only_travelled_or_stands_in_another_order_does_not_differ() {
        let of = |values: &[&str]| -> Fields {
            [("a".to_owned(), values.iter().map(|one| (*one).to_owned()).collect())].into()
        };
        assert!(differences(&names(), &of(&["one\ntwo"]), &of(&["one\r\ntwo "])).is_empty());
        assert!(differences(&names(), &of(&["en", "fr"]), &of(&["fr", "en"])).is_empty());
        assert!(differences(&names(), &of(&[""]), &Fields::new()).is_empty());
        assert_eq!(differences(&names(), &of(&["en"]), &of(&[])).len(), 1, "taking away is a change");
    }

    proptest! {
        #[test]
        fn all_taken_is_what_was_meant_and_none_is_what_was(was in fields(), now in fields()) {
            let all = differences(&names(), &was, &now);
            prop_assert_eq!(taken(was.clone(), &all, &[]), was.clone());
            prop_assert!(differences(&names(), &taken(was.clone(), &all, &names()), &now).is_empty());
        }

        #[test]
        fn a_part_changes_that_part_alone(was in fields(), now in fields(), chosen in proptest::collection::vec("[a-d]", 0..4)) {
            let all = differences(&names(), &was, &now);
            let part = taken(was.clone(), &all, &chosen);
            for name in names() {
                let alone = [name.clone()];
                let same_as = if chosen.contains(&name) { &now } else { &was };
                prop_assert!(differences(&alone, &part, same_as).is_empty(), "{}", name);
            }
        }
    }
}
