//! Ids of other kinds, made into UUIDs that stay the same.
//!
//! Directories of HSDS 1 and 2, and many others, number their records. HSDS 3 wants UUIDs. The same number of the same table of the same
//! source becomes the same UUID each time, so what is read again is known again.

use uuid::Uuid;

/// The UUID (version 5) for the id of a row. `source` says whose ids these are and should be an address of the web.
///
/// What is a UUID already is given back as it is.
pub fn mapped(source: &str, table: &str, id: &str) -> Uuid {
    if let Ok(own) = Uuid::try_parse(id) {
        return own;
    }
    let source = Uuid::new_v5(&Uuid::NAMESPACE_URL, source.as_bytes());
    Uuid::new_v5(&source, format!("{table}/{id}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::mapped;

    #[test]
    fn the_same_number_becomes_the_same_id_and_another_becomes_another() {
        let one = mapped("https://example.org", "service", "17");
        assert_eq!(one, mapped("https://example.org", "service", "17"));
        assert_eq!(one.get_version_num(), 5);
        for other in [
            mapped("https://example.com", "service", "17"),
            mapped("https://example.org", "location", "17"),
            mapped("https://example.org", "service", "18"),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn what_is_an_id_already_stays() {
        let id = "ac148810-d857-441c-9679-408f346de14b";
        assert_eq!(mapped("https://example.org", "service", id).to_string(), id);
    }
}
