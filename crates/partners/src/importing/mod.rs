//! Sheets of partners: rows of organizations, with somebody at each.
//!
//! A row means the organization of its name (or of its part of the address); names that are near are asked about. Several rows of
//! one name are one organization with several people. Mail and telephone belong to the person of the row where it names one.

mod attaching;
mod cells;
mod changing;
mod columns;
mod judge;
mod known;
mod meant;
mod people;
mod reverting;
mod said;

#[cfg(test)]
use people::Changes as PeopleChanges;
pub use people::IMPORTER as PEOPLE;

#[cfg(test)]
mod tests;

use crate::{
    OrganizationId, PersonId, SectorId, can,
    contact::ContactKind,
    rules::{self, NewPerson, Visibility},
    store::{
        contacts::lay_contact,
        imported,
        organizations::{change_organization, lay_organizations, slug_taken},
        people::lay_people,
        picture,
        sectors::{lay_sector, sector_for_import, sectors, show_sectors},
    },
};
use attaching::{AtPlace, attach, own_ways};
use judge::{Answers, PartnerJudge, Picture};
use known::People;
use platform::{
    batch::{BatchId, Importer, Judge, Laid, Line, Mapping, Verdict, set_target, target_of},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    ids::Ref,
    langs::Lang,
    text::{Text, fold},
};
use said::{InSector, Said, SaidPerson, Whose, noted};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The importer of this room.
pub const IMPORTER: Importer = Importer {
    what: "partners",
    title: "nav-partners",
    home: "/work/partners",
    packed: None,
    may: can::DECIDE_PARTNERS,
    columns: columns::COLUMNS,
    needed: &["name"],
    rest: Some("note"),
    questions: columns::QUESTIONS,
    mentions: None,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    changing: || Box::new(changing::Changes::default()),
    revert: |_, tx, all| Box::pin(changing::revert(tx, all)),
    show: |tx, batch| Box::pin(show_sectors(tx, batch)),
    clear: |_, tx, batch, limit| Box::pin(imported::clear(tx, batch, limit)),
    became: None,
    in_the_way: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
    adds: &["organization", "person"],
    belongings: &["organization_language", "speaker", "contact_point"],
    people: "person",
};

/// The key of the column in which rows of sheets name somebody at the organization.
pub const PERSON: &str = "person";
/// The key of the column of addresses for mail; hers, where a row names somebody.
pub const MAIL: &str = "mail";

/// The language of a sheet, as was answered about it.
pub fn language(mapping: &Mapping) -> Lang {
    mapping.answers.get("import-partners-language").and_then(|code| code.parse().ok()).unwrap_or(Lang::En)
}

/// What a row stands for.
fn names(organization: OrganizationId, person: Option<PersonId>) -> Vec<Ref> {
    let person = person.map(|id| Ref::new("person", id.0));
    std::iter::once(Ref::new("organization", organization.0)).chain(person).collect()
}

/// What was answered about a whole sheet; empty for the usual.
fn answer_of<'a>(mapping: &'a Mapping, key: &str) -> &'a str {
    mapping.answers.get(key).map_or("", String::as_str)
}

fn answers(mapping: &Mapping) -> Answers {
    let answer = |key: &str| answer_of(mapping, key);
    Answers {
        partners: answer("import-partners-standing") == "partners",
        new_sectors: answer("import-partners-sectors") != "empty",
        see: Visibility::from_code(answer("import-partners-see")).unwrap_or(Visibility::Partners),
        overwrite: answer("import-partners-differing") == "overwrite",
        lang: language(mapping),
    }
}

/// The picture that rows are compared with.
async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    let mut contacts: HashMap<OrganizationId, Vec<(ContactKind, String)>> = HashMap::new();
    picture::own_contacts(tx, |organization, kind, value| {
        contacts.entry(organization).or_default().push((kind, value));
    })
    .await?;
    let organizations = picture::all_organizations(tx).await?;
    let organizations = organizations
        .into_iter()
        .map(|one| {
            let own = contacts.remove(&one.id).unwrap_or_default();
            (one, own)
        })
        .collect();
    let (mut sector_words, mut sector_names) = (HashMap::new(), HashMap::new());
    for sector in sectors(tx).await? {
        sector_names.insert(sector.id, sector.name.plain(ctx.lang).to_owned());
        sector_words.insert(fold(&sector.code.replace('_', " ")), sector.id);
        sector_words.extend(folded(&sector.name).map(|name| (name, sector.id)));
    }
    let mut area_words = HashMap::new();
    for area in areas::known_areas(tx).await?.into_iter().filter(|area| area.binned_at.is_none()) {
        area_words.insert(fold(&area.code), area.id);
        area_words.extend(folded(&area.name).map(|name| (name, area.id)));
    }
    let picture = Picture {
        organizations,
        people: if names_people(mapping) { People::load(tx).await? } else { People::default() },
        sectors: sector_words,
        sector_names,
        areas: area_words,
        kinds: kind_words(ctx),
        visibilities: visibility_words(ctx),
        answers: answers(mapping),
        today: ctx.today(),
    };
    Ok(Box::new(PartnerJudge::new(picture)))
}

