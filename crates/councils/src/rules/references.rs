//! Terms of reference: versions that are added and never changed, and what one changed against another.

use jiff::civil::Date;

platform::refusals! {
    /// Why a version cannot be recorded so.
    pub enum ReferenceRefusal {
        /// It was adopted before the version it follows.
        AdoptedBefore { on: Date } = "reference-adopted-before",
        /// It lies in the future: what is not adopted is not recorded.
        NotYetAdopted = "reference-not-yet-adopted",
        /// A later version says what it changes.
        NoChangeNote = "reference-no-change-note",
        /// Nothing changed against the version before.
        Unchanged = "reference-unchanged",
    }
}

impl ReferenceRefusal {
    /// The field of the form that it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::AdoptedBefore { .. } | Self::NotYetAdopted => "adopted_on",
            Self::NoChangeNote => "change_note",
            Self::Unchanged => "body",
        }
    }
}

/// The version that a new one follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latest<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// When it was adopted.
    pub adopted_on: Date,
    /// Its text, as far as it is compared.
    pub text: &'a platform::text::Text,
}

/// A version somebody asks to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskForVersion<'a> {
    /// The text.
    pub text: &'a platform::text::Text,
    /// What changed and why.
    pub change_note: &'a platform::text::Text,
    /// When the body adopted it.
    pub adopted_on: Date,
}

/// The number of a new version, or why it cannot be recorded.
///
/// # Errors
/// [`ReferenceRefusal`].
pub fn record(
    latest: Option<&Latest<'_>>,
    ask: &AskForVersion<'_>,
    today: Date,
) -> Result<u32, ReferenceRefusal> {
    if ask.adopted_on > today {
        return Err(ReferenceRefusal::NotYetAdopted);
    }
    let Some(latest) = latest else { return Ok(1) };
    if ask.adopted_on < latest.adopted_on {
        return Err(ReferenceRefusal::AdoptedBefore { on: latest.adopted_on });
    }
    if ask.change_note.is_empty() {
        return Err(ReferenceRefusal::NoChangeNote);
    }
    let words = |text: &platform::text::Text| {
        text.pieces().map(|(lang, piece)| (lang, piece.text.clone())).collect::<Vec<_>>()
    };
    if words(ask.text) == words(latest.text) {
        return Err(ReferenceRefusal::Unchanged);
    }
    Ok(latest.number + 1)
}

/// A sentence in the comparison of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared<'a> {
    /// Stands in both.
    Kept(&'a str),
    /// Stands only in the older.
    Removed(&'a str),
    /// Stands only in the newer.
    Added(&'a str),
}

/// The most sentences that are compared; longer texts are shown as removed and added whole.
const MOST_SENTENCES: usize = 1_500;

/// Compares two texts sentence by sentence, in reading order: the longest common run stays, the rest was removed or added.
pub fn compare<'a>(older: &'a str, newer: &'a str) -> Vec<Compared<'a>> {
    let (old, new) = (sentences(older), sentences(newer));
    if old.len() > MOST_SENTENCES || new.len() > MOST_SENTENCES {
        return old.into_iter().map(Compared::Removed).chain(new.into_iter().map(Compared::Added)).collect();
    }
    let lengths = common_lengths(&old, &new);
    let length = |i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or_default();
    let (mut i, mut j, mut compared) = (0, 0, Vec::with_capacity(old.len().max(new.len())));
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                compared.push(Compared::Kept(b));
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none() || length(i + 1, j) >= length(i, j + 1) => {
                compared.push(Compared::Removed(a));
                i += 1;
            }
            (_, Some(b)) => {
                compared.push(Compared::Added(b));
                j += 1;
            }
            (_, None) => return compared,
        }
    }
}

/// For each pair of places, the length of the longest common run of sentences behind them.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut rows = vec![vec![0; new.len() + 1]];
    for a in old.iter().rev() {
        let mut row = vec![0];
        let below = rows.last().map_or(&[][..], Vec::as_slice);
        for (b, (down, diagonal)) in new.iter().rev().zip(below.iter().rev().skip(1).zip(below.iter().rev()))
        {
            let right = row.last().copied().unwrap_or_default();
            row.push(if a == b { diagonal + 1 } else { right.max(*down) });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// The sentences of a text: cut behind `.`, `?`, `!`, `;`, `؟` and at line breaks.
fn sentences(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split_inclusive(['.', '?', '!', ';', '؟', '。']))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use platform::text::Text;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn text(words: &str) -> Text {
        Text::both(words, words, TODAY)
    }

    #[test]
    fn versions_are_numbered_and_say_what_they_change() {
        let (old, new, note) = (text("Eighteen seats."), text("Twenty-two seats."), text("Four more."));
        let none = Text::default();
        let ask = |text, change_note, adopted_on| AskForVersion { text, change_note, adopted_on };
        assert_eq!(record(None, &ask(&old, &none, TODAY), TODAY), Ok(1));
        let latest = Latest { number: 3, adopted_on: date(2025, 4, 1), text: &old };
        let after = |ask: AskForVersion<'_>| record(Some(&latest), &ask, TODAY);
        assert_eq!(after(ask(&new, &note, TODAY)), Ok(4));
        assert_eq!(after(ask(&new, &none, TODAY)), Err(ReferenceRefusal::NoChangeNote));
        assert_eq!(after(ask(&old, &note, TODAY)), Err(ReferenceRefusal::Unchanged));
        assert_eq!(after(ask(&new, &note, date(2027, 1, 1))), Err(ReferenceRefusal::NotYetAdopted));
        assert_eq!(
            after(ask(&new, &note, date(2025, 3, 31))),
            Err(ReferenceRefusal::AdoptedBefore { on: date(2025, 4, 1) })
        );
    }

    #[test]
    fn a_comparison_keeps_what_stayed_and_shows_what_came_and_went() {
        use Compared::{Added, Kept, Removed};
        let older = "The council has eighteen seats. Members serve two years. Half make a quorum.";
        let newer = "The council has twenty-two seats. Members serve two years. Half make a quorum. Calls go out twice a year.";
        assert_eq!(
            compare(older, newer),
            [
                Removed("The council has eighteen seats."),
                Added("The council has twenty-two seats."),
                Kept("Members serve two years."),
                Kept("Half make a quorum."),
                Added("Calls go out twice a year."),
            ]
        );
        assert_eq!(compare("", ""), []);
    }

    proptest! {
        #[test]
        fn a_comparison_holds_both_texts_whole(a in "([ab]\\.){0,12}", b in "([ab]\\.){0,12}") {
            let compared = compare(&a, &b);
            let old: String = compared.iter().filter_map(|s| match s { Compared::Kept(t) | Compared::Removed(t) => Some(*t), Compared::Added(_) => None }).collect();
            let new: String = compared.iter().filter_map(|s| match s { Compared::Kept(t) | Compared::Added(t) => Some(*t), Compared::Removed(_) => None }).collect();
            prop_assert_eq!(old, a);
            prop_assert_eq!(new, b);
        }
    }
}
