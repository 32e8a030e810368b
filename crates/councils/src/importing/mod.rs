//! Seats from a sheet of partners: what a row says of the body on which its person sits, beside what the room below reads of it.
//!
//! A row takes a free seat of its organization, or of its category when that belongs to nobody, or gets a new one. It all happens in
//! the transaction that shows the import, so who is missing is counted anew from one moment to the next; the undo of the import takes
//! it back, unless somebody has changed a seat since.

mod bodies;
mod columns;
mod judge;
#[cfg(test)]
mod tests;

use crate::{
    CategoryId, CouncilId, SeatId, TermId, can,
    membership::{correct_membership, note_terms},
    pages::{AtSeat, seat_url},
    rules::{
        placing::{OfSeat, Placing, Sitter, Wanted, place},
        seats::{SeatOnBoard, grant_seat},
        terms::{AskForTerm, Holder, Term, hold},
    },
    store::{
        bodies::{find_council, list_councils},
        categories::{category_named, find_category, list_categories},
        imported::{delete_seat, delete_term, is_wished_for},
        seats::{
            Seat, SeatFacts, board_of, find_seat, insert_seat, list_all_seats, list_seats_of_council,
            touch_seat, update_seat,
        },
        terms::{insert_terms, list_terms, list_terms_of_council},
    },
};
use bodies::Named;
pub(crate) use bodies::PlacingRefusal;
use jiff::civil::Date;
use judge::{SeatJudge, Table};
use partners::{OrganizationId, PersonId, Reader, Visibility};
use platform::{
    batch::{InTheWay, Line, Mapping, Part, PartJudge, Stopped},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    t,
    text::{Text, fold},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet, hash_map::Entry};

/// The word of the part.
const NAME: &str = "seats";

/// What this room reads of sheets of partners.
pub(crate) const PART: Part = Part {
    of: "partners",
    name: NAME,
    may: can::GRANT_SEAT,
    columns: columns::COLUMNS,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    make: |ctx, tx, lines| Box::pin(make(ctx, tx, lines)),
    take_back: |ctx, tx, made| Box::pin(take_back(ctx, tx, made)),
};

/// What a row says about a seat, as it lies with the import until it comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    council: CouncilId,
    category: Option<CategoryId>,
    /// The name of a category that is not kept yet.
    fresh: Option<String>,
    /// Whether the row names who sits there.
    is_held: bool,
    starts_on: Date,
    /// Whether the first day is the day of the import, since the row says none.
    starts_about: bool,
    ends_on: Option<Date>,
    /// The language of the sheet.
    lang: Lang,
}

impl Said {
    const fn days(&self, holder: Holder) -> AskForTerm {
        let (starts_on, starts_about, ends_on) = (self.starts_on, self.starts_about, self.ends_on);
        AskForTerm { holder, alternate: None, starts_on, starts_about, ends_on }
    }
}

/// What was made for a row, to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    seat: SeatId,
    term: Option<TermId>,
    person: Option<PersonId>,
    /// How the record of the seat stood afterwards.
    version: i64,
    /// Whether the seat itself is new.
    is_new: bool,
    /// Whether it belonged to nobody before.
    is_adopted: bool,
}

async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn PartJudge>> {
    let (councils, seats, terms) =
        (list_councils(tx).await?, list_all_seats(tx).await?, list_terms(tx).await?);
    let mut tables = HashMap::new();
    let mut bodies = Vec::with_capacity(councils.len());
    for council in &councils {
        let own: Vec<Seat> = seats.iter().filter(|seat| seat.council_id == council.id).cloned().collect();
        let mut names: Vec<String> = vec![council.name.plain(ctx.lang).to_owned()];
        names.extend(council.name.pieces().map(|(_, piece)| piece.text.clone()));
        let name = names.first().cloned().unwrap_or_default();
        let board = board_of(council, &own, &terms);
        tables.insert(council.id, Table { name, board, seats: own.iter().map(of_seat).collect() });
        bodies.push(Named { id: council.id, slug: council.slug.clone(), names });
    }
    let mut categories = HashMap::new();
    for category in list_categories(tx).await? {
        categories.extend(category.name.pieces().map(|(_, piece)| (fold(&piece.text), category.id)));
    }
    let (today, lang, sitting) = (ctx.today(), partners::sheet_language(mapping), HashSet::new());
    Ok(Box::new(SeatJudge { bodies, tables, categories, today, lang, sitting }))
}

