//! Letting go of a person: what she sent goes, prospects stay without her, and she goes where she was one herself.

use super::{
    enquiries::{self, Enquiry},
    joining::{self, Joining},
    prospects::{COLUMNS, Prospect},
};
use crate::{ProspectId, StageId, rules::joining::Asker};
use partners::PersonId;
use platform::{
    db::{FromRow, List, Sort, Tx},
    errors::Result,
    ids::Ref,
    personal::{Subject, without_names},
    reach::phone_key,
    sql,
    text::fold,
};

/// Every row of a list, page after page.
async fn all_of<R: FromRow>(tx: &mut Tx, list: &List<'_>) -> Result<Vec<R>> {
    let mut found = Vec::new();
    for number in 1.. {
        let rows: Vec<R> = tx.rows(&list.clone().sort("id", Sort::Up).page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        found.extend(rows);
        if is_last {
            break;
        }
    }
    Ok(found)
}

/// Whether what came from there is the subject's own: under an address of hers, or with her number and no address.
fn reaches(of: &Subject, (email, phone): (&str, &str)) -> bool {
    if email.is_empty() {
        let key = phone_key(phone);
        return !key.is_empty() && of.phones.iter().any(|number| phone_key(number) == key);
    }
    let folded = email.to_lowercase();
    of.addresses.iter().any(|address| address.to_lowercase() == folded)
}

/// The requests that the subject sent: one of her own id, linked with her, or sent from where she is reached; in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn joinings_of(tx: &mut Tx, of: &Subject) -> Result<Vec<Joining>> {
    let partnership = tx.partnership()?;
    let list = List::new(joining::COLUMNS, "joining").filter("partnership_id = ?", &partnership);
    let is_hers = |one: &Joining| {
        let is_named = one.id.0 == of.person || one.person_id == Some(PersonId(of.person));
        is_named || reaches(of, (&one.email, &one.phone))
    };
    Ok(all_of(tx, &list).await?.into_iter().filter(is_hers).collect())
}

/// The questions that the subject asked: one of her own id, or sent from where she is reached; in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn enquiries_of(tx: &mut Tx, of: &Subject) -> Result<Vec<Enquiry>> {
    let partnership = tx.partnership()?;
    let list = List::new(enquiries::COLUMNS, "enquiry").filter("partnership_id = ?", &partnership);
    let list = list.only("erased_at IS NULL");
    let is_hers = |one: &Enquiry| one.id.0 == of.person || reaches(of, (&one.email, &one.phone));
    Ok(all_of(tx, &list).await?.into_iter().filter(is_hers).collect())
}

/// Whether the prospect is the subject: linked with her, or linked with nobody and of her name.
fn is_herself(one: &Prospect, of: &Subject) -> bool {
    let is_named = || of.names.iter().any(|name| fold(name) == fold(&one.name));
    one.kind == Asker::Person && one.person_id.map_or_else(is_named, |person| person == PersonId(of.person))
}

/// The prospects that are the subject, that she knows, whose next step she takes, or that name her; those in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn prospects_of(tx: &mut Tx, of: &Subject) -> Result<Vec<Prospect>> {
    let her = Some(PersonId(of.person));
    let names = |words: &String| without_names(words, &of.names) != *words;
    let is_hers = |one: &Prospect| {
        let is_linked = [one.person_id, one.knows_person_id, one.steward_id].contains(&her);
        is_linked || is_herself(one, of) || [&one.why, &one.next_step].into_iter().any(names)
    };
    Ok(all_prospects(tx).await?.into_iter().filter(is_hers).collect())
}

async fn all_prospects(tx: &mut Tx) -> Result<Vec<Prospect>> {
    let partnership = tx.partnership()?;
    all_of(tx, &List::new(COLUMNS, "prospect").filter("partnership_id = ?", &partnership)).await
}

/// Takes the subject out of all prospects, their notes and what their history says; one that is herself is deleted. Gives how
/// many things changed.
///
/// # Errors
/// When the database refuses.
pub async fn forget_in_prospects(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = forget_in_stages(tx, of).await?;
    for one in all_prospects(tx).await? {
        let reference = Ref::from(one.id);
        if is_herself(&one, of) {
            gone += delete_prospect(tx, one.id).await?;
            tx.empty_bin_of(&reference).await?;
            let names: Vec<String> = of.names.iter().cloned().chain([one.name]).collect();
            gone += tx.forget_names(&reference, &names).await?;
            continue;
        }
        gone += forget_in_prospect(tx, &one, of).await?;
        if !of.names.is_empty() {
            gone += tx.forget_names(&reference, &of.names).await?;
        }
    }
    Ok(gone)
}

async fn delete_prospect(tx: &mut Tx, id: ProspectId) -> Result<u64> {
    let partnership = tx.partnership()?;
    let stages = "DELETE FROM prospect_stage WHERE partnership_id = $1 AND prospect_id = $2";
    sql!(tx, run, stages, partnership, id)?;
    sql!(tx, run, "DELETE FROM prospect WHERE partnership_id = $1 AND id = $2", partnership, id)
}

async fn forget_in_prospect(tx: &mut Tx, of: &Prospect, subject: &Subject) -> Result<u64> {
    let stays = |id: Option<PersonId>| id.filter(|id| *id != PersonId(subject.person));
    let (why, next_step) =
        (without_names(&of.why, &subject.names), without_names(&of.next_step, &subject.names));
    let people = (stays(of.steward_id), stays(of.knows_person_id), stays(of.person_id));
    if (&why, &next_step) == (&of.why, &of.next_step)
        && people == (of.steward_id, of.knows_person_id, of.person_id)
    {
        return Ok(0);
    }
    sql!(
        tx,
        run,
        "UPDATE prospect SET why = $3, next_step = $4, steward_id = $5, knows_person_id = $6, person_id = $7, version = version + 1
         WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        of.id,
        why,
        next_step,
        people.0,
        people.1,
        people.2
    )
}

/// Takes the subject's names out of what is noted of the way of prospects.
async fn forget_in_stages(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    let list = List::new("id, note", "prospect_stage").filter("partnership_id = ?", &partnership);
    let notes: Vec<(StageId, String)> = all_of(tx, &list.only("note <> ''")).await?;
    for (id, note) in notes {
        let without = without_names(&note, &of.names);
        if without != note {
            let change = "UPDATE prospect_stage SET note = $3 WHERE partnership_id = $1 AND id = $2";
            gone += sql!(tx, run, change, partnership, id, without)?;
        }
    }
    Ok(gone)
}

/// How many requests and questions are kept that were sent under this address.
///
/// # Errors
/// When the database does not answer.
pub async fn sent_under(tx: &mut Tx, address: &str) -> Result<i64> {
    sql!(
        tx,
        value i64,
        "SELECT (SELECT count(*) FROM joining WHERE partnership_id = $1 AND lower(email) = lower($2))
              + (SELECT count(*) FROM enquiry WHERE partnership_id = $1 AND lower(email) = lower($2))",
        tx.partnership()?,
        address
    )
}
