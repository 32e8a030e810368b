//! What imports read and write beside the ordinary statements, and what goes when one is undone.

use super::{
    organizations::{Organization, seen_by},
    people::{Person, seen_by as people_seen_by},
    sectors::forget_sectors,
};
use crate::{ContactId, OrganizationId, PersonId, SpeakerId, contact::ContactKind, rules::Reader};
use platform::{
    batch::BatchId,
    db::{Bind, List, Param, Sort, Tx},
    errors::Result,
    ids::Ref,
    sql,
    text::Text,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Somebody who is kept or whom an import is about to show.
///
/// # Errors
/// When the database does not answer.
pub async fn whoever(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    let partnership = tx.partnership()?;
    let list = people_seen_by(&partnership, Reader::Staff).from("person p").only("p.binned_at IS NULL");
    Ok(tx.rows(&list.filter("p.id = ?", &id).page(1, 1)).await?.pop())
}

/// An organization that is kept or that an import is about to show; for the one transaction that shows it.
///
/// # Errors
/// When the database does not answer.
pub async fn whatever(tx: &mut Tx, id: OrganizationId) -> Result<Option<Organization>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Staff).from(UNSEEN).only("o.binned_at IS NULL");
    Ok(tx.rows(&list.filter("o.id = ?", &id).page(1, 1)).await?.pop())
}

/// Where organizations of imports are that are not shown yet.
const UNSEEN: &str = "organization o";

/// As [`whatever`] for many, by their ids.
///
/// # Errors
/// When the database does not answer.
pub async fn whichever(tx: &mut Tx, ids: &[OrganizationId]) -> Result<HashMap<OrganizationId, Organization>> {
    let (partnership, mut found) = (tx.partnership()?, HashMap::new());
    for some in ids.chunks(AT_ONCE) {
        let list = seen_by(&partnership, Reader::Staff).from(UNSEEN).only("o.binned_at IS NULL");
        let rows: Vec<Organization> = tx.rows(&list.among("o.id", some).page(1, 1_000)).await?;
        found.extend(rows.into_iter().map(|one| (one.id, one)));
    }
    Ok(found)
}

/// So many ids stand in one statement.
pub(super) const AT_ONCE: usize = 500;

/// How the records of these organizations stand, of those that [`whatever`] finds.
///
/// # Errors
/// When the database does not answer.
pub async fn versions_of(tx: &mut Tx, ids: &[OrganizationId]) -> Result<HashMap<OrganizationId, i64>> {
    let (partnership, mut found) = (tx.partnership()?, HashMap::new());
    for some in ids.chunks(AT_ONCE) {
        let list = List::new("o.id, o.version", UNSEEN).filter("o.partnership_id = ?", &partnership);
        let list = list.only("o.binned_at IS NULL").among("o.id", some).page(1, 1_000);
        found.extend(tx.rows::<(OrganizationId, i64)>(&list).await?);
    }
    Ok(found)
}

/// How the records of these people stand, of those who are kept.
///
/// # Errors
/// When the database does not answer.
pub async fn versions_of_people(tx: &mut Tx, ids: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    let (partnership, mut found) = (tx.partnership()?, HashMap::new());
    for some in ids.chunks(AT_ONCE) {
        let list = List::new("p.id, p.version", "kept_person p").filter("p.partnership_id = ?", &partnership);
        let list = list.among("p.id", some).page(1, 1_000);
        found.extend(tx.rows::<(PersonId, i64)>(&list).await?);
    }
    Ok(found)
}

/// Which of these organizations are kept, or about to be shown by this import.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(
    tx: &mut Tx,
    batch: BatchId,
    ids: &[OrganizationId],
) -> Result<HashSet<OrganizationId>> {
    let (partnership, mut found) = (tx.partnership()?, HashSet::new());
    let kept = "(o.batch_id IS NULL OR o.batch_id = ? OR EXISTS
        (SELECT 1 FROM batch b WHERE b.partnership_id = o.partnership_id AND b.id = o.batch_id AND b.shown))";
    for some in ids.chunks(AT_ONCE) {
        let list =
            List::new("o.id", UNSEEN).filter("o.partnership_id = ?", &partnership).filter(kept, &batch);
        let list = list.only("o.binned_at IS NULL").among("o.id", some).page(1, 1_000);
        found.extend(tx.rows::<(OrganizationId,)>(&list).await?.into_iter().map(|(id,)| id));
    }
    Ok(found)
}

/// Whether an import had added an organization or a person.
///
/// # Errors
/// When the database does not answer.
pub async fn is_of(tx: &mut Tx, batch: BatchId, of: &Ref) -> Result<bool> {
    let count = if of.kind == "person" {
        "SELECT count(*) FROM person WHERE partnership_id = $1 AND batch_id = $2 AND id = $3"
    } else {
        "SELECT count(*) FROM organization WHERE partnership_id = $1 AND batch_id = $2 AND id = $3"
    };
    Ok(sql!(tx, value i64, count, tx.partnership()?, batch, of.id)? > 0)
}

/// In which ways an organization itself is reached.
///
/// # Errors
/// When the database does not answer.
pub async fn kinds_of(tx: &mut Tx, id: OrganizationId) -> Result<Vec<ContactKind>> {
    let rows: Vec<(ContactKind,)> = sql!(
        tx,
        all(ContactKind,),
        "SELECT DISTINCT kind FROM contact_point WHERE partnership_id = $1 AND organization_id = $2 AND person_id IS NULL LIMIT 10",
        tx.partnership()?,
        id
    )?;
    Ok(rows.into_iter().map(|(kind,)| kind).collect())
}

