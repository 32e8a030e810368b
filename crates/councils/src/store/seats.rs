//! The seats of bodies, and the boards that rules decide on.

use super::{
    bodies::Council,
    terms::{OnSeat, list_terms_of_council},
};
use crate::{
    CategoryId, CouncilId, SeatId,
    rules::{
        seats::{Board, Chairing, SeatOnBoard, SeatRefusal},
        terms::Term,
    },
    seen::for_reader,
};
use jiff::civil::Date;
use partners::{OrganizationId, Reader, SectorId, Visibility};
use platform::{
    clock::Moment,
    db::{Bind, List, Param, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};

row! {
    /// A seat as it is stored, with the name of what it is for.
    pub struct Seat {
        /// Which seat.
        pub id: SeatId,
        /// The body it is a place on.
        pub council_id: CouncilId,
        /// Its number on the body, from 1.
        pub number: u32,
        /// What it is for.
        pub category_id: CategoryId,
        /// What it is for, by name.
        pub category: Text,
        /// The sector it speaks for, when it speaks for one.
        pub sector_id: Option<SectorId>,
        /// The organization it belongs to, when it belongs to one.
        pub organization_id: Option<OrganizationId>,
        /// Whether an office held elsewhere brings it with it.
        pub ex_officio: bool,
        /// What its holder does on the body beyond sitting there.
        pub chairing: Option<Chairing>,
        /// Who may see who sits there.
        pub visibility: Visibility,
        /// What else is to be said of it.
        pub note: Text,
        /// Since when the place has been there, where it is known.
        pub since_on: Option<Date>,
        /// Since when it is in the bin, if it is.
        pub binned_at: Option<Moment>,
        /// How its record stands: rises with each change of the seat or of its terms.
        pub version: i64,
    }
}

/// What a seat is granted with, or changed to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SeatFacts {
    /// What it is for.
    pub category: Text,
    /// The sector it speaks for.
    pub sector: Option<SectorId>,
    /// The organization it belongs to.
    pub organization: Option<OrganizationId>,
    /// Whether an office held elsewhere brings it with it.
    pub ex_officio: bool,
    /// What its holder does on the body beyond sitting there.
    pub chairing: Option<Chairing>,
    /// Who may see who sits there.
    pub visibility: Visibility,
    /// What else is to be said of it.
    pub note: Text,
    /// Since when the place has been there, where it is known.
    pub since_on: Option<Date>,
}

impl SeatFacts {
    /// A public seat for this category, belonging to nobody.
    pub fn of(category: Text) -> Self {
        Self {
            category,
            sector: None,
            organization: None,
            ex_officio: false,
            chairing: None,
            visibility: Visibility::Public,
            note: Text::default(),
            since_on: None,
        }
    }
}

impl Seat {
    /// What it was granted with or last changed to.
    pub fn facts(&self) -> SeatFacts {
        SeatFacts {
            category: self.category.clone(),
            sector: self.sector_id,
            organization: self.organization_id,
            ex_officio: self.ex_officio,
            chairing: self.chairing,
            visibility: self.visibility,
            note: self.note.clone(),
            since_on: self.since_on,
        }
    }

    /// The seat as the rules know it, with those of `terms` that are served on it.
    pub fn on_board(&self, terms: &[OnSeat]) -> SeatOnBoard {
        let own: Vec<Term> =
            terms.iter().filter(|(seat, _)| *seat == self.id).map(|(_, term)| *term).collect();
        SeatOnBoard { id: self.id, number: self.number, since: self.since_on, terms: own }
    }
}

const COLUMNS: &str = "s.id, s.council_id, s.number, s.category_id, k.name AS category, s.sector_id, s.organization_id, s.ex_officio,
   s.chairing, s.visibility, s.note, s.since_on, s.binned_at, s.version";
const FROM: &str =
    "seat s JOIN seat_category k ON k.partnership_id = s.partnership_id AND k.id = s.category_id
   JOIN council c ON c.partnership_id = s.partnership_id AND c.id = s.council_id
   LEFT JOIN organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";

/// Seats of the transaction's partnership on bodies that are not in the bin.
pub(super) fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, FROM)
        .filter("s.partnership_id = ?", partnership)
        .only("s.binned_at IS NULL")
        .only("c.binned_at IS NULL")
}

/// Every seat of the partnership, by number, page by page until all are read.
///
/// # Errors
/// When the database does not answer.
async fn all(tx: &mut Tx, list: List<'_>) -> Result<Vec<Seat>> {
    let list = list.sort("s.council_id", Sort::Up).sort("s.number", Sort::Up).sort("s.id", Sort::Up);
    let mut seats: Vec<Seat> = Vec::new();
    for number in 1.. {
        let rows: Vec<Seat> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        seats.extend(rows);
        if is_last {
            break;
        }
    }
    Ok(seats)
}

/// All seats of all bodies, by body and number.
///
/// # Errors
/// When the database does not answer.
pub async fn list_all_seats(tx: &mut Tx) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership)).await
}

/// The seats of one body, by number.
///
/// # Errors
/// When the database does not answer.
pub async fn list_seats_of_council(tx: &mut Tx, council: CouncilId) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).filter("s.council_id = ?", &council)).await
}

/// The seats that belong to an organization, by body and number.
///
/// # Errors
/// When the database does not answer.
pub async fn list_seats_of_organization(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).filter("s.organization_id = ?", &organization)).await
}

/// These seats, by body and number.
///
/// # Errors
/// When the database does not answer.
pub async fn list_seats_among(tx: &mut Tx, seats: &[SeatId]) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).among("s.id", seats)).await
}

