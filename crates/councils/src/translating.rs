//! What a translator may write here: what a body says of itself, and what seats are for.

use crate::{
    CategoryId, CouncilId,
    pages::forms::OUTCOME,
    store::{
        bodies::{find_council, list_councils, update_council},
        categories::{find_category, list_kept_categories, update_category},
        seats::list_all_seats,
    },
};
use partners::{Reader, visible_to};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    text::{NAME, PROSE},
    translate::{Translatable, Translated, WithTexts, Wording},
};
use std::collections::BTreeSet;

/// Bodies and seat categories.
pub(crate) const TRANSLATABLES: [Translatable; 2] = [
    Translatable {
        kind: "council",
        wordings: &[
            Wording::line("name", "council-name", NAME),
            Wording::prose("outcome", "council-outcome", OUTCOME),
            Wording::prose("mandate", "council-mandate", PROSE),
        ],
        list: |_, tx| Box::pin(async move { councils(tx).await }),
        save: |tx, saved| Box::pin(async move { save_council(tx, saved).await }),
    },
    Translatable {
        kind: "seat-category",
        wordings: &[Wording::line("name", "categories-name", NAME)],
        list: |ctx, tx| Box::pin(async move { categories(ctx, tx).await }),
        save: |tx, saved| Box::pin(async move { save_category(tx, saved).await }),
    },
];

async fn councils(tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let all = list_councils(tx).await?;
    let worded = all.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.name.clone(),
        texts: vec![("name", one.name), ("outcome", one.outcome), ("mandate", one.mandate)],
    });
    Ok(worded.collect())
}

async fn save_council(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = find_council(tx, CouncilId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let mut facts = before.facts();
    let text = match saved.wording {
        "name" => &mut facts.name,
        "outcome" => &mut facts.outcome,
        "mandate" => &mut facts.mandate,
        _ => return Err(Error::NotFound),
    };
    *text = saved.text.clone();
    update_council(tx, &before, &facts, before.depth).await?;
    tx.audit("council.changed", before.id, Some(&before.facts()), Some(&facts)).await
}

/// The categories; those under which only seats stand that the reader may not know of are left out.
async fn categories(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let reader = partners::reader(ctx);
    let seats = list_all_seats(tx).await?;
    let known: BTreeSet<CategoryId> = seats
        .iter()
        .filter(|seat| visible_to(seat.visibility, reader))
        .map(|seat| seat.category_id)
        .collect();
    let all = list_kept_categories(tx).await?;
    let worded =
        all.into_iter().filter(|one| reader == Reader::Staff || known.contains(&one.id)).map(|one| {
            WithTexts {
                id: one.id.0,
                version: one.version,
                title: one.name.clone(),
                texts: vec![("name", one.name)],
            }
        });
    Ok(worded.collect())
}

async fn save_category(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = find_category(tx, CategoryId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    update_category(tx, &before, &saved.text).await?;
    tx.audit("seat-category.changed", before.id, Some(&before.name), Some(&saved.text)).await
}
