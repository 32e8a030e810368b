//! The feed of changes: what of the public directory changed, was hidden, deleted or joined with another record, in an order that stays.
//!
//! Once a minute what everyone may know is compared with what was told last, however it came about: by a form, an import, an undo, a link, or an
//! organization that is not public any more. What was never public is never told of; of what is gone only its id is.

use super::{
    api::asked,
    asked::Sent,
    shelf::{Offer, Shelf},
};
use crate::{
    can,
    store::{
        locations::Location,
        published::{
            News, Published, every_published, joined, last_of, publish, published_after, standing_of_all,
            there,
        },
        services::Service,
    },
};
use http::HeaderMap;
use partners::{Organization, OrganizationId, Reader, organizations_named};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::Result,
    http::{Answer, Query, api::answer},
    ids::PartnershipId,
    manifest::{Fut, JobKind},
    text::mark,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Mutex, PoisonError},
};
use uuid::Uuid;

/// So often the public directory is looked at, in seconds.
const EVERY: i64 = 60;
/// The kinds of things that are told of.
const SERVICE: &str = "service";
const ORGANIZATION: &str = "organization";
const OFFER: &str = "service_at_location";

/// In every partnership.
pub(crate) const NOTICE: JobKind = JobKind::every("directory.notice", EVERY, notice);

/// How each directory stood when this node looked last: where nothing has changed since, there is nothing to compare.
#[derive(Default)]
struct Looked(Mutex<HashMap<PartnershipId, [i64; 7]>>);

fn notice<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(notice_all(ctx))
}

/// Compares what everyone may know with what was told last, and notes what differs.
pub(crate) async fn notice_all(ctx: &Ctx) -> Result<()> {
    let (looked, partnership) = (ctx.app.shelf.get::<Looked>(), ctx.partnership()?.id);
    let mut tx = ctx.read(PUBLIC).await?;
    let standing = standing_of_all(&mut tx).await?;
    tx.done().await?;
    if looked.0.lock().unwrap_or_else(PoisonError::into_inner).get(&partnership) == Some(&standing) {
        return Ok(());
    }
    // Compared without holding up whoever writes; where there is nothing new, nobody waits at all.
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let shelf = Shelf::all(&mut tx).await?;
    let told = every_published(&mut tx).await?;
    let gone = Gone::load(&mut tx, &told).await?;
    tx.done().await?;
    let new = news(&shelf, &told, &gone);
    if !new.is_empty() {
        // No kept page shows the feed.
        let mut tx = ctx.write_quietly(can::KEEP_DIRECTORY).await?;
        if every_published(&mut tx).await? != told {
            // Another node was quicker; the next look tells what is left.
            return Ok(());
        }
        publish(&mut tx, &new).await?;
        tx.commit().await?;
    }
    looked.0.lock().unwrap_or_else(PoisonError::into_inner).insert(partnership, standing);
    Ok(())
}

/// What is known of things that are not public any more.
#[derive(Debug, Default)]
struct Gone {
    joined: BTreeMap<Uuid, Uuid>,
    /// What is kept, seen or not.
    there: BTreeSet<Uuid>,
}

impl Gone {
    async fn load(tx: &mut Tx, told: &[Published]) -> Result<Self> {
        let ids = told.iter().filter(|one| one.kind == ORGANIZATION).map(|one| OrganizationId(one.object_id));
        let organizations = organizations_named(tx, Reader::Staff, &ids.collect::<Vec<_>>()).await?;
        let mut there = there(tx).await?;
        there.extend(organizations.keys().map(|id| id.0));
        Ok(Self { joined: joined(tx).await?, there })
    }
}

/// How something stands: another number whenever what everyone may know of it may have changed.
fn stands(of: &Value) -> i64 {
    mark(of)
}

