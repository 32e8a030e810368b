//! Looking at pairs, making one of two, saying that they are two, and undoing.

use super::{AtMerge, AtPair, Inventory, Pair, apart, view};
use crate::{
    ServiceId, can,
    pages::{room_url, service_url},
    rules::twins::{Folded, likeness},
    store::{
        locations::{Location, locations_of},
        merges::{Merge, find_merge, list_merges, merge as make_one, say_apart, undo_merge},
        services::{Service, find_service},
    },
};
use axum::http::StatusCode;
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, FieldRefusal, OrNotFound, Result},
    html::{file, said},
    http::{
        Answer, Form, Pairs, Path,
        answer::{json, page_with},
        html, see_other,
    },
    t,
};

/// So many pairs are shown at once.
const SHOWN: usize = 200;

/// `GET /{p}/work/directory/twins`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let apart = apart(&mut tx).await?;
    let mut pairs = Inventory::load(&mut tx).await?.pairs(&apart);
    let merges: Vec<Merge> = list_merges(&mut tx).await?;
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        return file(&ctx, kind, &t!(ctx.say(), "twins-file"), &view::columns(&ctx), &pairs);
    }
    let total = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
    pairs.truncate(SHOWN);
    html(view::list_of(&ctx, &Page { rows: pairs, total, number: 1, size: 200 }, &merges))
}

/// What is perhaps the same as a record that is being typed.
#[derive(serde::Serialize)]
struct Like {
    name: String,
    why: String,
    href: String,
}

/// `GET /{p}/work/directory/like?name_en=…`: the three records that are most like what is typed, for the form of a new service.
pub(crate) async fn like(ctx: Ctx) -> Answer {
    const FEW: usize = 3;
    /// Fewer letters of a name than this say nothing yet.
    const LETTERS: usize = 4;
    ctx.demand(can::KEEP_DIRECTORY)?;
    let address = ctx.address();
    let says = |(name, value): (&str, &str)| !name.starts_with("name_") || value.chars().count() >= LETTERS;
    if !address.pairs().filter(|(name, _)| *name != "organization").any(says) {
        return json(&Vec::<Like>::new());
    }
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let inventory = Inventory::load(&mut tx).await?;
    tx.done().await?;
    let found = inventory.like_typed(&address);
    let told = found.into_iter().take(FEW).map(|(of, like)| Like {
        name: format!("{} ({})", of.name.plain(ctx.lang), of.organization.plain(ctx.lang)),
        why: view::reasons(&ctx, &like),
        href: service_url(&ctx, of.id, ""),
    });
    json(&told.collect::<Vec<_>>())
}

/// Two records side by side.
pub(crate) struct PairPage {
    pub(crate) pair: Pair,
    pub(crate) places: (Vec<Location>, Vec<Location>),
    pub(crate) complaints: Complaints,
}

async fn load(tx: &mut Tx, at: AtPair) -> Result<PairPage> {
    if at.service == at.other {
        return Err(Error::NotFound);
    }
    let one = find_service(tx, Reader::Staff, ServiceId(at.service)).await?.or_not_found()?;
    let other = find_service(tx, Reader::Staff, ServiceId(at.other)).await?.or_not_found()?;
    let places =
        (locations_of(tx, Reader::Staff, one.id).await?, locations_of(tx, Reader::Staff, other.id).await?);
    let folded = |of: &Service, places: &[Location]| {
        let places: Vec<&Location> = places.iter().collect();
        Folded::of(&super::listing(&of.name, Some(&of.organization), &of.facts.0, &places))
    };
    let like = likeness(&folded(&one, &places.0), &folded(&other, &places.1));
    Ok(PairPage { pair: Pair { one, other, like }, places, complaints: Complaints::default() })
}

/// `GET /{p}/work/directory/twins/{service}/{other}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtPair>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let shown = load(&mut tx, at).await?;
    tx.done().await?;
    html(view::pair_of(&ctx, &shown))
}

fn is_as_seen(sent: &Pairs, of: &Pair) -> bool {
    sent.get("one") == of.one.version.to_string() && sent.get("two") == of.other.version.to_string()
}

/// `POST /{p}/work/directory/twins/{service}/{other}/merge`: one stays as it is, and all that refers to the other refers to it.
pub(crate) async fn merge(ctx: Ctx, Path(at): Path<AtPair>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let mut shown = load(&mut tx, at).await?;
    if !is_as_seen(&sent, &shown.pair) {
        return Err(Error::Stale);
    }
    let Pair { one, other, .. } = &shown.pair;
    let (kept, gone) = match sent.get("keep") {
        id if id == one.id.to_string() => (one, other),
        id if id == other.id.to_string() => (other, one),
        _ => {
            tx.done().await?;
            shown.complaints = Complaints::one("keep", FieldRefusal::NotAChoice);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view::pair_of(&ctx, &shown));
        }
    };
    make_one(&mut tx, kept, gone).await?;
    let (into, from) = (serde_json::json!({ "name": kept.name }), serde_json::json!({ "name": gone.name }));
    tx.audit("service.merged", gone.id, None::<&()>, Some(&into)).await?;
    tx.audit("service.took-in", kept.id, None::<&()>, Some(&from)).await?;
    see_other(&tx.commit_to(&said(&service_url(&ctx, kept.id, ""), "services-merged")).await?)
}

/// `POST /{p}/work/directory/twins/{service}/{other}/parting`: they are two, and are not told as perhaps the same again.
pub(crate) async fn part(ctx: Ctx, Path(at): Path<AtPair>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let shown = load(&mut tx, at).await?;
    if !is_as_seen(&sent, &shown.pair) {
        return Err(Error::Stale);
    }
    say_apart(&mut tx, shown.pair.one.id, shown.pair.other.id).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/twins"), "services-parted")).await?)
}

/// `POST /{p}/work/directory/merges/{merge}/undoing`: two again, with what each had.
pub(crate) async fn undo(ctx: Ctx, Path(at): Path<AtMerge>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let of = find_merge(&mut tx, at.merge).await?.or_not_found()?;
    undo_merge(&mut tx, &of).await?;
    tx.audit("service.unmerged", of.gone_id, None::<&()>, None::<&()>).await?;
    tx.audit("service.gave-back", of.kept_id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&service_url(&ctx, of.gone_id, ""), "services-unmerged")).await?)
}
