//! Making what rows say about seats: decided row by row on the bodies as they stand, then written in few statements.

use super::{Made, NAME, Said, at_table};
use crate::{
    CategoryId, CouncilId, SeatId,
    membership::note_terms,
    rules::{
        placing::{OfSeat, Placing, Sitter, Wanted, place},
        seats::{Board, SeatOnBoard, grant_seat},
        terms::{Term, hold},
    },
    store::{
        categories::{category_named, find_category},
        imported::{Adopted, adopt_seats},
        seats::{NewSeat, SeatFacts, insert_seats},
        terms::{OnSeat, insert_terms},
    },
};
use partners::{Organization, OrganizationId, Person, PersonId, Reader, SectorId, Visibility};
use platform::{
    audit::Told,
    batch::{Line, Stopped},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    langs::Lang,
    t,
    text::Text,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

/// A body while rows fill it.
pub(super) struct AtTable {
    pub board: Board,
    pub seats: Vec<OfSeat>,
    pub now: HashMap<SeatId, Now>,
}

/// A seat while rows fill it.
pub(super) struct Now {
    pub facts: SeatFacts,
    /// How its record stands in the database.
    pub stored: i64,
    /// How it stands after the rows so far.
    pub version: i64,
}

/// What rows come to, until it is written.
#[derive(Default)]
struct Making {
    here: HashMap<CouncilId, AtTable>,
    categories: Categories,
    /// Whom rows name, as far as they are there: what another import had added may be gone, since that was undone meanwhile.
    organizations: HashMap<OrganizationId, Organization>,
    people: HashMap<PersonId, Person>,
    granted: Vec<NewSeat>,
    /// The seats that rows have changed, with their bodies.
    changed: BTreeMap<SeatId, CouncilId>,
    terms: Vec<OnSeat>,
    told: BTreeMap<&'static str, Vec<Told>>,
}

/// What new seats are for, each looked up once.
#[derive(Default)]
struct Categories {
    by_id: HashMap<CategoryId, Option<Text>>,
    by_name: HashMap<String, CategoryId>,
    sectors: HashMap<SectorId, Text>,
}

/// Makes what rows say; what each needs to be taken back.
pub(super) async fn make(ctx: &Ctx, tx: &mut Tx, lines: &[Line]) -> Result<Vec<Value>, Stopped> {
    let (mut making, mut made) = (Making::default(), Vec::with_capacity(lines.len()));
    making.learn(tx, lines).await.map_err(|why| (0, why))?;
    for (at, line) in lines.iter().enumerate() {
        made.push(making.row(ctx, tx, line).await.map_err(|why| (at, why))?);
    }
    making.write(tx).await.map_err(|why| (0, why))?;
    Ok(made)
}

impl Making {
    /// Reads whom these rows name, and what sectors are called.
    async fn learn(&mut self, tx: &mut Tx, lines: &[Line]) -> Result<()> {
        let named = |kind: &str| lines.iter().filter_map(|line| line.named(kind)).collect::<BTreeSet<_>>();
        let organizations: Vec<OrganizationId> =
            named("organization").into_iter().map(OrganizationId).collect();
        let people: Vec<PersonId> = named("person").into_iter().map(PersonId).collect();
        self.organizations = partners::organizations_named(tx, Reader::Staff, &organizations).await?;
        self.people = partners::people_named(tx, Reader::Staff, &people).await?;
        let sectors = partners::sectors(tx).await?;
        self.categories.sectors = sectors.into_iter().map(|one| (one.id, one.name)).collect();
        Ok(())
    }

    async fn row(&mut self, ctx: &Ctx, tx: &mut Tx, line: &Line) -> Result<Value> {
        let said: Said = line.part(NAME)?.or_not_found()?;
        let organization = line.named("organization").map(OrganizationId);
        let person = line.named("person").map(PersonId).filter(|_| said.is_held);
        let is_gone = organization.is_some_and(|id| !self.organizations.contains_key(&id))
            || person.is_some_and(|id| !self.people.contains_key(&id));
        if is_gone {
            return Err(Error::Stale);
        }
        let here = match self.here.entry(said.council) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(empty) => empty.insert(at_table(tx, said.council).await?),
        };
        let days = said.days(person.into());
        let sitter = person.map_or(Sitter::Nobody, Sitter::Known);
        let wanted = Wanted { sitter, organization, category: said.category, days };
        let mut made = match place(&here.board, &here.seats, &wanted) {
            Placing::Known => return Ok(Value::Null),
            Placing::On(id) => self.adopt(said.council, id, organization)?,
            Placing::New => self.grant(ctx, tx, (&said, organization)).await?,
        };
        if let Some(person) = person {
            let here = self.here.get_mut(&said.council).or_not_found()?;
            hold(&here.board, made.seat, &days)?;
            let term = Term { id: tx.new_id()?, agreed: days, left: None };
            self.terms.push((made.seat, term));
            let told = Told::added(made.seat, serde_json::to_value(days)?);
            self.told.entry("seat.held").or_default().push(told);
            let on = here.board.seats.iter_mut().find(|seat| seat.id == made.seat);
            on.into_iter().for_each(|seat| seat.terms.push(term));
            made = Made { term: Some(term.id), person: Some(person), ..made };
        }
        Ok(serde_json::to_value(made)?)
    }

    /// A seat that is there: it counts as changed, and belongs to the organization from now on.
    fn adopt(
        &mut self,
        council: CouncilId,
        id: SeatId,
        organization: Option<OrganizationId>,
    ) -> Result<Made> {
        let here = self.here.get_mut(&council).or_not_found()?;
        let now = here.now.get_mut(&id).or_not_found()?;
        let is_adopted = now.facts.organization.is_none() && organization.is_some();
        if is_adopted {
            let before = serde_json::to_value(&now.facts)?;
            now.facts.organization = organization;
            let told = Told::changed(id, (before, serde_json::to_value(&now.facts)?));
            self.told.entry("seat.changed").or_default().push(told);
            let of = here.seats.iter_mut().find(|one| one.id == id);
            of.into_iter().for_each(|one| one.organization = organization);
        }
        now.version += 1;
        self.changed.insert(id, council);
        Ok(Made { seat: id, term: None, person: None, version: now.version, is_new: false, is_adopted })
    }

    /// A new seat, while there is room for one.
    async fn grant(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        (said, organization): (&Said, Option<OrganizationId>),
    ) -> Result<Made> {
        let here = self.here.get_mut(&said.council).or_not_found()?;
        let number = grant_seat(&here.board)?;
        let sector = organization.and_then(|id| self.organizations.get(&id)?.sector);
        let (category, name) = self.categories.of(ctx, tx, (said, sector)).await?;
        let facts = SeatFacts { organization, visibility: Visibility::Partners, ..SeatFacts::of(name) };
        let id = tx.new_id::<SeatId>()?;
        let told = Told::added(id, serde_json::to_value(&facts)?);
        self.told.entry("seat.granted").or_default().push(told);
        here.board.seats.push(SeatOnBoard { id, number, since: None, terms: Vec::new() });
        here.seats.push(OfSeat { id, organization, category });
        here.now.insert(id, Now { facts: facts.clone(), stored: 1, version: 1 });
        let limit = here.board.seat_limit;
        self.granted.push(NewSeat { id, council: said.council, limit, number, category, facts });
        Ok(Made { seat: id, term: None, person: None, version: 1, is_new: true, is_adopted: false })
    }

    /// Writes all of it.
    async fn write(self, tx: &mut Tx) -> Result<()> {
        insert_seats(tx, &self.granted).await?;
        let now = |id: &SeatId, council: &CouncilId| self.here.get(council)?.now.get(id);
        let changed = self.changed.iter().filter_map(|(id, council)| {
            let now = now(id, council)?;
            let organization = now.facts.organization;
            Some(Adopted { id: *id, organization, before: now.stored, after: now.version })
        });
        adopt_seats(tx, &changed.collect::<Vec<_>>()).await?;
        insert_terms(tx, &self.terms).await?;
        let people: BTreeSet<PersonId> =
            self.terms.iter().filter_map(|(_, term)| term.agreed.holder.person()).collect();
        note_terms(tx, &people.into_iter().collect::<Vec<_>>()).await?;
        for (verb, told) in self.told {
            tx.audit_many(verb, told).await?;
        }
        Ok(())
    }
}

