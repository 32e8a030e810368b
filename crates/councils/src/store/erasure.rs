//! Letting go of a person: seats stay without her name, what she wrote is deleted.

use crate::{ExpressionId, SeatId};
use jiff::{ToSpan, civil::Date};
use partners::PersonId;
use platform::{
    clock::Moment,
    db::Tx,
    errors::Result,
    personal::{Subject, without_names},
    reach::phone_key,
    row, sql,
    text::Text,
};
use std::collections::BTreeSet;

/// Deletes one expression whose time is over.
pub(crate) const DELETE_EXPRESSION: &str = "DELETE FROM expression WHERE partnership_id = $1 AND id = $2";

/// The purposes of mail about an expression of interest.
pub(crate) const MAIL_ABOUT: [&str; 2] = ["expression-receipt", "expression-answer"];

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

row! {
    /// What was written to ask for a seat, with all that it says of a person.
    pub struct Wish {
        /// Which expression.
        pub id: ExpressionId,
        /// The name.
        pub name: String,
        /// The address for mail; may be empty.
        pub email: String,
        /// The telephone number; may be empty.
        pub phone: String,
        /// What the person would speak for.
        pub speaks_for: String,
        /// Why the person would like to.
        pub body: String,
        /// The words of the answer.
        pub answer: String,
        /// When it came.
        pub received_at: Moment,
    }
}

impl Wish {
    /// Whether it is the subject's own: named by its id, or sent under an address of hers, or with her number and no address.
    fn is_of(&self, of: &Subject) -> bool {
        let by_mail = of.addresses.iter().any(|address| address.to_lowercase() == self.email.to_lowercase());
        let by_phone = of.phones.iter().any(|phone| phone_key(phone) == phone_key(&self.phone));
        self.id.0 == of.person
            || (!self.email.is_empty() && by_mail)
            || (self.email.is_empty() && !self.phone.is_empty() && by_phone)
    }

    /// What it says, part by part.
    pub fn words(&self) -> String {
        let parts = [&self.name, &self.phone, &self.speaks_for, &self.body, &self.answer];
        let said = parts.into_iter().filter(|part| !part.is_empty());
        said.map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// What the subject wrote to ask for a seat, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn wishes_of(tx: &mut Tx, of: &Subject) -> Result<Vec<Wish>> {
    let all: Vec<Wish> = sql!(
        tx,
        all Wish,
        "SELECT id, name, email, phone, speaks_for, body, answer, received_at FROM expression WHERE partnership_id = $1
         ORDER BY received_at, id LIMIT 100000",
        tx.partnership()?
    )?;
    Ok(all.into_iter().filter(|wish| wish.is_of(of)).collect())
}

/// Deletes what the subject wrote to ask for a seat, and the mail about it to an address under which nothing else was written;
/// gives how many expressions.
///
/// # Errors
/// When the database refuses.
pub async fn forget_wishes(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for wish in wishes_of(tx, of).await? {
        let forget = "DELETE FROM expression WHERE partnership_id = $1 AND id = $2";
        gone += sql!(tx, run, forget, partnership, wish.id)?;
        let left = "SELECT count(*) FROM expression WHERE partnership_id = $1 AND lower(email) = lower($2)";
        if !wish.email.is_empty() && sql!(tx, value i64, left, partnership, wish.email)? == 0 {
            tx.forget_mail_for(&wish.email, &MAIL_ABOUT).await?;
        }
    }
    Ok(gone)
}
