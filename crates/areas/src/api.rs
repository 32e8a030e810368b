//! The API of areas: the units and the sets of a partnership. The same for every caller.

use crate::store::{
    kept::{Area, areas_after},
    sets::{all_shares, list_sets},
};
use http::HeaderMap;
use platform::{
    ctx::{Ctx, PUBLIC},
    http::{
        Answer, Query,
        api::{self, Asked, Cursor, Items},
    },
};
use serde_json::{Value, json};

/// `GET /{p}/api/v1/areas?cursor=&limit=`.
pub(crate) async fn areas(ctx: Ctx, headers: HeaderMap, Query(asked): Query<Asked>) -> Answer {
    let (after, limit) = (asked.after()?, asked.limit()?);
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = areas_after(&mut tx, after.as_ref(), limit).await?;
    tx.done().await?;
    let cursor = |area: &Area| Cursor(area.code.clone(), area.id.0);
    api::answer(&headers, &Items::of(rows, limit, cursor, |area| item(&area)))
}

fn item(area: &Area) -> Value {
    json!({
        "id": area.id,
        "kind": area.kind,
        "code": area.code,
        "name": area.name.to_plain_json(),
        "valid_from": area.valid_from,
        "valid_to": area.valid_to,
    })
}

/// `GET /{p}/api/v1/area-sets`: all of them on one page, with their areas and shares in millionths.
pub(crate) async fn sets(ctx: Ctx, headers: HeaderMap) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let (sets, shares) = (list_sets(&mut tx).await?, all_shares(&mut tx).await?);
    tx.done().await?;
    let items: Vec<Value> = sets
        .iter()
        .map(|set| {
            let own = shares.iter().filter(|(of, ..)| *of == set.id);
            let areas: Vec<Value> = own
                .map(|(_, area, share)| json!({ "area": area, "millionths": share.millionths() }))
                .collect();
            json!({
                "id": set.id,
                "slug": set.slug,
                "name": set.name.to_plain_json(),
                "valid_from": set.valid_from,
                "valid_to": set.valid_to,
                "areas": areas,
            })
        })
        .collect();
    api::answer(&headers, &json!({ "items": items, "next": null }))
}
