//! Letting go of a person: seats stay without her name, what she wrote is deleted.

use crate::SeatId;
use jiff::{ToSpan, civil::Date};
use partners::PersonId;
use platform::{clock::Moment, db::Tx, errors::Result, personal::without_names, sql, text::Text};
use std::collections::BTreeSet;

/// The seats that a person holds or held or stood in for, those in the bin too, and everybody else on those terms.
///
/// # Errors
/// When the database does not answer.
pub async fn seats_and_others(
    tx: &mut Tx,
    person: PersonId,
) -> Result<(BTreeSet<SeatId>, BTreeSet<PersonId>)> {
    let rows: Vec<(SeatId, Option<PersonId>, Option<PersonId>)> = sql!(
        tx,
        all(SeatId, Option<PersonId>, Option<PersonId>),
        "SELECT seat_id, person_id, alternate_id FROM seat_term WHERE partnership_id = $1 AND (person_id = $2 OR alternate_id = $2) LIMIT 10000",
        tx.partnership()?,
        person
    )?;
    let others = rows.iter().flat_map(|(_, holder, alternate)| [*holder, *alternate]).flatten();
    let others = others.filter(|other| *other != person).collect();
    Ok((rows.into_iter().map(|(seat, ..)| seat).collect(), others))
}

/// Takes a person's names out of the notes of these seats, and out of what the history says of them; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_names(tx: &mut Tx, seats: &BTreeSet<SeatId>, names: &[String]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for seat in seats {
        let note = "SELECT note FROM seat WHERE partnership_id = $1 AND id = $2";
        let before = sql!(tx, value Text, note, partnership, *seat)?;
        let after = before.clone().reworded(|words| without_names(words, names));
        if after != before {
            let change =
                "UPDATE seat SET note = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3";
            sql!(tx, must, change, after, partnership, *seat)?;
            gone += 1;
        }
        gone += tx.forget_names(&(*seat).into(), names).await?;
    }
    Ok(gone)
}

/// Takes a person's name from all terms, so that her seats are vacant from `today`: those that begin then or later are deleted,
/// one that runs ended the day before; gives how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_terms(tx: &mut Tx, person: PersonId, today: Date) -> Result<u64> {
    let partnership = tx.partnership()?;
    let to_come = sql!(
        tx,
        run,
        "DELETE FROM seat_term WHERE partnership_id = $1 AND person_id = $2 AND starts_on >= $3",
        partnership,
        person,
        today
    )?;
    sql!(
        tx,
        run,
        "UPDATE seat_term SET left_on = $3, left_how = 'erased'
         WHERE partnership_id = $1 AND person_id = $2 AND (left_on IS NULL OR left_on > $3) AND (ends_on IS NULL OR ends_on > $3)",
        partnership,
        person,
        today.saturating_sub(1.day())
    )?;
    let held = sql!(
        tx,
        run,
        "UPDATE seat_term SET person_id = NULL, name_erased = $3 WHERE partnership_id = $1 AND person_id = $2",
        partnership,
        person,
        true
    )?;
    let stood_in = sql!(
        tx,
        run,
        "UPDATE seat_term SET alternate_id = NULL WHERE partnership_id = $1 AND alternate_id = $2",
        partnership,
        person
    )?;
    Ok(to_come + held + stood_in)
}

/// What was written under these addresses to ask for a seat, with the day it came.
///
/// # Errors
/// When the database does not answer.
pub async fn expressions_of(tx: &mut Tx, addresses: &[String]) -> Result<Vec<(String, Moment)>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    for address in addresses {
        let some: Vec<(String, String, String, String, Moment)> = sql!(
            tx,
            all(String, String, String, String, Moment),
            "SELECT name, speaks_for, body, answer, received_at FROM expression WHERE partnership_id = $1 AND lower(email) = lower($2) ORDER BY received_at LIMIT 1000",
            partnership,
            address
        )?;
        all.extend(some.into_iter().map(|(name, speaks_for, body, answer, at)| {
            let parts = [name, speaks_for, body, answer];
            (parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "), at)
        }));
    }
    Ok(all)
}

/// Deletes what was written under these addresses to ask for a seat; gives how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_expressions(tx: &mut Tx, addresses: &[String]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for address in addresses {
        gone += sql!(
            tx,
            run,
            "DELETE FROM expression WHERE partnership_id = $1 AND lower(email) = lower($2)",
            partnership,
            address
        )?;
    }
    Ok(gone)
}