impl Categories {
    /// What a new seat is for: as the row says, else the sector of its organization, else any partner.
    async fn of(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        (said, sector): (&Said, Option<SectorId>),
    ) -> Result<(CategoryId, Text)> {
        if let Some(id) = said.category
            && let Some(name) = self.named(tx, id).await?
        {
            return Ok((id, name));
        }
        let of_sector = || sector.and_then(|id| self.sectors.get(&id)).cloned();
        let name = match &said.fresh {
            Some(name) => Text::default().with(said.lang, name, ctx.today()),
            None => of_sector().unwrap_or_else(|| any_partner(ctx)),
        };
        let key = serde_json::to_string(&name)?;
        if let Some(id) = self.by_name.get(&key) {
            return Ok((*id, name));
        }
        let id = category_named(tx, &name).await?;
        self.by_name.insert(key, id);
        Ok((id, name))
    }

    async fn named(&mut self, tx: &mut Tx, id: CategoryId) -> Result<Option<Text>> {
        if let Some(known) = self.by_id.get(&id) {
            return Ok(known.clone());
        }
        let name = find_category(tx, id).await?.map(|category| category.name);
        self.by_id.insert(id, name.clone());
        Ok(name)
    }
}

fn any_partner(ctx: &Ctx) -> Text {
    let words = |lang: Lang| t!(ctx.say().in_lang(lang), "import-seat-any");
    Text::both(&words(Lang::En), &words(Lang::Fr), ctx.today())
}
