//! Where a person is sent after signing in: only to a page of this installation.

/// The longest way back that is remembered.
const LONGEST: usize = 500;

/// The path when it leads to this installation and nowhere else.
///
/// A browser takes `//host`, `/\host` and `/<tab>/host` for another site, so a second slash, every backslash and
/// everything that is not a printable ASCII character is refused.
pub fn local_path(to: &str) -> Option<&str> {
    let local = to.starts_with('/')
        && !to.starts_with("//")
        && to.len() <= LONGEST
        && to.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    local.then_some(to)
}

/// Where to go after signing in: the page asked for, else the workspace of the only partnership, else the list of all.
pub fn first_page(asked: &str, slugs: &[String], administers: bool) -> String {
    match (local_path(asked).filter(|path| *path != "/"), slugs) {
        (Some(path), _) => path.to_owned(),
        (None, [slug]) => format!("/{slug}/work"),
        (None, []) if administers => "/installation".to_owned(),
        _ => "/".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_path_of_this_installation_is_followed() {
        assert_eq!(local_path("/maple/work/councils?q=a%20b"), Some("/maple/work/councils?q=a%20b"));
        for other in [
            "",
            "maple",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n//evil.example",
            "https://evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            " //evil.example",
            "/maple\r\nSet-Cookie: kith=x",
            "/é",
        ] {
            assert_eq!(local_path(other), None, "{other:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(500))), None);
    }

    #[test]
    fn the_first_page_is_the_one_asked_for_or_the_nearest() {
        let one = ["maple".to_owned()];
        assert_eq!(first_page("/maple/work/x", &[], false), "/maple/work/x");
        assert_eq!(first_page("//evil.example", &one, false), "/maple/work");
        assert_eq!(first_page("", &one, true), "/maple/work");
        assert_eq!(first_page("", &[], true), "/installation");
        assert_eq!(first_page("", &["a".to_owned(), "b".to_owned()], true), "/");
        assert_eq!(first_page("/", &[], false), "/");
    }

    proptest! {
        #[test]
        fn what_is_followed_begins_with_one_slash(to in "[/\\\\a-z:.\t\n ]{0,12}") {
            if let Some(path) = local_path(&to) {
                prop_assert!(path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\t', '\n', ' ']));
            }
        }
    }
}