const fn of_seat(seat: &Seat) -> OfSeat {
    OfSeat { id: seat.id, organization: seat.organization_id, category: seat.category_id }
}

async fn make(ctx: &Ctx, tx: &mut Tx, lines: &[Line]) -> Result<Vec<Value>, Stopped> {
    let mut here: HashMap<CouncilId, Table> = HashMap::new();
    let mut made = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        made.push(make_row(ctx, tx, &mut here, line).await.map_err(|why| (at, why))?);
    }
    Ok(made)
}

async fn make_row(
    ctx: &Ctx,
    tx: &mut Tx,
    here: &mut HashMap<CouncilId, Table>,
    line: &Line,
) -> Result<Value> {
    let said: Said = line.part(NAME)?.or_not_found()?;
    let organization = line.named("organization").map(OrganizationId);
    let person = line.named("person").map(PersonId).filter(|_| said.is_held);
    let here = match here.entry(said.council) {
        Entry::Occupied(there) => there.into_mut(),
        Entry::Vacant(place) => place.insert(at_table(ctx, tx, said.council).await?),
    };
    let days = said.days(person.into());
    let sitter = person.map_or(Sitter::Nobody, Sitter::Known);
    let wanted = Wanted { sitter, organization, category: said.category, days };
    let mut made = match place(&here.board, &here.seats, &wanted) {
        Placing::Known => return Ok(Value::Null),
        Placing::On(id) => adopt(tx, here, (id, organization)).await?,
        Placing::New => grant(ctx, tx, here, (&said, organization)).await?,
    };
    if let Some(person) = person {
        hold(&here.board, made.seat, &days)?;
        let term = Term { id: tx.new_id()?, agreed: days, left: None };
        insert_terms(tx, &[(made.seat, term)]).await?;
        note_terms(tx, person).await?;
        tx.audit("seat.held", made.seat, None::<&()>, Some(&days)).await?;
        let on = here.board.seats.iter_mut().find(|seat| seat.id == made.seat);
        on.into_iter().for_each(|seat| seat.terms.push(term));
        made = Made { term: Some(term.id), person: Some(person), ..made };
    }
    Ok(serde_json::to_value(made)?)
}

async fn at_table(ctx: &Ctx, tx: &mut Tx, council: CouncilId) -> Result<Table> {
    let council = find_council(tx, council).await?.or_not_found()?;
    let seats = list_seats_of_council(tx, council.id).await?;
    let terms = list_terms_of_council(tx, council.id).await?;
    let board = board_of(&council, &seats, &terms);
    let name = council.name.plain(ctx.lang).to_owned();
    Ok(Table { name, board, seats: seats.iter().map(of_seat).collect() })
}

/// A seat that is there: it counts as changed, and belongs to the organization from now on.
async fn adopt(
    tx: &mut Tx,
    here: &mut Table,
    (id, organization): (SeatId, Option<OrganizationId>),
) -> Result<Made> {
    let seat = find_seat(tx, id).await?.or_not_found()?;
    let is_adopted = seat.organization_id.is_none() && organization.is_some();
    if is_adopted {
        let facts = SeatFacts { organization, ..seat.facts() };
        update_seat(tx, &seat, seat.category_id, &facts).await?;
        tx.audit("seat.changed", id, Some(&seat.facts()), Some(&facts)).await?;
        let of = here.seats.iter_mut().find(|one| one.id == id);
        of.into_iter().for_each(|one| one.organization = organization);
    } else {
        touch_seat(tx, id, seat.version).await?;
    }
    Ok(Made { seat: id, term: None, person: None, version: seat.version + 1, is_new: false, is_adopted })
}

/// A new seat, while there is room for one.
async fn grant(
    ctx: &Ctx,
    tx: &mut Tx,
    here: &mut Table,
    (said, organization): (&Said, Option<OrganizationId>),
) -> Result<Made> {
    let number = grant_seat(&here.board)?;
    let (category, name) = category_of(ctx, tx, (said, organization)).await?;
    let facts = SeatFacts { organization, visibility: Visibility::Partners, ..SeatFacts::of(name) };
    let id = insert_seat(tx, &here.board, number, category, &facts).await?;
    tx.audit("seat.granted", id, None::<&()>, Some(&facts)).await?;
    here.board.seats.push(SeatOnBoard { id, number, since: None, terms: Vec::new() });
    here.seats.push(OfSeat { id, organization, category });
    Ok(Made { seat: id, term: None, person: None, version: 1, is_new: true, is_adopted: false })
}

