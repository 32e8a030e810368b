//! Changing services that are kept as a sheet says, and taking that back.

use super::{
    lay_places,
    said::{Said, Words},
    words,
};
use crate::{
    LocationId, ServiceId,
    rules::freshness::turns,
    store::{
        imported::{beyond_of, restore_verified, write_beyond},
        locations::locations_of,
        services::{Service, ServiceFacts, find_service, update_service, verified},
    },
};
use jiff::civil::Date;
use partners::Reader;
use platform::{
    batch::{self, BatchId, Line, Moved, Stopped},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::Ref,
    manifest::Fut,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Before {
    /// The version of the record after the change.
    version: i64,
    facts: ServiceFacts,
    verified_on: Option<Date>,
    beyond: Value,
}

/// A service that a row changes.
struct Touched {
    row: i64,
    before: Service,
    old: ServiceFacts,
    new: ServiceFacts,
    verified_on: Option<Date>,
    beyond: Value,
}

/// What the rows of one import change.
#[derive(Default)]
pub(super) struct Changes {
    touched: Vec<Touched>,
    words: Option<Words>,
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
            for (at, line) in lines.iter().enumerate() {
                all.push(self.prepare_row(ctx, tx, (batch, line)).await.map_err(|why| (at, why))?);
            }
            Ok(all)
        })
    }

    fn write<'a>(&'a mut self, _: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async move {
            for one in &self.touched {
                write(tx, one).await.map_err(|why| (Some(one.row), why))?;
            }
            Ok(())
        })
    }
}

async fn write(tx: &mut Tx, of: &Touched) -> Result<()> {
    update_service(tx, &of.before, &of.new).await?;
    if let Some(on) = of.verified_on {
        let now = Service { version: of.before.version + 1, months: of.new.months, ..of.before.clone() };
        verified(tx, &now, on).await?;
    }
    write_beyond(tx, of.before.id, &of.beyond).await?;
    tx.audit("service.changed", of.before.id, Some(&of.old), Some(&of.new)).await
}

impl Changes {
    async fn prepare_row(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        (batch, line): (BatchId, &Line),
    ) -> Result<batch::Changed> {
        let said: Said = line.said()?;
        let id = line.target_id.map(ServiceId).or_not_found()?;
        let before = find_service(tx, Reader::Staff, id).await?.or_not_found()?;
        if before.version != said.version {
            return Err(Error::Stale);
        }
        let places: Vec<_> =
            locations_of(tx, Reader::Staff, id).await?.into_iter().map(|one| one.id).collect();
        let old = before.facts(&places);
        let (mut new, _) = said.merged(&old, self.words.get_or_insert_with(|| words(ctx)), ctx.today());
        let told = lay_places(ctx, tx, (batch, &said)).await?;
        if said.is_everywhere {
            // Places that no file tells of stay.
            let seen: Vec<_> = places_told(tx, id).await?;
            new.locations.retain(|place| !seen.contains(place));
            new.locations.splice(0..0, told);
        } else {
            new.locations.extend(told.into_iter().filter(|place| !old.locations.contains(place)));
        }
        let verified_on = said.day("verified").filter(|on| before.verified_on.is_none_or(|ours| ours < *on));
        let beyond = beyond_of(tx, id).await?;
        let version = before.version + 1 + i64::from(verified_on.is_some());
        let undo =
            Before { version, facts: old.clone(), verified_on: before.verified_on, beyond: beyond.clone() };
        let beyond = super::beyond_after(&said, beyond);
        let undo = serde_json::to_value(undo)?;
        self.touched.push(Touched { row: line.number, before, old, new, verified_on, beyond });
        Ok(batch::Changed { before: undo, names: vec![Ref::from(id)] })
    }
}

/// The places of a service that a file may tell of.
async fn places_told(tx: &mut Tx, id: ServiceId) -> Result<Vec<LocationId>> {
    let all = locations_of(tx, Reader::Staff, id).await?;
    Ok(all.into_iter().filter(|one| !one.place.0.is_confidential).map(|one| one.id).collect())
}

/// Takes the changes of services back, of each unless somebody has changed its record since.
pub(super) async fn revert(tx: &mut Tx, all: &[Vec<Line>]) -> Result<Vec<bool>> {
    let mut taken_back = Vec::with_capacity(all.len());
    for lines in all {
        taken_back.push(match lines.first() {
            Some(line) => take_back(tx, line).await?,
            None => true,
        });
    }
    Ok(taken_back)
}

async fn take_back(tx: &mut Tx, line: &Line) -> Result<bool> {
    let (Some(before), Some(id)) = (&line.before, line.target_id) else { return Ok(false) };
    let before: Before = serde_json::from_value(before.0.clone())?;
    let now = find_service(tx, Reader::Staff, ServiceId(id)).await?;
    let Some(now) = now.filter(|now| now.version == before.version) else { return Ok(false) };
    update_service(tx, &now, &before.facts).await?;
    let months = i32::try_from(before.facts.months).unwrap_or(12);
    let turns = before.verified_on.map(|on| turns(on, months));
    restore_verified(tx, now.id, before.verified_on, turns).await?;
    write_beyond(tx, now.id, &before.beyond).await?;
    tx.audit("service.changed", now.id, None::<&ServiceFacts>, Some(&before.facts)).await?;
    Ok(true)
}
