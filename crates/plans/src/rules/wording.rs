//! Adopted wording: the exact words that somebody decided on, in each language. They stay; other words need a new version.

use jiff::civil::Date;
use platform::text::Text;

platform::refusals! {
    /// Why a wording stays as it is.
    pub enum WordingRefusal {
        /// It was adopted; other words need a new version of the plan.
        Adopted { on: String } = "plan-wording-adopted",
        /// There are no words to adopt.
        NoWords = "plan-wording-none",
        /// It was adopted already.
        AdoptedAlready = "plan-wording-adopted-already",
        /// The day of the decision is still to come.
        Future = "plan-wording-future",
    }
}

/// Changes a wording. Once it is adopted, the words of each language stay to the letter; a language in which there were none
/// may still get its words.
///
/// # Errors
/// [`WordingRefusal::Adopted`].
pub fn reword(before: &Text, adopted_on: Option<Date>, after: Text) -> Result<Text, WordingRefusal> {
    let Some(on) = adopted_on else { return Ok(after) };
    let stays = before.pieces().all(|(lang, piece)| after.in_lang(lang) == piece.text);
    if stays { Ok(after) } else { Err(WordingRefusal::Adopted { on: on.to_string() }) }
}

/// Adopts a wording as it stands.
///
/// # Errors
/// [`WordingRefusal`].
pub fn adopt(
    wording: &Text,
    adopted_on: Option<Date>,
    on: Date,
    today: Date,
) -> Result<Date, WordingRefusal> {
    if adopted_on.is_some() {
        return Err(WordingRefusal::AdoptedAlready);
    }
    if wording.is_empty() {
        return Err(WordingRefusal::NoWords);
    }
    if on > today { Err(WordingRefusal::Future) } else { Ok(on) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use platform::langs::Lang;
    use proptest::prelude::*;

    const DAY: Date = date(2026, 11, 22);

    #[test]
    fn what_was_adopted_gets_no_other_words_and_may_get_another_language() {
        let adopted = Text::default().with(Lang::En, "List every formal service", DAY);
        let both = adopted.clone().with(Lang::Fr, "Recenser chaque service formel", DAY);
        assert!(reword(&adopted, Some(DAY), both.clone()).is_ok());
        let other = both.with(Lang::En, "List some services", DAY);
        let refused = reword(&adopted, Some(DAY), other.clone());
        assert_eq!(refused, Err(WordingRefusal::Adopted { on: "2026-11-22".into() }));
        assert!(reword(&adopted, None, other).is_ok(), "a draft is free");
        assert!(reword(&adopted, Some(DAY), Text::default()).is_err(), "nor are its words taken away");
    }

    #[test]
    fn nothing_is_adopted_twice_empty_or_tomorrow() {
        let words = Text::default().with(Lang::En, "Words", DAY);
        assert_eq!(adopt(&words, None, DAY, DAY), Ok(DAY));
        assert_eq!(adopt(&words, Some(DAY), DAY, DAY), Err(WordingRefusal::AdoptedAlready));
        assert_eq!(adopt(&Text::default(), None, DAY, DAY), Err(WordingRefusal::NoWords));
        assert_eq!(adopt(&words, None, date(2026, 11, 23), DAY), Err(WordingRefusal::Future));
    }

    fn any_text() -> impl Strategy<Value = Text> {
        ("[a-b ]{0,3}", "[a-b ]{0,3}").prop_map(|(en, fr)| Text::both(&en, &fr, DAY))
    }

    proptest! {
        #[test]
        fn whatever_is_tried_the_adopted_words_stand(first in any_text(), tries in proptest::collection::vec(any_text(), 0..12)) {
            let mut now = first.clone();
            for tried in tries {
                now = reword(&now, Some(DAY), tried).unwrap_or(now);
            }
            for (lang, piece) in first.pieces() {
                prop_assert_eq!(now.in_lang(lang), &piece.text);
            }
        }
    }
}
