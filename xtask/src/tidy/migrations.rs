//! Both databases have the same migrations, numbered without holes.

use super::Finding;
use super::tree::Tree;
use std::collections::BTreeSet;

const SQLITE: &str = "migrations/sqlite/";
const POSTGRES: &str = "migrations/postgres/";

/// Migrations that one database has and the other lacks, and numbers used twice.
pub fn unequal(tree: &Tree) -> Vec<Finding> {
    let names = |folder: &str| -> BTreeSet<String> {
        tree.texts("sql").filter_map(|(path, _)| path.strip_prefix(folder).map(str::to_owned)).collect()
    };
    let (sqlite, postgres) = (names(SQLITE), names(POSTGRES));
    let mut findings = Vec::new();
    for name in sqlite.symmetric_difference(&postgres) {
        let (has, lacks) = if sqlite.contains(name) { (SQLITE, POSTGRES) } else { (POSTGRES, SQLITE) };
        let path = format!("{has}{name}");
        findings.push(Finding::new(
            &path,
            1,
            &path,
            format!("{lacks} has no migration of this number and name"),
        ));
    }
    let mut numbers = BTreeSet::new();
    for name in &sqlite {
        let number = name.split('_').next().unwrap_or(name);
        let path = format!("{SQLITE}{name}");
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit()) {
            findings.push(Finding::new(&path, 1, &path, "a migration's name begins with its number and `_`"));
        } else if !numbers.insert(number) {
            findings.push(Finding::new(&path, 1, &path, format!("the number {number} is taken")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_folders_pass_and_a_missing_twin_or_a_number_used_twice_does_not() {
        let twin = |name: &str| [format!("{SQLITE}{name}"), format!("{POSTGRES}{name}")];
        let (one, two) = (twin("0001_seat.sql"), twin("0002_term.sql"));
        let equal = Tree::of(&[(&one[0], ""), (&one[1], ""), (&two[0], ""), (&two[1], "")]);
        assert!(unequal(&equal).is_empty());
        let lacking = Tree::of(&[(&one[0], ""), (&one[1], ""), (&two[1], "")]);
        assert_eq!(unequal(&lacking).len(), 1);
        let again = twin("0001_term.sql");
        let twice = Tree::of(&[(&one[0], ""), (&one[1], ""), (&again[0], ""), (&again[1], "")]);
        assert_eq!(unequal(&twice).len(), 1);
    }
}
