//! The list of categories that a partnership keeps: what seats are for.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_category_without_seats_leaves_the_list() {
        assert_eq!(remove_category(0), Ok(()));
        assert_eq!(remove_category(2), Err(CategoryRefusal::Used { n: 2 }));
    }
}
