//! What a translator may write here: names of organizations and what they do, and names of sectors.

use crate::{
    OfferId, OrganizationId, Reader, SectorId, reader,
    rules::{
        ABOUT, NAME,
        offers::{TEXT, TITLE},
    },
    store::{
        offering::change_offer,
        offers::{find_offer, worded_offers},
        organizations::{change_organization, organization},
        sectors::{change_sector, sectors},
        worded::list_worded,
    },
};
use platform::{
    db::Tx,
    errors::{Error, OrNotFound, Result},
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// Organizations and sectors.
pub(crate) const TRANSLATABLES: [Translatable; 3] = [
    Translatable {
        kind: "organization",
        wordings: &[Wording::line("name", "field-name", NAME), Wording::prose("about", "field-about", ABOUT)],
        list: |ctx, tx| Box::pin(async move { list_worded(tx, reader(ctx)).await }),
        save: |tx, saved| Box::pin(async move { save_organization(tx, saved).await }),
    },
    Translatable {
        kind: "sector",
        wordings: &[Wording::line("name", "field-name", NAME)],
        list: |_, tx| Box::pin(async move { list_sectors(tx).await }),
        save: |tx, saved| Box::pin(async move { save_sector(tx, saved).await }),
    },
    Translatable {
        kind: "offer",
        wordings: &[
            Wording::line("title", "field-offer-title", TITLE),
            Wording::prose("about", "field-offer-about", TEXT),
        ],
        list: |ctx, tx| Box::pin(async move { worded_offers(tx, reader(ctx)).await }),
        save: |tx, saved| Box::pin(async move { save_offer(tx, saved).await }),
    },
];

async fn save_offer(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = find_offer(tx, Reader::Staff, OfferId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let mut after = before.facts()?;
    let text = match saved.wording {
        "title" => &mut after.title,
        "about" => &mut after.about,
        _ => return Err(Error::NotFound),
    };
    *text = saved.text.clone();
    // Whoever translates does not say that it is still so.
    change_offer(tx, &before, &after, before.confirmed_on).await
}

async fn save_organization(tx: &mut Tx, saved: &Translated) -> Result<()> {
    // Whether the writer may know of it was asked when it was listed.
    let before = organization(tx, Reader::Staff, OrganizationId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let mut after = before.facts();
    let text = match saved.wording {
        "name" => &mut after.name,
        "about" => &mut after.about,
        _ => return Err(Error::NotFound),
    };
    *text = saved.text.clone();
    change_organization(tx, "organization.changed", &before, &after).await
}

async fn list_sectors(tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let worded = sectors(tx).await?.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.name.clone(),
        texts: vec![("name", one.name)],
    });
    Ok(worded.collect())
}

async fn save_sector(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let all = sectors(tx).await?;
    let before = all.iter().find(|one| one.id == SectorId(saved.id)).or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    change_sector(tx, before, &saved.text, before.place).await
}
