//! Which body a cell of a sheet means. Pure: it works on names that were loaded before.

use crate::CouncilId;
use partners::slug_of;
use platform::text::fold;
use sheets::matches::{Index, Record};

/// So many bodies are named when none is meant surely.
const NAMED: usize = 8;

platform::refusals! {
    /// Why a row does not say which body it means.
    pub enum PlacingRefusal {
        /// No body is called so.
        UnknownBody { body: String, near: String } = "import-seat-unknown-body",
        /// Several bodies are called so.
        SeveralBodies { body: String, near: String } = "import-seat-several-bodies",
        /// There is no body at all.
        NoBodies { body: String } = "import-seat-no-bodies",
    }
}

/// A body as rows name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub id: CouncilId,
    /// Its place in addresses.
    pub slug: String,
    /// Its names, in all languages.
    pub names: Vec<String>,
}

/// The body that a cell means: by its name in any language or by its place in addresses, however it is capitalized.
///
/// # Errors
/// [`PlacingRefusal`], with the bodies whose names are near, or all of them.
pub fn find_body(cell: &str, bodies: &[Named]) -> Result<CouncilId, PlacingRefusal> {
    let (asked, slug) = (fold(cell.trim()), slug_of(cell));
    let is_meant = |one: &&Named| one.slug == slug || one.names.iter().any(|name| fold(name) == asked);
    let meant: Vec<&Named> = bodies.iter().filter(is_meant).collect();
    let body = cell.trim().to_owned();
    match meant.as_slice() {
        [one] => Ok(one.id),
        [] if bodies.is_empty() => Err(PlacingRefusal::NoBodies { body }),
        [] => Err(PlacingRefusal::UnknownBody { body, near: near(cell, bodies) }),
        several => Err(PlacingRefusal::SeveralBodies { body, near: listed(several) }),
    }
}

fn near(cell: &str, bodies: &[Named]) -> String {
    let records: Vec<Record> = bodies.iter().enumerate().map(|(at, one)| record(at, one)).collect();
    let asked = Record { name: cell.to_owned(), ..Record::default() };
    let found = Index::new(&records).find(&asked);
    let alike: Vec<&Named> =
        found.iter().filter_map(|one| bodies.get(one.key.parse::<usize>().ok()?)).collect();
    if alike.is_empty() { listed(&bodies.iter().collect::<Vec<_>>()) } else { listed(&alike) }
}

fn record(at: usize, body: &Named) -> Record {
    let mut names = body.names.iter().cloned();
    let name = names.next().unwrap_or_default();
    Record { key: at.to_string(), name, others: names.collect(), ..Record::default() }
}

fn listed(bodies: &[&Named]) -> String {
    let names = bodies.iter().take(NAMED).filter_map(|one| one.names.first());
    let mut names: Vec<&str> = names.map(String::as_str).collect();
    if bodies.len() > NAMED {
        names.push("…");
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn named(n: u128, slug: &str, names: &[&str]) -> Named {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Named { id: CouncilId(Uuid::from_u128(n)), slug: slug.to_owned(), names }
    }

    fn bodies() -> Vec<Named> {
        vec![
            named(1, "partnership-council", &["Partnership Council", "Conseil du partenariat"]),
            named(2, "work-and-language", &["Work and Language Working Group"]),
        ]
    }

    #[test]
    fn a_body_is_found_by_its_names_and_its_address_however_they_are_written() {
        for cell in ["partnership council ", "CONSEIL DU PARTENARIAT", "partnership-council"] {
            assert_eq!(find_body(cell, &bodies()), Ok(CouncilId(Uuid::from_u128(1))), "{cell}");
        }
        assert_eq!(find_body("Work and language", &bodies()), Ok(CouncilId(Uuid::from_u128(2))));
    }

    #[test]
    fn an_unknown_body_is_refused_with_those_that_are_near_or_all() {
        let near = |cell| match find_body(cell, &bodies()) {
            Err(PlacingRefusal::UnknownBody { near, .. }) => near,
            other => panic!("{other:?}"),
        };
        assert_eq!(near("Partnership Counsil"), "Partnership Council");
        assert_eq!(near("Chess club"), "Partnership Council, Work and Language Working Group");
        assert_eq!(find_body("x", &[]), Err(PlacingRefusal::NoBodies { body: "x".into() }));
        let twins = [named(1, "a", &["Team"]), named(2, "b", &["Team"])];
        assert!(matches!(find_body("team", &twins), Err(PlacingRefusal::SeveralBodies { .. })));
    }
}
