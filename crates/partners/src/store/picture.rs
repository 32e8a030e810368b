//! What is kept, as sheets are compared with it: whole pictures, read page by page, and parts of them.

use super::{
    imported::AT_ONCE,
    organizations::{Organization, seen_by},
    people::{Person, seen_by as people_seen_by},
};
use crate::{OrganizationId, PersonId, contact::ContactKind, rules::Reader};
use jiff::civil::Date;
use platform::{
    db::{FromRow, List, Sort, Tx},
    errors::Result,
    text::Text,
};
use uuid::Uuid;

/// All rows of a list, a page at a time: each page begins after the last row of the one before. Rows begin with the id by which the list
/// is sorted, and `after` is `"x.id > ?"`.
async fn each<R: FromRow>(
    tx: &mut Tx,
    (list, after): (List<'_>, &'static str),
    id: impl Fn(&R) -> Uuid,
    mut take: impl FnMut(R),
) -> Result<()> {
    let mut last = Uuid::nil();
    loop {
        let rows: Vec<R> = tx.rows(&list.clone().filter(after, &last).page(1, PAGE)).await?;
        let is_last = u32::try_from(rows.len()).is_ok_and(|n| n < PAGE);
        last = rows.last().map_or(last, &id);
        rows.into_iter().for_each(&mut take);
        if is_last {
            return Ok(());
        }
    }
}

/// So many rows stand on a page.
const PAGE: u32 = 1_000;

/// All organizations that are kept, in the order of their ids.
///
/// # Errors
/// When the database does not answer.
pub async fn all_organizations(tx: &mut Tx) -> Result<Vec<Organization>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    let list = seen_by(&partnership, Reader::Staff).sort("o.id", Sort::Up);
    each(tx, (list, "o.id > ?"), |one: &Organization| one.id.0, |one| all.push(one)).await?;
    Ok(all)
}

/// How organizations themselves are reached.
///
/// # Errors
/// When the database does not answer.
pub async fn own_contacts(
    tx: &mut Tx,
    mut take: impl FnMut(OrganizationId, ContactKind, String),
) -> Result<()> {
    let partnership = tx.partnership()?;
    let list = List::new("c.id, c.organization_id, c.kind, c.value", "contact_point c")
        .filter("c.partnership_id = ?", &partnership)
        .only("c.person_id IS NULL AND c.organization_id IS NOT NULL")
        .sort("c.id", Sort::Up);
    let id = |row: &(Uuid, OrganizationId, ContactKind, String)| row.0;
    each(tx, (list, "c.id > ?"), id, |(_, of, kind, value)| take(of, kind, value)).await
}

/// Everybody who is kept, by id and name.
///
/// # Errors
/// When the database does not answer.
pub async fn all_people(tx: &mut Tx, mut take: impl FnMut(PersonId, String)) -> Result<()> {
    let partnership = tx.partnership()?;
    let list = List::new("p.id, p.name", "kept_person p")
        .filter("p.partnership_id = ?", &partnership)
        .sort("p.id", Sort::Up);
    each(tx, (list, "p.id > ?"), |row: &(PersonId, String)| row.0.0, |(id, name)| take(id, name)).await
}

/// The records of everybody who is kept.
///
/// # Errors
/// When the database does not answer.
pub async fn all_records(tx: &mut Tx) -> Result<Vec<Person>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    let list = people_seen_by(&partnership, Reader::Staff).sort("p.id", Sort::Up);
    each(tx, (list, "p.id > ?"), |one: &Person| one.id.0, |one| all.push(one)).await?;
    Ok(all)
}

/// What people do at the organizations that they speak for.
///
/// # Errors
/// When the database does not answer.
pub async fn all_titles(tx: &mut Tx) -> Result<Vec<(PersonId, OrganizationId, Text)>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    let list = List::new("s.id, s.person_id, s.organization_id, s.title", "speaker s")
        .filter("s.partnership_id = ?", &partnership)
        .only("s.to_on IS NULL")
        .sort("s.id", Sort::Up);
    let id = |row: &(Uuid, PersonId, OrganizationId, Text)| row.0;
    each(tx, (list, "s.id > ?"), id, |(_, who, of, title)| all.push((who, of, title))).await?;
    Ok(all)
}

