//! What this room holds about a person for others to name, and its way of letting go.

use crate::{OfferId, PersonId};
use platform::{
    audit::AuditEntry,
    clock::Moment,
    db::{One, Tx},
    errors::Result,
    ids::Ref,
    mail::Recipient,
    personal::Subject,
    reach::{is_phone, phone_key},
    retention::{Due, rows_due},
    sql,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// About whom a request for her data or its erasure is; also when her record lies in the bin. The addresses, numbers and names
/// that it holds, and those that its history says it held. Only addresses and numbers that nobody else has or had: what came and went under a
/// shared one may be about others.
///
/// # Errors
/// When the database does not answer.
pub async fn subject(tx: &mut Tx, person: PersonId) -> Result<Subject> {
    let (mut addresses, mut names) = (BTreeSet::new(), BTreeSet::new());
    let held: Vec<(String,)> = sql!(
        tx,
        all(String,),
        "SELECT value FROM contact_point WHERE partnership_id = $1 AND person_id = $2 AND kind IN ('mail', 'phone') LIMIT 200",
        tx.partnership()?,
        person
    )?;
    let named: Vec<(String,)> = sql!(
        tx,
        all(String,),
        "SELECT name FROM person WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        person
    )?;
    names.extend(named.into_iter().map(|(name,)| name));
    addresses.extend(held.into_iter().map(|(value,)| value.to_lowercase()));
    for entry in tx.history(&person.into(), 10_000).await? {
        names.extend(said(&entry, "person.", "name"));
        addresses.extend(said(&entry, "contact.", "value").map(|value| value.to_lowercase()));
    }
    let (mut own, mut phones) = (Vec::new(), Vec::new());
    for value in addresses {
        let (is_mail, is_phone) = (Recipient::parse(&value).is_ok(), is_phone(&value));
        if is_mail && is_hers_alone(tx, person, &value).await? {
            own.push(value);
        } else if is_phone && is_her_number_alone(tx, person, &value).await? {
            phones.push(value);
        }
    }
    Ok(Subject { person: person.0, addresses: own, phones, names: names.into_iter().collect() })
}

/// What an entry of this family says that a field was and is.
fn said<'a>(entry: &'a AuditEntry, family: &str, field: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let both = if entry.verb.starts_with(family) { [&entry.before, &entry.after] } else { [&None, &None] };
    let values = both.into_iter().flatten().filter_map(move |value| value.0.get(field)?.as_str());
    values.filter(|value| !value.is_empty()).map(str::to_owned)
}

/// Whether nobody else, person or organization, has this address or had it.
async fn is_hers_alone(tx: &mut Tx, person: PersonId, address: &str) -> Result<bool> {
    let others = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM contact_point WHERE partnership_id = $1 AND lower(value) = $2 AND (person_id IS NULL OR person_id <> $3)",
        tx.partnership()?,
        address,
        person
    )?;
    let her: Ref = person.into();
    Ok(others == 0 && !tx.was_said_of_others(&her, &["person", "organization"], address).await?)
}

/// The same of a telephone number, however it is written.
async fn is_her_number_alone(tx: &mut Tx, person: PersonId, number: &str) -> Result<bool> {
    let others: Vec<(String,)> = sql!(
        tx,
        all(String,),
        "SELECT value FROM contact_point WHERE partnership_id = $1 AND kind = 'phone' AND (person_id IS NULL OR person_id <> $2) LIMIT 1000000",
        tx.partnership()?,
        person
    )?;
    let (key, her): (String, Ref) = (phone_key(number), person.into());
    let is_others = others.iter().any(|(other,)| phone_key(other) == key);
    Ok(!is_others
        && !tx.was_number_of_others(&her, (&["person", "organization"], "contact."), number).await?)
}

/// People whose records were put into the bin before `before`, the oldest first, as retention tells them.
///
/// # Errors
/// When the database does not answer.
pub async fn binned_before(tx: &mut Tx, before: Moment) -> Result<Vec<Due>> {
    let select = "SELECT id, name, binned_at FROM person WHERE partnership_id = $1 AND binned_at IS NOT NULL AND binned_at < $2 ORDER BY binned_at, id";
    rows_due(tx, (select, before), |name: String| name).await
}

/// Whether the record of a person is here, in the bin since before `before`; with none, in the bin or not.
///
/// # Errors
/// When the database does not answer.
pub async fn is_here(tx: &mut Tx, person: PersonId, before: Option<Moment>) -> Result<bool> {
    let found = sql!(
        tx,
        find One<Option<Moment>>,
        "SELECT binned_at FROM person WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        person
    )?;
    Ok(found.is_some_and(|(binned,)| before.is_none_or(|before| binned.is_some_and(|at| at < before))))
}

async fn offers_in_bin(tx: &mut Tx, person: Uuid) -> Result<Vec<OfferId>> {
    let rows: Vec<(OfferId,)> = sql!(
        tx,
        all(OfferId,),
        "SELECT id FROM offer WHERE partnership_id = $1 AND person_id = $2 AND binned_at IS NOT NULL LIMIT 10000",
        tx.partnership()?,
        person
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
    for offer in offers_in_bin(tx, person).await? {
        tx.empty_bin_of(&offer.into()).await?;
    }
    let loosen = "UPDATE staff_note SET corrects_id = NULL WHERE partnership_id = $1 AND person_id = $2";
    sql!(tx, run, loosen, partnership, person)?;
    for rest in [
        "DELETE FROM offer WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM mail_choice WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM contact_point WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM staff_note WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM speaker WHERE partnership_id = $1 AND person_id = $2",
        "DELETE FROM person WHERE partnership_id = $1 AND id = $2",
    ] {
        gone += sql!(tx, run, rest, partnership, person)?;
    }
    tx.empty_bin_of(&Ref::new("person", person)).await?;
    Ok(gone)
}
