//! Changing organizations that are kept as a sheet says, and taking that back.

use super::{
    NewSectors,
    attaching::{Additions, AtPlace, Attached, take_back},
    keep_person, names,
    reverting::{Untouched, WorkedOut, targets, untouched},
    said::Said,
};
use crate::{
    ContactId, OrganizationId, Reader,
    rules::NewOrganization,
    store::{
        imported,
        organizations::{Organization, OrganizationChange, change_organizations, organizations_named},
    },
};
use platform::{
    batch::{self, BatchId, Line, Moved, Stopped},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    manifest::Fut,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Changed {
    /// The version of the record after the change of this row and those before it.
    version: i64,
    /// What it said before.
    before: NewOrganization,
    /// Ways to reach the organization that came with the row.
    contacts: Vec<ContactId>,
    /// What came with the row about somebody there who was known.
    attached: Attached,
}

/// An organization that rows change.
struct Touched {
    /// The first row about it.
    row: i64,
    kept: Organization,
    after: NewOrganization,
    change: Option<OrganizationChange>,
}

/// What the rows of one import change.
#[derive(Default)]
pub(super) struct Changes {
    touched: HashMap<OrganizationId, Touched>,
    additions: Additions,
    sectors: NewSectors,
}

impl batch::Changing for Changes {
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<batch::Changed>, Stopped>> {
        Box::pin(async move {
            let mut all = Vec::with_capacity(lines.len());
            self.learn(ctx, (tx, batch), lines).await.map_err(|why| (0, why))?;
            for (at, line) in lines.iter().enumerate() {
                all.push(self.prepare_row(ctx, tx, batch, line).await.map_err(|why| (at, why))?);
            }
            Ok(all)
        })
    }

    fn write<'a>(&'a mut self, _: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async move {
            self.are_as_they_were(tx).await?;
            self.additions.are_there(tx).await?;
            let changes: Vec<OrganizationChange> =
                self.touched.values_mut().filter_map(|one| one.change.take()).collect();
            let written = change_organizations(tx, "organization.changed", &changes).await;
            written.map_err(|why| (None, why))?;
            self.additions.write(tx).await.map_err(|why| (None, why))
        })
    }
}

impl Changes {
    /// Loads what these rows touch and rows before them did not.
    async fn learn(&mut self, ctx: &Ctx, (tx, batch): (&mut Tx, BatchId), lines: &[Line]) -> Result<()> {
        let mut new = Vec::new();
        let (mut people, mut organizations) = (Vec::new(), Vec::new());
        for line in lines {
            let (said, id) = (line.said::<Said>()?, line.target_id.map(OrganizationId).or_not_found()?);
            people.extend(said.person.and_then(|person| Some((person.known?, line.number))));
            organizations.push((id, line.number));
            if !self.touched.contains_key(&id) {
                new.push((id, line.number));
            }
        }
        let ids: Vec<OrganizationId> = new.iter().map(|(id, _)| *id).collect();
        let mut found = imported::whichever(tx, &ids).await?;
        for (id, row) in new {
            if let Some(kept) = found.remove(&id) {
                let after = kept.facts();
                self.touched.insert(id, Touched { row, kept, after, change: None });
            }
        }
        self.additions.learn(ctx, (tx, batch), people, organizations).await
    }

    async fn prepare_row(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        batch: BatchId,
        line: &Line,
    ) -> Result<batch::Changed> {
        let said: Said = line.said()?;
        let id = line.target_id.map(OrganizationId).or_not_found()?;
        // What rows before this one have laid is found again; it is shown in the same transaction.
        let sector = self.sectors.find(ctx, tx, (&said, batch)).await?;
        let one = self.touched.get_mut(&id).or_not_found()?;
        if said.version > 0 && said.version != one.kept.version {
            return Err(Error::Stale);
        }
        let before = one.after.clone();
        one.after = said.merged(&before, sector, ctx.today());
        one.change = OrganizationChange::of(&one.kept, &one.after)?;
        let version = one.kept.version + i64::from(one.change.is_some());
        let (mut contacts, mut attached, mut who) = (Vec::new(), Attached::default(), None);
        match &said.person {
            None => contacts = self.additions.reach_organization(tx, id, &said)?,
            Some(person) if let Some(known) = person.known => {
                let (title, mail, phone) = (&*person.title, &*person.mail, &*person.phone);
                let at = AtPlace { of: Some(id), title, lang: said.lang, mail, phone, is_new: false };
                attached = self.additions.attach(ctx, tx, (known, line.number), &at)?;
                who = Some(known);
            }
            // Nobody sees her, and so not what is kept of her either, until all is shown.
            Some(person) => who = Some(keep_person(ctx, tx, (id, person), (batch, said.lang)).await?),
        }
        let before = serde_json::to_value(Changed { version, before, contacts, attached })?;
        Ok(batch::Changed { before, names: names(id, who) })
    }

    /// Whether nobody has changed a record since; else the row that cannot come in.
    async fn are_as_they_were(&self, tx: &mut Tx) -> Result<(), Moved> {
        let ids: Vec<OrganizationId> = self.touched.keys().copied().collect();
        let now = imported::versions_of(tx, &ids).await.map_err(|why| (None, why))?;
        let moved = self.touched.iter().filter(|(id, one)| now.get(id) != Some(&one.kept.version));
        match moved.map(|(_, one)| one.row).min() {
            Some(row) => Err((Some(row), Error::Stale)),
            None => Ok(()),
        }
    }
}

impl WorkedOut for Changed {
    fn version(&self) -> i64 {
        self.version
    }
}

/// Takes the changes of organizations back, of each unless somebody has changed its record since.
pub(super) async fn revert(tx: &mut Tx, all: &[Vec<Line>]) -> Result<Vec<bool>> {
    let kept = organizations_named(tx, Reader::Staff, &targets(all)).await?;
    let all = untouched::<_, Changed>(all, |id| kept.get(&OrganizationId(id)).map(|now| (now, now.version)))?;
    let taken_back = all.iter().map(Option::is_some).collect();
    let (mut changes, mut contacts, mut attached) = (Vec::new(), Vec::new(), Vec::new());
    for Untouched { now, first, others } in all.into_iter().flatten() {
        changes.extend(OrganizationChange::of(now, &first.before)?);
        for row in std::iter::once(first).chain(others) {
            contacts.extend(row.contacts);
            attached.push(row.attached);
        }
    }
    change_organizations(tx, "organization.changed", &changes).await?;
    imported::take_back(tx, &contacts).await?;
    take_back(tx, attached.iter()).await?;
    Ok(taken_back)
}