/// Whether rows name people, so that those who are kept are compared with them.
fn names_people(mapping: &Mapping) -> bool {
    mapping.columns.iter().flatten().any(|key| key == PERSON)
}

fn folded(text: &Text) -> impl Iterator<Item = String> {
    text.pieces().map(|(_, piece)| fold(&piece.text)).collect::<Vec<_>>().into_iter()
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

/// What codes are called in both official languages, folded, and the codes themselves.
fn folded_words<'a>(ctx: &Ctx, keys: impl IntoIterator<Item = (&'a str, String)>) -> HashMap<String, String> {
    let says = Lang::OFFICIAL.map(|lang| ctx.say().in_lang(lang));
    let mut words = HashMap::new();
    for (code, key) in keys {
        words.insert(fold(code), code.to_owned());
        words.extend(says.iter().map(|say| (fold(&say.t(&key, &[])), code.to_owned())));
    }
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

/// Where a row that adds something belongs.
#[derive(Clone, Copy)]
enum Place {
    /// What this row adds: which of those that are laid now.
    Fresh(usize),
    /// One that an earlier chunk of the import had added.
    Laid(Uuid),
    /// One that is kept, since a person said so: it is changed when all is shown.
    Kept(Uuid),
}

/// Writes rows that add something: an organization, or somebody more at the one of an earlier row. What touches records that
/// everybody sees is left for when all is shown.
async fn lay(ctx: &Ctx, tx: &mut Tx, batch: BatchId, lines: &[Line]) -> Result<Vec<Laid>> {
    let (mut slugs, mut new_sectors) = (HashSet::new(), NewSectors::default());
    let (mut fresh, mut places, mut of_rows): (Vec<Said>, _, _) = (Vec::new(), Vec::new(), HashMap::new());
    for line in lines {
        let said: Said = line.said()?;
        let row = match said.whose {
            Whose::Row(row) => row,
            Whose::New | Whose::Known(_) => line.number,
        };
        let place = match of_rows.get(&row) {
            Some(at) => Place::Fresh(*at),
            None => earlier(tx, batch, ("organization", line.number, row))
                .await?
                .unwrap_or(Place::Fresh(fresh.len())),
        };
        if let Place::Fresh(at) = place {
            match fresh.get_mut(at) {
                Some(earlier) => Said::fill(earlier, &said),
                None => fresh.push(said.clone()),
            }
            of_rows.insert(row, at);
        }
        places.push((line.number, row, said, place));
    }
    let mut new = Vec::with_capacity(fresh.len());
    for said in &fresh {
        let sector = new_sectors.find(ctx, tx, (said, batch)).await?;
        let slug = free_slug(tx, said.called(), &mut slugs).await?;
        new.push(said.organization(slug, sector, ctx.today()));
    }
    let ids = lay_organizations(tx, &new, batch).await?;
    let mut laid = Vec::with_capacity(lines.len());
    for (number, row, said, place) in places {
        laid.push(lay_row(ctx, tx, batch, (&said, place, &ids)).await?);
        if let (Place::Fresh(at), true) = (place, row != number) {
            // The row that named it first was left out: this one stands for it.
            let id = ids.get(at).copied().or_not_found()?;
            set_target(tx, batch, row, id.0).await?;
        }
    }
    Ok(laid)
}

/// What an earlier row of the same organization or person came to; none when it was left out, or is this row.
async fn earlier(
    tx: &mut Tx,
    batch: BatchId,
    (kind, number, row): (&str, i64, i64),
) -> Result<Option<Place>> {
    if row == number {
        return Ok(None);
    }
    let (verdict, target) = target_of(tx, batch, row).await?;
    let Some(id) = target else { return Ok(None) };
    let laid = imported::is_of(tx, batch, &Ref::new(kind, id)).await?;
    Ok(Some(if laid || verdict == Verdict::Add { Place::Laid(id) } else { Place::Kept(id) }))
}

async fn lay_row(
    ctx: &Ctx,
    tx: &mut Tx,
    batch: BatchId,
    (said, place, ids): (&Said, Place, &[OrganizationId]),
) -> Result<Laid> {
    let id = match place {
        Place::Fresh(at) => ids.get(at).copied().or_not_found()?,
        // Nobody sees an organization that is laid: what another row says of it is added at once.
        Place::Laid(id) => {
            let id = OrganizationId(id);
            if said.tells() {
                tell(ctx, tx, batch, (id, said)).await?;
            }
            id
        }
        Place::Kept(id) => {
            return Ok(Laid { target: id, names: names(OrganizationId(id), None), finish: true });
        }
    };
    if said.person.is_none() {
        reach(tx, id, said).await?;
    }
    // Of somebody who is known everybody may see at once what is written: that waits.
    let finish = said.person.as_ref().is_some_and(|person| person.known.is_some());
    let mut who = None;
    if let (Some(person), false) = (&said.person, finish) {
        who = Some(keep_person(ctx, tx, (id, person), (batch, said.lang)).await?);
    }
    Ok(Laid { target: id.0, names: names(id, who), finish })
}

/// Adds what a row says of an organization that an earlier one had added.
async fn tell(ctx: &Ctx, tx: &mut Tx, batch: BatchId, (id, said): (OrganizationId, &Said)) -> Result<()> {
    let laid = imported::whatever(tx, id).await?.or_not_found()?;
    let sector = NewSectors::default().find(ctx, tx, (said, batch)).await?;
    let after = said.merged(&laid.facts(), sector, ctx.today());
    change_organization(tx, "organization.changed", &laid, &after).await
}

/// Sectors that a sheet adds to the list, each once.
#[derive(Default)]
struct NewSectors(HashMap<String, SectorId>);

impl NewSectors {
    /// The sector that a row names; one that is not on the list is laid out of sight, once for all rows of the import, which shows it
    /// with the rest.
    async fn find(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        (said, batch): (&Said, BatchId),
    ) -> Result<Option<SectorId>> {
        let name = match &said.sector {
            None => return Ok(None),
            Some(InSector::Known(id)) => return Ok(Some(*id)),
            Some(InSector::New(name)) => name,
        };
        let code = rules::slug_of(name).replace('-', "_");
        if let Some(id) = self.0.get(&code) {
            return Ok(Some(*id));
        }
        let id = match sector_for_import(tx, &code, batch).await? {
            Some(id) => id,
            None => {
                let place = sectors(tx).await?.iter().map(|one| one.place).max().unwrap_or(0) + 1;
                let name = Text::default().with(said.lang, name, ctx.today());
                lay_sector(tx, batch, &code, (&name, place)).await?
            }
        };
        self.0.insert(code, id);
        Ok(Some(id))
    }
}

/// A part of the address that is free, with a number when the name's own is taken.
async fn free_slug(tx: &mut Tx, name: &str, taken: &mut HashSet<String>) -> Result<String> {
    let wanted = match rules::slug_of(name) {
        slug if slug.is_empty() => "organization".to_owned(),
        slug => slug,
    };
    let mut n = 1;
    loop {
        let slug = rules::numbered(&wanted, n);
        if !taken.contains(&slug) && !slug_taken(tx, &slug, None).await? {
            taken.insert(slug.clone());
            return Ok(slug);
        }
        n += 1;
    }
}

/// Keeps the own ways to be reached of an organization that nobody sees yet, those of a kind that it lacks. What is laid out of sight
/// says nothing in the history: the import does.
async fn reach(tx: &mut Tx, of: OrganizationId, said: &Said) -> Result<()> {
    let kept = imported::kinds_of(tx, of).await?;
    for new in own_ways(of, said).filter(|new| !kept.contains(&new.kind)) {
        lay_contact(tx, &new).await?;
    }
    Ok(())
}

/// Keeps somebody who is not known, out of sight: that she speaks for the organization, and how she is reached there. Gives who she is.
async fn keep_person(
    ctx: &Ctx,
    tx: &mut Tx,
    (of, said): (OrganizationId, &SaidPerson),
    (batch, lang): (BatchId, Lang),
) -> Result<PersonId> {
    let earlier = imported::laid_person(tx, batch, &fold(&said.name), &said.mail).await?;
    let who = match earlier {
        Some(id) => id,
        None => {
            let new = NewPerson::new(said.name.clone(), said.lang);
            lay_people(tx, &[new], batch).await?.pop().or_not_found()?
        }
    };
    let (title, mail, phone, is_new) = (&said.title, &said.mail, &said.phone, earlier.is_none());
    attach(ctx, tx, who, &AtPlace { of: Some(of), title, lang, mail, phone, is_new }).await?;
    Ok(who)
}
