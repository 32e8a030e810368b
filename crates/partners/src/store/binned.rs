//! Into the bin and out of it.

use super::organizations::{Organization, slug_is_taken, slug_taken};
use super::people::Person;
use crate::{OrganizationId, PersonId, rules::PartnerRefusal};
use platform::{
    clock::Moment,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    sql,
    text::Text,
};

/// Puts an organization into the bin and writes the audit entry. Its slug is free again.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn bin_organization(tx: &mut Tx, organization: &Organization) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE organization SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        tx.now(),
        tx.partnership()?,
        organization.id,
        organization.version
    )?;
    tx.bin(organization.id, &organization.name).await?;
    tx.audit("organization.binned", organization.id, None::<&()>, None::<&()>).await
}

/// Takes an organization out of the bin and writes the audit entry.
///
/// # Errors
/// [`PartnerRefusal::SlugTaken`] when another organization has its slug since.
pub async fn restore_organization(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    let found = sql!(
        tx,
        find(String, Moment),
        "SELECT slug, binned_at FROM organization WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    let (slug, _) = found.or_not_found()?;
    if slug_taken(tx, &slug, Some(id)).await? {
        return Err(PartnerRefusal::SlugTaken { slug }.into());
    }
    sql!(
        tx,
        must,
        "UPDATE organization SET binned_at = NULL, version = version + 1 WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )
    .map_err(|error| slug_is_taken(error, slug))?;
    tx.audit("organization.restored", id, None::<&()>, None::<&()>).await
}

/// Puts a person into the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn bin_person(tx: &mut Tx, person: &Person) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE person SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        tx.now(),
        tx.partnership()?,
        person.id,
        person.version
    )?;
    let day = tx.now().day_in(&jiff::tz::TimeZone::UTC);
    tx.bin(person.id, &Text::default().with(Lang::En, &person.name, day)).await?;
    tx.audit("person.binned", person.id, None::<&()>, None::<&()>).await
}

/// Takes a person out of the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when nobody of that id is in the bin.
pub async fn restore_person(tx: &mut Tx, id: PersonId) -> Result<()> {
    let changed = sql!(
        tx,
        run,
        "UPDATE person SET binned_at = NULL, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    (changed == 1).then_some(()).or_not_found()?;
    tx.audit("person.restored", id, None::<&()>, None::<&()>).await
}