/// Seats that are called so by what they are for, and that the reader may know of.
///
/// # Errors
/// When the database does not answer.
pub async fn seats_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Seat>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership)
        .among("s.visibility", reader.sees())
        .sort("k.search_key", Sort::Up)
        .sort("c.depth", Sort::Up)
        .sort("s.number", Sort::Up)
        .sort("s.id", Sort::Up);
    let found = sought.rows(tx, list, "k.search_key").await?;
    Ok(found.into_iter().filter_map(|seat| for_reader(seat, reader)).collect())
}

/// The seat, unless it or its body is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_seat(tx: &mut Tx, id: SeatId) -> Result<Option<Seat>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("s.id = ?", &id).page(1, 1)).await?.pop())
}

/// The seat in the bin, if it is there and its body is not.
///
/// # Errors
/// When the database does not answer.
pub async fn find_binned_seat(tx: &mut Tx, id: SeatId) -> Result<Option<Seat>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, FROM)
        .filter("s.partnership_id = ?", &partnership)
        .filter("s.id = ?", &id)
        .only("s.binned_at IS NOT NULL")
        .only("c.binned_at IS NULL");
    Ok(tx.rows(&list.page(1, 1)).await?.pop())
}

/// The body with its seats and their terms: what seats and terms are decided on.
///
/// # Errors
/// When the database does not answer.
pub async fn find_board(tx: &mut Tx, council: &Council) -> Result<Board> {
    let seats = list_seats_of_council(tx, council.id).await?;
    let terms = list_terms_of_council(tx, council.id).await?;
    Ok(board_of(council, &seats, &terms))
}

/// The board that these rows make.
pub fn board_of(council: &Council, seats: &[Seat], terms: &[OnSeat]) -> Board {
    Board {
        id: council.id,
        closed: council.closed_at.is_some(),
        seat_limit: council.seat_limit,
        seats: seats.iter().map(|seat| seat.on_board(terms)).collect(),
    }
}

/// Stores a seat with its number on a body.
///
/// # Errors
/// As [`insert_seats`].
pub async fn insert_seat(
    tx: &mut Tx,
    board: &Board,
    number: u32,
    category: CategoryId,
    facts: &SeatFacts,
) -> Result<SeatId> {
    let (id, facts) = (tx.new_id::<SeatId>()?, facts.clone());
    let new = NewSeat { id, council: board.id, limit: board.seat_limit, number, category, facts };
    insert_seats(tx, &[new]).await?;
    Ok(id)
}

/// A seat that is new on a body.
#[derive(Debug)]
pub struct NewSeat {
    /// Which.
    pub id: SeatId,
    /// The body.
    pub council: CouncilId,
    /// How many seats the body may have.
    pub limit: u32,
    /// Its number there.
    pub number: u32,
    /// What it is for.
    pub category: CategoryId,
    /// What else it is granted with.
    pub facts: SeatFacts,
}

/// Stores seats, each with its number on its body.
///
/// # Errors
/// [`SeatRefusal::CouncilFull`] when the database finds a number taken or beyond the limit.
pub async fn insert_seats(tx: &mut Tx, seats: &[NewSeat]) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    let rows: Vec<Vec<Bind<'_>>> = seats
        .iter()
        .map(|one| {
            let facts = &one.facts;
            let place =
                [one.id.bind(), partnership.bind(), one.council.bind(), one.limit.bind(), one.number.bind()];
            let of = [one.category.bind(), facts.sector.bind(), facts.organization.bind()];
            let how = [facts.ex_officio.bind(), facts.chairing.bind(), facts.visibility.bind()];
            let told = [facts.note.bind(), facts.since_on.bind(), at.bind()];
            place.into_iter().chain(of).chain(how).chain(told).collect()
        })
        .collect();
    let insert = "INSERT INTO seat (id, partnership_id, council_id, seat_limit, number, category_id, sector_id, organization_id, ex_officio,
           chairing, visibility, note, since_on, created_at) VALUES";
    let limit = seats.iter().map(|one| one.limit).max().unwrap_or_default();
    tx.insert_many(insert, &rows).await.map_err(|error| full(error, limit))
}

/// The database's own refusal of a number, as the rule says it.
fn full(error: platform::errors::Error, limit: u32) -> platform::errors::Error {
    let refusal = SeatRefusal::CouncilFull { limit };
    error.on_constraint("seat_within_limit", refusal.clone()).on_constraint("seat_of_council", refusal)
}

/// Changes what a seat is; its terms stay.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_seat(tx: &mut Tx, before: &Seat, category: CategoryId, facts: &SeatFacts) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE seat SET category_id = $4, sector_id = $5, organization_id = $6, ex_officio = $7, chairing = $8, visibility = $9, note = $10,
           since_on = $11, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        category,
        facts.sector,
        facts.organization,
        facts.ex_officio,
        facts.chairing,
        facts.visibility,
        facts.note,
        facts.since_on
    )
}

/// Notes that the terms of a seat change: the change is made on top of the version that was read.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since.
pub async fn touch_seat(tx: &mut Tx, seat: SeatId, version: i64) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE seat SET version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        seat,
        version
    )
}

/// Gives a seat another number.
///
/// # Errors
/// When the database refuses.
pub async fn update_number(tx: &mut Tx, seat: SeatId, number: u32) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        must,
        "UPDATE seat SET number = $3 WHERE partnership_id = $1 AND id = $2",
        partnership,
        seat,
        number
    )
}

/// Puts a seat into the bin (with an instant) or takes it out (without), with a number.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_binned(tx: &mut Tx, before: &Seat, number: u32, binned_at: Option<Moment>) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE seat SET binned_at = $4, number = $5, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        partnership,
        before.id,
        before.version,
        binned_at,
        number
    )
}
