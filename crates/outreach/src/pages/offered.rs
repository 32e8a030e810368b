//! What forms of this room let choose from: all that the staff knows of; and whom its pages name, as far as the reader may know.

use crate::{can, store::prospects::Prospect};
use areas::Area;
use partners::{Organization, Person, Reader, Sector, Spoken};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{Choice, choice, choice_of},
    words::Say,
};

/// Whose eyes names are for: whoever keeps this room chooses from all that the staff knows, everybody else reads as elsewhere.
pub(super) fn reader(ctx: &Ctx) -> Reader {
    if ctx.may(can::KEEP_OUTREACH) { Reader::Staff } else { partners::reader(ctx) }
}

/// Sectors, areas, organizations and people.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offered {
    pub(crate) sectors: Vec<Sector>,
    pub(crate) areas: Vec<Area>,
    pub(crate) organizations: Vec<Organization>,
    pub(crate) people: Vec<Person>,
}

impl Offered {
    /// Loads all of it that the reader may know.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx) -> Result<Self> {
        let reader = reader(ctx);
        Ok(Self {
            sectors: partners::sectors(tx).await?,
            areas: areas::list_areas(tx).await?,
            organizations: partners::organizations_to_choose(tx, reader, ctx.lang).await?,
            people: partners::people_to_choose(tx, reader).await?,
        })
    }

    /// The same with whom a stored prospect names, also where more stand there than a list to choose from holds.
    pub(crate) async fn and_named(mut self, ctx: &Ctx, tx: &mut Tx, of: &Prospect) -> Result<Self> {
        let reader = reader(ctx);
        let people: Vec<_> = [of.steward_id, of.knows_person_id, of.person_id]
            .into_iter()
            .flatten()
            .filter(|id| self.people.iter().all(|one| one.id != *id))
            .collect();
        self.people.extend(partners::people_named(tx, reader, &people).await?.into_values());
        let organizations: Vec<_> = [of.knows_organization_id, of.organization_id]
            .into_iter()
            .flatten()
            .filter(|id| self.organizations.iter().all(|one| one.id != *id))
            .collect();
        let found = partners::organizations_named(tx, reader, &organizations).await?;
        self.organizations.extend(found.into_values());
        Ok(self)
    }

    /// Only what a list is narrowed by.
    pub(crate) async fn narrow(tx: &mut Tx) -> Result<Self> {
        Ok(Self {
            sectors: partners::sectors(tx).await?,
            areas: areas::list_areas(tx).await?,
            ..Self::default()
        })
    }

    /// The sectors as a list to choose from.
    pub(crate) fn sector_choices(&self, ctx: &Ctx) -> Vec<Choice> {
        self.sectors.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect()
    }

    /// The areas as a list to choose from.
    pub(crate) fn area_choices(&self, ctx: &Ctx) -> Vec<Choice> {
        self.areas.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect()
    }

    /// The organizations as a list to choose from.
    pub(crate) fn organization_choices(&self, ctx: &Ctx) -> Vec<Choice> {
        self.organizations.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect()
    }

    /// The people as a list to choose from.
    pub(crate) fn people_choices(&self) -> Vec<Choice> {
        self.people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect()
    }

    /// What stands for an id in a field.
    pub(crate) fn called(&self, ctx: &Ctx, value: &str) -> Option<String> {
        let mut all = self.sector_choices(ctx);
        all.extend(self.area_choices(ctx));
        all.extend(self.organization_choices(ctx));
        all.extend(self.people_choices());
        all.into_iter().find(|one| one.code == value).map(|one| one.label)
    }
}

/// All languages that can be chosen: first those of the program, then the others by name.
pub(crate) fn spoken_choices(say: &Say) -> Vec<Choice> {
    let mut all: Vec<Choice> = Spoken::all().map(|one| choice(one.code(), say.t(&one.key(), &[]))).collect();
    if let Some(rest) = all.get_mut(17..) {
        rest.sort_by(|a, b| say.order(&a.label, &b.label));
    }
    all
}

/// The names of languages, as one text.
pub(crate) fn spoken_words(say: &Say, languages: &partners::Languages) -> String {
    let names: Vec<String> = languages.0.iter().map(|one| say.t(&one.key(), &[])).collect();
    say.list(&names)
}