/// What is public now: each thing with how it stands.
fn present(shelf: &Shelf) -> BTreeMap<(&'static str, Uuid), i64> {
    let mut all = BTreeMap::new();
    let organization =
        |of: OrganizationId| shelf.organizations.get(&of).map(|one: &Organization| one.version);
    for one in shelf.providers() {
        all.insert((ORGANIZATION, one.id.0), stands(&json!([one.version])));
    }
    for service in &shelf.services {
        let offers: Vec<(&Offer, &Location)> = shelf.offers_of(service.id).collect();
        let places: Vec<Value> =
            offers.iter().map(|(offer, place)| json!([offer.id, place.version])).collect();
        let Service { id, version, organization_id, .. } = service;
        all.insert((SERVICE, id.0), stands(&json!([version, organization(*organization_id), places])));
        for (offer, place) in offers {
            all.insert((OFFER, offer.id.0), stands(&json!([version, place.id, place.version])));
        }
    }
    all
}

/// What became of what was told, and what is told for the first time. Pure.
fn news(shelf: &Shelf, told: &[Published], gone: &Gone) -> Vec<News> {
    let now = present(shelf);
    let known: BTreeMap<(&str, Uuid), &Published> =
        told.iter().map(|one| ((one.kind.as_str(), one.object_id), one)).collect();
    let changed = now.iter().filter(|((kind, id), mark)| {
        known.get(&(*kind, *id)).is_none_or(|told| told.mark != **mark || told.what != "changed")
    });
    let changed = changed.map(|((kind, id), mark)| News {
        kind,
        id: *id,
        what: "changed",
        mark: *mark,
        merged_into: None,
    });
    let is_gone = |kind: &'static str, one: &Published| {
        let into = last_of(&gone.joined, one.object_id).filter(|into| now.contains_key(&(SERVICE, *into)));
        let what = match (into, gone.there.contains(&one.object_id)) {
            (Some(_), false) if kind == SERVICE => "merged",
            (_, true) => "hidden",
            (_, false) => "deleted",
        };
        let merged_into = into.filter(|_| what == "merged");
        let is_told = one.what == what && one.merged_into == merged_into;
        (!is_told).then_some(News { kind, id: one.object_id, what, mark: one.mark, merged_into })
    };
    let kinds = [ORGANIZATION, SERVICE, OFFER];
    let gone = told.iter().filter_map(|one| {
        let kind = kinds.into_iter().find(|kind| *kind == one.kind)?;
        if now.contains_key(&(kind, one.object_id)) { None } else { is_gone(kind, one) }
    });
    changed.chain(gone).collect()
}

/// `GET /{p}/api/hsds/changes`.
pub(crate) async fn changes(ctx: Ctx, headers: HeaderMap, Query(sent): Query<Sent>) -> Answer {
    let (ctx, asked) = asked(ctx, &sent)?;
    let mut tx = ctx.read(PUBLIC).await?;
    let one_more = asked.per_page.saturating_add(1);
    let mut found = published_after(&mut tx, (asked.after, asked.modified_after), one_more).await?;
    tx.done().await?;
    let size = usize::try_from(asked.per_page).unwrap_or(usize::MAX);
    let has_more = found.len() > size;
    found.truncate(size);
    let next = found.last().map_or(asked.after, |one| one.place);
    let contents: Vec<Value> = found.iter().map(|one| told(&ctx, one)).collect();
    answer(&headers, &json!({ "contents": contents, "next": next, "has_more": has_more }))
}

fn told(ctx: &Ctx, of: &Published) -> Value {
    let url = |kind: &str, id: Uuid| ctx.web_url(&format!("{}/{kind}s/{id}", super::api::PATH));
    json!({
        "id": of.object_id,
        "kind": of.kind,
        "what": of.what,
        "noticed_at": of.noticed_at,
        "url": (of.what == "changed").then(|| url(&of.kind, of.object_id)),
        "merged_into": of.merged_into,
        "merged_into_url": of.merged_into.map(|id| url(&of.kind, id)),
    })
}

#[cfg(test)]
#[path = "feed/tests.rs"]
mod tests;
