//! Samples of what is perhaps the same.

use super::{
    Pair,
    pages::PairPage,
    view::{list_of, pair_of},
};
use crate::{
    MergeId, ServiceId,
    pages::samples::{both, location, service},
    rules::twins::{Likeness, Sign},
    store::{
        merges::{Merge, Moved},
        services::Service,
    },
};
use maud::Markup;
use platform::{
    ctx::Ctx,
    db::{Json, Page},
    errors::{Complaints, FieldRefusal},
    manifest::Sampled,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![Sampled { name: "directory/twins", samples: twins }]
}

fn pair() -> Pair {
    let other = Service {
        id: ServiceId(Uuid::from_u128(9)),
        name: both("English classes", "Cours d’anglais langue seconde"),
        ..service()
    };
    let like = Likeness { score: 95, signs: vec![Sign::Name, Sign::Phone, Sign::OtherStreet] };
    Pair { one: service(), other, like }
}

fn twins(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |rows: Vec<Pair>| Page {
        total: i64::try_from(rows.len()).unwrap_or_default(),
        rows,
        number: 1,
        size: 200,
    };
    let merge = Merge {
        id: MergeId(Uuid::from_u128(10)),
        kept_id: service().id,
        kept: service().name,
        gone_id: pair().other.id,
        gone: pair().other.name,
        moved: Json(Moved::default()),
        merged_at: ctx.now(),
        undone_at: None,
    };
    let one = |complaints| PairPage { pair: pair(), places: (vec![location(false)], Vec::new()), complaints };
    vec![
        ("some", list_of(ctx, &page(vec![pair()]), &[merge])),
        ("empty", list_of(ctx, &page(Vec::new()), &[])),
        ("pair", pair_of(ctx, &one(Complaints::default()))),
        ("refused", pair_of(ctx, &one(Complaints::one("keep", FieldRefusal::NotAChoice)))),
    ]
}
