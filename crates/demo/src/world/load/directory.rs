//! The inventory of services, kept through the room's facade.

use super::{Known, PartnershipSeed};
use crate::world::inventory::{
    Inventory, ProviderSeed, ServiceSeed, facilities::facilities, languages, source,
};
use ::directory::{
    LocationFacts, LocationId, ServiceFacts, add_check, add_location, add_service,
    rules::{
        facts::Facts,
        freshness::{MONTHS, MONTHS_INFORMAL},
    },
    service,
};
use jiff::civil::Date;
use partners::{NewOrganization, OrganizationId, Reader, Sector, add_organizations};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
};
use std::collections::HashMap;

/// What services are known by, once their providers and places are kept.
struct Kept<'a> {
    known: &'a Known,
    providers: HashMap<&'a str, OrganizationId>,
    places: HashMap<&'a str, LocationId>,
}

impl Kept<'_> {
    fn organization(&self, slug: &str) -> Result<OrganizationId> {
        self.providers.get(slug).copied().map_or_else(|| self.known.organization(slug), Ok)
    }

    fn place(&self, key: &str) -> Result<LocationId> {
        self.places.get(key).copied().ok_or_else(|| Error::failed(format!("no place {key}")))
    }
}

/// Keeps what the partnership of this seed has.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    let told = source(seed.slug).map(Inventory::read).transpose()?;
    for inventory in [told, facilities(seed.slug)?].into_iter().flatten() {
        keep(ctx, tx, (seed, known), &inventory).await?;
    }
    Ok(())
}

async fn keep(
    ctx: &Ctx,
    tx: &mut Tx,
    (seed, known): (&PartnershipSeed, &Known),
    inventory: &Inventory,
) -> Result<()> {
    let today = ctx.today();
    let sectors = partners::sectors(tx).await?;
    let new: Vec<NewOrganization> =
        inventory.organization.iter().map(|one| provider(one, &sectors, today)).collect::<Result<_>>()?;
    let slugs = inventory.organization.iter().map(|one| one.slug.as_str());
    let providers = slugs.zip(add_organizations(tx, &new).await?).collect();
    let mut kept = Kept { known, providers, places: HashMap::new() };
    let town = town(seed);
    for one in &inventory.place {
        let new = LocationFacts {
            organization: Some(kept.organization(&one.of)?),
            name: one.name.text(today),
            kind: one.kind()?,
            place: one.place(town, today)?,
            source: one.source.clone(),
        };
        let id = add_location(tx, &new).await?;
        kept.places.insert(&one.key, id);
    }
    for one in &inventory.service {
        let id = add_service(tx, &offered(one, &kept, today)?).await?;
        for check in one.checks(today)? {
            let before = service(tx, Reader::Staff, id).await?.or_not_found()?;
            add_check(tx, &before, &check).await?;
        }
    }
    Ok(())
}

/// The town and the province of a partnership's places.
fn town(seed: &PartnershipSeed) -> (&'static str, &'static str) {
    match seed.slug {
        "medicine-hat" => ("Medicine Hat", "AB"),
        "london-middlesex" => ("London", "ON"),
        "hamilton" => ("Hamilton", "ON"),
        _ => ("Portage Falls", "ON"),
    }
}

fn provider(seed: &ProviderSeed, sectors: &[Sector], today: Date) -> Result<NewOrganization> {
    let sector = sectors.iter().find(|sector| sector.code == seed.sector).or_not_found()?;
    Ok(NewOrganization {
        sector: Some(sector.id),
        langs: languages(&seed.languages)?,
        about: seed.note.text(today),
        ..NewOrganization::new(&seed.slug, seed.name.text(today))
    })
}

fn offered(seed: &ServiceSeed, kept: &Kept<'_>, today: Date) -> Result<ServiceFacts> {
    let lasting = if seed.informal { MONTHS_INFORMAL } else { MONTHS };
    Ok(ServiceFacts {
        organization: kept.organization(&seed.of)?,
        name: seed.name.text(today),
        about: seed.about.text(today),
        status: seed.status()?,
        visibility: seed.visibility()?,
        informal: seed.informal,
        stream: seed.stream()?,
        needs: seed.need_ids()?,
        facts: facts(seed, today)?,
        months: seed.months.unwrap_or(u32::try_from(lasting).unwrap_or(12)),
        locations: seed.at.iter().map(|key| kept.place(key)).collect::<Result<_>>()?,
        source: seed.source.clone(),
        source_on: seed.source_on,
    })
}

fn facts(seed: &ServiceSeed, today: Date) -> Result<Facts> {
    Ok(Facts {
        phones: seed.phones()?,
        mail: seed.mail.clone(),
        web: seed.web.clone(),
        hours: seed.hours()?,
        is_closed_on_holidays: seed.closed_on_holidays,
        hours_note: seed.hours_note.text(today),
        languages: seed.languages()?,
        interpretation: seed.interpretation()?,
        openness: seed.openness()?,
        openness_note: seed.open_note.text(today),
        age_from: seed.age.map(|(from, _)| from),
        age_to: seed.age.map(|(_, to)| to),
        cost: seed.cost()?,
        cost_note: seed.cost_note.text(today),
        papers: seed.papers()?,
        papers_note: seed.papers_note.text(today),
        features: seed.features()?,
        apply: seed.apply.text(today),
        intake: seed.intake.text(today),
        wait: seed.wait(today),
        alert: seed.alert(today),
        areas: seed.areas()?,
        links: seed.links()?,
        ..Facts::default()
    })
}
