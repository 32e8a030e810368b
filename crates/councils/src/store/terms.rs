//! The terms served on seats. A change of a term counts as a change of its seat: see `touch_seat`.

use crate::{
    CouncilId, SeatId, TermId,
    rules::terms::{AskForTerm, Corrected, Holder, Left, LeftHow, Term},
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    db::{Bind, List, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row, sql,
};
use std::collections::BTreeMap;

row! {
    /// A term as it is stored.
    struct TermRow {
        id: TermId,
        seat_id: SeatId,
        person_id: Option<PersonId>,
        name_erased: bool,
        alternate_id: Option<PersonId>,
        starts_on: Date,
        starts_about: bool,
        ends_on: Option<Date>,
        left_on: Option<Date>,
        left_how: Option<LeftHow>,
    }
}

/// A term and the seat it is served on.
pub type OnSeat = (SeatId, Term);

impl From<TermRow> for OnSeat {
    fn from(row: TermRow) -> Self {
        let agreed = AskForTerm {
            holder: if row.name_erased { Holder::Erased } else { row.person_id.into() },
            alternate: row.alternate_id,
            starts_on: row.starts_on,
            starts_about: row.starts_about,
            ends_on: row.ends_on,
        };
        let left = row.left_on.zip(row.left_how).map(|(on, how)| Left { on, how });
        (row.seat_id, Term { id: row.id, agreed, left })
    }
}

/// Terms on seats that are not in the bin, oldest first.
fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(
        "t.id, t.seat_id, t.person_id, t.name_erased, t.alternate_id, t.starts_on, t.starts_about, t.ends_on, t.left_on, t.left_how",
        "seat_term t JOIN seat s ON s.partnership_id = t.partnership_id AND s.id = t.seat_id",
    )
    .filter("t.partnership_id = ?", partnership)
    .only("s.binned_at IS NULL")
    .sort("t.starts_on", Sort::Up)
    .sort("t.id", Sort::Up)
}

/// Every row of a list, page by page.
async fn all(tx: &mut Tx, list: List<'_>) -> Result<Vec<OnSeat>> {
    let mut terms: Vec<OnSeat> = Vec::new();
    for number in 1.. {
        let rows: Vec<TermRow> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        terms.extend(rows.into_iter().map(OnSeat::from));
        if is_last {
            break;
        }
    }
    Ok(terms)
}

/// All terms on seats that are not in the bin, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms(tx: &mut Tx) -> Result<Vec<OnSeat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership)).await
}

/// The terms on the seats of one body, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms_of_council(tx: &mut Tx, council: CouncilId) -> Result<Vec<OnSeat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).filter("s.council_id = ?", &council)).await
}

/// The terms on these seats, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms_of_seats(tx: &mut Tx, seats: &[SeatId]) -> Result<Vec<OnSeat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).among("t.seat_id", seats)).await
}

/// The terms that a person serves or stands in for, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<OnSeat>> {
    let partnership = tx.partnership()?;
    all(tx, kept(&partnership).filter("(t.person_id = ? OR t.alternate_id = ?)", &person)).await
}

/// The terms that any of these people serves or stands in for, each once.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms_of_people(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Term>> {
    let (partnership, mut found) = (tx.partnership()?, BTreeMap::new());
    for some in people.chunks(500) {
        for column in ["t.person_id", "t.alternate_id"] {
            let terms = all(tx, kept(&partnership).among(column, some)).await?;
            found.extend(terms.into_iter().map(|(_, term)| (term.id, term)));
        }
    }
    Ok(found.into_values().collect())
}

/// Stores terms, each on its seat.
///
/// # Errors
/// When the database refuses.
pub async fn insert_terms(tx: &mut Tx, terms: &[OnSeat]) -> Result<()> {
    if terms.is_empty() {
        return Ok(());
    }
    let partnership = tx.partnership()?;
    let person = |person: Option<PersonId>| person.map_or(Bind::Null, |person| Bind::Uuid(person.0));
    let rows: Vec<Vec<Bind<'_>>> = terms
        .iter()
        .map(|(seat, term)| {
            vec![
                Bind::Uuid(term.id.0),
                Bind::Uuid(partnership.0),
                Bind::Uuid(seat.0),
                person(term.agreed.holder.person()),
                Bind::Bool(term.agreed.holder == Holder::Erased),
                person(term.agreed.alternate),
                Bind::Date(term.agreed.starts_on),
                Bind::Bool(term.agreed.starts_about),
                term.agreed.ends_on.map_or(Bind::Null, Bind::Date),
                term.left.map_or(Bind::Null, |left| Bind::Date(left.on)),
                term.left.map_or(Bind::Null, |left| Bind::Text(left.how.code())),
            ]
        })
        .collect();
    tx.insert_many(
        "INSERT INTO seat_term (id, partnership_id, seat_id, person_id, name_erased, alternate_id, starts_on, starts_about, ends_on, left_on, left_how) VALUES",
        &rows,
    )
    .await
}

/// Ends a term before its time.
///
/// # Errors
/// When the database refuses.
pub async fn update_left(tx: &mut Tx, term: TermId, left: Left) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        must,
        "UPDATE seat_term SET left_on = $3, left_how = $4 WHERE partnership_id = $1 AND id = $2 AND left_on IS NULL",
        partnership,
        term,
        left.on,
        left.how
    )
}

/// Puts a term right that was written down wrongly.
///
/// # Errors
/// When the database refuses.
pub async fn update_term(tx: &mut Tx, term: TermId, to: &Corrected) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        must,
        "UPDATE seat_term SET person_id = $3, alternate_id = $4, starts_on = $5, starts_about = $6, ends_on = $7, left_on = $8, left_how = $9, name_erased = $10
         WHERE partnership_id = $1 AND id = $2",
        partnership,
        term,
        to.agreed.holder.person(),
        to.agreed.alternate,
        to.agreed.starts_on,
        to.agreed.starts_about,
        to.agreed.ends_on,
        to.left.map(|left| left.on),
        to.left.map(|left| left.how),
        to.agreed.holder == Holder::Erased
    )
}

/// Names who comes when the holder cannot, or nobody.
///
/// # Errors
/// When the database refuses.
pub async fn update_alternate(tx: &mut Tx, term: TermId, alternate: Option<PersonId>) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        must,
        "UPDATE seat_term SET alternate_id = $3 WHERE partnership_id = $1 AND id = $2",
        partnership,
        term,
        alternate
    )
}
