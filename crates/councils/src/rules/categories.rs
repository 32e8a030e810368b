//! The list of categories that a partnership keeps: what seats are for.

use platform::text::{Text, fold};

platform::refusals! {
    /// Why the list of categories cannot be changed so.
    pub enum CategoryRefusal {
        /// Another category has this name; case and accents do not part names.
        Taken = "category-taken",
        /// Seats are granted under it.
        Used { n: i64 } = "category-used",
    }
}

/// Whether a category may leave the list while `n` seats, those in the bin too, stand under it.
///
/// # Errors
/// [`CategoryRefusal::Used`].
pub fn remove_category(n: i64) -> Result<(), CategoryRefusal> {
    if n == 0 { Ok(()) } else { Err(CategoryRefusal::Used { n }) }
}

/// Whether a category is meant by a name that was typed in some languages: it has that name in each of them, case and accents
/// aside. Whoever takes a suggestion in one language gets the category with all its languages.
pub fn is_meant(typed: &Text, kept: &Text) -> bool {
    !typed.is_empty() && typed.pieces().all(|(lang, piece)| fold(&piece.text) == fold(kept.in_lang(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use platform::langs::Lang;

    #[test]
    fn a_name_in_one_language_means_the_category_that_has_it_there() {
        let day = date(2026, 11, 22);
        let kept = Text::both("School boards", "Conseils scolaires", day);
        let typed = |lang, words| Text::default().with(lang, words, day);
        assert!(is_meant(&typed(Lang::Fr, "conseils SCOLAIRES"), &kept));
        assert!(is_meant(&kept, &kept));
        assert!(!is_meant(&typed(Lang::En, "Schools"), &kept));
        assert!(!is_meant(&Text::both("School boards", "Écoles", day), &kept), "one of two is not enough");
        assert!(!is_meant(&typed(Lang::Ar, "المدارس"), &kept), "a language that it does not have");
        assert!(!is_meant(&Text::default(), &kept));
    }

    #[test]
    fn only_a_category_without_seats_leaves_the_list() {
        assert_eq!(remove_category(0), Ok(()));
        assert_eq!(remove_category(2), Err(CategoryRefusal::Used { n: 2 }));
    }
}
