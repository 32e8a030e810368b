//! What a translator may write here: whatever of a service is prose; its facts render in every language by themselves.

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
    wordings: &[
        Wording::line("name", "service-name", NAME),
        Wording::prose("about", "service-about", PROSE),
        Wording::prose("alert", "service-alert", PROSE),
        Wording::prose("apply", "service-apply", PROSE),
        Wording::prose("papers_note", "service-papers-note", PROSE),
        Wording::prose("openness_note", "service-openness-note", PROSE),
        Wording::line("cost_note", "service-cost-note", NAME),
        Wording::line("hours_note", "service-hours-note", NAME),
        Wording::line("intake", "service-intake", NAME),
    ],
    list: |ctx, tx| Box::pin(async move { services(ctx, tx).await }),
    save: |tx, saved| Box::pin(async move { save(tx, saved).await }),
}];

async fn services(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<WithTexts>> {
    ctx.demand(can::SEE_DIRECTORY)?;
    let worded = every_service(tx, partners::reader(ctx)).await?.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.name.clone(),
        texts: vec![
            ("name", one.name),
            ("about", one.about),
            ("alert", one.facts.0.alert.unwrap_or_default().text),
            ("apply", one.facts.0.apply),
            ("papers_note", one.facts.0.papers_note),
            ("openness_note", one.facts.0.openness_note),
            ("cost_note", one.facts.0.cost_note),
            ("hours_note", one.facts.0.hours_note),
            ("intake", one.facts.0.intake),
        ],
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
    let text = match saved.wording {
        "name" => &mut new.name,
        "about" => &mut new.about,
        "alert" => &mut new.facts.alert.get_or_insert_default().text,
        "apply" => &mut new.facts.apply,
        "papers_note" => &mut new.facts.papers_note,
        "openness_note" => &mut new.facts.openness_note,
        "cost_note" => &mut new.facts.cost_note,
        "hours_note" => &mut new.facts.hours_note,
        "intake" => &mut new.facts.intake,
        _ => return Err(Error::NotFound),
    };
    text.clone_from(&saved.text);
    update_service(tx, &before, &new).await?;
    tx.audit("service.changed", id, Some(&old), Some(&new)).await
}
