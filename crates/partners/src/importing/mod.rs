//! Sheets of partners: rows of organizations, with somebody at each.
//!
//! A row means the organization of its name (or of its part of the address); names that are near are asked about. Several rows of
//! one name are one organization with several people. Mail and telephone belong to the person of the row where it names one.

mod columns;
mod judge;
mod said;

#[cfg(test)]
mod tests;

use crate::{
    OrganizationId, PersonId, Reader, SectorId, can,
    contact::ContactKind,
    rules::{self, NewOrganization, NewPerson, Visibility},
    store::{
        contacts::{NewContactPoint, add_contact, contacts_of_organization},
        imported,
        organizations::{change_organization, lay_organizations, organization},
        people::lay_people,
        sectors::{add_sector, sectors},
        speakers::{NewSpeaker, speaks_for},
    },
};
use judge::{Answers, KnownPerson, PartnerJudge, Picture};
use platform::{
    batch::{BatchId, Importer, Judge, Line, Mapping, target_of},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    text::{Text, fold},
};
use said::{InSector, Said, SaidPerson, Whose};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The importer of this room.
pub const IMPORTER: Importer = Importer {
    what: "partners",
    title: "nav-partners",
    may: can::DECIDE_PARTNERS,
    columns: columns::COLUMNS,
    rest: Some("note"),
    questions: columns::QUESTIONS,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    change: |ctx, tx, line| Box::pin(change(ctx, tx, line)),
    revert: |_, tx, line| Box::pin(revert(tx, line)),
    clear: |_, tx, batch, limit| Box::pin(imported::clear(tx, batch, limit)),
    adds: &["organization", "person"],
    belongings: &["organization_language", "speaker", "contact_point"],
};

fn answers(mapping: &Mapping) -> Answers {
    let answer = |key: &str| mapping.answers.get(key).map_or("", String::as_str);
    Answers {
        partners: answer("import-partners-standing") == "partners",
        new_sectors: answer("import-partners-sectors") != "empty",
        see: Visibility::from_code(answer("import-partners-see")).unwrap_or(Visibility::Partners),
        overwrite: answer("import-partners-differing") == "overwrite",
    }
}

/// The picture that rows are compared with.
async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    let mut contacts: HashMap<OrganizationId, Vec<(ContactKind, String)>> = HashMap::new();
    for (organization, kind, value) in imported::own_contacts(tx).await? {
        contacts.entry(organization).or_default().push((kind, value));
    }
    let organizations = imported::all_organizations(tx).await?;
    let organizations = organizations
        .into_iter()
        .map(|one| {
            let own = contacts.remove(&one.id).unwrap_or_default();
            (one, own)
        })
        .collect();
    let mut sector_words = HashMap::new();
    for sector in sectors(tx).await? {
        sector_words.insert(fold(&sector.code.replace('_', " ")), sector.id);
        sector_words.extend(names(&sector.name).map(|name| (name, sector.id)));
    }
    let mut area_words = HashMap::new();
    for area in areas::known_areas(tx).await?.into_iter().filter(|area| area.binned_at.is_none()) {
        area_words.insert(fold(&area.code), area.id);
        area_words.extend(names(&area.name).map(|name| (name, area.id)));
    }
    let picture = Picture {
        organizations,
        people: people(tx).await?,
        sectors: sector_words,
        areas: area_words,
        kinds: kind_words(ctx),
        visibilities: visibility_words(ctx),
        answers: answers(mapping),
        today: ctx.today(),
    };
    Ok(Box::new(PartnerJudge::new(picture)))
}

fn names(text: &Text) -> impl Iterator<Item = String> {
    text.pieces().map(|(_, piece)| fold(&piece.text)).collect::<Vec<_>>().into_iter()
}

async fn people(tx: &mut Tx) -> Result<Vec<KnownPerson>> {
    let mut people: Vec<KnownPerson> = Vec::new();
    let mut places = HashMap::new();
    for (id, name) in imported::all_people(tx).await? {
        places.insert(id, people.len());
        people.push(KnownPerson { id, name: fold(&name), mails: Vec::new(), of: Vec::new() });
    }
    for (id, mail) in imported::mails_of_people(tx).await? {
        if let Some(person) = places.get(&id).and_then(|at| people.get_mut(*at)) {
            person.mails.push(fold(&mail));
        }
    }
    for (id, organization) in imported::all_speakers(tx).await? {
        if let Some(person) = places.get(&id).and_then(|at| people.get_mut(*at)) {
            person.of.push(organization);
        }
    }
    Ok(people)
}