/// Whether a person speaks for an organization now.
///
/// # Errors
/// When the database does not answer.
pub async fn speaks(tx: &mut Tx, person: PersonId, organization: OrganizationId) -> Result<bool> {
    let n = sql!(
        tx,
        value i64,
        "SELECT count(*) FROM speaker WHERE partnership_id = $1 AND person_id = $2 AND organization_id = $3 AND to_on IS NULL",
        tx.partnership()?,
        person,
        organization
    )?;
    Ok(n > 0)
}

/// Whether a person has such a contact point at an organization, or one of her own.
///
/// # Errors
/// When the database does not answer.
pub async fn reached_at(
    tx: &mut Tx,
    person: PersonId,
    organization: Option<OrganizationId>,
    kind: ContactKind,
) -> Result<bool> {
    let partnership = tx.partnership()?;
    let list = List::new("c.id", "contact_point c")
        .filter("c.partnership_id = ?", &partnership)
        .filter("c.person_id = ?", &person)
        .filter("c.kind = ?", &kind)
        .filter_some("c.organization_id = ?", organization.as_ref());
    let list = if organization.is_none() { list.only("c.organization_id IS NULL") } else { list };
    Ok(!tx.rows::<(ContactId,)>(&list.page(1, 1)).await?.is_empty())
}

/// Somebody whom an earlier row of the same import had added: of this name, and with this address where the row gives one.
///
/// # Errors
/// When the database does not answer.
pub async fn laid_person(tx: &mut Tx, batch: BatchId, name: &str, mail: &str) -> Result<Option<PersonId>> {
    if mail.is_empty() {
        return Ok(None);
    }
    let found = sql!(
        tx,
        find(PersonId,),
        "SELECT p.id FROM person p WHERE p.partnership_id = $1 AND p.batch_id = $2 AND p.search_key = $3
         AND EXISTS (SELECT 1 FROM contact_point c WHERE c.partnership_id = p.partnership_id AND c.person_id = p.id
           AND c.kind = 'mail' AND lower(c.value) = lower($4)) ORDER BY p.id LIMIT 1",
        tx.partnership()?,
        batch,
        name,
        mail
    )?;
    Ok(found.map(|(id,)| id))
}

/// The organizations that earlier rows of an import had added, by their folded names.
///
/// # Errors
/// When the database does not answer.
pub async fn laid_organizations(tx: &mut Tx, batch: BatchId) -> Result<HashMap<String, OrganizationId>> {
    let partnership = tx.partnership()?;
    let list = List::new("o.search_key, o.id", UNSEEN)
        .filter("o.partnership_id = ?", &partnership)
        .filter("o.batch_id = ?", &batch)
        .sort("o.id", Sort::Up);
    Ok(tx.every::<(String, OrganizationId)>(list).await?.into_iter().collect())
}

/// Deletes at most `limit` organizations and `limit` people that an import had added, with what belongs to them; how many.
///
/// # Errors
/// A constraint when something else names one of them.
pub async fn clear(tx: &mut Tx, batch: BatchId, limit: u32) -> Result<u64> {
    let partnership = tx.partnership()?;
    let mut gone = 0;
    for (kind, first, own) in [
        (
            "organization",
            "SELECT id FROM organization WHERE partnership_id = $1 AND batch_id = $2 ORDER BY id LIMIT $3",
            &[
                "DELETE FROM contact_point WHERE partnership_id = $1 AND organization_id = $2",
                "DELETE FROM speaker WHERE partnership_id = $1 AND organization_id = $2",
                "DELETE FROM organization_language WHERE partnership_id = $1 AND organization_id = $2",
                "DELETE FROM organization WHERE partnership_id = $1 AND id = $2",
            ][..],
        ),
        (
            "person",
            // In the order of the index over what imports bring: a hundred thousand are not sorted for the first few.
            "SELECT id FROM person WHERE partnership_id = $1 AND batch_id = $2 ORDER BY search_key LIMIT $3",
            &[
                "DELETE FROM contact_point WHERE partnership_id = $1 AND person_id = $2",
                "DELETE FROM speaker WHERE partnership_id = $1 AND person_id = $2",
                "DELETE FROM person WHERE partnership_id = $1 AND id = $2",
            ][..],
        ),
    ] {
        let ids: Vec<(Uuid,)> = sql!(tx, all(Uuid,), first, partnership, batch, limit)?;
        let rows: Vec<Vec<Bind<'_>>> = ids.iter().map(|(id,)| vec![partnership.bind(), id.bind()]).collect();
        for delete in own {
            tx.run_many(delete, &rows).await?;
        }
        gone += u64::try_from(ids.len()).unwrap_or(0);
        for (id,) in ids {
            tx.empty_bin_of(&Ref::new(kind, id)).await?;
        }
    }
    if gone == 0 {
        forget_sectors(tx, batch).await?;
    }
    Ok(gone)
}

/// Deletes the contact points that changes had added and that nobody has changed since.
///
/// # Errors
/// When the database refuses.
pub async fn take_back(tx: &mut Tx, contacts: &[ContactId]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = contacts.iter().map(|id| vec![partnership.bind(), id.bind()]).collect();
    let delete = "DELETE FROM contact_point WHERE partnership_id = $1 AND id = $2 AND version = 1";
    tx.run_many(delete, &rows).await.map(drop)
}

/// Deletes that people speak for organizations, as changes had added it with these titles and nobody has changed or ended it since.
///
/// # Errors
/// When the database refuses.
pub async fn drop_speakers(tx: &mut Tx, speakers: &[&(SpeakerId, Text)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> =
        speakers.iter().map(|(id, title)| vec![partnership.bind(), id.bind(), title.bind()]).collect();
    let delete = "DELETE FROM speaker WHERE partnership_id = $1 AND id = $2 AND to_on IS NULL AND title = $3";
    tx.run_many(delete, &rows).await.map(drop)
}
