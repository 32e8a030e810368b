//! Who is here already under nearly the same name: asked before somebody is written down a second time. Pure.

use partners::{Organization, OrganizationId, Person, PersonId};
use sheets::matches::{Index, Record};

/// The known organizations that are called nearly like one of these names, the likeliest first.
pub(crate) fn near_organizations(all: &[Organization], names: &[&str]) -> Vec<OrganizationId> {
    let records: Vec<Record> = all
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut names = one.name.pieces().map(|(_, piece)| piece.text.clone());
            let name = names.next().unwrap_or_default();
            Record { key: at.to_string(), name, others: names.collect(), ..Record::default() }
        })
        .collect();
    places(&records, names).into_iter().filter_map(|at| all.get(at)).map(|one| one.id).collect()
}

/// The known people who are called nearly like this, the likeliest first.
pub(crate) fn near_people(all: &[Person], name: &str) -> Vec<PersonId> {
    let records: Vec<Record> = all
        .iter()
        .enumerate()
        .map(|(at, one)| Record { key: at.to_string(), name: one.name.clone(), ..Record::default() })
        .collect();
    places(&records, &[name]).into_iter().filter_map(|at| all.get(at)).map(|one| one.id).collect()
}

fn places(known: &[Record], names: &[&str]) -> Vec<usize> {
    let index = Index::new(known);
    let mut said = names.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned());
    let Some(name) = said.next() else { return Vec::new() };
    let asked = Record { key: "asked".into(), name, others: said.collect(), ..Record::default() };
    index.find(&asked).into_iter().filter_map(|found| found.key.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::langs::Lang;
    use uuid::Uuid;

    fn person(n: u128, name: &str) -> Person {
        Person {
            id: PersonId(Uuid::from_u128(n)),
            name: name.into(),
            lang: Lang::En,
            visibility: partners::Visibility::Staff,
            note: String::new(),
            invented: true,
            version: 1,
        }
    }

    #[test]
    fn a_name_spelled_a_little_otherwise_is_found_and_another_is_not() {
        let all = [person(1, "Nadia Haddad"), person(2, "Espérance Roy")];
        assert_eq!(near_people(&all, "Esperance Roy"), [all[1].id]);
        assert!(near_people(&all, "Tomás Quill").is_empty());
        assert!(near_people(&all, "").is_empty(), "nobody is asked about when nothing is said");
    }
}
