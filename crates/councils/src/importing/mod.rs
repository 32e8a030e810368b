//! Seats from a sheet of partners: what a row says of the body on which its person sits, beside what the room below reads of it.
//!
//! A row takes a free seat of its organization, or of its category when that belongs to nobody, or gets a new one. It all happens in
//! the transaction that shows the import, so who is missing is counted anew from one moment to the next; the undo of the import takes
//! it back, unless somebody has changed a seat since.

mod bodies;
mod columns;
mod judge;
mod making;
#[cfg(test)]
mod tests;
mod undoing;

use crate::{
    CategoryId, CouncilId, SeatId, TermId, can,
    rules::{
        placing::OfSeat,
        terms::{AskForTerm, Holder},
    },
    store::{
        bodies::{find_council, list_councils},
        categories::list_categories,
        seats::{Seat, board_of, list_all_seats, list_seats_of_council},
        terms::{list_terms, list_terms_of_council},
    },
};
use bodies::Named;
pub(crate) use bodies::PlacingRefusal;
use jiff::civil::Date;
use judge::{SeatJudge, Table};
use making::{AtTable, Now};
use partners::PersonId;
use platform::{
    batch::{Mapping, Part, PartJudge},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    text::fold,
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// The word of the part.
const NAME: &str = "seats";

/// What this room reads of sheets of partners.
pub(crate) const PART: Part = Part {
    of: "partners",
    name: NAME,
    may: can::GRANT_SEAT,
    columns: columns::COLUMNS,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    make: |ctx, tx, lines| Box::pin(making::make(ctx, tx, lines)),
    take_back: |ctx, tx, made| Box::pin(undoing::take_back(ctx, tx, made)),
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

/// A body as it stands, for rows to fill.
async fn at_table(tx: &mut Tx, council: CouncilId) -> Result<AtTable> {
    let council = find_council(tx, council).await?.or_not_found()?;
    let seats = list_seats_of_council(tx, council.id).await?;
    let terms = list_terms_of_council(tx, council.id).await?;
    let board = board_of(&council, &seats, &terms);
    let now =
        |seat: &Seat| (seat.id, Now { facts: seat.facts(), stored: seat.version, version: seat.version });
    Ok(AtTable { board, seats: seats.iter().map(of_seat).collect(), now: seats.iter().map(now).collect() })
}
