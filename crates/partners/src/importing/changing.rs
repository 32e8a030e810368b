//! Changing organizations that are kept as a sheet says, and taking that back.

use super::{NewSectors, attaching::Attached, keep_person, names, reach, said::Said};
use crate::{
    OrganizationId, Reader,
    rules::NewOrganization,
    store::{
        imported,
        organizations::{change_organization, organization},
    },
};
use platform::{
    batch::{self, BatchId, Line, last_change},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Changed {
    /// The version of the record after the change.
    version: i64,
    /// What it said before.
    before: NewOrganization,
    /// Ways to reach the organization that came with the row.
    contacts: Vec<Uuid>,
    /// What came with the row about somebody there.
    attached: Attached,
}

/// Makes the change of a row, unless the record has changed since the row was compared with it; gives a [`Changed`].
pub(super) async fn change(ctx: &Ctx, tx: &mut Tx, batch: BatchId, line: &Line) -> Result<batch::Changed> {
    let said: Said = line.said()?;
    let id = line.target_id.map(OrganizationId).or_not_found()?;
    let kept = imported::whatever(tx, id).await?.or_not_found()?;
    let own = match last_change(tx, batch, id.0, line.number).await? {
        Some(earlier) => Some(serde_json::from_value::<Changed>(earlier)?.version),
        None => None,
    };
    let expected = own.or(Some(said.version).filter(|version| *version > 0));
    if expected.is_some_and(|version| version != kept.version) {
        return Err(Error::Stale);
    }
    // What rows before this one have laid is found again; it is shown in this very transaction.
    let sector = NewSectors::default().find(ctx, tx, (&said, batch)).await?;
    let before = kept.facts();
    let after = said.merged(&before, sector, ctx.today());
    change_organization(tx, "organization.changed", &kept, &after).await?;
    let contacts = if said.person.is_none() { reach(tx, id, (&said, None)).await? } else { Vec::new() };
    let (who, attached) = match &said.person {
        Some(person) => {
            let (who, attached) = keep_person(ctx, tx, (id, person), (batch, said.lang)).await?;
            (Some(who), attached)
        }
        None => (None, Attached::default()),
    };
    let now = imported::whatever(tx, id).await?.or_not_found()?;
    let before = serde_json::to_value(Changed { version: now.version, before, contacts, attached })?;
    Ok(batch::Changed { before, names: names(id, who) })
}

/// Takes the changes of all rows about one organization back, unless somebody has changed its record since.
pub(super) async fn revert(tx: &mut Tx, lines: &[Line]) -> Result<bool> {
    let mut all: Vec<Changed> = Vec::with_capacity(lines.len());
    for line in lines {
        // What an erasure has emptied cannot be taken back.
        let Some(changed) = &line.before else { return Ok(false) };
        all.push(serde_json::from_value(changed.0.clone())?);
    }
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Ok(true) };
    let target = lines.first().and_then(|line| line.target_id).or_not_found()?;
    let kept = organization(tx, Reader::Staff, OrganizationId(target)).await?;
    let Some(kept) = kept.filter(|one| one.version == last.version) else { return Ok(false) };
    change_organization(tx, "organization.changed", &kept, &first.before).await?;
    for changed in &all {
        imported::take_back(tx, &changed.contacts).await?;
        changed.attached.take_back(tx).await?;
    }
    Ok(true)
}
