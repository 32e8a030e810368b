//! Which sector of the list a word of a sheet means, when it is nobody's whole name. Pure.

use crate::SectorId;
use std::collections::{BTreeSet, HashMap};

/// A word with fewer letters says too little to be found in a longer name.
const LETTERS: usize = 4;

/// The one sector whose name holds all words of `said` whole: “employer” means “business or employer”. Nothing when several do, when
/// none does, or when `said` has no word of some length. Both `said` and the names are folded.
pub(super) fn sector_meant(said: &str, names: &HashMap<String, SectorId>) -> Option<SectorId> {
    let said = words(said);
    if !said.iter().any(|word| word.chars().count() >= LETTERS) {
        return None;
    }
    let mut meant = names.iter().filter(|(name, _)| said.is_subset(&words(name))).map(|(_, id)| *id);
    let first = meant.next()?;
    meant.all(|id| id == first).then_some(first)
}

/// The name under which a sector that is not on the list is added to it: beginning with a capital, and not all in capitals unless it is
/// an abbreviation, however the row was typed that comes first.
pub(super) fn sector_called(said: &str) -> String {
    let case = sheets::clean::Case::Shouted;
    let is_word = said.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
    let quiet = sheets::clean::name(said, &sheets::clean::Naming { case, last_first: false });
    let name = quiet.ok().filter(|_| is_word).map_or_else(|| said.to_owned(), |cleaned| cleaned.value);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::text::fold;
    use uuid::Uuid;

    fn meant(said: &str) -> Option<u128> {
        let names = [
            (1, "Business or employer"),
            (1, "Entreprise ou employeur"),
            (2, "School board"),
            (2, "school board"),
            (3, "Public library"),
            (4, "Public transit"),
            (5, "Arts and culture"),
            (6, "Community support agency"),
        ];
        let names = names.map(|(id, name)| (fold(name), SectorId(Uuid::from_u128(id))));
        sector_meant(&fold(said), &names.into_iter().collect()).map(|id| id.0.as_u128())
    }

    #[test]
    fn whole_words_of_one_name_mean_it_however_they_are_written() {
        let cases = [
            ("Employer", 1),
            ("EMPLOYEUR ", 1),
            ("School", 2),
            ("library", 3),
            ("ARTS", 5),
            ("arts, culture", 5),
        ];
        for (said, id) in cases {
            assert_eq!(meant(said), Some(id), "{said}");
        }
    }

    #[test]
    fn a_new_sector_is_called_the_same_however_it_is_typed() {
        for (typed, called) in
            [("FOOD", "Food"), ("food", "Food"), ("Food", "Food"), ("ÉPICERIE", "Épicerie"), ("NGO", "NGO")]
        {
            assert_eq!(sector_called(typed), called);
            assert_eq!(sector_called(called), called, "a second time changes nothing");
        }
    }

    #[test]
    fn what_several_hold_or_none_holds_whole_is_left_to_be_new() {
        for said in ["Public", "Employ", "Community group", "Food", "and", "or", "", "School food"] {
            assert_eq!(meant(said), None, "{said}");
        }
    }
}
