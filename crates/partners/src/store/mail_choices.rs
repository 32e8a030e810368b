//! At which of her addresses a person gets mail for a purpose, where it was chosen.

use crate::{ContactId, PersonId, store::contacts::ContactPoint};
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    sql,
};
use serde_json::json;
use std::collections::HashMap;

/// What was chosen for a person: purposes and contact points.
///
/// # Errors
/// When the database does not answer.
pub async fn choices_of(tx: &mut Tx, person: PersonId) -> Result<Vec<(String, ContactId)>> {
    sql!(
        tx,
        all(String, ContactId),
        "SELECT purpose, contact_id FROM mail_choice WHERE partnership_id = $1 AND person_id = $2 ORDER BY purpose LIMIT 100",
        tx.partnership()?,
        person
    )
}

/// The addresses that were chosen for a purpose, by person.
///
/// # Errors
/// When the database does not answer.
pub async fn chosen_for(
    tx: &mut Tx,
    people: &[PersonId],
    purpose: &str,
) -> Result<HashMap<PersonId, String>> {
    let (partnership, mut found) = (tx.partnership()?, HashMap::new());
    for some in people.chunks(500) {
        let list = List::new(
            "k.person_id, m.value",
            "mail_choice k JOIN contact_point m ON m.partnership_id = k.partnership_id AND m.id = k.contact_id AND m.kind = 'mail'",
        )
        .filter("k.partnership_id = ?", &partnership)
        .filter("k.purpose = ?", purpose)
        .among("k.person_id", some)
        .sort("k.person_id", Sort::Up);
        found.extend(tx.rows::<(PersonId, String)>(&list.page(1, 1_000)).await?);
    }
    Ok(found)
}

/// Chooses the address for a purpose, or leaves it to the rule again, and writes the audit entry of the person; nothing happens
/// when nothing changes.
///
/// # Errors
/// A constraint when the contact point is gone.
pub async fn choose(
    tx: &mut Tx,
    person: PersonId,
    (purpose, to): (&str, Option<&ContactPoint>),
) -> Result<()> {
    let partnership = tx.partnership()?;
    let all = choices_of(tx, person).await?;
    let before = all.iter().find(|(of, _)| of == purpose).map(|(_, contact)| *contact);
    if before == to.map(|to| to.id) {
        return Ok(());
    }
    let forget = "DELETE FROM mail_choice WHERE partnership_id = $1 AND person_id = $2 AND purpose = $3";
    sql!(tx, run, forget, partnership, person, purpose)?;
    if let Some(to) = to {
        sql!(
            tx,
            must,
            "INSERT INTO mail_choice (partnership_id, person_id, purpose, contact_id) VALUES ($1, $2, $3, $4)",
            partnership,
            person,
            purpose,
            to.id
        )?;
    }
    let new = json!({ "purpose": purpose, "address": to.map(|to| to.value.clone()) });
    tx.audit("person.mail-choice", person, None::<&()>, Some(&new)).await
}