/// How both official languages say whether an organization is registered; what files of lists say is among them.
fn kind_words(ctx: &Ctx) -> HashMap<String, bool> {
    let mut words = HashMap::new();
    for say in Lang::OFFICIAL.map(|lang| ctx.say().in_lang(lang)) {
        for (formal, key) in [(true, "kind-formal"), (false, "kind-informal")] {
            words.insert(fold(&say.t(key, &[])), formal);
        }
    }
    words.extend(
        [("formal", true), ("formel", true), ("informal", false), ("informel", false)]
            .map(|(word, formal)| (word.to_owned(), formal)),
    );
    words
}

fn visibility_words(ctx: &Ctx) -> HashMap<String, Visibility> {
    let mut words = HashMap::new();
    for say in Lang::OFFICIAL.map(|lang| ctx.say().in_lang(lang)) {
        for one in Visibility::ALL {
            words.insert(fold(&say.t(&format!("visibility-{}", one.code()), &[])), one);
            words.insert(one.code().to_owned(), one);
        }
    }
    words
}

/// Writes rows that add something: an organization, or somebody more at the one of an earlier row.
async fn lay(ctx: &Ctx, tx: &mut Tx, batch: BatchId, lines: &[Line]) -> Result<Vec<Uuid>> {
    let mut laid = Vec::with_capacity(lines.len());
    let mut of_rows: HashMap<i64, OrganizationId> = HashMap::new();
    let mut slugs: HashSet<String> = HashSet::new();
    let mut new_sectors = NewSectors::default();
    let mut fresh: Vec<(i64, NewOrganization)> = Vec::new();
    let mut said_by_row: Vec<(i64, Said)> = Vec::new();
    for line in lines {
        let said: Said = line.said()?;
        if said.whose == Whose::New {
            let sector = new_sectors.find(ctx, tx, said.sector.as_ref()).await?;
            let slug = free_slug(tx, &said, &mut slugs).await?;
            fresh.push((line.number, said.organization(slug, sector, ctx.today())));
        }
        said_by_row.push((line.number, said));
    }
    let new: Vec<NewOrganization> = fresh.iter().map(|(_, new)| new.clone()).collect();
    let ids = lay_organizations(tx, &new, batch).await?;
    of_rows.extend(fresh.iter().map(|(number, _)| *number).zip(ids));
    for (number, said) in said_by_row {
        let of = match said.whose {
            Whose::New => of_rows.get(&number).copied().or_not_found()?,
            Whose::Known(id) => id,
            Whose::Row(row) => match of_rows.get(&row) {
                Some(id) => *id,
                None => target_of(tx, batch, row).await?.map(OrganizationId).or_not_found()?,
            },
        };
        if said.whose == Whose::New {
            reach(tx, of, &said).await?;
        }
        if let Some(person) = &said.person {
            attach(ctx, tx, (of, person), Some(batch)).await?;
        }
        laid.push(of.0);
    }
    Ok(laid)
}

/// Sectors that a sheet adds to the list, each once.
#[derive(Default)]
struct NewSectors(HashMap<String, SectorId>);

impl NewSectors {
    async fn find(&mut self, ctx: &Ctx, tx: &mut Tx, said: Option<&InSector>) -> Result<Option<SectorId>> {
        let name = match said {
            None => return Ok(None),
            Some(InSector::Known(id)) => return Ok(Some(*id)),
            Some(InSector::New(name)) => name,
        };
        let code = rules::slug_of(name).replace('-', "_");
        if let Some(id) = self.0.get(&code) {
            return Ok(Some(*id));
        }
        let kept = sectors(tx).await?;
        let id = match kept.iter().find(|one| one.code == code) {
            Some(one) => one.id,
            None => {
                let place = kept.iter().map(|one| one.place).max().unwrap_or(0) + 1;
                let name = Text::default().with(ctx.lang, name, ctx.today());
                add_sector(tx, &code, &name, place).await?
            }
        };
        self.0.insert(code, id);
        Ok(Some(id))
    }
}

/// A part of the address that is free, with a number when the name's own is taken.
async fn free_slug(tx: &mut Tx, said: &Said, taken: &mut HashSet<String>) -> Result<String> {
    let name = if said.name.is_empty() { &said.name_fr } else { &said.name };
    let wanted = rules::slug_of(name);
    let wanted = if wanted.is_empty() { "organization".to_owned() } else { wanted };
    let kept = imported::slugs_like(tx, &wanted).await?;
    let free =
        (1..).map(|n| rules::numbered(&wanted, n)).find(|slug| !kept.contains(slug) && !taken.contains(slug));
    let slug = free.unwrap_or(wanted);
    taken.insert(slug.clone());
    Ok(slug)
}

