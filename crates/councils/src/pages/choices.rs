//! What forms about seats and terms let choose from: only what the reader may know of, and what stands in the record already.

use crate::{
    rules::seats::Chairing,
    store::{
        categories::{Category, list_categories},
        seats::list_all_seats,
    },
};
use partners::{Organization, OrganizationId, Person, PersonId, Reader, Sector, Visibility, visible_to};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{Choice, choice},
    langs::Lang,
    t,
    text::Text,
};

/// What a form sends for somebody who stands in the record and is not for the reader: whoever it is stays.
pub(super) const STAYS: &str = "stays";

/// What forms about seats let choose from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) people: Vec<Person>,
    pub(crate) categories: Vec<Category>,
}

/// What a record holds already: it stays a choice even where its name is not for the reader.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    pub(crate) organization: Option<OrganizationId>,
}

impl Choices {
    /// Everything that the reader may know of and so may choose; what is chosen already stays, without its name if need be.
    pub(crate) async fn read(ctx: &Ctx, tx: &mut Tx, chosen: &Chosen) -> Result<Self> {
        let reader = partners::reader(ctx);
        let mut choices = Self {
            organizations: partners::organizations_to_choose(tx, reader, ctx.lang).await?,
            sectors: partners::sectors(tx).await?,
            people: partners::people_to_choose(tx, reader).await?,
            categories: categories_known(tx, reader).await?,
        };
        if let Some(id) =
            chosen.organization.filter(|id| choices.organizations.iter().all(|one| one.id != *id))
            && let Some(mut hidden) = partners::organization(tx, Reader::Staff, id).await?
        {
            hidden.name = Text::default().with(ctx.lang, &t!(ctx.say(), "who-a-partner"), ctx.today());
            choices.organizations.push(hidden);
        }
        Ok(choices)
    }

    /// The organizations as a list to choose from.
    pub(super) fn organizations(&self, ctx: &Ctx) -> Vec<Choice> {
        self.organizations.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect()
    }

    /// The sectors as a list to choose from.
    pub(super) fn sectors(&self, ctx: &Ctx) -> Vec<Choice> {
        self.sectors.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect()
    }

    /// What seats are for already, to be suggested while a category is typed.
    pub(super) fn suggested(&self) -> Vec<(Lang, String)> {
        let pieces = self.categories.iter().flat_map(|one| one.name.pieces());
        pieces.map(|(lang, piece)| (lang, piece.text.clone())).collect()
    }

    /// The people as a list to choose from.
    pub(super) fn people(&self) -> Vec<Choice> {
        self.people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect()
    }

    /// The people, and [`STAYS`] when somebody stands there now who is not for the reader.
    pub(super) fn people_and(&self, ctx: &Ctx, now: &str) -> Vec<Choice> {
        let hidden = (now == STAYS).then(|| choice(STAYS, t!(ctx.say(), "seat-holder-hidden")));
        self.people().into_iter().chain(hidden).collect()
    }

    /// What stands in a form for somebody: her id when the reader may know who it is.
    pub(super) fn sent_for(&self, person: Option<PersonId>) -> String {
        let Some(id) = person else { return String::new() };
        let is_named = self.people.iter().any(|one| one.id == id);
        if is_named { id.to_string() } else { STAYS.to_owned() }
    }

    /// What stands for the id of a person.
    pub(super) fn called(&self, ctx: &Ctx, id: &str) -> Option<String> {
        let named = self.people.iter().find(|one| one.id.to_string() == id).map(|one| one.name.clone());
        named.or_else(|| (id == STAYS).then(|| t!(ctx.say(), "seat-holder-hidden")))
    }
}

/// The categories that the reader may know of: to others than the staff, those of seats that they may see.
async fn categories_known(tx: &mut Tx, reader: Reader) -> Result<Vec<Category>> {
    let mut categories = list_categories(tx).await?;
    if reader != Reader::Staff {
        let mut seats = list_all_seats(tx).await?;
        seats.retain(|seat| visible_to(seat.visibility, reader));
        categories.retain(|one| seats.iter().any(|seat| seat.category_id == one.id));
    }
    Ok(categories)
}

/// The word for what the holder of a seat does on the body beyond sitting there.
pub(super) fn chairing_word(ctx: &Ctx, chairing: Chairing) -> String {
    ctx.say().t(&format!("seat-chairing-{}", chairing.code()), &[])
}

/// The ways of chairing as a list to choose from.
pub(super) fn chairings(ctx: &Ctx) -> Vec<Choice> {
    Chairing::ALL.into_iter().map(|one| choice(one.code(), chairing_word(ctx, one))).collect()
}

/// Who may see who sits somewhere, as a list to choose from: nobody hides a seat from herself.
pub(super) fn visibilities(ctx: &Ctx) -> Vec<Choice> {
    let one = |of: Visibility| choice(of.code(), ctx.say().t(&format!("seat-visibility-{}", of.code()), &[]));
    partners::reader(ctx).sees().iter().copied().map(one).collect()
}
