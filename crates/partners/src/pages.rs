//! Pages of partners: the list, an organization, people, sectors; and the public list.

pub mod asks;
pub mod asks_about;
pub mod consent;
pub mod contacts;
pub mod days;
pub mod edit;
pub mod held;
pub mod list;
pub mod mail_choices;
pub mod notes;
pub mod offer;
pub mod offering;
pub mod offers;
pub mod organization;
pub mod people;
pub mod person;
pub mod public;
pub mod removal;
mod samples;
pub mod sectors;
pub mod speaking;
pub mod titling;

pub use samples::all as samples;

use crate::{
    OrganizationId, PersonId, Reader, Sector, SectorId, Spoken, Standing, Visibility, can, reader, store,
    typed::Around, visible_to,
};
use areas::{Area, AreaId};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Cell, Choice, Look, choice},
    words::Say,
};
use serde::Deserialize;
use store::{organizations::Organization, people::Person};

/// Which organization, by its place in addresses.
#[derive(Debug, Deserialize)]
pub struct OfOrganization {
    /// Its slug.
    pub slug: String,
}

/// Which person.
#[derive(Debug, Deserialize)]
pub struct OfPerson {
    /// The id.
    pub person: PersonId,
}

/// What forms and lists of organizations choose from.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The sectors, in their order.
    pub sectors: Vec<Sector>,
    /// The areas, by kind and code; those in the bin too, since what works there keeps them.
    pub areas: Vec<Area>,
}

impl Kept {
    /// Loads it.
    async fn load(tx: &mut Tx) -> Result<Self> {
        Ok(Self { sectors: store::sectors::sectors(tx).await?, areas: areas::known_areas(tx).await? })
    }

    fn codes(&self) -> Vec<(String, SectorId)> {
        self.sectors.iter().map(|sector| (sector.code.clone(), sector.id)).collect()
    }

    fn area_codes(&self) -> Vec<(String, AreaId)> {
        self.areas.iter().map(|area| (area_code(area), area.id)).collect()
    }

    /// What a form is read against.
    fn around(&self, ctx: &Ctx) -> Around {
        Around {
            langs: ctx.site_langs().to_vec(),
            sectors: self.codes(),
            areas: self.area_codes(),
            today: ctx.today(),
            decides: ctx.may(can::DECIDE_PARTNERS),
        }
    }

    fn sector(&self, id: Option<SectorId>) -> Option<&Sector> {
        self.sectors.iter().find(|sector| Some(sector.id) == id)
    }

    fn sector_name(&self, ctx: &Ctx, id: Option<SectorId>) -> Cell {
        self.sector(id).map_or_else(Cell::nothing, |sector| Cell::text(ctx, &sector.name))
    }

    fn area_name(&self, ctx: &Ctx, id: Option<AreaId>) -> Cell {
        let area = self.areas.iter().find(|area| Some(area.id) == id);
        area.map_or_else(Cell::nothing, |area| Cell::text(ctx, &area.name))
    }

    fn sector_choices(&self, ctx: &Ctx) -> Vec<Choice> {
        self.sectors.iter().map(|sector| choice(&sector.code, sector.name.plain(ctx.lang))).collect()
    }

    /// The areas in use, and the one that was chosen before even when it lies in the bin since.
    fn area_choices(&self, ctx: &Ctx, chosen: &str) -> Vec<Choice> {
        let offered = self.areas.iter().filter(|area| area.binned_at.is_none() || area_code(area) == chosen);
        offered.map(|area| choice(area_code(area), area.name.plain(ctx.lang))).collect()
    }
}

fn area_code(area: &Area) -> String {
    format!("{} {}", area.kind.code(), area.code)
}

fn visibility_word(say: &Say, visibility: Visibility) -> String {
    say.t(&format!("visibility-{}", visibility.code()), &[])
}

fn visibility_choices(say: &Say) -> Vec<Choice> {
    Visibility::ALL.iter().map(|one| choice(one.code(), visibility_word(say, *one))).collect()
}

fn standing_word(say: &Say, standing: Standing) -> String {
    say.t(&format!("standing-{}", standing.code()), &[])
}

fn standing_look(standing: Standing) -> Look {
    match standing {
        Standing::Partner => Look::OnTrack,
        Standing::Prospect => Look::NotStarted,
        Standing::Left => Look::Unknown,
    }
}

fn kind_word(say: &Say, formal: bool) -> String {
    say.t(if formal { "kind-formal" } else { "kind-informal" }, &[])
}

fn languages_word(say: &Say, organization: &Organization) -> String {
    let name = |(n, key): (usize, String)| {
        let name = say.t(&key, &[]);
        // French writes a language in small letters, and only what begins the line with a capital.
        if n > 0 && say.lang == platform::langs::Lang::Fr { small(&name) } else { name }
    };
    let names: Vec<String> = organization.langs.0.iter().map(|one| one.key()).enumerate().map(name).collect();
    say.list(&names)
}

/// What a language is called in the reader's language, as it begins a line: “French”, « Français ».
fn lang_word(ctx: &Ctx, lang: platform::langs::Lang) -> String {
    let name = platform::html::lang_name(ctx, lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name with a small first letter.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// All languages that can be chosen: first those of the program, then the others by name.
fn spoken_choices(say: &Say) -> Vec<Choice> {
    let mut all: Vec<Choice> = Spoken::all().map(|one| choice(one.code(), say.t(&one.key(), &[]))).collect();
    if let Some(rest) = all.get_mut(17..) {
        rest.sort_by(|a, b| say.order(&a.label, &b.label));
    }
    all
}

pub(crate) fn organization_url(ctx: &Ctx, slug: &str) -> String {
    ctx.url(&format!("/work/partners/{slug}"))
}

pub(crate) fn person_url(ctx: &Ctx, id: PersonId) -> String {
    ctx.url(&format!("/work/people/{id}"))
}

/// The organization of an address, for whoever may know of it or keeps its record.
async fn find(ctx: &Ctx, tx: &mut Tx, slug: &str) -> Result<Organization> {
    let found = store::organizations::organization_by_slug(tx, Reader::Staff, slug).await?.or_not_found()?;
    let may = visible_to(found.visibility, reader(ctx)) || ctx.may(can::EDIT_ORGANIZATION.on(found.id));
    may.then_some(found).or_not_found()
}

/// The id of the organization of an address, so that a change can be asked for on it.
async fn id_of(ctx: &Ctx, slug: &str) -> Result<OrganizationId> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let found = find(ctx, &mut tx, slug).await;
    tx.done().await?;
    Ok(found?.id)
}

/// The person of an address, for whoever may know of her.
async fn find_person(ctx: &Ctx, tx: &mut Tx, id: PersonId) -> Result<Person> {
    store::people::person(tx, reader(ctx), id).await?.or_not_found()
}