/// Keeps the organization's own ways to be reached, those of a kind that it lacks; gives how many.
async fn reach(tx: &mut Tx, of: OrganizationId, said: &Said) -> Result<Vec<Uuid>> {
    let kept = contacts_of_organization(tx, Reader::Staff, of).await?;
    let visibility = said.visibility.unwrap_or(Visibility::Partners);
    let mut added = Vec::new();
    for (kind, value) in
        [(ContactKind::Mail, &said.mail), (ContactKind::Phone, &said.phone), (ContactKind::Web, &said.web)]
    {
        let lacks = !kept.iter().any(|one| one.person.is_none() && one.kind == kind);
        if !value.is_empty() && lacks {
            let new = NewContactPoint {
                person: None,
                organization: Some(of),
                kind,
                value: value.clone(),
                visibility,
            };
            added.push(add_contact(tx, &new).await?.0);
        }
    }
    Ok(added)
}

/// What was added for a person of a row.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Attached {
    person: Option<Uuid>,
    speaker: Option<Uuid>,
    contacts: Vec<Uuid>,
}

/// Keeps the person when she is not known, that she speaks for the organization, and how she is reached there.
async fn attach(
    ctx: &Ctx,
    tx: &mut Tx,
    (of, said): (OrganizationId, &SaidPerson),
    batch: Option<BatchId>,
) -> Result<Attached> {
    let mut attached = Attached::default();
    let person = match (said.known, batch) {
        (Some(id), _) => id,
        (None, batch) => {
            let found = match batch {
                Some(batch) => imported::laid_person(tx, batch, &fold(&said.name), &said.mail).await?,
                None => None,
            };
            match found {
                Some(id) => id,
                None => {
                    let new = NewPerson::new(said.name.clone(), said.lang);
                    let id = lay_people(tx, &[new], batch).await?.pop().or_not_found()?;
                    attached.person = Some(id.0);
                    id
                }
            }
        }
    };
    let speaks = imported::speaks(tx, person, of).await?;
    if !speaks {
        let mut title = Text::default();
        if !said.title.is_empty() {
            title = title.with(ctx.lang, &said.title, ctx.today());
        }
        let new = NewSpeaker { person, organization: of, title, from_on: ctx.today(), to_on: None };
        attached.speaker = Some(speaks_for(tx, &new).await?.0);
    }
    for (kind, value) in [(ContactKind::Mail, &said.mail), (ContactKind::Phone, &said.phone)] {
        if value.is_empty() || imported::reached_at(tx, person, of, kind).await? {
            continue;
        }
        let new = NewContactPoint {
            person: Some(person),
            organization: Some(of),
            kind,
            value: value.clone(),
            visibility: Visibility::Staff,
        };
        attached.contacts.push(add_contact(tx, &new).await?.0);
    }
    Ok(attached)
}

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Changed {
    /// The version of the record after the change.
    version: i64,
    /// What it said before.
    before: NewOrganization,
    /// Ways to reach the organization that came with the row.
    contacts: Vec<Uuid>,
    /// Who came with the row.
    attached: Attached,
}

/// Makes the change of a row; gives a [`Changed`].
async fn change(ctx: &Ctx, tx: &mut Tx, line: &Line) -> Result<Value> {
    let said: Said = line.said()?;
    let id = line.target_id.map(OrganizationId).or_not_found()?;
    let kept = organization(tx, Reader::Staff, id).await?.or_not_found()?;
    let sector = NewSectors::default().find(ctx, tx, said.sector.as_ref()).await?;
    let before = kept.facts();
    let after = said.merged(&before, sector, ctx.today());
    change_organization(tx, "organization.changed", &kept, &after).await?;
    let contacts = reach(tx, id, &said).await?;
    let attached = match &said.person {
        Some(person) => attach(ctx, tx, (id, person), None).await?,
        None => Attached::default(),
    };
    let now = organization(tx, Reader::Staff, id).await?.or_not_found()?;
    Ok(serde_json::to_value(Changed { version: now.version, before, contacts, attached })?)
}

/// Takes the change of a row back, unless somebody has changed the record since.
async fn revert(tx: &mut Tx, line: &Line) -> Result<bool> {
    let Some(changed) = &line.before else { return Ok(true) };
    let changed: Changed = serde_json::from_value(changed.0.clone())?;
    let id = line.target_id.map(OrganizationId).or_not_found()?;
    let kept = organization(tx, Reader::Staff, id).await?;
    let Some(kept) = kept.filter(|one| one.version == changed.version) else { return Ok(false) };
    change_organization(tx, "organization.changed", &kept, &changed.before).await?;
    imported::take_back(tx, &changed.contacts, &changed.attached.contacts).await?;
    if let Some(speaker) = changed.attached.speaker {
        imported::drop_speaker(tx, speaker).await?;
    }
    if let Some(person) = changed.attached.person {
        imported::drop_person(tx, PersonId(person)).await?;
    }
    Ok(true)
}
