//! What a translator may write here: names of areas.

use crate::{
    AreaId,
    store::kept::{change_area, find_area, list_areas},
};
use platform::{
    db::Tx,
    errors::{Error, OrNotFound, Result},
    text::NAME,
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// Areas.
pub(crate) const TRANSLATABLE: Translatable = Translatable {
    kind: "area",
    wordings: &[Wording::line("name", "areas-name", NAME)],
    list: |_, tx| Box::pin(async move { list(tx).await }),
    save: |tx, saved| Box::pin(async move { save(tx, saved).await }),
};

async fn list(tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let worded = list_areas(tx).await?.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.name.clone(),
        texts: vec![("name", one.name)],
    });
    Ok(worded.collect())
}

async fn save(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = find_area(tx, AreaId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let mut after = before.facts();
    after.name = saved.text.clone();
    change_area(tx, &before, &after).await
}