/// How people are reached, and at which organization.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_of_people(
    tx: &mut Tx,
    mut take: impl FnMut(PersonId, Option<OrganizationId>, ContactKind, String),
) -> Result<()> {
    let partnership = tx.partnership()?;
    let list = List::new("c.id, c.person_id, c.organization_id, c.kind, c.value", "contact_point c")
        .filter("c.partnership_id = ?", &partnership)
        .only("c.person_id IS NOT NULL")
        .sort("c.id", Sort::Up);
    let id = |row: &(Uuid, PersonId, Option<OrganizationId>, ContactKind, String)| row.0;
    each(tx, (list, "c.id > ?"), id, |(_, who, of, kind, value)| take(who, of, kind, value)).await
}

/// Who speaks for which organization, and has not stopped.
///
/// # Errors
/// When the database does not answer.
pub async fn all_speakers(tx: &mut Tx, mut take: impl FnMut(PersonId, OrganizationId)) -> Result<()> {
    let partnership = tx.partnership()?;
    let list = List::new("s.id, s.person_id, s.organization_id", "speaker s")
        .filter("s.partnership_id = ?", &partnership)
        .only("s.to_on IS NULL")
        .sort("s.id", Sort::Up);
    let id = |row: &(Uuid, PersonId, OrganizationId)| row.0;
    each(tx, (list, "s.id > ?"), id, |(_, who, of)| take(who, of)).await
}

/// For which organizations these people speak now, or began to speak on this day or later.
///
/// # Errors
/// When the database does not answer.
pub async fn speaking_among(
    tx: &mut Tx,
    people: &[PersonId],
    since: Date,
) -> Result<Vec<(PersonId, OrganizationId)>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in people.chunks(AT_ONCE) {
        let list = List::new("s.id, s.person_id, s.organization_id", "speaker s");
        let list = list.filter("s.partnership_id = ?", &partnership);
        let list = list.filter("(s.to_on IS NULL OR s.from_on >= ?)", &since);
        let list = list.among("s.person_id", some).sort("s.id", Sort::Up);
        let id = |row: &(Uuid, PersonId, OrganizationId)| row.0;
        each(tx, (list, "s.id > ?"), id, |(_, who, of)| found.push((who, of))).await?;
    }
    Ok(found)
}

/// In which ways these people are reached, and at which organization.
///
/// # Errors
/// When the database does not answer.
pub async fn reached_among(
    tx: &mut Tx,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Option<OrganizationId>, ContactKind)>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in people.chunks(AT_ONCE) {
        let list = List::new("c.id, c.person_id, c.organization_id, c.kind", "contact_point c");
        let list = list.filter("c.partnership_id = ?", &partnership).among("c.person_id", some);
        let id = |row: &(Uuid, PersonId, Option<OrganizationId>, ContactKind)| row.0;
        let list = (list.sort("c.id", Sort::Up), "c.id > ?");
        each(tx, list, id, |(_, who, of, kind)| found.push((who, of, kind))).await?;
    }
    Ok(found)
}

/// In which ways these organizations themselves are reached.
///
/// # Errors
/// When the database does not answer.
pub async fn kinds_among(
    tx: &mut Tx,
    organizations: &[OrganizationId],
) -> Result<Vec<(OrganizationId, ContactKind)>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in organizations.chunks(AT_ONCE) {
        let list = List::new("c.id, c.organization_id, c.kind", "contact_point c");
        let list = list.filter("c.partnership_id = ?", &partnership).only("c.person_id IS NULL");
        let list = list.among("c.organization_id", some).sort("c.id", Sort::Up);
        let id = |row: &(Uuid, OrganizationId, ContactKind)| row.0;
        each(tx, (list, "c.id > ?"), id, |(_, of, kind)| found.push((of, kind))).await?;
    }
    Ok(found)
}
