//! What this room holds about a person for others to name, and its way of letting go.

use crate::PersonId;
use platform::{clock::Moment, db::Tx, errors::Result, ids::Ref, personal::Subject, sql};
use uuid::Uuid;

/// About whom a request for her data or its erasure is; also when her record lies in the bin. Only addresses that nobody else
/// has: what came and went under a shared one may be about others.
///
/// # Errors
/// When the database does not answer.
pub async fn subject(tx: &mut Tx, person: PersonId) -> Result<Subject> {
    let addresses: Vec<(String,)> = sql!(
        tx,
        all(String,),
        "SELECT c.value FROM contact_point c WHERE c.partnership_id = $1 AND c.person_id = $2 AND c.kind = 'mail'
         AND NOT EXISTS (SELECT 1 FROM contact_point other WHERE other.partnership_id = c.partnership_id
           AND lower(other.value) = lower(c.value) AND (other.person_id IS NULL OR other.person_id <> $2)) LIMIT 100",
        tx.partnership()?,
        person
    )?;
    Ok(Subject { person: person.0, addresses: addresses.into_iter().map(|(one,)| one).collect() })
}

/// People whose records were put into the bin before `before`; at most 100, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn binned_before(tx: &mut Tx, before: Moment) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId,)> = sql!(
        tx,
        all(PersonId,),
        "SELECT id FROM person WHERE partnership_id = $1 AND binned_at IS NOT NULL AND binned_at < $2 ORDER BY binned_at, id LIMIT 100",
        tx.partnership()?,
        before
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Deletes the record of a person with all that belongs to it; gives how many rows. Other rooms have let go of her before.
///
/// # Errors
/// A constraint when something still names her.
pub async fn delete_person(tx: &mut Tx, person: Uuid) -> Result<u64> {
    let partnership = tx.partnership()?;
    let mut gone = 0;
    for rest in [
        "DELETE FROM contact_point WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM speaker WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM person WHERE partnership_id = $1 AND id = $2",
    ] {
        gone += sql!(tx, run, rest, partnership, person)?;
    }
    tx.empty_bin_of(&Ref::new("person", person)).await?;
    Ok(gone)
}
