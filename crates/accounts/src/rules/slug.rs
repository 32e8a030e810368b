//! A partnership's first segment in addresses.

use platform::{app::OWN_SEGMENTS, langs::Lang, refusals};

/// Segments with a meaning of their own behind a partnership's own host name. The installation's own segments
/// ([`OWN_SEGMENTS`]) and the codes of languages are reserved too; a constraint of the table repeats all of them.
pub const RESERVED: [&str; 2] = ["work", "api"];

refusals! {
    /// Why a partnership cannot have this place in addresses.
    pub enum SlugRefusal {
        /// Not 2 to 40 lower-case letters, digits and single hyphens, beginning with a letter.
        Malformed = "slug-malformed",
        /// The installation uses it itself, or it is the code of a language.
        Reserved = "slug-reserved",
        /// Another partnership has it.
        Taken = "slug-taken",
    }
}

/// The slug, when it can be one.
///
/// # Errors
/// Says why not; whether it is taken the database knows.
pub fn slug(typed: &str) -> Result<String, SlugRefusal> {
    let slug = typed.trim();
    let fits = (2..=40).contains(&slug.len())
        && slug.starts_with(|c: char| c.is_ascii_lowercase())
        && slug.split('-').all(|part| !part.is_empty())
        && slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let is_language = Lang::ALL.iter().any(|lang| lang.code().eq_ignore_ascii_case(slug));
    match slug {
        _ if RESERVED.contains(&slug) || OWN_SEGMENTS.contains(&slug) || is_language => {
            Err(SlugRefusal::Reserved)
        }
        _ if !fits => Err(SlugRefusal::Malformed),
        slug => Ok(slug.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_passes() {
        for good in ["maple", "london-middlesex", "a1", " hamilton "] {
            assert_eq!(slug(good), Ok(good.trim().to_owned()));
        }
    }

    #[test]
    fn what_an_address_cannot_carry_is_malformed() {
        for bad in ["", "a", "Maple", "é-rable", "a--b", "-a", "a-", "1a", "a/b", "a.b", "../x"] {
            assert_eq!(slug(bad), Err(SlugRefusal::Malformed), "{bad:?}");
        }
        assert_eq!(slug(&"a".repeat(41)), Err(SlugRefusal::Malformed));
    }

    #[test]
    fn what_the_installation_or_a_language_uses_is_reserved() {
        for taken in RESERVED.into_iter().chain(OWN_SEGMENTS) {
            assert_eq!(slug(taken), Err(SlugRefusal::Reserved));
        }
        for lang in Lang::ALL {
            assert_eq!(slug(lang.code()), Err(SlugRefusal::Reserved), "{lang}");
            assert_eq!(slug(&lang.code().to_lowercase()), Err(SlugRefusal::Reserved), "{lang}");
        }
    }
}
