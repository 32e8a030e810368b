//! What a translator may write here: the names and descriptions of services.

use crate::{
    ServiceId, can,
    store::{
        locations::locations_of,
        services::{every_service, find_service, update_service},
    },
};
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::Id,
    text::{NAME, PROSE},
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// Services.
pub(crate) const TRANSLATABLES: [Translatable; 1] = [Translatable {
    kind: ServiceId::KIND,
    wordings: &[Wording::line("name", "service-name", NAME), Wording::prose("about", "service-about", PROSE)],
    list: |ctx, tx| Box::pin(async move { services(ctx, tx).await }),
    save: |tx, saved| Box::pin(async move { save(tx, saved).await }),
}];

async fn services(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<WithTexts>> {
    ctx.demand(can::SEE_DIRECTORY)?;
    let worded = every_service(tx, partners::reader(ctx)).await?.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.name.clone(),
        texts: vec![("name", one.name), ("about", one.about)],
    });
    Ok(worded.collect())
}

async fn save(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let id = ServiceId(saved.id);
    let before = find_service(tx, Reader::Staff, id).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let places: Vec<_> = locations_of(tx, Reader::Staff, id).await?.into_iter().map(|one| one.id).collect();
    let old = before.facts(&places);
    let mut new = old.clone();
    match saved.wording {
        "name" => new.name = saved.text.clone(),
        "about" => new.about = saved.text.clone(),
        _ => return Err(Error::NotFound),
    }
    update_service(tx, &before, &new).await?;
    tx.audit("service.changed", id, Some(&old), Some(&new)).await
}
