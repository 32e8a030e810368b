//! What a row would change, field by field: what stands there now and what would. Pure.

use super::{
    own::{Form, Readers, line},
    said::Said,
};
use crate::{
    exchange::{
        shelf::Shelf,
        table::{HEAD, Placed},
    },
    rules::twins::Likeness,
    store::services::{Service, ServiceFacts},
    twins::view::reasons,
};
use platform::{batch::Finding, ctx::Ctx, langs::Lang, text::Text};

/// So many characters of a text are shown; of a longer one the part that differs.
const SHOWN: usize = 160;
/// So many before the first difference.
const BEFORE: usize = 24;

/// What a row changes of a record: one finding for each field, in the order of the table.
pub(super) fn changes(
    readers: &Readers,
    shelf: &Shelf,
    (said, kept): (&Said, &Service),
    after: &ServiceFacts,
) -> Vec<Finding> {
    let mut all: Vec<(usize, Finding)> = Vec::new();
    for (nth, ctx) in readers.contexts(said.lang).enumerate() {
        let (was, now) = (form(ctx, shelf, kept, None), form(ctx, shelf, kept, Some((said, after))));
        // Of a row in one language only these may say something in another.
        let told = |column: &str| nth == 0 || ["name", "about"].contains(&column);
        for (place, (column, _)) in HEAD.iter().enumerate().filter(|(_, (column, _))| told(column)) {
            let is_known = all.iter().any(|(known, _)| *known == place);
            let (was, now) =
                (was.get(column).map_or("", String::as_str), now.get(column).map_or("", String::as_str));
            if was != now && !is_known {
                let (before, after) = beside(was, now);
                let code = if was.is_empty() { "exchange-comes" } else { "exchange-becomes" };
                all.push((
                    place,
                    Finding::noted(Some(column), code).with("before", before).with("after", after),
                ));
            }
        }
    }
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, finding)| finding).collect()
}

/// A record as its line of the table, as it is or as a row would have it.
fn form(ctx: &Ctx, shelf: &Shelf, kept: &Service, new: Option<(&Said, &ServiceFacts)>) -> Form {
    let mut places: Vec<Placed<'_>> =
        shelf.offers_of(kept.id).map(|(_, place)| Placed::of(place, ctx)).collect();
    let Some((said, after)) = new else { return line(ctx, kept, (&kept.facts(&[]), places)) };
    let told = said.places.iter().map(|one| match one.known.and_then(|id| shelf.locations.get(&id)) {
        Some(known) => Placed::of(known, ctx),
        None => Placed { name: &one.name, place: &one.place },
    });
    if said.is_everywhere {
        places.clear();
    }
    for one in told {
        if !places.contains(&one) {
            places.push(one);
        }
    }
    let theirs = said.day("verified").filter(|on| kept.verified_on.is_none_or(|ours| ours < *on));
    let moved = (after.organization != kept.organization_id).then(|| {
        let known = shelf.organizations.get(&after.organization).map(|one| one.name.clone());
        known.unwrap_or_else(|| Text::default().with(ctx.lang, &said.called, ctx.today()))
    });
    let organization = moved.unwrap_or_else(|| kept.organization.clone());
    let kept = Service { verified_on: theirs.or(kept.verified_on), organization, ..kept.clone() };
    line(ctx, &kept, (after, places))
}

/// Two texts as they stand beside each other: where they are long, the part in which they differ.
pub(super) fn beside(was: &str, now: &str) -> (String, String) {
    let same = was.chars().zip(now.chars()).take_while(|(one, other)| one == other).count();
    let is_long = was.chars().count().max(now.chars().count()) > SHOWN;
    let skipped = if is_long { same.saturating_sub(BEFORE) } else { 0 };
    let cut = |text: &str| {
        let mut rest = text.chars().skip(skipped);
        let mut shown: String = rest.by_ref().take(SHOWN).collect();
        if skipped > 0 {
            shown.insert(0, '…');
        }
        if rest.next().is_some() {
            shown.push('…');
        }
        shown
    };
    (cut(was), cut(now))
}

/// Why two are perhaps the same, in words.
pub(super) fn signs(readers: &Readers, lang: Lang, of: &Likeness) -> String {
    readers.contexts(lang).next().map(|ctx| reasons(ctx, of)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn long_texts_are_shown_where_they_differ() {
        let long = "same words ".repeat(40);
        let (was, now) = beside(&format!("{long}old end"), &format!("{long}new end"));
        assert!(was.starts_with('…') && was.ends_with("old end") && now.ends_with("new end"), "{was} {now}");
        assert_eq!(beside("old", "new"), ("old".to_owned(), "new".to_owned()));
    }

    proptest! {
        #[test]
        fn what_differs_looks_different(was in "[ab é]{0,400}", now in "[ab é]{0,400}") {
            let (one, other) = beside(&was, &now);
            prop_assert_eq!(one == other, was == now);
            prop_assert!(one.chars().count() <= SHOWN + 2);
        }
    }
}