/// What a new seat is for: as the row says, else the sector of its organization, else any partner.
async fn category_of(
    ctx: &Ctx,
    tx: &mut Tx,
    (said, organization): (&Said, Option<OrganizationId>),
) -> Result<(CategoryId, Text)> {
    if let Some(id) = said.category
        && let Some(category) = find_category(tx, id).await?
    {
        return Ok((id, category.name));
    }
    let name = match (&said.fresh, organization) {
        (Some(name), _) => Text::default().with(said.lang, name, ctx.today()),
        (None, Some(of)) => sector_name(ctx, tx, of).await?,
        (None, None) => any_partner(ctx),
    };
    Ok((category_named(tx, &name).await?, name))
}

async fn sector_name(ctx: &Ctx, tx: &mut Tx, of: OrganizationId) -> Result<Text> {
    let sector = partners::organization(tx, Reader::Staff, of).await?.and_then(|one| one.sector);
    let name =
        partners::sectors(tx).await?.into_iter().find(|one| Some(one.id) == sector).map(|one| one.name);
    Ok(name.unwrap_or_else(|| any_partner(ctx)))
}

fn any_partner(ctx: &Ctx) -> Text {
    let words = |lang: Lang| t!(ctx.say().in_lang(lang), "import-seat-any");
    Text::both(&words(Lang::En), &words(Lang::Fr), ctx.today())
}

/// Takes back what was made. Gives the seats that somebody has changed or promised since.
async fn take_back(ctx: &Ctx, tx: &mut Tx, values: &[Value]) -> Result<Vec<InTheWay>> {
    let mut by_seat: Vec<(SeatId, Vec<Made>)> = Vec::new();
    for value in values.iter().filter(|value| !value.is_null()) {
        let made: Made = serde_json::from_value(value.clone())?;
        match by_seat.iter_mut().find(|(seat, _)| *seat == made.seat) {
            Some((_, all)) => all.push(made),
            None => by_seat.push((made.seat, vec![made])),
        }
    }
    let (mut leaning, mut people) = (Vec::new(), BTreeSet::new());
    for (id, all) in by_seat {
        let version = all.last().map_or(0, |made| made.version);
        let seat = find_seat(tx, id).await?;
        match seat {
            Some(seat) if seat.version == version && !is_wished_for(tx, id).await? => {
                people.extend(all.iter().filter_map(|made| made.person));
                take_seat_back(tx, &seat, &all).await?;
            }
            Some(seat) => leaning.push(leads_to(ctx, tx, &seat).await?),
            None => leaning.push(InTheWay { words: t!(ctx.say(), "import-seat-binned"), href: None }),
        }
    }
    for person in people {
        correct_membership(tx, person).await?;
    }
    Ok(leaning)
}

async fn take_seat_back(tx: &mut Tx, seat: &Seat, all: &[Made]) -> Result<()> {
    for term in all.iter().filter_map(|made| made.term) {
        delete_term(tx, seat.id, term).await?;
    }
    if all.iter().any(|made| made.is_new) {
        delete_seat(tx, seat).await?;
    } else if all.iter().any(|made| made.is_adopted) {
        update_seat(tx, seat, seat.category_id, &SeatFacts { organization: None, ..seat.facts() }).await?;
    } else {
        touch_seat(tx, seat.id, seat.version).await?;
    }
    tx.audit("seat.import-undone", seat.id, Some(&seat.facts()), None::<&()>).await
}

async fn leads_to(ctx: &Ctx, tx: &mut Tx, seat: &Seat) -> Result<InTheWay> {
    let council = find_council(tx, seat.council_id).await?;
    let council = council.as_ref().map_or("", |council| council.name.plain(ctx.lang));
    let words = format!("{} – {council}", seat.category.plain(ctx.lang));
    let at = AtSeat { council: seat.council_id, seat: seat.id };
    let href = ctx.may(can::SEE_COUNCILS).then(|| seat_url(ctx, at, ""));
    Ok(InTheWay { words, href })
}
