//! Areas, sectors, organizations and people of a partnership.

use super::Known;
use crate::world::{
    PartnershipSeed,
    seed::{AreaSeed, OrganizationSeed, Visibility},
};
use areas::{
    AreaId, AreaKind, CLASSIFIED_ON, NewArea, NewAreaSet, Share, add_areas, add_set, area_by_code,
    take_division,
};
use jiff::civil::Date;
use partners::{
    ContactKind, Languages, NewContactPoint, NewOrganization, NewPerson, NewSpeaker, Sector, Spoken,
    add_contact, add_default_sectors, add_organizations, add_people, speaks_for,
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    text::Text,
};
use std::collections::HashMap;

/// Keeps them, and tells by which ids.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed) -> Result<Known> {
    let today = ctx.today();
    let sectors = add_default_sectors(tx, ctx).await?;
    let places = areas(ctx, tx, seed).await?;
    let new: Vec<NewOrganization> =
        seed.organizations.iter().map(|one| organization(one, &sectors, &places, today)).collect();
    let organizations =
        seed.organizations.iter().map(|one| one.slug).zip(add_organizations(tx, &new).await?).collect();
    let mut known = Known { organizations, ..Known::default() };
    people(ctx, tx, seed, &mut known).await?;
    Ok(known)
}

/// The standard units around the places that the partnership serves, its own places, and the set that it serves.
async fn areas(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed) -> Result<HashMap<&'static str, AreaId>> {
    let today = ctx.today();
    let mut places = HashMap::new();
    for division in seed.areas.iter().filter_map(|area| area.code).filter_map(|code| code.get(..4)) {
        take_division(tx, division, today).await?;
    }
    for area in seed.areas {
        let id = match area.code {
            Some(code) => {
                let kind =
                    if code.len() == 4 { AreaKind::CensusDivision } else { AreaKind::CensusSubdivision };
                area_by_code(tx, kind, code, today).await?.or_not_found()?.id
            }
            None => add_areas(tx, &[own(area, today)]).await?.pop().or_not_found()?,
        };
        places.insert(area.slug, id);
    }
    let mut shares: Vec<(AreaId, Share)> = Vec::new();
    for area in seed.areas {
        let served = match area.code.filter(|code| holds_another(seed, code)) {
            Some(division) => parts_of(tx, division, today).await?,
            None => places.get(area.slug).copied().into_iter().collect(),
        };
        let new = served.into_iter().filter(|id| shares.iter().all(|(known, _)| known != id));
        shares.extend(new.map(|id| (id, Share::WHOLE)).collect::<Vec<_>>());
    }
    let name = seed.place.text(today);
    add_set(
        tx,
        &NewAreaSet { slug: "served".into(), name, valid_from: CLASSIFIED_ON, valid_to: None, shares },
    )
    .await?;
    Ok(places)
}

/// Whether another place that the partnership serves lies in the unit of this code: then it would count twice.
fn holds_another(seed: &PartnershipSeed, code: &str) -> bool {
    seed.areas.iter().filter_map(|area| area.code).any(|other| other != code && other.starts_with(code))
}

/// The units that a division is made of.
async fn parts_of(tx: &mut Tx, division: &str, today: Date) -> Result<Vec<AreaId>> {
    let mut parts = Vec::new();
    for area in areas::list_areas(tx).await? {
        if area.kind == AreaKind::CensusSubdivision && area.code.starts_with(division) && area.holds(today) {
            parts.push(area.id);
        }
    }
    Ok(parts)
}

fn own(seed: &AreaSeed, today: Date) -> NewArea {
    let (code, name) = (seed.slug.to_owned(), seed.name.text(today));
    NewArea { kind: AreaKind::Own, code, name, valid_from: CLASSIFIED_ON, valid_to: None }
}

fn organization(
    seed: &OrganizationSeed,
    sectors: &[Sector],
    places: &HashMap<&str, AreaId>,
    today: Date,
) -> NewOrganization {
    let spoken = seed.languages.iter().filter_map(|code| Spoken::from_code(code));
    NewOrganization {
        sector: sectors.iter().find(|sector| sector.code == seed.sector.code()).map(|sector| sector.id),
        formal: seed.formal,
        langs: Languages::of(spoken),
        area: places.get(seed.area).copied(),
        visibility: visibility(seed.visibility),
        joined_on: seed.joined.map(|when| when.on(today)),
        about: seed.note.text(today),
        ..NewOrganization::new(seed.slug, seed.name.text(today))
    }
}

/// Who may know, in the words of the room.
pub(super) fn visibility(of: Visibility) -> partners::Visibility {
    match of {
        Visibility::Public => partners::Visibility::Public,
        Visibility::Partners => partners::Visibility::Partners,
        Visibility::Staff => partners::Visibility::Staff,
    }
}

async fn people(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &mut Known) -> Result<()> {
    let today = ctx.today();
    let invented = ctx.say().t("demo-invented-person", &[]);
    let new: Vec<NewPerson> = seed
        .people
        .iter()
        .map(|person| NewPerson {
            visibility: partners::Visibility::Partners,
            note: invented.clone(),
            invented: true,
            ..NewPerson::new(person.name, writes_in(person.languages))
        })
        .collect();
    known.people = seed.people.iter().map(|person| person.slug).zip(add_people(tx, &new).await?).collect();
    for person in seed.people {
        let id = known.person(person.slug)?;
        let organization = person.organization.map(|slug| known.organization(slug)).transpose()?;
        let mail = NewContactPoint {
            person: Some(id),
            organization,
            kind: ContactKind::Mail,
            value: person.email(seed.slug),
            visibility: partners::Visibility::Staff,
        };
        add_contact(tx, &mail).await?;
        if let Some(organization) = organization {
            let title = person.title.map_or_else(Text::default, |title| title.text(today));
            speaks_for(tx, &NewSpeaker { person: id, organization, title, from_on: today, to_on: None })
                .await?;
        }
    }
    Ok(())
}

/// The first of the languages that Kith writes in.
fn writes_in(languages: &[&str]) -> Lang {
    languages.iter().find_map(|code| Lang::from_tag(code)).unwrap_or(Lang::En)
}
